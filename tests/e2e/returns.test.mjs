// Back and forward: the reader stands again where they were, with the focus, in every engine, on a slow machine, and after the inner page was loaded anew.

import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "../../scripts/serve.mjs";
import { NAMES, withEngines } from "./engines.mjs";
import { expect, test as base } from "./fixtures.mjs";
import { DIST, heading, painted } from "./helpers.mjs";
import { answer, CATALOGUE, long, TEXTS } from "./material.mjs";
import { inPage } from "./walk.mjs";

/** Within a line of the text. */
const LINE = 30;
const SESSIONS = 100;
const SUGGESTIONS = 300;

/** `archive`: the address of the built site with a hundred sessions and a long one; `start(name, options)`: an engine. */
const test = base.extend({
  archive: [async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), "yishi-returns-"));
    cpSync(DIST, folder, { recursive: true });
    const suggestions = Array.from({ length: SUGGESTIONS }, (_, at) => ({ id: `s${at + 1}`, number: `${at + 1}`, title: `关于第${at + 1}件事情的建议`, lead: "a", status: "已办结" }));
    const far = { ...long("far", 400), suggestions };
    const write = (path, content) => writeFileSync(join(folder, "data", path), JSON.stringify(content));
    const sessions = Array.from({ length: SESSIONS }, (_, at) => ({ ...CATALOGUE.sessions[0], id: `many-${at}`, title: `第${at}次会议，题目长到一行放不下的时候要换行`, dates: { start: `20${10 + Math.floor(at / 10)}-03-0${1 + at % 9}` } }));
    write("catalogue.json", { ...CATALOGUE, sessions });
    write("sessions/far.json", far);
    for (const { id, title } of sessions) write(`sessions/${id}.json`, { ...far, id, title });
    const server = await serve({ root: folder, prefix: "/any/where" });
    await use(server.url);
    await server.close();
    rmSync(folder, { recursive: true });
  }, { scope: "worker" }],

  start: ({}, use, testInfo) => withEngines(use, testInfo),
});

/** Where an element stands on the screen, once it stands still. */
const stands = inPage(async ({ rest, until }, selector) => {
  const element = await until(selector, () => document.querySelector(selector));
  return rest(() => element.getBoundingClientRect().top);
});
/** Reads on to an element as a person does, and returns where it stands once nothing moves: what comes into sight gets its true height only there. */
const readsTo = async (page, selector) => {
  await page.evaluate(`(${readTo})("${selector}")`);
  return page.evaluate(`(${stands})("${selector}")`);
};
/** Reads on to an element, screen by screen, until it is in the middle. */
const readTo = inPage(async ({ until }, selector) => {
  const element = await until(selector, () => document.querySelector(selector));
  const middle = () => element.getBoundingClientRect().top - innerHeight / 2;
  await until("its place", () => {
    scrollBy(0, Math.max(-600, Math.min(600, middle())));
    return Math.abs(middle()) < 20;
  });
});
/** Presses what shows more of a list, unless what is looked for is shown already. */
const unfold = inPage(async ({ $, until }, { selector, more }) => {
  await until(more, () => {
    if (!$(selector)?.checkVisibility()) $(more)?.click();
    return $(selector)?.checkVisibility();
  });
});
/** Waits until a place is shown. */
const isThere = inPage(({ $, until }) => until("a page", () => $("main h1") && !$("main [aria-busy=true]") && !$("#boot")).then(() => true));
/** Presses what is there, and waits until another page is shown. */
const press = inPage(async ({ $, until }, selector) => {
  const link = await until(selector, () => document.querySelector(selector));
  const before = location.search;
  link.focus({ preventScroll: true });
  link.click();
  await until("the other page", () => location.search !== before && $("main h1") && $("main h1") === document.activeElement && !$("main [aria-busy=true]"));
});
/** How far an element is from where it stood; a word where it is not there, or where another thing has the focus. */
const off = inPage((_, { selector, top, focused }) => {
  const element = document.querySelector(selector);
  if (!element) return `no ${selector}`;
  const { activeElement } = document;
  if (focused && !activeElement.matches(focused)) return `the focus is on ${activeElement.outerHTML.slice(0, 80)}`;
  return Math.round(element.getBoundingClientRect().top - top);
});
/** The farthest that an element is from where it stood, over the next frames. */
const strays = inPage(async (_, { selector, top }) => {
  let farthest = 0;
  for (let frame = 0; frame < 40; frame++) {
    await new Promise(requestAnimationFrame);
    farthest = Math.max(farthest, Math.abs((document.querySelector(selector)?.getBoundingClientRect().top ?? Infinity) - top));
  }
  return farthest;
});

/** Waits until an element stands where it stood, with the focus where it was, and stays there. */
async function expectReturned(tab, what, stood) {
  const far = async () => {
    const far = await tab.run(off, stood);
    return Math.abs(far) < LINE ? "there" : far;
  };
  await expect.poll(far, { message: what }).toBe("there");
  await expect(tab.run(strays, stood), `${what}, and stays there`).resolves.toBeLessThan(LINE);
}

/** A link that stays on the screen however far one has read. */
const people = (page) => page.locator(".tabs").getByRole("link", { name: TEXTS.zh.people });
/** A long text is built slice by slice, and what is below moves while one above comes. */
const isBuilt = (page) => expect(page.locator(".slice:empty")).toHaveCount(0);
/** Follows a link where it stands; Playwright's own click scrolls first. */
const follow = (link) => link.evaluate((link) => {
  link.focus({ preventScroll: true });
  link.click();
});
const link = (href) => `main a[href="${href}"]`;
const TEXT = "?s=far&p=speeches/report";
const LIST = "?s=far&p=suggestions";
/** What is read to, and the link that is followed from there: one that is on the screen, or one far above. */
const WAYS = {
  "the list of sessions": ["?list=all", link("?s=many-70")],
  "a list": [LIST, link(`${LIST}/s150`)],
  "a list of which more was asked for": [LIST, link(`${LIST}/s280`), link(`${LIST}/s280`), "[data-key=more]"],
  "a list that was unfolded": ["?s=huacao-6-6", link("?s=huacao-6-6&p=agenda/a-accounts-approval"), undefined, ".questions > .fold summary"],
  "a long text": [TEXT, "#b-p350", link("?s=far&p=people/a")],
};

for (const [name, slow] of [...NAMES.map((name) => [name]), ["chromium", 6]]) {
  test(`${name}${slow ? `, ${slow} times slower` : ""}: back and forward lead to where the reader stood`, async ({ archive, start }) => {
    test.setTimeout(240_000);
    const engine = await start(name, { isOnline: true });
    const tab = await engine.open(archive);
    if (slow) await tab.slow(slow);
    const back = () => tab.run("() => history.back()");
    const goTo = (place) => tab.run(`(place) => {
      history.pushState(null, "", place);
      dispatchEvent(new PopStateEvent("popstate"));
    }`, place);

    for (const [what, [place, selector, focused = selector, more]] of Object.entries(WAYS)) {
      for (const isReloaded of [false, true]) {
        await goTo(place);
        if (more) await tab.run(unfold, { selector, more });
        await tab.run(readTo, selector);
        const stood = { selector, focused, top: await tab.run(stands, selector) };
        await tab.run(press, focused);
        if (isReloaded) {
          await tab.reload();
          await tab.run(isThere);
        }
        await back();
        await expectReturned(tab, `${what}${isReloaded ? ", after a reload of the inner page" : ""}`, stood);
      }
    }

    // Forward, and a reload of the page itself.
    await goTo(LIST);
    await tab.run(press, link("?s=far&p=speeches"));
    await tab.run(press, link(TEXT));
    await tab.run(readTo, "#b-p350");
    const stood = { selector: "#b-p350", top: await tab.run(stands, "#b-p350") };
    await back();
    await expect.poll(() => tab.run("() => location.search")).toBe("?s=far&p=speeches");
    await tab.run("() => history.forward()");
    await expectReturned(tab, "forward", stood);
    await tab.reload();
    await expectReturned(tab, "a reload", stood);
    expect(tab.errors()).toEqual([]);
  });
}

test("a link to a paragraph leads back to where the reader stood, not to the paragraph; whoever moves on is not held back", async ({ open, page }) => {
  await page.route("**/data/sessions/far.json", answer(long("far", 400)));
  await open(`${TEXT}&at=p100`);
  await expect(page.locator("#b-p100.hit")).toBeInViewport();
  await isBuilt(page);
  const stood = await readsTo(page, "#b-p300");
  const top = () => page.locator("#b-p300").evaluate((element) => Math.round(element.getBoundingClientRect().top));
  await follow(people(page));
  await expect(heading(page)).toHaveText(TEXTS.zh.people);
  await page.goBack();
  await expect.poll(async () => Math.abs(await top() - stood)).toBeLessThan(LINE);
  await expect(people(page)).toBeFocused();
  await page.mouse.wheel(0, 3000);
  await expect.poll(top).toBeLessThan(stood - 1000);
  await painted(page);
  await expect.poll(top).toBeLessThan(stood - 1000);
  // A new page begins at its top.
  await page.locator(".tabs a").first().click();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
});

test("where storage is refused, back leads to where the reader stood all the same", async ({ open, page }) => {
  await page.addInitScript(() => Object.defineProperty(globalThis, "sessionStorage", { get: () => {
    throw new DOMException("no", "SecurityError");
  } }));
  await page.route("**/data/sessions/far.json", answer(long("far", 400)));
  await open(TEXT);
  await isBuilt(page);
  await readsTo(page, "#b-p350");
  await follow(people(page));
  await expect(heading(page)).toHaveText(TEXTS.zh.people);
  await page.goBack();
  await expect(page.locator("#b-p350")).toBeInViewport();
});
