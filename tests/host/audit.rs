//! The audit finds every planted fault, and nothing in clean budgets.
//!
//! `UPDATE=1 cargo test --test host audit::` rewrites the sentences in `faulty.expected`; review them as text.

mod faults;

use crate::support::snapshot;
use faults::FAULTS;
use proptest::prelude::*;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;
use yishi::budget::{Column, Reason, Remark, Rule, Verdict, audit, sum};
use yishi::check::{Finding, Severity};
use yishi::i18n::Lang;
use yishi::i18n::findings::sentence;
use yishi::model::{Budget, BudgetTable, Decimal, Line, Role, Stated, Unit};
use yishi::read::read;

#[test]
fn every_planted_fault_is_found_and_nothing_else() {
    let mut sentences = String::new();
    for (name, code, path) in FAULTS {
        let findings = findings(&folder("faulty").join(name).with_extension("json"));
        let found: Vec<_> = findings.iter().map(|finding| (finding.kind.code(), finding.path.as_str())).collect();
        assert_eq!(found, [(*code, *path)], "{name}");
        assert_ne!(findings[0].severity, Severity::Note, "{name}");
        let (zh, en) = (sentence(Lang::Zh, &findings[0]), sentence(Lang::En, &findings[0]));
        assert!(!zh.contains("{}") && !en.contains("{}"));
        writeln!(sentences, "{name}\n  zh: {zh}\n  en: {en}").unwrap();
    }
    let changed = snapshot::difference(&folder("faulty.expected"), &sentences);
    assert!(changed.is_none(), "{}\nUPDATE=1 rewrites", changed.unwrap());
}

#[test]
fn every_faulty_file_is_listed() {
    let names: Vec<String> = files("faulty").iter().map(|path| path.file_stem().unwrap().to_string_lossy().into_owned()).collect();
    let mut listed: Vec<&str> = FAULTS.iter().map(|(name, _, _)| *name).collect();
    listed.sort_unstable();
    assert_eq!(names, listed);
}

#[test]
fn clean_budgets_have_nothing_to_find() {
    for path in files("clean") {
        assert_eq!(findings(&path), [], "{}", path.display());
    }
}

#[test]
fn the_real_vector_is_checked_not_skipped() {
    let audit = audit(&budget("zhongzhuang-2020"));
    let of = |rule: Rule| audit.checks.iter().filter(|check| check.rule == rule && check.verdict == Verdict::Agrees).count();
    assert_eq!((of(Rule::Parts), of(Rule::Total), of(Rule::Completion), of(Rule::YearOnYear)), (6, 6, 13, 12));
    assert_eq!((audit.checks.len(), audit.unchecked.len()), (37, 0));
}

#[test]
fn what_cannot_be_checked_is_listed_with_its_reason() {
    let blanks = audit(&budget("blanks"));
    assert!(blanks.unchecked.iter().all(|claim| claim.reason == Reason::Missing));
    let rules: Vec<_> = blanks.unchecked.iter().map(|claim| (claim.row, claim.rule, claim.column)).collect();
    let parts = |column| (0, Rule::Parts, Some(column));
    assert_eq!(rules, [parts(Column::Initial), parts(Column::Executed), (0, Rule::YearOnYear, None), (3, Rule::Completion, None)]);
    assert_eq!(audit(&budget("half-year")).unchecked.last().map(|claim| claim.reason), Some(Reason::PartOfYear));
}

#[test]
fn rounding_explains_only_what_it_can() {
    let rounding = audit(&budget("rounding"));
    assert_eq!((rounding.count(Verdict::WithinRounding), rounding.count(Verdict::Agrees)), (1, 1));
    let mixed = audit(&budget("mixed-units"));
    let check = mixed.checks.first().unwrap();
    assert_eq!((check.recomputed.to_string().as_str(), check.difference.to_string().as_str()), ("8.090875", "-0.000875"));
    assert_eq!((check.verdict, check.unit), (Verdict::WithinRounding, Some(Unit::YiYuan)));
}

#[test]
fn checks_name_the_lines_that_they_add() {
    let parts = |clean: &str| audit(&budget(clean)).checks.into_iter().map(|check| (check.row, check.parts)).collect::<Vec<_>>();
    assert_eq!(parts("totals"), [(2, vec![0, 1]), (5, vec![3, 4]), (6, vec![0, 1, 3, 4])]);
    assert_eq!(parts("total-first"), [(0, vec![1, 2, 3])]);
    assert_eq!(parts("heads"), [(3, vec![0, 1, 2]), (3, vec![1, 2])]);
    assert_eq!(parts("subtotals-among-parts"), [(3, vec![1, 2]), (5, vec![4]), (6, vec![1, 2, 4]), (0, vec![1, 2, 4])]);
    let books = audit(&budget("four-books"));
    let balances = books.checks.iter().filter(|check| check.rule == Rule::Balance);
    assert_eq!(
        balances.map(|check| (check.table, check.row, check.parts_table, check.parts[0])).collect::<Vec<_>>(),
        [(1, 2, 0, 2), (3, 2, 2, 2), (5, 2, 4, 2), (7, 2, 6, 2)]
    );
}

#[test]
fn percentages_worth_a_note_are_noted() {
    let line = |percent: &str| {
        let json = format!(
            r#"{{ "format": "yishi-session/1", "id": "x", "title": "t", "assembly": {{ "name": "n" }}, "dates": {{ "start": "2024" }},
            "budgets": [{{ "id": "b", "title": "预算", "fiscal_year": 2024, "stage": "execution", "unit": "wan_yuan", "tables": [
            {{ "id": "t", "direction": "revenue", "lines": [{{ "id": "a", "name": "税收", "amounts": {{ "initial": 200, "adjusted": 250,
            "executed": 100 }}, "printed": {{ "completion_percent": {percent} }} }}] }}] }}] }}"#
        );
        let reading = read(json.as_bytes()).unwrap();
        (audit(&reading.session.budgets[0]).checks.remove(0), reading.findings)
    };
    let notes = |findings: &[Finding]| findings.iter().map(|f| (f.severity, f.kind.code())).collect::<Vec<_>>();
    let (check, findings) = line("50");
    assert_eq!((check.verdict, check.remark), (Verdict::Agrees, Some(Remark::FitsInitial)));
    assert_eq!(check.basis, Some((Column::Executed, Column::Initial)));
    assert_eq!(notes(&findings), [(Severity::Note, "completion_of_initial")]);
    assert!(sentence(Lang::Zh, &findings[0]).contains("年初预算") && sentence(Lang::En, &findings[0]).contains("50%"));
    assert_eq!(line("40").1, []);
    let (check, findings) = line("40.1");
    assert_eq!((check.verdict, check.remark), (Verdict::WithinRounding, None));
    assert_eq!(notes(&findings), [(Severity::Note, "completion_rounded")]);
    assert_eq!(line("45").0.verdict, Verdict::Differs);
}

#[test]
fn ten_thousand_lines_are_audited_quickly() {
    for children in [2, 100, 9_999] {
        let budget = Budget { tables: vec![tree(&vec![12_345; 10_000], children, 0)], unit: Unit::WanYuan, ..Budget::default() };
        let start = Instant::now();
        let audit = audit(&budget);
        println!("10,000 lines, {children} parts each: {} checks in {:?}", audit.checks.len(), start.elapsed());
        assert_eq!(audit.count(Verdict::Differs), 0);
    }
    // Nothing but running totals: their parts are not listed over and over.
    let mut table = BudgetTable::default();
    for row in 0..10_000 {
        let role = if row % 2 == 0 { Role::Item } else { Role::Total };
        let mantissa = if row % 2 == 0 { 1 } else { row / 2 + 1 };
        table.lines.push(line(&row.to_string(), None, Some(role), Decimal { mantissa, scale: 0 }));
    }
    let start = Instant::now();
    let audit = audit(&Budget { tables: vec![table], ..Budget::default() });
    println!("5,000 running totals: {:?}", start.elapsed());
    assert_eq!(audit.count(Verdict::Agrees), 5_000);
    assert!(audit.checks.iter().map(|check| check.parts.len()).sum::<usize>() < 10_000);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever a file can hold is audited and told without a panic, and what is said to agree does.
    #[test]
    fn any_figures_are_audited(lines in proptest::collection::vec(any_line(), 0..25), more in proptest::collection::vec(any_line(), 0..5)) {
        let table = |direction: &str, lines: &[String], start: usize| {
            let lines: Vec<_> = lines.iter().enumerate().map(|(n, line)| format!(r#"{{ "id": "{}", {line} }}"#, start + n)).collect();
            format!(r#"{{ "id": "{start}", "direction": "{direction}", "lines": [{}] }}"#, lines.join(","))
        };
        let json = format!(
            r#"{{ "format": "yishi-session/1", "id": "x", "title": "t", "assembly": {{ "name": "n" }}, "dates": {{ "start": "2024" }},
            "budgets": [{{ "id": "b", "title": "预算", "fiscal_year": 2024, "stage": "execution", "unit": "wan_yuan",
            "tables": [{}, {}] }}] }}"#,
            table("expenditure", &lines, 0),
            table("revenue", &more, 100),
        );
        let reading = read(json.as_bytes()).unwrap();
        for finding in &reading.findings {
            let is_told = [Lang::Zh, Lang::En].iter().all(|lang| !sentence(*lang, finding).contains("{}"));
            prop_assert!(is_told, "{}", sentence(Lang::Zh, finding));
        }
        let audit = audit(&reading.session.budgets[0]);
        for check in audit.checks.iter().filter(|check| check.unit.is_some()) {
            prop_assert_eq!(sum([Some(check.recomputed), Some(check.difference)]), sum([Some(check.printed)]).and_then(|printed| {
                sum([Some(printed), Some(Decimal { mantissa: 0, scale: check.recomputed.scale.max(check.difference.scale) })])
            }));
            prop_assert!(check.verdict != Verdict::Agrees || check.difference.mantissa == 0 || check.rule == Rule::OfWhich);
        }
    }

    /// Amounts rounded from an exact tree never differ; one amount changed by more than rounding explains always does.
    #[test]
    fn rounded_trees_agree_and_a_changed_one_does_not(
        leaves in proptest::collection::vec(-9_999_999_i128..99_999_999, 2..60),
        most in 1_usize..6,
        scale in 0_u32..4,
        at in any::<prop::sample::Index>(),
        is_more in any::<bool>(),
    ) {
        let table = tree(&leaves, most, 3 - scale);
        let mut budget = Budget { unit: Unit::WanYuan, tables: vec![table], ..Budget::default() };
        prop_assert_eq!(audit(&budget).count(Verdict::Differs), 0);
        let row = at.index(budget.tables[0].lines.len());
        // Twice the most that half a digit of every figure of a sum can explain.
        let step = i128::try_from(2 * most + 4).unwrap();
        if let Stated::Value(amount) = &mut budget.tables[0].lines[row].amounts.executed {
            amount.mantissa += if is_more { step } else { -step };
        }
        let found: Vec<_> = audit(&budget).differing().map(|check| (check.row, check.parts.contains(&row))).collect();
        prop_assert!(found.iter().any(|(line, is_part)| *line == row || *is_part), "{found:?}");
        prop_assert!(found.iter().all(|(line, is_part)| *line == row || *is_part), "{found:?}");
    }
}

/// A line without its id: any role, parent, unit, and amounts up to the largest that a file can hold.
fn any_line() -> impl Strategy<Value = String> {
    let number = prop_oneof![
        4 => (-999_i64..9_999).prop_map(|n| n.to_string()),
        2 => (-99_999_i64..999_999, 1_u32..12).prop_map(|(n, scale)| Decimal { mantissa: n.into(), scale }.to_string()),
        1 => "-?[1-9][0-9]{18,23}",
        1 => "-?[1-9][0-9]{9,11}\\.[0-9]{10,12}",
        1 => Just("null".to_owned()),
        1 => Just("0".to_owned()),
    ];
    let column = proptest::sample::select(Column::ALL.map(Column::key).to_vec());
    let role = proptest::sample::select(vec!["item", "subtotal", "total", "of_which", "transfer", "carry_over"]);
    let unit = proptest::sample::select(vec!["yuan", "wan_yuan", "yi_yuan"]);
    let amounts = proptest::collection::hash_map(column, number.clone(), 0..6);
    let parent = proptest::option::of(0_usize..25);
    let kind = proptest::sample::select(vec!["change", "ratio"]);
    let name = proptest::sample::select(vec!["收入总计", "支出总计", "（亿元）"]);
    (role, proptest::option::of(unit), amounts, parent, (number.clone(), number, kind), name).prop_map(
        |(role, unit, amounts, parent, (completion, yoy, kind), name)| {
            let amounts: Vec<_> = amounts.iter().map(|(column, amount)| format!(r#""{column}": {amount}"#)).collect();
            let unit = unit.map_or(String::new(), |unit| format!(r#""unit": "{unit}", "#));
            let parent = parent.map_or(String::new(), |parent| format!(r#""parent": "{parent}", "#));
            format!(
                r#""name": "{name}", "role": "{role}", {unit}{parent}"amounts": {{ {} }},
                "printed": {{ "completion_percent": {completion}, "yoy_percent": {yoy}, "yoy_kind": "{kind}" }}"#,
                amounts.join(", ")
            )
        },
    )
}

/// A tree in the order of a heap: line `n` has the parts `n × most + 1` to `n × most + most`; each whole is the exact sum of its leaves
/// in thousandths, and every figure is then rounded by `drop` digits.
fn tree(leaves: &[i128], most: usize, drop: u32) -> BudgetTable {
    let mut exact = leaves.to_vec();
    for row in (1..exact.len()).rev() {
        let parent = (row - 1) / most;
        let is_first = row == parent * most + most || row == exact.len() - 1;
        let amount = exact[row];
        exact[parent] = if is_first { amount } else { exact[parent] + amount };
    }
    let unit = 10_i128.pow(drop);
    let rounded = |amount: i128| Decimal { mantissa: (amount + unit / 2).div_euclid(unit), scale: 3 - drop };
    let parent = |row: usize| row.checked_sub(1).map(|row| (row / most).to_string());
    let lines = exact.iter().enumerate().map(|(row, amount)| line(&row.to_string(), parent(row).as_deref(), None, rounded(*amount)));
    BudgetTable { lines: lines.collect(), ..BudgetTable::default() }
}

fn line(id: &str, parent: Option<&str>, role: Option<Role>, executed: Decimal) -> Line {
    let mut line = Line { id: id.into(), parent: parent.map(Into::into), role, ..Line::default() };
    line.amounts.executed = Stated::Value(executed);
    line
}

fn budget(clean: &str) -> Budget {
    read(&fs::read(folder("clean").join(clean).with_extension("json")).unwrap()).unwrap().session.budgets.remove(0)
}

fn findings(path: &Path) -> Vec<Finding> {
    read(&fs::read(path).unwrap()).unwrap_or_else(|error| panic!("{}: {error}", path.display())).findings
}

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/audit").join(name)
}

fn files(kind: &str) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder(kind)).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort_unstable_by_key(|path| path.file_stem().map(ToOwned::to_owned));
    files
}
