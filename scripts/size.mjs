// What a first visit downloads, file by file, and what each part adds when it is asked for, against the budgets. Each file is compressed by itself, as a host does.
// The service worker is shown but not counted: the browser fetches it, and what it stores, when the page is shown already, and nobody waits for it.
// So are the table of pinyin, which is fetched when Latin letters are typed, and the programs that read files of offices, which come with the first of those.
// Pages that are a file by themselves (`yishi-app.html`, `yishi.html`) are saved or passed on, not visited: their own size is what counts.
//
//   node scripts/size.mjs [folder, by default dist]

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** Bytes as brotli: what was reached, and a hundredth. `first`: html, css, js and the main program; `all`: that and every part. */
const BUDGET = { first: 243_900, all: 1_024_700 };

const folder = process.argv[2] ?? "dist";
const SINGLE = /^yishi.*\.html$/;
const PART = /^yishi-(\w+)-[0-9a-f]{16}\.wasm$/;
const READERS = join(folder, "readers");
const names = [...readdirSync(folder).sort(), ...(existsSync(READERS) ? readdirSync(READERS) : []).map((name) => `readers/${name}`).sort()];
const rows = names
  .filter((name) => /\.(html|css|js|wasm|bin)$/.test(name) && !SINGLE.test(name))
  .map((name) => {
    const bytes = readFileSync(join(folder, name));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    return { name, raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotliCompressSync(bytes, { params }).length };
  });
const sum = (name, rows) => rows.reduce((sum, row) => ({ name, raw: sum.raw + row.raw, gzip: sum.gzip + row.gzip, brotli: sum.brotli + row.brotli }), { raw: 0, gzip: 0, brotli: 0 });
const isAside = ({ name }) => name === "sw.js" || name.endsWith(".bin") || name.startsWith("readers/");
const parts = rows.filter(({ name }) => PART.test(name));
const visited = rows.filter((row) => !parts.includes(row) && !isAside(row));
const first = sum("first visit", visited);
const all = sum("all", [...visited, ...parts]);

const number = (n) => n.toLocaleString("en-GB").padStart(11);
const show = ({ name, raw, gzip, brotli }) => console.log(name.padEnd(40) + number(raw) + number(gzip) + number(brotli));
const limit = (bytes) => console.log(`${"budget".padEnd(62)}${number(bytes)}`);
console.log(`${"file".padEnd(40)}${"raw".padStart(11)}${"gzip 9".padStart(11)}${"brotli 11".padStart(11)}`);
for (const row of [...visited, first]) show(row);
limit(BUDGET.first);
for (const row of parts) show({ ...row, name: `part ${row.name.match(PART)[1]}` });
show(all);
limit(BUDGET.all);
for (const row of rows.filter(isAside)) show(row);
for (const name of names.filter((name) => SINGLE.test(name))) console.log(name.padEnd(40) + number(readFileSync(join(folder, name)).length));

if (!visited.some(({ name }) => name.endsWith(".wasm"))) {
  console.error(`size: there is no wasm in ${folder}: build the site first.`);
  process.exit(1);
}
let failed = 0;
for (const [reached, budget] of [[first, BUDGET.first], [all, BUDGET.all]]) {
  if (reached.brotli <= budget) continue;
  console.error(`size: ${reached.name} is ${(reached.brotli - budget).toLocaleString("en-GB")} bytes over the budget.`);
  failed = 1;
}
process.exit(failed);
