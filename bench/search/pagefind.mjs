// The index of Pagefind, made by its own program from a page a document.

import { readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { packages } from "./packages.mjs";

const escape = (text) => text.replace(/[&<>]/g, (c) => `&#${c.codePointAt(0)};`);

/** Makes it in a folder: `{ ms, bytes, files }`; bytes of the index alone, without scripts and styles. */
export async function buildPagefind(documents, folder) {
  rmSync(folder, { recursive: true, force: true });
  const { createIndex, close } = await import(pathToFileURL(join(packages(), "pagefind/lib/index.js")).href);
  const start = performance.now();
  const { index, errors } = await createIndex({ forceLanguage: "zh" });
  if (!index) throw new Error(errors.join("; "));
  for (const [at, { title, paragraphs }] of documents.entries()) {
    const content = `<!doctype html><html lang="zh"><title>${escape(title)}</title><main><h1>${escape(title)}</h1>${paragraphs.map((text) => `<p>${escape(text)}</p>`).join("")}</main></html>`;
    const added = await index.addHTMLFile({ url: `/doc/${at}.html`, content });
    if (added.errors.length > 0) throw new Error(added.errors.join("; "));
  }
  const written = await index.writeFiles({ outputPath: folder });
  if (written.errors.length > 0) throw new Error(written.errors.join("; "));
  const ms = performance.now() - start;
  await close();
  // Scripts and styles are the same for every site; the index is the rest.
  const paths = readdirSync(folder, { recursive: true }).map(String).filter((path) => /\.pf_|pagefind-entry\.json$/.test(path));
  return { ms, bytes: paths.reduce((sum, path) => sum + statSync(join(folder, path)).size, 0), files: paths.length };
}
