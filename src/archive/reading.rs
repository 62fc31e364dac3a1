//! Reads the catalogue of an archive. Fields of later versions are let pass, for a page may be older than its archive.

use super::Catalogue;
use crate::check::short;
use crate::model::CATALOGUE_FORMAT;
use crate::read::{ReadError, ReadErrorKind as Kind, Says, at_byte, explain, fits, is_newer, says, text};

/// Reads the catalogue of an archive.
pub fn read_catalogue(bytes: &[u8]) -> Result<Catalogue, ReadError> {
    fits(bytes.len() as u64)?;
    let json = text(bytes)?;
    let catalogue: Catalogue = serde_json::from_str(json).map_err(|error| explain(json, &error, None, judge))?;
    judge(json, says(json.as_bytes()))?;
    Ok(catalogue)
}

fn judge(json: &str, says: Says) -> Result<(), ReadError> {
    let Says::Format(says, start) = says else { return Err(at_byte(json, 0, "$", Kind::NotACatalogue { says: None })) };
    let kind = match says.as_str() {
        CATALOGUE_FORMAT => return Ok(()),
        _ if says.starts_with("yishi-session/") => Kind::SessionInstead,
        _ if is_newer(&says, CATALOGUE_FORMAT) => Kind::Newer { says: short(&says) },
        _ => Kind::NotACatalogue { says: Some(short(&says)) },
    };
    Err(at_byte(json, start, "$.format", kind))
}
