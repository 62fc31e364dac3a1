//! Strings of the lists: suggestions, and two sessions side by side.

use super::strings::strings;

strings! {
    /// The strings of one language. `{}` stands for a value; see [`super::fill`].
    Lists {
        // Suggestions
        n_overdue: "件逾期未复", "overdue";
        n_answered: "件已答复", "answered";
        n_solved: "件已解决", "solved";
        n_all: "件共计", "in all";
        find_suggestion: "按题目、代表或单位找", "Find by title, deputy or unit";
        more_filters: "更多条件", "More conditions";
        reconciliation: "核对：报告的合计与逐件列出", "Check: totals as reported and as listed";
    }
}
