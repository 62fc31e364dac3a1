// Installed and offline: what was read can be read again, versions never mix, and what goes wrong is told and loses nothing.

/* global yishi -- of the page */
/* global SCOPE, VISITED, SHARED, MOST_VISITED, MOST_BYTES, isCut, data, store, touch, trim -- of the worker */

import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deploy, expect, expectKept, expectVersion, hasHeard, inCharge, release, stored, test, visited } from "./deployed.mjs";
import { expectAccessible } from "./fixtures.mjs";
import { DIST, goTo, heading, ROOT, settled } from "./helpers.mjs";
import { archived, CATALOGUE, fill, made, TEXTS } from "./material.mjs";

const t = TEXTS.zh;
const main = (page) => page.locator("main");
const title = (id) => archived(id).title;
const shows = (page, text) => expect(heading(page)).toHaveText(text);
const button = (of, name) => of.getByRole("button", { name, exact: true });
const newer = (page) => page.locator("#newer");
/** What says that a session is shown as it was stored. */
const copyNote = (page) => main(page).locator(".notice").filter({ hasText: t.kept_copy.split("{}")[0] });
/** What says that a file cannot be opened. */
const alert = (page) => page.locator("dialog.modal[open] [role=alert]");
/** What can be done with a group of sessions in the dialog. */
const group = (dialog, at) => dialog.locator("p.row").nth(at);
const session = (host, id) => join(host.site, `data/sessions/${id}.json`);
/** The program, which is the largest file. */
const wasm = (site) => join(site, readdirSync(site).find((name) => name.endsWith(".wasm")));
const clearBrowserCache = async (page) => (await page.context().newCDPSession(page)).send("Network.clearBrowserCache");
/** What the worker knows of the network. */
const network = (page) => page.evaluate(async () => (await yishi.offline("state")).split("\n")[0]);
/** What becomes of a fetch of the page. */
const status = (page, address) => page.evaluate((address) => fetch(address).then((answer) => answer.status, () => "none"), address);

/** Waits until only the list of sessions has been stored: what was fetched before there was a worker is seen to. */
const onlyCatalogue = (page) => expect.poll(async () => (await stored(page)).visited).toEqual(["catalogue.json"]);

async function reload(page) {
  await page.reload();
  await settled(page);
}

/** The dialog in which sessions are kept. */
const keeping = (page) => page.locator("dialog.modal[open]");
async function openKeeping(page) {
  await button(main(page), t.keep).click();
  await expect(group(keeping(page), 0)).toBeVisible();
}

test("what was read is read again without a network, from the first visit on", async ({ host }) => {
  const page = await host.open("?s=huacao-6-6");
  await visited(page, "huacao-6-6");
  await goTo(page, "?s=zhuanqiao-6-7");
  await visited(page, "zhuanqiao-6-7");

  await host.cut();
  await reload(page);
  await shows(page, title("zhuanqiao-6-7"));
  await expect(copyNote(page)).toContainText(`${new Date().getFullYear()}`);
  await page.locator(".tabs nav a").nth(1).click();
  await settled(page);

  await page.locator("a.brand").click();
  await shows(page, t.front_title);
  await expect(main(page).getByText(t.offline_note)).toBeVisible();
  await main(page).locator(".newest .all").click();
  await shows(page, t.archive_title);
  await expect(main(page).getByText(t.offline_note)).toBeVisible();
  const marked = () => main(page).locator(".sessions li").filter({ hasText: t.can_read_offline }).locator("a.t").evaluateAll((links) => links.map((link) => link.getAttribute("href")).sort());
  await expect.poll(marked).toEqual(["?s=huacao-6-6", "?s=zhuanqiao-6-7"]);
  await main(page).locator(".sessions a[href='?s=huacao-6-6']").click();
  await shows(page, title("huacao-6-6"));
  await expect(copyNote(page)).toBeVisible();
});

test("a session that was not read says without a network what to do, and opens when it is back", async ({ host }) => {
  const page = await host.open();
  await onlyCatalogue(page);
  await host.cut();
  await goTo(page, "?s=huacao-6-6");
  await shows(page, t.failed_title);
  await expect(main(page).getByText(t.offline)).toBeVisible();
  await expectAccessible(page);
  await host.cut(false);
  await button(main(page), t.retry).click();
  await shows(page, title("huacao-6-6"));
  await expect(copyNote(page)).toHaveCount(0);
});

test("the marks and the note come and go with the network", async ({ host }) => {
  const page = await host.open("?s=huacao-6-6");
  await visited(page, "huacao-6-6");
  await goTo(page, "?list=all");
  await expect(main(page).locator(".sessions li").filter({ hasText: t.can_read_offline })).toBeVisible();
  const note = main(page).getByText(t.offline_note);
  await expect(note).toHaveCount(0);
  await host.cut();
  await expect(note).toBeVisible();
  await host.cut(false);
  await expect(note).toHaveCount(0);
});

// The one test in which the worker's patience (PATIENCE_MS of scripts/sw.js) runs out for real.
test("a host that does not answer in time gives way to the copy, and its late answer is stored", async ({ host }) => {
  const page = await host.open("?s=huacao-6-6");
  await visited(page, "huacao-6-6");
  const changed = { ...archived("huacao-6-6"), title: "改过标题的会议" };
  writeFileSync(session(host, "huacao-6-6"), JSON.stringify(changed));
  const go = host.hold(/\/data\//);
  await reload(page);
  await shows(page, title("huacao-6-6"));
  await expect(copyNote(page)).toBeVisible();
  go();
  await expect.poll(() => page.evaluate(async () => (await (await caches.match("data/sessions/huacao-6-6.json")).json()).title)).toBe(changed.title);
  await host.cut();
  await reload(page);
  await shows(page, changed.title);
});

test("a host that is only slow, and an answer that is no longer wanted, are not taken for a cut network", async ({ host }) => {
  const page = await host.open();
  await onlyCatalogue(page);
  const worker = await host.worker();
  // The worker's patience runs out when the test says so. What copies it finds, and what comes of what it fetches, is noted.
  await worker.evaluate(() => {
    Object.assign(globalThis, { limits: [], found: [], came: [] });
    globalThis.setTimeout = (...limit) => globalThis.limits.push(limit);
    const { find, fetch } = globalThis;
    globalThis.find = async (url) => {
      const copy = await find(url);
      globalThis.found.push([url.slice(SCOPE.length), Boolean(copy)]);
      return copy;
    };
    globalThis.fetch = (request) => {
      const answer = fetch(request);
      answer.then(({ status }) => globalThis.came.push(status), ({ name }) => globalThis.came.push(name));
      return answer;
    };
  });
  let go = host.hold(/\/data\//);
  await page.evaluate(() => {
    window.late = fetch("data/sessions/huacao-6-6.json").then((answer) => answer.status);
  });
  await expect.poll(() => worker.evaluate(() => globalThis.limits.map(([, ms]) => ms))).toEqual([4000]);
  await worker.evaluate(() => {
    for (const [pass, , ...words] of globalThis.limits) pass(...words);
  });
  await expect.poll(() => worker.evaluate(() => globalThis.found)).toEqual([["data/sessions/huacao-6-6.json", false]]);
  await expect.poll(() => network(page)).toBe("online");
  go();
  await expect.poll(() => page.evaluate(() => window.late)).toBe(200);
  await expect.poll(() => network(page)).toBe("online");

  go = host.hold(/\/data\//);
  const asked = host.asked.length;
  await page.evaluate(() => {
    window.unwanted = new AbortController();
    window.dropped = fetch("data/catalogue.json", { signal: window.unwanted.signal }).catch(({ name }) => name);
  });
  await expect.poll(() => host.asked.slice(asked)).toEqual([expect.stringMatching(/catalogue/)]);
  await page.evaluate(() => window.unwanted.abort());
  await expect.poll(() => page.evaluate(() => window.dropped)).toBe("AbortError");
  await expect.poll(() => network(page)).toBe("online");
  go();
  // Chromium does not tell the worker that the page has dropped it, so it is answered; another browser may.
  await expect.poll(() => worker.evaluate(() => globalThis.came)).toEqual([200, expect.anything()]);
  await expect.poll(() => network(page)).toBe("online");
  const cut = await worker.evaluate(async () => {
    const is = [];
    const asked = (request) => data({ request, waitUntil: () => {} }, request.url).catch(() => {}).then(() => is.push(isCut));
    await asked(new Request(`${SCOPE}data/sessions/none.json`, { signal: AbortSignal.abort() }));
    await asked(new Request("http://localhost:1/none.json", { mode: "no-cors" }));
    await asked(new Request(`${SCOPE}data/sessions/none.json`, { signal: AbortSignal.abort() }));
    await asked(new Request(`${SCOPE}data/catalogue.json`));
    return is;
  });
  expect(cut).toEqual([false, true, true, false]);
});

test("neither a hotspot's page nor an error of the host takes the place of a copy", async ({ host, troubles }) => {
  troubles.allow(/status (of )?(503|404)/);
  const page = await host.open("?s=huacao-6-6");
  await visited(page, "huacao-6-6");
  for (const instead of [{ body: "<p>Sign in</p>" }, { status: 503 }]) {
    host.instead = instead;
    await reload(page);
    await shows(page, title("huacao-6-6"));
    await expect(copyNote(page)).toBeVisible();
  }
  // A session that is gone from the host is gone: that is an answer.
  host.instead = null;
  rmSync(session(host, "huacao-6-6"));
  await reload(page);
  await expect(main(page).getByText(fill(t.not_found, "huacao-6-6"))).toBeVisible();
});

test("a body that is kept can be read as a whole without a network, and removed again", async ({ host }) => {
  const page = await host.open("?s=zhuanqiao-6-7");
  const dialog = keeping(page);
  await openKeeping(page);
  await expectAccessible(page);
  const of = CATALOGUE.sessions.filter(({ id }) => /^zhuanqiao-/.test(id));
  const ids = of.map(({ id }) => id);
  const body = of[0].assembly.name;
  const kB = (bytes) => `${Math.floor(bytes / 1000)} kB`;
  const bytes = of.reduce((sum, entry) => sum + entry.bytes, 0);
  const one = of.find(({ id }) => id === "zhuanqiao-6-7").bytes;
  await expect(dialog.locator("h3")).toHaveText([fill(t.keep_this, kB(one)), fill(t.keep_body, body, `${of.length}`, kB(bytes))]);
  await button(group(dialog, 1), t.keep).click();
  await expect(group(dialog, 1).getByText("✓ 2/2")).toBeVisible();
  // The program itself is stored too.
  const inAll = fill(t.kept_in_all, "2", kB(bytes)).split("{}")[0];
  await expect(dialog).toContainText(new RegExp(`${inAll}(?:[1-9]\\d{2,} kB|\\d+\\.\\d MB)`));
  await expect(button(group(dialog, 1), t.keep)).toHaveCount(0);
  await expect(button(group(dialog, 1), t.keep_remove)).toBeFocused();
  await expectAccessible(page);
  await expectKept(page, ...ids);
  await expect.poll(async () => (await stored(page)).visited.filter((path) => path.includes("zhuanqiao"))).toEqual([]);

  // Where a place is reached without loading the page, it needs something that was not read since the page was loaded.
  await host.cut();
  await host.load(page, `?s=${ids[0]}`);
  await shows(page, title(ids[0]));
  await goTo(page, `?s=${ids[1]}`);
  await shows(page, title(ids[1]));
  // What is told over its sessions is told of what is kept.
  await host.load(page, `?body=${encodeURIComponent(body)}`);
  await shows(page, body);
  const shown = () => main(page).locator(".timeline a.t").evaluateAll((links) => links.map((link) => link.search).sort());
  await expect.poll(shown).toEqual(ids.map((id) => `?s=${id}`).sort());
  await host.load(page, `?compare=${ids[1]},${ids[0]}`);
  await expect(main(page).getByRole("heading", { name: t.agenda })).toBeVisible();
  // What is kept is searched, by letters too, and it is said that the rest was not.
  await host.load(page, `?q=${encodeURIComponent("颛桥")}&body=${encodeURIComponent(body)}`);
  const found = () => main(page).locator(".answers h2").allTextContents().then((names) => names.sort());
  await expect.poll(found).toEqual(ids.map(title).sort());
  await goTo(page, `?q=zhuanqiao&body=${encodeURIComponent(body)}`);
  await expect.poll(found).toEqual(ids.map(title).sort());
  await goTo(page, `?q=${encodeURIComponent("颛桥")}`);
  await expect(main(page).getByText(t.find_offline)).toBeVisible();

  await host.cut(false);
  await goTo(page, "?s=zhuanqiao-6-7");
  await openKeeping(page);
  await button(group(dialog, 1), t.keep_remove).click();
  await expect(button(group(dialog, 1), t.keep)).toBeVisible();
  await expectKept(page);
  await page.keyboard.press("Escape");
  await expect(page.locator("dialog.modal")).toHaveCount(0);
});

test("a session that is fetched while it is removed does not come back as kept", async ({ host }) => {
  const page = await host.open("?s=huacao-6-6");
  await page.evaluate(() => yishi.offline("keep", "huacao-6-6"));
  const worker = await host.worker();
  await worker.evaluate(() => {
    const put = Cache.prototype.put;
    const may = new Promise((release) => {
      globalThis.release = release;
    });
    globalThis.began = new Promise((begin) => {
      globalThis.ended = new Promise((end) => {
        Cache.prototype.put = async function (...all) {
          begin();
          await may;
          await put.apply(this, all);
          end();
        };
      });
    });
  });
  await page.reload();
  await worker.evaluate(() => globalThis.began);
  // What is asked after it is answered from the same stores: by then a worker that would not wait has removed it.
  const state = await page.evaluate(async () => {
    window.dropped = yishi.offline("drop", "huacao-6-6");
    await yishi.offline("state");
    return yishi.offline("state");
  });
  expect(state).toContain("+huacao-6-6");
  await worker.evaluate(() => {
    globalThis.release();
    return globalThis.ended;
  });
  await page.evaluate(() => window.dropped);
  await expectKept(page);
});

test("the browser is asked not to clear what is stored, and its answer is told", async ({ host }) => {
  const page = await host.open("?s=huacao-6-6");
  for (const [is, said] of [[true, t.persist_yes], [false, t.persist_no]]) {
    await page.evaluate((is) => {
      navigator.storage.persist = () => Promise.resolve(is);
    }, is);
    await openKeeping(page);
    await button(keeping(page), t.persist).click();
    await expect(keeping(page).getByText(said)).toBeVisible();
    await page.keyboard.press("Escape");
  }
});

test("keeping stops at what cannot be fetched, says so and keeps what it has", async ({ host, troubles }) => {
  troubles.allow(/status (of )?404/);
  const page = await host.open("?s=zhuanqiao-6-7");
  const dialog = keeping(page);
  await openKeeping(page);
  rmSync(session(host, "zhuanqiao-6-2"));
  await button(group(dialog, 1), t.keep).click();
  await expect(dialog.getByText(t.unreachable)).toBeVisible();
  await expectKept(page, "zhuanqiao-6-7");
});

test("keeping takes a hotspot's page for a host that cannot be reached, whatever the page says it is", async ({ host }) => {
  const page = await host.open("?s=zhuanqiao-6-7");
  const dialog = keeping(page);
  await openKeeping(page);
  host.instead = { body: "<p>Sign in</p>" };
  await button(group(dialog, 1), t.keep).click();
  await expect(dialog.getByText(t.unreachable)).toBeVisible();
  host.instead = null;
  writeFileSync(session(host, "zhuanqiao-6-2"), "<p>Sign in</p>");
  await button(group(dialog, 1), t.keep).click();
  await expectKept(page, "zhuanqiao-6-7");
  await expect(dialog.getByText(t.unreachable)).toBeVisible();
});

test("a session is stored byte for byte", async ({ host }) => {
  const page = await host.open();
  const text = `\ufeff${JSON.stringify(archived("huacao-6-6"))}`;
  writeFileSync(session(host, "huacao-6-6"), text);
  await page.evaluate(() => fetch("data/sessions/huacao-6-6.json").then((answer) => answer.arrayBuffer()));
  await visited(page, "huacao-6-6");
  const size = Buffer.byteLength(text);
  const bytes = () => page.evaluate(async () => {
    const copy = await caches.match("data/sessions/huacao-6-6.json");
    const bytes = new Uint8Array(await copy.arrayBuffer());
    return [Number(copy.headers.get("content-length")), bytes.length, ...bytes.subarray(0, 4)];
  });
  await expect.poll(bytes).toEqual([size, size, 0xef, 0xbb, 0xbf, 0x7b]);
});

test("of what was fetched before there was a worker, one file that is no data does not keep the others out", async ({ host }) => {
  const page = await host.open();
  await onlyCatalogue(page);
  writeFileSync(session(host, "spoilt"), "{");
  await page.evaluate(() => yishi.offline("visited", ["spoilt", "none", "huacao-6-6"].map((id) => new URL(`data/sessions/${id}.json`, location.href).href)));
  await expect.poll(async () => (await stored(page)).visited).toEqual(["catalogue.json", "sessions/huacao-6-6.json"]);
});

test("full storage is told, and loses nothing that was stored or is shown", async ({ host }) => {
  const page = await host.open("?s=huacao-6-6");
  await visited(page, "huacao-6-6");
  const dialog = keeping(page);
  await openKeeping(page);
  await button(group(dialog, 0), t.keep).click();
  await expect(group(dialog, 0).getByText("✓ 1/1")).toBeVisible();
  await page.keyboard.press("Escape");
  await (await host.worker()).evaluate(() => {
    Cache.prototype.put = () => Promise.reject(new DOMException("full", "QuotaExceededError"));
  });
  await goTo(page, "?s=zhuanqiao-6-7");
  await shows(page, title("zhuanqiao-6-7"));
  await openKeeping(page);
  await button(group(dialog, 0), t.keep).click();
  await expect(dialog.getByText(t.keep_full)).toBeVisible();
  await page.keyboard.press("Escape");
  await shows(page, title("zhuanqiao-6-7"));
  await expectKept(page, "huacao-6-6");
  await host.cut();
  await host.load(page, "?s=huacao-6-6");
  await shows(page, title("huacao-6-6"));
});

test("where the worker cannot be installed the page works, and only the dialog says so", async ({ host }) => {
  const worker = join(host.site, "sw.js");
  writeFileSync(worker, `Cache.prototype.put = () => Promise.reject(new DOMException("full", "QuotaExceededError"));\n${readFileSync(worker, "utf8")}`);
  const page = await host.open("?s=huacao-6-6", { wait: false });
  await button(main(page), t.keep).click();
  await expect(keeping(page).getByText(t.keep_impossible)).toBeVisible();
  await expectAccessible(page);
  await expect.poll(async () => (await stored(page)).apps).toEqual([]);
});

test("a new version waits for the reader, comes whole, and leaves other tabs at work", async ({ host }) => {
  const place = "?s=huacao-6-6&p=agenda";
  const one = await host.open(place);
  const two = await host.open("?s=zhuanqiao-6-7");
  await expectVersion(one, "");
  const [old] = await deploy(one, () => release(host.site, "B"));
  for (const page of [one, two]) await expect(newer(page)).toBeVisible();
  await expectAccessible(one);
  // It is not taken before it is asked for.
  await reload(two);
  await expectVersion(two, "");
  await expect(newer(two)).toBeVisible();
  await button(newer(two), "以后").click();
  await expect(newer(two)).toBeHidden();

  await button(newer(one), "更新").click();
  await expectVersion(one, "B");
  await settled(one);
  await inCharge(one);
  await expect(one).toHaveURL(host.url + place);
  await hasHeard(one);
  await expect(newer(one)).toBeHidden();

  // The other tab is told, works on, and still finds what it was loaded from.
  await expect(newer(two)).toBeVisible();
  await expectVersion(two, "");
  await expect.poll(() => status(two, old)).toBe(200);
  await goTo(two, "?s=xipeng-20-11");
  await shows(two, title("xipeng-20-11"));
  await button(newer(two), "更新").click();
  await expectVersion(two, "B");
  await shows(two, title("xipeng-20-11"));

  // With the next version the first one's files go.
  let before;
  await expect.poll(async () => (before = (await stored(one)).apps)).toHaveLength(2);
  await deploy(one, () => release(host.site, "C"));
  await button(newer(one), "更新").click();
  await expectVersion(one, "C");
  await expect.poll(async () => (await stored(one)).apps).toEqual([before[1], expect.any(String)]);
});

test("a new version that the browser leaves waiting is asked for by loading the page, and is offered again", async ({ host }) => {
  const page = await host.open("?s=huacao-6-6");
  await deploy(page, () => {
    release(host.site, "B");
    const worker = join(host.site, "sw.js");
    writeFileSync(worker, `skipWaiting = () => {};\n${readFileSync(worker, "utf8")}`);
  });
  const loaded = page.waitForEvent("load");
  await button(newer(page), "更新").click();
  await loaded;
  await settled(page);
  await shows(page, title("huacao-6-6"));
  await expectVersion(page, "");
  await expect(newer(page)).toBeVisible();
});

test("a version that only waited goes, and open tabs keep what they were loaded from", async ({ host }) => {
  const one = await host.open("?s=huacao-6-6");
  const two = await host.open("?s=zhuanqiao-6-7");
  const [first] = (await stored(one)).apps;
  const [old] = await deploy(one, () => release(host.site, "B"));
  const [, second] = (await stored(one)).apps;
  await deploy(one, () => release(host.site, "C"));
  await button(newer(one), "更新").click();
  await expectVersion(one, "C");
  await expect.poll(async () => (await stored(one)).apps).toEqual([first, expect.not.stringMatching(second)]);
  await expect(newer(two)).toBeVisible();
  await expectVersion(two, "");
  await host.cut();
  await expect.poll(() => status(two, old)).toBe(200);
});

test("a version that is taken back is no news, and the one at work stays whole", async ({ host }) => {
  const page = await host.open("?s=huacao-6-6");
  await visited(page, "huacao-6-6");
  const [first] = (await stored(page)).apps;
  const [, css] = await deploy(page, () => release(host.site, "B"));
  await expect(newer(page)).toBeVisible();
  await clearBrowserCache(page);
  await deploy(page, () => {
    host.restore();
    // All it needs is there already.
    rmSync(wasm(host.site));
  });
  await expect(newer(page)).toBeHidden();
  await reload(page);
  await hasHeard(page);
  await expect(newer(page)).toBeHidden();
  await host.cut();
  // The browser changes the worker once no page is open and the one at work has nothing left to do.
  await page.goto("about:blank");
  await expect.poll(host.apps).toEqual([first]);
  await host.load(page, "?s=huacao-6-6");
  await expect.poll(async () => (await stored(page)).apps).toEqual([first]);
  await expectVersion(page, "");
  await shows(page, title("huacao-6-6"));
  await expect.poll(() => status(page, css)).toBe("none");
});

test("a page that is opened while a new version is being installed is told when it is ready", async ({ host }) => {
  const one = await host.open("?s=huacao-6-6");
  // The new version's worker is held up by something that its installation waits for.
  const go = host.hold(/\/held$/);
  await deploy(one, () => {
    release(host.site, "B");
    const worker = join(host.site, "sw.js");
    writeFileSync(worker, `${readFileSync(worker, "utf8")}addEventListener("install", (event) => event.waitUntil(fetch("held")));\n`);
  }, "installing");
  const two = await host.open("?s=zhuanqiao-6-7");
  const workers = () => two.evaluate(async () => {
    const { installing, waiting } = await navigator.serviceWorker.ready;
    return [installing?.state, waiting];
  });
  await expect.poll(workers).toEqual(["installing", null]);
  for (const page of [one, two]) await expect(newer(page)).toBeHidden();
  go();
  for (const page of [one, two]) await expect(newer(page)).toBeVisible();
});

test("a version that waits is taken when the page is opened the next time", async ({ host }) => {
  const page = await host.open("?s=huacao-6-6");
  await visited(page, "huacao-6-6");
  await deploy(page, () => release(host.site, "B"));
  const [, next] = (await stored(page)).apps;
  // The browser changes the worker once no page is open and the one at work has nothing left to do.
  await page.goto("about:blank");
  await expect.poll(host.apps).toEqual([next]);
  await host.load(page);
  await expectVersion(page, "B");
  await host.cut();
  await host.load(page, "?s=huacao-6-6");
  await expectVersion(page, "B");
  await shows(page, title("huacao-6-6"));
});

const HALVES = {
  "a file that is not there yet": (site, [, css]) => rmSync(join(site, css)),
  "a page of another version": (site) => writeFileSync(join(site, "index.html"), readFileSync(join(DIST, "index.html"))),
  "a file cut short": (site) => writeFileSync(wasm(site), readFileSync(wasm(site)).subarray(0, 1000)),
};
for (const [name, spoil] of Object.entries(HALVES)) {
  test(`a half-finished deployment leaves the version whole: ${name}`, async ({ host }) => {
    const page = await host.open("?s=huacao-6-6");
    await visited(page, "huacao-6-6");
    const { apps } = await stored(page);
    // The program is the same in both versions; as another one it must be fetched.
    if (name === "a file cut short") await clearBrowserCache(page);
    await deploy(page, () => spoil(host.site, release(host.site, "B")), "redundant");
    await expect.poll(async () => (await stored(page)).apps).toEqual(apps);
    await hasHeard(page);
    await expect(newer(page)).toBeHidden();
    await reload(page);
    await expectVersion(page, "");
    await host.cut();
    await reload(page);
    await shows(page, title("huacao-6-6"));

    // Finished, it comes.
    await host.cut(false);
    await deploy(page, () => {
      host.restore();
      release(host.site, "B");
    });
    await expect(newer(page)).toBeVisible();
  });
}

test("a page that stays open looks for a new version after an hour", async ({ host }) => {
  const page = await host.open();
  const looks = () => page.evaluate(() => window.looks);
  const asked = () => host.asked.filter((url) => url.endsWith("/sw.js")).length;
  // It has looked when it was opened; the browser answers one look after the other.
  await page.evaluate(async () => {
    await yishi.offline("version");
    await (await navigator.serviceWorker.ready).update();
    const { update } = ServiceWorkerRegistration.prototype;
    window.looks = 0;
    ServiceWorkerRegistration.prototype.update = function () {
      window.looks += 1;
      return update.call(this);
    };
  });
  const before = asked();
  // It looks, or does not, before the event is over.
  const come = (hours) => page.evaluate((hours) => {
    const now = Date.now();
    Date.now = () => now + hours * 3600e3;
    document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
  }, hours);
  await come(0.5);
  await expect.poll(looks).toBe(0);
  await come(2);
  await expect.poll(looks).toBe(1);
  await expect.poll(asked).toBe(before + 1);
});

test("what is read makes room for what is read later", async ({ host }) => {
  const page = await host.open();
  await onlyCatalogue(page);
  const worker = await host.worker();
  const left = await worker.evaluate(async () => {
    const url = (n) => `${SCOPE}data/sessions/s${n}.json`;
    const cache = await caches.open(VISITED);
    const sized = (size) => new Response("{}", { headers: { "content-length": size } });
    // As many as there is room for are put there at once, and only the rest one after the other: to look through all takes its time.
    for (let n = 0; n < MOST_VISITED; n++) await cache.put(url(n), sized(2));
    for (let n = MOST_VISITED; n < MOST_VISITED + 3; n++) await store(url(n), new Response("{}"));
    // Read again, an old one counts as new.
    await touch(url(5), await cache.match(url(5)));
    for (const n of ["a", "b"]) await store(url(n), new Response("{}"));
    const names = async () => (await cache.keys()).map((request) => request.url.replace(/.*\//, ""));
    const few = await names();
    // One that leaves the others no room goes, and they stay.
    await cache.put(url("huge"), sized(MOST_BYTES));
    await store(url("-last"), new Response("{}"));
    const last = await names();
    // One that has no room at all does not come in. The worker is only told that so many bytes were read: after them, Chromium took more
    // than a minute to open the next test's page.
    globalThis.copied = async () => sized(MOST_BYTES + 1);
    await store(url("-vast"), new Response("{}"));
    const same = await names();
    // Bytes count too: of three that have room only by twos the oldest goes, and what is small stays.
    for (const n of [1, 2, 3]) await cache.put(url(`-half${n}`), sized(MOST_BYTES * 0.4));
    await trim();
    return { few, last, same, halves: await names() };
  });
  expect(left.few).toHaveLength(201);
  expect(left.few).toEqual(expect.arrayContaining(["catalogue.json", "s5.json"]));
  for (const gone of ["s0.json", "s1.json", "s2.json", "s3.json", "s4.json"]) expect(left.few).not.toContain(gone);
  expect(left.last).toHaveLength(201);
  expect(left.last).toEqual(expect.arrayContaining(["s-last.json", "sb.json"]));
  expect(left.last).not.toContain("shuge.json");
  expect(left.same).toEqual(left.last);
  expect(left.halves.filter((name) => name.includes("-"))).toEqual(["s-last.json", "s-half2.json", "s-half3.json"]);
  expect(left.halves).toHaveLength(201);
});

test("only our own sessions are stored; files of other hosts and parts of files pass by", async ({ context, host, troubles }) => {
  troubles.allow(/^other host: https:\/\/data\.example\//);
  // Before a worker has the page: what it lets pass goes a way of its own, which hears of a route too late.
  await context.route("https://data.example/**", (route) => route.fulfill({ headers: { "access-control-allow-origin": "*" }, json: made() }));
  const page = await host.open();
  await goTo(page, `?src=${encodeURIComponent("https://data.example/data/sessions/x.json")}`);
  await shows(page, made().title);
  await expect(button(main(page), t.keep)).toHaveCount(0);
  await page.evaluate(() => Promise.all([
    fetch("data/sessions/xipeng-20-11.json", { headers: { range: "bytes=0-9" } }),
    fetch("data/sessions/xipeng-20-11.json", { method: "HEAD" }),
    fetch("schema/session-1.json"),
  ]));
  // What is stored is stored in turn: when this one is there, the others would be.
  await page.evaluate(() => fetch("data/sessions/huacao-6-6.json"));
  await visited(page, "huacao-6-6");
  const urls = () => page.evaluate(async () => (await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)))).flat());
  await expect.poll(async () => (await urls()).filter((url) => /x\.json|xipeng|schema/.test(url))).toEqual([]);
});

test("a file that another app shares is opened, once", async ({ host }) => {
  const page = await host.open();
  const share = async (name, text) => {
    await page.goto("about:blank");
    await page.setContent(`<form method="post" enctype="multipart/form-data" action="${host.url}share"><input type="file" name="file"></form>`);
    await page.locator("input").setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
    await page.locator("form").evaluate((form) => form.submit());
    await settled(page);
  };
  await share("分享的会议.json", JSON.stringify(made()));
  await shows(page, made().title);
  await expect(main(page).getByText(fill(t.opened_local, "分享的会议.json"))).toBeVisible();
  await expect(page).toHaveURL(`${host.url}?s=made`);
  await host.load(page);
  await shows(page, t.front_title);
  // The page has asked for what is shared, if it asks at all, before it asks this.
  await hasHeard(page);
  await expect(page.locator("dialog[open]")).toHaveCount(0);

  await share("坏的.json", "{");
  await expect(alert(page)).toBeVisible();
  await expect(page).toHaveURL(host.url);

  // What was lost on the way is told.
  await host.load(page, "?shared");
  await expect(alert(page).getByText("文件是空的")).toBeVisible();

  // One that was not read is not taken for a later one that was lost.
  const worker = await host.worker();
  const has = await worker.evaluate(async () => {
    const has = [];
    const form = new FormData();
    form.append("file", new File(["{}"], "x.json"));
    for (const body of [form, "spoilt"]) {
      await globalThis.share(new Request(`${SCOPE}share`, { method: "POST", body }));
      has.push(Boolean(await caches.match(SCOPE, { cacheName: SHARED })));
    }
    return has;
  });
  expect(has).toEqual([true, false]);
});

test("without a worker a shared file is told to be lost, and the page opens", async ({ host }) => {
  const page = await host.newPage();
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, "serviceWorker", { value: undefined }));
  await host.load(page, "?shared");
  await expect(alert(page).getByText("文件是空的")).toBeVisible();
  await expect(page.locator("#unloaded")).toBeHidden();
});

test("a file that the system opens with the page is opened", async ({ host }) => {
  const page = await host.newPage();
  await page.addInitScript(() => {
    Object.defineProperty(window, "launchQueue", { value: { setConsumer: (consume) => { window.consume = consume; } } });
  });
  await host.load(page);
  await page.waitForFunction(() => window.consume);
  const launch = (text) => page.evaluate((text) => window.consume({ files: [{ getFile: () => (text ? Promise.resolve(new File([text], "x.json")) : Promise.reject(new Error("gone"))) }] }), text);
  await launch(JSON.stringify(made()));
  await shows(page, made().title);
  await launch(null);
  await expect(alert(page).getByText("文件是空的")).toBeVisible();
});

test("the manifest is accepted by the browser, and what it names is there", async ({ host }) => {
  const page = await host.open("", { wait: false });
  const cdp = await page.context().newCDPSession(page);
  await expect.poll(async () => {
    const { errors, url } = await cdp.send("Page.getAppManifest");
    return { errors, url };
  }).toEqual({ errors: [], url: `${host.url}manifest.webmanifest` });
  const manifest = JSON.parse(readFileSync(join(DIST, "manifest.webmanifest"), "utf8"));
  for (const { src, sizes } of manifest.icons.filter(({ type }) => type === "image/png")) {
    const png = readFileSync(join(DIST, src));
    expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`, src).toBe(sizes);
  }
  expect(manifest.file_handlers.map(({ accept }) => accept)).toEqual([{ "application/json": [".json"] }]);
  const papers = [...readFileSync(join(ROOT, "src/styles/tokens.css"), "utf8").matchAll(/--paper: (#\w+)/g)].map(([, color]) => color);
  expect(manifest.theme_color).toBe(papers[0]);
  const html = readFileSync(join(DIST, "index.html"), "utf8");
  expect([...html.matchAll(/name="?theme-color"? content="?(#\w+)/g)].map(([, color]) => color)).toEqual(papers.slice(0, 2));
});

test("the worker's list is the built page, no more and no less", () => {
  const worker = readFileSync(join(DIST, "sw.js"), "utf8");
  const files = Object.keys(JSON.parse(worker.match(/const FILES = (\{.*?\});/)[1]));
  const top = readdirSync(DIST).filter((name) => /\.(css|js|wasm|webmanifest|bin)$/.test(name) && name !== "sw.js");
  const icons = readdirSync(join(DIST, "icons")).map((name) => `icons/${name}`);
  expect(files.sort()).toEqual(["./", ...top, ...icons].sort());
});
