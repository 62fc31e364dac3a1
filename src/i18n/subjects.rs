//! Strings of what there is by subject. The names of the subjects are in the lexicon (`crate::subjects`).

use super::strings::strings;

strings! {
    /// The strings of one language. `{}` stands for a value; see [`super::fill`].
    Subjects {
        subject_none_at_all: "这次会议的材料没有涉及这里列出的事情。", "This session says nothing of any subject listed here.";
        // One subject in one session
        subject_found: "找到{}项：{}。", "Found {}: {}.";
        subject_none: "这次会议的材料里没有找到{}。", "Nothing found about {} in this session.";
        subject_lacks: "没有找到：{}。", "Not found: {}.";
        subject_absent: "{}（来源未载）", "{} (not in the source)";
        subject_money: "预算里的钱", "Money in the budget";
        subject_parts: "其中{}行", "{} lines within";
        subject_more: "再显示{}项", "Show {} more";
        subject_field: "类别", "Field";
        subject_elsewhere: "同一件事", "The same subject";
        subject_in_body: "{}历次会议", "All sessions of {}";
        subject_in_archive: "所有会议", "All sessions";
        subject_others: "别的事情", "Other subjects";
        // What was looked for
        subject_how: "找了什么", "What was looked for";
        subject_rule: "只按下面的科目代码和词语查找，不作推断；承办单位的名称不算。", "Only these codes and words were looked for; nothing is guessed. The name of the office in charge does not count.";
        subject_codes: "科目代码", "Codes";
        subject_not_codes: "除去", "without";
        subject_words: "词语", "Words";
        subject_fields: "建议类别", "Fields of suggestions";
        subject_friends: "不算", "Not counted";
        // Over sessions
        subject_over: "在{}里", "In {}";
        subject_looking: "已看{}次会议，还在继续……", "Sessions looked at: {}; still looking …";
        subject_sessions: "{}次会议有{}", "Sessions about it: {}; {}";
        subject_looked: "共看{}次", "looked at: {}";
        subject_no_session: "已看的{}次会议里没有找到。", "Nothing found in the {} sessions looked at.";
        subject_earlier: "继续看更早的会议", "Look at earlier sessions";
        subject_failed: "{}次会议没有取到。", "Sessions that could not be had: {}.";
        subject_newest: "这里只看目录里最新的{}次会议；更早的请到各机关的页面看。", "Only the newest {} sessions of the list are looked at here; for earlier ones go to the page of a body.";
        subject_all_in: "本次会议全部{}项", "All {} in this session";
        // No such subject
        subject_unknown_title: "没有这一项", "No such subject";
        subject_unknown: "链接里的“{}”不是这里列出的事情。请选一件：", "“{}” in the link is none of the subjects. Please choose one:";
        // In a search
        also_found: "也找了", "Also looked for";
        also_says: "；按相近的说法又找到{}项", "; by related words: {}";
        also_subject: "看“{}”的全部", "All about {}";
        also_explained: "科目说明", "Explained";
    }
}
