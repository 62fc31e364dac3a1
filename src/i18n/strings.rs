//! Makes a set of strings of the interface: one struct, one static of it for each language.

macro_rules! strings {
    ($(#[$doc:meta])* $set:ident { $($name:ident: $zh:literal, $en:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Debug)]
        pub struct $set {
            $(#[doc = $zh] pub $name: &'static str,)+
        }

        impl $set {
            /// The strings of a language.
            pub fn of(lang: $crate::i18n::Lang) -> &'static Self {
                static ZH: $set = $set { $($name: $zh,)+ };
                match lang {
                    $crate::i18n::Lang::Zh => &ZH,
                    // Shown in Chinese until it has come.
                    #[cfg(feature = "split")]
                    $crate::i18n::Lang::En => Self::learned().get().copied().unwrap_or(&ZH),
                    #[cfg(not(feature = "split"))]
                    $crate::i18n::Lang::En => Self::english(),
                }
            }

            fn english() -> &'static Self {
                static EN: $set = $set { $($name: $en,)+ };
                &EN
            }

            /// English, where it comes as a part of the program.
            #[cfg(feature = "split")]
            fn learned() -> &'static std::sync::OnceLock<&'static Self> {
                static LEARNED: std::sync::OnceLock<&'static $set> = std::sync::OnceLock::new();
                &LEARNED
            }

            /// Learns English; only who calls this carries its words.
            #[cfg(feature = "split")]
            pub(super) fn learn() {
                let _ = Self::learned().set(Self::english());
            }

            /// Every template with its name, for tests.
            pub fn all(&self) -> Vec<(&'static str, &'static str)> {
                vec![$((stringify!($name), self.$name),)+]
            }
        }
    };
}
pub(super) use strings;

#[cfg(test)]
mod tests {
    use crate::i18n::{
        Answers, Beyond, Clerk, Differences, Edit, Find, Foreign, Front, Lang, Lists, Mismatch, Money, Story, Subjects, Take, Texts,
    };

    fn all(lang: Lang) -> Vec<(&'static str, &'static str)> {
        [
            Texts::of(lang).all(),
            Story::of(lang).all(),
            Beyond::of(lang).all(),
            Find::of(lang).all(),
            Foreign::of(lang).all(),
            Front::of(lang).all(),
            Answers::of(lang).all(),
            Lists::of(lang).all(),
            Mismatch::of(lang).all(),
            Clerk::of(lang).all(),
            Differences::of(lang).all(),
            Money::of(lang).all(),
            Subjects::of(lang).all(),
            Take::of(lang).all(),
            Edit::of(lang).all(),
            #[cfg(feature = "import")]
            crate::i18n::Imports::of(lang).all(),
            #[cfg(feature = "import")]
            crate::i18n::Drafts::of(lang).all(),
            #[cfg(feature = "workbook")]
            crate::i18n::Workbooks::of(lang).all(),
        ]
        .concat()
    }

    #[test]
    fn languages_agree_on_values() {
        for ((name, zh), (_, en)) in all(Lang::Zh).into_iter().zip(all(Lang::En)) {
            assert!(!zh.is_empty() && !en.is_empty(), "{name}");
            assert_eq!(zh.matches("{}").count(), en.matches("{}").count(), "{name}");
        }
    }

    #[test]
    fn chinese_uses_full_width_punctuation() {
        for (name, zh) in all(Lang::Zh) {
            let half = zh.char_indices().any(|(i, c)| {
                let after_han = zh[..i].chars().next_back().is_some_and(|before| ('\u{4e00}'..='\u{9fff}').contains(&before));
                after_han && matches!(c, ',' | ';' | ':' | '?' | '!' | '(')
            });
            assert!(!half, "{name}: {zh}");
        }
    }

    /// The end-to-end tests look strings up by name.
    #[test]
    fn names_are_used_once() {
        let mut names: Vec<_> = all(Lang::Zh).into_iter().map(|(name, _)| name).collect();
        names.sort_unstable();
        assert!(names.windows(2).all(|two| two[0] != two[1]));
    }
}
