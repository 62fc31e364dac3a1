//! What differs between two session files.

use crate::rows::{Row, unreadable};
use crate::{bytes, print};
use anyhow::Context as _;
use std::io::Write as _;
use yishi::diff::{Scope, diff_in};
use yishi::i18n::{Differences, Lang, diff::difference};
use yishi::model::Session;
use yishi::read::read;

/// Prints the differences, one a line: where they stand, and what they are. As with `diff`, 0 is none, 1 some, and 2 that it cannot be told.
pub fn diff(lang: Lang, first: &str, second: &str, is_common: bool) -> anyhow::Result<u8> {
    let (Some(one), Some(other)) = (session(lang, first)?, session(lang, second)?) else { return Ok(2) };
    let scope = if is_common { Scope::Common } else { Scope::All };
    let found = diff_in(&one, &other, scope);
    let mut text: String = String::new();
    for one in &found {
        // A path that both have is told once.
        let path = if one.first == one.second { one.first.clone() } else { format!("{} {}", one.first, one.second) };
        text.extend([path.as_str(), ": ", &difference(lang, one), "\n"]);
    }
    if found.is_empty() {
        text.extend([Differences::of(lang).diff_none, "\n"]);
    }
    print(&text)?;
    Ok(u8::from(!found.is_empty()))
}

/// The session in a file; what keeps it from being read is told.
fn session(lang: Lang, file: &str) -> anyhow::Result<Option<Session>> {
    let found = match bytes(file).with_context(|| file.to_owned()) {
        Ok(bytes) => bytes.and_then(|bytes| read(&bytes)).map_err(|error| unreadable(lang, file, &error)),
        Err(error) => Err(vec![Row::of_file(file, "io", format!("{error:#}"))]),
    };
    match found {
        Ok(reading) => Ok(Some(reading.session)),
        Err(rows) => {
            let text: String = rows.iter().map(|row| row.line(lang)).collect();
            std::io::stderr().write_all(text.as_bytes())?;
            Ok(None)
        }
    }
}
