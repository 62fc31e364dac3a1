// Finishes the page that Trunk has built, before Trunk moves it to dist (a post_build hook, see Trunk.toml):
// the program is split into parts (scripts/program.mjs), the style sheets become one file, our boot script (scripts/boot) takes the place of Trunk's loader,
// a content security policy allows exactly the scripts that are in the page, and the service worker is told the files (scripts/precache.mjs).

import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { precache } from "./precache.mjs";
import { program, withHash } from "./program.mjs";
import { placeReaders } from "./readers.mjs";
import { single } from "./single.mjs";
import { addPolicy, script, sha256, small, smallStyles } from "./policy.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const site = process.env.TRUNK_STAGING_DIR ?? join(here, "../dist");
const page = join(site, "index.html");

const WASM = /^yishi-web-[0-9a-f]+_bg\.wasm$/;
const GLUE = /^yishi-web-[0-9a-f]+\.js$/;
const files = await placeProgram();
const readers = await placeReaders(site);

let html = readFileSync(page, "utf8");
html = joinStyles(html);
html = await replaceLoader(html);
// Comments and indentation are for those who read index.html.
html = html.replace(/<!--[^]*?-->/g, "").replace(/^\s+/gm, "");
// Last: the hashes are of the scripts as they stand in the page.
const allowed = ["script-src 'self'", "style-src 'self'", "img-src 'self' data:", "connect-src 'self' https:", "manifest-src 'self'", "worker-src 'self'"];
const sealed = addPolicy(html, allowed);
writeFileSync(page, sealed);
writeFileSync(join(site, "yishi-app.html"), await single(html, site, files, readers));
// What the page puts sessions into when it saves one file: without the programs that it would leave out there.
writeFileSync(join(site, "yishi-empty.html"), await single(html, site, files, {}));
for (const folder of ["data", "schema"]) rmSync(join(site, folder, ".gitkeep"), { force: true });
precache(site);

/** Puts the program in the place of what Trunk has made; returns the names of its files: `main`, `glue` and, by name, `parts`. */
async function placeProgram() {
  const names = readdirSync(site);
  const [wasm, glue] = [join(site, only(names, WASM)), join(site, only(names, GLUE))];
  const profile = process.env.TRUNK_PROFILE ?? "release";
  const made = await program(join(process.env.CARGO_TARGET_DIR ?? join(here, "../target"), "wasm32-unknown-unknown", profile, "yishi-web.wasm"), { wasm, glue });
  rmSync(wasm);
  rmSync(glue);
  // One hash names all: parts fit only the main program that they were split from.
  const hash = sha256("hex", Buffer.concat([made.main, Buffer.from(made.glue), ...Object.values(made.parts)])).slice(0, 16);
  const parts = Object.fromEntries(Object.keys(made.parts).map((name) => [name, `yishi-${name}-${hash}.wasm`]));
  const placed = { main: `yishi-web-${hash}_bg.wasm`, glue: `yishi-web-${hash}.js`, parts };
  writeFileSync(join(site, placed.main), made.main);
  writeFileSync(join(site, placed.glue), made.glue);
  for (const [name, file] of Object.entries(parts)) writeFileSync(join(site, file), withHash(made.parts[name], hash));
  return placed;
}

/** One style sheet instead of several: one request, and it compresses better. */
function joinStyles(html) {
  const links = [...html.matchAll(/<link\b[^>]*\brel="?stylesheet"?[^>]*>/g)].map(([tag]) => tag);
  if (links.length === 0) throw new Error("The built page links no style sheet.");
  const files = links.map((tag) => attribute(tag, "href").replace(/^\.\//, ""));
  const css = smallStyles(files.map((file) => readFileSync(join(site, file), "utf8")).join("\n"));
  const name = `yishi-${sha256("hex", css).slice(0, 16)}.css`;
  for (const file of files) rmSync(join(site, file));
  writeFileSync(join(site, name), css);
  links.forEach((tag, i) => {
    html = html.replace(tag, () => (i === 0 ? `<link rel="stylesheet" href="./${name}">` : ""));
  });
  return html;
}

async function replaceLoader(html) {
  const scripts = [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)];
  const loader = scripts.find(([, , text]) => /\bTrunkApplicationStarted\b|_bg\.wasm/.test(text));
  if (!loader) throw new Error("Trunk's loader is not in the built page: has its form changed?");
  if (existsSync(join(site, "snippets"))) throw new Error("A dependency brings JavaScript snippets: the single-file page cannot hold them.");

  html = html.replace(loader[0], "");
  html = html.replace(/<link\b[^>]*\brel="?(?:modulepreload|preload)"?[^>]*>/g, "");
  const boot = await small(["theme.js", "bridge.js", "offline.js", "served.js", "stood.js"].map(script).join("").replace("__PROGRAM__", () => JSON.stringify({ main: files.main, ...files.parts, ...readers })).replaceAll("__GLUE__", files.glue));
  // Before the style sheet: a script behind one waits for it.
  return html.replace(/<link\b[^>]*\brel="?stylesheet"?/, (tag) => `<script>${boot}</script>${tag}`);
}

/** The one file of that name: two would mean a stale build. */
function only(files, pattern) {
  const found = files.filter((file) => pattern.test(file));
  if (found.length !== 1) throw new Error(`Expected one file like ${pattern} in the build, found ${found.length}.`);
  return found[0];
}

function attribute(tag, name) {
  const [, quoted, bare] = tag.match(new RegExp(`\\b${name}=(?:"([^"]*)"|([^\\s>]+))`)) ?? [];
  return quoted ?? bare;
}
