//! Typed identifiers: opaque strings, unique among things of their kind in their file (tables and lines: in their budget).
//! A person's id cannot be used where a vote's is meant.

use serde::Serialize;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
        #[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            /// The id as it stands in the file.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(id: &str) -> Self {
                Self(id.to_owned())
            }
        }
    )+};
}

ids! {
    /// A session, unique in its archive; it names the file `data/sessions/<id>.json` and stands in links.
    SessionId,
    /// A source that a session was made from.
    SourceId,
    /// A sitting.
    SittingId,
    /// A person.
    PersonId,
    /// An agenda item.
    AgendaId,
    /// A speech, report or address.
    SpeechId,
    /// A block (heading, paragraph, …) of a speech or resolution; what a link to one paragraph names.
    BlockId,
    /// A vote or election.
    VoteId,
    /// A resolution, decision or announcement.
    ResolutionId,
    /// A budget document.
    BudgetId,
    /// A table, unique in its budget.
    TableId,
    /// A line of a budget table, unique in its budget; its parent is in the same table.
    LineId,
    /// A deputy's bill or suggestion.
    SuggestionId,
    /// A livelihood project.
    ProjectId,
    /// A document.
    DocumentId,
}
