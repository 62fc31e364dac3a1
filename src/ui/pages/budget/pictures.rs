//! The picture beside the table: what goes into it, how it is shown, how it is saved.

mod drawn;
mod export;
mod flow;
mod listed;
mod scene;
mod sources;
mod years;

use crate::route::Picture;
use crate::ui::components::text::Mixed;
use crate::ui::pages::budget::buttons::ActButton;
use crate::ui::pages::budget::ctx::{BudgetCtx, use_budget};
use crate::ui::pages::budget::names::picture_name;
use crate::ui::pages::budget::pictures::drawn::Drawn;
use crate::ui::pages::budget::pictures::listed::Listed;
use crate::ui::pages::budget::pictures::years::YearsTable;
use crate::ui::web::dom::{built, rebuilt};
use crate::ui::web::timing::after_paint;
use leptos::prelude::*;
use leptos::{ev, html};
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent};

/// How wide a picture is drawn for paper, in pixels: as much as A4 has upright; on smaller sheets it is scaled down, and its words stay legible.
const SHEET: i32 = 620;

/// The picture that the address names.
#[component]
pub(super) fn Pictures(
    /// Which table of the budget it is.
    index: usize,
) -> impl IntoView {
    let here = use_budget();
    let (place, stay) = (here.place, here.stay);
    let picture = Memo::new(move |_| place.with(|place| place.picture));
    let frame = NodeRef::<html::Div>::new();
    let width = RwSignal::new(0_i32);
    let measure = move || {
        // Room for the border and the space within it.
        let now = frame.get_untracked().map_or(0, |frame| frame.client_width() - 36);
        if now > 0 && now != width.get_untracked() {
            width.set(now);
        }
    };
    let handle = window_event_listener(ev::resize, move |_| measure());
    on_cleanup(move || handle.remove());
    // What follows the signals is done before the browser lays the sheets out.
    let is_for_paper = RwSignal::new(false);
    let before = window_event_listener_untyped("beforeprint", move |_| {
        is_for_paper.set(true);
        width.set(SHEET);
    });
    let after = window_event_listener_untyped("afterprint", move |_| {
        is_for_paper.set(false);
        measure();
    });
    on_cleanup(move || {
        before.remove();
        after.remove();
    });
    // In its turn, when the frame has its place on the page.
    Effect::new(move |_| measure());
    show_when_chosen(picture, frame);
    let has_room = Memo::new(move |_| width.get() > 0);
    let figure = move || {
        let picture = picture.get().filter(|_| has_room.get())?;
        Some(view! { <PictureFigure index picture width is_for_paper/> }.into_any())
    };
    // Going into a part of the picture leaves the reader at the picture.
    let pressed = move |event: MouseEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let is_plain = !(event.ctrl_key() || event.meta_key() || event.shift_key());
        if is_plain && target.is_some_and(|target| target.closest("svg a, .crumb a").is_ok_and(|link| link.is_some())) {
            stay.set_value(true);
        }
    };
    view! { <div node_ref=frame on:click=pressed>{figure}</div> }.into_any()
}

/// A picture that is asked for from a line far below comes into view.
fn show_when_chosen(picture: Memo<Option<Picture>>, frame: NodeRef<html::Div>) {
    let mut before = picture.get_untracked();
    Effect::new(move |_| {
        let now = picture.get();
        if let Some(frame) = frame.get_untracked().filter(|_| now != before && now.is_some()) {
            after_paint(move || {
                let options = web_sys::ScrollIntoViewOptions::new();
                options.set_block(web_sys::ScrollLogicalPosition::Nearest);
                frame.scroll_into_view_with_scroll_into_view_options(&options);
            });
        }
        before = now;
    });
}

/// A picture with what is seen in it, or why there is none, and the buttons that save it.
#[component]
fn PictureFigure(
    /// Which table of the budget it is.
    index: usize,
    /// Which picture.
    picture: Picture,
    /// How wide it may be.
    width: RwSignal<i32>,
    /// Whether it is about to be printed.
    is_for_paper: RwSignal<bool>,
) -> impl IntoView {
    let here = use_budget();
    let t = here.ctx.t;
    let name = picture_name(t, Some(picture));
    let table = here.sheet(index).and_then(|sheet| sheet.table.title.as_ref()).filter(|_| picture != Picture::Flow);
    let caption = table.map_or_else(|| name.to_owned(), |table| format!("{name} · {table}"));
    let of = here.clone();
    let drawn = Memo::new(move |_| Arc::new(draw(&of, index, picture, width.get())));
    let has_scene = Memo::new(move |_| !drawn.read().scene.shapes.is_empty());
    let about = move || view! { <Mixed text=drawn.read().about.clone()/> };
    let finding = move || {
        let finding = drawn.read().finding.clone();
        (!finding.is_empty()).then(|| view! { " "<b><Mixed text=finding/></b> }.into_any())
    };
    let words = move || has_scene.get().then(|| view! { <p class="quiet small">{about}</p> }.into_any());
    let lists = move || drawn.read().lists.iter().cloned().map(|list| view! { <Listed list/> }.into_any()).collect::<Vec<_>>();
    let way = move || drawn.read().branch.map(|branch| view! { <ShareWay index branch/> }.into_any());
    let years = move || {
        let drawn = drawn.get();
        (!drawn.points.is_empty()).then(|| view! { <YearsTable drawn/> }.into_any())
    };
    let (of, label) = (here.clone(), caption.clone());
    let shown = move || {
        if !has_scene.get() {
            return view! { <p class="state" role="status">{about}</p> }.into_any();
        }
        let (of, label) = (of.clone(), label.clone());
        // SVG is made of elements; a shape that has the focus gets it back when the picture is drawn anew.
        built(vec![rebuilt(Box::new(move || scene::svg_of(&of, index, &drawn.read().scene, &label, is_for_paper.get())))])
    };
    let save = Callback::new(move |kind: &'static str| {
        export::save_as(&here, &drawn.get_untracked(), (picture, index), &caption, kind);
    });
    let buttons = move || {
        has_scene.get().then(|| {
            view! {
                <p class="row tight">
                    <ActButton act="svg" press=move |()| save.run("svg")>{t.save_svg}</ActButton>
                    <ActButton act="png" press=move |()| save.run("png")>{t.save_png}</ActButton>
                </p>
            }
            .into_any()
        })
    };
    view! {
        <figure class=format!("picture of-{}", picture.key())>
            <figcaption><span class="name">{name}</span>{finding}</figcaption>
            {way}
            {shown}
            {lists}
            {words}
            {years}
            {buttons}
        </figure>
    }
    .into_any()
}

/// What is drawn; tracks what is chosen.
fn draw(here: &BudgetCtx, index: usize, picture: Picture, width: i32) -> Drawn {
    // A line longer than this is hard to follow.
    let narrow = width.min(760);
    match picture {
        Picture::Completion => sources::completion(here, index, narrow),
        Picture::Flow => flow::draw(here, width.min(1000)),
        Picture::Share => sources::share(here, index, width),
        Picture::Change => sources::change(here, index, narrow),
        Picture::Years => years::draw(here, index, narrow),
    }
}

/// Where in the tree the picture of shares is, and the way up.
#[component]
fn ShareWay(
    /// Which table of the budget it is.
    index: usize,
    /// The line that the picture has gone into.
    branch: usize,
) -> impl IntoView {
    let here = use_budget();
    let t = here.ctx.t;
    let sheet = here.sheet(index)?;
    let mut above: Vec<usize> = sheet.tree.ancestors(branch).collect();
    above.reverse();
    let steps = above.into_iter().filter_map(|row| {
        let (of, name) = (here.clone(), sheet.line(row)?.name.to_string());
        let href = move || of.line(index, row).map(|line| of.line_href(line));
        Some(view! { " › "<a href=href>{name}</a> }.into_any())
    });
    let steps = steps.collect::<Vec<_>>();
    let last = sheet.line(branch).map(|line| {
        let name = line.name.to_string();
        view! { <b>{name}</b> }.into_any()
    });
    let (of, id) = (here.clone(), sheet.table.id.clone());
    let whole = move || {
        of.href(|place| {
            place.line = None;
            place.table = Some(id.clone());
        })
    };
    let view = view! {
        <nav class="crumb" aria-label=t.share_up><a href=whole>{t.share_whole}</a>{steps}" › "{last}</nav>
    };
    Some(view.into_any())
}
