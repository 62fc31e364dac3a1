//! Units that titles and names say in words: 单位：万元, （亿元）.

use crate::check::checker::Checker;
use crate::check::finding::{FindingKind as Kind, Severity};
use crate::json_path::Path;
use crate::model::Unit;

impl Checker<'_> {
    /// A title or name, and the unit that applies to the figures below it.
    pub(super) fn said_unit(&mut self, at: Path<'_>, text: &str, applies: Unit) {
        if let Some(said) = said(text).filter(|said| *said != applies) {
            self.found.add(Severity::Warning, at, Kind::UnitContradiction { said, applies });
        }
    }
}

/// The unit that a text names: after 单位, or alone in parentheses. A unit in a sentence (补助5万元) says nothing of the figures.
fn said(text: &str) -> Option<Unit> {
    let after = |start: &str| text.split(start).skip(1).find_map(|rest| leading(rest).map(|(unit, _)| unit));
    let alone = |rest: &str| leading(rest).filter(|(_, rest)| rest.starts_with(['）', ')'])).map(|(unit, _)| unit);
    after("单位").or_else(|| text.split(['（', '(']).skip(1).find_map(alone))
}

fn leading(text: &str) -> Option<(Unit, &str)> {
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '：' | ':' | '为')).trim_start_matches("人民币");
    let words = [("万元", Unit::WanYuan), ("亿元", Unit::YiYuan), ("元", Unit::Yuan)];
    words.into_iter().find_map(|(word, unit)| text.strip_prefix(word).map(|rest| (unit, rest.trim_start())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_read_where_they_are_said() {
        for (text, unit) in [
            ("2024年收支总表（单位：万元）", Some(Unit::WanYuan)),
            ("金额单位: 人民币元", Some(Unit::Yuan)),
            ("单位：亿元", Some(Unit::YiYuan)),
            ("税收收入(亿元)", Some(Unit::YiYuan)),
            ("税收收入（ 万元 ）", Some(Unit::WanYuan)),
            ("其他单位收入", None),
            ("单位：人", None),
            ("补助5万元", None),
            ("百万元以上项目（亿元以上除外）", None),
        ] {
            assert_eq!(said(text), unit, "{text}");
        }
    }
}
