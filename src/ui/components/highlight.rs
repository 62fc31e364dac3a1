//! What was searched for, marked in the text it was found in, and the way from one place to the next.

use crate::i18n::{Find, fill};
use crate::route::{Asked, Place, Route};
use crate::search::{Query, folded};
use crate::ui::actions::navigation;
use crate::ui::state::{App, Load};
use crate::ui::web::dom::{El, button, el, link, with_text};
use crate::ui::web::keys::is_for_others;
use crate::ui::web::marks::set_marker;
use crate::ui::web::task::effect;
use crate::ui::web::timing;
use leptos::ev;
use leptos::prelude::*;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

/// Elements that stand within a line: what is marked may reach over their ends.
const WITHIN: [&str; 4] = ["BDI", "WBR", "MARK", "A"];
/// Nothing is marked in these.
const NEVER: &str = "button, select, textarea, nav, svg, mark, .tools, .imprint, [aria-hidden=true]";
/// A place where something was found; a mark that goes on after the end of an element is no new one.
const PLACES: &str = "main mark.found:not(.more)";

thread_local! {
    /// What is marked just now. A long text is built bit by bit, and each bit asks.
    static MARKED: RefCell<Option<Query>> = const { RefCell::new(None) };
}

/// What the place says was searched for; tracks it.
fn find(app: App) -> Option<String> {
    match app.route.get() {
        Route::Session { find, .. } => find,
        _ => None,
    }
}

/// Marks what was searched for and shows where the reader is among it.
pub fn bar(app: App) -> El {
    set_marker(mark);
    let bar = el("div").class("found-bar").set("role", "region").set("hidden", "");
    let said = el("p").set("role", "status");
    let place = el("div").class("live");
    let shown = Found { app, bar: bar.clone(), said: said.clone(), place: place.clone() };
    let here = shown.clone();
    effect(move || {
        let find = find(app);
        let lang = app.lang.get();
        // A page that is in another part of the program may still be on its way.
        let is_there = matches!(app.session.get(), Load::Ready(_)) && app.parts_awaited.get() == 0;
        app.pinyin.track();
        let (here, is_new) = (here.clone(), find.is_some());
        here.forget();
        if !is_there || !is_new {
            let _ = here.bar.clone().set("hidden", "");
            return;
        }
        let text = find.unwrap_or_default();
        let query = match app.session.get_untracked() {
            Load::Ready(opened) => crate::ui::data::readings::meant(app, &opened, &text).0,
            _ => return,
        };
        MARKED.set(Some(query));
        let _ = here.bar.clone().set("aria-label", Find::of(lang).found_bar);
        // The page is built first.
        timing::after_paint(move || here.begin());
    });
    let keys = shown;
    window_event_listener(ev::keydown, move |event| {
        if keys.bar.element().has_attribute("hidden") || is_for_others(&event) {
            return;
        }
        match event.key().as_str() {
            "n" => keys.step(1),
            "N" => keys.step(-1),
            "Escape" => keys.close(),
            _ => return,
        }
        event.prevent_default();
    });
    bar.add(said).add(place)
}

#[derive(Clone)]
struct Found {
    app: App,
    bar: El,
    said: El,
    place: El,
}

impl Found {
    /// Marks the page; the place that the link names is the first.
    fn begin(&self) {
        let Some(text) = untrack(|| find(self.app)) else { return };
        let Ok(Some(main)) = document().query_selector("main") else { return };
        mark(&main);
        let app = self.app;
        let f = Find::of(app.lang.get_untracked());
        let at = match app.route.get_untracked() {
            Route::Session { at, .. } => at,
            _ => None,
        };
        let places = places();
        let first = at.and_then(|at| {
            let block = document().get_element_by_id(&format!("b-{at}"))?;
            places.iter().position(|place| block.contains(Some(place)))
        });
        let _ = self.bar.element().remove_attribute("hidden");
        self.place.renew(self.tools(f, &text));
        if let Some(current) = places.get(first.unwrap_or(0)) {
            let _ = current.class_list().add_1("current");
            navigation::reveal(app, current);
        }
        self.tell(&text);
    }

    fn tools(&self, f: &'static Find, text: &str) -> Vec<El> {
        let (next, previous, close, app) = (self.clone(), self.clone(), self.clone(), self.app);
        let back = match app.route.get_untracked() {
            Route::Session { door, .. } => Route::to(door, Place::Search(Box::new(Asked::new(text)))).href(),
            _ => return Vec::new(),
        };
        vec![
            button("btn", "↑", Box::new(move |_| previous.step(-1)))
                .set("aria-label", f.found_previous)
                .set("aria-keyshortcuts", "Shift+N")
                .set("title", f.found_previous),
            button("btn", "↓", Box::new(move |_| next.step(1)))
                .set("aria-label", f.found_next)
                .set("aria-keyshortcuts", "n")
                .set("title", f.found_next),
            link(&back, f.found_back).class("btn"),
            button("btn", "×", Box::new(move |_| close.close())).set("aria-label", f.found_close).set("title", f.found_close),
        ]
    }

    /// To the next or the previous place; after the last comes the first.
    fn step(&self, by: isize) {
        let places = places();
        let current = places.iter().position(|place| place.class_list().contains("current"));
        let next = match current {
            Some(current) => current.cast_signed().wrapping_add(by).rem_euclid(places.len().cast_signed().max(1)).cast_unsigned(),
            None => 0,
        };
        if let Some(current) = current.and_then(|current| places.get(current)) {
            let _ = current.class_list().remove_1("current");
        }
        if let Some(next) = places.get(next) {
            let _ = next.class_list().add_1("current");
            self.app.scrolled_to.set_value(None);
            navigation::reveal(self.app, next);
        }
        self.tell(&untrack(|| find(self.app)).unwrap_or_default());
    }

    fn tell(&self, text: &str) {
        let f = Find::of(self.app.lang.get_untracked());
        let places = places();
        let current = places.iter().position(|place| place.class_list().contains("current"));
        let count = places.len().to_string();
        self.said.say(&match current {
            Some(current) => fill(f.found_at, &[text, &(current + 1).to_string(), &count]),
            None if places.is_empty() => fill(f.found_gone, &[text]),
            None => fill(f.found_count, &[text, &count]),
        });
    }

    /// Takes the marks away; the place stays.
    fn close(&self) {
        if let Route::Session { door, place, at, .. } = self.app.route.get_untracked() {
            navigation::replace(self.app, Route::Session { door, place, at, find: None });
        }
    }

    /// Takes the marks out of what is still shown.
    fn forget(&self) {
        if MARKED.take().is_none() {
            return;
        }
        for mark in elements("main mark.found") {
            let parent = mark.parent_node();
            let text = document().create_text_node(&mark.text_content().unwrap_or_default());
            let _ = mark.replace_with_with_node_1(&text);
            if let Some(parent) = parent {
                parent.normalize();
            }
        }
        self.said.say("");
    }
}

fn places() -> Vec<Element> {
    elements(PLACES)
}

fn elements(which: &str) -> Vec<Element> {
    let Ok(found) = document().query_selector_all(which) else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.get(at)?.dyn_into().ok()).collect()
}

/// Marks what was searched for in an element that is shown, if anything was.
fn mark(root: &Element) {
    MARKED.with_borrow(|query| {
        if let Some(query) = query {
            let mut run = Run { query, nodes: Vec::new(), text: String::new() };
            run.walk(root);
            run.end();
        }
    });
}

/// Text that stands together, in its nodes.
struct Run<'q> {
    query: &'q Query,
    nodes: Vec<(Node, usize)>,
    text: String,
}

impl Run<'_> {
    fn walk(&mut self, element: &Element) {
        let children = element.child_nodes();
        let children: Vec<Node> = (0..children.length()).filter_map(|at| children.get(at)).collect();
        for child in children {
            match child.dyn_ref::<Element>() {
                Some(child) if child.matches(NEVER).unwrap_or(true) => self.end(),
                Some(child) if WITHIN.contains(&child.tag_name().as_str()) || child.class_name() == "term" => self.walk(child),
                Some(child) => {
                    self.end();
                    self.walk(child);
                    self.end();
                }
                None if child.node_type() == Node::TEXT_NODE => {
                    self.nodes.push((child.clone(), self.text.len()));
                    self.text.push_str(&child.node_value().unwrap_or_default());
                }
                None => {}
            }
        }
    }

    /// Marks the text that was gathered.
    fn end(&mut self) {
        let text = std::mem::take(&mut self.text);
        let nodes = std::mem::take(&mut self.nodes);
        if text.trim().is_empty() {
            return;
        }
        let marks = folded(&text).marks(self.query.needles());
        if marks.is_empty() {
            return;
        }
        let mut begun = 0;
        for (node, start) in nodes {
            let value = node.node_value().unwrap_or_default();
            let end = start + value.len();
            let mut pieces: Vec<Node> = Vec::new();
            let mut done = start;
            for (from, to) in marks.iter().map(|(from, to)| (*from.max(&start), *to.min(&end))).filter(|(from, to)| from < to) {
                if done < from {
                    pieces.push(document().create_text_node(&text[done..from]).into());
                }
                // What began in an element before goes on here.
                let is_more = marks.iter().position(|(mark, until)| *mark <= from && from < *until).is_some_and(|at| at < begun);
                let piece = with_text("mark", if is_more { "found more" } else { "found" }, &text[from..to]);
                begun = marks.iter().filter(|(mark, _)| *mark < to).count();
                pieces.push(piece.element().clone().into());
                done = to;
            }
            if pieces.is_empty() {
                continue;
            }
            if done < end {
                pieces.push(document().create_text_node(&text[done..end]).into());
            }
            let parent = node.parent_node();
            for piece in pieces {
                if let Some(parent) = &parent {
                    let _ = parent.insert_before(&piece, Some(&node));
                }
            }
            if let Some(parent) = parent {
                let _ = parent.remove_child(&node);
            }
        }
    }
}
