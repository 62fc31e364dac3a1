// Makes the page that is a file by itself, without data: what `yishi pack` and the page's own "save as one file" put sessions into.
//
// The marks are those that src/write/single.rs looks for. Everything the page needs is in it: it makes no request, and its policy allows none.

import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { addPolicy, script } from "./policy.mjs";

// The packages are those of tests/e2e; scripts/setup installs them.
const require = createRequire(new URL("../tests/e2e/package.json", import.meta.url));

/** Characters of one block: WebKit reads one large block in 12 seconds, small ones in a fraction of one. */
const BLOCK_CHARS = 256 * 1024;

/** The page, from the served one before it has a policy. */
export async function single(html, site) {
  const files = readdirSync(site);
  const read = (pattern) => readFileSync(join(site, files.find((file) => pattern.test(file))));
  const css = read(/^yishi-[0-9a-f]+\.css$/).toString("utf8").trim();
  const icon = readFileSync(join(site, "icons/icon.svg"), "base64");
  const head = html.slice(0, html.indexOf("</head>"))
    .replace(/<script>[^]*?<\/script>/g, "")
    .replace(/<link\b[^>]*>\s*/g, "")
    .replace("<title>", '<meta name="generator" content="yishi">\n<title>')
    .replace("</title>", '</title>\n<meta name="yishi-start" content="">\n<meta name="yishi-site" content="">');
  const body = readFileSync(new URL("boot/single.html", import.meta.url), "utf8");
  const page = `${head}<link rel="icon" href="data:image/svg+xml;base64,${icon}">
<script>${script("theme.js")}</script>
<style>${css}</style>
</head>
<body>
${body}${blocks("wasm", read(/_bg\.wasm$/))}<!--data--><!--/data-->
<script type="module">${await program(read(/^yishi-web-[0-9a-f]+\.js$/).toString("utf8"))}</script>
</body>
</html>
`;
  return addPolicy(page, ["script-src", "style-src", "img-src data: blob:"]);
}

/** The glue with its exports taken off, what it needs, and the start. */
async function program(glue) {
  const exports = glue.match(/export\s*\{([^}]*)\};?\s*$/);
  const init = exports?.[1].match(/([\w$]+) as default/)?.[1];
  if (!init) throw new Error("The glue does not end in its exports: has its form changed?");
  const text = [glue.slice(0, exports.index), script("bridge.js"), await inflate(), `const start=${init};`, script("single.js")].join("\n");
  return text.replaceAll("</script", "<\\/script");
}

/** The unpacker for browsers without DecompressionStream (Firefox before 113, Safari before 16.4): what fflate's `gunzipSync` needs, 4 kB. */
async function inflate() {
  const { minify } = require("terser");
  const source = readFileSync(join(dirname(require.resolve("fflate")), "../esm/browser.js"), "utf8");
  const text = source.replace(/^export \{[^}]*\};?/gm, "").replace(/^export /gm, "");
  const { code } = await minify(`${text}\nexport const unpack = gunzipSync;`, {
    module: true, compress: { passes: 3, pure_getters: true, unsafe: true }, mangle: true, format: { comments: false },
  });
  const parts = code.split("export const unpack=");
  if (parts.length !== 2) throw new Error("fflate's gunzipSync could not be taken out: has its form changed?");
  return `const gunzipSync=(()=>{${parts.join("return ")}})();`;
}

function blocks(name, bytes) {
  const text = gzipSync(bytes, { level: 9 }).toString("base64");
  const parts = text.match(new RegExp(`.{1,${BLOCK_CHARS}}`, "g"));
  return parts.map((part) => `<script type="application/octet-stream" data-program="${name}" data-gzip="">${part}</script>\n`).join("");
}
