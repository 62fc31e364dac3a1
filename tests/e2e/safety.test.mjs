// Text is text, links are safe, the policy holds, and nothing is asked of another host.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assertNoTroubles, drop, eventually, goTo, settled, withSite } from "./helpers.mjs";
import { answer, fixture, hostile, made, PLACES_OF_HOSTILE, TEXTS } from "./material.mjs";

const site = withSite();

const MARKUP = `<script>globalThis.ran=1</script><img src=x onerror=globalThis.ran=1><b>粗</b></p></main>{{ran}}`;
// Bidirectional controls, zero-width characters and other format controls, between letters.
const HIDDEN = ["\u202e", "\u202a", "\u2066", "\u2069", "\u200b", "\u200d", "\u200f", "\ufeff", "\u00ad", "\u061c", "\u2060", "\u0007", "\u{e0041}"];
const DISGUISED = `周${HIDDEN.join("春")}圣`;
/** Finds hidden characters in what the page shows: its text, its attributes, its title. */
const hiddenShown = (page) => page.evaluate(() => {
  const pattern = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]|[\u{e0000}-\u{e007f}]/u;
  const found = pattern.test(document.title) ? [`title: ${JSON.stringify(document.title)}`] : [];
  for (const element of document.querySelectorAll("header, main, main *, footer, dialog, dialog *, .told")) {
    for (const node of element.childNodes) if (node.nodeType === 3 && pattern.test(node.data)) found.push(`${element.tagName}: ${JSON.stringify(node.data)}`);
    for (const { name, value } of element.attributes) if (pattern.test(value)) found.push(`${element.tagName} ${name}: ${JSON.stringify(value)}`);
  }
  return [...new Set(found)];
});

async function openMade(session, place = "") {
  const page = await site.reopen(`?s=hostile${place}`, { routes: { "**/data/sessions/hostile.json": answer(session) } });
  await settled(page);
  return page;
}

test("markup in any field is shown as text and runs nothing", async () => {
  const page = await openMade(hostile(MARKUP));
  for (const place of PLACES_OF_HOSTILE) {
    await goTo(page, `?s=hostile${place}`);
    assert.ok((await page.locator("main").textContent()).includes("<b>粗</b>"), place);
    const foreign = await page.locator("main").evaluate((main) => [...main.querySelectorAll("script, img, iframe, object, embed, b > script, style, svg, base, form")].map((element) => element.outerHTML));
    assert.deepEqual(foreign, [], place);
    const handlers = await page.evaluate(() => [...document.querySelectorAll("*")].flatMap((element) => [...element.attributes].filter(({ name }) => name.startsWith("on") || name === "style" || name === "srcdoc").map(({ name }) => `${element.tagName} ${name}`)));
    assert.deepEqual(handlers, [], place);
  }
  assert.equal(await page.evaluate(() => globalThis.ran), undefined);
  assertNoTroubles(page);
});

test("only http(s) addresses are links; they show their host and give nothing away", async () => {
  const page = await site.reopen();
  await drop(page, "scripts.json", fixture("scripts.json"));
  await goTo(page, "?s=x&p=documents");
  const outside = await page.locator("main a[href]").evaluateAll((links) => links.map((link) => link.getAttribute("href")).filter((href) => !href.startsWith("?") && href !== "./"));
  assert.deepEqual(outside, ["HTTPS://www.example.gov.cn/?a=1&b=2#c"]);
  const link = page.locator("a.outside");
  assert.deepEqual((await link.getAttribute("rel")).split(" ").filter((word) => word.startsWith("no")).sort(), ["noopener", "noreferrer"]);
  assert.equal(await link.getAttribute("target"), "_blank");
  assert.match(await page.locator("li", { has: link }).locator(".host").textContent(), /www\.example\.gov\.cn/i);
  assert.equal(await page.getByText(TEXTS.zh.not_a_link).count(), JSON.parse(fixture("scripts.json")).sources.length - 1);
  for (const place of PLACES_OF_HOSTILE) {
    await goTo(page, `?s=x${place}`);
    assert.equal(await page.locator("a[href^='javascript' i], a[href^='data' i]").count(), 0, place);
  }
  assertNoTroubles(page);
});

test("characters that disguise a name or link are nowhere in the page", async () => {
  const page = await openMade(hostile(DISGUISED));
  for (const place of PLACES_OF_HOSTILE) {
    await goTo(page, `?s=hostile${place}`);
    assert.deepEqual(await hiddenShown(page), [], place);
  }
  await drop(page, "hidden.json", fixture("hidden-characters.json"));
  await goTo(page, "?s=x&p=people");
  assert.deepEqual((await page.locator(".people h2").allTextContents()).sort(), ["周圣春", "周圣春", "周春圣"].sort());
  assertNoTroubles(page);
});

test("nor from an id that leads nowhere, an address or the name of a file", async () => {
  const id = "周\u202e春\u200b圣";
  const agenda = [{ id: "a", title: "议程", presenters: [id] }];
  const page = await openMade(made({ id: "hostile", agenda }), "&p=agenda");
  const shown = { "a dangling id": await hiddenShown(page) };
  for (const [name, place] of [["an unknown place", `?s=hostile&p=agenda/${encodeURIComponent(id)}`], ["an unknown session", `?s=${encodeURIComponent(id)}`], ["an address", `?src=${encodeURIComponent(`http://${id}`)}`]]) {
    await goTo(page, place);
    shown[name] = (await hiddenShown(page)).filter((found) => !found.includes(" href:"));
  }
  await drop(page, `${id}.json`, JSON.stringify(made()));
  await eventually(async () => assert.equal(await page.locator("main .notice").count(), 1));
  shown["the name of a file"] = await hiddenShown(page);
  assert.deepEqual(Object.entries(shown).filter(([, found]) => found.length > 0), []);
});

test("the policy refuses a script that someone puts into the page", async () => {
  const page = await site.reopen();
  const refused = await page.evaluate(async () => {
    const seen = new Promise((done) => addEventListener("securitypolicyviolation", (event) => done(event.effectiveDirective)));
    const script = document.createElement("script");
    script.textContent = "globalThis.ran = 1";
    document.body.append(script);
    return seen;
  });
  assert.equal(refused, "script-src-elem");
  await page.evaluate(() => {
    globalThis.refused = [];
    addEventListener("securitypolicyviolation", (event) => globalThis.refused.push(event.effectiveDirective));
    const host = document.createElement("div");
    host.innerHTML = "<img src=https://outside.example/x.png onerror=globalThis.ran=1><p style='color:red'>x</p><iframe src=https://outside.example/></iframe>";
    document.body.append(host);
    host.querySelector("img").dispatchEvent(new Event("error"));
    fetch("http://outside.example/x").catch(() => undefined);
  });
  const others = ["connect-src", "frame-src", "img-src", "script-src-attr", "style-src-attr"];
  await eventually(async () => assert.deepEqual([...new Set(await page.evaluate(() => globalThis.refused))].sort(), others));
  assert.equal(await page.evaluate(() => globalThis.ran), undefined);
});

test("a visit to every kind of page asks nothing of another host and stores only preferences", async () => {
  const page = await openMade(hostile("普通的文字"));
  for (const place of ["", "?place=上海市", ...PLACES_OF_HOSTILE.map((place) => `?s=hostile${place}`)]) await goTo(page, place);
  await page.waitForLoadState("networkidle");
  assertNoTroubles(page);
  assert.deepEqual(await page.context().cookies(), []);
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage).filter((key) => !key.startsWith("yishi."))), []);
});

test("a program that is not a program says so", async () => {
  const garbage = (route) => route.fulfill({ contentType: "application/wasm", body: "garbage" });
  const page = await site.reopen("", { wait: false, routes: { "**/*.wasm": garbage } });
  await page.locator("#unloaded").waitFor({ state: "visible" });
  assert.equal(await page.locator("#boot").isVisible(), false);
  assert.equal(await page.locator("#panic").isVisible(), false);
});

test("a panic shows its notice, in both languages, with a way on", async () => {
  const page = await site.reopen("?s=huacao-6-6");
  await settled(page);
  // A real panic: the program expects to be able to make elements, and nothing is known to make it panic by itself.
  await page.evaluate(() => {
    const fail = () => {
      throw new Error("no elements today");
    };
    Document.prototype.createElement = fail;
    Document.prototype.createElementNS = fail;
    Node.prototype.cloneNode = fail;
    Document.prototype.importNode = fail;
  });
  await page.evaluate(() => scrollTo(0, 600));
  await page.locator(".tabs a", { hasText: TEXTS.zh.people }).click();
  const notice = page.locator("#panic");
  await notice.waitFor({ state: "visible" });
  assert.equal(await notice.locator("[lang=en]").isVisible(), true);
  assert.equal(await notice.evaluate((element) => element.getBoundingClientRect().top < innerHeight && element.getBoundingClientRect().bottom > 0), true, "the notice is out of view");
  await notice.locator("a").first().click();
  await settled(page);
  assert.equal(await page.locator("#panic").isVisible(), false);
  assert.ok((await page.title()).includes("华漕") || (await page.title()).includes(TEXTS.zh.people));
});
