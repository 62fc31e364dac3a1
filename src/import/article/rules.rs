//! The rules as data: each a pattern with a sentence that it must find and one that it must leave alone.

use regex_lite::Regex;
use std::ops::Range;
use std::sync::OnceLock;

/// A pattern of the genre.
pub struct Rule {
    /// What spans call it.
    pub name: &'static str,
    pattern: &'static str,
    /// A sentence in which it is found; only the tests read it.
    #[cfg_attr(not(test), allow(dead_code))]
    pub example: &'static str,
    /// A sentence near by in which it is not.
    #[cfg_attr(not(test), allow(dead_code))]
    pub counter: &'static str,
    compiled: OnceLock<Option<Regex>>,
}

/// Where the groups of a match stand; group 0 is the whole.
pub struct Hit(Vec<Option<Range<usize>>>);

impl Hit {
    /// The place of a group.
    pub fn at(&self, group: usize) -> Option<Range<usize>> {
        self.0.get(group).cloned().flatten()
    }

    /// The place of the whole.
    pub fn whole(&self) -> Range<usize> {
        self.at(0).unwrap_or(0..0)
    }

    /// What a group holds.
    pub fn text<'a>(&self, text: &'a str, group: usize) -> Option<&'a str> {
        text.get(self.at(group)?)
    }
}

impl Rule {
    const fn new(name: &'static str, pattern: &'static str, example: &'static str, counter: &'static str) -> Self {
        Self { name, pattern, example, counter, compiled: OnceLock::new() }
    }

    /// Whether a text has the word without which the rule finds nothing: the library tries a pattern at every place, and most sentences do not have it.
    fn may_be_in(&self, text: &str) -> bool {
        let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
        match self.name {
            "will" => has(&["将"]),
            "agenda" => has(&["议程"]),
            "projects" => has(&["为：", "是：", "如下：", "有："]),
            "expected" => has(&["应到", "应出席", "应参"]),
            "observers" => has(&["列席"]),
            "suggestions" => has(&["建议", "意见"]),
            "bills" => has(&["议案"]),
            "ballot" => has(&["票决", "投票"]),
            "studied" => has(&["精神"]),
            "advised" => has(&["提出"]),
            _ => true,
        }
    }

    /// All matches in `text`, from left to right.
    pub fn hits(&self, text: &str) -> Vec<Hit> {
        if !self.may_be_in(text) {
            return Vec::new();
        }
        let Some(regex) = self.compiled.get_or_init(|| Regex::new(self.pattern).ok()) else { return Vec::new() };
        regex.captures_iter(text).map(|found| Hit((0..found.len()).map(|i| found.get(i).map(|m| m.range())).collect())).collect()
    }

    /// The first match.
    pub fn first(&self, text: &str) -> Option<Hit> {
        if !self.may_be_in(text) {
            return None;
        }
        let regex = self.compiled.get_or_init(|| Regex::new(self.pattern).ok()).as_ref()?;
        regex.captures(text).map(|found| Hit((0..found.len()).map(|i| found.get(i).map(|m| m.range())).collect()))
    }

    /// Whether it is found.
    pub fn is_in(&self, text: &str) -> bool {
        self.may_be_in(text)
            && self.compiled.get_or_init(|| Regex::new(self.pattern).ok()).as_ref().is_some_and(|regex| regex.is_match(text))
    }
}

macro_rules! rules {
    ($($(#[$doc:meta])* $id:ident, $name:literal, $pattern:literal, $example:literal, $counter:literal;)+) => {
        $($(#[$doc])* pub static $id: Rule = Rule::new($name, $pattern, $example, $counter);)+
        /// Every rule, for the tests.
        #[cfg(test)]
        pub static ALL: &[&Rule] = &[$(&$id),+];
    };
}

rules! {
    /// Place, 届 and 次 of a session.
    SESSION, "session", r"([一-龥]*?)(?:于[^，。；\n]{1,16}?)?(?:隆重|顺利|胜利)?(?:召开|举行|召集)?(?:了)?([镇乡县区市州盟旗省]?)第?([一二三四五六七八九十零〇百0-9]{1,5})届(?:人民代表大会|人大)(?:常务委员会|常委会)?第?([一二三四五六七八九十零〇百0-9]{1,5})次(?:会议|全体会议|人代会)",
        "青石镇召开第五届人民代表大会第二次会议", "政协青石县五届二次会议";
    /// A congress without its numbers.
    CONGRESS, "congress", r"([一-龥]{1,20}?[省市区县州盟旗镇乡])人民代表大会", "青石镇人民代表大会会议", "人民代表大会制度";
    /// What a session decided, taught and studied elsewhere.
    STUDIED, "studied", r"(?:传达|学习|贯彻|落实|宣讲|宣传|领会)[^，。]{0,30}精神|精神[^，。]{0,10}(?:传达|学习|贯彻|落实|宣讲)", "镇党委传达学习县人代会精神", "代表们精神饱满地走进会场";
    /// A meeting of the presidium or the preparatory meeting.
    PRESIDIUM, "presidium", r"主席团(?:举行|召开)?第[一二三四五六七八九十]+次会议|第[一二三四五六七八九十]+次主席团会议", "大会主席团第二次会议召开", "大会主席团成员在主席台就座";
    /// A day or days, the year where it is printed.
    DAYS, "days", r"(?:(20\d\d|19\d\d)年)?(\d{1,2})月(\d{1,2})日?(?:下午|上午)?(?:(?:至|到|-|—|~|～|－)+(?:(\d{1,2})月)?(\d{1,2})日)?", "3月4日至5日", "3时4分";
    /// A day without its month.
    DAY, "day", r"(?:(?:今天|今日|昨天|昨日|今|昨)?（)?(\d{1,2})）?日）?", "今天（6日）上午", "今天上午";
    /// When the report was published.
    DATELINE, "dateline", r"(20\d\d|19\d\d)[-年/.](\d{1,2})[-月/.](\d{1,2})", "发布日期：2021-03-04", "2021年度预算";
    /// Deputies who should come.
    EXPECTED, "expected", r"(?:应到会?|应出席会?议?|应参会|应参加会?议?)(?:人大)?(?:代表)?(?:为)?(\d+)", "应到代表51名", "列席51名";
    /// Deputies of the term.
    SEATS, "seats", r"(?:现有|实有|共有)(?:人大)?代表(\d+)", "实有代表351人", "代表提出建议351条";
    /// Deputies who came.
    PRESENT, "present", r"(?:实到会?|实际到会|实出席|实际出席|到会|(?:，|、)出席|参会)(?:的)?(?:人大)?(?:代表)?(?:为)?(\d+)[名人]?|出席(?:[^，。；0-9]{0,10}会议)?(?:的)?(?:人大)?代表(\d+)|(\d+)[名位](?:镇|乡|县|区|市)?(?:人大)?代表(?:出席|参加|到会)|代表(\d+)[名人](?:出席|参加|到会)", "应到代表9名，实到8名", "应到代表9名";
    /// Deputies on leave.
    ON_LEAVE, "on_leave", r"(?:请假|因[事病][^，。]{0,6}请假|缺席)(?:代表)?(\d+)", "请假3人", "放假3天";
    /// Observers.
    OBSERVERS, "observers", r"列席(?:代表|人员)?(\d+)[名人]|(\d+)[名人]列席", "列席38名", "列席会议的有各村书记";
    /// Whether they were enough.
    QUORUM, "quorum", r"(?:符合|达到|超过)[^，。]{0,6}(?:法定人数|半数)", "符合法定人数", "法定代表人";
    /// Suggestions received.
    RECEIVED, "suggestions", r"(?:收到|提出|征集|收集)[^。；]{0,30}?(?:建议|意见)[^，。；0-9]{0,8}?(\d+)[条件]", "会议收到意见建议18件", "镇党委书记提出三点意见";
    /// Bills received.
    BILLS, "bills", r"议案(\d+)件", "联名议案3件", "议案审查委员会";
    /// Where words begin that somebody said.
    SAID, "said", r"(?:报告|他|她|讲话)?(?:指出|强调|要求|表示|认为|回顾了|提出)[，：]", "他强调，要抓好落实", "会议要求严格";
    /// A heading with a number.
    HEADING, "heading", r"^[一二三四五六七八九十]{1,3}、[^。；！？]{2,40}(?:。|$)", "一、上半年工作回顾", "十里、八乡的群众来了，大家说：好。";
    /// A heading below one with a number.
    INNER_HEADING, "inner_heading", r"^（[一二三四五六七八九十]{1,3}）[^。；！？]{2,40}(?:。|$)|^[◆●■]", "（二）抓好民生。", "（二等奖）张三，一等奖：";
    /// Suggestions that somebody made for what comes.
    ADVISED, "advised", r"就[^，。；就]{2,24}提出(?:了)?(?:工作)?建议", "并就下半年工作提出建议", "代表就道路提出意见建议";
    /// The agenda of a session, listed.
    AGENDA, "agenda", r"议程(?:（草案）)?(?:主要)?(?:共)?(?:有|为|如下|是)?(?:以下)?(?:([一二三四五六七八九十0-9]{1,3})[项个])?(?:内容)?(?:，?(?:分别)?(?:是|为))?：", "会议议程共有十项：听取", "会议议程通过后，主持人说：";
    /// What will be done.
    WILL, "will", r"将(?:要|会|先后|分别|依法)?(?:听取|审议|审查|书面|补选|选举|票决|投票|表决)(?:[^结意情果见况]|$)", "大会将听取和审议政府工作报告", "将审议意见交有关部门";
    /// The number of an item or a line.
    NUMBERED, "numbered", r"^(?:\d{1,2}[.．、]|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十0-9]{1,3}）|[①-⑳])", "1.听取报告", "10个项目";
    /// Where a list of projects begins.
    PROJECTS, "projects", r"(?:实事|项目|票决)[^，。；：\n]{0,12}(?:为|是|如下|有)：", "票决结果如下：", "会议通过的决议如下：";
    /// On whose behalf a report is given, in its first words.
    BEHALF, "behalf", r"代表([^，。；]{2,24}?)，?向|受([^，。；]{2,24}?)的?委托", "我代表市人民政府，向大会报告", "各位代表围绕报告讨论";
    /// Projects by ballot.
    BALLOT, "ballot", r"(?:票决|投票选出|投票表决)[^，。；]{0,24}?(\d+)[个项件]", "票决出6个民生实事项目", "票决2024年度民生实事项目";
}

#[cfg(test)]
mod tests {
    use super::ALL;

    #[test]
    fn every_rule_finds_its_example_and_leaves_its_counter_example() {
        for rule in ALL {
            assert!(rule.is_in(rule.example), "{} in {}", rule.name, rule.example);
            assert!(!rule.is_in(rule.counter), "{} not in {}", rule.name, rule.counter);
        }
    }
}
