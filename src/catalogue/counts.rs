//! Numbers in the entry of a session. One that is zero is left out of the file.

macro_rules! counts {
    ($($(#[$about:meta])* $set:ident { $($(#[$doc:meta])* $name:ident,)+ })+) => {$(
        $(#[$about])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub struct $set {
            $($(#[$doc])* pub $name: u32,)+
        }

        impl $set {
            /// All of them with their names.
            pub(super) fn all(&self) -> Vec<(&'static str, u32)> {
                vec![$((stringify!($name), self.$name),)+]
            }
        }
    )+};
}

counts! {
    /// How many of each list a session has.
    EntryCounts {
        /// Agenda items.
        agenda,
        /// Speeches, reports and addresses together.
        speeches,
        /// Reports among the speeches.
        reports,
        /// People.
        people,
        /// Votes and elections.
        votes,
        /// Resolutions, decisions and announcements.
        resolutions,
        /// Budgets and final accounts.
        budgets,
        /// Bills and suggestions.
        suggestions,
        /// Livelihood projects.
        projects,
        /// Documents.
        documents,
    }

    /// What a session has to tell, by which the front page chooses and tags it. Zero says nothing: there is none, or the file does not say.
    Told {
        /// Speeches and reports that have text.
        texts,
        /// Those of them that have their own words, not a summary.
        verbatim,
        /// Agenda items that were voted down or withdrawn.
        refused,
        /// Projects that stood in a ballot, where it is known which did.
        stood,
        /// Those of them that were selected.
        selected,
        /// Projects that are carried out, where it is known of all how far they are.
        carried,
        /// Those of them that are finished.
        done,
        /// Those of them whose time was over, but not their work.
        late,
        /// Suggestions, as reported, else as listed.
        received,
        /// Those of them that were answered.
        replied,
        /// Suggestions in the list whose time was over without an answer.
        overdue,
        /// Printed figures of budgets that the audit does not arrive at.
        differing,
    }
}
