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
const METHODS: &[&str] = &["show_of_hands", "secret_ballot", "electronic", "acclamation"];
const VOTE_RESULTS: &[&str] = &["adopted", "rejected", "elected"];
const SUGGESTION_KINDS: &[&str] = &["bill", "suggestion"];
const OUTCOMES: &[&str] = &["A", "B", "C", "D"];
const SATISFACTIONS: &[&str] = &["satisfied", "basically", "unsatisfied"];
const DEPUTY_CHANGES: &[&str] = &["elected", "confirmed", "resigned", "moved_away", "recalled", "died", "terminated"];
pub(super) const FLAGS: &[&str] = &["true", "false"];

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
    &Form {
        list: "votes",
        fields: &[
            "/motion",
            "/method",
            "/eligible",
            "/ballots/issued",
            "/ballots/returned",
            "/ballots/valid",
            "/ballots/invalid",
            "/counts/yes",
            "/counts/no",
            "/counts/abstain",
            "/counts/not_voting",
            "/result",
            "/note",
        ],
        lists: &[&Form { list: "candidates", fields: &["/person", "/post", "/yes", "/elected"], lists: &[] }],
    },
    &Form { list: "resolutions", fields: &["/number", "/title", "/kind", "/date", "/text_status"], lists: &[&BLOCKS] },
    &Form { list: "budgets", fields: &["/title", "/fiscal_year", "/stage", "/unit"], lists: &[&TABLES] },
    &Form {
        list: "suggestions",
        fields: &[
            "/number",
            "/title",
            "/kind",
            "/category",
            "/text",
            "/lead",
            "/unit",
            "/submitted",
            "/due",
            "/replied",
            "/reply",
            "/outcome",
            "/satisfaction",
            "/status",
        ],
        lists: &[&Form { list: "cosigners", ..VALUES }],
    },
    &Form {
        list: "suggestion_totals",
        fields: &[
            "/title",
            "/received",
            "/bills",
            "/suggestions",
            "/replied",
            "/replied_percent",
            "/outcomes/A",
            "/outcomes/B",
            "/outcomes/C",
            "/outcomes/D",
            "/satisfaction/satisfied",
            "/satisfaction/basically",
            "/satisfaction/unsatisfied",
            "/satisfied_percent",
            "/note",
        ],
        lists: &[],
    },
    &Form {
        list: "projects",
        fields: &[
            "/number",
            "/title",
            "/content",
            "/investment",
            "/investment_unit",
            "/unit",
            "/due",
            "/selection/method",
            "/selection/votes",
            "/selection/rank",
            "/selection/selected",
            "/status",
            "/progress_percent",
        ],
        lists: &[&Form { list: "responsible", ..VALUES }],
    },
    &Form { list: "deputy_changes", fields: &["/person", "/kind", "/date", "/constituency", "/note"], lists: &[] },
    &Form { list: "sources", fields: &["/title", "/url"], lists: &[] },
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
        ("amounts", _)
        | (_, "completion_percent" | "yoy_percent" | "investment" | "progress_percent" | "replied_percent" | "satisfied_percent") => {
            Sort::Amount
        }
        (_, "quorum_met" | "is_sample" | "elected" | "selected") => Sort::Word(FLAGS),
        ("ballots" | "counts" | "outcomes" | "satisfaction", _)
        | ("candidates", "yes")
        | ("votes", "eligible")
        | ("selection", "votes" | "rank")
        | ("suggestion_totals", "received" | "bills" | "suggestions" | "replied") => Sort::Number,
        ("attendance", _) | ("", "term" | "meeting") | (_, "fiscal_year" | "population" | "ordinal" | "level")
            if parent != "assembly" || key != "level" =>
        {
            Sort::Number
        }
        (_, "text" | "summary" | "definition" | "note" | "items" | "reply" | "content") => Sort::Prose,
        ("dates", _) | (_, "date" | "from" | "to" | "as_of" | "submitted" | "due" | "replied") => Sort::Date,
        ("", "status") => Sort::Word(STATUS),
        ("", "kind") => Sort::Word(SESSION_KINDS),
        ("assembly", "level") => Sort::Word(LEVELS),
        ("sittings", "kind") => Sort::Word(SITTING_KINDS),
        ("agenda", "kind") => Sort::Word(AGENDA_KINDS),
        ("agenda", "action") => Sort::Word(ACTIONS),
        ("agenda", "result") => Sort::Word(RESULTS),
        ("speeches", "kind") => Sort::Word(SPEECH_KINDS),
        ("resolutions", "kind") => Sort::Word(RESOLUTION_KINDS),
        ("votes" | "selection", "method") => Sort::Word(METHODS),
        ("votes", "result") => Sort::Word(VOTE_RESULTS),
        ("suggestions", "kind") => Sort::Word(SUGGESTION_KINDS),
        ("suggestions", "outcome") => Sort::Word(OUTCOMES),
        ("suggestions", "satisfaction") => Sort::Word(SATISFACTIONS),
        ("deputy_changes", "kind") => Sort::Word(DEPUTY_CHANGES),
        ("blocks", "kind") => Sort::Word(BLOCK_KINDS),
        (_, "text_status") => Sort::Word(TEXT_STATUS),
        ("budgets", "stage") => Sort::Word(STAGES),
        ("budgets" | "tables", "unit") | (_, "investment_unit") => Sort::Word(UNITS),
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
        "candidates" | "suggestion_totals" => Json::Object(Vec::new()),
        "deputy_changes" => Json::fields(&[("person", "")]),
        "blocks" => Json::fields(&[("id", id), ("kind", "paragraph"), ("text", "")]),
        "tables" => Json::fields(&[("id", id), ("direction", "expenditure")]),
        "glossary" => Json::fields(&[("term", ""), ("definition", "")]),
        "presenters" | "chairs" | "items" | "cosigners" | "responsible" => Json::text(""),
        _ => Json::fields(&[("id", id), ("title", "")]),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test fails by panicking")]
mod tests {
    use super::*;
    use crate::edit::operations::{add, change_field};
    use crate::edit::{Editor, Spot, checked};

    const FILE: &str = r#"{ "format": "yishi-session/1", "id": "x-1-1", "title": "第一次会议", "assembly": { "name": "甲镇人大" },
      "dates": { "start": "2024-01-25" }, "people": [{ "id": "wang", "name": "王二" }],
      "budgets": [{ "id": "z", "title": "预算", "fiscal_year": 2024, "stage": "draft", "unit": "wan_yuan" }] }"#;

    fn fields_of(form: &Form, above: &str, found: &mut Vec<String>) {
        let entry = format!("{above}/{}/0", form.list);
        found.extend(form.fields.iter().map(|field| format!("{entry}{field}")));
        form.lists.iter().for_each(|form| fields_of(form, &entry, found));
    }

    #[test]
    fn every_field_of_the_forms_is_one_of_the_file() {
        let mut all: Vec<String> = SESSION.iter().map(ToString::to_string).collect();
        for form in LISTS {
            fields_of(form, "", &mut all);
        }
        let session = crate::read::read(FILE.as_bytes()).unwrap().session;
        for at in all {
            let mut editor = Editor::open(&session, Vec::new()).unwrap();
            // Whatever holds it is added first, as a reader does.
            for (slash, _) in at.match_indices("/0") {
                let list = &at[..slash];
                if editor.document().get(&at[..slash + 2]).is_none() {
                    let change = add(editor.document(), list, 0).unwrap();
                    editor.run(change, Spot::default()).unwrap();
                }
            }
            let value = match sort(&at) {
                Sort::Text | Sort::Prose => "词",
                Sort::Date => "2024-01-26",
                Sort::Number | Sort::Amount => "7",
                Sort::Word(words) => words[words.len() - 1],
                Sort::Person => "wang",
            };
            editor
                .type_in(&at, Spot::field(&at), |document| change_field(document, &at, value))
                .unwrap_or_else(|fault| panic!("{at}: {fault}"));
            let typed = editor.document().get(&at).cloned();
            let checked = checked::check(editor.document());
            // What such a thing needs beside it is asked for, and no fault of the field.
            let Some(session) = checked.session else {
                assert!(checked.error.as_ref().is_none_or(|error| !error.path.is_empty()), "{at}: {:?}", checked.error);
                continue;
            };
            assert_eq!(Json::of(&session).unwrap().get(&at), typed.as_ref(), "{at}");
        }
    }
}
