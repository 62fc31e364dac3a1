// Taking a session away: every file of the dialog is read by a program that is not ours, and the printed document is what was chosen.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Parser } from "commonmark";
import ICAL from "ical.js";
import { csv, unzipped } from "./budgets.mjs";
import { expect, expectAccessible, test } from "./fixtures.mjs";
import { downloaded, drop, goTo, heading, ROOT, tabTo } from "./helpers.mjs";
import { archived, fill, hostile, made, TEXTS } from "./material.mjs";

const t = TEXTS.zh;
const WORK_REPORT = "?s=huacao-6-6&p=speeches/work-report";
const sheet = (page) => page.locator("dialog.modal[open]");
const button = (page, texts = t) => page.getByRole("button", { name: texts.take, exact: true });
/** The files that are offered. */
const files = (page) => sheet(page).locator(".btn.small");

/** Opens the dialog. */
async function take(page) {
  await button(page).click();
  await expect(sheet(page)).toBeVisible();
}
const close = async (page) => {
  await page.keyboard.press("Escape");
  await expect(sheet(page)).toHaveCount(0);
};
const save = (page, name) => downloaded(page, () => sheet(page).getByRole("button", { name, exact: true }).click());
/** The text of a file that is saved. */
const saved = async (page, name) => (await save(page, name)).bytes.toString("utf8").replace(/^\ufeff/, "");

/** Presses print and gives `check` the document as it is at that moment: the headings of its parts, its links, how many rows it has, its text. */
async function print(page, check) {
  await page.evaluate(() => {
    globalThis.printed = undefined;
    globalThis.print = () => {
      const all = (selector) => [...document.querySelectorAll(selector)].map((element) => element.textContent);
      globalThis.printed = { parts: all(".paper > .part h1"), links: all(".paper .at"), rows: all(".paper [data-row]").length, text: document.querySelector(".paper").textContent };
    };
  });
  await sheet(page).locator(".btn.primary").click();
  const handle = await page.waitForFunction(() => globalThis.printed);
  check(await handle.jsonValue());
}
/** What of `wanted` is not in the text. */
const missing = (text, wanted) => wanted.filter((part) => !text.includes(part));
/** The browser says that it has printed; the document goes. */
async function done(page) {
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect(page.locator(".paper")).toHaveCount(0);
}

test("the file of the session is taken away byte for byte", async ({ open, page }) => {
  await open();
  for (const id of ["huacao-6-6", "xipeng-20-11"]) {
    await goTo(page, `?s=${id}`);
    await take(page);
    const { name, bytes } = await save(page, t.take_json);
    expect(bytes.equals(readFileSync(join(ROOT, "public/data/sessions", `${id}.json`))), id).toBe(true);
    expect(name).toMatch(/^[^\\/:*?"<>|]{1,75}\.json$/);
    await close(page);
  }
});

test("only what there is is offered", async ({ open, page }) => {
  await open("?s=huacao-6-6");
  await take(page);
  // Every session may be a single file, which single.test.mjs tries.
  await expect(files(page)).toHaveText([t.single_save, t.take_json, t.take_popolo, t.take_calendar, t.foreign_workbook, `${t.agenda} .xlsx`, `${t.people} .xlsx`, t.agenda, t.people]);
  await expect(sheet(page).getByText(fill(t.take_undated, 4))).toBeVisible();
  await close(page);
  await goTo(page, "?s=zhangzhai-5-1");
  await take(page);
  // A year alone makes no calendar.
  await expect(files(page)).toHaveText([t.single_save, t.take_json, t.take_popolo, t.foreign_workbook, ...[t.agenda, t.votes, t.projects].map((name) => `${name} .xlsx`), t.agenda, t.votes, t.projects]);
});

test("each table is read by a reader of CSV, with names for ids; Popolo has the people and the votes", async ({ open, page }) => {
  await open("?s=xipeng-20-11");
  await take(page);
  const session = archived("xipeng-20-11");
  const rows = { agenda: session.agenda, people: session.people.flatMap(({ posts }) => posts?.length ? posts : [0]), votes: session.votes.flatMap(({ candidates }) => candidates?.length ? candidates : [0]), projects: session.projects };
  for (const [list, items] of Object.entries(rows)) {
    const [head, ...lines] = csv(await saved(page, t[list]));
    expect(lines, list).toHaveLength(items.length);
    expect(lines.filter((line) => line.length !== head.length || line[head.indexOf("会议")] !== session.title), list).toEqual([]);
    if (list !== "people") continue;
    const named = lines.map((line) => `${line[head.indexOf("编号")]} ${line[head.indexOf("姓名")]}`);
    expect(named).toEqual(expect.arrayContaining(session.people.map(({ id, name }) => `${id} ${name}`)));
  }
  const popolo = JSON.parse(await saved(page, t.take_popolo));
  expect(popolo.persons.map(({ id, name }) => [id, name])).toEqual(session.people.map(({ id, name }) => [id, name]));
  expect(popolo.vote_events.map(({ id }) => id)).toEqual(session.votes.map(({ id }) => `xipeng-20-11/votes/${id}`));
});

/** Case 13: what Excel makes something else of. */
const CHANGED = made({
  agenda: [{ id: "1", number: "1-2", title: "第一项之二" }, { id: "2", number: "3/5", title: "第三项" }, { id: "202501080000000123", number: "007", title: "长编号" }],
  people: [{ id: "6E5", name: "周宁", posts: [{ title: "镇长", from: "2022-07" }] }],
  suggestions: [{ id: "g1", number: "001", title: "建议一", submitted: "2025-01-09" }],
  projects: [{ id: "m1", number: "一", title: "项目" }],
  budgets: [{ id: "b", title: "预算", fiscal_year: 2025, stage: "draft", unit: "wan_yuan", tables: [{ id: "t", title: "支出表", direction: "expenditure", lines: [{ id: "1-1", code: "2010101", name: "行政运行", amounts: { initial: 12.5 } }] }] }],
});

test("the dialog says what a spreadsheet changes in which columns, and how to take the table in as it is", async ({ open, page }) => {
  await open();
  await drop(page, "made.json", JSON.stringify(CHANGED).replace("12.5", "12.50"));
  await expect(heading(page)).toHaveText(CHANGED.title);
  await take(page);
  await expect(sheet(page).getByText(t.sheet_about)).toBeVisible();
  /** What is said of each table, by its name. */
  const told = (place) => place.locator("details dl").evaluate((list) => Object.fromEntries([...list.querySelectorAll("dt")].map((term) => [
    term.textContent, [...term.nextElementSibling.querySelectorAll("li")].map((item) => item.textContent),
  ])));
  const marked = (column, cell) => fill(t.sheet_marked, column, `'${cell}`);
  await sheet(page).getByText(t.sheet_columns).click();
  await expect.poll(() => told(sheet(page))).toEqual({
    [t.agenda]: [marked("编号", "202501080000000123"), marked("序号", "1-2")],
    [t.people]: [marked("编号", "6E5"), marked("自", "2022-07")],
    [t.suggestions]: [marked("序号", "001"), fill(t.sheet_days, "提出日期", "2025-01-09")],
    [t.projects]: [t.sheet_same],
  });
  await expectAccessible(page);
  // What is said is so.
  const [head, line] = csv(await saved(page, t.agenda));
  expect(line[head.indexOf("序号")]).toBe("'1-2");
  await close(page);
  await goTo(page, "?s=made&p=budget/b");
  const files = page.locator(".take");
  await expect(files.getByText(t.sheet_about)).toBeVisible();
  await files.getByText(t.sheet_columns).click();
  await expect.poll(() => told(files)).toEqual({ 支出表: [marked("行号", "1-1"), fill(t.sheet_zeros, "年初预算（原文）", "12.50")] });
});

test("as a workbook a table keeps what a spreadsheet would change, and figures are figures", async ({ open, page }) => {
  await open();
  await drop(page, "made.json", JSON.stringify(CHANGED));
  await expect(heading(page)).toHaveText(CHANGED.title);
  await take(page);
  const sheetOf = ({ name, bytes }) => {
    const files = unzipped(bytes);
    return { name, texts: files["xl/sharedStrings.xml"].toString(), cells: files["xl/worksheets/sheet1.xml"].toString() };
  };
  const agenda = sheetOf(await save(page, `${t.agenda} .xlsx`));
  expect(agenda.name).toMatch(/\.xlsx$/);
  for (const text of ["1-2", "3/5", "007", "202501080000000123"]) expect(agenda.texts).toContain(`<t>${text}</t>`);
  await close(page);
  await goTo(page, "?s=made&p=budget/b");
  const budget = sheetOf(await downloaded(page, () => page.getByRole("button", { name: t.save_xlsx, exact: true }).click()));
  expect(budget.texts).toContain("<t>1-1</t>");
  expect(budget.cells).toContain("<v>12.5</v>");
  expect(budget.cells).not.toContain("<f>");
});

test("an item, a vote, a suggestion and a project are taken away with all that is said of them", async ({ open, page }) => {
  await open();
  await drop(page, "made.json", JSON.stringify(made({
    people: [{ id: "p", name: "周宁" }],
    agenda: [{ id: "a", number: "10", title: "人事任免事项", kind: "election", state: "postponed", votes: ["v"] }],
    votes: [{ id: "v", motion: "选举办法", method: "show_of_hands", result: "adopted", note: "全票通过" }],
    suggestions: [{ id: "g", number: "001", title: "修路灯", kind: "suggestion", lead: "p", replied: null }],
    projects: [{ id: "m", number: "1.10", title: "建桥", status: "在建", progress_percent: 40.5 }],
  })));
  await expect(heading(page)).toHaveText(made().title);
  for (const [place, title, lines] of [
    ["agenda/a", "人事任免事项", [`${t.number} 10`, "选举", "延期", "举手表决 通过 全票通过"]],
    ["votes/v", "选举办法", ["举手表决", "通过", "全票通过"]],
    ["suggestions/g", "修路灯", [`${t.number} 001`, `${t.lead} 周宁`, `${t.replied} ${t.none}`]],
    ["projects/m", "建桥", [`${t.number} 1.10`, "在建", `${t.carried_out} 40.5%`]],
  ]) {
    await goTo(page, `?s=made&p=${place}`);
    await take(page);
    await expect(sheet(page).getByRole("heading", { name: t.take_item })).toBeVisible();
    const said = (await saved(page, t.take_plain)).split("\n");
    expect(said[0], place).toBe(title);
    expect(said, place).toEqual(expect.arrayContaining(lines));
    expect((await saved(page, "Markdown")).startsWith(`# ${title}\n`), place).toBe(true);
    await close(page);
  }
});

test("the calendar is read by ical.js: whole days, and times of the clock", async ({ open, page }) => {
  await open("?s=gaohang-3-6");
  await take(page);
  const events = (ics) => new ICAL.Component(ICAL.parse(ics)).getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
  const dated = archived("gaohang-3-6").sittings.filter(({ date }) => date?.length === 10);
  const all = events(await saved(page, t.take_calendar));
  expect(all.map(({ uid, startDate }) => [uid, startDate.toString(), startDate.isDate])).toEqual(
    dated.map(({ id, date, start }) => [`gaohang-3-6/${id}@yishi`, start ? `${date}T${start}:00` : date, !start]),
  );
  for (const { component } of all) expect(component.getFirstPropertyValue("url")).toMatch(/\?s=gaohang-3-6$/);
  await close(page);
  const title = "长,标题;\\ 😀".repeat(30);
  await drop(page, "made.json", JSON.stringify(made({ title })));
  await expect(heading(page)).toHaveText(/^长/);
  await take(page);
  const long = events(await saved(page, t.take_calendar));
  expect(long.map(({ summary, startDate, endDate }) => [summary, startDate.toString(), endDate.toString()])).toEqual([[title, "2024-01-25", "2024-01-27"]]);
});

test("a speech as Markdown says what the page says, whatever signs are in it", async ({ open, page }) => {
  /** The nodes of a parsed text in their order. */
  const nodes = (parsed) => {
    const walker = parsed.walker();
    const found = [];
    for (let step; (step = walker.next());) if (step.entering) found.push(step.node);
    return found;
  };
  // The signs of lists and quotations are no text in Markdown.
  const flat = (text) => text.replace(/[->*\s]/g, "");
  const expectSame = async ({ without = [] } = {}) => {
    await take(page);
    const { name, bytes } = await save(page, "Markdown");
    expect(name).toMatch(/\.md$/);
    const found = nodes(new Parser().parse(bytes.toString("utf8")));
    const words = found.map(({ type, literal }) => (["text", "code", "html_inline", "html_block"].includes(type) ? literal : "\n")).join("");
    expect(flat(words)).toBe(flat(await saved(page, t.take_plain)));
    expect(found.map(({ type }) => type).filter((type) => without.includes(type))).toEqual([]);
  };
  await open(WORK_REPORT);
  await expectSame();
  await expect(files(page).nth(1)).toHaveText(t.take_plain);
  await expect(files(page).nth(2)).toHaveText("Markdown");
  await close(page);
  const session = hostile("*_#[]<b>`|\\ 😀 ![x](y) &amp; ~~x~~\n- 一\n2. 二\n    三\n===\n> 四\n***");
  for (const speech of session.speeches) speech.blocks = speech.blocks.filter(({ kind }) => kind !== "table");
  await drop(page, "hostile.json", JSON.stringify(session));
  await expect(page).toHaveURL(/\?s=hostile/);
  await goTo(page, "?s=hostile&p=speeches/sp");
  await expect(page.locator("article.speech")).toBeVisible();
  await expectSame({ without: ["emph", "strong", "code", "code_block", "html_inline", "html_block", "image", "thematic_break"] });
});

test("the printed document has the chosen sections and no others, and is taken away", async ({ open, page }) => {
  await open(WORK_REPORT);
  const session = archived("huacao-6-6");
  const titles = session.speeches.map(({ title }) => title);
  await take(page);
  const parts = [...titles, t.decisions, t.agenda, t.people, t.glossary, t.documents];
  const texts = session.speeches.flatMap(({ blocks }) => blocks ?? []).map(({ text, items }) => (text ?? items[0]).slice(0, 12));
  await print(page, (printed) => {
    expect(printed.parts).toEqual(parts);
    expect(printed.links, "a link for each part and one for the whole").toHaveLength(parts.length + 1);
    expect(missing(printed.text, texts)).toEqual([]);
    expect(printed.text.split(t.q_decided)).toHaveLength(2);
  });
  await page.emulateMedia({ media: "print" });
  await expect.poll(() => page.evaluate(() => [...document.body.children].filter((child) => child.getClientRects().length).map((child) => child.className))).toEqual(["paper"]);
  await expect.poll(async () => (await page.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(50_000);
  await page.emulateMedia({ media: null });
  await done(page);

  // What is printed leaves the reader where they were.
  const without = async (...labels) => {
    for (const label of labels) await sheet(page).getByLabel(label, { exact: true }).uncheck();
  };
  await take(page);
  await page.evaluate(() => scrollTo(0, 300));
  await without(t.overview, t.agenda, t.decisions, t.people, t.glossary, t.documents);
  await sheet(page).getByLabel(t.print_only, { exact: true }).check();
  await print(page, ({ parts }) => expect(parts).toEqual([session.speeches.find(({ id }) => id === "work-report").title]));
  await done(page);
  await expect(button(page)).toBeFocused();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(300);
  await take(page);
  await without(t.overview, t.speeches, t.decisions, t.people, t.glossary, t.documents);
  await print(page, ({ parts, text }) => {
    expect(parts).toEqual([t.agenda]);
    expect(missing(text, session.agenda.map(({ title }) => title))).toEqual([]);
  });
  await done(page);
  await take(page);
  for (const box of await sheet(page).getByRole("checkbox").all()) await box.uncheck();
  await sheet(page).locator(".btn.primary").click();
  await expect(sheet(page).getByText(t.print_nothing)).toBeVisible();
});

test("every line of every budget is printed", async ({ open, page }) => {
  await open("?s=daxing-19-10");
  await take(page);
  const lines = archived("daxing-19-10").budgets.flatMap(({ tables }) => tables.flatMap((table) => table.lines));
  await print(page, ({ rows, text }) => {
    expect(rows).toBe(lines.length);
    expect(missing(text, lines.map(({ name }) => name))).toEqual([]);
  });
  await done(page);
});

test("a printed page has its session, its date, its source and its link", async ({ open, page, site }) => {
  const place = `${WORK_REPORT}&at=p3`;
  await open(place);
  await page.emulateMedia({ media: "print" });
  const session = archived("huacao-6-6");
  const imprint = page.locator(".imprint");
  await expect(imprint).toBeVisible();
  for (const part of [session.title, "2024年7月18日", session.sources[0].title, site.url + place]) await expect(imprint).toContainText(part);
  for (const control of [".bar", ".tabs", ".acts"]) await expect(page.locator(control)).toBeHidden();
});

test("the dialog is without fault for axe, works by keyboard and fits a phone", async ({ openNew }) => {
  for (const [screen, theme, lang] of [["phone", "light", "zh"], ["desktop", "dark", "en"]]) {
    const page = await openNew(WORK_REPORT, { screen, theme, lang });
    const texts = TEXTS[lang];
    if (screen === "phone") {
      await tabTo(page, (here) => here?.name === texts.more_actions);
      await page.keyboard.press("Enter");
    }
    await tabTo(page, (here) => here?.name === texts.take);
    await page.keyboard.press("Enter");
    await expect(sheet(page)).toBeVisible();
    await expectAccessible(page);
    await expect.poll(() => sheet(page).evaluate((dialog) => dialog.scrollWidth <= dialog.clientWidth && document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    for (const stop of ["Markdown", texts.overview, texts.print]) await tabTo(page, (here) => here?.name === stop);
    await close(page);
    await expect(button(page, texts)).toBeFocused();
  }
});
