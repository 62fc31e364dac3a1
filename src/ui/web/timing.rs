//! Giving the browser a turn.

use leptos::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// Comes back in a later task, after the browser has painted and answered what waits.
pub async fn next_task() {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        let _ = window().set_timeout_with_callback(&resolve);
    });
    let _ = JsFuture::from(promise).await;
}

/// Milliseconds since the page began to load.
pub fn now_ms() -> f64 {
    window().performance().map_or(0.0, |performance| performance.now())
}

/// Runs `then` after the next paint.
pub fn after_paint(then: impl FnOnce() + 'static) {
    request_animation_frame(move || request_animation_frame(then));
}
