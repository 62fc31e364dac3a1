// Our search beside others: Pagefind, MiniSearch, FlexSearch and a plain scan, over the same documents and queries, in the same Chromium, in one run.
// Prints Markdown; asserts nothing.
//
//   make build && cargo build --release --bin yishi
//   node bench/peers.mjs [--texts DIR]… [--generated 200] [--each 40] [--cold 60] [--only NAME,…] [--dist dist] [--yishi PATH] [--out bench/out/peers.md]
//   node bench/peers.mjs --keystrokes [--mb 10]       how soon results follow a key in one large session
//
// Documents: every folder of `--texts` (text files, sessions), the example archive, and so many made sessions (bench/archive.mjs). All engines get the
// text folded, as our search folds it, so that an exact substring is the truth for all of them. The host adds 50 ms to every answer.

import { createWriteStream, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { launch, newContext } from "../scripts/chromium.mjs";
import { sessions } from "./archive.mjs";
import { askArchive, askArchiveCold, askSession, startOurs } from "./search/among.mjs";
import { ofFolder, ofSession } from "./search/documents.mjs";
import { kilobytes, mean, quantile, share } from "./search/figures.mjs";
import { startHost } from "./search/host.mjs";
import { keystrokes } from "./search/keystrokes.mjs";
import { packages, versionOf } from "./search/packages.mjs";
import { buildPagefind } from "./search/pagefind.mjs";
import { makeQueries } from "./search/queries.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const { values } = parseArgs({
  options: {
    texts: { type: "string", multiple: true, default: [] },
    generated: { type: "string", default: "200" },
    each: { type: "string", default: "40" },
    cold: { type: "string", default: "60" },
    only: { type: "string" },
    dist: { type: "string", default: join(here, "../dist") },
    yishi: { type: "string", default: join(process.env.CARGO_TARGET_DIR ?? join(here, "../target"), "release/yishi") },
    keystrokes: { type: "boolean", default: false },
    mb: { type: "string", default: "10" },
    out: { type: "string", default: join(here, "out/peers.md") },
  },
});
const LATENCY = 50;
/** So many results a list shows at first. */
const SHOWN = 10;

const root = join(here, "out/peers");
rmSync(root, { recursive: true, force: true });
mkdirSync(root, { recursive: true });
const lines = [];
const say = (line = "") => {
  lines.push(line);
  console.log(line);
};

if (values.keystrokes) {
  await typing();
  process.exit();
}
const documents = [...values.texts, join(here, "../public/data")].flatMap(ofFolder);
const real = documents.length;
for (const session of sessions({ count: Number(values.generated), folders: values.texts })) documents.push(ofSession(session));
const characters = documents.reduce((sum, { title, paragraphs }) => sum + title.length + paragraphs.reduce((all, text) => all + text.length, 0), 0);
const textBytes = documents.reduce((sum, { title, paragraphs }) => sum + Buffer.byteLength(title) + paragraphs.reduce((all, text) => all + Buffer.byteLength(text), 0), 0);
const queries = makeQueries(documents, { each: Number(values.each) });
const asked = queries.map(({ query }) => query);

writeFileSync(join(root, "index.html"), '<!doctype html><html lang="zh"><meta charset="utf-8"><title>peers</title><script type="module" src="/search/page.js"></script>');
const pagefind = await buildPagefind(documents, join(root, "pagefind"));
const host = await startHost({ mounts: { "/": root, "/packages/": packages(), "/search/": join(here, "search") }, latency: LATENCY, isolated: true });
const browser = await launch();

/** A page with nothing stored, its engines loaded. */
async function open() {
  const context = await newContext(browser);
  const page = await context.newPage();
  page.on("pageerror", (error) => console.error(error.message));
  await page.goto(host.url);
  await page.waitForFunction(() => window.bench);
  return page;
}

/** What was asked for until now, and until nothing more is asked for: Pagefind goes on loading after it says that it is ready. */
async function settled() {
  const log = [];
  let quiet = 0;
  while (quiet < 4) {
    await new Promise((done) => setTimeout(done, 100));
    const more = host.take();
    quiet = more.length > 0 ? 0 : quiet + 1;
    log.push(...more);
  }
  return log;
}

/** Makes the index of an engine that holds it in memory, and puts it on the host. */
async function build(name, slug) {
  const page = await open();
  await page.evaluate(async (address) => { window.documents = await (await fetch(address)).json(); }, "/documents.json");
  const made = await page.evaluate((name) => window.bench.build(name, window.documents), name);
  const out = createWriteStream(join(root, slug));
  const step = 3_000_000;
  for (let at = 0; at < made.length; at += step) {
    const slice = await page.evaluate(async ([url, from, to]) => {
      const blob = (await (await fetch(url)).blob()).slice(from, to);
      return new Promise((done) => {
        const reader = new FileReader();
        reader.onload = () => done(reader.result.slice(reader.result.indexOf(",") + 1));
        reader.readAsDataURL(blob);
      });
    }, [made.url, at, at + step]);
    out.write(Buffer.from(slice, "base64"));
  }
  await new Promise((done) => out.end(done));
  await page.context().close();
  return made.ms;
}

/** One engine: its index, what comes before the first query, and its answers. */
async function measure(name) {
  const isRemote = name.startsWith("Pagefind");
  const result = { name };
  if (isRemote) {
    Object.assign(result, { build: pagefind.ms, size: pagefind.bytes, packed: pagefind.bytes, files: pagefind.files });
  } else {
    const slug = `${name.replace(/\W+/g, "-")}.json`;
    result.build = await build(name, slug);
    const bytes = readFileSync(join(root, slug));
    Object.assign(result, { size: bytes.length, packed: gzipSync(bytes, { level: 6 }).length, files: 1, address: `/${slug}` });
    // The host compresses once; that is not what is measured.
    await (await fetch(new URL(slug, host.url))).arrayBuffer();
  }
  const page = await open();
  host.take();
  result.opening = await page.evaluate(([name, address]) => window.bench.open(name, address), [name, result.address ?? null]);
  result.before = await settled();
  await page.evaluate((some) => window.bench.find(some), ["会议", "代表", "预算"]);
  const first = await page.evaluate((all) => window.bench.find(all), asked);
  result.again = (await page.evaluate((all) => window.bench.find(all), asked)).map(({ ms }) => ms);
  result.ms = first.map(({ ms }) => ms);
  result.found = first.map(({ found }) => found);
  if (isRemote) {
    const known = await page.evaluate(async (all) => {
      const known = {};
      for (const query of all) {
        await window.engine.find(query);
        await window.engine.places([], known);
      }
      return known;
    }, asked);
    result.found = result.found.map((ids) => ids.map((id) => known[id]));
  }
  await page.context().close();
  if (isRemote) result.cold = await coldly(name);
  return result;
}

/** Every query in a page of its own, nothing stored: what is asked for, and how late the answer and what the list shows of it are. */
async function coldly(name) {
  const every = Math.max(1, Math.floor(asked.length / Number(values.cold)));
  const out = [];
  for (let at = 0; at < asked.length; at += every) {
    const page = await open();
    await page.evaluate((name) => window.bench.open(name, null), name);
    await settled();
    const [{ ms }] = await page.evaluate((query) => window.bench.find([query]), asked[at]);
    const search = host.take();
    const showing = await page.evaluate(async (count) => {
      const start = performance.now();
      await window.engine.show(count);
      return performance.now() - start;
    }, SHOWN);
    out.push({ ms, shown: ms + showing, search, show: host.take() });
    await page.context().close();
  }
  return out;
}

/** Recall, precision and the share of queries answered exactly, over the queries that `take` takes. */
function quality(found, take = () => true) {
  const [recalls, precisions, exact] = [[], [], []];
  queries.forEach(({ truth, kind }, at) => {
    if (!take(kind)) return;
    const right = new Set(truth);
    const got = new Set(found[at]);
    const both = [...got].filter((one) => right.has(one)).length;
    if (right.size > 0) recalls.push(both / right.size);
    if (got.size > 0) precisions.push(both / got.size);
    exact.push(both === right.size && both === got.size ? 1 : 0);
  });
  return { recall: mean(recalls), precision: mean(precisions), exact: mean(exact) };
}

/** Ours: one session that the page scans, and an archive by its index. */
async function ours() {
  const made = await startOurs({ documents, folder: join(root, "ours"), dist: values.dist, yishi: values.yishi, latency: LATENCY });
  try {
    console.error("ours, one session");
    const texts = documents.flatMap(({ title, paragraphs }) => [title, ...paragraphs]);
    const one = await askSession(browser, made, queries, (query) => texts.filter((text) => text.includes(query)).length);
    console.error("ours, archive");
    const every = Math.max(1, Math.floor(queries.length / Number(values.cold)));
    const cold = await askArchiveCold(browser, made, queries.filter((_, at) => at % every === 0));
    const archive = await askArchive(browser, made, queries);
    const isIndex = ({ path }) => path.includes("/data/search/");
    return {
      note: `Ours in one session: of ${queries.length} queries ${one.counted} had more results than were listed, and their number was right; ${one.miscounted.length} had another number of results than brute force${one.miscounted.length > 0 ? ` (${one.miscounted.join(" ")})` : ""}.`,
      rows: [
        { name: "ours, one session (scan)", build: 0, size: made.session.size, packed: made.session.packed, files: 1, ...one },
        {
          name: "ours, archive (index)",
          build: made.ms,
          size: made.bytes,
          packed: made.bytes,
          files: made.files,
          before: cold.before,
          opening: cold.opening,
          found: archive.found,
          ms: archive.ms,
          again: archive.ms,
          cold: cold.out.map(({ last, log }) => ({ ms: last, search: log.filter(isIndex), show: log.filter((one) => !isIndex(one)) })),
        },
      ],
    };
  } finally {
    await made.host.close();
  }
}

/** How soon results follow a key. */
async function typing() {
  const site = await startHost({ mounts: { "/": values.dist } });
  const chromium = await launch();
  say(`${new Date().toISOString().slice(0, 10)} · ${cpus().length} × ${cpus()[0].model.trim()}, Node ${process.versions.node}, Chromium ${chromium.version()} headless`);
  say();
  say("| ms | keys | first key | to the frame with the results: p50, p95, most | to the change: p50, p95, most | processor time: p50, p95, most |");
  say("|---|---:|---:|---:|---:|---:|");
  for (const [label, slowdown] of [["this machine", 1], ["four times slower", 4]]) {
    const { bytes, keys, start, frame, change, work } = await keystrokes({ browser: chromium, url: site.url, folder: root, mb: Number(values.mb), slowdown });
    const figure = ({ p50, p95, most }) => [p50, p95, most].map((ms) => ms.toFixed(1)).join(", ");
    say(`| ${label}, ${(bytes / 1e6).toFixed(1)} MB | ${keys} | ${start.first.toFixed(0)} | ${figure(frame)} | ${figure(change)} | ${figure(work)} |`);
  }
  await chromium.close();
  await site.close();
  mkdirSync(dirname(values.out), { recursive: true });
  writeFileSync(values.out, `${lines.join("\n")}\n`);
}

function print(results) {
  say("| engine | recall | precision | exactly right | built, s | index, kB | as gzip, kB | files |");
  say("|---|---:|---:|---:|---:|---:|---:|---:|");
  for (const { name, found, build, size, packed, files } of results) {
    const { recall, precision, exact } = quality(found);
    say(`| ${name} | ${share(recall)} | ${share(precision)} | ${share(exact)} | ${(build / 1000).toFixed(2)} | ${kilobytes(size)} | ${kilobytes(packed)} | ${files} |`);
  }
  say();
  say("| engine | before: requests, kB, ms | a query: requests, kB | first time, ms: p50, p95 | again, ms: p50, p95 |");
  say("|---|---:|---:|---:|---:|");
  for (const { name, before, opening, cold, ms, again } of results) {
    const sum = (requests) => requests.reduce((all, { bytes }) => all + bytes, 0);
    const query = cold ? `${mean(cold.map(({ search }) => search.length)).toFixed(1)} + ${mean(cold.map(({ show }) => show.length)).toFixed(1)}, ${kilobytes(mean(cold.map(({ search }) => sum(search))))} + ${kilobytes(mean(cold.map(({ show }) => sum(show))))}` : "0, 0";
    const first = cold ? cold.map((one) => one.ms) : ms;
    const figure = (numbers) => `${quantile(numbers, 0.5).toFixed(2)}, ${quantile(numbers, 0.95).toFixed(2)}`;
    say(`| ${name} | ${before.length}, ${kilobytes(sum(before))}, ${opening.toFixed(0)} | ${query} | ${figure(first)} | ${figure(again)} |`);
  }
  say();
  const kinds = [...new Set(queries.map(({ kind }) => kind))];
  say("Recall / precision by kind of query:");
  say();
  say(`| kind | queries | ${results.map(({ name }) => name).join(" | ")} |`);
  say(`|---|---:|${results.map(() => "---:").join("|")}|`);
  for (const kind of kinds) {
    const cells = results.map(({ found }) => {
      const { recall, precision } = quality(found, (one) => one === kind);
      return kind === "absent" ? `${queries.filter((one, at) => one.kind === kind && found[at].length > 0).length} wrong` : `${share(recall)} / ${share(precision)}`;
    });
    say(`| ${kind} | ${queries.filter((one) => one.kind === kind).length} | ${cells.join(" | ")} |`);
  }
}

try {
  writeFileSync(join(root, "documents.json"), JSON.stringify(documents));
  say(`${new Date().toISOString().slice(0, 10)} · ${cpus().length} × ${cpus()[0].model.trim()}, Node ${process.versions.node}, Chromium ${browser.version()} headless · ${["pagefind", "minisearch", "flexsearch"].map((name) => `${name} ${versionOf(name)}`).join(", ")}`);
  say();
  say(`${documents.length} documents (${real} real or exemplary, ${documents.length - real} made), ${(characters / 1e6).toFixed(2)} million characters, ${(textBytes / 1e6).toFixed(2)} MB; ${queries.length} queries; ${LATENCY} ms added to every answer of the host.`);
  say();
  const page = await open();
  const names = (await page.evaluate(() => window.bench.names)).filter((name) => !values.only || values.only.split(",").some((part) => name.includes(part)));
  await page.context().close();
  const results = [];
  for (const name of names) {
    console.error(name);
    results.push(await measure(name));
  }
  const own = !values.only || values.only.includes("ours") ? await ours() : { rows: [], note: "" };
  print([...own.rows, ...results]);
  if (own.note) say(`\n${own.note}`);
} finally {
  await browser.close();
  await host.close();
}
mkdirSync(dirname(values.out), { recursive: true });
writeFileSync(values.out, `${lines.join("\n")}\n`);
