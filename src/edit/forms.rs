//! Which fields a form shows of the things in a session, and of what sort each is.

use super::Json;
use super::pointer::index;

/// What can be typed into a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// A line of text.
    Text,
    /// Text of several lines.
    Prose,
    /// A day, month or year.
    Date,
    /// A whole number.
    Number,
    /// An amount or a percentage, exact.
    Amount,
    /// Yes or no.
    Flag,
    /// One of the words of a closed list.
    Word(&'static [&'static str]),
    /// One of the people of the session, by the id.
    Person,
}

const STATUS: &[&str] = &["draft", "published", "corrected"];
const LEVELS: &[&str] = &["township", "county", "city", "province", "national"];
const SESSION_KINDS: &[&str] = &["regular", "special"];
const SITTING_KINDS: &[&str] = &["preparatory", "presidium", "plenary", "group", "closing"];
const AGENDA_KINDS: &[&str] = &[
    "government_report",
    "congress_report",
    "budget_report",
    "final_accounts",
    "budget_review",
    "credentials_report",
    "suggestions_report",
    "special_report",
    "deliberation",
    "vote",
    "election",
    "resolution",
    "oath",
    "other",
];
const SPEECH_KINDS: &[&str] = &["report", "address", "remarks", "question", "answer", "procedural"];
const RESOLUTION_KINDS: &[&str] = &["resolution", "decision", "announcement"];
const BLOCK_KINDS: &[&str] = &["heading", "paragraph", "list", "quote", "table"];
const ACTIONS: &[&str] = &["hear", "deliberate", "review_and_approve", "written_review", "vote", "elect"];
const RESULTS: &[&str] = &["adopted", "rejected", "noted", "elected", "none"];
const TEXT_STATUS: &[&str] = &["verbatim", "edited", "summary", "reconstructed"];
const STAGES: &[&str] = &["draft", "approved", "adjusted", "execution", "final_accounts"];
const UNITS: &[&str] = &["yuan", "wan_yuan", "yi_yuan"];
const BOOKS: &[&str] = &["general_public", "government_fund", "state_capital", "social_insurance"];
const DIRECTIONS: &[&str] = &["revenue", "expenditure"];

/// How the entries of a list are edited.
#[derive(Debug)]
pub struct Form {
    /// The name of the list.
    pub list: &'static str,
    /// The fields of an entry, as pointers below it; an entry that is a value itself has one, the empty one.
    pub fields: &'static [&'static str],
    /// The lists in an entry.
    pub lists: &'static [&'static Form],
}

/// The facts of the session as a whole.
pub const SESSION: &[&str] = &[
    "/title",
    "/assembly/name",
    "/assembly/short_name",
    "/assembly/level",
    "/assembly/place",
    "/term",
    "/meeting",
    "/dates/start",
    "/dates/end",
    "/venue",
    "/kind",
    "/status",
    "/summary",
    "/attendance/expected",
    "/attendance/present",
    "/attendance/on_leave",
    "/attendance/observers",
];

/// The lists of a session that can be edited, in the order of the form.
pub const LISTS: &[&Form] = &[
    &Form { list: "people", fields: &["/name", "/sort_name"], lists: &[&POSTS] },
    &Form {
        list: "sittings",
        fields: &["/name", "/kind", "/date", "/start", "/end", "/attendance/expected", "/attendance/present"],
        lists: &[&Form { list: "chairs", ..VALUES }],
    },
    &Form {
        list: "agenda",
        fields: &["/number", "/title", "/kind", "/action", "/on_behalf_of", "/result", "/note"],
        lists: &[&Form { list: "presenters", ..VALUES }],
    },
    &Form {
        list: "speeches",
        fields: &["/title", "/kind", "/speaker", "/attribution", "/post", "/on_behalf_of", "/date", "/text_status"],
        lists: &[&BLOCKS],
    },
    &Form { list: "resolutions", fields: &["/number", "/title", "/kind", "/date", "/text_status"], lists: &[&BLOCKS] },
    &Form { list: "budgets", fields: &["/title", "/fiscal_year", "/stage", "/unit"], lists: &[&TABLES] },
    &Form { list: "glossary", fields: &["/term", "/definition"], lists: &[] },
];

const VALUES: Form = Form { list: "", fields: &[""], lists: &[] };
const POSTS: Form = Form { list: "posts", fields: &["/title", "/organization"], lists: &[] };
const BLOCKS: Form = Form { list: "blocks", fields: &["/kind", "/text"], lists: &[&Form { list: "items", ..VALUES }] };
const TABLES: Form = Form { list: "tables", fields: &["/title", "/book", "/direction", "/scope", "/unit"], lists: &[&LINES] };
const LINES: Form = Form {
    list: "lines",
    fields: &[
        "/code",
        "/name",
        "/amounts/prior_final",
        "/amounts/initial",
        "/amounts/adjusted",
        "/amounts/executed",
        "/amounts/final",
        "/amounts/next",
        "/printed/completion_percent",
        "/printed/yoy_percent",
    ],
    lists: &[],
};

/// Of what sort the field at a pointer is.
pub fn sort(at: &str) -> Sort {
    let mut steps = at.rsplit('/').filter(|step| index(step).is_none());
    let (key, parent) = (steps.next().unwrap_or_default(), steps.next().unwrap_or_default());
    match (parent, key) {
        (_, "presenters" | "chairs" | "speaker" | "lead" | "cosigners" | "responsible" | "person") => Sort::Person,
        ("amounts", _) | (_, "completion_percent" | "yoy_percent") => Sort::Amount,
        ("attendance", "quorum_met") | (_, "is_sample") => Sort::Flag,
        ("attendance", _) | ("", "term" | "meeting") | (_, "fiscal_year" | "population" | "ordinal" | "level")
            if parent != "assembly" || key != "level" =>
        {
            Sort::Number
        }
        (_, "text" | "summary" | "definition" | "note" | "items" | "reply") => Sort::Prose,
        ("dates", _) | (_, "date" | "from" | "to" | "as_of" | "submitted" | "replied") => Sort::Date,
        ("", "status") => Sort::Word(STATUS),
        ("", "kind") => Sort::Word(SESSION_KINDS),
        ("assembly", "level") => Sort::Word(LEVELS),
        ("sittings", "kind") => Sort::Word(SITTING_KINDS),
        ("agenda", "kind") => Sort::Word(AGENDA_KINDS),
        ("agenda", "action") => Sort::Word(ACTIONS),
        ("agenda", "result") => Sort::Word(RESULTS),
        ("speeches", "kind") => Sort::Word(SPEECH_KINDS),
        ("resolutions", "kind") => Sort::Word(RESOLUTION_KINDS),
        ("blocks", "kind") => Sort::Word(BLOCK_KINDS),
        (_, "text_status") => Sort::Word(TEXT_STATUS),
        ("budgets", "stage") => Sort::Word(STAGES),
        (_, "unit") => Sort::Word(UNITS),
        (_, "book") => Sort::Word(BOOKS),
        (_, "direction") => Sort::Word(DIRECTIONS),
        _ => Sort::Text,
    }
}

/// Whether a session cannot be without a field of that name: emptied, it stays.
pub fn is_required(key: &str) -> bool {
    matches!(key, "id" | "title" | "name" | "format" | "definition" | "fiscal_year" | "stage" | "unit" | "direction")
}

/// What a new entry of a list has to have.
pub(super) fn template(list: &str, id: &str) -> Json {
    match list.rsplit('/').next().unwrap_or_default() {
        "people" | "lines" => {
            let mut fields = vec![("id".to_owned(), Json::text(id)), ("name".to_owned(), Json::text(""))];
            if list.ends_with("/lines") {
                fields.push(("amounts".to_owned(), Json::Object(Vec::new())));
            }
            Json::Object(fields)
        }
        "posts" => Json::fields(&[("title", "")]),
        "sittings" | "votes" => Json::fields(&[("id", id)]),
        "blocks" => Json::fields(&[("id", id), ("kind", "paragraph"), ("text", "")]),
        "tables" => Json::fields(&[("id", id), ("direction", "expenditure")]),
        "glossary" => Json::fields(&[("term", ""), ("definition", "")]),
        "presenters" | "chairs" | "items" | "cosigners" | "responsible" => Json::text(""),
        _ => Json::fields(&[("id", id), ("title", "")]),
    }
}
