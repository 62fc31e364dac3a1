//! What things in the lists of a session are told by, what they are called, and which fields name things of other lists.

use super::node::Node;

/// What the things of a list are told by: sets of fields, the surest first.
const KEYS: [(&str, &[&[&str]]); 20] = [
    ("sources", &[&["url", "title"], &["url"], &["title"]]),
    ("corrections", &[&["date", "note"], &["date"]]),
    ("sittings", &[&["name", "date", "start"], &["name"], &["kind", "ordinal", "date"]]),
    ("people", &[&["id", "name"], &["name"]]),
    ("posts", &[&["title", "organization"], &["title"]]),
    ("agenda", &[&["id", "title"], &["title", "kind"], &["title"]]),
    ("speeches", &[&["id", "title"], &["title", "speaker"], &["title"], &["speaker", "kind"]]),
    ("votes", &[&["id", "motion"], &["motion"]]),
    ("candidates", &[&["person", "project", "post"], &["person"], &["project"]]),
    ("resolutions", &[&["id", "title"], &["title"], &["number"]]),
    ("budgets", &[&["id", "fiscal_year", "stage"], &["fiscal_year", "stage"], &["fiscal_year"]]),
    ("tables", &[&["book", "direction", "scope", "title"], &["book", "direction", "scope"], &["book", "direction"], &["title"]]),
    ("lines", &[&["id", "code", "name"], &["code", "name", "parent"], &["code", "name"], &["code"], &["name"]]),
    ("suggestions", &[&["id", "title"], &["title"], &["number"]]),
    ("suggestion_totals", &[&["title", "session"], &["session", "as_of"]]),
    ("projects", &[&["id", "title"], &["title"]]),
    ("deputy_changes", &[&["person", "kind"], &["person"]]),
    ("documents", &[&["sha256"], &["url", "title"], &["title"]]),
    ("glossary", &[&["term"]]),
    ("milestones", &[&["date", "percent"], &["date"]]),
];

/// The fields that hold the name of a thing, in the order in which they are tried.
const NAMES: [&str; 9] = ["title", "name", "motion", "term", "person", "project", "event", "text", "date"];

/// The fields that name things of a list by their ids.
const REFERENCES: [(&str, &str); 18] = [
    ("sitting", "sittings"),
    ("agenda", "agenda"),
    ("vote", "votes"),
    ("votes", "votes"),
    ("resolutions", "resolutions"),
    ("speeches", "speeches"),
    ("budgets", "budgets"),
    ("documents", "documents"),
    ("presenters", "people"),
    ("chairs", "people"),
    ("speaker", "people"),
    ("person", "people"),
    ("lead", "people"),
    ("cosigners", "people"),
    ("responsible", "people"),
    ("project", "projects"),
    ("parent", SIBLINGS),
    ("target", SIBLINGS),
];

/// The list that the thing itself is in.
pub(super) const SIBLINGS: &str = "";

/// What the things of a list are told by.
pub(super) fn keys(list: &str) -> &'static [&'static [&'static str]] {
    KEYS.iter().find(|(name, _)| *name == list).map_or(&[&["date", "event"], &["date"], &["title"], &["name"]], |(_, keys)| keys)
}

/// The list that a field names things of.
pub(super) fn reference(field: &str) -> Option<&'static str> {
    REFERENCES.iter().find(|(name, _)| *name == field).map(|(_, list)| *list)
}

/// The name of a thing, as it says it; a reference gives an id.
pub(super) fn name(thing: &Node) -> Option<(&'static str, &str)> {
    if let Node::Text(text) = thing {
        return Some(("text", text));
    }
    NAMES.iter().find_map(|field| thing.text(field).filter(|name| !name.is_empty()).map(|name| (*field, name)))
}
