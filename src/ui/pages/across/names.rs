//! People of a body by name.

use crate::digest;
use crate::digest::person::Seen;
use crate::i18n::{Beyond, Lang};
use crate::model::{Person, Session};
use crate::route::Across;
use crate::ui::components::around::{dots, href};
use crate::ui::pages::across::pieces::{numbered, small, to};
use leptos::prelude::*;

/// A person as the last session has them.
pub fn last<'a>(sessions: &[&'a Session], seen: &[Seen]) -> Option<&'a Person> {
    seen.last()?.of(sessions)
}

/// People with links to their pages across sessions, their posts, and in how many sessions they are named.
pub fn names(lang: Lang, body: &str, people: &[(&Person, usize)]) -> AnyView {
    let rows = people.iter().map(|(person, n)| {
        let href = href(Across::Person { body: body.to_owned(), person: person.id.clone() });
        let said = dots(&[&digest::posts(person), &numbered(Beyond::of(lang).in_sessions, *n)]);
        view! { <li>{to(href, &person.name)}{small(&said)}</li> }.into_any()
    });
    view! { <ul class="names" lang="zh-Hans">{rows.collect::<Vec<_>>()}</ul> }.into_any()
}
