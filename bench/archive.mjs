// Makes an archive of made-up sessions to measure search with: the same bytes every time for the same seed and texts.
//
//   node bench/archive.mjs OUT [--sessions 1000] [--seed 1] [--corpus DIR]…      OUT/sessions/<id>.json
//   node bench/archive.mjs --measure [--sessions 10000] [--corpus DIR]…          how pairs of characters grow, beside the texts themselves
//
// The words come from the folders of `--corpus` (text files, sessions) and from the example archive, which alone is enough. How it is done:
// bench/search/words.mjs. Twenty sessions a township; the length of a session has a long tail (log-normal, a median of 27 kB of text, a mean of about
// 43, from 3 to 400). As a module: `sessions({ count, seed, folders })` gives one session after the other.

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { fileURLToPath, pathToFileURL } from "node:url";
import { fold, paragraphsOf, plainFolder } from "./search/documents.mjs";
import { chance, powerLaw } from "./search/figures.mjs";
import { township } from "./search/names.mjs";
import { makeSession } from "./search/session.mjs";
import { Words, Writer } from "./search/words.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const EXAMPLES = join(here, "../public/data");
/** Sessions of one township. */
const A_TOWN = 20;

/** One session after the other; the first ones are the same however many there are. */
export function* sessions({ count, seed = 1, folders = [], from = 0 }) {
  const words = new Words([...folders, EXAMPLES].flatMap(plainFolder));
  for (let n = from; n < count; n += 1) yield session(words, n, seed);
}

/** Session number `n`; `variant` makes another text under the same id. */
export function session(words, n, seed = 1, variant = 0) {
  const towns = (number) => {
    const next = chance(seed * 1_000_003 + number * 2_654_435);
    for (let warm = 0; warm < 3; warm += 1) next();
    return next;
  };
  const number = Math.floor(n / A_TOWN);
  const town = township(number, towns);
  const next = chance(seed * 7919 + n * 104_729 + variant * 15_485_863 + 13);
  next();
  // Normal by Box and Muller.
  const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const bytes = Math.min(400_000, Math.max(3000, 27_000 * Math.exp(normal)));
  const most = 8 + Math.floor(Math.min(1, bytes / 60_000) * (town.people.length - 8));
  const start = Math.floor(next() * 20);
  const people = [...town.people.slice(start), ...town.people.slice(0, start)].slice(0, most);
  const writer = new Writer(words, next, town, [...new Set(people)]);
  return makeSession(writer, { id: `made-${n + 1}`, at: n % A_TOWN, length: bytes / 2.85 });
}

/** The words of folders and of the example archive. */
export function wordsOf(folders) {
  return new Words([...folders, EXAMPLES].flatMap(plainFolder));
}

/** Counts distinct pairs of Chinese characters that stand together, as texts come. */
export class Pairs {
  constructor() {
    // One bit for every pair of the characters of the basic block.
    this.bits = new Uint8Array((20_992 * 20_992) / 8 + 1);
    this.distinct = 0;
    this.characters = 0;
    this.own = 0;
    this.documents = 0;
  }

  add(paragraphs) {
    const mine = new Set();
    for (const text of paragraphs) {
      this.characters += text.length;
      let before = -1;
      for (let at = 0; at < text.length; at += 1) {
        const c = text.charCodeAt(at) - 0x4e00;
        const isHan = c >= 0 && c < 20_992;
        if (isHan && before >= 0) mine.add(before * 20_992 + c);
        before = isHan ? c : -1;
      }
    }
    for (const pair of mine) {
      const [place, bit] = [Math.floor(pair / 8), 1 << (pair % 8)];
      if ((this.bits[place] & bit) === 0) {
        this.bits[place] |= bit;
        this.distinct += 1;
      }
    }
    this.own += mine.size;
    this.documents += 1;
  }
}

function measure(folders, count, seed) {
  console.log("| text | documents | characters | distinct pairs | pairs a document |\n|---|---:|---:|---:|---:|");
  const row = (name, pairs) => {
    const { documents, characters, distinct, own } = pairs;
    console.log(`| ${name} | ${documents.toLocaleString("en")} | ${characters.toLocaleString("en")} | ${distinct.toLocaleString("en")} | ${Math.round(own / documents).toLocaleString("en")} |`);
    return [characters, distinct];
  };
  const grow = (name, texts, steps) => {
    const pairs = new Pairs();
    const points = [];
    for (const text of texts) {
      pairs.add(text);
      if (steps(pairs.documents)) points.push(row(name, pairs));
    }
    if (points.length > 1) {
      const { a, b, r2 } = powerLaw(points);
      console.log(`\n${name}: pairs ≈ ${a.toPrecision(3)} × characters^${b.toFixed(3)} (R² ${r2.toFixed(4)})\n`);
    }
  };
  const documents = folders.flatMap(plainFolder);
  if (documents.length > 0) {
    // In an order of chance, so that the texts of one kind do not come together.
    const next = chance(seed);
    const mixed = documents.map((one) => [next(), one]).sort(([a], [b]) => a - b).map(([, one]) => one.paragraphs.map(fold));
    grow("given texts", mixed, (n) => n === mixed.length || (n >= 4 && Number.isInteger(Math.log2(n))));
  }
  function* made() {
    for (const one of sessions({ count, seed, folders })) yield paragraphsOf(one).map(fold);
  }
  grow("made sessions", made(), (n) => n === 1 || n === 10 || (n >= 100 && [1, 2, 5].some((m) => Number.isInteger(Math.log10(n / m)))));
}

/** Writes an archive; `{ files, bytes, text }`, the last being bytes of text. `watch` is given every session. */
export function writeArchive(out, { count, seed = 1, folders = [], watch }) {
  const folder = join(out, "sessions");
  mkdirSync(folder, { recursive: true });
  const sum = { files: 0, bytes: 0, text: 0 };
  for (const one of sessions({ count, seed, folders })) {
    const json = JSON.stringify(one);
    writeFileSync(join(folder, `${one.id}.json`), json);
    watch?.(one);
    sum.files += 1;
    sum.bytes += Buffer.byteLength(json);
    for (const text of paragraphsOf(one)) sum.text += Buffer.byteLength(text);
  }
  return sum;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      sessions: { type: "string", default: "1000" },
      seed: { type: "string", default: "1" },
      corpus: { type: "string", multiple: true, default: [] },
      measure: { type: "boolean", default: false },
    },
  });
  const [count, seed] = [Number(values.sessions), Number(values.seed)];
  if (values.measure) {
    measure(values.corpus, count, seed);
  } else if (positionals.length === 1) {
    const start = performance.now();
    const { files, bytes, text } = writeArchive(resolve(positionals[0]), { count, seed, folders: values.corpus });
    console.log(`${files} sessions, ${(bytes / 1e6).toFixed(1)} MB, of it ${(text / 1e6).toFixed(1)} MB of text (${(text / files / 1000).toFixed(1)} kB a session), in ${((performance.now() - start) / 1000).toFixed(1)} s.`);
    console.log(`Words: ${[...values.corpus, "the example archive"].join(", ")}.`);
  } else {
    console.error("Where to? node bench/archive.mjs OUT [--sessions 1000]");
    process.exit(1);
  }
}
