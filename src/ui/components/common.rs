//! Small pieces that several pages share.

use crate::check::short;
use crate::digest::phrases;
use crate::i18n::{Texts, labels};
use crate::model::{AgendaItem, AgendaResult, AgendaState, PersonId, Stated};
use crate::route::Place;
pub use crate::ui::components::prose::prose;
use crate::ui::state::Ctx;
use crate::ui::web::dom::{El, bdi, built, el, with_text};
use crate::ui::web::task::effect;
use leptos::prelude::*;
use std::fmt::Display;

/// A person's name with a link to the person; an id that leads nowhere is shown as it is.
pub fn person(ctx: &Ctx, id: &PersonId) -> El {
    match ctx.opened.lookup.person(ctx.session(), id) {
        Some(person) => {
            let href = ctx.href(Place::Person(person.id.clone()));
            el("a").class("person").set("href", &href).add(bdi(&person.name))
        }
        None => bdi(&short(id.as_str())),
    }
}

/// A session's title that breaks only between its phrases.
pub fn titled(title: &str) -> El {
    let mut titled = el("span").class("phrases");
    for phrase in phrases(title) {
        titled = titled.text(phrase).add(el("wbr"));
    }
    titled
}

/// Several people, divided as Chinese divides names.
pub fn persons(ctx: &Ctx, ids: &[PersonId]) -> El {
    let mut persons = el("span").class("persons").lang(&ctx.content_lang());
    for (at, id) in ids.iter().enumerate() {
        if at > 0 {
            persons = persons.text("、");
        }
        persons = persons.add(person(ctx, id));
    }
    persons
}

/// A value, “none” or “not in the source”: absent is never shown as nothing or zero.
pub fn stated<T: Display>(t: &'static Texts, value: &Stated<T>) -> El {
    match value {
        Stated::Unknown => with_text("span", "quiet", t.not_stated),
        Stated::None => with_text("span", "quiet", t.none),
        Stated::Value(value) => bdi(&value.to_string()),
    }
}

/// What came of an agenda item, or how far it has come.
pub fn outcome(ctx: &Ctx, item: &AgendaItem) -> Option<El> {
    let lang = ctx.lang;
    let (class, label) = match (item.result, item.state) {
        (Some(result), _) => {
            let class = match result {
                AgendaResult::Adopted | AgendaResult::Elected => "chip done",
                AgendaResult::Rejected => "chip mark",
                AgendaResult::Noted | AgendaResult::None => "chip",
            };
            (class, labels::agenda_result(lang, result))
        }
        (None, Some(state @ (AgendaState::Withdrawn | AgendaState::Postponed))) => ("chip mark", labels::agenda_state(lang, state)),
        (None, Some(state)) => ("chip", labels::agenda_state(lang, state)),
        (None, None) => return None,
    };
    Some(with_text("span", class, label).lang(lang.tag()))
}

/// “on behalf of …”, where the file says so.
pub fn on_behalf_of(ctx: &Ctx, of: &Stated<crate::model::Text>) -> Option<El> {
    of.value().map(|of| filled(ctx, ctx.t.on_behalf_of, of))
}

/// A template of the interface with a value from the file in it, each marked with its language.
pub fn filled(ctx: &Ctx, template: &str, value: &str) -> El {
    let (before, after) = template.split_once("{}").unwrap_or((template, ""));
    with_text("span", "", before).lang(ctx.lang.tag()).add(bdi(value).lang(&ctx.content_lang())).text(after)
}

/// The heading of a page, which gets the focus when the page is reached.
pub fn heading(text: &str) -> El {
    with_text("h1", "", text).set("tabindex", "-1")
}

/// A page of one column.
pub fn one_column(content: Vec<El>) -> AnyView {
    built(vec![el("div").class("page one").add(el("div").all(content))])
}

/// A section with its heading.
pub fn section(heading: &str) -> El {
    el("section").add(with_text("h2", "", heading))
}

/// A choice among values with their names, all of them first; nothing where there is nothing to choose from. `current` is tracked.
pub fn chooser(
    all: &str,
    label: &'static str,
    options: &[(String, String)],
    current: Box<dyn Fn() -> Option<String>>,
    choose: Box<dyn Fn(Option<String>)>,
) -> Option<El> {
    if options.len() < 2 && untrack(&current).is_none() {
        return None;
    }
    let mut select = el("select").add(el("option").set("value", "").text(all));
    for (value, label) in options {
        select = select.add(el("option").set("value", value).text(label));
    }
    let (shown, pressed) = (select.clone(), select.clone());
    effect(move || shown.select().set_value(&current().unwrap_or_default()));
    let change = move |_| choose(Some(pressed.select().value()).filter(|value| !value.is_empty()));
    // The label is what tells one choice from the other, so it will do as an id.
    let select = select.set("id", label).on("change", Box::new(change));
    Some(el("span").class("filter").add(el("label").set("for", label).text(label)).add(select))
}

/// Puts a middle dot between what there is.
pub fn dotted(parts: impl IntoIterator<Item = Option<String>>) -> String {
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}
