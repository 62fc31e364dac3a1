//! What differs between two sessions, in words.

use super::{Lang, fill, labels, strings::strings};
use crate::diff::{Change, Difference, Side, Step, Value, changed_part};
use crate::model::{BlockKind, Role, YoyKind};
use serde::de::DeserializeOwned;

/// How much of a text is repeated.
const QUOTED: usize = 60;
/// How much of what did not change is repeated on either side of what did.
const AROUND: usize = 8;

strings! {
    /// The strings of one language. `{}` stands for a value; see [`super::fill`].
    Differences {
        diff_none: "没有不同", "no difference";
        diff_other: "{}：{} → {}", "{}: {} → {}";
        diff_first: "{}：只有前者有：{}", "{}: only in the first: {}";
        diff_second: "{}：只有后者有：{}", "{}: only in the second: {}";
        diff_moved: "{}：从第{}位移到第{}位", "{}: moved from place {} to {}";
        diff_place: "{}“{}”", "{} “{}”";
        diff_nth: "{}第{}项", "{} no. {}";
        diff_quoted: "“{}”", "“{}”";
        diff_yes: "是", "yes";
        diff_no: "否", "no";
        diff_nothing: "无", "none";
        diff_list: "{}项", "items: {}";
    }
}

/// A difference in a sentence.
pub fn difference(lang: Lang, difference: &Difference) -> String {
    let words = Differences::of(lang);
    let place = place(lang, &difference.place);
    match &difference.change {
        Change::Other { first: Value::Text(first), second: Value::Text(second) } if !is_word(&difference.place, first) => {
            let (one, other) = changed_part(first, second);
            let quoted = |text: &str, part: std::ops::Range<usize>| fill(words.diff_quoted, &[&around(text, part)]);
            fill(words.diff_other, &[&place, &quoted(first, one), &quoted(second, other)])
        }
        Change::Other { first, second } => {
            let [first, second] = [first, second].map(|value| said(lang, &difference.place, value));
            fill(words.diff_other, &[&place, &first, &second])
        }
        Change::Only { side, value } => {
            let template = if *side == Side::First { words.diff_first } else { words.diff_second };
            fill(template, &[&place, &said(lang, &difference.place, value)])
        }
        Change::Moved { from, to } => {
            fill(words.diff_moved, &[&place, &from.saturating_add(1).to_string(), &to.saturating_add(1).to_string()])
        }
    }
}

/// A field of the session file in words; the field itself where it has none.
pub fn field(lang: Lang, name: &str) -> &str {
    let Some((_, zh, en)) = FIELDS.iter().find(|(field, ..)| *field == name) else { return name };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

fn place(lang: Lang, steps: &[Step]) -> String {
    let words = Differences::of(lang);
    let step = |step: &Step| {
        let field = field(lang, &step.field);
        match &step.thing {
            None => field.to_owned(),
            Some(thing) if thing.name.is_empty() => fill(words.diff_nth, &[field, &thing.position.saturating_add(1).to_string()]),
            Some(thing) => fill(words.diff_place, &[field, &short(&thing.name)]),
        }
    };
    steps.iter().map(step).collect::<Vec<_>>().join(" › ")
}

fn said(lang: Lang, steps: &[Step], value: &Value) -> String {
    let words = Differences::of(lang);
    let quoted = |text: &str| fill(words.diff_quoted, &[&short(text)]);
    match value {
        Value::Text(text) => word(lang, steps, text).map_or_else(|| quoted(text), str::to_owned),
        Value::Number(digits) => digits.clone(),
        Value::Amount { digits, unit } => format!("{digits}{}", labels::unit_after(lang, *unit)),
        Value::Truth(true) => words.diff_yes.to_owned(),
        Value::Truth(false) => words.diff_no.to_owned(),
        Value::Nothing => words.diff_nothing.to_owned(),
        Value::Reference { id, name } => quoted(if name.is_empty() { id } else { name }),
        Value::Thing(name) if name.is_empty() => fill(words.diff_list, &["1"]),
        Value::Thing(name) => quoted(name),
        Value::List(count) => fill(words.diff_list, &[&count.to_string()]),
    }
}

fn is_word(steps: &[Step], text: &str) -> bool {
    word(Lang::Zh, steps, text).is_some()
}

/// A word of a closed list, where the field has one.
fn word(lang: Lang, steps: &[Step], text: &str) -> Option<&'static str> {
    let list = steps.iter().rev().nth(1).map_or("", |step| step.field.as_str());
    let name = steps.last().map_or("", |step| step.field.as_str());
    match (list, name) {
        ("", "status") => of(text).map(|word| labels::status(lang, word)),
        ("", "kind") => of(text).map(|word| labels::session_kind(lang, word)),
        (_, "level") => of(text).map(|word| labels::level(lang, word)),
        ("sittings", "kind") => of(text).map(|word| labels::sitting_kind(lang, word)),
        ("agenda", "kind") => of(text).map(|word| labels::agenda_kind(lang, word)),
        ("agenda", "action") => of(text).map(|word| labels::action(lang, word)),
        ("agenda", "state") => of(text).map(|word| labels::agenda_state(lang, word)),
        ("agenda", "result") => of(text).map(|word| labels::agenda_result(lang, word)),
        ("speeches", "kind") => of(text).map(|word| labels::speech_kind(lang, word)),
        (_, "text_status") => of(text).map(|word| labels::text_status(lang, word)),
        (_, "method") => of(text).map(|word| labels::vote_method(lang, word)),
        ("votes", "result") => of(text).map(|word| labels::vote_result(lang, word)),
        ("resolutions", "kind") => of(text).map(|word| labels::resolution_kind(lang, word)),
        ("deputy_changes", "kind") => of(text).map(|word| labels::deputy_change(lang, word)),
        ("suggestions", "kind") => of(text).map(|word| labels::suggestion_kind(lang, word)),
        (_, "outcome") => of(text).map(|word| labels::outcome(lang, word)),
        (_, "satisfaction") => of(text).map(|word| labels::satisfaction(lang, word)),
        (_, "book") => of(text).map(|word| labels::book(lang, word)),
        (_, "direction") => of(text).map(|word| labels::direction(lang, word)),
        (_, "stage") => of(text).map(|word| labels::stage(lang, word)),
        (_, "basis") => of(text).map(|word| labels::basis(lang, word)),
        ("budgets" | "tables" | "lines", "unit") | (_, "investment_unit") => of(text).map(|word| labels::unit(lang, word)),
        (_, "role") => of(text).map(|word| role(lang, word)),
        (_, "yoy_kind") => of(text).map(|word| yoy(lang, word)),
        ("blocks", "kind") => of(text).map(|word| block(lang, word)),
        _ => None,
    }
}

fn of<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_value(serde_json::Value::String(text.to_owned())).ok()
}

const fn role(lang: Lang, role: Role) -> &'static str {
    match (lang, role) {
        (Lang::Zh, Role::Item) => "项",
        (Lang::En, Role::Item) => "item",
        (Lang::Zh, Role::Subtotal) => "小计",
        (Lang::En, Role::Subtotal) => "subtotal",
        (Lang::Zh, Role::Total) => "合计",
        (Lang::En, Role::Total) => "total",
        (Lang::Zh, Role::OfWhich) => "其中",
        (Lang::En, Role::OfWhich) => "of which",
        (Lang::Zh, Role::Transfer) => "转移性",
        (Lang::En, Role::Transfer) => "transfer",
        (Lang::Zh, Role::CarryOver) => "结转、结余",
        (Lang::En, Role::CarryOver) => "carried over",
    }
}

const fn yoy(lang: Lang, kind: YoyKind) -> &'static str {
    match (lang, kind) {
        (Lang::Zh, YoyKind::Change) => "增减",
        (Lang::En, YoyKind::Change) => "change",
        (Lang::Zh, YoyKind::Ratio) => "为上年的比例",
        (Lang::En, YoyKind::Ratio) => "ratio",
    }
}

const fn block(lang: Lang, kind: BlockKind) -> &'static str {
    match (lang, kind) {
        (Lang::Zh, BlockKind::Heading) => "标题",
        (Lang::En, BlockKind::Heading) => "heading",
        (Lang::Zh, BlockKind::Paragraph) => "段落",
        (Lang::En, BlockKind::Paragraph) => "paragraph",
        (Lang::Zh, BlockKind::List) => "列表",
        (Lang::En, BlockKind::List) => "list",
        (Lang::Zh, BlockKind::Quote) => "引文",
        (Lang::En, BlockKind::Quote) => "quotation",
        (Lang::Zh, BlockKind::Table) => "表格",
        (Lang::En, BlockKind::Table) => "table",
    }
}

/// The beginning of a text, in one line.
fn short(text: &str) -> String {
    cut(&text.split_whitespace().collect::<Vec<_>>().join(" "), QUOTED)
}

fn cut(text: &str, most: usize) -> String {
    let mut short: String = text.chars().take(most).collect();
    if text.chars().nth(most).is_some() {
        short.push('…');
    }
    short
}

/// A part of a text with a little of what stands around it.
fn around(text: &str, part: std::ops::Range<usize>) -> String {
    if text.chars().count() <= QUOTED {
        return short(text);
    }
    let (before, after) = (text.get(..part.start).unwrap_or_default(), text.get(part.end..).unwrap_or_default());
    let skipped = before.chars().count().saturating_sub(AROUND);
    let lead: String = before.chars().skip(skipped).collect();
    let mark = if skipped > 0 { "…" } else { "" };
    format!("{mark}{lead}{}{}", cut(text.get(part).unwrap_or_default(), QUOTED), cut(after, AROUND))
}

/// The fields of the session file.
const FIELDS: [(&str, &str, &str); 153] = [
    ("format", "格式", "format"),
    ("id", "编号", "id"),
    ("title", "标题", "title"),
    ("language", "语言", "language"),
    ("is_sample", "是否示例", "sample"),
    ("status", "状态", "status"),
    ("as_of", "截至", "as of"),
    ("license", "许可", "licence"),
    ("summary", "摘要", "summary"),
    ("sources", "来源", "source"),
    ("publisher", "发布者", "publisher"),
    ("url", "网址", "address"),
    ("date", "日期", "date"),
    ("corrections", "更正", "correction"),
    ("target", "所更正的", "what was corrected"),
    ("note", "备注", "note"),
    ("assembly", "人大", "congress"),
    ("name", "名称", "name"),
    ("short_name", "简称", "short name"),
    ("level", "级别", "level"),
    ("division_code", "行政区划代码", "division code"),
    ("place", "所在地", "place"),
    ("population", "人口", "population"),
    ("term", "届", "term"),
    ("meeting", "次", "meeting"),
    ("dates", "会期", "dates"),
    ("start", "开始", "beginning"),
    ("end", "结束", "end"),
    ("venue", "地点", "venue"),
    ("kind", "类型", "kind"),
    ("attendance", "出席", "attendance"),
    ("seats", "代表名额", "seats"),
    ("expected", "应到", "expected"),
    ("present", "实到", "present"),
    ("on_leave", "请假", "on leave"),
    ("observers", "列席", "observers"),
    ("quorum_met", "达到法定人数", "quorum"),
    ("sittings", "会次", "sitting"),
    ("ordinal", "序次", "number in order"),
    ("chairs", "主持人", "chair"),
    ("people", "人员", "person"),
    ("sort_name", "拼音", "sort name"),
    ("posts", "职务", "post"),
    ("organization", "单位", "organization"),
    ("from", "起", "from"),
    ("to", "止", "until"),
    ("agenda", "议程", "agenda item"),
    ("sitting", "会次", "sitting"),
    ("parent", "上级", "part of"),
    ("number", "编号", "number"),
    ("action", "方式", "action"),
    ("presenters", "报告人", "presenter"),
    ("on_behalf_of", "受托", "on behalf of"),
    ("state", "进展", "state"),
    ("result", "结果", "result"),
    ("votes", "表决", "vote"),
    ("resolutions", "决议", "resolution"),
    ("speeches", "发言与报告", "speech"),
    ("budgets", "预算", "budget"),
    ("documents", "文件", "document"),
    ("speaker", "发言人", "speaker"),
    ("attribution", "署名", "attribution"),
    ("post", "职务", "post"),
    ("text_status", "文字性质", "kind of text"),
    ("blocks", "段落", "paragraph"),
    ("text", "文字", "text"),
    ("items", "条目", "entry"),
    ("motion", "表决事项", "motion"),
    ("method", "表决方式", "method"),
    ("eligible", "有表决权的", "eligible"),
    ("ballots", "选票", "ballots"),
    ("issued", "发出", "issued"),
    ("returned", "收回", "returned"),
    ("valid", "有效", "valid"),
    ("invalid", "无效", "invalid"),
    ("counts", "票数", "counts"),
    ("yes", "赞成", "yes"),
    ("no", "反对", "no"),
    ("abstain", "弃权", "abstain"),
    ("not_voting", "未投票", "not voting"),
    ("candidates", "候选", "candidate"),
    ("person", "人", "person"),
    ("project", "项目", "project"),
    ("elected", "当选", "elected"),
    ("vote", "表决", "vote"),
    ("fiscal_year", "年度", "fiscal year"),
    ("stage", "阶段", "stage"),
    ("period", "期间", "period"),
    ("unit", "单位", "unit"),
    ("tables", "表", "table"),
    ("book", "预算类别", "book"),
    ("direction", "收支", "direction"),
    ("scope", "范围", "scope"),
    ("lines", "行", "line"),
    ("code", "科目编码", "code"),
    ("role", "性质", "role"),
    ("amounts", "金额", "amounts"),
    ("prior_final", "上年决算", "last year"),
    ("initial", "年初预算", "budget"),
    ("adjusted", "调整预算", "adjusted"),
    ("executed", "执行", "executed"),
    ("final", "决算", "final"),
    ("next", "下年预算", "next year"),
    ("printed", "印出的百分比", "printed percentages"),
    ("completion_percent", "完成预算%", "percent of the budget"),
    ("yoy_percent", "比上年%", "percent of last year"),
    ("yoy_kind", "比上年的算法", "kind of comparison"),
    ("suggestions", "建议和议案", "suggestion"),
    ("category", "类别", "field"),
    ("lead", "领衔", "lead"),
    ("cosigners", "附议", "cosigner"),
    ("co_units", "协办", "unit that helps"),
    ("submitted", "提交", "handed in"),
    ("due", "期限", "due"),
    ("replied", "答复", "answered"),
    ("reply", "答复内容", "answer"),
    ("outcome", "办理结果", "outcome"),
    ("satisfaction", "满意程度", "satisfaction"),
    ("timeline", "经过", "event"),
    ("event", "事件", "event"),
    ("session", "会议", "session"),
    ("suggestion_totals", "建议总数", "totals of suggestions"),
    ("received", "收到", "received"),
    ("bills", "议案", "bills"),
    ("replied_percent", "办复率%", "percent answered"),
    ("outcomes", "办理结果", "outcomes"),
    ("A", "A类", "A"),
    ("B", "B类", "B"),
    ("C", "C类", "C"),
    ("D", "D类", "D"),
    ("satisfied", "满意", "satisfied"),
    ("basically", "基本满意", "mostly satisfied"),
    ("unsatisfied", "不满意", "not satisfied"),
    ("satisfied_percent", "满意率%", "percent satisfied"),
    ("projects", "民生实事", "project"),
    ("content", "内容", "content"),
    ("investment", "投资", "investment"),
    ("investment_unit", "投资单位", "unit of the investment"),
    ("responsible", "负责人", "responsible"),
    ("selection", "票决", "selection"),
    ("rank", "名次", "rank"),
    ("selected", "入选", "selected"),
    ("progress_percent", "进度%", "percent done"),
    ("milestones", "节点", "milestone"),
    ("percent", "百分比", "percent"),
    ("deputy_changes", "代表变动", "change among deputies"),
    ("constituency", "选区", "constituency"),
    ("sha256", "SHA-256", "SHA-256"),
    ("glossary", "名词", "term"),
    ("definition", "解释", "definition"),
    ("basis", "依据", "basis"),
    ("declared", "来源所称数", "declared"),
    ("reports", "报告", "reports"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diff::Thing;

    #[test]
    #[cfg(feature = "cli")]
    fn every_field_of_a_session_has_words() {
        fn names(schema: &serde_json::Value, found: &mut Vec<String>) {
            match schema {
                serde_json::Value::Object(object) => {
                    found.extend(
                        object
                            .get("properties")
                            .and_then(|properties| properties.as_object())
                            .into_iter()
                            .flat_map(|of| of.keys().cloned()),
                    );
                    object.values().for_each(|value| names(value, found));
                }
                serde_json::Value::Array(array) => array.iter().for_each(|value| names(value, found)),
                _ => {}
            }
        }
        let mut found = Vec::new();
        names(&serde_json::from_str(&crate::read::schema()).unwrap_or_default(), &mut found);
        assert!(found.len() > 100, "the schema has fields");
        found.retain(|name| FIELDS.iter().all(|(field, ..)| field != name));
        assert_eq!(found, [] as [String; 0]);
    }

    fn step(field: &str, thing: Option<&str>) -> Step {
        let thing = thing.map(|name| Thing { name: name.to_owned(), ..Thing::default() });
        Step { field: field.to_owned(), thing }
    }

    #[test]
    fn differences_are_sentences() {
        let text = |text: &str| Value::Text(text.to_owned());
        let one = |place: Vec<Step>, change: Change| Difference { first: "$".to_owned(), second: "$".to_owned(), place, change };
        let kind = one(
            vec![step("agenda", Some("政府工作报告")), step("kind", None)],
            Change::Other { first: text("vote"), second: text("resolution") },
        );
        assert_eq!(difference(Lang::Zh, &kind), "议程“政府工作报告” › 类型：表决 → 决议");
        assert_eq!(difference(Lang::En, &kind), "agenda item “政府工作报告” › kind: Vote → Resolution");
        let post = one(vec![step("people", Some("王芳"))], Change::Only { side: Side::Second, value: Value::Thing("王芳".to_owned()) });
        assert_eq!(difference(Lang::Zh, &post), "人员“王芳”：只有后者有：“王芳”");
        let moved = one(vec![step("blocks", Some(""))], Change::Moved { from: 2, to: 0 });
        assert_eq!(difference(Lang::Zh, &moved), "段落第1项：从第3位移到第1位");
    }

    #[test]
    fn of_a_long_text_the_part_that_changed_is_told() {
        let long = |middle: &str| format!("{}{middle}{}", "前".repeat(80), "后".repeat(80));
        let change = Change::Other { first: Value::Text(long("甲")), second: Value::Text(long("乙")) };
        let told =
            difference(Lang::Zh, &Difference { first: String::new(), second: String::new(), place: vec![step("text", None)], change });
        assert_eq!(told, "文字：“…前前前前前前前前甲后后后后后后后后…” → “…前前前前前前前前乙后后后后后后后后…”");
    }
}
