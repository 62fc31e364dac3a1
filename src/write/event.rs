//! A session as an event of schema.org, for search engines: JSON-LD. What the file does not say is left out.

use super::html::language;
use crate::json::Object;
use crate::model::{Date, Session};

/// The event, safe inside a `<script>`: no `<` stands in it. `url` is the address of its page, where the site is known.
///
/// Nothing for a paper whose session its source does not name, and for what is made up: nobody may take either for a meeting that was held.
pub fn event(session: &Session, url: Option<&str>) -> Option<String> {
    if session.is_sample || (session.meeting.is_none() && session.sittings.is_empty()) {
        return None;
    }
    let mut event = Object::new();
    event.text("@context", "https://schema.org");
    event.text("@type", "Event");
    event.text("name", &session.title);
    event.some("description", session.summary.as_deref());
    event.text("inLanguage", language(&[session]).tag());
    let dates = session.days();
    event.some("startDate", possible(dates.start.as_ref()));
    event.some("endDate", possible(dates.last()));
    if let Some(venue) = session.venue.value() {
        let mut place = Object::new();
        place.text("@type", "Place");
        place.text("name", venue);
        place.some("address", session.assembly.place.as_deref());
        event.raw("location", &place.end());
    }
    let mut body = Object::new();
    body.text("@type", "GovernmentOrganization");
    body.text("name", &session.assembly.name);
    event.raw("organizer", &body.end());
    event.some("url", url);
    Some(event.end().replace('<', "\\u003c"))
}

/// A date that exists, as ISO 8601.
fn possible(date: Option<&Date>) -> Option<&str> {
    date.filter(|date| date.civil().is_some()).map(Date::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Dates, Stated};

    #[test]
    fn what_is_unknown_is_left_out_and_no_script_ends_early() {
        let session = Session {
            title: "会议</script><script>\"\\".into(),
            dates: Dates { start: Some("2024-07".into()), end: Stated::Value("2024-02-31".into()) },
            ..Session::default()
        };
        assert_eq!(event(&session, None), None, "no session is named");
        let session = Session { meeting: Some(1), ..session };
        let event = event(&session, None).unwrap_or_default();
        assert!(!event.contains('<'), "{event}");
        let value: serde_json::Value = serde_json::from_str(&event).unwrap_or_default();
        assert_eq!(value["name"], "会议</script><script>\"\\");
        assert_eq!((value["startDate"].as_str(), value.get("endDate")), (Some("2024-07"), None));
        assert_eq!((value.get("location"), value.get("url"), value.get("description")), (None, None, None));
    }
}
