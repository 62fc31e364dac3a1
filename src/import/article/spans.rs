//! Where the values of a draft stand in the text, by JSON pointers into the session.

use super::{Found, Item, Report, Span};

/// Pointers with the places that they came from. A pointer to a thing holds for all in it that has no place of its own.
#[derive(Default)]
pub(super) struct Spans(pub Vec<(String, Span)>);

impl Spans {
    /// Notes where a value was found, where it was.
    pub(super) fn found<T>(&mut self, pointer: &str, found: Option<&Found<T>>) {
        if let Some(found) = found {
            self.0.push((pointer.to_owned(), found.span.clone()));
        }
    }

    /// Notes where the name of a person was found.
    pub(super) fn person(&mut self, pointer: &str, report: &Report, person: Option<usize>) {
        self.found(pointer, person.and_then(|person| report.people.get(person)).map(|person| &person.name));
    }

    /// Notes where an item was found, and its giver, whose pointer within the item is `by`.
    pub(super) fn item(&mut self, pointer: &str, report: &Report, item: &Item, by: &str) {
        self.found(pointer, Some(&item.title));
        self.found(&format!("{pointer}/title"), Some(&item.title));
        self.person(&format!("{pointer}/{by}"), report, item.by);
        self.found(&format!("{pointer}/on_behalf_of"), item.on_behalf_of.as_ref());
    }

    /// Notes where the paragraphs of a speech were found.
    pub(super) fn said(&mut self, speech: usize, report: &Report, item: usize) {
        let said = report.texts.iter().find(|said| said.item == item);
        for (at, part) in said.into_iter().flat_map(|said| said.parts.iter().enumerate()) {
            self.0.push((format!("/speeches/{speech}/blocks/{at}"), part.span.clone()));
        }
    }
}

/// Notes where people, sittings and attendance were found.
pub(super) fn of_people(report: &Report, spans: &mut Spans) {
    for (at, person) in report.people.iter().enumerate() {
        spans.found(&format!("/people/{at}"), Some(&person.name));
        spans.found(&format!("/people/{at}/name"), Some(&person.name));
        spans.found(&format!("/people/{at}/posts"), person.post.as_ref());
    }
    for (at, sitting) in report.sittings.iter().enumerate() {
        spans.0.push((format!("/sittings/{at}"), sitting.span.clone()));
    }
    let counts = &report.counts;
    spans.found("/attendance/seats", counts.seats.as_ref());
    spans.found("/attendance/expected", counts.expected.as_ref());
    spans.found("/attendance/present", counts.present.as_ref());
    spans.found("/attendance/on_leave", counts.on_leave.as_ref());
    spans.found("/attendance/observers", counts.observers.as_ref());
    spans.found("/attendance/quorum_met", counts.quorum_met.as_ref());
}
