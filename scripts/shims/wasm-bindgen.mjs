// Stands before the real wasm-bindgen on Trunk's PATH and hands it the module without the word "reference-types" among its
// target features, so that no externref is emitted: older web views (Chromium below 96) refuse a module that has one.
// Everything else is passed on as it is.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, delimiter, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const shims = dirname(fileURLToPath(import.meta.url));
const path = process.env.PATH.split(delimiter).filter((folder) => resolve(folder) !== shims).join(delimiter);
const scratch = mkdtempSync(join(tmpdir(), "yishi-"));
try {
  const words = process.argv.slice(2).map((word) => (word.endsWith(".wasm") ? withoutReferenceTypes(word) : word));
  execFileSync("wasm-bindgen", words, { stdio: "inherit", env: { ...process.env, PATH: path } });
} catch (error) {
  if (error.status === undefined) console.error(error.message);
  process.exitCode = error.status ?? 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** Copies the module under the same name, with its `target_features` section rewritten. */
function withoutReferenceTypes(file) {
  const bytes = readFileSync(file);
  const parts = [bytes.subarray(0, 8)]; // magic and version
  let rewritten = false;
  for (let at = 8; at < bytes.length; ) {
    const [size, body] = leb(bytes, at + 1);
    const [nameLength, name] = bytes[at] === 0 ? leb(bytes, body) : [0, body];
    if (bytes[at] === 0 && bytes.toString("utf8", name, name + nameLength) === "target_features") {
      const kept = features(bytes, name + nameLength).filter((feature) => feature.toString("utf8", 2) !== "reference-types");
      const section = Buffer.concat([bytes.subarray(body, name + nameLength), Buffer.from([kept.length]), ...kept]);
      parts.push(Buffer.from([0, ...toLeb(section.length)]), section);
      rewritten = true;
    } else parts.push(bytes.subarray(at, body + size));
    at = body + size;
  }
  // Without the section wasm-bindgen goes by other signs and emits externref again.
  if (!rewritten) throw new Error(`${file} has no target_features section: does Cargo.toml strip symbols?`);
  const copy = join(scratch, basename(file));
  writeFileSync(copy, Buffer.concat(parts));
  return copy;
}

/** Each feature with its prefix (`+` or `-`) and length; there are fewer than 128, with names shorter than that. */
function features(bytes, at) {
  const found = [];
  for (let left = bytes[at++]; left > 0; left--) {
    const end = at + 2 + bytes[at + 1];
    found.push(bytes.subarray(at, end));
    at = end;
  }
  return found;
}

/** Reads an unsigned LEB128 number: the number, and where the next byte is. */
function leb(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return [value, at];
  }
}

function toLeb(value) {
  const out = [];
  for (; value > 0x7f; value = Math.floor(value / 128)) out.push((value % 128) | 0x80);
  return [...out, value];
}
