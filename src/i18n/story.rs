//! Strings of what goes on over several sessions: suggestions, projects and votes.

use super::strings::strings;

strings! {
    /// The strings of one language. `{}` stands for a value; see [`super::fill`].
    Story {
        // Suggestions
        totals: "合计", "In all";
        what: "项目", "What";
        as_reported: "报告", "As reported";
        in_list: "逐件列出", "Listed here";
        difference: "差异", "Difference";
        report_has_more: "报告多 {}", "the report has {} more";
        list_has_more: "列出的多 {}", "the list has {} more";
        received: "收到", "Received";
        replied_count: "已办复", "Answered";
        replied_percent: "办复率", "Share answered";
        satisfied_percent: "满意率", "Share satisfied";
        handed_in_at: "提出于", "Handed in at";
        handed_in_here: "本次会议提出", "Handed in at this session";
        handled_by: "承办单位", "Handled by";
        co_units: "协办单位", "With";
        category: "类别", "Field";
        mover: "代表", "Deputy";
        only_overdue: "只看逾期", "Overdue only";
        overdue: "逾期未复", "Overdue";
        late: "逾期答复", "Answered late";
        overdue_note: "期限已过：截至{}，没有答复的记载。", "Overdue: up to {} there is no word of an answer.";
        listed: "{}件，共{}件", "{} of {}";
        none_fits: "没有符合条件的建议。", "No suggestion fits.";
        show_more: "再显示（还有{}件）", "Show more ({} left)";
        and_others: "等，另{}人附议", "and {} more";
        number: "编号", "Number";
        lead: "领衔", "Led by";
        cosigners: "附议（{}人）", "Joined by ({})";
        due: "答复期限", "Answer due";
        replied: "答复", "Answered";
        submitted: "提出", "Handed in";
        satisfaction: "代表评价", "The deputy’s view";
        reported_in: "报告议程", "Reported under";
        reply: "答复内容", "The answer";
        asked: "建议内容", "What was asked";
        timeline: "经过", "What happened when";
        about: "基本情况", "Particulars";
        all_suggestions: "全部建议", "All suggestions";
        over_sessions: "在历次会议中", "Over the sessions";
        from_unknown: "它来自会议“{}”，存档里没有那次会议。", "It comes from the session “{}”, which is not in the archive.";
        outcome: "办理结果", "Outcome";
        joined_by: "附议", "Joined by";
        // Agenda items
        presented_by: "提出人", "Presented by";
        behalf: "代表", "On behalf of";
        part: "属于", "Part of";
        sitting: "场次", "Sitting";
        sittings: "各场会议", "Sittings";
        // Projects
        ballot: "票决", "The ballot";
        ballot_counts: "候选{}个，选出{}个", "{} candidates, {} selected";
        ballot_selected: "选出{}个", "{} selected";
        more_candidates: "差额", "more candidates than places";
        as_many_candidates: "等额", "as many candidates as places";
        votes_of: "{}票", "{} votes";
        rank: "名次", "Place";
        carried_out: "进展", "How far they are";
        finished: "已完成", "Finished";
        under_way: "进行中", "Under way";
        not_begun: "未开始", "Not begun";
        progress_unknown: "进度未载", "Progress not in the text at hand";
        finish_by: "完成期限", "Due";
        investment: "投资", "Investment";
        unit_in_charge: "责任单位", "Carried out by";
        responsible: "责任人", "Responsible";
        to_be_done: "建设内容", "What is to be done";
        milestones: "节点", "Milestones";
        all_projects: "全部项目", "All projects";
        // Votes and deputies
        votes_as_bar: "赞成{}，反对{}，弃权{}", "{} for, {} against, {} abstaining";
        deputy_changes: "代表变动", "Changes among the deputies";
        // The overview
        summary: "摘要", "Summary";
    }
}
