// A network that wants a sign-in first answers everything with 200 and a page of its own. Each file that comes as such a page is told in its place, and
// comes after the sign-in by trying again. doors.test.mjs has sessions, offline.test.mjs what the service worker makes of it.

import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { expect, test } from "./fixtures.mjs";
import { DIST, heading, settled } from "./helpers.mjs";
import { archived, TEXTS } from "./material.mjs";

const t = TEXTS.zh;
const SIGN_IN = "<!doctype html><title>登录</title><form><input name=phone></form>";
const BUDGET = "?s=daxing-19-10";
const IS_PAGE = "这是一个网页，不是会议文件";
const main = (page) => page.locator("main");
const tab = (page, name) => page.locator(".tabs").getByRole("link", { name });
const retry = (page) => page.getByRole("button", { name: t.retry, exact: true });
const built = (pattern) => readdirSync(DIST).find((name) => pattern.test(name));

/** From now on such files are the network's own page, until the function that is returned is called. */
async function portal(page, troubles, pattern) {
  troubles.allow(/console/, /exception/);
  await page.route(pattern, (route) => route.fulfill({ contentType: "text/html", body: SIGN_IN }));
  return () => page.unroute(pattern);
}

test("the list of sessions", async ({ open, page, troubles }) => {
  const signIn = await portal(page, troubles, "**/data/catalogue.json");
  await open("?list=all");
  await expect(heading(page)).toHaveText(t.failed_title);
  await expect(main(page).getByText(IS_PAGE)).toBeVisible();
  await signIn();
  await retry(page).click();
  await expect(heading(page)).toHaveText(t.archive_title);
  await expect(page.locator(".sessions li").first()).toBeVisible();
});

for (const [name, pattern] of [["the program", /yishi-web-[0-9a-f]+_bg\.wasm/], ["its glue", /yishi-web-[0-9a-f]+\.js/]]) {
  test(name, async ({ open, page, troubles }) => {
    const signIn = await portal(page, troubles, pattern);
    await open(BUDGET, { wait: false });
    const notice = page.locator("#unloaded");
    await expect(notice).toBeVisible();
    await expect(notice.locator("p").first()).toContainText("要求先登录");
    await expect(notice.locator("[lang=en]")).toContainText("sign-in");
    await expect(page.locator("#panic")).toBeHidden();
    await signIn();
    await notice.locator("a").first().click();
    await settled(page);
    await expect(heading(page)).toHaveText(archived("daxing-19-10").title);
  });
}

// English is itself a part that needs the shared file: without that file the page is in Chinese.
for (const [part, lang, way] of [["budget", "zh", "retry"], ["budget", "en", "return"], ["shared", "zh", "retry"], ["shared", "zh", "return"]]) {
  test(`a part of the program (${part}, ${lang}), had again by ${way === "retry" ? "trying again" : "coming back"}`, async ({ openNew, troubles }) => {
    const words = TEXTS[lang], page = await openNew(BUDGET, { lang });
    const restore = await portal(page, troubles, new RegExp(`/yishi-${part}-[0-9a-f]+\\.wasm$`));
    // What was fetched beforehand is there.
    await page.reload();
    await settled(page);
    await tab(page, words.budgets).click();
    await expect(page.getByRole("alert")).toContainText(words.part_missing);
    if (way === "return") {
      await tab(page, words.overview).click();
      await expect(heading(page)).toHaveText(archived("daxing-19-10").title);
    }
    await restore();
    await (way === "retry" ? page.getByRole("button", { name: words.retry, exact: true }) : tab(page, words.budgets)).click();
    await expect(main(page).locator("[data-row]").first()).toBeVisible();
  });
}

test("the table of readings, and the index of the search", async ({ open, page, troubles }) => {
  let signIn = await portal(page, troubles, "**/pinyin.bin");
  await open("?s=huacao-6-6&q=huacao");
  await expect(page.getByText(t.find_unread)).toBeVisible();
  await signIn();
  await page.locator("#find").fill("zhoushengchun");
  await expect(main(page).locator("[data-hit]").first()).toBeVisible();
  await expect(page.getByText(t.find_unread)).toHaveCount(0);
  signIn = await portal(page, troubles, "**/data/search/**");
  await open("?q=周胜春");
  await expect(page.locator("main .answers h2")).toHaveText([archived("huacao-6-6").title]);
  await expect(page.getByText(t.find_incomplete)).toBeVisible();
  await signIn();
  await page.locator("#find").fill("周胜春主席");
  await expect(page.getByText(t.find_incomplete)).toHaveCount(0);
});

test("the sessions that a search looks through, and the program that goes into a single file", async ({ open, page, troubles }) => {
  let signIn = await portal(page, troubles, "**/data/sessions/**");
  await open("?q=周胜春");
  await expect(page.locator("main .search [role=status]")).toHaveText(t.find_unlooked);
  await signIn();
  await retry(page).click();
  await expect(page.locator("main .answers h2")).toHaveText([archived("huacao-6-6").title]);

  signIn = await portal(page, troubles, "**/yishi-empty.html");
  await open("?s=huacao-6-6");
  await page.getByRole("button", { name: t.take, exact: true }).click();
  const dialog = page.getByRole("dialog", { name: t.take, exact: true });
  const single = dialog.getByRole("button", { name: t.single_save, exact: true });
  await single.click();
  await expect(dialog.locator(".toast")).toHaveText(t.single_no_program);
  await signIn();
  const [saved] = await Promise.all([page.waitForEvent("download"), single.click()]);
  expect(saved.suggestedFilename()).toMatch(/\.html$/);
});

test("its page does not stay in the browser's cache in place of the program", async ({ openNew, troubles }) => {
  troubles.allow(/console/, /exception/);
  let isSignedIn = false;
  const asked = [];
  const server = createServer((request, response) => {
    const path = new URL(request.url, "http://localhost").pathname.slice(1) || "index.html";
    // The page itself is there already, as after a look at it elsewhere.
    if (!isSignedIn && /\.(wasm|js)$/.test(path)) {
      asked.push(path);
      return response.writeHead(200, { "content-type": "text/html", "cache-control": "max-age=3600" }).end(SIGN_IN);
    }
    const type = { html: "text/html", js: "text/javascript", css: "text/css", json: "application/json", wasm: "application/wasm", svg: "image/svg+xml", webmanifest: "application/manifest+json" }[path.split(".").pop()];
    try {
      response.writeHead(200, { "content-type": type ?? "application/octet-stream" }).end(readFileSync(join(DIST, path)));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  try {
    const page = await openNew("about:blank", { wait: false });
    troubles.allow(/^other host: http:\/\/localhost/);
    await page.goto(`http://localhost:${server.address().port}/${BUDGET}`);
    await expect(page.locator("#unloaded")).toBeVisible();
    await expect.poll(() => asked.length).toBeGreaterThan(1);
    isSignedIn = true;
    await page.locator("#unloaded a").first().click();
    await settled(page);
    await expect(heading(page)).toHaveText(archived("daxing-19-10").title);
  } finally {
    server.close();
    server.closeAllConnections();
  }
});

for (const part of ["budget", "shared"]) {
  test(`a part of another version (${part}), under the name of this one, is told and does no harm`, async ({ open, page, troubles }) => {
    troubles.allow(/console/, /exception/);
    const name = built(new RegExp(`^yishi-${part}-[0-9a-f]+\\.wasm$`));
    const hash = name.match(/[0-9a-f]{16}/)[0];
    // What it says of itself is the hash in its name.
    const bytes = readFileSync(join(DIST, name), "latin1");
    const other = bytes.replaceAll(`yishi${hash}`, `yishi${"0".repeat(16)}`);
    expect(other).not.toBe(bytes);
    await page.route(`**/${name}`, (route) => route.fulfill({ contentType: "application/wasm", body: Buffer.from(other, "latin1") }));
    await open(BUDGET);
    await tab(page, t.budgets).click();
    await expect(page.getByRole("alert")).toContainText(t.part_missing);
    await expect(page.locator("#panic")).toBeHidden();
    await tab(page, t.overview).click();
    await expect(heading(page)).toHaveText(archived("daxing-19-10").title);
    await page.unroute(`**/${name}`);
    await tab(page, t.budgets).click();
    await expect(main(page).locator("[data-row]").first()).toBeVisible();
  });
}
