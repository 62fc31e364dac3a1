// How soon the results follow a key that is typed into the search field, in a session of 10 MB opened from a file.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { newContext } from "../../scripts/chromium.mjs";
import { generate } from "../generate.mjs";
import { quantile } from "./figures.mjs";

const probe = readFileSync(new URL("../probe.js", import.meta.url), "utf8");
/** What is typed, then taken back letter by letter: common and rare words, two terms, figures, something that is nowhere. */
const TYPED = ["老旧小区的管线", "农贸市场的摊位", "财政统筹使用", "第二季度财政所", "居民出行比以前方便", "投入36万元", "闲置厂房 消防", "公共厕所31处", "全文至此结束", "没有这样的话", "陆知远", "卫生服务站公示"];

/**
 * Types it all: milliseconds from each key to the frame with changed results, to the change itself, and of the main thread's processor time until all
 * is at rest; the very first key apart.
 */
export async function keystrokes({ browser, url, folder, mb = 10, slowdown = 1 }) {
  const made = generate({ mb });
  const file = join(folder, `${made.session.id}.json`);
  writeFileSync(file, made.json);
  const context = await newContext(browser, { lang: "zh" });
  await context.addInitScript(probe);
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await page.goto(url);
  await page.locator(".bar > button.tool").first().click();
  await page.waitForSelector("input[type=file]", { state: "attached" });
  await page.waitForTimeout(500);
  await page.setInputFiles("input[type=file]", file);
  await page.waitForSelector(".tabs");
  await page.waitForTimeout(1500);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  await page.evaluate(() => {
    window.probe.changes("main .search");
    document.getElementById("find").focus();
  });
  // Of the thread and not of the clock: what others do on the machine does not count.
  await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
  const worked = async () => (await cdp.send("Performance.getMetrics")).metrics.find(({ name }) => name === "TaskDuration").value * 1000;
  const times = [];
  for (const text of TYPED) {
    for (const key of [...text, ...Array.from(text, () => "Backspace")]) {
      await page.evaluate(() => window.probe.from("keydown"));
      const before = await worked();
      // A key that makes a Chinese character, as the last key of an input method does.
      const pressed = key === "Backspace" ? { key, code: key, windowsVirtualKeyCode: 8 } : { key, text: key, unmodifiedText: key };
      await cdp.send("Input.dispatchKeyEvent", { type: "keyDown", ...pressed });
      await cdp.send("Input.dispatchKeyEvent", { type: "keyUp", key: pressed.key });
      await page.waitForFunction(() => window.probe.atRest(), null, { polling: 20, timeout: 20_000 });
      const work = (await worked()) - before;
      times.push({ ...(await page.evaluate(() => window.probe.took())), work });
    }
  }
  const found = await page.evaluate(() => document.querySelector("main .search [role=status]")?.textContent);
  await context.close();
  const [start, ...rest] = times;
  const figures = (of) => ({ p50: quantile(rest.map(of), 0.5), p95: quantile(rest.map(of), 0.95), most: Math.max(...rest.map(of)) });
  return { blocks: made.blocks, bytes: Buffer.byteLength(made.json), keys: rest.length, start, frame: figures(({ first }) => first), change: figures(({ change }) => change), work: figures(({ work }) => work), found };
}
