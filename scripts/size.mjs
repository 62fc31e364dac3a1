// What a first visit downloads, file by file, against the budget. Each file is compressed by itself, as a host does. The service worker is
// shown but not counted: the browser fetches it when the page is shown already, and nobody waits for it.
// So is the table of pinyin, which is fetched when Latin letters are typed.
// Pages that are a file by themselves (`yishi-app.html`, `yishi.html`) are saved or passed on, not visited: their own size is what counts.
//
//   node scripts/size.mjs [folder, by default dist]

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** Bytes of html, css, js and wasm together, as brotli: what was reached, and what another version of a compressor may add. */
const BUDGET = 341_400;

const folder = process.argv[2] ?? "dist";
const SINGLE = /^yishi.*\.html$/;
const names = readdirSync(folder).sort();
const rows = names
  .filter((name) => /\.(html|css|js|wasm|bin)$/.test(name) && !SINGLE.test(name))
  .map((name) => {
    const bytes = readFileSync(join(folder, name));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    return { name, raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotliCompressSync(bytes, { params }).length };
  });
const total = { name: "total" };
const counted = rows.filter(({ name }) => name !== "sw.js" && !name.endsWith(".bin"));
for (const column of ["raw", "gzip", "brotli"]) total[column] = counted.reduce((sum, row) => sum + row[column], 0);

const number = (n) => n.toLocaleString("en-GB").padStart(11);
console.log(`${"file".padEnd(40)}${"raw".padStart(11)}${"gzip 9".padStart(11)}${"brotli 11".padStart(11)}`);
for (const row of [...counted, total, ...rows.filter((row) => !counted.includes(row))]) console.log(row.name.padEnd(40) + number(row.raw) + number(row.gzip) + number(row.brotli));
console.log(`${"budget".padEnd(62)}${number(BUDGET)}`);
for (const name of names.filter((name) => SINGLE.test(name))) console.log(name.padEnd(40) + number(readFileSync(join(folder, name)).length));

if (!rows.some((row) => row.name.endsWith(".wasm"))) {
  console.error(`size: there is no wasm in ${folder}: build the site first.`);
  process.exit(1);
}
if (total.brotli > BUDGET) {
  console.error(`size: ${(total.brotli - BUDGET).toLocaleString("en-GB")} bytes over the budget.`);
  process.exit(1);
}
