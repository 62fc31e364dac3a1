//! What there is to find in the archive: a few sessions, each with what it shows, computed from the catalogue.

use crate::archive::Catalogue;
use crate::digest::front::{Finding, What, around, decided, findings, sides, town};
use crate::i18n::{Front as Words, Lang, count, dates, fill};
use crate::route::{Route, SessionSource};
use crate::ui::components::text::dotted;
use leptos::prelude::*;
use std::sync::Arc;

/// So many findings are shown.
const MOST: usize = 3;

/// The findings; nothing where the archive has none.
#[component]
pub fn Findings(
    /// The language of the interface.
    lang: Lang,
    /// The main list of the archive.
    catalogue: Arc<Catalogue>,
) -> impl IntoView {
    let cards = findings(&sides(&catalogue.sessions).0, MOST).iter().map(|found| card(lang, found)).collect::<Vec<_>>();
    (!cards.is_empty()).then(|| view! { <section class="told"><h2>{Words::of(lang).told_title}</h2><ul>{cards}</ul></section> }.into_any())
}

fn card(lang: Lang, found: &Finding<'_>) -> AnyView {
    let entry = found.entry;
    let href = Route::to(SessionSource::Id(entry.id.clone()), found.place.clone()).href();
    let says = fill(Words::of(lang).told_says, &[town(&entry.assembly), &says(lang, found)]);
    view! { <li><a href=href><b lang="zh-Hans">{says}</b><span lang="zh-Hans">{about(lang, found)}</span></a></li> }.into_any()
}

/// What a finding says.
fn says(lang: Lang, found: &Finding<'_>) -> String {
    let f = Words::of(lang);
    let (counts, told) = (&found.entry.counts, &found.entry.told);
    let figures = |template, numbers: &[u32]| {
        let numbers: Vec<String> = numbers.iter().map(u32::to_string).collect();
        fill(template, &numbers.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let number = |number: u32, zh, one, many| count(lang, number as usize, zh, one, many);
    let mut more = None;
    let mut says = match found.what {
        What::Texts => {
            more = decided(found.entry);
            if counts.reports > 0 { number(counts.reports, "项报告", "report", "reports") } else { texts(lang, told.texts) }
        }
        What::Progress => {
            more = (told.late > 0).then(|| figures(f.told_late, &[told.late]));
            figures(f.told_progress, &[told.carried, told.done])
        }
        What::Ballot => figures(f.told_ballot, &[told.stood, told.selected]),
        What::Selected => figures(f.told_selected, &[told.selected]),
        What::Projects => number(counts.projects, "件民生实事", "project", "projects"),
        What::Audit => figures(f.told_audit, &[told.differing]),
        What::Answers => {
            more = (told.overdue > 0).then(|| figures(f.told_overdue, &[told.overdue]));
            let odd = if told.replied > told.received { f.told_odd } else { "" };
            figures(f.told_answers, &[told.received, told.replied]) + odd
        }
        What::Refused => number(told.refused, "项没有通过或撤回", "item refused or withdrawn", "items refused or withdrawn"),
        What::Budgets => number(counts.budgets, "份预算、决算", "budget", "budgets"),
    };
    if let Some(more) = more {
        says.extend([f.told_and, &more]);
    }
    says
}

fn texts(lang: Lang, count_texts: u32) -> String {
    count(lang, count_texts as usize, "篇有正文", "text", "texts")
}

/// Where and when it was, and what else there is to see.
fn about(lang: Lang, found: &Finding<'_>) -> String {
    let entry = found.entry;
    let also = match found.what {
        What::Texts if entry.counts.reports > 0 => Some(texts(lang, entry.told.texts)),
        What::Audit => Some(Words::of(lang).told_check.to_owned()),
        _ => None,
    };
    dotted([around(&entry.assembly), dates::span(lang, &entry.dates), also])
}
