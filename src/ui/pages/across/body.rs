//! A body: its terms and sessions, and what they tell together.

use super::{as_they_come, crumb, ctx, href, name, number, progress, sample_note, sessions, table, title, when};
use crate::archive::Entry;
use crate::budget::grouped;
use crate::digest::body::{Tally, Total, alike, counted, of_body, projects, reported, totals};
use crate::digest::{decided, listing, person, posts};
use crate::i18n::{Beyond, Lang, count, dates, fill, labels};
use crate::model::{Direction, Outcome, PersonId};
use crate::order::ordered;
use crate::route::{Across, BudgetPlace, Place};
use crate::ui::dom::{El, el, link, with_text};
use crate::ui::family::{Family, family};
use crate::ui::parts::{dotted, heading, outcome, section, titled};
use crate::ui::state::{App, Ctx, session_href};

/// The page of the body with this name, which some of `entries` have.
pub(super) fn page(app: App, lang: Lang, name: &str, entries: &[Entry]) -> Vec<El> {
    let (t, b) = (lang.texts(), Beyond::of(lang));
    title(lang, name);
    let own = of_body(entries, name);
    let body = own.first().map(|entry| &entry.assembly);
    let place = body.and_then(|body| body.place.as_deref()).map(|place| place.replace(' ', " › "));
    let level = body.and_then(|body| body.level).map(|level| labels::level(lang, level).to_owned());
    let sessions = count(lang, own.len(), "次会议", "session", "sessions");
    let short = body.and_then(|body| body.short_name.as_ref()).map(ToString::to_string);
    let head = el("div").class("head").add(crumb(t, None).text(" › ").text(b.body_page)).add(heading(name).lang("zh-Hans")).add(with_text(
        "p",
        "facts",
        &dotted([short, place, level, Some(sessions)]),
    ));
    let of = name.to_owned();
    let get = move || family(app, &of);
    let body_name = name.to_owned();
    let make = move |family: &Family| arrived(app, lang, &body_name, family);
    let content = el("div")
        .maybe(sample_note(b, own.iter().any(|entry| entry.is_sample)))
        .maybe(alike_note(b, entries, name))
        .add(timeline(lang, &own))
        .add(progress(app, lang, name, Box::new(get.clone())))
        .add(as_they_come(Box::new(get), Box::new(make)));
    vec![head, el("div").class("page one").add(content)]
}

/// Names that may mean the same body.
pub(super) fn alike_note(b: &Beyond, entries: &[Entry], name: &str) -> Option<El> {
    let names = alike(entries, name);
    let mut note = with_text("p", "note", b.body_alike);
    for (at, name) in names.iter().enumerate() {
        note = note.text(if at > 0 { "、" } else { "" }).add(link(&href(Across::Body((*name).to_owned())), name).lang("zh-Hans"));
    }
    (!names.is_empty()).then_some(note)
}

fn timeline(lang: Lang, own: &[&Entry]) -> El {
    let (t, b) = (lang.texts(), Beyond::of(lang));
    let mut terms = section(b.body_sessions);
    for (term, entries) in listing::grouped(own, |entry| entry.term) {
        let term = term.map_or_else(|| t.term_unknown.to_owned(), |term| dates::term(lang, term));
        let mut rows = el("ol").class("timeline");
        for entry in entries {
            let counts = &entry.counts;
            let counted = [
                (counts.agenda, t.agenda),
                (counts.suggestions, t.suggestions),
                (counts.projects, t.projects),
                (counts.resolutions, t.resolutions),
            ];
            let facts = counted.into_iter().filter(|(n, _)| *n > 0).map(|(n, label)| Some(format!("{label} {n}")));
            let before = own.iter().position(|other| other.id == entry.id).and_then(|at| own.get(at + 1));
            let compare = before.map(|before| {
                let name = number(lang, entry.term, entry.meeting, &entry.title);
                let label = format!("{}: {name}", b.compare_previous);
                link(&href(Across::Compare(before.id.clone(), entry.id.clone())), b.compare_previous).class("go").set("aria-label", &label)
            });
            let row = el("li")
                .add(with_text("span", "date", &when(lang, &entry.dates)))
                .add(el("a").class("t").set("href", &session_href(&entry.id)).lang("zh-Hans").add(titled(&entry.title)))
                .maybe(entry.is_sample.then(|| with_text("span", "chip sample", t.sample)))
                .add(with_text("span", "who", &dotted(facts)).maybe(compare));
            rows = rows.add(row);
        }
        terms = terms.add(with_text("h3", "", &term)).add(rows);
    }
    terms
}

/// What the sessions that are there tell together.
fn arrived(app: App, lang: Lang, body: &str, family: &Family) -> Vec<El> {
    let newest: Vec<Ctx> = family.sessions.iter().rev().map(|opened| ctx(app, lang, opened)).collect();
    let parts = [budgets(app, lang, family), suggestions(&newest), livelihood(&newest), decisions(&newest), people(lang, body, family)];
    parts.into_iter().flatten().collect()
}

fn budgets(app: App, lang: Lang, family: &Family) -> Option<El> {
    let (t, b) = (lang.texts(), Beyond::of(lang));
    let sessions = sessions(family);
    let totals = totals(&sessions);
    let unit = totals.first()?.unit;
    let is_one_unit = totals.iter().all(|total| total.unit == unit);
    let cell = |totals: &[&Total<'_>], direction: Direction| {
        let mut cell = el("td");
        for total in totals.iter().filter(|total| total.direction == direction) {
            let Some(opened) = family.sessions.get(total.session) else { continue };
            let mut place = BudgetPlace::new(total.budget.clone());
            place.line = Some(total.line.clone());
            let href = ctx(app, lang, opened).href(Place::Budget(Box::new(place)));
            let unit = if is_one_unit { "" } else { labels::unit_after(lang, total.unit) };
            let amount = link(&href, &format!("{}{unit}", grouped(total.amount))).set("data-key", &href);
            let amount = amount.set("title", &dotted([Some(total.name.to_owned()), Some(name(lang, &opened.session))]));
            let scope = total.scope.map(|scope| with_text("small", "quiet", scope));
            cell = cell.add(el("div").add(amount).maybe(scope));
        }
        cell
    };
    let mut rows = Vec::new();
    let mut rest = &totals[..];
    while let Some(first) = rest.first() {
        let key = |total: &Total<'_>| (total.year, total.stage, total.is_part_of_year);
        let same: Vec<&Total<'_>> = rest.iter().take_while(|total| key(total) == key(first)).collect();
        rest = rest.get(same.len()..).unwrap_or_default();
        let part = first.is_part_of_year.then(|| with_text("small", "quiet", t.part_of_year));
        let stage = with_text("td", "words", labels::column(lang, first.stage)).text(" ").maybe(part);
        let year = with_text("th", "", &first.year.to_string()).set("scope", "row");
        rows.push(el("tr").add(year).add(stage).add(cell(&same, Direction::Revenue)).add(cell(&same, Direction::Expenditure)));
    }
    rows.reverse();
    let head = [t.year, t.stage, labels::direction(lang, Direction::Revenue), labels::direction(lang, Direction::Expenditure)];
    let said = if is_one_unit { fill(t.amounts_in, &[labels::unit(lang, unit)]) } else { String::new() };
    let about = dotted([Some(said), Some(b.body_budget_about.to_owned())]);
    Some(section(b.body_budget).class("key-figures").add(with_text("p", "quiet", &about)).add(table(b.body_budget, &head, rows)))
}

/// The first cell of a row: the session, as a link to a place in it.
fn session_cell(ctx: &Ctx, place: Place) -> El {
    let href = ctx.href(place);
    el("th").set("scope", "row").add(link(&href, &name(ctx.lang, ctx.session())).set("data-key", &href))
}

fn numbers(row: El, numbers: &[Option<usize>]) -> El {
    numbers.iter().fold(row, |row, n| row.add(with_text("td", "", &n.map_or_else(|| "—".to_owned(), |n| n.to_string()))))
}

fn suggestions(newest: &[Ctx]) -> Option<El> {
    let ctx = newest.first()?;
    let (b, s, lang) = (Beyond::of(ctx.lang), ctx.story(), ctx.lang);
    let mut rows = Vec::new();
    for ctx in newest {
        let session = ctx.session();
        let mut add = |basis: &str, note: Option<&str>, tally: Tally| {
            let note = note.map(|note| with_text("small", "quiet", note).lang(&ctx.content_lang()));
            let row = el("tr")
                .add(session_cell(ctx, Place::Suggestions(Box::default())))
                .add(with_text("td", "words", basis).text(" ").maybe(note));
            rows.push(numbers(row, &tally));
        };
        for totals in &session.suggestion_totals {
            add(s.as_reported, totals.title.as_deref(), reported(totals));
        }
        if !session.suggestions.is_empty() {
            add(s.in_list, None, counted(session));
        }
    }
    let outcome = |outcome| labels::outcome(lang, outcome);
    let head = [
        ctx.t.in_session,
        b.basis,
        s.received,
        s.replied_count,
        outcome(Outcome::A),
        outcome(Outcome::B),
        outcome(Outcome::C),
        outcome(Outcome::D),
    ];
    let legend = with_text("p", "quiet", b.unstated_mark);
    (!rows.is_empty()).then(|| section(b.body_suggestions).add(table(b.body_suggestions, &head, rows)).add(legend))
}

fn livelihood(newest: &[Ctx]) -> Option<El> {
    let ctx = newest.first()?;
    let (b, s) = (Beyond::of(ctx.lang), ctx.story());
    let of = newest.iter().filter(|ctx| !ctx.session().projects.is_empty());
    let rows: Vec<El> =
        of.map(|ctx| numbers(el("tr").add(session_cell(ctx, Place::Projects)), &projects(ctx.session()).map(Some))).collect();
    let head = [ctx.t.in_session, b.projects_listed, s.finished, b.projects_open, s.progress_unknown, ctx.t.not_selected];
    (!rows.is_empty()).then(|| section(b.body_projects).add(table(b.body_projects, &head, rows)))
}

/// So many sessions show their decisions without a press.
const OPEN: usize = 3;

fn decisions(newest: &[Ctx]) -> Option<El> {
    let mut sessions = Vec::new();
    for ctx in newest {
        let session = ctx.session();
        let row = |place: Place, title: &str, chip: Option<El>| {
            let href = ctx.href(place);
            el("li").add(link(&href, title).class("t").set("data-key", &href)).maybe(chip)
        };
        let items: Vec<_> = decided(session).collect();
        let mut rows: Vec<El> = items.iter().map(|item| row(Place::AgendaItem(item.id.clone()), &item.title, outcome(ctx, item))).collect();
        for resolution in session.resolutions.iter().filter(|one| !items.iter().any(|item| item.resolutions.contains(&one.id))) {
            let kind = resolution.kind.map(|kind| with_text("span", "chip", labels::resolution_kind(ctx.lang, kind)).lang(ctx.lang.tag()));
            rows.push(row(Place::Resolution(resolution.id.clone()), &resolution.title, kind));
        }
        if rows.is_empty() {
            continue;
        }
        let told = format!("{} · {} ", name(ctx.lang, session), when(ctx.lang, &session.dates));
        let summary = with_text("summary", "", &told).add(with_text("span", "quiet", &format!("({})", rows.len())));
        let list = el("ul").class("decided").lang(&ctx.content_lang()).all(rows);
        sessions.push(el("details").set_some("open", (sessions.len() < OPEN).then_some("")).add(summary).add(list));
    }
    let b = Beyond::of(newest.first()?.lang);
    (!sessions.is_empty()).then(|| section(b.body_decided).class("by-session").all(sessions))
}

fn people(lang: Lang, body: &str, family: &Family) -> Option<El> {
    let sessions = sessions(family);
    let mut all = Vec::new();
    for seen in person::people(&sessions) {
        if let Some(person) = seen.last().and_then(|last| last.of(&sessions)) {
            all.push((person.sort_name.as_deref().unwrap_or(&person.name).to_ascii_lowercase(), person, seen.len()));
        }
    }
    let mut rows = el("ul").class("names").lang("zh-Hans");
    for (_, person, n) in ordered(&all, |a, b| a.0.cmp(&b.0)) {
        rows = rows.add(el("li").add(person_link(body, &person.id, &person.name)).add(with_text(
            "small",
            "quiet",
            &dotted([Some(posts(person)), (n > 1).then(|| fill(Beyond::of(lang).in_sessions, &[&n.to_string()]))]),
        )));
    }
    (!all.is_empty()).then(|| section(Beyond::of(lang).body_people).add(rows))
}

/// A person's name with a link to their page across sessions.
pub(super) fn person_link(body: &str, id: &PersonId, name: &str) -> El {
    let href = href(Across::Person { body: body.to_owned(), person: id.clone() });
    link(&href, name).class("t").set("data-key", &href)
}
