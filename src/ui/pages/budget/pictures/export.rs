//! A picture as a file: SVG as it is, PNG through a canvas at twice the size.

use crate::picture::Ink;
use crate::route::Picture;
use crate::ui::actions::save::save;
use crate::ui::pages::budget::ctx::BudgetCtx;
use crate::ui::pages::budget::pictures::drawn::Drawn;
use crate::write;
use leptos::prelude::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement};

/// Saves the picture `of` a table as `svg`, in the colours that the reader sees, or as `png`.
pub(super) fn save_as(here: &BudgetCtx, drawn: &Drawn, of: (Picture, usize), caption: &str, kind: &str) {
    let (text, name, app) = (document_of(here, drawn, caption), name(here, of, kind), here.ctx.app);
    match kind {
        "svg" => save(app, &name, "image/svg+xml", text.as_bytes()),
        "png" => leptos::task::spawn_local(async move {
            match draw(&text).await {
                Ok(bytes) => save(app, &name, "image/png", &bytes),
                Err(_) => app.announce(app.lang.get_untracked().texts().save_failed),
            }
        }),
        _ => {}
    }
}

/// A picture as PNG.
async fn draw(svg: &str) -> Result<Vec<u8>, JsValue> {
    let image = HtmlImageElement::new()?;
    // A data address is allowed by the content security policy, and taints no canvas.
    image.set_src(&format!("data:image/svg+xml;charset=utf-8,{}", js_sys::encode_uri_component(svg)));
    JsFuture::from(image.decode()).await?;
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.unchecked_into();
    canvas.set_width(image.natural_width() * 2);
    canvas.set_height(image.natural_height() * 2);
    let context: CanvasRenderingContext2d = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.unchecked_into();
    context.scale(2.0, 2.0)?;
    context.draw_image_with_html_image_element(&image, 0.0, 0.0)?;
    let made = js_sys::Promise::new(&mut |resolve, _| {
        let done = Closure::once_into_js(move |blob: JsValue| {
            let _ = resolve.call1(&JsValue::NULL, &blob);
        });
        let _ = canvas.to_blob(done.unchecked_ref());
    });
    let blob: Blob = JsFuture::from(made).await?.dyn_into()?;
    Ok(js_sys::Uint8Array::new(&JsFuture::from(blob.array_buffer()).await?).to_vec())
}

fn document_of(here: &BudgetCtx, drawn: &Drawn, caption: &str) -> String {
    let session = here.ctx.session();
    let budget = here.budget().map(|budget| budget.title.to_string()).unwrap_or_default();
    let sample = if session.is_sample { format!("{} · ", here.ctx.t.sample_note) } else { String::new() };
    let source = session.sources.first().map(|source| format!(" · {}", source.title)).unwrap_or_default();
    let style = document().document_element().and_then(|root| window().get_computed_style(&root).ok().flatten());
    let color = |token: &str| {
        let value = style.as_ref().and_then(|style| style.get_property_value(&format!("--{token}")).ok());
        value.map(|value| value.trim().to_owned()).unwrap_or_default()
    };
    let sources = format!("{sample}{} · {budget}{source}", session.title);
    // What the picture does not name stands with it here, too.
    let lists = drawn.lists.iter().map(|list| {
        let lines: Vec<String> = list.lines.iter().map(|(_, name, figure)| format!("{name} {figure}")).collect();
        format!("{} {}", list.heading, lines.join("；"))
    });
    let said = std::iter::once(drawn.finding.clone()).filter(|finding| !finding.is_empty());
    let about: Vec<String> = said.chain(std::iter::once(drawn.about.clone())).chain(lists).collect();
    drawn.scene.to_svg(&format!("{budget} · {caption}"), &about.join(" "), &sources, |ink: Ink| color(ink.token()), &color("paper"))
}

fn name(here: &BudgetCtx, (picture, index): (Picture, usize), extension: &str) -> String {
    // The flow is of the whole budget.
    let table = here.budget().and_then(|budget| budget.tables.get(index)).filter(|_| picture != Picture::Flow);
    let extension = format!("{}.{extension}", picture.key());
    here.budget().map(|budget| write::file_name(here.ctx.session(), budget, table, &extension)).unwrap_or_default()
}
