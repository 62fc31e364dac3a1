//! What columns, pictures and percentages are called.

use crate::budget::{Field, grouped};
use crate::i18n::{Lang, Texts, labels};
use crate::model::Decimal;
use crate::route::Picture;

/// The name of a column.
pub(super) fn field_name(t: &'static Texts, lang: Lang, field: Field) -> &'static str {
    match field {
        Field::Amount(column) => labels::column(lang, column),
        Field::Completion => t.completion,
        Field::Change => t.change,
        Field::Share => t.share,
        Field::PerHead => t.per_head,
    }
}

/// The name of a picture.
pub(super) fn picture_name(t: &'static Texts, picture: Option<Picture>) -> &'static str {
    match picture {
        None => t.picture_none,
        Some(Picture::Completion) => t.picture_completion,
        Some(Picture::Flow) => t.picture_flow,
        Some(Picture::Share) => t.picture_share,
        Some(Picture::Change) => t.picture_change,
        Some(Picture::Years) => t.picture_years,
    }
}

/// A percentage as it is written.
pub(super) fn percentage(percent: Decimal) -> String {
    format!("{}%", grouped(percent))
}

/// A change with its sign.
pub(super) fn signed(percent: Decimal) -> String {
    let plus = if percent.mantissa > 0 { "+" } else { "" };
    format!("{plus}{}", percentage(percent))
}
