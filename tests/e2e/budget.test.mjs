// Budgets: the table, what lives in its link, the line card, the pictures, the files to take away, the audit.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { chosen, COLUMNS, csv, budgetsOf, exact, fine, grouped, inYuan, lineOf, parents, percent, plainYuan, shown, tableOf, unitOf, UNITS, unzipped, wide, withBudget } from "./budgets.mjs";
import { assertNoTroubles, drop, eventually, focused, goTo, heading, painted, problems, settled, tabTo, withSite } from "./helpers.mjs";
import { archived, fill, TEXTS } from "./material.mjs";

const site = withSite();

const t = TEXTS.zh;
const DAXING = "?s=daxing-19-10&p=budget/final-2024";
const CHANGAN = "?s=changan-18-6&p=budget/execution-2023";
const HUANGPU = "?s=huangpu-2024-half&p=budget/half-2024";
const DAMU = "?s=damu-2021-final&p=budget/final-2021";
const SAMPLE = "?s=sample-1-5&p=budget/budget-2024";
const BIG = `${SAMPLE}&t=g-exp`;
const sample = budgetsOf("sample-1-5")[0];
const big = tableOf(sample, "g-exp");
const number = (line) => big.lines.indexOf(lineOf(big, line));

/** Opens a place cold, and waits until all lines of the table and the picture are there. */
async function open(place, options) {
  const page = await (options ? site.open(place, options) : site.reopen(place));
  await ready(page);
  return page;
}
async function ready(page) {
  await settled(page);
  // Lines come in slices.
  await page.waitForFunction(() => {
    const said = /\d+/.exec(document.querySelector("main [role=status].quiet")?.textContent ?? "0")[0];
    const there = document.querySelectorAll("[data-row]").length;
    return there >= Math.min(Number(said), 400) || !document.querySelector("[role=treegrid]");
  });
  await painted(page);
}
const search = (page) => decodeURIComponent(new URL(page.url()).search);
const is = (page, place) => eventually(async () => assert.equal(search(page), place));
const row = (page, n) => page.locator(`#line-${n}`);
const names = (page) => page.locator("[data-row] th a").allTextContents();
const heads = (page) => page.locator("[role=columnheader] a").evaluateAll((all) => all.map((a) => a.dataset.key));
const status = (page) => page.locator(".content span[role=status]").textContent();
const saysShown = (page, count, of) => eventually(async () => assert.equal(await status(page), fill(t.lines_shown, count, of)));
const unit = (page, name) => page.getByRole("group", { name: t.unit }).getByRole("link", { name, exact: true });
const isIn = (page, selector) => page.locator(selector).evaluate((element) => {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
});
/** Every line shown, as `{ row, cells: { label: [text, title] } }`. */
const cells = (page) => page.locator("[data-row]").evaluateAll((rows) => rows.map((row) => ({
  row: Number(row.dataset.row),
  cells: Object.fromEntries([...row.querySelectorAll("td")].map((cell) => [cell.dataset.label, [cell.textContent, cell.firstElementChild?.getAttribute("title") ?? null]])),
})));
/** What a picture is made of. */
const picture = (page) => page.locator("svg.scene").evaluate((svg) => ({
  rects: [...svg.querySelectorAll(":scope > rect, :scope > a > rect")].map((rect) => ({ ink: rect.getAttribute("class"), title: rect.querySelector("title")?.textContent, width: Number(rect.getAttribute("width")), height: Number(rect.getAttribute("height")) })),
  paths: [...svg.querySelectorAll("path")].map((path) => ({ ink: path.getAttribute("class"), title: path.querySelector("title")?.textContent })),
  lines: [...svg.querySelectorAll("line")].map((line) => line.getAttribute("class")),
  texts: [...svg.querySelectorAll("text")].map((text) => text.textContent),
  links: [...svg.querySelectorAll("a")].map((a) => [a.getAttribute("aria-label"), a.getAttribute("href")]),
  label: svg.getAttribute("aria-label"),
}));
async function download(page, button) {
  const [saved] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: button, exact: true }).click()]);
  return { name: saved.suggestedFilename(), bytes: await readFile(await saved.path()) };
}
/** Exactly one line can be reached by Tab. */
const stops = (page) => page.locator("[data-row][tabindex='0']").evaluateAll((rows) => rows.map((row) => row.id));

test("from the tab of the session to its budget, and from the list of several to one", async () => {
  let page = await open("?s=daxing-19-10");
  await page.locator(".tabs a", { hasText: t.budgets }).click();
  await eventually(async () => assert.equal(await heading(page), "大兴镇2024年财政决算（年初预算、调整预算、决算）"));
  assert.equal(search(page), DAXING);
  assert.equal(await page.locator(".tabs a[aria-current=page]").evaluate((tab) => tab.firstChild.textContent), t.budgets);
  assert.ok((await page.title()).startsWith("大兴镇2024年财政决算"), await page.title());
  page = await open("?s=sample-1-5");
  await page.locator(".tabs a", { hasText: t.budgets }).click();
  await is(page, "?s=sample-1-5&p=budget");
  const rows = page.locator("main .rows li");
  const all = budgetsOf("sample-1-5");
  await eventually(async () => assert.deepEqual(await rows.locator("a.t").allTextContents(), all.map((budget) => budget.title)));
  for (const [at, budget] of all.entries()) {
    const lines = budget.tables.reduce((sum, table) => sum + table.lines.length, 0);
    assert.ok((await rows.nth(at).textContent()).includes(fill(t.tables_of, budget.tables.length, lines)));
  }
  await rows.nth(2).locator("a.t").click();
  await is(page, "?s=sample-1-5&p=budget/half-2024");
  await eventually(async () => assert.equal(await heading(page), all[2].title));
  await page.getByRole("link", { name: t.all_budgets }).click();
  await is(page, "?s=sample-1-5&p=budget");
  await page.goBack();
  await page.goBack();
  await is(page, "?s=sample-1-5&p=budget");
  assertNoTroubles(page);
});

test("an agenda item leads to its budgets", async () => {
  const page = await open("?s=sample-1-5&p=agenda/a-budget");
  const links = page.locator("main").getByRole("link", { name: t.see_budget });
  assert.deepEqual(await links.evaluateAll((all) => [...new Set(all.map((a) => a.getAttribute("href")))]), ["budget-2024", "final-2023", "half-2024"].map((id) => `?s=sample-1-5&p=budget/${id}`));
  await links.first().click();
  await is(page, SAMPLE);
  await eventually(async () => assert.equal(await heading(page), sample.title));
});

test("a sample is labelled wherever its budget is shown", async () => {
  for (const place of ["?s=sample-1-5&p=budget", SAMPLE, `${SAMPLE}/g-205&pic=share`]) {
    const page = await open(place);
    await page.getByText(t.sample_note).first().waitFor();
    if (place !== "?s=sample-1-5&p=budget") assert.equal(await page.locator("main .facts .chip.sample").textContent(), t.sample);
    assert.ok((await page.locator("main").textContent()).includes("【示例】"));
  }
  const page = await open(DAXING);
  assert.equal(await page.locator("main .chip.sample").count(), 0);
  assert.equal(await page.getByText(t.sample_note).count(), 0);
});

test("another unit moves the point and nothing else, and lives in the link", async () => {
  const page = await open(DAXING);
  const last = page.locator("#line-0 td[data-label=决算] span");
  assert.equal(await last.textContent(), "10,855");
  assert.equal(await unit(page, "万元").getAttribute("aria-current"), "true");
  for (const [name, key, text] of [["元", "yuan", "108,550,000"], ["亿元", "yi", "1.0855"], ["万元", "wan", "10,855"]]) {
    await unit(page, name).click();
    await is(page, `${DAXING}&unit=${key}`);
    await eventually(async () => assert.equal(await last.textContent(), text));
    assert.equal(await last.getAttribute("title"), null);
    assert.equal(await unit(page, name).getAttribute("aria-current"), "true");
    assert.equal(await page.locator(".seg a[aria-current=true]", { hasText: /元$/ }).count(), 1);
  }
  await page.goBack();
  await is(page, `${DAXING}&unit=yi`);
  await eventually(async () => assert.equal(await last.textContent(), "1.0855"));
  const cold = await open(`${DAXING}&unit=yi`);
  assert.equal(await cold.locator("#line-0 td[data-label=决算]").textContent(), "1.0855");
  assertNoTroubles(cold);
});

for (const [id, lang] of [["daxing-19-10", "zh"], ["changan-18-6", "en"], ["zhangzhen-2025", "zh"], ["huangpu-2024-half", "en"], ["gangkou-16-12", "zh"], ["damu-2021-final", "zh"], ["xiaolan-2025-half", "zh"], ["sample-1-5", "zh"]]) {
  test(`every figure of ${id} in every unit, as printed or rounded with ≈ and the exact figure beside it, in ${lang}`, async () => {
    const page = await open("", { lang });
    let seen = 0;
    let rounded = 0;
    for (const budget of budgetsOf(id)) {
      for (const table of budget.tables) {
        // The printed unit of the table first: what one sees without choosing.
        for (const { key, unit } of [{ key: null, unit: table.unit ?? budget.unit }, ...UNITS]) {
          await goTo(page, `?s=${id}&p=budget/${budget.id}&t=${table.id}${key ? `&unit=${key}` : ""}`);
          const openAll = page.getByRole("button", { name: TEXTS[lang].open_all });
          if (await openAll.count()) await openAll.click();
          await page.waitForFunction((count) => document.querySelectorAll("[data-row]").length === count, table.lines.length);
          const expected = table.lines.map((line, row) => {
            const used = Object.entries(COLUMNS).filter(([column]) => table.lines.some((other) => column in (other.amounts ?? {})));
            return { row, cells: Object.fromEntries(used.map(([column, labels]) => {
              const amount = line.amounts?.[column];
              if (amount === undefined) return [labels[lang === "zh" ? 0 : 1], ["—", TEXTS[lang].not_stated]];
              const figure = shown(amount, unitOf(budget, table, line), unit, lang);
              seen += 1;
              if (figure[1]) rounded += 1;
              return [labels[lang === "zh" ? 0 : 1], figure];
            })) };
          });
          const wanted = new Set(Object.values(COLUMNS).map((labels) => labels[lang === "zh" ? 0 : 1]));
          const found = (await cells(page)).sort((a, b) => a.row - b.row).map(({ row, cells }) => ({ row, cells: Object.fromEntries(Object.entries(cells).filter(([label]) => wanted.has(label))) }));
          assert.deepEqual(found, expected, `${budget.id} ${table.id} ${key}`);
        }
      }
    }
    assert.ok(seen > 20, `${seen} figures`);
    if (id === "zhangzhen-2025" || id === "sample-1-5") assert.ok(rounded > 10, `${rounded} rounded`);
    assertNoTroubles(page);
  });
}

test("lines printed in 亿元 and in 万元 stand each as printed in its own unit on its card", async () => {
  const page = await open(`${CHANGAN}/gp-exp-carry`);
  const card = page.locator(".line-card");
  assert.ok((await card.textContent()).includes("5,737.88万元"));
  assert.ok((await card.textContent()).includes("= 57,378,800元"));
  // In the table, which is in 亿元, the same is rounded and says so.
  const cell = page.locator("tr.hit td[data-label=执行] span");
  assert.deepEqual([await cell.textContent(), await cell.getAttribute("title")], ["≈0.5738", "5,737.88万元"]);
  await goTo(page, `${CHANGAN}/gf-rev-land`);
  await eventually(async () => assert.ok((await card.textContent()).includes("2.64亿元")));
  assert.ok((await card.textContent()).includes("= 264,000,000元"));
  assert.equal(await page.locator("tr.hit td[data-label=执行]").textContent(), "2.64");
  await unit(page, "万元").click();
  await eventually(async () => assert.equal(await page.locator("#line-2 td[data-label=执行]").textContent(), "7,604.62"));
  assert.equal(await page.locator("tr.hit td[data-label=执行]").textContent(), "26,400");
});

test("a negative figure has its sign, and half a year its mark", async () => {
  const page = await open(HUANGPU);
  const table = tableOf(budgetsOf("huangpu-2024-half")[0], "rev");
  const at = table.lines.indexOf(lineOf(table, "rev-refinancing"));
  const figure = row(page, at).locator("td[data-label=执行] span");
  assert.equal(await figure.textContent(), "\u221282");
  assert.match(await figure.getAttribute("class"), /\bneg\b/);
  const marks = page.locator(".meter u");
  assert.equal(await marks.count(), table.lines.filter((line) => line.printed?.completion_percent).length);
  const places = await marks.evaluateAll((all) => all.map((mark) => (mark.getBoundingClientRect().left - mark.parentElement.getBoundingClientRect().left) / mark.parentElement.getBoundingClientRect().width));
  for (const place of places) assert.ok(Math.abs(place - 0.5) < 0.03, `${place}`);
  assert.ok((await page.locator("main .facts").textContent()).includes(fill(t.budget_period, "2024年6月30日")));
  const whole = await open(DAXING);
  assert.equal(await whole.locator(".meter u").count(), 0);
  assert.ok(await whole.locator(".meter i").count() > 0);
});

test("a click on a column sorts within each branch, the other way round, then as printed; the order is in the link", async () => {
  const page = await open(BIG);
  const head = page.locator("[role=columnheader]", { has: page.locator("a[data-key=执行]") });
  const above = parents(big);
  const printed = big.lines.filter((_, n) => above[n] === null);
  const value = (line) => (line.amounts?.executed === undefined ? null : fine(line.amounts.executed, "wan_yuan"));
  const down = printed.toSorted((a, b) => (value(a) === null) - (value(b) === null) || (value(a) === null ? 0 : value(a) < value(b) ? 1 : value(a) > value(b) ? -1 : 0));
  const up = printed.toSorted((a, b) => (value(a) === null) - (value(b) === null) || (value(a) === null ? 0 : value(a) < value(b) ? -1 : value(a) > value(b) ? 1 : 0));
  const text = (lines) => lines.map((line) => line.name);
  assert.deepEqual(await names(page), text(printed));
  assert.equal(await head.getAttribute("aria-sort"), null);
  for (const [sort, state, lines] of [["-executed", "descending", down], ["executed", "ascending", up], [null, null, printed]]) {
    await head.locator("a").click();
    await is(page, `${BIG}${sort ? `&sort=${sort}` : ""}`);
    await eventually(async () => assert.deepEqual(await names(page), text(lines)));
    assert.equal(await head.getAttribute("aria-sort"), state);
    assert.equal(await page.locator("[aria-sort]").count(), state ? 1 : 0);
    assert.equal(await page.evaluate(() => document.activeElement.dataset.key), "执行", "the focus stays on the column");
  }
  assert.equal(printed.at(-1).name, down[0].name, "the total is the largest: it moves");
  // The first column sorts by code; what has no code comes last.
  await page.locator("[role=columnheader] a").first().click();
  await is(page, `${BIG}&sort=code`);
  const cold = await open(`${SAMPLE}/g-20502&sort=executed`);
  const parts = big.lines.filter((line) => line.parent === "g-20502").toSorted((a, b) => (value(a) < value(b) ? -1 : 1)).map((line) => line.name);
  const shownNames = await names(cold);
  // A line that is marked is not opened itself; its branch is in order all the same.
  await row(cold, number("g-20502")).locator(".twist").click();
  await eventually(async () => assert.ok((await names(cold)).length > shownNames.length));
  const all = await names(cold);
  const at = all.indexOf("普通教育");
  assert.deepEqual(all.slice(at + 1, at + 1 + parts.length), parts);
  assertNoTroubles(cold);
});

test("branches open and close by pointer, one by one and all at once", async () => {
  const page = await open(BIG);
  const at = number("g-205");
  const line = row(page, at);
  const tops = parents(big).filter((above) => above === null).length;
  await saysShown(page, tops, big.lines.length);
  assert.deepEqual([await line.getAttribute("aria-level"), await line.getAttribute("aria-expanded")], ["1", "false"]);
  await page.getByRole("button", { name: fill(t.open_branch, "教育支出"), exact: true }).click();
  await eventually(async () => assert.equal(await line.getAttribute("aria-expanded"), "true"));
  await saysShown(page, tops + 3, big.lines.length);
  const part = row(page, number("g-20502"));
  assert.deepEqual([await part.getAttribute("aria-level"), await part.getAttribute("aria-expanded")], ["2", "false"]);
  assert.equal(await page.evaluate(() => document.activeElement.id), `line-${at}`);
  await page.getByRole("button", { name: fill(t.close_branch, "教育支出"), exact: true }).click();
  await eventually(async () => assert.equal(await line.getAttribute("aria-expanded"), "false"));
  await saysShown(page, tops, big.lines.length);
  await page.getByRole("button", { name: t.open_all }).click();
  await saysShown(page, big.lines.length, big.lines.length);
  await eventually(async () => assert.deepEqual(await names(page), big.lines.map((one) => one.name)));
  const level = (n) => (parents(big)[n] === null ? 1 : 1 + level(parents(big)[n]));
  assert.deepEqual(await page.locator("[data-row]").evaluateAll((rows) => rows.map((one) => Number(one.getAttribute("aria-level")))), big.lines.map((_, n) => level(n)));
  assert.equal((await stops(page)).length, 1);
  await page.getByRole("button", { name: t.close_all }).click();
  await saysShown(page, tops, big.lines.length);
  assert.equal(search(page), BIG);
  assertNoTroubles(page);
});

test("the table is walked with the keyboard alone, from the tabs to a line and its card", async () => {
  const page = await open("?s=sample-1-5");
  // The heading of a new page takes the focus a moment after it is there; a Tab before that would be undone.
  const arrived = (title) => eventually(async () => {
    assert.equal(await heading(page), title);
    assert.equal(await page.evaluate(() => document.activeElement.tagName), "H1");
  });
  const passed = await tabTo(page, (here) => here?.name.startsWith(t.budgets) && here.href === "?s=sample-1-5&p=budget");
  await page.keyboard.press("Enter");
  await arrived(t.budgets);
  passed.push(...await tabTo(page, (here) => here?.href === SAMPLE));
  await page.keyboard.press("Enter");
  await arrived(sample.title);
  passed.push(...await tabTo(page, (here) => here?.href === `${BIG}`));
  await page.keyboard.press("Enter");
  await page.locator("[role=treegrid][aria-label='2024年一般公共预算支出表']").waitFor();
  await ready(page);
  passed.push(...await tabTo(page, (here) => here?.tag === "TR"));
  const at = (id) => eventually(async () => {
    assert.equal(await page.evaluate(() => document.activeElement.id), `line-${number(id)}`);
    assert.deepEqual(await stops(page), [`line-${number(id)}`]);
    const here = await focused(page);
    passed.push(here);
    assert.deepEqual(here.problems, []);
  });
  const press = async (key, id, expanded) => {
    await page.keyboard.press(key);
    await at(id);
    if (expanded !== undefined) await eventually(async () => assert.equal(await row(page, number(id)).getAttribute("aria-expanded"), expanded));
  };
  const tops = big.lines.filter((_, n) => parents(big)[n] === null).map((line) => line.id);
  await at(tops[0]);
  await press("ArrowUp", tops[0]);
  await press("ArrowLeft", tops[0], "false");
  await press("ArrowDown", tops[1]);
  await press("ArrowUp", tops[0]);
  await press("End", tops.at(-1));
  await press("ArrowDown", tops.at(-1));
  await press("Home", tops[0]);
  for (const _ of [1, 2, 3]) await page.keyboard.press("ArrowDown");
  await at("g-205");
  await press("ArrowRight", "g-205", "true");
  await press("ArrowRight", "g-20502", "false");
  await press("ArrowRight", "g-20502", "true");
  await press("ArrowRight", "g-2050201");
  await press("ArrowRight", "g-2050201");
  await press("ArrowDown", "g-2050202");
  await press("Enter", "g-2050202");
  await is(page, `${SAMPLE}/g-2050202`);
  await page.locator(".line-card").waitFor();
  assert.equal(await row(page, number("g-2050202")).getAttribute("aria-current"), "true");
  // The card is between two lines and no stop of the arrows.
  await press("ArrowDown", "g-2050203");
  await press("ArrowUp", "g-2050202");
  await press("ArrowLeft", "g-20502", "true");
  await press("ArrowLeft", "g-20502", "false");
  await press("ArrowLeft", "g-205", "true");
  await press("ArrowLeft", "g-205", "false");
  // Out of the table and back to where one was.
  await page.keyboard.press("Shift+Tab");
  assert.notEqual((await focused(page))?.tag, "TR");
  await page.keyboard.press("Tab");
  await at("g-205");
  // A key with a modifier is the browser's.
  await page.keyboard.press("Control+End");
  assert.equal(await page.evaluate(() => document.activeElement.id), `line-${number("g-205")}`);
  assert.deepEqual(problems(passed), []);
  assertNoTroubles(page);
});

test("the focus is never under the sticky head of the table", async () => {
  const page = await open(`${BIG}&sort=code`, { viewport: { width: 1280, height: 500 } });
  await page.getByRole("button", { name: t.open_all }).click();
  await ready(page);
  await row(page, 0).focus();
  await page.keyboard.press("End");
  const hidden = [];
  for (let n = 0; n < 60; n += 1) {
    await page.keyboard.press("ArrowUp");
    const problem = await page.evaluate(() => {
      const one = document.activeElement.getBoundingClientRect();
      const head = document.querySelector("thead th").getBoundingClientRect();
      return one.top < head.bottom - 1 && head.top < one.bottom ? `${document.activeElement.id} at ${one.top} under the head to ${head.bottom}` : null;
    });
    if (problem) hidden.push(problem);
  }
  assert.deepEqual(hidden, []);
});

test("lines are found by name and by code while typing; the choice is in the link", async () => {
  const page = await open(BIG);
  const steps = await page.evaluate(() => history.length);
  const field = page.getByPlaceholder(t.find_line);
  const clear = page.getByRole("button", { name: t.clear_choice });
  assert.equal(await clear.isVisible(), false);
  await field.focus();
  for (const [typed, find] of [["教", "教"], ["育", "教育"]]) {
    await page.keyboard.insertText(typed);
    await is(page, `${BIG}&q=${find}`);
    const left = chosen(big, (line) => line.name.includes(find));
    await saysShown(page, left.length, big.lines.length);
    await eventually(async () => assert.deepEqual(await page.locator("[data-row]").evaluateAll((rows) => rows.map((one) => Number(one.dataset.row))), left));
    assert.equal(await page.evaluate(() => document.activeElement.type), "search");
    assert.equal(await field.inputValue(), find);
  }
  // What does not fit itself is there only to show where the others belong.
  const context = await page.locator("[data-row].context th a").allTextContents();
  assert.ok(context.every((name) => !name.includes("教育")), `${context}`);
  assert.ok((await page.locator("[data-row]:not(.context) th a").allTextContents()).every((name) => name.includes("教育")));
  await field.fill("20502");
  await is(page, `${BIG}&q=20502`);
  await saysShown(page, chosen(big, (line) => line.code?.includes("20502")).length, big.lines.length);
  await field.fill("没有这样的科目");
  await page.getByText(t.no_lines_fit).waitFor();
  await saysShown(page, 0, big.lines.length);
  assert.equal(await page.locator("[data-row]").count(), 0);
  await clear.click();
  await is(page, BIG);
  assert.equal(await field.inputValue(), "");
  await saysShown(page, parents(big).filter((above) => above === null).length, big.lines.length);
  assert.equal(await page.evaluate(() => history.length), steps, "typing makes no steps in the history");
  const cold = await open(`${BIG}&q=教育`);
  assert.equal(await cold.getByPlaceholder(t.find_line).inputValue(), "教育");
  await saysShown(cold, chosen(big, (line) => line.name.includes("教育")).length, big.lines.length);
  assertNoTroubles(cold);
});

test("only lines of at least so much, whatever the unit; the choice is in the link", async () => {
  const page = await open(BIG);
  const field = page.getByLabel(t.only_over);
  const over = (yuan) => chosen(big, (line) => Object.values(line.amounts ?? {}).some((amount) => fine(amount, "wan_yuan") >= yuan * 10_000n));
  await field.fill("1000");
  await field.press("Enter");
  await is(page, `${BIG}&over=10000000`);
  await saysShown(page, over(10_000_000n).length, big.lines.length);
  await unit(page, "亿元").click();
  await is(page, `${BIG}&unit=yi&over=10000000`);
  await eventually(async () => assert.equal(await field.inputValue(), "0.1"));
  await saysShown(page, over(10_000_000n).length, big.lines.length);
  await field.fill("0.05");
  await field.blur();
  await is(page, `${BIG}&unit=yi&over=5000000`);
  await saysShown(page, over(5_000_000n).length, big.lines.length);
  await page.getByPlaceholder(t.find_line).fill("教育");
  await is(page, `${BIG}&unit=yi&q=教育&over=5000000`);
  const both = chosen(big, (line) => line.name.includes("教育") && Object.values(line.amounts ?? {}).some((amount) => fine(amount, "wan_yuan") >= 50_000_000_000n));
  await saysShown(page, both.length, big.lines.length);
  await page.getByRole("button", { name: t.clear_choice }).click();
  await is(page, `${BIG}&unit=yi`);
  assert.equal(await field.inputValue(), "");
  // A negative amount counts by its size.
  const half = tableOf(budgetsOf("huangpu-2024-half")[0], "rev");
  const negative = await open(`${HUANGPU}&over=820000`);
  assert.ok((await names(negative)).includes("一般债券再融资债券转贷收入"));
  await saysShown(negative, half.lines.length - 2, half.lines.length);
});

test("a line opens cold: its branches open, in view, marked, with its card", async () => {
  const page = await open(`${SAMPLE}/g-2050202`);
  const at = number("g-2050202");
  const line = lineOf(big, "g-2050202");
  await page.locator(`#line-${at}.hit[aria-current=true]`).waitFor();
  await eventually(async () => assert.ok(await isIn(page, `#line-${at}`)));
  assert.equal(await page.locator(".hit").count(), 1);
  for (const id of ["g-205", "g-20502"]) assert.equal(await row(page, number(id)).getAttribute("aria-expanded"), "true");
  assert.equal(await row(page, number("g-201")).getAttribute("aria-expanded"), "false");
  assert.deepEqual(await stops(page), [`line-${at}`]);
  assert.equal(await page.locator(".tables a[aria-current=true]").getAttribute("href"), BIG);
  const facts = Object.fromEntries(await page.locator(".line-card dl").evaluate((list) => [...list.querySelectorAll("dt")].map((term) => [term.textContent, term.nextElementSibling.textContent])));
  const whole = big.lines.filter((other, n) => parents(big)[n] === null && !["total", "subtotal", "of_which"].includes(other.role) && other.amounts?.executed).reduce((sum, other) => sum + fine(other.amounts.executed, "wan_yuan"), 0n);
  const own = fine(line.amounts.executed, "wan_yuan");
  const people = BigInt(archived("sample-1-5").assembly.population);
  const head = percent(own, people * 10_000n, 0).replace(/%|,/g, "");
  const expected = Object.fromEntries(Object.entries(line.amounts).map(([column, amount]) => [COLUMNS[column][0], `${exact(amount, "wan_yuan")} = ${inYuan(amount, "wan_yuan")}元`]));
  const base = fine(line.amounts.adjusted ?? line.amounts.initial, "wan_yuan");
  const before = fine(line.amounts.prior_final, "wan_yuan");
  expected[t.completion] = fill(t.computed, percent(own, base, 2));
  expected[t.change] = fill(t.computed, `+${percent(own - before, before, 2)}`);
  expected[t.share] = `${percent(own, whole, 1)} 执行`;
  expected[t.share_of_parent] = `${percent(own, fine(lineOf(big, "g-20502").amounts.executed, "wan_yuan"), 1)} 执行`;
  expected[t.per_head] = `${grouped(`${head.slice(0, -2)}.${head.slice(-2)}`)}元 执行 · ${fill(t.per_head_of, people)}`;
  assert.deepEqual(facts, expected);
  const card = page.locator(".line-card");
  await card.getByRole("heading", { name: t.what_is_this }).waitFor();
  assert.match(await card.textContent(), /幼儿园、中小学/);
  assert.match(await card.textContent(), /205 教育支出/);
  // Nothing pulls the reader back afterwards.
  await page.evaluate(() => scrollTo(0, 0));
  await painted(page);
  assert.equal(await page.evaluate(() => scrollY), 0);
  await card.getByRole("link", { name: t.close_line }).click();
  await is(page, BIG);
  await card.waitFor({ state: "detached" });
  await page.goBack();
  await card.waitFor();
  assertNoTroubles(page);
});

test("a line is copied with its exact figures, and as a link", async () => {
  const page = await open(`${SAMPLE}/g-205&unit=yi`);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: t.copy_line, exact: true }).click();
  await eventually(async () => assert.equal(await page.locator(".told").textContent(), t.line_copied));
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const line = lineOf(big, "g-205");
  assert.equal(copied, `教育支出：${Object.entries(line.amounts).map(([column, amount]) => `${COLUMNS[column][0]} ${exact(amount, "wan_yuan")}`).join(" · ")}\n${sample.title} · ${archived("sample-1-5").title} (${t.sample})\n${site.url}${SAMPLE}/g-205&unit=yi`);
  await page.locator(".line-card").getByRole("button", { name: t.copy_line_link, exact: true }).click();
  await eventually(async () => assert.equal(await page.evaluate(() => navigator.clipboard.readText()), `${site.url}${SAMPLE}/g-205&unit=yi`));
});

test("a line that is gone, and one that the choice hides, are told", async () => {
  const gone = await open(`${SAMPLE}/g-9999999`);
  await gone.getByText(fill(t.line_gone, "g-9999999")).waitFor();
  assert.equal(await heading(gone), sample.title);
  assert.ok(await gone.locator("[data-row]").count() > 0);
  assert.equal(await gone.locator(".hit").count(), 0);
  const hidden = await open(`${SAMPLE}/g-2050202&q=道路`);
  await hidden.getByText(t.line_hidden).waitFor();
  assert.equal(await hidden.locator(".hit").count(), 0);
  await hidden.getByRole("button", { name: t.clear_choice }).click();
  await hidden.locator(".hit").waitFor();
  assert.equal(await hidden.getByText(t.line_hidden).count(), 0);
  assertNoTroubles(hidden);
});

test("columns are taken away and added; the choice is in the link", async () => {
  const page = await open(BIG);
  const usual = ["上年决算", "年初预算", "调整预算", "执行", "下年预算", t.completion, t.change];
  assert.deepEqual(await heads(page), [t.line, ...usual]);
  const menu = page.locator(".chooser details");
  await menu.locator("summary").click();
  const box = (name) => menu.getByLabel(name, { exact: true });
  assert.equal(await box("上年决算").isChecked(), true);
  await box("上年决算").uncheck();
  await is(page, `${BIG}&cols=initial,adjusted,executed,next,completion,change`);
  await eventually(async () => assert.deepEqual(await heads(page), [t.line, ...usual.slice(1)]));
  assert.equal(await page.evaluate(() => document.activeElement.type), "checkbox", "the focus stays in the menu");
  await box(t.share).check();
  await box(t.per_head).check();
  await is(page, `${BIG}&cols=initial,adjusted,executed,next,completion,change,share,per_head`);
  await eventually(async () => assert.deepEqual(await heads(page), [t.line, ...usual.slice(1), t.share, t.per_head]));
  const cold = await open(`${BIG}&cols=executed,share,per_head`);
  assert.deepEqual(await heads(cold), [t.line, "执行", t.share, t.per_head]);
  const roots = big.lines.map((line, n) => [line, n]).filter(([, n]) => parents(big)[n] === null);
  const whole = roots.filter(([line]) => !["total", "subtotal", "of_which"].includes(line.role) && line.amounts?.executed).reduce((sum, [line]) => sum + fine(line.amounts.executed, "wan_yuan"), 0n);
  const people = BigInt(archived("sample-1-5").assembly.population);
  for (const [line, n] of roots) {
    if (!line.amounts?.executed) continue;
    const own = fine(line.amounts.executed, "wan_yuan");
    const head = percent(own, people * 10_000n, 0).replace(/%|,/g, "").padStart(3, "0");
    const said = await row(cold, n).locator("td").allTextContents();
    assert.deepEqual(said, [grouped(line.amounts.executed), line.role === "total" ? "—" : percent(own, whole, 1), `${grouped(`${head.slice(0, -2)}.${head.slice(-2)}`)}元`], line.name);
  }
  // Where nobody says how many people live there, there is no figure per head.
  const real = await open(DAXING);
  await real.locator(".chooser details summary").click();
  assert.equal(await real.getByLabel(t.per_head, { exact: true }).count(), 0);
  assertNoTroubles(real);
});

test("the picture of completion: a bar for each line, what goes beyond, and the time gone by", async () => {
  const page = await open(`${HUANGPU}&pic=completion`);
  const table = tableOf(budgetsOf("huangpu-2024-half")[0], "rev");
  const lines = table.lines.filter((line) => line.printed?.completion_percent);
  const { rects, lines: marks, texts, links } = await picture(page);
  const bars = rects.filter((rect) => rect.ink === "i-data");
  assert.deepEqual(bars.map((rect) => rect.title), lines.map((line) => `${line.name} ${line.printed.completion_percent}%`));
  assert.equal(rects.filter((rect) => rect.ink === "i-data-soft").length, lines.length);
  assert.deepEqual(rects.filter((rect) => rect.ink === "i-hatch").map((rect) => rect.title), lines.filter((line) => Number(line.printed.completion_percent) > 100).map((line) => `${line.name} ${line.printed.completion_percent}%`));
  assert.equal(marks.filter((ink) => ink === "i-mark").length, lines.length);
  assert.ok(texts.includes("时间进度 50.0%"), `${texts}`);
  for (const line of lines) assert.ok(texts.includes(line.name) && texts.includes(`${line.printed.completion_percent}%`), line.name);
  // A bar of 24.5 % is as long as that.
  const full = rects.find((rect) => rect.ink === "i-data-soft").width;
  for (const [at, line] of lines.entries()) assert.ok(Math.abs(bars[at].width / full - Math.min(1, Number(line.printed.completion_percent) / 100)) < 0.01, line.name);
  assert.ok(links.every(([label, href]) => label && decodeURIComponent(href).startsWith("?s=huangpu-2024-half&p=budget/half-2024/")));
  const whole = await open(`${DAXING}&pic=completion`);
  assert.deepEqual((await picture(whole)).lines, []);
  assertNoTroubles(whole);
});

test("the picture of where the money comes from and goes to", async () => {
  const page = await open(`${SAMPLE}&pic=flow`);
  const { rects, paths, texts } = await picture(page);
  for (const book of ["一般公共预算", "政府性基金预算", "国有资本经营预算", "社会保险基金预算"]) assert.ok(texts.includes(book), book);
  assert.equal(rects.filter((rect) => rect.ink === "i-mark").length, 4);
  const ends = rects.filter((rect) => rect.ink !== "i-mark");
  assert.deepEqual(paths.map((path) => path.title), ends.map((rect) => rect.title));
  for (const said of ["税收收入 5,953.89", "一般性转移支付收入 9,308.45", "教育支出 3,062.81"]) assert.ok(paths.some((path) => path.title === said && path.ink === "i-ribbon"), said);
  assert.ok(rects[0].height > 10);
  const figures = (await page.locator(".picture figcaption").textContent());
  assert.ok(figures.includes(fill(t.amounts_in, "万元")));
  const half = await open(`${HUANGPU}&pic=flow`);
  assert.ok((await picture(half)).texts.includes(t.book_unknown));
  const sampleHalf = await open("?s=sample-1-5&p=budget/half-2024&pic=flow");
  await sampleHalf.getByText(t.flow_both_needed).waitFor();
  assertNoTroubles(sampleHalf);
});

test("the picture of where the money comes from and goes to is in the unit chosen, with the digits that there are", async () => {
  const page = await open(`${SAMPLE}&pic=flow`);
  await unit(page, "元").click();
  await eventually(async () => assert.ok((await picture(page)).texts.includes("59,538,900"), `${(await picture(page)).texts.slice(0, 4)}`), 5_000);
  assert.ok((await page.locator(".picture figcaption").textContent()).includes(fill(t.amounts_in, "元")));
});

test("the picture of shares: areas by amount, down by a rectangle, up by the way shown", async () => {
  const page = await open(`${BIG}&pic=share`);
  const above = parents(big);
  const expected = (parent) => big.lines.filter((line, n) => (parent ? line.parent === parent : above[n] === null) && !["total", "subtotal", "of_which"].includes(line.role) && line.amounts?.executed && fine(line.amounts.executed, "wan_yuan") > 0n)
    .toSorted((a, b) => (fine(a.amounts.executed, "wan_yuan") > fine(b.amounts.executed, "wan_yuan") ? -1 : 1));
  const check = async (parent) => {
    const lines = expected(parent);
    const whole = lines.reduce((sum, line) => sum + fine(line.amounts.executed, "wan_yuan"), 0n);
    await eventually(async () => assert.deepEqual((await picture(page)).rects.map((rect) => rect.title), lines.map((line) => `${line.name} ${percent(fine(line.amounts.executed, "wan_yuan"), whole, 1)} ${grouped(line.amounts.executed)}`)));
    const { rects } = await picture(page);
    const area = rects.reduce((sum, rect) => sum + (rect.width + 2) * (rect.height + 2), 0);
    for (const [at, line] of lines.entries()) {
      const share = Number(fine(line.amounts.executed, "wan_yuan")) / Number(whole);
      if (share > 0.02) assert.ok(Math.abs((rects[at].width + 2) * (rects[at].height + 2) / area - share) < 0.01, line.name);
    }
  };
  await check(null);
  assert.equal(await page.locator(".picture .crumb").count(), 0);
  const rect = (name) => page.locator(`svg.scene a[aria-label^="${name} "]`);
  await rect("教育支出").click();
  await is(page, `${SAMPLE}/g-205&pic=share`);
  await check("g-205");
  await page.locator(`#line-${number("g-205")}.hit`).waitFor();
  assert.equal(await page.locator(".picture .crumb").textContent(), `${t.share_whole} › 教育支出`);
  await rect("普通教育").click();
  await is(page, `${SAMPLE}/g-20502&pic=share`);
  await check("g-20502");
  await page.locator(".picture .crumb a", { hasText: "教育支出" }).click();
  await is(page, `${SAMPLE}/g-205&pic=share`);
  await page.locator(".picture .crumb a", { hasText: t.share_whole }).click();
  await is(page, `${BIG}&pic=share`);
  await check(null);
  // By keyboard, too.
  await rect("教育支出").focus();
  await page.keyboard.press("Enter");
  await is(page, `${SAMPLE}/g-205&pic=share`);
  assertNoTroubles(page);
});

test("the picture of change: to the right more, to the left less", async () => {
  const page = await open(`${SAMPLE}&t=k-rev&pic=change`);
  const table = tableOf(sample, "k-rev");
  const lines = table.lines.filter((line) => line.amounts?.executed && line.amounts.prior_final);
  const difference = (line) => fine(line.amounts.executed, "wan_yuan") - fine(line.amounts.prior_final, "wan_yuan");
  const { rects, texts } = await picture(page);
  const moneyOf = (n) => {
    const text = `${n < 0n ? "-" : ""}${(n < 0n ? -n : n).toString().padStart(9, "0")}`;
    return `${text.slice(0, -8)}.${text.slice(-8, -6)}`;
  };
  const expected = lines.map((line) => {
    const [n, was] = [difference(line), fine(line.amounts.prior_final, "wan_yuan")];
    const plus = n > 0n ? "+" : "";
    return { ink: n < 0n ? "i-hatch" : "i-data", title: `${line.name} ${plus}${grouped(moneyOf(n))} (${plus}${percent(n, was, 1)})` };
  });
  assert.deepEqual(rects.map(({ ink, title }) => ({ ink, title })), expected);
  assert.ok(expected.some(({ ink }) => ink === "i-hatch") && expected.some(({ ink }) => ink === "i-data"));
  for (const line of lines) assert.ok(texts.includes(line.name), line.name);
  // The longest bar is that of the largest difference.
  const longest = rects.toSorted((a, b) => b.width - a.width)[0];
  const largest = lines.toSorted((a, b) => Number((difference(b) < 0n ? -difference(b) : difference(b)) - (difference(a) < 0n ? -difference(a) : difference(a))))[0];
  assert.ok(longest.title.startsWith(largest.name));
  assertNoTroubles(page);
});

test("a line over the years: the other session of the body is fetched, and both have their points", async () => {
  const page = await open("");
  await goTo(page, SAMPLE);
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await goTo(page, `${SAMPLE}/g-205`);
  assert.equal(asked.filter((url) => url.includes("sample-1-4")).length, 0, "nothing is fetched before it is asked for");
  await page.locator(".line-card").getByRole("link", { name: t.to_years }).click();
  await is(page, `${SAMPLE}/g-205&pic=years`);
  await page.locator("svg.scene").waitFor();
  assert.equal(asked.filter((url) => url.endsWith("/sample-1-4.json")).length, 1);
  assert.ok(asked.every((url) => !url.includes("xiaolan")), "only the same body's");
  // Every figure of the line, in whichever session and budget it is printed.
  const points = [];
  for (const id of ["sample-1-4", "sample-1-5"]) {
    for (const budget of budgetsOf(id)) {
      for (const table of budget.tables.filter((one) => one.book === "general_public" && one.direction === "expenditure")) {
        const line = table.lines.find((one) => one.code === "205");
        for (const [column, amount] of Object.entries(line?.amounts ?? {})) {
          const year = Number(budget.fiscal_year) + (column === "prior_final" ? -1 : column === "next" ? 1 : 0);
          points.push([year, exact(amount, "wan_yuan"), archived(id).title]);
        }
      }
    }
  }
  const rows = await page.locator(".picture table tbody tr").evaluateAll((all) => all.map((one) => [...one.cells].map((cell) => cell.textContent)));
  const order = (all) => all.map((one) => one.join(" ")).toSorted();
  assert.deepEqual(order(rows.map(([year, , amount, session]) => [year, amount, session])), order(points));
  assert.deepEqual(rows.map(([year]) => year), rows.map(([year]) => year).toSorted(), "by year");
  assert.ok(rows.every(([, , , , matched]) => matched === fill(t.years_by_code, "205")), `${rows[0]}`);
  assert.ok(rows.some(([, stage]) => stage === "决算") && rows.some(([, stage]) => stage === "调整预算"));
  const { paths, texts } = await picture(page);
  assert.equal(paths.length, points.length);
  for (const year of ["2022", "2023", "2024", "2025"]) assert.ok(texts.includes(year), year);
  for (const [year, , session] of points) assert.ok(paths.some((path) => path.title.startsWith(`${year} `) && path.title.endsWith(session)));
  // A figure leads to the line in the session that prints it.
  await page.locator(".picture table a", { hasText: "第四次会议" }).first().click();
  await is(page, "?s=sample-1-4&p=budget/budget-2023/g-205");
  await page.locator(".hit").waitFor();
  assertNoTroubles(page);
});

test("a line over the years is followed by its name where there is no code, and what cannot be had is told", async () => {
  const page = await open("?s=xiaolan-2025-half&p=budget/half-2025/gp-exp-total&pic=years");
  await page.locator("svg.scene").waitFor();
  const rows = await page.locator(".picture table tbody tr").evaluateAll((all) => all.map((one) => [...one.cells].map((cell) => cell.textContent)));
  assert.deepEqual(rows.map((one) => [one[0], one[2], one[4]]), [["2021", "34.22亿元", t.years_by_name], ["2021", "31.95亿元", t.years_by_name], ["2025", "13.6亿元", t.years_by_name]]);
  assert.match(rows[2][1], new RegExp(t.part_of_year));
  const { paths, texts } = await picture(page);
  assert.equal(paths.length, 3);
  assert.ok(texts.includes("2021") && texts.includes("2025"));
  await goTo(page, "?s=xiaolan-2025-half&p=budget/half-2025&pic=years");
  await page.getByText(t.years_choose).waitFor();
  assertNoTroubles(page);
  const failing = await site.reopen(`${SAMPLE}/g-205&pic=years`, { routes: { "**/data/sessions/sample-1-4.json": (route) => route.fulfill({ status: 404, body: "" }) } });
  await failing.getByText(fill(t.years_failed, 1)).waitFor();
  assert.ok((await picture(failing)).paths.length > 3);
  assertNoTroubles(failing, [/404/]);
});

test("a picture without figures says so, and the table is there all the same", async () => {
  for (const [place, words] of [
    [`${DAMU}&pic=completion`, t.picture_empty], [`${DAMU}&pic=change`, t.picture_empty], ["?s=xiaolan-2021-adjusted&p=budget/adjusted-2021&t=gp-rev&pic=share", t.picture_empty],
    ["?s=xiaolan-2021-adjusted&p=budget/adjusted-2021&pic=flow", t.flow_no_total], [`${DAMU}&pic=years`, t.years_choose],
  ]) {
    const page = await open(place);
    assert.equal(await page.locator("figure.picture p[role=status]").textContent(), words, place);
    assert.equal(await page.locator("svg.scene").count(), 0, place);
    assert.equal(await page.getByRole("button", { name: t.save_svg }).count(), 0, place);
    assert.ok(await page.locator("[data-row]").count() > 0, place);
    assertNoTroubles(page);
  }
});

test("pictures are chosen and put away; the choice is in the link", async () => {
  const page = await open(BIG);
  const choices = page.getByRole("navigation", { name: t.picture });
  for (const [name, key] of [[t.picture_completion, "completion"], [t.picture_flow, "flow"], [t.picture_share, "share"], [t.picture_change, "change"]]) {
    await choices.getByRole("link", { name, exact: true }).click();
    await is(page, `${BIG}&pic=${key}`);
    await eventually(async () => assert.equal(await page.locator("figure.picture figcaption b").textContent(), name));
    assert.ok((await page.locator("svg.scene").getAttribute("aria-label")).startsWith(name));
    assert.equal(await choices.locator("[aria-current=true]").textContent(), name);
  }
  await choices.getByRole("link", { name: t.picture_none }).click();
  await is(page, BIG);
  await page.locator("figure.picture").waitFor({ state: "detached" });
});

for (const [place, id, table, name] of [
  [`${DAXING}&unit=yi`, "daxing-19-10", "rev", "大兴镇人大_大兴镇2024年财政决算（年初预算、调整预算、决算）_一般公共预算收入.csv"],
  [`${HUANGPU}`, "huangpu-2024-half", "rev", null],
  [`${CHANGAN}&t=gf-rev&unit=yuan`, "changan-18-6", "gf-rev", null],
  [`${BIG}&q=教育`, "sample-1-5", "g-exp", null],
]) {
  test(`the CSV of ${id} opens in Excel and has every exact figure`, async () => {
    const page = await open(place);
    const file = await download(page, t.save_csv);
    if (name) assert.equal(file.name, name);
    assert.match(file.name, /^[^\\/:*?"<>|]{1,76}\.csv$/);
    assert.equal(file.name.startsWith("示例_"), id === "sample-1-5");
    assert.deepEqual([...file.bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
    const [head, ...rows] = csv(file.bytes.toString("utf8").slice(1));
    const budget = budgetsOf(id)[0];
    const printed = tableOf(budget, table);
    // All lines of the table, whatever is chosen on the page.
    assert.equal(rows.length, printed.lines.length);
    const of = (one, column) => one[head.indexOf(column)];
    const used = Object.entries(COLUMNS).filter(([column]) => printed.lines.some((line) => line.amounts?.[column] !== undefined));
    for (const [at, line] of printed.lines.entries()) {
      assert.equal(rows[at].length, head.length);
      assert.deepEqual([of(rows[at], "行号"), of(rows[at], "科目编码"), of(rows[at], "项目"), of(rows[at], "上级行号")], [line.id, line.code ?? "", line.name, line.parent ?? ""]);
      const unit = unitOf(budget, printed, line);
      assert.equal(of(rows[at], "原文单位"), UNITS.find((one) => one.unit === unit).zh);
      for (const [column, [label]] of used) {
        assert.equal(of(rows[at], `${label}（原文）`), line.amounts?.[column] ?? "", `${line.id} ${column}`);
        assert.equal(of(rows[at], `${label}（元）`), line.amounts?.[column] === undefined ? "" : plainYuan(line.amounts[column], unit), `${line.id} ${column}`);
      }
      assert.equal(of(rows[at], "预算年度"), budget.fiscal_year);
      assert.equal(of(rows[at], "示例"), id === "sample-1-5" ? "示例，数字为虚构" : undefined);
    }
    if (id === "huangpu-2024-half") assert.ok(rows.some((one) => of(one, "执行（原文）") === "-82" && of(one, "执行（元）") === "-820000"));
    assertNoTroubles(page);
  });
}

test("the Fiscal Data Package is a ZIP with its description and every figure", async () => {
  for (const id of ["sample-1-5", "changan-18-6"]) {
    const budget = budgetsOf(id)[0];
    const page = await open(`?s=${id}&p=budget/${budget.id}`);
    const file = await download(page, t.save_package);
    assert.match(file.name, /^[^\\/:*?"<>|]{1,76}\.zip$/);
    const files = unzipped(file.bytes);
    assert.deepEqual(Object.keys(files).toSorted(), ["data.csv", "datapackage.json"]);
    const description = JSON.parse(files["datapackage.json"].toString("utf8"));
    assert.equal(description.resources[0].path, "data.csv");
    const [head, ...rows] = csv(files["data.csv"].toString("utf8"));
    assert.deepEqual(description.resources[0].schema.fields.map((field) => field.name), head);
    const expected = [];
    for (const table of budget.tables) {
      for (const line of table.lines) {
        const amounts = Object.entries(line.amounts ?? {});
        for (const [column, amount] of amounts) expected.push([table.id, line.id, column, plainYuan(amount, unitOf(budget, table, line)), amount].join(" "));
        if (amounts.length === 0) expected.push([table.id, line.id, "", "", ""].join(" "));
      }
    }
    const of = (one, column) => one[head.indexOf(column)];
    assert.equal(rows.length, expected.length);
    assert.deepEqual(rows.map((one) => [of(one, "table_id"), of(one, "line_id"), of(one, "amount_yuan"), of(one, "amount_printed")].join(" ")).toSorted(), expected.map((one) => one.split(" ").toSpliced(2, 1).join(" ")).toSorted());
    assert.ok(rows.every((one) => of(one, "is_sample") === String(id === "sample-1-5")));
  }
});

test("a picture is saved as SVG: well-formed, with its names, figures and where they are from, and nothing that runs", async () => {
  for (const [place, id, words] of [
    [`${SAMPLE}/g-205&pic=share`, "sample-1-5", ["普通教育", "92.3% 2,825.87", "进修及培训"]],
    [`${HUANGPU}&pic=completion`, "huangpu-2024-half", ["财政收入", "142.2%", "时间进度 50.0%"]],
    [`${SAMPLE}&pic=flow`, "sample-1-5", ["税收收入", "5,953.89", "政府性基金预算"]],
    [`${SAMPLE}&t=k-rev&pic=change`, "sample-1-5", ["利润收入"]],
    [`${SAMPLE}/g-205&pic=years`, "sample-1-5", ["2022", "3,060.50"]],
  ]) {
    const page = await open(place);
    await page.locator("svg.scene").waitFor();
    const file = await download(page, t.save_svg);
    assert.match(file.name, /\.svg$/);
    const text = file.bytes.toString("utf8");
    const found = await page.evaluate((text) => {
      const parsed = new DOMParser().parseFromString(text, "image/svg+xml");
      const all = [...parsed.querySelectorAll("*")];
      return {
        root: parsed.documentElement.namespaceURI + parsed.documentElement.localName,
        error: parsed.querySelector("parsererror")?.textContent,
        active: all.filter((element) => ["script", "foreignObject", "image", "use", "a", "style"].includes(element.localName) || [...element.attributes].some(({ name, value }) => name.startsWith("on") || name.includes("href") || /url\((?!#)/.test(value))).length,
        texts: [...parsed.querySelectorAll("text")].map((element) => element.textContent),
        // A colour that the theme did not give would be drawn in black.
        bare: all.filter((element) => ["fill", "stroke"].some((name) => element.hasAttribute(name) && !/^(#|rgb|url\(#hatch\)|none|oklch|color)/.test(element.getAttribute(name)))).length,
      };
    }, text);
    assert.deepEqual({ ...found, texts: undefined }, { root: "http://www.w3.org/2000/svgsvg", error: undefined, active: 0, bare: 0, texts: undefined }, place);
    for (const word of words) assert.ok(found.texts.includes(word), `${word} in ${place}: ${found.texts}`);
    assert.ok(found.texts.some((one) => one.includes(archived(id).title)), "the session is named");
    assert.equal(found.texts.some((one) => one.includes(t.sample_note)), id === "sample-1-5", place);
    assertNoTroubles(page);
  }
});

test("a picture is saved as PNG at twice its size", async () => {
  const page = await open(`${SAMPLE}/g-205&pic=share`);
  const [svg, file] = [await download(page, t.save_svg), await download(page, t.save_png)];
  assert.equal(file.name, svg.name.replace(/svg$/, "png"));
  assert.deepEqual([...file.bytes.subarray(0, 8)], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const [, width, height] = /<svg[^>]* width="(\d+)" height="(\d+)"/.exec(svg.bytes.toString("utf8"));
  assert.deepEqual([file.bytes.readUInt32BE(16), file.bytes.readUInt32BE(20)], [2 * width, 2 * height]);
  // An empty canvas of that size would be a tenth of it.
  assert.ok(file.bytes.length > 15_000, `${file.bytes.length} bytes`);
  assertNoTroubles(page);
});

for (const [place, counts] of [[DAXING, [21, 0, 0, 10]], ["?s=zhangzhen-2025&p=budget/execution-2024", [11, 0, 0, 3]], [HUANGPU, [6, 0, 0, 9]], [CHANGAN, [6, 1, 0, 3]], [DAMU, [8, 0, 3, 0]], [SAMPLE, [815, 0, 3, 13]]]) {
  test(`the audit of ${place}`, async () => {
    const page = await open(place);
    const panel = page.locator("section.audit");
    assert.equal(await panel.locator("p").first().textContent(), fill(t.audit_counts, ...counts));
    assert.equal(await panel.locator("li").count(), counts[2]);
    assert.equal(await panel.locator("li .chip.mark").count(), counts[2]);
    await panel.locator("summary").click();
    // 300 of those that agree, how many more there are, and what could not be checked.
    const agree = counts[0] + counts[1];
    const listed = Math.min(300, agree) + (agree > 300 ? 1 : 0) + counts[3];
    await eventually(async () => assert.equal(await panel.locator("details li").count(), listed));
    assert.equal(await panel.getByText(t.unchecked, { exact: true }).count(), counts[3]);
    assert.equal(await panel.locator("details .chip.mark").count(), 0);
    assertNoTroubles(page);
  });
}

test("大木乡 has three sums that differ, each with what was printed, what it comes to and the difference", async () => {
  const page = await open(DAMU);
  const rows = page.locator("section.audit > .live li");
  const texts = await rows.allTextContents();
  assert.equal(texts.length, 3);
  for (const [at, [line, printed, parts, sum, difference]] of [
    ["支出总计", "2,243", "2,243 + 1 + 106", "2,350", "107"], ["一般公共预算转移支付资金", "2,085", "52 + 1,937 + 110", "2,099", "14"], ["支出总计", "40", "40 + 4", "44", "4"],
  ].entries()) {
    assert.ok(texts[at].includes(`${t.audit_differs} ${line}`) && texts[at].includes(fill(t.rule_parts, `${printed}万元`, `${parts} = ${sum}万元`)), texts[at]);
    assert.ok(texts[at].includes(fill(t.rule_difference, `\u2212${difference}万元`)), texts[at]);
  }
  await rows.nth(1).locator("a").click();
  await is(page, `${DAMU}/gp-upper-total`);
  await page.locator(".hit").waitFor();
  assert.ok((await page.locator(".line-card").textContent()).includes("52 + 1,937 + 110 = 2,099万元"));
  assert.equal(await page.locator(".line-card .chip.mark").count(), 1);
  assertNoTroubles(page);
});

test("the sample has three planted faults, each explained on its card", async () => {
  const page = await open(SAMPLE);
  const rows = page.locator("section.audit > .live li");
  const expected = { "g-21203": fill(t.rule_difference, "\u22123.60万元"), "g-205": fill(t.rule_completion, "101.52%", "96.52%"), "g-213": fill(t.rule_change, "109.58%", "99.58%") };
  const links = await rows.evaluateAll((all) => all.map((one) => [one.querySelector("a").getAttribute("href").split("/").at(-1), one.textContent]));
  assert.deepEqual(links.map(([id]) => id).toSorted(), Object.keys(expected).toSorted());
  for (const [id, text] of links) assert.ok(text.includes(expected[id]), text);
  for (const id of Object.keys(expected)) {
    await goTo(page, `${SAMPLE}/${id}`);
    const card = page.locator(".line-card");
    await eventually(async () => assert.ok((await card.textContent()).includes(lineOf(big, id).note)));
    assert.equal(await card.locator("li .chip.mark").count(), 1, id);
    assert.ok((await card.locator("li", { has: page.locator(".chip.mark") }).textContent()).includes(expected[id]));
  }
  // A line whose percentage does not fit says so in the table.
  await goTo(page, `${SAMPLE}/g-205`);
  assert.equal(await row(page, number("g-205")).locator(`td[data-label=${t.completion}]`).textContent(), `101.52% ${fill(t.computed, "96.5%")}`);
});

test("another language keeps what is shown", async () => {
  const place = `${SAMPLE}/g-2050202&unit=yuan&cols=executed,share&sort=-executed&pic=share&q=教育`;
  const page = await open(place);
  const before = (await cells(page)).map((one) => [one.row, Object.values(one.cells).map(([text]) => text)]);
  assert.ok(before.length > 3);
  await page.getByRole("button", { name: t.switch_language }).click();
  await eventually(async () => assert.deepEqual(await heads(page), [TEXTS.en.line, "Executed", TEXTS.en.share]));
  assert.equal(search(page), place);
  await ready(page);
  assert.deepEqual((await cells(page)).map((one) => [one.row, Object.values(one.cells).map(([text]) => text)]), before);
  await page.getByRole("heading", { name: TEXTS.en.what_is_this }).waitFor();
  await page.locator("svg.scene").waitFor();
  assert.equal(await page.getByPlaceholder(TEXTS.en.find_line).inputValue(), "教育");
  assert.match(await page.locator(".line-card").textContent(), /Education/);
  assertNoTroubles(page);
});

test("what is wrong in a link is left out, and the page is there", async () => {
  for (const junk of ["&unit=dollar", "&cols=nonsense,,executed,executed", "&sort=--executed", "&pic=pie", "&q=", "&over=-5", "&over=NaN", "&over=1e999", "&t=nonsense", `&q=${"%25".repeat(300)}`, "&cols=final"]) {
    const page = await open(SAMPLE + junk);
    assert.equal(await heading(page), sample.title, junk);
    assert.ok(await page.locator("[role=treegrid]").count() === 1, junk);
    assertNoTroubles(page);
  }
});

/** Opens a session from a file and goes to its budget. */
async function dropped(session, place = "budget/b", options) {
  const page = options ? await open("", options) : await site.reopen("");
  await drop(page, "budget.json", typeof session === "string" ? session : JSON.stringify(session));
  await eventually(async () => assert.equal(new URL(page.url()).searchParams.get("s"), "made"));
  await goTo(page, `?s=made&p=${place}`);
  return page;
}
const sound = async (page) => {
  await page.waitForFunction(() => (document.querySelector("main h1")?.textContent ?? "") !== "");
  assert.equal(await page.locator("#panic").isVisible(), false);
  assertNoTroubles(page);
};
test("the page may be left, or spoken to in another language, while a long table is still being built", async () => {
  const page = await open(BIG);
  for (let round = 0; round < 6; round += 1) {
    await page.getByRole("button", { name: t.open_all }).click();
    await page.waitForTimeout(round * 12);
    await page.locator(".tabs a").first().click();
    await page.waitForTimeout(250);
    await page.goBack();
    await page.locator("[data-row]").first().waitFor();
  }
  assert.equal(await page.locator("#panic").isVisible(), false);
  assertNoTroubles(page);
});

const PICTURES = ["completion", "flow", "share", "change", "years"];

test("10,000 lines of a dropped file: the first at once, more when asked for, a filter that answers", async () => {
  const page = await dropped(withBudget([wide(10_000)]));
  await saysShown(page, 100, 10_000);
  await page.getByRole("button", { name: t.open_all }).click();
  await saysShown(page, 10_000, 10_000);
  await eventually(async () => assert.equal(await page.locator("[data-row]").count(), 400));
  await page.getByText(fill(t.lines_left, 9_600)).waitFor();
  await page.getByRole("button", { name: fill(t.show_more_lines, 400) }).click();
  await eventually(async () => assert.equal(await page.locator("[data-row]").count(), 800));
  await page.getByPlaceholder(t.find_line).fill("第9999号");
  await saysShown(page, 2, 10_000);
  await eventually(async () => assert.deepEqual(await names(page), ["第9900号科目", "第9999号科目"]));
  // A line far down opens cold.
  await goTo(page, "?s=made&p=budget/b/l8765");
  await page.locator("#line-8765.hit").waitFor();
  await eventually(async () => assert.ok(await isIn(page, "#line-8765")));
  for (const pic of PICTURES) {
    await goTo(page, `?s=made&p=budget/b&pic=${pic}`);
    await page.locator("figure.picture").waitFor();
    await sound(page);
  }
  const file = await download(page, t.save_csv);
  assert.equal(csv(file.bytes.toString("utf8").slice(1)).length, 10_001);
});

test("names that would like to run stay text: on the page, in pictures, in files", async () => {
  const hostile = ["<img src=x onerror=globalThis.ran=1>", "=1+1", "+cmd|' /C calc'!A0", "@SUM(A1)", "\u202e倒过来", "</title><script>globalThis.ran=1</script>", "&lt;b&gt;", "a\"b'c"];
  const lines = hostile.map((name, n) => ({ id: `l${n}`, name, note: name, amounts: { prior_final: 10, initial: 100 + n, executed: 90 + n }, printed: { completion_percent: 50 } }));
  const other = { ...structuredClone({ id: "u", title: hostile[0], direction: "revenue", book: "general_public", scope: hostile[0] }), lines };
  const session = withBudget([{ id: "t", title: hostile[5], direction: "expenditure", book: "general_public", lines }, other], { budget: { title: hostile[0] }, title: hostile[5] });
  const page = await dropped(session);
  await ready(page);
  assert.equal(await heading(page), hostile[0]);
  const shownNames = await names(page);
  for (const name of hostile.filter((one) => !one.includes("\u202e"))) assert.ok(shownNames.includes(name), name);
  assert.equal(await page.locator("main img, main script").count(), 0);
  for (const pic of PICTURES) {
    await goTo(page, `?s=made&p=budget/b/l0&pic=${pic}`);
    await page.locator("figure.picture").waitFor();
    await page.locator(".line-card").waitFor();
    assert.equal(await page.locator("main img, main script, svg script").count(), 0, pic);
    if (await page.getByRole("button", { name: t.save_svg }).count() === 0) continue;
    const svg = (await download(page, t.save_svg)).bytes.toString("utf8");
    const parsed = await page.evaluate((text) => {
      const parsed = new DOMParser().parseFromString(text, "image/svg+xml");
      return { error: parsed.querySelector("parsererror")?.textContent, ran: parsed.querySelectorAll("script, img").length };
    }, svg);
    assert.deepEqual(parsed, { error: undefined, ran: 0 }, pic);
  }
  const file = await download(page, t.save_csv);
  const [head, ...rows] = csv(file.bytes.toString("utf8").slice(1));
  for (const cell of rows.flat()) assert.doesNotMatch(cell, /^[=+@\t]/, cell);
  assert.equal(rows[1][head.indexOf("项目")], "'=1+1");
  assert.match(file.name, /^[^\\/:*?"<>|]+\.csv$/);
  assert.equal(await page.evaluate(() => globalThis.ran), undefined);
  await sound(page);
});

test("circles and unknown parents: every line is there once", async () => {
  const lines = [
    { id: "a", name: "甲", parent: "b", amounts: { initial: 1 } }, { id: "b", name: "乙", parent: "a", amounts: { initial: 2 } },
    { id: "c", name: "丙", parent: "c", amounts: { initial: 3 } }, { id: "d", name: "丁", parent: "nobody", amounts: { initial: 4 } },
    { id: "e", name: "戊", parent: "d", amounts: { initial: 5 } }, { id: "e", name: "己", parent: "d", amounts: { initial: 6 } },
  ];
  const page = await dropped(withBudget([{ id: "t", direction: "expenditure", lines }]));
  await ready(page);
  assert.deepEqual((await names(page)).toSorted(), ["甲", "乙", "丙", "丁", "戊", "己"].toSorted());
  for (const pic of PICTURES) {
    for (const line of ["a", "b", "c", "e"]) {
      await goTo(page, `?s=made&p=budget/b/${line}&pic=${pic}`);
      await page.locator("figure.picture").waitFor();
    }
  }
  await download(page, t.save_csv);
  await download(page, t.save_package);
  await sound(page);
  // A chain as long as the file.
  const chain = Array.from({ length: 2_000 }, (_, n) => ({ id: `l${n}`, name: `第${n}层`, ...(n ? { parent: `l${n - 1}` } : {}), amounts: { initial: 1 } }));
  const deep = await dropped(withBudget([{ id: "t", direction: "expenditure", lines: chain }]), "budget/b/l1500");
  await deep.locator("#line-1500.hit").waitFor();
  await sound(deep);
});

test("no tables, an empty table, lines without amounts: told, and nothing breaks", async () => {
  const empty = await dropped(withBudget([]));
  await sound(empty);
  assert.equal(await heading(empty), "示例镇2024年预算");
  await empty.getByText(t.audit_none).waitFor();
  const bare = await dropped(withBudget([{ id: "t", direction: "revenue" }, { id: "u", direction: "expenditure", lines: [] }]));
  await bare.getByText(t.no_lines).waitFor();
  await sound(bare);
  const lines = [{ id: "a", name: "只有名称" }, { id: "b", name: "写明没有", amounts: { initial: null } }];
  const page = await dropped(withBudget([{ id: "t", direction: "revenue", lines }]));
  await ready(page);
  assert.deepEqual(await names(page), ["只有名称", "写明没有"]);
  for (const pic of PICTURES) {
    for (const place of ["budget/b", "budget/b/a"]) {
      await goTo(page, `?s=made&p=${place}&pic=${pic}`);
      await page.locator("figure.picture p[role=status]").waitFor();
    }
  }
  await download(page, t.save_csv);
  await download(page, t.save_package);
  await sound(page);
});

test("the last year there is, and amounts as large and as fine as can be held", async () => {
  const most = "999999999999999999999999";
  const lines = `[{"id":"a","name":"最大","amounts":{"prior_final":${most},"initial":${most},"executed":-${most},"next":${most}},"printed":{"completion_percent":999999999999,"yoy_percent":-999999999999}},
    {"id":"b","name":"最细","parent":"a","amounts":{"prior_final":0.000000000001,"initial":0.000000000001,"executed":123456789012.123456789012,"next":0}},
    {"id":"c","name":"又一个最大","amounts":{"prior_final":${most},"initial":${most},"executed":${most},"next":${most}}}]`;
  const json = JSON.stringify(withBudget([{ id: "t", direction: "revenue", lines: "LINES" }, { id: "u", direction: "expenditure", lines: "LINES" }], { budget: { fiscal_year: 65535, unit: "yi_yuan", period: { from: "2024-01-01", to: "2024-06-30" } } })).replaceAll("\"LINES\"", lines);
  const page = await dropped(json);
  await ready(page);
  assert.equal(await page.locator("#line-0 td[data-label=年初预算]").textContent(), grouped(most));
  assert.equal(await page.locator("#line-0 td[data-label=执行]").textContent(), `\u2212${grouped(most)}`);
  for (const { key, unit } of UNITS) {
    for (const pic of PICTURES) {
      await goTo(page, `?s=made&p=budget/b/a&unit=${key}&pic=${pic}&cols=prior_final,initial,executed,next,completion,change,share,per_head`);
      await page.locator("figure.picture").waitFor();
      await page.locator(".line-card").waitFor();
      await sound(page);
    }
    // Never a wrong number: exact in this unit, or in full in its own.
    const [said] = [await page.locator("#line-0 td[data-label=年初预算]").textContent()];
    assert.ok([shown(most, "yi_yuan", unit)[0], exact(most, "yi_yuan")].includes(said), `${key}: ${said}`);
    const fineOne = await page.locator("#line-1 td[data-label=执行]").textContent();
    assert.ok([shown("123456789012.123456789012", "yi_yuan", unit)[0], exact("123456789012.123456789012", "yi_yuan")].includes(fineOne), `${key}: ${fineOne}`);
  }
  for (const sort of ["executed", "-completion", "change", "-share"]) {
    await goTo(page, `?s=made&p=budget/b&sort=${sort}&over=1`);
    await sound(page);
  }
  await download(page, t.save_csv);
  await download(page, t.save_package);
  await sound(page);
});

/** What sticks out to the right of the screen, where the page as a whole can be moved sideways. */
const tooWide = (page) => page.evaluate(() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const scrolls = (element) => element !== document.body && (getComputedStyle(element).overflowX !== "visible" || (element.parentElement && scrolls(element.parentElement)));
  const out = [...document.querySelectorAll("body *")].filter((element) => element.checkVisibility({ contentVisibilityAuto: true }) && element.getBoundingClientRect().right > clientWidth + 1 && !scrolls(element));
  return out.map((element) => `${element.tagName}.${element.getAttribute("class")} ${Math.round(element.getBoundingClientRect().right)} > ${clientWidth}`).slice(0, 4);
});
const ALL = "prior_final,initial,adjusted,executed,final,next,completion,change,share,per_head";
for (const [name, viewport] of [["390 px wide", { width: 390, height: 844 }], ["320 px wide", { width: 320, height: 640 }], ["at 200 % zoom", { width: 640, height: 400 }], ["800 px wide", { width: 800, height: 900 }]]) {
  for (const size of ["normal", "huge"]) {
    for (const lang of ["zh", "en"]) {
      test(`the budget is not wider than a screen ${name}, in ${lang}, with all columns and ${size} text`, async () => {
        const page = await open("", { screen: "phone", viewport, lang });
        await page.evaluate((size) => (document.documentElement.dataset.size = size), size);
        const found = {};
        for (const place of ["?s=sample-1-5&p=budget", `${SAMPLE}&cols=${ALL}`, `${SAMPLE}/g-2050202&cols=${ALL}&unit=yuan`, `${SAMPLE}/g-205&cols=executed`, ...PICTURES.map((pic) => `${SAMPLE}/g-205&pic=${pic}`), HUANGPU, `${CHANGAN}&unit=yuan`, DAMU]) {
          await goTo(page, place);
          if (place.includes("pic=")) await page.locator("figure.picture svg").waitFor();
          await painted(page);
          const wide = await tooWide(page);
          if (wide.length > 0) found[place] = wide;
        }
        assert.deepEqual(found, {});
        assertNoTroubles(page);
      });
    }
  }
}

test("on a phone a line is a block with the name of each column beside its figure", async () => {
  const page = await open(`${BIG}&cols=${ALL}`, { screen: "phone" });
  const line = row(page, number("g-205"));
  const shownLabels = await line.locator("td[data-label]").evaluateAll((all) => all.map((cell) => [getComputedStyle(cell, "::before").content, cell.textContent]));
  assert.ok(shownLabels.some(([label, text]) => label.includes("执行") && text === "3,062.81"), JSON.stringify(shownLabels));
  const seen = await line.evaluate((one) => [...one.querySelectorAll("td")].every((cell) => cell.getBoundingClientRect().right <= innerWidth && cell.getBoundingClientRect().left >= 0));
  assert.equal(seen, true);
});

test("the head of the table stays in view on a desktop", async () => {
  const page = await open(BIG);
  await page.getByRole("button", { name: t.open_all }).click();
  await ready(page);
  await row(page, 150).evaluate((element) => element.scrollIntoView({ block: "center" }));
  await painted(page);
  const seen = await page.evaluate(() => {
    const head = document.querySelector("[role=columnheader]:nth-child(5)").getBoundingClientRect();
    const over = document.elementFromPoint((head.left + head.right) / 2, (head.top + head.bottom) / 2);
    return { top: head.top, name: over?.closest("th")?.textContent };
  });
  assert.ok(seen.top >= 0 && seen.top < 120, `${seen.top}`);
  assert.match(seen.name, /执行/);
  const body = await page.evaluate(() => {
    const column = document.querySelector("[role=columnheader]:nth-child(5)").getBoundingClientRect();
    const cell = document.querySelector("#line-150 td:nth-child(5)").getBoundingClientRect();
    return [column.right, cell.right];
  });
  assert.ok(Math.abs(body[0] - body[1]) < 2, `${body}`);
});
