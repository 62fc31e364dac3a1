//! The picture beside the table: what goes into it, how it is shown, how it is saved.

mod export;
mod sources;

use crate::i18n::{fill, labels};
use crate::picture::{Anchor, Ink, Scene, Shape};
use crate::route::Picture;
use crate::ui::pages::budget::controls::picture_name;
use crate::ui::pages::budget::table::act_button;
use crate::ui::pages::budget::{Here, years};
use crate::ui::web::dom::{El, el, rebuilt, svg, with_text};
use crate::ui::web::task::effect;
use crate::ui::web::timing;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, MouseEvent};

/// A picture ready to be shown, or why there is none.
pub(super) struct Drawn {
    /// The picture; empty where there is nothing to draw.
    pub(super) scene: Scene,
    /// What is seen, in words.
    pub(super) about: String,
    /// What else belongs above it.
    pub(super) above: Vec<El>,
    /// What else belongs below it.
    pub(super) below: Vec<El>,
}

/// The picture that the address names.
pub(super) fn figure(here: &Here, index: usize) -> El {
    let place = here.place;
    let frame = el("div");
    let width = RwSignal::new(0_i32);
    let measured = frame.clone();
    let measure = move || {
        // Room for the border and the space within it.
        let now = measured.element().client_width() - 36;
        if now > 0 && now != width.get_untracked() {
            width.set(now);
        }
    };
    let again = measure.clone();
    let handle = window_event_listener(ev::resize, move |_| again());
    on_cleanup(move || handle.remove());
    // In its turn, when the frame has its place on the page.
    effect(measure);
    // A picture that is asked for from a line far below comes into view.
    let mut before = place.with_untracked(|place| place.picture);
    let seen = frame.clone();
    effect(move || {
        let now = place.get().picture;
        if now != before && now.is_some() {
            let seen = seen.clone();
            timing::after_paint(move || {
                let options = web_sys::ScrollIntoViewOptions::new();
                options.set_block(web_sys::ScrollLogicalPosition::Nearest);
                seen.element().scroll_into_view_with_scroll_into_view_options(&options);
            });
        }
        before = now;
    });
    let (shown, saved) = (here.clone(), here.clone());
    let picture_now = rebuilt(Box::new(move || match place.get().picture {
        Some(picture) if width.get() > 0 => vec![framed(&shown, index, picture, width.get())],
        _ => Vec::new(),
    }));
    let save = move |event: Event| {
        let event = event.unchecked_ref::<MouseEvent>();
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        // Going into a part of the picture leaves the reader at the picture.
        let is_plain = !(event.ctrl_key() || event.meta_key() || event.shift_key());
        if is_plain && target.as_ref().is_some_and(|target| target.closest("svg a, .crumb a").is_ok_and(|link| link.is_some())) {
            saved.stay.set_value(true);
        }
        let act = target.and_then(|target| target.get_attribute("data-act"));
        if let (Some(act), Some(picture)) = (act, place.get_untracked().picture) {
            untrack(|| {
                let drawn = draw(&saved, index, picture, width.get_untracked());
                export::save_as(&saved, &drawn, picture, &caption(&saved, index, picture), &act);
            });
        }
    };
    frame.on("click", Box::new(save)).add(picture_now)
}

fn draw(here: &Here, index: usize, picture: Picture, width: i32) -> Drawn {
    // A line longer than this is hard to follow.
    let narrow = width.min(760);
    match picture {
        Picture::Completion => sources::completion(here, index, narrow),
        Picture::Flow => sources::flow(here, width.min(1000)),
        Picture::Share => sources::share(here, index, width),
        Picture::Change => sources::change(here, index, narrow),
        Picture::Years => years::draw(here, index, narrow),
    }
}

fn caption(here: &Here, index: usize, picture: Picture) -> String {
    let name = picture_name(here.ctx.t, Some(picture));
    let table = here.sheet(index).and_then(|sheet| sheet.table.title.as_ref()).filter(|_| picture != Picture::Flow);
    table.map_or_else(|| name.to_owned(), |table| format!("{name} · {table}"))
}

fn framed(here: &Here, index: usize, picture: Picture, width: i32) -> El {
    let t = here.ctx.t;
    let Drawn { scene, about, above, below } = draw(here, index, picture, width);
    let words = el("figcaption").add(with_text("b", "", picture_name(t, Some(picture)))).text(" ");
    let figure = el("figure").class("picture");
    if scene.shapes.is_empty() {
        return figure.add(words).all(above).add(with_text("p", "state", &about).set("role", "status")).all(below);
    }
    let save = el("p").class("row tight").add(act_button("svg", t.save_svg)).add(act_button("png", t.save_png));
    let words = words.add(with_text("span", "quiet", &about));
    figure.add(words).all(above).add(drawn(here, index, &scene, &caption(here, index, picture))).all(below).add(save)
}

/// The picture in the page; its colours are the theme's.
fn drawn(here: &Here, index: usize, scene: &Scene, label: &str) -> El {
    let stripe = |w: &str, class: &str| svg("rect").set("width", w).set("height", "6").set("class", class);
    let pattern = svg("pattern").set("id", "hatch").set("width", "6").set("height", "6").set("patternUnits", "userSpaceOnUse");
    let pattern = pattern.set("patternTransform", "rotate(45)").add(stripe("6", "i-data-soft")).add(stripe("3", "i-data"));
    svg("svg")
        .set("class", "scene")
        .set("viewBox", &format!("0 0 {} {}", scene.width, scene.height))
        .set("width", &scene.width.to_string())
        .set("height", &scene.height.to_string())
        .set("role", "group")
        .set("aria-label", label)
        .add(svg("defs").add(pattern))
        .all(scene.shapes.iter().map(|shape| one(here, index, shape)).collect())
}

fn one(here: &Here, index: usize, shape: &Shape) -> El {
    let numbers = |element: El, of: &[(&str, i32)]| of.iter().fold(element, |element, (name, n)| element.set(name, &n.to_string()));
    match shape {
        Shape::Rect { x, y, w, h, ink, row, title } => {
            let rect = numbers(svg("rect"), &[("x", *x), ("y", *y), ("width", *w), ("height", *h)]).set("class", class(*ink));
            let rect = titled(rect, title);
            let line = row.and_then(|row| here.budget()?.tables.get(index)?.lines.get(row));
            match line {
                Some(line) => {
                    let key = format!("shape-{}", row.unwrap_or_default());
                    svg("a").set("href", &here.line_href(line)).set("aria-label", title).set("data-key", &key).add(rect)
                }
                None => rect,
            }
        }
        Shape::Path { d, ink, title } => titled(svg("path").set("d", d).set("class", class(*ink)), title),
        Shape::Line { from, to, ink } => {
            let line = numbers(svg("line"), &[("x1", from.0), ("y1", from.1), ("x2", to.0), ("y2", to.1), ("stroke-width", ink.stroke())]);
            line.set("class", class(*ink))
        }
        Shape::Text { x, y, text, anchor, ink } => {
            let words = numbers(svg("text"), &[("x", *x), ("y", *y)]).set("text-anchor", anchor.key()).text(text);
            let halo = *anchor == Anchor::Middle || *ink == Ink::Ink;
            words.set("class", &format!("{}{}", class(*ink), if halo { " halo" } else { "" }))
        }
    }
}

fn titled(shape: El, title: &str) -> El {
    if title.is_empty() { shape } else { shape.add(svg("title").text(title)) }
}

const fn class(ink: Ink) -> &'static str {
    match ink {
        Ink::Data => "i-data",
        Ink::DataSoft => "i-data-soft",
        Ink::Hatch => "i-hatch",
        Ink::Ribbon => "i-ribbon",
        Ink::Mark => "i-mark",
        Ink::Ink => "i-ink",
        Ink::Ink2 => "i-ink-2",
        Ink::Paper => "i-paper",
        Ink::Rule => "i-rule-strong",
    }
}

/// The stage that a picture is of, in words.
fn stage_of(here: &Here, column: crate::budget::Column) -> &'static str {
    labels::column(here.ctx.lang, column)
}

/// Nothing to draw, and why.
pub(super) fn nothing(why: &str) -> Drawn {
    Drawn { scene: Scene::default(), about: why.to_owned(), above: Vec::new(), below: Vec::new() }
}

/// A sentence about the picture with the stage it is of.
fn about(template: &str, stage: &str) -> String {
    fill(template, &[stage])
}
