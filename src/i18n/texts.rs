//! The interface, string by string.

use super::Lang;

macro_rules! texts {
    ($($name:ident: $zh:literal, $en:literal;)+) => {
        /// The strings of one language. `{}` stands for a value; see [`super::fill`].
        #[derive(Debug)]
        pub struct Texts {
            $(#[doc = $zh] pub $name: &'static str,)+
        }

        static ZH: Texts = Texts { $($name: $zh,)+ };
        static EN: Texts = Texts { $($name: $en,)+ };

        impl Texts {
            /// Every template with its name, for tests.
            pub fn all(&self) -> Vec<(&'static str, &'static str)> {
                vec![$((stringify!($name), self.$name),)+]
            }
        }
    };
}

impl Lang {
    /// The strings of this language.
    pub fn texts(self) -> &'static Texts {
        match self {
            Self::Zh => &ZH,
            Self::En => &EN,
        }
    }
}

texts! {
    // The shell
    name: "议事", "Yishi";
    tagline: "在浏览器里打开一次人民代表大会会议", "People’s-congress sessions, opened in the browser";
    skip: "跳到正文", "Skip to content";
    search_soon: "搜索（下一版提供）", "Search (in the next version)";
    open_file: "打开文件", "Open a file";
    settings: "显示", "Display";
    language: "语言", "Language";
    other_language: "EN", "中文";
    switch_language: "Switch to English", "切换到简体中文";
    theme: "明暗", "Theme";
    theme_system: "跟随系统", "System";
    theme_light: "浅色", "Light";
    theme_dark: "深色", "Dark";
    text_size: "字号", "Text size";
    size_normal: "标准", "Normal";
    size_large: "大", "Large";
    size_huge: "特大", "Very large";
    close: "关闭", "Close";
    cancel: "取消", "Cancel";
    retry: "重试", "Try again";
    back_home: "回到全部会议", "All sessions";
    footer: "议事是开放源代码的静态网页：内容在您的浏览器里打开，不上传，不跟踪。", "Yishi is an open-source static page: everything opens in your browser, nothing is uploaded, nobody is tracked.";
    // Opening
    open_title: "打开一次会议", "Open a session";
    open_intro: "文件只在这台设备上读取，不会上传。", "The file is read on this device only; nothing is uploaded.";
    choose_file: "选择会议文件（.json）", "Choose a session file (.json)";
    or_drop: "也可以把文件拖到页面的任何地方。", "Or drop a file anywhere on the page.";
    paste_label: "粘贴会议文件的内容", "Paste the content of a session file";
    paste_open: "打开粘贴的内容", "Open what was pasted";
    address_label: "会议文件的网址（https）", "Address of a session file (https)";
    address_open: "打开网址", "Open the address";
    drop_here: "松开鼠标即可打开", "Drop to open";
    opened_local: "来自本机文件 {}，未上传。", "From the local file {}; not uploaded.";
    opened_pasted: "来自粘贴的内容，未上传。", "From pasted text; not uploaded.";
    opened_remote: "数据来自 {}，不在本站。", "The data comes from {}, not from this site.";
    also_archived: "本站存档里也有一份同编号的会议。", "The archive of this site has a session with the same id, too.";
    archived_later: "刷新后显示的是那一份。", "After a reload that one is shown.";
    show_archived: "看存档里的", "Show the archived one";
    only_here: "（没有公开链接）", "(no public link)";
    text_status_unknown: "来源未注明是否原文", "The source does not say whether this is verbatim";
    sample: "示例", "Sample";
    sample_note: "这是为演示功能而编的示例，不是真实会议。", "This is a made-up sample that shows features; it is not a real session.";
    draft_note: "草稿，可能还会改动。", "A draft; it may still change.";
    loading: "正在打开…", "Opening…";
    loading_bytes: "正在打开，已收到 {}", "Opening, {} received";
    loading_of: "正在打开，已收到 {}，共 {}", "Opening, {} of {} received";
    reading: "正在读取内容…", "Reading the content…";
    // When doors fail
    failed_title: "没能打开", "Could not open it";
    still_open: "之前打开的内容没有变。", "What was open before is unchanged.";
    not_found: "没有找到“{}”。它可能改了名字、已经移走，或者链接不完整。", "“{}” was not found. It may have been renamed or moved, or the link is incomplete.";
    http_status: "{} 回答了错误 {}。可以稍后重试，或向发布者索要文件。", "{} answered with error {}. Try again later, or ask the publisher for the file.";
    offline: "现在没有网络，这里也没有存下副本。连上网络后重试，或打开本机上的文件。", "There is no network now, and no copy is stored here. Try again when connected, or open a file on this device.";
    unreachable: "连接不到本站的数据。请检查网络后重试。", "The data of this site cannot be reached. Check the network and try again.";
    no_cors: "{} 没有应答，或者不允许其他网页读取它的文件（缺少 Access-Control-Allow-Origin）。可以先把文件下载下来，再用“打开文件”。", "{} did not answer, or does not let other pages read its files (no Access-Control-Allow-Origin). Download the file, then use “Open a file”.";
    bad_address: "“{}”不是可以打开的网址。需要以 https:// 开头的完整网址。", "“{}” is not an address that can be opened. A full address that begins with https:// is needed.";
    unreadable_file: "这个文件读不出来：{}。它可能已被移动，或没有读取权限。", "The file {} cannot be read. It may have been moved, or access is denied.";
    no_file: "拖进来的不是文件。", "What was dropped is not a file.";
    nothing_pasted: "粘贴框是空的。", "There is nothing in the paste box.";
    canceled: "已取消。", "Canceled.";
    stored_elsewhere: "如果它是从本机文件打开的，这个浏览器里没有保存它，请重新打开那个文件。", "If it was opened from a local file, it is not kept in this browser: open that file again.";
    // The archive
    archive_title: "各地人民代表大会会议", "Sessions of local people’s congresses";
    archive_intro: "谁报告了什么，批准了什么，钱怎么花：每一次会议一页，每一段都有链接。", "Who reported what, what was approved, how money is spent: one page a session, a link to every paragraph.";
    filter: "筛选", "Filter";
    by_place: "地区", "Place";
    by_year: "年份", "Year";
    by_level: "级别", "Level";
    all: "全部", "All";
    no_match: "没有符合条件的会议。", "No session matches.";
    show_all: "显示全部会议", "Show all sessions";
    archive_empty: "这里还没有会议。可以打开本机上的会议文件。", "There is no session here yet. You can open a session file on this device.";
    bodies: "按机关", "By body";
    date_unknown: "日期不详", "Date unknown";
    term_unknown: "届次不详", "Term unknown";
    // A session
    overview: "概览", "Overview";
    agenda: "议程", "Agenda";
    speeches: "发言与报告", "Speeches and reports";
    decisions: "决议与表决", "Resolutions and votes";
    people: "人员", "People";
    glossary: "名词", "Terms";
    documents: "文件与来源", "Documents and sources";
    sections: "本次会议的内容", "Sections of this session";
    at_a_glance: "一眼看懂", "At a glance";
    about_session: "这次会议", "This session";
    presided_by: "主持", "Chaired by";
    when: "时间", "When";
    place: "地点", "Where";
    kind: "类别", "Kind";
    attendance: "出席", "Attendance";
    seats: "代表总数", "Seats";
    expected: "应到", "Expected";
    present: "实到", "Present";
    on_leave: "请假", "On leave";
    observers: "列席", "Observers";
    quorum: "法定人数", "Quorum";
    quorum_met: "符合法定人数", "Quorum met";
    quorum_not_met: "不足法定人数", "No quorum";
    share_present: "到会率 {}%", "{}% present";
    not_stated: "来源未载", "Not in the source";
    none: "无", "None";
    decided: "决定了什么", "What was decided";
    nothing_decided: "来源没有记载表决结果。", "The source records no result of a vote.";
    to_read: "可以读什么", "What there is to read";
    previous: "上一次", "Previous";
    next: "下一次", "Next";
    same_body: "同一机关的会议", "Sessions of this body";
    sources: "来源", "Sources";
    paraphrase_note: "内容是转述，不是原文。", "The content is a summary in our own words, not the original text.";
    as_of: "内容截至", "As of";
    status: "状态", "Status";
    license: "许可", "License";
    // Agenda
    no_sitting: "未注明场次", "Sitting not stated";
    sitting_no_items: "来源没有列出这场会议的议程。", "The source lists no items for this sitting.";
    on_behalf_of: "代表{}", "on behalf of {}";
    part_of: "属于：{}", "Part of: {}";
    read_report: "读报告", "Read the report";
    read_speech: "读发言", "Read the speech";
    see_vote: "看表决", "See the vote";
    see_resolution: "看决议", "See the resolution";
    // Speeches
    outline: "提纲", "Outline";
    words_here: "本篇名词", "Terms used here";
    text_absent: "来源没有给出内容，只记载了题目和报告人。", "The source gives no text, only the title and who spoke.";
    copy_link: "复制链接", "Copy link";
    copy_quote: "复制引文", "Copy quotation";
    copied_link: "链接已复制", "Link copied";
    copied_local_link: "链接已复制；它只在这台设备、打开着这个文件时有效", "Link copied; it works only on this device while this file is open";
    table: "表格", "Table";
    copied_quote: "引文已复制", "Quotation copied";
    copy_failed: "浏览器不允许复制。链接在地址栏里。", "The browser does not allow copying. The link is in the address bar.";
    paragraph: "第 {} 段", "Paragraph {}";
    paragraph_tools: "第 {} 段的工具", "Tools for paragraph {}";
    paragraph_gone: "链接里的段落（{}）已不在这篇里。这里标出的是离它最近的一段。", "The paragraph of this link ({}) is no longer in this text. The nearest one is marked.";
    about_minutes: "约 {} 分钟", "About {} min";
    previous_speech: "上一篇", "Previous text";
    next_speech: "下一篇", "Next text";
    belongs_to: "对应议程", "Agenda item";
    // Decisions
    resolutions: "决议、决定", "Resolutions and decisions";
    votes: "表决与选举", "Votes and elections";
    method: "方式", "Method";
    eligible: "有表决权", "Eligible";
    issued: "发出", "Issued";
    returned: "收回", "Returned";
    valid: "有效", "Valid";
    invalid: "无效", "Invalid";
    yes: "赞成", "Yes";
    no: "反对", "No";
    abstain: "弃权", "Abstain";
    not_voting: "未表决", "Not voting";
    result: "结果", "Result";
    candidates: "候选", "Candidates";
    candidate: "候选人或项目", "Candidate";
    post: "职务", "Post";
    elected: "当选", "Elected";
    not_elected: "未当选", "Not elected";
    selected: "入选", "Selected";
    not_selected: "未入选", "Not selected";
    no_counts: "来源没有给出票数。", "The source gives no count.";
    passed_by: "表决", "Vote";
    // People
    presided: "主持{}", "Chaired {}";
    presented: "提出：{}", "Presented: {}";
    reported: "报告：{}", "Reported: {}";
    spoke: "发言：{}", "Spoke: {}";
    stood_elected: "当选{}", "Elected {}";
    stood_not_elected: "参选{}，未当选", "Stood for {}, not elected";
    stood: "参选{}", "Stood for {}";
    led: "领衔建议：{}", "Led a suggestion: {}";
    nothing_recorded: "来源没有记载此人在会上的具体事项。", "The source records nothing particular.";
    // Documents
    files: "文件", "Documents";
    corrections: "更正", "Corrections";
    findings: "核对", "Checks";
    findings_none: "程序核对了引用、编号、日期和人数，没有发现矛盾。", "References, ids, dates and counts were checked; no contradiction was found.";
    findings_some: "程序核对了引用、编号、日期和人数，有以下几处需要注意。内容照原样显示。", "References, ids, dates and counts were checked. These points need attention; the content is shown as it is.";
    severity_error: "错误", "Error";
    severity_warning: "注意", "Warning";
    severity_note: "提示", "Note";
    more_findings: "还有 {} 条。", "{} more.";
    leads_to: "打开外部网站 {}", "opens the outside site {}";
    not_a_link: "不是 http(s) 网址，不作为链接", "not an http(s) address, so not a link";
    // Places that are not there
    place_unknown_title: "没有这个位置", "There is no such place";
    place_unknown: "这次会议里没有链接所指的内容（{}）。它可能已经更正或移走。", "This session has nothing at the place of the link ({}). It may have been corrected or moved.";
    to_overview: "去这次会议的概览", "To the overview of this session";
    new_page: "已转到：{}", "Now at: {}";
    // Budgets
    budgets: "预算", "Budget";
    budget_year: "{}年度", "Fiscal year {}";
    budget_period: "截至{}", "Up to {}";
    printed_in: "原表单位：{}", "Printed in {}";
    amounts_in: "单位：{}", "Amounts in {}";
    unit: "单位", "Unit";
    book_unknown: "未分预算", "Budget not stated";
    tables: "表", "Tables";
    line: "科目", "Line";
    code: "编码", "Code";
    completion: "完成预算", "Completion";
    change: "比上年", "On last year";
    share: "占合计", "Share";
    share_of_parent: "占上级科目", "Share of the line above";
    per_head: "人均", "Per head";
    per_head_of: "按{}人计", "Of {} people";
    columns: "栏目", "Columns";
    sort_by: "按“{}”排序", "Sort by {}";
    find_line: "筛选科目或编码", "Find a line or code";
    only_over: "只看不少于", "Only at least";
    clear_choice: "清除筛选", "Clear";
    lines_shown: "显示{}行，共{}行", "{} of {} lines";
    no_lines_fit: "没有符合条件的科目。", "No line fits.";
    no_lines: "这张表没有科目。", "This table has no lines.";
    show_more_lines: "再显示{}行", "Show {} more";
    lines_left: "还有{}行未显示。", "{} more lines are not shown.";
    open_branch: "展开{}", "Open {}";
    close_branch: "收起{}", "Close {}";
    open_all: "全部展开", "Open all";
    close_all: "全部收起", "Close all";
    line_gone: "链接中的科目“{}”不在这份预算里。", "The line “{}” of this link is not in this budget.";
    line_hidden: "链接中的科目被筛选条件隐藏了。", "The line of this link is hidden by your choice of lines.";
    rounded_note: "带“≈”的金额经四舍五入，悬停或展开科目可见精确数。", "Amounts with ≈ are rounded; hover or open the line for the exact figure.";
    computed: "算得{}", "computed {}";
    computed_note: "按表中金额计算，原表未载", "Computed from the amounts; not printed in the source";
    printed_as: "原表载{}", "printed {}";
    ratio_of_prior: "为上年的{}", "{} of last year";
    of_which: "其中", "of which";
    what_is_this: "这是什么？", "What is this?";
    class_of: "属{} {}", "Part of {} {}";
    class_years: "{}年起使用", "In use since {}";
    exact_amounts: "精确金额", "Exact amounts";
    remark: "说明", "Remark";
    copy_line: "复制这一行", "Copy this line";
    line_copied: "已复制这一行的精确数字。", "The line’s exact figures are copied.";
    copy_line_link: "复制链接", "Copy link";
    to_years: "看历年", "Over the years";
    into_picture: "看构成", "What it is made of";
    close_line: "收起", "Close";
    picture: "图", "Picture";
    picture_none: "不看图", "None";
    picture_completion: "完成进度", "Completion";
    picture_flow: "来源与去向", "From where to where";
    picture_share: "构成", "Make-up";
    picture_change: "比上年增减", "Change";
    picture_years: "历年", "Over the years";
    picture_empty: "这张表没有画这幅图所需的数字。", "This table does not have the figures for this picture.";
    completion_about: "底条为预算，色条为已完成，斜纹为超出预算的部分。", "The track is the budget, the bar what was reached, striped what goes beyond it.";
    time_gone: "时间进度 {}%", "{} % of the year";
    flow_about: "左边是收入来源，中间是各本预算，右边是支出去向；粗细表示金额。斜纹是按金额算出的差额或合并的小项。按{}计。", "Where the money comes from at the left, the budgets in the middle, where it goes at the right; the width is the amount. Striped: a difference worked out, or small lines together. By {}.";
    flow_left_over: "未列明来源的差额", "Difference not listed as revenue";
    flow_not_spent: "未列明去向的差额", "Difference not listed as expenditure";
    flow_small: "其余{}项", "{} smaller lines";
    flow_negative: "负数不能画进图里：{}。", "Negative amounts cannot be drawn: {}.";
    flow_both_needed: "只有收入或只有支出，画不出来源与去向。", "There is only revenue or only expenditure, so there is no flow to draw.";
    share_about: "面积表示金额，按{}计；颜色强的可以点开看下一级。", "The area is the amount, by {}; strongly coloured ones open to the next level.";
    not_listed: "其余（未列明）", "The rest (not listed)";
    share_up: "上一级", "One level up";
    share_whole: "全表", "Whole table";
    change_about: "向右为增加，向左（斜纹）为减少。{}与上年决算相比。", "To the right more, to the left (striped) less. {} against last year’s final accounts.";
    years_about: "◇预算　▲调整预算　■执行　□部分年度的执行　◆决算；线连接各全年最后的一项。", "◇ budget, ▲ adjusted, ■ executed, □ executed in part of the year, ◆ final accounts; the line joins the last of each whole year.";
    years_choose: "请先在表中选一个科目，再看它的历年数字。", "Choose a line in the table to see it over the years.";
    years_loading: "正在取这个人大的其他会议……", "Getting the other sessions of this congress…";
    years_by_code: "按预算和编码“{}”对应", "Matched by budget and code “{}”";
    years_by_name: "按名称对应", "Matched by name";
    years_failed: "有{}次会议没有取到，图中没有它们的数字。", "{} sessions could not be had; their figures are not in the picture.";
    years_ambiguous: "有{}张表里同名或同码的科目不止一个，没有画入。", "In {} tables several lines have this name or code; they are left out.";
    years_other_names: "也用过的名称：{}", "Also named: {}";
    part_of_year: "部分年度", "part of the year";
    year: "年度", "Year";
    stage: "阶段", "Stage";
    amount: "金额", "Amount";
    in_session: "会议", "Session";
    matched: "对应依据", "Matched by";
    save_svg: "存为 SVG", "Save SVG";
    save_png: "存为 PNG", "Save PNG";
    save_csv: "存为 CSV（Excel）", "Save CSV (Excel)";
    save_package: "存为财政数据包", "Save Fiscal Data Package";
    save_failed: "没能保存；请换一个浏览器或稍后再试。", "It could not be saved; try another browser, or later.";
    take_away: "带走数据", "Take the data away";
    take_away_note: "CSV 可用 Excel 打开，金额与原表一致；财政数据包是含说明文件的 ZIP，供程序使用。", "The CSV opens in Excel with the amounts as printed; the Fiscal Data Package is a ZIP with a description, for programs.";
    audit: "核对", "Audit";
    audit_about: "把表中的数字重新加一遍、除一遍，与原表所载相比。相差在原表单位四舍五入以内的不算不符。", "The figures are added and divided again and held against what is printed. What rounding of the printed unit explains is no difference.";
    audit_counts: "相符{}处；四舍五入以内{}处；不符{}处；未能核对{}处。", "{} agree; {} within rounding; {} differ; {} could not be checked.";
    unchecked: "未核对", "Not checked";
    unchecked_missing: "数字不全", "figures are missing";
    unchecked_large: "数字过大", "the figures are too large";
    unchecked_negative: "基数为负", "the base is below zero";
    unchecked_part: "只是部分年度", "it is part of a year only";
    over_invalid: "请输入大于零的数字。", "Give a number above zero.";
    show_before: "显示前面的{}行", "Show the {} lines before";
    flow_no_total: "表中没有印出与各行相符的总数，画不出来源与去向。", "No total is printed that the lines add up to, so there is no flow to draw.";
    audit_none: "这份预算里没有可以核对的合计或百分比。", "This budget has no sums or percentages to check.";
    audit_differs: "不符", "Differs";
    audit_rounding: "四舍五入以内", "Within rounding";
    audit_agrees: "相符", "Agrees";
    audit_agreeing: "另有{}处相符。", "{} more agree.";
    audit_all: "逐项查看", "One by one";
    rule_parts: "载{}，各项之和{}", "printed {}, its parts come to {}";
    rule_total: "载{}，各行之和{}", "printed {}, the lines come to {}";
    rule_of_which: "“其中”项{}，其整体{}", "this part is {}, its whole {}";
    rule_balance: "支出总计{}，收入总计{}", "expenditure total {}, revenue total {}";
    rule_completion: "完成预算载{}，算得{}", "completion printed {}, computed {}";
    rule_change: "比上年载{}，算得{}", "against last year printed {}, computed {}";
    rule_no_base: "载{}，但没有可比的基数", "printed {}, but there is nothing to compare with";
    remark_some_missing: "（还有未列数字的项）", " (some parts have no figure)";
    remark_fits_initial: "（与年初预算相比则相符）", " (it fits the initial budget)";
    remark_fits_next: "（按下年预算比本年则相符）", " (it fits next year’s budget)";
    remark_fits_ratio: "（若指“为上年的百分之几”则相符）", " (it fits as a ratio of last year)";
    remark_fits_change: "（若指“比上年增减”则相符）", " (it fits as a change on last year)";
    rule_difference: "，相差{}", ", a difference of {}";
    see_budget: "看预算", "Budget";
    all_budgets: "全部预算", "All budgets";
    tables_of: "{}张表，{}个科目", "{} tables, {} lines";
    // One file
    no_requests: "这是单个文件，不向任何网站取数据。请在议事网站上打开这个链接，或先把会议文件下载下来再打开。", "This is a single file, which gets no data from any site. Open the link on a Yishi site, or download the session file and open it here.";
    damaged: "文件不完整，或者内容被改动过，读不出来。请向发给您的人重新要一份。", "The file is incomplete or was altered, and cannot be read. Ask whoever sent it for another copy.";
    nothing_inside: "这个网页文件里没有会议。", "There is no session in this page.";
    single_title: "单个文件", "One file";
    single_save: "存为单个文件", "Save as one file";
    single_save_body: "这个人大的{}次会议", "All {} sessions of this congress";
    single_note: "一个网页文件，双击就能打开，不用网络，可以用U盘或聊天软件传给别人。", "A web page in one file: it opens by double-click, without a network, and travels by USB stick or chat.";
    single_busy: "正在做成单个文件……", "Making one file…";
    single_saved: "已存为单个文件。", "Saved as one file.";
    single_large: "已保存。文件超过 50 MB，手机上打开会很慢。", "Saved. The file is over 50 MB; phones will open it slowly.";
    single_too_large: "会超过 100 MB，浏览器打不开这么大的网页，没有保存。请少放几次会议。", "It would be over 100 MB, which browsers fail to open, so it was not saved. Put fewer sessions in it.";
    single_no_program: "没有取到做单个文件要用的程序，没有保存。请连上网络、刷新页面后再试。", "The program that goes into the file could not be had, so nothing was saved. Connect to a network, reload the page and try again.";
    single_missing: "没有取到会议“{}”，没有保存。", "The session “{}” could not be had, so nothing was saved.";
    single_several: "文件里有{}次会议，现在显示第一次。", "The file holds {} sessions; the first is shown.";
    // Sharing
    share_title: "分享", "Share";
    share_link: "链接", "Link";
    share_system: "发送到…", "Send to…";
    share_local: "从这里复制的普通链接只在这台设备上有效，别人打不开。", "An ordinary link from here works on this device only; it leads nobody else here.";
    share_check: "让收到的人核对内容没有改动", "Let the recipient check that the content is unchanged";
    qr_label: "链接的二维码", "QR code of the link";
    qr_too_long: "这个链接太长，放不进手机能扫的二维码。", "This link is too long for a QR code that a phone can scan.";
    held_title: "带着内容的链接", "A link that holds the session";
    held_about: "整次会议压缩后就在链接里，不存放在任何网站。链接长{}个字符。", "The whole session is packed into the link and kept on no site. The link has {} characters.";
    held_long: "超过8000个字符的链接，聊天软件可能截断。传文件更稳妥。", "Chat apps may cut a link of more than 8,000 characters. A file is safer.";
    held_too_long: "这次会议太大，放不进链接，请传文件。", "This session is too large for a link; pass on a file.";
    held_no_site: "这个页面是本机文件，链接需要一个网站地址才能打开，请传文件。", "This page is a local file, and a link needs a site to open it; pass on a file.";
    as_file: "传文件", "As a file";
    save_session: "保存会议文件（.json）", "Save the session file (.json)";
    cite: "引用", "Cite";
    copy_citation: "复制引用", "Copy citation";
    copy_bibtex: "复制 BibTeX", "Copy BibTeX";
    copied: "已复制", "Copied";
    opened_link: "内容来自带着内容的链接，不在本站。", "The content came in the link itself, not from this site.";
    link_garbled: "链接里没有能读出的会议，可能被改动过。请向发送者再要一次链接，或直接要文件。", "The link holds no session that can be read; it may have been altered. Ask the sender for the link again, or for the file.";
    link_broken: "链接不完整，或者被改动过：聊天软件有时会截断长链接。请向发送者要文件。", "The link is cut off or altered; chat apps sometimes cut long links. Ask the sender for the file.";
    too_large_unpacked: "里面的内容解压后超过{} MB，已停止。正常的会议没有这么大，请向发送者核实。", "It unpacks to more than {} MB, so it was stopped. No ordinary session is that large; ask the sender about it.";
    no_streams: "这个浏览器不能压缩和解压（需要 Chromium 80、Firefox 113 或 Safari 16.4 以上）。请换一个浏览器，或改用 .json 文件。", "This browser can neither pack nor unpack (Chromium 80, Firefox 113 or Safari 16.4 can). Use another browser, or a .json file.";
    file_same: "已核对：内容与生成链接时的文件完全相同。", "Checked: this is the very file that the link was made for.";
    file_changed: "生成链接以后，这份文件有改动。“文件与来源”里也许有更正说明；要看当时的内容，请向发送者要文件。", "The file has changed since this link was made. “Documents and sources” may list corrections; for what it said then, ask the sender for the file.";
    file_unchecked: "这里无法核对文件是否有改动：网站没有用https，或浏览器太旧。", "Whether the file has changed cannot be checked here: the site is not on https, or the browser is too old.";

    // Offline
    keep: "离线留存", "Keep offline";
    keep_intro: "读过的会议没有网络也能再读，直到新读的占去位置；留存的一直都在，除非您移除，或浏览器清除本站的存储。", "Sessions you have read can be read without a network until newer ones need the room; those you keep stay until you remove them or the browser clears this site's storage.";
    keep_this: "这次会议（{}）", "This session ({})";
    keep_body: "{}的全部{}次会议（{}）", "{}: all {} sessions ({})";
    keep_remove: "移除", "Remove";
    kept_in_all: "一共留存{}次会议，{}；本站在这台设备上占用{}。", "Kept in all: {}, {}; this site takes {} on this device.";
    persist: "请浏览器不要清除", "Ask the browser not to clear it";
    persist_yes: "浏览器答应不自行清除。", "The browser will not clear it by itself.";
    persist_no: "浏览器没有答应：空间不足时它可能清除。", "The browser did not agree: it may clear it when space runs low.";
    keep_full: "空间不够，没能全部留存；已有的都还在。请移除一些会议再试。", "There is no room for all of it; nothing stored before is lost. Remove some sessions, then try again.";
    keep_impossible: "浏览器现在不让本站存储，可能是隐私模式；页面照常可用。", "The browser lets this site store nothing now, perhaps in a private window; the page works as before.";
    can_read_offline: "可离线", "Offline";
    offline_note: "现在没有网络。标着“可离线”的会议可以读。", "There is no network now. Sessions marked “Offline” can be read.";
    kept_copy: "没有网络，或网络太慢：这是{}存下的副本。", "No network, or too slow a one: this is the copy stored on {}.";
    // Paper and take-away
    take: "带走", "Take away";
    take_text: "这一篇", "This text";
    take_whole: "整次会议", "The whole session";
    take_tables: "表格（CSV，可用 Excel 打开）", "Tables (CSV, opens in Excel)";
    take_plain: "纯文本", "Plain text";
    take_popolo: "供程序使用的 JSON（Popolo）", "JSON for programs (Popolo)";
    take_json: "会议文件（JSON）", "Session file (JSON)";
    take_calendar: "日历（.ics）", "Calendar (.ics)";
    take_undated: "{}场会议来源没有给出日期，不在日历里。", "{} sittings have no date in the source and are not in the calendar.";
    suggestions: "建议", "Suggestions";
    projects: "民生实事", "Projects";
    print: "打印", "Print";
    print_only: "只印这一篇", "Only this text";
    print_nothing: "请至少选一部分。", "Choose at least one part.";
    csv_session: "会议编号|会议|来源|来源网址", "Session id|Session|Source|Source address";
    csv_agenda: "编号|序号|标题|类别|方式|场次|场次编号|日期|所属事项|所属事项编号|提出人|提出人编号|代表|进度|结果|表决编号|决议|决议编号|发言编号|预算编号|文件编号|备注", "Id|Number|Title|Kind|Action|Sitting|Sitting id|Date|Part of|Part of id|Presenters|Presenter ids|On behalf of|State|Result|Vote ids|Resolutions|Resolution ids|Speech ids|Budget ids|Document ids|Note";
    csv_people: "编号|姓名|拼音|职务|单位|自|至", "Id|Name|Sort name|Post|Organization|From|To";
    csv_votes: "编号|事项|方式|有表决权|发出|收回|有效|无效|赞成|反对|弃权|未表决|结果|备注|议程编号|决议编号|候选|候选人编号|候选项目编号|职务|得票|当选", "Id|Motion|Method|Eligible|Issued|Returned|Valid|Invalid|Yes|No|Abstain|Not voting|Result|Note|Agenda ids|Resolution ids|Candidate|Person id|Project id|Post|Votes|Elected";
    csv_suggestions: "编号|序号|类别|标题|领域|内容|领衔人|领衔人编号|附议人|附议人编号|承办单位|协办单位|提出日期|期限|答复日期|答复|办理结果|满意度|状态|经过", "Id|Number|Kind|Title|Category|Text|Lead|Lead id|Cosigners|Cosigner ids|Unit|Other units|Submitted|Due|Replied|Reply|Outcome|Satisfaction|Status|Timeline";
    csv_projects: "编号|序号|标题|内容|投资|投资单位|责任单位|责任人|责任人编号|期限|票决方式|票数|名次|入选|状态|进度%|节点", "Id|Number|Title|Content|Investment|Investment unit|Unit|Responsible|Responsible ids|Due|Method|Votes|Rank|Selected|Status|Progress %|Milestones";
    // The reader's library.
    library_title: "我的会议", "My sessions";
    library_about: "从文件、粘贴或链接打开过的会议，只保存在这个浏览器里。", "Sessions opened from files, pasted text or links; kept in this browser only.";
    library_kept: "已保存在这个浏览器里，可在首页“我的会议”中打开或删除。", "Kept in this browser: open or remove it under “My sessions” on the home page.";
    library_unkept: "没有保存在这个浏览器里：{}现在看到的不受影响，刷新页面后需要重新打开。", "Not kept in this browser: {} What you see is not affected; after a reload, open it again.";
    library_keep: "再存一次", "Keep it now";
    library_instead: "这里显示的是这个浏览器里保存的副本。", " Shown is the copy kept in this browser.";
    library_refused: "浏览器不让本页保存内容，可能是无痕模式，或在设置里关掉了存储。", "The browser lets this page store nothing, perhaps because of private mode or its settings.";
    library_blocked: "另一个标签页正占用存储，请关掉其他打开着议事的标签页再试。", "Another tab is holding the storage: close other tabs of Yishi and try again.";
    library_full: "存储空间已满，请删除几次会议，或清理磁盘后再试。", "There is no storage left: remove some sessions or free some disk space, and try again.";
    library_gone: "保存的副本已经删除。", "The kept copy was removed.";
    library_failed: "浏览器的存储出错（{}），请稍后再试。", "The browser’s storage failed ({}): try again later.";
    library_unlisted: "保存在这个浏览器里的会议现在列不出来：{}", "The sessions kept in this browser cannot be listed now: {}";
    library_opened: "{}打开", "opened {}";
    from_file: "本机文件 {}", "local file {}";
    from_paste: "粘贴的内容", "pasted text";
    from_link: "来自链接", "from a link";
    export: "导出", "Export";
    remove: "删除", "Remove";
    remove_all: "全部删除", "Remove all";
    remove_note: "只删除这个浏览器里保存的副本；没有别处的文件时，请先导出。", "Only the copies kept in this browser are removed; export first what you have nowhere else.";
    library_removed: "已删除。", "Removed.";
    // In the hall.
    slides: "投影", "Present";
    slide_before: "上一页", "Previous slide";
    slide_after: "下一页", "Next slide";
    fullscreen: "全屏", "Full screen";
    leave_slides: "退出", "Leave";
    time_start: "开始计时", "Start timer";
    time_pause: "暂停", "Pause";
    time_reset: "清零", "Reset";
    time_limit: "限时（分钟）", "Minutes";
    time_limit_invalid: "请输入大于零、不超过{}的分钟数。", "Give a number of minutes above zero, {} at most.";
    time_last: "不到一分钟", "Under a minute";
    time_over: "时间到", "Time is up";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_agree_on_values() {
        for ((name, zh), (_, en)) in ZH.all().into_iter().zip(EN.all()) {
            assert!(!zh.is_empty() && !en.is_empty(), "{name}");
            assert_eq!(zh.matches("{}").count(), en.matches("{}").count(), "{name}");
        }
    }

    #[test]
    fn chinese_uses_full_width_punctuation() {
        for (name, zh) in ZH.all() {
            let half = zh.char_indices().any(|(i, c)| {
                let after_han = zh[..i].chars().next_back().is_some_and(|before| ('\u{4e00}'..='\u{9fff}').contains(&before));
                after_han && matches!(c, ',' | ';' | ':' | '?' | '!' | '(')
            });
            assert!(!half, "{name}: {zh}");
        }
    }
}
