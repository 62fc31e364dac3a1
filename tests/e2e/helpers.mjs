// What every end-to-end test needs: the built site under a folder of its own, a browser, and pages that remember what went wrong in them.
//
//   const site = withSite();               // for the tests of a file
//   const page = await site.open("?s=x", { screen: "phone", theme: "dark", lang: "en" });
//   page.troubles()                        // console errors, exceptions, refused by policy, requests to other hosts
//   const page = await site.reopen("?s=x"); // the same, faster, in the page that a file's tests share

import assert from "node:assert/strict";
import { dirname, join } from "node:path";
import { after, afterEach, before } from "node:test";
import { fileURLToPath } from "node:url";
import { axeSource, launch, newContext } from "../../scripts/chromium.mjs";
import { serve } from "../../scripts/serve.mjs";

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");
/** The built site; `DIST=` names another build. */
export const DIST = process.env.DIST ?? join(ROOT, "dist");

/**
 * The site for the tests of a file: started before them, pages closed after each, stopped after them. What it is, {@link start} says.
 * `prepare` is done with it before the first test; a second `before` would not wait for this one.
 */
export function withSite(prepare = () => {}, options = {}) {
  const site = {};
  before(async () => {
    Object.assign(site, await start(options));
    await prepare(site);
  });
  afterEach(() => site.closePages?.());
  after(() => site.stop?.());
  return site;
}

/** Serves dist under a folder, as on a host that is shared with others, and starts the browser. */
export async function start({ prefix = "/any/where", root = DIST } = {}) {
  const server = await serve({ root, prefix });
  const browser = await launch();
  let shared;
  return {
    url: server.url,
    origin: server.origin,
    browser,

    /** A page in a context of its own, opened at `place` (such as `?s=x&p=agenda`) once the app is mounted, unless `wait` is false. */
    async open(place = "", { wait = true, ...options } = {}) {
      const context = await newContext(browser, options);
      const page = watch(await context.newPage(), server.origin);
      await page.goto(server.url + place);
      if (wait) await mounted(page);
      return page;
    },

    /**
     * Opens `place` cold in the page that the tests of a file share: a new document, nothing stored, no routes but these.
     * Starting a page of its own takes a second longer; that is for tests that want another screen, theme or language.
     */
    async reopen(place = "", { wait = true, routes = {} } = {}) {
      shared ??= watch(await (await newContext(browser)).newPage(), server.origin);
      await shared.unrouteAll({ behavior: "ignoreErrors" });
      await shared.context().setOffline(false);
      await shared.context().clearPermissions();
      await shared.emulateMedia({ media: null, colorScheme: "light" });
      if (shared.url().startsWith(server.url)) {
        await shared.evaluate(() => {
          localStorage.clear();
          return new Promise((done) => {
            const request = indexedDB.deleteDatabase("yishi");
            request.onsuccess = request.onerror = () => done();
          });
        });
      }
      // By way of another document: the same address again would be a reload, a fragment no load at all.
      await shared.goto("about:blank");
      shared.forgetTroubles();
      for (const [pattern, handler] of Object.entries(routes)) await shared.route(pattern, handler);
      await shared.goto(server.url + place);
      if (wait) await mounted(shared);
      return shared;
    },

    /** Closes every page but the shared one; a test that failed leaves none behind. */
    async closePages() {
      await Promise.all(browser.contexts().filter((context) => context !== shared?.context()).map((context) => context.close()));
    },

    async stop() {
      await browser.close();
      await server.close();
    },
  };
}

/** Waits until the app has taken the place of the loading text; fails at once, with the reason, when a notice says it will not. */
export async function mounted(page) {
  await page.waitForFunction(() => {
    const shown = (id) => document.getElementById(id)?.hidden === false;
    return !document.getElementById("boot") || shown("panic") || shown("unloaded");
  });
  for (const id of ["panic", "unloaded"]) {
    if (await page.locator(`#${id}`).isVisible()) assert.fail(`#${id} is shown: ${JSON.stringify(page.troubles?.())}`);
  }
}

/** Makes a page remember its troubles; `page.troubles()` lists them. */
export function watch(page, origin) {
  const troubles = [];
  page.on("console", (message) => {
    if (message.type() === "error") troubles.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => troubles.push(`exception: ${error.message}`));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (["http:", "https:", "ws:", "wss:"].includes(url.protocol) && url.origin !== origin) troubles.push(`other host: ${url.href}`);
  });
  page.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText;
    // Leaving a page, or dropping an answer on purpose, is no trouble.
    if (reason !== "net::ERR_ABORTED") troubles.push(`failed: ${request.url()} ${reason}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) troubles.push(`status ${response.status()}: ${response.url()}`);
  });
  page.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) => {
      console.error(`policy: ${event.violatedDirective} refuses ${event.blockedURI} ${event.sample}`);
    });
  });
  page.troubles = () => [...troubles];
  page.forgetTroubles = () => troubles.splice(0);
  return page;
}

/** Fails when anything at all went wrong in the page, except what matches `allowed`. */
export function assertNoTroubles(page, allowed = []) {
  const left = page.troubles().filter((trouble) => !allowed.some((pattern) => pattern.test(trouble)));
  assert.deepEqual(left, []);
}

/** What axe-core finds against WCAG 2.2 AA, one line per finding; an empty list is what one wants. */
export async function axe(page, { include, disable = [] } = {}) {
  // Through the debugger, which the page's own policy does not bind.
  if (!await page.evaluate(() => "axe" in globalThis)) await page.evaluate(axeSource());
  const { violations } = await page.evaluate(({ include, disable }) => globalThis.axe.run(include ?? document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    rules: Object.fromEntries(disable.map((rule) => [rule, { enabled: false }])),
  }), { include, disable });
  return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.target.join(" ")}`));
}

/** Tries `check` until it throws nothing; what it threw last is the failure. */
export async function eventually(check, limitMs = 15_000) {
  const end = Date.now() + limitMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((again) => setTimeout(again, 40));
    }
  }
}

/** Waits until the page shows a place, that is a heading and nothing on its way, and has painted it. */
export async function settled(page) {
  await page.waitForFunction(() => document.querySelector("main h1") && !document.querySelector("main [aria-busy=true]"));
  await painted(page);
}

/** Waits for two frames: what the page does after painting is done. */
export async function painted(page) {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done)))));
}

/** Goes to a place as back and forward do, without loading the page again. */
export async function goTo(page, place) {
  await page.evaluate((address) => {
    history.pushState(null, "", address || "./");
    dispatchEvent(new PopStateEvent("popstate"));
  }, place);
  await settled(page);
}

/** Drops a file anywhere on the page. */
export async function drop(page, name, bytes) {
  await page.evaluate(({ name, base64 }) => {
    const data = new DataTransfer();
    data.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name));
    const send = (type) => document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data }));
    send("dragover");
    send("drop");
  }, { name, base64: Buffer.from(bytes).toString("base64") });
}

/** The text of the page's heading. */
export const heading = (page) => page.locator("main h1").first().textContent();

/** What has the focus: its name, and what is wrong with how it shows. */
export const focused = (page) => page.evaluate(() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const name = (element.getAttribute("aria-label") || element.labels?.[0]?.textContent || element.textContent).trim();
  const ring = element.closest("label.file") ?? element;
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(ring);
  const { left, right, top, bottom } = element.getClientRects()[0] ?? ring.getBoundingClientRect();
  const problems = [];
  if (outlineStyle === "none" || parseFloat(outlineWidth) < 2 || outlineColor === "rgba(0, 0, 0, 0)") problems.push(`no ring on ${name}`);
  if (bottom < 0 || top > innerHeight) problems.push(`${name} is off screen`);
  else {
    const middle = (from, to, end) => (Math.max(from, 0) + Math.min(to, end)) / 2;
    const over = document.elementFromPoint(middle(left, right, innerWidth), middle(top, bottom, innerHeight));
    const isOwn = over && (element.contains(over) || over.contains(element) || ring.contains(over));
    if (!isOwn) problems.push(`${name} is covered by ${over?.tagName}.${over?.className} at ${Math.round(left)}–${Math.round(right)} of ${innerWidth}`);
  }
  return { name, tag: element.tagName, href: element.getAttribute("href"), problems };
});

/** Presses Tab until `isIt`; returns what was passed on the way. */
export async function tabTo(page, isIt, key = "Tab", limit = 200) {
  const passed = [];
  for (let n = 0; n < limit; n++) {
    await page.keyboard.press(key);
    const here = await focused(page);
    if (here) passed.push(here);
    if (isIt(here)) return passed;
  }
  return assert.fail(`not reached in ${limit} steps: ${passed.slice(-5).map(({ name }) => name)}`);
}

/** What is wrong with how the stops on the way showed. */
export const problems = (passed) => [...new Set(passed.flatMap((stop) => stop?.problems ?? []))];
