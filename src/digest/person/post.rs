//! Which posts one person holds at a time.

use crate::fold::fold;
use crate::model::Post;

/// How the titles of those end who head something.
const HEADS: [&str; 5] = ["长", "主席", "主任", "书记", "主任委员"];

/// How the titles of those end who head the body or its government: of these there is one, though no organization is told.
const OF_THE_PLACE: [&str; 9] = ["镇长", "乡长", "县长", "区长", "市长", "州长", "旗长", "省长", "主席"];

/// Titles that end like a head's and are none.
const OTHERS: [&str; 3] = ["家长", "组长", "楼长"];

/// The last word of such titles in English.
const HEADS_EN: [&str; 9] = ["mayor", "governor", "chair", "chairman", "chairwoman", "chairperson", "secretary", "director", "president"];

/// Whether a post is one that one person holds at a time, as far as its title tells: that of a head, and of an organization that is named.
///
/// Deputies, members and clerks are many at once, and a title that says nothing of it may be anybody's. A deputy head passes: where there are
/// several, sessions show it. A person shown twice does less harm than two shown as one.
pub(super) fn is_of_one(post: &Post) -> bool {
    let title = fold(&post.title);
    let ends = |endings: &[&str]| endings.iter().any(|ending| title.ends_with(ending));
    let is_english = title.rsplit(' ').next().is_some_and(|word| HEADS_EN.contains(&word));
    let is_head = (ends(&HEADS) && !ends(&OTHERS)) || is_english;
    is_head && (post.organization.is_some() || ends(&OF_THE_PLACE) || title.ends_with("mayor") || title.ends_with("governor"))
}
