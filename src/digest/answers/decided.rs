//! What the congress decided: what did not come to pass first, for that is what a list of twelve adoptions hides.

use crate::model::{AgendaItem, AgendaResult, AgendaState, PersonId, Resolution, ResolutionKind, Session, Stated, Text, Vote, VoteResult};
use crate::order::ordered;
use crate::route::Place;

/// What became of something that was put before the congress, in the order in which the answers list it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Came {
    /// Voted down.
    Refused,
    /// Taken back before a vote.
    Withdrawn,
    /// Put off.
    Postponed,
    /// Adopted.
    Adopted,
    /// Somebody was elected.
    Elected,
    /// A resolution of which the file names no item and no vote.
    Passed(Option<ResolutionKind>),
}

/// A decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision<'a> {
    /// What it was about; `None` for a vote without words.
    pub title: Option<&'a Text>,
    /// Where it is shown.
    pub place: Place,
    /// What became of it.
    pub came: Came,
    /// The vote on it, as its place among those of the session.
    pub vote: Option<usize>,
    /// Who was elected, each with the post.
    pub elected: Vec<(&'a PersonId, Option<&'a Text>)>,
}

/// What the session decided, refused or put off: what did not come to pass first, the rest in the order of the file.
pub fn decisions(session: &Session) -> Vec<Decision<'_>> {
    let mut all: Vec<Decision<'_>> = session.agenda.iter().filter_map(|item| of_item(session, item)).collect();
    let is_told = |vote: &Vote| {
        let of_items = session.agenda.iter().flat_map(|item| &item.votes);
        let of_resolutions = session.resolutions.iter().filter_map(|resolution| resolution.vote.as_ref());
        of_items.chain(of_resolutions).any(|id| *id == vote.id)
    };
    all.extend(session.votes.iter().enumerate().filter(|(_, vote)| !is_told(vote)).filter_map(|(at, vote)| of_vote(at, vote)));
    // What a decided item leads to is not said twice.
    let is_led = |resolution: &&Resolution| {
        let leads = |item: &AgendaItem| came(item).is_some() && item.resolutions.contains(&resolution.id);
        session.agenda.iter().any(leads)
    };
    all.extend(session.resolutions.iter().filter(|resolution| !is_led(resolution)).map(|resolution| of_resolution(session, resolution)));
    ordered(&all, |a, b| rank(a.came).cmp(&rank(b.came)))
}

/// What was adopted, elected and passed stands in the order of the file.
fn rank(came: Came) -> Came {
    came.min(Came::Adopted)
}

fn came(item: &AgendaItem) -> Option<Came> {
    match (item.result, item.state) {
        (Some(AgendaResult::Rejected), _) => Some(Came::Refused),
        (Some(AgendaResult::Adopted), _) => Some(Came::Adopted),
        (Some(AgendaResult::Elected), _) => Some(Came::Elected),
        (_, Some(AgendaState::Withdrawn)) => Some(Came::Withdrawn),
        (_, Some(AgendaState::Postponed)) => Some(Came::Postponed),
        _ => None,
    }
}

fn of_item<'a>(session: &'a Session, item: &'a AgendaItem) -> Option<Decision<'a>> {
    let came = came(item)?;
    let votes = || item.votes.iter().filter_map(|id| session.votes.iter().position(|vote| vote.id == *id));
    // A vote with figures says more than one without.
    let has_counts = |at: &usize| session.votes[*at].counts.is_some();
    let vote = votes().find(has_counts).or_else(|| votes().next());
    let elected = votes().flat_map(|at| elected(&session.votes[at])).collect();
    Some(Decision { title: Some(&item.title), place: Place::AgendaItem(item.id.clone()), came, vote, elected })
}

fn of_vote(at: usize, vote: &Vote) -> Option<Decision<'_>> {
    let came = match vote.result? {
        VoteResult::Adopted => Came::Adopted,
        VoteResult::Rejected => Came::Refused,
        VoteResult::Elected => Came::Elected,
    };
    let (title, place) = (vote.motion.as_ref(), Place::Vote(vote.id.clone()));
    Some(Decision { title, place, came, vote: Some(at), elected: elected(vote).collect() })
}

fn of_resolution<'a>(session: &'a Session, resolution: &'a Resolution) -> Decision<'a> {
    let vote = resolution.vote.as_ref().and_then(|id| session.votes.iter().position(|vote| vote.id == *id));
    let elected = vote.into_iter().flat_map(|at| elected(&session.votes[at])).collect();
    let place = Place::Resolution(resolution.id.clone());
    Decision { title: Some(&resolution.title), place, came: Came::Passed(resolution.kind), vote, elected }
}

fn elected(vote: &Vote) -> impl Iterator<Item = (&PersonId, Option<&Text>)> {
    let chosen = vote.candidates.iter().filter(|one| one.elected == Stated::Value(true));
    chosen.filter_map(|one| Some((one.person.as_ref()?, one.post.as_ref())))
}
