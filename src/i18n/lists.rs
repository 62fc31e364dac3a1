//! Strings of the lists: suggestions, what is said of all in a list once, the bar of a text, and two sessions side by side.

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
        // What need not be said of each
        all_alike: "各项均为：{}", "All of them: {}";
        rest_alike: "各项{}，标明的除外。", "Unless marked otherwise: {}";
        // A text
        to_top: "回到开头", "Back to the beginning";
        // Two sessions
        movers: "变动最大的", "What moved most";
        movers_about: "两次会议都有的预算行，按增减的金额排列；合计不列。", "Lines of the budgets that both have, by the amount of the change; totals are left out.";
        movers_xlsx: "下载两年对照（.xlsx）", "Download both years (.xlsx)";
        movers_csv: "下载两年对照（CSV）", "Download both years (CSV)";
        csv_compared: "账本|收支|科目编码|科目|{}|{}|增减（元）|增减%", "Book|Direction|Code|Line|{}|{}|Change (yuan)|Change %";
        rest_of_rows: "其余{}项", "{} more";
        all_lines: "全部{}行", "All {} lines";
        n_lines: "{}行", "{} lines";
        pick_first: "前一次", "First";
        pick_second: "后一次", "Second";
        pick_none: "选一次会议", "Choose a session";
        jump: "页内", "On this page";
        reconciliation: "核对：报告的合计与逐件列出", "Check: totals as reported and as listed";
    }
}
