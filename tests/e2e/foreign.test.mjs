// Files that offices have: what is found in them is shown, put right and goes on as a session, without a network.

import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { expect, expectAccessible, test as base } from "./fixtures.mjs";
import { NAMES, withEngines } from "./engines.mjs";
import { DIST, downloaded, drop, heading } from "./helpers.mjs";
import { fill, TEXTS } from "./material.mjs";
import { csv, TABLE, webPage, word, workbook } from "./offices.mjs";

const t = TEXTS.zh;
const APP = pathToFileURL(join(DIST, "yishi-app.html")).href;
const test = base.extend({
  start: ({}, use, testInfo) => withEngines(use, testInfo),
});
const dialog = (page) => page.locator("dialog.modal.wide");
const said = (page) => dialog(page).locator(".found-tables > li > .quiet");

/** Opens a file and waits for what was found in it. */
async function found(page, name, bytes) {
  await drop(page, name, bytes);
  await expect(dialog(page).getByRole("heading", { name: t.foreign_title })).toBeVisible();
  await expect(said(page)).toHaveText(/2031.*一般公共预算.*支出.*万元.*3行/);
}

/** Makes a session of what was found. */
async function opened(page) {
  await dialog(page).getByLabel(t.foreign_assembly).fill("青溪县人民代表大会");
  await dialog(page).getByLabel(t.foreign_session).fill("青溪县第三届人民代表大会第二次会议");
  await dialog(page).getByLabel(t.foreign_date).fill("2031-01-09");
  await dialog(page).getByRole("button", { name: t.foreign_open }).click();
  await expect(heading(page)).toContainText("青溪县第三届人民代表大会第二次会议");
}

test("a workbook, a document, a page and a text are each read, adjusted, opened, and saved as one file, with the network cut", async ({ openNew, troubles }) => {
  const page = await openNew(APP);
  await page.context().setOffline(true);
  const pdf = await (async () => {
    const sheet = await page.context().newPage();
    await sheet.setContent(webPage());
    const bytes = await sheet.pdf();
    await sheet.close();
    return bytes;
  })();
  for (const [name, bytes] of [["预算.xlsx", workbook()], ["预算.docx", word()], ["预算.html", webPage()], ["预算.csv", csv()], ["预算.pdf", pdf]]) {
    await test.step(name, async () => {
      await found(page, name, bytes);
      // The amounts are taken from the last column instead.
      await dialog(page).getByRole("button", { name: t.foreign_adjust }).click();
      await expect(dialog(page).locator("tbody tr").first()).toContainText("教育支出");
      await dialog(page).getByLabel(fill(t.foreign_column, "预算数"), { exact: true }).selectOption({ label: t.meaning_nothing });
      await dialog(page).getByLabel(fill(t.foreign_column, "某数"), { exact: true }).selectOption({ label: t.meaning_initial });
      await expect(dialog(page).locator("details.asked"), "nothing is asked any more of a column").not.toContainText("某数");
      await opened(page);
    });
  }
  await page.getByRole("link", { name: /预算/ }).first().click();
  await expect(page.locator("main")).toContainText("教育支出");
  await expect(page.locator("main")).toContainText("31");
  await page.getByRole("button", { name: t.share_title, exact: true }).first().click();
  const { bytes } = await downloaded(page, () => page.getByRole("button", { name: t.single_save, exact: true }).click());
  expect(bytes.toString().includes('data-file="reader.wasm"'), "a file of sessions does not carry the program that reads others").toBe(false);
  expect(bytes.length).toBeGreaterThan(100_000);
  expect(troubles.list()).toEqual([]);
});

test("the budgets of a file are added to the session that is open; what is on the page stays until then", async ({ open, page }) => {
  await open("?s=huacao-6-6");
  const title = await heading(page).textContent();
  await found(page, "预算.xlsx", workbook());
  await expectAccessible(page, { message: "what was found" });
  await dialog(page).getByRole("button", { name: t.foreign_adjust }).press("Enter");
  await expect(dialog(page).locator("tbody tr")).toHaveCount(TABLE.rows.length);
  // A field that the edge of the dialog cuts is no small target: it scrolls.
  await expectAccessible(page, { message: "the cells of a table", disable: ["target-size"] });
  await dialog(page).getByRole("button", { name: /^把预算并入/ }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(heading(page)).toHaveText(title);
  await expect(page.locator("main")).toContainText("2031");
});

test("a table that is left out makes no budget, and the date is asked for", async ({ open, page }) => {
  await open();
  await found(page, "预算.csv", csv());
  await dialog(page).getByRole("button", { name: t.foreign_open }).click();
  await expect(dialog(page).locator(".wrong")).toHaveText(t.foreign_needs_assembly);
  await dialog(page).getByLabel(t.foreign_assembly).fill("青溪县人民代表大会");
  await dialog(page).getByLabel(t.foreign_date).fill("一月");
  await dialog(page).getByRole("button", { name: t.foreign_open }).click();
  await expect(dialog(page).locator(".wrong")).toHaveText(t.foreign_needs_date);
  await dialog(page).getByRole("checkbox", { name: TABLE.caption }).uncheck();
  await expect(said(page)).toContainText(fill(t.foreign_lines, "0"));
  await dialog(page).getByRole("checkbox", { name: TABLE.caption }).check();
  await expect(said(page)).toContainText(fill(t.foreign_lines, "3"));
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toHaveCount(0);
});

test("what is no file to read is said as what it is, and nothing that is open is lost", async ({ open, page }) => {
  await open("?s=huacao-6-6");
  const title = await heading(page).textContent();
  const picture = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
  await drop(page, "照片.png", picture);
  await expect(dialog(page).getByRole("alert")).toContainText(t.import_picture);
  await page.keyboard.press("Escape");
  await expect(heading(page)).toHaveText(title);
  // What a fault of the program does to the page: nothing; the next file starts another.
  await drop(page, "坏.pdf", Buffer.from("%PDF-1.7\n1 0 obj\n"));
  await expect(dialog(page).getByRole("alert")).toBeVisible();
  await page.keyboard.press("Escape");
  await found(page, "预算.xlsx", workbook());
});

for (const name of NAMES) {
  test(`${name}: a workbook is read from yishi-app.html over file://, and nothing is requested`, async ({ start }) => {
    const engine = await start(name);
    const tab = await engine.open(APP);
    const bytes = Buffer.from(workbook()).toString("base64");
    await expect.poll(() => tab.run("() => Boolean(document.querySelector('main h1'))")).toBe(true);
    await expect(tab.run(`(base64) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], "预算.xlsx"));
      document.body.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: data }));
      return true;
    }`, bytes)).resolves.toBe(true);
    await expect.poll(() => tab.run("() => document.querySelector('.found-tables > li > .quiet')?.textContent ?? ''"), { timeout: 60_000 }).toMatch(/2031.*3行/);
    expect(tab.requests()).toEqual([]);
  });
}
