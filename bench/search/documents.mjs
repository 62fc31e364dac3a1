// The documents that the engines search: text files, sessions as text, each a title and paragraphs, folded as our search folds.
//
// The folding is written here a second time, apart from the program's own: compatibility forms, case, width, marks, white space and commas within
// numbers. Traditional characters are left as they are; the texts are Simplified.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const WORD = /[a-z0-9]/;

/** Text as search compares it. */
export function fold(text) {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[\p{Cc}\p{Cf}]/gu, (c) => (/\s/.test(c) ? " " : ""));
  return plain
    .replace(/\s+/g, (_, at, all) => (WORD.test(all[at - 1] ?? "") && WORD.test(all.slice(at).trimStart()[0] ?? "") ? " " : ""))
    .replace(/(?<=[0-9]),(?=[0-9])/g, "");
}

/** Not text for readers: ids, references, words of the format, days. */
const SILENT = new Set([
  "format", "id", "language", "status", "license", "level", "kind", "action", "state", "result", "method", "book", "direction", "stage", "unit_kind", "parent",
  "sitting", "speaker", "agenda", "vote", "session", "person", "role", "text_status", "yoy_kind", "outcome", "satisfaction", "sort_name", "url", "sha256", "date",
  "start", "end", "from", "to", "as_of", "submitted", "due", "replied", "presenters", "chairs", "cosigners", "lead", "investment_unit", "code", "division_code",
]);

const UNITS = { yuan: "元", wan_yuan: "万元", yi_yuan: "亿元" };

/** What a session says, paragraph by paragraph; amounts with their unit. */
export function paragraphsOf(session) {
  const out = [];
  const walk = (value, key, unit) => {
    if (SILENT.has(key)) return;
    if (typeof value === "string") {
      // References are ids, units are words of the format.
      if (!/^[a-z0-9_-]+$/.test(value)) out.push(value);
    } else if (typeof value === "number") {
      if (key === "investment" || key === "amounts") out.push(`${value}${unit}`);
    } else if (Array.isArray(value)) {
      for (const one of value) walk(one, key, unit);
    } else if (value && typeof value === "object") {
      const own = UNITS[value.investment_unit ?? value.unit] ?? unit;
      for (const [name, one] of Object.entries(value)) walk(one, key === "amounts" ? key : name, own);
    }
  };
  walk(session, "", "");
  return out;
}

/** A session as a document, not folded: `{ title, paragraphs, names }`. */
function plainSession(session) {
  return { title: session.title, paragraphs: paragraphsOf(session), names: (session.people ?? []).map(({ name }) => name) };
}

/** A session as a document. */
export function ofSession(session) {
  return folded(plainSession(session));
}

/** Every document of a folder. */
export function ofFolder(folder) {
  return plainFolder(folder).map(folded);
}

/**
 * Every text file (`.txt`) and session (`.json`) below a folder, in order of their paths, not folded. A `.gold.json` beside a text names its people.
 */
export function plainFolder(folder) {
  const paths = readdirSync(folder, { recursive: true }).map(String).sort();
  return paths.flatMap((path) => {
    const full = join(folder, path);
    if (path.endsWith(".txt")) {
      const gold = full.replace(/\.txt$/, ".gold.json");
      const names = existsSync(gold) ? [JSON.parse(readFileSync(gold, "utf8")).people ?? []].flat().map((one) => one.name) : [];
      const lines = readFileSync(full, "utf8").replace(/^\ufeff/, "").split(/\r?\n/).filter((line) => line.trim() && !line.startsWith("address:"));
      return lines.length > 0 ? [{ title: lines[0].replace(/^title:\s*/, ""), paragraphs: lines.slice(1), names: names.filter(Boolean) }] : [];
    }
    if (!path.endsWith(".json") || path.endsWith(".gold.json")) return [];
    const session = JSON.parse(readFileSync(full, "utf8"));
    return session.format === "yishi-session/1" ? [plainSession(session)] : [];
  });
}

function folded({ title, paragraphs, names }) {
  const head = fold(title) || "-";
  return { title: head, paragraphs: [...new Set(paragraphs.map(fold))].filter((text) => text && text !== head), names: names.map(fold) };
}

/** The document as a session of our format that says the same and nothing else. */
export function asSession({ title, paragraphs }, at) {
  const blocks = paragraphs.map((text, n) => ({ id: `p${n + 1}`, kind: "paragraph", text }));
  const day = `${1950 + (at % 70)}-01-01`;
  return {
    format: "yishi-session/1",
    id: `doc-${at}`,
    title,
    language: "zh-Hans",
    is_sample: true,
    assembly: { name: title },
    dates: { start: day },
    speeches: [{ id: "text", kind: "report", title, blocks }],
  };
}
