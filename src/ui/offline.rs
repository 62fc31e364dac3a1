//! What can be read without a network: asking the service worker, and the files that the system hands to the installed page.
//!
//! The caches are the worker's (`scripts/sw.js`); `scripts/boot/offline.js` carries questions to it, in `yishi.offline`.

use super::doors::{Failure, open_file};
use super::live::{effect, spawn};
use super::state::{App, Dialog, Load};
use crate::i18n::Lang;
use crate::route::Route;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::File;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = yishi, js_name = offline)]
    async fn js_offline(ask: &str, about: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_namespace = yishi, js_name = files)]
    fn js_files(open: &JsValue) -> Result<(), JsValue>;
}

/// What the worker answers; or the name of what went wrong.
pub type Answer = Result<String, String>;

/// Asks the worker, once it is at work.
pub fn ask(what: &'static str, about: String, then: Box<dyn FnOnce(Answer)>) {
    let text = |value: JsValue| value.as_string().unwrap_or_default();
    spawn(async move { then(js_offline(what, &about).await.map(text).map_err(text)) });
}

/// Whether there can be a worker here; not in a file on the device, nor in some private windows.
pub fn is_possible() -> bool {
    let field = |of: &JsValue, name: &str| js_sys::Reflect::get(of, &JsValue::from_str(name));
    field(&window(), "yishi").and_then(|yishi| field(&yishi, "offline")).is_ok_and(|ask| ask.is_truthy())
}

/// Learns what is stored whenever the list of sessions is shown or the network comes and goes, and opens what the system hands over.
pub fn install(app: App) {
    effect(move || {
        if matches!(app.route.get(), Route::Archive(_)) && matches!(app.catalogue.get(), Load::Ready(_)) {
            refresh(app);
        }
    });
    for event in ["online", "offline"] {
        window_event_listener_untyped(event, move |_| refresh(app));
    }
    let open = move |file: JsValue| match file.dyn_into::<File>() {
        Ok(file) => open_file(app, file),
        Err(_) => app.dialog.set(Dialog::Failed(Failure::NotAFile)),
    };
    let _ = js_files(&Closure::<dyn FnMut(JsValue)>::new(open).into_js_value());
}

/// A time that the worker wrote down, in the reader's own time zone.
pub fn time(lang: Lang, iso: &str) -> String {
    js_sys::Date::new(&JsValue::from_str(iso)).to_locale_string(lang.tag(), &JsValue::UNDEFINED).into()
}

/// Asks again what is stored.
pub fn refresh(app: App) {
    let show = move |answer: Answer| {
        // What stays the same is not shown anew.
        if let Ok(answer) = answer
            && app.stored.with_untracked(|stored| *stored != answer)
        {
            app.stored.set(answer);
        }
    };
    ask("state", String::new(), Box::new(show));
}
