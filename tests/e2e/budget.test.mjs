// Budgets: the table, what lives in its link, the line card, the pictures, the files to take away, the audit.

import { budgetsOf, chosen, COLUMNS, csv, exact, fine, grouped, inYuan, lineOf, parents, percent, plainYuan, shown, tableOf, unitOf, UNITS, unzipped, wide, withBudget } from "./budgets.mjs";
import { expect, test } from "./fixtures.mjs";
import { downloaded, drop, expectQuery, focused, goTo, heading, isInView, painted, tabTo } from "./helpers.mjs";
import { archived, fill, TEXTS } from "./material.mjs";

const t = TEXTS.zh;
const DAXING = "?s=daxing-19-10&p=budget/final-2024";
const CHANGAN = "?s=changan-18-6&p=budget/execution-2023";
const HUANGPU = "?s=huangpu-2024-half&p=budget/half-2024";
const DAMU = "?s=damu-2021-final&p=budget/final-2021";
const SAMPLE = "?s=sample-1-5&p=budget/budget-2024";
const BIG = `${SAMPLE}&t=g-exp`;
const PICTURES = ["completion", "flow", "share", "change", "years"];

const sample = budgetsOf("sample-1-5")[0];
/** The longest table of the archive, the places of the lines above its lines, and those at the top. */
const big = tableOf(sample, "g-exp");
const above = parents(big);
const tops = big.lines.filter((_, n) => above[n] === null);
const half = tableOf(budgetsOf("huangpu-2024-half")[0], "rev");
/** What a line of the sample spent, in ten-thousandths of a yuan; null where nothing is said. */
const spent = (line) => (line.amounts?.executed === undefined ? null : fine(line.amounts.executed, "wan_yuan"));
/** The lines that make up the whole: totals and lines within others are not added again. */
const isPart = (line) => !["total", "subtotal", "of_which"].includes(line.role) && spent(line) !== null;
const whole = tops.filter(isPart).reduce((sum, line) => sum + spent(line), 0n);
const people = archived("sample-1-5").assembly.population;
const perHead = (amount) => {
  const fen = percent(amount, BigInt(people) * 10_000n, 0).replace(/%|,/g, "").padStart(3, "0");
  return `${grouped(`${fen.slice(0, -2)}.${fen.slice(-2)}`)}元`;
};
const number = (id) => big.lines.indexOf(lineOf(big, id));

const row = (page, n) => page.locator(`#line-${n}`);
const line = (page, id) => row(page, number(id));
const rows = (page) => page.locator("[data-row]");
const names = (page) => page.locator("[data-row] th a");
const cell = (page, n, label) => page.locator(`#line-${n} td[data-label=${label}]`);
/** The figure of a cell, without what the audit says of it. */
const stated = (page, n, label) => cell(page, n, label).locator("span").first();
const card = (page) => page.locator(".line-card");
const heads = (page) => page.locator("[role=columnheader] a").evaluateAll((all) => all.map((a) => a.dataset.key));
/** Opens what can be adjusted: unit, lines, columns. */
async function adjust(page) {
  await page.locator(".adjust").evaluate((button) => button.getAttribute("aria-expanded") === "false" && button.click());
  await expect(page.locator("#adjust")).toBeVisible();
}
const unit = (page, name) => page.getByRole("group", { name: t.unit }).getByRole("link", { name, exact: true });
const clear = (page) => page.getByRole("button", { name: t.clear_choice });
const count = (page) => page.locator(".content span[role=status]");
const expectShown = (page, some, of) => expect(count(page)).toHaveText(fill(t.lines_shown, some, of));
const save = (page, name) => downloaded(page, () => page.getByRole("button", { name, exact: true }).click());
/** Lines come in slices: waits until all that are shown are there, for looks at how they lie. */
async function ready(page) {
  await expect(count(page)).toHaveText(/\d/);
  await page.waitForFunction(() => {
    const [said] = /\d+/.exec(document.querySelector(".content span[role=status]").textContent);
    return document.querySelectorAll("[data-row]").length >= Math.min(Number(said), 400);
  });
  await painted(page);
}
/** The lines of the table in their printed order, each with what its cells say: `[row, { label: [text, title] }]`, of these columns. */
const cells = (page, labels) => rows(page).evaluateAll((rows, labels) => {
  const said = (cell) => [cell.dataset.label, [cell.firstElementChild.textContent, cell.firstElementChild.getAttribute("title")]];
  const wanted = (row) => [...row.querySelectorAll("td")].filter((cell) => labels.includes(cell.dataset.label));
  return rows.map((row) => [Number(row.dataset.row), Object.fromEntries(wanted(row).map(said))]).sort(([a], [b]) => a - b);
}, labels);
/** The id of each line shown, and what its cells say. */
const figures = (page) => rows(page).evaluateAll((rows) => rows.map((row) => [row.id, ...[...row.querySelectorAll("td")].map((cell) => cell.textContent)]));
/** Exactly one line can be reached by Tab: the ids of those that can. */
const stops = (page) => page.locator("[data-row][tabindex='0']").evaluateAll((rows) => rows.map((row) => row.id));

const scene = (page) => page.locator("svg.scene");
/** Looks at what the picture is made of until it is as expected. */
const expectDrawn = (page, look, expected) => expect.poll(async () => look(await scene(page).evaluate((svg) => {
  const titled = (element) => ({ ink: element.getAttribute("class"), title: element.querySelector("title")?.textContent });
  const size = (rect) => ({ width: Number(rect.getAttribute("width")), height: Number(rect.getAttribute("height")) });
  return {
    rects: [...svg.querySelectorAll(":scope > rect, :scope > a > rect")].map((rect) => ({ ...titled(rect), ...size(rect) })),
    paths: [...svg.querySelectorAll("path")].map(titled),
    lines: [...svg.querySelectorAll("line")].map((line) => line.getAttribute("class")),
    texts: [...svg.querySelectorAll("text")].map((text) => text.textContent),
    links: [...svg.querySelectorAll("a")].map((a) => [a.getAttribute("aria-label"), a.getAttribute("href")]),
  };
}))).toEqual(expected);
const titles = (shapes) => shapes.map((shape) => shape.title);
/** Waits until this picture is shown, or why there is none. */
const expectPicture = (page, key) => expect(page.locator("figure.picture figcaption .name")).toHaveText(t[`picture_${key}`]);
/** The rows of the table below the picture of the years. */
const yearRows = (page) => page.locator(".picture table tbody tr").evaluateAll((all) => all.map((one) => [...one.cells].map((cell) => cell.textContent)));

test("from the tab of the session to its budget, and from the list of several to one", async ({ open, page }) => {
  const tab = page.locator(".tabs a", { hasText: t.budgets });
  await open("?s=daxing-19-10");
  await tab.click();
  await expect(heading(page)).toHaveText("大兴镇2024年财政决算（年初预算、调整预算、决算）");
  await expectQuery(page, DAXING);
  await expect.poll(() => page.locator(".tabs a[aria-current=page]").evaluate((tab) => tab.firstChild.textContent)).toBe(t.budgets);
  await expect(page).toHaveTitle(/^大兴镇2024年财政决算/);
  await goTo(page, "?s=sample-1-5");
  await tab.click();
  await expectQuery(page, "?s=sample-1-5&p=budget");
  const all = budgetsOf("sample-1-5");
  const list = page.locator("main .rows li");
  await expect(list.locator("a.t")).toHaveText(all.map((budget) => budget.title));
  await expect(list).toContainText(all.map(({ tables }) => fill(t.tables_of, tables.length, tables.reduce((sum, table) => sum + table.lines.length, 0))));
  await list.nth(2).locator("a.t").click();
  await expectQuery(page, "?s=sample-1-5&p=budget/half-2024");
  await expect(heading(page)).toHaveText(all[2].title);
  await page.getByRole("link", { name: t.all_budgets }).click();
  await expectQuery(page, "?s=sample-1-5&p=budget");
  await page.goBack();
  await expect(heading(page)).toHaveText(all[2].title);
  await page.goBack();
  await expectQuery(page, "?s=sample-1-5&p=budget");
  await expect(list).toHaveCount(all.length);
});

test("an agenda item leads to its budgets", async ({ open, page }) => {
  await open("?s=sample-1-5&p=agenda/a-budget");
  const links = page.locator("main").getByRole("link", { name: t.see_budget });
  const places = () => links.evaluateAll((all) => [...new Set(all.map((a) => a.getAttribute("href")))]);
  await expect.poll(places).toEqual(["budget-2024", "final-2023", "half-2024"].map((id) => `?s=sample-1-5&p=budget/${id}`));
  await links.first().click();
  await expectQuery(page, SAMPLE);
  await expect(heading(page)).toHaveText(sample.title);
});

test("a sample is labelled wherever its budget is shown", async ({ open, page }) => {
  await open("?s=sample-1-5&p=budget");
  for (const place of ["?s=sample-1-5&p=budget", SAMPLE, `${SAMPLE}/g-205&pic=share`]) {
    await goTo(page, place);
    await expect(page.getByText(t.sample_note).first(), place).toBeVisible();
    await expect(page.locator("main .facts .chip.sample"), place).toHaveText(place.includes("/") ? [t.sample] : []);
    await expect(page.locator("main"), place).toContainText("【示例】");
  }
  await goTo(page, DAXING);
  await expect(heading(page)).toHaveText(/^大兴镇/);
  await expect(page.locator("main .chip.sample")).toHaveCount(0);
  await expect(page.getByText(t.sample_note)).toHaveCount(0);
});

test("another unit moves the point and nothing else, and lives in the link", async ({ open, page }) => {
  await open(DAXING);
  const last = page.locator("#line-0 td[data-label=决算] span");
  await adjust(page);
  await expect(last).toHaveText("10,855");
  await expect(unit(page, "万元")).toHaveAttribute("aria-current", "true");
  for (const [name, key, text] of [["元", "yuan", "108,550,000"], ["亿元", "yi", "1.0855"], ["万元", "wan", "10,855"]]) {
    await unit(page, name).click();
    await expectQuery(page, `${DAXING}&unit=${key}`);
    await expect(last).toHaveText(text);
    await expect(last).not.toHaveAttribute("title");
    await expect(unit(page, name)).toHaveAttribute("aria-current", "true");
    await expect(page.locator(".seg a[aria-current=true]", { hasText: /元$/ })).toHaveCount(1);
  }
  await page.goBack();
  await expectQuery(page, `${DAXING}&unit=yi`);
  await expect(last).toHaveText("1.0855");
  await open(`${DAXING}&unit=yi`);
  await expect(cell(page, 0, "决算")).toHaveText("1.0855");
});

// Host tests have the rest: every digit of the files against its source (tests/host/figures.rs), and what becomes of an amount in another unit,
// point, rounding and all (src/budget/figure.rs). Here is whether the page shows that, in each column, with its title. All budgets are looked
// at in the unit one sees without choosing; in all units those where lines have units of their own and figures are rounded (18 of
// zhangzhen-2025, 3 of changan-18-6); and the sample in 亿元, where nearly all of it is rounded (2,121 figures; none in 元 and 万元).
const ALL_UNITS = [null, ...UNITS.map(({ key }) => key)];
for (const [lang, least, sessions] of [
  ["zh", 18, { "daxing-19-10": [null], "gangkou-16-12": [null], "damu-2021-final": [null], "xiaolan-2025-half": [null], "zhangzhen-2025": ALL_UNITS }],
  ["en", 3, { "huangpu-2024-half": [null], "changan-18-6": ALL_UNITS }],
  ["zh", 2_000, { "sample-1-5": [null, "yi"] }],
]) {
  test(`every figure of ${Object.keys(sessions).join(", ")}, as printed or rounded with ≈ and the exact figure beside it, in ${lang}`, async ({ openNew }) => {
    const labels = Object.fromEntries(Object.entries(COLUMNS).map(([column, [zh, en]]) => [column, lang === "zh" ? zh : en]));
    let rounded = 0;
    const page = await openNew("", { lang });
    for (const [id, keys] of Object.entries(sessions)) {
      let seen = 0;
      for (const budget of budgetsOf(id)) {
        for (const table of budget.tables) {
          const used = Object.keys(COLUMNS).filter((column) => table.lines.some((line) => line.amounts?.[column] !== undefined));
          for (const key of keys) {
            const to = UNITS.find((unit) => unit.key === key)?.unit ?? table.unit ?? budget.unit;
            const expected = table.lines.map((line, n) => [n, Object.fromEntries(used.map((column) => {
              const amount = line.amounts?.[column];
              if (amount === undefined) return [labels[column], ["—", TEXTS[lang].not_stated]];
              const figure = shown(amount, unitOf(budget, table, line), to, lang);
              seen += 1;
              if (figure[1]) rounded += 1;
              return [labels[column], figure];
            }))]);
            await goTo(page, `?s=${id}&p=budget/${budget.id}&t=${table.id}${key ? `&unit=${key}` : ""}`);
            // Short tables come with all branches open, and what is open stays so in another unit.
            if (table.lines.length > 45 && key === null) await page.getByRole("button", { name: TEXTS[lang].open_all }).click();
            await expect.poll(() => cells(page, Object.values(labels)), { message: `${budget.id} ${table.id} ${key}` }).toEqual(expected);
          }
        }
      }
      expect(seen, id).toBeGreaterThan(6);
    }
    expect(rounded).toBeGreaterThanOrEqual(least);
  });
}

test("lines printed in 亿元 and in 万元 stand each as printed in its own unit on its card", async ({ open, page }) => {
  const figure = page.locator("tr.hit td[data-label=执行]");
  await open(`${CHANGAN}/gp-exp-carry`);
  await expect(card(page)).toContainText("5,737.88万元");
  await expect(card(page)).toContainText("= 57,378,800元");
  // In the table, which is in 亿元, the same is rounded and says so.
  await expect(figure.locator("span")).toHaveText("≈0.5738");
  await expect(figure.locator("span")).toHaveAttribute("title", "5,737.88万元");
  await goTo(page, `${CHANGAN}/gf-rev-land`);
  await expect(card(page)).toContainText("2.64亿元");
  await expect(card(page)).toContainText("= 264,000,000元");
  await expect(figure).toHaveText("2.64");
  await adjust(page);
  await unit(page, "万元").click();
  await expect(cell(page, 2, "执行")).toHaveText("7,604.62");
  await expect(figure).toHaveText("26,400");
});

test("a negative figure has its sign, and half a year its mark", async ({ open, page }) => {
  await open(`${HUANGPU}&t=rev`);
  const figure = cell(page, half.lines.indexOf(lineOf(half, "rev-refinancing")), "执行").locator("span");
  await expect(figure).toHaveText("\u221282");
  await expect(figure).toHaveClass(/\bneg\b/);
  await expect(page.locator(".meter u")).toHaveCount(half.lines.filter((line) => line.printed?.completion_percent).length);
  const offHalf = () => page.locator(".meter u").evaluateAll((all) => all.map((mark) => {
    const [{ left }, meter] = [mark.getBoundingClientRect(), mark.parentElement.getBoundingClientRect()];
    return (left - meter.left) / meter.width;
  }).filter((place) => !(Math.abs(place - 0.5) < 0.03)));
  await expect.poll(offHalf).toEqual([]);
  await expect(page.locator("main .facts")).toContainText(fill(t.budget_period, "2024年6月30日"));
  await goTo(page, DAXING);
  await expect(heading(page)).toHaveText(/^大兴镇/);
  await expect(page.locator(".meter i")).not.toHaveCount(0);
  await expect(page.locator(".meter u")).toHaveCount(0);
});

test("a click on a column sorts within each branch, the other way round, then as printed; the order is in the link", async ({ open, page }) => {
  await open(BIG);
  const head = page.locator("[role=columnheader]", { has: page.locator("a[data-key=执行]") });
  // What says nothing comes last, whichever way.
  const sorted = (lines, sign) => lines.toSorted((a, b) => {
    const [x, y] = [spent(a), spent(b)];
    if (x === null || y === null) return (x === null) - (y === null);
    return sign * (x < y ? -1 : x > y ? 1 : 0);
  });
  const [down, up] = [sorted(tops, -1), sorted(tops, 1)];
  await expect(names(page)).toHaveText(tops.map((line) => line.name));
  await expect(page.locator("[aria-sort]")).toHaveCount(0);
  for (const [sort, state, lines] of [["-executed", "descending", down], ["executed", "ascending", up], [null, null, tops]]) {
    await head.locator("a").click();
    await expectQuery(page, `${BIG}${sort ? `&sort=${sort}` : ""}`);
    await expect(names(page)).toHaveText(lines.map((line) => line.name));
    if (state) await expect(head).toHaveAttribute("aria-sort", state);
    await expect(page.locator("[aria-sort]")).toHaveCount(state ? 1 : 0);
    await expect(head.locator("a"), "the focus stays on the column").toBeFocused();
  }
  expect(tops.at(-1).name, "the total is the largest: it moves").toBe(down[0].name);
  // The first column sorts by code; what has no code comes last.
  await page.locator("[role=columnheader] a").first().click();
  await expectQuery(page, `${BIG}&sort=code`);
  const coded = tops.filter((line) => line.code).toSorted((a, b) => (a.code < b.code ? -1 : 1));
  await expect.poll(async () => (await names(page).allTextContents()).slice(0, coded.length)).toEqual(coded.map((line) => line.name));
  await open(`${SAMPLE}/g-20502&sort=executed`);
  // A line that is marked is not opened itself; its branch is in order all the same.
  await expect(line(page, "g-20502")).toHaveAttribute("aria-expanded", "false");
  await line(page, "g-20502").locator(".twist").click();
  const parts = sorted(big.lines.filter((line) => line.parent === "g-20502"), 1).map((line) => line.name);
  const after = async () => {
    const all = await names(page).allTextContents();
    return all.slice(all.indexOf("普通教育") + 1).slice(0, parts.length);
  };
  await expect.poll(after).toEqual(parts);
});

test("branches open and close by pointer, one by one and all at once", async ({ open, page }) => {
  await open(BIG);
  const branch = line(page, "g-205");
  await expectShown(page, tops.length, big.lines.length);
  await expect(branch).toHaveAttribute("aria-level", "1");
  await expect(branch).toHaveAttribute("aria-expanded", "false");
  await page.getByRole("button", { name: fill(t.open_branch, "教育支出"), exact: true }).click();
  await expect(branch).toHaveAttribute("aria-expanded", "true");
  await expectShown(page, tops.length + 3, big.lines.length);
  await expect(line(page, "g-20502")).toHaveAttribute("aria-level", "2");
  await expect(line(page, "g-20502")).toHaveAttribute("aria-expanded", "false");
  await expect(branch).toBeFocused();
  await page.getByRole("button", { name: fill(t.close_branch, "教育支出"), exact: true }).click();
  await expect(branch).toHaveAttribute("aria-expanded", "false");
  await expectShown(page, tops.length, big.lines.length);
  await page.getByRole("button", { name: t.open_all }).click();
  await expectShown(page, big.lines.length, big.lines.length);
  await expect(names(page)).toHaveText(big.lines.map((line) => line.name));
  const level = (n) => (above[n] === null ? 1 : 1 + level(above[n]));
  const levels = () => rows(page).evaluateAll((rows) => rows.map((one) => Number(one.getAttribute("aria-level"))));
  await expect.poll(levels).toEqual(big.lines.map((_, n) => level(n)));
  await expect.poll(() => stops(page)).toHaveLength(1);
  await page.getByRole("button", { name: t.close_all }).click();
  await expectShown(page, tops.length, big.lines.length);
  await expectQuery(page, BIG);
});

test("the table is walked with the keyboard alone, from the tabs to a line and its card", async ({ open, page }) => {
  await open("?s=sample-1-5");
  const passed = [];
  for (const [isIt, title] of [
    [(here) => here?.name.startsWith(t.budgets) && here.href === "?s=sample-1-5&p=budget", t.budgets],
    [(here) => here?.href === SAMPLE, sample.title],
  ]) {
    passed.push(...await tabTo(page, isIt));
    await page.keyboard.press("Enter");
    // The heading of a new page takes the focus a moment after it is there; a Tab before that would be undone.
    await expect(heading(page)).toHaveText(title);
    await expect(heading(page)).toBeFocused();
  }
  passed.push(...await tabTo(page, (here) => here?.href === BIG));
  await page.keyboard.press("Enter");
  await expect(page.locator("[role=treegrid][aria-label='2024年一般公共预算支出表']")).toBeVisible();
  await ready(page);
  passed.push(...await tabTo(page, (here) => here?.tag === "TR"));
  expect(passed.flatMap((stop) => stop.problems)).toEqual([]);

  /** This line has the focus, alone can be reached by Tab, and shows it; it is open or closed as said. */
  const at = (id, expanded) => expect.poll(async () => ({ problems: (await focused(page))?.problems, ...await page.evaluate(() => ({
    id: document.activeElement.id,
    expanded: document.activeElement.getAttribute("aria-expanded"),
    stops: [...document.querySelectorAll("[data-row][tabindex='0']")].map((row) => row.id),
  })) })).toMatchObject({ problems: [], id: `line-${number(id)}`, stops: [`line-${number(id)}`], ...(expanded ? { expanded } : {}) });
  const press = async (key, id, expanded) => {
    await page.keyboard.press(key);
    await at(id, expanded);
  };
  const [first, second, last] = [tops[0].id, tops[1].id, tops.at(-1).id];
  await at(first);
  await press("ArrowUp", first);
  await press("ArrowLeft", first, "false");
  await press("ArrowDown", second);
  await press("ArrowUp", first);
  await press("End", last);
  await press("ArrowDown", last);
  await press("Home", first);
  for (const { id } of tops.slice(1, 4)) await press("ArrowDown", id);
  await at("g-205");
  await press("ArrowRight", "g-205", "true");
  await press("ArrowRight", "g-20502", "false");
  await press("ArrowRight", "g-20502", "true");
  await press("ArrowRight", "g-2050201");
  await press("ArrowRight", "g-2050201");
  await press("ArrowDown", "g-2050202");
  await press("Enter", "g-2050202");
  await expectQuery(page, `${SAMPLE}/g-2050202`);
  await expect(card(page)).toBeVisible();
  await expect(line(page, "g-2050202")).toHaveAttribute("aria-current", "true");
  // The card is between two lines and no stop of the arrows.
  await press("ArrowDown", "g-2050203");
  await press("ArrowUp", "g-2050202");
  await press("ArrowLeft", "g-20502", "true");
  await press("ArrowLeft", "g-20502", "false");
  await press("ArrowLeft", "g-205", "true");
  await press("ArrowLeft", "g-205", "false");
  // Out of the table and back to where one was.
  await page.keyboard.press("Shift+Tab");
  await expect(page.locator("tr:focus")).toHaveCount(0);
  await page.keyboard.press("Tab");
  await at("g-205");
  // A key with a modifier is the browser's.
  await page.keyboard.press("Control+End");
  await painted(page);
  await expect(line(page, "g-205")).toBeFocused();
});

test("the focus is never under the sticky head of the table", async ({ open, page }) => {
  await page.setViewportSize({ width: 1280, height: 500 });
  await open(`${BIG}&sort=code`);
  await page.getByRole("button", { name: t.open_all }).click();
  await expect(rows(page)).toHaveCount(big.lines.length);
  await row(page, 0).focus();
  await page.keyboard.press("End");
  await expect(rows(page).last()).toBeFocused();
  // Looked at in the page when the key is let go: what the press did is done, and no look between two presses is left out.
  await page.evaluate(() => {
    globalThis.looks = [];
    addEventListener("keyup", () => {
      const one = document.activeElement.getBoundingClientRect();
      const head = document.querySelector("thead th").getBoundingClientRect();
      globalThis.looks.push(one.top < head.bottom - 1 && head.top < one.bottom ? `${document.activeElement.id} at ${one.top} under the head to ${head.bottom}` : "");
    });
  });
  for (let n = 0; n < 60; n += 1) await page.keyboard.press("ArrowUp");
  await expect(page.locator("[data-row]:focus")).toHaveCount(1);
  await expect.poll(() => page.evaluate(() => globalThis.looks)).toEqual(Array(60).fill(""));
});

test("lines are found by name and by code while typing; the choice is in the link", async ({ open, page }) => {
  await open(BIG);
  const field = page.getByPlaceholder(t.find_line);
  await expectShown(page, tops.length, big.lines.length);
  await expect(field, "it waits behind one button").toBeHidden();
  await adjust(page);
  await expect(clear(page)).toBeHidden();
  const steps = await page.evaluate(() => history.length);
  await field.focus();
  for (const [typed, find] of [["教", "教"], ["育", "教育"]]) {
    await page.keyboard.insertText(typed);
    await expectQuery(page, `${BIG}&q=${find}`);
    const left = chosen(big, (line) => line.name.includes(find));
    await expectShown(page, left.length, big.lines.length);
    await expect.poll(() => rows(page).evaluateAll((rows) => rows.map((one) => Number(one.dataset.row)))).toEqual(left);
    await expect(field).toBeFocused();
    await expect(field).toHaveValue(find);
  }
  // What does not fit itself is there only to show where the others belong.
  await expect(page.locator("[data-row].context th a", { hasText: "教育" })).toHaveCount(0);
  await expect(page.locator("[data-row]:not(.context) th a", { hasNotText: "教育" })).toHaveCount(0);
  await field.fill("20502");
  await expectQuery(page, `${BIG}&q=20502`);
  await expectShown(page, chosen(big, (line) => line.code?.includes("20502")).length, big.lines.length);
  await field.fill("没有这样的科目");
  await expect(page.getByText(t.no_lines_fit)).toBeVisible();
  await expectShown(page, 0, big.lines.length);
  await expect(rows(page)).toHaveCount(0);
  await clear(page).click();
  await expectQuery(page, BIG);
  await expect(field).toHaveValue("");
  await expectShown(page, tops.length, big.lines.length);
  await expect.poll(() => page.evaluate(() => history.length), { message: "typing makes no steps in the history" }).toBe(steps);
  await open(`${BIG}&q=教育`);
  await expect(field, "what a link has chosen is in sight").toBeVisible();
  await expect(field).toHaveValue("教育");
  await expectShown(page, chosen(big, (line) => line.name.includes("教育")).length, big.lines.length);
});

test("what an input method shows before a word is chosen is not looked for yet", async ({ open, page }) => {
  await open(BIG);
  const field = page.getByPlaceholder(t.find_line);
  /** Writes into the field as an input method does, word by word. */
  const compose = (...texts) => field.evaluate((input, texts) => {
    for (const data of texts) {
      input.value = data;
      input.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertCompositionText", data, isComposing: true }));
    }
  }, texts);
  const send = (type) => field.evaluate((input, type) => input.dispatchEvent(new CompositionEvent(type, { bubbles: true, data: input.value })), type);
  await expectShown(page, tops.length, big.lines.length);
  await adjust(page);
  await field.focus();
  await send("compositionstart");
  await compose("j", "jiao", "jiao yu");
  await painted(page);
  await expectQuery(page, BIG);
  await expectShown(page, tops.length, big.lines.length);
  await expect(field, "what is being written stays").toHaveValue("jiao yu");
  await compose("教育");
  await send("compositionend");
  await expectQuery(page, `${BIG}&q=教育`);
  await expectShown(page, chosen(big, (line) => line.name.includes("教育")).length, big.lines.length);
  await expect(field).toBeFocused();
  await expect(field).toHaveValue("教育");
});

test("only lines of at least so much, whatever the unit; the choice is in the link", async ({ open, page }) => {
  await open(BIG);
  const field = page.getByLabel(t.only_over);
  const expectOver = (yuan, find = "") => expectShown(page, chosen(big, (line) => line.name.includes(find) && Object.values(line.amounts ?? {}).some((amount) => fine(amount, "wan_yuan") >= yuan * 10_000n)).length, big.lines.length);
  await adjust(page);
  await field.fill("1000");
  await field.press("Enter");
  await expectQuery(page, `${BIG}&over=10000000`);
  await expectOver(10_000_000n);
  await unit(page, "亿元").click();
  await expectQuery(page, `${BIG}&unit=yi&over=10000000`);
  await expect(field).toHaveValue("0.1");
  await expectOver(10_000_000n);
  await field.fill("0.05");
  await field.blur();
  await expectQuery(page, `${BIG}&unit=yi&over=5000000`);
  await expectOver(5_000_000n);
  await page.getByPlaceholder(t.find_line).fill("教育");
  await expectQuery(page, `${BIG}&unit=yi&q=教育&over=5000000`);
  await expectOver(5_000_000n, "教育");
  await clear(page).click();
  await expectQuery(page, `${BIG}&unit=yi`);
  await expect(field).toHaveValue("");
  // A negative amount counts by its size.
  await open(`${HUANGPU}&t=rev&over=820000`);
  await expectShown(page, half.lines.length - 2, half.lines.length);
  await expect(names(page).filter({ hasText: /^一般债券再融资债券转贷收入$/ })).toHaveCount(1);
});

test("a line opens cold: its branches open, in view, marked, with its card", async ({ open, page }) => {
  await open(`${SAMPLE}/g-2050202`);
  const marked = page.locator(`#line-${number("g-2050202")}.hit[aria-current=true]`);
  await expect(marked).toBeVisible();
  await expect.poll(() => isInView(marked)).toBe(true);
  await expect(page.locator(".hit")).toHaveCount(1);
  for (const id of ["g-205", "g-20502"]) await expect(line(page, id)).toHaveAttribute("aria-expanded", "true");
  await expect(line(page, "g-201")).toHaveAttribute("aria-expanded", "false");
  await expect.poll(() => stops(page)).toEqual([`line-${number("g-2050202")}`]);
  const current = () => page.locator(".tables a[aria-current=true]").evaluateAll((all) => all.map((a) => a.getAttribute("href")));
  await expect.poll(current, { message: "its direction and its book" }).toEqual([BIG, BIG]);

  const { amounts } = lineOf(big, "g-2050202");
  const [own, base, before] = [amounts.executed, amounts.adjusted ?? amounts.initial, amounts.prior_final].map((amount) => fine(amount, "wan_yuan"));
  const facts = () => page.locator(".line-card dt").evaluateAll((all) => Object.fromEntries(all.map((term) => [term.textContent, term.nextElementSibling.textContent])));
  await expect.poll(facts).toEqual({
    ...Object.fromEntries(Object.entries(amounts).map(([column, amount]) => [COLUMNS[column][0], `${exact(amount, "wan_yuan")} = ${inYuan(amount, "wan_yuan")}元`])),
    [t.completion]: fill(t.computed, percent(own, base, 2)),
    [t.change]: fill(t.computed, `+${percent(own - before, before, 2)}`),
    [t.share]: `${percent(own, whole, 1)} 执行`,
    [t.share_of_parent]: `${percent(own, spent(lineOf(big, "g-20502")), 1)} 执行`,
    [t.per_head]: `${perHead(own)} 执行 · ${fill(t.per_head_of, people)}`,
  });
  await expect(card(page).getByRole("heading", { name: t.what_is_this })).toBeVisible();
  await expect(card(page)).toContainText("幼儿园、中小学");
  await expect(card(page)).toContainText("205 教育支出");
  // Nothing pulls the reader back afterwards.
  await page.evaluate(() => scrollTo(0, 0));
  await painted(page);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
  await card(page).getByRole("link", { name: t.close_line }).click();
  await expectQuery(page, BIG);
  await expect(card(page)).toHaveCount(0);
  await page.goBack();
  await expect(card(page)).toBeVisible();
});

test("a line is copied with its exact figures, and as a link", async ({ context, open, page, site }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(`${SAMPLE}/g-205&unit=yi`);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  const address = `${site.url}${SAMPLE}/g-205&unit=yi`;
  const amounts = Object.entries(lineOf(big, "g-205").amounts).map(([column, amount]) => `${COLUMNS[column][0]} ${exact(amount, "wan_yuan")}`);
  await page.getByRole("button", { name: t.copy_line, exact: true }).click();
  await expect(page.locator(".toast")).toHaveText(t.line_copied);
  // What the audit says against it goes along.
  const off = fill(t.off_completion, "96.52%");
  await expect.poll(copied).toBe(`教育支出：${amounts.join(" · ")}\n${off}\n${sample.title} · ${archived("sample-1-5").title} (${t.sample})\n${address}`);
  await card(page).getByRole("button", { name: t.copy_line_link, exact: true }).click();
  await expect.poll(copied).toBe(address);
  await goTo(page, `${SAMPLE}/g-21203`);
  await page.getByRole("button", { name: t.copy_line, exact: true }).click();
  await expect.poll(copied).toContain("\n核对：各项之和638.47，差3.60（执行）\n");
  // Of a line with nothing against it nothing is said.
  await goTo(page, `${SAMPLE}/g-2120303`);
  await page.getByRole("button", { name: t.copy_line, exact: true }).click();
  await expect.poll(copied).toMatch(/^小城镇基础设施建设：[^\n]*\n(?!核对)/);
});

test("a line that is gone, and one that the choice hides, are told", async ({ open, page }) => {
  await open(`${SAMPLE}/g-9999999`);
  await expect(page.getByText(fill(t.line_gone, "g-9999999"))).toBeVisible();
  await expect(heading(page)).toHaveText(sample.title);
  await expect(rows(page)).not.toHaveCount(0);
  await expect(page.locator(".hit")).toHaveCount(0);
  await open(`${SAMPLE}/g-2050202&q=道路`);
  await expect(page.getByText(t.line_hidden)).toBeVisible();
  await expect(page.locator(".hit")).toHaveCount(0);
  await clear(page).click();
  await expect(page.locator(".hit")).toBeVisible();
  await expect(page.getByText(t.line_hidden)).toHaveCount(0);
});

test("columns are taken away and added; the choice is in the link", async ({ open, page }) => {
  await open(BIG);
  const expectHeads = (...columns) => expect.poll(() => heads(page)).toEqual([t.line, ...columns]);
  const usual = ["上年决算", "年初预算", "调整预算", "执行", "下年预算", t.completion, t.change];
  const menu = page.locator("#adjust .columns");
  const box = (name) => menu.getByLabel(name, { exact: true });
  await expectHeads(...usual);
  await adjust(page);
  await expect(box("上年决算")).toBeChecked();
  await box("上年决算").uncheck();
  await expectQuery(page, `${BIG}&cols=initial,adjusted,executed,next,completion,change`);
  await expectHeads(...usual.slice(1));
  await expect(box("上年决算"), "the focus stays in the menu").toBeFocused();
  await box(t.share).check();
  await box(t.per_head).check();
  await expectQuery(page, `${BIG}&cols=initial,adjusted,executed,next,completion,change,share,per_head`);
  await expectHeads(...usual.slice(1), t.share, t.per_head);
  await open(`${BIG}&cols=executed,share,per_head`);
  await expectHeads("执行", t.share, t.per_head);
  const share = (line) => (line.role === "total" ? "—" : percent(spent(line), whole, 1));
  const expected = tops.filter((line) => spent(line) !== null).map((line) => [`line-${number(line.id)}`, grouped(line.amounts.executed), share(line), perHead(spent(line))]);
  await expect.poll(() => figures(page)).toEqual(expect.arrayContaining(expected));
  // Where nobody says how many people live there, there is no figure per head.
  await goTo(page, DAXING);
  await expect(heading(page)).toHaveText(/^大兴镇/);
  await adjust(page);
  await expect(box(t.share)).toBeVisible();
  await expect(box(t.per_head)).toHaveCount(0);
});

test("the picture of completion: a bar for each line, what goes beyond, and the time gone by", async ({ open, page }) => {
  await open(`${HUANGPU}&t=rev&pic=completion`);
  const lines = half.lines.map((line) => ({ name: line.name, said: `${line.printed?.completion_percent}%`, done: Number(line.printed?.completion_percent) / 100 })).filter((line) => line.done);
  const of = (rects, ink) => rects.filter((rect) => rect.ink === ink);
  await expectDrawn(page, ({ rects, lines: marks }) => ({
    bars: titles(of(rects, "i-data")),
    beyond: titles(of(rects, "i-hatch")),
    counts: [of(rects, "i-data-soft").length, marks.filter((ink) => ink === "i-mark").length],
  }), {
    // Its amounts do not say that a line is over the budget, so it is not striped: what the table prints is drawn on.
    bars: lines.flatMap((line) => Array(line.done > 1 ? 2 : 1).fill(`${line.name} ${line.said}`)),
    beyond: [],
    counts: [lines.length, lines.length],
  });
  await expectDrawn(page, ({ texts }) => texts, expect.arrayContaining(["时间进度 50.0%", ...lines.flatMap((line) => [line.name, line.said])]));
  // A bar of 24.5 % is as long as that.
  await expectDrawn(page, ({ rects }) => {
    const [all, full] = [of(rects, "i-data"), of(rects, "i-data-soft")[0].width];
    const bars = all.filter((bar, at) => all[at - 1]?.title !== bar.title);
    return lines.filter((line, at) => !(Math.abs(bars[at].width / full - Math.min(1, line.done)) < 0.01));
  }, []);
  await expectDrawn(page, ({ links }) => links.filter(([label, href]) => !label || !decodeURIComponent(href).startsWith(`${HUANGPU}/`)), []);
  await goTo(page, `${DAXING}&pic=completion`);
  await expect(heading(page)).toHaveText(/^大兴镇/);
  await expectDrawn(page, ({ rects, lines }) => [of(rects, "i-data").length > 0, titles(of(rects, "i-hatch")), lines], [true, ["支出总计 109.9%", "体制及专项上解支出 102.6%"], []]);
});

test("the picture of where the money comes from and goes to is in the unit chosen, with the digits that there are", async ({ open, page }) => {
  await open(`${SAMPLE}&pic=flow`);
  await expectDrawn(page, ({ texts }) => texts, expect.arrayContaining(["一般公共预算", "政府性基金预算", "国有资本经营预算", "社会保险基金预算"]));
  await expectDrawn(page, ({ rects }) => [rects.filter((rect) => rect.ink === "i-mark").length, rects[0].height > 10], [4, true]);
  // Each end has its ribbon.
  await expectDrawn(page, ({ rects, paths }) => [rects.length > 4, titles(rects.filter((rect) => rect.ink !== "i-mark")).join() === titles(paths).join()], [true, true]);
  await expectDrawn(page, ({ paths }) => titles(paths.filter((path) => path.ink === "i-ribbon")), expect.arrayContaining(["税收收入 5,953.89", "一般性转移支付收入 9,308.45", "教育支出 3,062.81"]));
  await expect(page.locator("figure.picture")).toContainText(fill(t.amounts_in, "万元"));
  await adjust(page);
  await unit(page, "元").click();
  await expectDrawn(page, ({ texts }) => texts, expect.arrayContaining(["59,538,900"]));
  await expect(page.locator("figure.picture")).toContainText(fill(t.amounts_in, "元"));
  await goTo(page, `${HUANGPU}&pic=flow`);
  await expectDrawn(page, ({ texts }) => texts, expect.arrayContaining([t.book_unknown]));
  await goTo(page, "?s=sample-1-5&p=budget/half-2024&pic=flow");
  await expect(page.getByText(t.flow_both_needed)).toBeVisible();
});

test("the picture of shares: areas by amount, down by a rectangle, up by the way shown", async ({ open, page }) => {
  await open(`${BIG}&pic=share`);
  const crumb = page.locator(".picture .crumb");
  const check = async (parent) => {
    const lines = big.lines.filter((line, n) => (parent ? line.parent === parent : above[n] === null) && isPart(line) && spent(line) > 0n).toSorted((a, b) => (spent(a) > spent(b) ? -1 : 1));
    const sum = lines.reduce((sum, line) => sum + spent(line), 0n);
    await expectDrawn(page, ({ rects }) => titles(rects), lines.map((line) => `${line.name} ${percent(spent(line), sum, 1)} ${grouped(line.amounts.executed)}`));
    await expectDrawn(page, ({ rects }) => {
      const areas = rects.map((rect) => (rect.width + 2) * (rect.height + 2));
      const area = areas.reduce((a, b) => a + b);
      const shares = lines.map((line) => Number(spent(line)) / Number(sum));
      return lines.filter((_, at) => shares[at] > 0.02 && !(Math.abs(areas[at] / area - shares[at]) < 0.01)).map((line) => line.name);
    }, []);
  };
  const rect = (name) => page.locator(`svg.scene a[aria-label^="${name} "]`);
  await check(null);
  await expect(crumb).toHaveCount(0);
  await rect("教育支出").click();
  await expectQuery(page, `${SAMPLE}/g-205&pic=share`);
  await check("g-205");
  await expect(page.locator(`#line-${number("g-205")}.hit`)).toBeVisible();
  await expect(crumb).toHaveText(`${t.share_whole} › 教育支出`);
  await rect("普通教育").click();
  await expectQuery(page, `${SAMPLE}/g-20502&pic=share`);
  await check("g-20502");
  await crumb.locator("a", { hasText: "教育支出" }).click();
  await expectQuery(page, `${SAMPLE}/g-205&pic=share`);
  await crumb.locator("a", { hasText: t.share_whole }).click();
  await expectQuery(page, `${BIG}&pic=share`);
  await check(null);
  // By keyboard, too.
  await rect("教育支出").focus();
  await page.keyboard.press("Enter");
  await expectQuery(page, `${SAMPLE}/g-205&pic=share`);
});

test("the picture of change: to the right more, to the left less", async ({ open, page }) => {
  await open(`${SAMPLE}&t=k-rev&pic=change`);
  const size = (n) => (n < 0n ? -n : n);
  const wan = (n) => {
    const digits = size(n).toString().padStart(9, "0");
    return `${n < 0n ? "-" : ""}${digits.slice(0, -8)}.${digits.slice(-8, -6)}`;
  };
  const lines = tableOf(sample, "k-rev").lines.filter((line) => line.amounts?.executed && line.amounts.prior_final).map((line) => {
    const was = fine(line.amounts.prior_final, "wan_yuan");
    const more = spent(line) - was;
    const plus = more > 0n ? "+" : "";
    return { name: line.name, more, ink: more < 0n ? "i-hatch" : "i-data", title: `${line.name} ${plus}${grouped(wan(more))} (${plus}${percent(more, was, 1)})` };
  });
  expect(new Set(lines.map((line) => line.ink)).size, "some more, some less").toBe(2);
  await expectDrawn(page, ({ rects }) => rects.map(({ ink, title }) => ({ ink, title })), lines.map(({ ink, title }) => ({ ink, title })));
  await expectDrawn(page, ({ texts }) => texts, expect.arrayContaining(lines.map((line) => line.name)));
  // The longest bar is that of the largest difference.
  const largest = lines.reduce((a, b) => (size(b.more) > size(a.more) ? b : a));
  await expectDrawn(page, ({ rects }) => rects.reduce((a, b) => (b.width > a.width ? b : a)).title, largest.title);
});

test("a line over the years: the other session of the body is fetched, and both have their points", async ({ open, page }) => {
  await open();
  await goTo(page, SAMPLE);
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await goTo(page, `${SAMPLE}/g-205`);
  await expect(card(page)).toBeVisible();
  await painted(page);
  expect(asked.filter((url) => url.includes("sample-1-4")), "nothing is fetched before it is asked for").toEqual([]);
  await card(page).getByRole("link", { name: t.to_years }).click();
  await expectQuery(page, `${SAMPLE}/g-205&pic=years`);
  // Every figure of the line, in whichever session and budget it is printed.
  const points = [];
  for (const id of ["sample-1-4", "sample-1-5"]) {
    for (const budget of budgetsOf(id)) {
      for (const table of budget.tables.filter((one) => one.book === "general_public" && one.direction === "expenditure")) {
        for (const [column, amount] of Object.entries(table.lines.find((one) => one.code === "205")?.amounts ?? {})) {
          const year = Number(budget.fiscal_year) + (column === "prior_final" ? -1 : column === "next" ? 1 : 0);
          points.push([`${year}`, exact(amount, "wan_yuan"), archived(id).title]);
        }
      }
    }
  }
  await expect.poll(async () => (await yearRows(page)).map(([year, , amount, session]) => [year, amount, session].join(" ")).toSorted()).toEqual(points.map((point) => point.join(" ")).toSorted());
  await expect.poll(async () => (await yearRows(page)).map(([year]) => year), { message: "by year" }).toEqual(points.map(([year]) => year).toSorted());
  await expect.poll(async () => [...new Set((await yearRows(page)).map((one) => one[4]))]).toEqual([fill(t.years_by_code, "205")]);
  await expect.poll(async () => (await yearRows(page)).map(([, stage]) => stage)).toEqual(expect.arrayContaining(["决算", "调整预算"]));
  await expectDrawn(page, ({ paths }) => paths.length, points.length);
  await expectDrawn(page, ({ texts }) => texts, expect.arrayContaining(["2022", "2023", "2024", "2025"]));
  await expectDrawn(page, ({ paths }) => points.filter(([year, , session]) => !titles(paths).some((title) => title.startsWith(`${year} `) && title.endsWith(session))), []);
  expect(asked.filter((url) => url.endsWith("/sample-1-4.json"))).toHaveLength(1);
  expect(asked.filter((url) => url.includes("xiaolan")), "only the same body's").toEqual([]);
  // A figure leads to the line in the session that prints it.
  await page.locator(".picture table a", { hasText: "第四次会议" }).first().click();
  await expectQuery(page, "?s=sample-1-4&p=budget/budget-2023/g-205");
  await expect(page.locator(".hit")).toBeVisible();
});

test("a line over the years is followed by its name where there is no code, and what cannot be had is told", async ({ open, page, troubles }) => {
  troubles.allow(/404.*sample-1-4\.json/);
  await open("?s=xiaolan-2025-half&p=budget/half-2025/gp-exp-total&pic=years");
  await expect.poll(async () => (await yearRows(page)).map((one) => [one[0], one[2], one[4]])).toEqual([["2021", "34.22亿元", t.years_by_name], ["2021", "31.95亿元", t.years_by_name], ["2025", "13.6亿元", t.years_by_name]]);
  await expect.poll(async () => (await yearRows(page))[2]?.[1]).toContain(t.part_of_year);
  await expectDrawn(page, ({ paths, texts }) => [paths.length, texts.includes("2021"), texts.includes("2025")], [3, true, true]);
  // Where no line is chosen it is the total, and that is told; a table that no line sums up asks for one.
  await goTo(page, "?s=xiaolan-2025-half&p=budget/half-2025&pic=years");
  await expect(page.getByText(t.years_of_total)).toBeVisible();
  await expect.poll(async () => (await yearRows(page)).map((one) => one[2])).toEqual(["34.22亿元", "31.95亿元", "13.6亿元"]);
  await goTo(page, `${HUANGPU}&t=exp-main&pic=years`);
  await expect(page.getByText(t.years_choose)).toBeVisible();
  await page.route("**/data/sessions/sample-1-4.json", (route) => route.fulfill({ status: 404, body: "" }));
  await open(`${SAMPLE}/g-205&pic=years`);
  await expect(page.getByText(fill(t.years_failed, 1))).toBeVisible();
  await expectDrawn(page, ({ paths }) => paths.length > 3, true);
});

test("a picture without figures says so, and the table is there all the same", async ({ open, page }) => {
  await open(DAMU);
  for (const [place, key, words] of [
    [DAMU, "completion", t.picture_empty], [DAMU, "change", t.picture_empty], ["?s=xiaolan-2021-adjusted&p=budget/adjusted-2021&t=gp-rev", "share", t.picture_empty],
    ["?s=xiaolan-2021-adjusted&p=budget/adjusted-2021", "flow", t.flow_no_total], [`${HUANGPU}&t=exp-main`, "years", t.years_choose],
  ]) {
    await goTo(page, `${place}&pic=${key}`);
    await expectPicture(page, key);
    await expect(page.locator("figure.picture p[role=status]"), place).toHaveText(words);
    await expect(scene(page), place).toHaveCount(0);
    await expect(page.getByRole("button", { name: t.save_svg }), place).toHaveCount(0);
    await expect(rows(page), place).not.toHaveCount(0);
  }
});

test("pictures are chosen and put away; the choice is in the link", async ({ open, page }) => {
  await open(BIG);
  const choices = page.getByRole("navigation", { name: t.picture });
  for (const key of ["completion", "flow", "share", "change"]) {
    const name = t[`picture_${key}`];
    await choices.getByRole("link", { name, exact: true }).click();
    await expectQuery(page, `${BIG}&pic=${key}`);
    await expectPicture(page, key);
    await expect(scene(page)).toHaveAttribute("aria-label", new RegExp(`^${name}`));
    await expect(choices.locator("[aria-current=true]")).toHaveText(name);
  }
  await choices.getByRole("link", { name: t.picture_none }).click();
  await expectQuery(page, BIG);
  await expect(page.locator("figure.picture")).toHaveCount(0);
});

test("the CSV of each of four tables opens in Excel and has every exact figure", async ({ open, page }) => {
  await open(DAXING);
  for (const [place, id, table, name] of [
    [`${DAXING}&t=rev&unit=yi`, "daxing-19-10", "rev", "大兴镇人大_大兴镇2024年财政决算（年初预算、调整预算、决算）_一般公共预算收入.csv"],
    [`${HUANGPU}&t=rev`, "huangpu-2024-half", "rev", null],
    [`${CHANGAN}&t=gf-rev&unit=yuan`, "changan-18-6", "gf-rev", null],
    // All lines of the table, whatever is chosen on the page.
    [`${BIG}&q=教育`, "sample-1-5", "g-exp", null],
  ]) {
    const budget = budgetsOf(id)[0];
    const printed = tableOf(budget, table);
    const isSample = id === "sample-1-5";
    await goTo(page, place);
    await expect(heading(page)).toHaveText(budget.title);
    const file = await save(page, t.save_csv);
    if (name) expect(file.name).toBe(name);
    expect(file.name).toMatch(/^[^\\/:*?"<>|]{1,76}\.csv$/);
    expect(file.name.startsWith("示例_"), id).toBe(isSample);
    expect([...file.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [head, ...rows] = csv(file.bytes.toString("utf8").slice(1));
    expect(rows.filter((one) => one.length !== head.length), id).toEqual([]);
    expect(head.includes("示例"), id).toBe(isSample);
    const used = Object.entries(COLUMNS).filter(([column]) => printed.lines.some((line) => line.amounts?.[column] !== undefined));
    expect(rows.map((one) => Object.fromEntries(head.map((column, at) => [column, one[at]])))).toEqual(printed.lines.map((line) => {
      const unit = unitOf(budget, printed, line);
      const amounts = used.flatMap(([column, [label]]) => {
        const amount = line.amounts?.[column];
        return [[`${label}（原文）`, amount ?? ""], [`${label}（元）`, amount === undefined ? "" : plainYuan(amount, unit)]];
      });
      return expect.objectContaining({
        行号: line.id, 科目编码: line.code ?? "", 项目: line.name, 上级行号: line.parent ?? "", 原文单位: UNITS.find((one) => one.unit === unit).zh, 预算年度: budget.fiscal_year,
        ...Object.fromEntries(amounts), ...(isSample ? { 示例: "示例，数字为虚构" } : {}),
      });
    }));
    if (id === "huangpu-2024-half") expect(rows.filter((one) => one[head.indexOf("执行（原文）")] === "-82" && one[head.indexOf("执行（元）")] === "-820000")).toHaveLength(1);
  }
});

test("the Fiscal Data Package is a ZIP with its description and every figure", async ({ open, page }) => {
  await open();
  for (const id of ["sample-1-5", "changan-18-6"]) {
    const budget = budgetsOf(id)[0];
    await goTo(page, `?s=${id}&p=budget/${budget.id}`);
    await expect(heading(page)).toHaveText(budget.title);
    const file = await save(page, t.save_package);
    expect(file.name).toMatch(/^[^\\/:*?"<>|]{1,76}\.zip$/);
    const files = unzipped(file.bytes);
    expect(Object.keys(files).toSorted()).toEqual(["data.csv", "datapackage.json"]);
    const description = JSON.parse(files["datapackage.json"].toString("utf8"));
    expect(description.resources[0].path).toBe("data.csv");
    const [head, ...rows] = csv(files["data.csv"].toString("utf8"));
    expect(description.resources[0].schema.fields.map((field) => field.name)).toEqual(head);
    const expected = budget.tables.flatMap((table) => table.lines.flatMap((line) => {
      const amounts = Object.values(line.amounts ?? {}).map((amount) => [plainYuan(amount, unitOf(budget, table, line)), amount]);
      return (amounts.length ? amounts : [["", ""]]).map((amount) => [table.id, line.id, ...amount].join(" "));
    }));
    const of = (one, ...columns) => columns.map((column) => one[head.indexOf(column)]).join(" ");
    expect(rows.map((one) => of(one, "table_id", "line_id", "amount_yuan", "amount_printed")).toSorted()).toEqual(expected.toSorted());
    expect(new Set(rows.map((one) => of(one, "is_sample")))).toEqual(new Set([`${id === "sample-1-5"}`]));
  }
});

test("a picture is saved as SVG: well-formed, with its names, figures and where they are from, and nothing that runs", async ({ open, page }) => {
  await open(SAMPLE);
  for (const [place, key, id, words] of [
    [`${SAMPLE}/g-205`, "share", "sample-1-5", ["普通教育", "92.3% 2,825.87", expect.stringContaining("进修及培训 1.2% 36.35")]],
    [`${HUANGPU}&t=rev`, "completion", "huangpu-2024-half", ["财政收入", "142.2%", "时间进度 50.0%"]],
    [SAMPLE, "flow", "sample-1-5", ["税收收入", "5,953.89", "政府性基金预算"]],
    [`${SAMPLE}&t=k-rev`, "change", "sample-1-5", ["利润收入"]],
    [`${SAMPLE}/g-205`, "years", "sample-1-5", ["2022", "3,060.50"]],
  ]) {
    await goTo(page, `${place}&pic=${key}`);
    await expectPicture(page, key);
    await expect(scene(page)).toBeVisible();
    const file = await save(page, t.save_svg);
    expect(file.name).toMatch(/\.svg$/);
    const parsed = () => page.evaluate((text) => {
      const parsed = new DOMParser().parseFromString(text, "image/svg+xml");
      const all = [...parsed.querySelectorAll("*")];
      return {
        root: parsed.documentElement.namespaceURI + parsed.documentElement.localName,
        error: parsed.querySelector("parsererror")?.textContent ?? null,
        active: all.filter((element) => ["script", "foreignObject", "image", "use", "a", "style"].includes(element.localName) || [...element.attributes].some(({ name, value }) => name.startsWith("on") || name.includes("href") || /url\((?!#)/.test(value))).length,
        // A colour that the theme did not give would be drawn in black.
        bare: all.filter((element) => ["fill", "stroke"].some((name) => element.hasAttribute(name) && !/^(#|rgb|url\(#hatch\)|none|oklch|color)/.test(element.getAttribute(name)))).length,
        texts: [...parsed.querySelectorAll("text")].map((element) => element.textContent),
      };
    }, file.bytes.toString("utf8"));
    const texts = expect.arrayContaining([...words, expect.stringContaining(archived(id).title), ...(id === "sample-1-5" ? [expect.stringContaining(t.sample_note)] : [])]);
    await expect.poll(parsed, { message: place }).toEqual({ root: "http://www.w3.org/2000/svgsvg", error: null, active: 0, bare: 0, texts });
    if (id !== "sample-1-5") expect(file.bytes.toString("utf8")).not.toContain(t.sample_note);
  }
});

test("a picture is saved as PNG at twice its size", async ({ open, page }) => {
  await open(`${SAMPLE}/g-205&pic=share`);
  const svg = await save(page, t.save_svg);
  const file = await save(page, t.save_png);
  expect(file.name).toBe(svg.name.replace(/svg$/, "png"));
  expect([...file.bytes.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const [, width, height] = /<svg[^>]* width="(\d+)" height="(\d+)"/.exec(svg.bytes.toString("utf8"));
  expect([file.bytes.readUInt32BE(16), file.bytes.readUInt32BE(20)]).toEqual([2 * width, 2 * height]);
  // An empty canvas of that size would be a tenth of it.
  expect(file.bytes.length).toBeGreaterThan(15_000);
});

test("the audit of each of six budgets: how much agrees, what differs, what cannot be checked", async ({ open, page }) => {
  await open(DAXING);
  for (const [place, counts] of [
    [DAXING, [21, 0, 0, 10]], ["?s=zhangzhen-2025&p=budget/execution-2024", [11, 0, 0, 3]], [HUANGPU, [6, 0, 0, 9]], [CHANGAN, [6, 1, 0, 3]], [DAMU, [8, 0, 3, 0]], [SAMPLE, [815, 0, 3, 13]],
  ]) {
    const [agreeing, close, differing, unchecked] = counts;
    const panel = page.locator("section.audit");
    await goTo(page, place);
    await expect(panel.locator("p").first(), place).toHaveText(fill(t.audit_counts, ...counts));
    await expect(panel.locator("li"), place).toHaveCount(differing);
    await expect(panel.locator("li .chip.mark"), place).toHaveCount(differing);
    await panel.locator("summary").click();
    // 300 of those that agree, how many more there are, and what could not be checked.
    const agree = agreeing + close;
    await expect(panel.locator("details li"), place).toHaveCount(Math.min(300, agree) + (agree > 300 ? 1 : 0) + unchecked);
    await expect(panel.getByText(t.unchecked, { exact: true }), place).toHaveCount(unchecked);
    await expect(panel.locator("details .chip.mark"), place).toHaveCount(0);
  }
});

test("the table is painted before the audit is made", async ({ open, page }) => {
  await open("?s=sample-1-5");
  // Looked at in the page as soon as there are lines, and once more just before they are painted.
  await page.evaluate(() => {
    const isMade = () => document.querySelector("section.audit") !== null;
    globalThis.looks = new Promise((done) => {
      const watch = new MutationObserver(() => {
        if (!document.querySelector("[data-row]")) return;
        watch.disconnect();
        const atOnce = isMade();
        requestAnimationFrame(() => done({ atOnce, atPaint: isMade() }));
      });
      watch.observe(document.querySelector("main"), { childList: true, subtree: true });
    });
  });
  await goTo(page, SAMPLE);
  await expect.poll(() => page.evaluate(() => globalThis.looks)).toEqual({ atOnce: false, atPaint: false });
  await expect(page.locator("section.audit p").first()).toHaveText(fill(t.audit_counts, 815, 0, 3, 13));
});

test("大木乡 has three sums that differ, each with what was printed, what it comes to and the difference", async ({ open, page }) => {
  await open(DAMU);
  const found = page.locator("section.audit > .live li");
  const differing = [["支出总计", "2,243", "2,243 + 1 + 106", "2,350", "107"], ["一般公共预算转移支付资金", "2,085", "52 + 1,937 + 110", "2,099", "14"], ["支出总计", "40", "40 + 4", "44", "4"]];
  await expect(found).toHaveCount(3);
  await expect(found).toContainText(differing.map(([line]) => `${t.audit_differs} ${line}`));
  await expect(found).toContainText(differing.map(([, printed, parts, sum]) => fill(t.rule_parts, `${printed}万元`, `${parts} = ${sum}万元`)));
  await expect(found).toContainText(differing.map(([, , , , difference]) => fill(t.rule_difference, `\u2212${difference}万元`)));
  await found.nth(1).locator("a").click();
  await expectQuery(page, `${DAMU}/gp-upper-total`);
  await expect(page.locator(".hit")).toBeVisible();
  await expect(card(page)).toContainText("52 + 1,937 + 110 = 2,099万元");
  await expect(card(page).locator(".chip.mark")).toHaveCount(1);
});

test("the sample has three planted faults, each explained on its card", async ({ open, page }) => {
  await open(SAMPLE);
  const expected = { "g-21203": fill(t.rule_difference, "\u22123.60万元"), "g-205": fill(t.rule_completion, "101.52%", "96.52%"), "g-213": fill(t.rule_change, "109.58%", "99.58%") };
  const found = page.locator("section.audit > .live li");
  await expect(found).toHaveCount(3);
  for (const [id, words] of Object.entries(expected)) await expect(found.filter({ has: page.locator(`a[href$="/${id}"]`) }), id).toContainText(words);
  for (const [id, words] of Object.entries(expected)) {
    await goTo(page, `${SAMPLE}/${id}`);
    await expect(card(page)).toContainText(lineOf(big, id).note);
    await expect(card(page).locator("li .chip.mark"), id).toHaveCount(1);
    await expect(card(page).locator("li", { has: page.locator(".chip.mark") })).toContainText(words);
  }
  // A line whose percentage does not fit says so in the table.
  await goTo(page, `${SAMPLE}/g-205`);
  await expect(cell(page, number("g-205"), t.completion)).toHaveText(`101.52% ${fill(t.computed, "96.5%")}`);
});

test("another language keeps what is shown", async ({ open, page }) => {
  const place = `${SAMPLE}/g-2050202&unit=yuan&cols=executed,share&sort=-executed&pic=share&q=教育`;
  await open(place);
  await expect.poll(() => heads(page)).toEqual([t.line, "执行", t.share]);
  await expect(rows(page)).toHaveCount(chosen(big, (line) => line.name.includes("教育")).length);
  const before = await figures(page);
  await page.getByRole("button", { name: t.switch_language }).click();
  await expect.poll(() => heads(page)).toEqual([TEXTS.en.line, "Executed", TEXTS.en.share]);
  await expectQuery(page, place);
  await expect.poll(() => figures(page)).toEqual(before);
  await expect(page.getByRole("heading", { name: TEXTS.en.what_is_this })).toBeVisible();
  await expect(scene(page)).toBeVisible();
  await expect(page.getByPlaceholder(TEXTS.en.find_line)).toHaveValue("教育");
  await expect(card(page)).toContainText("Education");
});

test("what is wrong in a link is left out, and the page is there", async ({ open, page }) => {
  const grid = page.locator("[role=treegrid]");
  await open(`${SAMPLE}&unit=dollar&cols=nonsense&sort=--executed&pic=pie&over=-5&t=nonsense`);
  await expect(heading(page)).toHaveText(sample.title);
  await expect(grid).toHaveCount(1);
  for (const junk of ["&unit=dollar", "&cols=nonsense,,executed,executed", "&sort=--executed", "&pic=pie", "&q=", "&over=-5", "&over=NaN", "&over=1e999", "&t=nonsense", `&q=${"%25".repeat(300)}`, "&cols=final"]) {
    // From another table, so that the one that is shown is that of the link.
    await goTo(page, `${SAMPLE}&t=g-rev`);
    await expect(grid).toHaveAttribute("aria-label", tableOf(sample, "g-rev").title);
    await goTo(page, SAMPLE + junk);
    await expect(grid, junk).toHaveAttribute("aria-label", big.title);
    await expect(heading(page), junk).toHaveText(sample.title);
  }
});

/** Drops a file with this session, as it is or as text with an id of `made`, and goes to its budget. */
async function dropped(page, session, place = "budget/b") {
  const { id = "made" } = session;
  await drop(page, "budget.json", typeof session === "string" ? session : JSON.stringify(session));
  await expect.poll(() => new URL(page.url()).searchParams.get("s")).toBe(id);
  await goTo(page, `?s=${id}&p=${place}`);
}
const sound = async (page) => {
  await expect(heading(page)).not.toBeEmpty();
  await expect(page.locator("#panic")).toBeHidden();
};
/** Goes to each picture of a place. */
async function goThroughPictures(page, place, look = () => sound(page)) {
  for (const key of PICTURES) {
    await goTo(page, `${place}&pic=${key}`);
    await expectPicture(page, key);
    await look(key);
  }
}

test("the page may be left, or spoken to in another language, while a long table is still being built", async ({ open, page }) => {
  await open(BIG);
  await ready(page);
  /** Opens all branches, and presses this as soon as so many lines are there: those that are left come in turns of their own. */
  const interrupt = (locator, lines) => locator.evaluate((element, lines) => new Promise((done) => {
    const press = () => {
      if (document.querySelectorAll("[data-row]").length < lines) return;
      watch.disconnect();
      element.click();
      done();
    };
    const watch = new MutationObserver(press);
    watch.observe(document.querySelector("main"), { childList: true, subtree: true });
    document.querySelector("[data-act=open-all]").click();
    press();
  }), lines);
  for (const lines of [0, 60, 140, 220]) {
    await interrupt(page.locator(".tabs a").first(), lines);
    await expectQuery(page, "?s=sample-1-5");
    await expect(rows(page)).toHaveCount(0);
    await painted(page);
    await page.goBack();
    await expect(names(page)).toHaveText(tops.map((line) => line.name));
  }
  for (const [lines, from, to] of [[60, "zh", "en"], [140, "en", "zh"]]) {
    await interrupt(page.getByRole("button", { name: TEXTS[from].switch_language }), lines);
    await expect(count(page)).toHaveText(fill(TEXTS[to].lines_shown, tops.length, big.lines.length));
    await expect(names(page)).toHaveText(tops.map((line) => line.name));
  }
  await sound(page);
});

test("10,000 lines of a dropped file: the first at once, more when asked for, a filter that answers", async ({ open, page }) => {
  await open();
  await dropped(page, withBudget([wide(10_000)]));
  await expectShown(page, 100, 10_000);
  await page.getByRole("button", { name: t.open_all }).click();
  await expectShown(page, 10_000, 10_000);
  await expect(rows(page)).toHaveCount(400);
  await expect(page.getByText(fill(t.lines_left, 9_600))).toBeVisible();
  await page.getByRole("button", { name: fill(t.show_more_lines, 400) }).click();
  await expect(rows(page)).toHaveCount(800);
  await adjust(page);
  await page.getByPlaceholder(t.find_line).fill("第9999号");
  await expectShown(page, 2, 10_000);
  await expect(names(page)).toHaveText(["第9900号科目", "第9999号科目"]);
  // A line far down opens cold.
  await goTo(page, "?s=made&p=budget/b/l8765");
  await expect(page.locator("#line-8765.hit")).toBeVisible();
  await expect.poll(() => isInView(row(page, 8765))).toBe(true);
  await page.getByRole("button", { name: t.close_all }).click();
  await expectShown(page, 100, 10_000);
  await goThroughPictures(page, "?s=made&p=budget/b");
  const file = await save(page, t.save_csv);
  expect(csv(file.bytes.toString("utf8").slice(1))).toHaveLength(10_001);
});

test("names that would like to run stay text: on the page, in pictures, in files", async ({ open, page }) => {
  const hostile = ["<img src=x onerror=globalThis.ran=1>", "=1+1", "+cmd|' /C calc'!A0", "@SUM(A1)", "\u202e倒过来", "</title><script>globalThis.ran=1</script>", "&lt;b&gt;", "a\"b'c"];
  const lines = hostile.map((name, n) => ({ id: `l${n}`, name, note: name, amounts: { prior_final: 10, initial: 100 + n, executed: 90 + n }, printed: { completion_percent: 50 } }));
  const other = { id: "u", title: hostile[0], direction: "revenue", book: "general_public", scope: hostile[0], lines };
  await open();
  await dropped(page, withBudget([{ id: "t", title: hostile[5], direction: "expenditure", book: "general_public", lines }, other], { budget: { title: hostile[0] }, title: hostile[5] }));
  await expect(heading(page)).toHaveText(hostile[0]);
  await expect.poll(() => names(page).allTextContents()).toEqual(expect.arrayContaining(hostile.filter((one) => !one.includes("\u202e"))));
  await expect(page.locator("main").locator("img, script")).toHaveCount(0);
  const saveSvg = page.getByRole("button", { name: t.save_svg });
  let saved = 0;
  await goThroughPictures(page, "?s=made&p=budget/b/l0", async (key) => {
    await expect(card(page)).toBeVisible();
    await expect(page.locator("main img, main script, svg script"), key).toHaveCount(0);
    // Either a picture, or why there is none.
    await expect(saveSvg.or(page.locator("figure.picture p[role=status]"))).toBeVisible();
    if (await saveSvg.isHidden()) return;
    const { bytes } = await save(page, t.save_svg);
    const parsed = () => page.evaluate((text) => {
      const parsed = new DOMParser().parseFromString(text, "image/svg+xml");
      return { error: parsed.querySelector("parsererror")?.textContent ?? null, ran: parsed.querySelectorAll("script, img").length };
    }, bytes.toString("utf8"));
    await expect.poll(parsed, { message: key }).toEqual({ error: null, ran: 0 });
    saved += 1;
  });
  expect(saved).toBeGreaterThan(0);
  const file = await save(page, t.save_csv);
  const [head, ...cells] = csv(file.bytes.toString("utf8").slice(1));
  expect(cells.flat().filter((cell) => /^[=+@\t]/.test(cell))).toEqual([]);
  expect(cells[1][head.indexOf("项目")]).toBe("'=1+1");
  expect(file.name).toMatch(/^[^\\/:*?"<>|]+\.csv$/);
  await expect.poll(() => page.evaluate(() => globalThis.ran)).toBeUndefined();
  await sound(page);
});

test("circles and unknown parents: every line is there once", async ({ open, page }) => {
  const lines = [
    { id: "a", name: "甲", parent: "b", amounts: { initial: 1 } }, { id: "b", name: "乙", parent: "a", amounts: { initial: 2 } },
    { id: "c", name: "丙", parent: "c", amounts: { initial: 3 } }, { id: "d", name: "丁", parent: "nobody", amounts: { initial: 4 } },
    { id: "e", name: "戊", parent: "d", amounts: { initial: 5 } }, { id: "e", name: "己", parent: "d", amounts: { initial: 6 } },
  ];
  await open();
  await dropped(page, withBudget([{ id: "t", direction: "expenditure", lines }]));
  await expect.poll(async () => (await names(page).allTextContents()).toSorted()).toEqual(lines.map((line) => line.name).toSorted());
  for (const line of ["a", "b", "c", "e"]) await goThroughPictures(page, `?s=made&p=budget/b/${line}`, () => expect(page.locator(`#line-${lines.findIndex((one) => one.id === line)}.hit`)).toBeVisible());
  await save(page, t.save_csv);
  await save(page, t.save_package);
  await sound(page);
  // A chain as long as the file.
  const chain = Array.from({ length: 2_000 }, (_, n) => ({ id: `l${n}`, name: `第${n}层`, ...(n ? { parent: `l${n - 1}` } : {}), amounts: { initial: 1 } }));
  await dropped(page, withBudget([{ id: "t", direction: "expenditure", lines: chain }], { id: "deep" }), "budget/b/l1500");
  await expect(page.locator("#line-1500.hit")).toBeVisible();
  await sound(page);
});

test("no tables, an empty table, lines without amounts: told, and nothing breaks", async ({ open, page }) => {
  await open();
  await dropped(page, withBudget([]));
  await expect(page.getByText(t.audit_none)).toBeVisible();
  await expect(heading(page)).toHaveText("示例镇2024年预算");
  await sound(page);
  await dropped(page, withBudget([{ id: "t", direction: "revenue" }, { id: "u", direction: "expenditure", lines: [] }], { id: "bare" }));
  await expect(page.getByText(t.no_lines)).toBeVisible();
  await sound(page);
  const lines = [{ id: "a", name: "只有名称" }, { id: "b", name: "写明没有", amounts: { initial: null } }];
  await dropped(page, withBudget([{ id: "t", direction: "revenue", lines }], { id: "silent" }));
  await expect(names(page)).toHaveText(["只有名称", "写明没有"]);
  for (const place of ["budget/b", "budget/b/a"]) await goThroughPictures(page, `?s=silent&p=${place}`, () => expect(page.locator("figure.picture p[role=status]")).toBeVisible());
  await save(page, t.save_csv);
  await save(page, t.save_package);
  await sound(page);
});

test("the last year there is, and amounts as large and as fine as can be held", async ({ open, page }) => {
  const most = "999999999999999999999999";
  const lines = `[{"id":"a","name":"最大","amounts":{"prior_final":${most},"initial":${most},"executed":-${most},"next":${most}},"printed":{"completion_percent":999999999999,"yoy_percent":-999999999999}},
    {"id":"b","name":"最细","parent":"a","amounts":{"prior_final":0.000000000001,"initial":0.000000000001,"executed":123456789012.123456789012,"next":0}},
    {"id":"c","name":"又一个最大","amounts":{"prior_final":${most},"initial":${most},"executed":${most},"next":${most}}}]`;
  const session = withBudget([{ id: "t", direction: "revenue", lines: "LINES" }, { id: "u", direction: "expenditure", lines: "LINES" }], { budget: { fiscal_year: 65535, unit: "yi_yuan", period: { from: "2024-01-01", to: "2024-06-30" } } });
  await open();
  await dropped(page, JSON.stringify(session).replaceAll("\"LINES\"", lines));
  await expect(stated(page, 0, "年初预算")).toHaveText(grouped(most));
  await expect(stated(page, 0, "执行")).toHaveText(`\u2212${grouped(most)}`);
  for (const { key, unit } of UNITS) {
    await goThroughPictures(page, `?s=made&p=budget/b/a&unit=${key}&cols=prior_final,initial,executed,next,completion,change,share,per_head`, async () => {
      await expect(card(page)).toBeVisible();
      await sound(page);
    });
    // Never a wrong number: exact in this unit, or in full in its own.
    const either = (amount) => new RegExp(`^(${[shown(amount, "yi_yuan", unit)[0], exact(amount, "yi_yuan")].map((text) => text.replaceAll(".", "\\.")).join("|")})$`);
    await expect(stated(page, 0, "年初预算"), key).toHaveText(either(most));
    await expect(stated(page, 1, "执行"), key).toHaveText(either("123456789012.123456789012"));
  }
  for (const sort of ["executed", "-completion", "change", "-share"]) {
    await goTo(page, `?s=made&p=budget/b&sort=${sort}&over=1`);
    await expect(clear(page)).toBeVisible();
    await sound(page);
  }
  await save(page, t.save_csv);
  await save(page, t.save_package);
  await sound(page);
});

/** What sticks out to the right of the screen, where the page as a whole can be moved sideways. */
const tooWide = (page, width) => page.evaluate((width) => {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (clientWidth !== width) return [`the screen is ${clientWidth} px wide`];
  if (scrollWidth <= clientWidth) return [];
  const scrolls = (element) => element !== document.body && (getComputedStyle(element).overflowX !== "visible" || (element.parentElement && scrolls(element.parentElement)));
  const out = [...document.querySelectorAll("body *")].filter((element) => element.checkVisibility({ contentVisibilityAuto: true }) && element.getBoundingClientRect().right > clientWidth + 1 && !scrolls(element));
  return [`${scrollWidth} > ${clientWidth}`, ...out.map((element) => `${element.tagName}.${element.getAttribute("class")} ${Math.round(element.getBoundingClientRect().right)} > ${clientWidth}`).slice(0, 4)];
}, width);
const ALL = "prior_final,initial,adjusted,executed,final,next,completion,change,share,per_head";
for (const size of ["normal", "huge"]) {
  for (const lang of ["zh", "en"]) {
    test(`the budget is not wider than a screen 390, 320 or 800 px wide, or at 200 % zoom, in ${lang}, with all columns and ${size} text`, async ({ openNew }) => {
      const page = await openNew("?s=sample-1-5&p=budget", { screen: "phone", lang });
      await page.evaluate((size) => (document.documentElement.dataset.size = size), size);
      for (const place of ["?s=sample-1-5&p=budget", `${SAMPLE}&cols=${ALL}`, `${SAMPLE}/g-2050202&cols=${ALL}&unit=yuan`, `${SAMPLE}/g-205&cols=executed`, ...PICTURES.map((pic) => `${SAMPLE}/g-205&pic=${pic}`), HUANGPU, `${CHANGAN}&unit=yuan`, DAMU]) {
        await goTo(page, place);
        if (place.includes("budget/")) await ready(page);
        // The same page is turned into each screen: its pictures are drawn anew when it changes, the rest follows the style sheet.
        for (const [width, height] of [[390, 844], [320, 640], [640, 400], [800, 900]]) {
          await page.setViewportSize({ width, height });
          await painted(page);
          if (place.includes("pic=")) await expect(scene(page)).toBeVisible();
          await expect.poll(() => tooWide(page, width), { message: `${place} ${width} px wide` }).toEqual([]);
        }
      }
    });
  }
}

test("on a phone a line is a block with the name of each column beside its figure", async ({ openNew }) => {
  const page = await openNew(`${BIG}&cols=${ALL}`, { screen: "phone" });
  const figures = line(page, "g-205").locator("td");
  const said = () => figures.evaluateAll((all) => all.map((cell) => `${getComputedStyle(cell, "::before").content} ${cell.textContent}`));
  await expect.poll(said).toContainEqual(expect.stringMatching(/执行.* 3,062\.81$/));
  const outside = () => figures.evaluateAll((all) => all.map((cell) => cell.getBoundingClientRect()).filter(({ left, right }) => right > innerWidth || left < 0));
  await expect.poll(outside).toEqual([]);
});

test("the head of the table stays in view on a desktop", async ({ open, page }) => {
  await open(BIG);
  await page.getByRole("button", { name: t.open_all }).click();
  await expect(rows(page)).toHaveCount(big.lines.length);
  await row(page, 150).evaluate((element) => element.scrollIntoView({ block: "center" }));
  const head = () => page.evaluate(() => {
    const { left, right, top, bottom } = document.querySelector("[role=columnheader]:nth-child(5)").getBoundingClientRect();
    const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    const cell = document.querySelector("#line-150 td:nth-child(5)").getBoundingClientRect();
    return { isAtTop: top >= 0 && top < 120, name: over?.closest("th")?.textContent, isAboveItsCells: Math.abs(right - cell.right) < 2 };
  });
  await expect.poll(head).toEqual({ isAtTop: true, name: expect.stringContaining("执行"), isAboveItsCells: true });
});
