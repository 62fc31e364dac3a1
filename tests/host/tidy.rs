//! The habits of the house that a compiler does not check.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// More lines than this fail.
const MOST_LINES: usize = 500;
/// More lines than this are named.
const MANY_LINES: usize = 300;

#[test]
fn files_are_short() {
    let mut too_long = Vec::new();
    for (name, text) in sources(&["src", "tests"], "rs") {
        let lines = text.lines().count();
        if lines > MOST_LINES {
            too_long.push(format!("{name}: {lines} lines"));
        } else if lines > MANY_LINES {
            eprintln!("{name}: {lines} lines");
        }
    }
    none(&too_long);
}

#[test]
fn the_browser_lives_in_ui_only() {
    // `decompose` asks the language itself, not the browser, what a character is made of; the workers are called by a script.
    let is_outside = |name: &str| {
        !name.starts_with("src/ui/")
            && !matches!(
                name,
                "src/ui.rs"
                    | "src/main.rs"
                    | "src/fold/decompose.rs"
                    | "src/bin/yishi-reader.rs"
                    | "src/bin/yishi-pdf.rs"
                    | "src/bin/yishi-writer.rs"
            )
    };
    let words = ["leptos", "web_sys", "gloo", "wasm_bindgen", "js_sys"];
    let code = sources(&["src"], "rs").into_iter().filter(|(name, _)| is_outside(name));
    none(&lines_with(code, |line| !line.trim_start().starts_with("//") && words.iter().any(|word| has_word(line, word))));
}

#[test]
fn parts_of_the_program_are_named_in_one_place() {
    let elsewhere = sources(&["src"], "rs").into_iter().filter(|(name, _)| !name.starts_with("src/ui/parts"));
    none(&lines_with(elsewhere, |line| line.contains("wasm_split")));
}

#[test]
fn modules_below_ui_stand_in_no_circle() {
    let mut arrows: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (name, text) in sources(&["src"], "rs") {
        let module = name["src/".len()..].split(['/', '.']).next().unwrap_or_default();
        // Tests may look at anything.
        if matches!(module, "ui" | "main" | "lib" | "bin") || name.ends_with("/tests.rs") {
            continue;
        }
        let others = modules_named(&text).into_iter().filter(|other| other != module);
        arrows.entry(module.to_owned()).or_default().extend(others);
    }
    let circle = circle(&arrows).map(|circle| circle.join(" → "));
    assert_eq!(circle, None, "each of these names the next");
}

#[test]
fn html_is_never_made_from_text() {
    let words = ["inner_html", "set_inner_html", "insert_adjacent_html", "document_write"];
    none(&lines_with(sources(&["src"], "rs"), |line| words.iter().any(|word| line.contains(word))));
}

#[test]
fn colors_are_tokens() {
    let files = [sources(&["src"], "rs"), sources(&["src"], "css")].concat();
    let files = files.into_iter().filter(|(name, _)| name != "src/styles/tokens.css");
    none(&lines_with(files, has_hex_color));
}

/// While the page grows each `:has(` of a screen's rules is looked at again for each change below it: one on `body` made a text of 20,000
/// paragraphs take 5.7 s instead of 2.6. On paper nothing grows.
#[test]
fn no_rule_of_the_screen_looks_into_what_it_holds() {
    let files = sources(&["src"], "css").into_iter().filter(|(name, _)| name != "src/styles/print.css");
    none(&lines_with(files, |line| line.contains(":has(")));
}

#[test]
fn widths_are_asked_of_the_screen_only() {
    let sheets: Vec<_> = ["src", "scripts"].iter().flat_map(|folder| sources(&[folder], "css")).collect();
    assert!(sheets.len() > 10, "the style sheets were not found");
    none(&lines_with(sheets, asks_paper_for_its_width));
}

#[test]
fn modules_are_named_files() {
    none(&sources(&["src", "tests"], "rs").into_iter().map(|(name, _)| name).filter(|name| name.ends_with("/mod.rs")).collect::<Vec<_>>());
}

#[test]
fn nothing_names_the_machine_it_was_written_on() {
    let folders: Vec<String> = ["home", "Users", "root", "work", "private/tmp"].iter().map(|folder| format!("/{folder}/")).collect();
    let mut files = Vec::new();
    for extension in ["rs", "css", "html", "md", "toml", "js", "mjs", "json", "sh", "yml"] {
        files.extend(sources(&["src", "tests", "public", "scripts", "bench", "fuzz", "."], extension));
    }
    none(&lines_with(files, |line| {
        folders
            .iter()
            .any(|folder| line.match_indices(folder.as_str()).any(|(at, _)| !line[..at].ends_with(|c: char| is_of_path(c) || c == '.')))
    }));
}

#[test]
fn documents_name_files_that_exist() {
    let mut missing = Vec::new();
    for document in ["ARCHITECTURE.md", "README.md"] {
        let Ok(text) = fs::read_to_string(root().join(document)) else { continue };
        for name in paths_in(&text).filter(|name| !root().join(name).exists()) {
            missing.push(format!("{document}: {name}"));
        }
    }
    none(&missing);
}

#[test]
fn what_is_looked_for_is_found() {
    assert!(has_hex_color("a { color: #fff; }") && has_hex_color("#A1b2C3") && has_hex_color("#12345678"));
    assert!(!has_hex_color("<a href=#main>") && !has_hex_color("#[cfg(test)]") && !has_hex_color("#fffx") && !has_hex_color("issue #2184"));
    assert!(has_word("use leptos::prelude::*;", "leptos") && !has_word("use leptosy;", "leptos") && !has_word("my_gloo", "gloo"));
    for query in [
        "(max-width: 40rem)",
        "screen and (pointer: coarse), (max-width: 40rem)",
        "print and (min-width: 9rem)",
        "not print and (width < 9em)",
    ] {
        assert!(asks_paper_for_its_width(&format!("@media {query} {{")), "{query}");
    }
    for query in [
        "screen and (max-width: 40rem)",
        "screen and (pointer: coarse), screen and (min-width: 1px)",
        "print",
        "(prefers-color-scheme: dark)",
    ] {
        assert!(!asks_paper_for_its_width(&format!("@media {query} {{")), "{query}");
    }
    let code = "use crate::{a::X, b};\n// crate::c\ncrate::d::e(crate::f);\n#[cfg(test)]\nmod tests { use crate::g; }";
    assert_eq!(modules_named(code).into_iter().collect::<Vec<_>>(), ["a", "b", "d", "f"]);
    let arrows = |all: &[(&str, &str)]| {
        let mut arrows: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (from, to) in all {
            arrows.entry((*from).to_owned()).or_default().insert((*to).to_owned());
        }
        arrows
    };
    assert_eq!(circle(&arrows(&[("a", "b"), ("b", "c"), ("a", "c")])), None);
    assert_eq!(circle(&arrows(&[("a", "b"), ("b", "c"), ("c", "d"), ("d", "b")])).unwrap(), ["b", "c", "d", "b"]);
    let text = "See [the map](src/lib.rs), `tests/fixtures/valid`, `cargo test`, `?s=a/b`, https://example.org/a.md and `src/ui/*.rs`.";
    assert_eq!(paths_in(text).collect::<Vec<_>>(), ["src/lib.rs", "tests/fixtures/valid"]);
}

/// Files with an extension below `folders` (`.` means the top folder without what is below it), by name, sorted.
fn sources(folders: &[&str], extension: &str) -> Vec<(String, String)> {
    let mut files = Vec::new();
    for folder in folders {
        collect(&root().join(folder), *folder != ".", &mut files);
    }
    files.retain(|path| path.extension().is_some_and(|found| found == extension));
    files.sort_unstable();
    let name = |path: &Path| path.strip_prefix(root()).unwrap_or(path).to_string_lossy().trim_start_matches("./").to_owned();
    files.iter().filter_map(|path| Some((name(path), fs::read_to_string(path).ok()?))).collect()
}

fn collect(folder: &Path, is_deep: bool, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let is_ours =
            entry.file_name().to_str().is_some_and(|name| !name.starts_with('.') && !matches!(name, "node_modules" | "out" | "target"));
        if path.is_dir() && is_deep && is_ours {
            collect(&path, true, files);
        } else if path.is_file() && is_ours {
            files.push(path);
        }
    }
}

/// The modules at the top of the crate that code names as `crate::name`, or in `use crate::{…}`; that of tests at the end of a file does not count.
fn modules_named(text: &str) -> BTreeSet<String> {
    let code = text.split("\n#[cfg(test)]\nmod ").next().unwrap_or_default();
    let code = code.split("\n#[cfg(all(test").next().unwrap_or_default();
    let lines: Vec<&str> = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    let code = lines.join("\n");
    let word = |text: &str| text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let mut named = BTreeSet::new();
    for rest in code.split("crate::").skip(1) {
        let group = rest.strip_prefix('{').and_then(|rest| rest.split_once('}')).map(|(group, _)| group);
        named.extend(group.unwrap_or(rest).split(',').map(word).take(if group.is_some() { usize::MAX } else { 1 }));
    }
    named.remove("");
    named
}

/// Modules of which each names the next, the last the first.
fn circle(arrows: &BTreeMap<String, BTreeSet<String>>) -> Option<Vec<String>> {
    fn walk<'a>(at: &'a str, arrows: &'a BTreeMap<String, BTreeSet<String>>, way: &mut Vec<&'a str>, done: &mut BTreeSet<&'a str>) -> bool {
        way.push(at);
        if way[..way.len() - 1].contains(&at) {
            return true;
        }
        if !done.contains(at) && arrows.get(at).into_iter().flatten().any(|next| walk(next, arrows, way, done)) {
            return true;
        }
        done.insert(at);
        way.pop();
        false
    }
    let mut done = BTreeSet::new();
    arrows.keys().find_map(|start| {
        let mut way = Vec::new();
        walk(start, arrows, &mut way, &mut done).then(|| {
            let first = way.iter().position(|name| Some(name) == way.last()).unwrap_or_default();
            way[first..].iter().map(|name| (*name).to_owned()).collect()
        })
    })
}

fn lines_with(files: impl IntoIterator<Item = (String, String)>, is_bad: impl Fn(&str) -> bool) -> Vec<String> {
    let mut lines = Vec::new();
    for (name, text) in files {
        let bad = text.lines().enumerate().filter(|(_, line)| is_bad(line));
        lines.extend(bad.map(|(number, line)| format!("{name}:{}: {}", number + 1, line.trim())));
    }
    lines
}

fn none(lines: &[String]) {
    assert!(lines.is_empty(), "\n{}", lines.join("\n"));
}

fn has_word(line: &str, word: &str) -> bool {
    let is_part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    line.match_indices(word).any(|(at, _)| !is_part(line[..at].chars().next_back()) && !is_part(line[at + word.len()..].chars().next()))
}

/// A `#` with 3, 4, 6 or 8 hexadecimal digits; a short one without letters only before `;`, for else it is a number (`#2184`).
fn has_hex_color(line: &str) -> bool {
    line.match_indices('#').any(|(at, _)| {
        let rest = &line[at + 1..];
        let (digits, after) = rest.split_at(rest.bytes().take_while(u8::is_ascii_hexdigit).count());
        let is_whole = !after.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | '-'));
        let is_number = digits.len() < 6 && digits.bytes().all(|b| b.is_ascii_digit()) && !after.starts_with(';');
        matches!(digits.len(), 3 | 4 | 6 | 8) && is_whole && !is_number
    })
}

/// A media query for a width that holds for paper, too: a sheet is as narrow as a telephone, and what is folded or scrolls there is lost on it.
fn asks_paper_for_its_width(line: &str) -> bool {
    let queries = line.trim_start().strip_prefix("@media ").unwrap_or_default();
    queries.split(',').any(|query| query.contains("width") && !query.trim_start().starts_with("screen and "))
}

/// Relative paths between backticks or in links: with a slash, without spaces, placeholders or patterns.
fn paths_in(text: &str) -> impl Iterator<Item = &str> {
    let quoted = text.split('`').skip(1).step_by(2);
    let linked = text.split("](").skip(1).filter_map(|rest| rest.split([')', '#']).next());
    let mut paths: Vec<&str> = linked.chain(quoted).filter(|path| is_path(path)).collect();
    paths.dedup();
    paths.into_iter()
}

fn is_path(text: &str) -> bool {
    text.contains('/') && !text.contains("://") && !text.starts_with(['/', '-', '~', '$', '@']) && text.chars().all(is_of_path)
}

fn is_of_path(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '/' | '.' | '-' | '_')
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
