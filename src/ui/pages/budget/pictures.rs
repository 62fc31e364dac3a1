//! The picture beside the table: what goes into it, how it is shown, how it is saved.

mod export;
mod sources;

use super::controls::picture_name;
use super::{Here, years};
use crate::i18n::{fill, labels};
use crate::picture::{Anchor, Ink, Scene, Shape};
use crate::route::Picture;
use leptos::ev;
use leptos::html::Figure;
use leptos::prelude::*;
use std::sync::Arc;

/// A picture ready to be shown, or why there is none.
pub(super) struct Drawn {
    /// The picture; empty where there is nothing to draw.
    pub(super) scene: Scene,
    /// What is seen, in words.
    pub(super) about: String,
    /// What else belongs beside it.
    pub(super) beside: AnyView,
}

/// The picture that the address names.
pub(super) fn figure(here: &Here, index: usize) -> AnyView {
    let here = here.clone();
    let place = here.place;
    let picture = Memo::new(move |_| place.get().picture);
    let size = NodeRef::<Figure>::new();
    let width = RwSignal::new(0_i32);
    let measure = move || {
        if let Some(figure) = size.get_untracked() {
            let now = figure.client_width();
            if now > 0 && now != width.get_untracked() {
                width.set(now);
            }
        }
    };
    let handle = window_event_listener(ev::resize, move |_| measure());
    on_cleanup(move || handle.remove());
    Effect::new(move |_| {
        if picture.get().is_some() {
            request_animation_frame(measure);
        }
    });
    view! {
        {move || picture.get().map(|picture| {
            let (here, saved) = (here.clone(), here.clone());
            let drawn = move || (width.get() > 0).then(|| draw(&here, index, picture, width.get()));
            view! {
                <figure class="picture" node_ref=size>
                    {move || drawn().map(|drawn| shown(&saved, index, picture, drawn))}
                </figure>
            }
        })}
    }
    .into_any()
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

fn shown(here: &Here, index: usize, picture: Picture, drawn: Drawn) -> AnyView {
    let t = here.ctx.t;
    let Drawn { scene, about, beside } = drawn;
    let name = picture_name(t, Some(picture));
    if scene.shapes.is_empty() {
        return view! { <figcaption><b>{name}</b></figcaption>{beside}<p class="state">{about}</p> }.into_any();
    }
    let scene = Arc::new(scene);
    let (svg, png) = (scene.clone(), scene.clone());
    let (here_svg, here_png) = (here.clone(), here.clone());
    let table = here.sheet(index).and_then(|sheet| sheet.table.title.clone()).map(|title| format!(" · {title}")).unwrap_or_default();
    let caption = format!("{name}{}", if picture == Picture::Flow { String::new() } else { table });
    let (for_svg, for_png) = (caption.clone(), caption.clone());
    view! {
        <figcaption><b>{name}</b>" "<span class="quiet">{about}</span></figcaption>
        {beside}
        {draw_scene(here, index, &scene, caption)}
        <p class="row tight">
            <button class="btn small" type="button" on:click=move |_| export::svg(&here_svg, &svg, &for_svg)>{t.save_svg}</button>
            <button class="btn small" type="button" on:click=move |_| export::png(&here_png, &png, &for_png)>{t.save_png}</button>
        </p>
    }
    .into_any()
}

/// The picture in the page; its colours are the theme's.
fn draw_scene(here: &Here, index: usize, scene: &Scene, label: String) -> AnyView {
    let shapes = scene.shapes.iter().map(|shape| one(here, index, shape)).collect_view();
    let box_ = format!("0 0 {} {}", scene.width, scene.height);
    view! {
        <svg class="scene" viewBox=box_ width=scene.width.to_string() height=scene.height.to_string() role="group" aria-label=label>
            <defs>
                <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <rect width="6" height="6" class="i-data-soft"></rect><rect width="3" height="6" class="i-data"></rect>
                </pattern>
            </defs>
            {shapes}
        </svg>
    }
    .into_any()
}

fn one(here: &Here, index: usize, shape: &Shape) -> AnyView {
    match shape {
        Shape::Rect { x, y, w, h, ink, row, title } => {
            let rect = view! {
                <rect x=x.to_string() y=y.to_string() width=w.to_string() height=h.to_string() class=class(*ink)><title>{title.clone()}</title></rect>
            };
            let line = row.and_then(|row| here.budget()?.tables.get(index)?.lines.get(row));
            match line {
                Some(line) => view! { <a href=here.line_href(line) aria-label=title.clone()>{rect}</a> }.into_any(),
                None => rect.into_any(),
            }
        }
        Shape::Path { d, ink, title } => view! { <path d=d.clone() class=class(*ink)><title>{title.clone()}</title></path> }.into_any(),
        Shape::Line { from, to, ink } => view! {
            <line
                x1=from.0.to_string() y1=from.1.to_string() x2=to.0.to_string() y2=to.1.to_string()
                class=class(*ink) stroke-width=ink.stroke().to_string()
            ></line>
        }
        .into_any(),
        Shape::Text { x, y, text, anchor, ink } => {
            let halo = if *anchor == Anchor::Middle || *ink == Ink::Ink { " halo" } else { "" };
            view! { <text x=x.to_string() y=y.to_string() text-anchor=anchor.key() class=format!("{}{halo}", class(*ink))>{text.clone()}</text> }.into_any()
        }
    }
}

fn class(ink: Ink) -> String {
    match ink {
        Ink::Hatch => "i-hatch".to_owned(),
        Ink::Ribbon => "i-ribbon".to_owned(),
        ink => format!("i-{}", ink.token()),
    }
}

/// The stage that a picture is of, in words.
fn stage_of(here: &Here, column: crate::budget::Column) -> &'static str {
    labels::column(here.ctx.lang, column)
}

/// Nothing to draw, and why.
pub(super) fn nothing(why: impl Into<String>) -> Drawn {
    Drawn { scene: Scene::default(), about: why.into(), beside: ().into_any() }
}

/// A sentence about the picture with the stage it is of.
fn about(template: &str, stage: &str) -> String {
    fill(template, &[stage])
}
