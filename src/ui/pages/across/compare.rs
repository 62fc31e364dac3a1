//! Two sessions side by side.

use crate::budget::{grouped, is_less, unit};
use crate::digest::compare::{Change, Lines, Pair, Row, agenda, budgets, figure, is_one_body, persons, projects, suggestions};
use crate::digest::posts;
use crate::i18n::{Beyond, Lang, fill, labels};
use crate::model::{Decimal, SessionId, Unit};
use crate::route::{Across, BudgetPlace, Place};
use crate::ui::components::around::{dots, href};
use crate::ui::components::common::{heading, section};
use crate::ui::data::bodies::two;
use crate::ui::pages::across::{crumb, ctx, lost, name, progress, sample_note, small, title, to, when};
use crate::ui::state::family::Family;
use crate::ui::state::{App, Ctx};
use crate::ui::web::dom::{El, el, link, with_text};
use crate::ui::web::task::effect;

/// The page of two sessions, the first at the left.
pub fn page(app: App, lang: Lang, a: &SessionId, b: &SessionId) -> Vec<El> {
    let words = Beyond::of(lang);
    title(lang, words.compare_title);
    let head = el("div").class("head").add(crumb(lang.texts(), None)).add(heading(words.compare_title));
    let content = if a == b {
        el("div").add(with_text("p", "", &fill(words.compare_same, &[a.as_str()]))).add(lost(lang))
    } else {
        let key = href(Across::Compare(a.clone(), b.clone()));
        let (ids, of) = ([a.clone(), b.clone()], key.clone());
        let get = move || two(app, &of, [&ids[0], &ids[1]]);
        let ids = [a.clone(), b.clone()];
        let place = el("div").class("live");
        let (shown, again) = (place.clone(), get.clone());
        effect(move || shown.renew(content(app, lang, &ids, &again())));
        el("div").add(progress(app, lang, &key, Box::new(get))).add(place)
    };
    vec![head, el("div").class("page one").add(content)]
}

/// What is there of the two; a way on where one of them is not.
fn content(app: App, lang: Lang, ids: &[SessionId; 2], family: &Family) -> Vec<El> {
    if family.left > 0 {
        return Vec::new();
    }
    let mut parts = Vec::new();
    let mut of = Vec::new();
    for id in ids {
        match family.sessions.iter().find(|opened| opened.session.id == *id) {
            Some(opened) => of.push(ctx(app, lang, opened)),
            None => parts.push(with_text("p", "", &fill(Beyond::of(lang).compare_missing, &[id.as_str()]))),
        }
    }
    match <[Ctx; 2]>::try_from(of) {
        Ok(of) => Two { lang, of }.parts(),
        Err(of) => {
            parts.extend(of.iter().map(|ctx| el("p").add(to(&ctx.href(Place::Overview), &ctx.session().title))));
            parts.push(lost(lang));
            parts
        }
    }
}

struct Two {
    lang: Lang,
    of: [Ctx; 2],
}

/// What both sessions may have.
#[derive(Clone, Copy)]
enum Kind {
    Agenda,
    Projects,
    Suggestions,
    People,
}

impl Two {
    fn parts(self) -> Vec<El> {
        let (words, t) = (Beyond::of(self.lang), self.lang.texts());
        let [a, b] = [self.of[0].session(), self.of[1].session()];
        title(self.lang, &dots(&[words.compare_title, &a.title, &b.title]));
        let mut heads = el("div").class("two");
        for ctx in &self.of {
            let session = ctx.session();
            let body = link(&href(Across::Body(session.assembly.name.to_string())), &session.assembly.name).lang(&ctx.content_lang());
            let when = with_text("p", "quiet", &when(self.lang, &session.dates)).text(" · ").add(body);
            heads = heads.add(el("div").add(el("h2").add(to(&ctx.href(Place::Overview), &session.title))).add(when));
        }
        let swap = link(&href(Across::Compare(b.id.clone(), a.id.clone())), words.compare_swap).class("go");
        let mut parts = vec![heads.add(swap)];
        parts.extend(sample_note(words, a.is_sample || b.is_sample));
        let is_one = is_one_body(a, b);
        if !is_one {
            parts.push(with_text("p", "note", words.compare_bodies));
        }
        parts.push(self.pairs(t.agenda, words.compare_agenda_about, Kind::Agenda, &agenda(a, b)));
        parts.push(self.budget(&budgets(a, b)));
        parts.push(self.pairs(t.projects, "", Kind::Projects, &projects(a, b)));
        parts.push(self.pairs(t.suggestions, "", Kind::Suggestions, &suggestions(a, b)));
        if is_one {
            parts.push(self.pairs(t.people, "", Kind::People, &persons(a, b)));
        }
        parts
    }

    /// One of them: the cell, and what tells whether it changed.
    fn cell(&self, kind: Kind, side: usize, at: Option<usize>) -> Option<(El, String)> {
        let (ctx, at) = (&self.of[side], at?);
        let session = ctx.session();
        let (place, title, told) = match kind {
            Kind::Agenda => {
                let item = session.agenda.get(at)?;
                let result = item.result.map_or("", |result| labels::agenda_result(self.lang, result));
                (Place::AgendaItem(item.id.clone()), &item.title, result.to_owned())
            }
            Kind::Projects => {
                let project = session.projects.get(at)?;
                let percent = project.progress_percent.value().map(|percent| percent.to_string() + "%").unwrap_or_default();
                (Place::Project(project.id.clone()), &project.title, dots(&[project.status.as_deref().unwrap_or_default(), &percent]))
            }
            Kind::Suggestions => {
                let suggestion = session.suggestions.get(at)?;
                let outcome = suggestion.outcome.value().map_or("", |outcome| labels::outcome(self.lang, *outcome));
                let told = dots(&[suggestion.status.as_deref().unwrap_or_default(), outcome]);
                (Place::Suggestion(suggestion.id.clone()), &suggestion.title, told)
            }
            Kind::People => {
                let person = session.people.get(at)?;
                (Place::Person(person.id.clone()), &person.name, posts(person))
            }
        };
        Some((el("div").add(to(&ctx.href(place), title).lang(&ctx.content_lang())).add(small(&told)), told))
    }

    /// A section of what both have or only one of them.
    fn pairs(&self, label: &str, about: &str, kind: Kind, pairs: &[Pair]) -> El {
        let words = Beyond::of(self.lang);
        let mut counts = [0_usize; 3];
        let mut rows = Vec::new();
        for (a, b) in pairs {
            let (a, b) = (self.cell(kind, 0, *a), self.cell(kind, 1, *b));
            let (fate, word) = match (&a, &b) {
                // What only one of them says is no change.
                (Some(a), Some(b)) if a.1 == b.1 || a.1.is_empty() || b.1.is_empty() => (0, words.compare_kept),
                (Some(_), Some(_)) => (0, words.compare_changed),
                (None, _) => (1, words.compare_new),
                (_, None) => (2, words.compare_gone),
            };
            counts[fate] += 1;
            rows.push(line(word, a.map(|a| a.0), b.map(|b| b.0)));
        }
        let part = section(label);
        if rows.is_empty() {
            return part.add(with_text("p", "quiet", words.compare_nothing));
        }
        let counts = counts.map(|n| n.to_string());
        let sum = fill(words.compare_sum, &counts.each_ref().map(String::as_str));
        part.add(with_text("p", "quiet", &sum).add(el("br")).text(about)).add(self.table(label, rows))
    }

    fn table(&self, label: &str, rows: Vec<El>) -> El {
        let [a, b] = [self.of[0].session(), self.of[1].session()];
        // Two bodies may both have a first session of a first term.
        let short = is_one_body(a, b);
        let [a, b] = [a, b].map(|session| if short { name(self.lang, session) } else { session.title.to_string() });
        crate::ui::pages::across::table(label, &[Beyond::of(self.lang).compare_difference, &a, &b], rows).class("versus scroll")
    }

    fn budget(&self, lines: &[Lines<'_>]) -> El {
        let (words, t) = (Beyond::of(self.lang), self.lang.texts());
        let about = if lines.is_empty() { words.compare_nothing } else { words.compare_budget_about };
        let mut part = section(t.budgets).add(with_text("p", "quiet", about));
        let mut rows: Vec<El> = Vec::new();
        for (at, line) in lines.iter().enumerate() {
            let Some(row) = line.b.or(line.a) else { continue };
            let label = dots(&[
                row.table.book.map_or(t.book_unknown, |book| labels::book(self.lang, book)),
                labels::direction(self.lang, row.table.direction),
                labels::stage(self.lang, row.budget.stage),
                row.table.scope.as_deref().unwrap_or_default(),
            ]);
            let cell = |side: usize, row: Option<Row<'_>>| row.map(|row| self.figure(side, row));
            rows.push(crate::ui::pages::across::compare::line(&self.change(line), cell(0, line.a), cell(1, line.b)));
            if lines.get(at + 1).is_none_or(|next| next.table != line.table) {
                part = part.add(with_text("h3", "", &label)).add(self.table(&label, std::mem::take(&mut rows)));
            }
        }
        part
    }

    fn figure(&self, side: usize, row: Row<'_>) -> El {
        let mut place = BudgetPlace::new(row.budget.id.clone());
        place.line = Some(row.line.id.clone());
        let name = to(&self.of[side].href(Place::Budget(Box::new(place))), &row.line.name);
        let (column, amount) = match figure(row.line) {
            Some((column, amount)) => (labels::column(self.lang, column), self.amount(amount, unit(row.budget, row.table, row.line))),
            None => (self.lang.texts().not_stated, String::new()),
        };
        el("div").add(name).add(with_text("b", "", &amount)).add(small(&dots(&[&row.budget.fiscal_year.to_string(), column])))
    }

    #[inline(never)]
    fn amount(&self, amount: Decimal, unit: Unit) -> String {
        grouped(amount) + labels::unit_after(self.lang, unit)
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

#[inline(never)]
fn line(word: &str, a: Option<El>, b: Option<El>) -> El {
    let cell = |of: Option<El>| el("td").class("words").add(of.unwrap_or_else(|| with_text("span", "quiet", "—")));
    el("tr").add(with_text("th", "", word).set("scope", "row")).add(cell(a)).add(cell(b))
}
