// Finding: by characters, by pinyin, by amount; in a session and over the archive; by keyboard and by touch; with and without a network.

import { SCREENS } from "../../scripts/chromium.mjs";
import { expect, test } from "./fixtures.mjs";
import { drop, expectQuery, goTo, heading, painted } from "./helpers.mjs";
import { archived, CATALOGUE, fill, made, TEXTS } from "./material.mjs";

const t = TEXTS.zh;
const huacao = archived("huacao-6-6");
const field = (page) => page.locator("#find");
const hits = (page) => page.locator("main [data-hit]");
const titles = (page) => page.locator("main .answers h2");
const status = (page) => page.locator("main .search [role=status]");
const current = (page) => page.locator("main mark.current");
/** The words that are marked, each once; what phrases or elements part is one. */
const marked = (page) => page.locator("main mark").evaluateAll((marks) => {
  const words = [];
  for (const mark of marks) {
    if (mark.classList.contains("more")) words.push(words.pop() + mark.textContent);
    else words.push(mark.textContent);
  }
  return [...new Set(words)];
});
/** Types in place of what was searched for before; what that had found is gone first. */
async function retype(page, typed) {
  await field(page).fill("");
  await expect(hits(page)).toHaveCount(0);
  await field(page).fill(typed);
}
const has = (text) => (block) => [block.text, ...(block.items ?? [])].some((one) => one?.includes(text));
const paragraphs = (text, speeches = huacao.speeches) => speeches.flatMap(({ blocks = [] }) => blocks).filter(has(text));

test("what is typed is found at once, marked, and in the link", async ({ open, page }) => {
  await open("?s=huacao-6-6&p=agenda");
  await field(page).focus();
  await page.keyboard.type("治理");
  await expectQuery(page, "?s=huacao-6-6&q=治理");
  await expect(field(page)).toBeFocused();
  await expect.poll(() => marked(page)).toEqual(["治理"]);
  const section = page.locator("main section", { has: page.getByRole("heading", { name: t.speeches, exact: true }) }).last();
  const expected = paragraphs("治理").length;
  await section.getByRole("link", { name: fill(t.find_all_of, String(expected)) }).click();
  await expect(hits(page)).toHaveCount(expected);
  await expectQuery(page, "?s=huacao-6-6&q=治理&kind=speeches");
  // The link shows its reader the same.
  await page.reload();
  await expect(hits(page)).toHaveCount(expected);
  await expect(field(page)).toHaveValue("治理");
});

test("a result opens its paragraph with the words marked, and n and N go from one to the next", async ({ open, page }) => {
  await open("?s=huacao-6-6&q=华漕&kind=speeches");
  const link = page.locator("main a.snip").first();
  const at = new URLSearchParams(await link.getAttribute("href")).get("at");
  await link.click();
  const first = page.locator(`#b-${at} mark.current`).first();
  await expect(first).toHaveText("华漕");
  // A long text is built bit by bit.
  const { blocks } = huacao.speeches.find(({ blocks = [] }) => blocks.some(({ id }) => id === at));
  await expect(page.locator(".para")).toHaveCount(blocks.filter(({ kind }) => kind !== "heading").length);
  /** Where the reader is among the marks: by the marks, and as the bar says it. */
  const places = () => page.evaluate(() => {
    const all = [...document.querySelectorAll("main mark.found:not(.more)")];
    return { at: all.findIndex((mark) => mark.classList.contains("current")) + 1, all: all.length, said: document.querySelector(".found-bar [role=status]").textContent };
  });
  const begun = await places();
  const stands = (at) => expect.poll(places).toEqual({ at, all: begun.all, said: fill(t.found_at, "华漕", String(at), String(begun.all)) });
  const steps = (by) => (begun.at - 1 + by + begun.all) % begun.all + 1;
  await stands(begun.at);
  await page.keyboard.press("n");
  await stands(steps(1));
  await page.keyboard.press("Shift+N");
  await stands(begun.at);
  await page.keyboard.press("Shift+N");
  await stands(steps(-1));
  // Nothing is counted that cannot be seen.
  await expect(page.locator("main mark.found:not(.more):visible")).toHaveCount(begun.all);
  // All marks are what was asked for, and no text was changed.
  await expect.poll(() => marked(page)).toEqual(["华漕"]);
  await page.keyboard.press("Escape");
  await expect(page.locator("main mark")).toHaveCount(0);
  await expect(page).toHaveURL((url) => url.searchParams.get("at") === at && !url.searchParams.has("q"));
});

test("pinyin, initials and a mixture find people first, letters as letters too", async ({ open, page }) => {
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  const tables = () => asked.filter((path) => path.endsWith("pinyin.bin"));
  await open("?s=huacao-6-6");
  // The table of readings is fetched when letters are asked for, not before, and once.
  await field(page).fill("治理");
  await expect(hits(page)).not.toHaveCount(0);
  expect(tables()).toEqual([]);
  await field(page).fill("huacao");
  await expect.poll(() => marked(page)).toContain("华漕");
  for (const typed of ["zhoushengchun", "zsc", "周sc", "zhoushengc"]) {
    await retype(page, typed);
    await expect(hits(page).first(), typed).toHaveText("周胜春");
  }
  expect(tables()).toHaveLength(1);
  // A link with letters needs it at once.
  await open("?s=huacao-6-6&q=zsc");
  await expect(hits(page).first()).toHaveText("周胜春");
});

test("without the table of readings letters are searched as letters, and that is said", async ({ open, page }) => {
  await page.route("**/pinyin.bin", (route) => route.fulfill({ status: 200, body: "damaged" }));
  await open("?s=huacao-6-6&q=huacao");
  await expect(page.getByText(t.find_unread)).toBeVisible();
  await expect(status(page)).toHaveText(fill(t.find_none, "huacao"));
});

test("amounts are found without a comma, with one, and with their unit", async ({ open, page }) => {
  const large = (amount) => amount > 1000;
  const real = CATALOGUE.sessions.filter(({ counts, is_sample }) => counts?.budgets && !is_sample).map(({ id }) => id);
  const lines = real.flatMap((id) => archived(id).budgets.flatMap((budget) => budget.tables.flatMap((table) => table.lines.map((line) => ({ id, budget, table, line })))));
  const { id, budget, table, line } = lines.find(({ line }) => Object.values(line.amounts ?? {}).some(large));
  const amount = String(Object.values(line.amounts).find(large));
  const unit = { yuan: "元", wan_yuan: "万元", yi_yuan: "亿元" }[line.unit ?? table.unit ?? budget.unit];
  const found = hits(page).filter({ hasText: line.name }).first();
  await open(`?s=${id}&q=${amount}&kind=budget`);
  await expect(found).toHaveText(line.name);
  for (const typed of [amount.replace(/\B(?=(\d{3})+(?!\d))/g, ","), amount + unit]) {
    await retype(page, typed);
    await expect(found, typed).toHaveText(line.name);
  }
  await found.click();
  await expect(page).toHaveURL(/p=budget(\/|%2F)/);
});

test("terms, phrases, what is excluded, and who spoke", async ({ open, page }) => {
  const { speaker } = huacao.speeches.find(({ blocks = [] }) => blocks.some(has("华漕")));
  const names = (speech) => speech.title.includes("华漕") || `${speech.attribution}${speech.post}${speech.on_behalf_of}`.includes("华漕");
  const count = (speeches) => paragraphs("华漕", speeches).length + speeches.filter(names).length;
  const [all, own] = [count(huacao.speeches), count(huacao.speeches.filter((speech) => speech.speaker === speaker))];
  expect(own).toBeLessThan(all);
  /** So many are found, and shown as far as a page goes at first. */
  const finds = async (count) => {
    await expect(status(page)).toHaveText(new RegExp(count ? `^找到${count}项` : "^没有找到"));
    await expect(hits(page)).toHaveCount(Math.min(count, 20));
  };
  await open("?s=huacao-6-6&q=华漕&kind=speeches");
  await finds(all);
  // Traditional characters find Simplified ones.
  await retype(page, "華漕");
  await finds(all);
  await retype(page, "华漕 代表 -“没有这样的话”");
  await finds(paragraphs("代表").filter(has("华漕")).length);
  for (const phrase of ["华漕 代表", "基层 治理"]) {
    await retype(page, `“${phrase}”`);
    await finds(paragraphs(phrase.replace(" ", "")).length);
  }
  await goTo(page, `?s=huacao-6-6&q=华漕&kind=speeches&who=${speaker}`);
  await finds(own);
});

test("where nothing is found there are ways on", async ({ open, page }) => {
  const ways = page.locator("main .ways a");
  await open("?s=huacao-6-6&q=华漕治理没有的话");
  await expect(status(page)).toHaveText(fill(t.find_none, "华漕治理没有的话"));
  await ways.filter({ hasText: t.find_looser.split("{}")[0] + "华漕" }).first().click();
  await expect(hits(page)).not.toHaveCount(0);
  await goTo(page, "?s=huacao-6-6&q=华漕&kind=projects");
  await ways.filter({ hasText: t.find_unlimited.split("{}")[0] }).click();
  await expect(hits(page)).not.toHaveCount(0);
});

test("anything can be typed", async ({ open, page }) => {
  const all = JSON.stringify(huacao);
  const foreign = async () => (await marked(page)).filter((mark) => !all.includes(mark.replaceAll('"', '\\"')));
  await open("?s=huacao-6-6");
  const texts = ["", " ", "。", "，,", "-", "\"", "😀", "𠀾", "\ud800", ".*[a-z](", "'; DROP TABLE x;--", "%", "<b>", "\u200b", "字".repeat(10_000), "-华漕"];
  for (const typed of texts) {
    // `fill` would take a lone surrogate for something else.
    await field(page).evaluate((input, text) => {
      input.value = text;
      input.dispatchEvent(new InputEvent("input"));
    }, typed);
    await painted(page);
    await expect.poll(foreign, { message: JSON.stringify(typed).slice(0, 40) }).toEqual([]);
  }
  await expect(status(page)).toHaveText(t.find_only_without);
  await field(page).fill("\u200b");
  await expect(status(page)).toHaveText(fill(t.find_nothing, "\u200b"));
});

test("by keyboard only: / to the field, ↓ to the results, Enter opens one", async ({ open, page }) => {
  await open("?s=huacao-6-6");
  await page.keyboard.press("/");
  await expect(field(page)).toBeFocused();
  await page.keyboard.type("周胜春");
  // Results of the first characters are results, too.
  await expect.poll(() => marked(page)).toEqual(["周胜春"]);
  await page.keyboard.press("ArrowDown");
  await expect(page.locator("main [data-hit]:focus")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/p=people(\/|%2F)/);
  await expect(heading(page)).toBeFocused();
  await expect(current(page).first()).toBeVisible();
  // What was searched for is remembered, and can be forgotten.
  await goTo(page, "?s=huacao-6-6&p=search");
  await expect(page.getByRole("link", { name: "周胜春", exact: true })).toBeVisible();
  await page.getByRole("button", { name: fill(t.find_forget, "周胜春") }).click();
  await expect(page.locator(".recent")).toHaveCount(0);
  // The slides cover the field, so there the key does nothing.
  await goTo(page, "?s=huacao-6-6&p=slides");
  await expect(page.locator(".slides")).toBeVisible();
  await page.keyboard.press("/");
  await painted(page);
  await expect(field(page)).not.toBeFocused();
});

test.describe(() => {
  test.use(SCREENS.phone);
  test("on a phone the field comes with the search", async ({ open, page }) => {
    await open("?s=huacao-6-6");
    await expect(field(page)).toBeHidden();
    await page.getByRole("link", { name: t.find, exact: true }).click();
    await expect(field(page)).toBeFocused();
    await page.keyboard.type("zsc");
    await expectQuery(page, "?s=huacao-6-6&q=zsc");
    await expect(hits(page).first()).toHaveText("周胜春");
    await hits(page).first().tap();
    await expect(page).toHaveURL(/p=people(\/|%2F)/);
    const bar = page.locator(".found-bar");
    await bar.getByRole("button", { name: t.found_next }).tap();
    await bar.getByRole("link", { name: t.found_back }).tap();
    await expectQuery(page, "?s=huacao-6-6&q=zsc");
    await expect(hits(page).first()).toHaveText("周胜春");
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
});

test("over the archive: sessions by the index, newest first, those with titles before, and nothing that does not hold it", async ({ open, page }) => {
  await open("?q=周胜春");
  await expect(status(page)).toHaveText(/^在1次会议中找到\d+项$/);
  await expect(titles(page)).toHaveText([huacao.title]);
  await expect.poll(() => marked(page)).toEqual(["周胜春"]);
  // A common word: enough at first, the rest on demand.
  await field(page).fill("报告");
  const earlier = page.getByRole("button", { name: t.find_earlier });
  await expect(earlier).toBeVisible();
  await expect.poll(() => titles(page).count()).toBeGreaterThanOrEqual(10);
  const before = await titles(page).count();
  await earlier.click();
  await expect.poll(() => titles(page).count()).toBeGreaterThan(before);
  // Letters find names everywhere, mixed with characters too.
  for (const typed of ["zhoushengchun", "周shengc"]) {
    await retype(page, typed);
    await expect(titles(page), typed).toHaveText([huacao.title]);
  }
  await field(page).fill("没有一次会议这样说");
  await expect(status(page)).toHaveText(fill(t.find_none, "没有一次会议这样说"));
});

test("the whole of what the archive says of a word is what the files say", async ({ open, page }) => {
  const word = "养老服务";
  const expected = CATALOGUE.sessions.filter(({ id }) => JSON.stringify(archived(id)).includes(word)).map(({ title }) => title).sort();
  const earlier = page.getByRole("button", { name: t.find_earlier });
  /** What is found so far, and whether there is more to come; it asks for what is earlier. */
  const found = async () => {
    if (await earlier.isVisible()) await earlier.click();
    const isLooking = await page.locator("[data-key=stop]").or(earlier).count() > 0;
    return { isLooking, found: (await titles(page).allTextContents()).sort() };
  };
  await open(`?q=${word}`);
  await expect.poll(found).toEqual({ isLooking: false, found: expected });
});

// That every cut and every change of the index's files is noticed, tests/host/search_index.rs says.
test("an index that is missing, cut off or of another version is done without", async ({ open, page, troubles }) => {
  troubles.allow(/404/);
  const reply = (pattern, answer) => page.route(pattern, (route) => route.fulfill(answer));
  await reply("**/data/search/**", { status: 404, body: "" });
  await open("?q=周胜春");
  await expect(titles(page)).toHaveText([huacao.title]);
  // The beginning of something compressed; then a whole root with other files that are not.
  for (const [pattern, body] of [["**/data/search/**", Buffer.from([0x1f, 0x8b, 8, 0])], ["**/data/search/*/*", "damaged"]]) {
    await page.unrouteAll();
    await reply(pattern, { status: 200, body });
    await open("?q=周胜春");
    await expect(page.getByText(t.find_incomplete), pattern).toBeVisible();
    await expect(titles(page)).toHaveText([huacao.title]);
  }
});

test("what the reader has here is searched too", async ({ open, page }) => {
  const own = made({ id: "own-1", speeches: [{ id: "s1", title: "发言", kind: "remarks", blocks: [{ id: "p1", kind: "paragraph", text: "只有这里才有的独特句子。" }] }] });
  await open();
  await drop(page, "own.json", JSON.stringify(own));
  await expect(heading(page)).toHaveText(own.title);
  await goTo(page, "?q=独特句子");
  await expect(titles(page)).toHaveText([own.title]);
  await expect.poll(() => marked(page)).toEqual(["独特句子"]);
  await page.locator("main a.snip").click();
  await expect(current(page).first()).toBeVisible();
});
