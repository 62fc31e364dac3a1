// Places beyond one session: a body, a person across its sessions, two sessions side by side; from made sessions, so that every case is there.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assertNoTroubles, axe, eventually, focused, goTo, heading, problems, settled, tabTo, withSite } from "./helpers.mjs";
import { CATALOGUE, TEXTS, answer, archived, fill, made } from "./material.mjs";

const site = withSite();
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

/** The archive with these sessions in it and no others. */
function archive(sessions, more = {}) {
  const entries = sessions.map((session) => ({
    ...CATALOGUE.sessions[0], id: session.id, title: session.title, assembly: session.assembly, term: session.term, meeting: session.meeting,
    dates: session.dates, is_sample: false, counts: { agenda: session.agenda?.length ?? 0 }, summary: undefined,
  }));
  const routes = { "**/data/catalogue.json": (route) => route.fulfill({ json: { ...CATALOGUE, sessions: entries } }) };
  for (const session of sessions) routes[`**/data/sessions/${session.id}.json`] = answer(session);
  return { ...routes, ...more };
}

const all = archive([SECOND, FIRST, OTHER]);
const body = (name = BODY, person) => `?body=${encodeURIComponent(name)}${person ? `&person=${person}` : ""}`;
const main = (page) => page.locator("main");
async function open(place, routes = all) {
  const page = await site.reopen(place, { routes });
  await settled(page);
  return page;
}
/** The rows of the table of a section, each a list of its cells' text. */
const rows = (page, title) => page.locator("section", { has: page.getByRole("heading", { name: title, exact: true }) }).first().locator("tbody tr")
  .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent.trim())));

test("a body shows its sessions, its figures, and what was decided", async () => {
  const page = await open(body());
  assert.equal(await heading(page), BODY);
  await main(page).getByRole("heading", { name: t.body_people }).waitFor();
  assert.equal(await page.title(), `${BODY} · ${t.name}`);
  assert.deepEqual(await page.locator(".timeline a.t").evaluateAll((links) => links.map((link) => link.getAttribute("href"))), ["?s=second", "?s=first"]);
  const [latest, earliest] = await rows(page, t.body_budget);
  assert.deepEqual([latest[0], latest[3], earliest[0], earliest[3]], ["2023", "1,100", "2022", "1,000"]);
  const counts = await rows(page, t.body_suggestions);
  assert.deepEqual(counts.map((row) => row.slice(1)), [["31", "30", "20", "—", "—", "—"], ["2", "1", "1", "0", "0", "0"], ["1", "—", "—", "—", "—", "—"]]);
  const projects = await rows(page, t.body_projects);
  assert.deepEqual(projects.map((row) => row.slice(1)), [["1", "1", "0", "0", "0"], ["1", "0", "1", "0", "0"]]);
  assert.deepEqual(await page.locator(".by-session details[open] .decided a").allTextContents(), ["审查和批准2023年决算", "审查和批准2022年决算", "补选副镇长"]);
  await page.locator("a", { hasText: "1,100" }).click();
  await settled(page);
  assert.match(page.url(), /s=second.*budget\/b2023\/t/);
  assertNoTroubles(page);
});

test("another spelling of a body is told with a link, and its sessions stay apart", async () => {
  const page = await open(body());
  const note = page.locator(".note", { hasText: t.body_alike });
  await note.getByRole("link", { name: OTHER.assembly.name }).click();
  await settled(page);
  assert.equal(await heading(page), OTHER.assembly.name);
  assert.equal(await page.locator(".timeline a.t").count(), 1);
  assert.equal(await page.locator(".note").getByRole("link", { name: BODY }).count(), 1);
});

test("a person is one by id, or by name and post; a name alone is another person", async () => {
  const page = await open(body(BODY, "lin"));
  await eventually(async () => assert.equal(await heading(page), "林见山"));
  await main(page).getByText(fill(t.person_rests, "lin", "2")).waitFor();
  const posts = page.locator("section", { has: page.getByRole("heading", { name: t.person_posts }) });
  assert.deepEqual(await posts.locator("li b").allTextContents(), ["山前镇人民政府镇长", "山前镇人民政府副镇长"]);
  const raised = page.locator("section", { has: page.getByRole("heading", { name: t.person_suggestions }) });
  assert.deepEqual(await raised.locator(".chip").allTextContents(), ["已办结 · A 已解决"]);
  assert.equal(await raised.locator("a").getAttribute("href"), "?s=second&p=suggestions/s1");
  await main(page).getByRole("link", { name: fill(t.reported, "政府工作报告") }).waitFor();

  await goTo(page, body(BODY, "zhou"));
  await eventually(async () => assert.equal(await heading(page), "周远"));
  await main(page).getByText(fill(t.person_rests_post, "1")).waitFor();
  assert.equal(await main(page).getByText(t.person_namesakes).count(), 0);

  await goTo(page, body(BODY, "wang"));
  await eventually(async () => assert.equal(await heading(page), "王海"));
  await main(page).getByText(t.person_namesakes).waitFor();
  assert.equal(await page.locator(".names a").getAttribute("href"), body(BODY, "wang-2"));
  assertNoTroubles(page);
});

test("two sessions are compared in words, and swapped by a link", async () => {
  const page = await open("?compare=first,second");
  await main(page).getByRole("heading", { name: t.people, exact: true }).waitFor();
  assert.deepEqual((await rows(page, t.agenda)).map((row) => row[0]), [t.compare_kept, t.compare_new, t.compare_gone]);
  const figures = await page.locator("section", { has: page.getByRole("heading", { name: t.budgets, exact: true }) }).first().locator("tbody th").allTextContents();
  assert.deepEqual(figures, [`${fill(t.compare_up, "100万元")} · 10.0%`, `${fill(t.compare_up, "10.2万元")} · 10.1%`]);
  assert.deepEqual((await rows(page, t.projects)).map((row) => row[0]), [t.compare_changed]);
  assert.deepEqual((await rows(page, t.suggestions)).map((row) => row[0]), [t.compare_changed, t.compare_new]);
  const people = await rows(page, t.people);
  assert.deepEqual(people.map((row) => row[0]).sort(), [t.compare_changed, t.compare_kept, t.compare_gone, t.compare_new].sort());
  await page.getByRole("link", { name: t.compare_swap }).click();
  await eventually(async () => assert.equal(new URL(page.url()).search.replace("%2C", ","), "?compare=second,first"));
  await main(page).getByText(fill(t.compare_down, "100万元")).waitFor();
  await goTo(page, "?compare=other,second");
  await main(page).getByText(t.compare_bodies).waitFor();
  assertNoTroubles(page);
});

test("what is not there is said, with a way on", async () => {
  const page = await open(body("火星人民代表大会"));
  assert.equal(await heading(page), t.body_unknown_title);
  for (const [place, said] of [
    [body(BODY, "nobody"), fill(t.person_unknown, "nobody")],
    ["?compare=first,first", fill(t.compare_same, "first")],
    ["?compare=first,nothing", fill(t.compare_missing, "nothing")],
  ]) {
    await goTo(page, place);
    await main(page).getByText(said).waitFor();
    assert.equal(await main(page).getByRole("link", { name: t.back_home }).count(), 1, place);
    assert.equal(await page.locator("main h1").count(), 1, place);
  }
  // An address has spaces that the archive has not.
  await goTo(page, body("山前镇 人民代表大会"));
  await page.locator("main .note").getByRole("link", { name: OTHER.assembly.name }).waitFor();
});

test("a session that cannot be fetched is counted, and trying again helps", async () => {
  let fails = true;
  const flaky = (route) => (fails ? route.fulfill({ status: 503 }) : answer(FIRST)(route));
  const routes = archive([SECOND, FIRST], { "**/data/sessions/first.json": flaky });
  const page = await open(body(), routes);
  await main(page).getByText(fill(t.across_failed, "1")).waitFor();
  assert.equal(await page.locator(".by-session details").count(), 1);
  fails = false;
  await main(page).getByRole("button", { name: t.retry }).click();
  await eventually(async () => assert.equal(await page.locator(".by-session details").count(), 2));
  fails = true;
  const again = await open("?compare=first,second", routes);
  await main(again).getByText(fill(t.compare_missing, "first")).waitFor();
  fails = false;
  await main(again).getByRole("button", { name: t.retry }).click();
  await main(again).getByRole("heading", { name: t.agenda, exact: true }).waitFor();
});

test("200 sessions of one body: all are listed at once, and told when they are there", async () => {
  const many = Array.from({ length: 200 }, (_, n) => made({
    id: `n${n}`, title: `山前镇第${n}次会议`, assembly, term: Math.floor(n / 20), meeting: n, dates: { start: `${1900 + (n >> 1)}-0${1 + (n & 1) * 6}-10` },
    people: [{ id: "lin", name: "林见山", posts: [post("镇长", "镇政府")] }, { id: `p${n}`, name: `代表${n}` }],
    agenda: [{ id: "a", title: `议题${n}`, result: "adopted" }],
  }));
  const page = await open(body(), archive(many.toReversed()));
  assert.equal(await page.locator(".timeline li").count(), 200);
  await eventually(async () => assert.equal(await page.locator(".by-session details").count(), 200), 60_000);
  assert.equal(await page.locator(".names li").count(), 201);
  await goTo(page, body(BODY, "lin"));
  await main(page).getByText(fill(t.person_rests, "lin", "200")).waitFor();
  assert.equal(await page.locator("section", { hasText: t.person_posts }).first().locator("> ol > li").count(), 1);
  assertNoTroubles(page);
});

test("the ways there: from the archive, a session's crumbs, its people, its neighbors", async () => {
  const page = await open("");
  await page.locator("aside .body h3 a", { hasText: "山前镇人大" }).first().click();
  await eventually(async () => assert.equal(await heading(page), BODY));
  await page.getByRole("link", { name: t.compare_previous }).first().click();
  await eventually(async () => assert.equal(await heading(page), t.compare_title));
  await goTo(page, "?s=second");
  assert.equal(await page.locator("aside").getByRole("link", { name: t.compare_previous }).getAttribute("href"), "?compare=first,second");
  assert.equal(await page.locator(".around").count(), 0);
  await page.locator(".crumb").getByRole("link", { name: /山前镇人民代表大会/ }).click();
  await eventually(async () => assert.equal(await heading(page), BODY));
  await goTo(page, "?s=second&p=agenda");
  assert.deepEqual(await page.locator(".around a").evaluateAll((links) => links.map((link) => link.getAttribute("href"))), ["?s=first"]);
  await goTo(page, "?s=second&p=people");
  await page.getByRole("link", { name: `${t.person_link} · 林见山` }).click();
  await eventually(async () => assert.equal(await heading(page), "林见山"));
  await eventually(async () => assert.equal((await focused(page))?.tag, "H1"));
});

for (const lang of ["zh", "en"]) {
  for (const [screen, theme] of [["phone", "dark"], ["desktop", "light"]]) {
    test(`each page is sound: ${screen}, ${theme}, ${lang}`, async () => {
      const words = TEXTS[lang];
      const name = archived("sample-1-5").assembly.name;
      for (const [place, last] of [[body(name), words.body_people], [body(name, "lin-shili"), words.person_sessions], ["?compare=sample-1-4,sample-1-5", words.people]]) {
        const page = await site.open(place, { screen, theme, lang });
        await page.getByRole("heading", { name: last, exact: true }).waitFor();
        await settled(page);
        assert.deepEqual(await axe(page), [], place);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${place} scrolls sideways`);
        const passed = await tabTo(page, (here) => here?.tag === "A" && here.href?.startsWith("?s="));
        assert.deepEqual(problems(passed), [], place);
        await page.setViewportSize({ width: 320, height: 640 });
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 320), `${place} scrolls sideways at 320`);
        assertNoTroubles(page);
        await page.context().close();
      }
    });
  }
}
