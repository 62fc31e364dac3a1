// The overview as answers: what a phone shows first, in which order, and that no place is a dead end. Then the head, the sections and the actions.

import { SCREENS } from "../../scripts/chromium.mjs";
import { expect, expectAccessible, test } from "./fixtures.mjs";
import { expectQuery, goTo, heading } from "./helpers.mjs";
import { answer, archived, CATALOGUE, fill, made, TEXTS } from "./material.mjs";

const t = TEXTS.zh;
const SAMPLE = archived("sample-1-5");
const huacao = archived("huacao-6-6");
const PHONE = { ...SCREENS.phone, viewport: { width: 360, height: 740 } };
const FEW = { id: "few", agenda: [{ id: "1", title: "唯一的议程" }] };

const questions = (page) => page.locator(".questions .answer h2");
/** The answer to a question. */
const answered = (page, question) => page.locator(".answer", { has: page.getByRole("heading", { name: question, exact: true }) });
const rows = (page, question) => answered(page, question).locator(".decided > li");
const height = (locator) => locator.evaluate((element) => element.getBoundingClientRect().height);
/** In how many rows the children of an element that are seen stand. */
const lines = (locator) => locator.evaluate((element) => {
  const inFlow = [...element.children].filter((child) => getComputedStyle(child).position !== "absolute");
  const boxes = inFlow.map((child) => child.getBoundingClientRect()).filter(({ width, height }) => width > 1 && height > 1);
  const rows = [];
  for (const { top, bottom } of boxes.sort((a, b) => a.top - b.top)) {
    const row = rows.at(-1);
    if (row && top < row.bottom) row.bottom = Math.max(row.bottom, bottom);
    else rows.push({ top, bottom });
  }
  return rows.length;
});

test("the questions stand in their order, each only where there is an answer", async ({ open, page }) => {
  await page.route("**/data/sessions/few.json", answer(made(FEW)));
  await open("?s=sample-1-5");
  await expect(questions(page)).toHaveText([t.q_money, t.q_decided, t.q_promised, t.by_subject, t.summary, t.q_texts, t.q_sources]);
  await goTo(page, "?s=few");
  await expect(questions(page)).toHaveText([t.q_decided, t.q_sources]);
  await expect(page.locator(".gaps")).toHaveText(`${t.s_gaps}${[t.gap_budget, t.gap_projects, t.gap_suggestions, t.gap_texts, t.gap_decisions].join("、")}。`);
});

test("what was spent is said in one sentence, with the largest lines as printed and what the audit came to", async ({ open, page }) => {
  await open("?s=sample-1-5");
  const money = answered(page, t.q_money);
  const [budget] = SAMPLE.budgets;
  // Of sample figures: at most two decimals, as printed.
  const printed = (amount) => `${amount.toLocaleString("en")}万元`;
  const table = budget.tables.find(({ id }) => id === "g-exp");
  const amounts = (wanted) => table.lines.find(({ name }) => name === wanted).amounts;
  const { executed, adjusted, prior_final: prior } = amounts("支出总计");
  const parts = [
    fill(t.m_spent, "2024", `${(executed / 10_000).toFixed(2)}亿元`), fill(t.m_of_adjusted, `${(executed / adjusted * 100).toFixed(1)}%`),
    fill(t.m_more, `${((executed - prior) / prior * 100).toFixed(1)}%`), fill(t.m_per_head, Math.round(executed * 10_000 / SAMPLE.assembly.population).toLocaleString("en")),
  ];
  await expect(money.locator(".say")).toHaveText(`${parts.join("，")}。`);
  await expect(money.locator(".exact")).toContainText(`支出总计 ${printed(executed)}（其中本年支出合计 ${printed(amounts("本年支出合计").executed)}）`);
  const spent = table.lines.filter(({ parent, role, code }) => !parent && !role && code.length === 3).sort((a, b) => b.amounts.executed - a.amounts.executed);
  await expect(money.locator(".largest a")).toHaveText(spent.slice(0, 3).map(({ name }) => name));
  await expect(money.locator(".largest .num")).toHaveText(spent.slice(0, 3).map(({ amounts }) => printed(amounts.executed)));
  // The audit on the page of the budget counts the same.
  const badge = money.locator(".badge");
  await expect(badge).toHaveText(/\d+处/);
  const differ = await badge.evaluate((element) => Number(element.textContent.match(/(\d+)处不符/)?.[1] ?? 0));
  await badge.click();
  await expectQuery(page, "?s=sample-1-5&p=budget/budget-2024");
  await expect(page.locator("section.audit .live > ul > li")).toHaveCount(differ);
  // Half a year is held against the half of the year; a line leads to itself.
  await goTo(page, "?s=huangpu-2024-half");
  await expect(money.locator(".say")).toContainText(fill(t.m_year_gone, "50.0%"));
  await money.locator(".exact a").click();
  await expect(page).toHaveURL(/p=budget\/half-2024\//);
});

test("what was refused and withdrawn stands first among the decisions, votes as bars", async ({ open, page }) => {
  await open("?s=sample-1-5");
  const all = rows(page, t.q_decided);
  const failed = SAMPLE.agenda.filter(({ result, state }) => result === "rejected" || state === "withdrawn");
  await expect(all.locator("a.t").first()).toHaveText(failed[0].title);
  await expect(all.locator("a.t").nth(1)).toHaveText(failed[1].title);
  await expect(all.locator(".chip").first()).toHaveText("未通过");
  const { yes, no, abstain } = SAMPLE.votes.find(({ id }) => id === "v-night-work").counts;
  await expect(all.first()).toContainText(fill(t.votes_as_bar, yes, no, abstain));
  await expect(all.first().locator(".vote-bar i")).toHaveCount(2);
  // The rest opens; who was elected is named.
  const rest = answered(page, t.q_decided).locator("details");
  await rest.locator("summary").press("Enter");
  await expect(answered(page, t.q_decided)).toContainText(SAMPLE.people.find(({ id }) => id === "jin-shili").name);
});

test("what is late stands first among the promises, by how long it is", async ({ open, page }) => {
  await open("?s=sample-1-5");
  const said = answered(page, t.q_promised).locator(".say");
  const late = SAMPLE.projects.filter(({ due, progress_percent: percent }) => due < SAMPLE.as_of && percent < 100);
  await expect(said.locator(".late")).toHaveText([fill(t.p_late, late.length), fill(t.p_overdue, 1)]);
  await expect(said).toContainText(fill(t.p_answered, 7, 6));
  await expect(said).toContainText(fill(t.p_chosen, 6));
  const all = rows(page, t.q_promised);
  await expect(all.locator("a.t")).toHaveText([...late.slice(0, 3).map(({ title }) => title), SAMPLE.suggestions.find(({ id }) => id === "sg-2024-06").title]);
  await expect(all.locator(".late")).toHaveText([...Array(3).fill(fill(t.p_late_days, 15)), fill(t.p_late_months, 8)]);
  await all.last().locator("a.t").click();
  await expectQuery(page, "?s=sample-1-5&p=suggestions/sg-2024-06");
});

test("the texts stand before the titles without text, and the agenda opens last", async ({ open, page }) => {
  await open("?s=huacao-6-6");
  const texts = answered(page, t.q_texts);
  await expect(texts.locator("> .decided a.t")).toHaveText(huacao.speeches.filter(({ blocks }) => blocks?.length).map(({ title }) => title));
  await expect(texts.locator("details summary")).toHaveText(fill(t.r_titles, 4));
  await texts.locator("details summary").click();
  await expect(texts.locator("details a.t")).toHaveText(huacao.speeches.filter(({ blocks }) => !blocks?.length).map(({ title }) => title));
  const agenda = page.locator(".questions > .fold");
  await expect(page.locator(".questions > :last-child")).toHaveClass("fold");
  await expect(page.locator(".agenda")).toHaveCount(0);
  await agenda.locator("summary").press("Enter");
  // By sitting, as on its own page.
  await expect.poll(async () => (await agenda.locator(".agenda a.t").allTextContents()).sort()).toEqual(huacao.agenda.map(({ title }) => title).sort());
});

test("a place without anything says so, names the reports that would hold it, and leads to the source", async ({ open, page }) => {
  await open("?s=huacao-6-6");
  const reports = ["accounts-report", "review-report"].map((id) => huacao.speeches.find((speech) => speech.id === id).title);
  await expect(answered(page, t.q_money)).toContainText(t.absent_budget);
  await expect(answered(page, t.q_money).locator("a.t")).toHaveText(reports);
  await page.locator(".gaps").getByRole("link", { name: t.gap_budget, exact: true }).click();
  await expectQuery(page, "?s=huacao-6-6&p=budget");
  await expect(heading(page)).toHaveText(t.budgets);
  const content = page.locator(".content");
  for (const [place, title, said, titles] of [
    ["budget", t.budgets, t.absent_budget, reports],
    ["suggestions", t.suggestions, t.absent_suggestions, [huacao.speeches.find(({ id }) => id === "suggestions-report").title]],
    ["projects", t.projects, t.absent_projects, [huacao.agenda.find(({ id }) => id === "a-group-projects").title]],
  ]) {
    await goTo(page, `?s=huacao-6-6&p=${place}`);
    await expect(heading(page), place).toHaveText(title);
    await expect(content).toContainText(said);
    await expect(content.locator(".decided a.t")).toHaveText(titles);
    await expect(content).toContainText(huacao.sources[0].title);
  }
  await expectAccessible(page);
  await content.locator(".decided a.t").click();
  await expectQuery(page, "?s=huacao-6-6&p=agenda/a-group-projects");
  // Where no report is known either, that is said; where the source has an address, it is a link.
  await goTo(page, "?s=daxing-19-10&p=suggestions");
  await expect(content).toContainText(t.absent_none_held);
  await expect(content.locator("a.outside").first()).toHaveAttribute("href", archived("daxing-19-10").sources[0].url);
});

test("the sections stand in the order of the questions", async ({ open, page }) => {
  await open("?s=sample-1-5");
  const names = () => page.locator(".tabs a").evaluateAll((all) => all.map((tab) => tab.firstChild.textContent));
  await expect.poll(names).toEqual([
    t.overview, t.budgets, t.tab_projects, t.suggestions, t.tab_speeches, t.tab_decisions, t.agenda, t.people, t.glossary, t.tab_documents,
  ]);
});

for (const screen of [SCREENS.desktop, PHONE]) {
  test.describe(() => {
    test.use(screen);
    test(`nothing on the overview moves when what comes later is there, ${screen.viewport.width} pixels wide`, async ({ open, page }) => {
      await page.addInitScript(() => {
        window.moved = 0;
        new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => (window.moved += value))).observe({ type: "layout-shift", buffered: true });
      });
      // The answers come a moment after the rest, as on a slow network.
      await page.route(/yishi-answers-[0-9a-f]+\.wasm$/, async (route) => {
        await page.waitForSelector(".questions .answer", { state: "attached" });
        await route.continue();
      });
      for (const [place, last] of [["?s=sample-1-5", ".badge"], ["?s=huzhou-9-5", ".questions"], ["?s=huacao-6-6", ".questions"]]) {
        await open(place);
        await expect(page.locator(last)).toBeVisible();
        await expect(page.locator(".room")).toHaveCount(0);
        await expect.poll(() => page.evaluate(() => window.moved), { message: place }).toBeLessThan(0.02);
      }
    });
  });
}

test.describe("on a phone", () => {
  test.use(PHONE);

  test("the head takes 200 pixels at most: short name and day, full title, the way to the search, actions", async ({ open, page }) => {
    await open("?s=huacao-6-6");
    await expect(page.locator(".head .brief")).toHaveText("华漕镇 · 2024年7月18日");
    await expect(heading(page)).toHaveText(huacao.title);
    const longest = [...CATALOGUE.sessions].sort((a, b) => b.title.length - a.title.length).slice(0, 3).map(({ id }) => id);
    for (const id of ["huacao-6-6", "sample-1-5", ...longest]) {
      await goTo(page, `?s=${id}`);
      await expect(heading(page)).toHaveText(archived(id).title);
      await expect.poll(() => height(page.locator(".head")), { message: id }).toBeLessThanOrEqual(200);
    }
    await goTo(page, "?s=huacao-6-6");
    await page.locator(".head").getByRole("link", { name: t.ask }).click();
    await expectQuery(page, "?s=huacao-6-6&p=search");
    await expect(page.locator("#find")).toBeFocused();
    // On the other pages it is one row.
    await goTo(page, "?s=huacao-6-6&p=people");
    await expect.poll(() => height(page.locator(".head"))).toBeLessThanOrEqual(60);
    await page.locator(".head").getByRole("link", { name: "华漕镇 · 2024年7月18日" }).click();
    await expectQuery(page, "?s=huacao-6-6");
  });

  test("what was spent, with the largest line, is on the first screen", async ({ open, page }) => {
    await open("?s=sample-1-5");
    const money = answered(page, t.q_money);
    await expect(questions(page).first()).toHaveText(t.q_money);
    await expect(money.locator(".say")).toBeInViewport({ ratio: 1 });
    await expect(money.locator(".largest li").first()).toBeInViewport({ ratio: 1 });
  });

  test("an edge of the sections shows that there is more, on either side", async ({ open, page }) => {
    await open("?s=sample-1-5");
    const tabs = page.locator(".tabs");
    const edges = () => tabs.evaluate((element) => ["::before", "::after"].map((side) => getComputedStyle(element, side).display !== "none"));
    await expect.poll(edges).toEqual([false, true]);
    await tabs.locator("nav").evaluate((nav) => nav.scrollBy(60, 0));
    await expect.poll(edges).toEqual([true, true]);
    await tabs.locator("nav").evaluate((nav) => nav.scrollBy(5000, 0));
    await expect.poll(edges).toEqual([true, false]);
    // What gets the focus is not under an edge.
    await tabs.locator("a").nth(5).focus();
    for (let n = 0; n < 3; n++) await page.keyboard.press("Shift+Tab");
    await expect(tabs.locator("a").nth(2)).toBeFocused();
    await expect.poll(() => tabs.locator("a").nth(2).evaluate((tab) => tab.getBoundingClientRect().left)).toBeGreaterThan(40);
    // Where all fit there is none.
    await page.setViewportSize({ width: 1280, height: 800 });
    await expect.poll(edges).toEqual([false, false]);
  });

  test("sharing is in sight, the other actions open from a button and close again", async ({ open, page }) => {
    await open("?s=huacao-6-6");
    const acts = page.locator(".acts");
    const more = acts.getByRole("button", { name: t.more_actions });
    await expect(acts.getByRole("button", { name: t.share_title })).toBeVisible();
    await expect(acts.getByText(t.take)).toBeHidden();
    await more.press("Enter");
    await expect(more).toHaveAttribute("aria-expanded", "true");
    await expect(acts.locator(".rest .btn")).toHaveText([t.take, t.edit, t.slides, t.keep, t.compare_with]);
    for (const one of await acts.locator(".rest .btn").all()) await expect.poll(() => height(one)).toBeGreaterThanOrEqual(44);
    await expectAccessible(page);
    // The focus comes back from a dialog.
    await acts.getByRole("button", { name: t.take }).click();
    await expect(page.locator("dialog[open]")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.locator("dialog[open]")).toHaveCount(0);
    await expect(acts.getByRole("button", { name: t.take })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(acts.getByText(t.take)).toBeHidden();
    await expect(more).toBeFocused();
    await more.click();
    await expect(acts.getByText(t.take)).toBeVisible();
    await page.locator(".questions h2").first().click();
    await expect(acts.getByText(t.take)).toBeHidden();
  });

  for (const lang of ["zh", "en"]) {
    test.describe(() => {
      test.use({ lang });
      test(`at the largest size the bar, the sections and the actions are one row each (${lang})`, async ({ open, page }) => {
        await open("?s=sample-1-5");
        await page.locator("header details summary").click();
        await page.locator("input[name=size][value=huge]").check();
        await page.locator("header details summary").click();
        await expect(page.locator("html")).toHaveAttribute("data-size", "huge");
        for (const row of [".bar", ".tabs nav", ".head .do"]) await expect.poll(() => lines(page.locator(row)), { message: row }).toBe(1);
        await goTo(page, "?s=sample-1-5&p=people");
        for (const row of [".bar", ".tabs nav", ".head"]) await expect.poll(() => lines(page.locator(row)), { message: row }).toBe(1);
        for (const tab of await page.locator(".tabs a").all()) await expect.poll(() => height(tab)).toBeLessThan(90);
      });
    });
  }
});
