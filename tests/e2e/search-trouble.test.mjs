// Finding where something cannot be had, comes late, or is more than is kept.

import { expect, test } from "./fixtures.mjs";
import { drop, expectQuery, goTo, heading, painted } from "./helpers.mjs";
import { archived, fill, made, TEXTS } from "./material.mjs";

const t = TEXTS.zh;
const huacao = archived("huacao-6-6");
const field = (page) => page.locator("#find");
const hits = (page) => page.locator("main [data-hit]");
const titles = (page) => page.locator("main .answers h2");
const status = (page) => page.locator("main .search [role=status]");
const gone = (route) => route.fulfill({ status: 503, body: "" });
const SESSIONS = "**/data/sessions/**";

/** A session of the reader's own, in which one sentence is found. */
const own = (id) => made({
  id, title: `带来的会议${id}`,
  speeches: [{ id: "s1", title: "发言", kind: "remarks", blocks: [{ id: "p1", kind: "paragraph", text: "只有这里才有的独特句子。" }] }],
});
async function openFile(page, session) {
  await drop(page, `${session.id}.json`, JSON.stringify(session));
  await expect(heading(page)).toHaveText(session.title);
}

/** The paths of what the page asks for and what it gives up, as they come. */
function watch(page) {
  const path = (request) => new URL(request.url()).pathname;
  const seen = { asked: [], ended: [] };
  page.on("request", (request) => seen.asked.push(path(request)));
  page.on("requestfailed", (request) => seen.ended.push(path(request)));
  return seen;
}
const count = (paths, part) => paths.filter((path) => path.includes(part)).length;

test("where neither the list nor the index can be had, that is said, and it can be tried again", async ({ open, page, troubles }) => {
  troubles.allow(/503/);
  for (const pattern of ["**/data/catalogue.json", "**/data/search/**"]) await page.route(pattern, gone);
  await open("?q=周胜春");
  await expect(status(page)).toHaveText(t.find_unlooked);
  await page.unrouteAll();
  await page.getByRole("button", { name: t.retry, exact: true }).click();
  await expect(titles(page)).toHaveText([huacao.title]);
  // Without the list the index is enough.
  await page.route("**/data/catalogue.json", gone);
  await open("?q=周胜春");
  await expect(titles(page)).toHaveText([huacao.title]);
  await open("?q=没有一次会议这样说");
  await expect(status(page)).toHaveText(fill(t.find_none, "没有一次会议这样说"));
  // The sessions that could not be had may hold it.
  await page.unrouteAll();
  await page.route(SESSIONS, gone);
  await open("?q=周胜春");
  await expect(status(page)).toHaveText(t.find_unlooked);
});

test("an emptied search shows nothing of what was searched for before", async ({ open, page }) => {
  await open();
  await openFile(page, own("own-1"));
  await goTo(page, "?q=独特句子");
  await expect(titles(page)).toHaveCount(1);
  // The question is taken back before the first session is looked at; then while sessions are on their way.
  await page.evaluate(async () => {
    for (const place of ["?q=独特", "?p=search"]) {
      history.pushState(null, "", place);
      dispatchEvent(new PopStateEvent("popstate"));
      for (let turn = 0; turn < 50; turn++) await null;
    }
  });
  await painted(page);
  await expect(page.getByRole("heading", { name: t.find_how })).toBeVisible();
  await expect(titles(page)).toHaveCount(0);
  const held = [];
  await page.route(SESSIONS, (route) => held.push(route));
  await field(page).fill("报告");
  await expect.poll(() => held.length).toBeGreaterThan(0);
  await field(page).fill("");
  await expect(page.getByRole("heading", { name: t.find_how })).toBeVisible();
  // What was given up cannot be answered any longer.
  await Promise.all(held.map((route) => route.continue().catch(() => undefined)));
  await painted(page);
  await expect(titles(page)).toHaveCount(0);
  await expect(status(page)).toHaveText("");
});

test("the table of readings is asked for again by the next search, and not before", async ({ open, page, troubles }) => {
  troubles.allow(/503/);
  for (const [place, found] of [["?s=huacao-6-6&q=", "周胜春"], ["?q=", huacao.title]]) {
    let asked = 0;
    await page.route("**/pinyin.bin", (route) => ++asked === 1 ? gone(route) : route.continue());
    await open(`${place}huacao`);
    await expect(page.getByText(t.find_unread), place).toBeVisible();
    await painted(page);
    expect(asked, place).toBe(1);
    await field(page).fill("zhoushengchun");
    await expect(hits(page).or(titles(page)).filter({ hasText: found }).first(), place).toBeVisible();
    await expect(page.getByText(t.find_unread), place).toHaveCount(0);
    expect(asked, place).toBe(2);
    await page.unrouteAll();
  }
});

test("a search that is abandoned asks for nothing more", async ({ open, page }) => {
  const seen = watch(page);
  // Never answered.
  await page.route(SESSIONS, () => undefined);
  const sessions = (paths) => count(paths, "/data/sessions/");
  await open("?q=报告");
  // Another question, then another page.
  for (const place of ["?q=代表", ""]) {
    await expect.poll(() => sessions(seen.asked)).toBeGreaterThan(sessions(seen.ended));
    const asked = sessions(seen.asked);
    await goTo(page, place);
    await expect.poll(() => sessions(seen.ended)).toBeGreaterThanOrEqual(asked);
  }
  await painted(page);
  await expect.poll(() => sessions(seen.asked) - sessions(seen.ended)).toBe(0);
});

test("the archive is searched when the typing rests", async ({ open, page }) => {
  const held = [];
  await page.route("**/data/search/root.bin", (route) => held.push(route));
  await open("?p=search");
  await expect(page.getByRole("heading", { name: t.find_how })).toBeVisible();
  // Each character in a task of its own, due long before the typing counts as resting: however slow the machine, none is late. A search
  // that began with a character would ask for the root of the index.
  await field(page).focus();
  await field(page).evaluate(async (input, texts) => {
    for (const text of texts) {
      input.value = text;
      input.dispatchEvent(new InputEvent("input", { bubbles: true }));
      const { port1, port2 } = new MessageChannel();
      await new Promise((next) => {
        port1.onmessage = next;
        port2.postMessage(0);
      });
    }
  }, ["周", "周胜", "周胜春", "周胜春华", "周胜春"]);
  await expectQuery(page, "?q=周胜春");
  await expect.poll(() => held.length).toBe(1);
  await held[0].continue();
  await expect(titles(page)).toHaveText([huacao.title]);
  expect(held).toHaveLength(1);
});

test("more copies than stay read are all found, each time", async ({ open, page }) => {
  test.setTimeout(180_000);
  // Reads of the reader's own files: they are in the database, and only so many of them in memory.
  await page.addInitScript(() => {
    globalThis.reads = 0;
    const { get } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.get = function (...key) {
      globalThis.reads += 1;
      return get.apply(this, key);
    };
  });
  const copies = Array.from({ length: 18 }, (_, at) => own(`own-${at}`));
  await open();
  for (const copy of copies) await openFile(page, copy);
  const kept = () => page.evaluate(() => new Promise((done) => {
    indexedDB.open("yishi").onsuccess = ({ target: { result: database } }) => {
      database.transaction("sessions").objectStore("sessions").count().onsuccess = ({ target: { result } }) => {
        database.close();
        done(result);
      };
    };
  }));
  await expect.poll(kept).toBe(copies.length);
  await open("?q=独特句子");
  await expect(titles(page)).toHaveCount(copies.length);
  await expect(page.locator("[data-key=stop]")).toHaveCount(0);
  const before = await page.evaluate(() => globalThis.reads);
  await goTo(page, "?q=独特");
  await expect(titles(page)).toHaveCount(copies.length);
  await expect.poll(() => page.evaluate(() => globalThis.reads)).toBeGreaterThan(before);
});
