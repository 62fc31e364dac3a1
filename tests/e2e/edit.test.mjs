// An article becomes a draft session, and the draft is put right beside its text, without a network.

import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { expect, expectAccessible, test } from "./fixtures.mjs";
import { DIST, downloaded, drop, heading } from "./helpers.mjs";
import { fill, made, TEXTS } from "./material.mjs";

const t = TEXTS.zh;
const APP = pathToFileURL(join(DIST, "yishi-app.html")).href;
/** An invented article. The year stands in the dateline only, and two numbers say who was there. */
const ARTICLE = `青溪镇第五届人民代表大会第二次会议召开
发布日期：2031-01-12
1月9日至10日，青溪镇第五届人民代表大会第二次会议在镇文化中心召开。大会应到代表51名，实到48名，符合法定人数。
镇人大主席林见山主持会议。镇长周远代表镇人民政府作政府工作报告。受镇人民政府委托，镇财政所所长何清作关于2030年预算执行情况和2031年预算草案的报告。
会议通过了关于政府工作报告的决议。
第二次全体会议由林见山主持，应到代表51名，实到49名。会议选举高小满为青溪镇副镇长，陆一鸣列席会议。
2030年，全镇一般公共预算收入完成3200万元，为预算的101.2%，增长4.5%。
`;
const TITLE = "青溪镇第五届人民代表大会第二次会议";

const dialog = (page) => page.locator("dialog.modal[open]");
const source = (page) => dialog(page).locator(".edit-text");
const field = (page, at) => page.locator(`[id="edit${at}"]`);
const doubts = (page) => dialog(page).locator(".edit-doubts li");
const steps = (page) => dialog(page).locator(".edit-history summary");

/** Pastes the article and makes a draft of it. */
async function drafted(page, button) {
  await page.locator("header").getByRole("button", { name: t.open_file }).click();
  await dialog(page).getByLabel(t.paste_label).fill(ARTICLE);
  await dialog(page).getByRole("button", { name: t.paste_open }).click();
  await expect(dialog(page).getByLabel(t.foreign_assembly)).toHaveValue("青溪镇人民代表大会");
  await dialog(page).getByRole("button", { name: button, exact: true }).click();
}

/** Opens the editor of the draft that is shown. */
async function check(page) {
  await page.getByRole("button", { name: t.draft_compare }).click();
  await expect(dialog(page).getByRole("heading", { name: t.edit_title })).toBeVisible();
  await expect(source(page)).toContainText("镇文化中心");
}

/** Selects words of the text with the mouse. */
async function select(page, words) {
  await source(page).getByText(words).first().scrollIntoViewIfNeeded();
  const at = await source(page).evaluate((root, words) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const start = node.data.indexOf(words);
      if (start < 0) continue;
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, start + words.length);
      const [first] = range.getClientRects();
      const last = [...range.getClientRects()].at(-1);
      return { from: [first.left + 1, first.top + first.height / 2], to: [last.right - 1, last.top + last.height / 2] };
    }
    throw new Error(`${words} is not there`);
  }, words);
  await page.mouse.move(...at.from);
  await page.mouse.down();
  await page.mouse.move(...at.to, { steps: 4 });
  await page.mouse.up();
  await expect(dialog(page).locator(".edit-take p")).toHaveText(fill(t.edit_selected, words));
}

/** The file of what is being edited. */
async function saved(page, name) {
  const { bytes } = await downloaded(page, () => dialog(page).getByRole("button", { name, exact: true }).click());
  return JSON.parse(bytes);
}

test("an article is pasted, put right by mouse and keyboard beside its text, kept, confirmed, saved and opened again, with the network cut", async ({ openNew, troubles }) => {
  test.slow();
  const page = await openNew(APP);
  await page.context().setOffline(true);
  await drafted(page, t.foreign_check);
  await expect(dialog(page).getByRole("heading", { name: t.edit_title })).toBeVisible();

  await test.step("what is doubtful stands first, and a field leads to its words", async () => {
    await expect(doubts(page)).toHaveCount(3);
    await expect(doubts(page).filter({ hasText: t.draft_no_year })).toHaveCount(2);
    await doubts(page).filter({ hasText: fill(t.draft_several, "49") }).getByRole("button").first().click();
    await expect(field(page, "/attendance/present")).toBeFocused();
    await expect(source(page).locator("mark")).toHaveText("48");
    await expectAccessible(page, { message: "a draft beside its text" });
  });

  await test.step("by mouse: words of the text into the field that has the focus, and into another", async () => {
    await select(page, "49");
    await dialog(page).getByRole("button", { name: fill(t.edit_into, "实到") }).click();
    await expect(field(page, "/attendance/present")).toHaveValue("49");
    await expect(source(page).locator("mark")).toHaveText("49");
    await expect(doubts(page)).toHaveCount(2);
    await select(page, "镇文化中心");
    await dialog(page).getByLabel(t.edit_as, { exact: true }).selectOption("/venue");
    await expect(field(page, "/venue")).toHaveValue("镇文化中心");
    await select(page, "陆一鸣");
    await dialog(page).getByLabel(t.edit_as, { exact: true }).selectOption("person");
    await expect(dialog(page).locator("summary").filter({ hasText: "陆一鸣" })).toHaveCount(1);
  });

  await test.step("by keyboard: a doubt is led to, put right and confirmed, and the next one comes", async () => {
    await doubts(page).first().getByRole("button").first().focus();
    await page.keyboard.press("Enter");
    await expect(field(page, "/dates/start")).toBeFocused();
    await expect(source(page).locator("mark")).toHaveText("1月9日至10日");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("2031-01-08");
    await page.keyboard.press("Control+Enter");
    await expect(field(page, "/dates/end")).toBeFocused();
    await page.keyboard.press("Control+Enter");
    await expect(dialog(page).getByText(t.edit_no_doubts)).toBeVisible();
    await expect(steps(page)).toHaveText(`${t.edit_history} (5)`);
  });

  await test.step("undo leads back, redo forth", async () => {
    await page.keyboard.press("Control+Z");
    await page.keyboard.press("Control+Z");
    await expect(field(page, "/dates/start")).toHaveValue("2031-01-09");
    await expect(doubts(page)).toHaveCount(2);
    await dialog(page).getByRole("button", { name: t.edit_redo }).click();
    await expect(field(page, "/dates/start")).toHaveValue("2031-01-08");
    await expect(dialog(page).getByText(t.edit_kept)).toBeVisible();
  });

  await test.step("after a reload it goes on where it was, the text beside it", async () => {
    await page.reload();
    await expect(heading(page)).toContainText(TITLE);
    await check(page);
    await expect(field(page, "/venue")).toHaveValue("镇文化中心");
    await expect(steps(page)).toHaveText(`${t.edit_history} (4)`);
    await field(page, "/venue").focus();
    await expect(source(page).locator("mark")).toHaveText("镇文化中心");
    await field(page, "/summary").fill("镇人代会开了两天。");
    await dialog(page).getByRole("button", { name: t.edit_confirm_all }).click();
    await expect(dialog(page).getByText(t.edit_draft)).toHaveCount(0);
  });

  const session = await saved(page, t.edit_save);
  expect([session.status, session.venue, session.dates.start, session.attendance.present, session.people.at(-1).name])
    .toEqual([undefined, "镇文化中心", "2031-01-08", 49, "陆一鸣"]);
  const { text, provenance } = await saved(page, t.edit_sources);
  const told = (pointer) => provenance.find((one) => one.pointer === pointer);
  expect(text).toContain("镇文化中心");
  expect([told("/venue").rule, told("/venue").quote, text.slice(told("/venue").start, told("/venue").end)]).toEqual(["person", "镇文化中心", "镇文化中心"]);
  expect([told("/dates/start").quote, told("/dates/start").edited, told("/term").edited]).toEqual(["1月9日至10日", true, undefined]);
  expect(JSON.stringify(session)).not.toContain("provenance");

  await dialog(page).getByRole("button", { name: t.edit_show }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByText(t.draft_note)).toHaveCount(0);
  await page.getByRole("button", { name: t.take, exact: true }).click();
  const workbook = await downloaded(page, () => dialog(page).getByRole("button", { name: t.foreign_workbook, exact: true }).click());
  await page.keyboard.press("Escape");
  for (const [name, bytes] of [["改好.json", JSON.stringify(session)], ["改好.xlsx", workbook.bytes]]) {
    await test.step(`${name} holds what was put right`, async () => {
      const other = await openNew(APP);
      await drop(other, name, bytes);
      await expect(heading(other)).toContainText(TITLE);
      await other.getByRole("button", { name: t.edit, exact: true }).click();
      await expect(field(other, "/venue")).toHaveValue("镇文化中心");
      await expect(field(other, "/dates/start")).toHaveValue("2031-01-08");
      await expect(field(other, "/attendance/present")).toHaveValue("49");
      await expect(source(other), "nothing stands beside a session that was no draft here").toHaveCount(0);
    });
  }
  expect(troubles.list()).toEqual([]);
});

test("a second tab hears of the first, and neither writes over the other", async ({ open, page, site, troubles }) => {
  // The archive of the site is asked first for what the address names.
  troubles.allow(/draft-[0-9a-f]+\.json/);
  await open();
  await drafted(page, t.foreign_open);
  await expect(heading(page)).toContainText(TITLE);
  await check(page);
  await field(page, "/venue").fill("镇文化中心");
  await expect(dialog(page).getByText(t.edit_kept)).toBeVisible();
  const other = await page.context().newPage();
  await troubles.watch(other, site.origin);
  await other.goto(page.url());
  await check(other);
  await expect(dialog(other).locator(".edit-shared")).toHaveText(t.edit_other);
  await expect(dialog(page).locator(".edit-shared")).toHaveText(t.edit_other);
  await expect(field(other, "/venue")).toHaveValue("镇文化中心");
  await field(other, "/venue").fill("镇大礼堂");
  await expect(dialog(page).getByText(t.edit_conflict)).toBeVisible();
  await dialog(page).getByRole("button", { name: t.edit_take_theirs }).click();
  await expect(field(page, "/venue")).toHaveValue("镇大礼堂");
});

test("of an article that was copied from a page the page is read, with its table", async ({ open, page }) => {
  await open();
  await page.locator("header").getByRole("button", { name: t.open_file }).click();
  const box = dialog(page).getByLabel(t.paste_label);
  await box.evaluate((element, article) => {
    const data = new DataTransfer();
    const table = "<table><tr><td>科目编码</td><td>科目名称</td><td>预算数</td></tr><tr><td>205</td><td>教育支出</td><td>30</td></tr></table>";
    data.setData("text/plain", article);
    data.setData("text/html", `${article.split("\n").map((line) => `<p>${line}</p>`).join("")}<p>2031年青溪镇一般公共预算支出表</p><p>单位：万元</p>${table}`);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
  }, ARTICLE);
  // What the browser does of a real press.
  await box.fill(ARTICLE);
  await dialog(page).getByRole("button", { name: t.paste_open }).click();
  await expect(dialog(page).getByLabel(t.foreign_assembly)).toHaveValue("青溪镇人民代表大会");
  await expect(dialog(page).locator(".found-tables > li > .quiet")).toHaveText(/2031.*1行/);
});

test("on a phone text and draft are two sides, and a session that was no draft has one", async ({ openNew }) => {
  const page = await openNew("", { screen: "phone", viewport: { width: 360, height: 740 } });
  await drafted(page, t.foreign_check);
  await expect(field(page, "/title")).toBeVisible();
  await expect(source(page)).toBeHidden();
  await field(page, "/attendance/present").focus();
  await dialog(page).getByRole("button", { name: t.edit_original, exact: true }).click();
  await expect(field(page, "/title")).toBeHidden();
  await expect(source(page).locator("mark")).toBeInViewport();
  await expectAccessible(page, { message: "the text on a phone" });
  await dialog(page).getByRole("button", { name: t.edit_form, exact: true }).click();
  await expect(field(page, "/title")).toBeVisible();
  await expectAccessible(page, { message: "the draft on a phone" });
  const own = await openNew("", { screen: "phone" });
  await drop(own, "own.json", JSON.stringify(made()));
  await expect(heading(own)).toBeVisible();
  await own.getByRole("button", { name: t.more_actions }).click();
  await own.getByRole("button", { name: t.edit, exact: true }).click();
  await expect(field(own, "/title")).toBeVisible();
  await expect(source(own)).toHaveCount(0);
  await expectAccessible(own, { message: "a session without a text" });
});
