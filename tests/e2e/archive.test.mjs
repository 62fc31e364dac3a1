// The archive as a list: every session, filters that are links, bodies with their terms, and what is said when there is nothing.

import { expect, test } from "./fixtures.mjs";
import { expectQuery, goTo, heading } from "./helpers.mjs";
import { CATALOGUE, TEXTS } from "./material.mjs";

const { sessions } = CATALOGUE;
const t = TEXTS.zh;
/** The whole list. */
const LIST = "?list=all";
const region = (entry) => entry.assembly.place.split(" ")[0];
const date = (entry) => entry.dates.start ?? entry.dates.end;
const year = (entry) => date(entry).slice(0, 4);
const rows = (page) => page.locator(".sessions li a.t").evaluateAll((links) => links.map((link) => ({ href: link.getAttribute("href"), title: link.textContent })));
const hrefs = async (page) => (await rows(page)).map(({ href }) => href);
const values = (page, select) => page.locator(`${select} option`).evaluateAll((options) => options.map(({ value }) => value).filter(Boolean));
/** Waits until exactly these sessions are listed. */
const lists = (page, entries) => expect.poll(() => hrefs(page)).toEqual(entries.map((entry) => `?s=${entry.id}`));

test("the list has every session of the catalogue once, newest first", async ({ open, page }) => {
  await open(LIST);
  const byHref = (one, other) => (one.href < other.href ? -1 : 1);
  await expect.poll(async () => (await rows(page)).sort(byHref)).toEqual(sessions.map(({ id, title }) => ({ href: `?s=${id}`, title })).sort(byHref));
  const entries = new Map(sessions.map((entry) => [`?s=${entry.id}`, entry]));
  /** What comes after something older. */
  const misplaced = async () => {
    const shown = (await hrefs(page)).map((href) => entries.get(href));
    return shown.filter((later, at) => {
      const earlier = shown[at - 1] ?? later;
      // A date may be a year only: what is not known is not compared.
      const known = Math.min(date(earlier).length, date(later).length);
      return date(earlier).slice(0, known) < date(later).slice(0, known);
    }).map(({ id }) => id);
  };
  await expect.poll(misplaced).toEqual([]);
  await expect(page.locator(".count")).toHaveText(new RegExp(`^${sessions.length}\\D`));
});

test("each filter lists what belongs to it, under the year it belongs to", async ({ open, page }) => {
  await open(LIST);
  for (const [name, key] of [["place", region], ["year", year]]) {
    const select = `#by-${name}`;
    const offered = [...new Set(sessions.map(key))].sort();
    await expect.poll(async () => (await values(page, select)).sort()).toEqual(offered);
    for (const value of offered) {
      await page.selectOption(select, value);
      await lists(page, sessions.filter((entry) => key(entry) === value));
      await expectQuery(page, `?${name}=${value}`);
    }
    await page.selectOption(select, "");
    await lists(page, sessions);
    await expectQuery(page, LIST);
  }
  await page.selectOption("#by-year", "2024");
  await lists(page, sessions.filter((entry) => year(entry) === "2024"));
  await expect(page.locator(".year > h2")).toHaveText(["2024年"]);
});

test("the level filters too", async ({ open, page }) => {
  const mixed = sessions.map((entry, at) => ({ ...entry, assembly: { ...entry.assembly, level: at % 3 ? "township" : "county" } }));
  await page.route("**/data/catalogue.json", (route) => route.fulfill({ json: { ...CATALOGUE, sessions: mixed } }));
  await open(LIST);
  const county = mixed.filter((entry) => entry.assembly.level === "county");
  await page.selectOption("#by-level", "county");
  await lists(page, county);
  await expectQuery(page, "?level=county");
  await page.selectOption("#by-place", "上海市");
  await lists(page, county.filter((entry) => region(entry) === "上海市"));
  await expectQuery(page, "?place=上海市&level=county");
});

test("a filter is a link: it survives reload, back and forward", async ({ open, page }) => {
  const [place, inYear] = [page.locator("#by-place"), page.locator("#by-year")];
  const shanghai = sessions.filter((entry) => region(entry) === "上海市");
  const shanghai2024 = shanghai.filter((entry) => year(entry) === "2024");
  await open(LIST);
  await place.selectOption("上海市");
  await lists(page, shanghai);
  await inYear.selectOption("2024");
  await lists(page, shanghai2024);
  await page.reload();
  await lists(page, shanghai2024);
  await expect(place).toHaveValue("上海市");
  await expect(inYear).toHaveValue("2024");
  await page.goBack();
  await lists(page, shanghai);
  await expect(inYear).toHaveValue("");
  await page.goBack();
  await lists(page, sessions);
  await expect(place).toHaveValue("");
  await page.goForward();
  await lists(page, shanghai);
  await expect(place).toHaveValue("上海市");
});

test("a filter keeps the focus while the list changes", async ({ open, page }) => {
  await open(LIST);
  await page.locator("#by-year").focus();
  // The newest is offered first, and there are years enough, or nothing would be tried.
  const years = [...new Set(sessions.map(year))].sort().reverse().slice(0, 3);
  expect(years).toHaveLength(3);
  for (const wanted of years) {
    await page.keyboard.press("ArrowDown");
    await lists(page, sessions.filter((entry) => year(entry) === wanted));
    await expect(page.locator("#by-year")).toBeFocused();
    await expectQuery(page, `?year=${wanted}`);
  }
});

test("when nothing matches, that is said and everything is one step away", async ({ open, page }) => {
  await open(LIST);
  for (const place of ["?place=上海市&year=2017", "?place=火星", "?year=1949", "?level=national"]) {
    await goTo(page, place);
    await expect(page.getByText(t.no_match), place).toBeVisible();
    await expect(page.locator(".sessions li"), place).toHaveCount(0);
    await page.getByRole("link", { name: t.show_all }).click();
    await lists(page, sessions);
    await expectQuery(page, LIST);
  }
});

test("a filter that makes no sense is no filter", async ({ open, page }) => {
  await open("?list=all&year=soon&level=galaxy&from=timeline");
  await lists(page, sessions);
});

test("bodies are listed with their terms, and each session is a link", async ({ open, page }) => {
  await open(LIST);
  const bodies = () => page.locator("aside .body").evaluateAll((all) => all.map((body) => ({
    name: body.querySelector("h3").textContent,
    terms: [...body.querySelectorAll("dt")].map((term) => ({
      term: term.textContent,
      links: [...term.nextElementSibling.querySelectorAll("a")].map((link) => link.getAttribute("href")),
    })),
  })));
  const names = [...new Set(sessions.map((entry) => entry.assembly.short_name))];
  await expect.poll(async () => (await bodies()).map(({ name }) => name).sort()).toEqual(names.sort());
  const terms = async (name) => (await bodies()).find((body) => body.name === name)?.terms;
  await expect.poll(() => terms("滔溪镇人大")).toEqual([{ term: "第七届", links: ["?s=taoxi-7-6"] }, { term: "第六届", links: ["?s=taoxi-6-7"] }]);
  // A paper whose session the source does not name stands after the terms.
  const unknown = { term: "届次不详", links: ["?s=tuguan-2023-projects"] };
  await expect.poll(() => terms("土官镇人大")).toEqual([{ term: "第二届", links: ["?s=tuguan-2-8", "?s=tuguan-2-6"] }, unknown]);
  await page.locator("aside .body a[href='?s=taoxi-6-7']").click();
  await expect(heading(page)).toHaveText(/滔溪镇第六届/);
});

test("an archive that cannot be read or has nothing says so, and trying again helps", async ({ open, page, troubles }) => {
  troubles.allow(/status 500/, /Failed to load resource/, /preload/);
  const answers = [{ status: 500 }, { body: "<!doctype html><p>sign in" }, { json: { format: "yishi-catalogue/1", sessions: [] } }];
  await page.route("**/data/catalogue.json", (route) => (answers.length > 0 ? route.fulfill(answers.shift()) : route.continue()));
  await open();
  for (const said of [/500/, /网页/]) {
    await expect(page.getByText(t.failed_title)).toBeVisible();
    await expect(page.locator("main").getByText(said)).toBeVisible();
    await page.getByRole("button", { name: t.retry }).click();
  }
  await expect(page.getByText(t.archive_empty)).toBeVisible();
  await expect(page).toHaveTitle(`${t.name} · ${t.tagline}`);
  await page.locator("main").getByRole("button", { name: t.open_file }).click();
  await expect(page.locator("dialog.modal[open]")).toBeVisible();
});
