// Reading: language, theme, text size, terms, copying, and long texts.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assertNoTroubles, eventually, goTo, settled, withSite } from "./helpers.mjs";
import { answer, archived, long, TEXTS } from "./material.mjs";

const site = withSite();

const { zh, en } = TEXTS;
const huacao = archived("huacao-6-6");
const PLACES = [
  "", "?place=火星", "?s=huacao-6-6", "?s=huacao-6-6&p=agenda", "?s=huacao-6-6&p=agenda/a-work-report", "?s=huacao-6-6&p=speeches",
  "?s=huacao-6-6&p=speeches/closing", "?s=huacao-6-6&p=speeches/credentials-report", "?s=huacao-6-6&p=decisions", "?s=taoxi-6-7&p=votes/v-mayor",
  "?s=huacao-6-6&p=people", "?s=huacao-6-6&p=glossary", "?s=changan-18-6&p=documents", "?s=xipeng-20-11&p=decisions", "?s=huacao-6-6&p=none", "?s=none", "?src=http://x",
];
const html = (page, name) => page.locator("html").getAttribute(name);
const told = (page) => page.locator(".told").textContent();

async function open(place, options) {
  const page = await (options ? site.open(place, options) : site.reopen(place));
  await settled(page);
  return page;
}

test("the language switch changes the whole interface, keeps the focus and is remembered", async () => {
  const page = await open("?s=huacao-6-6&p=speeches/closing");
  assert.equal(await html(page, "lang"), "zh-Hans");
  const button = page.getByRole("button", { name: zh.switch_language });
  await button.focus();
  await page.keyboard.press("Enter");
  await eventually(async () => assert.equal(await html(page, "lang"), "en"));
  for (const name of [en.open_file, en.settings, en.footer, en.belongs_to, en.outline]) await page.getByText(name, { exact: true }).first().waitFor();
  await page.getByRole("button", { name: en.switch_language }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.textContent), en.other_language);
  // The content stays what it is, and says so.
  assert.equal(await page.locator("main h1").textContent(), "在闭幕式上的讲话");
  assert.equal(await page.locator(".prose").getAttribute("lang"), "zh-Hans");
  await page.reload();
  await settled(page);
  assert.equal(await html(page, "lang"), "en");
  await page.keyboard.press("Tab");
  await page.getByRole("button", { name: en.switch_language }).click();
  await eventually(async () => assert.equal(await html(page, "lang"), "zh-Hans"));
  assertNoTroubles(page);
});

test("in English every Chinese character is marked as Chinese", async () => {
  const page = await open("", { lang: "en" });
  const unmarked = {};
  for (const place of PLACES) {
    await goTo(page, place);
    const found = await page.evaluate(() => {
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found = [];
      while (texts.nextNode()) {
        const { data, parentElement } = texts.currentNode;
        const isShown = parentElement.checkVisibility() && !parentElement.closest("[aria-hidden=true], [role=status]");
        if (isShown && /\p{Script=Han}/u.test(data) && parentElement.closest("[lang]").lang === "en") found.push(`${parentElement.tagName}.${parentElement.className}: ${data.slice(0, 40)}`);
      }
      return found;
    });
    if (found.length > 0) unmarked[place] = [...new Set(found)];
  }
  assert.deepEqual(unmarked, {});
});

test("the theme follows the system until the reader chooses, and the choice is remembered", async () => {
  const page = await open("");
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await paper();
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await paper();
  assert.notEqual(dark, light);
  await page.getByText(zh.settings, { exact: true }).click();
  await page.getByLabel(zh.theme_light).check();
  assert.equal(await paper(), light);
  await page.reload();
  await settled(page);
  assert.equal(await paper(), light);
  await page.emulateMedia({ colorScheme: "light" });
  await page.getByText(zh.settings, { exact: true }).click();
  assert.equal(await page.getByLabel(zh.theme_light).isChecked(), true);
  await page.getByLabel(zh.theme_dark).check();
  assert.equal(await paper(), dark);
  await page.getByLabel(zh.theme_system).check();
  assert.equal(await paper(), light);
  assertNoTroubles(page);
});

test("the text size grows what is read, and is remembered", async () => {
  const page = await open("?s=huacao-6-6&p=speeches/closing");
  const size = () => page.locator(".para p").first().evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
  const sizes = [await size()];
  await page.getByText(zh.settings, { exact: true }).click();
  for (const label of [zh.size_large, zh.size_huge]) {
    await page.getByLabel(label, { exact: true }).check();
    sizes.push(await size());
  }
  assert.ok(sizes[0] < sizes[1] && sizes[1] < sizes[2], String(sizes));
  await page.reload();
  await settled(page);
  assert.equal(await size(), sizes[2]);
});

test("a term is explained where it stands, and closed again", async () => {
  const page = await open("?s=huacao-6-6&p=speeches/closing");
  const { term, definition } = huacao.glossary.find((entry) => entry.term.includes("5+1"));
  const button = page.locator("#b-closing-p3").getByRole("button", { name: term, exact: true });
  const explanation = page.locator("#b-closing-p3").getByText(definition);
  assert.equal(await button.getAttribute("aria-expanded"), "false");
  await button.press("Enter");
  await explanation.waitFor();
  assert.equal(await button.getAttribute("aria-expanded"), "true");
  await button.click();
  await explanation.waitFor({ state: "detached" });
});

test("a paragraph's link and quotation are copied whole, in the reader's language", async () => {
  const page = await open("?s=huacao-6-6&p=speeches/closing");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  const copy = (kind, block = "closing-p10") => page.locator(`#b-${block} button[data-copy=${kind}]`).click();
  const link = (block) => `${site.url}?s=huacao-6-6&p=speeches/closing&at=${block}`;
  const text = "民心民声要汇聚得更好。代表来自人民、扎根基层，应当发挥这一优势。";

  await copy("link");
  await eventually(async () => assert.equal(await told(page), zh.copied_link));
  assert.equal(await copied(), link("closing-p10"));
  await copy("quote");
  await eventually(async () => assert.equal(await told(page), zh.copied_quote));
  assert.equal(await copied(), `${text}\n——周胜春（镇党委书记），《在闭幕式上的讲话》，${huacao.title}，2024年7月18日（转述，非原文）\n${link("closing-p10")}`);
  await copy("quote", "closing-l1");
  await eventually(async () => assert.match(await copied(), /^他希望代表当好三种角色：\n收集声音的“连心桥”\n政策信息的“宣传员”\n地区治理的“调解员”\n——周胜春/));

  await page.getByRole("button", { name: zh.switch_language }).click();
  await page.getByRole("button", { name: en.copy_quote }).first().waitFor();
  await copy("quote");
  await eventually(async () => assert.equal(await told(page), en.copied_quote));
  assert.equal(await copied(), `${text}\n— 周胜春 (镇党委书记), “在闭幕式上的讲话”, ${huacao.title}, 18 July 2024 (Summary, not verbatim)\n${link("closing-p10")}`);
  // The copied link is the paragraph's.
  await page.goto(link("closing-p10"));
  await page.locator("#b-closing-p10.hit").waitFor();
  assertNoTroubles(page);
});

test("copying again says so again", async () => {
  const page = await open("?s=huacao-6-6&p=speeches/closing");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.locator("#b-closing-p2 button[data-copy=link]").click();
  await eventually(async () => assert.equal(await told(page), zh.copied_link));
  await page.evaluate(() => {
    globalThis.changes = 0;
    new MutationObserver(() => (globalThis.changes += 1)).observe(document.querySelector(".told"), { childList: true, characterData: true, subtree: true });
  });
  await page.locator("#b-closing-p3 button[data-copy=link]").click();
  await eventually(async () => assert.ok(await page.evaluate(() => globalThis.changes) > 0, "a screen reader is told nothing the second time"), 3000);
});

test("where copying is refused that is said, and how to do without", async () => {
  const page = await open("?s=huacao-6-6&p=speeches/closing&at=closing-p2");
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException("refused", "NotAllowedError"));
  });
  await page.locator("#b-closing-p2 button[data-copy=link]").click();
  await eventually(async () => assert.equal(await told(page), zh.copy_failed));
  assertNoTroubles(page);
});

test("all of a long text ends up in the document and can be found", async () => {
  const page = await site.reopen("?s=big&p=speeches/report", { routes: { "**/data/sessions/big.json": answer(long("big", 3000)) } });
  await page.waitForFunction(() => document.querySelectorAll(".para").length === 3000);
  assert.deepEqual(await page.locator(".para a.no").evaluateAll((links) => links.map((link, at) => link.textContent === String(at + 1)).filter((isRight) => !isRight)), []);
  assert.equal(await page.evaluate(() => getSelection().removeAllRanges() ?? window.find("编号为2995号")), true);
  assert.equal(await page.evaluate(() => getSelection().anchorNode.parentElement.closest(".para").id), "b-p2995");
  assertNoTroubles(page);
});
