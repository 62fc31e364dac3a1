// Makes the page that is a file by itself, without data: what `yishi pack` and the page's own "save as one file" put sessions into.
//
// The marks are those that src/write/single.rs looks for. Everything the page needs is in it: it makes no request, and its policy allows none.
// Style sheet, glue, program and the table of pinyin are packed together by xz, as LZMA: with gzip, which browsers unpack themselves, the page would be a third
// larger (docs/performance.md); unpacking by scripts/boot/unlzma.js takes a desktop 0.1 s.

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { minify } from "terser";
import { addPolicy, script, sha256, small } from "./policy.mjs";

const require = createRequire(import.meta.url);

/** Characters of one block: WebKit reads one large block in 12 seconds, small ones in a fraction of one. */
const BLOCK_CHARS = 256 * 1024;
const styles = new URL("../src/styles/", import.meta.url);

/** The page, from the served one before it has a policy. */
export async function single(html, site) {
  const files = readdirSync(site);
  const read = (pattern) => readFileSync(join(site, files.find((file) => pattern.test(file))));
  const css = read(/^yishi-[0-9a-f]+\.css$/);
  const glue = Buffer.from(started(read(/^yishi-web-[0-9a-f]+\.js$/).toString("utf8")));
  const wasm = read(/_bg\.wasm$/);
  // Loaded by a served page when it is asked for; here it is at hand.
  const table = readFileSync(join(site, "pinyin.bin"));
  const icon = readFileSync(join(site, "icons/icon.svg"), "base64");
  const first = [new URL("tokens.css", styles), new URL("base.css", styles), new URL("digest.css", styles), new URL("boot/single.css", import.meta.url)];
  const head = html.slice(0, html.indexOf("</head>"))
    .replace(/<script>[^]*?<\/script>/g, "")
    .replace(/<link\b[^>]*>\s*/g, "")
    .replace("<title>", '<meta name="generator" content="yishi">\n<title>')
    .replace("</title>", '</title>\n<meta name="yishi-start" content="">\n<meta name="yishi-site" content="">');
  const boot = [script("bridge.js"), await gunzip(), script("unlzma.js"), script("uncomb.js"), script("single.js")].join("\n")
    .replaceAll("__CSS__", css.length).replaceAll("__GLUE__", glue.length).replaceAll("__WASM__", wasm.length).replaceAll("__TABLE__", table.length);
  const page = `${head}<link rel="icon" href="data:image/svg+xml;base64,${icon}">
<script>${await small(script("theme.js"))}</script>
<style>${first.map((file) => readFileSync(file, "utf8")).join("\n").replace(/\/\*[^]*?\*\//g, "").replace(/\s+/g, " ")}</style>
</head>
<body>
${readFileSync(new URL("boot/single.html", import.meta.url), "utf8")}${blocks(Buffer.concat([css, glue, wasm, table]))}<!--data--><!--/data-->
<script>${(await small(boot)).replaceAll("</script", "<\\/script")}</script>
</body>
</html>
`;
  const inserted = (text) => `'sha256-${sha256("base64", text)}'`;
  return addPolicy(page, [`script-src ${inserted(glue)}`, `style-src ${inserted(css)}`, "img-src data: blob:"]);
}

/** The glue as a script that only says how to start, in `yishi.start`. */
function started(glue) {
  const exports = glue.match(/export\s*\{([^}]*)\};?\s*$/);
  const init = exports?.[1].match(/([\w$]+) as default/)?.[1];
  if (!init) throw new Error("The glue does not end in its exports: has its form changed?");
  const text = glue.slice(0, exports.index).replaceAll(/\bexport (?=class |function )/g, "").replaceAll("import.meta.url", "document.baseURI");
  return `yishi.start=(()=>{${text}return ${init}})();`;
}

/** The unpacker for browsers without DecompressionStream (Firefox before 113, Safari before 16.4): what fflate's `gunzipSync` needs, 4 kB. */
async function gunzip() {
  const source = readFileSync(join(dirname(require.resolve("fflate")), "../esm/browser.js"), "utf8");
  const text = source.replace(/^export \{[^}]*\};?/gm, "").replace(/^export /gm, "");
  const { code } = await minify(`${text}\nexport const unpack = gunzipSync;`, {
    module: true, compress: { passes: 3, pure_getters: true, unsafe: true }, mangle: true, format: { comments: false },
  });
  const parts = code.split("export const unpack=");
  if (parts.length !== 2) throw new Error("fflate's gunzipSync could not be taken out: has its form changed?");
  return `const gunzipSync=(()=>{${parts.join("return ")}})();`;
}

function blocks(bytes) {
  const packed = execFileSync("xz", ["--format=lzma", "-9e", "--stdout"], { input: bytes, maxBuffer: 1 << 28 });
  const parts = packed.toString("base64").match(new RegExp(`.{1,${BLOCK_CHARS}}`, "g"));
  return parts.map((part) => `<script type="application/octet-stream" data-program="all">${part}</script>\n`).join("");
}
