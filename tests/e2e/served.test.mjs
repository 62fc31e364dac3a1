// The page of a session (`s/<id>/`) opens however its address is written, under any folder, also on a host that answers it without its last slash.

import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { serve } from "../../scripts/serve.mjs";
import { expect, test as base } from "./fixtures.mjs";
import { DIST, heading, ROOT, settled } from "./helpers.mjs";
import { made, TEXTS } from "./material.mjs";

const SESSION = made({ id: "case05", is_sample: true, agenda: [{ id: "a", title: "唯一的议程" }] });
const FOLDERS = ["/", "/archive/", "/a/b/s/c/"];

/** `sites`: the same site, built for an address and for none, each below every folder: `{ url, origin, folder }`. */
const test = base.extend({
  sites: [async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), "yishi-served-"));
    const data = join(folder, "data");
    mkdirSync(join(data, "sessions"), { recursive: true });
    writeFileSync(join(data, "sessions/case05.json"), JSON.stringify(SESSION));
    const servers = [];
    for (const [name, ...words] of [["known", "--site", "https://yishi.example/archive/"], ["unknown"]]) {
      const root = join(folder, name);
      await promisify(execFile)("cargo", ["run", "--locked", "--quiet", "--bin", "yishi", "--", "build", data, "--out", root, "--app", DIST, "--lang", "zh", ...words], { cwd: ROOT });
      for (const prefix of FOLDERS) servers.push({ name, ...await serve({ root, prefix, redirects: false }) });
    }
    await use(servers);
    await Promise.all(servers.map(({ close }) => close()));
    rmSync(folder, { recursive: true });
    // `yishi` may have to be compiled first.
  }, { scope: "worker", timeout: 600_000 }],
});

test("a session's page finds its files at any depth, with and without slash, with a query, with index.html spelled out", async ({ browser, sites, troubles }) => {
  test.setTimeout(180_000);
  const context = await browser.newContext({ serviceWorkers: "block", locale: "zh-CN" });
  for (const { name, url, origin } of sites) {
    for (const end of ["", "/", "/index.html"]) {
      for (const [query, place, title] of [["", "", SESSION.title], ["?p=agenda", "&p=agenda", TEXTS.zh.agenda], ["?from=singlemessage&isappinstalled=0", undefined, SESSION.title]]) {
        const page = await context.newPage();
        await troubles.watch(page, origin);
        const address = `${url}s/case05${end}${query}`;
        await page.goto(address);
        await settled(page);
        await expect(heading(page), `${name}: ${address}`).toHaveText(title);
        await expect(page, `${name}: ${address}`).toHaveURL(place === undefined ? /\?s=case05/ : `${url}?s=case05${place}`);
        await expect(page.locator("header.bar"), `${name}: ${address}: without its style`).toHaveCSS("display", "flex");
        // Nothing was asked for that is not there.
        expect(troubles.list(), `${name}: ${address}`).toEqual([]);
        await page.close();
      }
    }
  }
  await context.close();
});
