//! Forms that draw forms: a few that draw each other, or themselves, are as many as the library goes deep, and double with each step.

use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::content::TypedIter;
use hayro_interpret::hayro_syntax::content::ops::TypedInstruction;
use hayro_interpret::hayro_syntax::object::{Dict, Name, Object, ObjectIdentifier, Stream};
use std::collections::HashMap;

/// How many forms the pages draw at most, those that forms draw counted as often; a page of a report draws some ten.
const MOST: u64 = 50_000;
/// How deep the library goes.
const DEPTH: usize = 50;

/// Whether the pages draw forms without end.
pub fn are_endless(pdf: &Pdf) -> bool {
    let drawn: HashMap<ObjectIdentifier, Vec<ObjectIdentifier>> =
        pdf.objects().into_iter().filter_map(Object::into_stream).filter_map(|stream| form(&stream)).collect();
    if drawn.is_empty() {
        return false;
    }
    let mut counts: HashMap<ObjectIdentifier, u64> = HashMap::new();
    let count = |counts: &HashMap<_, u64>, form: ObjectIdentifier| counts.get(&form).copied().unwrap_or(1);
    for _ in 0..DEPTH {
        let next =
            drawn.iter().map(|(form, inner)| (*form, inner.iter().fold(1, |sum: u64, one| sum.saturating_add(count(&counts, *one)))));
        let next = next.collect();
        let is_settled = counts == next;
        counts = next;
        if is_settled {
            break;
        }
    }
    let mut total = 0_u64;
    for page in pdf.pages().iter() {
        let mut operations = page.typed_operations();
        while let Some(operation) = operations.next() {
            if let TypedInstruction::XObject(one) = operation
                && let Some(form) = page.resources().get_x_object(one.0)
            {
                total = total.saturating_add(count(&counts, form.obj_id()));
            }
            if total > MOST {
                return true;
            }
        }
    }
    false
}

/// A form, and what it draws.
fn form(stream: &Stream<'_>) -> Option<(ObjectIdentifier, Vec<ObjectIdentifier>)> {
    let dict = stream.dict();
    dict.get::<Name<'_>>("Subtype").filter(|kind| kind.as_str() == "Form")?;
    let named = dict.get::<Dict<'_>>("Resources").and_then(|resources| resources.get::<Dict<'_>>("XObject"));
    let content = stream.decoded_data().unwrap_or_default();
    let mut operations = TypedIter::new(&content);
    let mut inner = Vec::new();
    while let Some(operation) = operations.next() {
        if let TypedInstruction::XObject(one) = operation {
            inner.extend(named.as_ref().and_then(|named| named.get_ref(one.0)).map(ObjectIdentifier::from));
        }
    }
    Some((stream.obj_id(), inner))
}
