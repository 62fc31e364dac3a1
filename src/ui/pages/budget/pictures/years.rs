//! One line over the years and sessions of a body.

use crate::budget::{Column, Match, Place, Point, approximate, follow, is_less, span};
use crate::i18n::{Lang, Money, fill, labels, money};
use crate::model::{Decimal, Session, Unit};
use crate::picture;
use crate::picture::Mark;
use crate::route::{BudgetPlace, Route, SessionSource};
use crate::ui::data::bodies::body_sessions;
use crate::ui::pages::budget::ctx::{BudgetCtx, use_budget};
use crate::ui::pages::budget::pictures::drawn::{Drawn, PointRow};
use leptos::prelude::*;
use std::sync::Arc;

/// The line that the link names, else the total of the table. Tracks the unit, that line, and the sessions of the body, which it fetches.
pub(super) fn draw(here: &BudgetCtx, index: usize, width: i32) -> Drawn {
    let t = here.ctx.t;
    let chosen = here.wanted.get().filter(|(table, _)| *table == index).map(|(_, row)| row);
    let total = || here.sheet(index)?.summary().map(|summary| summary.row);
    let Some(row) = chosen.or_else(total) else { return Drawn::nothing(t.years_choose) };
    let body_sessions = body_sessions(here.ctx.app, &here.ctx.session().assembly.name);
    if body_sessions.left > 0 {
        return Drawn::nothing(t.years_loading);
    }
    let this = here.ctx.session();
    let others = body_sessions.sessions.iter().map(|other| &other.session).filter(|other| other.id != this.id);
    let sessions: Vec<&Session> = std::iter::once(this).chain(others).collect();
    let followed = follow(&sessions, Place { session: 0, budget: here.position, table: index, row });
    let Some((sheet, line)) = here.sheet(index).and_then(|sheet| sheet.line(row).map(|line| (sheet, line))) else {
        return Drawn::nothing(t.picture_empty);
    };
    let unit = here.unit(&sheet);
    let marks: Vec<Mark> = followed.points.iter().filter_map(|point| mark(here, &sessions, point, unit)).collect();
    if marks.is_empty() {
        return Drawn::nothing(t.picture_empty);
    }
    let mut said = vec![format!("{} · {}", line.name, fill(t.amounts_in, &[labels::unit(here.ctx.lang, unit)])), t.years_about.to_owned()];
    let names: Vec<&str> = followed.renamed.iter().filter_map(|place| name(&sessions, *place)).collect();
    if !names.is_empty() {
        said.push(fill(t.years_other_names, &[&names.join("、")]));
    }
    if followed.ambiguous > 0 {
        said.push(fill(t.years_ambiguous, &[&followed.ambiguous.to_string()]));
    }
    if body_sessions.failed > 0 {
        said.push(fill(t.years_failed, &[&body_sessions.failed.to_string()]));
    }
    if chosen.is_none() {
        said.push(Money::of(here.ctx.lang).years_of_total.to_owned());
    }
    let colon = if here.ctx.lang == Lang::Zh { "：" } else { ": " };
    let finding = span(&followed.points).map(|found| format!("{}{colon}{}", line.name, money::span(here.ctx.lang, &found)));
    let code = line.code.as_deref().unwrap_or_default();
    let points = followed.points.iter().filter_map(|point| row_of(here, &sessions, point, code)).collect();
    Drawn { points, ..Drawn::new(picture::years(width, &marks), said.join(" ")).finding(finding) }
}

fn name<'a>(sessions: &[&'a Session], place: Place) -> Option<&'a str> {
    let table = sessions.get(place.session)?.budgets.get(place.budget)?.tables.get(place.table)?;
    Some(&table.lines.get(place.row)?.name)
}

fn mark(here: &BudgetCtx, sessions: &[&Session], point: &Point, unit: Unit) -> Option<Mark> {
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

fn stage_name(here: &BudgetCtx, point: &Point) -> String {
    let stage = labels::column(here.ctx.lang, point.stage);
    if point.is_part_of_year { format!("{stage} ({})", here.ctx.t.part_of_year) } else { stage.to_owned() }
}

fn row_of(here: &BudgetCtx, sessions: &[&Session], point: &Point, code: &str) -> Option<PointRow> {
    let t = here.ctx.t;
    let session = sessions.get(point.place.session)?;
    let budget = session.budgets.get(point.place.budget)?;
    let line = budget.tables.get(point.place.table)?.lines.get(point.place.row)?;
    let mut place = BudgetPlace::new(budget.id.clone());
    place.line = Some(line.id.clone());
    let source = if point.place.session == 0 { here.ctx.source.clone() } else { SessionSource::Id(session.id.clone()) };
    Some(PointRow {
        year: point.fiscal_year.to_string(),
        stage: stage_name(here, point),
        amount: here.exact(point.amount, point.unit),
        is_negative: is_less(point.amount, Decimal::default()),
        href: Route::to(source, crate::route::Place::Budget(Box::new(place))).href(),
        session: session.title.to_string(),
        matched: match point.matched {
            Match::Code => fill(t.years_by_code, &[code]),
            Match::Name => t.years_by_name.to_owned(),
        },
    })
}

/// The points of the picture as a table.
#[component]
pub(super) fn YearsTable(
    /// The picture.
    drawn: Arc<Drawn>,
) -> impl IntoView {
    let ctx = use_budget().ctx;
    let t = ctx.t;
    let head = [t.year, t.stage, t.amount, t.in_session, t.matched];
    let head = head.map(|label| view! { <th class="words" scope="col">{label}</th> }.into_any());
    let rows = drawn.points.iter().cloned().map(|point| {
        view! {
            <tr>
                <td class="words">{point.year}</td>
                <td class="words">{point.stage}</td>
                <td class=if point.is_negative { "neg" } else { "" }>{point.amount}</td>
                <td class="words"><a href=point.href lang=ctx.content_lang()>{point.session}</a></td>
                <td class="words">{point.matched}</td>
            </tr>
        }
        .into_any()
    });
    let rows = rows.collect::<Vec<_>>();
    view! {
        <div class="scroll" tabindex="0" role="group" aria-label=t.picture_years lang=ctx.lang.tag()>
            <table>
                <thead><tr>{Vec::from(head)}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}
