//! What is being edited, kept in the database of this browser beside the reader's sessions, one for each session.
//!
//! It is kept with a number that grows each time. Who keeps says which number is the last that they know of: another tab's work is never written over unasked.

use crate::ui::web::database;
pub use crate::ui::web::database::Trouble;

/// What was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptEdit {
    /// How often it was kept.
    pub number: u64,
    /// What [`crate::edit::Editor::save`] gave.
    pub text: String,
}

/// What became of an attempt to keep something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Attempt {
    /// It is kept, under this number.
    Kept(u64),
    /// Somebody else has kept something meanwhile, under this number.
    Other(u64),
}

/// What is kept of the editing of a session.
pub async fn load(session: &str) -> Result<Option<KeptEdit>, Trouble> {
    let bytes = database::find(&key(session)).await?.map(|(_, bytes)| bytes);
    Ok(bytes.and_then(|bytes| {
        let text = String::from_utf8(bytes).ok()?;
        let (number, text) = text.split_once('\n')?;
        Some(KeptEdit { number: number.parse().ok()?, text: text.to_owned() })
    }))
}

/// Keeps the editing of a session, if the last that was kept is number `known`.
pub async fn keep(session: &str, known: u64, text: &str) -> Result<Attempt, Trouble> {
    let last = load(session).await?.map_or(0, |kept| kept.number);
    if last > known {
        return Ok(Attempt::Other(last));
    }
    let number = known + 1;
    database::put_file(&key(session), format!("{number}\n{text}").into_bytes()).await?;
    Ok(Attempt::Kept(number))
}

/// Lets go of the editing of a session.
pub async fn forget(session: &str) {
    let _ = database::remove(Some(&key(session))).await;
}

/// No session has an id with a space.
fn key(session: &str) -> String {
    format!("edit {session}")
}
