//! One line over the years and sessions of a body.

use crate::budget::{Column, Match, Place, Point, approximate, follow, is_less};
use crate::i18n::{fill, labels};
use crate::model::{Session, Unit};
use crate::picture;
use crate::picture::Mark;
use crate::route::{BudgetPlace, Route};
use crate::ui::data::bodies::family;
use crate::ui::pages::budget::Here;
use crate::ui::pages::budget::pictures::{Drawn, nothing};
use crate::ui::web::dom::{El, el, link, with_text};

pub(super) fn draw(here: &Here, index: usize, width: i32) -> Drawn {
    let t = here.ctx.t;
    let Some((_, row)) = here.wanted().filter(|(table, _)| *table == index) else { return nothing(t.years_choose) };
    let family = family(here.ctx.app, &here.ctx.session().assembly.name);
    if family.left > 0 {
        return nothing(t.years_loading);
    }
    let this = here.ctx.session();
    let others = family.sessions.iter().map(|other| &other.session).filter(|other| other.id != this.id);
    let sessions: Vec<&Session> = std::iter::once(this).chain(others).collect();
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
    if family.failed > 0 {
        said.push(fill(t.years_failed, &[&family.failed.to_string()]));
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
        let href = Route::to(door, crate::route::Place::Budget(Box::new(place))).href();
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
