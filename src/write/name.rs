//! Names of files to save.

use super::budget::book_word;
use crate::i18n::{Lang, dates};
use crate::model::{Budget, BudgetTable, Direction, Session, is_hidden, is_selector};

/// Most characters of a name with its extension: what Windows and chat apps take without trouble.
const LONGEST: usize = 80;

/// A name to save a table or a budget under: `华漕镇人大_2024年预算草案_一般公共预算收入.csv`. See [`session_file_name`].
pub fn file_name(session: &Session, budget: &Budget, table: Option<&BudgetTable>, extension: &str) -> String {
    let mut parts = vec![body(session), clean(&budget.title)];
    let year = budget.fiscal_year.to_string();
    if !parts.iter().any(|part| part.contains(&year)) {
        parts.push(year);
    }
    if let Some(table) = table {
        // Without a title the book and the direction tell the tables of a budget apart.
        let book = table.book.map_or("", |book| book_word(Lang::Zh, book));
        let direction = if table.direction == Direction::Revenue { "收入" } else { "支出" };
        parts.push(table.title.as_deref().map_or_else(|| format!("{book}{direction}"), clean));
    }
    joined(session, parts, extension)
}

/// A name to save something of a session under, readable and safe everywhere: `华漕镇人大_第六届第六次会议_议程.csv`.
///
/// Without what Windows refuses (`\ / : * ? " < > |`, controls, a dot at either end, device names), at most 80 characters; a sample begins
/// with 示例. `what` may be anything, also nothing; `extension` is ours: letters and digits, without a dot.
pub fn session_file_name(session: &Session, what: &str, extension: &str) -> String {
    let mut parts = vec![body(session)];
    // A title that stands for the short name says which session it is.
    if session.assembly.short_name.is_some() {
        let number = session.term.zip(session.meeting);
        parts.push(number.map_or_else(
            || clean(&session.title),
            |(term, meeting)| format!("{}{}", dates::term(Lang::Zh, term), dates::meeting(Lang::Zh, meeting)),
        ));
    }
    parts.push(clean(what));
    joined(session, parts, extension)
}

/// Whose it is.
fn body(session: &Session) -> String {
    clean(session.assembly.short_name.as_deref().unwrap_or(&session.title))
}

/// The parts of a name as a name.
fn joined(session: &Session, mut parts: Vec<String>, extension: &str) -> String {
    parts.retain(|part| !part.is_empty());
    if session.is_sample {
        parts.insert(0, "示例".to_owned());
    }
    let room = LONGEST - 2 - extension.chars().count().min(10);
    let length: usize = parts.iter().map(|part| part.chars().count() + 1).sum();
    if length > room {
        // A year or a mark is short and stays; what is long is cut to the same length.
        let each = room / parts.len() - 1;
        for part in &mut parts {
            *part = part.chars().take(each).collect();
        }
    }
    let mut name = parts.join("_").trim_matches(['.', ' ']).to_owned();
    if name.is_empty() || is_device(&name) {
        name.insert(0, '_');
    }
    format!("{name}.{extension}")
}

/// Text without what a file name may not hold: every such character is a blank, blanks are single, and none stands at an end.
pub fn clean(text: &str) -> String {
    let is_refused = |c: char| c.is_whitespace() || c.is_control() || (is_hidden(c) && !is_selector(c)) || r#"\/:*?"<>|"#.contains(c);
    let words: Vec<&str> = text.split(is_refused).filter(|word| !word.is_empty()).collect();
    words.join(" ").trim_matches(['.', ' ']).to_owned()
}

/// Whether Windows takes the name, whatever its extension, for a device.
fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_ascii_uppercase();
    let is_numbered = |kind| stem.strip_prefix(kind).is_some_and(|n: &str| n.len() == 1 && n.bytes().all(|b| b.is_ascii_digit()));
    matches!(stem.as_str(), "CON" | "PRN" | "AUX" | "NUL") || is_numbered("COM") || is_numbered("LPT")
}
