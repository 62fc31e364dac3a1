// The page of a budget in answers: what it comes to first, what does not add up in sight, a line in brief on a phone, pictures that say what they show.

import { SCREENS } from "../../scripts/chromium.mjs";
import { budgetsOf, grouped, lineOf, percent, fine, tableOf } from "./budgets.mjs";
import { expect, test } from "./fixtures.mjs";
import { expectQuery, focused, goTo, isInView } from "./helpers.mjs";
import { fill, TEXTS } from "./material.mjs";

const t = TEXTS.zh;
const SAMPLE = "?s=sample-1-5&p=budget/budget-2024";
const DAXING = "?s=daxing-19-10&p=budget/final-2024";
const BIG = tableOf(budgetsOf("sample-1-5")[0], "g-exp");
const PHONE = { ...SCREENS.phone, viewport: { width: 360, height: 740 } };

const say = (page) => page.locator("main .money .say");
const badge = (page) => page.locator("main .titled .badge");
const row = (page, id) => page.locator(`#line-${BIG.lines.indexOf(lineOf(BIG, id))}`);
const caption = (page) => page.locator("figure.picture figcaption b");
const scene = (page) => page.locator("svg.scene");

/** How far the page has moved by itself since it was opened. */
const WATCH = () => {
  globalThis.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.shifted += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
};
const shifted = (page) => page.evaluate(() => globalThis.shifted);

// Of a sample a line above says that it is one; what is measured are real sessions.
for (const [screen, options, limit] of [["phone", PHONE, 320], ["desktop", SCREENS.desktop, 300]]) {
  test(`a budget opens on expenditure with one sentence, its first figure within ${limit} px on a ${screen}, and nothing moves`, async ({ openNew }) => {
    for (const [place, lang, words] of [
      [DAXING, "zh", "支出1.09亿元，完成109.9%，原表载比上年+26.43%。"],
      [DAXING, "en", "Spent 108.6 million yuan, 109.9% of the budget, +26.43% year on year as printed."],
      ["?s=huangpu-2024-half&p=budget/half-2024", "zh", "财政支出9.79亿元，原表载完成52.6%，时间进度50.0%。"],
      [SAMPLE, "zh", "支出2.10亿元，完成95.9%，比上年+0.7%，人均4,326元。"],
      [SAMPLE, "en", "Spent 210.3 million yuan, 95.9% of the budget, +0.7% year on year, 4,326 yuan per person."],
    ]) {
      const page = await openNew(place, { ...options, lang, script: WATCH });
      await expect(say(page), place).toHaveText(words);
      if (place !== SAMPLE && lang === "zh") await expect.poll(() => say(page).locator("b").first().evaluate((figure) => figure.getBoundingClientRect().top + scrollY), { message: `${place} ${lang}` }).toBeLessThanOrEqual(limit);
      await expect(page.locator(".tables a[aria-current]").first()).toHaveText(lang === "zh" ? "支出" : "Expenditure");
      await expect(page.locator("#adjust")).toBeHidden();
      await expect(badge(page)).not.toHaveText(TEXTS[lang].badge_wait);
      await expect(page.locator("section.audit")).toBeAttached();
      await expect.poll(() => shifted(page), { message: `${place} ${lang}` }).toBeLessThan(0.02);
    }
  });
}

test("revenue has a sentence of its own, and the amount leads to the line where it stands exactly", async ({ open, page }) => {
  await open(SAMPLE);
  await say(page).getByRole("link").click();
  await expectQuery(page, `${SAMPLE}/g-e6`);
  await expect(page.locator(".line-card")).toContainText("210,337,700元");
  await page.locator(".tables").getByRole("link", { name: "收入", exact: true }).click();
  await expectQuery(page, `${SAMPLE}&t=g-rev`);
  await expect(say(page)).toHaveText(/^收入2\.10亿元，/);
  await expect(page.locator(".tables").getByRole("link", { name: "收入", exact: true }), "the focus stays on the choice").toBeFocused();
  await page.locator(".tables").getByRole("link", { name: t.book_insurance, exact: true }).click();
  await expectQuery(page, `${SAMPLE}&t=s-rev`);
  await expect(say(page)).toHaveText(/^收入/);
  // What no line sums up is not summed up here.
  await goTo(page, "?s=huangpu-2024-half&p=budget/half-2024&t=exp-main");
  await expect(page.locator("[data-row]")).not.toHaveCount(0);
  await expect(say(page)).toHaveCount(0);
});

test("what a table is made of: one bar with the finding, which makes way for a picture", async ({ open, page }) => {
  await open(SAMPLE);
  const strip = page.locator("figure.strip");
  const whole = fine(lineOf(BIG, "g-e6").amounts.executed, "wan_yuan");
  const share = (...ids) => percent(ids.reduce((sum, id) => sum + fine(lineOf(BIG, id).amounts.executed, "wan_yuan"), 0n), whole, 1);
  await expect(strip.locator("figcaption")).toContainText(`${fill(t.cap_largest, "一般公共服务支出", share("g-201"))}${fill(t.cap_three, share("g-201", "g-213", "g-205"))}`);
  await expect(strip.locator("li")).toHaveCount(6);
  await expect.poll(() => strip.locator(".pieces i").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width).every((width, at, widths) => width > 0 && (at === 0 || width <= widths[at - 1])))).toBe(true);
  await strip.getByRole("link", { name: t.see_share }).click();
  await expectQuery(page, `${SAMPLE}&pic=share`);
  await expect(strip).toBeHidden();
});

test.describe(() => {
  test.use(PHONE);
  test("on a phone a line is its name, two amounts and one bar, figures at the right under a head that stays; a tap opens the rest", async ({ open, page }) => {
    await open(`${SAMPLE}&t=g-exp`);
    const line = row(page, "g-201");
    const shown = () => line.locator("td").evaluateAll((all) => all.filter((cell) => cell.checkVisibility()).map((cell) => cell.dataset.label));
    await expect.poll(shown).toEqual(["调整预算", "执行", t.completion, t.change]);
    await expect(line.locator(".meter")).toHaveCount(1);
    await expect.poll(() => line.evaluate((element) => element.getBoundingClientRect().height)).toBeLessThan(110);
    const rights = () => page.locator("[data-row] td.main").evaluateAll((all) => [...new Set(all.slice(0, 20).map((cell) => Math.round(cell.getBoundingClientRect().right)))]);
    await expect.poll(async () => (await rights()).length, { message: "all figures end at one edge" }).toBe(1);
    await row(page, "g-213").evaluate((element) => element.scrollIntoView({ block: "center" }));
    const head = page.locator("[role=columnheader]", { hasText: "执行" });
    const over = () => head.evaluate((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return element.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2));
    });
    await expect.poll(over, { message: "the head stays in sight, and under nothing" }).toBe(true);
    // Beside the name and beside the figures.
    const box = await row(page, "g-213").boundingBox();
    await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height - 12);
    await expectQuery(page, `${SAMPLE}/g-213`);
    await expect(page.locator(".line-card")).toContainText("上年决算");
    // What the reader has chosen is shown whole.
    await goTo(page, `${SAMPLE}&t=g-exp&cols=prior_final,executed,share`);
    await expect.poll(shown).toEqual(["上年决算", "执行", t.share]);
  });
});

test("the audit is in sight: beside the title, in the list, in the cell", async ({ open, page }) => {
  await open("?s=sample-1-5&p=budget");
  await expect(page.locator(".rows .badge")).toHaveText([fill(t.badge_bad, "3"), t.badge_good, t.badge_good]);
  await expect(page.locator(".rows .say").first()).toHaveText(/^支出2\.10亿元/);
  await goTo(page, SAMPLE);
  await expect(badge(page)).toHaveText(fill(t.badge_bad, "3"));
  await badge(page).focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("#audit h2")).toBeFocused();
  await expect.poll(() => isInView(page.locator("#audit h2"))).toBe(true);
  await expect.poll(() => focused(page)).toMatchObject({ name: t.audit });
  // A percentage that does not fit has its mark, and its bar is as long as the amounts say, not over the budget.
  const done = row(page, "g-205").locator(".done");
  await expect(done.locator(".off")).toHaveText(fill(t.computed, "96.5%"));
  await expect(done.locator(".meter i")).not.toHaveClass(/over/);
  await expect.poll(() => done.locator(".meter i").evaluate((bar) => bar.style.width)).toBe("96.5%");
  await expect(row(page, "g-232").locator(".done .meter i"), "162.66 of 162.25").toHaveClass(/over/);
  await goTo(page, `${SAMPLE}/g-21203`);
  await expect(row(page, "g-21203").locator(".main .off")).toHaveText(fill(t.mark_sum, "638.47"));
  await goTo(page, "?s=huangpu-2024-half&p=budget/half-2024&t=rev");
  await expect(badge(page)).toHaveText(t.badge_good);
  await expect(page.locator(".meter i").first()).toBeVisible();
  await expect(page.locator(".meter i.over"), "printed only").toHaveCount(0);
});

test("captions say what is seen, and how a picture is to be read stands below it", async ({ open, page }) => {
  await open(SAMPLE);
  for (const [key, words, about] of [
    ["change", `${fill(t.cap_up, "教育支出", "5.8%（167.80万元）")}；${fill(t.cap_down, "上解支出", "5.9%（75.64万元）")}`, "向右为增加"],
    ["completion", fill(t.cap_most, "债务付息支出", "100.3%"), t.completion_about],
    ["share", new RegExp(`^${fill(t.cap_largest, "一般公共服务支出", "17\\.4%")}；前三项合计占`), "面积表示金额"],
    ["flow", /^收入来源中一般性转移支付收入最多（一般公共预算 · 9,308万元）；支出去向中城乡社区支出最多（政府性基金预算 · 5,673万元）$/, "粗细表示金额"],
    ["years", /^支出总计：从2022年决算的.+到2025年年初预算的2\.16亿元，增\d+\.\d%$/, t.years_of_total],
  ]) {
    await goTo(page, `${SAMPLE}&t=g-exp&pic=${key}`);
    await expect(caption(page), key).toHaveText(words);
    await expect(page.locator("figure.picture > p.quiet"), key).toContainText(about);
  }
});

for (const [screen, options] of [["phone", PHONE], ["desktop", SCREENS.desktop]]) {
  test.describe(() => {
    test.use(options);
    test(`no label of the shares is cut on a ${screen}: what has no room is listed below, and neighbours differ in tone`, async ({ open, page }) => {
      await open(`${SAMPLE}&t=g-exp&pic=share`);
      const look = () => scene(page).evaluate((svg) => {
        const boxes = [...svg.querySelectorAll("a > rect")].map((rect) => ({ name: rect.parentElement.getAttribute("aria-label"), tone: rect.getAttribute("class"), box: rect.getBoundingClientRect() }));
        const texts = [...svg.querySelectorAll("text")].map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }));
        const isIn = (box, of) => box.left >= of.left - 1 && box.right <= of.right + 1 && box.top >= of.top - 2 && box.bottom <= of.bottom + 2;
        const inside = boxes.map(({ box }) => texts.filter((text) => isIn(text.box, box)).map(({ text }) => text).join(""));
        const listed = [...document.querySelectorAll(".listed li")].map((li) => li.textContent);
        const squeeze = (text) => text.replaceAll(" ", "");
        return {
          cut: texts.filter(({ text }) => text.includes("…")).map(({ text }) => text),
          outside: texts.filter((text) => !boxes.some(({ box }) => isIn(text.box, box))).map(({ text }) => text),
          untold: boxes.filter(({ name }, at) => squeeze(inside[at]) !== squeeze(name) && !listed.includes(name)).map(({ name }) => name),
          tones: new Set(boxes.map(({ tone }) => tone)).size > 2,
          some: [boxes.length > 10, listed.length > 0, texts.length > 4],
        };
      });
      await expect.poll(look).toEqual({ cut: [], outside: [], untold: [], tones: true, some: [true, true, true] });
    });
  });
}

test("the flow has fourteen lines and more on a desktop, whole names, and the rest opens", async ({ open, page }) => {
  await open(`${SAMPLE}&t=g-exp&pic=flow`);
  const drawn = () => scene(page).evaluate((svg) => {
    const titles = [...svg.querySelectorAll("path.i-ribbon title")].map((title) => title.textContent);
    const texts = [...svg.querySelectorAll("text")].map((text) => text.textContent);
    return { many: titles.filter((title) => /支出 /.test(title)).length >= 14, cut: texts.filter((text) => text.includes("…")) };
  });
  await expect.poll(drawn).toEqual({ many: true, cut: [] });
  const rest = page.locator("details.listed", { hasText: BIG.title });
  await expect(rest.locator("li").first()).toBeHidden();
  await rest.locator("summary").click();
  const small = lineOf(BIG, "g-233");
  await expect(rest.locator("li", { hasText: small.name })).toHaveText(`${small.name} ${grouped(small.amounts.executed)}`);
  await rest.getByRole("link", { name: small.name }).click();
  await expectQuery(page, `${SAMPLE}/g-233&pic=flow`);
});
