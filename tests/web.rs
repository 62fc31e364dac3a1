//! Tests that need a browser: they run in headless Chromium through wasm-bindgen-test (`make test`).
#![cfg(target_arch = "wasm32")]
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use leptos::web_sys::{Element, HtmlElement};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use yishi::i18n::Lang;
use yishi::route::Route;
use yishi::ui::App;

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
async fn the_app_mounts_and_shows_its_name_and_place_in_chinese() {
    let page = Mounted::at("?", None);
    let t = Lang::Zh.texts();
    until("the heading", || page.text("main h1") == t.archive_title).await;
    until("the name", || page.text("header .brand").ends_with(t.name)).await;
    until("the way to the content", || page.text("a.skip") == t.skip).await;
    until("the language", || document().document_element().unwrap().get_attribute("lang").as_deref() == Some("zh-Hans")).await;
    until("the title", || document().title().contains(t.tagline)).await;
}

#[wasm_bindgen_test]
async fn the_language_chosen_before_is_used_and_its_button_survives_the_switch() {
    let page = Mounted::at("?", Some("en"));
    let (en, zh) = (Lang::En.texts(), Lang::Zh.texts());
    until("the English heading", || page.text("main h1") == en.archive_title).await;
    until("the button's words", || page.text("header button[lang]") == en.other_language).await;
    let button = page.element("header button[lang]");
    button.clone().unchecked_into::<HtmlElement>().click();
    until("the Chinese heading", || page.text("main h1") == zh.archive_title).await;
    assert!(button.is_connected(), "the button was rebuilt and has lost the focus");
    until("the button's new words", || button.text_content().as_deref() == Some(zh.other_language)).await;
    assert_eq!(storage().get_item("yishi.lang").unwrap().as_deref(), Some("zh"));
}

#[wasm_bindgen_test]
async fn a_session_that_is_not_there_is_told_with_its_name() {
    let page = Mounted::at("?s=no-such&p=agenda", None);
    let t = Lang::Zh.texts();
    until("the failure", || page.text("main h1") == t.failed_title).await;
    assert!(page.text("main").contains("no-such"), "{}", page.text("main"));
    assert_eq!(page.element("main a.btn").get_attribute("href"), Some(Route::home().href()));
}

#[wasm_bindgen_test]
async fn what_is_unmounted_leaves_nothing_behind() {
    let page = Mounted::at("?", None);
    until("the heading", || !page.text("main h1").is_empty()).await;
    let host = page.host.clone();
    drop(page);
    assert_eq!(host.child_element_count(), 0);
}

/// The app in an element of its own; taken down at the end.
///
/// What it hears on the window it hears until the page is closed, for it is mounted once and for good: so no test follows a link here.
struct Mounted {
    host: HtmlElement,
    handle: Option<Box<dyn std::any::Any>>,
    address: String,
}

impl Mounted {
    /// The app at a query, by a reader who chose `lang` before.
    fn at(query: &str, lang: Option<&str>) -> Self {
        serve_catalogue();
        let address = window().location().href().unwrap();
        match lang {
            Some(lang) => storage().set_item("yishi.lang", lang).unwrap(),
            None => storage().remove_item("yishi.lang").unwrap(),
        }
        window().history().unwrap().replace_state_with_url(&JsValue::NULL, "", Some(query)).unwrap();
        let host: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        document().body().unwrap().append_child(&host).unwrap();
        let handle: UnmountHandle<_> = mount_to(host.clone(), App);
        Self { host, handle: Some(Box::new(handle)), address }
    }

    fn element(&self, selector: &str) -> Element {
        self.host.query_selector(selector).unwrap().unwrap_or_else(|| panic!("no {selector}"))
    }

    /// The text of the first element that a selector finds; empty where there is none.
    fn text(&self, selector: &str) -> String {
        self.host.query_selector(selector).unwrap().and_then(|element| element.text_content()).unwrap_or_default()
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        self.handle.take();
        self.host.remove();
        // The test runner's own page must stay at its address.
        let _ = window().history().unwrap().replace_state_with_url(&JsValue::NULL, "", Some(&self.address));
    }
}

/// Answers every request here, so that what a page shows does not hang on how soon the test runner's server says 404:
/// the catalogue is the published one, and nothing else is there.
fn serve_catalogue() {
    let catalogue = include_str!("../public/data/catalogue.json");
    let answer = js_sys::Function::new_with_args(
        "catalogue, request",
        "const found = new URL(request.url ?? request, location.href).pathname.endsWith('/catalogue.json');
         return Promise.resolve(found ? new Response(catalogue) : new Response('', { status: 404 }));",
    );
    let bound = answer.bind1(&JsValue::NULL, &JsValue::from_str(catalogue));
    js_sys::Reflect::set(&window(), &JsValue::from_str("fetch"), &bound).unwrap();
}

fn storage() -> leptos::web_sys::Storage {
    window().local_storage().unwrap().unwrap()
}

/// Waits, turn by turn of the browser, until something holds.
async fn until(what: &str, holds: impl Fn() -> bool) {
    for _ in 0..1000 {
        if holds() {
            return;
        }
        let turn = js_sys::Promise::new(&mut |done, _| {
            window().set_timeout_with_callback_and_timeout_and_arguments_0(&done, 5).unwrap();
        });
        wasm_bindgen_futures::JsFuture::from(turn).await.unwrap();
    }
    panic!("waited in vain for {what}");
}
