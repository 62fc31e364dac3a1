// The page starts, from a folder, under its own policy; and says so plainly when it cannot.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { assertNoTroubles, DIST, withSite } from "./helpers.mjs";

const site = withSite();

for (const screen of ["phone", "desktop"]) {
  test(`the site opens without errors on a ${screen}`, async () => {
    const page = await site.open("", { screen });
    await page.waitForLoadState("networkidle");
    assert.equal(await page.locator("#boot").count(), 0);
    assert.equal(await page.locator("#panic").isVisible(), false);
    assert.equal(await page.locator("#unloaded").isVisible(), false);
    assert.match(await page.title(), /议事|Yishi/);
    assertNoTroubles(page);
    await page.context().close();
  });
}

test("the policy is the first thing after the charset and names exactly the scripts in the page", () => {
  const html = readFileSync(join(DIST, "index.html"), "utf8");
  const head = html.slice(html.indexOf("<head"));
  const metas = [...head.matchAll(/<(meta|title|link|script|style)\b[^>]*>/g)].map(([tag]) => tag);
  assert.match(metas[0], /charset/);
  assert.match(metas[1], /http-equiv="?Content-Security-Policy/i);
  const policy = metas[1].match(/content="([^"]*)"/)[1];
  for (const part of ["default-src 'none'", "style-src 'self'", "base-uri 'none'", "form-action 'none'"]) assert.ok(policy.includes(part), part);
  assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'/);

  const inline = [...html.matchAll(/<script\b(?![^>]*\bsrc=)[^>]*>([^]*?)<\/script>/g)].map(([, text]) => text);
  const hashes = inline.map((text) => `sha256-${createHash("sha256").update(text).digest("base64")}`);
  assert.deepEqual([...policy.matchAll(/'(sha256-[^']+)'/g)].map(([, hash]) => hash).sort(), hashes.sort());
  assert.doesNotMatch(html, /\bintegrity=|\sstyle=|\son[a-z]+=/);
});

test("no address in the page starts at the root of the host", () => {
  const html = readFileSync(join(DIST, "index.html"), "utf8");
  assert.deepEqual(html.match(/\b(?:href|src)="?\/[^"\s>]*/g) ?? [], []);
});

test("what the address asks for is fetched beside the program", async () => {
  for (const [place, wanted] of [["", "data/catalogue.json"], ["?s=no-such.session", "data/sessions/no-such.session.json"]]) {
    const page = await site.open("", { wait: false });
    await page.goto(site.url + place);
    assert.equal(await page.locator("head link[rel=preload][as=fetch]").getAttribute("href"), wanted);
    await page.context().close();
  }
  for (const place of ["?src=https://example.org/x.json", "?s=../../x", "?s=a%2Fb"]) {
    const page = await site.open("", { wait: false });
    await page.route("https://example.org/**", (route) => route.abort());
    await page.goto(site.url + place);
    assert.equal(await page.locator("head link[rel=preload]").count(), 0, place);
    await page.context().close();
  }
});

test("a program that does not load says so in both languages", async () => {
  const page = await site.open("", { wait: false });
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto(site.url);
  await page.locator("#unloaded").waitFor({ state: "visible" });
  assert.equal(await page.locator("#boot").isVisible(), false);
  assert.equal(await page.locator("#panic").isVisible(), false);
  assert.equal(await page.locator("#unloaded [lang=en]").isVisible(), true);
  await page.context().close();
});

test("a program that loads only at the second try starts", async () => {
  const page = await site.open("", { wait: false });
  let tries = 0;
  await page.route("**/*.wasm", (route) => (++tries === 1 ? route.abort() : route.continue()));
  await page.goto(site.url);
  await page.locator("#boot").waitFor({ state: "detached" });
  assert.equal(tries, 2);
  await page.context().close();
});
