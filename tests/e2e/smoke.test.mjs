// The page starts, from a folder, under its own policy; and says so plainly when it cannot.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SCREENS } from "../../scripts/chromium.mjs";
import { expect, test } from "./fixtures.mjs";
import { DIST } from "./helpers.mjs";

for (const [name, screen] of Object.entries(SCREENS)) {
  test.describe(() => {
    test.use(screen);
    test(`the site opens without errors on a ${name}`, async ({ open, page }) => {
      await open();
      await expect(page.locator("#boot")).toHaveCount(0);
      await expect(page.locator("#panic")).toBeHidden();
      await expect(page.locator("#unloaded")).toBeHidden();
      await expect(page).toHaveTitle(/议事|Yishi/);
    });
  });
}

test("the policy is the first thing after the charset and names exactly the scripts in the page", () => {
  const html = readFileSync(join(DIST, "index.html"), "utf8");
  const head = html.slice(html.indexOf("<head"));
  const metas = [...head.matchAll(/<(meta|title|link|script|style)\b[^>]*>/g)].map(([tag]) => tag);
  expect(metas[0]).toMatch(/charset/);
  expect(metas[1]).toMatch(/http-equiv="?Content-Security-Policy/i);
  const policy = metas[1].match(/content="([^"]*)"/)[1];
  for (const part of ["default-src 'none'", "style-src 'self'", "base-uri 'none'", "form-action 'none'"]) expect(policy).toContain(part);
  expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'/);

  const inline = [...html.matchAll(/<script\b(?![^>]*\bsrc=)[^>]*>([^]*?)<\/script>/g)].map(([, text]) => text);
  const hashes = inline.map((text) => `sha256-${createHash("sha256").update(text).digest("base64")}`);
  expect([...policy.matchAll(/'(sha256-[^']+)'/g)].map(([, hash]) => hash).sort()).toEqual(hashes.sort());
  expect(html).not.toMatch(/\bintegrity=|\sstyle=|\son[a-z]+=/);
});

test("no address in the page starts at the root of the host", () => {
  const html = readFileSync(join(DIST, "index.html"), "utf8");
  expect(html.match(/\b(?:href|src)="?\/[^"\s>]*/g) ?? []).toEqual([]);
});

test("what the address asks for is fetched beside the program", async ({ open, page, troubles }) => {
  troubles.allow(/no-such\.session|404/);
  const preload = page.locator("head link[rel=preload]");
  for (const [place, wanted] of [["", "data/catalogue.json"], ["?s=no-such.session", "data/sessions/no-such.session.json"]]) {
    await open(place, { wait: false });
    await expect(preload).toHaveAttribute("as", "fetch");
    await expect(preload).toHaveAttribute("href", wanted);
  }
});

test("what the address asks for of another host or folder is not fetched before the program looks at it", async ({ open, page, troubles }) => {
  troubles.allow(/example\.org|ERR_FAILED|404/);
  await page.route("https://example.org/**", (route) => route.abort());
  for (const place of ["?src=https://example.org/x.json", "?s=../../x", "?s=a%2Fb"]) {
    await open(place);
    await expect(page.locator("head link[rel=preload]"), place).toHaveCount(0);
  }
});

test("a program that does not load says so in both languages", async ({ open, page, troubles }) => {
  // The loader says what it knows, more than once.
  troubles.allow(/ERR_FAILED|exception|console/);
  await page.route("**/*.wasm", (route) => route.abort());
  await open("", { wait: false });
  await expect(page.locator("#unloaded")).toBeVisible();
  await expect(page.locator("#boot")).toBeHidden();
  await expect(page.locator("#panic")).toBeHidden();
  await expect(page.locator("#unloaded [lang=en]")).toBeVisible();
});

test("a program that loads only at the second try starts", async ({ open, page, troubles }) => {
  troubles.allow(/ERR_FAILED/);
  let tries = 0;
  await page.route("**/*_bg.wasm", (route) => (++tries === 1 ? route.abort() : route.continue()));
  await open();
  expect(tries).toBe(2);
});
