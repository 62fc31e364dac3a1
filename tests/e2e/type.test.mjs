// What is set in type: exceptions only, no word broken, amounts as the language counts.

import { SCREENS } from "../../scripts/chromium.mjs";
import { expect, test } from "./fixtures.mjs";
import { goTo } from "./helpers.mjs";
import { answer, archived, CATALOGUE, fill, made, TEXTS } from "./material.mjs";

const t = TEXTS.zh;
const BODY = `?body=${encodeURIComponent(archived("sample-1-5").assembly.name)}`;
const COMPARE = "?compare=sample-1-4,sample-1-5";

const agenda = (page) => page.locator(".content");
const pills = (page) => agenda(page).locator(".agenda .chip");

test("an agenda marks what is out of the ordinary, and says the rest once", async ({ open, page }) => {
  await open("?s=huacao-6-6&p=agenda");
  await expect(pills(page)).toHaveText(["通过"]);
  await expect(agenda(page).getByText("已进行")).toHaveText(fill(t.rest_alike, "已进行"));
  // All alike.
  await goTo(page, "?s=wuduan-15-7&p=agenda");
  await expect(agenda(page).getByText(fill(t.all_alike, "通过"), { exact: true })).toBeVisible();
  await expect(pills(page)).toHaveCount(0);
  // What came of an item is said of it.
  const results = { adopted: "通过", rejected: "未通过", noted: "已听取", elected: "选出" };
  await goTo(page, "?s=sample-1-5&p=agenda");
  const marked = archived("sample-1-5").agenda.map(({ state, result }) => results[result] ?? { withdrawn: "已撤回" }[state]).filter(Boolean);
  await expect(pills(page)).toHaveText(marked);
  // Its own page says it in any case.
  const { agenda: items } = archived("huacao-6-6");
  await goTo(page, `?s=huacao-6-6&p=agenda/${items.find(({ result }) => !result).id}`);
  await expect(agenda(page).locator(".item-body .chip")).toHaveText("已进行");
  // In a session under way what is done is the exception; where the file is silent of one, nothing is said of all.
  const items3 = (states) => states.map((state, at) => ({ id: `a${at}`, title: `事项${at}`, ...(state && { state }) }));
  for (const [id, states, said, chips] of [
    ["under-way", ["done", "planned", "planned", "planned"], fill(t.rest_alike, "待进行"), ["已进行"]],
    ["silent", ["done", "done", undefined], null, ["已进行", "已进行"]],
  ]) {
    await page.route(`**/data/sessions/${id}.json`, answer(made({ id, agenda: items3(states) })));
    await goTo(page, `?s=${id}&p=agenda`);
    await expect(pills(page), id).toHaveText(chips);
    if (said) await expect(agenda(page).getByText(said, { exact: true })).toBeVisible();
  }
});

test("what all projects are called is said once, and no count twice", async ({ open, page }) => {
  await open("?s=huzhou-9-5&p=projects");
  await expect(agenda(page).getByText("代表测评满意率较高")).toHaveCount(1);
  await expect(agenda(page).getByText(fill(t.all_alike, ""))).toHaveText(fill(t.all_alike, "代表测评满意率较高"));
  // 已完成, 在建 and 未开工 are the same as ours.
  const projects = ["已完成", "在建", "在建", "未开工"].map((status, at) => ({ id: `p${at}`, title: `项目${at}`, status }));
  await page.route("**/data/sessions/made.json", answer(made({ projects })));
  await goTo(page, "?s=made&p=projects");
  await expect(agenda(page).locator("dl.inline")).toHaveText([`${t.finished}1${t.under_way}2${t.not_begun}1`]);
  await expect(agenda(page).locator(".rows .chip")).toHaveText(projects.map(({ status }) => status));
});

const LOOKED_AT = [
  "?s=sample-1-4&p=projects", "?s=ninghai-18-5&p=projects", "?s=zhenhai-2022-assessment&p=projects", "?s=taoxi-6-7&p=decisions", "?s=sample-1-5&p=suggestions", "?s=sample-1-5&p=decisions",
  "?s=sample-1-6&p=people", "?s=sample-1-5&p=agenda", "?s=sample-1-5&p=budget", "?s=sample-1-5&t=roads", "?s=sample-1-5", "?s=huacao-6-6", BODY, COMPARE,
];
/** What of a place comes after its heading, from other files. */
const LATE = { [BODY]: ".names li", [COMPARE]: ".versus" };

test.describe(() => {
  test.use({ ...SCREENS.phone, viewport: { width: 360, height: 740 } });

  test("on a phone no word of a table, a list or a pill stands letter under letter", async ({ open, page }) => {
    await open(LOOKED_AT[0]);
    const stacked = () => page.evaluate(() => {
      const rows = (node) => {
        const range = document.createRange();
        range.selectNodeContents(node);
        return new Set([...range.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => Math.round(top))).size;
      };
      const short = [...document.querySelectorAll("main :is(th, td, dt, dd, b, .chip)")].flatMap((element) => [...element.childNodes])
        .filter((node) => node.nodeType === Node.TEXT_NODE && /^\p{Script=Han}{2,4}$/u.test(node.data.trim()));
      // A title beside a pill keeps some room.
      const thin = [...document.querySelectorAll("main .rows > li")].filter((row) => row.firstElementChild.getBoundingClientRect().width < row.clientWidth * 0.45);
      return [...short.filter((node) => rows(node) > 1).map(({ data, parentElement }) => `${parentElement.tagName} ${data}`), ...thin.map((row) => row.textContent)];
    });
    for (const place of LOOKED_AT) {
      await goTo(page, place);
      await expect(page.locator("main").locator(LATE[place] ?? "h1").first(), place).toBeVisible();
      await expect.poll(stacked, { message: place }).toEqual([]);
    }
  });

  test("on a phone no heading breaks inside a word", async ({ open, page }) => {
    const broken = () => page.evaluate(() => {
      const words = new Intl.Segmenter("zh", { granularity: "word" });
      return [...document.querySelectorAll("main :is(h1, h2, h3, h4)")].filter((heading) => heading.checkVisibility()).flatMap((heading) => {
        const text = heading.textContent;
        const starts = new Set([...words.segment(text)].map(({ index }) => index));
        const nodes = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
        const found = [];
        let [at, before, line] = [0, null, ""];
        while (nodes.nextNode()) {
          for (const [offset, letter] of [...nodes.currentNode.data].entries()) {
            const range = document.createRange();
            range.setStart(nodes.currentNode, offset);
            range.setEnd(nodes.currentNode, offset + 1);
            const box = range.getBoundingClientRect();
            if (box.width > 0) {
              const isNew = before && box.top >= before.bottom - 2;
              if (isNew && !starts.has(at)) found.push(`${line}|${letter} in ${text}`);
              line = isNew ? letter : line + letter;
              before = box;
            }
            at += 1;
          }
        }
        return found;
      });
    });
    const titles = [...CATALOGUE.sessions].sort((a, b) => b.title.length - a.title.length).slice(0, 8).map(({ id }) => `?s=${id}`);
    const speeches = ["huacao-6-6", "sample-1-5", "gaohang-3-6"].flatMap((id) => archived(id).speeches.slice(0, 3).map((one) => `?s=${id}&p=speeches/${one.id}`));
    const budgets = CATALOGUE.sessions.filter(({ counts }) => counts?.budgets).flatMap(({ id }) => archived(id).budgets.slice(0, 1).map((one) => `?s=${id}&p=budget/${one.id}`));
    await open();
    for (const place of ["", ...titles, ...speeches, ...budgets, "?s=xipeng-20-11&p=decisions", "?s=sample-1-5&p=suggestions/sg-2023-04", "?s=sample-1-6&p=projects/pj-2024-drinking-water", "?t=roads", ...LOOKED_AT]) {
      await goTo(page, place);
      await expect(page.locator("main").locator(LATE[place] ?? "h1").first(), place).toBeVisible();
      await expect.poll(broken, { message: place }).toEqual([]);
    }
  });
});

test.describe(() => {
  test.use({ lang: "en" });

  test("in English amounts are said as English counts, and what is rounded stands in full where it is said alone", async ({ open, page }) => {
    await page.route("**/data/sessions/made.json", answer(made({ projects: [["a", 260], ["b", 12345.6]].map(([id, investment]) => ({ id, title: "道路", investment, investment_unit: "wan_yuan" })) })));
    await open("?s=sample-1-5");
    await expect(page.locator(".largest .num").first()).toHaveText(/^\d+\.\d million yuan$/);
    await expect(page.locator(".exact .num")).toHaveText("210,337,700 yuan");
    for (const [place, amount] of [
      ["?s=sample-1-5", ".largest .num"], ["?s=sample-1-5&p=budget", ".rows .say"], ["?s=sample-1-5&t=roads", ".found .v"], [BODY, "table td a"], [COMPARE, ".movers .num"],
      ["?s=made&p=projects/a", "dd"], ["?s=made&p=projects/b", "dd"],
    ]) {
      await goTo(page, place);
      await expect(page.locator("main").locator(amount).filter({ hasText: /million yuan|[\d,]+ yuan/ }).first(), place).toBeVisible();
      await expect.poll(() => page.locator("main").evaluate((main) => main.textContent.match(/.{12}\b(?:wan|yi) yuan/g)), { message: place }).toBe(null);
    }
    await expect(page.locator("dd").filter({ hasText: "yuan" })).toHaveText("123.5 million yuan (123,456,000 yuan)");
    await goTo(page, "?s=made&p=projects/a");
    await expect(page.locator("dd").filter({ hasText: "yuan" })).toHaveText("2.6 million yuan");
  });
});
