//! Which characters of a text stay, go, or are read as another one.

/// What becomes of a character, given its neighbours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It stays.
    Stays,
    /// It is invisible and could disguise what stands beside it, so it goes.
    Goes,
    /// It is of the private use of old GBK systems and stands for this one.
    Means(char),
    /// It is of private use and stands for nothing known. It stays, for somebody may know.
    Private,
}

/// What becomes of `c`; `before` is the last character that stayed, `after` the next one of the text as it is.
pub fn fate(before: Option<char>, c: char, after: Option<char>) -> Fate {
    if is_hidden(c) {
        if is_needed(before, c, after) { Fate::Stays } else { Fate::Goes }
    } else if is_private(c) {
        known(c).map_or(Fate::Private, Fate::Means)
    } else {
        Fate::Stays
    }
}

/// A text with what goes gone, and the characters of old GBK systems as what they stand for.
pub(super) fn cleaned(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    let mut last = None;
    let mut rest = raw.chars().peekable();
    while let Some(c) = rest.next() {
        let kept = match fate(last, c, rest.peek().copied()) {
            Fate::Goes => continue,
            Fate::Means(known) => known,
            Fate::Stays | Fate::Private => c,
        };
        text.push(kept);
        last = Some(kept);
    }
    text
}

/// Whether [`fate`] may be another than to stay.
pub const fn is_odd(c: char) -> bool {
    is_hidden(c) || is_private(c)
}

/// Whether `c` is invisible and changes how its neighbours look: bidirectional controls, zero-width characters, other format
/// controls, blank letters, and C0/C1 controls except tab and line feed. Source: Unicode Standard Annex 9 (bidi), general categories Cf, Cc,
/// Zl and Zp, and the letters that have no glyph. Variation selectors stay: they choose between real forms of a Han character. Joiners stay
/// where a script needs them ([`fate`]).
pub const fn is_hidden(c: char) -> bool {
    matches!(c,
        '\u{0}'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}'
        | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180e}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{2028}' | '\u{2029}' | '\u{2800}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e007f}')
}

/// Whether `c` has no width of its own and belongs to the character before it: joiners and variation selectors.
pub const fn is_selector(c: char) -> bool {
    matches!(c, '\u{180b}'..='\u{180f}' | '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

/// The first `count` characters of a text. What belongs to the last of them stays with it: without its selector it is another form.
pub fn first(text: &str, count: usize) -> &str {
    let mut own = text.char_indices().filter(|(_, c)| !is_selector(*c));
    own.nth(count).map_or(text, |(at, _)| &text[..at])
}

/// How many characters a text has, each with its selectors.
pub fn length(text: &str) -> usize {
    text.chars().filter(|c| !is_selector(*c)).count()
}

/// Whether a joiner is part of how its neighbours are written: without it a word of Mongolian or Uyghur has another shape or is another word,
/// and one emoji falls apart into several.
fn is_needed(before: Option<char>, joiner: char, after: Option<char>) -> bool {
    let (is_joined_before, is_joined_after) = (before.is_some_and(is_joining), after.is_some_and(is_joining));
    match joiner {
        // The vowel separator stands before the last letter of a word.
        '\u{180e}' => before.is_some_and(is_mongolian) && after.is_some_and(is_mongolian),
        '\u{200c}' => is_joined_before && is_joined_after,
        '\u{200d}' => is_joined_before || is_joined_after || before.is_some_and(is_before_emoji) && after.is_some_and(is_emoji),
        _ => false,
    }
}

const fn is_mongolian(c: char) -> bool {
    matches!(c, '\u{1800}'..='\u{180d}' | '\u{180f}'..='\u{18af}' | '\u{11660}'..='\u{1167f}')
}

/// Letters and marks of scripts whose letters join: Arabic, Syriac, N’Ko, those of India, Tibetan, Myanmar, Khmer, Mongolian, ’Phags-pa.
const fn is_joining(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{61b}' | '\u{61d}'..='\u{8ff}' | '\u{900}'..='\u{dff}' | '\u{f00}'..='\u{fff}' | '\u{1000}'..='\u{109f}'
        | '\u{1780}'..='\u{17ff}' | '\u{a840}'..='\u{a87f}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
        && !is_hidden(c)
        || is_mongolian(c)
}

const fn is_emoji(c: char) -> bool {
    matches!(c, '\u{1f000}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}' | '\u{2194}' | '\u{2195}' | '\u{2b1b}')
}

const fn is_before_emoji(c: char) -> bool {
    is_emoji(c) || c == '\u{fe0f}'
}

/// Whether `c` is of private use: what it is depends on who made the file.
const fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{ffffd}' | '\u{100000}'..='\u{10fffd}')
}

/// The characters of GBK that Unicode did not have when it was made, from the place in the private use area on that old systems gave them.
/// Sources: GB 18030-2005, annex on the area E000–F8FF, and the index `gb18030` of the Encoding Standard.
const OLD: [(char, &str); 5] = [
    ('\u{e5e5}', "\u{3000}"),
    ('\u{e78d}', "︐︒︑︓︔︕︖︗︘︙"),
    ('\u{e7c7}', "ḿǹ"),
    ('\u{e7e7}', "〾⿰⿱⿲⿳⿴⿵⿶⿷⿸⿹⿺⿻"),
    (
        '\u{e815}',
        "⺁𠂇𠂉𠃌⺄㑳㑇⺈⺋龴㖞㘚㘎⺌⺗㥮㤘龵㧏㧟㩳㧐龶龷㭎㱮㳠⺧𡗗龸⺪䁖䅟⺮䌷⺳⺶⺷𢦏䎱䎬⺻䏝䓖䙡䙌龹䜣䜩䝼䞍⻊䥇䥺䥽䦂䦃䦅䦆䦟䦛䦷䦶龺𤇾䲣䲟䲠䲡䱷䲢䴓䴔䴕䴖䴗䴘䴙䶮龻",
    ),
];

/// What a character of private use stood for on old GBK systems.
pub fn known(private: char) -> Option<char> {
    if !is_private(private) {
        return None;
    }
    OLD.into_iter().find_map(|(first, known)| known.chars().nth(u32::from(private).checked_sub(u32::from(first))? as usize))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn joiners_stay_where_a_script_needs_them() {
        for (raw, expected) in [
            // Mongolian, Uyghur, a family: as they are.
            ("ᠪᠠᠶᠠᠷ\u{180e}ᠠ", "ᠪᠠᠶᠠᠷ\u{180e}ᠠ"),
            ("ئا\u{200c}مان", "ئا\u{200c}مان"),
            ("ه\u{200d} 1", "ه\u{200d} 1"),
            ("क्\u{200d}ष", "क्\u{200d}ष"),
            ("👨\u{200d}👩\u{200d}👧", "👨\u{200d}👩\u{200d}👧"),
            ("🏳\u{fe0f}\u{200d}🌈 🧑🏽\u{200d}⚖\u{fe0f}", "🏳\u{fe0f}\u{200d}🌈 🧑🏽\u{200d}⚖\u{fe0f}"),
            // Elsewhere they are gone.
            ("周\u{200b}宁", "周宁"),
            ("周\u{200d}宁\u{180e}", "周宁"),
            ("Zhou\u{200c}Ning\u{200d}", "ZhouNing"),
            ("ᠪ\u{180e}周", "ᠪ周"),
            ("ئا\u{200c}", "ئا"),
            ("ئ\u{200c}\u{200c}\u{200c}ا", "ئ\u{200c}ا"),
            ("ئ\u{202e}ا", "ئا"),
            ("👨\u{200d}周", "👨周"),
            ("\u{200d}", ""),
        ] {
            assert_eq!(cleaned(raw), expected, "{raw:?}");
        }
    }

    #[test]
    fn old_characters_are_what_they_stand_for() {
        for (private, expected) in [
            ('\u{e5e5}', Some('\u{3000}')),
            ('\u{e78d}', Some('︐')),
            ('\u{e796}', Some('︙')),
            ('\u{e797}', None),
            ('\u{e7c8}', Some('ǹ')),
            ('\u{e7f3}', Some('⿻')),
            ('\u{e814}', None),
            ('\u{e815}', Some('⺁')),
            ('\u{e816}', Some('𠂇')),
            ('\u{e826}', Some('龵')),
            ('\u{e85e}', Some('䴕')),
            ('\u{e863}', Some('䶮')),
            ('\u{e864}', Some('龻')),
            ('\u{e865}', None),
            ('\u{f123}', None),
        ] {
            assert_eq!(known(private), expected, "{private:?}");
        }
        assert_eq!(OLD.iter().map(|(_, known)| known.chars().count()).sum::<usize>(), 106);
        assert_eq!(cleaned("刘\u{e863}、王\u{e826}、赵\u{f123}"), "刘䶮、王龵、赵\u{f123}");
        assert!(OLD.iter().all(|(_, known)| known.chars().all(|c| !is_odd(c))));
    }

    #[test]
    fn a_text_is_cut_between_characters_and_their_selectors() {
        let text = "葛\u{e0100}飾\u{e0101}区";
        assert_eq!((length(text), first(text, 0), first(text, 1), first(text, 2)), (3, "", "葛\u{e0100}", "葛\u{e0100}飾\u{e0101}"));
        assert_eq!((first(text, 3), first(text, 9), first("", 1)), (text, text, ""));
    }

    proptest! {
        #[test]
        fn cleaning_twice_is_cleaning_once(raw in "[周a ᠪᠠئا👨👩\u{fe0f}\u{180e}\u{200b}\u{200c}\u{200d}\u{202e}\u{e863}\u{f123}\r]{0,12}") {
            let once = cleaned(&raw);
            prop_assert_eq!(cleaned(&once), once);
        }

        #[test]
        fn rare_characters_stay(raw in "[𠮷𡗗𰻝王龵\u{e0100}\u{e01ef}\u{fe00}葛󠄀]{0,12}") {
            prop_assert_eq!(cleaned(&raw), raw);
        }
    }
}
