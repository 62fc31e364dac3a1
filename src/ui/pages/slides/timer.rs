//! The time that a speaker has. It makes no sound; what it says it says in figures, words and shape.

use crate::i18n::fill;
use crate::ui::dom::{El, button, el, with_text};
use crate::ui::live::effect;
use crate::ui::state::Ctx;
use crate::ui::timing::now_ms;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

/// Minutes to choose from; any other number can be given.
const MINUTES: [u32; 6] = [3, 5, 8, 10, 15, 30];
const LONGEST_MINUTES: f64 = 600.0;
const SECOND: f64 = 1000.0;
const MINUTE: f64 = 60.0 * SECOND;
/// Often enough for a second to be told within it.
const TICK: Duration = Duration::from_millis(250);

/// A stopwatch: what has passed, and since when it runs.
#[derive(Clone, Copy, Default)]
struct Watch {
    passed: f64,
    since: Option<f64>,
}

impl Watch {
    fn passed(self) -> f64 {
        self.passed + self.since.map_or(0.0, |since| now_ms() - since)
    }

    fn toggled(self) -> Self {
        Self { passed: self.passed(), since: if self.since.is_some() { None } else { Some(now_ms()) } }
    }
}

/// The timer with its controls.
pub fn timer(ctx: &Ctx) -> El {
    let (app, t) = (ctx.app, ctx.t);
    let limit = RwSignal::new(5.0 * MINUTE);
    let watch = RwSignal::new(Watch::default());
    let now = RwSignal::new(0.0_f64);
    let tick = set_interval_with_handle(move || now.set(watch.get_untracked().passed()), TICK);
    on_cleanup(move || {
        if let Ok(tick) = tick {
            tick.clear();
        }
    });
    let face = el("b");
    let word = el("span");
    let place = el("span").class("time").set("role", "timer").add(face.clone()).text(" ").add(word.clone());
    let shown = place.clone();
    let mut said = "";
    // Screen readers are told twice only; the element itself is silent.
    let place = place.set("aria-live", "off");
    effect(move || {
        let passed = now.get().max(watch.get().passed());
        let left = limit.get() - passed;
        let (state, words) = match left {
            _ if passed <= 0.0 => ("ready", ""),
            _ if left <= 0.0 => ("over", t.time_over),
            _ if left <= MINUTE => ("last", t.time_last),
            _ => ("runs", ""),
        };
        // A second is shown until it has passed, over time from the first whole one.
        let seconds = if left > 0.0 { (left / SECOND).ceil() } else { (-left / SECOND).floor() };
        let sign = if left <= 0.0 && seconds > 0.0 { "+" } else { "" };
        face.say(&format!("{sign}{}:{:02}", (seconds / 60.0).floor(), seconds % 60.0));
        word.say(words);
        let _ = shown.element().set_attribute("data-state", state);
        if said != state {
            if !words.is_empty() {
                app.arrived.set(words.to_owned());
            }
            said = state;
        }
    });
    let run = button("btn", "", Box::new(move |_| watch.update(|watch| *watch = watch.toggled())));
    let label = run.clone();
    effect(move || {
        let watch = watch.get();
        label.say(match (watch.since, watch.passed > 0.0) {
            (Some(_), _) => t.time_pause,
            (None, true) => t.time_resume,
            (None, false) => t.time_start,
        });
    });
    let reset = button(
        "btn",
        t.time_reset,
        Box::new(move |_| {
            now.set(0.0);
            watch.set(Watch::default());
        }),
    );
    let choose = move |event: web_sys::Event| {
        let value = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()).map(|input| input.value_as_number());
        match value.filter(|minutes| *minutes > 0.0 && *minutes <= LONGEST_MINUTES) {
            Some(minutes) => limit.set((minutes * 60.0).round() * SECOND),
            None => app.tell(&fill(t.time_limit_invalid, &[&LONGEST_MINUTES.to_string()])),
        }
    };
    let minutes = el("input").set("type", "number").set("min", "1").set("max", "600").set("value", "5").set("list", "minutes");
    let mut options = el("datalist").set("id", "minutes");
    for n in MINUTES {
        options = options.add(el("option").set("value", &n.to_string()));
    }
    let minutes = el("label").text(t.time_limit).text(" ").add(minutes.on("change", Box::new(choose))).add(options);
    with_text("span", "timer", "").add(place).add(run).add(reset).add(minutes)
}
