// A link to a paragraph on a phone: where one is, then the text; a bar with no more than title, search and sharing; explanations at the foot.

import { SCREENS } from "../../scripts/chromium.mjs";
import { expect, test } from "./fixtures.mjs";
import { expectQuery, goTo, isInView } from "./helpers.mjs";
import { answer, archived, long, TEXTS } from "./material.mjs";

const huacao = archived("huacao-6-6");
const CLOSING = "?s=huacao-6-6&p=speeches/closing";
const TITLE = huacao.speeches.find(({ id }) => id === "closing").title;
const PARAGRAPHS = ["closing-p3", "closing-p10", "closing-l1"];

const bar = (page) => page.locator(".reading-bar");
const sheet = (page) => page.locator(".definition");

test.use({ ...SCREENS.phone, viewport: { width: 360, height: 740 } });

for (const lang of ["zh", "en"]) {
  test.describe(() => {
    test.use({ lang });
    const t = TEXTS[lang];

    test(`a link to a paragraph shows where one is, then the text, to which it leaves seven tenths of the screen (${lang})`, async ({ open, page }) => {
      await page.addInitScript(() => {
        // As on a phone, where a paragraph has three tools.
        navigator.share = async () => {};
      });
      for (const id of PARAGRAPHS) {
        await (id === PARAGRAPHS[0] ? open(`${CLOSING}&at=${id}`) : goTo(page, "?s=huacao-6-6"));
        await goTo(page, `${CLOSING}&at=${id}`);
        const card = page.locator(".where");
        for (const part of ["周胜春", "镇党委书记", "华漕镇", lang === "zh" ? "2024年7月18日" : "18 July 2024", lang === "zh" ? "讲话" : "Address", lang === "zh" ? "转述，非原文" : "Summary, not verbatim"]) await expect(card).toContainText(part);
        await expect(bar(page).locator(":scope > *")).toHaveText([TITLE, t.find, t.share_title]);
        await expect(page.locator(".tabs")).not.toBeInViewport();
        const measures = () => page.evaluate(() => {
          const box = (selector) => document.querySelector(selector).getBoundingClientRect();
          const [bar, card, hit, tools] = [box(".reading-bar"), box(".where"), box(".hit"), box(".hit .tools")];
          const text = document.querySelector(".hit > :not(.no)").getBoundingClientRect();
          const first = document.querySelector(".where").nextElementSibling.getBoundingClientRect();
          return {
            isInOrder: bar.top === 0 && card.top >= bar.bottom && first.top >= card.bottom && hit.bottom <= innerHeight,
            // All above the first line of the text, and the tools with the room around them.
            isText: (first.top + hit.bottom - text.bottom) / innerHeight <= 0.3,
            height: tools.height,
          };
        });
        await expect.poll(measures, { message: id }).toMatchObject({ isInOrder: true, isText: true });
      }
    });

    test(`the bar of a text is there once its heading is not: title, search, sharing (${lang})`, async ({ open, page }) => {
      await open(CLOSING);
      await expect(page.locator(".tabs")).toBeInViewport();
      await expect(bar(page)).toBeHidden();
      await goTo(page, `${CLOSING}&at=closing-p10`);
      await expect(bar(page)).toBeInViewport();
      await expect.poll(() => bar(page).evaluate((element) => element.getBoundingClientRect().height)).toBeLessThanOrEqual(48);
      const share = bar(page).getByRole("button", { name: t.share_title });
      await share.click();
      await expect(page.getByRole("dialog", { name: t.share_title })).toContainText("at=closing-p10");
      await page.keyboard.press("Escape");
      await expect(share).toBeFocused();
      await bar(page).getByRole("button", { name: TITLE }).click();
      await expect(page.locator("main h1")).toBeFocused();
      await expect(page.locator(".tabs")).toBeInViewport();
      await expect(bar(page)).toBeHidden();
      await goTo(page, `${CLOSING}&at=closing-p3`);
      await bar(page).getByRole("link", { name: t.find }).click();
      await expectQuery(page, "?s=huacao-6-6&p=search");
      await expect(bar(page)).toHaveCount(0);
    });
  });
}

test("a term is explained at the foot of the screen, where its term stays in sight; a thumb or Escape closes it", async ({ open, page }) => {
  const session = long("big", 300);
  session.glossary = [{ term: "自然段", definition: "文中另起一行的一段。" }];
  await page.route("**/data/sessions/big.json", answer(session));
  for (const place of ["?s=big&p=speeches/report&at=p1", "?s=big&p=speeches/report&at=p180"]) {
    await (place.endsWith("p1") ? open(place) : goTo(page, place));
    const term = page.locator(".hit .term");
    await expect.poll(() => isInView(term)).toBe(true);
    // The lowest one on the screen would be under it.
    const low = page.locator(".para .term").nth(place.endsWith("p1") ? 5 : 184);
    await low.evaluate((element) => element.scrollIntoView({ block: "end" }));
    await low.click();
    await expect(sheet(page)).toContainText("自然段：文中另起一行的一段。");
    const look = () => page.evaluate(() => {
      const [sheet, term] = [".definition", ".term[aria-expanded=true]"].map((selector) => document.querySelector(selector).getBoundingClientRect());
      return { isAtFoot: Math.abs(sheet.bottom - innerHeight) < 1 && sheet.left === 0, isAbove: term.bottom <= sheet.top && term.top >= 48 };
    });
    await expect.poll(look, { message: place }).toEqual({ isAtFoot: true, isAbove: true });
    const close = sheet(page).getByRole("button", { name: TEXTS.zh.close });
    await expect.poll(() => close.evaluate((button) => Math.min(button.getBoundingClientRect().height, button.getBoundingClientRect().width))).toBeGreaterThanOrEqual(44);
    await close.click();
    await expect(sheet(page)).toHaveCount(0);
    await expect(low).toBeFocused();
    await low.press("Enter");
    await expect(sheet(page)).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(sheet(page)).toHaveCount(0);
    await expect(low).toHaveAttribute("aria-expanded", "false");
  }
});
