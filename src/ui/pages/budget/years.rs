//! One line over the years and sessions of a body: the other sessions are fetched when the picture is asked for.

use super::Here;
use super::pictures::{Drawn, nothing};
use crate::budget::{Column, Match, Place, Point, approximate, follow, is_less};
use crate::i18n::{fill, labels};
use crate::model::{Session, Unit};
use crate::picture::{self, Mark};
use crate::route::{BudgetPlace, Route};
use crate::ui::dom::{El, el, link, with_text};
use crate::ui::doors;
use crate::ui::state::{App, Load, Opened};
use leptos::prelude::*;
use std::sync::Arc;

/// The other sessions of a body, and how many could not be had.
#[derive(Clone, Debug, Default)]
pub(super) struct Others {
    sessions: Vec<Arc<Opened>>,
    failed: usize,
}

/// Where the others are kept while the page of a budget is shown.
#[derive(Clone, Copy)]
pub(super) struct Family {
    others: RwSignal<Option<Others>>,
    is_asked: StoredValue<bool>,
}

impl Family {
    pub(super) fn new() -> Self {
        Self { others: RwSignal::new(None), is_asked: StoredValue::new(false) }
    }
}

/// Fetches the other sessions of the body, once. `None` until they are there.
fn others(here: &Here) -> Option<Others> {
    let app = here.ctx.app;
    let family = here.family;
    if let Some(others) = family.others.get() {
        return Some(others);
    }
    let entries = match app.catalogue.get() {
        Load::Busy(_) => return None,
        Load::Ready(catalogue) => catalogue.sessions.clone(),
        // Without the list of sessions the picture may lack some, and says so.
        Load::Idle | Load::Failed(_) => Vec::new(),
    };
    let lacks_list = matches!(app.catalogue.get_untracked(), Load::Failed(_));
    if !family.is_asked.get_value() {
        family.is_asked.set_value(true);
        let (id, body) = (here.ctx.session().id.clone(), here.ctx.session().assembly.name.clone());
        crate::ui::live::spawn(async move {
            let mut found = Others { sessions: opened(app, id.as_str(), &body), failed: usize::from(lacks_list) };
            for entry in entries.iter().filter(|entry| entry.assembly.name == body && entry.id != id && entry.counts.budgets > 0) {
                if found.sessions.iter().any(|known| known.session.id == entry.id) {
                    continue;
                }
                match doors::also(app, &entry.id).await {
                    Some(opened) => found.sessions.push(opened),
                    None => found.failed += 1,
                }
            }
            family.others.try_set(Some(found));
        });
    }
    None
}

/// Sessions of the body that were opened in this visit, from wherever.
fn opened(app: App, id: &str, body: &str) -> Vec<Arc<Opened>> {
    let is_other = |opened: &&Arc<Opened>| opened.session.id.as_str() != id && opened.session.assembly.name.as_str() == body;
    app.opened.with_value(|map| map.iter().map(|(_, opened)| opened).filter(is_other).cloned().collect())
}

pub(super) fn draw(here: &Here, index: usize, width: i32) -> Drawn {
    let t = here.ctx.t;
    let Some((_, row)) = here.wanted().filter(|(table, _)| *table == index) else { return nothing(t.years_choose) };
    let Some(others) = others(here) else { return nothing(t.years_loading) };
    let sessions: Vec<&Session> = std::iter::once(here.ctx.session()).chain(others.sessions.iter().map(|other| &other.session)).collect();
    let followed = follow(&sessions, Place { session: 0, budget: here.position, table: index, row });
    let Some((sheet, line)) = here.sheet(index).and_then(|sheet| sheet.line(row).map(|line| (sheet, line))) else {
        return nothing(t.picture_empty);
    };
    let unit = here.unit(&sheet);
    let marks: Vec<Mark> = followed.points.iter().filter_map(|point| mark(here, &sessions, point, unit)).collect();
    if marks.is_empty() {
        return nothing(t.picture_empty);
    }
    let mut said = vec![format!("{} · {}", line.name, fill(t.amounts_in, &[labels::unit(here.ctx.lang, unit)])), t.years_about.to_owned()];
    let names: Vec<&str> = followed.renamed.iter().filter_map(|place| name(&sessions, *place)).collect();
    if !names.is_empty() {
        said.push(fill(t.years_other_names, &[&names.join("、")]));
    }
    if followed.ambiguous > 0 {
        said.push(fill(t.years_ambiguous, &[&followed.ambiguous.to_string()]));
    }
    if others.failed > 0 {
        said.push(fill(t.years_failed, &[&others.failed.to_string()]));
    }
    let below = vec![table(here, &sessions, &followed.points, line.code.as_deref())];
    Drawn { scene: picture::years(width, &marks), about: said.join(" "), above: Vec::new(), below }
}

fn name<'a>(sessions: &[&'a Session], place: Place) -> Option<&'a str> {
    let table = sessions.get(place.session)?.budgets.get(place.budget)?.tables.get(place.table)?;
    Some(&table.lines.get(place.row)?.name)
}

fn mark(here: &Here, sessions: &[&Session], point: &Point, unit: Unit) -> Option<Mark> {
    let stage = match point.stage {
        Column::Initial | Column::Next => 0,
        Column::Adjusted => 1,
        Column::Executed => 2,
        Column::FinalAccounts | Column::PriorFinal => 3,
    };
    let (figure, _) = here.amount(point.amount, point.unit, unit);
    let session = sessions.get(point.place.session)?;
    let title = format!("{} {} {figure} · {}", point.fiscal_year, stage_name(here, point), session.title);
    let amount = approximate(point.amount, point.unit)?;
    Some(Mark { year: point.fiscal_year, stage, is_part_of_year: point.is_part_of_year, amount, figure, title })
}

fn stage_name(here: &Here, point: &Point) -> String {
    let stage = labels::column(here.ctx.lang, point.stage);
    if point.is_part_of_year { format!("{stage} ({})", here.ctx.t.part_of_year) } else { stage.to_owned() }
}

/// The points as a table: every figure with the session that prints it, and what it was recognised by.
fn table(here: &Here, sessions: &[&Session], points: &[Point], code: Option<&str>) -> El {
    let (t, lang) = (here.ctx.t, here.ctx.lang);
    let head = [t.year, t.stage, t.amount, t.in_session, t.matched].map(|label| with_text("th", "words", label).set("scope", "col"));
    let rows = points.iter().filter_map(|point| {
        let session = sessions.get(point.place.session)?;
        let budget = session.budgets.get(point.place.budget)?;
        let line = budget.tables.get(point.place.table)?.lines.get(point.place.row)?;
        let mut place = BudgetPlace::new(budget.id.clone());
        place.line = Some(line.id.clone());
        let door = if point.place.session == 0 { here.ctx.door.clone() } else { crate::route::Door::Id(session.id.clone()) };
        let href = Route::Session { door, place: crate::route::Place::Budget(Box::new(place)), at: None }.href();
        let matched = match point.matched {
            Match::Code => fill(t.years_by_code, &[code.unwrap_or_default()]),
            Match::Name => t.years_by_name.to_owned(),
        };
        let cell = |text: &str| with_text("td", "words", text);
        let title = session.title.as_str();
        Some(
            el("tr")
                .add(cell(&point.fiscal_year.to_string()))
                .add(cell(&stage_name(here, point)))
                .add(with_text(
                    "td",
                    if is_less(point.amount, crate::model::Decimal::default()) { "neg" } else { "" },
                    &here.exact(point.amount, point.unit),
                ))
                .add(el("td").class("words").add(link(&href, title).set("lang", &here.ctx.content_lang())))
                .add(cell(&matched)),
        )
    });
    let body = el("tbody").all(rows.collect());
    let table = el("table").add(el("thead").add(el("tr").all(head.into()))).add(body);
    el("div")
        .class("scroll")
        .set("tabindex", "0")
        .set("role", "group")
        .set("aria-label", t.picture_years)
        .set("lang", lang.tag())
        .add(table)
}
