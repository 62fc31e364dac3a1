//! What to show when a link names a paragraph that is no longer there.

/// The id among `ids` that is most like `wanted`: the longest common beginning, then the closest number at the end, then the first.
///
/// A block's id is kept when its text is edited, so this is only for blocks that were taken out or renumbered.
/// `None` where there are no ids at all.
///
/// ```
/// use yishi::route::nearest;
/// assert_eq!(nearest("closing-p4", ["closing-h1", "closing-p3", "closing-p9"].into_iter()), Some("closing-p3"));
/// ```
pub fn nearest<'a>(wanted: &str, ids: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let (stem, number) = split(wanted);
    ids.min_by_key(|id| {
        let (other_stem, other_number) = split(id);
        let common = stem.bytes().zip(other_stem.bytes()).take_while(|(a, b)| a == b).count();
        let distance = number.zip(other_number).map_or(u64::MAX, |(a, b)| a.abs_diff(b));
        (stem.len().max(other_stem.len()) - common, distance)
    })
}

fn split(id: &str) -> (&str, Option<u64>) {
    let stem = id.trim_end_matches(|c: char| c.is_ascii_digit());
    (stem, id[stem.len()..].parse().ok())
}
