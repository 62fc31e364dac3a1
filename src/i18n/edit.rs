//! The words of the editor.

use super::{Lang, fill, labels, strings::strings};
use crate::edit::{Fault, Kind, Step};
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::Error;

strings! {
    /// The strings of one language. `{}` stands for a value; see [`super::fill`].
    Edit {
        edit_title: "编辑会议", "Edit the session";
        edit_about: "改动随手存在这台设备上，不影响原来的文件。改完可以在页面里显示，或者存成文件。", "What you change is kept on this device as you go; the file it came from stays as it is. Show the result in the page, or save it as a file.";
        edit_undo: "撤销", "Undo";
        edit_redo: "重做", "Redo";
        edit_history: "改动记录", "History";
        edit_begin: "打开时的样子", "As it was opened";
        edit_doubts: "先看这些存疑的（{}）", "Doubtful, look at these first ({})";
        edit_no_doubts: "没有存疑的内容。", "Nothing is doubtful.";
        edit_findings: "检查（{}）", "Checks ({})";
        edit_no_findings: "检查没有发现问题。", "The checks found nothing.";
        edit_facts: "会议", "Session";
        edit_confirm: "确认", "Confirm";
        edit_confirmed: "已确认", "Confirmed";
        edit_confirm_all: "全部确认", "Confirm everything";
        edit_progress: "{}项中已确认{}项", "{} fields, {} confirmed";
        edit_draft: "草稿：全部确认以后不再是草稿。", "A draft: once everything is confirmed it is one no longer.";
        edit_original: "原文", "Text";
        edit_form: "草稿", "Draft";
        edit_which: "看哪一边", "Which side to see";
        edit_no_words: "这一项在原文里没有对应的文字。", "The text has no words for this field.";
        edit_cell: "出处：{}，“{}”", "From {}: “{}”";
        edit_select: "进入一栏，原文里就标出它的出处；在原文里选中文字，可以填进栏目里。", "Go to a field and its words are marked in the text; select words in the text to put them into a field.";
        edit_selected: "选中“{}”，用作：", "Selected: “{}”. Use it:";
        edit_into: "填入{}", "Put into {}";
        edit_as: "用作其他……", "Put elsewhere…";
        edit_as_person: "新增人员", "A new person";
        edit_as_item: "新增议程", "A new agenda item";
        edit_as_paragraph: "新增段落", "A new paragraph";
        edit_as_heading: "新增小标题", "A new heading";
        edit_no_person: "人员里没有这个名字，请先用作新增人员。", "Nobody in the session has that name: add them as a new person first.";
        edit_sources: "保存出处（JSON）", "Save where it came from (JSON)";
        edit_sources_name: "出处", "provenance";
        edit_show: "在页面里显示", "Show in the page";
        edit_save: "存成文件", "Save as a file";
        edit_broken: "现在这样打不开，请先补上：{}", "It would not open as it is. First mend this: {}";
        edit_kept: "已存在这台设备上。", "Kept on this device.";
        edit_keeping: "正在保存……", "Keeping…";
        edit_unkept: "没有存上，关掉页面就会丢失：{}", "It is not kept, and is lost with the page: {}";
        edit_other: "另一个标签页也开着这次会议的编辑。两边的改动不会合在一起。", "Another tab is editing this session, too. What is changed here and there is not put together.";
        edit_conflict: "另一个标签页存了别的改动，这里的还没有存。要留哪一边的？", "Another tab has kept other changes; those made here are not kept yet. Which are to stay?";
        edit_take_theirs: "用那边的", "Those of the other tab";
        edit_keep_mine: "用这里的", "Those made here";
        edit_add: "添加", "Add";
        edit_remove: "删除", "Remove";
        edit_up: "上移", "Move up";
        edit_down: "下移", "Move down";
        edit_merge: "与此人合并", "Same person as";
        edit_split: "在光标处分段", "Split at the cursor";
        edit_join: "并入上一段", "Join to the one before";
        edit_more: "再列{}项", "{} more";
        edit_nobody: "未指明", "Not stated";
        edit_nameless: "（空）", "(empty)";
        edit_correct: "记入更正", "Note a correction";
        edit_correct_note: "改了什么、为什么", "What was changed and why";
        edit_not_amount: "不是金额：请只写数字，没有就写“无”，不知道就留空。", "Not an amount: digits only, “none” for none, nothing for unknown.";
        edit_not_number: "不是整数。", "Not a whole number.";
        edit_not_date: "日期写成2024-07-18，只知道年月就写2024-07。", "Write a date as 2024-07-18, or 2024-07 where only the month is known.";
        edit_not_done: "这一步做不了。", "That cannot be done.";
        step_change: "{}：“{}”改为“{}”", "{}: “{}” became “{}”";
        step_add: "添加{}", "Added: {}";
        step_add_named: "添加{}“{}”", "Added: {} “{}”";
        step_remove: "删除{}“{}”", "Removed {} “{}”";
        step_move: "{}“{}”移到第{}", "Moved {} “{}” to place {}";
        step_merge: "“{}”并入“{}”", "“{}” is one with “{}”";
        step_split: "分段“{}”", "Split “{}”";
        step_join: "并段“{}”", "Joined “{}”";
        step_confirm: "确认{}“{}”", "Confirmed {} “{}”";
    }
}

/// What was done, in a line of the history.
pub fn step(lang: Lang, step: &Step) -> String {
    let words = Edit::of(lang);
    let what = label(lang, &step.at);
    let (before, after) = (step.before.as_str(), step.after.as_str());
    match step.kind {
        Kind::Change => fill(words.step_change, &[what, before, after]),
        Kind::Add if after.is_empty() => fill(words.step_add, &[what]),
        Kind::Add => fill(words.step_add_named, &[what, after]),
        Kind::Remove => fill(words.step_remove, &[what, before]),
        Kind::Move => fill(words.step_move, &[what, before, after]),
        Kind::Merge => fill(words.step_merge, &[before, after]),
        Kind::Split => fill(words.step_split, &[before]),
        Kind::Join => fill(words.step_join, &[before]),
        Kind::Confirm => fill(words.step_confirm, &[what, after]),
        Kind::ConfirmAll => words.edit_confirm_all.to_owned(),
        Kind::Correct => words.edit_correct.to_owned(),
    }
}

/// Why what was typed or chosen cannot be taken, in a sentence.
pub fn fault(lang: Lang, fault: Fault) -> &'static str {
    let words = Edit::of(lang);
    match fault {
        Fault::NotAnAmount => words.edit_not_amount,
        Fault::NotANumber => words.edit_not_number,
        Fault::NotADate => words.edit_not_date,
        Fault::NobodyOfThatName => words.edit_no_person,
        Fault::NoSuchPlace | Fault::Unreadable => words.edit_not_done,
    }
}

/// What a field or list is called, by its pointer.
pub fn label(lang: Lang, at: &str) -> &'static str {
    let mut names = at.rsplit('/').filter(|name| !name.bytes().all(|byte| byte.is_ascii_digit()));
    let (key, parent) = (names.next().unwrap_or_default(), names.next().unwrap_or_default());
    let (zh, en) = match (parent, key) {
        ("posts", "title") | (_, "post") => ("职务", "Post"),
        ("assembly", "name") => ("人大全称", "Congress"),
        ("assembly", "short_name") => ("人大简称", "Short name"),
        ("sittings" | "dates", "start") => ("开始", "Begins"),
        ("sittings" | "dates", "end") => ("结束", "Ends"),
        ("attendance", "expected") => ("应到", "Expected"),
        ("attendance", "present") => ("实到", "Present"),
        ("attendance", "on_leave") => ("请假", "On leave"),
        ("attendance", "observers") => ("列席", "Observers"),
        ("counts" | "candidates", "yes") => ("赞成", "For"),
        ("counts", "no") => ("反对", "Against"),
        ("counts", "abstain") => ("弃权", "Abstained"),
        ("counts", "not_voting") => ("未表决", "Did not vote"),
        ("ballots", "issued") => ("发出票", "Ballots issued"),
        ("ballots", "returned") => ("收回票", "Ballots returned"),
        ("ballots", "valid") => ("有效票", "Valid ballots"),
        ("ballots", "invalid") => ("无效票", "Invalid ballots"),
        ("votes", "eligible") => ("有权表决", "Entitled to vote"),
        ("votes", "motion") => ("表决事项", "Motion"),
        ("outcomes", "A") => ("A类（已解决）", "A, solved"),
        ("outcomes", "B") => ("B类（正在解决）", "B, being solved"),
        ("outcomes", "C") => ("C类（留作参考）", "C, kept in mind"),
        ("outcomes", "D") => ("D类（暂不能解决）", "D, not possible now"),
        ("satisfaction", "satisfied") => ("满意", "Satisfied"),
        ("satisfaction", "basically") => ("基本满意", "Mostly satisfied"),
        ("satisfaction", "unsatisfied") => ("不满意", "Not satisfied"),
        ("selection", "votes") => ("得票", "Votes received"),
        ("selection", "rank") => ("名次", "Rank"),
        ("selection", "selected") => ("是否入选", "Chosen"),
        ("suggestion_totals", "received") => ("收到", "Received"),
        ("suggestion_totals", "bills") => ("议案", "Bills"),
        ("suggestion_totals", "suggestions") => ("建议", "Suggestions"),
        ("suggestion_totals", "replied") => ("已答复", "Answered"),
        ("suggestions" | "projects", "unit") => ("承办单位", "Unit in charge"),
        ("suggestions" | "projects", "status") => ("进展", "Progress"),
        ("glossary", "term") => ("名词", "Term"),
        (_, "term") => ("第几届", "Term"),
        (_, "meeting") => ("第几次会议", "Meeting"),
        (_, "title") => ("标题", "Title"),
        (_, "people") => ("人员", "People"),
        (_, "posts") => ("职务", "Posts"),
        (_, "sittings") => ("会次", "Sittings"),
        (_, "agenda") => ("议程", "Agenda"),
        (_, "speeches") => ("发言与报告", "Speeches and reports"),
        (_, "resolutions") => ("决议", "Resolutions"),
        (_, "budgets") => ("预算", "Budgets"),
        (_, "tables") => ("表", "Tables"),
        (_, "lines") => ("行", "Lines"),
        (_, "blocks") => ("段落", "Paragraphs"),
        (_, "items") => ("列举项", "Items"),
        (_, "votes") => ("表决与选举", "Votes and elections"),
        (_, "candidates") => ("候选人", "Candidates"),
        (_, "suggestions") => ("建议和议案", "Suggestions and bills"),
        (_, "suggestion_totals") => ("建议办理总数", "Suggestions as a whole"),
        (_, "projects") => ("民生实事", "Livelihood projects"),
        (_, "deputy_changes") => ("代表变动", "Changes among the deputies"),
        (_, "sources") => ("来源", "Sources"),
        (_, "cosigners") => ("附议代表", "Cosigned by"),
        (_, "responsible") => ("负责人", "Responsible"),
        (_, "lead") => ("领衔代表", "First signed by"),
        (_, "person") => ("人员", "Person"),
        (_, "elected") => ("是否当选", "Elected"),
        (_, "method") => ("方式", "Method"),
        (_, "category") => ("类别", "Category"),
        (_, "submitted") => ("提交", "Handed in"),
        (_, "due") => ("期限", "Due"),
        (_, "replied") => ("答复日期", "Answered on"),
        (_, "reply") => ("答复", "Answer"),
        (_, "outcome") => ("办理结果", "Outcome"),
        (_, "satisfaction") => ("满意程度", "Satisfaction"),
        (_, "replied_percent") => ("答复率％", "Answered, %"),
        (_, "satisfied_percent") => ("满意率％", "Satisfied, %"),
        (_, "content") => ("内容说明", "What it is"),
        (_, "investment") => ("投资", "Investment"),
        (_, "investment_unit") => ("投资单位", "Unit of the investment"),
        (_, "progress_percent") => ("进度％", "Progress, %"),
        (_, "constituency") => ("选区", "Constituency"),
        (_, "url") => ("网址", "Address"),
        (_, "glossary") => ("名词解释", "Glossary"),
        (_, "presenters") => ("报告人", "Presented by"),
        (_, "chairs") => ("主持人", "Presided"),
        (_, "corrections") => ("更正", "Corrections"),
        (_, "name") => ("名称", "Name"),
        (_, "sort_name") => ("拼音", "Pinyin"),
        (_, "organization") => ("单位", "Organization"),
        (_, "level") => ("级别", "Level"),
        (_, "place") => ("地方", "Place"),
        (_, "venue") => ("地点", "Venue"),
        (_, "kind") => ("种类", "Kind"),
        (_, "status") => ("状态", "Status"),
        (_, "summary") => ("概要", "Summary"),
        (_, "date") => ("日期", "Date"),
        (_, "number") => ("编号", "Number"),
        (_, "action") => ("做什么", "Action"),
        (_, "on_behalf_of") => ("受谁委托", "On behalf of"),
        (_, "result") => ("结果", "Result"),
        (_, "note") => ("说明", "Note"),
        (_, "speaker") => ("发言人", "Speaker"),
        (_, "attribution") => ("原文署名", "As printed"),
        (_, "text_status") => ("文本性质", "Kind of text"),
        (_, "text") => ("正文", "Text"),
        (_, "definition") => ("解释", "Meaning"),
        (_, "fiscal_year") => ("年度", "Fiscal year"),
        (_, "stage") => ("阶段", "Stage"),
        (_, "unit") => ("金额单位", "Unit"),
        (_, "book") => ("预算类别", "Book"),
        (_, "direction") => ("收支", "Revenue or expenditure"),
        (_, "scope") => ("范围", "Scope"),
        (_, "code") => ("科目编码", "Code"),
        (_, "prior_final") => ("上年决算", "Final accounts of the year before"),
        (_, "initial") => ("年初预算", "Budget"),
        (_, "adjusted") => ("调整预算", "Adjusted budget"),
        (_, "executed") => ("执行", "Executed"),
        (_, "final") => ("决算", "Final accounts"),
        (_, "next") => ("下年预算", "Budget of the next year"),
        (_, "completion_percent") => ("完成％", "Completed, %"),
        (_, "yoy_percent") => ("比上年％", "Over the year before, %"),
        _ => ("内容", "Entry"),
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// A word of a closed list, by the pointer of its field.
pub fn word(lang: Lang, at: &str, word: &str) -> &'static str {
    macro_rules! labelled {
        ($label:ident) => {
            parsed(word).map(|value| labels::$label(lang, value))
        };
    }
    let mut names = at.rsplit('/').filter(|name| !name.bytes().all(|byte| byte.is_ascii_digit()));
    let (key, parent) = (names.next().unwrap_or_default(), names.next().unwrap_or_default());
    let found = match (parent, key) {
        ("assembly", "level") => labelled!(level),
        ("sittings", "kind") => labelled!(sitting_kind),
        ("agenda", "kind") => labelled!(agenda_kind),
        ("agenda", "action") => labelled!(action),
        ("agenda", "result") => labelled!(agenda_result),
        ("speeches", "kind") => labelled!(speech_kind),
        ("resolutions", "kind") => labelled!(resolution_kind),
        ("blocks", "kind") => block_kind(lang, word),
        ("votes", "result") => labelled!(vote_result),
        ("suggestions", "kind") => labelled!(suggestion_kind),
        ("deputy_changes", "kind") => labelled!(deputy_change),
        (_, "elected" | "selected") => Some(flag(lang, word)),
        (_, "method") => labelled!(vote_method),
        (_, "outcome") => labelled!(outcome),
        (_, "satisfaction") => labelled!(satisfaction),
        (_, "kind") => labelled!(session_kind),
        (_, "status") => labelled!(status),
        (_, "text_status") => labelled!(text_status),
        (_, "stage") => labelled!(stage),
        (_, "unit" | "investment_unit") => labelled!(unit),
        (_, "book") => labelled!(book),
        (_, "direction") => labelled!(direction),
        _ => None,
    };
    found.unwrap_or(Edit::of(lang).edit_nameless)
}

fn parsed<'a, T: Deserialize<'a>>(word: &'a str) -> Option<T> {
    T::deserialize(IntoDeserializer::<Error>::into_deserializer(word)).ok()
}

fn flag(lang: Lang, word: &str) -> &'static str {
    let (zh, en) = if word == "true" { ("是", "Yes") } else { ("否", "No") };
    if lang == Lang::Zh { zh } else { en }
}

fn block_kind(lang: Lang, word: &str) -> Option<&'static str> {
    let (zh, en) = match word {
        "heading" => ("小标题", "Heading"),
        "paragraph" => ("段落", "Paragraph"),
        "list" => ("列举", "List"),
        "quote" => ("引文", "Quotation"),
        "table" => ("表格", "Table"),
        _ => return None,
    };
    Some(if lang == Lang::Zh { zh } else { en })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::forms::{Form, LISTS, SESSION, Sort, sort};

    fn fields(form: &Form, above: &str, found: &mut Vec<String>) {
        let entry = format!("{above}/{}/0", form.list);
        found.extend(form.fields.iter().map(|field| format!("{entry}{field}")));
        form.lists.iter().for_each(|form| fields(form, &entry, found));
    }

    #[test]
    fn every_field_and_word_of_the_forms_has_a_name() {
        let mut all: Vec<String> = SESSION.iter().map(ToString::to_string).collect();
        for form in LISTS {
            fields(form, "", &mut all);
        }
        for lang in [Lang::Zh, Lang::En] {
            for at in &all {
                assert!(!matches!(label(lang, at), "内容" | "Entry"), "{at}");
                if let Sort::Word(words) = sort(at) {
                    assert!(words.iter().all(|one| word(lang, at, one) != Edit::of(lang).edit_nameless), "{at}");
                }
            }
        }
    }
}
