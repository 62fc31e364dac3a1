//! Members that several of the objects have.

use crate::json::{Object, quoted};
use crate::model::{Civil, Date, Decimal, ResolutionKind, Stated, TextStatus, Time, Unit, VoteResult};

/// An object with an id.
#[inline(never)]
pub(super) fn object(id: &str) -> Object {
    let mut object = Object::new();
    object.text("id", id);
    object
}

/// Votes for an option, where they are known.
pub(super) fn count(counted: &mut Vec<String>, option: &str, value: Stated<u32>) {
    if let Some(value) = value.value() {
        let mut object = Object::new();
        object.text("option", option);
        object.raw("value", &value.to_string());
        counted.push(object.end());
    }
}

/// A date as a member, where it is a possible one.
#[inline(never)]
pub(super) fn dated(object: &mut Object, name: &str, date: Option<&Date>) {
    timed(object, name, date, None);
}

/// A day as a member, with its time where there is one, in the time of China.
#[inline(never)]
pub(super) fn timed(object: &mut Object, name: &str, date: Option<&Date>, time: Option<&Time>) {
    let Some(day) = date.and_then(Date::civil) else { return };
    let mut text = date.map_or("", Date::as_str).to_owned();
    if let Some(time) = time.filter(|time| day.day > 0 && time.minutes().is_some()) {
        text.extend(["T", time.as_str(), ":00+08:00"]);
    }
    object.text(name, &text);
}

/// A minute of a day, in the time of China.
pub(super) fn moment(Civil { year, month, day }: Civil, minutes: u16) -> String {
    format!("{year:04}-{month:02}-{day:02}T{:02}:{:02}:00+08:00", minutes / 60, minutes % 60)
}

/// Says of a text how it relates to what was said.
pub(super) fn extra(object: &mut Object, status: Option<TextStatus>) {
    let status = match status {
        Some(TextStatus::Verbatim) => "verbatim",
        Some(TextStatus::Edited) => "edited",
        Some(TextStatus::Summary) => "summary",
        Some(TextStatus::Reconstructed) => "reconstructed",
        None => return,
    };
    let mut extra = Object::new();
    extra.text("text_status", status);
    object.raw("extra", &extra.end());
}

/// Texts as a list.
pub(super) fn texts<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    format!("[{}]", texts.map(quoted).collect::<Vec<_>>().join(","))
}

/// An exact figure; its plain digits are a number of JSON.
pub(super) fn figure(figure: Decimal) -> String {
    figure.to_string()
}

/// A unit of money as the format has it.
pub(super) const fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Yuan => "yuan",
        Unit::WanYuan => "wan_yuan",
        Unit::YiYuan => "yi_yuan",
    }
}

/// How a motion or vote ended.
pub(super) const fn result(result: VoteResult) -> &'static str {
    match result {
        VoteResult::Adopted | VoteResult::Elected => "pass",
        VoteResult::Rejected => "fail",
    }
}

/// What a resolution is called.
pub(super) const fn kind(kind: ResolutionKind) -> &'static str {
    match kind {
        ResolutionKind::Resolution => "resolution",
        ResolutionKind::Decision => "decision",
        ResolutionKind::Announcement => "announcement",
    }
}
