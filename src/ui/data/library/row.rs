//! What is listed of a session that is kept: as the database holds it, and as the page shows it.

use crate::model::Date;
use crate::route::SessionSource;
use crate::ui::state::{LoadedSession, Origin};
use js_sys::{Object, Reflect};
use std::rc::Rc;
use wasm_bindgen::JsValue;

const REMOTE: &str = "remote";
const LOCAL: &str = "local";
const LINK: &str = "link";

/// What is listed of a session, by name.
const FIELDS: [&str; 9] = ["key", "title", "assembly", "start", "end", "kind", "name", "opened_at", "size"];

/// One session that is kept: what is listed of it, as text.
#[derive(Debug, Default)]
pub struct Row {
    /// The session's id, or the address on another host: what its link says.
    pub key: String,
    /// Its title.
    pub title: String,
    /// The name of the assembly.
    pub assembly: String,
    /// The first day.
    pub start: String,
    /// The last day.
    pub end: String,
    /// The kind of its origin.
    kind: String,
    /// The name of its origin: the file, or the host.
    pub name: String,
    /// When it was opened last, as ISO 8601.
    pub opened_at: String,
    /// Bytes of the file.
    pub size: String,
}

impl Row {
    /// What is listed of a session; nothing of one of the archive, which needs no keeping.
    pub(super) fn listed(key: &str, opened: &LoadedSession) -> Option<JsValue> {
        let (kind, name) = match &opened.origin {
            Origin::Archive => return None,
            Origin::Remote(host) => (REMOTE, host.as_str()),
            Origin::Local(name) => (LOCAL, name.as_str()),
            Origin::Pasted => ("pasted", ""),
            // The link's own payload is the file once more.
            Origin::Link(_) => (LINK, ""),
        };
        let session = &opened.session;
        let day = |date: Option<&Date>| JsValue::from_str(date.map_or("", Date::as_str));
        let fields = [
            key.into(),
            session.title.as_str().into(),
            session.assembly.name.as_str().into(),
            day(session.dates.start.as_ref()),
            day(session.dates.end.value()),
            kind.into(),
            name.into(),
            js_sys::Date::new_0().to_iso_string().into(),
            opened.bytes.len().to_string().into(),
        ];
        let row = Object::new();
        for (name, value) in FIELDS.iter().zip(&fields) {
            let _ = Reflect::set(&row, &(*name).into(), value);
        }
        Some(row.into())
    }

    pub(super) fn read(listed: &JsValue) -> Rc<Self> {
        let [key, title, assembly, start, end, kind, name, opened_at, size] =
            FIELDS.map(|name| Reflect::get(listed, &name.into()).ok().and_then(|field| field.as_string()).unwrap_or_default());
        Rc::new(Self { key, title, assembly, start, end, kind, name, opened_at, size })
    }

    /// The same under another key.
    pub(super) fn under(listed: &JsValue, key: &str) -> JsValue {
        let _ = Reflect::set(listed, &"key".into(), &key.into());
        listed.clone()
    }

    /// Where it came from.
    pub fn origin(&self) -> Origin {
        match self.kind.as_str() {
            REMOTE => Origin::Remote(self.name.clone()),
            LOCAL => Origin::Local(self.name.clone()),
            LINK => Origin::Link(String::new()),
            _ => Origin::Pasted,
        }
    }

    /// The source that leads to it.
    pub fn source(&self) -> SessionSource {
        if self.kind == REMOTE { SessionSource::Remote(self.key.clone()) } else { SessionSource::Id(self.key.as_str().into()) }
    }
}
