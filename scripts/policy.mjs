// The content security policy of a page, and the scripts it allows.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { minify } from "terser";

/** A part of the boot script (scripts/boot). */
export function script(name) {
  return `${readFileSync(new URL(`boot/${name}`, import.meta.url), "utf8").trim()}\n`;
}

/** A script without comments and long names. */
export async function small(text) {
  const { code } = await minify(text, { compress: { passes: 2 }, mangle: true, format: { comments: false } });
  return code;
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
