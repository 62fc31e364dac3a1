//! JSON, written as it is needed: objects of text, and what is ready.

/// A JSON string.
pub(crate) fn quoted(text: &str) -> String {
    // Text always can be written.
    serde_json::to_string(text).unwrap_or_default()
}

/// An object under construction. Members without a value are left out.
pub(crate) struct Object(String);

impl Object {
    pub(crate) const fn new() -> Self {
        Self(String::new())
    }

    /// A member that is text.
    #[inline(never)]
    pub(crate) fn some(&mut self, name: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.raw(name, &quoted(value));
        }
    }

    /// A member that is text, always there.
    #[inline(never)]
    pub(crate) fn text(&mut self, name: &str, value: &str) {
        self.raw(name, &quoted(value));
    }

    /// A member that is JSON already.
    #[inline(never)]
    pub(crate) fn raw(&mut self, name: &str, json: &str) {
        for part in [if self.0.is_empty() { "{\"" } else { ",\"" }, name, "\":", json] {
            self.0.push_str(part);
        }
    }

    /// The object as JSON.
    pub(crate) fn end(mut self) -> String {
        self.0.push_str(if self.0.is_empty() { "{}" } else { "}" });
        self.0
    }
}

/// A list of what is JSON already, each on a line of its own.
pub(crate) fn list(items: &[String]) -> String {
    format!("[\n{}\n]", items.join(",\n"))
}
