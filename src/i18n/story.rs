//! Strings of what goes on over several sessions: suggestions, projects, votes.

use super::strings::strings;

strings! {
    /// The strings of one language. `{}` stands for a value; see [`super::fill`].
    Story {
        suggestions_page: "建议与议案", "Suggestions and bills";
    }
}
