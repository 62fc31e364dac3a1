//! The words that findings speak with.

use super::{Lang, pick};
use crate::check::{Listed, Moment, Quantity, Thing};

/// The word for a thing with an id.
pub(super) const fn thing_word(lang: Lang, thing: Thing) -> &'static str {
    match thing {
        Thing::Session => pick(lang, "会议", "session"),
        Thing::Source => pick(lang, "来源", "source"),
        Thing::Sitting => pick(lang, "分次会议", "sitting"),
        Thing::Person => pick(lang, "人员", "person"),
        Thing::AgendaItem => pick(lang, "议程", "agenda item"),
        Thing::Speech => pick(lang, "发言", "speech"),
        Thing::Block => pick(lang, "段落", "block of text"),
        Thing::Vote => pick(lang, "表决", "vote"),
        Thing::Resolution => pick(lang, "决议", "resolution"),
        Thing::Budget => pick(lang, "预算", "budget"),
        Thing::Table => pick(lang, "预算表", "budget table"),
        Thing::Line => pick(lang, "预算行", "budget line"),
        Thing::Suggestion => pick(lang, "建议", "suggestion"),
        Thing::Project => pick(lang, "项目", "project"),
        Thing::Document => pick(lang, "文件资料", "document"),
    }
}

/// The words for what is counted.
pub(super) const fn quantity_word(lang: Lang, what: Quantity) -> &'static str {
    match what {
        Quantity::Seats => pick(lang, "代表名额", "the number of seats"),
        Quantity::Expected => pick(lang, "应到人数", "the number expected"),
        Quantity::Present => pick(lang, "实到人数", "the number present"),
        Quantity::PresentAndOnLeave => pick(lang, "实到与请假合计", "present and on leave together"),
        Quantity::Issued => pick(lang, "发出票数", "ballots issued"),
        Quantity::Returned => pick(lang, "收回票数", "ballots returned"),
        Quantity::Valid => pick(lang, "有效票数", "valid ballots"),
        Quantity::ValidAndInvalid => pick(lang, "有效票与无效票合计", "valid and invalid ballots together"),
        Quantity::Eligible => pick(lang, "有表决权人数", "those entitled to vote"),
        Quantity::AllCounts => pick(lang, "各项票数合计", "all votes together"),
        Quantity::VotesForCandidate => pick(lang, "得票数", "votes for the candidate"),
        Quantity::Received => pick(lang, "收到件数", "the number received"),
        Quantity::Replied => pick(lang, "办复件数", "the number replied to"),
        Quantity::BillsAndSuggestions => pick(lang, "议案与建议合计", "bills and suggestions together"),
        Quantity::Outcomes => pick(lang, "各类办理结果合计", "all outcomes together"),
    }
}

/// The words for what a date or time is of.
pub(super) fn moment(lang: Lang, what: Moment) -> String {
    let word = match what {
        Moment::Start => pick(lang, "开始", "the beginning"),
        Moment::End => pick(lang, "结束", "the end"),
        Moment::Submitted => pick(lang, "提出日期", "the day of submission"),
        Moment::Due => pick(lang, "答复期限", "the day it is due"),
        Moment::Replied => pick(lang, "答复日期", "the day of the reply"),
        Moment::Previous => pick(lang, "前一项", "the entry before it"),
        Moment::This => pick(lang, "这一项", "this entry"),
    };
    word.to_owned()
}

/// The word for a list.
pub(super) const fn listed_word(lang: Lang, list: Listed) -> &'static str {
    match list {
        Listed::Agenda => pick(lang, "议程", "agenda items"),
        Listed::Reports => pick(lang, "报告", "reports"),
        Listed::Resolutions => pick(lang, "决议", "resolutions"),
        Listed::Suggestions => pick(lang, "议案和建议", "bills and suggestions"),
        Listed::Projects => pick(lang, "选定项目", "selected projects"),
    }
}
