// Taking a session away: every file of the dialog is read by a program that is not ours, and the printed document is what was chosen.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { Parser } from "commonmark";
import ICAL from "ical.js";
import { csv } from "./budgets.mjs";
import { assertNoTroubles, axe, drop, eventually, focused, ROOT, settled, tabTo, withSite } from "./helpers.mjs";
import { archived, fill, hostile, made, TEXTS } from "./material.mjs";

const site = withSite();

const t = TEXTS.zh;
const sheet = (page) => page.locator("dialog.made[open]");
/** What is offered; every session may be a single file, which single.test.mjs tries. */
const files = async (page) => {
  const [first, ...others] = await sheet(page).locator(".btn.small").allTextContents();
  assert.equal(first, t.single_save);
  return others;
};

async function open(page, texts = t) {
  await page.getByRole("button", { name: texts.take, exact: true }).click();
  await sheet(page).waitFor();
}
async function save(page, button) {
  const [saved] = await Promise.all([page.waitForEvent("download"), sheet(page).getByRole("button", { name: button, exact: true }).click()]);
  return { name: saved.suggestedFilename(), bytes: await readFile(await saved.path()) };
}
const text = async (page, button) => (await save(page, button)).bytes.toString("utf8").replace(/^\ufeff/, "");

/** Presses print and returns what the printed document has: the headings of its parts, its links, its text. */
async function print(page) {
  await page.evaluate(() => {
    globalThis.printed = undefined;
    globalThis.print = () => {
      const all = (selector) => [...document.querySelectorAll(selector)].map((element) => element.textContent);
      globalThis.printed = { parts: all(".paper > .part h1"), links: all(".paper .at"), text: document.querySelector(".paper").textContent };
    };
  });
  await sheet(page).locator(".btn.primary").click();
  await page.waitForFunction(() => globalThis.printed);
  return page.evaluate(() => globalThis.printed);
}
const done = (page) => page.evaluate(() => dispatchEvent(new Event("afterprint")));

test("the file of the session is taken away byte for byte", async () => {
  for (const id of ["huacao-6-6", "xipeng-20-11"]) {
    const page = await site.reopen(`?s=${id}`);
    await settled(page);
    await open(page);
    const { name, bytes } = await save(page, t.take_json);
    assert.ok(bytes.equals(readFileSync(join(ROOT, "public/data/sessions", `${id}.json`))));
    assert.match(name, /^[^\\/:*?"<>|]{1,75}\.json$/);
    assertNoTroubles(page);
  }
});

test("only what there is is offered", async () => {
  let page = await site.reopen("?s=huacao-6-6");
  await settled(page);
  await open(page);
  assert.deepEqual(await files(page), [t.take_json, t.take_popolo, t.take_calendar, t.agenda, t.people]);
  await sheet(page).getByText(fill(t.take_undated, 4)).waitFor();
  page = await site.reopen("?s=zhangzhai-5-1");
  await settled(page);
  await open(page);
  assert.deepEqual(await files(page), [t.take_json, t.take_popolo, t.agenda, t.votes, t.projects], "a year alone makes no calendar");
  assertNoTroubles(page);
});

test("each table is read by a reader of CSV, with names for ids", async () => {
  const page = await site.reopen("?s=xipeng-20-11");
  await settled(page);
  await open(page);
  const session = archived("xipeng-20-11");
  const rows = { agenda: session.agenda, people: session.people.flatMap(({ posts }) => posts?.length ? posts : [0]), votes: session.votes.flatMap(({ candidates }) => candidates?.length ? candidates : [0]), projects: session.projects };
  for (const [list, items] of Object.entries(rows)) {
    const [head, ...lines] = csv(await text(page, t[list]));
    assert.equal(lines.length, items.length, list);
    assert.ok(lines.every((line) => line.length === head.length && line[head.indexOf("会议")] === session.title), list);
  }
  const [head, ...people] = csv(await text(page, t.people));
  assert.ok(session.people.every(({ id, name }) => people.some((line) => line[head.indexOf("编号")] === id && line[head.indexOf("姓名")] === name)));
});

test("the calendar is read by ical.js: whole days, and times of the clock", async () => {
  const page = await site.reopen("?s=gaohang-3-6");
  await settled(page);
  await open(page);
  const events = (ics) => new ICAL.Component(ICAL.parse(ics)).getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
  const session = archived("gaohang-3-6");
  const dated = session.sittings.filter(({ date }) => date?.length === 10);
  let all = events(await text(page, t.take_calendar));
  assert.equal(all.length, dated.length);
  for (const [at, sitting] of dated.entries()) {
    assert.equal(all[at].uid, `gaohang-3-6/${sitting.id}@yishi`);
    assert.equal(all[at].startDate.toString(), sitting.start ? `${sitting.date}T${sitting.start}:00` : sitting.date);
    assert.equal(all[at].startDate.isDate, !sitting.start);
    assert.ok(all[at].component.getFirstPropertyValue("url").endsWith("?s=gaohang-3-6"));
  }
  await page.keyboard.press("Escape");
  await drop(page, "made.json", JSON.stringify(made({ title: "长,标题;\\ 😀".repeat(30) })));
  await eventually(async () => assert.ok((await page.locator("main h1").first().textContent()).startsWith("长")));
  await open(page);
  all = events(await text(page, t.take_calendar));
  assert.deepEqual(all.map((event) => [event.summary, event.startDate.toString(), event.endDate.toString()]), [["长,标题;\\ 😀".repeat(30), "2024-01-25", "2024-01-27"]]);
  assertNoTroubles(page);
});

test("Popolo has the people and the votes", async () => {
  const page = await site.reopen("?s=xipeng-20-11");
  await settled(page);
  await open(page);
  const popolo = JSON.parse(await text(page, t.take_popolo));
  const session = archived("xipeng-20-11");
  assert.deepEqual(popolo.persons.map(({ id, name }) => [id, name]), session.people.map(({ id, name }) => [id, name]));
  assert.deepEqual(popolo.vote_events.map(({ id }) => id), session.votes.map(({ id }) => `xipeng-20-11/votes/${id}`));
});

test("a speech as Markdown says what the page says, whatever signs are in it", async () => {
  const page = await site.reopen("?s=huacao-6-6&p=speeches/work-report");
  await settled(page);
  await open(page);
  assert.deepEqual((await files(page)).slice(0, 2), [t.take_plain, "Markdown"]);
  const words = (node) => {
    const walker = node.walker();
    let said = "";
    for (let step; (step = walker.next());) said += ["text", "code", "html_inline", "html_block"].includes(step.node.type) && step.entering ? step.node.literal : step.entering ? "\n" : "";
    return said;
  };
  const kinds = (node) => {
    const walker = node.walker();
    const found = new Set();
    for (let step; (step = walker.next());) found.add(step.node.type);
    return found;
  };
  // The signs of lists and quotations are no text in Markdown.
  const flat = (text) => text.replace(/[->*\s]/g, "");
  const compare = async () => {
    const { name, bytes } = await save(page, "Markdown");
    assert.ok(name.endsWith(".md"));
    const parsed = new Parser().parse(bytes.toString("utf8"));
    assert.equal(flat(words(parsed)), flat(await text(page, t.take_plain)));
    return kinds(parsed);
  };
  await compare();
  await page.keyboard.press("Escape");
  const signs = "*_#[]<b>`|\\ 😀 ![x](y) &amp; ~~x~~\n- 一\n2. 二\n    三\n===\n> 四\n***";
  const session = hostile(signs);
  for (const speech of session.speeches) speech.blocks = speech.blocks.filter(({ kind }) => kind !== "table");
  await drop(page, "hostile.json", JSON.stringify(session));
  await page.waitForFunction(() => location.search.includes("hostile"));
  await page.evaluate(() => {
    history.pushState(null, "", "?s=hostile&p=speeches/sp");
    dispatchEvent(new PopStateEvent("popstate"));
  });
  await page.locator("article.speech").waitFor();
  await open(page);
  const found = await compare();
  for (const kind of ["emph", "strong", "code", "code_block", "html_inline", "html_block", "image", "thematic_break"]) assert.ok(!found.has(kind), kind);
});

test("the printed document has the chosen sections and no others, and is taken away", async () => {
  const page = await site.reopen("?s=huacao-6-6&p=speeches/work-report");
  await settled(page);
  const session = archived("huacao-6-6");
  const titles = session.speeches.map(({ title }) => title);
  await open(page);
  let printed = await print(page);
  assert.deepEqual(printed.parts, [t.agenda, ...titles, t.decisions, t.people, t.glossary, t.documents]);
  assert.equal(printed.links.length, printed.parts.length + 1, "a link for each part and one for the whole");
  for (const block of session.speeches.flatMap(({ blocks }) => blocks ?? [])) assert.ok(printed.text.includes((block.text ?? block.items[0]).slice(0, 12)), block.id);
  assert.equal(printed.text.split(t.at_a_glance).length, 2);
  await page.emulateMedia({ media: "print" });
  assert.deepEqual(await page.evaluate(() => [...document.body.children].filter((child) => child.getClientRects().length).map((child) => child.className)), ["paper"]);
  assert.ok((await page.pdf({ preferCSSPageSize: true })).length > 50_000);
  await page.emulateMedia({ media: null });
  await done(page);
  assert.equal(await page.locator(".paper").count(), 0);

  // What is printed leaves the reader where they were.
  await open(page);
  await page.evaluate(() => scrollTo(0, 300));
  const choice = (label) => sheet(page).getByLabel(label, { exact: true });
  for (const label of [t.overview, t.agenda, t.decisions, t.people, t.glossary, t.documents]) await choice(label).uncheck();
  await choice(t.print_only).check();
  printed = await print(page);
  assert.deepEqual(printed.parts, [session.speeches.find(({ id }) => id === "work-report").title]);
  await done(page);
  assert.equal(await page.evaluate(() => scrollY), 300);
  assert.equal((await focused(page)).name, t.take);
  await open(page);
  for (const label of [t.overview, t.speeches, t.decisions, t.people, t.glossary, t.documents]) await choice(label).uncheck();
  printed = await print(page);
  assert.deepEqual(printed.parts, [t.agenda]);
  assert.ok(session.agenda.every(({ title }) => printed.text.includes(title)));
  await done(page);
  await open(page);
  for (const box of await sheet(page).getByRole("checkbox").all()) await box.uncheck();
  await sheet(page).locator(".btn.primary").click();
  await sheet(page).getByText(t.print_nothing).waitFor();
  assertNoTroubles(page);
});

test("every line of every budget is printed", async () => {
  const page = await site.reopen("?s=daxing-19-10");
  await settled(page);
  await open(page);
  const printed = await print(page);
  const lines = archived("daxing-19-10").budgets.flatMap(({ tables }) => tables.flatMap((table) => table.lines));
  assert.equal(await page.locator(".paper [data-row]").count(), lines.length);
  assert.ok(lines.every(({ name }) => printed.text.includes(name)));
  await done(page);
  assertNoTroubles(page);
});

test("a printed page has its session, its date, its source and its link", async () => {
  const page = await site.reopen("?s=huacao-6-6&p=speeches/work-report&at=p3");
  await settled(page);
  await page.emulateMedia({ media: "print" });
  const imprint = await page.locator(".imprint").innerText();
  const session = archived("huacao-6-6");
  for (const part of [session.title, "2024年7月18日", session.sources[0].title, page.url()]) assert.ok(imprint.includes(part), `${part} in ${imprint}`);
  assert.ok(!await page.locator(".bar").isVisible() && !await page.locator(".tabs").isVisible() && !await page.locator(".acts").isVisible());
});

test("the dialog is without fault for axe, works by keyboard and fits a phone", async () => {
  for (const [screen, theme, lang] of [["phone", "light", "zh"], ["desktop", "dark", "en"]]) {
    const page = await site.open("?s=huacao-6-6&p=speeches/work-report", { screen, theme, lang });
    await settled(page);
    await tabTo(page, (here) => here?.name === TEXTS[lang].take);
    await page.keyboard.press("Enter");
    await sheet(page).waitFor();
    assert.deepEqual(await axe(page), []);
    assert.ok(await sheet(page).evaluate((dialog) => dialog.scrollWidth <= dialog.clientWidth && document.documentElement.scrollWidth <= innerWidth));
    const passed = await tabTo(page, (here) => here?.name === TEXTS[lang].print);
    assert.ok(passed.some(({ name }) => name === "Markdown") && passed.some(({ name }) => name === TEXTS[lang].overview));
    await page.keyboard.press("Escape");
    assert.equal((await focused(page)).name, TEXTS[lang].take);
    assertNoTroubles(page);
  }
});
