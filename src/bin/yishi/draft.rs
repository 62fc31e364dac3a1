//! A draft session of a file that an office has.

use crate::workbook::of_workbook;
use crate::{bytes, print_json};
use anyhow::Context as _;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use yishi::i18n::imports::{import_error, import_note};
use yishi::i18n::{Drafts, Lang, drafts, findings};
use yishi::import::draft::{draft as drafted, provenance::Record, text};
use yishi::import::open;
use yishi::workbook::is_ours;

/// Prints the draft, and on standard error what is to be known and asked of it.
pub fn draft(lang: Lang, file: &str, provenance: Option<&Path>) -> anyhow::Result<u8> {
    let told = match bytes(file).with_context(|| file.to_owned())? {
        Err(error) => Err(findings::read_error(lang, &error)),
        Ok(bytes) => open(&bytes).map_err(|error| import_error(lang, &error)),
    };
    let document = match told {
        Ok(document) => document,
        Err(sentence) => {
            writeln!(std::io::stderr(), "{file}: {sentence}")?;
            return Ok(1);
        }
    };
    // A workbook of ours says all that there is to say.
    if is_ours(&document) {
        let Some(session) = of_workbook(lang, file, &document)? else { return Ok(1) };
        // Each value has a cell of its own, and nothing was concluded.
        keep(provenance, &Record { text: "", provenance: &[] })?;
        print_json(&session)?;
        return Ok(0);
    }
    let draft = drafted(&document, Drafts::of(lang).draft_unknown);
    if provenance.is_some() {
        let text = text(&document);
        keep(provenance, &Record { text: &text, provenance: &draft.sources.told(&document, &text) })?;
    }
    let mut said = String::new();
    for sentence in document.notes.iter().map(|note| import_note(lang, &document, note)) {
        writeln!(said, "{file}: {sentence}")?;
    }
    for question in &draft.questions {
        writeln!(said, "{file}: {}", drafts::question(lang, question))?;
    }
    std::io::stderr().write_all(said.as_bytes())?;
    print_json(&draft.session)?;
    Ok(0)
}

/// Writes where the values came from, if that is asked for.
fn keep(path: Option<&Path>, record: &Record<'_>) -> anyhow::Result<()> {
    let Some(path) = path else { return Ok(()) };
    std::fs::write(path, serde_json::to_string_pretty(record)? + "\n").with_context(|| path.display().to_string())
}
