//! The people of two sessions of one body.

use super::{Pair, matched};
use crate::digest::person::{name_key, people};
use crate::model::Session;

/// People of two sessions of one body, as [`people`] tells who is who.
pub fn persons(a: &Session, b: &Session) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for seen in people(&[a, b]) {
        let at = |session| seen.iter().find(|seen| seen.session == session).map(|seen| seen.person);
        pairs.push((at(0), at(1)));
    }
    pairs
}

/// Those of the people of two sessions whom [`persons`] tells apart although they have one name, in whatever spelling: perhaps the same person,
/// perhaps another. The places in the first and the second session, each at most once: of two who are left in one session and one in the other,
/// one is no longer there.
pub fn same_names(a: &Session, b: &Session) -> Vec<(usize, usize)> {
    alike(a, b, &persons(a, b))
}

fn alike(a: &Session, b: &Session, pairs: &[Pair]) -> Vec<(usize, usize)> {
    let gone: Vec<usize> = pairs.iter().filter(|pair| pair.1.is_none()).filter_map(|pair| pair.0).collect();
    let new: Vec<usize> = pairs.iter().filter(|pair| pair.0.is_none()).filter_map(|pair| pair.1).collect();
    let keys = |session: &Session, places: &[usize]| -> Vec<String> {
        places.iter().map(|at| session.people.get(*at).map_or_else(String::new, |person| name_key(&person.name))).collect()
    };
    let pairs = matched(&keys(a, &gone), &keys(b, &new));
    pairs.into_iter().filter_map(|(x, y)| Some((*gone.get(x?)?, *new.get(y?)?))).collect()
}

/// The people of two sessions as they stand side by side: one person in a row, or two of one name that may be one, of which the second of each is
/// true.
pub fn side_by_side(a: &Session, b: &Session) -> Vec<(Pair, bool)> {
    let pairs = persons(a, b);
    let (mut in_first, mut in_second) = (vec![None; a.people.len()], vec![None; b.people.len()]);
    for (x, y) in alike(a, b, &pairs) {
        (in_first[x], in_second[y]) = (Some(y), Some(x));
    }
    let row = |pair: Pair| match pair {
        (Some(x), None) if in_first[x].is_some() => None,
        (None, Some(y)) if in_second[y].is_some() => Some(((in_second[y], Some(y)), true)),
        pair => Some((pair, false)),
    };
    pairs.into_iter().filter_map(row).collect()
}
