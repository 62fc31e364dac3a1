// Our search among its peers (bench/peers.mjs): the same documents once as one session with a speech a document, which the page scans, and once as an
// archive with a session a document, by the index of `yishi index`. Answers are read off the page.

import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { asSession } from "./documents.mjs";
import { startHost } from "./host.mjs";
import { ask, openOurs } from "./ours.mjs";

/** Lists show 50 more at a press; where there are more than this, their number is compared and not each. */
const PRESSES = 6;

/** Makes the site of the documents and starts a host for it; what making it took. */
export async function startOurs({ documents, folder, dist, yishi, latency }) {
  const data = join(folder, "data");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(data, "sessions"), { recursive: true });
  documents.forEach((one, at) => writeFileSync(join(data, `sessions/doc-${at}.json`), JSON.stringify(asSession(one, at))));
  const start = performance.now();
  execFileSync(yishi, ["index", data], { stdio: ["ignore", "ignore", "inherit"] });
  const ms = performance.now() - start;
  execFileSync(yishi, ["catalogue", data], { stdio: ["ignore", "ignore", "inherit"] });
  const index = readdirSync(join(data, "search"), { recursive: true }).map((path) => statSync(join(data, "search", String(path)))).filter((info) => info.isFile());
  const all = JSON.stringify(oneSession(documents));
  // Beside the archive, not in it.
  writeFileSync(join(data, "sessions/all.json"), all);
  const host = await startHost({ mounts: { "/": dist, "/data/": data }, latency });
  return { host, data, ms, files: index.length, bytes: index.reduce((sum, { size }) => sum + size, 0), session: { size: Buffer.byteLength(all), packed: gzipSync(all, { level: 6 }).length } };
}

function oneSession(documents) {
  const speeches = documents.map(({ title, paragraphs }, at) => ({ id: `doc-${at}`, kind: "report", title, blocks: paragraphs.map((text, n) => ({ id: `d${at}-${n}`, kind: "paragraph", text })) }));
  return { format: "yishi-session/1", id: "all", title: "■", language: "zh-Hans", is_sample: true, assembly: { name: "■" }, dates: { start: "2024-01-01" }, speeches };
}

/** Letters may be meant as pinyin; in quotation marks they are themselves. */
const typed = (query) => encodeURIComponent(/[a-z]/.test(query) ? `“${query}”` : query);
const numbers = (hrefs, pattern) => [...new Set(hrefs.flatMap((href) => decodeURIComponent(href).match(pattern)?.[1] ?? []).map(Number))];

/** The scan inside one session: `{ opening, before, found, ms, again, counted }`. `things` says how many titles and paragraphs hold a query. */
export async function askSession(browser, ours, queries, things) {
  const page = await openOurs(browser, ours.host.url);
  ours.host.take();
  const start = performance.now();
  await page.evaluate(() => {
    history.pushState(null, "", "?s=all");
    dispatchEvent(new PopStateEvent("popstate"));
  });
  await page.waitForSelector("main .tabs", { timeout: 60_000 });
  const opening = performance.now() - start;
  const before = ours.host.take();
  await ask(page, "?s=all&q=会议&kind=speeches");
  const result = { opening, before, found: [], ms: [], again: [], counted: 0, miscounted: [] };
  for (const { query, truth } of queries) {
    const search = `?s=all&kind=speeches&q=${typed(query)}`;
    result.ms.push((await ask(page, search)).last);
    const expected = things(query);
    const said = Number((await page.evaluate(() => window.ours.status())).match(/\d+/g)?.[0] ?? 0);
    await page.evaluate((most) => window.ours.press("more", most), PRESSES);
    const hits = await page.evaluate(() => window.ours.hits());
    const found = numbers(hits, /p=speeches\/doc-(\d+)/);
    if (hits.length < said && said === expected) {
      result.counted += 1;
      // Not all of them were listed: the rest are as right as their number.
      result.found.push([...new Set([...found, ...truth])]);
    } else {
      result.found.push(found);
    }
    if (found.length > 0 && said !== expected) result.miscounted.push(query);
  }
  for (const { query } of queries) result.again.push((await ask(page, `?s=all&kind=speeches&q=${typed(query)}`)).last);
  await page.context().close();
  return result;
}

/** Over the archive, to the last session that has it: `{ found, ms }`; sessions stay in the page. */
export async function askArchive(browser, ours, queries) {
  const page = await openOurs(browser, ours.host.url);
  const result = { found: [], ms: [], first: [] };
  for (const { query } of queries) {
    const { first, last } = await ask(page, `?q=${typed(query)}`);
    result.ms.push(last);
    result.first.push(first);
    await page.evaluate(() => window.ours.press("earlier", 1000));
    result.found.push(numbers(await page.evaluate(() => window.ours.sessions()), /s=doc-(\d+)/));
  }
  await page.context().close();
  return result;
}

/** Over the archive, every query in a page of its own: `[{ first, last, log }]`. */
export async function askArchiveCold(browser, ours, queries) {
  const out = [];
  let before = [];
  let opening = 0;
  for (const { query } of queries) {
    ours.host.take();
    const start = performance.now();
    const page = await openOurs(browser, ours.host.url);
    opening = performance.now() - start;
    before = ours.host.take();
    out.push({ ...(await ask(page, `?q=${typed(query)}`)), log: ours.host.take() });
    await page.context().close();
  }
  return { out, before, opening };
}
