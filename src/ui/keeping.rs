//! The dialog that keeps sessions on this device, to be read without a network.

use super::dom::{El, button, el, with_text};
use super::doors::archive_url;
use super::offline::{Answer, ask, refresh};
use super::pages::size;
use super::sheet::sheet;
use super::state::{App, Ctx, Load};
use crate::digest::Stored;
use crate::i18n::{Texts, fill};
use crate::model::SessionId;
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;

/// Sessions that are kept and removed together.
struct Group {
    label: String,
    sessions: Vec<(SessionId, String)>,
}

/// The dialog: what it is about, and the place that is made anew after every change.
struct Keeping {
    app: App,
    t: &'static Texts,
    groups: Vec<Group>,
    place: El,
    /// What was done last, or went wrong; told to screen readers.
    news: El,
    meter: El,
    is_stopped: Cell<bool>,
}

/// Offers to keep the session that is shown, and all sessions of its body.
pub fn open(ctx: &Ctx) {
    let Ctx { app, t, .. } = *ctx;
    let session = ctx.session();
    let this = (session.id.clone(), session.title.to_string());
    let mut groups = vec![Group { label: fill(t.keep_this, &[&size(ctx.opened.bytes.len() as u64)]), sessions: vec![this] }];
    if let Load::Ready(catalogue) = app.catalogue.get_untracked() {
        let of_body = || catalogue.sessions.iter().filter(|entry| entry.assembly.name == session.assembly.name);
        let sessions: Vec<_> = of_body().map(|entry| (entry.id.clone(), entry.title.to_string())).collect();
        if sessions.len() > 1 {
            let bytes = of_body().map(|entry| entry.bytes).sum();
            let label = fill(t.keep_body, &[&session.assembly.name, &sessions.len().to_string(), &size(bytes)]);
            groups.push(Group { label, sessions });
        }
    }
    let (place, news) = (el("div").set("aria-busy", "true"), el("p").set("role", "status"));
    let content = el("div").class("keeping").add(with_text("p", "quiet", t.keep_intro)).add(news.clone()).add(place.clone());
    sheet(app, t.keep, vec![content]);
    let meter = el("progress").set("aria-label", t.keep);
    Rc::new(Keeping { app, t, groups, place, news, meter, is_stopped: Cell::new(false) }).show();
}

impl Keeping {
    /// Asks what is stored and shows it, with what can be done.
    fn show(self: Rc<Self>) {
        refresh(self.app);
        let show = move |answer: Answer| {
            let mut parts = Vec::new();
            if let Ok(answer) = answer {
                let stored = Stored::read(&answer);
                parts.extend((0..self.groups.len()).map(|at| self.group(at, &stored)));
                parts.push(self.space(&stored));
            } else {
                self.news.say(self.t.keep_impossible);
            }
            self.place.renew(parts);
        };
        ask("state", "space".to_owned(), Box::new(show));
    }

    fn group(self: &Rc<Self>, at: usize, stored: &Stored) -> El {
        let t = self.t;
        let Some(group) = self.groups.get(at) else { return el("div") };
        let kept = group.sessions.iter().filter(|(id, _)| stored.keeps(id.as_str())).count();
        // One key for all that stands here in turn, so that the focus stays here too.
        let key = format!("act-{at}");
        let (of_keep, of_drop) = (self.clone(), self.clone());
        let keep = (kept < group.sessions.len()).then(|| {
            let keep = move |_| of_keep.clone().start(at, "keep");
            button("btn primary", t.keep, Box::new(keep)).set("data-key", &key)
        });
        let remove = (kept > 0).then(|| {
            let remove = move |_| of_drop.clone().start(at, "drop");
            button("btn", t.keep_remove, Box::new(remove)).set("data-key", &key)
        });
        let kept = (kept > 0).then(|| with_text("span", "chip done", &fill(t.kept_count, &[&kept.to_string()])));
        let row = el("p").class("row").maybe(keep).maybe(kept).maybe(remove);
        el("fieldset").add(with_text("legend", "", &group.label)).add(row)
    }

    fn space(self: &Rc<Self>, stored: &Stored) -> El {
        let t = self.t;
        let bytes = stored.kept().map(|session| session.bytes).sum();
        let said = fill(t.kept_in_all, &[&stored.kept().count().to_string(), &size(bytes)]);
        let space = stored.space.map(|(used, most)| with_text("p", "quiet", &fill(t.keep_space, &[&size(used), &size(most)])));
        let this = self.clone();
        let persist = move |_| {
            let news = this.news.clone();
            let say =
                move |answer: Answer| news.say(if answer.is_ok_and(|answer| !answer.is_empty()) { t.persist_yes } else { t.persist_no });
            ask("persist", String::new(), Box::new(say));
        };
        let persist = button("btn", t.persist, Box::new(persist)).set("data-key", "persist");
        el("fieldset").add(with_text("legend", "", &said)).maybe(space).add(el("p").class("row").add(persist))
    }

    /// Keeps or removes the sessions of a group, one after the other, until the reader or a fault stops it. What is kept by then stays.
    fn start(self: Rc<Self>, at: usize, what: &'static str) {
        let this = self.clone();
        let stop = button("btn", self.t.cancel, Box::new(move |_| this.is_stopped.set(true))).set("data-key", &format!("act-{at}"));
        self.is_stopped.set(false);
        self.news.say("");
        self.place.renew(vec![self.meter.clone(), el("p").class("row").add(stop)]);
        self.go_on(at, what, 0);
    }

    fn go_on(self: Rc<Self>, at: usize, what: &'static str, done: usize) {
        let t = self.t;
        let Some(group) = self.groups.get(at) else { return };
        let Some((id, title)) = group.sessions.get(done).filter(|_| !self.is_stopped.get()) else { return self.show() };
        let _ = self.meter.clone().set("max", &group.sessions.len().to_string()).set("value", &done.to_string());
        let (url, title) = (archive_url(id), title.clone());
        let next = move |answer: Answer| {
            let Err(error) = answer else { return self.go_on(at, what, done + 1) };
            self.news.say(&match error.as_str() {
                "QuotaExceededError" => fill(t.keep_full, &[&title]),
                "NetworkError" => fill(t.keep_unreachable, &[&title]),
                _ => t.keep_impossible.to_owned(),
            });
            self.show();
        };
        ask(what, url, Box::new(next));
    }
}
