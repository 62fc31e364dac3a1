//! What of a session is about which subject.

use super::matching::occurrences;
use super::subjects;
use crate::budget::Tree;
use crate::budget::classes::{Class, by_name, class, classes};
use crate::model::{Block, Line, Session, Text};
use crate::search::{Spot, fold, folded, spots};

/// Something in a session that is about a subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct About {
    /// The place of the subject in [`subjects`].
    pub subject: usize,
    /// Where it is.
    pub spot: Spot,
    /// Which topics of the subject it is about, a bit for each; 0 where only its code or its field says that it is about the subject.
    pub topics: u32,
    /// Whether it is a budget line that is part of another one about the same subject: its money is in the other's.
    pub is_part: bool,
}

/// Everything in a session that is about a subject, in the order of the session; about several subjects once for each.
///
/// Budget lines count by their code or, where they have none, by that of the class whose name they have, and by the words in their name; all
/// else by the words in what it is about: title, content, text, answer. Who or which office deals with it does not count, for an office of
/// water affairs also answers for roads.
pub fn about(session: &Session) -> Vec<About> {
    let mut found = Vec::new();
    let mut texts = Vec::new();
    for spot in spots(session) {
        texts.clear();
        let code = if let Spot::Line(budget, table, line) = spot {
            let line = line_at(session, budget, table, line);
            texts.extend(line.map(|line| line.name.as_str()));
            line.and_then(code_of)
        } else {
            says(session, spot, &mut texts);
            None
        };
        let topics = topics(&texts, code, field(session, spot));
        let hits = topics.into_iter().enumerate().filter_map(|(subject, topics)| topics.map(|topics| (subject, topics)));
        found.extend(hits.map(|(subject, topics)| About { subject, spot, topics, is_part: false }));
    }
    mark_parts(session, &mut found);
    found
}

/// The explanation of the class that a budget line is, where it holds a folded text: readers know the word, the table has another.
pub fn explained<'s>(session: &'s Session, term: &str) -> Vec<(Spot, &'static Class)> {
    let mut found = Vec::new();
    let all = classes().filter(|class| [class.about_zh, class.about_en].iter().any(|about| fold(about).contains(term)));
    let fitting: Vec<&'static Class> = all.collect();
    if fitting.is_empty() {
        return found;
    }
    for spot in spots(session) {
        let Spot::Line(budget, table, line) = spot else { continue };
        let of_line = |line: &'s Line| match line.code.as_deref() {
            Some(code) => class(code),
            None => by_name(&line.name),
        };
        let class = line_at(session, budget, table, line).and_then(of_line);
        found.extend(class.filter(|class| fitting.contains(class)).map(|class| (spot, class)));
    }
    found
}

impl About {
    /// The words of the subject that a text has, as ranges of the text in bytes, none within another.
    pub fn marks(&self, text: &str) -> Vec<(usize, usize)> {
        let folded = folded(text);
        let mut marks: Vec<(usize, usize)> = Vec::new();
        for one in occurrences(&folded.text).into_iter().filter(|one| one.subject == self.subject) {
            let (start, end) = folded.original(one.start, one.end);
            match marks.last_mut() {
                Some(last) if start < last.1 => last.1 = last.1.max(end),
                _ => marks.push((start, end)),
            }
        }
        marks
    }
}

fn line_at(session: &Session, budget: u32, table: u32, line: u32) -> Option<&Line> {
    session.budgets.get(budget as usize)?.tables.get(table as usize)?.lines.get(line as usize)
}

/// The code of a line: its own, else that of the class whose name it has.
fn code_of(line: &Line) -> Option<&str> {
    match line.code.as_deref() {
        Some(code) => Some(code),
        None => by_name(&line.name).map(|class| class.code).filter(|code| !code.is_empty()),
    }
}

/// Of each subject the topics that texts, a code or a field are about; `None` where they are not about the subject.
fn topics(texts: &[&str], code: Option<&str>, field: Option<&str>) -> Vec<Option<u32>> {
    let mut topics: Vec<Option<u32>> = vec![None; subjects().len()];
    for one in texts.iter().flat_map(|text| occurrences(&fold(text))) {
        *topics[one.subject].get_or_insert(0) |= 1 << one.topic;
    }
    for (subject, found) in subjects().iter().zip(&mut topics) {
        if let Some(code) = code.filter(|code| subject.has_code(code)) {
            let mut bits = 0;
            for (bit, topic) in subject.topics.iter().enumerate() {
                bits |= u32::from(topic.has_code(code)) << bit;
            }
            *found.get_or_insert(0) |= bits;
        }
        if field.is_some_and(|field| subject.categories.contains(&field)) {
            found.get_or_insert(0);
        }
    }
    topics
}

/// What a thing is about, in its own words.
fn says<'s>(session: &'s Session, spot: Spot, texts: &mut Vec<&'s str>) -> Option<()> {
    let mut add = |all: &[&'s Option<Text>]| texts.extend(all.iter().filter_map(|text| text.as_deref()));
    match spot {
        Spot::Agenda(at) => {
            let one = session.agenda.get(at as usize)?;
            add(&[&one.note]);
            texts.push(&one.title);
        }
        Spot::Vote(at) => {
            let one = session.votes.get(at as usize)?;
            add(&[&one.motion, &one.note]);
        }
        Spot::Suggestion(at) => {
            let one = session.suggestions.get(at as usize)?;
            add(&[&one.text]);
            texts.extend(one.reply.value().map(Text::as_str));
            texts.push(&one.title);
        }
        Spot::Project(at) => {
            let one = session.projects.get(at as usize)?;
            add(&[&one.content]);
            texts.push(&one.title);
        }
        Spot::Speech(at) => texts.push(&session.speeches.get(at as usize)?.title),
        Spot::Resolution(at) => texts.push(&session.resolutions.get(at as usize)?.title),
        Spot::Document(at) => texts.push(&session.documents.get(at as usize)?.title),
        Spot::Paragraph(at, block) => said(session.speeches.get(at as usize)?.blocks.get(block as usize)?, texts),
        Spot::ResolutionParagraph(at, block) => said(session.resolutions.get(at as usize)?.blocks.get(block as usize)?, texts),
        _ => {}
    }
    Some(())
}

fn said<'s>(block: &'s Block, texts: &mut Vec<&'s str>) {
    texts.extend(block.text.as_deref());
    texts.extend(block.items.iter().flat_map(|item| item.split('\t')));
}

/// The field of a suggestion.
fn field(session: &Session, spot: Spot) -> Option<&str> {
    let Spot::Suggestion(at) = spot else { return None };
    session.suggestions.get(at as usize)?.category.as_deref()
}

/// Marks the budget lines that are part of another one about the same subject.
fn mark_parts(session: &Session, found: &mut [About]) {
    let mut tree: Option<((u32, u32), Tree)> = None;
    // In order, for the lines of a table follow one another.
    let lines: Vec<(Spot, usize)> =
        found.iter().filter(|one| matches!(one.spot, Spot::Line(..))).map(|one| (one.spot, one.subject)).collect();
    for one in found {
        let Spot::Line(budget, table, line) = one.spot else { continue };
        if tree.as_ref().is_none_or(|(of, _)| *of != (budget, table)) {
            let lines = session.budgets.get(budget as usize).and_then(|of| of.tables.get(table as usize));
            tree = lines.map(|lines| ((budget, table), Tree::new(lines)));
        }
        let Some((_, tree)) = &tree else { continue };
        one.is_part = tree.ancestors(line as usize).any(|above| {
            let above = u32::try_from(above).unwrap_or(u32::MAX);
            lines.binary_search(&(Spot::Line(budget, table, above), one.subject)).is_ok()
        });
    }
}
