// Text is text, links are safe, the policy holds, and nothing is asked of another host.

import { expect, test } from "./fixtures.mjs";
import { drop, goTo, heading, settled } from "./helpers.mjs";
import { answer, fixture, hostile, made, PLACES_OF_HOSTILE, TEXTS } from "./material.mjs";

const MARKUP = `<script>globalThis.ran=1</script><img src=x onerror=globalThis.ran=1><b>粗</b></p></main>{{ran}}`;
// Bidirectional controls, zero-width characters and other format controls, between letters.
const HIDDEN = ["\u202e", "\u202a", "\u2066", "\u2069", "\u200b", "\u200d", "\u200f", "\ufeff", "\u00ad", "\u061c", "\u2060", "\u0007", "\u{e0041}"];
const DISGUISED = `周${HIDDEN.join("春")}圣`;
/** Finds hidden characters in what the page shows: its text, its attributes, its title. */
const hiddenShown = (page) => page.evaluate(() => {
  const pattern = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]|[\u{e0000}-\u{e007f}]/u;
  const found = pattern.test(document.title) ? [`title: ${JSON.stringify(document.title)}`] : [];
  for (const element of document.querySelectorAll("header, main, main *, footer, dialog, dialog *, .toast")) {
    for (const node of element.childNodes) if (node.nodeType === 3 && pattern.test(node.data)) found.push(`${element.tagName}: ${JSON.stringify(node.data)}`);
    for (const { name, value } of element.attributes) if (pattern.test(value)) found.push(`${element.tagName} ${name}: ${JSON.stringify(value)}`);
  }
  return [...new Set(found)];
});
/** Opens a session of the id `hostile`. */
async function openMade({ open, page }, session, place = "") {
  await page.route("**/data/sessions/hostile.json", answer(session));
  await open(`?s=hostile${place}`);
}

test("markup in any field is shown as text and runs nothing", async ({ open, page }) => {
  await openMade({ open, page }, hostile(MARKUP));
  for (const place of PLACES_OF_HOSTILE) {
    await goTo(page, `?s=hostile${place}`);
    await expect(page.locator("main"), place).toContainText("<b>粗</b>");
    await expect(page.locator("main").locator("script, img, iframe, object, embed, b > script, style, svg, base, form"), place).toHaveCount(0);
    const handlers = () => page.evaluate(() => [...document.querySelectorAll("*")].flatMap((element) => [...element.attributes].filter(({ name }) => name.startsWith("on") || name === "style" || name === "srcdoc").map(({ name }) => `${element.tagName} ${name}`)));
    await expect.poll(handlers, { message: place }).toEqual([]);
  }
  await expect.poll(() => page.evaluate(() => globalThis.ran)).toBeUndefined();
});

test("only http(s) addresses are links; they show their host and give nothing away", async ({ open, page }) => {
  await open();
  await drop(page, "scripts.json", fixture("scripts.json"));
  await expect(page).toHaveURL(/\?s=x/);
  await goTo(page, "?s=x&p=documents");
  const outside = () => page.locator("main a[href]").evaluateAll((links) => links.map((link) => link.getAttribute("href")).filter((href) => !href.startsWith("?") && href !== "./"));
  await expect.poll(outside).toEqual(["HTTPS://www.example.gov.cn/?a=1&b=2#c"]);
  const link = page.locator("a.outside");
  await expect(link).toHaveAttribute("rel", /^(?=.*\bnoopener\b)(?=.*\bnoreferrer\b)/);
  await expect(link).toHaveAttribute("target", "_blank");
  await expect(page.locator("li", { has: link }).locator(".host")).toContainText(/www\.example\.gov\.cn/i);
  await expect(page.getByText(TEXTS.zh.not_a_link)).toHaveCount(JSON.parse(fixture("scripts.json")).sources.length - 1);
  for (const place of PLACES_OF_HOSTILE) {
    await goTo(page, `?s=x${place}`);
    await expect(page.locator("a[href^='javascript' i], a[href^='data' i]"), place).toHaveCount(0);
  }
});

test("characters that disguise a name or link are nowhere in the page", async ({ open, page }) => {
  await openMade({ open, page }, hostile(DISGUISED));
  for (const place of PLACES_OF_HOSTILE) {
    await goTo(page, `?s=hostile${place}`);
    await expect.poll(() => hiddenShown(page), { message: place }).toEqual([]);
  }
  await drop(page, "hidden.json", fixture("hidden-characters.json"));
  await expect(page).toHaveURL(/\?s=x/);
  await goTo(page, "?s=x&p=people");
  await expect.poll(() => page.locator(".people h2").allTextContents().then((names) => names.sort())).toEqual(["周圣春", "周圣春", "周春圣"].sort());
});

test("nor from an id that leads nowhere, an address or the name of a file", async ({ open, page, troubles }) => {
  troubles.allow(/404/);
  const id = "周\u202e春\u200b圣";
  const agenda = [{ id: "a", title: "议程", presenters: [id] }];
  await openMade({ open, page }, made({ id: "hostile", agenda }), "&p=agenda");
  await expect.poll(() => hiddenShown(page), { message: "a dangling id" }).toEqual([]);
  for (const [name, place] of [["an unknown place", `?s=hostile&p=agenda/${encodeURIComponent(id)}`], ["an unknown session", `?s=${encodeURIComponent(id)}`], ["an address", `?src=${encodeURIComponent(`http://${id}`)}`]]) {
    await goTo(page, place);
    // The link to where one is has the id as it is.
    await expect.poll(async () => (await hiddenShown(page)).filter((found) => !found.includes(" href:")), { message: name }).toEqual([]);
  }
  await drop(page, `${id}.json`, JSON.stringify(made()));
  await expect(page.locator("main .notice")).toHaveCount(1);
  await expect.poll(() => hiddenShown(page), { message: "the name of a file" }).toEqual([]);
});

test("the policy refuses a script that someone puts into the page", async ({ open, page, troubles }) => {
  troubles.allow(/policy|Policy|outside\.example/);
  await open();
  await page.evaluate(() => {
    globalThis.refused = [];
    addEventListener("securitypolicyviolation", (event) => globalThis.refused.push(event.effectiveDirective));
    const script = document.createElement("script");
    script.textContent = "globalThis.ran = 1";
    const host = document.createElement("div");
    host.innerHTML = "<img src=https://outside.example/x.png onerror=globalThis.ran=1><p style='color:red'>x</p><iframe src=https://outside.example/></iframe>";
    document.body.append(script, host);
    host.querySelector("img").dispatchEvent(new Event("error"));
    fetch("http://outside.example/x").catch(() => undefined);
  });
  const refused = () => page.evaluate(() => [...new Set(globalThis.refused)].sort());
  await expect.poll(refused).toEqual(["connect-src", "frame-src", "img-src", "script-src-attr", "script-src-elem", "style-src-attr"]);
  await expect.poll(() => page.evaluate(() => globalThis.ran)).toBeUndefined();
});

test("a visit to every kind of page asks nothing of another host and stores only preferences", async ({ open, page }) => {
  await openMade({ open, page }, hostile("普通的文字"));
  for (const place of ["", "?place=上海市", ...PLACES_OF_HOSTILE.map((place) => `?s=hostile${place}`)]) await goTo(page, place);
  await expect.poll(() => page.context().cookies()).toEqual([]);
  await expect.poll(() => page.evaluate(() => Object.keys(localStorage).filter((key) => !key.startsWith("yishi.")))).toEqual([]);
});

test("a program that is not a program says so", async ({ open, page, troubles }) => {
  troubles.allow(/exception|console/);
  await page.route("**/*.wasm", (route) => route.fulfill({ contentType: "application/wasm", body: "garbage" }));
  await open("", { wait: false });
  await expect(page.locator("#unloaded")).toBeVisible();
  await expect(page.locator("#boot")).toBeHidden();
  await expect(page.locator("#panic")).toBeHidden();
});

test("a panic shows its notice, in both languages, with a way on", async ({ open, page, troubles }) => {
  troubles.allow(/exception|console/);
  await open("?s=huacao-6-6");
  // A real panic: the program expects to be able to make elements, and nothing is known to make it panic by itself.
  await page.evaluate(() => {
    const fail = () => {
      throw new Error("no elements today");
    };
    Document.prototype.createElement = fail;
    Document.prototype.createElementNS = fail;
    Node.prototype.cloneNode = fail;
    Document.prototype.importNode = fail;
    scrollTo(0, 600);
  });
  await page.locator(".tabs a", { hasText: TEXTS.zh.people }).click();
  const notice = page.locator("#panic");
  await expect(notice).toBeVisible();
  await expect(notice.locator("[lang=en]")).toBeVisible();
  await expect(notice).toBeInViewport();
  await notice.locator("a").first().click();
  await settled(page);
  await expect(page.locator("#panic")).toBeHidden();
  await expect(heading(page)).toHaveText(TEXTS.zh.people);
});

test("what stops the program without a panic shows the same notice", async ({ open, page, troubles }) => {
  troubles.allow(/exception|console/);
  await open("?s=huacao-6-6");
  await expect(page.locator("#panic")).toBeHidden();
  // A module whose function cannot be gone through, as where a call leads into nothing.
  await page.evaluate(() => {
    const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11];
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes)));
    queueMicrotask(exports.f);
  });
  await expect(page.locator("#panic")).toBeVisible();
});
