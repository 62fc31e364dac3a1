//! The JSON Schema of the session file, from the types. Host only.

/// The schema (draft 2020-12) as text with a line break at the end.
pub fn schema() -> String {
    let mut schema = schemars::schema_for!(crate::model::Session);
    schema.insert("title".to_owned(), crate::model::FORMAT.into());
    format!("{schema:#}\n", schema = schema.as_value())
}
