use super::*;
use proptest::prelude::*;

/// Characters in which folding does something, and some in which it does not.
fn texts() -> impl Strategy<Value = String> {
    let odd =
        "[会會议議代表发發髮里裏，,0-9 \u{3000}\n\tA-Za-zＡ-Ｚ０-９éèｶﾞがﬁ㎡①½Ⅳ“”「」—–·•\u{200B}\u{FE0F}\u{301}.。%％𠀾𠁞한글😀]{0,24}";
    prop_oneof![odd, "\\PC{0,16}", "(\\PC|[\u{0}-\u{1F}]){0,12}"]
}

/// Two places between characters.
fn piece(text: &str, a: usize, b: usize) -> &str {
    let cuts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let (a, b) = (cuts[a % cuts.len()], cuts[b % cuts.len()]);
    &text[a.min(b)..a.max(b)]
}

#[test]
fn traditional_and_simplified_are_one() {
    assert_eq!(fold("閔行區華漕鎮第六屆人民代表大會第六次會議"), "闵行区华漕镇第六届人民代表大会第六次会议");
    assert_eq!(fold("羣眾峯會裏裡"), "群众峰会里里");
    assert_eq!(variants::all().len(), 3256);
    for (form, to) in variants::all() {
        assert_eq!(fold(&form.to_string()), fold(&to.to_string()), "{form} {to}");
        assert_eq!(fold(&to.to_string()), to.to_string(), "{to} stands for others, so it stays");
    }
}

#[test]
fn width_case_marks_and_invisible_characters_are_one() {
    assert_eq!(fold("ＧＤＰ增长５.５％"), "gdp增长5.5%");
    assert_eq!(fold("“十四五”「规划」"), "\"十四五\"\"规划\"");
    assert_eq!(fold("华政发〔2024〕3号"), fold("华政发[２０２４]３號"));
    assert_eq!(fold("huá cáo Lǚ"), "hua cao lu");
    assert_eq!(fold("ﬁ ㎡ ① ｶﾞ ⼈⺠"), "fi m2 1カ人民");
    assert_eq!(fold("代\u{200B}表\u{FE0F}\u{AD}"), "代表");
    assert_eq!(fold("二○二四"), "二〇二四");
}

#[test]
fn a_selector_is_marked_with_its_character() {
    let text = "葛\u{e0100}飾区 ئا\u{200c}مان";
    let marks = |needle: &str| folded(text).marks([fold(needle).as_str()]).into_iter().map(|(a, b)| &text[a..b]).collect::<Vec<_>>();
    assert_eq!(marks("葛"), ["葛\u{e0100}"]);
    assert_eq!(marks("ئامان"), ["ئا\u{200c}مان"]);
    assert_eq!(fold("ᠪᠠᠶᠠᠷ\u{180e}ᠠ"), fold("ᠪᠠᠶᠠᠷᠠ"));
    assert_eq!(fold("👨\u{200d}👩"), fold("👨👩"));
}

#[test]
fn old_characters_are_found_as_what_they_stand_for() {
    assert_eq!(fold("刘\u{e863}"), "刘䶮");
    assert_eq!(fold("王\u{e5e5}\u{e826}"), "王龵");
    assert_eq!(fold("赵\u{f123}"), "赵\u{f123}");
    let text = "代表刘\u{e863}。";
    assert_eq!(folded(text).marks(["刘䶮"]).into_iter().map(|(a, b)| &text[a..b]).collect::<Vec<_>>(), ["刘\u{e863}"]);
}

#[test]
fn whitespace_goes_where_chinese_has_none() {
    assert_eq!(fold(" 人 民\n代\u{3000}表 A  B 3 月 "), "人民代表a b 3月");
    assert_eq!(fold("10 000"), "10 000");
}

#[test]
fn commas_within_numbers_go() {
    assert_eq!(fold("4,402"), "4402");
    assert_eq!(fold("1，234，567.50元"), "1234567.50元");
    assert_eq!(fold("第一,第二，3, 4"), "第一,第二,3,4");
}

#[test]
fn a_mark_covers_what_was_folded() {
    let text = "收入 4,402 萬元（增長）";
    let found = folded(text);
    let marks: Vec<&str> = found.marks(["4402万元"]).into_iter().map(|(a, b)| &text[a..b]).collect();
    assert_eq!(marks, ["4,402 萬元"]);
    let accent = "cafe\u{301}x";
    assert_eq!(folded(accent).marks(["cafe"]).into_iter().map(|(a, b)| &accent[a..b]).collect::<Vec<_>>(), ["cafe\u{301}"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn a_piece_folds_to_a_piece(text in texts(), a in 0usize..40, b in 0usize..40) {
        let piece = piece(&text, a, b);
        prop_assert!(fold(&text).contains(&fold(piece)), "{:?} of {:?}: {:?} in {:?}", piece, text, fold(piece), fold(&text));
    }

    #[test]
    fn folding_twice_is_folding_once(text in texts()) {
        // A comma that came to stand between digits only by folding stays.
        let once = fold(&text);
        prop_assert_eq!(fold(&once).replace([',', ' '], ""), once.replace([',', ' '], ""));
    }

    #[test]
    fn marks_cover_exactly_what_was_asked(text in texts(), a in 0usize..40, b in 0usize..40) {
        let needle = fold(piece(&text, a, b));
        let found = folded(&text);
        prop_assert_eq!(&found.text, &fold(&text));
        let marks = found.marks([needle.as_str()]);
        prop_assert_eq!(marks.is_empty(), needle.is_empty());
        for (start, end) in marks {
            prop_assert!(text.is_char_boundary(start) && text.is_char_boundary(end));
            // One character may stand for several; the mark then covers all of it.
            prop_assert!(fold(&text[start..end]).contains(needle.trim_matches(',')));
            if text.chars().all(|character| fold(&character.to_string()).chars().count() <= 1) {
                prop_assert!(fold(&text[start..end]).trim_matches(',') == needle.trim_matches(','));
            }
        }
    }

    #[test]
    fn nothing_invisible_is_left(text in texts()) {
        prop_assert!(fold(&text).chars().all(|character| !character.is_control() && (character == ' ' || !character.is_whitespace())));
    }
}
