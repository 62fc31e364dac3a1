//! The shape of the session file: which fields an object has, and which of them hold lists or objects.
//!
//! serde alone would skip a misspelled field in silence and take `["2024-07-18"]` for `{"start": "2024-07-18"}`. One table walked once
//! is smaller and faster in the browser than a second set of generated visitors. A test holds it against the types.

/// What may stand in a place.
#[derive(Clone, Copy)]
pub(crate) enum Shape {
    /// A string, number, boolean or `null`.
    Simple,
    /// An object with these fields.
    Object(&'static [Field]),
    /// A list of these.
    List(&'static Shape),
}

/// The name of a field and what may stand in it.
pub(crate) type Field = (&'static str, Shape);

macro_rules! objects {
    ($($name:ident: $($simple:ident)* $(, $field:ident $shape:tt)*;)+) => {$(
        const $name: &[Field] = &[$((stringify!($simple), Shape::Simple),)* $((stringify!($field), objects!(@ $shape)),)*];
    )+};
    (@ []) => { Shape::List(&Shape::Simple) };
    (@ [$name:ident]) => { Shape::List(&Shape::Object($name)) };
    (@ {$name:ident}) => { Shape::Object($name) };
}

/// The whole file.
pub(super) const FILE: Shape = Shape::Object(SESSION);

objects! {
    SESSION: format id title language is_sample status as_of license summary term meeting venue kind,
        sources [SOURCE], corrections [CORRECTION], assembly {ASSEMBLY}, dates {DATES}, attendance {ATTENDANCE}, sittings [SITTING],
        people [PERSON], agenda [AGENDA_ITEM], speeches [SPEECH], votes [VOTE], resolutions [RESOLUTION], budgets [BUDGET],
        suggestions [SUGGESTION], projects [PROJECT], documents [DOCUMENT], glossary [TERM], declared {DECLARED};
    SOURCE: id title publisher url date;
    CORRECTION: date target note;
    ASSEMBLY: name short_name level division_code place population;
    DATES: start end;
    ATTENDANCE: seats expected present on_leave observers quorum_met;
    SITTING: id kind ordinal name date start end, chairs [], attendance {ATTENDANCE};
    PERSON: id name sort_name, posts [POST];
    POST: title organization from to;
    TERM: term definition;
    DECLARED: agenda reports resolutions suggestions projects;

    AGENDA_ITEM: id sitting parent number title kind action on_behalf_of state result note,
        presenters [], votes [], resolutions [], speeches [], budgets [], documents [];
    SPEECH: id agenda sitting kind title speaker attribution post on_behalf_of date text_status, blocks [BLOCK];
    BLOCK: id kind level text, items [];
    VOTE: id motion method eligible result note, ballots {BALLOTS}, counts {COUNTS}, candidates [CANDIDATE];
    BALLOTS: issued returned valid invalid;
    COUNTS: yes no abstain not_voting;
    CANDIDATE: person project post yes elected;
    RESOLUTION: id number title kind date vote text_status, blocks [BLOCK];
    DOCUMENT: id title kind url date sha256;

    BUDGET: id title fiscal_year stage unit, period {PERIOD}, tables [TABLE];
    PERIOD: from to;
    TABLE: id title book direction scope unit, lines [LINE];
    LINE: id code name parent role unit note, amounts {AMOUNTS}, printed {PRINTED};
    AMOUNTS: prior_final initial adjusted executed final next;
    PRINTED: completion_percent yoy_percent yoy_kind;

    SUGGESTION: id number kind title category text lead unit submitted due replied reply outcome satisfaction status,
        cosigners [], co_units [], timeline [HAPPENING];
    HAPPENING: date event note;
    PROJECT: id number title content investment investment_unit unit due status progress_percent,
        responsible [], selection {SELECTION}, milestones [MILESTONE];
    SELECTION: method votes rank selected;
    MILESTONE: date percent note;
}

#[cfg(all(test, feature = "cli"))]
mod tests {
    use super::*;
    use serde_json::Value;

    #[test]
    fn the_table_is_that_of_the_types() {
        let schema = schemars::schema_for!(crate::model::Session).to_value();
        let mut problems = Vec::new();
        compare(&schema, &schema, FILE, "$", &mut problems);
        assert_eq!(problems, Vec::<String>::new());
    }

    fn compare(root: &Value, schema: &Value, shape: Shape, path: &str, problems: &mut Vec<String>) {
        let schema = resolved(root, schema);
        match (schema.get("properties").and_then(Value::as_object), schema.get("items"), shape) {
            (Some(properties), _, Shape::Object(fields)) => {
                for (name, _) in fields.iter().filter(|(name, _)| !properties.contains_key(*name)) {
                    problems.push(format!("{path}.{name} is in the table only"));
                }
                for (name, property) in properties {
                    match fields.iter().find(|(field, _)| field == name) {
                        Some((_, shape)) => compare(root, property, *shape, &format!("{path}.{name}"), problems),
                        None => problems.push(format!("{path}.{name} is not in the table")),
                    }
                }
            }
            (None, Some(items), Shape::List(inner)) => compare(root, items, *inner, &format!("{path}[]"), problems),
            (None, None, Shape::Simple) => {}
            _ => problems.push(format!("{path} has another shape")),
        }
    }

    /// Follows `$ref` and takes the part of an `anyOf` that is not `null`.
    fn resolved<'a>(root: &'a Value, schema: &'a Value) -> &'a Value {
        let inner = schema.get("anyOf").and_then(|parts| parts.get(0)).unwrap_or(schema);
        match inner.get("$ref").and_then(Value::as_str) {
            Some(reference) => root.pointer(reference.trim_start_matches('#')).map_or(inner, |target| resolved(root, target)),
            None => inner,
        }
    }
}
