//! A text while it is read, and what its rules have found so far.

use super::clean::Clean;
use super::{Elected, Found, Person, Report, Span, people};
use std::ops::Range;

/// A text being read: what its parts share.
pub struct Gathering<'a> {
    /// The text.
    pub clean: &'a Clean,
    /// Everyone named with a role, in the order of the text.
    pub mentions: Vec<people::Mention>,
    /// Where the text as given says what is to be done.
    pub planned: Vec<Range<usize>>,
    /// What was found.
    pub report: &'a mut Report,
}

impl Gathering<'_> {
    /// What stands in a part.
    pub fn text(&self, part: &Range<usize>) -> &str {
        self.clean.text.get(part.clone()).unwrap_or_default()
    }

    /// Where a part stands in the text as given.
    pub fn span(&self, part: &Range<usize>, rule: &'static str) -> Span {
        let origin = self.clean.origin(part);
        Span { start: origin.start, end: origin.end, rule }
    }

    /// What stands in a part, and where.
    pub fn found(&self, part: &Range<usize>, rule: &'static str) -> Found<String> {
        Found { value: self.text(part).to_owned(), span: self.span(part, rule) }
    }

    /// Whether a place tells of what is to be done.
    pub fn is_planned(&self, span: &Span) -> bool {
        self.planned.iter().any(|part| part.contains(&span.start))
    }

    /// The person of that name, who is added if new.
    pub fn person(&mut self, name: &Range<usize>, rule: &'static str) -> usize {
        let plain = people::plain(self.text(name));
        if let Some(known) = self.report.people.iter().position(|person| person.name.value == plain) {
            return known;
        }
        let name = Found { value: plain, span: self.span(name, rule) };
        self.report.people.push(Person { name, post: None });
        self.report.people.len() - 1
    }

    /// Takes over everyone mentioned; a post in the text counts unless the person was elected to another.
    pub fn add_people(&mut self) {
        for mention in self.mentions.clone() {
            let person = self.person(&mention.name, mention.rule);
            let post = mention.post.as_ref().map(|post| self.found(post, mention.rule)).filter(|post| !post.value.is_empty());
            // A post outlasts what somebody is at the session.
            let is_better = |known: &Option<Found<String>>| match (known, &post) {
                (Some(known), Some(post)) => people::is_role(&known.value) && !people::is_role(&post.value),
                (None, post) => post.is_some(),
                _ => false,
            };
            if let Some(person) = self.report.people.get_mut(person).filter(|person| is_better(&person.post)) {
                person.post = post;
            }
        }
        // Indices of the elected change with the order.
        let elected = std::mem::take(&mut self.report.elected);
        let name = |person: usize| self.report.people.get(person).map(|person| person.name.value.clone());
        let names: Vec<_> = elected.into_iter().map(|elected| (name(elected.person), elected.post)).collect();
        self.report.people.sort_by_key(|person| person.name.span.start);
        for (name, post) in names {
            let person = self.report.people.iter().position(|person| Some(&person.name.value) == name.as_ref());
            self.report.elected.extend(person.map(|person| Elected { person, post }));
        }
    }

    /// Who stands last before `at` and not before `from`, by name alone: the subject of what is done at `at`.
    pub fn subjects(&self, from: usize, at: usize) -> Vec<people::Mention> {
        let first = self.mentions.partition_point(|m| m.name.start < from);
        let here = self.mentions.get(first..).unwrap_or_default();
        let last: Vec<_> = here.iter().take_while(|m| m.name.end <= at).collect();
        let Some(end) = last.last() else { return Vec::new() };
        let mut group = vec![(*end).clone()];
        for pair in last.windows(2).rev() {
            let [before, after] = pair else { break };
            let between = after.post.as_ref().map_or(after.name.start, |post| post.start.min(after.name.start));
            let joint = if before.post == after.post && after.post.is_some() { after.name.start } else { between };
            let is_joined = self.clean.text.get(before.name.end..joint).is_some_and(|t| matches!(t, "、" | "和" | "及" | " " | "与"));
            if !is_joined {
                break;
            }
            group.push((*before).clone());
        }
        group.reverse();
        group
    }
}
