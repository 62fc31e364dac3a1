//! `yishi draft`: a foreign file as a draft session, with what is to be asked of people.

use crate::print;
use anyhow::Context as _;
use std::io::{Read as _, Write as _};
use yishi::i18n::Lang;
use yishi::i18n::drafts::question;
use yishi::i18n::imports::{import_error, import_note};
use yishi::import::{budgets, open, tables};

/// As much of standard input as is read; what is longer is refused as too large.
const LIMIT_BYTES: u64 = (64 << 20) + 1;

/// Prints the session, and to standard error the questions and notes.
pub fn draft(lang: Lang, file: &str) -> anyhow::Result<u8> {
    let bytes = bytes(file).with_context(|| file.to_owned())?;
    let document = match open(&bytes) {
        Ok(document) => document,
        Err(error) => {
            std::io::stderr().write_all(format!("{file}: {}\n", import_error(lang, &error)).as_bytes())?;
            return Ok(1);
        }
    };
    let draft = budgets::draft(&document, tables::find(&document));
    let notes = document.notes.iter().map(|note| import_note(lang, &document, note));
    let told: String =
        notes.chain(draft.questions.iter().map(|asked| question(lang, asked))).map(|line| format!("{file}: {line}\n")).collect();
    std::io::stderr().write_all(told.as_bytes())?;
    print(&format!("{}\n", serde_json::to_string_pretty(&draft.session)?))?;
    Ok(0)
}

fn bytes(file: &str) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if file == "-" {
        std::io::stdin().take(LIMIT_BYTES).read_to_end(&mut bytes)?;
    } else {
        std::fs::File::open(file)?.take(LIMIT_BYTES).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}
