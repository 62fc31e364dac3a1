//! What is said of an agenda item.

use super::{Fact, List, Said, What, Word, named};
use crate::model::{AgendaItem, AgendaResult, AgendaState, Session, Stated, Text};

/// How far an agenda item has come. What has a result is done, and does not say so.
pub fn state(item: &AgendaItem) -> Option<AgendaState> {
    item.state.filter(|state| *state != AgendaState::Done || item.result.is_none())
}

/// How the items of an agenda stand where it is enough to say so once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Usual {
    /// All of them alike: how far they have come, and what came of them.
    All(Option<AgendaState>, Option<AgendaResult>),
    /// Those that nothing else is said of: so far, without a result.
    Rest(AgendaState),
}

impl Usual {
    /// Whether an item stands so, and need not say it.
    pub fn is_of(self, item: &AgendaItem) -> bool {
        stands(item)
            == match self {
                Self::All(state, result) => (state, result),
                Self::Rest(state) => (Some(state), None),
            }
    }
}

fn stands(item: &AgendaItem) -> (Option<AgendaState>, Option<AgendaResult>) {
    (state(item), item.result)
}

/// What is said once for the agenda of a session: that all items stand alike; else, of those without a result, that they are still to come while any
/// is, and that they were taken up afterwards. Nothing where the file does not tell of every item: silence would pass for what is said of the rest.
pub fn usual(session: &Session) -> Option<Usual> {
    let all = &session.agenda;
    let first = stands(all.first().filter(|_| all.len() > 1)?);
    if all.iter().any(|item| stands(item) == (None, None)) {
        return None;
    }
    if all.iter().all(|item| stands(item) == first) {
        return Some(Usual::All(first.0, first.1));
    }
    let is_planned = |item: &AgendaItem| item.state == Some(AgendaState::Planned);
    let rest = Usual::Rest(if all.iter().any(is_planned) { AgendaState::Planned } else { AgendaState::Done });
    (all.iter().filter(|item| rest.is_of(item)).count() > 1).then_some(rest)
}

/// The facts of an agenda item. Its number and title are told before them.
pub fn item<'a>(session: &'a Session, item: &'a AgendaItem) -> Vec<Fact<'a>> {
    let mut list = List(Vec::new());
    list.people(What::Presenters, &item.presenters);
    // That nobody else is spoken for is not worth a word.
    list.text(What::OnBehalfOf, Stated::value(&item.on_behalf_of).map(Text::as_str));
    list.some(What::Kind, item.kind.map(|kind| Said::Word(Word::AgendaKind(kind))));
    list.some(What::Action, item.action.map(|action| Said::Word(Word::Action(action))));
    list.some(What::State, state(item).map(|state| Said::Word(Word::State(state))));
    list.some(What::Result, item.result.map(|result| Said::Word(Word::AgendaResult(result))));
    for vote in item.votes.iter().filter_map(|id| session.votes.iter().find(|vote| vote.id == *id)) {
        list.put(What::Vote, Said::Vote(vote, item.result));
    }
    list.text(What::Note, item.note.as_deref());
    list.some(What::PartOf, named(session, item.parent.as_ref()));
    let sitting = session.sittings.iter().find(|sitting| Some(&sitting.id) == item.sitting.as_ref());
    list.some(What::Sitting, sitting.map(Said::Sitting));
    list.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_items_stand_is_said_once_where_that_leaves_no_doubt() {
        let of = |all: &[(Option<AgendaState>, Option<AgendaResult>)]| {
            let item = |(state, result): &(Option<AgendaState>, Option<AgendaResult>)| AgendaItem {
                state: *state,
                result: *result,
                ..AgendaItem::default()
            };
            usual(&Session { agenda: all.iter().map(item).collect(), ..Session::default() })
        };
        let (done, planned, off) = (Some(AgendaState::Done), Some(AgendaState::Planned), Some(AgendaState::Withdrawn));
        let adopted = Some(AgendaResult::Adopted);
        assert_eq!(of(&[(done, None), (done, None)]), Some(Usual::All(done, None)));
        // What has a result is done.
        assert_eq!(of(&[(done, adopted), (None, adopted)]), Some(Usual::All(None, adopted)));
        assert_eq!(of(&[(done, None), (done, adopted), (done, None), (off, None)]), Some(Usual::Rest(AgendaState::Done)));
        assert_eq!(of(&[(done, None), (planned, None), (done, None), (planned, None)]), Some(Usual::Rest(AgendaState::Planned)));
        // One is not many, and of some the file says nothing.
        assert_eq!(of(&[(done, None), (done, adopted)]), None);
        assert_eq!(of(&[(done, None)]), None);
        assert_eq!(of(&[(done, None), (done, None), (None, None)]), None);
        assert_eq!(of(&[]), None);
        let adopted = AgendaItem { state: done, result: adopted, ..AgendaItem::default() };
        assert!(!Usual::Rest(AgendaState::Done).is_of(&adopted) && Usual::All(None, Some(AgendaResult::Adopted)).is_of(&adopted));
    }
}
