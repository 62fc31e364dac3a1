// Layout: nothing is wider than the screen, and paper gets the text without the tools.

import assert from "node:assert/strict";
import { test } from "node:test";
import { drop, goTo, settled, withSite } from "./helpers.mjs";
import { answer, fixture, hostile, long, PLACES_OF_HOSTILE, TEXTS } from "./material.mjs";

const site = withSite();

const PLACES = [
  "", "?place=火星", ...["", "&p=agenda", "&p=agenda/a-work-report", "&p=speeches", "&p=speeches/work-report", "&p=decisions", "&p=people", "&p=glossary", "&p=documents", "&p=none"].map((place) => `?s=huacao-6-6${place}`),
  "?s=xipeng-20-11&p=decisions", "?s=gaohang-3-6&p=votes/v-budget-plan", "?s=none",
  "?s=sample-1-5", "?s=sample-1-5&p=suggestions", "?s=sample-1-5&p=suggestions/sg-2023-04", "?s=sample-1-4&p=projects", "?s=sample-1-6&p=projects/pj-2024-drinking-water",
  "?s=sample-1-4&p=decisions", "?s=sample-1-6&p=people",
  "?s=huacao-6-6&q=华漕", "?s=huacao-6-6&q=没有这样的话", "?s=huacao-6-6&p=search", "?q=报告", "?s=huacao-6-6&p=speeches/closing&at=closing-p3&q=华漕",
];
/** What sticks out to the right of the screen, where the page as a whole can be moved sideways. */
const tooWide = (page) => page.evaluate(() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  return [...document.querySelectorAll("body *")].filter((element) => element.getBoundingClientRect().right > clientWidth + 1).map((element) => `${element.tagName}.${element.className} ${Math.round(element.getBoundingClientRect().right)} > ${clientWidth}`).slice(0, 5);
});

const SMALL = { width: 360, height: 740 };
for (const [name, viewport, size, langs] of [
  ["on a phone 360 px wide", SMALL, "normal", ["zh", "en"]],
  // English has the longer words.
  ["on that phone with very large text", SMALL, "huge", ["en"]],
  ["at 200 % zoom", { width: 640, height: 400 }, "normal", ["en"]],
]) {
  test(`no page is wider than the screen ${name}`, async () => {
    for (const lang of langs) {
      const page = await site.open("", { screen: "phone", viewport, lang });
      await page.evaluate((size) => (document.documentElement.dataset.size = size), size);
      const found = {};
      for (const place of PLACES) {
        await goTo(page, place);
        const wide = await tooWide(page);
        if (wide.length > 0) found[place] = wide;
      }
      await page.locator("header details summary").click();
      await page.locator(".menu-body").waitFor();
      if ((await tooWide(page)).length > 0) found.menu = await tooWide(page);
      await page.locator("header").getByRole("button", { name: TEXTS[lang].open_file }).click();
      await page.locator("dialog[open]").waitFor();
      if ((await tooWide(page)).length > 0) found.dialog = await tooWide(page);
      assert.deepEqual(found, {}, lang);
      await page.context().close();
    }
  });
}

test("words without end and tables of many columns do not widen the page", async () => {
  const page = await site.open("", { wait: false, screen: "phone", viewport: SMALL });
  await page.route("**/data/sessions/hostile.json", answer(hostile(`https://${"a".repeat(300)}.example/${"0".repeat(200)}`)));
  await page.goto(`${site.url}?s=hostile`);
  await settled(page);
  const found = {};
  for (const place of PLACES_OF_HOSTILE) {
    await goTo(page, `?s=hostile${place}`);
    const wide = await tooWide(page);
    if (wide.length > 0) found[place] = wide;
  }
  const session = JSON.parse(fixture("full.json", "valid"));
  session.speeches[0].blocks.find((block) => block.kind === "table").items = Array(3).fill(Array(20).fill("一般公共预算收入").join("\t"));
  await drop(page, "wide.json", JSON.stringify(session));
  await goTo(page, "?s=full&p=speeches/s-work");
  if ((await tooWide(page)).length > 0) found.table = await tooWide(page);
  assert.deepEqual(found, {});
});

test("paper gets the whole text and none of the tools", async () => {
  const page = await site.reopen("?s=big&p=speeches/report", { routes: { "**/data/sessions/big.json": answer(long("big", 400)) } });
  await page.waitForFunction(() => document.querySelectorAll(".para").length === 400);
  // Printing takes the light scheme by itself, but not where the reader chose the dark one.
  await page.evaluate(() => (document.documentElement.dataset.theme = "dark"));
  await page.emulateMedia({ media: "print" });
  for (const tool of [".bar", ".tabs", ".foot", ".skip", ".told"]) assert.equal(await page.locator(tool).isVisible(), false, tool);
  const found = await page.evaluate(() => {
    const options = { contentVisibilityAuto: true, opacityProperty: true, visibilityProperty: true };
    const tools = [...document.querySelectorAll("main button:not(.term), .tools")].filter((element) => element.checkVisibility());
    const unseen = [...document.querySelectorAll(".para p, .prose h2, main h1")].filter((element) => !element.checkVisibility(options) || element.getBoundingClientRect().height < 10);
    const colors = [getComputedStyle(document.documentElement).backgroundColor, getComputedStyle(document.querySelector(".para p")).color];
    return { tools: tools.length, unseen: unseen.length, colors };
  });
  assert.deepEqual(found, { tools: 0, unseen: 0, colors: ["rgb(255, 255, 255)", "rgb(0, 0, 0)"] });
});
