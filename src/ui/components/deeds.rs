//! What people did, and how the deputies changed.

use crate::digest::Deed;
use crate::i18n::{Beyond, dates, labels};
use crate::model::{AgendaItem, SpeechKind, Stated, Text};
use crate::route::Place;
use crate::ui::actions::navigation;
use crate::ui::components::common::{dotted, filled, person, section};
use crate::ui::state::{App, Ctx};
use crate::ui::web::dom::{El, el, with_text};
use crate::ui::web::timing;
use leptos::prelude::*;

/// Changes among the deputies: all of them, or those that an agenda item reported.
pub fn changes(ctx: &Ctx, item: Option<&AgendaItem>) -> Option<El> {
    let mut rows = el("ul").class("rows").lang(&ctx.content_lang());
    let mut is_empty = true;
    for change in ctx.session().deputy_changes.iter().filter(|change| item.is_none_or(|item| change.agenda.as_ref() == Some(&item.id))) {
        is_empty = false;
        let kind = change.kind.map(|kind| labels::deputy_change(ctx.lang, kind));
        let kind = kind.map(|kind| with_text("span", "chip", kind).lang(ctx.lang.tag()));
        let date = change.date.as_ref().map(|date| dates::date(ctx.lang, date));
        let words = |text: &Option<Text>| text.as_ref().map(ToString::to_string);
        let about = with_text("span", "who", &dotted([words(&change.constituency), date, words(&change.note)]));
        rows = rows.add(el("li").add(person(ctx, &change.person)).maybe(kind).add(about));
    }
    (!is_empty).then(|| section(ctx.story().deputy_changes).add(rows))
}

/// Brings what is marked as current into view, once it is painted.
pub fn scroll_to_current(app: App) {
    timing::after_paint(move || {
        if let Ok(Some(element)) = document().query_selector(".content .hit") {
            navigation::reveal(app, &element);
        }
    });
}

/// What somebody did, with a link to its place.
pub fn deed_line(ctx: &Ctx, deed: Deed) -> Option<El> {
    let t = ctx.t;
    let session = ctx.session();
    let (text, place) = match deed {
        Deed::Presided(at) => {
            let sitting = session.sittings.get(at)?;
            let kind = sitting.kind.map(|kind| labels::sitting_kind(ctx.lang, kind));
            let name = sitting.name.as_deref().or(kind)?;
            (filled(ctx, t.presided, name), Place::Agenda)
        }
        Deed::Presented(at) => {
            let item = session.agenda.get(at)?;
            (filled(ctx, t.presented, &item.title), Place::AgendaItem(item.id.clone()))
        }
        Deed::Spoke(at) => {
            let speech = session.speeches.get(at)?;
            let template = if speech.kind == Some(SpeechKind::Report) { t.reported } else { t.spoke };
            (filled(ctx, template, &speech.title), Place::Speech(speech.id.clone()))
        }
        Deed::Stood(at, candidate) => {
            let vote = session.votes.get(at)?;
            let candidate = vote.candidates.get(candidate)?;
            let post = candidate.post.as_deref().or(vote.motion.as_deref()).unwrap_or_default();
            let template = match candidate.elected {
                Stated::Value(true) => t.stood_elected,
                Stated::Value(false) => t.stood_not_elected,
                Stated::Unknown | Stated::None => t.stood,
            };
            (filled(ctx, template, post), Place::Vote(vote.id.clone()))
        }
        Deed::Led(at) | Deed::Joined(at) => {
            let suggestion = session.suggestions.get(at)?;
            let template = if matches!(deed, Deed::Led(_)) { t.led } else { Beyond::of(ctx.lang).joined };
            (filled(ctx, template, &suggestion.title), Place::Suggestion(suggestion.id.clone()))
        }
        Deed::Changed(at) => {
            let change = session.deputy_changes.get(at)?;
            let kind = change.kind.map_or("", |kind| labels::deputy_change(ctx.lang, kind));
            let place = change.agenda.clone().map_or(Place::People, Place::AgendaItem);
            (filled(ctx, Beyond::of(ctx.lang).changed, kind), place)
        }
    };
    Some(el("li").add(el("a").set("href", &ctx.href(place)).add(text)))
}
