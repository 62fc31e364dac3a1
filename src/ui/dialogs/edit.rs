//! The dialog that edits the session: a form of what is in it, what is doubtful first, and the history of what was done.

mod aside;
mod desk;
mod entries;
mod field;
mod source;

use crate::check::{Finding, Severity};
use crate::edit::forms::{LISTS, SESSION};
use crate::edit::{Doubt, Editor, Json, Original, checked, pointer};
use crate::i18n::{Edit, fill, findings};
use crate::ui::actions::local::open_bytes;
use crate::ui::actions::save::save;
use crate::ui::components::modal::Modal;
use crate::ui::data::edits;
use crate::ui::data::originals::{self, KeptOriginal};
use crate::ui::dialogs::edit::aside::{Doubts, Findings, History, KeptState};
use crate::ui::dialogs::edit::desk::{Begun, Desk, Keeping};
use crate::ui::dialogs::edit::entries::Entries;
use crate::ui::dialogs::edit::field::Field;
use crate::ui::dialogs::edit::source::SourcePane;
use crate::ui::state::{Ctx, Origin, use_ctx};
use crate::write::session_file_name;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::KeyboardEvent;

/// Edits the session around. What was done before is taken up again.
#[component]
pub fn EditDialog(
    /// Takes the dialog away.
    on_close: Callback<()>,
) -> impl IntoView {
    let ctx = use_ctx();
    let words = Edit::of(ctx.lang);
    let desk = RwSignal::new(None::<Desk>);
    let owner = Owner::current();
    spawn_local({
        let ctx = ctx.clone();
        async move {
            let id = ctx.session().id.as_str();
            let (kept, original) = (edits::load(id).await, originals::load(id).await);
            let Some(begun) = taken_up(&ctx, kept, original.as_deref()) else { return };
            // The reader may have closed the dialog meanwhile.
            if let Some(owner) = owner.filter(|_| !desk.is_disposed()) {
                originals::checking_begins();
                desk.set(Some(owner.with(|| Desk::new(ctx.app, ctx.lang, begun))));
            }
        }
    });
    let content = move || match desk.get() {
        Some(desk) => {
            provide_context(desk);
            view! { <Form on_close/> }.into_any()
        }
        None => view! { <p role="status">{ctx.t.loading}</p> }.into_any(),
    };
    view! {
        <Modal title=words.edit_title class="modal wide full" on_close>
            <div class="edit">{content}</div>
        </Modal>
    }
    .into_any()
}

/// What was kept, else the session as it is, with what is doubtful in a draft and whatever the checks find in it as doubts.
fn taken_up(ctx: &Ctx, kept: Result<Option<edits::KeptEdit>, edits::Trouble>, original: Option<&KeptOriginal>) -> Option<Begun> {
    let number = kept.as_ref().map_or(0, |kept| kept.as_ref().map_or(0, |kept| kept.number));
    let keeping = kept.as_ref().err().map_or(Keeping::Kept, |trouble| Keeping::Refused(trouble.clone()));
    // Another version of the file is begun anew.
    let base = Json::of(ctx.session()).ok()?;
    let is_of_this = |editor: &Editor| *editor.base() == base || checked::check(editor.document()).session.as_ref() == Some(ctx.session());
    let original = |base: &Json| original.and_then(|kept| Original::take(&kept.original, &kept.session, base));
    if let Some(editor) = kept.ok().flatten().and_then(|kept| Editor::restore(&kept.text).ok()).filter(is_of_this) {
        let original = original(editor.base());
        return Some(Begun { editor, original, keeping, number });
    }
    let original = original(&base);
    let doubt = |finding: &Finding| Doubt { at: pointer::of_path(&finding.path), reason: findings::sentence(ctx.lang, finding) };
    let mut doubts = original.as_ref().map(|original| original.doubts().to_vec()).unwrap_or_default();
    doubts.extend(ctx.opened.findings().iter().filter(|finding| finding.severity != Severity::Note).map(doubt));
    Editor::open(ctx.session(), doubts).ok().map(|editor| Begun { editor, original, keeping, number })
}

/// The whole form. Keys: undo and redo as everywhere; Ctrl and Enter confirms a field and goes to the next doubt.
#[component]
fn Form(
    /// Takes the dialog away.
    on_close: Callback<()>,
) -> impl IntoView {
    let desk = Desk::current();
    let words = desk.words();
    let keys = move |event: KeyboardEvent| {
        if !(event.ctrl_key() || event.meta_key()) || event.alt_key() || event.is_composing() {
            return;
        }
        match event.key().to_ascii_lowercase().as_str() {
            "z" if event.shift_key() => desk.redo(),
            "z" => desk.undo(),
            "y" => desk.redo(),
            _ => return,
        }
        event.prevent_default();
    };
    let can_undo = Memo::new(move |_| desk.look(|editor| editor.position() > 0));
    let can_redo = Memo::new(move |_| desk.look(|editor| editor.position() < editor.steps().len()));
    let progress = Memo::new(move |_| desk.look(Editor::progress));
    let is_draft = Memo::new(move |_| desk.look(Editor::is_draft));
    let facts = SESSION.iter().map(|at| view! { <Field at=(*at).to_owned()/> }.into_any()).collect::<Vec<_>>();
    let lists = LISTS.iter().map(|form| view! { <Entries above=String::new() form=*form/> }.into_any()).collect::<Vec<_>>();
    let is_text_shown = RwSignal::new(false);
    let side = move |is_text: bool, name: &'static str| {
        let pressed = move || (is_text_shown.get() == is_text).to_string();
        view! { <button class="btn small" type="button" aria-pressed=pressed on:click=move |_| is_text_shown.set(is_text)>{name}</button> }
            .into_any()
    };
    let has_text = desk.original().is_some();
    let source = desk.original().map(|original| {
        view! {
            <div class="edit-sides" role="group" aria-label=words.edit_which>{side(true, words.edit_original)}{side(false, words.edit_form)}</div>
            <SourcePane original is_shown=is_text_shown/>
        }
        .into_any()
    });
    view! {
        <div class="edit-desk" class:text=is_text_shown class:two=has_text on:keydown=keys>
            {source}
            <div class="edit-form">
            <p class="quiet">{words.edit_about}</p>
            <KeptState/>
            <div class="edit-bar">
                <button class="btn small" type="button" disabled=move || !can_undo.get() on:click=move |_| desk.undo()>{words.edit_undo}</button>
                <button class="btn small" type="button" disabled=move || !can_redo.get() on:click=move |_| desk.redo()>{words.edit_redo}</button>
                <button class="btn small" type="button" on:click=move |_| desk.confirm_all()>{words.edit_confirm_all}</button>
                <span class="quiet small">
                    {move || {
                        let (all, confirmed) = progress.get();
                        fill(words.edit_progress, &[&all.to_string(), &confirmed.to_string()])
                    }}
                </span>
            </div>
            {move || is_draft.get().then(|| view! { <p class="quiet small">{words.edit_draft}</p> })}
            <Doubts/>
            <Findings/>
            <History/>
            <section>
                <h3>{words.edit_facts}</h3>
                <div class="edit-fields">{facts}</div>
            </section>
            {lists}
            <Corrected/>
            <Leaving on_close/>
            </div>
        </div>
    }
    .into_any()
}

/// Notes a correction, if the reader wishes.
#[component]
fn Corrected() -> impl IntoView {
    let desk = Desk::current();
    let words = desk.words();
    let note = RwSignal::new(String::new());
    let add = move |_| {
        let text = note.get_untracked();
        if !text.trim().is_empty() && desk.correct(text.trim()) {
            note.set(String::new());
        }
    };
    view! {
        <div class="field">
            <label for="edit-correct">{words.edit_correct_note}</label>
            <textarea id="edit-correct" rows="2" prop:value=note on:input=move |event| note.set(event_target_value(&event))></textarea>
            <button class="btn small" type="button" on:click=add>{words.edit_correct}</button>
        </div>
    }
    .into_any()
}

/// How the reader goes on with what they made.
#[component]
fn Leaving(
    /// Takes the dialog away.
    on_close: Callback<()>,
) -> impl IntoView {
    let ctx = use_ctx();
    let desk = Desk::current();
    let words = desk.words();
    let (app, lang) = (ctx.app, ctx.lang);
    let file = move || {
        let file = desk.look_once(|editor| checked::file(editor.document()));
        let broken = desk.checked.with_untracked(|checked| {
            checked.as_ref().and_then(|checked| checked.error.as_ref()).map(|error| findings::read_error(lang, error))
        });
        if file.is_none() {
            app.announce(&fill(words.edit_broken, &[&broken.unwrap_or_default()]));
        }
        file
    };
    let name = session_file_name(ctx.session(), "", "json");
    let shown = {
        let name = name.clone();
        move |_| {
            if let Some(bytes) = file() {
                on_close.run(());
                open_bytes(app, Origin::Local(name.clone()), bytes);
            }
        }
    };
    let beside = desk.original().map(|original| {
        let name = session_file_name(ctx.session(), words.edit_sources_name, "json");
        let saved = move |_| {
            let record = desk.look_once(|editor| original.record(editor).write());
            save(app, &name, "application/json", record.as_bytes());
        };
        view! { <button class="btn" type="button" on:click=saved>{words.edit_sources}</button> }
    });
    let saved = move |_| {
        if let Some(bytes) = file() {
            save(app, &name, "application/json", &bytes);
        }
    };
    view! {
        <p class="row">
            <button class="btn primary" type="button" on:click=shown>{words.edit_show}</button>
            <button class="btn" type="button" on:click=saved>{words.edit_save}</button>
            {beside}
        </p>
    }
    .into_any()
}
