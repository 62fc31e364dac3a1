//! The rooms of the page: which folder of `src/ui` may use which, and that no files go in a circle.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The rooms in reading order: each uses only those that stand before it.
const ROOMS: [&str; 9] = ["web", "state", "data", "actions", "components", "pages", "dialogs", "parts", "app"];

/// Files by module, such as `pages::budget::table`, with the modules of the page that each names.
type Arrows = BTreeMap<String, BTreeSet<String>>;

#[test]
fn rooms_use_only_those_above_them() {
    let mut wrong = Vec::new();
    for (from, targets) in arrows() {
        for to in targets {
            let (of, other) = (place_of(&from), place_of(&to));
            let is_up = of.zip(other).is_some_and(|(of, other)| other <= of);
            if !is_up {
                wrong.push(format!("{from} uses {to}"));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn pages_do_not_use_each_other() {
    let page = |module: &str| module.split("::").nth(1).map(ToOwned::to_owned);
    let mut wrong = Vec::new();
    for (from, targets) in arrows().into_iter().filter(|(from, _)| from.starts_with("pages::")) {
        wrong
            .extend(targets.iter().filter(|to| to.starts_with("pages::") && page(to) != page(&from)).map(|to| format!("{from} uses {to}")));
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn no_files_of_the_page_go_in_a_circle() {
    let arrows = arrows();
    assert!(arrows.len() > 50, "the files of the page were not found");
    let circles = circles(&arrows);
    assert!(circles.is_empty(), "\n{}", circles.join("\n"));
}

#[test]
fn a_circle_is_found() {
    let one = |to: &[&str]| to.iter().map(ToString::to_string).collect::<BTreeSet<_>>();
    let arrows: Arrows =
        [("a", one(&["b"])), ("b", one(&["c"])), ("c", one(&["a"])), ("d", one(&["a"]))].map(|(from, to)| (from.to_owned(), to)).into();
    assert_eq!(circles(&arrows), ["a -> b -> c -> a"]);
    let text = "use crate::ui::web::dom::{El, el};\nuse super::keys;\nlet x = crate::ui::state::prefs::lang();\n";
    assert_eq!(
        named(text, "pages::budget::table"),
        one(&["pages::budget::keys", "state::prefs::lang", "web::dom::El", "web::dom::el"]).into_iter().collect()
    );
}

fn place_of(module: &str) -> Option<usize> {
    let room = module.split("::").next()?;
    ROOMS.iter().position(|known| *known == room)
}

/// Each circle once, from its first file in the order of the alphabet.
fn circles(arrows: &Arrows) -> Vec<String> {
    let mut found = BTreeSet::new();
    for start in arrows.keys() {
        let mut path = vec![start.as_str()];
        let mut seen = BTreeSet::new();
        walk(arrows, start, &mut path, &mut seen, &mut found);
    }
    found.into_iter().collect()
}

fn walk<'a>(arrows: &'a Arrows, start: &str, path: &mut Vec<&'a str>, seen: &mut BTreeSet<&'a str>, found: &mut BTreeSet<String>) {
    let Some(targets) = path.last().and_then(|last| arrows.get(*last)) else { return };
    for to in targets {
        if to == start {
            if path.iter().min() == path.first() {
                found.insert(format!("{} -> {start}", path.join(" -> ")));
            }
        } else if seen.insert(to) {
            path.push(to);
            walk(arrows, start, path, seen, found);
            path.pop();
        }
    }
}

fn arrows() -> Arrows {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ui");
    let mut files = Vec::new();
    collect(&root, &mut files);
    let module = |file: &Path| {
        let name = file.strip_prefix(&root).unwrap_or(file).with_extension("");
        name.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect::<Vec<_>>().join("::")
    };
    let modules: BTreeSet<String> = files.iter().map(|file| module(file)).collect();
    let mut arrows = Arrows::new();
    for file in &files {
        let from = module(file);
        let text = fs::read_to_string(file).unwrap_or_default();
        // What is named is an item of the longest module that there is.
        let to = named(&text, &from).into_iter().filter_map(|path| {
            let mut path = path.as_str();
            while !modules.contains(path) {
                path = path.rsplit_once("::")?.0;
            }
            Some(path.to_owned())
        });
        // A file declares its children; what it takes from them is no way back.
        let to = to.filter(|to| *to != from).collect();
        arrows.insert(from, to);
    }
    arrows
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

/// The paths below `crate::ui` that a text names, in full.
fn named(text: &str, module: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let code: String = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    for (start, base) in [("crate::ui::", Vec::new()), ("super::", parent(module)), ("self::", module.split("::").collect())] {
        for (at, _) in code.match_indices(start) {
            if code[..at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | ':')) {
                continue;
            }
            expand(&code[at + start.len()..], &base, &mut found);
        }
    }
    found
}

fn parent(module: &str) -> Vec<&str> {
    let mut parts: Vec<_> = module.split("::").collect();
    parts.pop();
    parts
}

/// Adds `base::path` for the path that `rest` begins with; of `{a, b::c}` each.
fn expand(rest: &str, base: &[&str], found: &mut BTreeSet<String>) {
    let is_path = |c: char| c.is_alphanumeric() || matches!(c, '_' | ':');
    let path = &rest[..rest.find(|c| !is_path(c)).unwrap_or(rest.len())];
    let parts: Vec<_> = base.iter().copied().chain(path.split("::").filter(|part| !part.is_empty())).collect();
    match rest[path.len()..].strip_prefix('{') {
        Some(inner) if path.is_empty() || path.ends_with("::") => {
            let mut depth = 0;
            let end = inner.find(|c| {
                depth += match c {
                    '{' => 1,
                    '}' => -1,
                    _ => 0,
                };
                depth < 0
            });
            let mut level = 0;
            for part in inner[..end.unwrap_or(inner.len())].split(|c| {
                level += match c {
                    '{' => 1,
                    '}' => -1,
                    _ => 0,
                };
                c == ',' && level == 0
            }) {
                expand(part.trim(), &parts, found);
            }
        }
        _ => {
            found.insert(parts.join("::"));
        }
    }
}
