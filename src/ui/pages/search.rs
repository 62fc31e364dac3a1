//! A search in the session: what is found, by kind, and the ways on where nothing is.

use crate::i18n::{Find, fill, labels};
use crate::model::{PersonId, SittingId};
use crate::order::insert;
use crate::route::{Asked, Kind, Place, Route};
use crate::search::{Group, Only, Query, only};
use crate::ui::actions::navigation;
use crate::ui::components::common::{chooser, heading, one_column};
use crate::ui::data::readings::meant;
use crate::ui::state::place::asked;
use crate::ui::state::{App, Ctx};
use crate::ui::web::dom::{El, button, el, link, with_text};
use crate::ui::web::task::effect;
use leptos::prelude::*;

pub mod everywhere;
mod recent;
mod rows;
mod ways;

/// So many are shown of each kind beside the others, of one kind at first, and when more are asked for. The first must follow a key.
const FEW: usize = 5;
const FIRST: usize = 20;
const MORE: usize = 50;

/// The page.
pub fn page(ctx: &Ctx) -> AnyView {
    let status = el("p").class("count quiet").set("role", "status");
    let place = el("div").class("answers").lang(&ctx.content_lang());
    let limits = limits(ctx);
    let shown = RwSignal::new(FIRST);
    let (here, told, results, limited) = (ctx.clone(), status.clone(), place.clone(), limits.clone());
    let mut last = Asked::default();
    effect(move || {
        let Some(asked) = asked(here.app) else { return };
        if asked != last {
            last = asked.clone();
            shown.update_untracked(|shown| *shown = FIRST);
        }
        let answer = answer(&here, &asked);
        told.say(&answer.told);
        limited.element().toggle_attribute_with_force("hidden", answer.all.is_empty() && !has_limits(&asked)).ok();
        results.renew(content(&here, &asked, &answer, shown));
    });
    let heading = heading(ctx.find().find);
    one_column(vec![el("section").class("search").add(heading).add(status).add(limits).add(place)])
}

/// What a search found.
struct Answer {
    query: Query,
    /// Everything, without the limit to a kind.
    all: Vec<Group>,
    told: String,
    /// Letters could not be read as pinyin.
    is_unread: bool,
}

fn answer(ctx: &Ctx, asked: &Asked) -> Answer {
    let f = ctx.find();
    let (query, is_unread) = meant(ctx.app, &ctx.opened, &asked.text);
    let all = found(ctx, asked, &query);
    let wanted = || all.iter().filter(|group| asked.kind.is_none_or(|kind| kind == group.kind)).flat_map(|group| &group.hits);
    let (count, places) = (wanted().count(), wanted().map(|hit| hit.count as usize).sum::<usize>());
    let told = match () {
        () if asked.text.trim().is_empty() => String::new(),
        () if query.terms.is_empty() => nothing_asked(f, asked, &query),
        () if count == 0 => fill(f.find_none, &[asked.text.trim()]),
        () => fill(f.find_count, &[&count.to_string(), &places.to_string()]),
    };
    Answer { query, all, told, is_unread }
}

/// Why a query asks for nothing.
fn nothing_asked(f: &Find, asked: &Asked, query: &Query) -> String {
    if query.without.is_empty() { fill(f.find_nothing, &[asked.text.trim()]) } else { f.find_only_without.to_owned() }
}

fn found(ctx: &Ctx, asked: &Asked, query: &Query) -> Vec<Group> {
    let limits = Only { who: asked.who.clone(), sitting: asked.sitting.clone() };
    only(ctx.opened.corpus().find(query), ctx.session(), &ctx.opened.lookup, &limits)
}

fn has_limits(asked: &Asked) -> bool {
    asked.kind.is_some() || asked.who.is_some() || asked.sitting.is_some()
}

fn content(ctx: &Ctx, asked: &Asked, answer: &Answer, shown: RwSignal<usize>) -> Vec<El> {
    let f = ctx.find();
    let lang = ctx.lang.tag();
    if asked.text.trim().is_empty() {
        return recent::content(ctx.app, ctx.lang).into_iter().map(|part| part.lang(lang)).collect();
    }
    let mut content = Vec::new();
    if answer.is_unread {
        content.push(with_text("p", "note", f.find_unread).lang(lang));
    }
    let spelled: Vec<&str> = answer.query.terms.iter().flat_map(|term| &term.others).map(String::as_str).collect();
    if !spelled.is_empty() {
        content.push(with_text("p", "quiet spelled", &fill(f.find_spelled, &[&spelled.join("、")])).lang(lang));
    }
    if answer.all.len() > 1 || asked.kind.is_some() {
        content.push(kinds(ctx, asked, &answer.all).lang(lang));
    }
    let mut count = 0;
    for group in answer.all.iter().filter(|group| asked.kind.is_none_or(|kind| kind == group.kind)) {
        count += group.hits.len();
        let is_one = asked.kind.is_some() || answer.all.len() == 1;
        let most = if is_one { shown.get() } else { FEW };
        let mut section = el("section").add(with_text("h2", "", labels::found_kind(ctx.lang, group.kind)).lang(lang));
        section = section.add(rows::rows(ctx, &answer.query, &group.hits, most, &asked.text));
        let left = group.hits.len().saturating_sub(most);
        if left > 0 && is_one {
            let more = fill(f.find_more, &[&left.min(MORE).to_string()]);
            let press = move |_| shown.update(|shown| *shown += MORE);
            section = section.add(el("p").add(button("btn", &more, Box::new(press)).set("data-key", "more").lang(lang)));
        } else if left > 0 {
            let href = href(ctx, Asked { kind: Some(group.kind), ..asked.clone() });
            section = section.add(el("p").add(link(&href, &fill(f.find_all_of, &[&group.hits.len().to_string()])).class("all").lang(lang)));
        }
        content.push(section);
    }
    if count == 0 {
        content.push(ways::ways(ctx, asked, &answer.query).lang(lang));
    } else if ctx.is_public() || crate::ui::web::embedded::template().is_some() {
        let everywhere = Route::Search(Box::new(Asked::new(&asked.text))).href();
        content.push(el("p").class("further").add(link(&everywhere, &fill(f.find_way_everywhere, &[asked.text.trim()]))).lang(lang));
    }
    content
}

fn href(ctx: &Ctx, asked: Asked) -> String {
    ctx.href(Place::Search(Box::new(asked)))
}

/// The kinds that there are, each with a link that limits the results to it or lifts the limit.
fn kinds(ctx: &Ctx, asked: &Asked, all: &[Group]) -> El {
    let mut kinds = el("nav").class("kinds").set("aria-label", ctx.find().find_kinds);
    let total = all.iter().map(|group| group.hits.len()).sum::<usize>();
    let rows = all.iter().map(|group| (Some(group.kind), group.hits.len()));
    for (kind, count) in std::iter::once((None, total)).chain(rows) {
        let label = kind.map_or(ctx.t.all, |kind| labels::found_kind(ctx.lang, kind));
        let one = link(&href(ctx, Asked { kind, ..asked.clone() }), label).set("data-key", kind_key(kind));
        let one = one.add(with_text("small", "", &count.to_string()));
        kinds = kinds.add(if kind == asked.kind { one.set("aria-current", "true") } else { one });
    }
    kinds
}

fn kind_key(kind: Option<Kind>) -> &'static str {
    crate::route::KINDS.iter().find(|(known, _)| Some(*known) == kind).map_or("kind-all", |(_, name)| name)
}

/// Limits to a speaker and a sitting, where there is something to choose from.
fn limits(ctx: &Ctx) -> El {
    let f = ctx.find();
    let session = ctx.session();
    let mut seen = Vec::new();
    let mut ids: Vec<&PersonId> = Vec::new();
    ids.extend(session.speeches.iter().filter_map(|speech| speech.speaker.as_ref()));
    ids.extend(session.agenda.iter().flat_map(|item| &item.presenters));
    ids.extend(session.suggestions.iter().flat_map(crate::digest::follow::movers));
    ids.retain(|id| insert(&mut seen, id.as_str()));
    let named = |id: &PersonId| ctx.opened.lookup.person(session, id).map(|person| (id.to_string(), person.name.to_string()));
    let people: Vec<(String, String)> = ids.into_iter().filter_map(named).collect();
    let sittings = session.sittings.iter().filter_map(|sitting| Some((sitting.id.to_string(), sitting.name.as_ref()?.to_string())));
    let (app, here) = (ctx.app, ctx.clone());
    let go = move |change: &dyn Fn(&mut Asked)| {
        let mut next = untrack(|| asked(app)).unwrap_or_default();
        change(&mut next);
        navigation::go(app, Route::to(here.door.clone(), Place::Search(Box::new(next))));
    };
    let also = go.clone();
    let who = chooser(
        ctx.t.all,
        f.find_speaker,
        &people,
        Box::new(move || asked(app)?.who.map(|id| id.to_string())),
        Box::new(move |value| go(&|asked| asked.who = value.clone().map(PersonId))),
    );
    let sitting = chooser(
        ctx.t.all,
        f.find_sitting,
        &sittings.collect::<Vec<_>>(),
        Box::new(move || asked(app)?.sitting.map(|id| id.to_string())),
        Box::new(move |value| also(&|asked| asked.sitting = value.clone().map(SittingId))),
    );
    let form = el("form").class("filters").set("aria-label", f.find_limits).on("submit", Box::new(|event| event.prevent_default()));
    form.maybe(who).maybe(sitting)
}

/// What the title of the window says.
fn title(app: App, f: &Find, asked: &Asked, after: &str) {
    let text = asked.text.trim();
    let first = if text.is_empty() { f.find.to_owned() } else { fill(f.find_title, &[text]) };
    document().set_title(&format!("{first} · {after}{}", app.lang.get_untracked().texts().name));
}
