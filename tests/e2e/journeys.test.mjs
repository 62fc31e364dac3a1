// What people come for, from the first tap to the answer, by what they see: names of links, buttons and headings.

import { SCREENS } from "../../scripts/chromium.mjs";
import { expect, expectAccessible, test } from "./fixtures.mjs";
import { downloaded, heading } from "./helpers.mjs";
import { archived, fill, made, TEXTS } from "./material.mjs";

const t = TEXTS.zh;
const sample = archived("sample-1-5");
const PHONE = { ...SCREENS.phone, viewport: { width: 360, height: 740 } };
const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());
const link = (page, name) => page.getByRole("main").getByRole("link", { name, exact: true });

test.describe("a resident, with a link from a chat", () => {
  test.use(PHONE);
  test("reads what was said and by whom, and finds out what the town spends on roads", async ({ open, page }) => {
    const speech = sample.speeches.find(({ id }) => id === "budget-report");
    await open("?s=sample-1-5&p=speeches/budget-report&at=budget-report-p1");
    const marked = page.locator(".hit");
    await expect(marked).toContainText(speech.blocks.find(({ id }) => id === "budget-report-p1").text.slice(0, 20));
    await expect(marked).toBeInViewport();
    const card = page.locator(".where");
    for (const words of [sample.people.find(({ id }) => id === speech.speaker).name, speech.post, "示例镇", "转述，非原文"]) await expect(card).toContainText(words);
    await expect(card).toBeInViewport();
    // Two taps to the roads: the session's overview, and the subject.
    await page.getByRole("link", { name: t.overview, exact: true }).click();
    await page.getByRole("main").getByRole("link", { name: /^道路交通/ }).click();
    await expect(heading(page)).toHaveText("道路交通");
    await expect(page.getByRole("main")).toContainText(/找到\d+项：预算 \d+/);
    const money = page.locator(".by-kind", { has: page.getByRole("heading", { name: new RegExp(`^${t.subject_money}`) }) });
    await expect(money.locator("li").first().locator(".v").first()).toHaveText(/\d/);
    await expect(money.locator("li").first()).toBeInViewport();
  });
});

test.describe("a deputy, on a phone", () => {
  test.use(PHONE);
  test("sees what became of a suggestion in four taps from the first page", async ({ open, page }) => {
    const asked = sample.suggestions.find(({ id }) => id === "sg-2024-06");
    await open();
    await link(page, t.try_suggestions).click();
    // A list of suggestions, with how they stand in sight.
    await expect(heading(page)).toHaveText(t.suggestions);
    await page.getByLabel(t.find_suggestion, { exact: true }).fill("示例路西段");
    await link(page, asked.title).first().click();
    await expect(heading(page)).toHaveText(asked.title);
    // What it is, who has to answer, and how it ended: of whichever session the front page leads to.
    await expect(page.getByRole("main")).toContainText(asked.unit);
    await expect(page.getByRole("main")).toContainText(/逾期未复|D 暂不能解决/);
    await expect(page.getByRole("heading", { name: t.over_sessions })).toBeVisible();
  });
});

test("a clerk with two faults in a file mends them by the list, and saves the session as one file", async ({ open, page }) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const right = made({
    id: "clerk", title: "示例镇第一届人民代表大会第九次会议",
    agenda: [{ id: "one", title: "听取政府工作报告", result: "adopted" }],
    projects: [{ id: "road", title: "修路", investment: 120 }],
  });
  const wrong = { ...right, agenda: [{ ...right.agenda[0], result: "pasd" }], projects: [{ ...right.projects[0], investment: "120万" }] };
  const text = (session) => JSON.stringify(session, null, 2);
  const file = (session) => ({ name: "clerk.json", mimeType: "application/json", buffer: Buffer.from(text(session)) });
  const lineOf = (words) => text(wrong).split("\n").findIndex((line) => line.includes(words)) + 1;
  await open();
  await page.getByRole("banner").getByRole("button", { name: t.open_file }).click();
  const dialog = page.getByRole("dialog", { name: t.open_title });
  await dialog.getByLabel(t.choose_file).setInputFiles(file(wrong));
  await expect(dialog.getByRole("alert")).toContainText(fill(t.all_errors, "2"));
  const faults = dialog.getByRole("listitem");
  await expect(faults).toHaveText([
    new RegExp(`第${lineOf("pasd")}行第\\d+列 .*“pasd”.*adopted（通过）、rejected（未通过）`),
    new RegExp(`第${lineOf("120万")}行第\\d+列 .*\\$\\.projects\\[0\\]\\.investment`),
  ]);
  await expectAccessible(page, { message: "the list of faults" });
  await dialog.getByRole("button", { name: t.copy_list }).click();
  await expect.poll(() => clipboard(page)).toMatch(/^第\d+行第\d+列\t.*pasd.*\t\$\.agenda\[0\]\.result\n第\d+行第\d+列\t/);
  // Mended, the same field opens it.
  await dialog.getByLabel(t.choose_file).setInputFiles(file(right));
  await expect(heading(page)).toContainText(right.title);
  await expect(page.getByText(t.how_to_publish)).toBeVisible();
  await page.getByRole("button", { name: t.share_title, exact: true }).first().click();
  const { name, bytes } = await downloaded(page, () => page.getByRole("button", { name: t.single_save, exact: true }).click());
  expect(name).toMatch(/\.html$/);
  expect(bytes.toString()).toContain("yishi");
});

test("a journalist follows a suspicious line: compares it, cites it, and takes the figures along with what does not fit", async ({ open, page }) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await open("?s=sample-1-5&p=budget/budget-2024");
  // The audit is in sight, and leads to the line.
  await page.getByRole("button", { name: fill(t.badge_bad, "3") }).click();
  const line = page.locator("#audit").getByRole("link", { name: "城乡社区公共设施" }).first();
  await expect(line).toBeInViewport();
  await line.click();
  const card = page.locator(".line-card");
  await expect(card).toContainText("480.53 + 157.94 = 638.47万元");
  await card.getByRole("button", { name: t.copy_line, exact: true }).click();
  await expect.poll(() => clipboard(page)).toContain("核对：各项之和638.47，差3.60");
  await card.getByRole("link", { name: t.to_years }).click();
  await expect(page.locator("figure.picture figcaption .name")).toHaveText(t.picture_years);
  await expect(page.locator("figure.picture")).toContainText("城乡社区公共设施");
  // Against the session before, and back to the line.
  await page.getByRole("link", { name: t.overview, exact: true }).click();
  await page.getByRole("link", { name: t.compare_previous }).first().click();
  await expect(heading(page)).toHaveText(t.compare_title);
  await expect(page.getByRole("heading", { name: t.movers })).toBeVisible();
  await page.goBack();
  await expect(heading(page)).toHaveText(sample.title);
  await page.goBack();
  await expect(card).toContainText("638.47万元");
  // Cited with the place that is shown.
  await page.getByRole("button", { name: t.share_title, exact: true }).first().click();
  const dialog = page.getByRole("dialog", { name: t.share_title });
  await dialog.getByRole("button", { name: t.copy_citation }).click();
  await expect.poll(() => clipboard(page)).toMatch(/\[EB\/OL\].*p=budget\/budget-2024\/g-21203/);
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  const { name, bytes } = await downloaded(page, () => page.getByRole("button", { name: t.save_csv, exact: true }).click());
  expect(name).toMatch(/\.csv$/);
  const rows = bytes.toString("utf8").split("\r\n");
  expect(rows.find((row) => row.includes("g-21203,"))).toContain("核对：各项之和638.47，差3.60（执行）");
});

test("a first visit on a desktop comes to a session with reports in one click", async ({ openNew }) => {
  const page = await openNew("", { screen: "desktop" });
  const first = page.locator(".told").getByRole("link").first();
  await expect(first).toBeInViewport({ ratio: 1 });
  await first.click();
  await expect(page.getByRole("heading", { level: 2, name: t.q_texts })).toBeVisible();
  const texts = page.locator(".answer", { has: page.getByRole("heading", { name: t.q_texts }) }).getByRole("link");
  await expect(texts.first()).toBeVisible();
});
