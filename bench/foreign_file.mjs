// How long a file of an office takes in the page: from choosing it to the list of what was found, and the longest time that the page did not answer meanwhile.
// Prints, asserts nothing.
//
//   scripts/build && node bench/foreign_file.mjs FILE… [--times 5] [--dist dist]

import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { launchOptions } from "../scripts/chromium.mjs";
import { serve } from "../scripts/serve.mjs";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { times: { type: "string", default: "5" }, dist: { type: "string", default: "dist" } } });
const FIELD = "dialog input[type=file]";

/** In the page: notes when the file is chosen, when something is found, and every task of more than 50 ms after that. */
function watch(field) {
  const seen = globalThis.seen = { longest: 0 };
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) if (startTime + duration > seen.chosen) seen.longest = Math.max(seen.longest, duration);
  }).observe({ entryTypes: ["longtask"] });
  document.querySelector(field).addEventListener("change", () => {
    seen.chosen = performance.now();
  }, { capture: true });
  new MutationObserver(() => {
    if (!seen.found && document.querySelector(".found-tables li, .complaint, .foreign form")) seen.found = performance.now();
  }).observe(document, { subtree: true, childList: true });
}

const server = await serve({ root: values.dist, prefix: "/here" });
const browser = await chromium.launch(launchOptions());
console.log("| file | chosen to listed, ms | longest task, ms |\n|---|--:|--:|");
for (const file of positionals) {
  const runs = [];
  for (let n = 0; n < Number(values.times); n += 1) {
    // A reader who comes for the first time: nothing is in a cache.
    const page = await (await browser.newContext({ locale: "zh-CN" })).newPage();
    await page.goto(server.url);
    await page.locator("main h1").waitFor();
    await page.locator("header").getByRole("button", { name: "打开" }).click();
    await page.locator(FIELD).waitFor({ state: "attached" });
    await page.evaluate(watch, FIELD);
    await page.locator(FIELD).setInputFiles(file);
    await page.waitForFunction(() => globalThis.seen.found);
    // The task in which it was found ends before this.
    await page.evaluate(() => new Promise((done) => setTimeout(done, 200)));
    const { chosen, found, longest } = await page.evaluate(() => globalThis.seen);
    runs.push([found - chosen, longest]);
    await page.context().close();
  }
  const median = (at) => Math.round(runs.map((run) => run[at]).sort((a, b) => a - b)[Math.floor(runs.length / 2)]);
  console.log(`| ${file.split("/").pop()} | ${median(0)} | ${median(1)} |`);
}
await browser.close();
await server.close();
