// Finding: by characters, by pinyin, by amount; in a session and over the archive; by keyboard and by touch; with and without a network.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assertNoTroubles, eventually, goTo, heading, settled, withSite } from "./helpers.mjs";
import { answer, archived, CATALOGUE, fill, made, TEXTS } from "./material.mjs";

const site = withSite();
const t = TEXTS.zh;
const huacao = archived("huacao-6-6");
const field = (page) => page.locator("#find");
const hits = (page) => page.locator("main [data-hit]");
const inField = (page) => page.evaluate(() => document.activeElement.id === "find");
const marks = (page) => page.locator("main mark");
const status = (page) => page.locator("main .search [role=status]");
const place = (page) => decodeURIComponent(new URL(page.url()).search);
const open = async (at, options) => {
  const page = await (options ? site.open(at, options) : site.reopen(at));
  await settled(page);
  return page;
};
const found = (page, said) => eventually(async () => assert.equal(await status(page).textContent(), said));
const paragraphs = (text) => huacao.speeches.flatMap(({ blocks = [] }) => blocks).filter((block) => [block.text, ...(block.items ?? [])].some((one) => one?.includes(text)));

test("what is typed is found at once, marked, and in the link", async () => {
  const page = await open("?s=huacao-6-6&p=agenda");
  await field(page).focus();
  await page.keyboard.type("治理");
  await eventually(async () => assert.equal(place(page), "?s=huacao-6-6&q=治理"));
  assert.equal(await inField(page), true);
  const section = page.locator("main section", { has: page.getByRole("heading", { name: TEXTS.zh.speeches, exact: true }) }).last();
  await eventually(async () => assert.ok(await marks(page).count() > 0));
  assert.deepEqual([...new Set(await marks(page).allTextContents())], ["治理"]);
  const expected = paragraphs("治理").length;
  await section.getByRole("link", { name: fill(t.find_all_of, String(expected)) }).click();
  await eventually(async () => assert.equal(await hits(page).count(), expected));
  assert.match(place(page), /kind=speeches/);
  // The link shows its reader the same.
  const cold = await open(`?s=huacao-6-6&q=治理&kind=speeches`);
  assert.equal(await hits(cold).count(), expected);
  assert.equal(await field(cold).inputValue(), "治理");
  assertNoTroubles(cold);
});

test("a result opens its paragraph with the words marked, and n and N go from one to the next", async () => {
  const page = await open("?s=huacao-6-6&q=华漕&kind=speeches");
  const link = page.locator("main a.snip").first();
  const at = new URLSearchParams(await link.getAttribute("href")).get("at");
  await link.click();
  const block = page.locator(`#b-${at}`);
  await block.locator("mark.current").waitFor();
  assert.equal(await block.locator("mark.current").first().textContent(), "华漕");
  const bar = page.locator(".found-bar [role=status]");
  const all = await page.locator("main mark.found:not(.more)").count();
  const current = () => page.evaluate(() => [...document.querySelectorAll("main mark.found:not(.more)")].findIndex((mark) => mark.classList.contains("current")));
  const first = await current();
  assert.equal(await bar.textContent(), fill(t.found_at, "华漕", String(first + 1), String(all)));
  await page.keyboard.press("n");
  assert.equal(await current(), (first + 1) % all);
  await page.keyboard.press("Shift+N");
  await page.keyboard.press("Shift+N");
  assert.equal(await current(), (first - 1 + all) % all);
  assert.equal(await bar.textContent(), fill(t.found_at, "华漕", String(((first - 1 + all) % all) + 1), String(all)));
  // Nothing is counted that cannot be seen.
  assert.equal(await page.locator("main mark.found:visible").count(), all);
  // All marks are what was asked for, and no text was changed.
  assert.deepEqual([...new Set(await page.locator("main mark.found").allTextContents())], ["华漕"]);
  await page.keyboard.press("Escape");
  await eventually(async () => assert.equal(await marks(page).count(), 0));
  assert.doesNotMatch(place(page), /q=/);
  assert.match(place(page), new RegExp(`at=${at}`));
  assertNoTroubles(page);
});

test("pinyin, initials and a mixture find people first, letters as letters too", async () => {
  for (const typed of ["zhoushengchun", "zsc", "周sc", "zhoushengc"]) {
    const page = await open(`?s=huacao-6-6&q=${encodeURIComponent(typed)}`);
    await eventually(async () => assert.equal(await hits(page).first().textContent(), "周胜春", typed));
  }
  // The table of readings is fetched when letters are asked for, not before.
  const page = await site.open("?s=huacao-6-6");
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await field(page).fill("治理");
  await eventually(async () => assert.ok(await hits(page).count() > 0));
  assert.deepEqual(asked.filter((path) => path.endsWith("pinyin.bin")), []);
  await field(page).fill("huacao");
  await eventually(async () => assert.equal(asked.filter((path) => path.endsWith("pinyin.bin")).length, 1));
  await eventually(async () => assert.ok((await marks(page).allTextContents()).includes("华漕")));
  assertNoTroubles(page);
});

test("without the table of readings letters are searched as letters, and that is said", async () => {
  const page = await site.reopen("?s=huacao-6-6&q=huacao", { routes: { "**/pinyin.bin": (route) => route.fulfill({ status: 200, body: "damaged" }) } });
  await page.getByText(t.find_unread).waitFor();
  await found(page, fill(t.find_none, "huacao"));
});

test("amounts are found without a comma, with one, and with their unit", async () => {
  const large = (amount) => amount > 1000;
  const real = CATALOGUE.sessions.filter(({ counts, is_sample }) => counts?.budgets && !is_sample).map(({ id }) => id);
  const lines = real.flatMap((id) => archived(id).budgets.flatMap((budget) => budget.tables.flatMap((table) => table.lines.map((line) => ({ id, budget, table, line })))));
  const { id, budget, table, line } = lines.find(({ line }) => Object.values(line.amounts ?? {}).some(large));
  const amount = String(Object.values(line.amounts).find(large));
  const unit = { yuan: "元", wan_yuan: "万元", yi_yuan: "亿元" }[line.unit ?? table.unit ?? budget.unit];
  let page;
  for (const typed of [amount, amount.replace(/\B(?=(\d{3})+(?!\d))/g, ","), amount + unit]) {
    page = await open(`?s=${id}&q=${encodeURIComponent(typed)}&kind=budget`);
    await eventually(async () => assert.ok((await hits(page).allTextContents()).includes(line.name), typed));
  }
  await hits(page).filter({ hasText: line.name }).first().click();
  await eventually(async () => assert.match(place(page), /p=budget\//));
  assertNoTroubles(page);
});

test("terms, phrases, what is excluded, and who spoke", async () => {
  const count = async (q, more = "") => {
    const page = await open(`?s=huacao-6-6&q=${encodeURIComponent(q)}&kind=speeches${more}`);
    await eventually(async () => assert.notEqual(await status(page).textContent(), ""));
    return await hits(page).count();
  };
  const both = paragraphs("代表").filter((block) => block.text?.includes("华漕")).length;
  assert.equal(await count("华漕 代表 -“没有这样的话”"), both);
  assert.equal(await count("“华漕 代表”"), paragraphs("华漕代表").length);
  const all = await count("华漕");
  const speaker = huacao.speeches.find(({ blocks = [] }) => blocks.some(({ text }) => text?.includes("华漕"))).speaker;
  const own = huacao.speeches.filter((speech) => speech.speaker === speaker).flatMap(({ blocks = [] }) => blocks).filter(({ text, items = [] }) => [text, ...items].some((one) => one?.includes("华漕")));
  const titles = huacao.speeches.filter((speech) => speech.speaker === speaker && (speech.title.includes("华漕") || `${speech.attribution}${speech.post}${speech.on_behalf_of}`.includes("华漕"))).length;
  assert.equal(await count("华漕", `&who=${speaker}`), own.length + titles);
  assert.ok(own.length + titles < all);
  // Traditional characters find Simplified ones.
  assert.equal(await count("華漕"), all);
});

test("where nothing is found there are ways on", async () => {
  const page = await open("?s=huacao-6-6&q=华漕治理没有的话");
  await found(page, fill(t.find_none, "华漕治理没有的话"));
  const ways = page.locator("main .ways a");
  await ways.filter({ hasText: t.find_looser.split("{}")[0] + "华漕" }).first().click();
  await eventually(async () => assert.ok(await hits(page).count() > 0));
  const limited = await open("?s=huacao-6-6&q=华漕&kind=projects");
  await limited.locator("main .ways a").filter({ hasText: t.find_unlimited.split("{}")[0] }).click();
  await eventually(async () => assert.ok(await hits(limited).count() > 0));
  assertNoTroubles(limited);
});

test("anything can be typed", async () => {
  const page = await open("?s=huacao-6-6");
  const typed = ["", " ", "。", "，,", "-", "\"", "😀", "𠀾", "\ud800", ".*[a-z](", "'; DROP TABLE x;--", "%", "<b>", "\u200b", "字".repeat(10_000), "-华漕"];
  for (const text of typed) {
    await field(page).evaluate((input, text) => {
      input.value = text;
      input.dispatchEvent(new InputEvent("input"));
    }, text);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const shown = await marks(page).allTextContents();
    const all = JSON.stringify(huacao);
    for (const mark of shown) assert.ok(all.includes(mark.replaceAll('"', '\\"')), `${JSON.stringify(text).slice(0, 40)}: ${mark}`);
  }
  await found(page, t.find_only_without);
  await field(page).fill("\u200b");
  await found(page, fill(t.find_nothing, "\u200b"));
  assertNoTroubles(page);
});

test("by keyboard only: / to the field, ↓ to the results, Enter opens one", async () => {
  const page = await open("?s=huacao-6-6");
  await page.keyboard.press("/");
  assert.equal(await inField(page), true);
  await page.keyboard.type("周胜春");
  await eventually(async () => assert.ok(await hits(page).count() > 0));
  await page.keyboard.press("ArrowDown");
  assert.equal(await page.evaluate(() => document.activeElement.hasAttribute("data-hit")), true);
  await page.keyboard.press("Enter");
  await eventually(async () => assert.match(place(page), /p=people\//));
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.tagName), "H1"));
  await page.locator("main mark.current").waitFor();
  // What was searched for is remembered, and can be forgotten.
  await goTo(page, "?s=huacao-6-6&p=search");
  await page.getByRole("link", { name: "周胜春", exact: true }).waitFor();
  await page.getByRole("button", { name: fill(t.find_forget, "周胜春") }).click();
  await eventually(async () => assert.equal(await page.locator(".recent").count(), 0));
  // The slides cover the field, so there the key does nothing.
  await goTo(page, "?s=huacao-6-6&p=slides");
  await page.keyboard.press("/");
  assert.equal(await inField(page), false);
  assertNoTroubles(page);
});

test("on a phone the field comes with the search", async () => {
  const page = await open("?s=huacao-6-6", { screen: "phone" });
  assert.equal(await field(page).isVisible(), false);
  await page.getByRole("link", { name: t.find, exact: true }).click();
  await eventually(async () => assert.equal(await inField(page), true));
  await page.keyboard.type("zsc");
  await eventually(async () => assert.equal(await hits(page).first().textContent(), "周胜春"));
  await hits(page).first().tap();
  await eventually(async () => assert.match(place(page), /p=people\//));
  const bar = page.locator(".found-bar");
  await bar.getByRole("button", { name: t.found_next }).tap();
  await bar.getByRole("link", { name: t.found_back }).tap();
  await eventually(async () => assert.match(place(page), /^\?s=huacao-6-6&q=zsc/));
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  assert.equal(wide, false);
  assertNoTroubles(page);
});

test("over the archive: sessions by the index, newest first, those with titles before, and nothing that does not hold it", async () => {
  const page = await open("?q=周胜春");
  await eventually(async () => assert.match(await status(page).textContent(), /1次会议/));
  assert.deepEqual(await page.locator("main .answers h2").allTextContents(), [huacao.title]);
  assert.deepEqual([...new Set(await marks(page).allTextContents())], ["周胜春"]);
  // A common word: enough at first, the rest on demand.
  await field(page).fill("报告");
  await eventually(async () => assert.ok(await page.locator("main .answers h2").count() >= 10));
  const earlier = page.getByRole("button", { name: t.find_earlier });
  await earlier.waitFor();
  const before = await page.locator("main .answers h2").count();
  await earlier.click();
  await eventually(async () => assert.ok(await page.locator("main .answers h2").count() > before || await page.getByRole("button", { name: t.find_earlier }).count() === 0));
  // Letters find names everywhere, mixed with characters too.
  for (const typed of ["zhoushengchun", "周shengc"]) {
    await field(page).fill(typed);
    await eventually(async () => assert.deepEqual(await page.locator("main .answers h2").allTextContents(), [huacao.title], typed));
  }
  await field(page).fill("没有一次会议这样说");
  await found(page, fill(t.find_none, "没有一次会议这样说"));
  assertNoTroubles(page);
});

test("the whole of what the archive says of a word is what the files say", async () => {
  const word = "养老服务";
  const expected = CATALOGUE.sessions.filter(({ id }) => JSON.stringify(archived(id)).includes(word)).map(({ title }) => title).sort();
  const page = await open(`?q=${word}`);
  for (;;) {
    await eventually(async () => assert.equal(await page.locator("[data-key=stop]").count(), 0));
    const more = page.getByRole("button", { name: t.find_earlier });
    if (await more.count() === 0) break;
    await more.click();
  }
  assert.deepEqual((await page.locator("main .answers h2").allTextContents()).sort(), expected);
});

test("an index that is missing, cut off or of another version is done without", async () => {
  for (const body of [undefined, "nonsense", Buffer.from([0x1f, 0x8b, 8, 0])]) {
    const root = body === undefined ? (route) => route.fulfill({ status: 404, body: "" }) : (route) => route.fulfill({ status: 200, body });
    const page = await site.reopen("?q=周胜春", { routes: { "**/data/search/**": root } });
    await eventually(async () => assert.deepEqual(await page.locator("main .answers h2").allTextContents(), [huacao.title]));
    if (body !== undefined) await page.getByText(t.find_incomplete).waitFor();
  }
  // The root is whole, the other files are not.
  const page = await site.reopen("?q=周胜春", { routes: { "**/data/search/*/*": (route) => route.fulfill({ status: 200, body: "damaged" }) } });
  await page.getByText(t.find_incomplete).waitFor();
  assert.deepEqual(await page.locator("main .answers h2").allTextContents(), [huacao.title]);
});

test("what the reader has here is searched too", async () => {
  const own = made({ id: "own-1", speeches: [{ id: "s1", title: "发言", kind: "remarks", blocks: [{ id: "p1", kind: "paragraph", text: "只有这里才有的独特句子。" }] }] });
  const page = await site.open("");
  await page.locator("input[type=file]").first().setInputFiles({ name: "own.json", mimeType: "application/json", buffer: answer(own).body ?? Buffer.from(JSON.stringify(own)) });
  await eventually(async () => assert.equal(await heading(page), own.title));
  await goTo(page, "?q=独特句子");
  await eventually(async () => assert.deepEqual(await page.locator("main .answers h2").allTextContents(), [own.title]));
  assert.deepEqual(await marks(page).allTextContents(), ["独特句子"]);
  await page.locator("main a.snip").click();
  await page.locator("mark.current").waitFor();
  assertNoTroubles(page);
});
