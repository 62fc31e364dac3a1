//! The time that a speaker has. It makes no sound; what it says it says in figures, words and shape.

use crate::i18n::fill;
use crate::ui::state::use_ctx;
use crate::ui::web::timing::now_ms;
use leptos::prelude::*;
use std::time::Duration;
use web_sys::HtmlInputElement;

/// Minutes to choose from; any other number can be given.
const MINUTES: [&str; 6] = ["3", "5", "8", "10", "15", "30"];
const USUAL_SECONDS: i32 = 5 * 60;
const LONGEST_MINUTES: &str = "600";
/// Often enough for a second to be shown within it.
const TICK: Duration = Duration::from_millis(250);

/// What was chosen, what has passed, and since when it runs.
#[derive(Clone, Copy)]
struct Watch {
    limit_seconds: i32,
    passed_ms: f64,
    since: Option<f64>,
}

impl Watch {
    fn passed_ms(self) -> f64 {
        self.passed_ms + self.since.map_or(0.0, |since| now_ms() - since)
    }

    /// The seconds that are left, and how it stands.
    fn look(self) -> (i32, State) {
        // A second is shown until it has passed: whole seconds count.
        #[expect(clippy::cast_possible_truncation, reason = "seconds of a meeting")]
        let left = self.limit_seconds - (self.passed_ms() / 1000.0) as i32;
        let state = match left {
            _ if self.since.is_none() && self.passed_ms <= 0.0 => State::Ready,
            ..=0 => State::Over,
            1..=60 => State::Last,
            _ => State::Runs,
        };
        (left, state)
    }
}

/// How the time of a speaker stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Ready,
    Runs,
    Last,
    Over,
}

/// The timer with its controls.
#[component]
pub fn Timer() -> impl IntoView {
    let ctx = use_ctx();
    let (app, t) = (ctx.app, ctx.t);
    let watch = RwSignal::new(Watch { limit_seconds: USUAL_SECONDS, passed_ms: 0.0, since: None });
    let tick = Trigger::new();
    let shown = Memo::new(move |_| {
        tick.track();
        watch.get().look()
    });
    let ticking = set_interval_with_handle(move || tick.notify(), TICK);
    on_cleanup(move || {
        if let Ok(ticking) = ticking {
            ticking.clear();
        }
    });
    let face = move || {
        let (left, _) = shown.get();
        let seconds = left.unsigned_abs();
        format!("{}{}:{:02}", if left < 0 { "+" } else { "" }, seconds / 60, seconds % 60)
    };
    let words = Memo::new(move |_| match shown.get().1 {
        State::Over => t.time_over,
        State::Last => t.time_last,
        State::Ready | State::Runs => "",
    });
    // Screen readers hear of it twice only, by the status line; the element itself is silent.
    Effect::new(move || {
        let words = words.get();
        if !words.is_empty() {
            app.arrived.set(words.to_owned());
        }
    });
    let state = move || match shown.get().1 {
        State::Ready => "ready",
        State::Runs => "runs",
        State::Last => "last",
        State::Over => "over",
    };
    let toggle = move |_| {
        watch.update(|watch| {
            (watch.passed_ms, watch.since) = (watch.passed_ms(), if watch.since.is_some() { None } else { Some(now_ms()) });
        });
    };
    let reset = move |_| watch.update(|watch| (watch.passed_ms, watch.since) = (0.0, None));
    let choose = move |event| {
        // Half a minute is a limit, too; what is no number is NaN and in no range.
        match event_target::<HtmlInputElement>(&event).value_as_number() * 60.0 {
            #[expect(clippy::cast_possible_truncation, reason = "within the range")]
            seconds if (1.0..=36_000.0).contains(&seconds) => watch.update(|watch| watch.limit_seconds = seconds as i32),
            _ => app.announce(&fill(t.time_limit_invalid, &[LONGEST_MINUTES])),
        }
    };
    let options = MINUTES.map(|minutes| view! { <option value=minutes></option> }.into_any());
    view! {
        <span class="timer">
            <span class="time" role="timer" aria-live="off" data-state=state hidden=move || state() == "ready"><b>{face}</b>" "<span>{words}</span></span>
            <button class="btn" type="button" on:click=toggle>
                {move || if watch.read().since.is_some() { t.time_pause } else { t.time_start }}
            </button>
            <button class="btn" type="button" hidden=move || state() == "ready" on:click=reset>{t.time_reset}</button>
            <label>
                {t.time_limit}" "
                <input type="number" min="0" max=LONGEST_MINUTES step="any" value="5" list="minutes" on:change=choose/>
                <datalist id="minutes">{options.into_iter().collect::<Vec<_>>()}</datalist>
            </label>
        </span>
    }
    .into_any()
}
