// One made session of our format, of a given length, in the words of a `Writer`.

const KINDS = [
  ["government_report", "听取和审议{t}人民政府工作报告", "report", "镇长", 0.34],
  ["congress_report", "听取和审议{t}人大主席团工作报告", "report", "人大主席", 0.12],
  ["final_accounts", "听取和审议{t}上年决算和当年预算执行情况的报告", "report", "财政所所长", 0.12],
  ["suggestions_report", "听取代表建议办理情况的报告", "report", "副镇长", 0.08],
  ["special_report", "听取{w}专项工作情况的报告", "report", "副镇长", 0.1],
  ["deliberation", "分组审议", "remarks", "代表", 0.12],
  ["resolution", "表决通过各项决议", "address", "党委书记", 0.12],
];
const POSTS = ["镇党委书记", "镇长", "镇人大主席", "副镇长", "镇人大副主席", "镇党委委员", "财政所所长", "村党支部书记", "村委会主任", "镇人大代表", "派出所所长", "中心学校校长"];
const SUBJECTS = ["201 一般公共服务支出", "204 公共安全支出", "205 教育支出", "206 科学技术支出", "207 文化旅游体育与传媒支出", "208 社会保障和就业支出", "210 卫生健康支出", "211 节能环保支出", "212 城乡社区支出", "213 农林水支出", "214 交通运输支出", "221 住房保障支出", "224 灾害防治及应急管理支出"];

/**
 * The session number `at` of a town; about `length` characters of text. Of them three quarters are speeches, the rest suggestions, projects,
 * resolutions and a budget.
 */
export function makeSession(writer, { id, at, length }) {
  const { next, town, people: pool } = writer;
  const [term, meeting] = [1 + Math.floor(at / 10), 1 + (at % 10)];
  const year = 2025 - Math.floor(at / 2);
  const day = `${year}-${at % 2 === 0 ? "01" : "07"}-${String(8 + Math.floor(next() * 20)).padStart(2, "0")}`;
  const body = `${town.county}${town.town}人民代表大会`;
  const people = pool.map((name, n) => ({ id: `p${n + 1}`, name, posts: [{ title: POSTS[Math.min(n, POSTS.length - 1)] }] }));
  const who = (n) => people[n % people.length].id;
  const seats = 45 + Math.floor(next() * 60);
  const present = seats - Math.floor(next() * 9);
  const fill = (title) => title.replace("{t}", town.town).replace("{w}", () => writer.phrase(4));

  const speeches = [];
  const agenda = KINDS.map(([kind, title, speech, post, share], n) => {
    const item = { id: `a${n + 1}`, number: `${n + 1}`, title: fill(title), kind, state: "done", presenters: [who(n)] };
    let left = length * 0.75 * share;
    const blocks = [];
    while (left > 0) {
      const isHeading = blocks.length % 9 === 0 && length > 3000;
      const text = isHeading ? writer.phrase(6) : writer.text(Math.min(left, 40 + next() * 260));
      blocks.push({ id: `s${n + 1}-${blocks.length + 1}`, kind: isHeading ? "heading" : "paragraph", ...(isHeading ? { level: 2 } : {}), text });
      left -= text.length;
    }
    speeches.push({ id: `s${n + 1}`, agenda: item.id, kind: speech, title: `${fill(title).replace(/^听取(和审议)?/u, "")}`, speaker: who(n), post, date: day, text_status: "summary", blocks });
    return { ...item, speeches: [`s${n + 1}`] };
  });

  const each = length * 0.25;
  const suggestions = Array.from({ length: Math.max(1, Math.floor(each / 320)) }, (_, n) => ({
    id: `sg${n + 1}`,
    number: `${n + 1}`,
    kind: "suggestion",
    title: `关于${writer.phrase(6)}的建议`,
    text: writer.text(40 + next() * 60),
    lead: who(3 + n),
    unit: `${town.town}${writer.word()}办公室`,
    reply: writer.text(30 + next() * 60),
    outcome: "ABCD"[Math.min(3, Math.floor(next() * 5))],
  }));
  const projects = Array.from({ length: Math.max(1, Math.min(20, Math.floor(each / 700))) }, (_, n) => ({
    id: `pj${n + 1}`,
    number: `${n + 1}`,
    title: `${writer.pick(town.villages)}${writer.phrase(4)}工程`,
    content: writer.text(30 + next() * 50),
    investment: Number(writer.amount(1 + Math.floor(next() * 4), next() < 0.3 ? 2 : 0)),
    investment_unit: "wan_yuan",
    progress_percent: Math.floor(next() * 101),
  }));
  const resolutions = ["政府工作报告", "人大主席团工作报告", "财政决算和预算执行情况的报告"].map((what, n) => ({
    id: `r${n + 1}`,
    title: `关于${town.town}${what}的决议`,
    kind: "resolution",
    date: day,
    blocks: [{ id: `r${n + 1}-1`, kind: "paragraph", text: writer.text(60 + next() * 90) }],
  }));
  const lines = SUBJECTS.slice(0, 5 + Math.floor(next() * 9)).map((subject, n) => {
    const [code, name] = subject.split(" ");
    return { id: `l${n + 1}`, code, name, amounts: { initial: Number(writer.amount(2 + Math.floor(next() * 4), 2)), executed: Number(writer.amount(2 + Math.floor(next() * 4), 2)) } };
  });
  return {
    format: "yishi-session/1",
    id,
    title: `${town.town}第${term}届人民代表大会第${meeting}次会议`,
    language: "zh-Hans",
    status: "published",
    is_sample: true,
    license: "CC0-1.0",
    summary: writer.text(80),
    assembly: { name: body, short_name: `${town.town}人大`, level: "township", place: `${town.province} ${town.city} ${town.county} ${town.town}` },
    term,
    meeting,
    dates: { start: day, end: day },
    attendance: { seats, expected: seats, present, on_leave: seats - present },
    people,
    agenda,
    speeches,
    resolutions,
    ...(next() < 0.6 ? { budgets: [{ id: "b", title: `${town.town}${year - 1}年预算执行情况`, fiscal_year: year - 1, stage: "execution", unit: "wan_yuan", tables: [{ id: "t", title: "一般公共预算支出", book: "general_public", direction: "expenditure", lines }] }] } : {}),
    suggestions,
    projects,
  };
}
