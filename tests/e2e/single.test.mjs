// The single file: the walk of the served site, over file://, in every engine, without a network; and what it saves.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";
import { findProgram } from "../../scripts/browser.mjs";
import { newContext } from "../../scripts/chromium.mjs";
import { engines } from "./engines.mjs";
import { assertNoTroubles, DIST, drop, eventually, goTo, heading, ROOT, settled, watch, withSite } from "./helpers.mjs";
import { fill, made, TEXTS } from "./material.mjs";
import { save, walk } from "./walk.mjs";

const folder = mkdtempSync(join(tmpdir(), "yishi-single-"));
const file = (name) => pathToFileURL(join(folder, name)).href;
const SINGLE = join(DIST, "yishi.html");
let served;
const site = withSite(async ({ open }) => {
  const page = await open();
  served = await page.evaluate(`(${walk})()`);
  await page.close();
});
after(() => rmSync(folder, { recursive: true, force: true }));

const missing = {
  chromium: [],
  firefox: ["firefox"],
  webkit: ["WebKitWebDriver", "MiniBrowser", "Xvfb"],
};
/** Why an engine cannot be tried here, if it cannot. */
function absent(name) {
  try {
    missing[name].forEach(findProgram);
    return false;
  } catch (error) {
    return error.message;
  }
}

for (const name of Object.keys(engines)) {
  test(`${name}: the walk over file:// is that of the served site, and nothing is requested`, { skip: absent(name) }, async (t) => {
    const engine = await engines[name].start();
    t.after(() => engine.stop());
    const tab = await engine.open(pathToFileURL(SINGLE).href);
    assert.deepEqual(await tab.run(walk), served);
    assert.equal(served.refused, 0);
    assert.deepEqual(tab.errors(), []);
    await tab.reload();
    const kept = async () => document.documentElement.dataset.theme;
    assert.equal(await tab.run(kept), "dark", "the theme is not kept");
    assert.deepEqual(tab.requests(), []);
    await tab.close();

    // One saved from the page opens again with its session, and can save itself.
    const first = await engine.open(`${pathToFileURL(SINGLE).href}?s=huacao-6-6`);
    const saved = await first.run(save);
    writeFileSync(join(folder, `${name}.html`), saved);
    await first.close();
    const again = await engine.open(file(`${name}.html`));
    assert.equal(await again.run(save), saved, "a file saved by a saved file is another");
    const title = async () => `${document.querySelector("main h1").textContent} ${location.search}`;
    assert.match(await again.run(title), /华漕镇.*第六次会议 \?s=huacao-6-6$/);
    assert.deepEqual(again.requests(), []);
  });
}

const yishi = (...words) => execFileSync("cargo", ["run", "--locked", "--quiet", "--bin", "yishi", "--", ...words, "--lang", "zh"], { cwd: ROOT, stdio: "pipe" });
const packed = (name, ...sessions) => {
  const path = join(folder, name);
  if (!existsSync(path)) {
    yishi("pack", ...sessions.map((id) => `public/data/sessions/${id}.json`), "-o", path, "--app", join(DIST, "yishi-app.html"), "--site", "https://yishi.example/a/");
  }
  return path;
};
/** A page of its own at a file, in a context that remembers its troubles. */
async function local(path, { query = "", script, ...options } = {}) {
  const context = await newContext(site.browser, options);
  if (script) await context.addInitScript(script);
  const page = watch(await context.newPage(), "null");
  await page.goto(pathToFileURL(path).href + query);
  return page;
}
/** The file of a session inside a single file. */
const inside = (name, id) => {
  const blocks = readFileSync(join(folder, name), "utf8").matchAll(new RegExp(`data-file="data/sessions/${id}.json" data-gzip="">([^<]*)<`, "g"));
  return gunzipSync(Buffer.from([...blocks].map(([, text]) => text).join(""), "base64"));
};
const overview = (page) => page.locator("main .page > div").innerText();

test("a file saved from the served page is what `yishi pack` makes: the same sessions, places and digest", async () => {
  const page = await site.open("?s=huacao-6-6");
  await settled(page);
  const saved = join(folder, "of-the-page.html");
  writeFileSync(saved, await page.evaluate(`(${save})()`));
  const [one, other] = [await local(saved), await local(packed("huacao.html", "huacao-6-6"))];
  for (const page of [one, other]) {
    await settled(page);
    assertNoTroubles(page);
  }
  assert.equal(await overview(one), await overview(other));
  assert.equal(one.url().split("?")[1], other.url().split("?")[1]);
  const digestOf = (path) => readFileSync(path, "utf8").match(/<!--digest-->([^]*?)<!--\/digest-->/)[1];
  assert.equal(digestOf(saved), digestOf(packed("huacao.html", "huacao-6-6")));
  // A further file from either holds the same bytes of the session.
  for (const page of [one, other]) {
    writeFileSync(join(folder, "further.html"), await page.evaluate(`(${save})()`));
    yishi("pack", join(folder, "further.html"), "-o", join(folder, "unpacked.html"), "--app", join(folder, "further.html"));
    assert.deepEqual(inside("unpacked.html", "huacao-6-6"), readFileSync(join(ROOT, "public/data/sessions/huacao-6-6.json")));
  }
  await Promise.all([page, one, other].map((page) => page.context().close()));
});

test("an older browser, without DecompressionStream and fromBase64, opens it all the same", async () => {
  const page = await local(SINGLE, { script: () => {
    delete globalThis.DecompressionStream;
    delete globalThis.CompressionStream;
    delete Uint8Array.fromBase64;
  } });
  const seen = await page.evaluate(`(${walk})()`);
  assert.deepEqual(seen, served);
  // Without CompressionStream what it saves is larger, not different.
  await goTo(page, "?s=huacao-6-6");
  const saved = join(folder, "unpacked-data.html");
  writeFileSync(saved, await page.evaluate(`(${save})()`));
  const again = await local(saved);
  await settled(again);
  assert.match(await heading(again), /华漕镇/);
  assertNoTroubles(again);
  await Promise.all([page, again].map((page) => page.context().close()));
});

test("where no script runs, its digest is there: title, dates, agenda, decisions, and how to open it", async () => {
  const page = await local(packed("huacao.html", "huacao-6-6"), { javaScriptEnabled: false, screen: "phone" });
  const text = await page.locator("body").innerText();
  for (const part of ["上海市闵行区华漕镇第六届人民代表大会第六次会议", "2024年7月18日", "就下半年人大工作提出建议", "李斌", "审查和批准华漕镇2023年决算", "来源", "用浏览器打开这个文件"]) {
    assert.ok(text.includes(part), `${part} is not in the digest:\n${text}`);
  }
  assert.equal(await page.locator("h1").count(), 1);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  await page.context().close();
});

test("a file that is cut off or altered says so and keeps its digest", async () => {
  const whole = readFileSync(packed("huacao.html", "huacao-6-6"), "utf8");
  const start = whole.indexOf('data-program="all"');
  const damaged = {
    cut: whole.slice(0, start + 90_000),
    altered: whole.slice(0, start + 5_000) + "AAAA" + whole.slice(start + 5_004),
  };
  writeFileSync(join(folder, "altered.html"), damaged.altered);
  const page = await local(join(folder, "altered.html"));
  await page.locator("#unloaded").waitFor({ state: "visible" });
  assert.ok((await page.locator("#digest").innerText()).includes("华漕镇"));
  await page.context().close();
  // Cut off there is no script to say anything, but the digest comes first.
  writeFileSync(join(folder, "cut.html"), damaged.cut);
  const cut = await local(join(folder, "cut.html"));
  assert.ok((await cut.locator("#digest").innerText()).includes("华漕镇"));
  await cut.context().close();
  const data = whole.replace(/(data-file="data\/sessions\/[^"]*" data-gzip="">.{400}).{4}/, "$1////");
  assert.notEqual(data, whole);
  writeFileSync(join(folder, "data.html"), data);
  const lost = await local(join(folder, "data.html"));
  await settled(lost);
  assert.equal(await heading(lost), TEXTS.zh.failed_title);
  assert.ok((await lost.locator("main").innerText()).includes(TEXTS.zh.damaged));
  await lost.context().close();
});

/** A page whose sessions unpack to 60 MB of blanks each. */
function bomb(page, count) {
  const packed = gzipSync(Buffer.alloc(60 << 20, " "), { level: 9 }).toString("base64");
  const part = (n) => `<script type="application/octet-stream" data-file="data/sessions/${n}.json" data-gzip="">${packed}</script>\n`;
  return page.replace(/<!--data-->[^]*<!--\/data-->/, `<!--data-->${Array.from({ length: count }, (_, n) => part(n)).join("")}<!--/data-->`);
}

test("a single file that is dropped is read like the JSON in it, and what is none of ours is told", async () => {
  const page = await site.open();
  await drop(page, "华漕.html", readFileSync(packed("huacao.html", "huacao-6-6")));
  await eventually(async () => assert.match(await heading(page), /华漕镇.*第六次会议/));
  assert.ok((await page.locator("main .notice").first().innerText()).includes("华漕.html"));
  await drop(page, "两次.html", readFileSync(packed("two.html", "taoxi-6-7", "taoxi-7-6")));
  await eventually(async () => assert.match(await heading(page), /滔溪镇第七届/));
  await eventually(async () => assert.ok((await page.locator(".told").innerText()).includes(fill(TEXTS.zh.single_several, "2"))));
  const before = await heading(page);
  const whole = readFileSync(packed("huacao.html", "huacao-6-6"), "utf8");
  for (const [bytes, said] of [
    [readFileSync(join(DIST, "yishi-app.html")), TEXTS.zh.nothing_inside],
    // Each is small enough by itself, all together are not.
    [bomb(whole, 2), fill(TEXTS.zh.too_large_unpacked, "100")],
    [whole.slice(0, whole.indexOf("data-file=") + 600), TEXTS.zh.damaged],
    ["<!doctype html><title>登录</title>", "这是一个网页，不是会议文件"],
  ]) {
    await drop(page, "x.html", bytes);
    await page.locator("dialog[open] .complaint").getByText(said).waitFor();
    assert.equal(await heading(page), before);
    await page.keyboard.press("Escape");
  }
  assertNoTroubles(page);
  await page.context().close();
});

test("what is dropped on it is kept beside it, and what is in it needs no keeping", async () => {
  const page = await local(packed("huacao.html", "huacao-6-6"));
  await settled(page);
  const kept = page.locator("main .notice").getByText(TEXTS.zh.library_kept);
  await drop(page, "带来的会议.json", JSON.stringify(made()));
  await eventually(async () => assert.equal(await heading(page), made().title));
  await kept.waitFor();
  await page.reload();
  await settled(page);
  assert.equal(await heading(page), made().title);
  await kept.waitFor();
  await page.locator(".brand").click();
  await page.locator("#mine").waitFor();
  assert.deepEqual(await page.locator(".mine li .t").allInnerTexts(), [made().title]);
  assertNoTroubles(page);
  await page.context().close();
});

test("it asks no host for anything, not even for a link that names one", async () => {
  const page = await local(SINGLE, { query: "?src=https%3A%2F%2Fdata.example%2Fx.json" });
  await settled(page);
  assert.ok((await page.locator("main").innerText()).includes(TEXTS.zh.no_requests));
  assertNoTroubles(page);
  const refused = await page.evaluate(() => fetch("https://data.example/").then(() => "answered", () => "refused"));
  assert.equal(refused, "refused");
  await eventually(async () => assert.ok(page.troubles().some((trouble) => trouble.includes("Content Security Policy")), `${page.troubles()}`));
  await page.context().close();
});
