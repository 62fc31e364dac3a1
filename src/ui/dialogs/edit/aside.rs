//! What stands above the form: how it is kept, what is doubtful, what the checks say, and what was done.

use crate::edit::{Editor, Spot, pointer};
use crate::i18n::edit::{label, step};
use crate::i18n::{fill, findings};
use crate::ui::dialogs::edit::desk::{Desk, Keeping};
use leptos::prelude::*;

/// So many findings are listed; the rest is counted.
const FINDINGS_SHOWN: usize = 50;

/// How what was done is kept, and a word about another tab.
#[component]
pub fn KeptState() -> impl IntoView {
    let desk = Desk::current();
    let words = desk.words();
    // What was done last must not be lost with the dialog.
    on_cleanup(move || {
        if desk.keeping.try_get_untracked() == Some(Keeping::Waiting) {
            desk.keep();
        }
    });
    let said = move || match desk.keeping.get() {
        Keeping::Kept => view! { <p class="quiet small">{words.edit_kept}</p> }.into_any(),
        Keeping::Waiting => view! { <p class="quiet small">{words.edit_keeping}</p> }.into_any(),
        Keeping::Refused(trouble) => view! { <p class="note">{fill(words.edit_unkept, &[&trouble.sentence(desk.lang())])}</p> }.into_any(),
        Keeping::Other(number) => view! {
            <div class="note">
                <p>{words.edit_conflict}</p>
                <p class="row">
                    <button class="btn small" type="button" on:click=move |_| desk.take_theirs()>{words.edit_take_theirs}</button>
                    <button class="btn small" type="button" on:click=move |_| desk.keep_mine(number)>{words.edit_keep_mine}</button>
                </p>
            </div>
        }
        .into_any(),
    };
    view! {
        <div role="status" class="edit-kept">
            {said}
            {move || desk.is_shared.get().then(|| view! { <p class="note edit-shared">{words.edit_other}</p> })}
        </div>
    }
    .into_any()
}

/// What is doubtful, as a queue: each leads to its field.
#[component]
pub fn Doubts() -> impl IntoView {
    let desk = Desk::current();
    let words = desk.words();
    let doubts = Memo::new(move |_| desk.look(|editor| editor.open_doubts().into_iter().cloned().collect::<Vec<_>>()));
    let list = move || {
        let doubts = doubts.get();
        if doubts.is_empty() {
            return view! { <p class="quiet small">{words.edit_no_doubts}</p> }.into_any();
        }
        let title = fill(words.edit_doubts, &[&doubts.len().to_string()]);
        let rows = doubts.into_iter().take(FINDINGS_SHOWN).map(|doubt| {
            let at = doubt.at.clone();
            let confirm = move |_| desk.confirm(&at);
            let said = format!("{} {}", words.edit_confirm, doubt.reason);
            view! {
                <li>
                    <Leading at=doubt.at.clone() text=doubt.reason.clone()/>
                    <button class="edit-confirm" type="button" aria-label=said on:click=confirm>{words.edit_confirm}</button>
                </li>
            }
            .into_any()
        });
        view! { <details open class="edit-doubts"><summary>{title}</summary><ol>{rows.collect::<Vec<_>>()}</ol></details> }.into_any()
    };
    view! { <div>{list}</div> }.into_any()
}

/// What the checks say of the session as it is now.
#[component]
pub fn Findings() -> impl IntoView {
    let desk = Desk::current();
    let words = desk.words();
    let list = move || {
        desk.checked.with(|checked| {
            let checked = checked.as_ref()?;
            let mut rows: Vec<_> = checked
                .findings
                .iter()
                .take(FINDINGS_SHOWN)
                .map(|(at, finding)| (at.clone(), findings::sentence(desk.lang(), finding)))
                .collect();
            if let Some(error) = &checked.error {
                rows.push((pointer::of_path(&error.path), findings::read_error(desk.lang(), error)));
            }
            if rows.is_empty() {
                return Some(view! { <p class="quiet small">{words.edit_no_findings}</p> }.into_any());
            }
            let count = checked.findings.len() + usize::from(checked.error.is_some());
            let title = fill(words.edit_findings, &[&count.to_string()]);
            let rows = rows.into_iter().map(|(at, text)| view! { <li><Leading at text/></li> }.into_any()).collect::<Vec<_>>();
            Some(view! { <details class="edit-findings"><summary>{title}</summary><ul>{rows}</ul></details> }.into_any())
        })
    };
    view! { <div aria-live="polite">{list}</div> }.into_any()
}

/// What was done, step by step; a press goes to where it was done.
#[component]
pub fn History() -> impl IntoView {
    let desk = Desk::current();
    let words = desk.words();
    let steps = Memo::new(move |_| {
        desk.look(|editor| {
            let lines = editor.steps().iter().map(|done| step(desk.lang(), done));
            lines.enumerate().map(|(index, line)| (index + 1, line)).collect::<Vec<_>>()
        })
    });
    let position = Memo::new(move |_| desk.look(Editor::position));
    let row = move |(number, line): (usize, String)| {
        let is_here = move || (position.get() == number).then_some("step");
        let is_undone = move || position.get() < number;
        view! {
            <li class:undone=is_undone>
                <button class="edit-lead" type="button" aria-current=is_here on:click=move |_| desk.go_to(number)>{line}</button>
            </li>
        }
    };
    view! {
        <details class="edit-history">
            <summary>{words.edit_history}" ("{move || position.get()}")"</summary>
            <ol>
                <li>
                    <button
                        class="edit-lead"
                        type="button"
                        aria-current=move || (position.get() == 0).then_some("step")
                        on:click=move |_| desk.go_to(0)
                    >
                        {words.edit_begin}
                    </button>
                </li>
                <For each=move || steps.get() key=Clone::clone let:done>
                    {row(done)}
                </For>
            </ol>
        </details>
    }
    .into_any()
}

/// A sentence that leads to the field it is about.
#[component]
fn Leading(
    /// The field, as a JSON pointer.
    at: String,
    /// The sentence.
    text: String,
) -> impl IntoView {
    let desk = Desk::current();
    let name = label(desk.lang(), &at);
    let lead = move |_| desk.target.set(Some(Spot::field(at.clone())));
    view! { <button class="edit-lead" type="button" on:click=lead>{name}": "{text}</button> }.into_any()
}
