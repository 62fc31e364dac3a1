// A site made by `yishi build`: pages that can be read without scripts and that the program takes over, links to them, feeds, and all of it valid.

import { parseAtomFeed } from "feedsmith";
import { HtmlValidate } from "html-validate";
import { RelaxNGValidator, XmlDocument } from "libxml2-wasm";
import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { serve } from "../../scripts/serve.mjs";
import { inCharge, visited } from "./deployed.mjs";
import { expect, test as base } from "./fixtures.mjs";
import { DIST, drop, heading, painted, ROOT, settled } from "./helpers.mjs";
import { archived, made, TEXTS } from "./material.mjs";

/** The address that the site is built for; it is served elsewhere, which only feeds, sitemap and canonical links know nothing of. */
const ADDRESS = "https://yishi.example/archive/";
const t = TEXTS.zh;
const HUACAO = "s/huacao-6-6/";
const session = archived("huacao-6-6");

/** `built`: the site's folder; `site` and all that opens places are of it. */
const test = base.extend({
  built: [async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), "yishi-published-"));
    const built = join(folder, "site");
    const words = ["build", "public/data", "--out", built, "--app", DIST, "--site", ADDRESS, "--lang", "zh"];
    await promisify(execFile)("cargo", ["run", "--locked", "--quiet", "--bin", "yishi", "--", ...words], { cwd: ROOT });
    await use({ folder: built, ids: readdirSync(join(built, "s")), text: (path) => readFileSync(join(built, path), "utf8") });
    rmSync(folder, { recursive: true });
    // `yishi` may have to be compiled first.
  }, { scope: "worker", timeout: 600_000 }],

  site: [async ({ built }, use) => {
    const server = await serve({ root: built.folder, prefix: "/any/where" });
    await use(server);
    await server.close();
  }, { scope: "worker" }],
});

test("where no script runs, a session's page has its title, agenda, decisions and speeches", async ({ openNew }) => {
  const page = await openNew(HUACAO, { wait: false, javaScriptEnabled: false, screen: "phone" });
  await expect(heading(page)).toHaveText(session.title);
  await expect(page.locator("h1")).toBeVisible();
  const speech = session.speeches.find(({ blocks }) => blocks?.length > 0);
  for (const part of [session.agenda[0].title, session.resolutions[0].title, speech.title, speech.blocks.at(-1).text, session.sources[0].title]) {
    await expect(page.locator("main")).toContainText(part, { useInnerText: true });
  }
  await expect(page.locator("noscript")).toBeVisible();
  await expect(page.locator("noscript")).toContainText("请在浏览器中开启 JavaScript", { useInnerText: true });
  await expect(page.locator("#boot")).toBeHidden();
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth > innerWidth), { message: "the page can be scrolled sideways" }).toBe(false);
});

test("every page says in its head what it is", async ({ built, openNew, request }) => {
  const page = await openNew(HUACAO, { wait: false, javaScriptEnabled: false });
  const head = (selector) => page.locator(`head ${selector}`);
  await expect(page).toHaveTitle(`${session.title} · 议事`);
  await expect(head("meta[property='og:title']")).toHaveAttribute("content", session.title);
  const description = await head("meta[name=description]").getAttribute("content");
  await expect(head("meta[property='og:description']")).toHaveAttribute("content", description);
  await expect(head("meta[property='og:url']")).toHaveAttribute("content", ADDRESS + HUACAO);
  await expect(head("link[rel=canonical]")).toHaveAttribute("href", ADDRESS + HUACAO);
  const event = async () => JSON.parse(await page.locator("script[type='application/ld+json']").textContent());
  await expect.poll(event).toMatchObject({ "@type": "Event", name: session.title, startDate: "2024-07-18", url: ADDRESS + HUACAO });
  const feeds = head("link[type='application/atom+xml']");
  await expect(feeds).not.toHaveCount(0);
  for (const link of await feeds.all()) {
    await expect.poll(async () => (await request.get(await link.evaluate(({ href }) => href))).status()).toBe(200);
  }
  // Nothing that is made up, or is no session, is called an event that was held.
  for (const id of ["sample-1-4", "baidian-2021-draft"]) expect(built.text(`s/${id}/index.html`)).not.toContain("ld+json");
});

test("the program takes a page over: no moment without text, then the place that the address names", async ({ page, site }) => {
  const speech = session.speeches.find(({ id }) => id === "closing");
  /** Holds what is asked for until it is let go. */
  const hold = async (pattern) => {
    let letGo;
    const held = new Promise((done) => { letGo = done; });
    await page.route(pattern, async (route) => {
      await held;
      await route.continue();
    });
    return letGo;
  };
  const release = await hold("**/*.wasm");
  const answer = await hold("**/data/sessions/*.json");
  await page.goto(`${site.url}${HUACAO}?p=speeches/closing&at=closing-p4`, { waitUntil: "domcontentloaded" });
  await expect(heading(page)).toHaveText(session.title);
  await expect(page.locator("head link[rel=preload]")).toHaveAttribute("href", "data/sessions/huacao-6-6.json");
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
  await expect(page.locator("header.bar")).toBeAttached();
  await painted(page);
  await expect(page.locator("#digest")).toBeVisible();
  await expect(page.locator("header.bar")).toBeHidden();
  answer();
  await expect(page.locator("#digest")).toHaveCount(0);
  await settled(page);
  await expect(heading(page)).toHaveText(speech.title);
  await expect.poll(() => page.evaluate(() => window.empty), { message: "frames without text" }).toBe(0);
  const place = `${site.url}?s=huacao-6-6&p=speeches/closing&at=closing-p4`;
  await expect(page).toHaveURL(place);
  await expect(page).toHaveTitle(new RegExp(`^${speech.title} · `));
  await expect(page.locator("#b-closing-p4")).toBeVisible();
  // The address is that of the program now, and so are fragments and a reload.
  await page.locator("a.skip").dispatchEvent("click");
  await expect(page).toHaveURL(`${place}#main`);
  await page.unrouteAll();
  await page.reload();
  await settled(page);
  await expect(heading(page)).toHaveText(speech.title);
});

test("a page is found without its last slash, and a program that does not load leaves the text", async ({ open, page, site, troubles }) => {
  await open("s/huacao-6-6?p=agenda");
  await expect(page).toHaveURL(`${site.url}?s=huacao-6-6&p=agenda`);
  expect(troubles.list()).toEqual([]);
  troubles.allow(/ERR_FAILED|Failed to fetch/);
  await page.route("**/*.wasm", (route) => route.abort());
  await open(HUACAO, { wait: false });
  await expect(page.locator("#unloaded")).toBeVisible();
  await expect(page.locator("#digest")).toBeVisible();
});

test("what is shared or copied leads to the page of the session, from wherever it was opened", async ({ context, open, page, site }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open("?s=huacao-6-6&p=speeches/closing");
  const share = () => page.locator(".acts").getByRole("button", { name: t.share_title, exact: true }).click();
  const dialog = page.locator("dialog.modal[open]");
  const field = dialog.getByLabel(t.share_link, { exact: true });
  await share();
  await expect(field).toHaveValue(`${site.url}${HUACAO}?p=speeches/closing`);
  await dialog.getByRole("checkbox").check();
  await expect(field).toHaveValue(new RegExp(`${HUACAO}\\?p=speeches/closing&sha256=[0-9a-f]{64}$`));
  await expect(dialog.locator(".cited").first()).toContainText(`${site.url}${HUACAO}?p=speeches/closing`, { useInnerText: true });
  await open(`${HUACAO}?p=agenda&sha256=${"0".repeat(64)}`);
  await expect(page.locator(".notice").getByText(t.file_changed)).toBeVisible();

  // A file of the reader's is on no site.
  const own = made({ id: "mine" });
  await drop(page, "x.json", JSON.stringify(own));
  await expect(heading(page)).toHaveText(own.title);
  await share();
  await expect(field).toHaveValue(/\?s=mine#z=/);
});

test("without a network the page of a session that was read opens as the program's", async ({ openNew, site }) => {
  const page = await openNew(HUACAO, { serviceWorkers: "allow" });
  await inCharge(page);
  await visited(page, "huacao-6-6");
  await page.context().setOffline(true);
  for (const address of [`${HUACAO}?p=agenda`, "s/huacao-6-6?p=agenda"]) {
    await page.goto(site.url + address);
    await settled(page);
    await expect(page).toHaveURL(`${site.url}?s=huacao-6-6&p=agenda`);
    await expect(heading(page)).toHaveText(t.agenda);
  }
});

test("every page is valid HTML", ({ built }) => {
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
  for (const path of ["index.html", ...built.ids.map((id) => `s/${id}/index.html`)]) {
    const { results } = validator.validateStringSync(built.text(path));
    expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => `${path}:${line}: ${ruleId}: ${message}`))).toEqual([]);
  }
  // It does see what is wrong.
  expect(validator.validateStringSync(built.text("index.html").replace("<title>", "<title><p>")).valid).toBe(false);
});

test("feeds and sitemap are valid, and name every session", ({ built }) => {
  const { folder, ids, text } = built;
  const grammar = RelaxNGValidator.fromDoc(XmlDocument.fromString(readFileSync(join(ROOT, "tests/data/atom.rng"), "utf8")));
  const seen = [];
  for (const path of ["feed.xml", ...readdirSync(join(folder, "feeds")).map((name) => `feeds/${name}`)]) {
    const xml = XmlDocument.fromString(text(path));
    grammar.validate(xml);
    xml.dispose();
    const feed = parseAtomFeed(text(path));
    expect(feed.id).toBe(ADDRESS + path);
    expect(feed.title?.value ?? feed.title).toBeTruthy();
    expect(feed.entries.filter(({ updated }) => Number.isNaN(Date.parse(updated)))).toEqual([]);
    const links = feed.entries.map(({ links }) => links.find(({ rel }) => rel === "alternate").href);
    if (path === "feed.xml") expect(links.sort()).toEqual(ids.map((id) => `${ADDRESS}s/${id}/`).sort());
    else seen.push(...links);
  }
  expect(seen, "each session is in the feed of its body").toHaveLength(ids.length);
  // The grammar does see what is wrong.
  const wrong = text("feed.xml").replace(/<updated>[^<]*<\/updated>/, "<updated>2024-07-18</updated>");
  expect(() => grammar.validate(XmlDocument.fromString(wrong))).toThrow();

  const map = XmlDocument.fromString(text("sitemap.xml"));
  const places = map.find("//s:url/s:loc", { s: "http://www.sitemaps.org/schemas/sitemap/0.9" }).map(({ content }) => content);
  const real = ids.filter((id) => !archived(id).is_sample);
  expect(places.sort()).toEqual([ADDRESS, ...real.map((id) => `${ADDRESS}s/${id}/`)].sort());
  expect(text("robots.txt")).toMatch(new RegExp(`^Sitemap: ${ADDRESS}sitemap.xml$`, "m"));
});

test("the program, its data and the session files are those of the build", ({ built }) => {
  for (const path of ["catalogue.json", ...built.ids.map((id) => `sessions/${id}.json`)]) {
    expect(built.text(`data/${path}`) === readFileSync(join(ROOT, "public/data", path), "utf8"), path).toBe(true);
  }
  const names = (folder) => readdirSync(folder).filter((name) => /\.(wasm|js|css|webmanifest|bin)$/.test(name)).sort();
  expect(names(built.folder)).toEqual(names(DIST));
});
