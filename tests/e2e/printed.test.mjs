// What a source prints is shown as it prints it: a contradiction has its remark beside the figure, a word of the format is said wherever its thing is
// shown, and a link opens what was meant.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, expectAccessible, test } from "./fixtures.mjs";
import { drop, expectQuery, goTo, heading, ROOT } from "./helpers.mjs";
import { answer, fill, fixture, made, TEXTS } from "./material.mjs";

const t = TEXTS.zh;
const content = (page) => page.locator(".content");
/** The remarks in a place. */
const remarks = (place) => place.locator(".as-printed");
const said = (words, texts = t) => fill(texts.as_printed, words);

/** Opens a file of tests/fixtures/printed. */
async function openPrinted(open, page, id) {
  await open();
  await drop(page, `${id}.json`, fixture(`${id}.json`, "printed"));
  await expectQuery(page, `?s=${id}`);
}

test("a sitting past midnight says so, in the agenda and on the slide", async ({ open, page }) => {
  await openPrinted(open, page, "past-midnight");
  for (const place of ["&p=agenda"]) {
    await goTo(page, `?s=past-midnight${place}`);
    const sittings = content(page).locator(".sit");
    await expect(sittings.nth(0)).toContainText("09:00–11:30");
    await expect(sittings.nth(1)).toContainText("19:30至次日00:20");
    await expect(sittings.nth(2)).toContainText("23:00至次日00:00");
    // It is no contradiction.
    await expect(remarks(content(page))).toHaveCount(0);
  }
  await goTo(page, "?s=past-midnight&p=slides");
  await expect(page.locator(".slide p", { hasText: "选举大会" })).toHaveText("选举大会 2025年1月8日 19:30至次日00:20");
});

test("more done than was planned: the figure as printed, a full bar in its box, and a remark", async ({ open, page }) => {
  await openPrinted(open, page, "progress");
  await goTo(page, "?s=progress&p=projects");
  const rows = content(page).locator(".rows li");
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(0)).toContainText("126.7%");
  await expect(remarks(rows.nth(0))).toHaveText(said("126.7% 超过 100%。"));
  await expect(remarks(rows.nth(1))).toHaveCount(0);
  await expect(remarks(rows.nth(2))).toHaveText(said("1250.5% 超过 100%。"));
  await expect(content(page).locator("dl.inline").first()).toHaveText(`${t.finished}3`);
  // How far the bar is from the ends of its box, in pixels, and whether it is marked.
  const bars = () => rows.locator(".meter").evaluateAll((meters) => meters.map((meter) => {
    const [box, bar] = [meter, meter.querySelector("i")].map((element) => element.getBoundingClientRect());
    return [Math.round(bar.left - box.left), Math.round(box.right - bar.right), meter.querySelector("i").className];
  }));
  await expect.poll(bars).toEqual([[0, 0, "over"], [0, 0, ""], [0, 0, "over"]]);
  await rows.nth(0).getByRole("link").click();
  await expect(heading(page)).toHaveText("新增公共停车位");
  await expect(content(page).locator(".timeline li").last()).toContainText("126.7% · 实际新增380个");
  // The milestone is of the same figure, which is told once.
  await expect(remarks(content(page))).toHaveText([said("126.7% 超过 100%。")]);
});

const PRESENT = "实到人数（68）多于应到人数（67）。";
const COUNTED = "各项票数合计（67）与有效票数（66）不相等。";
const ANSWERED = "办复件数（63）多于收到件数（57）。";

test("totals that contradict each other stand as printed, with both numbers beside them", async ({ open, openNew, page }) => {
  await openPrinted(open, page, "totals");
  const facts = content(page).locator("aside dl.pairs").first();
  await expect(facts).toContainText(`${t.expected}67${t.present}68`);
  await expect(remarks(facts)).toHaveText(said(PRESENT));
  await expectAccessible(page);

  await expect(remarks(page.locator("main .answer", { hasText: t.q_decided }))).toHaveText(said(COUNTED));
  await expect(remarks(page.locator("main .answer", { hasText: t.q_promised }))).toHaveText(said(ANSWERED));

  await goTo(page, "?s=totals&p=votes/v1");
  const card = content(page).locator(".card.hit");
  await expect(card).toContainText(fill(t.votes_as_bar, "65", "1", "1"));
  await expect(remarks(card)).toHaveText(said(COUNTED));
  await goTo(page, "?s=totals&p=suggestions");
  await expect(content(page).locator("tbody tr", { hasText: t.replied_count })).toContainText("63");
  await expect(remarks(content(page))).toHaveText(said(`${ANSWERED}各类办理结果合计（63）多于收到件数（57）。`));

  const english = await openNew("", { lang: "en" });
  await drop(english, "totals.json", fixture("totals.json", "printed"));
  await expect(remarks(content(english).locator("aside dl.pairs").first())).toHaveText(said("The number present (68) is more than the number expected (67).", TEXTS.en));
});

test("what else contradicts itself is told where it is shown", async ({ open, page }) => {
  await page.route("**/data/sessions/made.json", answer(made({
    dates: { start: "2024-01-26", end: "2024-01-25" },
    sittings: [{ id: "one", name: "第一次全体会议", date: "2024-01-01", start: "14:00", end: "11:00", attendance: { expected: 60, present: 30, quorum_met: true } }],
    agenda: [{ id: "a", title: "选举", sitting: "one", votes: ["v"] }],
    people: [{ id: "p", name: "周宁", posts: [{ title: "镇长", from: "2024-02", to: "2023-01" }] }],
    votes: [{ id: "v", motion: "选举镇长", ballots: { issued: 60, returned: 61 }, candidates: [{ person: "p", yes: 62, elected: true }] }],
    suggestions: [{ id: "g", title: "修路灯", submitted: "2024-02-01", due: "2024-01-31" }],
    projects: [{ id: "m", title: "建桥", progress_percent: -5 }],
    budgets: [{ id: "b", title: "预算", fiscal_year: 2024, stage: "draft", unit: "yuan", period: { from: "2023-01-01", to: "2024-12-31" }, tables: [] }],
    declared: { agenda: 3, reports: 2 },
  })));
  const expectRemarks = async (place, ...expected) => {
    await goTo(page, `?s=made${place}`);
    await expect(remarks(content(page)), place).toHaveText(expected.map((words) => said(words)));
  };
  await open("?s=made");
  await expect(remarks(content(page).locator("aside")).first()).toHaveText(said("结束（2024-01-25）早于开始（2024-01-26）。"));
  await expectRemarks("&p=agenda", "日期 2024-01-01 不在会期（2024-01-26 至 2024-01-25）之内。结束（11:00）早于开始（14:00）。", "写明符合法定人数，但实到 30 人未超过应到 60 人的一半。");
  await expect(content(page).getByText("来源说有 3 项议程，文件里列出 1 项。")).toBeVisible();
  await expectRemarks("&p=votes/v", "收回票数（61）多于发出票数（60）。", "得票数（62）多于收回票数（61）。");
  await expectRemarks("&p=suggestions/g", "答复期限（2024-01-31）早于提出日期（2024-02-01）。");
  await expectRemarks("&p=projects", "-5% 小于 0。");
  await expect.poll(() => content(page).locator(".meter i").evaluate((bar) => bar.getBoundingClientRect().width)).toBe(0);
  await expectRemarks("&p=budget/b", "期间的日期 2023-01-01 不在财政年度 2024 年。");
  // A list that the file leaves out is not called short.
  await goTo(page, "?s=made&p=speeches");
  await expect(heading(page)).toHaveText(t.speeches);
  await expect(page.getByText("来源说有")).toHaveCount(0);
});

/** The words of the closed lists as the program has them, by list and word. */
const LABELS = Object.fromEntries([...readFileSync(join(ROOT, "src/i18n/labels.rs"), "utf8").matchAll(/^ {4}\w+\((\w+)\) \{\n((?: {8}.*\n)+?) {4}\}/gm)].map(([, list, words]) => {
  const pairs = words.matchAll(/^ {8}(\w+): ("[^"]*"), /gm);
  return [list, Object.fromEntries([...pairs].map(([, name, zh]) => [name.replace(/(?!^)[A-Z]/g, "_$&").toLowerCase(), JSON.parse(zh)]))];
}));

/** Every word of a closed list of the schema, with what the program calls it. */
function words(list) {
  const { $defs } = JSON.parse(readFileSync(join(ROOT, "public/schema/session-1.json"), "utf8"));
  const all = ($defs[list].oneOf ?? []).map((one) => one.const).concat($defs[list].enum ?? []);
  return all.map((word) => [word, LABELS[list][word] ?? LABELS[list][word.toLowerCase()]]);
}

test("every word that a file may say of an item, a vote, a suggestion or a project is said on its page, and of an item on its slide", async ({ open, page }) => {
  // Some eighty places.
  test.slow();
  const items = [["kind", "AgendaKind"], ["action", "Action"], ["state", "AgendaState"], ["result", "AgendaResult"]].flatMap(([field, list]) => words(list).map(([word, label]) => ({ id: `${field}-${word}`, [field]: word, label })));
  const votes = [["method", "VoteMethod"], ["result", "VoteResult"]].flatMap(([field, list]) => words(list).map(([word, label]) => ({ id: `v-${field}-${word}`, [field]: word, label })));
  const suggestions = [["kind", "SuggestionKind"], ["outcome", "Outcome"], ["satisfaction", "Satisfaction"]].flatMap(([field, list]) => words(list).map(([word, label]) => ({ id: `g-${field}-${word}`, [field]: word, label })));
  const projects = words("VoteMethod").map(([word, label]) => ({ id: `m-${word}`, selection: { method: word }, label }));
  const voted = votes.map(({ id, label }) => ({ id: `of-${id}`, votes: [id], label }));
  const titled = (all) => all.map(({ label, ...one }) => ({ ...one, title: "题" }));
  await page.route("**/data/sessions/made.json", answer(made({
    agenda: titled([...items, ...voted]),
    votes: votes.map(({ label, ...one }) => ({ ...one, motion: "题" })),
    suggestions: titled(suggestions),
    projects: titled(projects),
  })));
  await open("?s=made");
  const expectSaid = async (place, { label }, where) => {
    await goTo(page, `?s=made&p=${place}`);
    await expect(where, place).toContainText(label);
  };
  await goTo(page, "?s=made&p=agenda");
  for (const [at, { id, label }] of items.entries()) await expect(content(page).locator(".agenda li").nth(at), id).toContainText(label);
  for (const one of voted) await expectSaid(`agenda/${one.id}`, one, content(page).locator("article.item"));
  for (const one of [...items, ...voted]) await expectSaid(`slides/${one.id}`, one, page.locator(".slide"));
  for (const one of votes) await expectSaid(`votes/${one.id}`, one, content(page).locator(".card.hit"));
  for (const one of suggestions) await expectSaid(`suggestions/${one.id}`, one, content(page));
  for (const one of projects) await expectSaid(`projects/${one.id}`, one, content(page));
});

test("an item that was postponed after all, a vote in words only, and on whose behalf nobody spoke", async ({ open, page }) => {
  await page.route("**/data/sessions/made.json", answer(made({
    agenda: [
      { id: "a", number: "10", title: "人事任免事项", state: "postponed", result: "noted", on_behalf_of: "镇人民政府" },
      { id: "b", number: "3", title: "通过选举办法", result: "adopted", votes: ["v"] },
    ],
    votes: [{ id: "v", motion: "选举办法", method: "show_of_hands", result: "adopted", note: "全票通过" }],
  })));
  await open("?s=made&p=agenda");
  const rows = content(page).locator(".agenda li");
  for (const words of ["延期", "已听取", fill(t.on_behalf_of, "镇人民政府")]) await expect(rows.first()).toContainText(words);
  await goTo(page, "?s=made&p=slides/a");
  const slide = page.locator(".slide");
  await expect(slide.locator(".chip")).toHaveText(["延期", "已听取"]);
  await expect(slide).toContainText(fill(t.on_behalf_of, "镇人民政府"));
  await goTo(page, "?s=made&p=slides/b");
  await expect(slide.locator(".results")).toHaveText("通过举手表决 · 全票通过");
});

test("an agenda keeps the numbers that are printed, and a very long title leaves its slide whole", async ({ open, page }) => {
  const numbers = ["一", "（二）", "二之一", "3", "3", "10", "11."];
  const long = `关于${"进一步加强农村生活污水治理和河道常态化管护工作".repeat(8)}的议案`;
  const agenda = numbers.map((number, at) => ({ id: `i${at}`, number, title: at === 6 ? long : `事项${at}`, parent: at === 2 ? "i1" : undefined, state: at === 6 ? "withdrawn" : undefined }));
  await page.route("**/data/sessions/made.json", answer(made({ agenda })));
  await open("?s=made&p=agenda");
  const rows = content(page).locator(".agenda li");
  await expect(rows.locator(".n")).toHaveText(numbers);
  await expect.poll(() => rows.locator("a.t").evaluateAll((links) => links.map((link) => new URLSearchParams(link.search).get("p")))).toEqual(agenda.map(({ id }) => `agenda/${id}`));
  await goTo(page, "?s=made&p=slides/i6");
  await expect(page.locator(".slide .n")).toHaveText("11.");
  await expect(page.locator(".slide .chip")).toHaveText("已撤回");
  // What is outside of the window: nothing at the side, and no control.
  const outside = () => page.evaluate(() => [
    document.documentElement.scrollWidth - innerWidth, document.querySelector(".stage").scrollWidth - document.querySelector(".stage").clientWidth,
    Math.max(0, Math.ceil(document.querySelector(".controls").getBoundingClientRect().bottom) - innerHeight), innerWidth,
  ]);
  for (const [width, height] of [[320, 568], [1920, 1080]]) {
    await page.setViewportSize({ width, height });
    await expect.poll(outside).toEqual([0, 0, 0, width]);
  }
});

// As they were seen in chats: the link, the place that it opens, and the address then.
const CASE = made({
  id: "case06",
  agenda: [{ id: "3", number: "三", title: "审查预算" }, { id: "3/1", number: "三之一", title: "审查调整方案" }],
  speeches: [{ id: "r", kind: "report", title: "工作报告", blocks: [{ id: "p1", kind: "paragraph", text: "第一段。" }, { id: "p2", kind: "paragraph", text: "第二段。" }] }],
});
const OVERVIEW = [CASE.title, "?s=case06"];
const ITEM = ["三 审查预算", "?s=case06&p=agenda/3"];
const PART = "三之一 审查调整方案";
const AGENDA = [t.agenda, "?s=case06&p=agenda"];
const REPORT = ["工作报告", "?s=case06&p=speeches/r&at=p2"];
const ZEROS = "0".repeat(64);
const LINKS = [
  ["?s=case06。", ...OVERVIEW],
  ["?s=case06%E3%80%82", ...OVERVIEW],
  ["?s=case06&p=agenda/3。", ...ITEM],
  ["?s=case06&p=agenda/3）", ...ITEM],
  ["?s=case06&p=agenda/3，请看", ...ITEM],
  ["?s=case06&p=agenda/3.", ...ITEM],
  ["?s=case06&p=agenda/3%2F1", PART, null],
  ["?s=case06&p=agenda/3%252F1", PART, null],
  ["?s=case06&amp;p=agenda/3", ...ITEM],
  ["?s=case06&amp;p=speeches/r&amp;at=p2", ...REPORT],
  ["?s=case06&p=speeches/r&at=p2」", ...REPORT],
  [`?s=case06&p=agenda&sha256=${ZEROS}。`, t.agenda, `?s=case06&p=agenda&sha256=${ZEROS}`, t.file_changed],
  [`?s=case06&p=agenda&sha256=${ZEROS.slice(0, 40)}。`, t.agenda, `?s=case06&p=agenda&sha256=${ZEROS.slice(0, 40)}`, t.file_digits_lost],
  ["?s=case06&p=agenda&sha256=", t.agenda, "?s=case06&p=agenda&sha256=", t.file_digits_lost],
  ["?S=case06&P=agenda", ...AGENDA],
  ["?s=case06 &p=agenda", ...AGENDA],
  ["?s=case06&p=agenda&from=singlemessage&scene=1&clicktime=1736300000", t.agenda, "?s=case06&p=agenda&from=singlemessage&scene=1&clicktime=1736300000"],
];

test("links as chat apps leave them open what was meant, and the address is mended", async ({ open, page }) => {
  await page.route("**/data/sessions/case06.json", answer(CASE));
  for (const [link, title, address, notice] of LINKS) {
    await open(link);
    await expect(heading(page), link).toHaveText(title);
    if (address) await expectQuery(page, address);
    await expect(page.locator(".hit"), link).toHaveCount(address?.includes("at=p2") || title.includes("审查") ? 1 : 0);
    await expect(page.locator("main .notice"), link).toHaveText(notice ? [notice] : []);
  }
});
