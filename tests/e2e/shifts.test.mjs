// Nothing moves by itself: no page shifts its layout by 0.02 when what comes later is there.

import { SCREENS } from "../../scripts/chromium.mjs";
import { expect, test } from "./fixtures.mjs";
import { painted } from "./helpers.mjs";
import { PAGES } from "./pages.mjs";

/** Pages that keep room for what comes later. */
const KEPT = ["the front page", "an overview", "the budgets", "a budget", "a paragraph"];

/** Adds up how far the page moves by itself, and remembers what moved. */
const WATCH = () => {
  globalThis.shifts = { sum: 0, sources: [] };
  const name = (node) => (node instanceof Element ? `${node.tagName}.${node.className}` : node?.nodeName);
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries()) {
      if (hadRecentInput) continue;
      globalThis.shifts.sum += value;
      globalThis.shifts.sources.push(...sources.map(({ node, previousRect, currentRect }) => `${value.toFixed(4)} ${name(node)} ${previousRect.top}+${previousRect.height} -> ${currentRect.top}+${currentRect.height}`));
    }
  }).observe({ type: "layout-shift", buffered: true });
};

for (const [screen, options] of [["phone", { ...SCREENS.phone, viewport: { width: 360, height: 740 } }], ["desktop", SCREENS.desktop]]) {
  for (const lang of ["zh", "en"]) {
    test.describe(() => {
      test.use({ ...options, lang });
      // Other words are of another length, for which the same room is kept.
      const pages = Object.entries(PAGES).filter(([name]) => lang === "zh" || KEPT.includes(name));
      for (const [name, [place, last]] of pages) {
        test(`nothing moves on ${name} (${screen}, ${lang})`, async ({ open, page }) => {
          await page.addInitScript(WATCH);
          // A part comes when what stands for it has been seen, as on a slow network.
          await page.route(/yishi-(answers|budget|home|pages|search|subjects)-[0-9a-f]+\.wasm$/, async (route) => {
            await page.waitForSelector("main *", { state: "attached" });
            await painted(page);
            await route.continue();
          });
          await open(place);
          await expect(page.locator("main").locator(last)).toBeAttached();
          await painted(page);
          const moved = () => page.evaluate(() => (globalThis.shifts.sum < 0.02 ? [] : globalThis.shifts.sources));
          await expect.poll(moved).toEqual([]);
          // What the page fetches for later is not waited for.
          await page.unrouteAll({ behavior: "ignoreErrors" });
        });
      }
    });
  }
}
