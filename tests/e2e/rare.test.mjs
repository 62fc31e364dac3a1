// Rare characters: beyond the BMP, with a variation selector, from the private use of old systems. What is written of a session as files is looked at in
// tests/host/rare.rs; here is what the page makes of them.

import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";
import { expect, test } from "./fixtures.mjs";
import { goTo, heading } from "./helpers.mjs";
import { answer, hostile, PLACES_OF_HOSTILE, TEXTS } from "./material.mjs";
import { sheets } from "./pdf.mjs";

const require = createRequire(import.meta.url);
const jsQR = require("jsqr");
const { PNG } = require("pngjs");

const t = TEXTS.zh;
/** The last is 䶮 on old GBK systems, as which it is read. */
const WRITTEN = "𠮷葛\u{e0100}𰻝\ue863";
const READ = "𠮷葛\u{e0100}𰻝䶮";

test.beforeEach(({ page }) => page.route("**/data/sessions/hostile.json", answer(hostile(WRITTEN))));

test("they are shown in every place, and on paper", async ({ open, page }) => {
  await open("?s=hostile");
  for (const place of PLACES_OF_HOSTILE) {
    await goTo(page, `?s=hostile${place}`);
    await expect(page.locator("main"), place).toContainText(READ);
    await expect(page.locator("main"), place).not.toContainText("\ue863");
  }
  for (const place of ["", "&p=people", "&p=speeches/sp", "&p=slides/a"]) {
    await goTo(page, `?s=hostile${place}`);
    await expect(heading(page)).toBeVisible();
    const text = async () => (await sheets(await page.pdf({ format: "A5" }))).flatMap(({ words }) => words.map((word) => word.text)).join("");
    await expect.poll(text, { message: place }).toContain(READ);
  }
});

test("they are on the slides, whole in the title too", async ({ open, page }) => {
  await open("?s=hostile&p=slides/a");
  await expect(heading(page)).toHaveText(READ);
  await expect(page.locator(".slide")).toContainText(READ);
});

test("the code of a link that has them is that link, and the link leads there", async ({ open, page, site }) => {
  const place = `?s=hostile&p=agenda&q=${encodeURIComponent(READ)}`;
  await open(place);
  await page.locator(".acts").getByRole("button", { name: t.share_title, exact: true }).click();
  const code = page.locator("dialog.modal[open] svg.qr");
  const scanned = async () => {
    const { data, width, height } = PNG.sync.read(await code.screenshot());
    return jsQR(new Uint8ClampedArray(data), width, height)?.data;
  };
  await expect.poll(scanned).toBe(site.url + place);
});

test("a link that holds a session holds them", async ({ open, page }) => {
  await open(`#z=${gzipSync(JSON.stringify(hostile(WRITTEN))).toString("base64url")}`);
  await expect(heading(page)).toHaveText(READ);
});
