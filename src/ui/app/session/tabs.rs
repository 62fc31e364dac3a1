//! The navigation between the sections of a session.

use crate::digest::sections;
use crate::i18n::Answers;
use crate::route::Place;
use crate::ui::components::section_label::section_label;
use crate::ui::state::{Ctx, use_ctx};
use crate::ui::web::timing;
use leptos::ev;
use leptos::html::Nav;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusEvent, HtmlElement};

/// The sections of the session. Where they do not all fit, they scroll sideways, and an edge shows on which side there is more.
#[component]
pub fn Tabs(
    /// The section that is shown.
    current: Place,
    /// Whether they scroll away on a phone, as those above a text do, which has a bar of its own.
    is_passing: bool,
) -> impl IntoView {
    let ctx = use_ctx();
    let links = sections(ctx.session()).into_iter().map(|(place, n)| {
        let label = tab_label(&ctx, &place);
        let is_current = (place.section() == current).then_some("page");
        let n = n.map(|n| view! { <small>{n}</small> }.into_any());
        view! { <a href=ctx.href(place) aria-current=is_current>{label}{n}</a> }.into_any()
    });
    let links = links.collect::<Vec<_>>();
    let nav = NodeRef::<Nav>::new();
    let (before, after) = (RwSignal::new(false), RwSignal::new(false));
    let measure = move || {
        if let Some(nav) = nav.try_get_untracked().flatten() {
            let (left, room) = (nav.scroll_left(), nav.scroll_width() - nav.client_width());
            // Less than a pixel is no more than rounding.
            before.set(left > 1);
            after.set(room - left > 1);
        }
    };
    timing::after_paint(move || {
        if let Some(nav) = nav.try_get_untracked().flatten()
            && let Ok(Some(tab)) = nav.query_selector("[aria-current]")
        {
            bring(&nav, &tab);
        }
        measure();
    });
    // What the keyboard reaches is not left under the edge; what is pressed does not move away.
    let reached = move |event: FocusEvent| {
        let tab = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if let (Some(nav), Some(tab)) = (nav.get_untracked(), tab.filter(|tab| tab.matches(":focus-visible").unwrap_or(false))) {
            bring(&nav, &tab);
        }
    };
    let resized = window_event_listener(ev::resize, move |_| measure());
    // Larger text takes more room.
    let chosen = window_event_listener(ev::change, move |_| timing::after_paint(measure));
    on_cleanup(move || {
        resized.remove();
        chosen.remove();
    });
    view! {
        <div class="tabs" class:passing=is_passing class:before=before class:after=after>
            <nav aria-label=ctx.t.sections node_ref=nav on:scroll=move |_| measure() on:focusin=reached>{links}</nav>
        </div>
    }
    .into_any()
}

/// What a section is called where there is little room.
fn tab_label(ctx: &Ctx, place: &Place) -> &'static str {
    let a = Answers::of(ctx.lang);
    match place {
        Place::Projects => a.tab_projects,
        Place::Speeches => a.tab_speeches,
        Place::Decisions => a.tab_decisions,
        Place::Documents => a.tab_documents,
        _ => section_label(ctx.t, place),
    }
}

/// On a narrow screen a tab is brought to the middle.
fn bring(nav: &HtmlElement, tab: &Element) {
    let (nav_box, tab_box) = (nav.get_bounding_client_rect(), tab.get_bounding_client_rect());
    let middle = tab_box.left() - nav_box.left() - (nav_box.width() - tab_box.width()) / 2.0;
    // Half a pixel does not matter.
    #[expect(clippy::cast_possible_truncation, reason = "pixels")]
    nav.set_scroll_left(nav.scroll_left() + middle as i32);
}
