// What the tests of budgets expect, worked out from the files with arithmetic of their own: digits and BigInt, nothing of the program under test.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import { DIST, ROOT } from "./helpers.mjs";
import { made } from "./material.mjs";

const POWER = { yuan: 0, wan_yuan: 4, yi_yuan: 8 };
const labels = readFileSync(join(ROOT, "src/i18n/labels.rs"), "utf8");
const label = (group, name) => {
  const [, zh, en] = new RegExp(`${name}: "([^"]*)", "([^"]*)";`).exec(labels.slice(labels.indexOf(`${group}(`)));
  return { zh, en };
};
/** The units: the name in links, in files, and as it follows an amount in each language. */
export const UNITS = [["yuan", "yuan", "Yuan"], ["wan", "wan_yuan", "WanYuan"], ["yi", "yi_yuan", "YiYuan"]].map(([key, unit, name]) => ({ key, unit, ...label("unit_after", name) }));
/** The columns: the name in files (which is that in links), and in each language. */
export const COLUMNS = Object.fromEntries([["prior_final", "PriorFinal"], ["initial", "Initial"], ["adjusted", "Adjusted"], ["executed", "Executed"], ["final", "FinalAccounts"], ["next", "Next"]].map(([key, name]) => [key, Object.values(label("column", name))]));

/** The budgets of a session of the archive. Every number is the text of its digits, as it stands in the file. */
export function budgetsOf(id) {
  const text = readFileSync(join(DIST, "data/sessions", `${id}.json`), "utf8");
  // A string before it is passed over whole, so that digits in a text are left alone.
  return JSON.parse(text.replace(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g, (token) => (token.startsWith("\"") ? token : `"${token}"`))).budgets;
}

export const tableOf = (budget, id) => budget.tables.find((table) => table.id === id);
export const lineOf = (table, id) => table.lines.find((line) => line.id === id);
export const unitOf = (budget, table, line) => line.unit ?? table.unit ?? budget.unit;

/** Digits as a whole number and how many of them stand after the point. */
export function digits(text) {
  const [whole, fraction = ""] = text.split(".");
  return { n: BigInt(whole + fraction), scale: fraction.length };
}

/** The amount moved to another unit, exactly. */
function moved(text, from, to) {
  const { n, scale } = digits(text);
  const places = scale + POWER[to] - POWER[from];
  return places >= 0 ? { n, scale: places } : { n: n * 10n ** BigInt(-places), scale: 0 };
}

/** Half away from zero. */
export function divided(over, under) {
  const sign = over < 0n === under < 0n ? 1n : -1n;
  const [a, b] = [over < 0n ? -over : over, under < 0n ? -under : under];
  return sign * ((2n * a + b) / (2n * b));
}

function written({ n, scale }) {
  const text = (n < 0n ? -n : n).toString().padStart(scale + 1, "0");
  const [whole, fraction] = scale ? [text.slice(0, -scale), text.slice(-scale)] : [text, ""];
  return `${n < 0n ? "−" : ""}${whole.replace(/\B(?=(\d{3})+$)/g, ",")}${fraction ? `.${fraction}` : ""}`;
}

function trimmed({ n, scale }) {
  while (scale > 0 && n % 10n === 0n) [n, scale] = [n / 10n, scale - 1];
  return { n, scale };
}

/** Digits with their thousands. */
export const grouped = (text) => written(digits(text));

/** An amount in full in its own unit, with the unit. */
export const exact = (text, unit, lang = "zh") => grouped(text) + UNITS.find((u) => u.unit === unit)[lang];

/** In yuan, in full. */
export const inYuan = (text, unit) => written(moved(text, unit, "yuan"));

/** Plain digits in yuan: as a file has them. */
export const plainYuan = (text, unit) => inYuan(text, unit).replaceAll(",", "").replace("−", "-");

/** What the table says of an amount: `[text, title]`. Two decimals of 元 and 万元, four of 亿元, more where nothing would be left. */
export function shown(text, from, to, lang = "zh") {
  if (from === to) return [grouped(text), null];
  const whole = moved(text, from, to);
  const at = (places) => (whole.scale > places ? { n: divided(whole.n, 10n ** BigInt(whole.scale - places)), scale: places } : whole);
  let short = at(to === "yi_yuan" ? 4 : 2);
  // Two digits that say something.
  if (short.n === 0n) short = at(whole.scale + 2 - (whole.n < 0n ? -whole.n : whole.n).toString().length);
  const [cut, all] = [trimmed(short), trimmed(whole)];
  const isRounded = cut.n !== all.n || cut.scale !== all.scale;
  return isRounded ? [`≈${written(cut)}`, exact(text, from, lang)] : [written(all), null];
}

/** The sum of amounts in yuan, in ten-thousandths of a yuan. */
export const fine = (text, unit) => {
  const { n, scale } = moved(text, unit, "yuan");
  return scale <= 4 ? n * 10n ** BigInt(4 - scale) : n / 10n ** BigInt(scale - 4);
};

/** `over` in a hundred parts of `under`, to so many places. */
export const percent = (over, under, places) => `${written({ n: divided(over * 10n ** BigInt(places + 2), under), scale: places })}%`;

/** The place of the line above each line: the one it names, else that with the longest beginning of its code. */
export function parents(table) {
  const at = (test) => {
    const found = table.lines.findIndex(test);
    return found < 0 ? null : found;
  };
  return table.lines.map((line) => {
    if (line.parent) return at((other) => other.id === line.parent);
    for (const n of [5, 3]) {
      const above = line.code?.length > n ? at((other) => other.code === line.code.slice(0, n)) : null;
      if (above !== null) return above;
    }
    return null;
  });
}

/** Which lines a choice leaves: those that fit, and those above them. */
export function chosen(table, fits) {
  const above = parents(table);
  const left = new Set();
  for (const [row, line] of table.lines.entries()) if (fits(line)) for (let at = row; at !== null; at = above[at]) left.add(at);
  return [...left].sort((a, b) => a - b);
}

/** The rows of a CSV file. */
export function csv(text) {
  const rows = [[]];
  for (const [, quoted, plain = "", end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1).push(quoted?.replaceAll("\"\"", "\"") ?? plain);
    if (end === "\r\n") rows.push([]);
    else if (end === "") break;
  }
  if (rows.at(-1).length === 1 && rows.at(-1)[0] === "") rows.pop();
  return rows;
}

/** The files of a ZIP by name, by its central directory; throws where it is not one. */
export function unzipped(bytes) {
  const demand = (holds, what) => {
    if (!holds) throw new Error(`no ZIP: ${what}`);
  };
  const end = bytes.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  demand(end >= 0, "no end of central directory");
  const files = {};
  let at = bytes.readUInt32LE(end + 16);
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count -= 1) {
    demand(bytes.readUInt32LE(at) === 0x02014b50, "no entry of the central directory");
    const [method, size, length] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28)];
    const name = bytes.toString("utf8", at + 46, at + 46 + length);
    const local = bytes.readUInt32LE(at + 42);
    demand(bytes.readUInt32LE(local) === 0x04034b50, `no head of ${name}`);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const body = bytes.subarray(start, start + size);
    files[name] = method === 8 ? inflateRawSync(body) : body;
    demand(files[name].length === bytes.readUInt32LE(at + 24), `another length of ${name}`);
    at += 46 + length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return files;
}

/** A session with one budget; `tables` are its tables. */
export function withBudget(tables, { budget = {}, ...session } = {}) {
  return made({ budgets: [{ id: "b", title: "示例镇2024年预算", fiscal_year: 2024, stage: "execution", unit: "wan_yuan", tables, ...budget }], ...session });
}

/** A table of `count` lines, a hundred to a branch. */
export function wide(count) {
  const lines = [];
  for (let n = 0; n < count; n += 1) {
    const top = n - n % 100;
    lines.push({ id: `l${n}`, name: `第${n}号科目`, ...(n === top ? {} : { parent: `l${top}` }), amounts: { initial: 100 + n, executed: 90 + n } });
  }
  return { id: "t", title: "很长的表", book: "general_public", direction: "expenditure", lines };
}
