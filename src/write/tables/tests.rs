//! Tests of the module above.

use super::join;

#[test]
fn names_stand_beside_their_ids() {
    assert_eq!(join(&mut ["甲", "", "丙", ""].into_iter()), "甲; ; 丙");
    assert_eq!(join(&mut ["", ""].into_iter()), "");
}
