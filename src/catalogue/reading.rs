//! Reads the catalogue of an archive. Fields of later versions are let pass, for a page may be older than its archive.

use super::shards::Whole;
use super::{Body, Catalogue, Entry, EntryCounts, Told};
use crate::json_path::short;
use crate::model::CATALOGUE_FORMAT;
use crate::read::{ReadError, ReadErrorKind as Kind, Reader, Says, at_byte, fits, is_newer, objects, says, text, well_formed};

/// Reads the catalogue of an archive.
pub fn read_catalogue(bytes: &[u8]) -> Result<Catalogue, ReadError> {
    fits(bytes.len() as u64)?;
    let json = text(bytes)?;
    well_formed(json)?;
    judge(json, says(json.as_bytes()))?;
    Reader::whole(json, None, &|_: &Catalogue, _| ())
}

objects! {
    Catalogue { format, sessions; whole, names }
    Whole { sessions, bodies, places, years, counts; }
    Entry { id, title, assembly; term, meeting, dates, is_sample, summary, counts, subjects, told, decided, audited, bytes }
    Body { name; short_name, level, place }
    EntryCounts { ; agenda, speeches, reports, people, votes, resolutions, budgets, suggestions, projects, documents }
    Told { ; texts, verbatim, refused, stood, selected, carried, done, late, received, replied, overdue, differing }
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
            told: Told {
                texts: 21,
                verbatim: 22,
                refused: 24,
                stood: 25,
                selected: 26,
                carried: 27,
                done: 28,
                late: 29,
                received: 30,
                replied: 31,
                overdue: 32,
                differing: 33,
            },
            decided: Some("d".into()),
            audited: Some("b".into()),
            bytes: 11,
        };
        let catalogue = Catalogue { format: CATALOGUE_FORMAT.to_owned(), sessions: vec![entry], ..Catalogue::default() };
        assert_eq!(read_catalogue(written(&catalogue).as_bytes()), Ok(catalogue));
    }

    #[test]
    fn a_catalogue_of_before_is_read() {
        let json =
            r#"{"format":"yishi-catalogue/1","sessions":[{"id":"x","title":"t","assembly":{"name":"n"},"counts":{"agenda":2},"bytes":3}]}"#;
        let catalogue = read_catalogue(json.as_bytes()).map(|catalogue| catalogue.sessions).unwrap_or_default();
        let told: Vec<_> = catalogue.iter().map(|entry| (entry.counts.agenda, entry.told, entry.decided.clone())).collect();
        assert_eq!(told, [(2, Told::default(), None)]);
    }
}
