//! The text that a draft was made of, beside the form: the words of a field are marked in it, and words of it are taken for a field.

use crate::edit::operations::{add_with, change_field};
use crate::edit::original::{Line, Place};
use crate::edit::pointer::{below, in_list};
use crate::edit::words::{name, typed};
use crate::edit::{Fault, Json, Original};
use crate::i18n::edit::label;
use crate::i18n::fill;
use crate::ui::dialogs::edit::desk::Desk;
use crate::ui::web::selection::{End, SelectionWatch, selected};
use leptos::html::{Div, Select};
use leptos::prelude::*;
use std::ops::Range;
use std::sync::Arc;

/// Fields of the session that words are often put into.
const FIELDS: [&str; 8] = ["/title", "/assembly/name", "/dates/start", "/dates/end", "/venue", "/term", "/meeting", "/attendance/present"];
/// What words can become beside fields.
const PERSON: &str = "person";
const ITEM: &str = "item";
const PARAGRAPH: &str = "paragraph";
const HEADING: &str = "heading";

/// The text, and above it what can be done with what is selected.
#[component]
pub fn SourcePane(
    /// The text.
    original: Arc<Original>,
    /// Whether it is shown where there is room for one side only.
    is_shown: RwSignal<bool>,
) -> impl IntoView {
    let desk = Desk::current();
    let pane = NodeRef::<Div>::new();
    let words = RwSignal::new(None::<Range<usize>>);
    let place = Memo::new(move |_| desk.place());
    let marked = Memo::new(move |_| match place.get() {
        Some(Place::Text(range)) => Some(range),
        _ => None,
    });
    let text = original.clone();
    let watch = SelectionWatch::start(document(), move || {
        let Some(pane) = pane.try_get_untracked().flatten() else { return };
        // What is selected elsewhere leaves what was selected here.
        if let Some((start, end)) = selected(&pane, "p") {
            let character = |end: &End| {
                let line = end.paragraph.get_attribute("data-line")?.parse::<usize>().ok()?;
                text.lines().get(line).map(|line| line.character(end.units))
            };
            let range = character(&start).zip(character(&end)).map(|(start, end)| start..end);
            words.try_set(range.filter(|range| !range.is_empty()));
        }
    });
    let watch = StoredValue::new_local(watch);
    on_cleanup(move || watch.dispose());
    // The words come into sight without moving the form.
    Effect::new(move |_| {
        let (_, _) = (marked.get(), is_shown.get());
        request_animation_frame(move || {
            let Some(pane) = pane.try_get_untracked().flatten() else { return };
            if let Some(mark) = pane.query_selector("mark").ok().flatten() {
                let (top, height) =
                    (mark.get_bounding_client_rect().top() - pane.get_bounding_client_rect().top(), f64::from(pane.client_height()));
                if top < 0.0 || top > height * 0.8 {
                    pane.scroll_by_with_x_and_y(0.0, top - height / 3.0);
                }
            }
        });
    });
    let lines = original.lines().iter().cloned().enumerate();
    let lines = lines.map(|(number, line)| view! { <Paragraph number line marked/> }.into_any()).collect::<Vec<_>>();
    view! {
        <section class="edit-source" aria-label=desk.words().edit_original>
            <Take original words place/>
            <div class="edit-text" role="group" tabindex="0" aria-label=desk.words().edit_original lang="zh-Hans" node_ref=pane>{lines}</div>
        </section>
    }
    .into_any()
}

/// A paragraph of the text, with what is marked in it.
#[component]
fn Paragraph(
    /// Its number, from 0.
    number: usize,
    /// The paragraph.
    line: Line,
    /// What is marked in the text.
    marked: Memo<Option<Range<usize>>>,
) -> impl IntoView {
    let line = StoredValue::new(line);
    let cut = Memo::new(move |_| marked.with(|marked| line.with_value(|line| marked.as_ref().and_then(|marked| line.cut(marked)))));
    let words = move || match cut.get() {
        Some((before, words, after)) => view! { {before}<mark>{words}</mark>{after} }.into_any(),
        None => line.with_value(|line| line.text.clone()).into_any(),
    };
    view! { <p data-line=number.to_string()>{words}</p> }.into_any()
}

/// What can be done with the words that are selected; else where the field came from.
#[component]
fn Take(
    /// The text.
    original: Arc<Original>,
    /// What is selected in it.
    words: RwSignal<Option<Range<usize>>>,
    /// Where the field stands that has the focus.
    place: Memo<Option<Place>>,
) -> impl IntoView {
    let desk = Desk::current();
    let t = desk.words();
    let select = NodeRef::<Select>::new();
    let original = StoredValue::new(original);
    let quote = Memo::new(move |_| words.get().map(|words| original.with_value(|original| original.words(&words))));
    let field = Memo::new(move |_| desk.focused.get().filter(|at| desk.look(|editor| is_field(editor.document(), at))));
    let blocks = Memo::new(move |_| desk.focused.with(|at| desk.look(|editor| blocks(editor.document(), at.as_deref()))));
    let take = move |as_what: String| {
        let (Some(range), Some(quote)) = (words.get_untracked(), quote.get_untracked()) else { return };
        take(desk, range, &quote, &as_what, blocks.get_untracked());
        words.set(None);
    };
    let said = move || {
        if let Some(quote) = quote.get() {
            return fill(t.edit_selected, &[&crate::check::short(&quote)]);
        }
        match (place.get(), desk.focused.with(Option::is_some)) {
            (Some(Place::Cell(cell, quote)), _) => fill(t.edit_cell, &[&cell, &quote]),
            (None, true) => t.edit_no_words.to_owned(),
            _ => t.edit_select.to_owned(),
        }
    };
    let option = move |value: &'static str, name: &'static str| view! { <option value=value>{name}</option> }.into_any();
    let chosen = move |event| {
        take(event_target_value(&event));
        if let Some(select) = select.get_untracked() {
            select.set_value("");
        }
    };
    let deeds = move || {
        words.with(Option::is_some).then(|| {
            let into = field.get().map(|at| {
                let name = fill(t.edit_into, &[label(desk.lang(), &at)]);
                // What is selected stays so while the button is pressed.
                view! { <button class="btn small primary" type="button" on:pointerdown=|event| event.prevent_default() on:click=move |_| take(at.clone())>{name}</button> }
            });
            let fields = FIELDS.map(|at| option(at, label(desk.lang(), at)));
            let parts = blocks.get().map(|_| [option(PARAGRAPH, t.edit_as_paragraph), option(HEADING, t.edit_as_heading)]);
            view! {
                {into}
                <select aria-label=t.edit_as node_ref=select on:change=chosen>
                    <option value="" selected>{t.edit_as}</option>
                    {option(PERSON, t.edit_as_person)}
                    {option(ITEM, t.edit_as_item)}
                    {parts}
                    {fields}
                </select>
            }
            .into_any()
        })
    };
    view! { <div class="edit-take"><p class="quiet small" role="status">{said}</p>{deeds}</div> }.into_any()
}

/// Makes of words what was chosen: a field by its pointer, or something new.
fn take(desk: Desk, words: Range<usize>, quote: &str, as_what: &str, blocks: Option<(String, usize)>) {
    let end = |document: &Json, list: &str| document.get(list).map_or(0, |list| list.as_list().len());
    let new = |list: &str, key: &str, text: &str| {
        desk.take(words.clone(), list, |document| add_with(document, list, end(document, list), &[(key, text)]).map(Some));
    };
    match (as_what, blocks) {
        ("", _) | (PARAGRAPH | HEADING, None) => {}
        (PERSON, _) => new("/people", "name", &name(quote)),
        (ITEM, _) => new("/agenda", "title", quote),
        (PARAGRAPH | HEADING, Some((list, index))) => {
            desk.take(words, &list, |document| add_with(document, &list, index, &[("kind", as_what), ("text", quote)]).map(Some));
        }
        (at, _) => desk.take(words, at, |document| {
            let text = typed(document, at, quote).ok_or(Fault::NobodyOfThatName)?;
            change_field(document, at, &text)
        }),
    }
}

/// Whether words can be put there: not where a list or an object is.
fn is_field(document: &Json, at: &str) -> bool {
    !matches!(document.get(at), Some(Json::List(_) | Json::Object(_)))
}

/// Where a new paragraph goes: behind the one that has the focus, else to the end of that text, else of the first.
fn blocks(document: &Json, focused: Option<&str>) -> Option<(String, usize)> {
    let focused = focused.unwrap_or_default();
    let mut parts = focused.split('/').skip(1);
    let text = match (parts.next(), parts.next()) {
        (Some(list @ ("speeches" | "resolutions")), Some(index)) => format!("/{list}/{index}"),
        _ => "/speeches/0".to_owned(),
    };
    document.get(&text)?;
    let list = format!("{text}/blocks");
    let count = document.get(&list).map_or(0, |list| list.as_list().len());
    let above = below(focused, &list).and_then(|rest| rest.split('/').nth(1));
    let index = above.and_then(|index| in_list(&format!("{list}/{index}")).map(|(_, index)| index + 1));
    Some((list, index.unwrap_or(count).min(count)))
}
