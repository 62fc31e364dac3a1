//! Strings of a session's head and of its overview: the questions, and the sentences that answer them.

use super::strings::strings;

strings! {
    /// The strings of one language. `{}` stands for a value; see [`super::fill`].
    Answers {
        // The head and the sections
        ask: "找一条路、一所学校、一件事", "Find a road, a school, a matter";
        edit: "编辑", "Edit";
        more_actions: "更多操作", "More actions";
        all_of_body: "历次会议", "All sessions of this body";
        present_of: "出席 {}/{}", "{} of {} present";
        present_only: "出席 {} 人", "{} present";
        tab_projects: "实事", "Projects";
        tab_speeches: "报告", "Reports";
        tab_decisions: "表决", "Votes";
        tab_documents: "来源", "Sources";
        // The questions
        q_money: "花了多少钱", "How much was spent";
        q_plan: "打算花多少钱", "How much is to be spent";
        q_decided: "定了什么", "What was decided";
        q_promised: "答应了什么", "What was promised";
        q_texts: "读全文", "Full texts";
        q_sources: "来源与缺漏", "Sources, and what is missing";
        // Money
        m_spent: "{}年支出{}", "{}: {} spent";
        m_part: "截至{}支出{}", "Up to {}: {} spent";
        m_planned: "{}年预算安排支出{}", "{}: {} budgeted";
        m_adjusted: "{}年支出预算调整为{}", "{}: the budget was adjusted to {}";
        m_own: "（其中{}）", " (of which {})";
        m_of_initial: "完成年初预算的{}", "{} of the initial budget";
        m_of_adjusted: "完成调整预算的{}", "{} of the adjusted budget";
        m_of_budget: "完成预算的{}", "{} of the budget";
        m_year_gone: "时间已过{}", "with {} of the year gone";
        m_more: "比上年多{}", "{} more than the year before";
        m_less: "比上年少{}", "{} less than the year before";
        m_same: "与上年持平", "the same as the year before";
        m_more_initial: "比年初预算多{}", "{} more than the initial budget";
        m_less_initial: "比年初预算少{}", "{} less than the initial budget";
        m_per_head: "平均每人{}元", "{} yuan a head";
        m_on_last: "比上年{}", "{} on last year";
        m_grew_most: "增加最多，{}", "grew most, {}";
        m_badge: "核对：{}处相符，{}处不符", "Audit: {} agree, {} differ";
        m_badge_calm: "核对：{}处相符", "Audit: {} agree";
        // Decisions
        d_rest: "另有{}项", "{} more";
        d_chosen: "当选：{}", "Elected: {}";
        // Promises
        p_chosen: "这次票决选出{}件实事。", "{} projects were selected by vote.";
        p_projects: "{}件实事：", "{} projects: ";
        p_done: "{}件办成", "{} finished";
        p_under_way: "{}件在办", "{} under way";
        p_not_begun: "{}件未开始", "{} not begun";
        p_unknown: "{}件所据文本未载进度", "{} without word of progress";
        p_late: "{}件过期没办成", "{} late";
        p_answered: "代表建议{}件，已答复{}件", "Of {} suggestions {} are answered";
        p_overdue: "{}件逾期未答复", "{} overdue";
        p_handed_in: "这次提出建议{}件。", "{} suggestions were handed in.";
        p_stop: "。", ".";
        p_due: "应于{}完成", "due {}";
        p_reply_due: "应于{}答复", "answer due {}";
        p_now: "现{}%", "now at {}%";
        p_late_days: "过期{}天", "{} days late";
        p_late_months: "过期{}个月", "{} months late";
        p_late_some: "已过期", "late";
        p_comma: "，", ", ";
        // Texts
        r_titles: "另有{}篇，来源只有标题", "{} more, of which the source has only the title";
        r_none: "所据文本没有刊出报告和发言的内容。", "The text at hand has no text of a report or speech.";
        // Sources
        s_gaps: "这次没有的（所据文本未载）：", "Not in the text at hand: ";
        gap_budget: "预算", "budget";
        gap_projects: "实事", "projects";
        gap_suggestions: "建议", "suggestions";
        gap_texts: "全文", "full texts";
        gap_decisions: "表决和决议", "votes and resolutions";
        s_agenda: "议程{}项", "Agenda: {} items";
        s_agenda_sittings: "议程{}项，{}场会议", "Agenda: {} items, {} sittings";
        // A place with nothing to show
        absent_budget: "所据文本没有刊出预算数字。", "The text at hand prints no budget figures.";
        absent_projects: "所据文本没有刊出民生实事项目。", "The text at hand names no projects.";
        absent_suggestions: "所据文本没有刊出代表建议。", "The text at hand names no suggestions.";
        absent_texts: "所据文本没有刊出报告和发言。", "The text at hand has no reports or speeches.";
        absent_decisions: "所据文本没有刊出表决和决议。", "The text at hand records no votes or resolutions.";
        absent_held: "应当在这里：", "They would be in:";
        absent_none_held: "会议的议程里也没有提到。", "The agenda does not mention any either.";
        absent_read: "可读", "Text here";
        absent_title: "来源只有标题", "Title only";
        absent_source: "所据文本", "The text at hand";
    }
}
