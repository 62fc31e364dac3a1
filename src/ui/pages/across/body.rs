//! A body: its terms and sessions, and what they tell together.

use crate::archive::Entry;
use crate::budget::grouped;
use crate::digest::body::{Tally, alike, counted, of_body, projects, reported, totals};
use crate::digest::{listing, person};
use crate::i18n::{Beyond, Lang, dates, fill, labels};
use crate::model::{Direction, Outcome, Person, Session};
use crate::order::ordered;
use crate::route::{Across, BudgetPlace, Place};
use crate::ui::components::around::{dots, href};
use crate::ui::components::common::{heading, section, titled};
use crate::ui::components::decided::{decided_rows, listed};
use crate::ui::components::session_list::counted as so_many;
use crate::ui::data::bodies::family;
use crate::ui::pages::across::person::{last, names};
use crate::ui::pages::across::{as_they_come, crumb, ctx, name, progress, sample_note, sessions, small, table, title, to, told, when};
use crate::ui::state::family::Family;
use crate::ui::state::{App, Ctx, session_href};
use crate::ui::web::dom::{El, el, link, with_text};

/// The page of the body with this name, which some of `entries` have.
pub fn page(app: App, lang: Lang, name: &str, entries: &[Entry]) -> Vec<El> {
    let b = Beyond::of(lang);
    title(lang, name);
    let own = of_body(entries, name);
    let mut head = el("div").class("head").add(crumb(lang.texts(), None).text(" › ").text(b.body_page)).add(heading(name).lang("zh-Hans"));
    if let Some(body) = own.first().map(|entry| &entry.assembly) {
        let place = body.place.as_deref().unwrap_or_default().replace(' ', " › ");
        let level = body.level.map_or("", |level| labels::level(lang, level));
        let short = body.short_name.as_deref().unwrap_or_default();
        head = head.add(with_text("p", "facts", &dots(&[short, &place, level, &so_many(lang, own.len())])));
    }
    let of = name.to_owned();
    let get = move || family(app, &of);
    let of = name.to_owned();
    let make = move |family: &Family| arrived(app, lang, &of, family);
    let content = el("div")
        .maybe(sample_note(b, own.iter().any(|entry| entry.is_sample)))
        .maybe(alike_note(b, entries, name))
        .add(timeline(lang, &own))
        .add(progress(app, lang, name, Box::new(get.clone())))
        .add(as_they_come(Box::new(get), Box::new(make)));
    vec![head, el("div").class("page one").add(content)]
}

/// Names that may mean the same body.
pub fn alike_note(b: &Beyond, entries: &[Entry], name: &str) -> Option<El> {
    let names = alike(entries, name);
    let mut note = with_text("p", "note", b.body_alike);
    for name in &names {
        note = note.text(" ").add(link(&href(Across::Body((*name).to_owned())), name).lang("zh-Hans"));
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
            let mut who = el("span").class("who");
            let counts = [
                (counts.agenda, t.agenda),
                (counts.suggestions, t.suggestions),
                (counts.projects, t.projects),
                (counts.resolutions, t.resolutions),
            ];
            for (n, label) in counts.into_iter().filter(|(n, _)| *n > 0) {
                who = who.text(label).text(" ").text(&n.to_string()).text(" · ");
            }
            let at = own.iter().position(|other| std::ptr::eq(*other, entry));
            if let Some(before) = at.and_then(|at| own.get(at + 1)) {
                let href = href(Across::Compare(before.id.clone(), entry.id.clone()));
                let label = dots(&[b.compare_previous, &entry.title]);
                who = who.add(link(&href, b.compare_previous).set("aria-label", &label));
            }
            let title = el("a").class("t").set("href", &session_href(&entry.id)).lang("zh-Hans").add(titled(&entry.title));
            let sample = entry.is_sample.then(|| with_text("span", "chip sample", t.sample));
            rows = rows.add(el("li").add(with_text("span", "date", &when(lang, &entry.dates))).add(title).maybe(sample).add(who));
        }
        terms = terms.add(with_text("h3", "", &term)).add(rows);
    }
    terms
}

/// What the sessions that are there tell together.
fn arrived(app: App, lang: Lang, body: &str, family: &Family) -> Vec<El> {
    let all: Vec<Ctx> = family.sessions.iter().map(|opened| ctx(app, lang, opened)).collect();
    let sessions = sessions(family);
    let mut parts = Vec::new();
    budgets(lang, &all, &sessions, &mut parts);
    over_sessions(lang, &all, &mut parts);
    let mut decided = section(lang.texts().decided).class("by-session");
    for (at, ctx) in all.iter().rev().enumerate() {
        let rows = decided_rows(ctx);
        if !rows.is_empty() {
            let summary = with_text("summary", "", &dots(&[&told(lang, ctx.session()), &rows.len().to_string()]));
            let details = el("details").set_some("open", (at < OPEN).then_some(""));
            decided = decided.add(details.add(summary).add(listed(ctx, rows)));
        }
    }
    parts.push(decided);
    let mut people: Vec<(&Person, usize)> = Vec::new();
    for seen in person::people(&sessions) {
        people.extend(last(&sessions, &seen).map(|person| (person, seen.len())));
    }
    let key = |person: &Person| person.sort_name.as_deref().unwrap_or(&person.name).to_ascii_lowercase();
    people = ordered(&people, |a, b| key(a.0).cmp(&key(b.0)));
    parts.push(section(Beyond::of(lang).body_people).add(names(lang, body, &people)));
    parts
}

/// So many sessions show their decisions without a press.
const OPEN: usize = 3;

fn budgets(lang: Lang, all: &[Ctx], sessions: &[&Session], parts: &mut Vec<El>) {
    let (t, b) = (lang.texts(), Beyond::of(lang));
    let totals = totals(sessions);
    let Some(unit) = totals.first().map(|total| total.unit) else { return };
    let is_one_unit = totals.iter().all(|total| total.unit == unit);
    let (mut rows, mut cells, mut key) = (Vec::new(), [el("td"), el("td")], None);
    for total in &totals {
        let now = Some((total.year, total.stage, total.is_part_of_year));
        if now != key {
            (key, cells) = (now, [el("td"), el("td")]);
            let year = with_text("th", "", &total.year.to_string()).set("scope", "row");
            let part = if total.is_part_of_year { t.part_of_year } else { "" };
            let stage = with_text("td", "words", labels::column(lang, total.stage)).text(" ").add(small(part));
            rows.push(el("tr").add(year).add(stage).add(cells[0].clone()).add(cells[1].clone()));
        }
        let Some(ctx) = all.get(total.session) else { continue };
        let mut place = BudgetPlace::new(total.budget.clone());
        place.line = Some(total.line.clone());
        let after = if is_one_unit { "" } else { labels::unit_after(lang, total.unit) };
        let amount = to(&ctx.href(Place::Budget(Box::new(place))), &(grouped(total.amount) + after));
        cells[total.direction as usize].append(el("div").add(amount.set("title", &name(lang, ctx.session()))));
    }
    rows.reverse();
    let head = [t.year, t.stage, labels::direction(lang, Direction::Revenue), labels::direction(lang, Direction::Expenditure)];
    let unit = if is_one_unit { fill(t.amounts_in, &[labels::unit(lang, unit)]) } else { String::new() };
    let about = with_text("p", "quiet", &dots(&[&unit, b.body_budget_about]));
    parts.push(section(b.body_budget).add(about).add(table(b.body_budget, &head, rows)));
}

/// A row of numbers of a session.
fn numbers(ctx: &Ctx, place: Place, note: &str, numbers: &[Option<usize>]) -> El {
    let session = el("th").set("scope", "row").add(to(&ctx.href(place), &name(ctx.lang, ctx.session())));
    let mut row = el("tr").add(session.add(small(note)));
    for n in numbers {
        row = row.add(with_text("td", "", &n.map_or_else(|| "—".to_owned(), |n| n.to_string())));
    }
    row
}

/// Counts of suggestions and projects, newest session first.
fn over_sessions(lang: Lang, all: &[Ctx], parts: &mut Vec<El>) {
    let (t, b, s) = (lang.texts(), Beyond::of(lang), crate::i18n::Story::of(lang));
    let (mut suggestions, mut carried) = (Vec::new(), Vec::new());
    for ctx in all.iter().rev() {
        let session = ctx.session();
        let mut add = |note: &str, tally: Tally| {
            suggestions.push(numbers(ctx, Place::Suggestions(Box::default()), note, &tally));
        };
        for totals in &session.suggestion_totals {
            add(&dots(&[s.as_reported, totals.title.as_deref().unwrap_or_default()]), reported(totals));
        }
        if !session.suggestions.is_empty() {
            add(s.in_list, counted(session));
        }
        if !session.projects.is_empty() {
            carried.push(numbers(ctx, Place::Projects, "", &projects(session).map(Some)));
        }
    }
    let outcome = |outcome| labels::outcome(lang, outcome);
    let [first, second, third, fourth] = [Outcome::A, Outcome::B, Outcome::C, Outcome::D].map(outcome);
    let heads: [(&str, Vec<El>, &[&str]); 2] = [
        (b.body_suggestions, suggestions, &[t.in_session, s.received, s.replied_count, first, second, third, fourth]),
        (b.body_projects, carried, &[t.in_session, t.projects, s.finished, b.projects_open, s.progress_unknown, t.not_selected]),
    ];
    for (title, rows, head) in heads {
        if !rows.is_empty() {
            parts.push(section(title).add(table(title, head, rows)).add(with_text("p", "quiet", b.unstated_mark)));
        }
    }
}
