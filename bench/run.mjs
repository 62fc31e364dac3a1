// How fast the page is, beside a minimal hand-written page that shows the same (bench/yardstick). Prints, asserts nothing.
//
//   node bench/run.mjs [--runs 7] [--dist dist] [--mb 10] [--lines 10000] [--only cold,again,large,budget] [--out bench/out/result.md]
//
// A load is cold: a new browser context, nothing cached; but “again” has been at the place twice before. Ours and the yardstick take turns. Figures are medians (least–most).

import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { fileURLToPath } from "node:url";
import { launch, newContext } from "../scripts/chromium.mjs";
import { serve } from "../scripts/serve.mjs";
import { generate, generateBudget } from "./generate.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "7" },
    dist: { type: "string", default: join(here, "../dist") },
    mb: { type: "string", default: "10" },
    lines: { type: "string", default: "10000" },
    only: { type: "string", default: "cold,again,large,budget" },
    out: { type: "string", default: join(here, "out/result.md") },
  },
});
const runs = Number(values.runs);
const parts = values.only.split(",");
const root = join(here, "out/site");
const probe = readFileSync(join(here, "probe.js"), "utf8");
const PAGES = { ours: "", yardstick: "yardstick.html" };
const BUDGET_PAGES = { ours: "", yardstick: "yardstick-budget.html" };
/** A mobile network: what the developer tools call “fast 4G”, about. */
const MOBILE = { offline: false, latency: 60, downloadThroughput: 10e6 / 8, uploadThroughput: 5e6 / 8 };
const HUACAO = [
  { place: "overview", query: "?s=huacao-6-6", text: "main .head h1" },
  { place: "speech", query: "?s=huacao-6-6&p=speeches/closing", text: ".para p" },
];

rmSync(root, { recursive: true, force: true });
mkdirSync(dirname(root), { recursive: true });
cpSync(values.dist, root, { recursive: true });
const css = readdirSync(root).find((name) => name.endsWith(".css"));
const frame = readFileSync(join(here, "yardstick/index.html"), "utf8").replace("__CSS__", css);
writeFileSync(join(root, "yardstick.html"), frame);
writeFileSync(join(root, "yardstick-budget.html"), frame.replace("yardstick.js", "yardstick-budget.js"));
cpSync(join(here, "yardstick/yardstick.js"), join(root, "yardstick.js"));
cpSync(join(here, "yardstick/budget.js"), join(root, "yardstick-budget.js"));

const lines = [];
const say = (line = "") => {
  lines.push(line);
  console.log(line);
};
/** Waits for the field that takes a file; ours is in a dialog, in a part of the program that is loaded with it. */
async function fileField(page) {
  await page.waitForFunction(() => {
    if (document.querySelector("input[type=file]")) return true;
    document.querySelector(".bar > button.tool")?.click();
    return false;
  });
}

async function open(network) {
  const context = await newContext(browser, { screen: "desktop", lang: "zh" });
  await context.addInitScript(probe);
  const page = await context.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  const cdp = await context.newCDPSession(page);
  if (network) {
    await cdp.send("Network.enable");
    await cdp.send("Network.emulateNetworkConditions", network);
  }
  return { context, page, cdp, errors };
}

/** From the start of navigation to the first text of the session, painted. */
async function cold() {
  const results = new Table();
  for (const [label, brotli] of [["this machine, plain", false], ["this machine, brotli 11", true], ["60 ms, 10 Mbit/s, brotli 11", true]]) {
    const site = await serve({ root, brotli });
    // Compressing is not what is measured.
    for (const name of ["", "yardstick.html", ...readdirSync(root), "data/sessions/huacao-6-6.json", "data/catalogue.json"]) {
      await fetch(site.url + name, { headers: { "accept-encoding": "br" } }).then((answer) => answer.arrayBuffer()).catch(() => null);
    }
    for (let run = 0; run < runs; run += 1) {
      for (const { place, query, text } of HUACAO) {
        for (const [name, path] of turns(run)) {
          const { context, page, errors } = await open(label.startsWith("60") ? MOBILE : null);
          await page.addInitScript((selector) => window.probe.watch("text", selector), text);
          await page.goto(site.url + path + query);
          await page.waitForFunction(() => window.probe.marks.text);
          results.add(`${place}, ${label}`, name, await page.evaluate(() => window.probe.marks.text));
          if (errors.length > 0) say(`${name} ${place}: ${errors.join("; ")}`);
          if (run === 0 && label.startsWith("this machine, plain")) {
            await page.waitForTimeout(300);
            await compare(place, name, page);
          }
          await context.close();
        }
      }
    }
    await site.close();
  }
  say("Navigation to first session text (ms), the Huacao session:");
  say();
  results.print("");
  say();
}

/** The same, of readers who come back within the ten minutes for which a host such as GitHub Pages lets a browser keep an answer. No service worker, which would answer without any network. */
async function again() {
  const results = new Table();
  const site = await serve({ root, brotli: true, maxAge: 600 });
  for (const [label, network] of [["this machine", null], ["60 ms, 10 Mbit/s", MOBILE]]) {
    for (let run = 0; run < runs; run += 1) {
      for (const { place, query, text } of HUACAO) {
        for (const [name, path] of turns(run)) {
          const { context, page, errors } = await open(network);
          await page.addInitScript((selector) => window.probe.watch("text", selector), text);
          // Twice: Chromium keeps the compiled program from the second time on.
          for (let visit = 0; visit < 3; visit += 1) {
            await page.goto("about:blank");
            await page.goto(site.url + path + query);
            await page.waitForFunction(() => window.probe.marks.text);
          }
          results.add(`${place}, ${label}`, name, await page.evaluate(() => window.probe.marks.text));
          if (errors.length > 0) say(`${name} ${place}: ${errors.join("; ")}`);
          await context.close();
        }
      }
    }
  }
  await site.close();
  say("Navigation to first session text (ms), third visit, everything in the browser's cache:");
  say();
  results.print("");
  say();
}

/** Opening a large local file, then the speech in it. */
async function large() {
  const made = generate({ mb: Number(values.mb) });
  const file = join(here, "out", `${made.session.id}.json`);
  writeFileSync(file, made.json);
  const site = await serve({ root, brotli: true });
  const time = new Table();
  const memory = new Table();
  const works = new Map();
  const { speech, block, sentence } = made.last;
  for (let run = 0; run < runs; run += 1) {
    for (const [name, path] of turns(run)) {
      const { context, page, cdp, errors } = await open();
      await page.goto(site.url + path);
      await fileField(page);
      await page.waitForTimeout(500);
      const before = new Map((await renderers()).map((id) => [id, status(id).VmRSS]));

      await page.evaluate(() => {
        window.probe.start();
        window.probe.watch("overview", "main .head .facts"); // not the heading: the front page has one, too
      });
      await page.setInputFiles("input[type=file]", file);
      await page.waitForFunction(() => window.probe.marks.overview, null, { polling: 50 });
      await page.waitForTimeout(300);
      const opening = await page.evaluate(() => {
        const { marks, stop, longest } = window.probe;
        return { text: marks.overview - marks.change, gap: stop(), longest: longest(marks.change, marks.overview + 300) };
      });
      time.add("file chosen → overview", name, opening.text);
      time.add("longest task while opening", name, opening.longest);
      time.add("longest gap of a 5 ms timer while opening", name, opening.gap);
      if (run === 0) await compare("overview of the large session", name, page);

      await page.evaluate(([speech, block]) => {
        const { probe } = window;
        probe.start();
        probe.watch("first", ".prose .para p");
        probe.watchId("all", `b-${block}`);
        document.querySelector(`main a[href$="p=speeches/${speech}"]`).click();
      }, [speech, block]);
      await page.waitForFunction(() => window.probe.marks.all && window.probe.marks.first, null, { polling: 100, timeout: 120_000 });
      await page.waitForTimeout(1000);
      const reading = await page.evaluate(() => {
        const { marks, stop, longest } = window.probe;
        return { first: marks.first - marks.click, all: marks.all - marks.click, gap: stop(), longest: longest(marks.click, marks.all + 1000) };
      });
      time.add("speech clicked → first paragraph", name, reading.first);
      time.add("speech clicked → all paragraphs", name, reading.all);
      time.add("longest task while building", name, reading.longest);
      time.add("longest gap of a 5 ms timer while building", name, reading.gap);
      if (run === 0) await compare("speech of the large session", name, page);

      const pid = await grown(before);
      memory.add("most resident memory of the renderer, while opening and building", name, status(pid).VmHWM / 1024);
      await cdp.send("HeapProfiler.collectGarbage");
      await page.waitForTimeout(300);
      const heap = await cdp.send("Runtime.getHeapUsage");
      memory.add("resident memory of the renderer, all shown", name, status(pid).VmRSS / 1024);
      memory.add("the same, above the empty page", name, (status(pid).VmRSS - (before.get(pid) ?? 0)) / 1024);
      memory.add("JavaScript heap in use", name, heap.usedSize / 2 ** 20);
      memory.add("DOM heap in use", name, (heap.embedderHeapUsedSize ?? 0) / 2 ** 20);
      memory.add("wasm memory", name, (await page.evaluate(() => window.probe.wasmBytes())) / 2 ** 20);

      const scrolling = await page.evaluate(async (block) => {
        const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        const last = document.getElementById(`b-${block}`);
        const isSeen = () => { const { top, bottom, height } = last.getBoundingClientRect(); return height > 0 && top < innerHeight && bottom > 0; };
        window.probe.start();
        const start = performance.now();
        let tries = 0;
        do {
          scrollTo(0, document.documentElement.scrollHeight - document.querySelector(".foot").offsetHeight - innerHeight / 2);
          tries += 1;
          await frame();
        } while (!isSeen() && tries < 50);
        return { isSeen: isSeen(), time: performance.now() - start, gap: window.probe.stop() };
      }, block);
      works.set(`last paragraph seen after scrolling to the end, ${name}`, scrolling.isSeen);
      time.add("scrolled to the end → last paragraph painted", name, scrolling.time);
      // The first search lays out the whole text, which takes long and varies little.
      const finding = run < 3 && await page.evaluate(async ([block, sentence]) => {
        scrollTo(0, 0);
        getSelection().removeAllRanges();
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        const start = performance.now();
        const isFound = window.find(sentence);
        const time = performance.now() - start;
        return { isFound: isFound && document.getElementById(`b-${block}`).contains(getSelection().anchorNode), time };
      }, [block, sentence]);
      if (finding) {
        works.set(`sentence of the last paragraph found by window.find, ${name}`, finding.isFound);
        time.add("first window.find, from the top to the last paragraph (3 times)", name, finding.time);
      }
      if (errors.length > 0) say(`${name}: ${errors.join("; ")}`);
      await context.close();
    }
  }
  await site.close();
  say(`A ${values.mb} MB session (${made.blocks} blocks in one speech) opened from a local file (ms):`);
  say();
  time.print("");
  say();
  say("Memory (MiB):");
  say();
  memory.print("");
  say();
  for (const [what, does] of works) say(`- ${what}: ${does ? "yes" : "NO"}`);
}

/** What is typed in the filter: from every line down to a few, and half the way back. */
const KEYS = ["2", "0", "5", "0", "3", "1", "2", "Backspace", "Backspace", "Backspace", "Backspace", "Backspace"];

/** Opening a budget of many lines from a local file, then filtering, changing the unit, sorting, opening all. */
async function budget() {
  const made = generateBudget({ lines: Number(values.lines) });
  const file = join(here, "out", `${made.session.id}.json`);
  writeFileSync(file, made.json);
  const site = await serve({ root, brotli: true });
  const time = new Table();
  for (let run = 0; run < runs; run += 1) {
    for (const [name, path] of turns(run, BUDGET_PAGES)) {
      const { context, page, errors } = await open();
      await page.goto(site.url + path);
      await fileField(page);
      await page.waitForTimeout(500);

      // Whoever opens the file goes to its budget at once.
      await page.evaluate(() => {
        const { probe } = window;
        probe.watch("tab", ".tabs a[href*='p=budget']");
        probe.watch("row", "[data-row] th");
        const wait = new MutationObserver(() => {
          const tab = document.querySelector(".tabs a[href*='p=budget']");
          if (!tab) return;
          wait.disconnect();
          tab.click();
        });
        wait.observe(document, { childList: true, subtree: true });
      });
      await page.setInputFiles("input[type=file]", file);
      await page.waitForFunction(() => window.probe.marks.row, null, { polling: 50 });
      await page.waitForTimeout(400);
      const opening = await page.evaluate(() => {
        const { marks, longest } = window.probe;
        return { row: marks.row - marks.change, longest: longest(marks.change, marks.row + 300) };
      });
      time.add("file chosen → first line of the table", name, opening.row);
      time.add("longest task while opening", name, opening.longest);
      if (run === 0) await compare("budget, as opened", name, page, "table.figures");

      const start = await page.evaluate(() => {
        window.probe.changes("table.figures");
        document.querySelector("main input[type=search]").focus();
        return performance.now();
      });
      const keys = [];
      /** Does it, waits until the table is whole and at rest, and says how long it took from the event. */
      const measured = async (event, act) => {
        await page.evaluate((event) => window.probe.from(event), event);
        await act();
        await page.waitForFunction(() => window.probe.atRest(), null, { polling: 20 });
        return page.evaluate(() => window.probe.took());
      };
      for (const key of KEYS) keys.push(await measured("keydown", () => page.keyboard.press(key)));
      time.add("filter keystroke → frame with the changed table, median of 12", name, median(keys.map(({ first }) => first)));
      time.add("the same, worst of 12", name, Math.max(...keys.map(({ first }) => first)));
      time.add("filter keystroke → frame with all its lines (400 at most), median of 12", name, median(keys.map(({ whole }) => whole)));
      time.add("the same with all its lines, worst of 12", name, Math.max(...keys.map(({ whole }) => whole)));
      if (run === 0) await compare("budget, filtered by 20", name, page, "table.figures");
      const press = (selector) => measured("click", () => page.evaluate((selector) => document.querySelector(selector).click(), selector));
      time.add("another unit → frame with the changed table", name, (await press("a[data-key^=yuan]")).first);
      time.add("sorted by a column → frame with the changed table", name, (await press("[role=columnheader] a[data-key=执行]")).first);
      if (run === 0) await compare("budget, filtered, in yuan, sorted", name, page, "table.figures");
      await measured("keydown", () => page.keyboard.press("Backspace"));
      await measured("keydown", () => page.keyboard.press("Backspace"));
      time.add("all branches opened → frame with the changed table", name, (await press("[data-act=open-all]")).first);
      time.add("all lines open, sorted by another column → frame with the changed table", name, (await press("[role=columnheader] a[data-key=年初预算]")).first);
      time.add("longest task from the first keystroke on", name, await page.evaluate((start) => window.probe.longest(start, performance.now()), start));
      if (run === 0) await compare("budget, all open, in yuan, sorted", name, page, "table.figures");
      if (errors.length > 0) say(`${name}: ${errors.join("; ")}`);
      await context.close();
    }
  }
  await site.close();
  say(`A budget of ${values.lines} lines in one table (${(Buffer.byteLength(made.json) / 1e6).toFixed(1)} MB, six figures a line) opened from a local file (ms).`);
  say("Both pages show 20 lines at once and the others up to 400 in turns; the filter is pressed as 2 0 5 0 3 1 2 and five times Backspace:");
  say();
  time.print("");
  say();
}

function turns(run, pages = PAGES) {
  const both = Object.entries(pages);
  return run % 2 === 0 ? both : both.reverse();
}

/** Whether both pages have the same elements, classes and texts in an element. */
async function compare(place, name, page, inside = "main") {
  const seen = await page.evaluate((inside) => {
    const out = [];
    const walk = (node) => {
      for (const child of node.childNodes) {
        if (child.nodeType === Node.TEXT_NODE) {
          if (typeof out.at(-1) === "string" && out.at(-1).startsWith("#")) out[out.length - 1] += child.data;
          else if (child.data) out.push(`#${child.data}`);
        } else if (child.nodeType === Node.ELEMENT_NODE) {
          const attributes = [...child.attributes].map(({ name, value }) => `${name}=${value}`).sort().join(" ");
          out.push(`<${child.localName} ${attributes}>`);
          walk(child);
          out.push("</>");
        }
      }
    };
    walk(document.querySelector(inside));
    return { elements: document.querySelectorAll(`${inside} *`).length, out };
  }, inside);
  compare.seen ??= new Map();
  const other = compare.seen.get(place);
  if (!other) return compare.seen.set(place, seen);
  const at = seen.out.findIndex((line, i) => line !== other.out[i]);
  if (at < 0 && seen.out.length === other.out.length) return console.error(`[same DOM] ${place}: ${seen.elements} elements`);
  return console.error(`[DOM differs] ${place}: ${other.elements} and ${seen.elements} elements; first\n  ${other.out.slice(at - 1, at + 3).join(" ")}\n  ${seen.out.slice(at - 1, at + 3).join(" ")} (${name})`);
}

async function renderers() {
  const cdp = await browser.newBrowserCDPSession();
  const { processInfo } = await cdp.send("SystemInfo.getProcessInfo");
  await cdp.detach();
  return processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
}
/** The page's renderer: the one that grew most. It need not be new: Chromium keeps a spare one. */
async function grown(before) {
  const growth = (id) => status(id).VmRSS - (before.get(id) ?? 0);
  return (await renderers()).sort((a, b) => growth(b) - growth(a))[0];
}
function status(pid) {
  const text = readFileSync(`/proc/${pid}/status`, "utf8");
  const field = (name) => Number(text.match(new RegExp(`^${name}:\\s*(\\d+)`, "m"))?.[1] ?? 0);
  return { VmRSS: field("VmRSS"), VmHWM: field("VmHWM") };
}

/** Figures by row, of ours and of the yardstick. */
class Table {
  rows = new Map();

  add(row, name, value) {
    if (!this.rows.has(row)) this.rows.set(row, { ours: [], yardstick: [] });
    this.rows.get(row)[name].push(value);
  }

  print(head) {
    const show = (numbers) => {
      const sorted = [...numbers].sort((a, b) => a - b);
      const places = median(numbers) < 10 ? 1 : 0;
      return `${median(numbers).toFixed(places)} (${sorted[0].toFixed(places)}–${sorted.at(-1).toFixed(places)})`;
    };
    say(`| ${head} | ours | yardstick | ratio |`);
    say("|---|---:|---:|---:|");
    for (const [row, { ours, yardstick }] of this.rows) {
      const below = median(yardstick);
      say(`| ${row} | ${show(ours)} | ${show(yardstick)} | ${below > 0 ? (median(ours) / below).toFixed(2) : "–"} |`);
    }
  }
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const browser = await launch();
const machine = `${cpus().length} × ${cpus()[0].model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, Chromium ${browser.version()} headless`;
try {
  say(`${new Date().toISOString().slice(0, 10)} · ${machine} · ${runs} loads each, ours and the yardstick in turn; median (least–most)`);
  say();
  if (parts.includes("cold")) await cold();
  if (parts.includes("again")) await again();
  if (parts.includes("large")) await large();
  if (parts.includes("budget")) await budget();
} finally {
  await browser.close();
}
mkdirSync(dirname(values.out), { recursive: true });
writeFileSync(values.out, `${lines.join("\n")}\n`);
