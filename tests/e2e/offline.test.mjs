// Installed and offline: what was read can be read again, versions never mix, and what goes wrong is told and loses nothing.

import assert from "node:assert/strict";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";
import { deployed, inCharge, lookForVersion, release, stored, version, visited } from "./deployed.mjs";
import { assertNoTroubles, axe, DIST, eventually, goTo, heading, mounted, ROOT, settled } from "./helpers.mjs";
import { archived, fill, made, TEXTS } from "./material.mjs";

let host;
before(async () => {
  host = await deployed();
});
afterEach(() => host?.reset());
after(() => host?.stop());

const t = TEXTS.zh;
const main = (page) => page.locator("main");
const title = (id) => archived(id).title;
const shows = (page, text) => eventually(async () => assert.equal(await heading(page), text));
const button = (of, name) => of.getByRole("button", { name, exact: true });
/** What a browser says about answers that do not come. */
const NO_NETWORK = [/net::ERR_/, /status 5\d\d|status of 5\d\d/];
const newer = (page) => page.locator("#newer");

/** What can be done with a group of sessions in the dialog. */
const group = (dialog, at) => dialog.locator("p.row").nth(at);

async function keepDialog(page) {
  await button(main(page), t.keep).click();
  const dialog = page.locator("dialog.made[open]");
  await group(dialog, 0).waitFor();
  return dialog;
}

test("what was read is read again without a network, from the first visit on", async () => {
  const page = await host.open("?s=huacao-6-6");
  await visited(page, "huacao-6-6");
  await goTo(page, "?s=zhuanqiao-6-7");
  await visited(page, "zhuanqiao-6-7");
  assertNoTroubles(page);

  await host.cut();
  await page.reload();
  await mounted(page);
  await shows(page, title("zhuanqiao-6-7"));
  const note = main(page).locator(".notice").filter({ hasText: t.kept_copy.split("{}")[0] });
  assert.match(await note.innerText(), new RegExp(`${new Date().getFullYear()}`));
  await page.locator(".tabs nav a").nth(1).click();
  await settled(page);

  await page.locator("a.brand").click();
  await shows(page, t.archive_title);
  await main(page).getByText(t.offline_note).waitFor();
  const marked = await main(page).locator(".sessions li").filter({ hasText: t.can_read_offline }).locator("a.t").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  assert.deepEqual(marked.sort(), ["?s=huacao-6-6", "?s=zhuanqiao-6-7"]);
  await main(page).locator(".sessions a[href='?s=huacao-6-6']").click();
  await shows(page, title("huacao-6-6"));
  await main(page).locator(".notice").filter({ hasText: t.kept_copy.split("{}")[0] }).waitFor();
  assertNoTroubles(page, NO_NETWORK);
});

test("a session that was not read says without a network what to do, and opens when it is back", async () => {
  const page = await host.open("");
  await eventually(async () => assert.deepEqual((await stored(page)).visited, ["catalogue.json"]));
  await host.cut();
  await goTo(page, "?s=huacao-6-6").catch(() => {});
  await shows(page, t.failed_title);
  await main(page).getByText(t.offline).waitFor();
  assert.deepEqual(await axe(page), []);
  await host.cut(false);
  await button(main(page), t.retry).click();
  await shows(page, title("huacao-6-6"));
  assert.equal(await main(page).locator(".notice").filter({ hasText: t.kept_copy.split("{}")[0] }).count(), 0);
});

test("the marks and the note come and go with the network", async () => {
  const page = await host.open("?s=huacao-6-6");
  await visited(page, "huacao-6-6");
  await page.locator("a.brand").click();
  await main(page).locator(".sessions li").filter({ hasText: t.can_read_offline }).waitFor();
  assert.equal(await main(page).getByText(t.offline_note).count(), 0);
  await host.cut();
  await main(page).getByText(t.offline_note).waitFor();
  await host.cut(false);
  await main(page).getByText(t.offline_note).waitFor({ state: "detached" });
});

test("a host that does not answer in time gives way to the copy, and its late answer is stored", async () => {
  const page = await host.open("?s=huacao-6-6");
  await visited(page, "huacao-6-6");
  const changed = { ...archived("huacao-6-6"), title: "改过标题的会议" };
  writeFileSync(join(host.site, "data/sessions/huacao-6-6.json"), JSON.stringify(changed));
  let go;
  host.held = new Promise((done) => {
    go = done;
  });
  await page.reload();
  await mounted(page);
  await shows(page, title("huacao-6-6"));
  await main(page).locator(".notice").filter({ hasText: t.kept_copy.split("{}")[0] }).waitFor();
  go();
  host.held = null;
  await eventually(async () => {
    const text = await page.evaluate(() => caches.match("data/sessions/huacao-6-6.json").then((copy) => copy.text()));
    assert.equal(JSON.parse(text).title, changed.title);
  });
  await host.cut();
  await page.reload();
  await mounted(page);
  await shows(page, changed.title);
});

test("a host that is only slow, and an answer that is no longer wanted, are not taken for a cut network", async () => {
  const page = await host.open("");
  await eventually(async () => assert.deepEqual((await stored(page)).visited, ["catalogue.json"]));
  const network = () => page.evaluate(() => yishi.offline("state").then((said) => said.split("\n")[0]));
  let go;
  host.held = new Promise((done) => {
    go = done;
  });
  await page.evaluate(() => {
    window.late = fetch("data/sessions/huacao-6-6.json").then((answer) => answer.status);
  });
  await page.waitForTimeout(4500);
  assert.equal(await network(), "online");
  go();
  assert.equal(await page.evaluate(() => window.late), 200);
  assert.equal(await network(), "online");

  host.held = new Promise((done) => {
    go = done;
  });
  await page.evaluate(async () => {
    const unwanted = new AbortController();
    setTimeout(() => unwanted.abort(), 300);
    await fetch("data/catalogue.json", { signal: unwanted.signal }).catch(() => {});
  });
  await page.waitForTimeout(300);
  assert.equal(await network(), "online");
  go();
  host.held = null;
  // What was held may still be answered, and an answer says that the network is there.
  await page.waitForTimeout(700);
  const cut = await host.worker().evaluate(async () => {
    const is = [];
    const asked = (request) => data({ request, waitUntil: () => {} }, request.url).catch(() => {}).then(() => is.push(isCut));
    await asked(new Request(`${SCOPE}data/sessions/none.json`, { signal: AbortSignal.abort() }));
    await asked(new Request("http://localhost:1/none.json", { mode: "no-cors" }));
    await asked(new Request(`${SCOPE}data/sessions/none.json`, { signal: AbortSignal.abort() }));
    await asked(new Request(`${SCOPE}data/catalogue.json`));
    return is;
  });
  assert.deepEqual(cut, [false, true, true, false]);
});

test("neither a hotspot's page nor an error of the host takes the place of a copy", async () => {
  const page = await host.open("?s=huacao-6-6");
  await visited(page, "huacao-6-6");
  for (const trouble of [{ portal: "<p>Sign in</p>" }, { portal: null, status: 503 }]) {
    Object.assign(host, trouble);
    await page.reload();
    await mounted(page);
    await shows(page, title("huacao-6-6"));
    await main(page).locator(".notice").filter({ hasText: t.kept_copy.split("{}")[0] }).waitFor();
  }
  // A session that is gone from the host is gone: that is an answer.
  host.status = null;
  rmSync(join(host.site, "data/sessions/huacao-6-6.json"));
  await page.reload();
  await mounted(page);
  await main(page).getByText(fill(t.not_found, "huacao-6-6")).waitFor();
});

test("a body that is kept can be read as a whole without a network, and removed again", async () => {
  const page = await host.open("?s=zhuanqiao-6-7");
  await settled(page);
  let dialog = await keepDialog(page);
  assert.deepEqual(await axe(page), []);
  const names = dialog.locator("h3");
  assert.equal(await names.count(), 2);
  const { sessions } = JSON.parse(readFileSync(join(DIST, "data/catalogue.json"), "utf8"));
  const of = sessions.filter(({ id }) => /^zhuanqiao-/.test(id));
  const kB = (bytes) => `${Math.floor(bytes / 1000)} kB`;
  const bytes = of.reduce((sum, entry) => sum + entry.bytes, 0);
  assert.equal(await names.nth(0).innerText(), fill(t.keep_this, kB(of.find(({ id }) => id === "zhuanqiao-6-7").bytes)));
  assert.equal(await names.nth(1).innerText(), fill(t.keep_body, of[0].assembly.name, `${of.length}`, kB(bytes)));
  await button(group(dialog, 1), t.keep).click();
  await group(dialog, 1).getByText("✓ 2/2").waitFor();
  const inAll = fill(t.kept_in_all, "2", kB(bytes)).split("{}")[0];
  assert.ok((await dialog.innerText()).includes(inAll), inAll);
  // The program itself is stored too.
  assert.match(await dialog.innerText(), new RegExp(`${inAll}[1-9]\\d{2,} kB|${inAll}\\d+\\.\\d MB`));
  assert.equal(await button(group(dialog, 1), t.keep).count(), 0);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), t.keep_remove);
  assert.deepEqual(await axe(page), []);
  const held = await stored(page);
  assert.deepEqual(held.kept.sort(), of.map(({ id }) => `sessions/${id}.json`).sort());
  assert.deepEqual(held.visited.filter((path) => path.includes("zhuanqiao")), []);

  await host.cut();
  for (const { id } of of) {
    await page.goto(`${host.url}?s=${id}`);
    await mounted(page);
    await shows(page, title(id));
  }
  // What is told over its sessions is told of what is kept.
  await page.goto(`${host.url}?body=${encodeURIComponent(of[0].assembly.name)}`);
  await settled(page);
  await shows(page, of[0].assembly.name);
  const shown = await main(page).locator(".timeline a.t").evaluateAll((links) => links.map((link) => link.search));
  assert.deepEqual(shown.sort(), of.map(({ id }) => `?s=${id}`).sort());
  await page.goto(`${host.url}?compare=${of[1].id},${of[0].id}`);
  await settled(page);
  await main(page).getByRole("heading", { name: t.agenda }).waitFor();
  // What is kept is searched, by letters too, and it is said that the rest was not.
  for (const typed of ["颛桥", "zhuanqiao"]) {
    await page.goto(`${host.url}?q=${encodeURIComponent(typed)}&body=${encodeURIComponent(of[0].assembly.name)}`);
    await settled(page);
    await eventually(async () => assert.deepEqual((await main(page).locator(".answers h2").allTextContents()).sort(), of.map(({ id }) => title(id)).sort()));
  }
  await page.goto(`${host.url}?q=${encodeURIComponent("颛桥")}`);
  await main(page).getByText(t.find_offline).waitFor();
  await host.cut(false);
  await page.goto(`${host.url}?s=zhuanqiao-6-7`);
  await mounted(page);
  await settled(page);
  dialog = await keepDialog(page);
  await button(group(dialog, 1), t.keep_remove).click();
  await button(group(dialog, 1), t.keep).waitFor();
  assert.deepEqual((await stored(page)).kept, []);
  await page.keyboard.press("Escape");
  await page.locator("dialog.made").waitFor({ state: "detached" });
  assertNoTroubles(page, NO_NETWORK);
});

test("a session that is fetched while it is removed does not come back as kept", async () => {
  const page = await host.open("?s=huacao-6-6");
  await page.evaluate(() => yishi.offline("keep", "huacao-6-6"));
  await host.worker().evaluate(() => {
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
  await host.worker().evaluate(() => began);
  const dropped = page.evaluate(() => yishi.offline("drop", "huacao-6-6"));
  // Long enough for a worker that would not wait.
  await Promise.race([dropped, new Promise((done) => setTimeout(done, 500))]);
  await host.worker().evaluate(() => {
    release();
    return ended;
  });
  await dropped;
  assert.deepEqual((await stored(page)).kept, []);
});

test("the browser is asked not to clear what is stored, and its answer is told", async () => {
  const page = await host.open("?s=huacao-6-6");
  await settled(page);
  for (const [is, said] of [[true, t.persist_yes], [false, t.persist_no]]) {
    await page.evaluate((is) => {
      navigator.storage.persist = () => Promise.resolve(is);
    }, is);
    const dialog = await keepDialog(page);
    await button(dialog, t.persist).click();
    await dialog.getByText(said).waitFor();
    await page.keyboard.press("Escape");
  }
});

test("keeping stops at what cannot be fetched, says so and keeps what it has", async () => {
  const page = await host.open("?s=zhuanqiao-6-7");
  await settled(page);
  const dialog = await keepDialog(page);
  rmSync(join(host.site, "data/sessions/zhuanqiao-6-2.json"));
  await button(group(dialog, 1), t.keep).click();
  await dialog.getByText(t.unreachable).waitFor();
  assert.deepEqual((await stored(page)).kept, ["sessions/zhuanqiao-6-7.json"]);
});

test("keeping takes a hotspot's page for a host that cannot be reached, whatever the page says it is", async () => {
  const page = await host.open("?s=zhuanqiao-6-7");
  await settled(page);
  const dialog = await keepDialog(page);
  host.portal = "<p>Sign in</p>";
  await button(group(dialog, 1), t.keep).click();
  await dialog.getByText(t.unreachable).waitFor();
  host.portal = null;
  writeFileSync(join(host.site, "data/sessions/zhuanqiao-6-2.json"), "<p>Sign in</p>");
  await button(group(dialog, 1), t.keep).click();
  await eventually(async () => assert.deepEqual((await stored(page)).kept, ["sessions/zhuanqiao-6-7.json"]));
  await dialog.getByText(t.unreachable).waitFor();
});

test("a session is stored byte for byte", async () => {
  const page = await host.open("");
  const text = `\ufeff${JSON.stringify(archived("huacao-6-6"))}`;
  writeFileSync(join(host.site, "data/sessions/huacao-6-6.json"), text);
  await page.evaluate(() => fetch("data/sessions/huacao-6-6.json").then((answer) => answer.arrayBuffer()));
  await visited(page, "huacao-6-6");
  const [size, ...start] = await page.evaluate(async () => {
    const bytes = new Uint8Array(await (await caches.match("data/sessions/huacao-6-6.json")).arrayBuffer());
    return [bytes.length, ...bytes.subarray(0, 4)];
  });
  assert.deepEqual([size, ...start], [Buffer.byteLength(text), 0xef, 0xbb, 0xbf, 0x7b]);
});

test("of what was fetched before there was a worker, one file that is no data does not keep the others out", async () => {
  const page = await host.open("");
  writeFileSync(join(host.site, "data/sessions/spoilt.json"), "{");
  await page.evaluate(() => yishi.offline("visited", ["spoilt", "none", "huacao-6-6"].map((id) => new URL(`data/sessions/${id}.json`, location.href).href)));
  const { visited: held } = await stored(page);
  assert.ok(held.includes("sessions/huacao-6-6.json") && !/spoilt|none/.test(held), `${held}`);
});

test("full storage is told, and loses nothing that was stored or is shown", async () => {
  const page = await host.open("?s=huacao-6-6");
  await visited(page, "huacao-6-6");
  let dialog = await keepDialog(page);
  await button(group(dialog, 0), t.keep).click();
  await group(dialog, 0).getByText("✓ 1/1").waitFor();
  await page.keyboard.press("Escape");
  await host.worker().evaluate(() => {
    Cache.prototype.put = () => Promise.reject(new DOMException("full", "QuotaExceededError"));
  });
  await goTo(page, "?s=zhuanqiao-6-7");
  await shows(page, title("zhuanqiao-6-7"));
  dialog = await keepDialog(page);
  await button(group(dialog, 0), t.keep).click();
  await dialog.getByText(t.keep_full).waitFor();
  await page.keyboard.press("Escape");
  await shows(page, title("zhuanqiao-6-7"));
  assert.deepEqual((await stored(page)).kept, ["sessions/huacao-6-6.json"]);
  await host.cut();
  await page.goto(`${host.url}?s=huacao-6-6`);
  await mounted(page);
  await shows(page, title("huacao-6-6"));
});

test("where the worker cannot be installed the page works, and only the dialog says so", async () => {
  const worker = join(host.site, "sw.js");
  writeFileSync(worker, `Cache.prototype.put = () => Promise.reject(new DOMException("full", "QuotaExceededError"));\n${readFileSync(worker, "utf8")}`);
  const page = await host.open("?s=huacao-6-6", { wait: false });
  await settled(page);
  await button(main(page), t.keep).click();
  const dialog = page.locator("dialog.made[open]");
  await dialog.getByText(t.keep_impossible).waitFor();
  assert.deepEqual(await axe(page), []);
  assert.deepEqual((await stored(page)).apps, []);
  assertNoTroubles(page);
});

test("a new version waits for the reader, comes whole, and leaves other tabs at work", async () => {
  const place = "?s=huacao-6-6&p=agenda";
  const one = await host.open(place);
  const two = await host.open("?s=zhuanqiao-6-7");
  assert.equal(await version(one), "");
  const [old] = release(host.site, "B");
  assert.equal(await lookForVersion(one), "installed");
  for (const page of [one, two]) await newer(page).waitFor();
  assert.deepEqual(await axe(one), []);
  // It is not taken before it is asked for.
  await two.reload();
  await mounted(two);
  assert.equal(await version(two), "");
  await newer(two).waitFor();
  await button(newer(two), "以后").click();
  await newer(two).waitFor({ state: "hidden" });

  await one.evaluate(() => {
    window.isOld = true;
  });
  await button(newer(one), "更新").click();
  await eventually(async () => assert.equal(await one.evaluate(() => window.isOld), undefined));
  await mounted(one);
  await inCharge(one);
  assert.equal(one.url(), host.url + place);
  assert.equal(await version(one), "B");
  assert.equal(await newer(one).isVisible(), false);

  // The other tab is told, works on, and still finds what it was loaded from.
  await newer(two).waitFor();
  assert.equal(await version(two), "");
  assert.equal(await two.evaluate((old) => fetch(old).then((answer) => answer.status), old), 200);
  await goTo(two, "?s=xipeng-20-11");
  await shows(two, title("xipeng-20-11"));
  await button(newer(two), "更新").click();
  await eventually(async () => assert.equal(await version(two), "B"));
  await shows(two, title("xipeng-20-11"));

  // With the next version the first one's files go.
  const before = (await stored(one)).apps;
  assert.equal(before.length, 2);
  release(host.site, "C");
  assert.equal(await lookForVersion(one), "installed");
  await button(newer(one), "更新").click();
  await eventually(async () => assert.equal(await version(one), "C"));
  await eventually(async () => {
    const { apps } = await stored(one);
    assert.equal(apps.length, 2);
    assert.ok(!apps.includes(before[0]));
  });
  for (const page of [one, two]) assertNoTroubles(page);
});

test("a version that only waited goes, and open tabs keep what they were loaded from", async () => {
  const one = await host.open("?s=huacao-6-6");
  const two = await host.open("?s=zhuanqiao-6-7");
  const [first] = (await stored(one)).apps;
  const [old] = release(host.site, "B");
  assert.equal(await lookForVersion(one), "installed");
  const [, second] = (await stored(one)).apps;
  release(host.site, "C");
  assert.equal(await lookForVersion(one), "installed");
  await newer(one).waitFor();
  await button(newer(one), "更新").click();
  await eventually(async () => assert.equal(await version(one), "C"));
  await eventually(async () => {
    const { apps } = await stored(one);
    assert.equal(apps.length, 2);
    assert.ok(apps.includes(first) && !apps.includes(second));
  });
  await newer(two).waitFor();
  assert.equal(await version(two), "");
  await host.cut();
  assert.equal(await two.evaluate((old) => fetch(old).then((answer) => answer.status), old), 200);
});

test("a version that is taken back is no news, and the one at work stays whole", async () => {
  const page = await host.open("?s=huacao-6-6");
  await visited(page, "huacao-6-6");
  const [first] = (await stored(page)).apps;
  const [, css] = release(host.site, "B");
  assert.equal(await lookForVersion(page), "installed");
  await newer(page).waitFor();
  host.restore();
  // All it needs is there already.
  rmSync(join(host.site, readdirSync(host.site).find((name) => name.endsWith(".wasm"))));
  await page.context().newCDPSession(page).then((cdp) => cdp.send("Network.clearBrowserCache"));
  assert.equal(await lookForVersion(page), "installed");
  await newer(page).waitFor({ state: "hidden" });
  await page.reload();
  await mounted(page);
  await page.waitForTimeout(500);
  assert.equal(await newer(page).isVisible(), false);
  await host.cut();
  await eventually(async () => {
    // The browser changes the worker once no page is open and the one at work has nothing left to do.
    await page.goto("about:blank");
    await page.waitForTimeout(500);
    await page.goto(`${host.url}?s=huacao-6-6`);
    await mounted(page);
    assert.deepEqual((await stored(page)).apps, [first]);
  });
  assert.equal(await version(page), "");
  await shows(page, title("huacao-6-6"));
  assert.equal(await page.evaluate((css) => fetch(css).then(() => true, () => false), css), false);
});

test("a page that is opened while a new version is being installed is told when it is ready", async () => {
  const one = await host.open("?s=huacao-6-6");
  release(host.site, "B");
  const worker = join(host.site, "sw.js");
  writeFileSync(worker, `${readFileSync(worker, "utf8")}addEventListener("install", (event) => event.waitUntil(new Promise((done) => setTimeout(done, 6000))));\n`);
  await one.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    registration.update();
    while (!registration.installing) await new Promise((done) => setTimeout(done, 50));
  });
  const two = await host.open("?s=zhuanqiao-6-7");
  await two.waitForTimeout(500);
  assert.deepEqual(await two.evaluate(async () => {
    const { installing, waiting } = await navigator.serviceWorker.ready;
    return [installing?.state, waiting];
  }), ["installing", null]);
  for (const page of [one, two]) await newer(page).waitFor();
});

test("a version that waits is taken when the page is opened the next time", async () => {
  const page = await host.open("?s=huacao-6-6");
  await visited(page, "huacao-6-6");
  release(host.site, "B");
  assert.equal(await lookForVersion(page), "installed");
  await page.goto("about:blank");
  await eventually(async () => {
    await page.goto(host.url);
    await mounted(page);
    assert.equal(await version(page), "B");
  });
  await host.cut();
  await page.goto(`${host.url}?s=huacao-6-6`);
  await mounted(page);
  assert.equal(await version(page), "B");
  await shows(page, title("huacao-6-6"));
});

const HALVES = {
  "a file that is not there yet": (site, [, css]) => rmSync(join(site, css)),
  "a page of another version": (site) => writeFileSync(join(site, "index.html"), readFileSync(join(DIST, "index.html"))),
  "a file cut short": (site) => {
    const wasm = join(site, readdirSync(site).find((name) => name.endsWith(".wasm")));
    writeFileSync(wasm, readFileSync(wasm).subarray(0, 1000));
  },
};
for (const [name, spoil] of Object.entries(HALVES)) {
  test(`a half-finished deployment leaves the version whole: ${name}`, async () => {
    const page = await host.open("?s=huacao-6-6");
    await visited(page, "huacao-6-6");
    const { apps } = await stored(page);
    const names = release(host.site, "B");
    // The program is the same in both versions; as another one it must be fetched.
    if (name === "a file cut short") await page.context().newCDPSession(page).then((cdp) => cdp.send("Network.clearBrowserCache"));
    spoil(host.site, names);
    assert.equal(await lookForVersion(page), "redundant");
    assert.equal(await newer(page).isVisible(), false);
    assert.deepEqual((await stored(page)).apps, apps);
    await page.reload();
    await mounted(page);
    assert.equal(await version(page), "");
    await host.cut();
    await page.reload();
    await mounted(page);
    await shows(page, title("huacao-6-6"));

    // Finished, it comes.
    await host.cut(false);
    host.restore();
    release(host.site, "B");
    assert.equal(await lookForVersion(page), "installed");
    await newer(page).waitFor();
  });
}

test("a page that stays open looks for a new version after an hour", async () => {
  const page = await host.open("");
  await page.waitForTimeout(300);
  const count = () => host.asked.filter((url) => url.endsWith("/sw.js")).length;
  const before = count();
  const come = (hours) => page.evaluate((hours) => {
    const now = Date.now();
    Date.now = () => now + hours * 3600e3;
    document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
  }, hours);
  await come(0.5);
  await page.waitForTimeout(300);
  assert.equal(count(), before);
  await come(2);
  await eventually(async () => assert.equal(count(), before + 1));
});

test("what is read makes room for what is read later", async () => {
  const page = await host.open("");
  await eventually(async () => assert.deepEqual((await stored(page)).visited, ["catalogue.json"]));
  const left = await host.worker().evaluate(async () => {
    const url = (n) => `${SCOPE}data/sessions/s${n}.json`;
    for (let n = 0; n < MOST_VISITED + 3; n++) await store(url(n), new Response("{}"));
    const cache = await caches.open(VISITED);
    // Read again, an old one counts as new.
    await touch(url(5), await cache.match(url(5)));
    for (const n of ["a", "b"]) await store(url(n), new Response("{}"));
    const few = (await cache.keys()).map((request) => request.url.replace(/.*\//, ""));
    const names = async () => (await cache.keys()).map((request) => request.url.replace(/.*\//, ""));
    // One that leaves the others no room goes, and they stay.
    await cache.put(url("huge"), new Response("{}", { headers: { "content-length": MOST_BYTES } }));
    await store(url("-last"), new Response("{}"));
    const last = await names();
    // One that has no room at all does not come in.
    await store(url("-vast"), new Response(JSON.stringify("x".repeat(MOST_BYTES))));
    const same = await names();
    // Bytes count too: of three that have room only by twos the oldest goes, and what is small stays.
    for (const n of [1, 2, 3]) await cache.put(url(`-half${n}`), new Response("{}", { headers: { "content-length": MOST_BYTES * 0.4 } }));
    await trim();
    return { few, last, same, halves: await names() };
  });
  assert.equal(left.few.length, 201);
  assert.ok(left.few.includes("catalogue.json") && left.few.includes("s5.json"));
  for (const gone of ["s0.json", "s1.json", "s2.json", "s3.json", "s4.json"]) assert.ok(!left.few.includes(gone), gone);
  assert.equal(left.last.length, 201);
  assert.ok(left.last.includes("s-last.json") && left.last.includes("sb.json") && !left.last.includes("shuge.json"));
  assert.deepEqual(left.same, left.last);
  assert.deepEqual(left.halves.filter((name) => name.includes("-")), ["s-last.json", "s-half2.json", "s-half3.json"]);
  assert.equal(left.halves.length, 201);
});

test("only our own sessions are stored; files of other hosts and parts of files pass by", async () => {
  const page = await host.open("");
  await page.context().route("https://data.example/**", (route) => route.fulfill({ headers: { "access-control-allow-origin": "*" }, json: made() }));
  await goTo(page, `?src=${encodeURIComponent("https://data.example/data/sessions/x.json")}`);
  await shows(page, made().title);
  assert.equal(await button(main(page), t.keep).count(), 0);
  await page.evaluate(() => Promise.all([
    fetch("data/sessions/xipeng-20-11.json", { headers: { range: "bytes=0-9" } }),
    fetch("data/sessions/xipeng-20-11.json", { method: "HEAD" }),
    fetch("schema/session-1.json"),
  ]));
  await page.waitForTimeout(300);
  const names = await page.evaluate(async () => (await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)))).flat());
  assert.deepEqual(names.filter((url) => /x\.json|xipeng|schema/.test(url)), []);
});

test("a file that another app shares is opened, once", async () => {
  const page = await host.open("");
  const share = async (name, text) => {
    await page.goto("about:blank");
    await page.setContent(`<form method="post" enctype="multipart/form-data" action="${host.url}share"><input type="file" name="file"></form>`);
    if (name) await page.locator("input").setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
    await Promise.all([page.waitForURL(/site/), page.evaluate(() => document.querySelector("form").submit())]);
    await mounted(page);
  };
  await share("分享的会议.json", JSON.stringify(made()));
  await shows(page, made().title);
  await main(page).getByText(fill(t.opened_local, "分享的会议.json")).waitFor();
  assert.equal(page.url(), `${host.url}?s=made`);
  await page.goto(host.url);
  await mounted(page);
  await shows(page, t.archive_title);
  assert.equal(await page.locator("dialog[open]").count(), 0);

  await share("坏的.json", "{");
  await page.locator("dialog.sheet[open] [role=alert]").waitFor();
  assert.equal(page.url(), host.url);

  // What was lost on the way is told.
  await page.goto(`${host.url}?shared`);
  await mounted(page);
  await page.locator("dialog.sheet[open] [role=alert]").getByText("文件是空的").waitFor();

  // One that was not read is not taken for a later one that was lost.
  assert.deepEqual(await host.worker().evaluate(async () => {
    const has = [];
    const form = new FormData();
    form.append("file", new File(["{}"], "x.json"));
    for (const body of [form, "spoilt"]) {
      await share(new Request(`${SCOPE}share`, { method: "POST", body }));
      has.push(Boolean(await stored(SCOPE, SHARED)));
    }
    return has;
  }), [true, false]);
});

test("without a worker a shared file is told to be lost, and the page opens", async () => {
  const first = await host.open("", { wait: false });
  const page = await first.context().newPage();
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, "serviceWorker", { value: undefined }));
  await page.goto(`${host.url}?shared`);
  await mounted(page);
  await page.locator("dialog.sheet[open] [role=alert]").getByText("文件是空的").waitFor();
  assert.equal(await page.locator("#unloaded").isVisible(), false);
});

test("a file that the system opens with the page is opened", async () => {
  const first = await host.open("");
  await first.addInitScript(() => {
    Object.defineProperty(window, "launchQueue", { value: { setConsumer: (consume) => { window.consume = consume; } } });
  });
  await first.reload();
  await mounted(first);
  const launch = (text) => first.evaluate((text) => window.consume({ files: [{ getFile: () => (text ? Promise.resolve(new File([text], "x.json")) : Promise.reject(new Error("gone"))) }] }), text);
  await launch(JSON.stringify(made()));
  await shows(first, made().title);
  await launch(null);
  await first.locator("dialog.sheet[open] [role=alert]").getByText("文件是空的").waitFor();
});

test("the manifest is accepted by the browser, and what it names is there", async () => {
  const page = await host.open("");
  const cdp = await page.context().newCDPSession(page);
  const { errors, url } = await cdp.send("Page.getAppManifest");
  assert.deepEqual(errors, []);
  assert.equal(url, `${host.url}manifest.webmanifest`);
  const manifest = JSON.parse(readFileSync(join(DIST, "manifest.webmanifest"), "utf8"));
  for (const { src, sizes } of manifest.icons.filter(({ type }) => type === "image/png")) {
    const png = readFileSync(join(DIST, src));
    assert.equal(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`, sizes, src);
  }
  assert.deepEqual(manifest.file_handlers.map(({ accept }) => accept), [{ "application/json": [".json"] }]);
  const papers = [...readFileSync(join(ROOT, "src/styles/tokens.css"), "utf8").matchAll(/--paper: (#\w+)/g)].map(([, color]) => color);
  assert.equal(manifest.theme_color, papers[0]);
  const html = readFileSync(join(DIST, "index.html"), "utf8");
  assert.deepEqual([...html.matchAll(/name="?theme-color"? content="?(#\w+)/g)].map(([, color]) => color), papers.slice(0, 2));
  assertNoTroubles(page);
});

test("the worker's list is the built page, no more and no less", () => {
  const worker = readFileSync(join(DIST, "sw.js"), "utf8");
  const files = Object.keys(JSON.parse(worker.match(/const FILES = (\{.*?\});/)[1]));
  const top = readdirSync(DIST).filter((name) => /\.(css|js|wasm|webmanifest|bin)$/.test(name) && name !== "sw.js");
  const icons = readdirSync(join(DIST, "icons")).map((name) => `icons/${name}`);
  assert.deepEqual(files.sort(), ["./", ...top, ...icons].sort());
});
