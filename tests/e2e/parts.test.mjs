// The program in parts: what a first visit asks for, what comes when it is wanted, and what is said when it does not come.

import { expect, test } from "./fixtures.mjs";
import { heading } from "./helpers.mjs";
import { TEXTS } from "./material.mjs";

const t = TEXTS.zh;
const SESSION = "?s=daxing-19-10";
const part = (name) => new RegExp(`/yishi-${name}-[0-9a-f]+\\.wasm$`);
/** Lines of a budget: what its part makes. */
const lines = (page) => page.locator("main [data-row]");
const tab = (page, name) => page.locator(".tabs").getByRole("link", { name });

/** What a page asks for, by name: parts of the program. */
function asked(page) {
  const names = [];
  page.on("request", (request) => {
    const name = request.url().match(/\/yishi-([a-z]+)-[0-9a-f]+\.wasm$/)?.[1];
    if (name) names.push(name);
  });
  return names;
}

/** From now on a part does not come, until the function that is returned is called. */
async function withoutPart(page, troubles, name) {
  troubles.allow(/ERR_FAILED/, /Failed to fetch/);
  await page.route(part(name), (route) => route.abort());
  return () => page.unroute(part(name));
}

test("a session opens with the main program and its answers; the other pages are fetched once it is shown, nothing else", async ({ open, page }) => {
  const names = asked(page);
  await open(SESSION);
  await expect.poll(() => names.includes("pages")).toBe(true);
  expect(names.filter((name) => !["answers", "pages", "shared", "subjects"].includes(name))).toEqual([]);
});

test("a part is on its way as soon as the reader presses what leads to it, and is fetched once", async ({ open, page }) => {
  const names = asked(page);
  await open(SESSION);
  const budgets = tab(page, t.budgets);
  await budgets.hover();
  await page.mouse.down();
  await expect.poll(() => names.filter((name) => name === "budget")).toHaveLength(1);
  await page.mouse.up();
  await expect(lines(page).first()).toBeVisible();
  await page.goBack();
  await expect(lines(page)).toHaveCount(0);
  await budgets.click();
  await expect(lines(page).first()).toBeVisible();
  expect(names.filter((name) => name === "budget")).toHaveLength(1);
});

test("the focus is enough, for those who use the keyboard", async ({ open, page }) => {
  const names = asked(page);
  await open(SESSION);
  await page.getByRole("button", { name: t.share_title }).focus();
  await expect.poll(() => names.includes("tools")).toBe(true);
});

test("a page whose part does not come says so in its place, and comes when it is tried again", async ({ open, page, troubles }) => {
  const restore = await withoutPart(page, troubles, "budget");
  await open(SESSION);
  await tab(page, t.budgets).click();
  await expect(page.getByRole("alert")).toContainText(t.part_missing);
  await expect(page).toHaveURL(/p=budget/);
  // What is in the main program goes on.
  await tab(page, t.agenda).click();
  await expect(heading(page)).toHaveText(t.agenda);
  await tab(page, t.budgets).click();
  await expect(page.getByRole("alert")).toContainText(t.part_missing);
  await restore();
  await page.getByRole("button", { name: t.retry }).click();
  await expect(lines(page).first()).toBeVisible();
  await expect(heading(page)).toBeFocused();
});

test("a dialog whose part does not come is said in a toast, and opens when it is asked for again", async ({ open, page, troubles }) => {
  const restore = await withoutPart(page, troubles, "tools");
  await open(SESSION);
  const share = page.getByRole("button", { name: t.share_title });
  await share.click();
  await expect(page.locator(".toast")).toHaveText(t.part_missing);
  await expect(page.locator("dialog")).toHaveCount(0);
  await restore();
  await share.click();
  await expect(page.getByRole("dialog", { name: t.share_title })).toBeVisible();
});

test("English that does not come leaves the page in Chinese, with a word about it", async ({ open, page, troubles }) => {
  const restore = await withoutPart(page, troubles, "english");
  await open(SESSION);
  const english = page.getByRole("button", { name: t.switch_language });
  await english.click();
  await expect(page.locator(".toast")).toHaveText(t.part_missing);
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-Hans");
  await restore();
  await english.click();
  await expect(tab(page, TEXTS.en.agenda)).toBeVisible();
});

test("a reader who chose English before gets the page all the same when English does not come", async ({ openNew, troubles }) => {
  troubles.allow(/ERR_FAILED/, /Failed to fetch/, /status 503/, /503/);
  const page = await openNew("", { lang: "en" });
  await page.context().route(part("english"), (route) => route.fulfill({ status: 503 }));
  await page.goto(page.url() + SESSION);
  await expect(tab(page, t.agenda)).toBeVisible();
});
