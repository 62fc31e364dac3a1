// Without a mouse: everything is reached, seen and left again.

import { SCREENS } from "../../scripts/chromium.mjs";
import { expect, test } from "./fixtures.mjs";
import { expectQuery, focused, heading, problems, tabTo } from "./helpers.mjs";
import { archived, CATALOGUE, TEXTS } from "./material.mjs";

const t = TEXTS.zh;
const huacao = archived("huacao-6-6");

test("the first stop skips to the content", async ({ open, page }) => {
  await open("?s=huacao-6-6");
  const passed = await tabTo(page, (here) => here?.name === t.skip, "Tab", 1);
  expect(problems(passed)).toEqual([]);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#main$/);
  await page.keyboard.press("Tab");
  await expect(page.locator("main#main :focus")).toHaveCount(1);
  await expectQuery(page, "?s=huacao-6-6");
  await expect(heading(page)).toHaveText(huacao.title);
});

test("from home to a copied paragraph and back, by keyboard only", async ({ open, page, site }) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await open();
  const passed = [];
  const enter = async (isIt, limit) => {
    passed.push(...await tabTo(page, isIt, "Tab", limit));
    await page.keyboard.press("Enter");
  };
  const arrive = async (title) => {
    await expect(heading(page)).toHaveText(title);
    await expect(heading(page)).toBeFocused();
  };
  await enter((here) => here?.href === "?s=huacao-6-6");
  await arrive(huacao.title);
  await enter((here) => here?.href === "?s=huacao-6-6&p=speeches");
  await arrive(t.speeches);
  await enter((here) => here?.href === "?s=huacao-6-6&p=speeches/closing");
  await arrive("在闭幕式上的讲话");
  await enter((here) => here?.href?.endsWith("at=closing-p2"));
  const marked = page.locator("#b-closing-p2.hit");
  await expect(marked).toBeVisible();
  await enter((here) => here?.name === t.copy_link, 4);
  await expect(page.locator(".toast")).toHaveText(t.copied_link);
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(`${site.url}?s=huacao-6-6&p=speeches/closing&at=closing-p2`);
  // The browser's own key for going back is not the page's to answer, nor to be pressed from here.
  await page.goBack();
  await expect(marked).toHaveCount(0);
  expect(problems(passed)).toEqual([]);
});

for (const [name, screen] of Object.entries(SCREENS)) {
  test.describe(() => {
    test.use(screen);
    for (const [what, place, least] of [["home", "", 30], ["the list", "?list=all", CATALOGUE.sessions.length], ["a speech", "?s=huacao-6-6&p=speeches/closing", 40]]) {
      test(`every stop of ${what} shows the focus and none is a trap on a ${name}, forwards and backwards`, async ({ open, page }) => {
        // Hundreds of presses, each with a look.
        test.slow();
        await open(place);
        // Past the last stop the focus leaves the page, or starts again at the first.
        const isOut = (here) => here === null || here.name === t.skip;
        await page.keyboard.press("Tab");
        const there = await tabTo(page, isOut, "Tab", 400);
        expect(there.length).toBeGreaterThanOrEqual(least);
        expect(problems(there), "forwards").toEqual([]);
        await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
        await page.locator("main a[href]").last().focus();
        const back = await tabTo(page, isOut, "Shift+Tab", 400);
        expect(problems(back), "backwards").toEqual([]);
      });
    }
  });
}

test("the dialog takes the focus, keeps it inside, and gives it back on Escape and on Close", async ({ open, page }) => {
  await open("?s=huacao-6-6");
  const opener = page.locator("header").getByRole("button", { name: t.open_file });
  const dialog = page.locator("dialog[open]");
  const enter = async (name, limit) => {
    await tabTo(page, (here) => here?.name === name, "Tab", limit);
    await page.keyboard.press("Enter");
  };
  for (const close of [() => page.keyboard.press("Escape"), () => enter(t.close, 12)]) {
    await enter(t.open_file);
    await expect(dialog).toBeVisible();
    await expect(dialog.locator(":focus")).toHaveCount(1);
    const stops = [];
    for (let n = 0; n < 10; n++) {
      stops.push(...await tabTo(page, () => true));
      await expect.poll(() => page.evaluate(() => document.activeElement.closest("dialog") !== null || document.activeElement === document.body)).toBe(true);
    }
    expect(problems(stops)).toEqual([]);
    expect(stops.map(({ name }) => name)).toEqual(expect.arrayContaining([t.close, t.choose_file, t.paste_label, t.paste_open, t.address_label, t.address_open]));
    await close();
    await expect(dialog).toHaveCount(0);
    await expect(opener).toBeFocused();
    await page.keyboard.press("Shift+Tab");
  }
  // A wrong address is said, the focus does not get lost, and the dialog can be left.
  await enter(t.open_file);
  await expect(dialog).toBeVisible();
  await tabTo(page, (here) => here?.name === t.address_label, "Tab", 12);
  await page.keyboard.type("nowhere");
  await page.keyboard.press("Enter");
  await expect(page.locator("dialog .complaint")).toBeVisible();
  await expect(page.getByLabel(t.address_label)).toBeFocused();
  await expect(page.getByLabel(t.address_label)).toHaveValue("nowhere");
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
});

test("the display menu opens and closes by keyboard and gives the focus back", async ({ open, page }) => {
  await open();
  await tabTo(page, (here) => here?.tag === "SUMMARY", "Tab", 12);
  await page.keyboard.press("Enter");
  const menu = page.locator(".menu-body");
  await expect(menu).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(menu.locator(":focus")).toHaveCount(1);
  await expect.poll(async () => (await focused(page))?.problems).toEqual([]);
  await page.keyboard.press("ArrowDown");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
  await page.keyboard.press("Escape");
  await expect(menu).toBeHidden();
  await expect(page.locator("header details summary")).toBeFocused();
});
