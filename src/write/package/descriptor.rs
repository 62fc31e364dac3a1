//! `datapackage.json`: what the package is, where it comes from, and what each column means.

use crate::json::quoted;
use crate::model::{Budget, BudgetTable, Direction, Session, Text, link_host};
use std::fmt::Write as _;

/// The columns of `data.csv` (Table Schema 1.0, with the column types of Fiscal Data Package 1.0rc1).
const FIELDS: &str = include_str!("fields.json");
/// Measure and dimensions (Fiscal Data Package 0.3). `{}` is the kind of classification.
const MODEL: &str = include_str!("model.json");

/// Most characters of a package name.
const LONGEST_NAME: usize = 80;

/// The descriptor of a package whose `data.csv` has `length` bytes.
pub(super) fn descriptor(session: &Session, budget: &Budget, table: Option<&BudgetTable>, length: usize) -> String {
    let sample = if session.is_sample { "示例 Sample: " } else { "" };
    let mut title = format!("{sample}{} · {}", session.title, budget.title);
    if let Some(table_title) = table.and_then(|table| table.title.as_deref()) {
        title.push_str(" · ");
        title.push_str(table_title);
    }
    let title = quoted(&title);
    let tables = table.map_or(budget.tables.as_slice(), std::slice::from_ref);
    let is_functional = tables.iter().all(|table| table.direction == Direction::Expenditure);
    let model = MODEL.replace("{}", if is_functional { ", \"classificationType\": \"functional\"" } else { "" });

    let mut optional = String::new();
    if let Some((from, to)) = period(budget) {
        let _ = writeln!(optional, "  \"fiscalPeriod\": {{ \"start\": \"{from}\", \"end\": \"{to}\" }},");
    }
    let sources: Vec<String> = session.sources.iter().map(|s| source(&s.title, s.url.as_deref())).collect();
    if !sources.is_empty() {
        let _ = writeln!(optional, "  \"sources\": [\n    {}\n  ],", sources.join(",\n    "));
    }
    let mut about = description(session);
    match session.license.as_ref().map(license) {
        Some(Ok(license)) => {
            let _ = writeln!(optional, "  \"licenses\": [{license}],");
        }
        // The schema has no place for a licence that is neither a known name nor an address.
        Some(Err(text)) => {
            about.push_str(" 许可 Licence: ");
            about.push_str(text);
        }
        None => {}
    }
    format!(
        "{{\n  \"profile\": \"tabular-data-package\",\n  \"name\": {name},\n  \"title\": {title},\n  \"description\": {about},\n  \
         \"countryCode\": \"CN\",\n  \"granularity\": \"aggregated\",\n{optional}  \"resources\": [{{\n    \"profile\": \
         \"tabular-data-resource\",\n    \"name\": \"data\",\n    \"path\": \"data.csv\",\n    \"title\": {title},\n    \"format\": \"csv\",\n    \
         \"mediatype\": \"text/csv\",\n    \"encoding\": \"utf-8\",\n    \"bytes\": {length},\n    \"dialect\": {DIALECT},\n    \
         \"schema\": {fields}\n  }}],\n  \"model\": {model}\n}}\n",
        name = quoted(&name(session, budget, table)),
        about = quoted(&about),
        fields = FIELDS.trim_end(),
        model = model.trim_end(),
    )
}

const DIALECT: &str = r#"{ "delimiter": ",", "doubleQuote": true, "lineTerminator": "\r\n", "quoteChar": "\"", "header": true, "skipInitialSpace": false, "caseSensitiveHeader": true }"#;

fn description(session: &Session) -> String {
    let sample = "示例数据，数字为虚构。Sample data: the figures are made up. ";
    let about = "每行一个项目的一个阶段，金额精确到元并附原文数字。One row for each line and stage; amounts are exact in yuan (CNY), with the figure as printed. \
                 空白表示所据文本未载，不是零。Blank means unknown, never zero. Text that begins with a formula sign carries a leading apostrophe.";
    if session.is_sample { format!("{sample}{about}") } else { about.to_owned() }
}

/// First and last day: the period of the document where it gives days, else its calendar year, which is the fiscal year in China.
fn period(budget: &Budget) -> Option<(String, String)> {
    let is_day = |date: &str| date.len() == 10;
    if let Some(period) = &budget.period {
        let (from, to) = (period.from.as_str(), period.to.as_str());
        let is_real = period.from.civil().is_some() && period.to.civil().is_some();
        if is_real && is_day(from) && is_day(to) {
            return Some((from.to_owned(), to.to_owned()));
        }
    }
    let year = budget.fiscal_year;
    (1000..=9999).contains(&year).then(|| (format!("{year}-01-01"), format!("{year}-12-31")))
}

/// A source by title, and its address where that is a web address that the schema takes for a path.
fn source(title: &str, url: Option<&str>) -> String {
    let title = quoted(title);
    match url.filter(|url| link_host(url).is_some() && !url.contains("..")) {
        Some(url) => format!("{{ \"title\": {title}, \"path\": {} }}", quoted(url)),
        None => format!("{{ \"title\": {title} }}"),
    }
}

/// A licence by name (CC0-1.0, CC BY 4.0) or address; other words come back as an error.
fn license(text: &Text) -> Result<String, &str> {
    let name: String = text.trim().replace(' ', "-");
    if !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._".contains(&b)) {
        return Ok(format!("{{ \"name\": {}, \"title\": {} }}", quoted(&name), quoted(text)));
    }
    if link_host(text).is_some() && !text.contains("..") {
        return Ok(format!("{{ \"path\": {}, \"title\": {} }}", quoted(text), quoted(text)));
    }
    Err(text)
}

/// A name of `a-z 0-9 - _ .` from the ids, which may hold anything. Where that changes them, a checksum of the ids keeps different packages apart.
fn name(session: &Session, budget: &Budget, table: Option<&BudgetTable>) -> String {
    let ids = [session.id.as_str(), budget.id.as_str(), table.map_or("", |table| table.id.as_str())].join("-");
    let ids = ids.trim_end_matches('-');
    let mut name = String::new();
    for c in ids.chars().take(LONGEST_NAME) {
        match c {
            'a'..='z' | '0'..='9' | '_' => name.push(c),
            '.' if !name.is_empty() && !name.ends_with(['.', '-']) => name.push(c),
            _ if name.is_empty() || name.ends_with('-') => {}
            _ => name.push('-'),
        }
    }
    if name != ids {
        let name_end = name.trim_end_matches(['-', '.']).len();
        name.truncate(name_end);
        let _ = write!(name, "{}{:08x}", if name.is_empty() { "budget-" } else { "-" }, crc32fast::hash(ids.as_bytes()));
    }
    name
}
