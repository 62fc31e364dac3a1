// An archive that is too large for one list: what the first page fetches, what is fetched for a year, a place or a body, and what is said where
// that cannot be had.

import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { serve } from "../../scripts/serve.mjs";
import { expect, expectAccessible, test as base } from "./fixtures.mjs";
import { DIST, expectQuery, goTo, ROOT } from "./helpers.mjs";
import { fill, made, TEXTS } from "./material.mjs";

const t = TEXTS.zh;
const PLACES = ["云河市", "山前市", "海东市", "石桥市"];
const COUNT = 1200;
/** The whole list. */
const LIST = "?list=all";

/** Session `n`: most are of 2024, whose files are parted by place and full, for the sessions say much of themselves; 2019 is one file. */
const session = (n) => {
  const place = PLACES[n % 4], body = n % 80;
  const year = n < 200 ? 2019 : 2024;
  return made({
    id: `s-${n}`, title: `${place}第${body}镇人民代表大会第${n}次会议`, meeting: n, dates: { start: `${year}-${String(n % 12 + 1).padStart(2, "0")}-10` },
    assembly: { name: `${place}第${body}镇人民代表大会`, short_name: `第${body}镇人大`, level: body % 2 ? "township" : "county", place: `${place} 第${body}镇` },
    summary: "会议听取和审议政府工作报告，审查批准预算执行情况和预算草案，票决民生实事项目。".repeat(year === 2024 ? 5 : 1),
  });
};
const ALL = Array.from({ length: COUNT }, (_, n) => session(n));
const of = (year, place) => ALL.filter((one) => (!year || one.dates.start.startsWith(year)) && (!place || one.assembly.place.startsWith(place)));

/**
 * The site is the program with such an archive; `site.newest` are the sessions of its main file. `list.asked` are the parts of the list that the
 * page asks for, as they come; what `list.spoil` says of a part is answered in its place.
 */
const test = base.extend({
  site: [async ({}, use) => {
    const root = await mkdtemp(join(tmpdir(), "yishi-shards-"));
    const data = join(root, "data");
    await cp(DIST, root, { recursive: true, filter: (path) => path !== join(DIST, "data") });
    await mkdir(join(data, "sessions"), { recursive: true });
    await Promise.all(ALL.map((one) => writeFile(join(data, `sessions/${one.id}.json`), JSON.stringify(one))));
    await promisify(execFile)("cargo", ["run", "--locked", "--quiet", "--bin", "yishi", "--", "catalogue", data], { cwd: ROOT });
    const main = await readFile(join(data, "catalogue.json"), "utf8");
    const server = await serve({ root, prefix: "/any/where" });
    await use({ ...server, newest: JSON.parse(main).sessions, size: main.length });
    await server.close();
    await rm(root, { recursive: true });
    // The command may have to be built first.
  }, { scope: "worker", timeout: 600_000 }],
  list: async ({ page }, use) => {
    const list = { asked: [], spoil: () => undefined };
    await page.route("**/data/catalogue**", (route) => {
      const path = route.request().url().split("/data/")[1];
      list.asked.push(path);
      const answer = list.spoil(path);
      return answer ? route.fulfill(answer) : route.continue();
    });
    await use(list);
  },
});
// One archive serves them all: every worker would have to make its own.
test.describe.configure({ mode: "default" });

/** A number as the page shows it. */
const grouped = (n) => n.toLocaleString("en");
const listed = (n, total) => fill(t.listed_of, grouped(n), grouped(total));
const links = (page) => page.locator(".sessions a.t").evaluateAll((all) => all.map((link) => link.getAttribute("href").slice(3)));
const says = (page, words) => expect(page.locator(".count")).toHaveText(words);
/** Waits until these sessions are listed, in whatever order. */
const lists = (page, sessions) => expect.poll(async () => (await links(page)).sort()).toEqual(sessions.map((one) => one.id).sort());

test("the list asks for the main file only, and says how much there is", async ({ open, page, list, site }) => {
  await open(LIST);
  expect(site.newest.length).toBeLessThan(250);
  expect(site.size).toBeLessThan(150_000);
  await says(page, listed(site.newest.length, COUNT));
  await expect.poll(() => links(page)).toEqual(site.newest.map((one) => one.id));
  expect(list.asked).toEqual(["catalogue.json"]);
  const options = (of) => page.locator(`#by-${of} option`);
  await expect(options("year")).toHaveText([t.all, `2024 (${grouped(COUNT - 200)})`, "2019 (200)"]);
  const places = async () => (await options("place").allTextContents()).slice(1).sort();
  await expect.poll(places).toEqual(PLACES.map((place) => `${place} (${COUNT / 4})`).sort());
  await expect(options("level")).toHaveCount(3);
  // At the end of the newest there is a way on to each year.
  await expect(page.locator(".ways a")).toHaveText(["2024年", "2019年"]);
  // Of two hundred rows that are alike axe would look at each.
  await page.evaluate(() => document.querySelectorAll(".sessions li:nth-child(n + 4), aside .body:nth-child(n + 5)").forEach((row) => row.remove()));
  await expectAccessible(page);
});

test("the front page asks for the main file only, leads to the whole list, and finds towns that did not meet lately", async ({ open, page, list, site }) => {
  await open();
  await expect(page.locator(".newest .sessions > li")).toHaveCount(3);
  await expect(page.locator(".newest .all")).toHaveText(new RegExp(grouped(COUNT)));
  const later = new Set(site.newest.map((one) => one.assembly.name));
  const earlier = ALL.find((one) => !later.has(one.assembly.name)) ?? ALL[0];
  expect(list.asked).toEqual(["catalogue.json"]);
  const field = page.getByRole("searchbox", { name: t.town_ask });
  await field.fill(earlier.assembly.short_name);
  await expect(page.locator(".asked li a").first()).toContainText(earlier.assembly.short_name);
  expect(list.asked, "the names are one file more").toHaveLength(2);
  await field.press("Enter");
  await expectQuery(page, `?body=${earlier.assembly.name}`);
  await page.goBack();
  await page.locator(".newest .all").click();
  await says(page, listed(site.newest.length, COUNT));
});

test("where the names cannot be had the towns that met lately are found, and that is said", async ({ open, page, list, site, troubles }) => {
  troubles.allow(/404.*catalogue\/body/);
  list.spoil = (path) => (path.includes("/body/") ? { status: 404 } : undefined);
  await open();
  await page.getByRole("searchbox", { name: t.town_ask }).fill(site.newest[0].assembly.short_name);
  await expect(page.locator(".asked li a").first()).toContainText(site.newest[0].assembly.short_name);
  await expect(page.locator(".asked")).toContainText(t.town_part);
});

test("a year is fetched when it is chosen, once, and the focus stays on the filter", async ({ open, page, list, site }) => {
  await open(LIST);
  const year = page.locator("#by-year");
  await year.focus();
  await year.selectOption("2019");
  await says(page, "200次会议");
  await lists(page, of("2019"));
  await expect(year).toBeFocused();
  expect(list.asked.map((path) => path.replace(/-.*/, ""))).toEqual(["catalogue.json", "catalogue/year/2019"]);
  await expect(page.locator(".ways")).toHaveCount(0);
  await year.selectOption("");
  await says(page, listed(site.newest.length, COUNT));
  await year.selectOption("2019");
  await says(page, "200次会议");
  // Within what is there the other filters are exact.
  await page.selectOption("#by-place", PLACES[1]);
  await says(page, "50次会议");
  await lists(page, of("2019", PLACES[1]));
  expect(list.asked, "what is here is not fetched again").toHaveLength(2);
});

test("a year of thousands leads to its places, and to more of it at a press", async ({ open, page, list, site }) => {
  await open("?year=2024");
  const total = COUNT - 200;
  await says(page, listed(site.newest.length, total));
  expect(list.asked).toEqual(["catalogue.json"]);
  const ways = async () => (await page.locator(".ways li").allTextContents()).sort();
  await expect.poll(ways).toEqual(PLACES.map((place) => `${place} ${COUNT / 4 - 50}`).sort());
  const more = page.getByRole("button", { name: t.more_listed });
  await more.click();
  await expect(page.locator(".sessions a.t").nth(site.newest.length)).toBeAttached();
  await expect(page.locator("main [aria-busy=true]")).toHaveCount(0);
  expect(list.asked).toHaveLength(5);
  await expect(more, "the focus stays where it was pressed").toBeFocused();
  // The second press brings all that is left.
  await more.click();
  await says(page, `${total}次会议`);
  await expect(more).toHaveCount(0);
  await lists(page, of("2024"));
  await page.locator(".ways a", { hasText: PLACES[2] }).click();
  await says(page, `${COUNT / 4 - 50}次会议`);
  expect(new Set(list.asked).size, "nothing is fetched twice").toBe(list.asked.length);
});

test("a link to a place in a year lists all of it", async ({ open, page, list }) => {
  await open(`?place=${PLACES[3]}&year=2024&level=township`);
  const wanted = of("2024", PLACES[3]).filter((one) => one.assembly.level === "township");
  await says(page, `${wanted.length}次会议`);
  await lists(page, wanted);
  const before = list.asked.length;
  expect(before, `${list.asked}`).toBeLessThanOrEqual(5);
  // What no session has is known without fetching anything.
  for (const place of ["?place=火星", "?year=1949", "?level=national"]) {
    await goTo(page, place);
    await expect(page.getByText(t.no_match), place).toBeVisible();
    await says(page, "0次会议");
  }
  expect(list.asked).toHaveLength(before);
});

test("an old session and its body find their neighbours in one part", async ({ open, page, list }) => {
  await open("?s=s-81&p=documents");
  const body = session(81).assembly.name;
  const own = ALL.filter((one) => one.assembly.name === body).sort((a, b) => (a.dates.start < b.dates.start ? -1 : a.dates.start > b.dates.start ? 1 : a.meeting - b.meeting));
  const at = own.findIndex((one) => one.id === "s-81");
  const around = () => page.locator("nav.around").first().locator("a").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  await expect.poll(around).toEqual([own[at - 1], own[at + 1]].map((one) => `?s=${one.id}`));
  expect(list.asked.map((path) => path.replace(/[^/]*$/, "")).sort()).toEqual(["", "catalogue/body/"]);
  await goTo(page, `?body=${body}`);
  await expect(page.locator(".timeline li")).toHaveCount(own.length);
  expect(list.asked, "the part is there already").toHaveLength(2);
  await expectAccessible(page);
  await goTo(page, "?body=无此机关");
  await expect(page.getByRole("heading", { name: t.body_unknown_title })).toBeVisible();
  await goTo(page, "?compare=s-1,s-81");
  await expect(page.getByRole("heading", { level: 1, name: t.compare_title })).toBeVisible();
});

test("a part that is missing, damaged or of another version says so, the rest stays, and trying again helps", async ({ open, page, list, troubles }) => {
  troubles.allow(/(404|503).*catalogue\/year\/2019/);
  const answers = [{ status: 404 }, { body: "{\"format\":\"yishi-cat" }, { json: { format: "yishi-catalogue/2", sessions: [] } }, { status: 503 }];
  const said = [t.part_gone, "文件在中途断了", "yishi-catalogue/2", "503"];
  list.spoil = (path) => (path.includes("/year/2019") ? answers.shift() : undefined);
  await open(LIST);
  await page.selectOption("#by-year", "2019");
  const note = page.locator("main .note");
  for (const words of said) {
    await expect(note).toContainText(words);
    await says(page, listed(0, 200));
    await expectAccessible(page);
    await page.getByRole("button", { name: t.retry }).click();
  }
  await says(page, "200次会议");
  await expect(note).toHaveCount(0);
  expect(list.asked.filter((path) => path === "catalogue.json"), "where a part is gone the main file may be an old one").toHaveLength(2);
});

test("a part of a body that is gone says so, and trying again helps", async ({ open, page, list, troubles }) => {
  troubles.allow(/404.*catalogue\/body/);
  list.spoil = (path) => (path.includes("/body/") ? { status: 404 } : undefined);
  await open(`?body=${session(3).assembly.name}`);
  await expect(page.getByText(t.part_gone)).toBeVisible();
  list.spoil = () => undefined;
  await page.getByRole("button", { name: t.retry }).click();
  await expect(page.locator(".timeline li").first()).toBeVisible();
});
