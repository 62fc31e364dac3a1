// A headless Chromium for the end-to-end tests, the screenshots and the benchmarks.

import { createRequire } from "node:module";
import { findProgram } from "./browser.mjs";

// The packages are those of tests/e2e; scripts/setup installs them.
const require = createRequire(new URL("../tests/e2e/package.json", import.meta.url));

/** The sizes everything is looked at in. */
export const SCREENS = {
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  desktop: { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 },
};

const ARGUMENTS = [
  "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync", "--force-color-profile=srgb",
];

/** Starts the browser; `args` are added to the usual ones. */
export function launch({ args = [], ...options } = {}) {
  const { chromium } = require("playwright-core");
  // `headless: false` keeps Playwright from choosing its own headless shell: `--headless=new` is the real browser.
  return chromium.launch({ executablePath: findProgram("chromium"), headless: false, args: [...ARGUMENTS, ...args], ...options });
}

/** The text of the accessibility checker, to be run inside a page. */
export function axeSource() {
  return require("axe-core").source;
}

/**
 * A context of a screen, a colour scheme and a language (`zh`, `en`, or nothing: the page's own choice). Without a service worker unless
 * `serviceWorkers: "allow"` says so: what one has stored would answer in place of the server and of the test's own routes.
 */
export async function newContext(browser, { screen = "desktop", theme = "light", lang, ...options } = {}) {
  const locale = lang === "en" ? "en-GB" : "zh-CN";
  const context = await browser.newContext({ ...SCREENS[screen], colorScheme: theme, locale, serviceWorkers: "block", ...options });
  if (lang) {
    await context.addInitScript((value) => {
      try {
        localStorage.setItem("yishi.lang", value);
      } catch {
        // No storage here (an opaque origin): the page chooses.
      }
    }, lang);
  }
  return context;
}
