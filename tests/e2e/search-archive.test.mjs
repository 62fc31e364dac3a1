// Finding in an archive of some hundred sessions: what is fetched for it, and when the reader is asked whether to go on.

import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { serve } from "../../scripts/serve.mjs";
import { expect, test as base } from "./fixtures.mjs";
import { DIST, ROOT } from "./helpers.mjs";
import { made, TEXTS } from "./material.mjs";

const t = TEXTS.zh;
const SESSIONS = "**/data/sessions/**";
const titles = (page) => page.locator("main .answers h2");
const status = (page) => page.locator("main .search [role=status]");

/** Session `n` of an archive of two years with an index: ninety sessions of 2019, three hundred of 2024, each with the word. */
const OLD = 90;
const ALL = Array.from({ length: OLD + 300 }, (_, n) => made({
  id: `s-${n}`, title: `示例镇第${n}次会议`, meeting: n, dates: { start: `${n < OLD ? 2019 : 2024}-03-10` },
  speeches: [{ id: "s1", title: "发言", kind: "remarks", blocks: [{ id: "p1", kind: "paragraph", text: "工作按计划推进，意见逐条答复。" }] }],
}));

/** The site is the program with that archive. */
const test = base.extend({
  site: [async ({}, use) => {
    const root = await mkdtemp(join(tmpdir(), "yishi-search-"));
    const data = join(root, "data");
    await cp(DIST, root, { recursive: true, filter: (path) => path !== join(DIST, "data") });
    await mkdir(join(data, "sessions"), { recursive: true });
    await Promise.all(ALL.map((one) => writeFile(join(data, `sessions/${one.id}.json`), JSON.stringify(one))));
    for (const command of ["catalogue", "index"]) {
      await promisify(execFile)("cargo", ["run", "--locked", "--quiet", "--bin", "yishi", "--", command, data], { cwd: ROOT });
    }
    const server = await serve({ root, prefix: "/any/where" });
    await use(server);
    await server.close();
    await rm(root, { recursive: true });
    // The command may have to be built first.
  }, { scope: "worker", timeout: 600_000 }],
});
// One archive serves them all: every worker would have to make its own.
test.describe.configure({ mode: "default" });

const earlier = (page) => page.getByRole("button", { name: t.find_earlier });
/** The numbers of the sessions that the page asks for, as they come. */
function watch(page) {
  const fetched = [];
  page.on("request", (request) => {
    const n = new URL(request.url()).pathname.match(/s-(\d+)\.json$/)?.[1];
    if (n) fetched.push(Number(n));
  });
  return fetched;
}

test("within a year only its sessions are fetched, few at a time, and the reader is asked whether to go on", async ({ open, page }) => {
  const fetched = watch(page);
  await open("?q=逐条答复&year=2019");
  await expect(earlier(page)).toBeVisible();
  await expect.poll(() => titles(page).count()).toBeGreaterThanOrEqual(10);
  await expect.poll(() => titles(page).count()).toBeLessThan(20);
  expect(fetched.filter((n) => n >= OLD), "sessions of another year").toEqual([]);
  // The key stays where it was pressed.
  const before = await titles(page).count();
  await earlier(page).focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => titles(page).count()).toBeGreaterThan(before);
  await expect(earlier(page)).toBeFocused();
});

test("what cannot be had counts: after sixty sessions the reader is asked", async ({ open, page, troubles }) => {
  troubles.allow(/503/);
  const fetched = watch(page);
  await page.route(SESSIONS, (route) => route.fulfill({ status: 503, body: "" }));
  for (const place of ["?q=逐条答复", "?q=逐条答复&year=2024"]) {
    const before = fetched.length;
    await open(place);
    await expect(earlier(page), place).toBeVisible();
    await expect(status(page), place).toHaveText(t.find_unlooked);
    const count = fetched.length - before;
    expect(count, place).toBeGreaterThanOrEqual(60);
    expect(count, place).toBeLessThan(60 + 6);
  }
});
