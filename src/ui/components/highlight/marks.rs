//! The marks in the text that is shown: set and taken away in the document itself, whoever made its elements.
//!
//! A text node may belong to a view that changes its text later, so none is taken out: it stands empty behind the pieces that are shown in
//! its place, and gets its text back when they go.

use crate::search::{Query, folded};
use crate::ui::web::dom::with_text;
use leptos::prelude::document;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

/// Elements that stand within a line: what is marked may reach over their ends.
const WITHIN: [&str; 4] = ["BDI", "WBR", "MARK", "A"];
/// Nothing is marked in these.
const NEVER: &str = "button, select, textarea, nav, svg, mark, .tools, .where, .imprint, [aria-hidden=true]";
/// A place where something was found; a mark that goes on after the end of an element is no new one.
const PLACES: &str = "main mark.found:not(.more)";

thread_local! {
    /// What is marked just now. A long text is built bit by bit, and each bit asks.
    static QUERY: RefCell<Option<Query>> = const { RefCell::new(None) };
    /// The text nodes that stand empty meanwhile.
    static REPLACED: RefCell<Vec<Replaced>> = const { RefCell::new(Vec::new()) };
}

/// A text node in whose place pieces are shown.
struct Replaced {
    node: Node,
    text: String,
    pieces: Vec<Node>,
}

/// From now on this is what is marked.
pub fn set(query: Query) {
    QUERY.set(Some(query));
}

/// Nothing is marked any longer; what is marked in what is still shown goes. Says whether anything was to be marked.
pub fn clear() -> bool {
    for Replaced { node, text, pieces } in REPLACED.take() {
        for piece in pieces {
            if let Some(parent) = piece.parent_node() {
                let _ = parent.remove_child(&piece);
            }
        }
        // Where it has text again its view has changed it.
        if node.node_value().is_none_or(|value| value.is_empty()) {
            node.set_node_value(Some(&text));
        }
    }
    QUERY.take().is_some()
}

/// The places that are marked, in the order of the page.
pub fn places() -> Vec<Element> {
    let Ok(found) = document().query_selector_all(PLACES) else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.get(at)?.dyn_into().ok()).collect()
}

/// Marks what was searched for in an element that is shown, if anything was.
pub fn mark(root: &Element) {
    QUERY.with_borrow(|query| {
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
            if !pieces.is_empty() {
                if done < end {
                    pieces.push(document().create_text_node(&text[done..end]).into());
                }
                replace(node, value, pieces);
            }
        }
    }
}

/// Shows pieces in the place of a text node.
fn replace(node: Node, text: String, pieces: Vec<Node>) {
    let Some(parent) = node.parent_node() else { return };
    for piece in &pieces {
        let _ = parent.insert_before(piece, Some(&node));
    }
    node.set_node_value(Some(""));
    REPLACED.with_borrow_mut(|all| all.push(Replaced { node, text, pieces }));
}
