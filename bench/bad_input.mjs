// What files cost that are made to cost much, or are broken: time and memory of `yishi draft`, and what it says. Prints, asserts nothing.
//
//   cargo build --release --bin yishi && node bench/bad_input.mjs [--only zip,html] [--bin target/release/yishi] [--keep]
//
// The files (bench/bad/*.mjs) are made one by one and, but for `--keep`, taken away again. Within 2 s and 300 MB, a PDF of 70 pages within
// 5 s, is what each should take; `!` marks what took more. Time is that of the processor: it does not count what else the machine does.

import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { fileURLToPath } from "node:url";
import { documents } from "./bad/documents.mjs";
import { texts } from "./bad/texts.mjs";
import { workbooks } from "./bad/workbooks.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const { values } = parseArgs({
  options: {
    only: { type: "string", default: "" },
    bin: { type: "string", default: join(here, "../target/release/yishi") },
    keep: { type: "boolean", default: false },
  },
});
const wanted = values.only.split(",");
const folder = join(here, "out/bad");
mkdirSync(folder, { recursive: true });
console.log("| file | MB | s | MB of memory | says |\n|---|--:|--:|--:|---|");
for (const [name, make] of Object.entries({ ...workbooks, ...documents, ...texts })) {
  if (!wanted.some((word) => name.includes(word))) continue;
  const file = join(folder, name.replace(/[^a-z0-9.]+/g, "-"));
  writeFileSync(file, make());
  // GNU time tells the memory of a child, which Node does not.
  const run = spawnSync("/usr/bin/time", ["-f", "%U %S %M", "timeout", "60", values.bin, "draft", "--lang", "en", file], {
    encoding: "utf8",
    maxBuffer: 1 << 30,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const lines = run.stderr.trim().split("\n");
  const [user, system, kilobytes] = (lines.pop() ?? "").split(" ").map(Number);
  const seconds = user + system;
  const memory = Math.round(kilobytes / 1024);
  const longest = name.endsWith(".pdf") ? 5 : 2;
  const mark = seconds <= longest && memory <= 300 ? "" : " !";
  const said = (lines[0] ?? "").replace(`${file}: `, "").slice(0, 150);
  console.log(`| ${name} | ${(statSync(file).size / 1e6).toFixed(1)} | ${seconds.toFixed(2)}${mark} | ${memory} | ${said || "(nothing)"} |`);
  if (!values.keep) rmSync(file);
}
