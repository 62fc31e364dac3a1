// A headless Chromium for the end-to-end tests, the screenshots and the benchmarks.

import { chromium } from "@playwright/test";
import { findProgram } from "./browser.mjs";

/** The sizes everything is looked at in. */
export const SCREENS = {
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  desktop: { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 },
};

const ARGUMENTS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync", "--force-color-profile=srgb",
];

/** How Chromium is started, here and by tests/e2e/playwright.config.mjs: as the headless shell where there is one, else as the whole browser. */
export function launchOptions({ args = [], ...options } = {}) {
  const all = [...ARGUMENTS, ...args];
  try {
    return { executablePath: findProgram("headlessShell"), headless: true, args: all, ...options };
  } catch {
    // `headless: false` keeps Playwright from asking for the shell: `--headless=new` is the whole browser.
    return { executablePath: findProgram("chromium"), headless: false, args: ["--headless=new", ...all], ...options };
  }
}

/** Starts the browser; `args` are added to the usual ones. */
export function launch(options) {
  return chromium.launch(launchOptions(options));
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
