//! The dialog that keeps sessions on this device, to be read without a network.

use crate::digest::Stored;
use crate::i18n::{Texts, fill};
use crate::ui::actions::offline::refresh;
use crate::ui::components::modal::sheet;
use crate::ui::components::states::size;
use crate::ui::data::catalogue::of_body;
use crate::ui::state::{App, Ctx, Load};
use crate::ui::web::dom::{El, button, el, with_text};
use crate::ui::web::worker::{Answer, ask};
use leptos::prelude::*;
use std::rc::Rc;

/// The dialog: what it is about, and the place that is made anew after every change.
struct Keeping {
    app: App,
    t: &'static Texts,
    /// The names of groups of sessions that are kept and removed together, and their ids.
    groups: Vec<(String, Vec<String>)>,
    place: El,
    /// What was done last, or went wrong; told to screen readers.
    news: El,
}

/// Offers to keep the session that is shown, and all sessions of its body.
pub fn open(ctx: &Ctx) {
    let (app, t) = (ctx.app, ctx.t);
    let session = ctx.session();
    let mut groups = vec![(fill(t.keep_this, &[&size(ctx.opened.bytes.len() as u64)]), vec![session.id.to_string()])];
    if let Load::Ready(catalogue) = untrack(|| of_body(app, &session.assembly.name)) {
        let (mut ids, mut bytes) = (Vec::new(), 0);
        for entry in catalogue.sessions.iter().filter(|entry| entry.assembly.name == session.assembly.name) {
            ids.push(entry.id.to_string());
            bytes += entry.bytes;
        }
        if ids.len() > 1 {
            groups.push((fill(t.keep_body, &[&session.assembly.name, &ids.len().to_string(), &size(bytes)]), ids));
        }
    }
    let waiting = with_text("p", "", t.loading).set("aria-busy", "true");
    let (place, news) = (el("div").add(waiting), el("p").set("role", "status"));
    sheet(app, t.keep, vec![with_text("p", "quiet", t.keep_intro), news.clone(), place.clone()]);
    Rc::new(Keeping { app, t, groups, place, news }).show();
}

impl Keeping {
    /// Asks what is stored and shows it, with what can be done.
    fn show(self: Rc<Self>) {
        refresh(self.app);
        let show = move |answer: Answer| {
            let parts = if let Ok(answer) = answer {
                self.parts(Stored(&answer))
            } else {
                self.news.say(self.t.keep_impossible);
                Vec::new()
            };
            self.place.renew(parts);
        };
        ask("state", "space".to_owned(), Box::new(show));
    }

    fn parts(self: &Rc<Self>, stored: Stored<'_>) -> Vec<El> {
        let t = self.t;
        let mut parts = Vec::new();
        for (at, (name, ids)) in self.groups.iter().enumerate() {
            let kept = ids.iter().filter(|id| stored.keeps(id)).count();
            let act = |class, label, what| {
                let this = self.clone();
                button(class, label, Box::new(move |_| this.clone().go_on(at, what, 0))).set("data-key", &at.to_string())
            };
            let mut row = el("p").class("row");
            if kept < ids.len() {
                row = row.add(act("btn primary", t.keep, "keep"));
            }
            if kept > 0 {
                row = row.add(act("btn", t.keep_remove, "drop")).add(with_text("span", "chip done", &format!("✓ {kept}/{}", ids.len())));
            }
            parts.extend([with_text("h3", "", name), row]);
        }
        let [count, bytes, used] = stored.figures();
        let said = fill(t.kept_in_all, &[&count.to_string(), &size(bytes), &size(used)]);
        let news = self.news.clone();
        let persist = move |_| {
            let news = news.clone();
            let say =
                move |answer: Answer| news.say(if answer.is_ok_and(|answer| !answer.is_empty()) { t.persist_yes } else { t.persist_no });
            ask("persist", String::new(), Box::new(say));
        };
        parts.push(with_text("p", "quiet", &said));
        parts.push(button("btn", t.persist, Box::new(persist)));
        parts
    }

    /// Keeps or removes the sessions of a group, one after the other, until a fault stops it or the dialog is closed. What is kept by then
    /// stays. One key stands for all that is shown for a group in turn, so that the focus stays there.
    fn go_on(self: Rc<Self>, at: usize, what: &'static str, done: usize) {
        let t = self.t;
        let Some((_, ids)) = self.groups.get(at) else { return };
        let Some(id) = ids.get(done).filter(|_| self.place.element().is_connected()) else { return self.show() };
        let (id, max) = (id.clone(), ids.len().to_string());
        let meter = el("progress").set("max", &max).set("value", &done.to_string()).set("aria-label", t.keep);
        self.place.renew(vec![meter.set("tabindex", "-1").set("data-key", &at.to_string())]);
        self.news.say("");
        let next = move |answer: Answer| {
            let Err(error) = answer else { return self.go_on(at, what, done + 1) };
            self.news.say(match error.as_str() {
                "QuotaExceededError" => t.keep_full,
                "NetworkError" => t.unreachable,
                _ => t.keep_impossible,
            });
            self.show();
        };
        ask(what, id, Box::new(next));
    }
}
