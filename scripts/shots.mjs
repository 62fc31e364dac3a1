// Screenshots of pages of the built site, in every screen, colour scheme and language.
//
//   node scripts/shots.mjs --out DIR [--only phone,light,zh] [--full] [--root dist] ['?s=x&p=agenda' …]
//
// Without a place it takes the front page. --full takes the whole page, not one screenful.
// --wait SELECTOR waits for it before the picture. Console errors are printed.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { launch, newContext, SCREENS } from "./chromium.mjs";
import { serve } from "./serve.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: "string" },
    only: { type: "string", default: "" },
    full: { type: "boolean", default: false },
    root: { type: "string", default: "dist" },
    wait: { type: "string" },
  },
});
if (!values.out) {
  console.error("Say where the pictures go: --out DIR");
  process.exit(1);
}
const only = values.only.split(",").filter(Boolean);
/** Of each kind, those named in --only; all of a kind of which none is named. */
const chosen = (all) => (all.some((one) => only.includes(one)) ? all.filter((one) => only.includes(one)) : all);
const unknown = only.filter((word) => ![...Object.keys(SCREENS), "light", "dark", "zh", "en"].includes(word));
if (unknown.length > 0) {
  console.error(`Unknown in --only: ${unknown.join(", ")}`);
  process.exit(1);
}

mkdirSync(values.out, { recursive: true });
const site = await serve({ root: values.root });
const browser = await launch();
try {
  for (const screen of chosen(Object.keys(SCREENS))) {
    for (const theme of chosen(["light", "dark"])) {
      for (const lang of chosen(["zh", "en"])) {
        const context = await newContext(browser, { screen, theme, lang, reducedMotion: "reduce" });
        for (const place of positionals.length > 0 ? positionals : [""]) await shoot(context, place, [screen, theme, lang]);
        await context.close();
      }
    }
  }
} finally {
  await browser.close();
  await site.close();
}

async function shoot(context, place, kind) {
  const page = await context.newPage();
  const name = `${place.replace(/[^\p{L}\p{N}._-]+/gu, "-").replace(/^-|-$/g, "") || "front"}.${kind.join(".")}.png`;
  page.on("console", (message) => {
    if (message.type() === "error") console.log(`${name}: ${message.text()}`);
  });
  page.on("pageerror", (error) => console.log(`${name}: ${error.message}`));
  await page.goto(site.url + place);
  await page.waitForFunction(() => !document.getElementById("boot")?.checkVisibility()).catch(() => console.log(`${name}: still loading`));
  await page.waitForLoadState("networkidle");
  if (values.wait) await page.locator(values.wait).first().waitFor();
  await page.evaluate(() => document.fonts.ready);
  const path = join(values.out, name);
  await page.screenshot({ path, fullPage: values.full });
  console.log(path);
  await page.close();
}
