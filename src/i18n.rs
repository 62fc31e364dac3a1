//! Every string of the interface, in every language. A missing string does not compile.

mod answers;
mod beyond;
mod clerk;
pub mod dates;
pub mod diff;
#[cfg(feature = "import")]
pub mod drafts;
pub mod edit;
mod find;
pub mod findings;
pub mod foreign;
mod front;
#[cfg(feature = "import")]
pub mod imports;
pub mod labels;
mod lists;
mod mismatch;
pub mod money;
#[cfg(feature = "cli")]
pub mod published;
mod story;
mod strings;
mod subjects;
mod take;
mod texts;
#[cfg(feature = "workbook")]
pub mod workbook;

pub use crate::lang::Lang;
pub use answers::Answers;
pub use beyond::Beyond;
pub use clerk::Clerk;
pub use diff::Differences;
#[cfg(feature = "import")]
pub use drafts::Drafts;
pub use edit::Edit;
pub use find::Find;
pub use foreign::Foreign;
pub use front::Front;
#[cfg(feature = "import")]
pub use imports::Imports;
pub use lists::Lists;
pub use mismatch::{Mismatch, mismatches};
pub use money::Money;
pub use story::Story;
pub use subjects::Subjects;
pub use take::Take;
pub use texts::Texts;
#[cfg(feature = "workbook")]
pub use workbook::Workbooks;

/// Makes the English words known where they come as a part of the program (feature `split`).
pub fn learn_english() {
    #[cfg(feature = "split")]
    {
        Texts::learn();
        Story::learn();
        Answers::learn();
        Beyond::learn();
        Clerk::learn();
        Differences::learn();
        Find::learn();
        Foreign::learn();
        Take::learn();
        Lists::learn();
        Mismatch::learn();
        Money::learn();
        Subjects::learn();
        Front::learn();
        Edit::learn();
        #[cfg(feature = "import")]
        Imports::learn();
        #[cfg(feature = "import")]
        Drafts::learn();
        #[cfg(feature = "workbook")]
        Workbooks::learn();
    }
}

/// Puts `values` in the place of the `{}` of a template, in order.
///
/// ```
/// assert_eq!(yishi::i18n::fill("{} of {}", &["3", "12"]), "3 of 12");
/// ```
pub fn fill(template: &str, values: &[&str]) -> String {
    let mut parts = template.split("{}");
    let mut text = parts.next().unwrap_or_default().to_owned();
    let mut values = values.iter();
    for part in parts {
        text.push_str(values.next().copied().unwrap_or_default());
        text.push_str(part);
    }
    text
}

/// A number with its noun: “5项报告”, “1 report”, “5 reports”. `one` and `many` are English; Chinese uses `zh` for both.
pub fn count(lang: Lang, n: usize, zh: &str, one: &str, many: &str) -> String {
    match (lang, n) {
        (Lang::Zh, _) => format!("{n}{zh}"),
        (Lang::En, 1) => format!("1 {one}"),
        (Lang::En, _) => format!("{n} {many}"),
    }
}
