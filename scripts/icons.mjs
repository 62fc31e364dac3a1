// Makes the pictures of public/icons that the manifest names from icon.svg. Run by hand when the icon changes:
//
//   node scripts/icons.mjs

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { launch } from "./chromium.mjs";

const folder = join(dirname(fileURLToPath(import.meta.url)), "../public/icons");
const svg = readFileSync(join(folder, "icon.svg"), "utf8");
/** Systems cut a maskable icon to a circle of four fifths of its width: the ground fills the square, the sign stays in the middle. */
const maskable = svg.replace(/<rect[^>]*>/, (rect) => rect.replace(/x="\d+" y="\d+" width="\d+" height="\d+" rx="\d+"/, 'x="-8" y="-8" width="80" height="80"'))
  .replace('viewBox="0 0 64 64"', 'viewBox="-8 -8 80 80"');

const browser = await launch();
try {
  for (const [name, size, picture] of [["192.png", 192, svg], ["512.png", 512, svg], ["maskable.png", 512, maskable]]) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.goto("about:blank");
    await page.evaluate((url) => {
      document.body.style.margin = 0;
      document.body.append(Object.assign(new Image(), { src: url, width: innerWidth, height: innerHeight, style: "display: block" }));
      return document.images[0].decode();
    }, `data:image/svg+xml;base64,${Buffer.from(picture).toString("base64")}`);
    await page.screenshot({ path: join(folder, name), omitBackground: true });
    await page.close();
  }
} finally {
  await browser.close();
}
