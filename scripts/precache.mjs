// Writes the service worker of a built site: scripts/sw.js with the site's own files, each with its hash, and a version that follows from
// them. Run by scripts/seal.mjs at the end of a build, and by the tests on a changed copy of one.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const SOURCE = join(dirname(fileURLToPath(import.meta.url)), "sw.js");

/** The files that make up the page in `site`, by the path it asks for, with their SHA-256. Data is not among them, nor are pages of one file. */
function files(site) {
  const top = readdirSync(site).filter((name) => /\.(css|js|wasm|webmanifest|bin)$/.test(name) && name !== "sw.js");
  const icons = readdirSync(join(site, "icons")).map((name) => `icons/${name}`);
  const hash = (name) => sha256(readFileSync(join(site, name)));
  return Object.fromEntries([["./", hash("index.html")], ...[...top, ...icons].sort().map((name) => [name, hash(name)])]);
}

/** Writes `sw.js` into `site`; returns its version. The version stands for the files and for the worker's own text. */
export function precache(site) {
  const list = JSON.stringify(files(site));
  const lines = readFileSync(SOURCE, "utf8").split("\n").map((line) => line.trim());
  const text = lines.filter((line) => line && !line.startsWith("//")).join("\n").replace("__FILES__", () => list);
  const version = sha256(text).slice(0, 16);
  writeFileSync(join(site, "sw.js"), `${text.replace("__VERSION__", version)}\n`);
  return version;
}

function sha256(bytes) {
  return createHash("sha256").update(bytes).digest("hex");
}
