//! PDF: the characters with their places, and the paragraphs and tables that their places make.

mod codes;
mod forms;
mod layout;
mod prose;
mod ruled;
mod rules;
mod size;

use std::cell::OnceCell;
use std::collections::HashMap;
use std::sync::Arc;

use hayro_interpret::font::{Glyph, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro_interpret::kurbo::{BezPath, Point, Rect};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache, InterpreterSettings, SoftMask,
    TransformExt as _, interpret_page,
};

use crate::import::document::{At, Block, Document, Grid, Note, Section};
use crate::import::{ImportError, Kind, Tool};
use codes::Codes;
use layout::Piece;
use rules::Rules;

/// Bytes of a file; reports with tables take less than a tenth.
const LIMIT_BYTES: usize = 100 << 20;
/// Characters of a page; a full one has about 2000.
const LIMIT_CHARACTERS: usize = 50_000;
/// Characters of all pages; the longest reports have some hundred thousand.
const LIMIT_ALL_CHARACTERS: usize = 1_000_000;
/// Bytes that one sign stands for: a ligature is of four letters, a word that is drawn as one has ten characters.
const LIMIT_SIGN: usize = 64;
/// Bytes of its streams but for pictures, unpacked; reports have some ten million, most of them fonts.
const LIMIT_UNPACKED: u64 = 128 << 20;
/// Pages of a file.
const LIMIT_PAGES: usize = 2000;

/// Reads a PDF: a section a page, with paragraphs and tables from top to bottom.
pub fn read(bytes: &[u8]) -> Result<Document, ImportError> {
    if bytes.is_empty() {
        return Err(ImportError::Empty);
    }
    if bytes.len() > LIMIT_BYTES {
        return Err(ImportError::TooLarge { limit_bytes: LIMIT_BYTES as u64 });
    }
    let pdf = Pdf::new(Arc::new(bytes.to_vec())).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => ImportError::Password(Tool::Document),
        other => ImportError::Broken { part: "PDF".to_owned(), detail: format!("{other:?}") },
    })?;
    if size::exceeds(&pdf, LIMIT_UNPACKED) {
        return Err(ImportError::TooLarge { limit_bytes: LIMIT_UNPACKED });
    }
    if forms::are_endless(&pdf) {
        return Err(ImportError::Broken { part: "PDF".to_owned(), detail: "forms draw forms without end".to_owned() });
    }
    let cache = InterpreterCache::new();
    let codes = OnceCell::new();
    let mut pages = Vec::new();
    let mut pictures = Vec::new();
    let mut left = LIMIT_ALL_CHARACTERS;
    for (page, number) in pdf.pages().iter().take(LIMIT_PAGES).zip(1_u32..) {
        let start = page.initial_transform(true).to_kurbo();
        let (width, height) = page.render_dimensions();
        let bounds = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let mut context = Context::new(start, bounds, &cache, pdf.xref(), InterpreterSettings::default());
        let mut text = Text { codes: Some((&pdf, &codes)), ..Text::default() };
        interpret_page(page, &mut context, &mut text);
        if text.pieces.is_empty() && text.has_picture {
            pictures.push(number);
        }
        left = left.saturating_sub(text.pieces.len());
        pages.push((page_of(text), f64::from(height)));
        if left == 0 {
            break;
        }
    }
    let cut = pdf.pages().get(pages.len()).map(|_| Note::Cut { first: At { section: pages.len(), block: 0, row: 0, column: 0 } });
    if pages.iter().all(|(page, _)| page.lines.is_empty() && page.tables.is_empty()) {
        // The library mends what it can of a file that was cut; pages of nothing at all are what is left.
        return Err(if pictures.is_empty() {
            ImportError::Broken { part: "PDF".to_owned(), detail: "no page holds anything".to_owned() }
        } else {
            ImportError::PicturesOnly
        });
    }
    drop_repeated(&mut pages);
    let mut sections: Vec<Section> = pages
        .into_iter()
        .zip(1_u32..)
        .map(|((page, _), number)| Section { page: Some(number), blocks: page.blocks(), ..Section::default() })
        .collect();
    prose::join(&mut sections);
    let mut notes = if pictures.is_empty() { Vec::new() } else { vec![Note::PicturePages { pages: pictures }] };
    notes.extend(cut);
    Ok(Document { kind: Kind::Pdf, sections, notes })
}

/// A page in parts.
struct Page {
    /// What stands outside of tables with rules.
    lines: Vec<layout::Line>,
    /// Tables with rules, and where each begins.
    tables: Vec<(f64, Grid)>,
}

impl Page {
    fn blocks(self) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut rest = self.lines;
        for (top, grid) in self.tables {
            let below = rest.split_off(rest.partition_point(|line| line.y() < top));
            blocks.append(&mut layout::blocks(std::mem::replace(&mut rest, below)));
            blocks.push(Block::Grid(grid));
        }
        blocks.append(&mut layout::blocks(rest));
        blocks
    }
}

fn page_of(text: Text<'_>) -> Page {
    let mut rest = text.pieces;
    let mut tables = Vec::new();
    for frame in text.rules.frames() {
        let (inside, outside): (Vec<Piece>, Vec<Piece>) = rest.into_iter().partition(|piece| ruled::holds(&frame, piece));
        rest = outside;
        match ruled::grid(&frame, inside.clone()) {
            Some(grid) => tables.push((frame.bounds.y0, grid)),
            None => rest.extend(inside),
        }
    }
    Page { lines: layout::lines(rest, &text.rules.upright), tables }
}

/// Leaves out what stands at the top or the bottom of most pages, and page numbers: lines that are alike but for their digits.
fn drop_repeated(pages: &mut [(Page, f64)]) {
    let is_edge = |line: &layout::Line, height: f64| line.y() < height * 0.09 || line.y() > height * 0.91;
    let mut counts: HashMap<String, usize> = HashMap::new();
    for (page, height) in pages.iter() {
        for line in page.lines.iter().filter(|line| is_edge(line, *height)) {
            *counts.entry(line.shape()).or_default() += 1;
        }
    }
    let least = (pages.len() / 3).max(2);
    for (page, height) in pages {
        let ends = [page.lines.first().map(layout::Line::y), page.lines.last().map(layout::Line::y)];
        page.lines.retain(|line| {
            let shape = line.shape();
            let is_number = shape.chars().all(|character| "0-—–－·第页".contains(character)) && line.pieces.len() <= 1;
            let is_end = is_edge(line, *height) || (is_number && ends.contains(&Some(line.y())));
            !(is_end && (is_number || counts.get(&shape).is_some_and(|count| *count >= least)))
        });
    }
}

/// What a page shows, as far as it is read.
#[derive(Default)]
struct Text<'a> {
    /// The file, and what the codes of its fonts mean that have no map, once that is asked.
    codes: Option<(&'a Pdf, &'a OnceCell<Codes>)>,
    pieces: Vec<Piece>,
    rules: Rules,
    has_picture: bool,
}

impl Text<'_> {
    /// The text of a character that its font tells nothing about.
    fn decoded(&self, glyph: &Glyph<'_>) -> Option<BfString> {
        let (Glyph::Outline(outline), Some((pdf, codes))) = (glyph, self.codes) else { return None };
        let name = outline.font_data()?.postscript_name?;
        codes.get_or_init(|| Codes::of(pdf)).text(&name, outline.char_code())
    }
}

impl Device<'_> for Text<'_> {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, '_>, props: DrawProps<'_>, _: &DrawMode) {
        for glyph in run.glyphs() {
            let text = match glyph.as_unicode().or_else(|| self.decoded(glyph)) {
                Some(BfString::Char(character)) => character.to_string(),
                Some(BfString::String(text)) => text,
                None => continue,
            };
            // Private and replacement characters are what a broken map gives, and long texts for one sign.
            let is_broken = |c: char| c.is_control() || c == '\u{fffd}' || ('\u{e000}'..='\u{f8ff}').contains(&c);
            if text.chars().any(is_broken) || text.len() > LIMIT_SIGN || self.pieces.len() >= LIMIT_CHARACTERS {
                continue;
            }
            let transform = props.transform * glyph.transform();
            let origin = transform * Point::ZERO;
            let mut size = (transform * Point::new(0.0, 1.0) - origin).hypot();
            let mut em = (transform * Point::new(1.0, 0.0) - origin).hypot();
            // Outlines stand in thousandths of the size.
            if size < 0.5 {
                size *= 1000.0;
                em *= 1000.0;
            }
            let advance = match &**glyph {
                Glyph::Outline(outline) => outline.advance_width().map_or(1.0, |width| f64::from(width) / 1000.0),
                Glyph::Type3(_) => 0.5,
            };
            if [origin.x, origin.y, size, em, advance].iter().all(|value| value.is_finite()) && !text.trim().is_empty() {
                self.pieces.push(Piece { left: origin.x, right: origin.x + em * advance, y: origin.y, size, text });
            }
        }
    }
    fn draw_image(&mut self, _: Image<'_, '_>, _: ImageDrawProps<'_>) {
        self.has_picture = true;
    }
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'_>, mode: &DrawMode) {
        self.rules.add(path, props.transform, matches!(mode, DrawMode::Stroke(_) | DrawMode::FillAndStroke(..)));
    }
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}

#[cfg(test)]
mod tests;
