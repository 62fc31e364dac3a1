// Layout: nothing is wider than the screen, and paper gets the text without the tools.

import { SCREENS } from "../../scripts/chromium.mjs";
import { expect, test } from "./fixtures.mjs";
import { drop, goTo } from "./helpers.mjs";
import { answer, fixture, hostile, long, PLACES_OF_HOSTILE, TEXTS } from "./material.mjs";

const PLACES = [
  "", "?list=all", "?place=火星", ...["", "&p=agenda", "&p=agenda/a-work-report", "&p=speeches", "&p=speeches/work-report", "&p=decisions", "&p=people", "&p=glossary", "&p=documents", "&p=none"].map((place) => `?s=huacao-6-6${place}`),
  "?s=xipeng-20-11&p=decisions", "?s=gaohang-3-6&p=votes/v-budget-plan", "?s=none",
  "?s=sample-1-5", "?s=sample-1-5&p=suggestions", "?s=sample-1-5&p=suggestions/sg-2023-04", "?s=sample-1-4&p=projects", "?s=sample-1-6&p=projects/pj-2024-drinking-water",
  "?s=sample-1-4&p=decisions", "?s=sample-1-6&p=people",
  "?s=huacao-6-6&q=华漕", "?s=huacao-6-6&q=没有这样的话", "?s=huacao-6-6&p=search", "?q=报告", "?s=huacao-6-6&p=speeches/closing&at=closing-p3&q=华漕",
];
/** What of a place comes after its heading, from other files. */
const LATE = {
  "?s=sample-1-5&p=suggestions/sg-2023-04": ".decided li",
  "?s=sample-1-6&p=projects/pj-2024-drinking-water": ".decided li",
  "?s=huacao-6-6&q=华漕": "[data-hit]",
  "?q=报告": ".answers h2",
  "?s=huacao-6-6&p=speeches/closing&at=closing-p3&q=华漕": "mark.current",
};
/** What sticks out to the right of the screen, in text of each of these sizes, where the page as a whole can be moved sideways: for `expect.poll`. */
const tooWide = (page, sizes = ["normal"]) => page.evaluate((sizes) => sizes.flatMap((size) => {
  document.documentElement.dataset.size = size;
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const right = (element) => Math.round(element.getBoundingClientRect().right);
  const out = [...document.querySelectorAll("body *")].filter((element) => right(element) > clientWidth + 1);
  return [`${size}: ${scrollWidth} > ${clientWidth}`, ...out.slice(0, 5).map((element) => `${element.tagName}.${element.className} ${right(element)}`)];
}), sizes);
const expectNarrow = (page, place, sizes) => expect.poll(() => tooWide(page, sizes), { message: place }).toEqual([]);

const SMALL = { width: 360, height: 740 };

// What is shown depends on none of the sizes, and how it is laid out on style sheets only: a place is opened once and looked at in each of them.
for (const [name, lang, sizes, viewport] of [
  ["on a phone 360 px wide", "zh", ["normal"], SMALL],
  // English has the longer words.
  ["on a phone 360 px wide, in English, and with very large text", "en", ["normal", "huge"], SMALL],
  ["at 200 % zoom", "en", ["normal"], { width: 640, height: 400 }],
]) {
  test.describe(() => {
    test.use({ ...SCREENS.phone, lang, viewport });
    test(`no page is wider than the screen ${name}`, async ({ open, page, troubles }) => {
      troubles.allow(/404.*none/);
      await open();
      for (const place of PLACES) {
        await goTo(page, place);
        await expect(page.locator("main").locator(LATE[place] ?? "h1").first(), place).toBeVisible();
        await expectNarrow(page, place, sizes);
      }
      await page.locator("header details summary").click();
      await expect(page.locator(".menu-body")).toBeVisible();
      await expectNarrow(page, "the menu", sizes);
      await page.locator("header").getByRole("button", { name: TEXTS[lang].open_file }).click();
      await expect(page.locator("dialog[open]")).toBeVisible();
      await expectNarrow(page, "the dialog", sizes);
    });
  });
}

test.describe(() => {
  test.use({ ...SCREENS.phone, viewport: SMALL });
  test("words without end and tables of many columns do not widen the page", async ({ open, page }) => {
    await page.route("**/data/sessions/hostile.json", answer(hostile(`https://${"a".repeat(300)}.example/${"0".repeat(200)}`)));
    for (const [at, place] of PLACES_OF_HOSTILE.entries()) {
      await (at === 0 ? open(`?s=hostile${place}`) : goTo(page, `?s=hostile${place}`));
      await expectNarrow(page, place);
    }
    const session = JSON.parse(fixture("full.json", "valid"));
    session.speeches[0].blocks.find((block) => block.kind === "table").items = Array(3).fill(Array(20).fill("一般公共预算收入").join("\t"));
    await drop(page, "wide.json", JSON.stringify(session));
    await expect(page).toHaveURL(/\?s=full/);
    await goTo(page, "?s=full&p=speeches/s-work");
    await expect(page.locator("main table tr")).toHaveCount(3);
    await expectNarrow(page, "a table");
  });
});

test("paper gets the whole text and none of the tools", async ({ open, page }) => {
  await page.route("**/data/sessions/big.json", answer(long("big", 400)));
  await open("?s=big&p=speeches/report");
  await expect(page.locator(".para")).toHaveCount(400);
  // Printing takes the light scheme by itself, but not where the reader chose the dark one.
  await page.evaluate(() => (document.documentElement.dataset.theme = "dark"));
  await page.emulateMedia({ media: "print" });
  for (const tool of [".bar", ".tabs", ".foot", ".skip", ".toast"]) await expect(page.locator(tool)).toBeHidden();
  const onPaper = () => page.evaluate(() => {
    const options = { contentVisibilityAuto: true, opacityProperty: true, visibilityProperty: true };
    const tools = [...document.querySelectorAll("main button:not(.term), .tools")].filter((element) => element.checkVisibility());
    const unseen = [...document.querySelectorAll(".para p, .prose h2, main h1")].filter((element) => !element.checkVisibility(options) || element.getBoundingClientRect().height < 10);
    const colors = [getComputedStyle(document.documentElement).backgroundColor, getComputedStyle(document.querySelector(".para p")).color];
    return { tools: tools.length, unseen: unseen.length, colors };
  });
  await expect.poll(onPaper).toEqual({ tools: 0, unseen: 0, colors: ["rgb(255, 255, 255)", "rgb(0, 0, 0)"] });
});
