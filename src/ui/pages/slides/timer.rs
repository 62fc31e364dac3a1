//! The time that a speaker has. It makes no sound; what it says it says in figures, words and shape.

use crate::i18n::fill;
use crate::ui::state::Ctx;
use crate::ui::web::dom::{El, button, el};
use crate::ui::web::timing::now_ms;
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

/// Minutes to choose from; any other number can be given.
const MINUTES: [&str; 6] = ["3", "5", "8", "10", "15", "30"];
const USUAL_SECONDS: i32 = 5 * 60;
const LONGEST_MINUTES: &str = "600";
/// Often enough for a second to be told within it.
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
}

/// The timer with its controls.
pub fn timer(ctx: &Ctx) -> El {
    let (app, t) = (ctx.app, ctx.t);
    let watch = Rc::new(Cell::new(Watch { limit_seconds: USUAL_SECONDS, passed_ms: 0.0, since: None }));
    let (face, word) = (el("b"), el("span"));
    // Screen readers are told twice only, by the status line; the element itself is silent.
    let place = el("span").class("time").set("role", "timer").set("aria-live", "off").add(face.clone()).text(" ").add(word.clone());
    let run = button("btn", "", Box::new(|_| ()));
    let last_said = Cell::new("");
    let show: Rc<dyn Fn()> = {
        let (watch, place, run) = (watch.clone(), place.clone(), run.clone());
        Rc::new(move || {
            let now = watch.get();
            // A second is shown until it has passed: whole seconds count.
            #[expect(clippy::cast_possible_truncation, reason = "seconds of a meeting")]
            let left = now.limit_seconds - (now.passed_ms() / 1000.0) as i32;
            let (state, words) = match left {
                _ if now.since.is_none() && now.passed_ms <= 0.0 => ("ready", ""),
                ..=0 => ("over", t.time_over),
                1..=60 => ("last", t.time_last),
                _ => ("runs", ""),
            };
            let seconds = left.unsigned_abs();
            face.say(&format!("{}{}:{:02}", if left < 0 { "+" } else { "" }, seconds / 60, seconds % 60));
            word.say(words);
            run.say(if now.since.is_some() { t.time_pause } else { t.time_start });
            if last_said.replace(words) != words && !words.is_empty() {
                app.arrived.set(words.to_owned());
            }
            place.clone().set("data-state", state);
        })
    };
    show();
    let tick = {
        let show = show.clone();
        set_interval_with_handle(move || show(), TICK)
    };
    on_cleanup(move || {
        if let Ok(tick) = tick {
            tick.clear();
        }
    });
    let change = |change: fn(Watch, i32) -> Watch| {
        let (watch, show) = (watch.clone(), show.clone());
        move |seconds| {
            watch.set(change(watch.get(), seconds));
            show();
        }
    };
    let toggle = change(|watch, _| Watch {
        passed_ms: watch.passed_ms(),
        since: if watch.since.is_some() { None } else { Some(now_ms()) },
        ..watch
    });
    let reset = change(|watch, _| Watch { passed_ms: 0.0, since: None, ..watch });
    let limit = change(|watch, limit_seconds| Watch { limit_seconds, ..watch });
    let choose = move |event: web_sys::Event| {
        let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        // Half a minute is a limit, too; what is no number is NaN and in no range.
        match input.map(|input| input.value_as_number() * 60.0) {
            #[expect(clippy::cast_possible_truncation, reason = "within the range")]
            Some(seconds) if (1.0..=36_000.0).contains(&seconds) => limit(seconds as i32),
            _ => app.tell(&fill(t.time_limit_invalid, &[LONGEST_MINUTES])),
        }
    };
    let minutes = el("input").set("type", "number").set("min", "0").set("max", LONGEST_MINUTES).set("step", "any").set("value", "5");
    let mut options = el("datalist").set("id", "minutes");
    for n in MINUTES {
        options = options.add(el("option").set("value", n));
    }
    let minutes = el("label").text(t.time_limit).text(" ").add(minutes.set("list", "minutes").on("change", Box::new(choose))).add(options);
    let run = run.on("click", Box::new(move |_| toggle(0)));
    let reset = button("btn", t.time_reset, Box::new(move |_| reset(0)));
    el("span").class("timer").add(place).add(run).add(reset).add(minutes)
}
