//! The lists of a session as CSV for a spreadsheet: agenda, people, votes, suggestions, projects.
//!
//! Every id has a column beside the name that it stands for, so that the tables can be joined. What the source does not mention is an empty
//! cell, what it states to be none is the word 无 or “none”. Dates stay as printed. Which session it is, and where it comes from, stands
//! in the last columns of **every** row, as in the tables of budgets; in a sample the first column of every row says so.

mod votes;

use super::budget::{unit_word, word};
use super::csv::{Cell, csv};
use crate::digest::Lookup;
use crate::digest::follow::{Answer, answer, day_of};
use crate::i18n::{Lang, Story, Take, Texts, labels};
use crate::model::{AgendaItem, Date, Decimal, Person, PersonId, Post, Project, Selection, Session, Stated, Suggestion, Text};

/// A list of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// One row for each agenda item.
    Agenda,
    /// One row for each post of each person.
    People,
    /// One row for each candidate of each vote, with what is of the whole vote repeated.
    Votes,
    /// One row for each bill or suggestion.
    Suggestions,
    /// One row for each livelihood project.
    Projects,
}

/// A list as CSV with its head in the reader's language.
pub fn list_csv(lang: Lang, session: &Session, lookup: &Lookup, list: List) -> String {
    with_rows(lang, session, lookup, list, csv)
}

/// What is written of the rows of a list, the first of them its head.
pub fn with_rows<T>(lang: Lang, session: &Session, lookup: &Lookup, list: List, write: impl FnOnce(&[Vec<Cell<'_>>]) -> T) -> T {
    let rows = list_rows(lang, session, lookup, list);
    let rows: Vec<Vec<Cell<'_>>> = rows.iter().map(|row| row.iter().map(Into::into).collect()).collect();
    write(&rows)
}

fn list_rows(lang: Lang, session: &Session, lookup: &Lookup, list: List) -> Vec<Vec<Told>> {
    let (t, heads) = (lang.texts(), Take::of(lang));
    let head = match list {
        List::Agenda => heads.csv_agenda,
        List::People => heads.csv_people,
        List::Votes => heads.csv_votes,
        List::Suggestions => heads.csv_suggestions,
        List::Projects => heads.csv_projects,
    };
    let mut rows = Rows { told: vec![Vec::new()], lang, t, session, lookup };
    if session.is_sample {
        rows.cell(word(lang, "示例", "Sample"));
    }
    head.split('|').chain(heads.csv_session.split('|')).for_each(|head| rows.cell(head));
    match list {
        List::Agenda => session.agenda.iter().for_each(|item| rows.agenda(item)),
        List::People => session.people.iter().for_each(|person| rows.person(person)),
        List::Votes => session.votes.iter().for_each(|vote| rows.vote(vote)),
        List::Suggestions => session.suggestions.iter().for_each(|suggestion| rows.suggestion(suggestion)),
        List::Projects => session.projects.iter().for_each(|project| rows.project(project)),
    }
    rows.told
}

/// What a cell says.
enum Told {
    Text(String),
    Figure(Decimal),
}

impl<'a> From<&'a Told> for Cell<'a> {
    fn from(told: &'a Told) -> Self {
        match told {
            Told::Text(text) if text.is_empty() => Self::Blank,
            Told::Text(text) => Self::Text(text),
            Told::Figure(figure) => Self::Number(*figure),
        }
    }
}

/// The rows, told cell by cell.
struct Rows<'a> {
    told: Vec<Vec<Told>>,
    lang: Lang,
    t: &'static Texts,
    session: &'a Session,
    lookup: &'a Lookup,
}

impl Rows<'_> {
    fn agenda(&mut self, item: &AgendaItem) {
        let (session, lookup, lang) = (self.session, self.lookup, self.lang);
        let sitting = item.sitting.as_ref().and_then(|id| lookup.sitting(session, id));
        let parent = item.parent.as_ref().and_then(|id| lookup.agenda(session, id.as_str()));
        let resolutions = item.resolutions.iter().filter_map(|id| lookup.resolution(session, id.as_str()));
        let resolutions = join(&mut resolutions.map(|resolution| resolution.title.as_str()));
        // Either side may name the other.
        let others = session.speeches.iter().filter(|speech| speech.agenda.as_ref() == Some(&item.id));
        let others = others.map(|speech| &speech.id).filter(|id| !item.speeches.contains(id));
        let speeches = join(&mut item.speeches.iter().chain(others).map(AsRef::as_ref));
        self.begin();
        self.cell(item.id.as_str());
        self.some(item.number.as_deref());
        self.cell(&item.title);
        self.some(item.kind.map(|kind| labels::agenda_kind(lang, kind)));
        self.some(item.action.map(|action| labels::action(lang, action)));
        let kind = sitting.and_then(|sitting| sitting.kind).map(|kind| labels::sitting_kind(lang, kind));
        self.some(sitting.and_then(|sitting| sitting.name.as_deref()).or(kind));
        self.some(item.sitting.as_ref().map(AsRef::as_ref));
        self.some(sitting.and_then(|sitting| sitting.date.as_ref()).map(Date::as_str));
        self.some(parent.map(|parent| parent.title.as_str()));
        self.some(item.parent.as_ref().map(AsRef::as_ref));
        self.people(&item.presenters);
        self.words(&item.on_behalf_of);
        self.some(item.state.map(|state| labels::agenda_state(lang, state)));
        self.some(item.result.map(|result| labels::agenda_result(lang, result)));
        self.cell(&join(&mut item.votes.iter().map(AsRef::as_ref)));
        self.cell(&resolutions);
        self.cell(&join(&mut item.resolutions.iter().map(AsRef::as_ref)));
        self.cell(&speeches);
        self.cell(&join(&mut item.budgets.iter().map(AsRef::as_ref)));
        self.cell(&join(&mut item.documents.iter().map(AsRef::as_ref)));
        self.some(item.note.as_deref());
        self.end();
    }

    fn person(&mut self, person: &Person) {
        let none = Post::default();
        let posts = if person.posts.is_empty() { std::slice::from_ref(&none) } else { &person.posts };
        for post in posts {
            self.begin();
            self.cell(person.id.as_str());
            self.cell(&person.name);
            self.some(person.sort_name.as_deref());
            self.cell(&post.title);
            self.some(post.organization.as_deref());
            self.some(post.from.as_ref().map(Date::as_str));
            self.date(&post.to);
            self.end();
        }
    }

    fn suggestion(&mut self, suggestion: &Suggestion) {
        let lang = self.lang;
        self.begin();
        self.cell(suggestion.id.as_str());
        self.some(suggestion.number.as_deref());
        self.some(suggestion.kind.map(|kind| labels::suggestion_kind(lang, kind)));
        self.cell(&suggestion.title);
        self.some(suggestion.category.as_deref());
        self.some(suggestion.text.as_deref());
        self.people(suggestion.lead.as_slice());
        self.people(&suggestion.cosigners);
        self.some(suggestion.unit.as_deref());
        self.cell(&join(&mut suggestion.co_units.iter().map(Text::as_str)));
        self.some(suggestion.submitted.as_ref().map(Date::as_str));
        self.date(&suggestion.due);
        self.date(&suggestion.replied);
        self.words(&suggestion.reply);
        self.stated(&suggestion.outcome, |rows, outcome| rows.cell(labels::outcome(lang, *outcome)));
        self.stated(&suggestion.satisfaction, |rows, satisfaction| rows.cell(labels::satisfaction(lang, *satisfaction)));
        self.some(suggestion.status.as_deref());
        self.some(suggestion.session.as_ref().map(AsRef::as_ref));
        self.some(suggestion.agenda.as_ref().map(AsRef::as_ref));
        let s = Story::of(lang);
        self.some(match answer(suggestion, day_of(self.session)) {
            Answer::Overdue => Some(s.overdue),
            Answer::Late => Some(s.late),
            Answer::Unknown | Answer::Waiting | Answer::Given => None,
        });
        let steps =
            suggestion.timeline.iter().map(|step| line(&[step.date.as_str(), &step.event, step.note.as_deref().unwrap_or_default()]));
        self.cell(&steps.collect::<Vec<_>>().join("\n"));
        self.end();
    }

    fn project(&mut self, project: &Project) {
        let lang = self.lang;
        let none = Selection::default();
        let choice = project.selection.as_ref().unwrap_or(&none);
        self.begin();
        self.cell(project.id.as_str());
        self.some(project.number.as_deref());
        self.cell(&project.title);
        self.some(project.content.as_deref());
        self.number(&project.investment);
        self.some(project.investment_unit.map(|unit| unit_word(lang, unit)));
        self.some(project.unit.as_deref());
        self.people(&project.responsible);
        self.date(&project.due);
        self.some(choice.method.map(|method| labels::vote_method(lang, method)));
        self.number(&choice.votes);
        self.number(&choice.rank.map_or(Stated::Unknown, Stated::Value));
        self.whether(choice.selected, self.t.selected, self.t.not_selected);
        self.some(project.status.as_deref());
        self.number(&project.progress_percent);
        self.some(project.session.as_ref().map(AsRef::as_ref));
        self.some(project.agenda.as_ref().map(AsRef::as_ref));
        let steps = project.milestones.iter().map(|step| {
            let percent = step.percent.value().map(|percent| format!("{percent}%")).unwrap_or_default();
            line(&[step.date.as_str(), &percent, step.note.as_deref().unwrap_or_default()])
        });
        self.cell(&steps.collect::<Vec<_>>().join("\n"));
        self.end();
    }

    fn begin(&mut self) {
        self.told.push(Vec::new());
        if self.session.is_sample {
            self.cell(word(self.lang, "示例，内容为虚构", "sample, made up"));
        }
    }

    fn end(&mut self) {
        let session = self.session;
        self.cell(session.id.as_str());
        self.cell(&session.title);
        self.cell(&join(&mut session.sources.iter().map(|source| source.title.as_str())));
        self.cell(&join(&mut session.sources.iter().filter_map(|source| source.url.as_deref())));
    }

    /// A cell of text.
    #[inline(never)]
    fn cell(&mut self, text: &str) {
        self.tell(Told::Text(text.to_owned()));
    }

    fn tell(&mut self, cell: Told) {
        if let Some(row) = self.told.last_mut() {
            row.push(cell);
        }
    }

    #[inline(never)]
    fn some(&mut self, text: Option<&str>) {
        self.cell(text.unwrap_or_default());
    }

    /// A cell by what is stated: as `write` has it, the word for none, or nothing.
    fn stated<T>(&mut self, value: &Stated<T>, write: impl FnOnce(&mut Self, &T)) {
        match value {
            Stated::Value(value) => write(self, value),
            Stated::None => self.cell(word(self.lang, "无", "none")),
            Stated::Unknown => self.cell(""),
        }
    }

    #[inline(never)]
    fn words(&mut self, value: &Stated<Text>) {
        self.stated(value, |rows, text| rows.cell(text));
    }

    #[inline(never)]
    fn date(&mut self, value: &Stated<Date>) {
        self.stated(value, |rows, date| rows.cell(date.as_str()));
    }

    /// A figure, which no spreadsheet takes for a formula even when it is below zero.
    fn number<T: Copy>(&mut self, value: &Stated<T>)
    where
        Decimal: From<T>,
    {
        self.stated(value, |rows, figure| rows.tell(Told::Figure(Decimal::from(*figure))));
    }

    fn whether(&mut self, value: Stated<bool>, yes: &str, no: &str) {
        self.stated(&value, |rows, is| rows.cell(if *is { yes } else { no }));
    }

    /// Two cells: names and ids. An id that leads nowhere has no name.
    #[inline(never)]
    fn people(&mut self, ids: &[PersonId]) {
        let names = ids.iter().map(|id| self.lookup.person(self.session, id).map_or("", |person| &person.name));
        let names = join(&mut names.into_iter());
        self.cell(&names);
        self.cell(&join(&mut ids.iter().map(AsRef::as_ref)));
    }
}

/// Texts with a semicolon between them. An empty one keeps its place, so that names stand beside their ids; none is needed at the end.
#[inline(never)]
fn join<'a>(texts: &mut (dyn Iterator<Item = &'a str> + '_)) -> String {
    texts.collect::<Vec<_>>().join("; ").trim_end_matches("; ").to_owned()
}

/// What there is, with a blank between.
fn line(parts: &[&str]) -> String {
    let parts: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    parts.join(" ")
}

#[cfg(test)]
mod tests;
