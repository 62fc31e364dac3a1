// The programs that read foreign files and write workbooks, each a worker with its script: Trunk builds them (`data-type="worker"` in index.html), this makes them smaller, puts what stands
// around them (scripts/boot/reader.js) behind their glue, and names them by their hashes. They lie in a folder of their own: no visit needs them before a file comes.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { script, sha256, small } from "./policy.mjs";
import { optimised } from "./program.mjs";

const NAMES = ["reader", "pdf", "writer"];
/** Once over; all that the page's own program goes through takes minutes more and saves two bytes in a hundred of what comes once, with the first file. */
const PASSES = ["-Os", "--strip-producers"];

/** Places them in `site`; returns the path of each file by its name, such as `pdf.wasm`. */
export async function placeReaders(site) {
  mkdirSync(join(site, "readers"), { recursive: true });
  const paths = {};
  const programs = await optimised(NAMES.map((name) => join(site, `yishi-${name}_bg.wasm`)), PASSES);
  for (const [at, name] of NAMES.entries()) {
    const [wasm, glue] = [join(site, `yishi-${name}_bg.wasm`), join(site, `yishi-${name}.js`)];
    const made = { wasm: programs[at], js: Buffer.from(await small(`${readFileSync(glue, "utf8")}\n${script("reader.js")}`)) };
    for (const left of [wasm, glue, `${wasm}.opt`]) rmSync(left);
    const hash = sha256("hex", Buffer.concat([made.js, made.wasm])).slice(0, 16);
    for (const [kind, bytes] of Object.entries(made)) {
      paths[`${name}.${kind}`] = `readers/${name}-${hash}.${kind}`;
      writeFileSync(join(site, paths[`${name}.${kind}`]), bytes);
    }
  }
  return paths;
}

/** The same files packed, by their names, for the page that is a file by itself. */
export const packedReaders = (site, paths) => Object.entries(paths).map(([name, path]) => [name, gzipSync(readFileSync(join(site, path)), { level: 9 })]);
