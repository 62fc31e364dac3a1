//! Giving the browser a turn.

use futures::channel::oneshot;
use leptos::prelude::*;
use leptos::task::spawn_local_scoped_with_cancellation;
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

/// Runs `then` when the view around has been painted, in a task of its own: what takes a while and is not waited for. It does not run where the view is
/// gone by then.
pub fn later(then: impl FnOnce() + 'static) {
    let (send, painted) = oneshot::channel();
    after_paint(move || {
        let _ = send.send(());
    });
    spawn_local_scoped_with_cancellation(async move {
        if painted.await.is_ok() {
            next_task().await;
            then();
        }
    });
}
