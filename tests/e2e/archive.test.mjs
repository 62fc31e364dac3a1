// The archive: every session, filters that are links, bodies with their terms, and what is said when there is nothing.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assertNoTroubles, eventually, goTo, settled, withSite } from "./helpers.mjs";
import { CATALOGUE, TEXTS } from "./material.mjs";

const site = withSite();

const { sessions } = CATALOGUE;
const t = TEXTS.zh;
const region = (entry) => entry.assembly.place.split(" ")[0];
const date = (entry) => entry.dates.start ?? entry.dates.end;
const year = (entry) => date(entry).slice(0, 4);
const hrefs = (page) => page.locator(".sessions li a.t").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
const hrefsOf = (entries) => entries.map((entry) => `?s=${entry.id}`);
const search = (page) => decodeURIComponent(new URL(page.url()).search);
/** Waits until exactly these sessions are listed. */
const lists = (page, entries) => eventually(async () => assert.deepEqual(await hrefs(page), hrefsOf(entries)));

async function home(place = "") {
  const page = await site.reopen(place);
  await settled(page);
  return page;
}

test("home lists every session of the catalogue once, newest first", async () => {
  const page = await home();
  const listed = await hrefs(page);
  assert.deepEqual([...listed].sort(), hrefsOf(sessions).sort());
  const byHref = new Map(sessions.map((entry) => [`?s=${entry.id}`, entry]));
  const shown = listed.map((href) => byHref.get(href));
  for (const [earlier, later] of shown.slice(1).map((entry, at) => [entry, shown[at]])) {
    // A date may be a year only: what is not known is not compared.
    const known = Math.min(date(earlier).length, date(later).length);
    assert.ok(date(earlier).slice(0, known) <= date(later).slice(0, known), `${earlier.id} comes after ${later.id}`);
  }
  assert.deepEqual(await page.locator(".sessions li a.t").allTextContents(), shown.map((entry) => entry.title));
  assert.match(await page.locator(".count").textContent(), new RegExp(`^${sessions.length}`));
  assertNoTroubles(page);
});

test("each filter lists what belongs to it, under the year it belongs to", async () => {
  const page = await home();
  for (const [select, key] of [["#by-place", region], ["#by-year", year]]) {
    const values = [...new Set(sessions.map(key))].sort();
    const offered = await page.locator(`${select} option`).evaluateAll((options) => options.map((option) => option.value));
    assert.deepEqual(offered.filter(Boolean).sort(), values);
    for (const value of values) {
      await page.selectOption(select, value);
      await lists(page, sessions.filter((entry) => key(entry) === value));
      assert.ok(search(page).endsWith(`=${value}`), search(page));
    }
    await page.selectOption(select, "");
    await lists(page, sessions);
    assert.equal(search(page), "");
  }
  await page.selectOption("#by-year", "2024");
  await lists(page, sessions.filter((entry) => year(entry) === "2024"));
  assert.deepEqual(await page.locator(".year > h2").allTextContents(), ["2024年"]);
});

test("the level filters too", async () => {
  const mixed = sessions.map((entry, at) => ({ ...entry, assembly: { ...entry.assembly, level: at % 3 ? "township" : "county" } }));
  const page = await site.reopen("", { routes: { "**/data/catalogue.json": (route) => route.fulfill({ json: { ...CATALOGUE, sessions: mixed } }) } });
  await settled(page);
  await page.selectOption("#by-level", "county");
  await lists(page, mixed.filter((entry) => entry.assembly.level === "county"));
  assert.equal(search(page), "?level=county");
  await page.selectOption("#by-place", "上海市");
  await lists(page, mixed.filter((entry) => entry.assembly.level === "county" && region(entry) === "上海市"));
  assert.equal(search(page), "?place=上海市&level=county");
});

test("a filter is a link: it survives reload, back and forward", async () => {
  const page = await home();
  const shanghai = sessions.filter((entry) => region(entry) === "上海市");
  const shanghai2024 = shanghai.filter((entry) => year(entry) === "2024");
  await page.selectOption("#by-place", "上海市");
  await lists(page, shanghai);
  await page.selectOption("#by-year", "2024");
  await lists(page, shanghai2024);
  await page.reload();
  await lists(page, shanghai2024);
  assert.deepEqual([await page.inputValue("#by-place"), await page.inputValue("#by-year")], ["上海市", "2024"]);
  await page.goBack();
  await lists(page, shanghai);
  assert.equal(await page.inputValue("#by-year"), "");
  await page.goBack();
  await lists(page, sessions);
  assert.equal(await page.inputValue("#by-place"), "");
  await page.goForward();
  await lists(page, shanghai);
  assert.equal(await page.inputValue("#by-place"), "上海市");
  assertNoTroubles(page);
});

test("a filter keeps the focus while the list changes", async () => {
  const page = await home();
  await page.locator("#by-year").focus();
  const years = await page.locator("#by-year option").evaluateAll((options) => options.map((option) => option.value));
  for (const wanted of years.slice(1, 4)) {
    await page.keyboard.press("ArrowDown");
    await lists(page, sessions.filter((entry) => year(entry) === wanted));
    assert.equal(await page.evaluate(() => document.activeElement.id), "by-year");
    assert.equal(search(page), `?year=${wanted}`);
  }
});

test("when nothing matches, that is said and everything is one step away", async () => {
  const page = await home();
  for (const place of ["?place=上海市&year=2017", "?place=火星", "?year=1949", "?level=national"]) {
    await goTo(page, place);
    assert.equal(await page.locator(".sessions li").count(), 0, place);
    await page.getByText(t.no_match).waitFor();
    await page.getByRole("link", { name: t.show_all }).click();
    await lists(page, sessions);
    assert.equal(search(page), "", place);
  }
});

test("a filter that makes no sense is no filter", async () => {
  const page = await home("?year=soon&level=galaxy&from=timeline");
  await lists(page, sessions);
});

test("bodies are listed with their terms, and each session is a link", async () => {
  const page = await home();
  const bodies = await page.locator("aside .body").evaluateAll((all) => all.map((body) => ({
    name: body.querySelector("h3").textContent,
    terms: [...body.querySelectorAll("dt")].map((term) => ({
      term: term.textContent,
      links: [...term.nextElementSibling.querySelectorAll("a")].map((link) => link.getAttribute("href")),
    })),
  })));
  const names = [...new Set(sessions.map((entry) => entry.assembly.short_name))];
  assert.deepEqual(bodies.map((body) => body.name).sort(), names.sort());
  const find = (name) => bodies.find((body) => body.name === name).terms;
  assert.deepEqual(find("滔溪镇人大"), [{ term: "第七届", links: ["?s=taoxi-7-6"] }, { term: "第六届", links: ["?s=taoxi-6-7"] }]);
  // A paper whose session the source does not name stands after the terms.
  const unknown = { term: "届次不详", links: ["?s=tuguan-2023-projects"] };
  assert.deepEqual(find("土官镇人大"), [{ term: "第二届", links: ["?s=tuguan-2-8", "?s=tuguan-2-6"] }, unknown]);
  await page.locator("aside .body a[href='?s=taoxi-6-7']").click();
  await eventually(async () => assert.match(await page.locator("main h1").textContent(), /滔溪镇第六届/));
});

test("an archive that cannot be read or has nothing says so, and trying again helps", async () => {
  const bodies = [{ status: 500 }, { body: "<!doctype html><p>sign in" }, { json: { format: "yishi-catalogue/1", sessions: [] } }];
  let tries = 0;
  const reply = (route) => (tries < bodies.length ? route.fulfill(bodies[tries++]) : route.continue());
  const page = await site.reopen("", { routes: { "**/data/catalogue.json": reply } });
  for (const said of [/500/, /网页/]) {
    await page.getByText(t.failed_title).waitFor();
    await page.locator("main").getByText(said).waitFor();
    await page.getByRole("button", { name: t.retry }).click();
  }
  await page.getByText(t.archive_empty).waitFor();
  await page.locator("main").getByRole("button", { name: t.open_file }).click();
  await page.locator("dialog.sheet[open]").waitFor();
  assertNoTroubles(page, [/status 500/, /Failed to load resource/, /preload/]);
});
