//! What a reader may type by sound: names, posts, places, titles, budget lines.

use crate::model::Session;
use crate::search::fold;

/// What a name is the name of; in the order in which readers look for them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NameKind {
    /// A person.
    Person,
    /// A body: its name, short name, place.
    Body,
    /// The title of a session, agenda item, speech, resolution, suggestion, project, document; a term.
    Title,
    /// A post or an organization.
    Post,
    /// A budget line.
    Line,
}

/// A name, folded.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Name {
    /// What it is the name of.
    pub kind: NameKind,
    /// The name, folded.
    pub text: String,
}

/// All names of a session, each once, people first.
pub fn names(session: &Session) -> Vec<Name> {
    let mut names = Vec::new();
    let mut put = |kind, text: &str| {
        let text = fold(text);
        if !text.is_empty() {
            names.push(Name { kind, text });
        }
    };
    for person in &session.people {
        put(NameKind::Person, &person.name);
        for post in &person.posts {
            put(NameKind::Post, &post.title);
            post.organization.iter().for_each(|text| put(NameKind::Post, text));
        }
    }
    // Speakers that the file names without listing them.
    session.speeches.iter().filter_map(|speech| speech.attribution.as_deref()).for_each(|text| put(NameKind::Person, text));
    let assembly = &session.assembly;
    put(NameKind::Body, &assembly.name);
    assembly.short_name.iter().for_each(|text| put(NameKind::Body, text));
    assembly.place.iter().flat_map(|place| place.split(' ')).for_each(|text| put(NameKind::Body, text));
    put(NameKind::Title, &session.title);
    session.agenda.iter().for_each(|item| put(NameKind::Title, &item.title));
    session.speeches.iter().for_each(|speech| put(NameKind::Title, &speech.title));
    session.resolutions.iter().for_each(|resolution| put(NameKind::Title, &resolution.title));
    session.votes.iter().filter_map(|vote| vote.motion.as_deref()).for_each(|text| put(NameKind::Title, text));
    for suggestion in &session.suggestions {
        put(NameKind::Title, &suggestion.title);
        suggestion.unit.iter().chain(&suggestion.co_units).for_each(|text| put(NameKind::Post, text));
    }
    for project in &session.projects {
        put(NameKind::Title, &project.title);
        project.unit.iter().for_each(|text| put(NameKind::Post, text));
    }
    session.documents.iter().for_each(|document| put(NameKind::Title, &document.title));
    session.glossary.iter().for_each(|term| put(NameKind::Title, &term.term));
    for budget in &session.budgets {
        put(NameKind::Title, &budget.title);
        budget.tables.iter().flat_map(|table| &table.lines).for_each(|line| put(NameKind::Line, &line.name));
    }
    let mut names = crate::order::ordered(&names, Ord::cmp);
    names.dedup();
    names
}
