// An archive that is too large for one list: what the first page fetches, what is fetched for a year, a place or a body, and what is said where
// that cannot be had.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { assertNoTroubles, axe, DIST, eventually, goTo, ROOT, settled, withSite } from "./helpers.mjs";
import { fill, made, TEXTS } from "./material.mjs";

const OUT = join(ROOT, "tests/e2e/out/shards");
const t = TEXTS.zh;
const PLACES = ["云河市", "山前市", "海东市", "石桥市"];
const COUNT = 2000;

/** Session `n`: most are of 2024, which is parted by place; 2019 is one file. */
const session = (n) => {
  const place = PLACES[n % 4], body = n % 80;
  const year = n < 200 ? 2019 : 2024;
  return made({
    id: `s-${n}`, title: `${place}第${body}镇人民代表大会第${n}次会议`, meeting: n, dates: { start: `${year}-${String(n % 12 + 1).padStart(2, "0")}-10` },
    assembly: { name: `${place}第${body}镇人民代表大会`, short_name: `第${body}镇人大`, level: body % 2 ? "township" : "county", place: `${place} 第${body}镇` },
    summary: "会议听取和审议政府工作报告，审查批准预算执行情况和预算草案，票决民生实事项目。",
  });
};
const ALL = Array.from({ length: COUNT }, (_, n) => session(n));
const of = (year, place) => ALL.filter((one) => (!year || one.dates.start.startsWith(year)) && (!place || one.assembly.place.startsWith(place)));

rmSync(OUT, { recursive: true, force: true });
mkdirSync(join(OUT, "data/sessions"), { recursive: true });
cpSync(DIST, OUT, { recursive: true, filter: (path) => !path.startsWith(join(DIST, "data")) });
for (const one of ALL) writeFileSync(join(OUT, `data/sessions/${one.id}.json`), JSON.stringify(one));
execFileSync("cargo", ["run", "--locked", "--quiet", "--bin", "yishi", "--", "catalogue", join(OUT, "data")], { cwd: ROOT, stdio: "pipe" });
const main = JSON.parse(readFileSync(join(OUT, "data/catalogue.json"), "utf8"));

const site = withSite(undefined, { root: OUT });
/** A number as the page shows it. */
const grouped = (n) => n.toLocaleString("en");
const listed = (n, total) => fill(t.listed_of, grouped(n), grouped(total));
const links = (page) => page.locator(".sessions a.t").evaluateAll((all) => all.map((link) => link.getAttribute("href").slice(3)));
const says = (page, words) => eventually(async () => assert.equal(await page.locator(".count").textContent(), words));
const ids = (sessions) => sessions.map((one) => one.id).sort();

/** The page at a place, and the parts of the list that it asks for from here on; `spoil` answers some of them. */
async function open(place, spoil = () => false) {
  const asked = [];
  const note = async (route) => {
    const path = route.request().url().split("/data/")[1];
    asked.push(path);
    if (!await spoil(route, path)) await route.continue();
  };
  const page = await site.reopen(place, { routes: { "**/data/catalogue**": note } });
  await settled(page);
  return { page, asked };
}

test("the first page asks for the main file only, and says how much there is", async () => {
  const { page, asked } = await open("");
  assert.deepEqual(asked, ["catalogue.json"]);
  assert.ok(main.sessions.length < 250 && JSON.stringify(main).length < 150_000);
  await says(page, listed(main.sessions.length, COUNT));
  assert.deepEqual(await links(page), main.sessions.map((one) => one.id));
  const options = (of) => page.locator(`#by-${of} option`).allTextContents();
  assert.deepEqual(await options("year"), [t.all, `2024 (${grouped(COUNT - 200)})`, "2019 (200)"]);
  assert.deepEqual((await options("place")).slice(1).sort(), PLACES.map((place) => `${place} (${COUNT / 4})`).sort());
  assert.equal((await options("level")).length, 3);
  // At the end of the newest there is a way on to each year.
  const ways = page.locator(".ways a");
  assert.deepEqual(await ways.allTextContents(), ["2024年", "2019年"]);
  // Of two hundred rows that are alike axe would look at each.
  await page.evaluate(() => document.querySelectorAll(".sessions li:nth-child(n + 4), aside .body:nth-child(n + 5)").forEach((row) => row.remove()));
  assert.deepEqual(await axe(page), []);
  assertNoTroubles(page);
});

test("a year is fetched when it is chosen, once, and the focus stays on the filter", async () => {
  const { page, asked } = await open("");
  await page.locator("#by-year").focus();
  await page.selectOption("#by-year", "2019");
  await says(page, "200次会议");
  assert.deepEqual((await links(page)).sort(), ids(of("2019")));
  assert.equal(await page.evaluate(() => document.activeElement.id), "by-year");
  assert.deepEqual(asked.slice(1).map((path) => path.replace(/-.*/, "")), ["catalogue/year/2019"]);
  assert.equal(await page.locator(".ways").count(), 0);
  const all = asked.length;
  await page.selectOption("#by-year", "");
  await says(page, listed(main.sessions.length, COUNT));
  await page.selectOption("#by-year", "2019");
  await says(page, "200次会议");
  assert.equal(asked.length, all, "what is here is not fetched again");
  // Within what is there the other filters are exact.
  await page.selectOption("#by-place", PLACES[1]);
  await says(page, "50次会议");
  assert.deepEqual((await links(page)).sort(), ids(of("2019", PLACES[1])));
  assertNoTroubles(page);
});

test("a year of thousands leads to its places, and to more of it at a press", async () => {
  const { page, asked } = await open("?year=2024");
  assert.deepEqual(asked, ["catalogue.json"]);
  const total = COUNT - 200;
  await says(page, listed(main.sessions.length, total));
  assert.deepEqual((await page.locator(".ways li").allTextContents()).sort(), PLACES.map((place) => `${place} ${COUNT / 4 - 50}`).sort());
  await page.getByRole("button", { name: t.more_listed }).click();
  await eventually(async () => assert.ok((await links(page)).length > main.sessions.length));
  assert.equal(asked.length, 5);
  assert.equal(await page.evaluate(() => document.activeElement.dataset.key), "more", "the focus stays where it was pressed");
  while (await page.getByRole("button", { name: t.more_listed }).count() > 0) {
    const before = asked.length;
    await page.getByRole("button", { name: t.more_listed }).click();
    await eventually(() => assert.ok(asked.length > before));
    await settled(page);
  }
  await says(page, `${total}次会议`);
  assert.deepEqual((await links(page)).sort(), ids(of("2024")));
  await page.locator(".ways a", { hasText: PLACES[2] }).click();
  await says(page, `${COUNT / 4 - 50}次会议`);
  assert.equal(new Set(asked).size, asked.length, "nothing is fetched twice");
  assertNoTroubles(page);
});

test("a link to a place in a year lists all of it", async () => {
  const { page, asked } = await open(`?place=${PLACES[3]}&year=2024&level=township`);
  const wanted = of("2024", PLACES[3]).filter((one) => one.assembly.level === "township");
  await says(page, `${wanted.length}次会议`);
  assert.deepEqual((await links(page)).sort(), ids(wanted));
  assert.ok(asked.length <= 5, `${asked}`);
  // What no session has is known without fetching anything.
  const before = asked.length;
  for (const place of ["?place=火星", "?year=1949", "?level=national"]) {
    await goTo(page, place);
    await page.getByText(t.no_match).waitFor();
  }
  assert.equal(asked.length, before);
});

test("an old session and its body find their neighbours in one part", async () => {
  const { page, asked } = await open("?s=s-81&p=documents");
  await page.locator("nav.around a").first().waitFor();
  const body = session(81).assembly.name;
  const own = ALL.filter((one) => one.assembly.name === body).sort((a, b) => (a.dates.start < b.dates.start ? -1 : a.dates.start > b.dates.start ? 1 : a.meeting - b.meeting));
  const at = own.findIndex((one) => one.id === "s-81");
  const around = await page.locator("nav.around").first().locator("a").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  assert.deepEqual(around, [own[at - 1], own[at + 1]].map((one) => `?s=${one.id}`));
  assert.equal(asked.filter((path) => path.startsWith("catalogue/body/")).length, 1);
  assert.equal(asked.length, 2);
  await goTo(page, `?body=${body}`);
  await eventually(async () => assert.equal(await page.locator(".timeline li").count(), own.length));
  assert.equal(asked.length, 2, "the part is there already");
  assert.deepEqual(await axe(page), []);
  await goTo(page, "?body=无此机关");
  await page.getByRole("heading", { name: TEXTS.zh.body_unknown_title }).waitFor();
  await goTo(page, "?compare=s-1,s-81");
  await page.getByRole("heading", { level: 1 }).waitFor();
  assertNoTroubles(page);
});

test("a part that is missing, damaged or of another version says so, the rest stays, and trying again helps", async () => {
  const answers = [{ status: 404 }, { body: "{\"format\":\"yishi-cat" }, { json: { format: "yishi-catalogue/2", sessions: [] } }, { status: 503 }];
  const said = [t.part_gone, /./, /2/, /503/];
  const { page, asked } = await open("", (route, path) => path.includes("/year/2019") && answers.length > 0 && route.fulfill(answers.shift()).then(() => true));
  await page.selectOption("#by-year", "2019");
  for (const words of said) {
    await eventually(async () => {
      assert.match(await page.locator("main .note").textContent(), words instanceof RegExp ? words : new RegExp(words));
    });
    await says(page, listed(0, 200));
    assert.deepEqual(await axe(page), []);
    await page.getByRole("button", { name: t.retry }).click();
    await settled(page);
  }
  await says(page, "200次会议");
  assert.equal(await page.locator("main .note").count(), 0);
  assert.equal(asked.filter((path) => path === "catalogue.json").length, 2, "where a part is gone the main file may be an old one");
  const gone = await open(`?body=${session(3).assembly.name}`, (route, path) => path.includes("/body/") && route.fulfill({ status: 404 }).then(() => true));
  await gone.page.getByText(t.part_gone).waitFor();
  await gone.page.unroute("**/data/catalogue**");
  await gone.page.getByRole("button", { name: t.retry }).click();
  await gone.page.locator(".timeline li").first().waitFor();
});
