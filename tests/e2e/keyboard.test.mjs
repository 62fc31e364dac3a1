// Without a mouse: everything is reached, seen and left again.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assertNoTroubles, eventually, focused, heading, problems, settled, tabTo, withSite } from "./helpers.mjs";
import { archived, CATALOGUE, TEXTS } from "./material.mjs";

const site = withSite();

const t = TEXTS.zh;
const huacao = archived("huacao-6-6");

async function open(place, options) {
  const page = await (options?.screen === "phone" ? site.open(place, options) : site.reopen(place));
  await settled(page);
  return page;
}

test("the first stop skips to the content", async () => {
  const page = await open("?s=huacao-6-6");
  const [skip] = await tabTo(page, (here) => here?.name === t.skip, "Tab", 1);
  assert.deepEqual(skip.problems, []);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  const next = await page.evaluate(() => document.activeElement.closest("main")?.id);
  assert.equal(next, "main");
  assert.equal(new URL(page.url()).search, "?s=huacao-6-6");
  assert.equal(await heading(page), huacao.title);
});

test("from home to a copied paragraph and back, by keyboard only", async () => {
  const page = await open("");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const passed = await tabTo(page, (here) => here?.href === "?s=huacao-6-6");
  await page.keyboard.press("Enter");
  await eventually(async () => assert.equal(await heading(page), huacao.title));
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.tagName), "H1"));
  passed.push(...await tabTo(page, (here) => here?.name.startsWith(t.speeches)));
  await page.keyboard.press("Enter");
  await eventually(async () => assert.equal(await heading(page), t.speeches));
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.tagName), "H1"));
  passed.push(...await tabTo(page, (here) => here?.href === "?s=huacao-6-6&p=speeches/closing"));
  await page.keyboard.press("Enter");
  await eventually(async () => assert.equal(await heading(page), "在闭幕式上的讲话"));
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.tagName), "H1"));
  passed.push(...await tabTo(page, (here) => here?.href?.endsWith("at=closing-p2")));
  await page.keyboard.press("Enter");
  await page.locator("#b-closing-p2.hit").waitFor();
  passed.push(...await tabTo(page, (here) => here?.name === t.copy_link, "Tab", 4));
  await page.keyboard.press("Enter");
  await eventually(async () => assert.equal(await page.locator(".told").textContent(), t.copied_link));
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), `${site.url}?s=huacao-6-6&p=speeches/closing&at=closing-p2`);
  // The browser's own key for going back is not the page's to answer, nor to be pressed from here.
  await page.goBack();
  await page.locator("#b-closing-p2.hit").waitFor({ state: "detached" });
  assert.deepEqual(problems(passed), []);
  assertNoTroubles(page);
});

for (const screen of ["desktop", "phone"]) {
  test(`every stop shows the focus and none is a trap on a ${screen}, forwards and backwards`, async () => {
    for (const [place, least] of [["", CATALOGUE.sessions.length], ["?s=huacao-6-6&p=speeches/closing", 40]]) {
      const page = await open(place, { screen });
      // Past the last stop the focus leaves the page, or starts again at the first.
      const isOut = (here) => here === null || here.name === t.skip;
      await page.keyboard.press("Tab");
      const there = await tabTo(page, isOut, "Tab", 400);
      assert.ok(there.length >= least, `${there.length} stops`);
      assert.deepEqual(problems(there), [], `${place} forwards`);
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      await page.locator("main a[href]").last().focus();
      const back = await tabTo(page, isOut, "Shift+Tab", 400);
      assert.deepEqual(problems(back), [], `${place} backwards`);
    }
  });
}

test("the dialog takes the focus, keeps it inside, and gives it back on Escape and on Close", async () => {
  const page = await open("?s=huacao-6-6");
  const focusIsInside = () => page.evaluate(() => document.activeElement.closest("dialog") !== null || document.activeElement === document.body);
  for (const close of ["Escape", "button"]) {
    await tabTo(page, (here) => here?.name === t.open_file);
    await page.keyboard.press("Enter");
    await page.locator("dialog[open]").waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.closest("dialog") !== null), true);
    const stops = [];
    for (let n = 0; n < 10; n++) {
      await page.keyboard.press("Tab");
      assert.ok(await focusIsInside());
      stops.push(await focused(page));
    }
    assert.deepEqual(problems(stops), []);
    for (const name of [t.close, t.choose_file, t.paste_label, t.paste_open, t.address_label, t.address_open]) {
      assert.ok(stops.some((stop) => stop?.name === name), `${name} of ${stops.map((stop) => stop?.name)}`);
    }
    if (close === "Escape") await page.keyboard.press("Escape");
    else {
      await tabTo(page, (here) => here?.name === t.close, "Tab", 12);
      await page.keyboard.press("Enter");
    }
    await page.locator("dialog[open]").waitFor({ state: "hidden" });
    assert.equal((await focused(page))?.name, t.open_file, close);
    await page.keyboard.press("Shift+Tab");
  }
  // A wrong address is said, the focus does not get lost, and the dialog can be left.
  await tabTo(page, (here) => here?.name === t.open_file);
  await page.keyboard.press("Enter");
  await tabTo(page, (here) => here?.name === t.address_label, "Tab", 12);
  await page.keyboard.type("nowhere");
  await page.keyboard.press("Enter");
  await page.locator("dialog .complaint").waitFor();
  assert.equal((await focused(page))?.name, t.address_label);
  assert.equal(await page.getByLabel(t.address_label).inputValue(), "nowhere");
});

test("the display menu opens and closes by keyboard and gives the focus back", async () => {
  const page = await open("");
  await tabTo(page, (here) => here?.tag === "SUMMARY", "Tab", 12);
  await page.keyboard.press("Enter");
  await page.locator(".menu-body").waitFor({ state: "visible" });
  await page.keyboard.press("Tab");
  assert.deepEqual((await focused(page)).problems, []);
  await page.keyboard.press("ArrowDown");
  assert.equal(await page.locator("html").getAttribute("data-theme"), "light");
  await page.keyboard.press("Escape");
  await page.locator(".menu-body").waitFor({ state: "hidden" });
  assert.equal((await focused(page))?.tag, "SUMMARY");
});
