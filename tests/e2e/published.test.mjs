// A site made by `yishi build`: pages that can be read without scripts and that the program takes over, links to them, feeds, and all of it valid.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { visited } from "./deployed.mjs";
import { assertNoTroubles, DIST, drop, eventually, heading, mounted, ROOT, settled, withSite } from "./helpers.mjs";
import { archived, made, TEXTS } from "./material.mjs";

const require = createRequire(import.meta.url);
const { HtmlValidate } = require("html-validate");
const { parseAtomFeed } = require("feedsmith");

/** The address that the site is built for; it is served elsewhere, which only feeds, sitemap and canonical links know nothing of. */
const ADDRESS = "https://yishi.example/archive/";
const SITE = join(ROOT, "tests/e2e/out/published");
const t = TEXTS.zh;
const HUACAO = "s/huacao-6-6/";
const title = archived("huacao-6-6").title;

mkdirSync(join(ROOT, "tests/e2e/out"), { recursive: true });
rmSync(SITE, { recursive: true, force: true });
const words = ["build", "public/data", "--out", SITE, "--app", DIST, "--site", ADDRESS, "--lang", "zh"];
execFileSync("cargo", ["run", "--locked", "--quiet", "--bin", "yishi", "--", ...words], { cwd: ROOT, stdio: "pipe" });

const site = withSite(undefined, { root: SITE });
const text = (path) => readFileSync(join(SITE, path), "utf8");
const pages = () => readdirSync(join(SITE, "s")).map((id) => `s/${id}/index.html`);

test("where no script runs, a session's page has its title, agenda, decisions and speeches", async () => {
  const page = await site.open(HUACAO, { wait: false, javaScriptEnabled: false, screen: "phone" });
  assert.equal(await heading(page), title);
  assert.ok(await page.locator("h1").isVisible());
  const session = archived("huacao-6-6");
  const shown = await page.locator("main").innerText();
  const speech = session.speeches.find(({ blocks }) => blocks?.length > 0);
  for (const part of [session.agenda[0].title, session.resolutions[0].title, speech.title, speech.blocks.at(-1).text, session.sources[0].title]) {
    assert.ok(shown.includes(part), part);
  }
  assert.ok(await page.locator("noscript").isVisible());
  assert.match(await page.locator("noscript").innerText(), /请在浏览器中开启 JavaScript/);
  assert.equal(await page.locator("#boot").isVisible(), false);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  assert.equal(wide, false, "the page can be scrolled sideways");
});

test("every page says in its head what it is", async () => {
  const page = await site.open(HUACAO, { wait: false, javaScriptEnabled: false });
  const content = (selector, attribute = "content") => page.locator(`head ${selector}`).getAttribute(attribute);
  assert.equal(await page.title(), `${title} · 议事`);
  assert.equal(await content("meta[property='og:title']"), title);
  assert.equal(await content("meta[property='og:description']"), await content("meta[name=description]"));
  assert.equal(await content("meta[property='og:url']"), ADDRESS + HUACAO);
  assert.equal(await content("link[rel=canonical]", "href"), ADDRESS + HUACAO);
  const event = JSON.parse(await page.locator("script[type='application/ld+json']").textContent());
  assert.deepEqual([event["@type"], event.name, event.startDate, event.url], ["Event", title, "2024-07-18", ADDRESS + HUACAO]);
  for (const link of await page.locator("link[type='application/atom+xml']").evaluateAll((all) => all.map((one) => one.href))) {
    assert.equal((await fetch(link)).status, 200, link);
  }
  // Nothing that is made up, or is no session, is called an event that was held.
  for (const id of ["sample-1-4", "baidian-2021-draft"]) assert.doesNotMatch(text(`s/${id}/index.html`), /ld\+json/);
});

test("the program takes a page over: no moment without text, then the place that the address names", async () => {
  const page = await site.open("", { wait: false });
  const speech = archived("huacao-6-6").speeches.find(({ id }) => id === "closing");
  let release;
  const held = new Promise((done) => { release = done; });
  const hold = async (route) => {
    await held;
    await route.continue();
  };
  await page.route("**/*.wasm", hold);
  let answer;
  const data = new Promise((done) => { answer = done; });
  await page.route("**/data/sessions/*.json", async (route) => {
    await data;
    await route.continue();
  });
  const gone = () => page.evaluate(() => [...document.querySelectorAll("main")].every((main) => !main.innerText.trim()));
  await page.goto(`${site.url}${HUACAO}?p=speeches/closing&at=closing-p4`, { waitUntil: "domcontentloaded" });
  assert.equal(await heading(page), title);
  assert.equal(await page.locator("head link[rel=preload]").getAttribute("href"), "data/sessions/huacao-6-6.json");
  // Looks at every frame from here on.
  await page.evaluate(() => {
    window.empty = 0;
    const look = () => {
      const shown = [...document.querySelectorAll("main")].filter((main) => main.checkVisibility());
      if (shown.length !== 1 || !shown[0].innerText.trim() || shown[0].querySelector("[aria-busy=true]")) window.empty += 1;
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  release();
  // The program runs and waits for the session; the text is still there.
  await page.locator("header.bar").waitFor({ state: "attached" });
  await page.waitForTimeout(200);
  assert.equal(await page.locator("#digest").isVisible(), true);
  assert.equal(await page.locator("header.bar").isVisible(), false);
  answer();
  await page.locator("#digest").waitFor({ state: "detached" });
  await settled(page);
  assert.equal(await gone(), false);
  assert.equal(await page.evaluate(() => window.empty), 0, "frames without text");
  assert.equal(page.url(), `${site.url}?s=huacao-6-6&p=speeches/closing&at=closing-p4`);
  assert.equal(await heading(page), speech.title);
  assert.match(await page.title(), new RegExp(`^${speech.title} · `));
  assert.ok(await page.locator("#b-closing-p4").isVisible());
  // The address is that of the program now, and so are fragments and a reload.
  await page.evaluate(() => document.querySelector("a.skip").click());
  assert.equal(page.url(), `${site.url}?s=huacao-6-6&p=speeches/closing&at=closing-p4#main`);
  await page.unrouteAll();
  await page.reload();
  await mounted(page);
  await settled(page);
  assert.equal(await heading(page), speech.title);
  assertNoTroubles(page);
});

test("a page is found without its last slash, and a program that does not load leaves the text", async () => {
  const page = await site.open("s/huacao-6-6?p=agenda");
  await settled(page);
  assert.equal(page.url(), `${site.url}?s=huacao-6-6&p=agenda`);
  assertNoTroubles(page);
  const broken = await site.open("", { wait: false });
  await broken.route("**/*.wasm", (route) => route.abort());
  await broken.goto(site.url + HUACAO);
  await broken.locator("#unloaded").waitFor({ state: "visible" });
  assert.ok(await broken.locator("#digest").isVisible());
});

test("what is shared or copied leads to the page of the session, from wherever it was opened", async () => {
  const page = await site.open("?s=huacao-6-6&p=speeches/closing", { permissions: ["clipboard-read", "clipboard-write"] });
  await settled(page);
  await page.locator(".acts").getByRole("button", { name: t.share_title, exact: true }).click();
  const dialog = page.locator("dialog.made[open]");
  const field = dialog.getByLabel(t.share_link, { exact: true });
  assert.equal(await field.inputValue(), `${site.url}${HUACAO}?p=speeches/closing`);
  await dialog.getByRole("checkbox").check();
  assert.match(await field.inputValue(), new RegExp(`${HUACAO}\\?p=speeches/closing&sha256=[0-9a-f]{64}$`));
  assert.ok((await dialog.locator(".cited").first().innerText()).includes(`${site.url}${HUACAO}?p=speeches/closing`));
  await page.keyboard.press("Escape");
  const checked = await site.open(new URL(`${site.url}${HUACAO}?p=agenda&sha256=${"0".repeat(64)}`).href.slice(site.url.length));
  await settled(checked);
  await checked.locator(".notice").getByText(t.file_changed).waitFor();

  // A file of the reader's is on no site.
  const local = await site.open("");
  await drop(local, "x.json", JSON.stringify(made({ id: "mine" })));
  await settled(local);
  await local.locator(".acts").getByRole("button", { name: t.share_title, exact: true }).click();
  await eventually(async () => assert.match(await local.locator("dialog.made[open]").getByLabel(t.share_link, { exact: true }).inputValue(), /\?s=mine#z=/));
});

test("without a network the page of a session that was read opens as the program's", async () => {
  const page = await site.open(HUACAO, { serviceWorkers: "allow" });
  await settled(page);
  await visited(page, "huacao-6-6");
  await page.context().setOffline(true);
  for (const address of [`${HUACAO}?p=agenda`, "s/huacao-6-6?p=agenda"]) {
    await page.goto(site.url + address);
    await mounted(page);
    await settled(page);
    assert.equal(page.url(), `${site.url}?s=huacao-6-6&p=agenda`);
    assert.equal(await heading(page), t.agenda);
  }
});

test("every page is valid HTML", async () => {
  const validator = new HtmlValidate({
    extends: ["html-validate:standard"],
    rules: {
      // The program's own page closes void elements, and so do all made from it.
      "void-style": "off",
      // How a line ends, or how long a title is, breaks nothing.
      "no-trailing-whitespace": "off",
      "long-title": "off",
    },
  });
  for (const path of ["index.html", ...pages()]) {
    const { results } = await validator.validateString(text(path));
    const found = results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => `${path}:${line}: ${ruleId}: ${message}`));
    assert.deepEqual(found, []);
  }
  // It does see what is wrong.
  const { valid } = await validator.validateString(text("index.html").replace("<title>", "<title><p>"));
  assert.equal(valid, false);
});

test("feeds and sitemap are valid, and name every session", async () => {
  const { RelaxNGValidator, XmlDocument } = await import("libxml2-wasm");
  const grammar = RelaxNGValidator.fromDoc(XmlDocument.fromString(readFileSync(join(ROOT, "tests/data/atom.rng"), "utf8")));
  const ids = readdirSync(join(SITE, "s"));
  const feeds = ["feed.xml", ...readdirSync(join(SITE, "feeds")).map((name) => `feeds/${name}`)];
  const seen = [];
  for (const path of feeds) {
    const xml = XmlDocument.fromString(text(path));
    grammar.validate(xml);
    xml.dispose();
    const feed = parseAtomFeed(text(path));
    assert.equal(feed.id, ADDRESS + path);
    assert.ok(feed.title?.value ?? feed.title);
    assert.ok(feed.entries.every(({ updated }) => !Number.isNaN(Date.parse(updated))));
    const links = feed.entries.map(({ links }) => links.find(({ rel }) => rel === "alternate").href);
    if (path === "feed.xml") assert.deepEqual(links.sort(), ids.map((id) => `${ADDRESS}s/${id}/`).sort());
    else seen.push(...links);
  }
  assert.equal(seen.length, ids.length, "each session is in the feed of its body");
  // The grammar does see what is wrong.
  const wrong = text("feed.xml").replace(/<updated>[^<]*<\/updated>/, "<updated>2024-07-18</updated>");
  assert.throws(() => grammar.validate(XmlDocument.fromString(wrong)));

  const map = XmlDocument.fromString(text("sitemap.xml"));
  const places = map.find("//s:url/s:loc", { s: "http://www.sitemaps.org/schemas/sitemap/0.9" }).map(({ content }) => content);
  const real = ids.filter((id) => !archived(id).is_sample);
  assert.deepEqual(places.sort(), [ADDRESS, ...real.map((id) => `${ADDRESS}s/${id}/`)].sort());
  assert.match(text("robots.txt"), new RegExp(`^Sitemap: ${ADDRESS}sitemap.xml$`, "m"));
});

test("the program, its data and the session files are those of the build", () => {
  for (const id of readdirSync(join(SITE, "s"))) {
    assert.deepEqual(readFileSync(join(SITE, `data/sessions/${id}.json`)), readFileSync(join(ROOT, `public/data/sessions/${id}.json`)));
  }
  assert.equal(text("data/catalogue.json"), readFileSync(join(ROOT, "public/data/catalogue.json"), "utf8"));
  const names = (folder) => readdirSync(folder).filter((name) => /\.(wasm|js|css|webmanifest|bin)$/.test(name)).sort();
  assert.deepEqual(names(SITE), names(DIST));
});
