//! What an edited session is worth: the session, and what is wrong with it.

use super::Json;
use super::pointer::of_path;
use crate::check::Finding;
use crate::model::Session;
use crate::read::{ReadError, read};

/// What reading an edited session says.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked {
    /// The session; `None` where it would not open as it is.
    pub session: Option<Session>,
    /// What is inconsistent, each with the pointer of its field.
    pub findings: Vec<(String, Finding)>,
    /// Why it would not open.
    pub error: Option<ReadError>,
}

/// Reads an edited session as any file is read: the same checks, the same audit.
pub fn check(document: &Json) -> Checked {
    match read(document.write().as_bytes()) {
        Ok(reading) => {
            let findings = reading.findings.into_iter().map(|finding| (of_path(&finding.path), finding)).collect();
            Checked { session: Some(reading.session), findings, error: None }
        }
        Err(error) => Checked { session: None, findings: Vec::new(), error: Some(error) },
    }
}

/// The file of an edited session, its fields in the order of the format; `None` where it would not open.
pub fn file(document: &Json) -> Option<Vec<u8>> {
    let session = check(document).session?;
    let mut bytes = serde_json::to_vec_pretty(&session).ok()?;
    bytes.push(b'\n');
    Some(bytes)
}
