// By subject: what a session, a body and the archive have about roads or schools, and what a plain word also finds.

import { SCREENS } from "../../scripts/chromium.mjs";
import { expect, expectAccessible, test } from "./fixtures.mjs";
import { expectQuery, goTo, heading } from "./helpers.mjs";
import { archived, CATALOGUE, fill, TEXTS } from "./material.mjs";

const t = TEXTS.zh;
const sample = archived("sample-1-5");
const ROADS = "道路交通";
const chips = (page) => page.locator("main ul.chips.subjects a");
const found = (page) => page.locator("main .found");
const section = (page, name) => page.locator("main .by-kind", { has: page.getByRole("heading", { name: new RegExp(`^${name} \\d+$`) }) });
const with_ = (id) => CATALOGUE.sessions.filter(({ subjects }) => subjects.includes(id));

test("a subject opens cold: money first, each thing leads to its place, and what was looked for and not found is said", async ({ open, page }) => {
  await open("?s=sample-1-5&t=roads");
  await expect(heading(page)).toHaveText(ROADS);
  await expect(page).toHaveTitle(`${ROADS} · ${sample.title} · ${t.name}`);
  await expect(page.locator("main .say")).toHaveText(/^找到\d+项：预算 \d+，民生实事 \d+，建议和议案 \d+/);
  await expect(page.locator("main .by-kind h2").first()).toContainText(t.subject_money);
  // The first amount is on the first screen of a phone, the first row has its figure.
  await expect(section(page, t.subject_money).locator("li").first().locator(".v").first()).toHaveText(/\d/);
  // What is within a line is folded under it.
  const parts = section(page, t.subject_money).locator("details", { has: page.getByRole("link", { name: "公路养护", includeHidden: true }) });
  await parts.locator("summary").click();
  await expect(parts.locator("a").first()).toBeVisible();
  await expect(found(page).getByRole("link", { name: "公路养护" }).first()).toBeVisible();
  await expect(found(page).getByRole("link", { name: "培训支出" })).toHaveCount(0);
  // What was looked for can be read by everyone.
  await page.getByText(t.subject_how, { exact: true }).click();
  await expect(page.locator("main .looked-for dl")).toContainText("21203");
  await expect(page.locator("main .looked-for dl")).toContainText("公路");
  await expect(page.locator("main .looked-for dl")).toContainText("道路自信");
  await section(page, "建议和议案").getByRole("link", { name: "关于拓宽示例路西段的建议" }).click();
  await expect(heading(page)).toHaveText("关于拓宽示例路西段的建议");
  await page.goBack();
  await expect(heading(page)).toHaveText(ROADS);
  await section(page, t.subject_money).locator("a.t").first().click();
  await expect(page).toHaveURL(/p=budget(\/|%2F)/);
});

test("what a session lacks about a subject is told apart from what its source does not have at all", async ({ open, page }) => {
  await open("?s=huacao-6-6&t=roads");
  await expect(page.locator("main .say")).toHaveText(/^找到\d+项：/);
  const lacks = page.locator("main .say + p");
  await expect(lacks).toContainText(fill(t.subject_absent, "预算"));
  await expect(lacks).toContainText(t.subject_lacks.split("{}")[0]);
  await goTo(page, "?s=fengyi-11-6&t=culture");
  await expect(page.locator("main .say")).toHaveText(fill(t.subject_none, "文化体育"));
  // There are ways on: what else the session is about, and the same in other sessions.
  await expect(chips(page).first()).toBeVisible();
  await page.getByRole("link", { name: t.subject_in_archive, exact: true }).click();
  await expectQuery(page, "?t=culture");
});

test("a subject that is not known is told, with those that are", async ({ open, page }) => {
  for (const [place, way] of [["?s=sample-1-5&t=nonsense", "?s=sample-1-5&t=roads"], ["?t=nonsense", "?t=roads"]]) {
    await goTo((await open()), place);
    await expect(heading(page)).toHaveText(t.subject_unknown_title);
    await expect(page.getByText(fill(t.subject_unknown, "nonsense"))).toBeVisible();
    await chips(page).filter({ hasText: ROADS }).click();
    await expectQuery(page, way);
    await expect(heading(page)).toHaveText(ROADS);
  }
});

test.describe("the chips of an overview", () => {
  test.use({ ...SCREENS.phone, viewport: { width: 360, height: 740 } });
  test("lead to what they count, are large enough for a thumb, and move nothing when they come", async ({ open, page }) => {
    await page.addInitScript(() => {
      globalThis.shifted = 0;
      new PerformanceObserver((list) => list.getEntries().forEach((one) => (globalThis.shifted += one.hadRecentInput ? 0 : one.value))).observe({ type: "layout-shift", buffered: true });
    });
    await open("?s=sample-1-5");
    await expect(chips(page)).not.toHaveCount(0);
    await expect.poll(() => chips(page).evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height).filter((height) => height < 44))).toEqual([]);
    await expect.poll(() => page.evaluate(() => globalThis.shifted)).toBeLessThan(0.02);
    await expect.poll(() => chips(page).locator("small").allTextContents()).not.toContain("0");
    const chip = chips(page).filter({ hasText: ROADS });
    const count = (await chip.locator("small").textContent()).trim();
    await chip.click();
    await expect(page.locator("main .say")).toHaveText(new RegExp(`^找到${count}项`));
    await expectQuery(page, "?s=sample-1-5&t=roads");
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
});

test("the front page has the subjects with the number of sessions, and the archive is looked through, newest first", async ({ open, page }) => {
  await open();
  const chip = chips(page).filter({ hasText: ROADS });
  await expect(chip.locator("small")).toHaveText(String(with_("roads").length));
  await chip.click();
  await expectQuery(page, "?t=roads");
  await expect(heading(page)).toHaveText(ROADS);
  const titles = page.locator("main .over h2");
  const earlier = page.getByRole("button", { name: t.subject_earlier });
  const expected = with_("roads").map(({ title }) => title);
  /** Asks for what is earlier until there is no more. */
  const all = async () => {
    if (await earlier.isVisible()) await earlier.click();
    return titles.allTextContents();
  };
  await expect.poll(() => titles.count()).toBeGreaterThanOrEqual(10);
  await expect.poll(all).toEqual(expected);
  await expect(page.locator("main .say")).toHaveText(new RegExp(`^${expected.length}次会议有${ROADS}`));
});

test("a subject over the sessions of a body, with a way to all of the archive", async ({ open, page }) => {
  const body = sample.assembly.name;
  await open(`?body=${body}&t=schools`);
  await expect(heading(page)).toHaveText("学校教育");
  const own = with_("schools").filter(({ assembly }) => assembly.name === body);
  await expect(page.locator("main .over h2")).toHaveText(own.map(({ title }) => title));
  await page.locator("main .over h2 a").first().click();
  await expectQuery(page, `?s=${own[0].id}&t=schools`);
});

test("a plain word also finds what means the same, the money first, and apart from what has its letters", async ({ open, page }) => {
  await open("?s=sample-1-5&q=修路");
  const also = page.locator("main .also");
  await expect(page.locator("main .search [role=status]")).toHaveText(/^没有找到“修路”；按相近的说法又找到\d+项$/);
  await expect(also.getByRole("heading", { name: t.also_found })).toBeVisible();
  await expect(also.locator("h3").first()).toContainText("预算");
  const names = also.locator("[data-hit]");
  await also.getByRole("button", { name: t.find_all_of.split("{}")[0] }).first().click();
  await expect(names.filter({ hasText: /^公路养护$/ }).first()).toBeVisible();
  await expect(names.filter({ hasText: /^城乡社区公共设施$/ }).first()).toBeVisible();
  await expect(also.locator(".words")).toContainText("公路");
  // Letters stay letters: what has them is above, the rest below, nothing twice.
  await goTo(page, "?s=sample-1-5&q=公路");
  await expect(page.locator("main .answers h2").first()).toHaveText("预算");
  await expect(names.filter({ hasText: "公路" })).toHaveCount(0);
  await expect(names).not.toHaveCount(0);
  // In quotation marks a word is nothing but its letters; nor does any other text mean more than it says.
  for (const typed of ["“公路”", "示例镇"]) {
    await goTo(page, `?s=sample-1-5&q=${typed}`);
    await expect(page.locator("main [data-hit]")).not.toHaveCount(0);
    await expect(also).toHaveCount(0);
  }
  await goTo(page, "?s=sample-1-5&q=修路");
  await also.getByRole("link", { name: fill(t.also_subject, ROADS) }).click();
  await expectQuery(page, "?s=sample-1-5&t=roads");
});

test("the explanations of budget lines are searched", async ({ open, page }) => {
  await open("?s=sample-1-5&q=征兵");
  const row = page.locator("main .also li", { hasText: "国防支出" }).first();
  await expect(row).toContainText("征兵");
  await row.getByRole("link").click();
  await expect(page).toHaveURL(/p=budget(\/|%2F)/);
});

test("over the archive a plain word also finds the sessions that mean it", async ({ open, page }) => {
  await open("?q=修路");
  const also = page.locator("main .also");
  await expect(also.getByRole("heading", { name: t.also_found })).toBeVisible();
  await expect(also.locator("h3").first()).toHaveText(with_("roads")[0].title);
  await also.getByRole("link", { name: fill(t.also_subject, ROADS) }).click();
  await expectQuery(page, "?t=roads");
});

for (const [screen, theme, lang] of [["desktop", "light", "zh"], ["phone", "dark", "en"]]) {
  test.describe(() => {
    test.use({ ...SCREENS[screen], colorScheme: theme, lang });
    test.slow();
    test(`axe finds nothing by subject on a ${screen}, ${theme}, ${lang}`, async ({ open, page }) => {
      await open();
      for (const [place, ready] of [
        ["?s=sample-1-5&t=roads", ".found a"],
        ["?s=fengyi-11-6&t=culture", ".say"],
        ["?s=sample-1-5&t=nonsense", ".subjects a"],
        ["?t=roads", ".over h2"],
        [`?body=${sample.assembly.name}&t=roads`, ".over h2"],
        ["?s=sample-1-5&q=修路", ".also [data-hit]"],
        ["?q=修路", ".also h3"],
        ["?s=sample-1-5", ".subjects a"],
      ]) {
        await goTo(page, place);
        await expect(page.locator("main").locator(ready).first(), place).toBeVisible();
        await expectAccessible(page, { message: place });
        await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), { message: place }).toBeLessThanOrEqual(0);
      }
    });
  });
}
