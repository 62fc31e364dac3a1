//! Strings of the search.

use super::strings::strings;

strings! {
    /// The strings of one language. `{}` stands for a value; see [`super::fill`].
    Find {
        find: "查找", "Search";
        find_here: "在本次会议中查找", "Search this session";
        find_everywhere: "在所有会议中查找", "Search all sessions";
        find_clear: "清空", "Clear";
        // The answer
        find_title: "查找“{}”", "Search: {}";
        find_count: "找到{}项，共{}处", "Found: {}, in {} places";
        find_none: "没有找到“{}”。", "Nothing contains “{}”.";
        find_nothing: "“{}”里没有可以查找的文字，请换一个词。", "There is nothing to search for in “{}”. Please type other words.";
        find_only_without: "只写了不要的词。请至少写一个要找的词。", "Only what to leave out was typed. Please add what to look for.";
        find_unread: "读音表没有取到，这次只按字母查找，没有按拼音。", "The table of readings could not be had, so letters were searched as letters, not as pinyin.";
        find_spelled: "也按拼音找：{}", "As pinyin also: {}";
        find_places: "{}处", "{} places";
        find_all_of: "全部{}项", "All {}";
        find_more: "再显示{}项", "Show {} more";
        // Limits
        find_kinds: "按类别", "By kind";
        find_limits: "查找范围", "Search among";
        find_speaker: "发言或提出的人", "Speaker";
        find_sitting: "会次", "Sitting";
        find_body: "机关", "Body";
        find_year: "年份", "Year";
        // Ways on
        find_ways: "可以试试", "You could try";
        find_looser: "只找“{}”（{}项）", "Only “{}” ({})";
        find_unlimited: "不限类别、人和会次（{}项）", "Without the limits ({})";
        find_way_everywhere: "在所有会议中查找“{}”", "Search all sessions for “{}”";
        find_check: "检查有没有错字，或者换一种说法。", "Check the spelling, or say it in another way.";
        // Before anything is typed
        find_recent: "最近查找", "Recent searches";
        find_forget: "删除“{}”", "Remove “{}”";
        find_forget_all: "全部删除", "Remove all";
        find_private: "只记在这个浏览器里。", "Kept in this browser only.";
        find_how: "怎样查找", "How to search";
        find_how_exact: "任何一段文字都能原样找到，繁简、全角半角、大小写不分。", "Any piece of text is found as it stands; traditional or simplified, wide or narrow, capital or small make no difference.";
        find_how_pinyin: "可以打拼音、首字母，也可以和汉字混着打：zhongguo、zg、中g。", "Pinyin, initials and a mixture with characters work: zhongguo, zg, 中g.";
        find_how_terms: "几个词用空格隔开，要同时出现；“引号”里的是一整句；-词 表示不要出现。", "Several words must all occur; “quotes” hold a phrase; -word must not occur.";
        find_how_number: "金额不用打逗号：4402 能找到 4,402 和 4402万元。", "Amounts need no comma: 4402 finds 4,402 and 4402万元.";
        find_how_keys: "按 / 到查找框，按 ↓ 到结果；打开结果以后，按 n 和 N 到下一处、上一处。", "Press / for the search field, ↓ for the results; in a result, n and N lead to the next and the previous place.";
        // Marks in a text
        found_bar: "找到的文字", "What was found";
        found_at: "“{}”：第{}处，共{}处", "“{}”: {} of {}";
        found_count: "“{}”：共{}处", "“{}”: {} places";
        found_gone: "这里没有“{}”。", "“{}” is not here.";
        found_next: "下一处", "Next";
        found_previous: "上一处", "Previous";
        found_back: "返回结果", "Back to the results";
        found_close: "不再标出", "Remove the marks";
        // Over the archive
        find_looking: "已查找{}次会议，还在继续……", "Sessions searched: {}; still looking …";
        find_sessions: "在{}次会议中找到{}项", "Sessions: {}; found: {}";
        find_sessions_more: "在{}次会议中找到{}项，还有更早的会议没有查找", "Sessions: {}; found: {}; earlier sessions were not searched yet";
        find_earlier: "继续查找更早的会议", "Search earlier sessions";
        find_stop: "停止", "Stop";
        find_stopped: "已停止。", "Stopped.";
        find_unreached: "{}次会议没有取到，可能漏了结果。", "Sessions that could not be had: {}; something may be missing.";
        find_unlooked: "会议目录或会议文件没有取到，没能查找。请稍后重试。", "The list of sessions or their files could not be had, so nothing could be searched. Please try again later.";
        find_incomplete: "查找索引有一部分没有取到或已损坏，改为逐次查找。", "A part of the search index could not be had or is damaged, so sessions are searched one by one.";
        find_offline: "现在没有网络：只查找了本机存有的会议。", "There is no network: only sessions kept on this device were searched.";
        find_in_session: "本次会议中的全部{}项", "All {} in this session";
        find_only_body: "只找这个机关", "Only this body";
        find_own: "本机保存", "Kept on this device";
    }
}
