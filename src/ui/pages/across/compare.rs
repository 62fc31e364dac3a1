//! Two sessions side by side.

use super::{crumb, ctx, href, lost, name, progress, sample_note, title, when};
use crate::budget::{grouped, is_less};
use crate::digest::compare::{Change, Lines, Pair, Row, agenda, budgets, figure, is_one_body, persons, projects, suggestions};
use crate::digest::posts;
use crate::i18n::{Beyond, Lang, fill, labels};
use crate::model::{Decimal, SessionId};
use crate::route::{Across, BudgetPlace, Place};
use crate::ui::dom::{El, el, link, with_text};
use crate::ui::family::{Family, two};
use crate::ui::parts::{dotted, heading, section, titled};
use crate::ui::state::{App, Ctx, session_href};

/// The page of two sessions, the first at the left.
pub(super) fn page(app: App, lang: Lang, a: &SessionId, b: &SessionId) -> Vec<El> {
    let (t, words) = (lang.texts(), Beyond::of(lang));
    title(lang, words.compare_title);
    if a == b {
        return vec![
            lost(lang, words.compare_title, &fill(words.compare_same, &[a.as_str()]))
                .add(el("p").add(link(&session_href(a), t.to_overview))),
        ];
    }
    let head = el("div").class("head").add(crumb(t, None)).add(heading(words.compare_title));
    let key = href(Across::Compare(a.clone(), b.clone()));
    let (ids, of) = ([a.clone(), b.clone()], key.clone());
    let get = move || two(app, &of, [&ids[0], &ids[1]]);
    let ids = [a.clone(), b.clone()];
    let place = el("div").class("live");
    let (shown, again) = (place.clone(), get.clone());
    crate::ui::live::effect(move || shown.renew(content(app, lang, &ids, &again())));
    let content = el("div").add(progress(app, lang, &key, Box::new(get))).add(place);
    vec![head, el("div").class("page one").add(content)]
}

/// What is there of the two; a way on where one of them is not.
fn content(app: App, lang: Lang, ids: &[SessionId; 2], family: &Family) -> Vec<El> {
    let find = |id: &SessionId| family.sessions.iter().find(|opened| opened.session.id == *id).map(|opened| ctx(app, lang, opened));
    let words = Beyond::of(lang);
    if let [Some(a), Some(b)] = ids.each_ref().map(find) {
        return Two { lang, of: [a, b] }.parts();
    }
    if family.left > 0 {
        return Vec::new();
    }
    let mut said = Vec::new();
    for id in ids {
        said.push(match find(id) {
            Some(ctx) => el("p").add(link(&session_href(id), &ctx.session().title)),
            None => with_text("p", "", &fill(words.compare_missing, &[id.as_str()])),
        });
    }
    said.push(el("p").add(link(&crate::route::Route::home().href(), lang.texts().back_home).class("btn primary")));
    said
}

struct Two {
    lang: Lang,
    of: [Ctx; 2],
}

/// What a table of pairs shows of one of them: the cell, and what tells whether it changed.
type Cell<'a> = dyn Fn(&Ctx, usize) -> Option<(El, String)> + 'a;

impl Two {
    fn parts(self) -> Vec<El> {
        let words = Beyond::of(self.lang);
        let [a, b] = [self.of[0].session(), self.of[1].session()];
        title(self.lang, &format!("{} · {} / {}", words.compare_title, a.title, b.title));
        let mut parts = vec![self.heads()];
        parts.extend(sample_note(words, a.is_sample || b.is_sample));
        if !is_one_body(a, b) {
            parts.push(with_text("p", "note", words.compare_bodies));
        }
        let t = self.lang.texts();
        let linked = |ctx: &Ctx, place: Place, title: &str, told: String| {
            let small = (!told.is_empty()).then(|| with_text("small", "quiet", &told));
            (el("div").add(link(&ctx.href(place), title).lang(&ctx.content_lang())).maybe(small), told)
        };
        let of_agenda = |ctx: &Ctx, at: usize| {
            let item = ctx.session().agenda.get(at)?;
            let told = item.result.map(|result| labels::agenda_result(self.lang, result).to_owned()).unwrap_or_default();
            Some(linked(ctx, Place::AgendaItem(item.id.clone()), &item.title, told))
        };
        parts.push(self.pairs(t.agenda, words.compare_agenda_about, &agenda(a, b), &of_agenda));
        parts.push(self.budget(&budgets(a, b)));
        let of_project = |ctx: &Ctx, at: usize| {
            let project = ctx.session().projects.get(at)?;
            let progress = project.progress_percent.value().map(|percent| format!("{percent}%"));
            let told = dotted([project.status.as_ref().map(ToString::to_string), progress]);
            Some(linked(ctx, Place::Project(project.id.clone()), &project.title, told))
        };
        parts.push(self.pairs(t.projects, "", &projects(a, b), &of_project));
        let of_suggestion = |ctx: &Ctx, at: usize| {
            let suggestion = ctx.session().suggestions.get(at)?;
            let outcome = suggestion.outcome.value().map(|outcome| labels::outcome(self.lang, *outcome).to_owned());
            let told = dotted([suggestion.status.as_ref().map(ToString::to_string), outcome]);
            Some(linked(ctx, Place::Suggestion(suggestion.id.clone()), &suggestion.title, told))
        };
        parts.push(self.pairs(t.suggestions, "", &suggestions(a, b), &of_suggestion));
        if is_one_body(a, b) {
            let of_person = |ctx: &Ctx, at: usize| {
                let person = ctx.session().people.get(at)?;
                Some(linked(ctx, Place::Person(person.id.clone()), &person.name, posts(person)))
            };
            parts.push(self.pairs(t.people, "", &persons(a, b), &of_person));
        }
        parts
    }

    fn heads(&self) -> El {
        let mut heads = el("div").class("two");
        for ctx in &self.of {
            let session = ctx.session();
            let title = el("a").class("t").set("href", &ctx.href(Place::Overview)).lang(&ctx.content_lang()).add(titled(&session.title));
            let body = link(&href(Across::Body(session.assembly.name.to_string())), &session.assembly.name).lang(&ctx.content_lang());
            heads = heads.add(
                el("div").add(el("h2").add(title)).add(with_text("p", "quiet", &when(self.lang, &session.dates)).text(" · ").add(body)),
            );
        }
        let [a, b] = self.of.each_ref().map(|ctx| ctx.session().id.clone());
        heads.add(link(&href(Across::Compare(b, a)), Beyond::of(self.lang).compare_swap).class("go"))
    }

    /// A section of what both have or only one of them.
    fn pairs(&self, label: &str, about: &str, pairs: &[Pair], cell: &Cell<'_>) -> El {
        let words = Beyond::of(self.lang);
        let mut counts = [0_usize; 3];
        let mut rows = Vec::new();
        for (a, b) in pairs {
            let a = a.and_then(|at| cell(&self.of[0], at));
            let b = b.and_then(|at| cell(&self.of[1], at));
            let (fate, word) = match (&a, &b) {
                (Some(a), Some(b)) if a.1 == b.1 => (0, words.compare_kept),
                (Some(_), Some(_)) => (0, words.compare_changed),
                (None, _) => (1, words.compare_new),
                (_, None) => (2, words.compare_gone),
            };
            counts[fate] += 1;
            rows.push(line(word, a.map(|a| a.0), b.map(|b| b.0)));
        }
        let counts = counts.map(|n| n.to_string());
        let sum = fill(words.compare_sum, &counts.each_ref().map(String::as_str));
        self.told(label, &[about, &sum], rows)
    }

    fn told(&self, label: &str, about: &[&str], rows: Vec<El>) -> El {
        let part = section(label);
        if rows.is_empty() {
            return part.add(with_text("p", "quiet", Beyond::of(self.lang).compare_nothing));
        }
        part.add(with_text("p", "quiet", &about.join(if self.lang == Lang::En { " " } else { "" }))).add(self.table(label, rows))
    }

    fn table(&self, label: &str, rows: Vec<El>) -> El {
        let [a, b] = self.of.each_ref().map(|ctx| {
            let number = name(self.lang, ctx.session());
            // Two bodies may both have a first session of a first term.
            if is_one_body(self.of[0].session(), self.of[1].session()) { number } else { ctx.session().title.to_string() }
        });
        super::table(label, &[Beyond::of(self.lang).compare_difference, &a, &b], rows).class("versus scroll")
    }

    fn budget(&self, lines: &[Lines<'_>]) -> El {
        let words = Beyond::of(self.lang);
        let mut part = self.told(self.lang.texts().budgets, &[words.compare_budget_about], Vec::new());
        if !lines.is_empty() {
            part = section(self.lang.texts().budgets).add(with_text("p", "quiet", words.compare_budget_about));
        }
        let mut rows = Vec::new();
        let mut label = String::new();
        for line in lines {
            let Some(row) = line.b.or(line.a) else { continue };
            let book = row.table.book.map_or(self.lang.texts().book_unknown, |book| labels::book(self.lang, book));
            let direction = labels::direction(self.lang, row.table.direction);
            let stage = labels::stage(self.lang, row.budget.stage);
            let scope = row.table.scope.as_ref().map(ToString::to_string);
            let now = dotted([Some(book.to_owned()), Some(direction.to_owned()), Some(stage.to_owned()), scope]);
            if now != label && !rows.is_empty() {
                part = part.add(with_text("h3", "", &label)).add(self.table(&label, std::mem::take(&mut rows)));
            }
            label = now;
            let word = self.change(line);
            let cell = |side: usize, row: Option<Row<'_>>| row.map(|row| self.figure(&self.of[side], row));
            rows.push(self::line(&word, cell(0, line.a), cell(1, line.b)));
        }
        if rows.is_empty() { part } else { part.add(with_text("h3", "", &label)).add(self.table(&label, rows)) }
    }

    fn figure(&self, ctx: &Ctx, row: Row<'_>) -> El {
        let mut place = BudgetPlace::new(row.budget.id.clone());
        place.line = Some(row.line.id.clone());
        let name = link(&ctx.href(Place::Budget(Box::new(place))), &row.line.name).lang(&ctx.content_lang());
        let unit = crate::budget::unit(row.budget, row.table, row.line);
        let (column, amount) = match figure(row.line) {
            Some((column, amount)) => (labels::column(self.lang, column), self.amount(amount, unit)),
            None => (self.lang.texts().not_stated, String::new()),
        };
        let told = dotted([Some(row.budget.fiscal_year.to_string()), Some(column.to_owned())]);
        el("div").add(name).add(with_text("b", "", &amount)).add(with_text("small", "quiet", &told))
    }

    fn amount(&self, amount: Decimal, unit: crate::model::Unit) -> String {
        format!("{}{}", grouped(amount), labels::unit_after(self.lang, unit))
    }

    fn change(&self, line: &Lines<'_>) -> String {
        let words = Beyond::of(self.lang);
        match (&line.change, line.a, line.b) {
            (_, None, _) => words.compare_new.to_owned(),
            (_, _, None) => words.compare_gone.to_owned(),
            (Change::Same(_), ..) => words.compare_equal.to_owned(),
            (Change::Unknown, ..) => words.compare_not.to_owned(),
            (Change::By { difference, unit, percent, .. }, ..) => {
                let is_down = is_less(*difference, Decimal::default());
                let plain = |amount: Decimal| if is_down { amount.negated().unwrap_or(amount) } else { amount };
                let template = if is_down { words.compare_down } else { words.compare_up };
                let percent = percent.map(|percent| format!(" ({}%)", grouped(plain(percent)))).unwrap_or_default();
                fill(template, &[&self.amount(plain(*difference), *unit)]) + &percent
            }
        }
    }
}

fn line(word: &str, a: Option<El>, b: Option<El>) -> El {
    let cell = |of: Option<El>| match of {
        Some(of) => el("td").class("words").add(of),
        None => with_text("td", "words quiet", "—"),
    };
    el("tr").add(with_text("th", "", word).set("scope", "row")).add(cell(a)).add(cell(b))
}
