//! What is around every page: name, search, tools, footer, messages.

use crate::i18n::Lang;
use crate::ui::components::words::{message, words};
use crate::ui::components::{highlight, search_field};
use crate::ui::dialogs::open_file::open_dialog;
use crate::ui::state::prefs::Choice;
use crate::ui::state::{App, Dialog, prefs};
use crate::ui::web::dom::{El, built, button, el, link, with_text};
use crate::ui::web::task::effect;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

/// The page around the current place.
pub fn shell(app: App) -> AnyView {
    prefs::apply_saved();
    effect(move || {
        let lang = app.lang.get();
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("lang", lang.tag());
        }
    });
    let told = el("div").set("role", "status");
    let shown = told.clone();
    effect(move || {
        let _ = shown.clone().class(if app.told.read().is_empty() { "told" } else { "told show" });
    });
    let after = vec![
        el("footer").class("foot").add(words(app, el("p"), |t| t.footer)),
        open_dialog(app),
        highlight::bar(app),
        message(told, app.told),
        message(el("div").class("unseen").set("role", "status"), app.arrived),
        el("div").class("drop").set("aria-hidden", "true").add(words(app, el("p"), |t| t.drop_here)),
    ];
    view! {
        {built(vec![header(app)])}
        <main id="main">{super::page(app)}</main>
        {built(after)}
    }
    .into_any()
}

/// The bar is built once and only its words change with the language, so that the language button keeps the focus.
fn header(app: App) -> El {
    let skip = words(app, el("a").class("skip").set("href", "#main"), |t| t.skip);
    let mark = with_text("i", "", "议").set("aria-hidden", "true");
    let brand = link("?", "").class("brand").add(mark).add(words(app, el("span"), |t| t.name));
    let [find, find_way] = search_field::field(app);
    let open = words(app, button("tool", "", Box::new(move |_| app.dialog.set(Dialog::Open))), |t| t.open_file);
    let other = move || if app.lang.get() == Lang::Zh { Lang::En } else { Lang::Zh };
    let switch = move |_| {
        let lang = untrack(other);
        prefs::save_lang(lang);
        app.lang.set(lang);
    };
    let switch = words(app, button("tool", "", Box::new(switch)), |t| t.other_language);
    let shown = switch.clone();
    effect(move || {
        let t = app.texts();
        let label = format!("{} · {}", t.other_language, t.switch_language);
        let _ = shown.clone().lang(other().tag()).set("aria-label", &label);
    });
    el("header").class("bar").add(skip).add(brand).add(find).add(find_way).add(open).add(display(app)).add(switch)
}

/// Theme and text size. A `<details>`, so that it opens by keyboard and needs no script to close.
fn display(app: App) -> El {
    let summary = words(app, el("summary").class("tool"), |t| t.settings);
    let body = el("div").class("menu-body").follow(Box::new(move || {
        let t = app.texts();
        vec![
            choices(Choice::Theme, "theme", t.theme, [t.theme_system, t.theme_light, t.theme_dark]),
            choices(Choice::Size, "size", t.text_size, [t.size_normal, t.size_large, t.size_huge]),
        ]
    }));
    let details = el("details").class("menu").add(summary.clone()).add(body);
    let shown = details.clone();
    let close = move |event: web_sys::Event| {
        if event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape") {
            let _ = shown.element().remove_attribute("open");
            let _ = summary.element().unchecked_ref::<web_sys::HtmlElement>().focus();
        }
    };
    details.on("keydown", Box::new(close))
}

fn choices(choice: Choice, name: &str, legend: &str, labels: [&str; 3]) -> El {
    let saved = choice.saved();
    let mut field = el("fieldset").add(with_text("legend", "", legend));
    for (value, label) in choice.values().into_iter().zip(labels) {
        let input = el("input").set("type", "radio").set("name", name).set("value", value);
        let input = input.set_some("checked", (value == saved).then_some("")).on("change", Box::new(move |_| choice.choose(value)));
        field = field.add(el("label").add(input).text(label));
    }
    field
}
