//! What people did, and how the deputies changed.

use crate::digest::Deed;
use crate::i18n::{Beyond, dates, labels};
use crate::model::{AgendaId, DeputyChange, SpeechKind, Stated, Text};
use crate::route::Place;
use crate::ui::actions::navigation;
use crate::ui::components::chip::Chip;
use crate::ui::components::layout::Section;
use crate::ui::components::person::PersonLink;
use crate::ui::components::text::{Filled, dotted};
use crate::ui::state::{App, Ctx, use_ctx};
use crate::ui::web::timing;
use leptos::prelude::*;

/// Changes among the deputies: all of them, or those that an agenda item reported; nothing where there are none.
#[component]
pub fn DeputyChanges(
    /// The item that reported them.
    #[prop(optional)]
    item: Option<AgendaId>,
) -> impl IntoView {
    let ctx = use_ctx();
    let changes = ctx.session().deputy_changes.iter().filter(|change| item.is_none() || change.agenda == item);
    let rows: Vec<AnyView> = changes.map(|change| change_row(&ctx, change)).collect();
    let lang = ctx.content_lang();
    (!rows.is_empty())
        .then(|| view! { <Section heading=ctx.story().deputy_changes><ul class="rows" lang=lang>{rows}</ul></Section> }.into_any())
}

fn change_row(ctx: &Ctx, change: &DeputyChange) -> AnyView {
    let kind = change.kind.map(|kind| view! { <Chip text=labels::deputy_change(ctx.lang, kind)/> }.into_any());
    let date = change.date.as_ref().map(|date| dates::date(ctx.lang, date));
    let words = |text: &Option<Text>| text.as_ref().map(ToString::to_string);
    let about = dotted([words(&change.constituency), date, words(&change.note)]);
    view! { <li><PersonLink id=change.person.clone()/>{kind}<span class="who">{about}</span></li> }.into_any()
}

/// Brings what is marked as current into view, once it is painted.
pub fn scroll_to_current(app: App) {
    timing::after_paint(move || {
        if let Ok(Some(element)) = document().query_selector(".content .hit") {
            navigation::reveal(app, &element);
        }
    });
}

/// Something that somebody did at a session.
pub struct Activity {
    /// What was done, in words of the interface with one `{}`.
    template: &'static str,
    /// What the file says in its place.
    value: String,
    /// Where it is shown.
    place: Place,
}

/// What a deed is called and where it is shown; nothing where the session has no name for it.
pub fn activity(ctx: &Ctx, deed: Deed) -> Option<Activity> {
    let t = ctx.t;
    let session = ctx.session();
    let (template, value, place) = match deed {
        Deed::Presided(at) => {
            let sitting = session.sittings.get(at)?;
            let kind = sitting.kind.map(|kind| labels::sitting_kind(ctx.lang, kind));
            (t.presided, sitting.name.as_deref().or(kind)?, Place::Agenda)
        }
        Deed::Presented(at) => {
            let item = session.agenda.get(at)?;
            (t.presented, item.title.as_str(), Place::AgendaItem(item.id.clone()))
        }
        Deed::Spoke(at) => {
            let speech = session.speeches.get(at)?;
            let template = if speech.kind == Some(SpeechKind::Report) { t.reported } else { t.spoke };
            (template, speech.title.as_str(), Place::Speech(speech.id.clone()))
        }
        Deed::Stood(at, candidate) => {
            let vote = session.votes.get(at)?;
            let candidate = vote.candidates.get(candidate)?;
            let template = match candidate.elected {
                Stated::Value(true) => t.stood_elected,
                Stated::Value(false) => t.stood_not_elected,
                Stated::Unknown | Stated::None => t.stood,
            };
            (template, candidate.post.as_deref().or(vote.motion.as_deref()).unwrap_or_default(), Place::Vote(vote.id.clone()))
        }
        Deed::Led(at) | Deed::Joined(at) => {
            let suggestion = session.suggestions.get(at)?;
            let template = if matches!(deed, Deed::Led(_)) { t.led } else { Beyond::of(ctx.lang).joined };
            (template, suggestion.title.as_str(), Place::Suggestion(suggestion.id.clone()))
        }
        Deed::Changed(at) => {
            let change = session.deputy_changes.get(at)?;
            let kind = change.kind.map_or("", |kind| labels::deputy_change(ctx.lang, kind));
            let place = change.agenda.clone().map_or(Place::People, Place::AgendaItem);
            (Beyond::of(ctx.lang).changed, kind, place)
        }
    };
    Some(Activity { template, value: value.to_owned(), place })
}

/// What somebody did, with a link to its place.
#[component]
pub fn DeedLine(
    /// What it was, see [`activity`].
    activity: Activity,
) -> impl IntoView {
    let Activity { template, value, place } = activity;
    view! { <li><a href=use_ctx().href(place)><Filled template value/></a></li> }.into_any()
}
