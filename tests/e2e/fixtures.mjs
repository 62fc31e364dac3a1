// What every end-to-end test starts from: the built site under a folder of its own, and pages that remember what went wrong in them.
//
//   import { expect, test } from "./fixtures.mjs";
//   test("…", async ({ open, page }) => {
//     await open("?s=x");                              // in the test's own page, once the place is shown
//     await expect(heading(page)).toHaveText("…");
//   });
//
// A test fails when anything at all goes wrong in one of its pages (a console error, an exception, a refusal by the policy, a request to
// another host, an answer of 400 or more), unless it said before, by `troubles.allow(/…/)`, that this belongs to it.

import { AxeBuilder } from "@axe-core/playwright";
import { expect, test as base } from "@playwright/test";
import { newContext } from "../../scripts/chromium.mjs";
import { serve } from "../../scripts/serve.mjs";
import { DIST, settled } from "./helpers.mjs";

export { expect };

/**
 * Fixtures:
 * - `site` (of the worker): the built site behind a server, under a folder, as on a host that is shared with others: `{ url, origin }`.
 * - `lang` (option): the language the reader chose before, `zh` or `en`; nothing: the page's own choice. Screen and colour scheme are
 *   Playwright's options: `test.use({ ...SCREENS.phone, colorScheme: "dark", lang: "en" })`.
 * - `page`: a page that remembers its troubles.
 * - `open(place, { wait })`: opens a place cold in `page` and waits until it is shown, unless `wait` is false; returns the page.
 * - `openNew(place, { screen, theme, lang, script, wait, … })`: the same in a page and a context of its own (`page.context()`); `script` runs before every document.
 * - `troubles`: what went wrong: `allow(…patterns)`, `forget()`, `list()`, `watch(page, origin)`.
 */
export const test = base.extend({
  lang: [undefined, { option: true }],

  site: [async ({}, use) => {
    const server = await serve({ root: DIST, prefix: "/any/where" });
    await use(server);
    await server.close();
  }, { scope: "worker" }],

  troubles: [async ({}, use, testInfo) => {
    const troubles = remembered();
    await use(troubles);
    // Another failure is the better message.
    if (testInfo.status === testInfo.expectedStatus) expect(troubles.list(), "what went wrong in the pages").toEqual([]);
  }, { auto: true }],

  context: async ({ context, lang }, use) => {
    if (lang) await context.addInitScript((value) => localStorage.setItem("yishi.lang", value), lang);
    await use(context);
  },

  page: async ({ page, site, troubles }, use) => {
    troubles.watch(page, site.origin);
    await use(page);
  },

  open: async ({ page, site }, use) => {
    await use(async (place = "", { wait = true } = {}) => {
      await page.goto(site.url + place);
      if (wait) await settled(page);
      return page;
    });
  },

  openNew: async ({ browser, site, troubles }, use) => {
    const contexts = [];
    await use(async (place = "", { wait = true, script, ...options } = {}) => {
      const context = await newContext(browser, options);
      contexts.push(context);
      if (script) await context.addInitScript(script);
      const page = await context.newPage();
      // A page from a file may ask nobody.
      troubles.watch(page, place.startsWith("file:") ? "null" : site.origin);
      await page.goto(/^[a-z]+:/.test(place) ? place : site.url + place);
      if (wait) await settled(page);
      return page;
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});

/** What went wrong in the pages it watches. */
function remembered() {
  const all = [];
  const allowed = [];
  return {
    /** What matches one of these belongs to the test. */
    allow: (...patterns) => allowed.push(...patterns),
    forget: () => all.splice(0),
    list: () => all.filter((trouble) => !allowed.some((pattern) => pattern.test(trouble))),
    /** `origin` is the only one that the page may ask. */
    watch(page, origin) {
      page.on("console", (message) => {
        if (message.type() === "error") all.push(`console: ${message.text()} (${message.location().url})`);
      });
      page.on("pageerror", (error) => all.push(`exception: ${error.message}`));
      page.on("request", (request) => {
        const url = new URL(request.url());
        if (["http:", "https:", "ws:", "wss:"].includes(url.protocol) && url.origin !== origin) all.push(`other host: ${url.href}`);
      });
      page.on("requestfailed", (request) => {
        const reason = request.failure()?.errorText;
        // Leaving a page, or dropping an answer on purpose, is no trouble.
        if (reason !== "net::ERR_ABORTED") all.push(`failed: ${request.url()} ${reason}`);
      });
      page.on("response", (response) => {
        if (response.status() >= 400) all.push(`status ${response.status()}: ${response.url()}`);
      });
      return page.addInitScript(() => {
        addEventListener("securitypolicyviolation", (event) => {
          console.error(`policy: ${event.violatedDirective} refuses ${event.blockedURI} ${event.sample}`);
        });
      });
    },
  };
}

/** Fails when axe-core finds anything against WCAG 2.2 AA in what the page shows, but for the rules in `disable`. */
export async function expectAccessible(page, { disable = [], message } = {}) {
  const look = async () => {
    // Only what is wrong: to describe all else takes axe as long as to look.
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ["violations"] })
      .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]).disableRules(disable).analyze();
    return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.target.join(" ")}`));
  };
  // A single look at a large page is seconds of work, and many on a busy machine.
  await expect.poll(look, { message, timeout: 60_000 }).toEqual([]);
}
