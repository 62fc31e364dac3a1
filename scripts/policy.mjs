// The content security policy of a page, and the scripts it allows.

import { transform } from "esbuild";
import { transform as transformStyles } from "lightningcss";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

/** The oldest browsers that can show the page (docs/decisions/0001-browser-floor.md). */
export const TARGETS = ["chrome97", "firefox102", "safari16"];

/** A part of the boot script (scripts/boot). */
export function script(name) {
  return `${readFileSync(new URL(`boot/${name}`, import.meta.url), "utf8").trim()}\n`;
}

/** A script without comments and long names. */
export async function small(text) {
  const { code } = await transform(text, { minify: true, target: TARGETS });
  return code.trim();
}

/** A style sheet without comments and blanks, for the same browsers. */
export function smallStyles(text) {
  const targets = Object.fromEntries(TARGETS.map((target) => target.match(/^([a-z]+)(\d+)$/)).map(([, name, version]) => [name, version << 16]));
  return transformStyles({ filename: "styles.css", code: Buffer.from(text), minify: true, targets }).code.toString();
}

/** The page with a policy: nothing but what `allowed` says, the scripts and styles in the page by their hashes, and wasm. */
export function addPolicy(html, allowed) {
  const hashes = (tag) => [...html.matchAll(new RegExp(`<${tag}\\b([^>]*)>([\\s\\S]*?)</${tag}>`, "g"))]
    .filter(([, attributes]) => !/\bsrc=|\btype="?application\//.test(attributes))
    .map(([, , text]) => `'sha256-${sha256("base64", text)}'`);
  const own = { "script-src": ["'wasm-unsafe-eval'", ...hashes("script")], "style-src": hashes("style") };
  const directives = ["default-src 'none'", ...allowed, "base-uri 'none'", "form-action 'none'"];
  const policy = directives.map((directive) => [directive, ...(own[directive.split(" ")[0]] ?? [])].join(" ")).join("; ");
  const charset = /<meta\b[^>]*\bcharset="?utf-8"?[^>]*>/i;
  if (!charset.test(html)) throw new Error("The built page does not say its charset.");
  const left = html.match(/<(?:link|script)\b[^>]*\bintegrity=/);
  if (left) throw new Error(`The built page has an integrity attribute: ${left[0]}`);
  return html.replace(charset, (tag) => `${tag}<meta http-equiv="Content-Security-Policy" content="${policy}">`);
}

/** The hash of text, in an encoding. */
export function sha256(encoding, text) {
  return createHash("sha256").update(text).digest(encoding);
}
