//! A session with all its text as plain HTML: the page of one session on a published site, for readers without scripts and for search engines.

use super::{agenda, element, escape, line, list, remarked, sources, votes, when_and_where};
use crate::digest::facts::{self, Fact, Said, Told, What};
use crate::digest::{Lookup, remarks};
use crate::i18n::{Lang, Story, dates, findings, labels};
use crate::model::{Attendance, Block, BlockKind, Resolution, Session, Speech, Text, TextStatus};

/// The content of a `<main>`: facts, agenda, decisions, projects, suggestions, speeches in full and sources, in the language of the session.
pub fn whole(session: &Session) -> String {
    let lang = super::language(&[session]);
    let t = lang.texts();
    let lookup = Lookup::new(session);
    let told = Told { lang, session, lookup: &lookup };
    let mut html = String::new();
    element(&mut html, "h1", &session.title);
    element(&mut html, "p", &session.assembly.name);
    when_and_where(&mut html, lang, session);
    facts_line(&mut html, &session.attendance.as_ref().map(|attendance| present(&told, attendance)).unwrap_or_default());
    if session.is_sample {
        element(&mut html, "p", t.sample_note);
    }
    if let Some(summary) = &session.summary {
        element(&mut html, "p", summary);
    }
    list(&mut html, "h2", Story::of(lang).sittings, sittings(&told));
    list(&mut html, "h2", t.agenda, agenda(&told));
    if !session.resolutions.is_empty() || !session.votes.is_empty() {
        element(&mut html, "h2", t.decisions);
    }
    for one in &session.resolutions {
        resolution(&mut html, lang, one);
    }
    list(&mut html, "h3", t.votes, votes(&told));
    list(&mut html, "h2", Story::of(lang).deputy_changes, changes(&told));
    let projects = session.projects.iter().map(|one| {
        let facts = told.titled(one.number.as_ref(), &one.title, &facts::project(session, one));
        remarked(&told, facts, &remarks::project(one))
    });
    list(&mut html, "h2", t.projects, projects);
    let suggestions = session.suggestions.iter().map(|one| {
        let facts = told.titled(one.number.as_ref(), &one.title, &facts::suggestion(session, one));
        remarked(&told, facts, &remarks::suggestion(one))
    });
    list(&mut html, "h2", t.suggestions, suggestions);
    if !session.speeches.is_empty() {
        element(&mut html, "h2", t.speeches);
    }
    for one in &session.speeches {
        speech(&mut html, lang, session, &lookup, one);
    }
    list(&mut html, "h2", t.sources, sources(lang, session));
    html
}

/// Whose seat changed how, and when.
fn changes<'a>(told: &'a Told<'a>) -> impl Iterator<Item = String> + 'a {
    told.session.deputy_changes.iter().map(|change| {
        let person = told.lookup.person(told.session, &change.person).map_or(change.person.as_str(), |person| &person.name);
        let kind = change.kind.map(|kind| labels::deputy_change(told.lang, kind).to_owned());
        let date = change.date.as_ref().map(|date| dates::date(told.lang, date));
        let text = |text: &Option<Text>| text.as_ref().map(ToString::to_string);
        line([Some(person.to_owned()), kind, date, text(&change.constituency), text(&change.note)])
    })
}

/// Each sitting with when it was, who presided, and who was there.
fn sittings<'a>(told: &'a Told<'a>) -> impl Iterator<Item = String> + 'a {
    let t = told.lang.texts();
    told.session.sittings.iter().map(move |sitting| {
        let name = told.value(&Fact { what: What::Sitting, said: Said::Sitting(sitting) });
        let kind = sitting.kind.map(|kind| labels::sitting_kind(told.lang, kind));
        // A sitting without a name is called by its kind; one that is called like its kind says it once.
        let kind = kind.filter(|kind| sitting.name.as_deref().is_some_and(|name| name != *kind)).map(ToOwned::to_owned);
        let chairs = Fact { what: What::Responsible, said: Said::People(&sitting.chairs) };
        let chairs = (!sitting.chairs.is_empty()).then(|| format!("{} {}", t.presided_by, told.value(&chairs)));
        line([
            Some(name),
            kind,
            dates::clock(told.lang, sitting),
            findings::as_printed(told.lang, &remarks::sitting(told.session, sitting)),
            chairs,
            sitting.attendance.as_ref().map(|attendance| present(told, attendance)),
        ])
    })
}

/// Who was there, in heads, and what of it contradicts itself.
fn present(told: &Told<'_>, of: &Attendance) -> String {
    let t = told.lang.texts();
    let counts = [
        (t.seats, &of.seats),
        (t.expected, &of.expected),
        (t.present, &of.present),
        (t.on_leave, &of.on_leave),
        (t.observers, &of.observers),
    ];
    let mut said: Vec<String> = counts.into_iter().filter_map(|(word, count)| Some(format!("{word} {}", count.value()?))).collect();
    said.extend(of.quorum_met.value().map(|is| (if *is { t.quorum_met } else { t.quorum_not_met }).to_owned()));
    remarked(told, said.join(" "), &remarks::attendance(of))
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
    let kind = speech.kind.map(|kind| labels::speech_kind(lang, kind).to_owned());
    facts_line(html, &line([who, post, behalf, kind, date, status(lang, speech.text_status, &speech.blocks)]));
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
