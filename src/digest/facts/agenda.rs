//! What is said of an agenda item.

use super::{Fact, List, Said, What, Word, named};
use crate::model::{AgendaItem, AgendaState, Session, Stated, Text};

/// How far an agenda item has come. What has a result is done, and does not say so.
pub fn state(item: &AgendaItem) -> Option<AgendaState> {
    item.state.filter(|state| *state != AgendaState::Done || item.result.is_none())
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
