// Places beyond one session: a body, a person across its sessions, two sessions side by side; from made sessions, so that every case is there.

import { SCREENS } from "../../scripts/chromium.mjs";
import { expect, expectAccessible, test as base } from "./fixtures.mjs";
import { downloaded, drop, expectQuery, goTo, heading, painted, problems, tabTo } from "./helpers.mjs";
import { CATALOGUE, TEXTS, answer, archived, fill, fixture, made } from "./material.mjs";

const t = TEXTS.zh;
const BODY = "示例县山前镇人民代表大会";
const assembly = { name: BODY, short_name: "山前镇人大", level: "township", place: "示例省 示例县 山前镇" };
const line = (id, code, name, amounts, more = {}) => ({ id, code, name, amounts, ...more });
const budget = (year, education, total) => ({
  id: `b${year}`, title: `${year}年决算`, fiscal_year: year, stage: "final_accounts", unit: "wan_yuan",
  tables: [{ id: "e", book: "general_public", direction: "expenditure", lines: [line("t", undefined, "支出合计", { final: total }, { role: "total" }), line("l", "205", "教育", { final: education })] }],
});
const post = (title, organization) => ({ title, organization });

const FIRST = made({
  id: "first", title: "山前镇第三届人民代表大会第一次会议", assembly, term: 3, meeting: 1, dates: { start: "2023-01-10", end: "2023-01-10" },
  people: [
    { id: "lin", name: "林见山", posts: [post("副镇长", "山前镇人民政府")] },
    { id: "old-zhou", name: "周远", posts: [post("主席", "山前镇人大")] },
    { id: "wang", name: "王海", posts: [post("代表")] },
  ],
  sittings: [{ id: "sit", kind: "plenary", chairs: ["old-zhou"] }],
  agenda: [
    { id: "a1", title: "审查和批准2022年决算", kind: "final_accounts", result: "adopted" },
    { id: "a2", title: "补选副镇长", kind: "election", result: "elected" },
  ],
  suggestions: [{ id: "s1", title: "修路灯", lead: "lin", status: "办理中" }],
  projects: [{ id: "p1", title: "建桥", status: "在建", progress_percent: 40 }],
  budgets: [budget(2022, 100.5, 1000)],
});
const SECOND = made({
  id: "second", title: "山前镇第三届人民代表大会第二次会议", assembly, term: 3, meeting: 2, dates: { start: "2024-01-12", end: "2024-01-12" },
  people: [
    { id: "lin", name: "林见山", posts: [post("镇长", "山前镇人民政府")] },
    { id: "zhou", name: "周远", posts: [post("主席", "山前镇人大")] },
    { id: "wang-2", name: "王海", posts: [post("局长", "山前镇财政所")] },
  ],
  agenda: [
    { id: "a1", title: "审查和批准2023年决算", kind: "final_accounts", result: "adopted", presenters: ["lin"] },
    { id: "a3", title: "听取专项报告", kind: "special_report", result: "noted" },
  ],
  speeches: [{ id: "sp", kind: "report", title: "政府工作报告", speaker: "lin" }],
  suggestions: [{ id: "s1", title: "修路灯", outcome: "A", status: "已办结" }, { id: "s2", title: "通公交", lead: "zhou" }],
  suggestion_totals: [{ received: 31, replied: 30, outcomes: { A: 20 } }],
  projects: [{ id: "p1", title: "建桥", status: "已完成", progress_percent: 100 }],
  budgets: [budget(2023, 110.7, 1100)],
});
const OTHER = made({ id: "other", title: "山前镇第二届人民代表大会第九次会议", assembly: { ...assembly, name: "山前镇人民代表大会" }, term: 2, meeting: 9, dates: { start: "2021-12-01", end: "2021-12-01" } });

/** Puts these sessions, and no others, into the archive of a page. */
async function archive(page, sessions) {
  const entries = sessions.map((session) => ({
    ...CATALOGUE.sessions[0], id: session.id, title: session.title, assembly: session.assembly, term: session.term, meeting: session.meeting,
    dates: session.dates, is_sample: false, counts: { agenda: session.agenda?.length ?? 0 }, summary: undefined,
  }));
  await page.route("**/data/catalogue.json", (route) => route.fulfill({ json: { ...CATALOGUE, sessions: entries } }));
  await page.route("**/data/sessions/*.json", (route) => {
    const session = sessions.find(({ id }) => route.request().url().endsWith(`/${id}.json`));
    return session ? answer(session)(route) : route.fallback();
  });
}

const test = base.extend({
  page: async ({ page }, use) => {
    await archive(page, [SECOND, FIRST, OTHER]);
    await use(page);
  },
});
const body = (name = BODY, person) => `?body=${encodeURIComponent(name)}${person ? `&person=${person}` : ""}`;
const main = (page) => page.locator("main");
const section = (page, title) => page.locator("section", { has: page.getByRole("heading", { name: title, exact: true }) }).first();
/** The columns `from` to `to` of the table of a section, each row a list of its cells' text: for `expect.poll`. */
const rows = async (page, title, from, to) => (await section(page, title).locator("tbody tr")
  .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent.trim())))).map((row) => row.slice(from, to));

test("a body shows its sessions, its figures, and what was decided", async ({ open, page }) => {
  await open(body());
  await expect(heading(page)).toHaveText(BODY);
  await expect(main(page).getByRole("heading", { name: t.body_people })).toBeVisible();
  await expect(page).toHaveTitle(`${BODY} · ${t.name}`);
  await expect.poll(() => page.locator(".timeline a.t").evaluateAll((links) => links.map((link) => link.getAttribute("href")))).toEqual(["?s=second", "?s=first"]);
  await expect.poll(() => rows(page, t.body_budget, 0, 1)).toEqual([["2023"], ["2022"]]);
  await expect.poll(() => rows(page, t.body_budget, 3, 4)).toEqual([["1,100"], ["1,000"]]);
  await expect.poll(() => rows(page, t.body_suggestions, 1)).toEqual([["31", "30", "20", "—", "—", "—"], ["2", "1", "1", "0", "0", "0"], ["1", "—", "—", "—", "—", "—"]]);
  await expect.poll(() => rows(page, t.body_projects, 1)).toEqual([["1", "1", "0", "0", "0"], ["1", "0", "1", "0", "0"]]);
  await expect(page.locator(".by-session details[open] .decided a")).toHaveText(["审查和批准2023年决算", "审查和批准2022年决算", "补选副镇长"]);
  await page.locator("a", { hasText: "1,100" }).click();
  await expect(page).toHaveURL(/s=second.*budget\/b2023\/t/);
  await expect(page.locator(".tabs")).toBeVisible();
});

test("another spelling of a body is told with a link, and its sessions stay apart", async ({ open, page }) => {
  await open(body());
  const note = page.locator(".note", { hasText: t.body_alike });
  await note.getByRole("link", { name: OTHER.assembly.name }).click();
  await expect(heading(page)).toHaveText(OTHER.assembly.name);
  await expect(page.locator(".timeline a.t")).toHaveCount(1);
  await expect(page.locator(".note").getByRole("link", { name: BODY })).toHaveCount(1);
});

test("a person is one by id, or by name and post; a name alone is another person", async ({ open, page }) => {
  await open(body(BODY, "lin"));
  await expect(heading(page)).toHaveText("林见山");
  await expect(main(page).getByText(fill(t.person_rests, "lin", "2"))).toBeVisible();
  await expect(section(page, t.person_posts).locator("li b")).toHaveText(["山前镇人民政府镇长", "山前镇人民政府副镇长"]);
  const raised = section(page, t.person_suggestions);
  await expect(raised.locator(".chip")).toHaveText(["已办结 · A 已解决"]);
  await expect(raised.locator("a")).toHaveAttribute("href", "?s=second&p=suggestions/s1");
  await expect(main(page).getByRole("link", { name: fill(t.reported, "政府工作报告") })).toBeVisible();

  await goTo(page, body(BODY, "zhou"));
  await expect(heading(page)).toHaveText("周远");
  await expect(main(page).getByText(fill(t.person_rests_post, "1"))).toBeVisible();
  await expect(main(page).getByText(t.person_namesakes)).toHaveCount(0);

  await goTo(page, body(BODY, "wang"));
  await expect(heading(page)).toHaveText("王海");
  await expect(main(page).getByText(t.person_namesakes)).toBeVisible();
  await expect(page.locator(".names a")).toHaveAttribute("href", body(BODY, "wang-2"));
});

test("two deputies of one name, terms apart, are not told as one person", async ({ open, page }) => {
  const [first, second] = ["namesakes-5-1", "namesakes-6-5"].map((id) => JSON.parse(fixture(`${id}.json`, "namesakes")));
  await archive(page, [second, first]);
  const name = first.assembly.name;
  for (const [here, there] of [[second, first], [first, second]]) {
    const [{ id, name: called }] = here.people;
    await open(body(name, id));
    await expect(heading(page)).toHaveText(called);
    await expect.poll(() => section(page, t.person_sessions).locator("ol.timeline > li a").evaluateAll((links) => [...new Set(links.map(({ search }) => new URLSearchParams(search).get("s")))])).toEqual([here.id]);
    await expect(section(page, t.person_suggestions).locator("li")).toHaveCount(1);
    await expect(section(page, t.person_suggestions)).toContainText(here.suggestions[0].title);
    // The suggestion and the election of this one.
    await expect(section(page, t.person_sessions).locator(".activities li")).toHaveCount(2);
    await expect(main(page)).not.toContainText(there.suggestions[0].title);
    await expect(section(page, t.person_namesakes).locator(".names a")).toHaveAttribute("href", body(name, there.people[0].id));
  }
});

test("two sessions are compared in words, and swapped by a link", async ({ open, page }) => {
  await open("?compare=first,second");
  await expect(main(page).getByRole("heading", { name: t.people, exact: true })).toBeVisible();
  const marks = (title) => section(page, title).locator("tbody tr > :first-child");
  await expect(marks(t.agenda)).toHaveText([t.compare_new, t.compare_gone, t.compare_kept]);
  await expect(section(page, t.budgets).locator("tbody th")).toHaveText([`${fill(t.compare_up, "100万元")} · 10.0%`, `${fill(t.compare_up, "10.2万元")} · 10.1%`]);
  await expect(marks(t.projects)).toHaveText([t.compare_changed]);
  await expect(marks(t.suggestions)).toHaveText([t.compare_changed, t.compare_new]);
  await expect.poll(async () => (await marks(t.people).allTextContents()).sort()).toEqual([t.compare_changed, t.compare_kept, t.person_namesakes].sort());
  await expect(section(page, t.people)).toContainText(`${fill(t.compare_sum, "2", "0", "0")}${fill(t.compare_unsure, "1")}`);
  await page.getByRole("link", { name: t.compare_swap }).click();
  await expectQuery(page, "?compare=second,first");
  await expect(section(page, t.budgets).locator("tbody th").first()).toHaveText(`${fill(t.compare_down, "100万元")} · 9.1%`);
  await goTo(page, "?compare=other,second");
  await expect(main(page).getByText(t.compare_bodies)).toBeVisible();
});

test("what moved most comes first, to either side, and as a file", async ({ open, page }) => {
  await open("?compare=first,second");
  const movers = page.locator(".movers li");
  await expect(movers).toHaveCount(1);
  await expect(movers).toContainText("教育");
  await expect(movers).toContainText(/100\.50万元 → 110\.70万元/);
  await expect(movers.locator("i.up")).toHaveCount(1);
  const { name, bytes } = await downloaded(page, () => page.getByRole("button", { name: t.movers_csv }).click());
  expect(name).toBe("first-second.csv");
  expect(bytes.toString()).toBe(`\ufeff${fill(t.csv_compared, "first", "second").replaceAll("|", ",")}\r\n一般公共预算,支出,,支出合计,10000000,11000000,1000000,10.0\r\n一般公共预算,支出,205,教育,1005000,1107000,102000,10.1\r\n`);
});

test("any session is two choices away from another one; one that is chosen twice leads no dead way", async ({ open, page }) => {
  await open("?s=second&p=agenda");
  await page.locator(".acts").getByRole("link", { name: t.compare_with, exact: true }).click();
  await expectQuery(page, "?compare=second,second");
  await expect(main(page).getByText(t.compare_other)).toBeVisible();
  await page.getByLabel(t.pick_first, { exact: true }).selectOption("first");
  await expectQuery(page, "?compare=first,second");
  await expect(page.locator(".movers li")).toHaveCount(1);
  await page.getByLabel(t.pick_second, { exact: true }).selectOption("first");
  await expectQuery(page, "?compare=first,first");
  await expect(main(page).getByRole("heading", { level: 2 })).toHaveCount(1);
  await expect(page.getByLabel(t.pick_second, { exact: true })).toBeVisible();
});

test.describe(() => {
  test.use({ ...SCREENS.desktop, viewport: { width: 1280, height: 800 } });
  test("two years of the sample take at most four screens; what did not change is folded, and there", async ({ open, page }) => {
    await page.unroute("**/data/sessions/*.json");
    await page.unroute("**/data/catalogue.json");
    await open("?compare=sample-1-4,sample-1-5");
    await expect(page.locator(".movers li").first()).toBeVisible();
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(4 * 800);
    const folded = page.locator("main details summary").first();
    await folded.click();
    await expect(page.locator("main details[open] tbody tr").first()).toBeVisible();
    await page.locator(".jump a").last().click();
    await expect(page.getByRole("heading", { name: t.people, exact: true })).toBeInViewport();
  });
});

test("one name in two spellings is one: the mayor has not changed", async ({ open, page }) => {
  const names = [["王　岚", "王岚", "镇长", "青溪镇人民政府"], ["阿依夏·卡德尔", "阿依夏•卡德尔", "人大主席", "青溪镇人大"], ["古丽．买买提", "古丽・买买提", "副镇长", "青溪镇 人民政府"], ["𬱖启贤", "𬱖启贤", "人大副主席", "青溪镇人大"]];
  const people = (which, id) => names.map((row, at) => ({ id: `${id}${at + 1}`, name: row[which], posts: [post(row[2], which === 0 ? row[3] : row[3].replace(" ", ""))] }));
  const sessions = [["q-6-5", "b", 5, 1, "2025-01-08"], ["q-6-4", "a", 4, 0, "2024-01-10"]];
  await archive(page, sessions.map(([id, letter, meeting, which, start]) => made({ id, title: `青溪镇第六届人民代表大会第${meeting}次会议`, assembly, term: 6, meeting, dates: { start, end: start }, people: people(which, letter) })));
  await open("?compare=q-6-4,q-6-5");
  const table = section(page, t.people).locator("tbody tr");
  await expect(table.locator("> :first-child")).toHaveText(names.map(() => t.compare_kept));
  // Each session shows the name as it prints it.
  await section(page, t.people).locator("summary").click();
  await expect(table.locator("a")).toHaveText(names.flatMap(([first, second]) => [first, second]), { useInnerText: true });
  for (const [at, [first, second]] of names.entries()) {
    await goTo(page, body(BODY, `b${at + 1}`));
    await expect(heading(page)).toHaveText(second);
    await expect(page.locator(".timeline > li a[href^='?s=q-6-']").first()).toBeVisible();
    await expect(main(page).getByText(fill(t.person_rests_post, "1"))).toBeVisible();
    if (first !== second) await expect(main(page).getByText(fill(t.person_other_names, `${second}、${first}`))).toBeVisible();
    await expect(main(page).getByText(t.person_namesakes)).toHaveCount(0);
  }
});

test("what is not there is said, with a way on", async ({ open, page, troubles }) => {
  troubles.allow(/404.*nothing/);
  await open(body("火星人民代表大会"));
  await expect(heading(page)).toHaveText(t.body_unknown_title);
  for (const [place, said] of [
    [body(BODY, "nobody"), fill(t.person_unknown, "nobody")],
    ["?compare=first,nothing", fill(t.compare_missing, "nothing")],
  ]) {
    await goTo(page, place);
    await expect(main(page).getByText(said)).toBeVisible();
    await expect(main(page).getByRole("link", { name: t.back_home }), place).toHaveCount(1);
    await expect(page.locator("main h1"), place).toHaveCount(1);
  }
  // An address has spaces that the archive has not.
  await goTo(page, body("山前镇 人民代表大会"));
  await expect(page.locator("main .note").getByRole("link", { name: OTHER.assembly.name })).toBeVisible();
});

test("a session that cannot be fetched is counted, and trying again helps", async ({ open, page, troubles }) => {
  troubles.allow(/503.*first/);
  let fails = true;
  await archive(page, [SECOND, FIRST]);
  await page.route("**/data/sessions/first.json", (route) => (fails ? route.fulfill({ status: 503 }) : route.fallback()));
  const retry = main(page).getByRole("button", { name: t.retry });
  await open(body());
  await expect(main(page).getByText(fill(t.across_failed, "1"))).toBeVisible();
  await expect(page.locator(".by-session details")).toHaveCount(1);
  fails = false;
  await retry.click();
  await expect(page.locator(".by-session details")).toHaveCount(2);
  // Cold: a session that was there once is kept as long as the document is.
  fails = true;
  await open("?compare=first,second");
  await expect(main(page).getByText(fill(t.compare_missing, "first"))).toBeVisible();
  fails = false;
  await retry.click();
  await expect(main(page).getByRole("heading", { name: t.agenda, exact: true })).toBeVisible();
});

test("a file that is dropped while the archive's own of that id is on its way stays what is open", async ({ open, page }) => {
  let letCome;
  const mayCome = new Promise((done) => { letCome = done; });
  await archive(page, [SECOND, FIRST]);
  await page.route("**/data/sessions/first.json", async (route) => {
    await mayCome;
    await route.fallback();
  });
  await open(body());
  await expect(main(page).getByText(fill(t.across_loading, "2"))).toBeVisible();
  const mine = { ...FIRST, title: "本机改过的一份" };
  await drop(page, "mine.json", JSON.stringify(mine));
  await expect(heading(page)).toHaveText(mine.title);
  const came = page.waitForResponse("**/data/sessions/first.json");
  letCome();
  await (await came).finished();
  await painted(page);
  // Every tab shows the file, and none is blank.
  const content = page.locator(".content");
  await page.locator(".tabs").getByRole("link", { name: t.agenda }).click();
  await expect(content.getByRole("link", { name: "补选副镇长" })).toBeVisible();
  await expect(page.locator(".head.short").getByRole("link", { name: mine.title })).toBeVisible();
  await page.locator(".tabs").getByRole("link", { name: t.people }).click();
  await expect(content.getByRole("link", { name: "林见山" }).first()).toBeVisible();
  // The page of the body has the archive's own.
  await goTo(page, body());
  await expect(page.locator(".by-session details")).toHaveCount(2);
  await expect(main(page).getByText(mine.title)).toHaveCount(0);
});

test("200 sessions of one body: all are listed at once, and told when they are there", async ({ open, page }) => {
  const many = Array.from({ length: 200 }, (_, n) => made({
    id: `n${n}`, title: `山前镇第${n}次会议`, assembly, term: Math.floor(n / 20), meeting: n, dates: { start: `${1900 + (n >> 1)}-0${1 + (n & 1) * 6}-10` },
    people: [{ id: "lin", name: "林见山", posts: [post("镇长", "镇政府")] }, { id: `p${n}`, name: `代表${n}` }],
    agenda: [{ id: "a", title: `议题${n}`, result: "adopted" }],
  }));
  await archive(page, many.toReversed());
  await open(body());
  await expect(page.locator(".timeline li")).toHaveCount(200);
  await expect(page.locator(".by-session details")).toHaveCount(200, { timeout: 60_000 });
  await expect(page.locator(".names li")).toHaveCount(201);
  await goTo(page, body(BODY, "lin"));
  await expect(main(page).getByText(fill(t.person_rests, "lin", "200"))).toBeVisible();
  await expect(section(page, t.person_posts).locator("> ol > li")).toHaveCount(1);
});

test("the ways there: from the archive, a session's head, its people, its neighbors", async ({ open, page }) => {
  await open("?list=all");
  await page.locator("aside .body h3 a", { hasText: "山前镇人大" }).first().click();
  await expect(heading(page)).toHaveText(BODY);
  const compare = page.getByRole("link", { name: t.compare_previous });
  await compare.first().click();
  await expect(heading(page)).toHaveText(t.compare_title);
  await goTo(page, "?s=second");
  await expect(page.locator("aside").getByRole("link", { name: t.compare_previous })).toHaveAttribute("href", "?compare=first,second");
  await expect(page.locator(".around")).toHaveCount(0);
  await page.locator(".head").getByRole("link", { name: t.all_of_body }).click();
  await expect(heading(page)).toHaveText(BODY);
  await goTo(page, "?s=second&p=agenda");
  await expect(page.locator(".around a")).toHaveAttribute("href", "?s=first");
  await goTo(page, "?s=second&p=people");
  await page.getByRole("link", { name: `${t.person_link} · 林见山` }).click();
  await expect(heading(page)).toHaveText("林见山");
  await expect(heading(page)).toBeFocused();
});

for (const [screen, colorScheme, lang] of [["phone", "dark", "zh"], ["desktop", "light", "en"]]) {
  base.describe(() => {
    base.use({ ...SCREENS[screen], colorScheme, lang });
    base(`each page is sound: ${screen}, ${colorScheme}, ${lang}`, async ({ open, page }) => {
      // axe looks at thousands of elements, three times.
      base.slow();
      const words = TEXTS[lang];
      const { name } = archived("sample-1-5").assembly;
      const { viewport } = SCREENS[screen];
      const expectNarrow = (width, place) => expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth), { message: `${place} scrolls sideways at ${width}` }).toBeLessThanOrEqual(width);
      for (const [at, [place, last]] of [[body(name), words.body_people], [body(name, "lin-shili"), words.person_sessions], ["?compare=sample-1-4,sample-1-5", words.people]].entries()) {
        await page.setViewportSize(viewport);
        await (at === 0 ? open(place) : goTo(page, place));
        await expect(page.getByRole("heading", { name: last, exact: true })).toBeVisible();
        await expectAccessible(page, { message: place });
        await expectNarrow(viewport.width, place);
        if (at > 0) {
          // From the top again, once the heading has had the focus.
          await expect(heading(page)).toBeFocused();
          await page.locator(".skip").focus();
        }
        const passed = await tabTo(page, (here) => here?.tag === "A" && here.href?.startsWith("?s="));
        expect(problems(passed), place).toEqual([]);
        await page.setViewportSize({ width: 320, height: 640 });
        await expectNarrow(320, place);
      }
    });
  });
}
