//! Reads the catalogue of an archive. Fields of later versions are let pass, for a page may be older than its archive.

use super::shards::Whole;
use super::{Body, Catalogue, Entry, EntryCounts};
use crate::json_path::short;
use crate::model::CATALOGUE_FORMAT;
use crate::read::{ReadError, ReadErrorKind as Kind, Reader, Says, at_byte, fits, is_newer, objects, says, text, well_formed};

/// Reads the catalogue of an archive.
pub fn read_catalogue(bytes: &[u8]) -> Result<Catalogue, ReadError> {
    fits(bytes.len() as u64)?;
    let json = text(bytes)?;
    well_formed(json)?;
    judge(json, says(json.as_bytes()))?;
    Reader::whole(json, None)
}

objects! {
    Catalogue { format, sessions; whole }
    Whole { sessions, bodies, places, years, counts; }
    Entry { id, title, assembly; term, meeting, dates, is_sample, summary, counts, subjects, bytes }
    Body { name; short_name, level, place }
    EntryCounts { ; agenda, speeches, reports, people, votes, resolutions, budgets, suggestions, projects, documents }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::text as written;
    use crate::model::{Dates, Level, Stated};

    #[test]
    fn every_field_is_read() {
        let entry = Entry {
            id: "x".into(),
            title: "t".into(),
            assembly: Body { name: "n".into(), short_name: Some("s".into()), level: Some(Level::City), place: Some("p".into()) },
            term: Some(1),
            meeting: Some(2),
            dates: Dates { start: Some("2024".into()), end: Stated::Value("2025".into()) },
            is_sample: true,
            summary: Some("m".into()),
            counts: EntryCounts {
                agenda: 1,
                speeches: 2,
                reports: 3,
                people: 4,
                votes: 5,
                resolutions: 6,
                budgets: 7,
                suggestions: 8,
                projects: 9,
                documents: 10,
            },
            subjects: Some(vec!["roads".to_owned(), "schools".to_owned()]),
            bytes: 11,
        };
        let catalogue = Catalogue { format: CATALOGUE_FORMAT.to_owned(), sessions: vec![entry], whole: None };
        assert_eq!(read_catalogue(written(&catalogue).as_bytes()), Ok(catalogue));
    }
}
