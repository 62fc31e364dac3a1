// What the tests do with a page, and what they look at in it. Looks are locators or functions to be given to `expect.poll`: a look once,
// whatever it finds, may come too early.

import { expect } from "@playwright/test";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");
/** The built site; `DIST=` names another build. */
export const DIST = process.env.DIST ?? join(ROOT, "dist");

/** The page's heading. */
export const heading = (page) => page.locator("main h1").first();

/**
 * Waits until the page shows a place: the app has taken the place of the loading text, there is a heading, and nothing is on its way.
 * Fails at once, with the reason, when a notice says that the program will not start.
 */
export async function settled(page) {
  const state = await page.waitForFunction(() => {
    const shown = (id) => document.getElementById(id)?.hidden === false;
    if (shown("panic") || shown("unloaded")) return "the program does not run";
    return !document.getElementById("boot") && document.querySelector("main h1") && !document.querySelector("main [aria-busy=true]") && "settled";
  });
  expect(await state.jsonValue()).toBe("settled");
}

/** Waits for three frames: what the page does after painting is done. Only for what cannot be looked at again, such as that something does not happen. */
export async function painted(page) {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done)))));
}

/** Goes to a place as back and forward do, without loading the page again. */
export async function goTo(page, place) {
  await page.evaluate((address) => {
    history.pushState(null, "", address || "./");
    dispatchEvent(new PopStateEvent("popstate"));
  }, place);
  // The page takes a turn to follow; until then it shows the place before.
  await painted(page);
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

/** Whether the first element of a locator is wholly within the screen's height: for `expect.poll`. */
export const isInView = (locator) => locator.first().evaluate((element) => {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
});

/** The address's query as it is read: for `expect.poll`; `toHaveURL` says more where it serves. */
export const query = (page) => decodeURIComponent(new URL(page.url()).search);
/** Waits until the address has this query. */
export const expectQuery = (page, place) => expect.poll(() => query(page)).toBe(place);

/** Presses a button of that name and returns the file that is saved: `{ name, bytes }`. */
export async function downloaded(page, press) {
  const [saved] = await Promise.all([page.waitForEvent("download"), press()]);
  const chunks = [];
  for await (const chunk of await saved.createReadStream()) chunks.push(chunk);
  return { name: saved.suggestedFilename(), bytes: Buffer.concat(chunks) };
}

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

/** Presses Tab until `isIt`; returns what was passed on the way, each stop once it shows as it should, or as it is ten looks later. */
export async function tabTo(page, isIt, key = "Tab", limit = 200) {
  const passed = [];
  for (let n = 0; n < limit; n++) {
    await page.keyboard.press(key);
    let here = await focused(page);
    for (let look = 0; look < 10 && here?.problems.length > 0; look++) {
      await painted(page);
      here = await focused(page);
    }
    if (here) passed.push(here);
    if (isIt(here)) return passed;
  }
  throw new Error(`not reached in ${limit} steps: ${passed.slice(-5).map(({ name }) => name)}`);
}

/** What is wrong with how the stops on the way showed. */
export const problems = (passed) => [...new Set(passed.flatMap((stop) => stop?.problems ?? []))];
