//! Two people of the list who are one.

use super::pointer::{child, entry, in_list};
use super::step::short;
use super::{Change, Fault, Json, Kind, Patch, Spot};

/// Fields that name a person by the id, or several.
const NAMING: [&str; 7] = ["presenters", "chairs", "speaker", "lead", "cosigners", "responsible", "person"];

/// Makes two people one: whatever named the second names the first, who has the posts of both.
pub fn merge(document: &Json, stays: usize, goes: usize) -> Result<Change, Fault> {
    let at = |index| entry("/people", index);
    let person = |index| document.get(&at(index)).ok_or(Fault::NoSuchPlace);
    let (one, other) = (person(stays)?, person(goes)?);
    let (id, gone) = (one.field_text("id"), other.field_text("id"));
    if stays == goes || id.is_empty() || gone.is_empty() {
        return Err(Fault::NoSuchPlace);
    }
    let mut patches = Vec::new();
    if id != gone {
        patches.extend(renamed(document, gone, id));
    }
    patches.extend(posts(one, other, &at(stays)));
    patches.push(Patch::Remove { at: at(goes) });
    let to = at(if goes < stays { stays - 1 } else { stays });
    Ok(Change {
        kind: Kind::Merge,
        at: at(goes),
        before: short(other.field_text("name")),
        after: short(one.field_text("name")),
        patch: Patch::All(patches),
        to: Spot::field(to),
        confirms: Vec::new(),
    })
}

/// Everything that names `from` names `to` instead; a list that would name them twice does so once.
fn renamed(document: &Json, from: &str, to: &str) -> Vec<Patch> {
    let mut found = Vec::new();
    document.walk(&mut |at, value| {
        let key = match in_list(at) {
            Some((list, _)) => list,
            None => at,
        };
        if value.as_text() == Some(from) && NAMING.iter().any(|name| key.rsplit('/').next() == Some(name)) {
            found.push(at.to_owned());
        }
    });
    // From the last, so that what is removed shifts nothing that is still to come.
    found.reverse();
    let names_already = |at: &str| {
        let list = in_list(at).and_then(|(list, _)| document.get(list));
        list.is_some_and(|list| list.as_list().iter().any(|value| value.as_text() == Some(to)))
    };
    let change = |at: String| if names_already(&at) { Patch::Remove { at } } else { Patch::Set { at, value: Json::text(to) } };
    found.into_iter().map(change).collect()
}

/// The posts that only the other one has.
fn posts(one: &Json, other: &Json, at: &str) -> Option<Patch> {
    let of = |person: &Json| person.field("posts").map(|posts| posts.as_list().to_vec()).unwrap_or_default();
    let mut all = of(one);
    let had = all.len();
    for post in of(other) {
        if !all.contains(&post) {
            all.push(post);
        }
    }
    let (at, is_there) = (child(at, "posts"), one.field("posts").is_some());
    (all.len() > had).then(|| {
        let value = Json::List(all);
        if is_there { Patch::Set { at, value } } else { Patch::Insert { at, value, place: None } }
    })
}
