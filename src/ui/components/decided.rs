//! What was decided, as a list, and how many came.

use crate::digest::{decided, remarks};
use crate::i18n::{fill, labels};
use crate::model::{Attendance, Resolution, Session, Stated};
use crate::route::Place;
use crate::ui::components::chip::{Chip, outcome};
use crate::ui::components::layout::Fact;
use crate::ui::components::remarks::as_printed;
use crate::ui::components::text::{dotted, stated};
use crate::ui::state::use_ctx;
use leptos::prelude::*;

/// A list of what was decided, or of what else there is to open.
#[component]
pub fn DecidedList(
    /// Its rows.
    rows: Vec<AnyView>,
) -> impl IntoView {
    view! { <ul class="decided" lang=use_ctx().content_lang()>{rows}</ul> }.into_any()
}

/// A row of such a list: a title that leads to its place, and what is said of it.
#[component]
pub fn DecidedRow(
    /// Where it leads.
    place: Place,
    /// What it is called.
    #[prop(into)]
    title: String,
    /// What is said of it.
    children: Children,
) -> impl IntoView {
    view! { <li><a href=use_ctx().href(place) class="t">{title}</a>{children()}</li> }.into_any()
}

/// What the session around decided, as a list.
#[component]
pub fn Decisions() -> impl IntoView {
    view! { <DecidedList rows=decisions()/> }.into_any()
}

/// How many rows [`decisions`] has.
pub fn decided_count(session: &Session) -> usize {
    decided(session).count() + unled(session).count()
}

/// Resolutions to which no decided item leads: what an item leads to is not said twice.
fn unled(session: &Session) -> impl Iterator<Item = &Resolution> {
    let items: Vec<_> = decided(session).collect();
    session.resolutions.iter().filter(move |resolution| !items.iter().any(|item| item.resolutions.contains(&resolution.id)))
}

/// What the session around decided, each a row for [`DecidedList`].
pub fn decisions() -> Vec<AnyView> {
    let ctx = use_ctx();
    let session = ctx.session();
    let mut rows = Vec::new();
    for item in decided(session) {
        let outcome = outcome(item);
        let place = Place::AgendaItem(item.id.clone());
        rows.push(view! { <DecidedRow place title=item.title.to_string()>{outcome}</DecidedRow> }.into_any());
    }
    for resolution in unled(session) {
        let kind = resolution.kind.map(|kind| view! { <Chip text=labels::resolution_kind(ctx.lang, kind)/> }.into_any());
        let place = Place::Resolution(resolution.id.clone());
        rows.push(view! { <DecidedRow place title=resolution.title.to_string()>{kind}</DecidedRow> }.into_any());
    }
    rows
}

/// The counts that the source gives, the share of those expected, whether it says that there was a quorum, and what of it contradicts itself: rows
/// of a definition list.
#[component]
pub fn AttendanceFacts(
    /// Who was there, in heads.
    attendance: Attendance,
) -> impl IntoView {
    let (t, lang) = (use_ctx().t, use_ctx().lang);
    let counts = [
        (t.seats, attendance.seats),
        (t.expected, attendance.expected),
        (t.present, attendance.present),
        (t.on_leave, attendance.on_leave),
        (t.observers, attendance.observers),
    ];
    let counts = counts.into_iter().filter(|(_, count)| !count.is_unknown());
    let counts = counts.map(|(label, count)| view! { <Fact term=label>{stated(&count)}</Fact> }.into_any());
    let (label, line) = presence(&attendance);
    let presence = (!line.is_empty()).then(|| view! { <Fact term=label>{line}</Fact> }.into_any());
    let remark = as_printed(lang, &remarks::attendance(&attendance)).map(|remark| view! { <Fact term=t.remark>{remark}</Fact> }.into_any());
    view! { {counts.collect::<Vec<_>>()}{presence}{remark} }.into_any()
}

/// What the quorum and the share of those expected are called, and what there is to say of them.
fn presence(attendance: &Attendance) -> (&'static str, String) {
    let t = use_ctx().t;
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
    (if quorum.is_some() { t.quorum } else { t.attendance }, dotted([quorum, share]))
}
