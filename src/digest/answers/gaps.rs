//! What the text at hand does not have, and the reports that would have it.

use crate::model::{AgendaItem, AgendaKind, Session, Text};
use crate::route::Place;

/// Something that readers look for and the text at hand does not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// No figures of a budget.
    Budget,
    /// No livelihood projects.
    Projects,
    /// No suggestions of deputies, neither one by one nor in sum.
    Suggestions,
    /// No text of a report or speech.
    Texts,
    /// No vote, resolution or other decision.
    Decisions,
}

impl Gap {
    /// In the order of the answers.
    pub const ALL: [Self; 5] = [Self::Budget, Self::Projects, Self::Suggestions, Self::Texts, Self::Decisions];

    /// What is missing where a place has nothing to show; `None` for a place that is never empty so.
    pub fn of_place(place: &Place) -> Option<Self> {
        match place {
            Place::Budgets => Some(Self::Budget),
            Place::Projects => Some(Self::Projects),
            Place::Suggestions(_) => Some(Self::Suggestions),
            Place::Speeches => Some(Self::Texts),
            Place::Decisions => Some(Self::Decisions),
            _ => None,
        }
    }

    /// The place that would show it, and says what is known instead.
    pub fn place(self) -> Place {
        match self {
            Self::Budget => Place::Budgets,
            Self::Projects => Place::Projects,
            Self::Suggestions => Place::Suggestions(Box::default()),
            Self::Texts => Place::Speeches,
            Self::Decisions => Place::Decisions,
        }
    }

    /// Whether a session has nothing to show at the place: not even a title.
    pub fn is_empty_in(self, session: &Session) -> bool {
        match self {
            Self::Texts => session.speeches.is_empty(),
            Self::Decisions => session.votes.is_empty() && session.resolutions.is_empty(),
            _ => self.is_of(session),
        }
    }

    /// Whether a session lacks it.
    fn is_of(self, session: &Session) -> bool {
        match self {
            Self::Budget => session.budgets.is_empty(),
            Self::Projects => session.projects.is_empty(),
            Self::Suggestions => session.suggestions.is_empty() && session.suggestion_totals.is_empty(),
            Self::Texts => session.speeches.iter().all(|speech| speech.blocks.is_empty()),
            Self::Decisions => super::decisions(session).is_empty(),
        }
    }

    fn is_kind(self, kind: AgendaKind) -> bool {
        use AgendaKind::{BudgetReport, BudgetReview, Election, FinalAccounts, Resolution, SuggestionsReport, Vote};
        match self {
            Self::Budget => matches!(kind, BudgetReport | FinalAccounts | BudgetReview),
            Self::Suggestions => kind == SuggestionsReport,
            Self::Decisions => matches!(kind, Vote | Election | Resolution),
            Self::Projects | Self::Texts => false,
        }
    }

    fn is_title(self, title: &str) -> bool {
        let has = |words: &[&str]| words.iter().any(|word| title.contains(word));
        match self {
            Self::Budget => has(&["预算", "决算", "财政收支"]),
            Self::Projects => has(&["实事"]),
            Self::Suggestions => has(&["代表建议", "议案", "建议办理", "建议、批评"]),
            Self::Decisions => has(&["表决", "决议", "选举"]),
            Self::Texts => false,
        }
    }
}

/// What the session lacks, in the order of the answers.
pub fn gaps(session: &Session) -> Vec<Gap> {
    Gap::ALL.into_iter().filter(|gap| gap.is_of(session)).collect()
}

/// A report or an item that is about something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held<'a> {
    /// Its title.
    pub title: &'a Text,
    /// Where it is shown.
    pub place: Place,
    /// Whether its text is there to be read.
    pub has_text: bool,
}

/// The reports of the session that would hold what is missing, else the items of the agenda: by their kind, else by their title.
pub fn held(session: &Session, gap: Gap) -> Vec<Held<'_>> {
    let fits = |kind: Option<AgendaKind>, title: &str, by_kind: bool| {
        if by_kind { kind.is_some_and(|kind| gap.is_kind(kind)) } else { gap.is_title(title) }
    };
    let of = |by_kind: bool| -> Vec<Held<'_>> {
        let mut found: Vec<Held<'_>> = Vec::new();
        for item in session.agenda.iter().filter(|item| fits(item.kind, &item.title, by_kind)) {
            let all = of_item(session, item).into_iter();
            found.extend(all.filter(|held| !found.iter().any(|known| known.place == held.place)).collect::<Vec<_>>());
        }
        let told = session.speeches.iter().filter(|speech| !by_kind && gap.is_title(&speech.title));
        for speech in
            told.map(|speech| Held { title: &speech.title, place: Place::Speech(speech.id.clone()), has_text: !speech.blocks.is_empty() })
        {
            if !found.iter().any(|known| known.place == speech.place) {
                found.push(speech);
            }
        }
        found
    };
    let by_kind = of(true);
    let found = if by_kind.is_empty() { of(false) } else { by_kind };
    // Where there are reports, what was said about them holds no more than they do.
    let is_report = |held: &Held<'_>| matches!(held.place, Place::Speech(_));
    if found.iter().any(is_report) { found.into_iter().filter(is_report).collect() } else { found }
}

/// The speeches on an item; the item itself where there are none.
fn of_item<'a>(session: &'a Session, item: &'a AgendaItem) -> Vec<Held<'a>> {
    let is_of = |speech: &&crate::model::Speech| item.speeches.contains(&speech.id) || speech.agenda.as_ref() == Some(&item.id);
    let speeches = session.speeches.iter().filter(is_of).map(|speech| Held {
        title: &speech.title,
        place: Place::Speech(speech.id.clone()),
        has_text: !speech.blocks.is_empty(),
    });
    let speeches: Vec<_> = speeches.collect();
    if speeches.is_empty() {
        vec![Held { title: &item.title, place: Place::AgendaItem(item.id.clone()), has_text: false }]
    } else {
        speeches
    }
}
