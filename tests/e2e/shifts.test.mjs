// Nothing moves by itself: no page shifts its layout by 0.02 when what comes later is there.

import { SCREENS } from "../../scripts/chromium.mjs";
import { expect, test } from "./fixtures.mjs";
import { painted } from "./helpers.mjs";
import { archived } from "./material.mjs";

const SAMPLE = archived("sample-1-5");
const BODY = `?body=${encodeURIComponent(SAMPLE.assembly.name)}`;

/** Every kind of page, each with what of it comes last. */
const PAGES = {
  "the front page": ["", ".newest .sessions li >> nth=2"],
  "the list": ["?list=all", ".sessions li >> nth=9"],
  "an overview": ["?s=sample-1-5", ".chips.subjects li >> nth=0"],
  "an overview with texts only": ["?s=huacao-6-6", ".chips.subjects li >> nth=0"],
  "the budgets": ["?s=sample-1-5&p=budget", ".rows .badge >> nth=2"],
  "a budget": ["?s=daxing-19-10&p=budget/final-2024", "section.audit h2"],
  "a budget of half a year": ["?s=huangpu-2024-half&p=budget/half-2024", "section.audit h2"],
  "a large budget": ["?s=sample-1-5&p=budget/budget-2024", "section.audit h2"],
  "a picture": ["?s=sample-1-5&p=budget/budget-2024&pic=share", "svg.scene"],
  "a line": ["?s=sample-1-5&p=budget/budget-2024/g-213", ".line-card"],
  "no budget": ["?s=huacao-6-6&p=budget", ".say"],
  "the suggestions": ["?s=sample-1-5&p=suggestions", ".rows li >> nth=0"],
  "a suggestion": ["?s=sample-1-5&p=suggestions/sg-2023-04", ".decided li >> nth=0"],
  "the projects": ["?s=sample-1-5&p=projects", ".rows li >> nth=0"],
  "a project": ["?s=sample-1-6&p=projects/pj-2024-drinking-water", ".decided li >> nth=0"],
  "the reports": ["?s=huacao-6-6&p=speeches", ".content h1"],
  "a report": ["?s=huacao-6-6&p=speeches/work-report", ".para >> nth=3"],
  "a paragraph": ["?s=huacao-6-6&p=speeches/closing&at=closing-p10", ".hit .tools"],
  "the votes": ["?s=sample-1-5&p=decisions", ".card >> nth=0"],
  "a vote": ["?s=sample-1-4&p=votes/v-budget", ".card.hit"],
  "the agenda": ["?s=huacao-6-6&p=agenda", ".agenda li >> nth=0"],
  "an item": ["?s=huacao-6-6&p=agenda/a-work-report", ".agenda li >> nth=0"],
  "the people": ["?s=huacao-6-6&p=people", ".people li >> nth=0"],
  "the terms": ["?s=huacao-6-6&p=glossary", ".terms dt >> nth=0"],
  "the sources": ["?s=huacao-6-6&p=documents", ".content h1"],
  "a subject": ["?s=sample-1-5&t=roads", ".found li >> nth=0"],
  "a subject over sessions": ["?t=roads", ".over h2 >> nth=0"],
  "a search": ["?s=huacao-6-6&q=华漕", "[data-hit] >> nth=0"],
  "a search everywhere": ["?q=报告", ".answers h2 >> nth=0"],
  "two sessions": ["?compare=sample-1-4,sample-1-5", "#people table >> nth=0"],
  "a body": [BODY, ".names li >> nth=0"],
  "a person over sessions": [`${BODY}&person=${SAMPLE.people[0].id}`, "section h2 >> nth=0"],
};

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
