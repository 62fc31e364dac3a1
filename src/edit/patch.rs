//! One small change of a document, and its inverse.

use super::pointer::{below, entry, in_list, index, split};
use super::{Fault, Json};
use serde::{Deserialize, Serialize};

/// A change of a document at a JSON pointer. Names that are numbers are places in lists: the session file has no others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Patch {
    /// Another value in the place of one that is there.
    Set {
        /// Where.
        at: String,
        /// The new value.
        value: Json,
    },
    /// A new entry of a list before the one that has the number now, or a new field.
    Insert {
        /// Where it will be.
        at: String,
        /// What.
        value: Json,
        /// The place of a new field among the fields; the last where absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        place: Option<usize>,
    },
    /// An entry or field less.
    Remove {
        /// Where it is.
        at: String,
    },
    /// An entry of a list to another place, perhaps of another list.
    Move {
        /// Where it is.
        from: String,
        /// Where it will be, once it was taken away.
        to: String,
    },
    /// Several, one after the other; all or none.
    All(Vec<Patch>),
}

impl Patch {
    /// Changes the document and gives the change that undoes it; where it cannot be done the document stays as it was.
    pub fn apply(&self, document: &mut Json) -> Result<Self, Fault> {
        match self {
            Self::Set { at, value } => {
                let there = document.get_mut(at).ok_or(Fault::NoSuchPlace)?;
                let value = std::mem::replace(there, value.clone());
                Ok(Self::Set { at: at.clone(), value })
            }
            Self::Insert { at, value, place } => {
                insert(document, at, value.clone(), *place)?;
                Ok(Self::Remove { at: at.clone() })
            }
            Self::Remove { at } => {
                let (value, place) = remove(document, at)?;
                Ok(Self::Insert { at: at.clone(), value, place })
            }
            Self::Move { from, to } => {
                if in_list(from).is_none() || in_list(to).is_none() {
                    return Err(Fault::NoSuchPlace);
                }
                let (value, _) = remove(document, from)?;
                if let Err((fault, value)) = insert_or_give_back(document, to, value) {
                    insert(document, from, value, None)?;
                    return Err(fault);
                }
                Ok(Self::Move { from: to.clone(), to: from.clone() })
            }
            Self::All(patches) => {
                let mut undo = Vec::with_capacity(patches.len());
                for patch in patches {
                    match patch.apply(document) {
                        Ok(inverse) => undo.push(inverse),
                        Err(fault) => {
                            for inverse in undo.iter().rev() {
                                inverse.apply(document)?;
                            }
                            return Err(fault);
                        }
                    }
                }
                undo.reverse();
                Ok(Self::All(undo))
            }
        }
    }

    /// Where something that was at `at` is after the change; `None` for what went with it.
    pub fn follow(&self, at: &str) -> Option<String> {
        match self {
            Self::Set { at: set, .. } => below(at, set).is_none_or(str::is_empty).then(|| at.to_owned()),
            Self::Insert { at: new, .. } => Some(after_insert(at, new)),
            Self::Remove { at: gone } => after_remove(at, gone),
            Self::Move { from, to } => match below(at, from) {
                Some(rest) => Some(format!("{to}{rest}")),
                None => after_remove(at, from).map(|at| after_insert(&at, to)),
            },
            Self::All(patches) => patches.iter().try_fold(at.to_owned(), |at, patch| patch.follow(&at)),
        }
    }
}

fn insert(document: &mut Json, at: &str, value: Json, place: Option<usize>) -> Result<(), Fault> {
    let (parent, key) = split(at).ok_or(Fault::NoSuchPlace)?;
    match document.get_mut(parent) {
        Some(Json::List(list)) => {
            let index = index(&key).filter(|index| *index <= list.len()).ok_or(Fault::NoSuchPlace)?;
            list.insert(index, value);
        }
        Some(Json::Object(fields)) if fields.iter().all(|(of, _)| *of != key) => {
            let place = place.unwrap_or(fields.len()).min(fields.len());
            fields.insert(place, (key, value));
        }
        _ => return Err(Fault::NoSuchPlace),
    }
    Ok(())
}

fn insert_or_give_back(document: &mut Json, at: &str, value: Json) -> Result<(), (Fault, Json)> {
    match in_list(at) {
        Some((list, index)) if document.get(list).is_some_and(|list| matches!(list, Json::List(list) if index <= list.len())) => {
            insert(document, at, value, None).map_err(|fault| (fault, Json::Null))
        }
        _ => Err((Fault::NoSuchPlace, value)),
    }
}

/// What was there, and the place of a field among the fields.
fn remove(document: &mut Json, at: &str) -> Result<(Json, Option<usize>), Fault> {
    let (parent, key) = split(at).ok_or(Fault::NoSuchPlace)?;
    match document.get_mut(parent) {
        Some(Json::List(list)) => {
            let index = index(&key).filter(|index| *index < list.len()).ok_or(Fault::NoSuchPlace)?;
            Ok((list.remove(index), None))
        }
        Some(Json::Object(fields)) => {
            let place = fields.iter().position(|(of, _)| *of == key).ok_or(Fault::NoSuchPlace)?;
            Ok((fields.remove(place).1, Some(place)))
        }
        _ => Err(Fault::NoSuchPlace),
    }
}

fn after_insert(at: &str, new: &str) -> String {
    moved(at, new, |index, first| if index >= first { index + 1 } else { index })
}

fn after_remove(at: &str, gone: &str) -> Option<String> {
    below(at, gone).is_none().then(|| moved(at, gone, |index, first| if index > first { index - 1 } else { index }))
}

/// A pointer whose place in the list of `changed` becomes another one.
fn moved(at: &str, changed: &str, place: impl Fn(usize, usize) -> usize) -> String {
    let shifted = in_list(changed).and_then(|(list, first)| {
        let rest = below(at, list)?.strip_prefix('/')?;
        let (token, rest) = rest.split_once('/').map_or((rest, None), |(token, rest)| (token, Some(rest)));
        let at = entry(list, place(index(token)?, first));
        Some(rest.map_or_else(|| at.clone(), |rest| format!("{at}/{rest}")))
    });
    shifted.unwrap_or_else(|| at.to_owned())
}
