//! Whether nobody touches the controls: then they make way for the slide.

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use std::time::Duration;

/// The controls fade after so long without a movement or a key.
const REST: Duration = Duration::from_secs(3);

/// Whether nobody has moved anything for a while, and what says that somebody did. Whatever has the focus is shown all the same (src/styles/slides.css).
pub fn idle() -> (Signal<bool>, Callback<()>) {
    let is_idle = RwSignal::new(false);
    let resting = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(resting) = resting.try_update_value(Option::take).flatten() {
            resting.clear();
        }
    };
    let wake = Callback::new(move |()| {
        stop();
        is_idle.set(false);
        resting.set_value(set_timeout_with_handle(move || is_idle.set(true), REST).ok());
    });
    wake.run(());
    on_cleanup(stop);
    (is_idle.into(), wake)
}
