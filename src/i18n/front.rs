//! Strings of the front page.

use super::strings::strings;

strings! {
    /// The strings of one language. `{}` stands for a value; see [`super::fill`].
    Front {
        front_title: "你们镇的人大会议，开了什么", "What your town decided";
        front_intro: "把一次人民代表大会会议做成一页：谁报告了什么，钱怎么花，答应的事办了没有。每一段都有链接，每个数都能核对，不联网也能看。", "Each session of a people’s congress as one page: reports, money, promises. Every paragraph has a link, every figure can be checked, also offline.";
        front_about: "关于", "About";
        // Looking for a town
        town_ask: "查你所在的镇", "Find your town";
        town_hint: "查你所在的镇：汉字、拼音或首字母", "Find your town (pinyin works)";
        town_found: "找到{}个机关", "Bodies found: {}";
        town_more: "只列前{}个，请多写几个字。", "These are the first {}; type more to see others.";
        town_none: "这里还没有“{}”的会议。", "There is no session of “{}” here yet.";
        town_text: "在所有会议里查找“{}”", "Search all sessions for “{}”";
        town_part: "机关的全部名单没有取到，这里只查了最近开过会的。", "The list of all bodies could not be had: only those that met lately were searched.";
        // What there is to find
        told_title: "看看能看到什么", "See what there is";
        told_says: "{}：{}", "{}: {}";
        told_and: "，", ", ";
        told_progress: "{}件民生实事，办成{}件", "{} projects, {} finished";
        told_late: "{}件没有按期办成", "{} late";
        told_ballot: "{}件候选实事中，票决出{}件", "of {} candidate projects, {} were voted in";
        told_selected: "票决产生{}件民生实事", "{} projects voted in";
        told_audit: "印出的数字有{}处核对不符", "{} figures do not add up";
        told_answers: "代表建议{}件，已答复{}件", "{} suggestions of deputies, {} answered";
        told_odd: "（比收到的多，照所据文本）", " (more than were received, as printed)";
        told_overdue: "逾期未复{}件", "{} overdue";
        told_check: "点开看差在哪里", "see where";
        // Sessions
        recent_title: "最近的会议", "Recent sessions";
        recent_all: "全部{}", "All {}";
        tag_budgets: "预算", "Budget";
        tag_projects: "实事", "Projects";
        tag_suggestions: "建议", "Suggestions";
        tag_verbatim: "全文", "Full text";
        tag_summaries: "摘要", "Summaries";
        tag_votes: "表决", "Votes";
        // Samples
        try_title: "试用", "Try it out";
        try_about: "虚构的{}，{}，可以看：", "{} is made up, {}. It shows: ";
        try_budgets: "预算和核对", "budgets";
        try_suggestions: "建议从提出到答复", "suggestions answered";
        try_ballot: "差额票决", "a ballot";
        try_refused: "没通过和撤回的", "what was refused";
        try_compare: "两年比较", "two years";
        try_join: "、", ", ";
        try_end: "。", ".";
        // Bodies, and what this is
        bodies_title: "按机关看", "By body";
        about_data: "内容摘自公开的来源，每次会议都列出来源；来源没有写的，这里不补。", "Taken from published sources, which every session names; what they do not say is not filled in.";
        about_private: "打开本机的文件不会上传；这个页面不收集读者的任何信息。", "Files that you open are not uploaded; nothing is collected.";
    }
}
