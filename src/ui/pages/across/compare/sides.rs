//! What two sessions have, side by side.
//!
//! A session may have thousands of suggestions and of people: the rows of these tables are made as elements (`web::dom`), which takes a
//! third of the time. They are links and words, and listen to nothing.

use crate::budget::{grouped, is_less, unit};
use crate::digest::compare::{Change, Lines, Pair, Row, agenda, budgets, figure, is_one_body, projects, side_by_side, suggestions};
use crate::digest::facts::state;
use crate::digest::posts;
use crate::fold::fold;
use crate::i18n::{Beyond, Lang, Lists, fill, labels, money};
use crate::model::{Decimal, Text, Unit};
use crate::route::{BudgetPlace, Place};
use crate::ui::components::around::dots;
use crate::ui::components::layout::Section;
use crate::ui::pages::across::pieces::{name, table};
use crate::ui::state::Ctx;
use crate::ui::web::dom::{El, built, el, link, with_text};
use leptos::prelude::*;

/// So many rows of each section are shown; the others, and what did not change, are folded below them.
const SHOWN: usize = 2;

/// Two sessions.
pub struct Sides {
    /// The language of the interface.
    pub lang: Lang,
    /// The first stands at the left.
    pub of: [Ctx; 2],
}

/// What both sessions may have.
#[derive(Clone, Copy)]
enum Kind {
    Agenda,
    Projects,
    Suggestions,
    People,
}

impl Sides {
    /// All that is compared; people only within one body.
    pub fn parts(&self) -> AnyView {
        let (words, t) = (Beyond::of(self.lang), self.lang.texts());
        let [a, b] = [self.of[0].session(), self.of[1].session()];
        let people = is_one_body(a, b).then(|| {
            let people = side_by_side(a, b);
            let about = if people.iter().any(|(_, is_unsure)| *is_unsure) { words.person_namesakes_about } else { "" };
            self.rows(t.people, about, Kind::People, &people)
        });
        let parts = [
            ("agenda", t.agenda, Some(self.pairs(t.agenda, words.compare_agenda_about, Kind::Agenda, agenda(a, b)))),
            ("budgets", t.budgets, Some(self.budget(&budgets(a, b)))),
            ("projects", t.projects, Some(self.pairs(t.projects, "", Kind::Projects, projects(a, b)))),
            ("suggestions", t.suggestions, Some(self.pairs(t.suggestions, "", Kind::Suggestions, suggestions(a, b)))),
            ("people", t.people, people),
        ];
        let parts = parts.into_iter().filter_map(|(id, label, part)| Some((id, label, part?))).collect::<Vec<_>>();
        let links = parts.iter().map(|(id, label, _)| view! { <a href=format!("#{id}")>{*label}</a>" " }.into_any()).collect::<Vec<_>>();
        let parts = parts.into_iter().map(|(id, _, part)| view! { <div id=id>{part}</div> }.into_any()).collect::<Vec<_>>();
        view! {
            <nav class="jump" aria-label=Lists::of(self.lang).jump>{links}</nav>
            {parts}
        }
        .into_any()
    }

    /// One of them: the cell, and what says whether it changed.
    fn cell(&self, kind: Kind, side: usize, at: Option<usize>) -> Option<(El, String)> {
        let (ctx, at) = (&self.of[side], at?);
        let session = ctx.session();
        // The file's own words, and ours.
        let (place, title, own, words) = match kind {
            Kind::Agenda => {
                let item = session.agenda.get(at)?;
                let state = state(item).map_or("", |state| labels::agenda_state(self.lang, state));
                let result = item.result.map_or("", |result| labels::agenda_result(self.lang, result));
                (Place::AgendaItem(item.id.clone()), &item.title, String::new(), dots(&[state, result]))
            }
            Kind::Projects => {
                let project = session.projects.get(at)?;
                let percent = project.progress_percent.value().map(|percent| percent.to_string() + "%").unwrap_or_default();
                (Place::Project(project.id.clone()), &project.title, said(project.status.as_ref()), percent)
            }
            Kind::Suggestions => {
                let suggestion = session.suggestions.get(at)?;
                let outcome = suggestion.outcome.value().map_or("", |outcome| labels::outcome(self.lang, *outcome));
                (Place::Suggestion(suggestion.id.clone()), &suggestion.title, said(suggestion.status.as_ref()), outcome.to_owned())
            }
            Kind::People => {
                let person = session.people.get(at)?;
                (Place::Person(person.id.clone()), &person.name, posts(person), String::new())
            }
        };
        let lang = ctx.content_lang();
        let dot = if own.is_empty() || words.is_empty() { "" } else { " · " };
        let state = el("small").class("quiet").add(with_text("span", "", &own).lang(&lang)).text(dot).text(&words);
        Some((el("div").add(to(&ctx.href(place), title).lang(&lang)).add(state), dots(&[&own, &words])))
    }

    /// A section of what both have or only one of them.
    fn pairs(&self, label: &'static str, about: &'static str, kind: Kind, pairs: Vec<Pair>) -> AnyView {
        self.rows(label, about, kind, &pairs.into_iter().map(|pair| (pair, false)).collect::<Vec<_>>())
    }

    /// The same; of a pair that is marked nobody knows whether it is one.
    fn rows(&self, label: &'static str, about: &'static str, kind: Kind, pairs: &[(Pair, bool)]) -> AnyView {
        let words = Beyond::of(self.lang);
        let mut counts = [0_usize; 4];
        let (mut rows, mut same) = (Vec::new(), Vec::new());
        for ((a, b), is_unsure) in pairs {
            let (a, b) = (self.cell(kind, 0, *a), self.cell(kind, 1, *b));
            let (fate, word) = match (&a, &b) {
                _ if *is_unsure => (3, words.person_namesakes),
                // What only one of them says, or writes in another way, is no change.
                (Some(a), Some(b)) if a.1 == b.1 || a.1.is_empty() || b.1.is_empty() || fold(&a.1) == fold(&b.1) => (0, words.compare_kept),
                (Some(_), Some(_)) => (0, words.compare_changed),
                (None, _) => (1, words.compare_new),
                (_, None) => (2, words.compare_gone),
            };
            counts[fate] += 1;
            let row = line(word, a.map(|a| a.0), b.map(|b| b.0));
            if word == words.compare_kept { same.push(row) } else { rows.push(row) }
        }
        if rows.is_empty() && same.is_empty() {
            return view! { <Section heading=label><p class="quiet">{words.compare_nothing}</p></Section> }.into_any();
        }
        let [kept, new, gone, unsure] = counts.map(|n| n.to_string());
        let mut sum = fill(words.compare_sum, &[&kept, &new, &gone]);
        if counts[3] > 0 {
            sum.push_str(&fill(words.compare_unsure, &[&unsure]));
        }
        let mut rest = rows.split_off(rows.len().min(SHOWN));
        rest.append(&mut same);
        let table = (!rows.is_empty()).then(|| self.table(label, rows));
        let rest = (!rest.is_empty()).then(|| {
            let summary = fill(Lists::of(self.lang).rest_of_rows, &[&rest.len().to_string()]);
            let table = self.table(label, rest);
            view! { <details><summary>{summary}</summary>{table}</details> }.into_any()
        });
        view! { <Section heading=label><p class="quiet">{sum}<br/>{about}</p>{table}{rest}</Section> }.into_any()
    }

    fn table(&self, label: &str, rows: Vec<El>) -> AnyView {
        let [a, b] = [self.of[0].session(), self.of[1].session()];
        // Two bodies may both have a first session of a first term.
        let short = is_one_body(a, b);
        let [a, b] = [a, b].map(|session| if short { name(self.lang, session) } else { session.title.to_string() });
        table("versus scroll", label, &[Beyond::of(self.lang).compare_difference, &a, &b], built(rows))
    }

    fn budget(&self, lines: &[Lines<'_>]) -> AnyView {
        let (words, t) = (Beyond::of(self.lang), self.lang.texts());
        let about = if lines.is_empty() { words.compare_nothing } else { words.compare_budget_about };
        let tables = lines.chunk_by(|a, b| a.table == b.table).filter_map(|lines| {
            let row = lines.iter().rev().find_map(|line| line.b.or(line.a))?;
            let label = dots(&[
                row.table.book.map_or(t.book_unknown, |book| labels::book(self.lang, book)),
                labels::direction(self.lang, row.table.direction),
                labels::stage(self.lang, row.budget.stage),
                row.table.scope.as_deref().unwrap_or_default(),
            ]);
            let cell = |side: usize, row: Option<Row<'_>>| row.map(|row| self.figure(side, row));
            let rows = lines.iter().map(|one| line(&self.change(one), cell(0, one.a), cell(1, one.b))).collect();
            let table = self.table(&label, rows);
            let summary = format!("{label} · {}", fill(Lists::of(self.lang).n_lines, &[&lines.len().to_string()]));
            Some(view! { <h3>{summary}</h3>{table} }.into_any())
        });
        let tables = tables.collect::<Vec<_>>();
        let count = fill(Lists::of(self.lang).all_lines, &[&lines.len().to_string()]);
        let all = (!lines.is_empty()).then(|| view! { <details><summary>{count}</summary>{tables}</details> }.into_any());
        view! { <Section heading=t.budgets><p class="quiet">{about}</p>{all}</Section> }.into_any()
    }

    fn figure(&self, side: usize, row: Row<'_>) -> El {
        let mut place = BudgetPlace::new(row.budget.id.clone());
        place.line = Some(row.line.id.clone());
        let ctx = &self.of[side];
        let name = to(&ctx.href(Place::Budget(Box::new(place))), &row.line.name).lang(&ctx.content_lang());
        let (column, amount) = match figure(row.line) {
            Some((column, amount)) => (labels::column(self.lang, column), self.amount(amount, unit(row.budget, row.table, row.line))),
            None => (self.lang.texts().not_stated, String::new()),
        };
        el("div").add(name).add(with_text("b", "", &amount)).add(small(&dots(&[&row.budget.fiscal_year.to_string(), column])))
    }

    fn amount(&self, amount: Decimal, unit: Unit) -> String {
        money::listed(self.lang, amount, unit)
    }

    fn change(&self, line: &Lines<'_>) -> String {
        let words = Beyond::of(self.lang);
        let word = match (&line.change, line.a, line.b) {
            (_, None, _) => words.compare_new,
            (_, _, None) => words.compare_gone,
            (Change::Same(_), ..) => words.compare_equal,
            (Change::Unknown, ..) => words.compare_not,
            (Change::By { difference, unit, percent, .. }, ..) => {
                let is_down = is_less(*difference, Decimal::default());
                let plain = |amount: Decimal| if is_down { amount.negated().unwrap_or(amount) } else { amount };
                let template = if is_down { words.compare_down } else { words.compare_up };
                let percent = percent.map(|percent| grouped(plain(percent)) + "%").unwrap_or_default();
                return dots(&[&fill(template, &[&self.amount(plain(*difference), *unit)]), &percent]);
            }
        };
        word.to_owned()
    }
}

fn line(word: &str, a: Option<El>, b: Option<El>) -> El {
    let cell = |of: Option<El>| el("td").class("words").add(of.unwrap_or_else(|| with_text("span", "quiet", "—")));
    el("tr").add(with_text("th", "", word).set("scope", "row")).add(cell(a)).add(cell(b))
}

fn said(text: Option<&Text>) -> String {
    text.map(ToString::to_string).unwrap_or_default()
}

fn to(href: &str, text: &str) -> El {
    link(href, text).class("t").set("data-key", href)
}

fn small(text: &str) -> El {
    with_text("small", "quiet", text)
}
