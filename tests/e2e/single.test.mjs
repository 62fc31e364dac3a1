// The single file: the walk of the served site, over file://, in every engine, without a network; and what it saves.

import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { gunzipSync, gzipSync } from "node:zlib";
import { newContext } from "../../scripts/chromium.mjs";
import { NAMES, withEngines } from "./engines.mjs";
import { expect, test as base } from "./fixtures.mjs";
import { DIST, drop, goTo, heading, ROOT, settled } from "./helpers.mjs";
import { archived, fill, made, TEXTS } from "./material.mjs";
import { save, walk } from "./walk.mjs";

const SINGLE = pathToFileURL(join(DIST, "yishi.html")).href;
const HUACAO = archived("huacao-6-6").title;

/** Runs a command of `yishi`. */
const yishi = (...words) => promisify(execFile)("cargo", ["run", "--locked", "--quiet", "--bin", "yishi", "--", ...words, "--lang", "zh"], { cwd: ROOT });

/**
 * - `files`: a folder: `path(name)`, `text(name)`, `url(name)`, and `write(name, bytes)`, which gives the address; in it are huacao.html (one session)
 *   and two.html, made by `yishi pack`;
 * - `served`: what the walk of the served site saw;
 * - `start(name)`: an engine.
 */
const test = base.extend({
  files: [async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), "yishi-single-"));
    const path = (name) => join(folder, name);
    const url = (name) => pathToFileURL(path(name)).href;
    for (const [name, ...ids] of [["huacao.html", "huacao-6-6"], ["two.html", "taoxi-6-7", "taoxi-7-6"]]) {
      const sessions = ids.map((id) => `public/data/sessions/${id}.json`);
      await yishi("pack", ...sessions, "-o", path(name), "--app", join(DIST, "yishi-app.html"), "--site", "https://yishi.example/a/");
    }
    await use({
      path,
      url,
      text: (name) => readFileSync(path(name), "utf8"),
      write(name, bytes) {
        writeFileSync(path(name), bytes);
        return url(name);
      },
    });
    rmSync(folder, { recursive: true });
    // `yishi` may have to be compiled first.
  }, { scope: "worker", timeout: 600_000 }],

  served: [async ({ browser, site }, use) => {
    const context = await newContext(browser);
    const page = await context.newPage();
    await page.goto(site.url);
    const seen = await page.evaluate(`(${walk})()`);
    await context.close();
    await use(seen);
  }, { scope: "worker", timeout: 90_000 }],

  start: ({}, use, testInfo) => withEngines(use, testInfo),
});

const saveAsFile = (page) => page.evaluate(`(${save})()`);
/** The file of a session inside a single file. */
const inside = (text, id) => {
  const blocks = text.matchAll(new RegExp(`data-file="data/sessions/${id}.json" data-gzip="">([^<]*)<`, "g"));
  return gunzipSync(Buffer.from([...blocks].map(([, block]) => block).join(""), "base64"));
};

test.describe(() => {
  // One after another in one worker, which walks through the served site once.
  test.describe.configure({ mode: "default" });

  for (const name of NAMES) {
    test(`${name}: the walk over file:// is that of the served site, and nothing is requested`, async ({ files, served, start }) => {
      const engine = await start(name);
      expect(served.refused).toBe(0);
      const tab = await engine.open(SINGLE);
      await expect(tab.run(walk)).resolves.toEqual(served);
      expect(tab.errors()).toEqual([]);
      await tab.reload();
      await expect.poll(() => tab.run(`() => document.documentElement.dataset.theme`), { message: "the theme is kept" }).toBe("dark");
      expect(tab.requests()).toEqual([]);
      await tab.close();

      // One saved from the page opens again with its session, and can save itself.
      const first = await engine.open(`${SINGLE}?s=huacao-6-6`);
      const saved = await first.run(save);
      await first.close();
      const again = await engine.open(files.write(`${name}.html`, saved));
      // Not both files in the message.
      await expect(again.run(save).then((text) => text === saved), "a file saved by a saved file is the same").resolves.toBe(true);
      const title = `() => document.querySelector("main h1").textContent + " " + location.search`;
      await expect.poll(() => again.run(title)).toMatch(/华漕镇.*第六次会议 \?s=huacao-6-6$/);
      expect(again.requests()).toEqual([]);
    });
  }

  test("an older browser, without DecompressionStream and fromBase64, opens it all the same", async ({ files, openNew, served }) => {
    const page = await openNew(SINGLE, { script: () => {
      delete globalThis.DecompressionStream;
      delete globalThis.CompressionStream;
      delete Uint8Array.fromBase64;
    } });
    await expect(page.evaluate(`(${walk})()`)).resolves.toEqual(served);
    // Without CompressionStream what it saves is larger, not different.
    await goTo(page, "?s=huacao-6-6");
    const saved = files.write("unpacked-data.html", await saveAsFile(page));
    const again = await openNew(saved);
    await expect(heading(again)).toContainText("华漕镇");
  });
});

test("a file saved from the served page is what `yishi pack` makes: the same sessions, places and digest", async ({ files, open, openNew, page }) => {
  await open("?s=huacao-6-6");
  const saved = files.write("of-the-page.html", await saveAsFile(page));
  const [one, other] = [await openNew(saved), await openNew(files.url("huacao.html"))];
  const overviews = async () => {
    const [a, b] = await Promise.all([one, other].map((page) => page.locator("main .page > div").innerText()));
    return a === b ? "the same" : { a, b };
  };
  await expect.poll(overviews).toBe("the same");
  await expect.poll(() => new URL(one.url()).search === new URL(other.url()).search).toBe(true);
  const digestOf = (name) => files.text(name).match(/<!--digest-->([^]*?)<!--\/digest-->/)[1];
  expect(digestOf("of-the-page.html")).toBe(digestOf("huacao.html"));
  // A further file from either holds the same bytes of the session.
  for (const page of [one, other]) {
    files.write("further.html", await saveAsFile(page));
    await yishi("pack", files.path("further.html"), "-o", files.path("unpacked.html"), "--app", files.path("further.html"));
    expect(inside(files.text("unpacked.html"), "huacao-6-6")).toEqual(readFileSync(join(ROOT, "public/data/sessions/huacao-6-6.json")));
  }
});

test("where no script runs, its digest is there: title, dates, agenda, decisions, and how to open it", async ({ files, openNew }) => {
  const page = await openNew(files.url("huacao.html"), { wait: false, javaScriptEnabled: false, screen: "phone" });
  for (const part of [HUACAO, "2024年7月18日", "就下半年人大工作提出建议", "李斌", "审查和批准华漕镇2023年决算", "来源", "用浏览器打开这个文件"]) {
    await expect(page.locator("body")).toContainText(part, { useInnerText: true });
  }
  await expect(page.locator("h1")).toHaveCount(1);
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});

test("a file that is cut off or altered says so and keeps its digest", async ({ files, openNew, troubles }) => {
  troubles.allow(/^console: /);
  const whole = files.text("huacao.html");
  const start = whole.indexOf('data-program="all"');
  const altered = await openNew(files.write("altered.html", `${whole.slice(0, start + 5_000)}AAAA${whole.slice(start + 5_004)}`), { wait: false });
  await expect(altered.locator("#unloaded")).toBeVisible();
  await expect(altered.locator("#digest")).toContainText("华漕镇", { useInnerText: true });
  // Cut off there is no script to say anything, but the digest comes first.
  const cut = await openNew(files.write("cut.html", whole.slice(0, start + 90_000)), { wait: false });
  await expect(cut.locator("#digest")).toContainText("华漕镇", { useInnerText: true });
  const data = whole.replace(/(data-file="data\/sessions\/[^"]*" data-gzip="">.{400}).{4}/, "$1////");
  expect(data).not.toBe(whole);
  const lost = await openNew(files.write("data.html", data));
  await expect(heading(lost)).toHaveText(TEXTS.zh.failed_title);
  await expect(lost.locator("main")).toContainText(TEXTS.zh.damaged, { useInnerText: true });
});

/** A page whose sessions unpack to 60 MB of blanks each. */
function bomb(page, count) {
  const packed = gzipSync(Buffer.alloc(60 << 20, " "), { level: 9 }).toString("base64");
  const part = (n) => `<script type="application/octet-stream" data-file="data/sessions/${n}.json" data-gzip="">${packed}</script>\n`;
  return page.replace(/<!--data-->[^]*<!--\/data-->/, `<!--data-->${Array.from({ length: count }, (_, n) => part(n)).join("")}<!--/data-->`);
}

test("a single file that is dropped is read like the JSON in it, and what is none of ours is told", async ({ files, open, page }) => {
  const whole = files.text("huacao.html");
  await open();
  await drop(page, "华漕.html", whole);
  await expect(heading(page)).toHaveText(HUACAO);
  await expect(page.locator("main .notice").first()).toContainText("华漕.html", { useInnerText: true });
  await drop(page, "两次.html", files.text("two.html"));
  await expect(heading(page)).toHaveText(archived("taoxi-7-6").title);
  await expect(page.locator(".toast")).toContainText(fill(TEXTS.zh.single_several, "2"), { useInnerText: true });
  for (const [bytes, said] of [
    [readFileSync(join(DIST, "yishi-app.html")), TEXTS.zh.nothing_inside],
    // Each is small enough by itself, all together are not.
    [bomb(whole, 2), fill(TEXTS.zh.too_large_unpacked, "100")],
    [whole.slice(0, whole.indexOf("data-file=") + 600), TEXTS.zh.damaged],
  ]) {
    await drop(page, "x.html", bytes);
    await expect(page.locator("dialog[open] .complaint").getByText(said)).toBeVisible();
    await expect(heading(page)).toHaveText(archived("taoxi-7-6").title);
    await page.keyboard.press("Escape");
    await expect(page.locator("dialog[open]")).toHaveCount(0);
  }
  // Any other page is read as one, and this one holds nothing.
  await drop(page, "x.html", "<!doctype html><title>登录</title>");
  await expect(page.locator("dialog[open] details.asked")).toContainText(TEXTS.zh.draft_nothing);
  await expect(heading(page)).toHaveText(archived("taoxi-7-6").title);
});

test("what is dropped on it is kept beside it, and what is in it needs no keeping", async ({ files, openNew }) => {
  const page = await openNew(files.url("huacao.html"));
  const kept = page.locator("main .notice").getByText(TEXTS.zh.library_kept);
  await drop(page, "带来的会议.json", JSON.stringify(made()));
  await expect(heading(page)).toHaveText(made().title);
  await expect(kept).toBeVisible();
  await page.reload();
  await settled(page);
  await expect(heading(page)).toHaveText(made().title);
  await expect(kept).toBeVisible();
  await page.locator(".brand").click();
  await expect(page.locator("#mine")).toBeVisible();
  await expect(page.locator(".mine li .t")).toHaveText([made().title]);
});

test("it asks no host for anything, not even for a link that names one", async ({ openNew, troubles }) => {
  const page = await openNew(`${SINGLE}?src=https%3A%2F%2Fdata.example%2Fx.json`);
  await expect(page.locator("main")).toContainText(TEXTS.zh.no_requests, { useInnerText: true });
  expect(troubles.list()).toEqual([]);
  const ask = () => page.evaluate(() => fetch("https://data.example/").then(() => "answered", () => "refused"));
  await expect.poll(ask).toBe("refused");
  await expect.poll(() => troubles.list()).toContainEqual(expect.stringContaining("Content Security Policy"));
  troubles.allow(/data\.example/);
});
