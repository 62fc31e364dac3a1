// Suggestions and projects of the sample body (示例镇), each with what was known of it at each session; all of it invented.
//
// A suggestion or project is written once, with its state by session; `suggestions` and `projects` give the list that the file of
// one session holds. What happened after the session is left out by its date.

// ---- suggestions ----

const OFFICE = { eco: "镇生态环境办公室", water: "镇水务站", build: "镇城镇建设办公室", social: "镇社会事务办公室", police: "示例派出所", hospital: "示例镇卫生院" };
const HANDED = { "1-3": "2023-07-18", "1-4": "2024-01-17", "1-5": "2025-01-15", "1-6": "2025-07-15" };
const DUE = { "1-3": "2023-10-18", "1-4": "2024-04-17", "1-5": "2025-04-15", "1-6": "2025-10-15" };
const PASSED_ON = { "1-3": "2023-07-25", "1-4": "2024-01-26", "1-5": "2025-01-24", "1-6": "2025-07-25" };

const NEW = { replied: null, status: "待交办" };
const OVERDUE = { replied: null, status: "逾期未答复" };
const closed = (replied, outcome, satisfaction, status, reply) => ({ replied, reply, outcome, satisfaction, status });

// at: the session it was handed in at; states: what the file of a session says of it; more: happenings besides handing in,
// passing on and replying.
const SUGGESTIONS = [
  {
    id: "sg-2023-01", at: "1-3", number: "1", kind: "bill", title: "关于整治示例河沿岸污水直排的议案", category: "生态环境",
    text: "示例河沿岸仍有排口直排生活污水。建议查清排口，铺设截污管，并公开每月的水质。",
    lead: "zhou-shili", cosigners: ["zheng-shili", "sun-shili", "qian-shili", "feng-shili", "chen-shili-village"],
    unit: OFFICE.eco, co_units: [OFFICE.water, "沿河各村"],
    more: [["2024-03-01", "开工铺设截污管"], ["2024-10-20", "截污管全线通水", "排口由14个减到0个"], ["2024-11-08", "代表现场查看", "满意度由基本满意改为满意"]],
    states: {
      "1-3": NEW,
      "1-4": closed("2023-10-10", "B", "basically", "正在办理", "已查清排口14个，截污管列入2024年工程，计划3月开工。"),
      "1-5": closed("2023-10-10", "A", "satisfied", "已办结", "已查清排口14个，截污管列入2024年工程，计划3月开工。"),
    },
  },
  {
    id: "sg-2023-02", at: "1-3", number: "2", title: "关于增设中心小学门前人行横道和减速带的建议", category: "道路交通",
    text: "上学和放学时段车速快，学生过街不安全。",
    lead: "chen-shili-doctor", unit: OFFICE.police, co_units: [OFFICE.build], more: [["2023-08-25", "人行横道和减速带完工"]],
    states: { "1-3": NEW, "1-4": closed("2023-08-30", "A", "satisfied", "已办结", "已划设人行横道两处、安装减速带四条。") },
  },
  {
    id: "sg-2023-03", at: "1-3", number: "3", title: "关于延长卫生院夜间门诊时间的建议", category: "医疗卫生",
    text: "建议夜间门诊由20时延长到22时。",
    lead: "sun-shili", cosigners: ["chen-shili-doctor"], unit: OFFICE.hospital,
    states: { "1-3": NEW, "1-4": closed("2023-11-20", "C", "unsatisfied", "已答复", "值班医生不足，留作下一年编制调整时参考。答复晚于期限。") },
  },
  {
    id: "sg-2023-04", at: "1-3", number: "4", title: "关于修复大桥村灌溉渠的建议", category: "农林水利",
    text: "大桥村灌溉渠有三处塌方，影响约600亩农田。",
    lead: "chen-shili-village", cosigners: ["zhou-shili"], unit: OFFICE.water,
    more: [["2024-04-08", "主席团督办", "要求5月底前答复"], ["2024-11-15", "开工修复"], ["2025-05-20", "修复完工", "三处塌方全部修复，恢复通水"], ["2025-06-03", "代表现场查看", "满意"]],
    states: {
      "1-3": NEW,
      "1-4": OVERDUE,
      "1-5": closed("2024-05-30", "B", "basically", "跟踪办理", "已列入冬春水利工程，分两段修复。"),
      "1-6": closed("2024-05-30", "A", "satisfied", "已办结", "已列入冬春水利工程，分两段修复。"),
    },
  },
  {
    id: "sg-2023-05", at: "1-3", number: "5", title: "关于在工业园区设公交站的建议", category: "道路交通",
    text: "建议公交2路延伸到园区东门。",
    lead: "qian-shili", unit: OFFICE.build, co_units: ["示例市公交公司"],
    states: { "1-3": NEW, "1-4": closed("2023-09-28", "D", "basically", "已答复", "线路由市里统一规划，目前客流不足，暂不能解决。") },
  },
  {
    id: "sg-2023-06", at: "1-3", number: "6", title: "关于节假日开放学校操场的建议", category: "文化教育",
    lead: "lin-shili", cosigners: ["feng-shili"], unit: OFFICE.social,
    states: { "1-3": NEW, "1-4": closed("2023-10-09", "A", "satisfied", "已办结", "中心小学和初级中学的操场自2023年10月起节假日开放。") },
  },
  {
    id: "sg-2024-01", at: "1-4", number: "1", kind: "bill", title: "关于建设镇级养老服务综合体的议案", category: "民政养老",
    text: "全镇60岁以上居民约占四分之一，现有养老床位不足。",
    lead: "zheng-shili", cosigners: ["wu-shili", "sun-shili", "feng-shili", "shen-shili"], unit: OFFICE.social, co_units: ["示例镇财政所", OFFICE.hospital],
    more: [["2024-09-12", "完成选址"]],
    states: { "1-4": NEW, "1-5": closed("2024-04-10", "B", "satisfied", "正在办理", "选址已定，列入2025年政府实事项目候选。") },
  },
  {
    id: "sg-2024-02", at: "1-4", number: "2", title: "关于农贸市场增设公平秤和检测室的建议", category: "市场监管",
    lead: "feng-shili", unit: "示例市场监管所",
    states: { "1-4": NEW, "1-5": closed("2024-03-12", "A", "satisfied", "已办结", "已设公平秤两台，检测室每天公布结果。") },
  },
  {
    id: "sg-2024-03", at: "1-4", number: "3", title: "关于老旧小区加装充电桩的建议", category: "城镇建设",
    lead: "wu-shili", cosigners: ["han-shili"], unit: OFFICE.build, co_units: ["示例供电所"],
    states: { "1-4": NEW, "1-5": closed("2024-05-06", "B", "basically", "正在办理", "首批20个已安装，其余30个待增容。答复晚于期限。") },
  },
  {
    id: "sg-2024-04", at: "1-4", number: "4", title: "关于规范村级公墓管理的建议", category: "民政养老",
    lead: "chen-shili-village", unit: OFFICE.social,
    states: { "1-4": NEW, "1-5": closed("2024-04-15", "C", "unsatisfied", "已答复", "等待市里的管理办法，留作参考。") },
  },
  {
    id: "sg-2024-05", at: "1-4", number: "5", title: "关于镇图书室周末开放的建议", category: "文化教育",
    lead: "shen-shili", unit: OFFICE.social,
    states: { "1-4": NEW, "1-5": closed("2024-02-28", "A", "satisfied", "已办结", "自2024年3月起周六、周日开放。") },
  },
  {
    id: "sg-2024-06", at: "1-4", number: "6", title: "关于拓宽示例路西段的建议", category: "道路交通",
    text: "示例路西段宽5米，会车困难。",
    lead: "qian-shili", cosigners: ["zhou-shili"], unit: OFFICE.build, co_units: ["示例市交通局"],
    more: [["2025-02-20", "主席团督办"]],
    states: { "1-4": NEW, "1-5": OVERDUE, "1-6": closed("2025-03-20", "D", "unsatisfied", "已答复", "涉及房屋征收，近期没有资金，暂不能解决。") },
  },
  {
    id: "sg-2025-01", at: "1-5", number: "1", title: "关于建立独居老人巡访制度的建议", category: "民政养老",
    lead: "zheng-shili", cosigners: ["yang-shili"], unit: OFFICE.social,
    states: { "1-5": NEW, "1-6": closed("2025-03-28", "A", "satisfied", "已办结", "已建立台账，每周巡访一次。") },
  },
  {
    id: "sg-2025-02", at: "1-5", number: "2", title: "关于公开示例河汛期水位的建议", category: "农林水利",
    lead: "zhou-shili", unit: OFFICE.water,
    states: { "1-5": NEW, "1-6": closed("2025-04-11", "B", "basically", "正在办理", "水位牌已设两处，另三处年内完成。") },
  },
  {
    id: "sg-2025-03", at: "1-5", number: "3", title: "关于把校车线路延伸到后山村的建议", category: "文化教育",
    lead: "yang-shili", cosigners: ["chen-shili-village"], unit: OFFICE.social, co_units: [OFFICE.police],
    states: { "1-5": NEW, "1-6": OVERDUE },
  },
  {
    id: "sg-2025-04", at: "1-5", number: "4", title: "关于公示镇区停车收费的建议", category: "城镇建设",
    lead: "wu-shili", unit: OFFICE.build,
    states: { "1-5": NEW, "1-6": closed("2025-05-08", "D", "unsatisfied", "已答复", "停车场由社会单位经营，镇里不能要求。答复晚于期限。") },
  },
  {
    id: "sg-2025-05", at: "1-5", number: "5", title: "关于编制镇域慢行道规划的建议", category: "城镇建设", due: "2025-10-15",
    lead: "han-shili", cosigners: ["shen-shili"], unit: OFFICE.build,
    more: [["2025-04-02", "经代表同意延期", "规划须先做现状调查，期限延到10月15日"]],
    states: { "1-5": { ...NEW, due: DUE["1-5"] }, "1-6": { replied: null, status: "办理中" } },
  },
  {
    id: "sg-2025-11", at: "1-6", number: "1", title: "关于增加夏季应急供水点的建议", category: "农林水利",
    lead: "qin-shili", unit: OFFICE.water, states: { "1-6": NEW },
  },
  {
    id: "sg-2025-12", at: "1-6", number: "2", title: "关于限制镇区夜间施工的建议", category: "城镇建设",
    lead: "shen-shili", cosigners: ["yang-shili"], unit: OFFICE.build, passed: "2025-07-15", states: { "1-6": { replied: null, status: "已交办" } },
  },
];

/** The suggestions that the file of session `at` lists: those reported on, which name their session, then those handed in. */
export function suggestions(at, agenda) {
  const known = SUGGESTIONS.filter((one) => one.states[at]);
  const earlier = known.filter((one) => one.at !== at);
  return [...earlier, ...known.filter((one) => one.at === at)].map((one) => {
    const { id, number, kind = "suggestion", title, category, text, lead, cosigners, unit, co_units } = one;
    const { due = one.due ?? DUE[one.at], ...state } = one.states[at];
    const happened = [[HANDED[one.at], "提出"], [one.passed ?? PASSED_ON[one.at], "交办", unit], ...(state.replied ? [[state.replied, "书面答复"]] : []), ...(one.more ?? [])];
    const timeline = happened
      .filter(([date]) => date <= HANDED[at])
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([date, event, note]) => ({ date, event, ...(note ? { note } : {}) }));
    const isEarlier = one.at !== at;
    return {
      ...{ id, number, kind, title, category },
      ...(text ? { text } : {}),
      lead,
      ...(cosigners ? { cosigners } : {}),
      unit,
      ...(co_units ? { co_units } : {}),
      submitted: HANDED[one.at],
      due,
      ...state,
      timeline,
      ...(isEarlier ? { session: `sample-${one.at}` } : {}),
      agenda: isEarlier ? agenda.reported : agenda.handed,
    };
  });
}

// ---- projects ----

const AS_OF = { "1-3": "2023-07-18", "1-4": "2024-01-17", "1-5": "2025-01-15", "1-6": "2025-07-15" };

// The ballot of January 2024: 12 candidates in the order published, 10 to choose. Votes, name, content, 万元, unit, who answers,
// progress at 1-5 and 1-6 (none: not reported), milestones.
const BALLOT_2024 = [
  [53, "school-gate", "中心小学周边道路改造", "改造道路0.8千米，增设停车带。", 268.5, OFFICE.build, "xu-shili", [100], [["2024-07-10", 40, "开工"], ["2024-08-28", 100, "开学前完工"]]],
  [31, "north-square", "镇北文化广场", "建设广场约2000平方米。", 180, OFFICE.social, "xu-shili"],
  [54, "drinking-water", "后山片供水管网改造", "改造管网12.6千米，惠及1460户。", 620, OFFICE.water, "he-shili", [70, 100], [["2024-04-15", 10, "开工"], ["2024-10-30", 55], ["2024-12-25", 70, "主管完成，入户管未完成"], ["2025-05-30", 100, "通水"]]],
  [45, "market", "镇农贸市场提升", "改造摊位136个，增设检测室。", 145.2, "示例市场监管所", "xu-shili", [100], [["2024-06-18", 100, "提前完工"]]],
  [53, "clinics", "村卫生室标准化建设", "新建2所，改建5所。", 210, OFFICE.hospital, "xu-shili", [100], [["2024-09-30", 60], ["2024-12-20", 100]]],
  [40, "parking", "镇区公共停车场", "新增车位180个。", 320, OFFICE.build, "he-shili", [40, 70], [["2024-08-01", 5, "开工"], ["2024-12-31", 40, "土地交付晚"], ["2025-06-30", 70]]],
  [50, "roads", "农村公路提档升级", "改造9.4千米。", 486, OFFICE.build, "he-shili", [100], [["2024-06-30", 50], ["2024-11-20", 100]]],
  [24, "theatre", "镇影剧院修缮", "修缮屋面和消防设施。", 260, OFFICE.social, "xu-shili"],
  [51, "elderly-meals", "老年助餐点", "新建助餐点6个。", 96.8, OFFICE.social, "xu-shili", [100], [["2024-05-31", 50], ["2024-10-08", 100]]],
  [43, "lights", "村内路灯", "安装路灯820盏。", 123, "各村", "he-shili", [90, 100], [["2024-06-30", 30], ["2024-12-31", 90], ["2025-02-18", 100]]],
  [49, "flood", "示例河堤防加固", "加固堤防3.2千米。", 540, OFFICE.water, "he-shili", [60, 85], [["2024-10-10", 15, "汛后开工"], ["2024-12-31", 60], ["2025-06-30", 85]]],
  [47, "toilets", "公厕新建和改造", "新建3座，改造7座。", 168.4, OFFICE.build, "he-shili", [100], [["2024-12-10", 100]]],
];
// January 2025: as many candidates as places. Progress at 1-6, half of the year gone.
const BALLOT_2025 = [
  [55, "care-centre", "养老服务综合体（一期）", "建设床位120张和日间照料中心。", 0.13, "yi_yuan", OFFICE.social, "xu-shili", 30, [["2025-03-20", 5, "开工"], ["2025-06-30", 30]]],
  [53, "charging", "小区充电桩", "安装充电桩150个。", 88, "wan_yuan", OFFICE.build, "lin-shili", 70, [["2025-03-31", 35], ["2025-06-30", 70]]],
  [54, "trees", "学校周边行道树补植", "补植620株。", 24.5, "wan_yuan", OFFICE.build, "lin-shili", 100, [["2025-03-12", 100, "植树节完成"]]],
  [50, "levels", "汛期水位牌", "设水位牌5处。", 12, "wan_yuan", OFFICE.water, "lin-shili", 50, [["2025-05-15", 50, "设2处，另1处半成"]]],
  [48, "library", "村级图书室", "改建8处。", 64, "wan_yuan", OFFICE.social, "xu-shili", 55, [["2025-06-30", 55]]],
  [46, "bus", "校车停靠点", "新建停靠点12个。", 36, "wan_yuan", OFFICE.police, "xu-shili", 5, [["2025-06-20", 5, "完成设计"]]],
];

const state = (percent, isLate) => (percent === 100 ? "已完成" : percent === 0 ? "未开工" : isLate ? "未按期完成，继续实施" : "实施中");
const steps = (milestones, at) => milestones.filter(([date]) => date <= AS_OF[at]).map(([date, percent, note]) => ({ date, percent, ...(note ? { note } : {}) }));
const withSteps = (milestones, at) => {
  const list = steps(milestones, at);
  return list.length > 0 ? { milestones: list } : {};
};

const HALL = {
  id: "pj-2023-hall", title: "镇文化活动中心", content: "建设活动中心1860平方米。", investment: 735, investment_unit: "wan_yuan", unit: OFFICE.social, responsible: ["xu-shili"],
  milestones: [["2023-03-10", 5, "开工"], ["2023-06-30", 45], ["2023-12-31", 80, "雨季停工一个月"], ["2024-06-20", 100, "竣工验收"]],
};
const WELLS = {
  id: "pj-2023-wells", title: "农田机井维修", content: "维修机井38眼。", investment: 57, investment_unit: "wan_yuan", unit: OFFICE.water, responsible: ["he-shili"],
  milestones: [["2023-06-30", 60], ["2023-09-28", 100]],
};
const of2023 = ({ milestones, ...base }, at, percent, due, agenda) => ({ ...base, due, selection: { selected: true }, status: state(percent, due < AS_OF[at]), progress_percent: percent, ...withSteps(milestones, at), agenda });

const rank = (ballot, votes) => ballot.filter(([other]) => other > votes).length + 1;

function of2024(at, agenda) {
  const list = BALLOT_2024.map(([votes, key, title, content, investment, unit, responsible, progress, milestones = []], place) => {
    const base = { id: `pj-2024-${key}`, number: String(place + 1), title, content, investment, investment_unit: "wan_yuan", unit, responsible: [at === "1-6" && responsible === "he-shili" ? "jin-shili" : responsible], due: "2024-12-31" };
    const isSelected = progress !== undefined;
    const selection = { method: "secret_ballot", votes, rank: rank(BALLOT_2024, votes), selected: isSelected };
    if (at === "1-4") return { ...base, selection, ...(isSelected ? { status: state(0), progress_percent: 0 } : { status: "未入选" }), agenda };
    const percent = progress?.[at === "1-5" ? 0 : 1];
    if (percent === undefined) return null;
    return { ...base, selection, status: state(percent, true), progress_percent: percent, ...withSteps(milestones, at), session: "sample-1-4", agenda };
  });
  return list.filter(Boolean);
}

function of2025(at, agenda) {
  return BALLOT_2025.map(([votes, key, title, content, investment, investment_unit, unit, responsible, percent, milestones], place) => {
    const base = { id: `pj-2025-${key}`, number: String(place + 1), title, content, investment, investment_unit, unit, responsible: [responsible], due: "2025-12-31" };
    const selection = { method: "electronic", votes, rank: rank(BALLOT_2025, votes), selected: true };
    if (at === "1-5") return { ...base, selection, status: state(0), progress_percent: 0, agenda };
    return { ...base, selection, status: state(percent), progress_percent: percent, ...withSteps(milestones, at), session: "sample-1-5", agenda };
  });
}

/** The projects that the file of session `at` lists: those reported on, then those chosen. */
export function projects(at, { reported, chosen }) {
  if (at === "1-3") return [of2023(HALL, at, 45, "2023-12-31", reported), of2023(WELLS, at, 60, "2023-12-31", reported)];
  if (at === "1-4") return [of2023(HALL, at, 80, "2023-12-31", reported), of2023(WELLS, at, 100, "2023-12-31", reported), ...of2024(at, chosen)];
  if (at === "1-5") return [of2023(HALL, at, 100, "2024-06-30", reported), ...of2024(at, reported), ...of2025(at, chosen)];
  return [...of2024(at, reported), ...of2025(at, reported)];
}

/** The candidates of a project ballot in the order published. */
export function candidates(year) {
  const ballot = year === 2024 ? BALLOT_2024 : BALLOT_2025;
  return ballot.map(([yes, key, ...rest]) => ({ project: `pj-${year}-${key}`, yes, elected: year === 2025 || rest[5] !== undefined }));
}
