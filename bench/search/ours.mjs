// Our search, driven as a reader has it: the page, its address, what is shown. Of the page it needs `main .search` with a status line, links that have
// `data-hit`, and buttons with the keys `stop` (it is searching), `earlier` and `more` (there is more).

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { newContext } from "../../scripts/chromium.mjs";

const probe = readFileSync(new URL("../probe.js", import.meta.url), "utf8");
/** An answer that takes longer than this is none. */
const PATIENCE = 180_000;

/** A page with nothing stored, at a place, at rest. */
export async function openOurs(browser, url, place = "") {
  const context = await newContext(browser, { lang: "zh" });
  await context.addInitScript(probe);
  const page = await context.newPage();
  page.on("pageerror", (error) => console.error(error.message));
  await page.goto(url + place);
  await page.waitForSelector("main h1");
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => {
    const isDone = () => {
      const status = document.querySelector("main .search [role=status]");
      return Boolean(status?.textContent) && !/正在/.test(status.textContent) && !document.querySelector("main [data-key=stop]");
    };
    window.ours = {
      isDone,
      /** Goes to a search, as a link would. */
      ask(search) {
        document.querySelectorAll("main .search [data-hit]").forEach((link) => link.closest("section").remove());
        const status = document.querySelector("main .search [role=status]");
        if (status) status.textContent = "";
        delete window.probe.marks.hit;
        window.probe.watch("hit", "main .search [data-hit]");
        const start = performance.now();
        window.ours.start = start;
        history.pushState(null, "", search);
        dispatchEvent(new PopStateEvent("popstate"));
      },
      /** Waits for the end of what was asked, painted: milliseconds to the first result (null where there is none) and to the end. */
      async end() {
        while (!isDone()) await new Promise((next) => setTimeout(next, 2));
        const last = performance.now();
        await new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
        const { hit } = window.probe.marks;
        return { first: hit ? hit - window.ours.start : null, last: last - window.ours.start };
      },
      /** Presses a button until it is gone; how often. */
      async press(key, most) {
        let times = 0;
        for (let button; times < most && (button = document.querySelector(`main [data-key=${key}]`)); times += 1) {
          button.click();
          await new Promise((next) => setTimeout(next));
          while (!isDone()) await new Promise((next) => setTimeout(next, 2));
        }
        return times;
      },
      status: () => document.querySelector("main .search [role=status]").textContent,
      hits: () => [...document.querySelectorAll("main [data-hit]")].map((link) => link.getAttribute("href")),
      sessions: () => [...document.querySelectorAll("main .search section > h2 a")].map((link) => link.getAttribute("href")),
    };
  });
  return page;
}

/** Asks and waits: `{ first, last }` in milliseconds. */
export async function ask(page, search) {
  page.setDefaultTimeout(PATIENCE);
  await page.evaluate((search) => window.ours.ask(search), search);
  return page.evaluate(() => window.ours.end());
}

/** What the files of an index are, by the letter in their head. */
const PARTS = { R: "index", P: "index", L: "index", T: "names", D: "readings", N: "readings" };

/** Sorts what was asked for into parts: index, names (the table of sessions), sessions, and all else; `{ part: { requests, bytes } }`. */
export function parted(log, data) {
  const parts = {};
  for (const { path, bytes } of log) {
    let part = "other";
    if (path.includes("/data/sessions/")) part = "sessions";
    else if (path.includes("/data/search/")) part = PARTS[kindOf(join(data, path.slice(path.indexOf("/data/") + 6)))] ?? "index";
    parts[part] ??= { requests: 0, bytes: 0 };
    parts[part].requests += 1;
    parts[part].bytes += bytes;
  }
  return parts;
}

const kinds = new Map();
function kindOf(path) {
  if (!kinds.has(path)) kinds.set(path, String.fromCharCode(gunzipSync(readFileSync(path))[4]));
  return kinds.get(path);
}
