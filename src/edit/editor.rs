//! A session that is being edited: the document, its history, and what is known of its fields.

use super::operations::{confirm, finish};
use super::pointer::below;
use super::{Change, Doubt, Fault, Json, Kind, Marks, Spot, Step};
use crate::model::Session;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A session that is being edited.
#[derive(Clone, Debug, PartialEq)]
pub struct Editor {
    kept: Saved,
    document: Json,
    /// Whether what is typed next may belong to the last step.
    is_typing: bool,
}

/// What outlives the page. The document is what the steps make of the base.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Saved {
    /// The id of the session that it began with.
    session: String,
    base: Json,
    steps: Vec<Step>,
    /// So many of the steps are done; the rest can be done again.
    position: usize,
    marks: Marks,
}

/// Where the value of a field came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Began {
    /// It was in the session at the beginning, at this pointer; perhaps it was changed since.
    Base(String),
    /// A person took these words of the original text for it, in characters.
    Words(Range<usize>),
}

impl Editor {
    /// Begins with a session, and what is doubtful in it.
    pub fn open(session: &Session, doubts: Vec<Doubt>) -> Result<Self, Fault> {
        let base = Json::of(session)?;
        let marks = Marks { doubts, ..Marks::default() };
        let kept = Saved { session: session.id.to_string(), base: base.clone(), steps: Vec::new(), position: 0, marks };
        Ok(Self { kept, document: base, is_typing: false })
    }

    /// Takes up what [`Editor::save`] has put down.
    pub fn restore(text: &str) -> Result<Self, Fault> {
        let kept: Saved = serde_json::from_str(text).map_err(|_| Fault::Unreadable)?;
        let mut document = kept.base.clone();
        for step in kept.steps.get(..kept.position).ok_or(Fault::Unreadable)? {
            step.patch.apply(&mut document)?;
        }
        Ok(Self { kept, document, is_typing: false })
    }

    /// Everything there is to know, as text.
    pub fn save(&self) -> String {
        // It is text, numbers and lists.
        serde_json::to_string(&self.kept).unwrap_or_default()
    }

    /// The id of the session that it began with.
    pub fn session_id(&self) -> &str {
        &self.kept.session
    }

    /// The session as it is now.
    pub const fn document(&self) -> &Json {
        &self.document
    }

    /// The session as it was at the beginning.
    pub const fn base(&self) -> &Json {
        &self.kept.base
    }

    /// Where the value of a field came from; `None` for what a person has added.
    pub fn began(&self, at: &str) -> Option<Began> {
        let mut at = at.to_owned();
        for step in self.done().iter().rev() {
            if let Some(words) = step.words.as_ref().filter(|_| below(&at, &step.to.at).is_some()) {
                return Some(Began::Words(words.clone()));
            }
            at = step.inverse.follow(&at)?;
        }
        Some(Began::Base(at))
    }

    /// Where something of the beginning is now; `None` for what is gone.
    pub fn follow(&self, base: &str) -> Option<String> {
        self.done().iter().try_fold(base.to_owned(), |at, step| step.patch.follow(&at))
    }

    /// Where the things are now for which a person took words of the original text, the last taken last.
    pub fn taken(&self) -> Vec<(String, Range<usize>)> {
        let done = self.done();
        let now = |(number, step): (usize, &Step)| {
            let words = step.words.clone()?;
            let later = done.get(number + 1..)?;
            Some((later.iter().try_fold(step.to.at.clone(), |at, step| step.patch.follow(&at))?, words))
        };
        done.iter().enumerate().filter_map(now).collect()
    }

    /// All steps, those that were undone too.
    pub fn steps(&self) -> &[Step] {
        &self.kept.steps
    }

    /// How many of the steps are done.
    pub const fn position(&self) -> usize {
        self.kept.position
    }

    /// Does something as a step of its own. `from` is where the reader is.
    pub fn run(&mut self, change: Change, from: Spot) -> Result<Spot, Fault> {
        self.run_with(change, from, None)
    }

    /// The same with words of the original text, in characters: they are where what was done comes from.
    pub fn run_with(&mut self, change: Change, from: Spot, words: Option<Range<usize>>) -> Result<Spot, Fault> {
        let inverse = change.patch.apply(&mut self.document)?;
        let kept = &mut self.kept;
        kept.steps.truncate(kept.position);
        let gone = kept.marks.follow(&change.patch);
        let gained: Vec<String> = change.confirms.into_iter().filter(|at| kept.marks.confirmed.insert(at.clone())).collect();
        let Change { kind, at, before, after, patch, to, .. } = change;
        kept.steps.push(Step { kind, at, before, after, from, to: to.clone(), words, patch, inverse, gone, gained });
        kept.position = kept.steps.len();
        self.is_typing = false;
        Ok(to)
    }

    /// Gives a field the value that is being typed: one step as long as nothing else is done. What is typed back to what it was is no step at all. `make` is one
    /// of the operations, given the document before the typing began.
    pub fn type_in(&mut self, at: &str, from: Spot, make: impl FnOnce(&Json) -> Result<Option<Change>, Fault>) -> Result<(), Fault> {
        let is_joined = self.is_typing
            && self.kept.position == self.kept.steps.len()
            && self.kept.steps.last().is_some_and(|last| last.kind == Kind::Change && last.at == at);
        let mut began = from;
        let mut joined = None;
        if is_joined {
            self.step_back();
            joined = self.kept.steps.pop();
            if let Some(last) = &joined {
                began = last.from.clone();
            }
        }
        let done = make(&self.document).and_then(|change| change.map(|change| self.run(change, began)).transpose());
        if let (Err(_), Some(last)) = (&done, joined) {
            // Half a date is none yet: what was typed before stays.
            self.kept.steps.push(last);
            self.step_forward();
        }
        // Half a date ends nothing.
        self.is_typing = done.is_ok() || is_joined;
        done.map(|_| ())
    }

    /// Whatever is typed next is a step of its own.
    pub const fn seal(&mut self) {
        self.is_typing = false;
    }

    /// Undoes the last step; where the reader was before it.
    pub fn undo(&mut self) -> Option<Spot> {
        self.seal();
        self.step_back().map(|step| step.from.clone())
    }

    /// Does again what was undone last; where the reader was after it.
    pub fn redo(&mut self) -> Option<Spot> {
        self.seal();
        self.step_forward().map(|step| step.to.clone())
    }

    /// Goes to where so many steps were done.
    pub fn go_to(&mut self, position: usize) -> Option<Spot> {
        let mut spot = None;
        while self.kept.position > position {
            spot = Some(self.undo()?);
        }
        while self.kept.position < position {
            spot = Some(self.redo()?);
        }
        spot
    }

    /// Marks of the fields as they are now.
    pub const fn marks(&self) -> &Marks {
        &self.kept.marks
    }

    /// The doubts that nobody has settled yet, in the order they were given.
    pub fn open_doubts(&self) -> Vec<&Doubt> {
        self.kept.marks.open_doubts()
    }

    /// Confirms a field, and all below it, as it is. A draft of which nothing is left to confirm is one no longer.
    pub fn confirm(&mut self, at: &str) -> Result<(), Fault> {
        if self.kept.marks.is_confirmed(at) {
            return Ok(());
        }
        let change = confirm(&self.document, at)?;
        self.run(change, Spot::field(at))?;
        let (all, confirmed) = self.progress();
        if all == confirmed && self.is_draft() { self.confirm_all() } else { Ok(()) }
    }

    /// Confirms everything; what was a draft is one no longer.
    pub fn confirm_all(&mut self) -> Result<(), Fault> {
        let change = finish(&self.document);
        self.run(change, Spot::default()).map(|_| ())
    }

    /// How many fields there are to confirm, and how many are confirmed.
    pub fn progress(&self) -> (usize, usize) {
        let (mut all, mut confirmed) = (0, 0);
        self.document.walk(&mut |at, value| {
            if !matches!(value, Json::List(_) | Json::Object(_)) && !is_technical(at) {
                all += 1;
                confirmed += usize::from(self.kept.marks.is_confirmed(at));
            }
        });
        (all, confirmed)
    }

    /// Whether the session says of itself that it is a draft.
    pub fn is_draft(&self) -> bool {
        self.document.field_text("status") == "draft"
    }

    fn done(&self) -> &[Step] {
        self.kept.steps.get(..self.kept.position).unwrap_or_default()
    }

    fn step_back(&mut self) -> Option<&Step> {
        let kept = &mut self.kept;
        let step = kept.steps.get(kept.position.checked_sub(1)?)?;
        step.inverse.apply(&mut self.document).ok()?;
        for at in &step.gained {
            kept.marks.confirmed.remove(at);
        }
        kept.marks.follow(&step.inverse);
        kept.marks.take_back(&step.gone);
        kept.position -= 1;
        Some(step)
    }

    fn step_forward(&mut self) -> Option<&Step> {
        let kept = &mut self.kept;
        let step = kept.steps.get(kept.position)?;
        step.patch.apply(&mut self.document).ok()?;
        kept.marks.follow(&step.patch);
        kept.marks.confirmed.extend(step.gained.iter().cloned());
        kept.position += 1;
        Some(step)
    }
}

/// Whether a field is for programs: nobody confirms an id.
fn is_technical(at: &str) -> bool {
    matches!(at, "/format" | "/status" | "/language") || at.ends_with("/id")
}
