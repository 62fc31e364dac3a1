// Paper: nothing that a page shows is lost on a sheet. The PDFs are of real sizes of paper, not of a window, and another program reads them.

import { sheets } from "./pdf.mjs";
import { withBudget } from "./budgets.mjs";
import { expect, test } from "./fixtures.mjs";
import { goTo, settled } from "./helpers.mjs";
import { answer, archived, fill, made, TEXTS } from "./material.mjs";

const t = TEXTS.zh;
const PAPERS = {
  A4: { format: "A4" },
  "A4 landscape": { format: "A4", landscape: true },
  A5: { format: "A5" },
  "A5 landscape": { format: "A5", landscape: true },
};
/** The margins of print.css at the sides and below, in points. */
const [MARGIN, BELOW] = [17, 20].map((mm) => mm * 72 / 25.4);
/** What leads elsewhere or is pressed: of no use on paper; and the heads of figures, which may be labels there. */
const LEFT_OUT = ".figures thead, button, .btn, nav, select, input, summary, .acts, .go, .links, .chooser, .filters, .take, .tools, .unseen, .around, .besides, .off-paper, .controls, .ask, .where, .subjects-room, .subject .others, .strip figcaption a";

/** Text without what shows where its lines end. */
const flat = (text) => text.replace(/\s+/g, "");

/** A page on paper: its sheets without their numbers, and all their text. */
async function printed(page, paper) {
  const all = await sheets(await page.pdf(PAPERS[paper]));
  for (const sheet of all) sheet.words = sheet.words.filter(({ bottom }) => bottom > BELOW - 2);
  return { all, text: flat(all.flatMap(({ words }) => words.map(({ text }) => text)).join("")) };
}

/** The texts that are shown; in the document that is printed those that print.css shows. */
const shown = (page, root = "main") => page.evaluate(({ root, LEFT_OUT }) => {
  const texts = [];
  for (const place of document.querySelectorAll(root)) {
    const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    for (let node; (node = walker.nextNode());) {
      if (node.data.trim() && !node.parentElement.closest(LEFT_OUT) && node.parentElement.checkVisibility()) texts.push(node.data);
    }
  }
  return texts;
}, { root, LEFT_OUT });

/** The texts of the cells of the tables of figures, in their order; one cell may have several, such as a figure as printed and as computed. */
const cellTexts = (page, root = "main") => page.locator(`${root} .figures tbody tr:not(.detail) > *`).evaluateAll((cells) => cells.flatMap((cell) => {
  const walker = document.createTreeWalker(cell.querySelector(".cell-name > span") ?? cell, NodeFilter.SHOW_TEXT);
  const texts = [];
  for (let node; (node = walker.nextNode());) if (node.parentElement.checkVisibility()) texts.push(node.data);
  return texts;
}));

/** What of `wanted` is not in the text as often as it is wanted. */
function missing(text, wanted) {
  const counts = new Map();
  for (const part of wanted.map(flat).filter(Boolean)) counts.set(part, (counts.get(part) ?? 0) + 1);
  return [...counts].filter(([part, count]) => text.split(part).length - 1 < count).map(([part]) => part);
}

/** The cells that do not follow one another in the text. */
function outOfOrder(text, cells) {
  let at = 0;
  return cells.filter((cell) => {
    const found = text.indexOf(cell, at);
    if (found >= 0) at = found + cell.length;
    return found < 0;
  });
}

/** The words that are cut off at the side of a sheet, or too small to be read. */
const cut = (all) => all.flatMap(({ width, words }) => words.filter(({ left, right, size }) => left < MARGIN - 1 || right > width - MARGIN + 1 || size < 5.3).map(({ text }) => `beside the sheet, or tiny: ${text}`));

/** Where a word ends: the second half of a closing sign is empty, and the next sign may stand in it (text-spacing-trim). */
const end = ({ text, right, size }) => /[）」』》〉】”’，。、；：]$/.test(text) ? right - size / 2 : right;

/** The words that are written over one another. */
const over = (all) => all.flatMap(({ words }) => {
  const sorted = words.toSorted((a, b) => a.bottom - b.bottom || a.left - b.left);
  const pairs = sorted.slice(1).map((word, at) => [sorted[at], word]);
  return pairs.filter(([a, b]) => b.bottom - a.bottom < 0.5 && b.left < end(a) - 1).map(([a, b]) => `over one another: ${a.text} ${b.text}`);
});

/** What is wrong with a page on each of these papers: nothing of what it shows may be lost. */
async function faults(page, { papers = Object.keys(PAPERS), root = "main", also = [] } = {}) {
  const wanted = await shown(page, root);
  if (wanted.length === 0) return ["nothing is shown"];
  const cells = (await cellTexts(page, root)).map(flat).filter(Boolean);
  const found = [];
  for (const paper of papers) {
    const { all, text } = await printed(page, paper);
    const wrong = [...missing(text, wanted), ...missing(text, also), ...outOfOrder(text, cells), ...cut(all), ...(cells.length > 0 ? over(all) : [])];
    found.push(...wrong.map((fault) => `${paper}: ${fault}`));
  }
  return found;
}
const expectWhole = (page, options, message) => expect.poll(() => faults(page, options), { message, timeout: 60_000 }).toEqual([]);

/** Opens a made-up session. */
async function openMade({ open, page }, session, place = "") {
  await page.route("**/data/sessions/made.json", answer(session));
  await open(`?s=made${place}`);
}

/** Lines with a figure at each of the six stages, made from `whole` and `fraction`. */
const STAGES = ["prior_final", "initial", "adjusted", "executed", "final", "next"];
function wide(whole, fraction, names) {
  const amounts = (n) => STAGES.map((stage, at) => `"${stage}":${BigInt(whole) + BigInt(n)}${fraction}${at}`).join();
  const line = (name, n) => `{"id":"e${n}","code":"20${10_000 + n}","name":"${name}","amounts":{${amounts(n)}},"printed":{"completion_percent":98.7,"yoy_percent":3.2,"yoy_kind":"change"}}`;
  const session = withBudget([{ id: "t", title: "一般公共预算支出表", direction: "expenditure", lines: ["LINES"] }], { budget: { unit: "yuan", stage: "final_accounts" }, assembly: { name: "示例镇人民代表大会", population: 12_345 } });
  // Digits beyond what a number of JavaScript holds.
  return JSON.stringify(session).replace("\"LINES\"", names.map(line).join());
}
const NAMES = ["一般公共服务支出", "人大事务", "行政运行", "一般行政管理事务", "代表工作", "城乡社区规划与管理事务中的其他城乡社区管理事务支出", "教育支出", "合计"];

test("figures in yuan at six stages are whole on every paper", async ({ open, page }) => {
  await openMade({ open, page }, wide(2_034_567_000, ".6", NAMES), "&p=budget/b");
  await expect(page.locator(".figures tbody tr")).toHaveCount(NAMES.length);
  const heads = ["上年决算", "年初预算", "调整预算", "执行", "决算", "下年预算", t.completion, t.change];
  await expectWhole(page, { also: ["2,034,567,000.65", "98.7%", "+3.2%", ...heads] });
});

test("every column that can be chosen, and figures wider than a sheet, are whole", async ({ open, page }) => {
  const long = wide("123456789012345678901", ".12", NAMES.slice(0, 3));
  await openMade({ open, page }, long, `&p=budget/b&cols=${[...STAGES, "completion", "change", "share", "per_head"].join()}`);
  await expect(page.locator(".figures thead th")).toHaveCount(11);
  await expectWhole(page, { papers: ["A4", "A5"] });
});

test("names stand on one line where there is room", async ({ open, page }) => {
  await open("?s=xiaolan-2025-half");
  const { budgets: [budget] } = archived("xiaolan-2025-half");
  await goTo(page, `?s=xiaolan-2025-half&p=budget/${budget.id}&t=${budget.tables[0].id}`);
  const names = budget.tables[0].lines.map(({ name }) => name);
  await expect(page.locator(".figures tbody tr")).toHaveCount(names.length);
  /** The names that stand on several lines. */
  const folded = async () => {
    const { all } = await printed(page, "A4");
    const words = all.flatMap(({ words }) => words);
    return names.map(flat).filter((name) => {
      const start = words.findIndex((_, at) => flat(words.slice(at, at + name.length).map(({ text }) => text).join("")).startsWith(name));
      if (start < 0) return true;
      let end = start;
      for (let text = ""; !text.startsWith(name); end += 1) text += flat(words[end].text);
      return new Set(words.slice(start, end).map(({ bottom }) => Math.round(bottom))).size > 1;
    });
  };
  await expect.poll(folded).toEqual([]);
});

test("paper says in which unit the figures are, and of which lines", async ({ open, page }) => {
  const { budgets: [budget] } = archived("huangpu-2024-half");
  await open(`?s=huangpu-2024-half&p=budget/${budget.id}&unit=yi&q=${encodeURIComponent("税")}&over=100000000`);
  const also = [fill(t.amounts_in, "亿元"), fill(t.only_lines, "税"), `${t.only_over}1亿元`];
  await expectWhole(page, { papers: ["A5"], also });
  await goTo(page, `?s=sample-1-5&p=suggestions&status=${encodeURIComponent("已办结")}`);
  await expectWhole(page, { papers: ["A5"], also: [`${t.status}已办结`] });
});

for (const picture of ["completion", "flow", "share", "change", "years"]) {
  test(`the picture ${picture} is whole`, async ({ open, page }) => {
    const line = picture === "years" ? "/g-101" : "";
    await open(`?s=sample-1-5&p=budget/budget-2024${line}&pic=${picture}`);
    await expect(page.locator("figure.picture svg").first()).toBeVisible();
    /** Drawn for paper it may have room for more of a name: what is asked for is what it says when it is printed. */
    const said = () => page.evaluate(async () => {
      dispatchEvent(new Event("beforeprint"));
      await new Promise((done) => requestAnimationFrame(done));
      const texts = [...document.querySelectorAll("figure.picture :is(text, figcaption b, figcaption span, p.quiet, .crumb b, .scroll td)")].map((text) => text.textContent);
      dispatchEvent(new Event("afterprint"));
      return texts;
    });
    const found = async () => {
      const wanted = await said();
      // The lowest sheet there is.
      const { all, text } = await printed(page, "A5 landscape");
      return wanted.length > 0 ? [...missing(text, [...new Set(wanted)]), ...cut(all)] : ["nothing is said"];
    };
    await expect.poll(found, { timeout: 60_000 }).toEqual([]);
    // On the screen it is what it was.
    await expect(page.locator("figure.picture svg")).toHaveCount(1);
  });
}

/** A place of each kind. */
const PLACES = [
  "?s=sample-1-5", "?s=sample-1-5&p=agenda", "?s=sample-1-5&p=agenda/7", "?s=sample-1-5&p=speeches", "?s=zhuanqiao-6-2&p=speeches/work-report",
  "?s=sample-1-5&p=decisions", "?s=sample-1-5&p=people", "?s=sample-1-5&p=budget", "?s=sample-1-5&p=suggestions", "?s=sample-1-5&p=projects",
  "?s=sample-1-5&p=glossary", "?s=sample-1-5&p=documents", "?s=sample-1-5&p=slides/3", "?s=sample-1-5&q=预算", "",
  `?body=${encodeURIComponent(archived("huzhou-9-5").assembly.name)}`, "?compare=huzhou-9-5,huzhou-9-6",
];
test("every kind of page is whole on the narrowest paper", async ({ open, page }) => {
  await open(PLACES[0]);
  for (const place of PLACES) {
    await goTo(page, place);
    await settled(page);
    await expectWhole(page, { papers: ["A5"] }, place);
  }
});

/** Has the chosen sections made as a document, which stays: that it was printed is not told. */
async function makeDocument(page) {
  await page.evaluate(() => {
    addEventListener("afterprint", (event) => event.stopImmediatePropagation(), true);
    globalThis.print = () => {
      globalThis.isMade = true;
    };
  });
  await page.getByRole("button", { name: t.take, exact: true }).click();
  await page.locator("dialog.modal[open] .btn.primary").click();
  await page.waitForFunction(() => globalThis.isMade);
  await page.emulateMedia({ media: "print" });
}

test("the document of all sections is whole, with every line of every budget and what the audit found", async ({ open, page }) => {
  await open("?s=damu-2021-final");
  await makeDocument(page);
  const tables = archived("damu-2021-final").budgets.flatMap(({ tables }) => tables);
  await expect(page.locator(".paper tbody [data-row]")).toHaveCount(tables.flatMap(({ lines }) => lines).length);
  await expect(page.locator(".paper .audit li").first()).toBeVisible();
  await expectWhole(page, { root: ".paper" });
});

test("the document has all suggestions and all that differs, however many", async ({ open, page }) => {
  const suggestions = Array.from({ length: 205 }, (_, n) => ({ id: `g${n}`, number: `${n + 1}`, title: `关于第${n + 1}件事的建议` }));
  const lines = Array.from({ length: 320 }, (_, n) => ({ id: `l${n}`, name: `第${n}项`, amounts: { initial: 100, executed: 50 }, printed: { completion_percent: 60 } }));
  const { budgets } = withBudget([{ id: "t", direction: "expenditure", lines }]);
  await openMade({ open, page }, made({ suggestions, budgets }));
  await makeDocument(page);
  await expect(page.locator(".paper .audit li", { hasText: t.audit_differs })).toHaveCount(lines.length);
  await expectWhole(page, { root: ".paper", papers: ["A4"], also: suggestions.map(({ title }) => title) });
});
