//! The dialog that passes on the place that is shown: its link as text and as a QR code, a link that holds the session where no site does,
//! the file, and a citation.

mod code;

use crate::i18n::fill;
use crate::route::{Place, Route, SessionSource, payload};
use crate::ui::actions::clipboard;
use crate::ui::actions::save::save;
use crate::ui::actions::single::save_single;
use crate::ui::components::modal::Modal;
use crate::ui::state::use_ctx;
use crate::ui::web::address;
use crate::ui::web::bridge::{self, sha256, today};
use crate::ui::web::gzip::gzip;
use crate::write::citation::{Cited, bibtex, citation};
use crate::write::session_file_name;
use code::Code;
use leptos::prelude::*;

/// Longer links are cut by some chat apps.
const LONG_LINK: usize = 8_000;
/// Longer links are refused by browsers: Firefox takes 1 MiB.
const LONGEST_LINK: usize = 1_000_000;
/// Larger files are not packed at all: they would not fit in the longest link.
const LARGEST_PAYLOAD: usize = 16 << 20;

/// Passes on the place that is shown.
#[component]
pub fn ShareDialog(
    /// Takes the dialog away.
    #[prop(into)]
    on_close: Callback<()>,
) -> impl IntoView {
    let ctx = use_ctx();
    let t = ctx.t;
    let here = through(ctx.app.route.get_untracked(), ctx.source.plain().clone());
    let link = ctx.is_public().then(|| ctx.absolute(&here.href()));
    let ways = match link.clone() {
        Some(link) => view! { <PublicLink link/> }.into_any(),
        None => view! {
            <p class="note">{t.share_local}</p>
            <h3>{t.held_title}</h3>
            <PayloadLink plain=here.clone()/>
        }
        .into_any(),
    };
    let citations = match here {
        Route::Session { place, at, .. } => Some(view! { <Citations place at link/> }.into_any()),
        _ => None,
    };
    view! {
        <Modal title=t.share_title on_close>
            <div class="share">
                {ways}
                <h3>{t.as_file}</h3>
                <FileWays/>
                <h3>{t.cite}</h3>
                {citations}
            </div>
        </Modal>
    }
    .into_any()
}

/// The same place, through another source of the session.
fn through(route: Route, source: SessionSource) -> Route {
    match route {
        Route::Session { place, at, find, .. } => Route::Session { source, place, at, find },
        other => other,
    }
}

/// The ways to pass on the session as a file.
#[component]
fn FileWays() -> impl IntoView {
    let ctx = use_ctx();
    let (app, t) = (ctx.app, ctx.t);
    let opened = ctx.opened.clone();
    let single = move |_| save_single(app, &opened);
    let opened = ctx.opened.clone();
    let json = move |_| save(app, &session_file_name(&opened.session, "", "json"), "application/json", &opened.bytes);
    view! {
        <p class="row">
            <button class="btn small" type="button" title=t.single_note on:click=single>{t.single_save}</button>
            <button class="btn small" type="button" on:click=json>{t.save_session}</button>
        </p>
    }
    .into_any()
}

/// A link that leads everyone to the place, perhaps with the digest of the file.
#[component]
fn PublicLink(
    /// The link without a digest.
    link: String,
) -> impl IntoView {
    let ctx = use_ctx();
    let t = ctx.t;
    let is_checked = RwSignal::new(matches!(ctx.source, SessionSource::Checked(..)));
    let of = ctx.clone();
    let digest = LocalResource::new(move || {
        let opened = of.opened.clone();
        async move { sha256(&opened.bytes).await }
    });
    let shown = move || match digest.get().flatten() {
        Some(digest) if is_checked.get() => {
            let source = SessionSource::Checked(Box::new(ctx.source.plain().clone()), digest);
            ctx.absolute(&through(ctx.app.route.get_untracked(), source).href())
        }
        _ => link.clone(),
    };
    // Where there is no digest to be had there is nothing to choose.
    let choice = move || {
        digest.get().flatten().map(|_| {
            let change = move |event| is_checked.set(event_target_checked(&event));
            view! { <label class="check"><input type="checkbox" prop:checked=is_checked on:change=change/>{t.share_check}</label> }
                .into_any()
        })
    };
    view! {
        <div>{move || view! { <LinkField link=shown()/> }.into_any()}</div>
        <div>{choice}</div>
    }
    .into_any()
}

/// A link with the session in it.
#[derive(Clone)]
enum Payload {
    /// Nobody could open it, or the browser cannot pack; in the reader's language.
    Impossible(&'static str),
    /// The link.
    Link(String),
}

/// A link that holds the session, once it is packed.
#[component]
fn PayloadLink(
    /// The place, without a payload.
    plain: Route,
) -> impl IntoView {
    let ctx = use_ctx();
    let t = ctx.t;
    let address = address::resolved(&plain.href());
    let packed = LocalResource::new(move || {
        let (ctx, address) = (ctx.clone(), address.clone());
        async move {
            let Some(address) = address else { return Payload::Impossible(t.held_no_site) };
            if ctx.opened.bytes.len() > LARGEST_PAYLOAD {
                return Payload::Impossible(t.held_too_long);
            }
            let Ok(packed) = gzip(&payload::without_blanks(&ctx.opened.bytes)).await else { return Payload::Impossible(t.no_streams) };
            let link = format!("{address}{}{}", payload::MARK, payload::encode(&packed));
            if link.len() > LONGEST_LINK { Payload::Impossible(t.held_too_long) } else { Payload::Link(link) }
        }
    });
    let status = move || match packed.get() {
        None => String::new(),
        Some(Payload::Impossible(why)) => why.to_owned(),
        Some(Payload::Link(link)) => fill(t.held_about, &[&link.len().to_string()]),
    };
    let link = move || match packed.get() {
        Some(Payload::Link(link)) => {
            let note = (link.len() > LONG_LINK).then(|| view! { <p class="note">{t.held_long}</p> }.into_any());
            Some(view! { {note}<LinkField link/> }.into_any())
        }
        _ => None,
    };
    view! { <div><p role="status">{status}</p>{link}</div> }.into_any()
}

/// A link in a field, with what can be done with it, and as a QR code.
#[component]
fn LinkField(
    /// The link in full.
    link: String,
) -> impl IntoView {
    let ctx = use_ctx();
    let (app, t) = (ctx.app, ctx.t);
    let select = move |event: web_sys::FocusEvent| event_target::<web_sys::HtmlInputElement>(&event).select();
    let copied = link.clone();
    let copy = move |_| clipboard::copy(app, &copied, t.copied_link);
    let shared = link.clone();
    let system = bridge::can_share().then(|| {
        let share = move |_| bridge::share(&document().title(), &shared);
        view! { <button class="btn" type="button" on:click=share>{t.share_system}</button> }.into_any()
    });
    view! {
        <div class="field">
            <input type="text" readonly value=link.clone() aria-label=t.share_link on:focus=select/>
            <p class="row">
                <button class="btn primary" type="button" on:click=copy>{t.copy_link}</button>
                {system}
            </p>
        </div>
        <Code link/>
    }
    .into_any()
}

/// The citation, as text and as BibTeX.
#[component]
fn Citations(
    /// The place that is cited.
    place: Place,
    /// The block of it, where the link names one.
    at: Option<String>,
    /// The link, where others can open it.
    link: Option<String>,
) -> impl IntoView {
    let ctx = use_ctx();
    let (app, t) = (ctx.app, ctx.t);
    let accessed = today();
    let cited = Cited {
        session: ctx.session(),
        lookup: &ctx.opened.lookup,
        place: &place,
        at: at.as_deref(),
        link: link.as_deref(),
        accessed: &accessed,
    };
    let (text, entry) = (citation(ctx.lang, &cited), bibtex(ctx.lang, &cited));
    let copy = |text: String, label: &'static str| {
        let copy = move |_| clipboard::copy(app, &text, t.copied);
        view! { <p class="row"><button class="btn small" type="button" on:click=copy>{label}</button></p> }.into_any()
    };
    view! {
        <p class="cited">{text.clone()}</p>
        {copy(text, t.copy_citation)}
        <pre class="cited">{entry.clone()}</pre>
        {copy(entry, t.copy_bibtex)}
    }
    .into_any()
}
