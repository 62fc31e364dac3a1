// Makes the program of the page from what cargo has compiled: split into parts where it is built with the feature `split`, optimised, its glue bundled.
//
// The split has to come between cargo and wasm-bindgen. Trunk runs the second right after the first and has no hook between them (trunk issue 1022), so this
// takes cargo's own artifact, and what it makes goes in the place of Trunk's.

import { build } from "esbuild";
import { execFile, execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { shorten } from "./imports.mjs";
import { TARGETS } from "./policy.mjs";

const NAME = "yishi-web";
/** Each was measured: the second -Os takes off 1,700 bytes (brotli), functions in the order of their names compress best. */
const PASSES = [
  "--flatten", "--rereloop", "-Os", "--one-caller-inline-max-function-size=60", "--always-inline-max-function-size=0", "--low-memory-unused",
  "--rse", "-Os", "--reorder-functions-by-name", "--strip-producers",
];
/** What the browsers of docs/decisions/0001-browser-floor.md have, and the compiler makes use of. */
const FEATURES = ["bulk-memory", "nontrapping-float-to-int", "sign-ext", "mutable-globals", "reference-types", "multivalue"].map((name) => `--enable-${name}`);

/**
 * The program: `main` and the `parts` by name, as wasm, and the `glue`, an ES module. `artifact` is the file that cargo has made, `trunk.wasm` and `trunk.glue`
 * are those that Trunk had wasm-bindgen make of it, which serve where there is nothing to split.
 */
export async function program(artifact, trunk) {
  const work = mkdtempSync(join(tmpdir(), "yishi-program-"));
  try {
    const isSplit = WebAssembly.Module.customSections(new WebAssembly.Module(readFileSync(artifact)), "reloc.CODE").length > 0;
    const modules = isSplit ? split(artifact, work) : [];
    if (!isSplit) {
      copyFileSync(trunk.wasm, join(work, `${NAME}_bg.wasm`));
      copyFileSync(trunk.glue, join(work, `${NAME}.js`));
    }
    const [main, ...others] = await optimised([`${NAME}_bg.wasm`, ...modules].map((file) => join(work, file)), PASSES);
    const parts = {}, chunks = {};
    modules.forEach((file, n) => {
      const name = file.replace(/^split_|\.wasm$/g, "");
      (name.startsWith("chunk_") ? chunks : parts)[name] = withSeal(others[n]);
    });
    // What several parts need is in many small modules: they travel as one file.
    if (modules.length > 0) parts.shared = Buffer.concat(Object.values(chunks));
    const { wasm, names } = shorten(main, `./${NAME}_bg.js`);
    const glue = join(work, `${NAME}.js`);
    writeFileSync(glue, withNames(readFileSync(glue, "utf8"), names));
    const lengths = Object.fromEntries(Object.entries(chunks).map(([name, bytes]) => [name, bytes.length]));
    return { main: wasm, parts, glue: await bundled(glue, lengths) };
  } finally {
    rmSync(work, { recursive: true });
  }
}

/** Splits the program in the folder `work`, with main as wasm-bindgen leaves it; returns the files of the other modules. */
function split(artifact, work) {
  run("wasm-split-cli", artifact, work, "--out-name", NAME);
  // Of main only: parts ask nothing of the page. What they need of main is exported under the linker's names.
  run("wasm-bindgen", join(work, `${NAME}.wasm`), "--target", "web", "--no-typescript", "--keep-lld-exports", "--no-demangle", "--out-dir", work, "--out-name", NAME);
  const link = join(work, "__wasm_split.js");
  const fetcher = /\(\) => \{\s*const src = fetch\(new URL\("\.\/(\w+)\.wasm", import\.meta\.url\)\);\s*src\.catch\(\(\) => \{\}\);\s*return async \(imports\) => \(WebAssembly\.instantiateStreaming\(src, imports\)\);\s*\}/g;
  // How they come differs between a site and a single file.
  const text = `import { part } from "./parts.mjs";\n${readFileSync(link, "utf8").replace(fetcher, (_, name) => `() => part("${name.replace(/^split_/, "")}")`)}`;
  if (/\bfetch\(/.test(text)) throw new Error("wasm-split-cli writes its loaders in another form than scripts/program.mjs knows.");
  writeFileSync(link, text);
  copyFileSync(fileURLToPath(new URL("boot/parts.mjs", import.meta.url)), join(work, "parts.mjs"));
  return readdirSync(work).filter((file) => file.endsWith(".wasm") && !file.startsWith(NAME)).sort();
}

/** Modules made smaller, as many at a time as there are processors. Each by itself, after the split: its functions fit together by their places in the table. */
export async function optimised(files, passes) {
  const made = [], left = files.entries();
  const work = async () => {
    for (const [at, file] of left) {
      await promisify(execFile)("wasm-opt", [...passes, ...FEATURES, file, "-o", `${file}.opt`]);
      made[at] = readFileSync(`${file}.opt`);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return made;
}

/** What every part says of itself, in a section of its own: the hash of the program that it was cut from, once `withHash` has put it there. */
const SEAL = "yishi";
const BLANK = "0".repeat(16);

function withSeal(module) {
  const said = Buffer.from(SEAL + BLANK);
  return Buffer.concat([module, Buffer.from([0, said.length + 1, SEAL.length]), said]);
}

/** A part, or the file that parts share, with the hash in its place. */
export const withHash = (part, hash) => Buffer.from(Buffer.from(part).toString("latin1").replaceAll(SEAL + BLANK, SEAL + hash), "latin1");

/** The glue with other names for what it gives to the program. */
function withNames(glue, names) {
  return Object.entries(names).reduce((text, [long, short]) => {
    const parts = text.split(`${long}: `);
    if (parts.length !== 2 || !/\s$/.test(parts[0])) throw new Error(`The glue does not hold the import ${long} exactly once: has its form changed?`);
    return parts.join(`${short}: `);
  }, glue);
}

/** The glue and what loads the parts as one module. */
async function bundled(file, chunks) {
  const { outputFiles } = await build({
    entryPoints: [file], bundle: true, format: "esm", minify: true, target: TARGETS, legalComments: "none", write: false, define: { CHUNKS: JSON.stringify(chunks) },
    // wasm-bindgen names the loaders' module once for each of them.
    logOverride: { "duplicate-object-key": "silent" },
  });
  return outputFiles[0].text;
}

function run(tool, ...words) {
  execFileSync(tool, words, { stdio: ["ignore", "ignore", "inherit"] });
}
