//! Facts in words.

use super::{Fact, Said, What, Word, vote};
use crate::digest::follow::Answer;
use crate::digest::{Lookup, posts};
use crate::i18n::{Lang, Story, Texts, dates, fill, labels, money};
use crate::json_path::short;
use crate::model::{AgendaResult, Candidate, Date, PersonId, Session, Sitting, Stated, Text, Vote, VoteResult};

/// The words for facts of a session, in a language.
#[derive(Clone, Copy, Debug)]
pub struct Told<'a> {
    /// The language.
    pub lang: Lang,
    /// The session.
    pub session: &'a Session,
    /// Its lookups.
    pub lookup: &'a Lookup,
}

impl Told<'_> {
    /// A fact as a piece of a line that names what it is about only where that does not go without saying: `通过`, `赞成 57`, `代表镇人民政府`.
    pub fn piece(&self, fact: &Fact<'_>) -> String {
        let (t, said) = (self.lang.texts(), self.value(fact));
        match fact.what {
            What::OnBehalfOf => fill(t.on_behalf_of, &[&said]),
            What::PartOf => fill(t.part_of, &[&said]),
            What::Cosigners => {
                let number = if let Said::People(people) = fact.said { people.len() } else { 0 };
                [fill(Story::of(self.lang).cosigners, &[&number.to_string()]), said].join(" ")
            }
            what if what.goes_without_saying() && fact.said != Said::None => said,
            what => [self.label(what), &said].join(" "),
        }
    }

    /// The facts as one line.
    pub fn line(&self, facts: &[Fact<'_>]) -> String {
        self.joined(facts, " · ")
    }

    /// The number as printed, the title, and the facts, as one line; a number is never made up.
    pub fn titled(&self, number: Option<&Text>, title: &str, facts: &[Fact<'_>]) -> String {
        let head = number.map_or_else(|| title.to_owned(), |number| format!("{number} {title}"));
        let line = self.line(facts);
        if line.is_empty() { head } else { [head, line].join(" · ") }
    }

    fn joined(&self, facts: &[Fact<'_>], between: &str) -> String {
        let mut pieces: Vec<String> = facts.iter().map(|fact| self.piece(fact)).filter(|piece| !piece.is_empty()).collect();
        // The kind of an item and what was to be done with it may have one word.
        pieces.dedup();
        pieces.join(between)
    }

    /// What a fact is about.
    pub fn label(&self, what: What) -> &'static str {
        let (t, s) = (self.lang.texts(), Story::of(self.lang));
        label(t, s, what)
    }

    /// What a fact says.
    pub fn value(&self, fact: &Fact<'_>) -> String {
        let t = self.lang.texts();
        match fact.said {
            Said::Word(word) => self.word(word).to_owned(),
            Said::Text(text) => text.to_owned(),
            Said::Texts(texts) => self.list(texts.iter().map(ToString::to_string)),
            Said::People(people) => self.list(people.iter().map(|id| self.person(id, fact.what == What::Presenters))),
            Said::Day(day) => dates::date(self.lang, day),
            Said::Count(count) => count.to_string(),
            Said::Percent(percent) => format!("{percent}%"),
            Said::Money(amount, unit) => match (self.lang, unit) {
                (Lang::En, Some(unit)) => money::whole_amount(self.lang, amount, unit),
                _ => format!("{amount}{}", unit.map_or("", |unit| labels::unit_after(self.lang, unit))),
            },
            Said::Item(item) => item.title.to_string(),
            Said::Sitting(sitting) => self.sitting(sitting),
            Said::Vote(vote, result) => self.vote(vote, result),
            Said::Candidate(candidate) => self.candidate(candidate),
            Said::Step(day, percent, event, note) => {
                let percent = percent.map(|percent| format!("{percent}%"));
                self.step(day, &[percent.as_deref(), event, note])
            }
            Said::Session(id) => id.to_string(),
            Said::None => t.none.to_owned(),
        }
    }

    /// A word of a closed list.
    pub fn word(&self, word: Word) -> &'static str {
        let (lang, t, s) = (self.lang, self.lang.texts(), Story::of(self.lang));
        match word {
            Word::AgendaKind(word) => labels::agenda_kind(lang, word),
            Word::Action(word) => labels::action(lang, word),
            Word::State(word) => labels::agenda_state(lang, word),
            Word::AgendaResult(word) => labels::agenda_result(lang, word),
            Word::Method(word) => labels::vote_method(lang, word),
            Word::VoteResult(word) => labels::vote_result(lang, word),
            Word::SuggestionKind(word) => labels::suggestion_kind(lang, word),
            Word::Outcome(word) => labels::outcome(lang, word),
            Word::Satisfaction(word) => labels::satisfaction(lang, word),
            Word::Selected(true) => t.selected,
            Word::Selected(false) => t.not_selected,
            Word::Answer(Answer::Overdue) => s.overdue,
            Word::Answer(Answer::Late) => s.late,
            Word::Answer(Answer::Given | Answer::Waiting | Answer::Unknown) => s.replied,
        }
    }

    fn list(&self, texts: impl Iterator<Item = String>) -> String {
        texts.collect::<Vec<_>>().join(if self.lang == Lang::Zh { "、" } else { ", " })
    }

    /// Somebody by name, with their posts where these say why it is them. An id that leads nowhere stands for itself.
    fn person(&self, id: &PersonId, with_posts: bool) -> String {
        let Some(person) = self.lookup.person(self.session, id) else { return short(id.as_str()) };
        match posts(person) {
            posts if with_posts && !posts.is_empty() && self.lang == Lang::Zh => format!("{}（{posts}）", person.name),
            posts if with_posts && !posts.is_empty() => format!("{} ({posts})", person.name),
            _ => person.name.to_string(),
        }
    }

    fn sitting(&self, sitting: &Sitting) -> String {
        let kind = sitting.kind.map(|kind| labels::sitting_kind(self.lang, kind));
        let name = sitting.name.as_deref().or(kind).map_or_else(|| short(sitting.id.as_str()), ToOwned::to_owned);
        let day = sitting.date.as_ref().map(|day| dates::date(self.lang, day));
        [Some(name), day].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// A vote within what it was taken on.
    fn vote(&self, of: &Vote, result: Option<AgendaResult>) -> String {
        self.joined(&within(of, result), " ")
    }

    fn candidate(&self, candidate: &Candidate) -> String {
        let (t, is_project) = (self.lang.texts(), candidate.project.is_some());
        let project = candidate.project.as_ref().map(|id| {
            let project = self.lookup.project(self.session, id);
            project.map_or_else(|| short(id.as_str()), |project| project.title.to_string())
        });
        let name = candidate.person.as_ref().map(|id| self.person(id, false)).or(project);
        let yes = match candidate.yes {
            Stated::Value(yes) => Some(format!("{} {yes}", t.yes)),
            Stated::None => Some(format!("{} {}", t.yes, t.none)),
            Stated::Unknown => None,
        };
        let elected = candidate.elected.value().map(|is| match (is_project, is) {
            (true, true) => t.selected,
            (true, false) => t.not_selected,
            (false, true) => t.elected,
            (false, false) => t.not_elected,
        });
        let parts = [name, candidate.post.as_ref().map(ToString::to_string), yes, elected.map(ToOwned::to_owned)];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    fn step(&self, day: &Date, said: &[Option<&str>]) -> String {
        let mut parts = vec![dates::date(self.lang, day)];
        parts.extend(said.iter().flatten().map(|part| (*part).to_owned()));
        parts.join(" ")
    }
}

/// The facts of a vote within what it was taken on, whose result is not said again.
pub(super) fn within(of: &Vote, result: Option<AgendaResult>) -> Vec<Fact<'_>> {
    let is_said = matches!(
        (of.result, result),
        (Some(VoteResult::Adopted), Some(AgendaResult::Adopted))
            | (Some(VoteResult::Rejected), Some(AgendaResult::Rejected))
            | (Some(VoteResult::Elected), Some(AgendaResult::Elected))
    );
    vote(of).into_iter().filter(|fact| !(is_said && fact.what == What::Result)).collect()
}

impl What {
    /// Whether what is said of it says what it is about.
    const fn goes_without_saying(self) -> bool {
        matches!(
            self,
            Self::Presenters
                | Self::Kind
                | Self::Action
                | Self::State
                | Self::Result
                | Self::Vote
                | Self::Sitting
                | Self::Note
                | Self::Method
                | Self::Candidate
                | Self::Outcome
                | Self::Status
                | Self::Answer
                | Self::Step
                | Self::Chosen
        )
    }
}

const fn label(t: &'static Texts, s: &'static Story, what: What) -> &'static str {
    match what {
        What::Presenters => s.presented_by,
        What::OnBehalfOf => s.behalf,
        What::Kind => t.kind,
        What::Action | What::Method => t.method,
        What::State | What::Progress => s.carried_out,
        What::Result | What::Chosen => t.result,
        What::Vote => t.passed_by,
        What::PartOf => s.part,
        What::Sitting => s.sitting,
        What::Note => t.remark,
        What::Eligible => t.eligible,
        What::Issued => t.issued,
        What::Returned => t.returned,
        What::Valid => t.valid,
        What::Invalid => t.invalid,
        What::Yes => t.yes,
        What::No => t.no,
        What::Abstain => t.abstain,
        What::NotVoting => t.not_voting,
        What::Candidate => t.candidate,
        What::Lead => s.lead,
        What::Cosigners => s.joined_by,
        What::Category => s.category,
        What::Asked => s.asked,
        What::Unit => s.handled_by,
        What::CoUnits => s.co_units,
        What::Submitted => s.submitted,
        What::AnswerDue => s.due,
        What::Replied | What::Answer => s.replied,
        What::Reply => s.reply,
        What::Outcome => s.outcome,
        What::Satisfaction => s.satisfaction,
        What::Status => t.status,
        What::Step => s.timeline,
        What::From => s.handed_in_at,
        What::ReportedIn => s.reported_in,
        What::Content => s.to_be_done,
        What::Investment => s.investment,
        What::InCharge => s.unit_in_charge,
        What::Responsible => s.responsible,
        What::FinishBy => s.finish_by,
        What::Rank => s.rank,
    }
}
