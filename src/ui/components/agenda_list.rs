//! The agenda as a list, and what is said of an item.

use crate::check::short;
use crate::digest::{agenda_by_sitting, posts};
use crate::i18n::{dates, labels};
use crate::model::{AgendaItem, Sitting};
use crate::route::{BudgetPlace, Place};
use crate::ui::components::common::{dotted, on_behalf_of, outcome, person, persons};
use crate::ui::components::decided::attendance_facts;
use crate::ui::state::Ctx;
use crate::ui::web::dom::{El, el, link, with_text};

/// The agenda by sitting; `current` is marked.
pub fn agenda_list(ctx: &Ctx, current: Option<&AgendaItem>) -> El {
    let session = ctx.session();
    let has_sittings = !session.sittings.is_empty();
    let is_split = session.agenda.iter().all(|item| item.sitting.is_some());
    let mut list = el("div").lang(&ctx.content_lang());
    for (sitting, items) in agenda_by_sitting(session) {
        match sitting.and_then(|at| session.sittings.get(at)) {
            Some(sitting) => list = sitting_head(ctx, sitting, list),
            None if has_sittings => {
                list = list.add(el("p").class("sit").lang(ctx.lang.tag()).add(with_text("b", "", ctx.t.no_sitting)));
            }
            None => {}
        }
        if !items.is_empty() {
            let mut rows = el("ol").class("agenda");
            for item in items {
                rows = rows.add(row(ctx, item, current.is_some_and(|current| current.id == item.id)));
            }
            list = list.add(rows);
        } else if is_split {
            // Where no item names a sitting, saying so under each sitting would only be noise.
            list = list.add(with_text("p", "quiet none", ctx.t.sitting_no_items).lang(ctx.lang.tag()));
        }
    }
    list
}

pub fn sitting_name(ctx: &Ctx, sitting: &Sitting) -> String {
    match (&sitting.name, sitting.kind) {
        (Some(name), _) => name.to_string(),
        (None, Some(kind)) => labels::sitting_kind(ctx.lang, kind).to_owned(),
        (None, None) => short(sitting.id.as_str()),
    }
}

/// Adds the head of a sitting to the list.
pub fn sitting_head(ctx: &Ctx, sitting: &Sitting, list: El) -> El {
    let session = ctx.session();
    // The day is said only where it is not the session's only day.
    let date = sitting
        .date
        .as_ref()
        .filter(|date| Some(*date) != session.dates.start.as_ref() || session.dates.end.value() != session.dates.start.as_ref());
    let time = sitting.start.as_ref().map(|start| match &sitting.end {
        Some(end) => format!("{}–{}", start.as_str(), end.as_str()),
        None => start.as_str().to_owned(),
    });
    let when = dotted([date.map(|date| dates::date(ctx.lang, date)), time]);
    let mut head = el("div").class("sit").add(with_text("b", "", &sitting_name(ctx, sitting)));
    if !when.is_empty() {
        head = head.text(&when);
    }
    if !sitting.chairs.is_empty() {
        let label = with_text("span", "", ctx.t.presided_by).lang(ctx.lang.tag());
        head = head.add(el("span").add(label).text(" ").add(persons(ctx, &sitting.chairs)));
    }
    let attendance = sitting.attendance.as_ref();
    let attendance = attendance.map(|attendance| el("dl").class("inline").lang(ctx.lang.tag()).all(attendance_facts(ctx, attendance)));
    list.add(head).maybe(attendance)
}

pub fn row(ctx: &Ctx, item: &AgendaItem, is_current: bool) -> El {
    let class = match (is_current, item.parent.is_some()) {
        (true, _) => "hit",
        (false, true) => "part",
        (false, false) => "",
    };
    let title = link(&ctx.href(Place::AgendaItem(item.id.clone())), &item.title).class("t");
    el("li")
        .class(class)
        .add(with_text("span", "n", item.number.as_deref().unwrap_or_default()))
        .add(title.set_some("aria-current", is_current.then_some("true")))
        .maybe(outcome(ctx, item))
        .add(about(ctx, item, el("div").class("who")).maybe(links(ctx, item)))
}

/// Adds kind, what was to be done, who presented it and in which post.
pub fn about(ctx: &Ctx, item: &AgendaItem, place: El) -> El {
    let kind = item.kind.map(|kind| labels::agenda_kind(ctx.lang, kind).to_owned());
    let action = item.action.map(|action| labels::action(ctx.lang, action).to_owned());
    let words = dotted([kind.clone(), action.filter(|action| Some(action) != kind.as_ref())]);
    let content_lang = ctx.content_lang();
    let mut place = place;
    if !item.presenters.is_empty() {
        let mut presenters = el("span").class("presenters").lang(&content_lang);
        for id in &item.presenters {
            let posts = ctx.opened.lookup.person(ctx.session(), id).map(posts);
            let posts = posts.filter(|posts| !posts.is_empty()).map(|posts| with_text("span", "", " · ").text(&posts));
            presenters = presenters.add(el("span").class("presenter").add(person(ctx, id)).maybe(posts));
        }
        let behalf = on_behalf_of(ctx, &item.on_behalf_of).map(|behalf| with_text("span", "", " · ").add(behalf));
        place = place.add(presenters.maybe(behalf));
    }
    let note = item.note.as_ref().map(|note| with_text("span", "remark", note).lang(&content_lang));
    place.add(with_text("span", "quiet kind", &words).lang(ctx.lang.tag())).maybe(note)
}

/// Links to the report, the vote and the resolution.
pub fn links(ctx: &Ctx, item: &AgendaItem) -> Option<El> {
    let t = ctx.t;
    let session = ctx.session();
    let lookup = &ctx.opened.lookup;
    let mut speeches: Vec<_> = item.speeches.iter().filter_map(|id| lookup.speech(session, id.as_str())).collect();
    for speech in session.speeches.iter().filter(|speech| speech.agenda.as_ref() == Some(&item.id)) {
        if !speeches.iter().any(|known| known.id == speech.id) {
            speeches.push(speech);
        }
    }
    let mut links: Vec<(String, &'static str)> = Vec::new();
    for speech in speeches.iter().filter(|speech| !speech.blocks.is_empty()) {
        let label = if speech.kind == Some(crate::model::SpeechKind::Report) { t.read_report } else { t.read_speech };
        links.push((ctx.href(Place::Speech(speech.id.clone())), label));
    }
    let votes = item.votes.iter().filter_map(|id| lookup.vote(session, id.as_str()));
    links.extend(votes.map(|vote| (ctx.href(Place::Vote(vote.id.clone())), t.see_vote)));
    let resolutions = item.resolutions.iter().filter_map(|id| lookup.resolution(session, id.as_str()));
    links.extend(resolutions.map(|resolution| (ctx.href(Place::Resolution(resolution.id.clone())), t.see_resolution)));
    let budgets = item.budgets.iter().filter(|id| session.budgets.iter().any(|budget| budget.id == **id));
    links.extend(budgets.map(|id| (ctx.href(Place::Budget(Box::new(BudgetPlace::new(id.clone())))), t.see_budget)));
    if links.is_empty() {
        return None;
    }
    let mut place = el("span").class("links").lang(ctx.lang.tag());
    for (href, label) in links {
        place = place.add(link(&href, label).class("go").set("aria-label", &format!("{label}: {}", item.title)));
    }
    Some(place)
}
