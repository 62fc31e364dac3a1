//! The names of the sections of a session.

use crate::i18n::Texts;
use crate::route::Place;

/// What a section is called.
pub fn section_label(t: &'static Texts, place: &Place) -> &'static str {
    match place {
        Place::Agenda => t.agenda,
        Place::Speeches => t.speeches,
        Place::Decisions => t.decisions,
        Place::People => t.people,
        Place::Budgets | Place::Budget(_) => t.budgets,
        Place::Suggestions(_) => t.suggestions,
        Place::Projects => t.projects,
        Place::Glossary => t.glossary,
        Place::Documents => t.documents,
        // Places within a section, and those that are none.
        Place::Overview
        | Place::AgendaItem(_)
        | Place::Speech(_)
        | Place::Resolution(_)
        | Place::Vote(_)
        | Place::Person(_)
        | Place::Suggestion(_)
        | Place::Project(_)
        | Place::Slides(_)
        | Place::Search(_)
        | Place::Subject(_)
        | Place::Unknown(_) => t.overview,
    }
}
