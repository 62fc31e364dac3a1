//! The fields of every object of the session file. A test holds them against the types.

use crate::model::{
    AgendaItem, Amounts, Assembly, Attendance, Ballots, Block, Budget, BudgetTable, Candidate, Correction, Counts, Dates, Declared,
    DeputyChange, Document, Happening, Line, Milestone, OutcomeCounts, Period, Person, Post, Printed, Project, Resolution,
    SatisfactionCounts, Selection, Session, Sitting, Source, Speech, Suggestion, SuggestionTotals, Term, Vote,
};

/// Makes objects readable: first the required fields, then the optional ones; `name = member` where a member is not named as its field.
macro_rules! objects {
    ($($object:ident { $($required:ident),*; $($name:ident $(= $member:ident)?),* })+) => {$(
        impl $crate::read::Object for $object {
            fn fields(&self) -> &'static [$crate::read::Field] {
                const FIELDS: &[$crate::read::Field] = &[
                    $($crate::read::Field { name: stringify!($required), is_required: true },)*
                    $($crate::read::Field { name: stringify!($name), is_required: false },)*
                ];
                FIELDS
            }
            fn place(&mut self, index: usize) -> Option<&mut dyn $crate::read::Place> {
                let mut at = 0..;
                $(if at.next() == Some(index) {
                    return Some(&mut self.$required);
                })*
                $(if at.next() == Some(index) {
                    return Some($crate::read::objects!(@place self $name $($member)?));
                })*
                None
            }
        }

        impl $crate::read::Read for $object {
            fn read(reader: &mut $crate::read::Reader<'_>) -> Result<Self, $crate::read::Stop> {
                let mut object = Self::default();
                reader.object(&mut object)?;
                Ok(object)
            }
        }
    )+};
    (@place $object:ident $name:ident) => { &mut $object.$name };
    (@place $object:ident $name:ident $member:ident) => { &mut $object.$member };
}
pub(crate) use objects;

objects! {
    Session {
        format, id, title, assembly; language, is_sample, status, as_of, license, summary, sources, corrections, term, meeting, dates,
        venue, kind, attendance, sittings, people, agenda, speeches, votes, resolutions, budgets, suggestions, suggestion_totals, projects,
        deputy_changes, documents, glossary, declared
    }
    Source { id, title; publisher, url, date }
    Correction { date, note; target }
    Assembly { name; short_name, level, division_code, place, population }
    Dates { ; start, end }
    Attendance { ; seats, expected, present, on_leave, observers, quorum_met }
    Sitting { id; kind, ordinal, name, date, start, end, chairs, attendance }
    Person { id, name; sort_name, posts }
    Post { title; organization, from, to }
    Term { term, definition; basis }
    Declared { ; agenda, reports, resolutions, suggestions, projects }

    AgendaItem {
        id, title; sitting, parent, number, kind, action, presenters, on_behalf_of, state, result, votes, resolutions, speeches,
        budgets, documents, note
    }
    Speech { id, title; agenda, sitting, kind, speaker, attribution, post, on_behalf_of, date, text_status, blocks }
    Block { id, kind; level, text, items }
    Vote { id; motion, method, eligible, ballots, counts, result, candidates, note }
    Ballots { ; issued, returned, valid, invalid }
    Counts { ; yes, no, abstain, not_voting }
    Candidate { ; person, project, post, yes, elected }
    DeputyChange { person; kind, date, constituency, agenda, note }
    Resolution { id, title; number, kind, date, vote, text_status, blocks }
    Document { id, title; kind, url, date, sha256 }

    Budget { id, title, fiscal_year, stage, unit; period, tables }
    Period { from, to; }
    BudgetTable { id, direction; title, book, scope, unit, lines }
    Line { id, name; code, parent, role, unit, amounts, printed, note }
    Amounts { ; prior_final, initial, adjusted, executed, final = final_accounts, next }
    Printed { ; completion_percent, yoy_percent, yoy_kind }

    Suggestion {
        id, title; number, kind, category, text, lead, cosigners, unit, co_units, submitted, due, replied, reply, outcome, satisfaction,
        status, timeline, session, agenda
    }
    SuggestionTotals {
        ; title, session, agenda, as_of, received, bills, suggestions, replied, replied_percent, outcomes, satisfaction,
        satisfied_percent, note
    }
    OutcomeCounts { ; A = a, B = b, C = c, D = d }
    SatisfactionCounts { ; satisfied, basically, unsatisfied }
    Happening { date, event; note }
    Project {
        id, title; number, content, investment, investment_unit, unit, responsible, due, selection, status, progress_percent, milestones,
        session, agenda
    }
    Selection { ; method, votes, rank, selected }
    Milestone { date; percent, note }
}

#[cfg(all(test, feature = "cli"))]
mod tests {
    use super::*;
    use crate::read::Object;
    use schemars::JsonSchema;
    use serde_json::Value;
    use std::collections::BTreeMap;

    /// Of every field of an object its name and whether it is required: in the schema, and in the table.
    fn compare<T: Object + Default + JsonSchema>() {
        let schema = schemars::schema_for!(T).to_value();
        let required: Vec<&str> = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let of_type: BTreeMap<&str, bool> =
            schema["properties"].as_object().into_iter().flatten().map(|(name, _)| (name.as_str(), required.contains(&&**name))).collect();
        let of_table: BTreeMap<&str, bool> = T::default().fields().iter().map(|field| (field.name, field.is_required)).collect();
        assert_eq!(of_table, of_type, "{}", T::schema_name());
        assert!(T::default().fields().len() <= 64);
    }

    macro_rules! compare_all {
        ($($object:ident)+) => { $(compare::<$object>();)+ };
    }

    #[test]
    fn the_tables_are_those_of_the_types() {
        compare_all! {
            Session Source Correction Assembly Dates Attendance Sitting Person Post Term Declared AgendaItem Speech Block Vote Ballots
            Counts Candidate DeputyChange Resolution Document Budget Period BudgetTable Line Amounts Printed Suggestion SuggestionTotals OutcomeCounts
            SatisfactionCounts Happening Project Selection Milestone
        }
    }
}
