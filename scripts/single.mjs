// Makes the page that is a file by itself, without data: what `yishi pack` and the page's own "save as one file" put sessions into.
//
// The marks are those that src/write/single.rs looks for. Everything the page needs is in it: it makes no request, and its policy allows none.
// Style sheet, glue, the program with all its parts and the table of pinyin are packed together as gzip, which browsers unpack themselves
// (docs/decisions/0022-a-single-file-is-gzip.md).

import { build, transform } from "esbuild";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { packedReaders } from "./readers.mjs";
import { addPolicy, script, sha256, small, smallStyles, TARGETS } from "./policy.mjs";

/** Characters of one block: WebKit reads one large block in 12 seconds, small ones in a fraction of one. */
const BLOCK_CHARS = 256 * 1024;
const styles = new URL("../src/styles/", import.meta.url);

/** The page, from the served one before it has a policy, the names of the program's files in `site`, and those of the programs that read foreign files. */
export async function single(html, site, { main, glue: module, parts }, readers) {
  const read = (file) => readFileSync(join(site, file));
  const css = read(readdirSync(site).find((file) => /^yishi-[0-9a-f]+\.css$/.test(file)));
  const glue = Buffer.from(await started(read(module).toString("utf8")));
  // Loaded by a served page when it is asked for; here it is at hand.
  const packed = { css, glue, main: read(main), ...Object.fromEntries(Object.entries(parts).map(([name, file]) => [name, read(file)])), "pinyin.bin": read("pinyin.bin") };
  const icon = readFileSync(join(site, "icons/icon.svg"), "base64");
  const first = [new URL("tokens.css", styles), new URL("base.css", styles), new URL("digest.css", styles), new URL("boot/single.css", import.meta.url)];
  const head = html.slice(0, html.indexOf("</head>"))
    .replace(/<script>[^]*?<\/script>/g, "")
    .replace(/<link\b[^>]*>\s*/g, "")
    .replace("<title>", '<meta name="generator" content="yishi">\n<title>')
    .replace("</title>", '</title>\n<meta name="yishi-start" content="">\n<meta name="yishi-site" content="">');
  const lengths = JSON.stringify(Object.entries(packed).map(([name, bytes]) => [name, bytes.length]));
  const boot = [script("bridge.js"), script("stood.js"), await gunzip(), script("single.js").replaceAll("__PACKED__", () => lengths)].join("\n");
  // Where data would be: a page that sessions are put into carries these no more.
  const readerBlocks = packedReaders(site, readers).map(([name, bytes]) => blocks(bytes, `data-file="${name}" data-gzip=""`)).join("");
  const page = `${head}<link rel="icon" href="data:image/svg+xml;base64,${icon}">
<script>${await small(script("theme.js"))}</script>
<style>${smallStyles(first.map((file) => readFileSync(file, "utf8")).join("\n"))}</style>
</head>
<body>
${readFileSync(new URL("boot/single.html", import.meta.url), "utf8")}${blocks(gzipSync(Buffer.concat(Object.values(packed)), { level: 9 }), 'data-program="all"')}<!--data-->${readerBlocks}<!--/data-->
<script>${(await small(boot)).replaceAll("</script", "<\\/script")}</script>
</body>
</html>
`;
  const inserted = (text) => `'sha256-${sha256("base64", text)}'`;
  return addPolicy(page, [`script-src ${inserted(glue)}`, `style-src ${inserted(css)}`, "img-src data: blob:", "worker-src blob:"]);
}

/** The glue as a script, which has what it exports in `yishi.program`: a module could be imported from an address only. */
async function started(glue) {
  const options = { format: "iife", globalName: "yishi.program", minify: true, target: TARGETS, define: { "import.meta.url": "document.baseURI" } };
  return (await transform(glue, options)).code.trim();
}

/** The unpacker for browsers without DecompressionStream (Firefox before 113, Safari before 16.4): fflate's `gunzipSync`, 4 kB. */
async function gunzip() {
  const stdin = { contents: 'export { gunzipSync } from "fflate";', resolveDir: dirname(fileURLToPath(import.meta.url)) };
  const { outputFiles } = await build({ stdin, bundle: true, format: "iife", globalName: "fflate", platform: "browser", minify: true, legalComments: "none", target: TARGETS, write: false });
  return outputFiles[0].text;
}

/** Packed bytes in blocks that are not too large. */
function blocks(bytes, attributes) {
  const parts = bytes.toString("base64").match(new RegExp(`.{1,${BLOCK_CHARS}}`, "g"));
  return parts.map((part) => `<script type="application/octet-stream" ${attributes}>${part}</script>\n`).join("");
}
