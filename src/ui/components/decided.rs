//! What was decided, as a list, and how many came.

use crate::digest::decided;
use crate::i18n::{fill, labels};
use crate::model::{Attendance, Stated};
use crate::route::Place;
use crate::ui::components::common::{dotted, outcome, stated};
use crate::ui::state::Ctx;
use crate::ui::web::dom::{El, el, fact, link, said, with_text};

/// What was decided, each a row with its link.
pub fn decided_rows(ctx: &Ctx) -> Vec<El> {
    let session = ctx.session();
    let items: Vec<_> = decided(session).collect();
    let mut rows = Vec::new();
    for item in &items {
        rows.push(row(ctx, Place::AgendaItem(item.id.clone()), &item.title).maybe(outcome(ctx, item)));
    }
    // A resolution that an item already leads to is not said twice.
    for resolution in session.resolutions.iter().filter(|resolution| !items.iter().any(|item| item.resolutions.contains(&resolution.id))) {
        let kind = resolution.kind.map(|kind| chip(ctx, labels::resolution_kind(ctx.lang, kind)));
        rows.push(row(ctx, Place::Resolution(resolution.id.clone()), &resolution.title).maybe(kind));
    }
    rows
}

pub fn listed(ctx: &Ctx, rows: Vec<El>) -> El {
    el("ul").class("decided").lang(&ctx.content_lang()).all(rows)
}

/// The counts that the source gives, the share of those expected, and whether it says that there was a quorum.
pub fn attendance_facts(ctx: &Ctx, attendance: &Attendance) -> Vec<El> {
    let t = ctx.t;
    let counts = [
        (t.seats, &attendance.seats),
        (t.expected, &attendance.expected),
        (t.present, &attendance.present),
        (t.on_leave, &attendance.on_leave),
        (t.observers, &attendance.observers),
    ];
    let mut facts = Vec::new();
    for (label, value) in counts {
        if !value.is_unknown() {
            facts.extend(fact(label, stated(t, value)));
        }
    }
    let share = attendance
        .present
        .value()
        .zip(attendance.expected.value())
        .filter(|(present, expected)| **expected > 0 && present <= expected)
        .map(|(present, expected)| fill(t.share_present, &[&(u64::from(*present) * 100 / u64::from(*expected)).to_string()]));
    let quorum = match attendance.quorum_met {
        Stated::Value(true) => Some(t.quorum_met.to_owned()),
        Stated::Value(false) => Some(t.quorum_not_met.to_owned()),
        Stated::Unknown | Stated::None => None,
    };
    let label = if quorum.is_some() { t.quorum } else { t.attendance };
    let line = dotted([quorum, share]);
    if !line.is_empty() {
        facts.extend(said(label, &line));
    }
    facts
}

/// A row of what there is to choose from.
pub fn row(ctx: &Ctx, place: Place, title: &str) -> El {
    el("li").add(link(&ctx.href(place), title).class("t"))
}

pub fn chip(ctx: &Ctx, text: &str) -> El {
    with_text("span", "chip", text).lang(ctx.lang.tag())
}
