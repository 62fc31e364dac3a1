// The lint itself: what looks at a page once is refused, what waits is not.

import { ESLint } from "eslint";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { ROOT } from "./helpers.mjs";

const ONCE = "yishi/single-look";
/** Bodies of tests, and the rules that refuse each; none where it is allowed. */
const BODIES = [
  ['expect(await page.locator("a").evaluateAll((all) => all.length)).toBe(3);', [ONCE]],
  ['const names = await page.locator("a").allTextContents(); expect(names).toEqual([]);', ["playwright/prefer-web-first-assertions", ONCE]],
  ['const count = await page.locator("a").count(); for (let n = 0; n < 2; n++) expect(count - n).toBeGreaterThan(0);', [ONCE]],
  ['const names = async () => page.locator("a").allTextContents(); expect([...(await names())].sort()).toEqual([]);', [ONCE]],
  ['expect(await page.evaluate(() => document.title)).toBe("");', [ONCE]],
  ["await page.waitForTimeout(100);", ["playwright/no-wait-for-timeout"]],
  ["await new Promise((done) => setTimeout(done, 100));", ["no-restricted-globals", "no-unused-vars"]],
  ['await page.waitForLoadState("networkidle");', ["playwright/no-networkidle"]],
  ['expect(page.locator("a")).toHaveCount(3);', ["@typescript-eslint/no-floating-promises", "playwright/missing-playwright-await"]],
  ['page.locator("a").click();', ["@typescript-eslint/no-floating-promises"]],
  ['const { equal } = await import("node:assert/strict"); equal(await page.title(), "");', ["no-restricted-syntax"]],
  ['await expect(page.locator("a")).toHaveText(["x"]);', []],
  ['await expect.poll(() => page.locator("a").allTextContents()).toEqual([]);', []],
  ['const before = await page.locator("h1").textContent(); await page.goBack(); await expect(page.locator("h1")).not.toHaveText(before ?? "");', []],
  ['const seen = await page.evaluate(async () => "waits by itself"); expect(seen).toBe("");', []],
];

test("a look without waiting, a sleep and a promise that nobody waits for are refused, and what waits is not", async () => {
  const lines = BODIES.map(([body]) => `test("x", async ({ page }) => { ${body} });`);
  const text = ['import { expect, test } from "./fixtures.mjs";', ...lines].join("\n");
  const [{ messages }] = await new ESLint({ cwd: ROOT }).lintText(text, { filePath: join(ROOT, "tests/e2e/lint.test.mjs") });
  const refusing = BODIES.map((_, at) => [...new Set(messages.filter(({ line }) => line === at + 2).map(({ ruleId, message }) => ruleId ?? message))].sort());
  expect(Object.fromEntries(BODIES.map(([body], at) => [body, refusing[at]]))).toEqual(Object.fromEntries(BODIES));
});
