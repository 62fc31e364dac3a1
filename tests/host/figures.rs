//! The published figures are those of their sources: an independent check.
//!
//! Nothing of the crate is used: the digits are read as text, the sums are made here, and the expected figures were typed in from the
//! sources by hand. Where the corpus lies beside the repository, each figure is looked for in it as well.

use serde::Deserialize;
use serde_json::value::RawValue;
use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::{Path, PathBuf};

/// Every line of every real budget. `## session budget corpus-text`, then per line: id, name as printed, figures as printed (thousands
/// separators kept), `done` the completion and `yoy` the change in percent. `*`: on the source's own page, but not in the corpus text,
/// which is a digest of it; a corpus text `-` means that the page is not in the corpus at all.
const PRINTED: &str = include_str!("figures/printed.txt");

/// What the sources say adds up: session, budget, stage, by how many yuan the whole is more than its parts, the whole, its parts (`-`
/// before one that is taken away). Not 0: 亿元 printed to two places (-378800, -87500), or parts that the source gives only some of.
const CLAIMED: &str = "
daxing-19-10 final-2024 initial 0: rev-total = rev-local rev-upper rev-stabilise
daxing-19-10 final-2024 initial 0: rev-local = rev-local-tax rev-local-deed rev-local-nontax
daxing-19-10 final-2024 initial 0: exp-total = exp-general exp-upward
daxing-19-10 final-2024 adjusted 0: rev-total = rev-local rev-upper rev-stabilise
daxing-19-10 final-2024 adjusted 0: rev-local = rev-local-tax rev-local-deed rev-local-nontax
daxing-19-10 final-2024 adjusted 0: rev-upper = rev-upper-general rev-upper-special
daxing-19-10 final-2024 adjusted 0: exp-total = exp-general exp-upward
daxing-19-10 final-2024 final 0: rev-total = rev-local rev-upper-general rev-upper-special rev-stabilise
daxing-19-10 final-2024 final 0: rev-total = exp-total
daxing-19-10 final-2024 final 22770000: exp-total = exp-general exp-upward
changan-18-6 execution-2023 executed 0: gp-rev-own = gp-rev-tax gp-rev-city
changan-18-6 execution-2023 executed 151000000: gp-exp-total = gp-exp-basic gp-exp-special gp-exp-works
changan-18-6 execution-2023 executed -378800: gp-rev-total = gp-exp-total gp-exp-carry
changan-18-6 execution-2023 executed -87500: gf-rev-total = gf-rev-land gf-rev-sewage gf-rev-other gf-rev-bonds
zhangzhen-2025 execution-2024 executed 0: rev-available = rev-year rev-prior
zhangzhen-2025 execution-2024 executed 0: rev-year = rev-nontax rev-system
zhangzhen-2025 execution-2024 executed 0: rev-nontax = rev-nontax-land rev-nontax-assets rev-nontax-upper rev-nontax-other
gangkou-16-12 half-2021 executed 0: rev-own = rev-own-nontax rev-own-tax
huangpu-2024-half half-2024 executed 0: rev-available = rev-fiscal rev-prior
huangpu-2024-half half-2024 executed 0: rev-general = rev-general-tax rev-general-nontax
huangpu-2024-half half-2024 executed 0: exp-total = exp-general exp-fund exp-special-account
xiaolan-2025-half half-2025 executed 0: gp-rev-total = gp-exp-total gp-exp-carry -gp-exp-prior
qingxi-2023-final final-2023 final 0: gp-rev-total = gp-exp-total
qingxi-2023-final final-2023 final 0: gf-rev-total = gf-exp-total
damu-2021-final final-2021 final 1440000: gp-rev-total = gp-rev-tax gp-rev-general gp-rev-special
";

/// Sums and percentages that do not fit: the mistakes of one source, and those that the sample makes on purpose.
const MISFITS: &[&str] = &[
    "damu-2021-final final-2021 gp-exp-total final: 22430000 yuan, parts 23500000",
    "damu-2021-final final-2021 gp-upper-total final: 20850000 yuan, parts 20990000",
    "damu-2021-final final-2021 gf-exp-total final: 400000 yuan, parts 440000",
    "sample-1-5 budget-2024 g-205: completion 101.52",
    "sample-1-5 budget-2024 g-21203 executed: 6348700 yuan, parts 6384700",
    "sample-1-5 budget-2024 g-213: year on year 109.58",
];

#[test]
fn every_figure_is_as_its_source_prints_it() {
    let archive = archive();
    let mut wrong = Vec::new();
    let mut left: Vec<String> =
        archive.iter().filter(|s| !s.is_sample).flat_map(|s| s.budgets.iter().map(|b| format!("{} {}", s.id, b.id))).collect();
    for section in sections() {
        left.retain(|name| *name != format!("{} {}", section.session, section.budget));
        let budget = budget(&archive, section.session, section.budget);
        let lines: Vec<&Line> = budget.tables.iter().flat_map(|table| &table.lines).collect();
        if lines.len() != section.rows.len() {
            wrong.push(format!("{}: {} lines published, {} expected", section.session, lines.len(), section.rows.len()));
        }
        for row in &section.rows {
            let Some(line) = lines.iter().find(|line| line.id == row.id) else {
                wrong.push(format!("{}: no line {}", section.session, row.id));
                continue;
            };
            let expected: BTreeMap<&str, String> = row.figures.iter().map(|(key, figure)| (*key, plain(figure))).collect();
            let published = line.figures();
            if published != expected || line.name != row.name {
                wrong.push(format!("{} {}: {} {published:?}, expected {} {expected:?}", section.session, row.id, line.name, row.name));
            }
        }
    }
    wrong.extend(left.iter().map(|name| format!("{name}: not in the table of expected figures")));
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_figure_stands_in_the_corpus() {
    let corpus = root().join("../shared/corpus/budgets");
    if !corpus.is_dir() {
        eprintln!("skipped: no corpus beside the repository");
        return;
    }
    let mut missing = Vec::new();
    for section in sections().iter().filter(|section| section.corpus != "-") {
        let text = fs::read_to_string(corpus.join(format!("{}.txt", section.corpus))).unwrap();
        for row in &section.rows {
            let figures = row.figures.iter().map(|(_, figure)| figure.trim_start_matches('-'));
            let wanted = figures.filter(|figure| !figure.ends_with('*')).filter(|figure| !stands_in(&text, figure));
            missing.extend(wanted.map(|figure| format!("{} {}: {figure}", section.session, row.id)));
            if !row.name_is_elsewhere && !text.contains(row.name) {
                missing.push(format!("{} {}: {}", section.session, row.id, row.name));
            }
        }
    }
    assert!(missing.is_empty(), "\n{}", missing.join("\n"));
}

#[test]
fn what_the_sources_add_up_adds_up() {
    let archive = archive();
    for claim in CLAIMED.trim().lines() {
        let words: Vec<&str> = claim.split([' ', ':', '=']).filter(|word| !word.is_empty()).collect();
        let [session, id, stage, more, whole, parts @ ..] = words.as_slice() else { panic!("{claim}") };
        let budget = budget(&archive, session, id);
        let value = |line: &str| budget.value(line, stage).unwrap_or_else(|| panic!("{claim}: no amount of {line}"));
        let sum: i128 = parts.iter().map(|part| part.strip_prefix('-').map_or_else(|| value(part), |taken| -value(taken))).sum();
        assert_eq!(value(whole) - sum, more.parse::<i128>().unwrap() * 10_000, "{claim}");
    }
}

#[test]
fn nothing_else_is_out_of_balance() {
    let mut found = Vec::new();
    for session in &archive() {
        for budget in &session.budgets {
            let place = format!("{} {}", session.id, budget.id);
            for table in &budget.tables {
                for (at, line) in table.lines.iter().enumerate() {
                    found.extend(sums(budget, table, at, session.is_sample).into_iter().map(|what| format!("{place} {} {what}", line.id)));
                    found.extend(percentages(budget, table, line).into_iter().map(|what| format!("{place} {}: {what}", line.id)));
                }
            }
        }
    }
    assert_eq!(found, MISFITS);
}

#[test]
fn the_years_of_the_sample_agree() {
    let archive = archive();
    let (old, new) = (budget(&archive, "sample-1-4", "budget-2023"), budget(&archive, "sample-1-5", "budget-2024"));
    let settled = budget(&archive, "sample-1-5", "final-2023");
    let lines = |budget: &Budget| budget.tables.iter().flat_map(|table| &table.lines).map(|line| line.id.clone()).collect::<Vec<_>>();
    assert_eq!(lines(old), lines(new));
    for id in lines(new) {
        assert_eq!(old.value(&id, "next"), new.value(&id, "initial"), "{id}");
    }
    for id in lines(settled).iter().filter(|id| *id != "g-subtotal") {
        assert_eq!(settled.value(id, "final"), new.value(id, "prior_final"), "{id}");
        for stage in ["prior_final", "initial", "adjusted"] {
            assert_eq!(settled.value(id, stage), old.value(id, stage), "{id} {stage}");
        }
    }
    for (revenue, expenditure) in [("g-r5", "g-e6"), ("f-r2", "f-e2"), ("k-r2", "k-e2"), ("s-r2", "s-e2")] {
        for (budget, stage) in [old, new].iter().flat_map(|b| STAGES.iter().map(move |stage| (*b, *stage))) {
            assert_eq!(budget.value(revenue, stage), budget.value(expenditure, stage), "{} {revenue} {stage}", budget.id);
        }
    }
}

/// Where the parts of a line, or what a total stands for, do not make what is printed, beyond the rounding of the printed digits.
fn sums(budget: &Budget, table: &Table, at: usize, blank_adds_nothing: bool) -> Vec<String> {
    let line = &table.lines[at];
    let adds = |part: &&Line| !matches!(part.role.as_deref(), Some("of_which" | "subtotal" | "total")) || part.parent.is_some();
    let children: Vec<&Line> =
        table.lines.iter().filter(|l| l.parent.as_ref() == Some(&line.id) && l.role.as_deref() != Some("of_which")).collect();
    let above = table.lines[..at].iter().filter(|l| l.parent.is_none()).filter(adds);
    let parts: Vec<&Line> = if !children.is_empty() {
        children
    } else if line.role.as_deref() == Some("total") && line.parent.is_none() && blank_adds_nothing {
        above.collect()
    } else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for stage in STAGES {
        let (whole, known) = (line.amount(budget, table, stage), parts.iter().filter_map(|part| part.amount(budget, table, stage)));
        let (values, slack): (Vec<i128>, Vec<i128>) = known.unzip();
        let is_known = if blank_adds_nothing { !values.is_empty() } else { values.len() == parts.len() };
        let Some((whole, half)) = whole.filter(|_| is_known) else { continue };
        let sum: i128 = values.iter().sum();
        if (whole - sum).abs() > if blank_adds_nothing { 0 } else { half + slack.iter().sum::<i128>() } {
            found.push(format!("{stage}: {} yuan, parts {}", whole / 10_000, sum / 10_000));
        }
    }
    found
}

/// Printed percentages that the amounts do not give within half of their last digit.
fn percentages(budget: &Budget, table: &Table, line: &Line) -> Vec<String> {
    let value = |stage| line.amount(budget, table, stage).map(|(value, _)| value);
    let Some(done) = value("executed").or_else(|| value("final")) else { return Vec::new() };
    let mut found = Vec::new();
    let (print, yardstick) = (&line.printed, value("adjusted").or_else(|| value("initial")));
    if let (Some(text), Some(whole)) = (&print.completion_percent, yardstick) {
        found.extend((!is_percent(done, whole, text.get())).then(|| format!("completion {}", text.get())));
    }
    if let (Some(text), Some(prior)) = (&print.yoy_percent, value("prior_final")) {
        let part = if print.yoy_kind.as_deref() == Some("ratio") { done } else { done - prior };
        found.extend((!is_percent(part, prior, text.get())).then(|| format!("year on year {}", text.get())));
    }
    found
}

fn is_percent(part: i128, whole: i128, printed: &str) -> bool {
    let (digits, decimals) = digits(printed);
    let exact = part * 100 * 10_i128.pow(decimals);
    (exact - digits * whole).abs() * 2 <= whole.abs()
}

/// The digits of a number as one integer, and how many of them stand after the point.
fn digits(text: &str) -> (i128, u32) {
    let decimals = text.split_once('.').map_or(0, |(_, after)| u32::try_from(after.len()).unwrap());
    (text.replace('.', "").parse().unwrap_or_else(|_| panic!("{text} is no number")), decimals)
}

/// A figure without what only print needs: the mark, thousands separators, 零.
fn plain(figure: &str) -> String {
    figure.replace(['*', ','], "").replace('零', "0")
}

/// Whether the figure stands in the text as a whole number: `4.63` is not found in `14.63` or `4.635`.
fn stands_in(text: &str, figure: &str) -> bool {
    let is_part = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit() || matches!(c, '.' | ','));
    text.match_indices(figure).any(|(at, _)| {
        let after = text[at + figure.len()..].chars().next();
        !is_part(text[..at].chars().next_back()) && !is_part(after)
    })
}

const STAGES: [&str; 6] = ["prior_final", "initial", "adjusted", "executed", "final", "next"];

struct Section {
    session: &'static str,
    budget: &'static str,
    corpus: &'static str,
    rows: Vec<Row>,
}

struct Row {
    id: &'static str,
    name: &'static str,
    name_is_elsewhere: bool,
    figures: Vec<(&'static str, &'static str)>,
}

fn sections() -> Vec<Section> {
    let section = |text: &'static str| {
        let mut lines = text.trim().lines();
        let mut head = lines.next().unwrap().split(' ');
        let row = |line: &'static str| {
            let mut words = line.split(' ');
            let (id, name) = (words.next().unwrap(), words.next().unwrap());
            let figures = words.map(|word| word.split_once('=').unwrap()).collect();
            Row { id, name: name.trim_end_matches('*'), name_is_elsewhere: name.ends_with('*'), figures }
        };
        let mut word = || head.next().unwrap();
        Section { session: word(), budget: word(), corpus: word(), rows: lines.map(row).collect() }
    };
    PRINTED.split("## ").skip(1).map(section).collect()
}

#[derive(Deserialize)]
struct Session {
    id: String,
    #[serde(default)]
    is_sample: bool,
    #[serde(default)]
    budgets: Vec<Budget>,
}

#[derive(Deserialize)]
struct Budget {
    id: String,
    unit: String,
    tables: Vec<Table>,
}

#[derive(Deserialize)]
struct Table {
    unit: Option<String>,
    lines: Vec<Line>,
}

#[derive(Deserialize)]
struct Line {
    id: String,
    name: String,
    parent: Option<String>,
    role: Option<String>,
    unit: Option<String>,
    #[serde(default)]
    amounts: HashMap<String, Box<RawValue>>,
    #[serde(default)]
    printed: Printed,
}

#[derive(Default, Deserialize)]
struct Printed {
    completion_percent: Option<Box<RawValue>>,
    yoy_percent: Option<Box<RawValue>>,
    yoy_kind: Option<String>,
}

impl Line {
    /// All figures as the digits in the file.
    fn figures(&self) -> BTreeMap<&str, String> {
        let amounts = self.amounts.iter().map(|(stage, text)| (stage.as_str(), text.get().to_owned()));
        let done = self.printed.completion_percent.iter().map(|text| ("done", text.get().to_owned()));
        amounts.chain(done).chain(self.printed.yoy_percent.iter().map(|text| ("yoy", text.get().to_owned()))).collect()
    }

    /// The amount in 1/10,000 yuan, and half of its last printed digit.
    fn amount(&self, budget: &Budget, table: &Table, stage: &str) -> Option<(i128, i128)> {
        let (digits, decimals) = digits(self.amounts.get(stage)?.get());
        let power = match self.unit.as_ref().or(table.unit.as_ref()).unwrap_or(&budget.unit).as_str() {
            "yuan" => 4,
            "wan_yuan" => 8,
            "yi_yuan" => 12,
            other => panic!("{other} is no unit"),
        };
        let last = 10_i128.pow(power - decimals);
        Some((digits * last, last / 2))
    }
}

impl Budget {
    fn value(&self, id: &str, stage: &str) -> Option<i128> {
        let (table, line) = self.tables.iter().find_map(|table| Some((table, table.lines.iter().find(|line| line.id == id)?)))?;
        line.amount(self, table, stage).map(|(value, _)| value)
    }
}

fn archive() -> Vec<Session> {
    let folder = root().join("public/data/sessions");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort_unstable();
    paths
        .iter()
        .map(|path| serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap_or_else(|e| panic!("{}: {e}", path.display())))
        .collect()
}

fn budget<'a>(archive: &'a [Session], session: &str, id: &str) -> &'a Budget {
    let session = archive.iter().find(|found| found.id == session).unwrap_or_else(|| panic!("no session {session}"));
    session.budgets.iter().find(|budget| budget.id == id).unwrap_or_else(|| panic!("no budget {id}"))
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
