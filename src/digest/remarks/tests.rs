//! Tests of the module above.

use super::*;
use crate::check::{FindingKind, check};
use crate::i18n::Lang;
use crate::i18n::findings::{remark, sentence};
use crate::model::{Counts, Decimal, Milestone, Period, Stated};

fn told(found: Vec<Contradiction>) -> Vec<String> {
    found.iter().map(|found| remark(Lang::Zh, found)).collect()
}

#[test]
fn a_contradiction_is_told_with_both_numbers() {
    let of = Attendance { expected: Stated::Value(67), present: Stated::Value(68), ..Attendance::default() };
    assert_eq!(told(attendance(&of)), ["实到人数（68）多于应到人数（67）。"]);
    assert_eq!(remark(Lang::En, &attendance(&of)[0]), "The number present (68) is more than the number expected (67).");
    let of = Vote { eligible: Stated::Value(66), counts: Some(Counts { yes: Stated::Value(67), ..Counts::default() }), ..Vote::default() };
    assert_eq!(told(vote(&of)), ["各项票数合计（67）多于有表决权人数（66）。"]);
    let percent = |mantissa| Stated::Value(Decimal { mantissa, scale: 1 });
    let step = |date: &str, mantissa| Milestone { date: date.into(), percent: percent(mantissa), note: None };
    let of = Project {
        progress_percent: percent(1267),
        milestones: vec![step("2025-11-30", 600), step("2025-06-30", 1267), step("2025-12", -1)],
        ..Project::default()
    };
    assert_eq!(told(project(&of)), ["126.7% 超过 100%。", "-0.1% 小于 0。", "这一项（2025-06-30）早于前一项（2025-11-30）。"]);
    assert_eq!(told(project(&Project::default())), [""; 0]);
}

#[test]
fn the_period_of_a_budget_is_within_its_year() {
    let of =
        |from: &str, to: &str| Budget { fiscal_year: 2024, period: Some(Period { from: from.into(), to: to.into() }), ..Budget::default() };
    assert_eq!(told(budget(&of("2024-01-01", "2024-06-30"))), [""; 0]);
    assert_eq!(told(budget(&of("2023-01-01", "2024-06-30"))), ["期间的日期 2023-01-01 不在财政年度 2024 年。"]);
    assert_eq!(told(budget(&of("2024-07-01", "2024-06-30"))), ["结束（2024-06-30）早于开始（2024-07-01）。"]);
}

/// Everything that a page has beside the things of a session.
fn beside(session: &Session) -> Vec<Contradiction> {
    let lists = [Listed::Agenda, Listed::Reports, Listed::Resolutions, Listed::Suggestions, Listed::Projects];
    let sittings = session.sittings.iter();
    let all = [
        dates(&session.dates),
        session.attendance.as_ref().map(attendance).unwrap_or_default(),
        session.sittings.iter().flat_map(|of| sitting(session, of)).collect(),
        sittings.filter_map(|sitting| sitting.attendance.as_ref()).flat_map(attendance).collect(),
        session.people.iter().flat_map(person).collect(),
        session.votes.iter().flat_map(vote).collect(),
        session.votes.iter().flat_map(candidates).collect(),
        session.suggestions.iter().flat_map(suggestion).collect(),
        session.suggestion_totals.iter().flat_map(totals).collect(),
        session.projects.iter().flat_map(project).collect(),
        session.budgets.iter().flat_map(budget).collect(),
        lists.into_iter().filter_map(|list| declared(session, list)).collect(),
    ];
    all.concat()
}

/// Whatever the checks find in the fixtures is told beside something, and nothing else is.
#[test]
fn all_that_is_found_is_told_beside_something() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut seen = Vec::new();
    for kind in ["printed", "invalid", "valid"] {
        for entry in std::fs::read_dir(folder.join(kind)).into_iter().flatten().flatten() {
            let Ok(reading) = std::fs::read(entry.path()).map_err(drop).and_then(|bytes| crate::read::read(&bytes).map_err(drop)) else {
                continue;
            };
            let found = check(&reading.session).into_iter().filter_map(|finding| {
                let FindingKind::Contradiction(found) = finding.kind.clone() else { return None };
                assert!(sentence(Lang::En, &finding).len() > remark(Lang::En, &found).len());
                (!matches!(found, Contradiction::DeclaredDiffers { listed: 0, .. })).then_some(found)
            });
            let (mut found, beside) = (found.collect::<Vec<_>>(), beside(&reading.session));
            assert!(beside.iter().all(|told| found.contains(told)), "{}: {beside:?}", entry.path().display());
            found.retain(|found| !beside.contains(found));
            assert_eq!(found, [], "{}", entry.path().display());
            seen.extend(beside.iter().map(std::mem::discriminant));
        }
    }
    seen.sort_by_key(|kind| format!("{kind:?}"));
    seen.dedup();
    assert_eq!(seen.len(), 8, "the fixtures have every kind but that of the period of a budget");
}
