// What happens at the four sessions of the sample body (示例镇) besides its budgets: sittings, people, agenda, speeches, votes,
// resolutions, changes among the deputies. `sample-budget.mjs` puts it together with the budgets and writes the files.
//
// Everything is invented. Planted on purpose, and said in the summary of the session: at 1-5 the report on suggestions counts one
// more than are listed.

import { candidates, projects, suggestions } from "./sample-matters.mjs";

// ---- people: name, pinyin, posts by session (title@organisation, from, to) ----

const GOVERNMENT = "示例镇人民政府";
const CONGRESS = "示例镇人民代表大会";
const PARTY = "中共示例镇委员会";
const post = (title, organization, from, to) => ({ title, ...(organization ? { organization } : {}), ...(from ? { from } : {}), ...(to === undefined ? {} : { to }) });
const deputy = (district, job) => [...(job ? [job] : []), post(`镇人大代表（第${district}选区）`, CONGRESS)];
const always = (posts) => ({ "1-3": posts, "1-4": posts, "1-5": posts, "1-6": posts });

const PEOPLE = [
  ["zhao-shili", "赵示例", "zhao shi li", { ...always(deputy("一", post("镇党委书记", PARTY, "2021-09"))), "1-6": [post("镇党委书记", PARTY, "2021-09", "2025-03-05")] }],
  ["zhang-shili", "张示例", "zhang shi li", {
    "1-3": deputy("三", post("代镇长", GOVERNMENT, "2023-05-22", "2023-07-18")),
    "1-4": [post("镇长", GOVERNMENT, "2023-07-18")],
    "1-5": [post("镇长", GOVERNMENT, "2023-07-18")],
    "1-6": deputy("三", post("镇党委书记", PARTY, "2025-03-06", null)),
  }],
  ["wang-shili", "王示例", "wang shi li", { ...always([post("镇人大主席", CONGRESS, "2021-10")]), "1-6": [post("镇人大主席", CONGRESS, "2021-10", "2025-06-30")] }],
  ["li-shili", "李示例", "li shi li", { ...always([post("所长", "示例镇财政所")]), "1-3": [post("副所长", "示例镇财政所")] }],
  ["xu-shili", "许示例", "xu shi li", always([post("副镇长", GOVERNMENT)])],
  ["he-shili", "何示例", "he shi li", { "1-3": [post("副镇长", GOVERNMENT)], "1-4": [post("副镇长", GOVERNMENT)], "1-5": [post("副镇长", GOVERNMENT, "2021-10", "2025-01-10")] }],
  ["lin-shili", "林示例", "lin shi li", {
    "1-3": deputy("四", post("党委书记", "示例社区")),
    "1-4": deputy("四", post("党委书记", "示例社区")),
    "1-5": deputy("四", post("副镇长", GOVERNMENT, "2025-01-15")),
    "1-6": deputy("四", post("镇长", GOVERNMENT, "2025-07-15")),
  }],
  ["jin-shili", "金示例", "jin shi li", { "1-5": [post("副镇长", GOVERNMENT, "2025-01-15")], "1-6": [post("副镇长", GOVERNMENT, "2025-01-15")] }],
  ["lv-shili", "吕示例", "lv shi li", { "1-5": [post("主任", "示例镇城镇建设办公室")] }],
  ["feng-shili", "冯示例", "feng shi li", { ...always(deputy("六", post("专职副主席", CONGRESS))), "1-6": deputy("六", post("镇人大主席", CONGRESS, "2025-07-15")) }],
  ["zhou-shili", "周示例", "zhou shi li", always(deputy("一"))],
  ["wu-shili", "吴示例", "wu shi li", always(deputy("五"))],
  ["zheng-shili", "郑示例", "zheng shi li", always(deputy("八", post("校长", "示例镇中心小学")))],
  ["sun-shili", "孙示例", "sun shi li", always(deputy("九"))],
  ["qian-shili", "钱示例", "qian shi li", always(deputy("十", post("总经理", "示例工业园公司")))],
  // Two different people of the same name.
  ["chen-shili-village", "陈示例", "chen shi li", always(deputy("七", post("党总支书记", "大桥村")))],
  ["chen-shili-doctor", "陈示例", "chen shi li", always(deputy("二", post("院长", "示例镇卫生院")))],
  ["wei-shili", "卫示例", "wei shi li", { "1-3": [post("镇人大代表（第五选区）", CONGRESS, "2021-09", "2023-05-11")] }],
  ["jiang-shili", "蒋示例", "jiang shi li", { "1-4": [post("镇人大代表（第十一选区）", CONGRESS, "2021-09", "2023-11-02")] }],
  ["shen-shili", "沈示例", "shen shi li", { "1-4": deputy("十一"), "1-5": deputy("十一"), "1-6": deputy("十一") }],
  ["han-shili", "韩示例", "han shi li", { "1-4": deputy("十二"), "1-5": deputy("十二"), "1-6": deputy("十二") }],
  ["zhu-shili", "朱示例", "zhu shi li", { "1-5": [post("镇人大代表（第九选区）", CONGRESS, "2021-09", "2024-06-12")] }],
  ["yang-shili", "杨示例", "yang shi li", { "1-5": deputy("十"), "1-6": deputy("十") }],
  ["qin-shili", "秦示例", "qin shi li", { "1-6": deputy("一") }],
  ["you-shili", "尤示例", "you shi li", { "1-6": deputy("九") }],
];

/** Those whom the file names, with their posts at that session. */
function people(at, file) {
  const named = JSON.stringify(file);
  return PEOPLE.filter(([id, , , posts]) => posts[at] && named.includes(`"${id}"`)).map(([id, name, sort_name, posts]) => ({ id, name, sort_name, posts: posts[at] }));
}

// ---- small parts ----

const sitting = (id, kind, name, date, start, end, chairs, more = {}) => ({ id, kind, name, date, start, end, chairs, ...more });
const there = (expected, present, observers) => ({ expected, present, on_leave: expected - present, ...(observers ? { observers } : {}), quorum_met: true });
const done = (id, sitting, number, title, kind, action, more = {}) => ({ id, sitting, number, title, kind, action, state: "done", ...more });

/** A speech of paragraphs; a paragraph that starts with # is a heading, an array is a list with its caption first. */
function speech(id, agenda, sitting, date, kind, title, speaker, attribution, text, more = {}) {
  const counts = { h: 0, p: 0, l: 0 };
  const blocks = text.map((part) => {
    if (Array.isArray(part)) return { id: `${id}-l${(counts.l += 1)}`, kind: "list", text: part[0], items: part.slice(1) };
    if (part.startsWith("#")) return { id: `${id}-h${(counts.h += 1)}`, kind: "heading", level: 2, text: part.slice(1) };
    return { id: `${id}-p${(counts.p += 1)}`, kind: "paragraph", text: part };
  });
  const [, name] = PEOPLE.find(([known]) => known === speaker);
  return { id, agenda, sitting, kind, title, speaker, attribution, post: attribution.replace(name, ""), ...more, date, text_status: "summary", blocks };
}
const FOR_TOWN = { on_behalf_of: GOVERNMENT };
const FOR_CHAIR = { on_behalf_of: "示例镇人大主席团" };

const hands = (id, motion) => ({ id, motion, method: "show_of_hands", result: "adopted", note: "举手表决，多数通过；没有公布人数" });
const electronic = (id, motion, eligible, yes, no, abstain, not_voting, result = "adopted") => ({ id, motion, method: "electronic", eligible, counts: { yes, no, abstain, not_voting }, result });
const secret = (id, motion, eligible, [issued, returned, valid], counts, result, more = {}) => ({
  id, motion, method: "secret_ballot", eligible, ballots: { issued, returned, valid, invalid: returned - valid }, ...(counts ? { counts: { yes: counts[0], no: counts[1], abstain: counts[2] } } : {}), result, ...more,
});
const resolution = (id, title, date, vote, text, kind = "resolution") => ({
  id, title, kind, date, ...(vote ? { vote } : {}), text_status: "summary", blocks: text.map((part, at) => ({ id: `${id}-p${at + 1}`, kind: "paragraph", text: part })),
});
const TERMS = [
  { term: "议案", definition: "乡镇人大代表五人以上联名可以提出，由主席团决定是否列入议程。", basis: "general" },
  { term: "办复率", definition: "已答复的件数占应答复件数的比例。", basis: "general" },
  { term: "A类、B类、C类、D类", definition: "办理结果：A已解决或基本解决，B正在解决或列入计划，C留作参考，D暂不能解决。", basis: "general" },
  { term: "差额", definition: "候选数多于应选数的选举或票决；候选数等于应选数的叫等额。", basis: "general" },
  { term: "时间过半、任务过半", definition: "年中用已过去的时间衡量进度的说法。", basis: "general" },
];

// ---- July 2023 ----

function july2023() {
  const day = "2023-07-18";
  return {
    attendance: { seats: 62, ...there(60, 55, 21) },
    sittings: [
      sitting("sit-prep", "preparatory", "预备会议", day, "08:30", "08:50", ["wang-shili"], { attendance: there(60, 55) }),
      sitting("sit-presidium", "presidium", "主席团会议", day, "08:55", "09:10", ["wang-shili"]),
      sitting("sit-plenary-1", "plenary", "第一次全体会议", day, "09:20", "11:30", ["wang-shili"], { ordinal: 1, attendance: there(60, 55, 21) }),
      sitting("sit-group", "group", "分组会议", day, "13:30", "15:00", ["zhou-shili", "feng-shili"]),
      sitting("sit-plenary-2", "plenary", "第二次全体会议", day, "15:20", "17:00", ["zhao-shili"], { ordinal: 2, attendance: there(60, 55, 21) }),
    ],
    agenda: [
      done("a-agenda", "sit-prep", "1", "通过会议议程", "vote", "vote", { result: "adopted", votes: ["v-agenda"] }),
      done("a-credentials", "sit-plenary-1", "2", "代表资格审查委员会关于代表变动情况的报告", "credentials_report", "hear", { presenters: ["feng-shili"], result: "noted", speeches: ["credentials"] }),
      done("a-government", "sit-plenary-1", "3", "听取和审议2023年上半年政府工作报告", "government_report", "deliberate", { presenters: ["zhang-shili"], on_behalf_of: GOVERNMENT, result: "adopted", speeches: ["government-report"], votes: ["v-government"], resolutions: ["res-government"] }),
      done("a-projects", "sit-plenary-1", "4", "听取2023年政府实事项目上半年进展情况的报告", "special_report", "hear", { presenters: ["xu-shili"], on_behalf_of: GOVERNMENT, result: "noted", speeches: ["projects-report"] }),
      done("a-group", "sit-group", "5", "分组审议各项报告", "deliberation", "deliberate"),
      done("a-mayor", "sit-plenary-2", "6", "补选镇长", "election", "elect", { result: "elected", votes: ["v-mayor"], resolutions: ["res-mayor"] }),
      done("a-oath", "sit-plenary-2", "7", "宪法宣誓", "oath", undefined, { presenters: ["zhang-shili"] }),
      done("a-handed", "sit-plenary-2", "8", "代表提出议案和建议", "other", undefined, { note: "议案1件、建议5件，会后交办。" }),
    ],
    speeches: [
      speech("credentials", "a-credentials", "sit-plenary-1", day, "report", "关于代表变动情况的报告", "feng-shili", "代表资格审查委员会主任委员冯示例", ["本届代表名额62名。上次会议以来辞职1名、补选1名、确认代表资格1名，现有代表60名。"]),
      speech("government-report", "a-government", "sit-plenary-1", day, "report", "2023年上半年政府工作报告", "zhang-shili", "代镇长张示例", ["#上半年", "上半年完成道路养护31千米，登记失业人员再就业146人。", "#下半年", ["下半年要做的三件事：", "查清示例河排口", "完成镇文化活动中心主体", "整理2024年实事项目候选"]], FOR_TOWN),
      speech("projects-report", "a-projects", "sit-plenary-1", day, "report", "2023年政府实事项目上半年进展情况的报告", "xu-shili", "副镇长许示例", ["时间过半。镇文化活动中心完成45%，略慢于时间进度；农田机井维修完成60%。"], FOR_TOWN),
      speech("closing", "a-mayor", "sit-plenary-2", day, "address", "闭幕讲话", "zhao-shili", "镇党委书记赵示例", ["赵示例祝贺张示例当选，希望代表会后跟踪自己提出的每一件建议。"]),
    ],
    votes: [
      hands("v-agenda", "会议议程"),
      hands("v-government", "关于2023年上半年政府工作报告的决议"),
      secret("v-mayor", "补选示例镇镇长（应选1名，候选1名）", 55, [55, 55, 54], [52, 1, 1], "elected", { candidates: [{ person: "zhang-shili", post: "镇长", yes: 52, elected: true }] }),
    ],
    resolutions: [
      resolution("res-government", "关于2023年上半年政府工作报告的决议", day, "v-government", ["会议同意报告，要求加快镇文化活动中心工程，按期查清示例河排口。"]),
      resolution("res-mayor", "示例镇人民代表大会公告（第1号）", day, "v-mayor", ["张示例当选为示例镇镇长。"], "announcement"),
    ],
    suggestions: suggestions("1-3", { handed: "a-handed" }),
    suggestion_totals: [{ title: "本次会议收到的议案和建议", agenda: "a-handed", as_of: day, received: 6, bills: 1, suggestions: 5 }],
    projects: projects("1-3", { reported: "a-projects" }),
    deputy_changes: [
      { person: "wei-shili", kind: "resigned", date: "2023-05-11", constituency: "第五选区", agenda: "a-credentials", note: "因工作变动辞去代表职务。" },
      { person: "wu-shili", kind: "elected", date: "2023-06-20", constituency: "第五选区", agenda: "a-credentials" },
      { person: "zhang-shili", kind: "confirmed", date: day, constituency: "第三选区", agenda: "a-credentials", note: "补选的代表资格，经审查确认有效。" },
    ],
    declared: { agenda: 8, reports: 3, resolutions: 2, suggestions: 6, projects: 2 },
  };
}

// ---- January 2024 ----

function january2024() {
  const [first, second] = ["2024-01-16", "2024-01-17"];
  return {
    attendance: { seats: 62, ...there(61, 57, 23) },
    sittings: [
      sitting("sit-prep", "preparatory", "预备会议", first, "08:30", "08:50", ["wang-shili"], { attendance: there(61, 56) }),
      sitting("sit-plenary-1", "plenary", "第一次全体会议", first, "09:00", "11:40", ["wang-shili"], { ordinal: 1, attendance: there(61, 56, 23) }),
      sitting("sit-group", "group", "分组会议", first, "14:00", "17:00", ["zhou-shili", "feng-shili"], { attendance: there(61, 54) }),
      sitting("sit-presidium", "presidium", "主席团会议", second, "08:30", "09:00", ["wang-shili"], { ordinal: 2 }),
      sitting("sit-plenary-2", "plenary", "第二次全体会议", second, "09:20", "11:30", ["zhao-shili"], { ordinal: 2, attendance: there(61, 57, 23) }),
      sitting("sit-closing", "closing", "闭幕会议", second, "14:30", "15:40", ["wang-shili"], { attendance: there(61, 57, 20) }),
    ],
    agenda: [
      { id: "a-government", sitting: "sit-plenary-1", on_behalf_of: GOVERNMENT, result: "adopted", speeches: ["government-report"], votes: ["v-government"], resolutions: ["res-government"] },
      { id: "a-budget", sitting: "sit-plenary-1", votes: ["v-budget"], resolutions: ["res-budget"] },
      done("a-congress", "sit-plenary-1", "3", "听取和审议镇人大主席团工作报告", "congress_report", "deliberate", { presenters: ["wang-shili"], on_behalf_of: "示例镇人大主席团", result: "adopted", speeches: ["congress-report"], votes: ["v-congress"] }),
      done("a-suggestions", "sit-plenary-1", "4", "听取一届三次会议代表议案和建议办理情况的报告", "suggestions_report", "deliberate", { presenters: ["he-shili"], on_behalf_of: GOVERNMENT, result: "noted", speeches: ["suggestions-report"] }),
      done("a-projects", "sit-plenary-1", "5", "听取2023年政府实事项目完成情况的报告", "special_report", "hear", { presenters: ["xu-shili"], on_behalf_of: GOVERNMENT, result: "noted" }),
      done("a-credentials", "sit-plenary-1", "6", "代表资格审查委员会关于代表变动情况的报告", "credentials_report", "hear", { presenters: ["feng-shili"], result: "noted" }),
      done("a-group", "sit-group", "7", "分组审议各项报告", "deliberation", "deliberate"),
      done("a-group-budget", "sit-group", undefined, "分组审查预算草案", "budget_review", "deliberate", { parent: "a-group" }),
      done("a-choice", "sit-plenary-2", "8", "票决2024年政府实事项目", "vote", "vote", { result: "adopted", votes: ["v-choice-rules", "v-projects"], resolutions: ["res-projects"], note: "候选12项，应选10项，差额2项。" }),
      done("a-handed", "sit-closing", "9", "代表提出议案和建议", "other", undefined, { note: "议案1件、建议5件，会后交办。" }),
    ],
    speeches: [
      speech("government-report", "a-government", "sit-plenary-1", first, "report", "政府工作报告", "zhang-shili", "镇长张示例", ["#2023年", "全年改造道路9.2千米，登记失业人员再就业312人，示例河14个排口全部查清。", "#2024年", ["报告提出的重点：", "开工铺设示例河截污管", "提请代表票决2024年政府实事项目", "答复晚于期限的建议逐件向代表说明"]], FOR_TOWN),
      { id: "budget-report", sitting: "sit-plenary-1" },
      speech("congress-report", "a-congress", "sit-plenary-1", first, "report", "镇人大主席团工作报告", "wang-shili", "镇人大主席王示例", ["主席团组织视察6次，督办议案1件，督促答复代表建议。"], FOR_CHAIR),
      speech("suggestions-report", "a-suggestions", "sit-plenary-1", first, "report", "关于一届三次会议代表议案和建议办理情况的报告", "he-shili", "副镇长何示例", ["一届三次会议收到议案1件、建议5件，共6件，已答复5件，办复率83.3%。", "办理结果A类2件、B类1件、C类1件、D类1件。代表满意2件、基本满意2件、不满意1件。", "第4号建议没有按期答复，镇水务站正在测量，将尽快答复。"], FOR_TOWN),
      speech("question", "a-suggestions", "sit-group", first, "question", "询问第4号建议为何没有答复", "chen-shili-village", "镇人大代表陈示例（大桥村）", ["灌溉渠塌方三处，春灌前能不能修好？"]),
      speech("answer", "a-suggestions", "sit-group", first, "answer", "答复陈示例代表的询问", "he-shili", "副镇长何示例", ["春灌前先清淤，保证通水；塌方段列入下一个冬春的水利工程。"]),
    ],
    votes: [
      electronic("v-government", "关于政府工作报告的决议", 57, 55, 0, 1, 1),
      secret("v-budget", "关于2023年预算执行情况和2024年预算的决议", 57, [57, 56, 55], [50, 2, 3], "adopted"),
      hands("v-congress", "关于镇人大主席团工作报告的决议"),
      { id: "v-choice-rules", motion: "2024年政府实事项目票决办法", method: "acclamation", result: "adopted", note: "鼓掌通过" },
      secret("v-projects", "票决2024年政府实事项目（候选12项，应选10项）", 57, [57, 57, 55], undefined, "adopted", { candidates: candidates(2024), note: "按公布的顺序列出；得票数相同的并列" }),
    ],
    resolutions: [
      resolution("res-government", "关于政府工作报告的决议", second, "v-government", ["会议批准政府工作报告。"]),
      resolution("res-budget", "关于2023年预算执行情况和2024年预算的决议", second, "v-budget", ["会议批准2024年预算，批准2023年预算执行情况的报告。"]),
      resolution("res-projects", "关于2024年政府实事项目的决定", second, "v-projects", ["会议票决确定10项2024年政府实事项目，由镇人民政府组织实施，年底前完成。", "镇北文化广场和镇影剧院修缮没有入选，可以列入以后年度的候选。"], "decision"),
    ],
    suggestions: suggestions("1-4", { reported: "a-suggestions", handed: "a-handed" }),
    suggestion_totals: [
      { title: "一届三次会议的议案和建议", session: "sample-1-3", agenda: "a-suggestions", as_of: "2024-01-16", received: 6, bills: 1, suggestions: 5, replied: 5, replied_percent: 83.3, outcomes: { A: 2, B: 1, C: 1, D: 1 }, satisfaction: { satisfied: 2, basically: 2, unsatisfied: 1 }, satisfied_percent: 40, note: "满意和基本满意合计80%。" },
      { title: "本次会议收到的议案和建议", agenda: "a-handed", as_of: second, received: 6, bills: 1, suggestions: 5 },
    ],
    projects: projects("1-4", { reported: "a-projects", chosen: "a-choice" }),
    deputy_changes: [
      { person: "jiang-shili", kind: "died", date: "2023-11-02", constituency: "第十一选区", agenda: "a-credentials" },
      { person: "shen-shili", kind: "elected", date: "2023-12-15", constituency: "第十一选区", agenda: "a-credentials" },
      { person: "han-shili", kind: "elected", date: "2023-12-15", constituency: "第十二选区", agenda: "a-credentials" },
    ],
  };
}

// ---- January 2025 ----

function january2025() {
  const [first, second] = ["2025-01-14", "2025-01-15"];
  return {
    attendance: { seats: 62, ...there(60, 56, 22) },
    sittings: [
      sitting("sit-prep", "preparatory", "预备会议", first, "08:30", "08:50", ["wang-shili"], { attendance: there(60, 55) }),
      sitting("sit-plenary-1", "plenary", "第一次全体会议", first, "09:00", "11:45", ["wang-shili"], { ordinal: 1, attendance: there(60, 55, 22) }),
      sitting("sit-group", "group", "分组会议", first, "14:00", "17:10", ["zhou-shili", "feng-shili"], { attendance: there(60, 53) }),
      sitting("sit-plenary-2", "plenary", "第二次全体会议", second, "09:00", "11:50", ["zhao-shili"], { ordinal: 2, attendance: there(60, 56, 22) }),
      sitting("sit-closing", "closing", "闭幕会议", second, "14:30", "15:30", ["wang-shili"], { attendance: there(60, 56, 19) }),
    ],
    agenda: [
      { id: "a-government", sitting: "sit-plenary-1", on_behalf_of: GOVERNMENT, result: "adopted", speeches: ["government-report"], votes: ["v-government"], resolutions: ["res-government"] },
      { id: "a-budget", sitting: "sit-plenary-1", votes: ["v-budget"], resolutions: ["res-budget"] },
      done("a-congress", "sit-plenary-1", "3", "听取和审议镇人大主席团工作报告", "congress_report", "deliberate", { presenters: ["wang-shili"], on_behalf_of: "示例镇人大主席团", result: "adopted", votes: ["v-congress"] }),
      done("a-suggestions", "sit-plenary-1", "4", "听取一届四次会议代表议案和建议办理情况的报告", "suggestions_report", "deliberate", { presenters: ["xu-shili"], on_behalf_of: GOVERNMENT, result: "noted", speeches: ["suggestions-report"] }),
      done("a-projects", "sit-plenary-1", "5", "听取2024年政府实事项目完成情况的报告", "special_report", "hear", { presenters: ["xu-shili"], on_behalf_of: GOVERNMENT, result: "noted", speeches: ["projects-report"] }),
      done("a-credentials", "sit-plenary-1", "6", "代表资格审查委员会关于代表变动情况的报告", "credentials_report", "hear", { presenters: ["feng-shili"], result: "noted" }),
      done("a-group", "sit-group", "7", "分组审议各项报告", "deliberation", "deliberate"),
      done("a-vice-mayors", "sit-plenary-2", "8", "补选副镇长", "election", "elect", { result: "elected", votes: ["v-vice-mayors"], resolutions: ["res-vice-mayors"], note: "应选2名，候选3名，按姓氏笔画排列。" }),
      done("a-choice", "sit-plenary-2", "9", "票决2025年政府实事项目", "vote", "vote", { result: "adopted", votes: ["v-projects"], note: "候选6项，应选6项，等额。" }),
      done("a-night-work", "sit-plenary-2", "10", "表决《示例镇镇区夜间施工管理办法（草案）》", "vote", "vote", { result: "rejected", votes: ["v-night-work"], note: "赞成票没有过半数，未通过。" }),
      { id: "a-fishing", sitting: "sit-plenary-2", number: "11", title: "审议《示例河禁渔办法（草案）》", kind: "special_report", action: "deliberate", state: "withdrawn", note: "提案人在分组审议后撤回。" },
      { id: "a-oath", sitting: "sit-closing", number: "12", title: "宪法宣誓", kind: "oath", presenters: ["lin-shili", "jin-shili"], state: "done" },
      done("a-handed", "sit-closing", "13", "代表提出建议", "other", undefined, { note: "建议5件，会后交办。" }),
    ],
    speeches: [
      speech("government-report", "a-government", "sit-plenary-1", first, "report", "政府工作报告", "zhang-shili", "镇长张示例", ["#2024年", "2024年的10项实事项目完成6项，4项没有按期完成。示例河截污管全线通水。", "#2025年", ["报告提出的重点：", "完成没有按期完成的4项", "建设养老服务综合体一期", "公开汛期水位"]], FOR_TOWN),
      { id: "budget-report", sitting: "sit-plenary-1" },
      speech("suggestions-report", "a-suggestions", "sit-plenary-1", first, "report", "关于一届四次会议代表议案和建议办理情况的报告", "xu-shili", "副镇长许示例", ["一届四次会议收到议案1件、建议6件，共7件，已答复6件，办复率85.7%。", "办理结果A类3件、B类2件、C类1件。代表满意4件、基本满意1件、不满意1件。", "一届三次会议的第4号建议已答复，正在修复灌溉渠。"], FOR_TOWN),
      speech("projects-report", "a-projects", "sit-plenary-1", first, "report", "2024年政府实事项目完成情况的报告", "xu-shili", "副镇长许示例", ["10项中6项完成；供水管网完成70%，路灯90%，堤防60%，停车场40%，都在2025年上半年继续实施。"], FOR_TOWN),
      speech("remarks-doctor", "a-government", "sit-group", first, "remarks", "谈养老服务综合体", "chen-shili-doctor", "镇人大代表陈示例（镇卫生院）", ["卫生院可以向综合体派驻医生，建议同步设计。"]),
      speech("closing", "a-handed", "sit-closing", second, "address", "闭幕讲话", "zhao-shili", "镇党委书记赵示例", ["赵示例要求对没有答复的建议，逐件说明原因和时间。"]),
    ],
    votes: [
      electronic("v-government", "关于政府工作报告的决议", 56, 52, 1, 2, 1),
      secret("v-budget", "关于2024年预算执行情况和2025年预算的决议", 56, [56, 56, 55], [49, 3, 3], "adopted"),
      hands("v-congress", "关于镇人大主席团工作报告的决议"),
      secret("v-vice-mayors", "补选示例镇副镇长（应选2名，候选3名）", 56, [56, 56, 54], undefined, "elected", {
        candidates: [
          { person: "lv-shili", post: "副镇长", yes: 22, elected: false },
          { person: "lin-shili", post: "副镇长", yes: 46, elected: true },
          { person: "jin-shili", post: "副镇长", yes: 37, elected: true },
        ],
        note: "按姓氏笔画排列；得赞成票过半数的当选",
      }),
      { id: "v-projects", motion: "票决2025年政府实事项目（候选6项，应选6项）", method: "electronic", eligible: 56, result: "adopted", candidates: candidates(2025) },
      electronic("v-night-work", "《示例镇镇区夜间施工管理办法（草案）》", 56, 26, 19, 10, 1, "rejected"),
    ],
    resolutions: [
      resolution("res-government", "关于政府工作报告的决议", second, "v-government", ["会议批准政府工作报告，要求2024年没有完成的4项实事项目在年中会议上报告进展。"]),
      resolution("res-budget", "关于2024年预算执行情况和2025年预算的决议", second, "v-budget", ["会议批准2025年预算，批准2024年预算执行情况的报告和2023年决算。"]),
      resolution("res-vice-mayors", "示例镇人民代表大会公告（第2号）", second, "v-vice-mayors", ["林示例、金示例当选为示例镇副镇长。"], "announcement"),
    ],
    suggestions: suggestions("1-5", { reported: "a-suggestions", handed: "a-handed" }),
    suggestion_totals: [
      { title: "一届四次会议的议案和建议", session: "sample-1-4", agenda: "a-suggestions", as_of: first, received: 7, bills: 1, suggestions: 6, replied: 6, replied_percent: 85.7, outcomes: { A: 3, B: 2, C: 1, D: 0 }, satisfaction: { satisfied: 4, basically: 1, unsatisfied: 1 }, satisfied_percent: 66.7 },
      { title: "本次会议收到的建议", agenda: "a-handed", as_of: second, received: 5, bills: 0, suggestions: 5 },
    ],
    projects: projects("1-5", { reported: "a-projects", chosen: "a-choice" }),
    deputy_changes: [
      { person: "zhu-shili", kind: "terminated", date: "2024-06-12", constituency: "第九选区", agenda: "a-credentials", note: "代表资格因其他原因终止。" },
      { person: "qian-shili", kind: "moved_away", date: "2024-09-01", constituency: "第十选区", agenda: "a-credentials", note: "迁出本行政区域。" },
      { person: "yang-shili", kind: "elected", date: "2024-11-20", constituency: "第十选区", agenda: "a-credentials" },
    ],
  };
}

// ---- July 2025 ----

function july2025() {
  const day = "2025-07-15";
  return {
    attendance: { seats: 62, ...there(61, 58, 25) },
    sittings: [
      sitting("sit-prep", "preparatory", "预备会议", day, "08:30", "08:50", ["feng-shili"], { attendance: there(61, 58) }),
      sitting("sit-plenary-1", "plenary", "第一次全体会议", day, "09:00", "11:20", ["zhang-shili"], { ordinal: 1, attendance: there(61, 58, 25) }),
      sitting("sit-group", "group", "分组会议", day, "13:30", "15:00", ["zhou-shili", "wu-shili"], { attendance: there(61, 55) }),
      sitting("sit-plenary-2", "plenary", "第二次全体会议", day, "15:20", "17:10", ["zhang-shili", "feng-shili"], { ordinal: 2, attendance: there(61, 58, 25) }),
    ],
    agenda: [
      done("a-government", "sit-plenary-1", "1", "听取和审议2025年上半年政府工作报告", "government_report", "deliberate", { presenters: ["lin-shili"], on_behalf_of: GOVERNMENT, result: "adopted", speeches: ["government-report"], votes: ["v-government"], resolutions: ["res-government"] }),
      done("a-suggestions", "sit-plenary-1", "2", "听取一届五次会议代表建议办理情况的报告", "suggestions_report", "deliberate", { presenters: ["xu-shili"], on_behalf_of: GOVERNMENT, result: "noted", speeches: ["suggestions-report"] }),
      done("a-projects", "sit-plenary-1", "3", "听取2025年政府实事项目上半年进展情况的报告", "special_report", "hear", { presenters: ["jin-shili"], on_behalf_of: GOVERNMENT, result: "noted", speeches: ["projects-report"] }),
      done("a-credentials", "sit-plenary-1", "4", "代表资格审查委员会关于代表变动情况的报告", "credentials_report", "hear", { presenters: ["feng-shili"], result: "noted" }),
      done("a-group", "sit-group", "5", "分组审议各项报告", "deliberation", "deliberate"),
      done("a-mayor", "sit-plenary-2", "6", "补选镇长", "election", "elect", { result: "elected", votes: ["v-mayor"], resolutions: ["res-elected"] }),
      done("a-chair", "sit-plenary-2", "7", "补选镇人大主席", "election", "elect", { result: "elected", votes: ["v-chair"], resolutions: ["res-elected"] }),
      done("a-night-work", "sit-plenary-2", "8", "表决《示例镇镇区夜间施工管理办法（修改稿）》", "vote", "vote", { result: "adopted", votes: ["v-night-work"], resolutions: ["res-night-work"], note: "一届五次会议没有通过，修改后再次提请表决。" }),
      { id: "a-plan", sitting: "sit-plenary-2", number: "9", title: "审议镇域慢行道规划（草案）", kind: "special_report", action: "deliberate", state: "postponed", note: "草案没有编完，延到下次会议。" },
      done("a-handed", "sit-plenary-2", "10", "代表提出建议", "other", undefined, { note: "建议2件。" }),
    ],
    speeches: [
      speech("government-report", "a-government", "sit-plenary-1", day, "report", "2025年上半年政府工作报告", "lin-shili", "代镇长林示例", ["#上半年", "养老服务综合体一期3月开工。后山片供水管网5月底通水。", "#下半年", "时间已经过半。完成进度低于50%的项目，每月向代表通报一次。"], FOR_TOWN),
      speech("suggestions-report", "a-suggestions", "sit-plenary-1", day, "report", "关于一届五次会议代表建议办理情况的报告", "xu-shili", "副镇长许示例", ["一届五次会议收到建议5件，已答复3件，办复率60%。", "办理结果A类1件、B类1件、D类1件；代表满意、基本满意、不满意各1件。", "第3号建议逾期没有答复；第5号建议经代表同意延期到10月15日。"], FOR_TOWN),
      speech("projects-report", "a-projects", "sit-plenary-1", day, "report", "2025年政府实事项目上半年进展情况的报告", "jin-shili", "副镇长金示例", ["6项中1项完成；充电桩70%、图书室55%、水位牌50%；养老服务综合体30%、校车停靠点5%，慢于时间进度。", "2024年没有完成的4项，供水管网和路灯已经完成，堤防85%，停车场70%。"], FOR_TOWN),
      speech("closing", "a-mayor", "sit-plenary-2", day, "address", "闭幕讲话", "zhang-shili", "镇党委书记张示例", ["张示例说，从镇长到镇党委书记，答应代表的事仍要一件件办完。"]),
    ],
    votes: [
      hands("v-government", "关于2025年上半年政府工作报告的决议"),
      secret("v-mayor", "补选示例镇镇长（应选1名，候选1名）", 58, [58, 58, 58], [55, 1, 2], "elected", { candidates: [{ person: "lin-shili", post: "镇长", yes: 55, elected: true }] }),
      secret("v-chair", "补选示例镇人大主席（应选1名，候选2名）", 58, [58, 57, 56], undefined, "elected", {
        candidates: [
          { person: "feng-shili", post: "镇人大主席", yes: 39, elected: true },
          { person: "zheng-shili", post: "镇人大主席", yes: 15, elected: false },
        ],
        note: "2张票弃权",
      }),
      electronic("v-night-work", "《示例镇镇区夜间施工管理办法（修改稿）》", 58, 47, 6, 5, 0),
    ],
    resolutions: [
      resolution("res-government", "关于2025年上半年政府工作报告的决议", day, "v-government", ["会议同意报告，要求慢于时间进度的项目每月通报。"]),
      resolution("res-elected", "示例镇人民代表大会公告（第3号）", day, "v-mayor", ["林示例当选为示例镇镇长，冯示例当选为示例镇人大主席。"], "announcement"),
      resolution("res-night-work", "示例镇镇区夜间施工管理办法", day, "v-night-work", ["镇区22时至次日6时不得施工，抢修除外。", "本办法自2025年9月1日起施行。"], "decision"),
    ],
    suggestions: suggestions("1-6", { reported: "a-suggestions", handed: "a-handed" }),
    suggestion_totals: [
      { title: "一届五次会议的建议", session: "sample-1-5", agenda: "a-suggestions", as_of: day, received: 5, bills: 0, suggestions: 5, replied: 3, replied_percent: 60, outcomes: { A: 1, B: 1, C: 0, D: 1 }, satisfaction: { satisfied: 1, basically: 1, unsatisfied: 1 }, satisfied_percent: 33.3 },
      { title: "本次会议收到的建议", agenda: "a-handed", as_of: day, received: 2, bills: 0, suggestions: 2 },
    ],
    projects: projects("1-6", { reported: "a-projects" }),
    deputy_changes: [
      { person: "zhao-shili", kind: "moved_away", date: "2025-03-05", constituency: "第一选区", agenda: "a-credentials", note: "调离本行政区域。" },
      { person: "wang-shili", kind: "resigned", date: "2025-06-30", agenda: "a-credentials", note: "到龄退休，辞去镇人大主席和代表职务。" },
      { person: "qin-shili", kind: "elected", date: "2025-06-18", constituency: "第一选区", agenda: "a-credentials" },
      { person: "you-shili", kind: "elected", date: "2025-06-18", constituency: "第九选区", agenda: "a-credentials" },
    ],
    declared: { agenda: 10, resolutions: 3 },
  };
}

// ---- together ----

const STORIES = { "1-3": july2023, "1-4": january2024, "1-5": january2025, "1-6": july2025 };
const MORE = {
  "1-4": "会议另有代表建议和实事项目：一届三次会议的6件建议有一件逾期未答复，2024年实事项目从12项候选中票决产生10项。",
  "1-5": "代表建议的报告比名单多算一件（报告7件，名单6件），也是故意的，用来展示报告数与清点数的差别。会上有一项草案没有通过，一项撤回。",
};
const ORDER = "format id title language is_sample status as_of license summary assembly term meeting dates venue attendance sittings people agenda speeches votes resolutions budgets suggestions suggestion_totals projects deputy_changes glossary declared";

/** Each of `told`, laid over the one of `base` with its id. */
const over = (base = [], told) => told.map((one) => ({ ...base.find((other) => other.id === one.id), ...one }));

/** Without what is undefined. Objects of a class, such as amounts, stay as they are. */
function tidy(value) {
  if (Array.isArray(value)) return value.map(tidy);
  if (value === null || typeof value !== "object" || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined).map(([key, field]) => [key, tidy(field)]));
}

/** The file of a session: its budgets, agenda and speeches from `base`, and all that is told here. */
export function withStory(at, base) {
  const story = STORIES[at]();
  const told = { ...story, agenda: over(base.agenda, story.agenda), speeches: over(base.speeches, story.speeches) };
  const glossary = [...(base.glossary ?? []), ...TERMS];
  const summary = base.summary + (MORE[at] ?? "");
  const file = { ...base, ...told, venue: "示例镇人民政府三楼会议室", people: people(at, told), glossary, summary };
  return tidy(Object.fromEntries(ORDER.split(" ").map((key) => [key, file[key]])));
}

/** What a session without budgets starts from. */
export function bare(assembly, at, ordinal, day, about) {
  return {
    format: "yishi-session/1",
    id: `sample-${at}`,
    title: `【示例】示例镇第一届人民代表大会第${ordinal}次会议`,
    language: "zh-Hans",
    is_sample: true,
    status: "published",
    as_of: day,
    license: "CC0-1.0",
    summary: `这是示例，不是真实的会议：地名、人名、会议和全部数字都是虚构的。${about}`,
    assembly,
    term: 1,
    meeting: Number(at.split("-")[1]),
    dates: { start: day, end: day },
  };
}
