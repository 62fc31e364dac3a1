// Writes a large session file for the benchmark: made-up text, the same bytes every time.
//
//   node bench/generate.mjs [--mb 10] [--speeches 1] [--out bench/out/large-10mb.json]
//   node bench/generate.mjs --lines 10000 [--out bench/out/budget-10000.json]
//
// As a module: `generate({ mb, speeches })` gives `{ session, json, last }`, `last` being what the benchmark looks for;
// `generateBudget({ lines })` gives `{ session, json }`.

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));

/** The last sentence of the last paragraph; it occurs once. */
export const LAST_SENTENCE = "以上报告，请予审议，全文至此结束。";

const WHO = ["镇人民政府", "各村居委会", "财政所", "农业服务中心", "城建办公室", "社区网格员", "人大代表小组", "河道管护队", "镇中心小学", "卫生服务站", "民政窗口", "企业服务专员"];
const WHEN = ["上半年", "年初以来", "入夏以后", "第二季度", "防汛期间", "换届之后", "近三个月", "收官阶段"];
const HOW = ["按月", "逐户", "分片", "会同有关部门", "依照计划", "在代表监督下", "通过公开比选", "结合群众来信", "按先急后缓的次序", "以网格为单位"];
const DO = ["修缮", "清点", "疏浚", "改造", "公示", "排查", "补种", "更换", "整治", "登记", "验收", "督办"];
const WHAT = ["沿河步道", "老旧小区的管线", "村道路灯", "农贸市场的摊位", "排涝泵站", "公共厕所", "灌溉水渠", "校门前的斑马线", "敬老院的消防设施", "闲置厂房", "垃圾分类点", "健身器材", "污水管网", "公交候车亭"];
const SO = ["居民出行比以前方便", "群众反映的问题逐项销号", "汛期没有发生内涝", "账目与实物相符", "投诉件数明显下降", "工期比约定提前", "节约的资金退回财政统筹使用", "剩余部分列入下半年安排", "办理结果已答复领衔代表", "后续管护落实到人"];
const LINK = ["其中，", "同时，", "对此，", "在此基础上，", "需要说明的是，", ""];
const HEADING = ["办好民生小事", "守住安全底线", "管好每一笔钱", "听取代表意见", "改善人居环境", "扶持本地产业", "做好防汛准备", "推进基层治理"];
const TERMS = [
  ["民生小事", "本文所编的说法，指花钱不多、居民天天碰到的事。"],
  ["逐项销号", "办成一件从清单上划去一件。"],
  ["网格员", "分片联系居民的工作人员。"],
  ["先急后缓", "按紧急程度排定先后。"],
  ["公开比选", "在几家报价之间公开比较后选定。"],
  ["领衔代表", "一件建议的第一位提出者。"],
  ["人居环境", "居住地方的卫生、绿化和设施。"],
  ["污水管网", "收集和输送生活污水的管道。"],
  ["闲置厂房", "停产后空着的生产用房。"],
  ["排涝泵站", "把积水抽入河道的设施。"],
  ["财政统筹", "收回后重新安排使用。"],
  ["管护", "建成以后的管理和维护。"],
];

/** A generator of chance that gives the same every time (mulberry32). */
function chance(seed) {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

export function generate({ mb = 10, speeches: count = 1 } = {}) {
  const next = chance(20240718);
  const pick = (list) => list[next(list.length)];
  const sentence = () => `${pick(LINK)}${pick(WHEN)}${pick(WHO)}${pick(HOW)}${pick(DO)}${pick(WHAT)}${3 + next(95)}处，投入${1 + next(900)}万元，${pick(SO)}。`;
  const text = (sentences) => Array.from({ length: sentences }, sentence).join("");
  const bytes = (value) => Buffer.byteLength(JSON.stringify(value)) + 2;

  const session = {
    format: "yishi-session/1",
    id: `large-${mb}mb`,
    title: "桐溪县柳湾镇第三届人民代表大会第四次会议",
    language: "zh-Hans",
    status: "published",
    is_sample: true,
    as_of: "2024-07-20",
    license: "CC0-1.0",
    summary: "为测量速度而编的会议，内容由程序拼成，不是真实会议。",
    sources: [{ id: "src", title: "程序拼成的文字", publisher: "议事的测速程序", date: "2024-07-20" }],
    assembly: { name: "桐溪县柳湾镇人民代表大会", short_name: "柳湾镇人大", level: "township", place: "云河市 桐溪县 柳湾镇" },
    term: 3,
    meeting: 4,
    dates: { start: "2024-07-18", end: "2024-07-18" },
    sittings: [{ id: "sit-1", kind: "plenary", ordinal: 1, name: "全体会议", date: "2024-07-18", chairs: ["p-chair"] }],
    people: [
      { id: "p-chair", name: "沈禾", posts: [{ title: "镇人大主席" }] },
      { id: "p-mayor", name: "陆知远", posts: [{ title: "镇长", organization: "柳湾镇人民政府" }] },
    ],
    agenda: [{ id: "a-report", sitting: "sit-1", number: "一", title: "听取镇人民政府工作报告", kind: "government_report", action: "hear", presenters: ["p-mayor"], state: "done" }],
    speeches: [],
    glossary: TERMS.map(([term, definition]) => ({ term, definition })),
  };
  const left = mb * 1_000_000 - bytes(session);
  for (let s = 0; s < count; s += 1) {
    const speech = {
      id: `report-${s + 1}`,
      kind: s === 0 ? "report" : "speech",
      title: s === 0 ? "柳湾镇人民政府工作报告" : `分组审议发言之${s + 1}`,
      ...(s === 0 ? { agenda: "a-report" } : {}),
      speaker: "p-mayor",
      post: "镇长",
      sitting: "sit-1",
      date: "2024-07-18",
      text_status: "summary",
      blocks: [],
    };
    let size = bytes(speech);
    let at = 0;
    while (size < left / count) {
      const id = `s${s + 1}-${at + 1}`;
      let block;
      if (at % 20 === 0) block = { id, kind: "heading", level: at % 200 === 0 ? 1 : 2, text: `${at / 20 + 1}、${pick(HEADING)}` };
      else if (at % 97 === 50) block = { id, kind: "list", text: "分三步推进：", items: [sentence(), sentence(), sentence()] };
      else if (at % 151 === 70) block = { id, kind: "quote", text: text(2) };
      else if (at % 499 === 90) block = { id, kind: "table", text: "投入情况", items: ["项目\t处数\t万元", ...[0, 1, 2, 3].map(() => `${pick(WHAT)}\t${next(90)}\t${next(900)}`)] };
      else block = { id, kind: "paragraph", text: text(2 + next(4)) };
      speech.blocks.push(block);
      size += bytes(block);
      at += 1;
    }
    if (s === count - 1) speech.blocks.push({ id: `s${s + 1}-${at + 1}`, kind: "paragraph", text: text(2) + LAST_SENTENCE });
    session.speeches.push(speech);
  }
  // One object a line, as an editor of such files would have it.
  const json = `${JSON.stringify(session).replaceAll('{"id"', '\n{"id"')}\n`;
  const lastSpeech = session.speeches.at(-1);
  return {
    session,
    json,
    last: { speech: lastSpeech.id, block: lastSpeech.blocks.at(-1).id, sentence: LAST_SENTENCE },
    blocks: session.speeches.reduce((sum, speech) => sum + speech.blocks.length, 0),
  };
}

const STAGES = ["prior_final", "initial", "adjusted", "executed", "final", "next"];

/** A session with one budget of one table: so many lines in three levels (类, 款, 项) with six figures each, every sum exact. */
export function generateBudget({ lines: count = 10_000 } = {}) {
  const next = chance(20241231);
  const pick = (list) => list[next(list.length)];
  const lines = [];
  /** A line with its parts; figures are in hundredths of 万元 until the end. */
  const line = (code, parent, parts) => {
    const made = { id: `l-${code}`, code, name: `${pick(WHO)}${pick(DO)}${pick(WHAT)}支出`, ...(parent ? { parent } : {}) };
    lines.push(made);
    const below = parts.map((part) => part(made.id));
    const base = 500 + next(90_000);
    made.cents = STAGES.map((_, at) => (below.length > 0 ? below.reduce((sum, part) => sum + part.cents[at], 0) : Math.round(base * (0.9 + next(200) / 1000)) + at));
    return made;
  };
  const [tops, middles] = [25, 10];
  const leaves = count - tops - tops * middles;
  const pad = (n) => String(n).padStart(2, "0");
  for (let top = 0; top < tops; top += 1) {
    line(`${201 + top}`, null, Array.from({ length: middles }, (_, middle) => (above) => {
      const branch = top * middles + middle;
      const size = Math.floor(leaves * (branch + 1) / (tops * middles)) - Math.floor(leaves * branch / (tops * middles));
      return line(`${201 + top}${pad(middle + 1)}`, above, Array.from({ length: size }, (_, leaf) => (above) => line(`${201 + top}${pad(middle + 1)}${pad(leaf + 1)}`, above, [])));
    }));
  }
  for (const made of lines) {
    made.amounts = Object.fromEntries(made.cents.map((cents, at) => [STAGES[at], cents / 100]));
    delete made.cents;
  }
  const session = {
    format: "yishi-session/1",
    id: `budget-${count}`,
    title: "桐溪县柳湾镇第三届人民代表大会第五次会议",
    language: "zh-Hans",
    status: "published",
    is_sample: true,
    license: "CC0-1.0",
    sources: [{ id: "src", title: "程序拼成的数字", publisher: "议事的测速程序", date: "2024-12-31" }],
    assembly: { name: "桐溪县柳湾镇人民代表大会", short_name: "柳湾镇人大", level: "township", place: "云河市 桐溪县 柳湾镇" },
    term: 3,
    meeting: 5,
    dates: { start: "2025-01-18", end: "2025-01-18" },
    budgets: [{ id: "b", title: "柳湾镇2024年预算执行情况", fiscal_year: 2024, stage: "execution", unit: "wan_yuan", tables: [{ id: "t", title: "一般公共预算支出", book: "general_public", direction: "expenditure", lines }] }],
  };
  return { session, json: `${JSON.stringify(session).replaceAll('{"id"', '\n{"id"')}\n` };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { values } = parseArgs({ options: { mb: { type: "string", default: "10" }, speeches: { type: "string", default: "1" }, lines: { type: "string" }, out: { type: "string" } } });
  const made = values.lines ? generateBudget({ lines: Number(values.lines) }) : generate({ mb: Number(values.mb), speeches: Number(values.speeches) });
  const out = values.out ?? join(here, `out/${made.session.id}.json`);
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, made.json);
  const size = values.lines ? `${values.lines} lines of a budget` : `${made.blocks} blocks in ${made.session.speeches.length} speeches`;
  console.log(`${out}: ${Buffer.byteLength(made.json)} bytes, ${size}`);
}
