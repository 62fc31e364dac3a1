//! Strings of the places beyond one session: bodies, people across sessions, two sessions side by side.

use super::strings::strings;

strings! {
    /// The strings of one language. `{}` stands for a value; see [`super::fill`].
    Beyond {
        body_page: "这个机关的全部会议", "All sessions of this body";
    }
}
