// How soon the single file shows something, beside the served site. Prints, asserts nothing.
//
//   node bench/file.mjs [--runs 7] [--dist dist] [--file yishi-of-one-session.html]
//
// Every opening is cold: a new browser context. The file holds the Huacao session and is made by `yishi pack` unless one is named.
// “First text” is the first paint with content: in the file its digest, on the site what the program shows. “Session” is the program's own
// page of the session. Figures are medians (least–most), in milliseconds since the navigation began.

import { execFileSync } from "node:child_process";
import { mkdirSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { fileURLToPath, pathToFileURL } from "node:url";
import { launch, newContext, SCREENS } from "../scripts/chromium.mjs";
import { serve } from "../scripts/serve.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "7" },
    dist: { type: "string", default: join(here, "../dist") },
    file: { type: "string" },
  },
});
const file = resolve(values.file ?? join(here, "out/huacao.html"));
if (!values.file) {
  mkdirSync(dirname(file), { recursive: true });
  const words = ["pack", "public/data/sessions/huacao-6-6.json", "-o", file, "--app", join(values.dist, "yishi-app.html")];
  execFileSync("cargo", ["run", "--locked", "--quiet", "--bin", "yishi", "--", ...words], { cwd: join(here, ".."), stdio: "inherit" });
}
for (const path of [file, join(values.dist, "yishi.html"), join(values.dist, "yishi-app.html")]) console.log(`${statSync(path).size} bytes  ${path}`);

const site = await serve({ root: values.dist, brotli: true });
await fetch(site.url).then((answer) => answer.text());
const browser = await launch();
const places = { file: `${pathToFileURL(file).href}?s=huacao-6-6`, site: `${site.url}?s=huacao-6-6` };
// A processor four times slower stands for a phone.
for (const [label, slowdown] of [["this machine", 1], ["four times slower", 4]]) {
  const times = {};
  for (let run = -1; run < Number(values.runs); run += 1) {
    for (const [name, address] of Object.entries(places)) {
      const context = await newContext(browser, { ...SCREENS.phone });
      const page = await context.newPage();
      const cdp = await context.newCDPSession(page);
      await cdp.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
      await page.goto(address);
      const session = await page.waitForFunction(() => document.querySelector("main .head h1") && performance.now()).then((handle) => handle.jsonValue());
      const first = await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime);
      // The first round warms the server's compression and the disk.
      if (run >= 0) (times[name] ??= []).push({ "first text": first, session });
      await context.close();
    }
  }
  for (const what of ["first text", "session"]) {
    const figures = Object.entries(times).map(([name, all]) => {
      const sorted = all.map((one) => one[what]).sort((a, b) => a - b).map(Math.round);
      return `${name} ${sorted[sorted.length >> 1]} (${sorted[0]}–${sorted.at(-1)})`;
    });
    console.log(`${label}, ${what}: ${figures.join(", ")}`);
  }
}
await browser.close();
await site.close();
