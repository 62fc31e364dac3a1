//! A picture as it is worked out, before it is shown.

use crate::i18n::{fill, labels};
use crate::model::Unit;
use crate::picture::Scene;
use crate::ui::pages::budget::ctx::BudgetCtx;

/// A picture ready to be shown, or why there is none.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Drawn {
    /// The picture; empty where there is nothing to draw.
    pub(super) scene: Scene,
    /// What is seen first, in a sentence; empty where no one thing is.
    pub(super) finding: String,
    /// How the picture is to be read, or why there is none.
    pub(super) about: String,
    /// Lines that the picture does not name, under headings of their own; the heading of the first may be told above them all.
    pub(super) lists: Vec<List>,
    /// The line that the picture has gone into; the way up stands above it.
    pub(super) branch: Option<usize>,
    /// The figures that stand below it.
    pub(super) points: Vec<PointRow>,
}

/// Lines beside a picture.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct List {
    /// What they are.
    pub(super) heading: String,
    /// Whether they wait for a press.
    pub(super) is_folded: bool,
    /// The lines.
    pub(super) lines: Vec<ListLine>,
}

/// A line beside a picture: its table and its place in it where it is one of a table, its name and its figure.
pub(super) type ListLine = (Option<(usize, usize)>, String, String);

/// A figure of the picture of the years, with the session that prints it and what it was recognised by.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct PointRow {
    pub(super) year: String,
    pub(super) stage: String,
    pub(super) amount: String,
    pub(super) is_negative: bool,
    pub(super) href: String,
    pub(super) session: String,
    pub(super) matched: String,
}

impl Drawn {
    /// A picture with how it is to be read.
    pub(super) fn new(scene: Scene, about: String) -> Self {
        Self { scene, about, ..Self::default() }
    }

    /// With what is seen first.
    pub(super) fn finding(self, finding: Option<String>) -> Self {
        Self { finding: finding.unwrap_or_default(), ..self }
    }

    /// Nothing to draw, and why.
    pub(super) fn nothing(why: &str) -> Self {
        Self::new(Scene::default(), why.to_owned())
    }
}

/// A sentence about the picture with the stage it is of, and the unit of its amounts.
pub(super) fn about(here: &BudgetCtx, template: &str, stage: crate::budget::Column, unit: Unit) -> String {
    let (t, lang) = (here.ctx.t, here.ctx.lang);
    format!("{} {}", fill(template, &[labels::column(lang, stage)]), fill(t.amounts_in, &[labels::unit(lang, unit)]))
}

/// Adds the lines that are left out because they are below zero.
pub(super) fn say_negative(here: &BudgetCtx, negative: &[String], said: &mut String) {
    if !negative.is_empty() {
        said.push(' ');
        said.push_str(&fill(here.ctx.t.flow_negative, &[&negative.join("、")]));
    }
}
