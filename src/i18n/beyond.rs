//! Strings of the places beyond one session: bodies, people across sessions, two sessions side by side.

use super::strings::strings;

strings! {
    /// The strings of one language. `{}` stands for a value; see [`super::fill`].
    Beyond {
        // All of them
        body_page: "这个机关的全部会议", "All sessions of this body";
        across_loading: "还有{}次会议正在取来，下面先列已取到的。", "{} sessions are still on their way; what is there is shown.";
        across_failed: "有{}次会议没有取到，下面没有它们的内容。", "{} sessions could not be had; what they say is missing here.";
        across_sample: "这里有为演示功能而编的示例会议，不是真实会议。", "Some of this is from made-up sample sessions, not from real ones.";
        unstated_mark: "“—”表示所据文本未载。", "“—”: not in the text at hand.";
        // A body
        body_unknown_title: "没有这个机关", "There is no such body";
        body_unknown: "存档里没有“{}”的会议。名称可能写法不同，或者链接不完整。", "The archive has no session of “{}”. The name may be written differently, or the link is incomplete.";
        body_alike: "可能是同一机关，名称写法不同：", "Perhaps the same body under another name: ";
        body_sessions: "历次会议", "Sessions";
        compare_previous: "与上一次比较", "Compare with the previous one";
        body_budget: "一般公共预算的历年总数", "General public budget over the years";
        body_budget_about: "取自各次会议的预算表；几次会议所载一致的只列一次，不一致的都列出。点金额看原表。", "From the budget tables of the sessions. What several print alike is listed once; where they differ, all are. The amounts lead to their tables.";
        body_suggestions: "历次会议的建议和议案", "Suggestions and bills over the sessions";
        body_projects: "历次会议的民生实事", "Livelihood projects over the sessions";
        projects_open: "未完成", "Not done";
        body_decided: "决定了什么", "What was decided";
        body_people: "见于会议的人", "People in the sessions";
        in_sessions: "{}次会议", "sessions: {}";
        // A person
        person_link: "历次会议中的此人", "In other sessions";
        person_unknown_title: "没有这个人", "There is no such person";
        person_unknown: "这个机关已取到的会议里没有编号为“{}”的人。编号可能已经更正，或者链接不完整。", "No session of this body that could be had names a person with the id “{}”. It may have been corrected, or the link is incomplete.";
        person_rests: "认定为同一人的依据：同一编号（{}），{}次会议。", "Taken to be one person by the same id ({}): sessions: {}.";
        person_rests_post: "另有{}次会议编号不同，同名，并且任同一个只由一人担任的职务。", "By the same name under another id, in a post that one person holds at a time; further sessions: {}.";
        person_other_names: "会议里也写作：{}。", "Also written: {}.";
        person_posts: "历任职务", "Posts over time";
        post_since: "{}起", "since {}";
        post_until: "{}止", "until {}";
        seen_in: "见于", "Seen in";
        joined: "附议建议：{}", "Joined a suggestion: {}";
        changed: "代表变动：{}", "As deputy: {}";
        person_suggestions: "领衔和附议的建议", "Suggestions led or joined";
        person_sessions: "历次会议中的事项", "What was done in each session";
        person_namesakes: "同名，可能不是同一人", "Same name, may be another person";
        person_namesakes_about: "编号不同，也没有只由一人担任的相同职务（代表、委员同时有许多人），不能认定是不是同一人。", "Neither the id is the same nor a post that one person holds at a time (deputies and members are many), so the files do not tell whether this is one person.";
        // Two sessions
        compare_title: "比较两次会议", "Two sessions compared";
        compare_swap: "左右对调", "Swap sides";
        compare_with: "比较", "Compare";
        compare_other: "两边现在是同一次会议。请选另一次来比较。", "Both sides are the same session now. Choose another one to compare it with.";
        compare_missing: "没有取到会议“{}”。它可能改了编号、已经移走，或者现在没有网络。", "The session “{}” could not be had. Its id may have changed, it may have been removed, or there is no network now.";
        compare_bodies: "两次会议属于不同的机关：只按名称对应，人员不作比较。", "The two sessions are of different bodies: things are matched by their names only, and people are not compared.";
        compare_kept: "保留", "Kept";
        compare_changed: "有变化", "Changed";
        compare_new: "新增", "New";
        compare_gone: "不再列出", "No longer listed";
        compare_up: "增加{}", "Up by {}";
        compare_down: "减少{}", "Down by {}";
        compare_equal: "相同", "Same";
        compare_not: "阶段不同，不比较", "Not the same stage";
        compare_sum: "保留{}，新增{}，不再列出{}。", "Kept {}, new {}, no longer listed {}.";
        compare_unsure: "同名但不能认定的{}。", " Of the same name, but not known to be one person: {}.";
        compare_difference: "变化", "Change";
        compare_nothing: "两次会议的文件都没有这一项。", "Neither file has any of this.";
        compare_agenda_about: "按标题（去掉年份和届次）和类别对应。", "Matched by title, without years and ordinals, and by kind.";
        compare_budget_about: "只列最上一级科目，按编码对应，没有编码的按名称。", "Lines at the top only, matched by code, or by name where there is none.";
    }
}
