//! What a file says of an agenda item, a vote, a livelihood project or a suggestion: one list of facts for each, in the order in which they are told.
//!
//! The page of a suggestion or project, the slides, the page without scripts, the calendar, CSV, Markdown and Popolo all render these lists, so that
//! none of them leaves out what another says (`tests/host/facts.rs` walks every word of every closed list through all of them but the page). A
//! fact is data; [`Told`] has the words. A page that wants links takes the ids from [`Said`] and the label from [`Told::label`].

mod agenda;
mod project;
mod slide;
mod suggestion;
mod told;
mod vote;

use super::follow::Answer;
use crate::model::{
    Action, AgendaItem, AgendaKind, AgendaResult, AgendaState, Candidate, Date, Decimal, Outcome, PersonId, Satisfaction, Session,
    SessionId, Sitting, Stated, SuggestionKind, Unit, Vote, VoteMethod, VoteResult,
};
pub use agenda::{Usual, item, state, usual};
pub use project::project;
pub use slide::Line;
pub use suggestion::suggestion;
pub use told::Told;
pub use vote::vote;

/// One thing that is said of something.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fact<'a> {
    /// What it is about.
    pub what: What,
    /// What is said.
    pub said: Said<'a>,
}

/// What a fact is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum What {
    /// Who presented it.
    Presenters,
    /// On whose behalf.
    OnBehalfOf,
    /// Its kind.
    Kind,
    /// What the congress was to do.
    Action,
    /// How far it has come.
    State,
    /// What came of it.
    Result,
    /// A vote taken on it.
    Vote,
    /// What it is part of.
    PartOf,
    /// The sitting that took it up.
    Sitting,
    /// A remark of the file.
    Note,
    /// How it was voted or chosen.
    Method,
    /// How many could vote.
    Eligible,
    /// Ballot papers given out.
    Issued,
    /// Ballot papers that came back.
    Returned,
    /// Those that counted.
    Valid,
    /// Those that did not.
    Invalid,
    /// Votes in favour.
    Yes,
    /// Votes against.
    No,
    /// Abstentions.
    Abstain,
    /// Those who did not vote.
    NotVoting,
    /// Somebody or something to choose.
    Candidate,
    /// Who led it.
    Lead,
    /// Who joined.
    Cosigners,
    /// Its field.
    Category,
    /// What was asked.
    Asked,
    /// The unit that answers.
    Unit,
    /// Units that help.
    CoUnits,
    /// When it was handed in.
    Submitted,
    /// By when it is to be answered.
    AnswerDue,
    /// When it was answered.
    Replied,
    /// The answer.
    Reply,
    /// What became of it.
    Outcome,
    /// What the deputy thought of the answer.
    Satisfaction,
    /// Status in the file's own words.
    Status,
    /// Whether an answer is or was late.
    Answer,
    /// Something that happened.
    Step,
    /// The session that it comes from.
    From,
    /// The agenda item that reported it.
    ReportedIn,
    /// What is to be done.
    Content,
    /// What it costs.
    Investment,
    /// The unit that carries it out.
    InCharge,
    /// Who answers for it.
    Responsible,
    /// By when it is to be done.
    FinishBy,
    /// Its place among the candidates.
    Rank,
    /// Whether it was chosen.
    Chosen,
    /// How far it is, in percent.
    Progress,
}

/// What a fact says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Said<'a> {
    /// A word of a closed list.
    Word(Word),
    /// Words of the file.
    Text(&'a str),
    /// Several of them.
    Texts(&'a [crate::model::Text]),
    /// People of the session.
    People(&'a [PersonId]),
    /// A day.
    Day(&'a Date),
    /// How many.
    Count(u32),
    /// A share in percent, as printed.
    Percent(Decimal),
    /// An amount of money in a unit, as printed.
    Money(Decimal, Option<Unit>),
    /// An agenda item.
    Item(&'a AgendaItem),
    /// A sitting.
    Sitting(&'a Sitting),
    /// A vote. Where its result says no more than that of what it was taken on, it is not said again.
    Vote(&'a Vote, Option<AgendaResult>),
    /// Somebody or something to choose.
    Candidate(&'a Candidate),
    /// What happened on a day: how far it was then in percent, what, and a remark.
    Step(&'a Date, Option<Decimal>, Option<&'a str>, Option<&'a str>),
    /// Another session of the body.
    Session(&'a SessionId),
    /// The source states that there is none.
    None,
}

/// A word of a closed list of the format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// Kind of agenda item.
    AgendaKind(AgendaKind),
    /// What the congress was to do.
    Action(Action),
    /// How far an item has come.
    State(AgendaState),
    /// What came of an item.
    AgendaResult(AgendaResult),
    /// How a vote is taken.
    Method(VoteMethod),
    /// How a vote ended.
    VoteResult(VoteResult),
    /// Bill or suggestion.
    SuggestionKind(SuggestionKind),
    /// What became of a suggestion.
    Outcome(Outcome),
    /// What the deputy thought.
    Satisfaction(Satisfaction),
    /// Whether a project was selected.
    Selected(bool),
    /// Whether an answer is or was late.
    Answer(Answer),
}

/// A list under construction.
struct List<'a>(Vec<Fact<'a>>);

impl<'a> List<'a> {
    fn put(&mut self, what: What, said: Said<'a>) {
        self.0.push(Fact { what, said });
    }

    /// What the file mentions.
    fn some(&mut self, what: What, said: Option<Said<'a>>) {
        if let Some(said) = said {
            self.put(what, said);
        }
    }

    fn text(&mut self, what: What, text: Option<&'a str>) {
        self.some(what, text.map(Said::Text));
    }

    fn people(&mut self, what: What, people: &'a [PersonId]) {
        self.some(what, (!people.is_empty()).then_some(Said::People(people)));
    }

    /// What the file states, that there is none included.
    fn stated<T>(&mut self, what: What, value: &'a Stated<T>, said: impl FnOnce(&'a T) -> Said<'a>) {
        match value {
            Stated::Value(value) => self.put(what, said(value)),
            Stated::None => self.put(what, Said::None),
            Stated::Unknown => {}
        }
    }

    fn counts(&mut self, counts: &[(What, &'a Stated<u32>)]) {
        for (what, count) in counts {
            self.stated(*what, count, |count| Said::Count(*count));
        }
    }
}

/// The agenda item of a session with this id.
fn named<'a>(session: &'a Session, id: Option<&crate::model::AgendaId>) -> Option<Said<'a>> {
    session.agenda.iter().find(|item| Some(&item.id) == id).map(Said::Item)
}
