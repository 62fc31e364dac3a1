// For whoever makes the file: what is wrong with it by line, and how it is published when nothing is.

import { expect, expectAccessible, test } from "./fixtures.mjs";
import { downloaded, drop } from "./helpers.mjs";
import { fill, made, TEXTS } from "./material.mjs";

const t = TEXTS.zh;
const right = made({
  id: "clerk", title: "示例镇第一届人民代表大会第九次会议",
  agenda: [{ id: "one", title: "听取政府工作报告", presenters: ["lin"] }],
  people: [{ id: "lin", name: "林见山" }],
});
/** Somebody who is not there, and an id twice. */
const wrong = { ...right, agenda: [{ ...right.agenda[0], presenters: ["nobody"] }, { id: "one", title: "选举" }] };
const text = (session) => JSON.stringify(session, null, 2);

test("a file with two faults says so on top, each with its line; mended it says how it is published, and is saved as one file", async ({ open, page }) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await open();
  await drop(page, "clerk.json", text(wrong));
  const own = page.locator(".own-file");
  await expect(own.locator("summary")).toHaveText(fill(t.n_errors, "2") + t.see_list);
  await own.locator("summary").press("Enter");
  const lines = text(wrong).split("\n");
  const at = (words) => lines.findIndex((line) => line.includes(words)) + 1;
  const twice = lines.findLastIndex((line) => line.includes('"one"')) + 1;
  await expect(own.locator("li b")).toHaveText([new RegExp(`^第${at('"nobody"')}行`), new RegExp(`^第${twice}行`)]);
  await expectAccessible(page, { message: "the list of faults" });
  await own.getByRole("button", { name: t.copy_list }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/^第\d+行第\d+列\t.*nobody.*\n第\d+行第\d+列\t.*one/);

  await drop(page, "clerk.json", text(right));
  await expect(own.locator("summary")).toHaveText(t.how_to_publish);
  await own.locator("summary").click();
  await expect(own.locator("code")).toHaveText("yishi build data --out site --app dist");
  await page.getByRole("button", { name: t.share_title, exact: true }).first().click();
  const { name, bytes } = await downloaded(page, () => page.getByRole("button", { name: t.single_save, exact: true }).click());
  expect(name).toMatch(/\.html$/);
  expect(bytes.toString()).toContain("yishi");
});

test("who has no file yet is shown a sample, and can take its file along", async ({ open, page }) => {
  await open();
  await page.locator("header").getByRole("button", { name: t.open_file }).click();
  const { name, bytes } = await downloaded(page, () => page.getByRole("link", { name: t.save_sample }).click());
  expect(JSON.parse(bytes.toString())).toMatchObject({ is_sample: true, id: name.replace(/\.json$/, "") });
  await page.getByRole("link", { name: t.try_sample }).click();
  await expect(page.locator("dialog[open]")).toHaveCount(0);
  await expect(page).toHaveURL(/\?s=sample-/);
});
