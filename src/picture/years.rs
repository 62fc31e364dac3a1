//! One line over the years: a point for each stage, and a line through what is known best of each year.

use super::{Anchor, Ink, Scene, Shape, fitted, pixels, width_of};
use crate::order::insert;

/// A figure of one year and stage.
pub struct Mark {
    /// The fiscal year.
    pub year: u16,
    /// The stage: its rank among the stages of a year, 0 the earliest (draft), 3 the last (final accounts).
    pub stage: usize,
    /// It is the execution of part of the year only, and not to be compared with whole years.
    pub is_part_of_year: bool,
    /// In ten-thousandths of a yuan.
    pub amount: i128,
    /// As written.
    pub figure: String,
    /// Year, stage and source in full.
    pub title: String,
}

const HEIGHT: i32 = 220;
const TOP: i32 = 34;

/// Years from left to right, amounts from zero up; the last stage of each year is written out.
pub fn years(width: i32, marks: &[Mark]) -> Scene {
    let mut scene = Scene { width, height: TOP + HEIGHT + 28, shapes: Vec::new() };
    let (Some(first), Some(last)) = (marks.iter().map(|m| m.year).min(), marks.iter().map(|m| m.year).max()) else { return scene };
    let most = marks.iter().map(|m| m.amount).max().unwrap_or(0).max(0);
    let lowest = marks.iter().map(|m| m.amount).min().unwrap_or(0).min(0);
    // Where all is zero the line is at the bottom, as zero is elsewhere.
    let (most, span) = if most == lowest { (1, 1) } else { (most, most.saturating_sub(lowest)) };
    let at_y = |amount: i128| TOP + pixels(most.saturating_sub(amount), span, HEIGHT);
    let edge = (width / 8).max(44).min(width / 2);
    let steps = i128::from(last - first);
    let at_x = |year: u16| if steps == 0 { width / 2 } else { edge + pixels(i128::from(year - first), steps, width - 2 * edge) };
    scene.line((0, at_y(0)), (width, at_y(0)), Ink::Rule);
    let mut before: Option<(i32, i32)> = None;
    let mut all: Vec<u16> = Vec::new();
    for mark in marks {
        insert(&mut all, mark.year);
    }
    for year in all {
        let x = at_x(year);
        scene.text(x, TOP + HEIGHT + 20, Anchor::Middle, Ink::Ink2, year.to_string());
        let of_year = || marks.iter().filter(|mark| mark.year == year);
        let Some(best) = of_year().max_by_key(|mark| (!mark.is_part_of_year, mark.stage)) else { continue };
        let here = (x, at_y(best.amount));
        if !best.is_part_of_year {
            if let Some(before) = before {
                scene.line(before, here, Ink::Data);
            }
            before = Some(here);
        }
        for mark in of_year() {
            scene.shapes.push(point((x, at_y(mark.amount)), mark));
        }
        let half = width_of(&best.figure) / 2;
        let x = x.clamp(half.min(width / 2), (width - half).max(width / 2));
        scene.text(x, here.1 - 12, Anchor::Middle, Ink::Ink, fitted(&best.figure, width));
    }
    scene
}

/// Each stage has a shape of its own: draft a hollow diamond, adjusted a triangle, execution a square, final accounts a full diamond.
fn point((x, y): (i32, i32), mark: &Mark) -> Shape {
    let (d, ink) = match mark.stage {
        _ if mark.is_part_of_year => (format!("M{} {}h12v12h-12ZM{} {}v8h8v-8Z", x - 6, y - 6, x - 4, y - 4), Ink::Data),
        0 => (format!("M{x} {}l7 7-7 7-7-7ZM{x} {}l-4 4 4 4 4-4Z", y - 7, y - 4), Ink::Ink2),
        1 => (format!("M{x} {}l7 12h-14Z", y - 7), Ink::Mark),
        2 => (format!("M{} {}h10v10h-10Z", x - 5, y - 5), Ink::Data),
        _ => (format!("M{x} {}l8 8-8 8-8-8Z", y - 8), Ink::Data),
    };
    Shape::Path { d, span: (y - 8, y + 8), ink, title: mark.title.clone() }
}
