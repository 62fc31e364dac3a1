//! A session with all its text as plain HTML: the page of one session on a published site, for readers without scripts and for search engines.

use super::{agenda_item, element, escape, facts, line, list, sources};
use crate::digest::Lookup;
use crate::i18n::{Lang, dates, labels};
use crate::model::{Block, BlockKind, Project, Resolution, Session, Speech, Stated, Suggestion, TextStatus};

/// The content of a `<main>`: facts, agenda, decisions, projects, suggestions, speeches in full and sources, in the language of the session.
pub fn whole(session: &Session) -> String {
    let lang = super::language(&[session]);
    let t = lang.texts();
    let lookup = Lookup::new(session);
    let mut html = String::new();
    element(&mut html, "h1", &session.title);
    element(&mut html, "p", &session.assembly.name);
    facts(&mut html, lang, session);
    if session.is_sample {
        element(&mut html, "p", t.sample_note);
    }
    if let Some(summary) = &session.summary {
        element(&mut html, "p", summary);
    }
    list(&mut html, "h2", t.agenda, session.agenda.iter().map(|item| agenda_item(lang, session, &lookup, item)));
    if !session.resolutions.is_empty() || !session.votes.is_empty() {
        element(&mut html, "h2", t.decisions);
    }
    for one in &session.resolutions {
        resolution(&mut html, lang, one);
    }
    list(&mut html, "h3", t.votes, votes(lang, session));
    list(&mut html, "h2", t.projects, session.projects.iter().map(|one| project(lang, one)));
    list(&mut html, "h2", t.suggestions, session.suggestions.iter().map(|one| suggestion(lang, session, &lookup, one)));
    if !session.speeches.is_empty() {
        element(&mut html, "h2", t.speeches);
    }
    for one in &session.speeches {
        speech(&mut html, lang, session, &lookup, one);
    }
    list(&mut html, "h2", t.sources, sources(lang, session));
    html
}

/// Each vote with its result, figures and who or what was chosen.
fn votes(lang: Lang, session: &Session) -> impl Iterator<Item = String> + '_ {
    let t = lang.texts();
    session.votes.iter().map(move |vote| {
        let result = vote.result.map(|result| labels::vote_result(lang, result).to_owned());
        let counts = vote.counts.iter().flat_map(|counts| [(t.yes, counts.yes), (t.no, counts.no), (t.abstain, counts.abstain)]);
        let counts: Vec<String> = counts.filter_map(|(word, count)| Some(format!("{word} {}", count.value()?))).collect();
        let chosen = vote.candidates.iter().filter(|candidate| candidate.elected == Stated::Value(true)).filter_map(|candidate| {
            let person =
                session.people.iter().find(|person| Some(&person.id) == candidate.person.as_ref()).map(|person| person.name.to_string());
            let project = session.projects.iter().find(|project| Some(&project.id) == candidate.project.as_ref());
            person.or(project.map(|project| project.title.to_string()))
        });
        let title = vote.motion.as_deref().unwrap_or(t.passed_by).to_owned();
        line([Some(title), result, Some(counts.join(" ")), Some(chosen.collect::<Vec<_>>().join("、"))])
    })
}

fn resolution(html: &mut String, lang: Lang, resolution: &Resolution) {
    element(html, "h3", &resolution.title);
    let kind = resolution.kind.map(|kind| labels::resolution_kind(lang, kind).to_owned());
    let date = resolution.date.as_ref().map(|date| dates::date(lang, date));
    let status = status(lang, resolution.text_status, &resolution.blocks);
    facts_line(html, &line([kind, resolution.number.as_ref().map(ToString::to_string), date, status]));
    blocks(html, &resolution.blocks);
}

/// Who spoke is the person where the file lists one, else the attribution as printed.
fn speech(html: &mut String, lang: Lang, session: &Session, lookup: &Lookup, speech: &Speech) {
    element(html, "h3", &speech.title);
    let known = speech.speaker.as_ref().and_then(|id| lookup.person(session, id)).map(|person| &person.name);
    let who = known.or(speech.attribution.as_ref()).map(ToString::to_string);
    let post = speech.post.as_ref().map(ToString::to_string);
    let behalf = speech.on_behalf_of.value().map(ToString::to_string);
    let date = speech.date.as_ref().map(|date| dates::date(lang, date));
    facts_line(html, &line([who, post, behalf, date, status(lang, speech.text_status, &speech.blocks)]));
    blocks(html, &speech.blocks);
}

/// How the text relates to what was said, where there is text.
fn status(lang: Lang, status: Option<TextStatus>, blocks: &[Block]) -> Option<String> {
    let words = status.map_or(lang.texts().text_status_unknown, |status| labels::text_status(lang, status));
    (!blocks.is_empty()).then(|| words.to_owned())
}

fn facts_line(html: &mut String, text: &str) {
    if !text.is_empty() {
        element(html, "p", text);
    }
}

fn blocks(html: &mut String, blocks: &[Block]) {
    for block in blocks {
        let text = block.text.as_deref().unwrap_or_default();
        match block.kind {
            _ if text.trim().is_empty() => {}
            // All of one level, for a level that is skipped misleads those who hear the page.
            BlockKind::Heading => element(html, "h4", text),
            BlockKind::Quote => {
                html.push_str("<blockquote>");
                element(html, "p", text);
                html.push_str("</blockquote>\n");
            }
            BlockKind::Paragraph | BlockKind::List | BlockKind::Table => element(html, "p", text),
        }
        match block.kind {
            _ if block.items.is_empty() => {}
            BlockKind::Table => table(html, &block.items),
            _ => {
                html.push_str("<ul>\n");
                for item in &block.items {
                    element(html, "li", item);
                }
                html.push_str("</ul>\n");
            }
        }
    }
}

fn table(html: &mut String, rows: &[crate::model::Text]) {
    html.push_str("<table>\n<tbody>\n");
    for row in rows {
        html.push_str("<tr>");
        for cell in row.split('\t') {
            html.push_str("<td>");
            escape(html, cell);
            html.push_str("</td>");
        }
        html.push_str("</tr>\n");
    }
    html.push_str("</tbody>\n</table>\n");
}

fn numbered(number: Option<&crate::model::Text>, title: &str) -> String {
    number.map_or_else(|| title.to_owned(), |number| format!("{number} {title}"))
}

fn project(lang: Lang, project: &Project) -> String {
    let unit = project.unit.as_ref().map(ToString::to_string);
    let due = project.due.value().map(|date| dates::date(lang, date));
    let progress = project.progress_percent.value().map(|percent| format!("{percent}%"));
    let status = project.status.as_ref().map(ToString::to_string);
    line([Some(numbered(project.number.as_ref(), &project.title)), unit, due, status, progress])
}

fn suggestion(lang: Lang, session: &Session, lookup: &Lookup, one: &Suggestion) -> String {
    let kind = one.kind.map(|kind| labels::suggestion_kind(lang, kind).to_owned());
    let lead = one.lead.as_ref().and_then(|id| lookup.person(session, id)).map(|person| person.name.to_string());
    let outcome = one.outcome.value().map(|outcome| labels::outcome(lang, *outcome).to_owned());
    let (unit, status) = (one.unit.as_ref().map(ToString::to_string), one.status.as_ref().map(ToString::to_string));
    line([Some(numbered(one.number.as_ref(), &one.title)), kind, lead, unit, status, outcome])
}
