//! Texts held against files, which `UPDATE=1` rewrites.

use std::fs;
use std::path::Path;

/// How `text` differs from the file `path`, if it does.
pub fn difference(path: &Path, text: &str) -> Option<String> {
    let known = fs::read_to_string(path).unwrap_or_default();
    if known == text {
        return None;
    }
    if std::env::var_os("UPDATE").is_some() {
        fs::write(path, text).expect("the file can be written");
        return None;
    }
    let line = known.lines().zip(text.lines()).position(|(a, b)| a != b).unwrap_or_else(|| known.lines().count().min(text.lines().count()));
    let show = |text: &str| text.lines().nth(line).unwrap_or("(the end)").to_owned();
    Some(format!("{}:{}:\n  is:     {}\n  should: {}", path.display(), line + 1, show(text), show(&known)))
}
