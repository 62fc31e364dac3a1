// The reader's library: what came from elsewhere than the archive is kept in this browser, and where it cannot be, that is said.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { newContext } from "../../scripts/chromium.mjs";
import { assertNoTroubles, axe, drop, eventually, heading, mounted, settled, watch, withSite } from "./helpers.mjs";
import { answer, archived, fill, long, made, TEXTS } from "./material.mjs";

const site = withSite();

const t = TEXTS.zh;
const REMOTE = "https://data.example/sessions/remote.json";
const ofRemote = [/other host: https:\/\/data\.example\//, /(failed|console): .*(data\.example|ERR_FAILED)/];
const ofMissing = [/status 404/, /console: .*404/];
const main = (page) => page.locator("main");
const shows = (page, title) => eventually(async () => assert.equal(await heading(page), title));
const rows = (page) => page.locator(".mine li");
const row = (page, title) => rows(page).filter({ hasText: title });
const kept = (page) => main(page).locator(".notice").getByText(t.library_kept).waitFor();

async function open(place = "") {
  const page = await site.reopen(place);
  await settled(page);
  return page;
}

/** A page of its own whose IndexedDB is as `change` makes it. */
async function altered(change, place = "") {
  const page = watch(await (await newContext(site.browser)).newPage(), site.origin);
  await page.addInitScript(change);
  await page.goto(site.url + place);
  await mounted(page);
  await settled(page);
  return page;
}

/** Goes home by the page's own link and waits for the section. */
async function home(page) {
  await page.locator(".brand").click();
  await shows(page, t.archive_title);
  await page.locator("#mine").waitFor();
}

test("a link that holds a session of the same id does not take the place of the reader's file", async () => {
  const page = await open();
  await drop(page, "自己的.json", JSON.stringify(made()));
  await shows(page, made().title);
  await kept(page);
  const other = { ...made(), title: "别人发来的会议" };
  const packed = gzipSync(JSON.stringify(other)).toString("base64url");
  await page.goto("about:blank");
  await page.goto(`${site.url}?s=${other.id}#z=${packed}`);
  await shows(page, other.title);
  await kept(page);
  await home(page);
  assert.equal(await rows(page).count(), 2);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: `${t.export}: ${made().title}` }).click()]);
  assert.deepEqual(JSON.parse(readFileSync(await download.path(), "utf8")), made());
  await row(page, made().title).getByRole("link").click();
  await shows(page, made().title);
  // A later version of the same file takes the place of the earlier one.
  await drop(page, "自己的.json", JSON.stringify({ ...made(), title: "改过的会议" }));
  await shows(page, "改过的会议");
  await kept(page);
  await drop(page, "自己的.json", JSON.stringify({ ...made(), title: "又改过的会议" }));
  await shows(page, "又改过的会议");
  await kept(page);
  await home(page);
  await eventually(async () => assert.equal(await row(page, "又改过的会议").count(), 1));
  assert.equal(await row(page, "改过的会议").filter({ hasNotText: "又" }).count(), 0);
});

test("a dropped file is there after a reload, is listed with its origin, and comes out as it went in", async () => {
  const page = await open();
  assert.equal(await page.locator(".mine").innerText(), "");
  // Spaces, order and line ends are the file's own.
  const bytes = Buffer.from(`\n${JSON.stringify(made(), null, 3).replaceAll("\n", "\r\n")}\r\n\r\n`);
  await drop(page, "带来的会议.json", bytes);
  await shows(page, made().title);
  await kept(page);
  await page.reload();
  await settled(page);
  assert.equal(await heading(page), made().title);
  await main(page).getByText(fill(t.opened_local, "带来的会议.json")).waitFor();
  await kept(page);
  await home(page);
  const said = await row(page, made().title).innerText();
  const today = await page.evaluate(() => `${new Date().getFullYear()}年${new Date().getMonth() + 1}月${new Date().getDate()}日`);
  for (const part of [fill(t.from_file, "带来的会议.json"), fill(t.library_opened, today), `${bytes.length} B`, "示例镇人民代表大会", "2024年1月25日至26日"]) {
    assert.ok(said.includes(part), `${part} in ${said}`);
  }
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: `${t.export}: ${made().title}` }).click()]);
  assert.equal(download.suggestedFilename(), "带来的会议.json");
  assert.deepEqual(readFileSync(await download.path()), bytes);
  await row(page, made().title).getByRole("link").click();
  await shows(page, made().title);
  assertNoTroubles(page, ofMissing);
});

test("opening again replaces, the newest is first, and a list of many is one press from empty", async () => {
  const page = await open();
  for (const [id, title] of [["made", "第一份"], ["other", "第二份"], ["made", "改过的第一份"]]) {
    await drop(page, `${id}.json`, JSON.stringify(made({ id, title })));
    await shows(page, title);
    await kept(page);
  }
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    document.body.dispatchEvent(new ClipboardEvent("paste", { bubbles: true, clipboardData: data }));
  }, JSON.stringify(made({ id: "pasted", title: "粘贴的一份" })));
  await shows(page, "粘贴的一份");
  await kept(page);
  await page.goto(site.url);
  await settled(page);
  await eventually(async () => assert.deepEqual(await rows(page).locator(".t").allInnerTexts(), ["粘贴的一份", "改过的第一份", "第二份"]));
  assert.ok((await row(page, "粘贴的一份").innerText()).includes(t.from_paste));
  await page.getByRole("button", { name: t.remove_all, exact: true }).click();
  const dialog = page.getByRole("dialog", { name: t.remove_all });
  await dialog.getByText("3次会议").waitFor();
  assert.deepEqual(await axe(page, { include: "dialog[open]" }), []);
  await page.keyboard.press("Escape");
  assert.equal(await rows(page).count(), 3);
  await page.getByRole("button", { name: t.remove_all, exact: true }).click();
  await dialog.getByRole("button", { name: t.remove, exact: true }).click();
  await eventually(async () => assert.equal(await page.locator(".mine").innerText(), ""));
  await page.reload();
  await settled(page);
  await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
  assert.equal(await rows(page).count(), 0);
});

test("one is removed by keyboard after a question, and the page that shows it says so", async () => {
  const page = await open();
  for (const id of ["made", "other"]) {
    await drop(page, `${id}.json`, JSON.stringify(made({ id, title: `会议${id}` })));
    await shows(page, `会议${id}`);
    await kept(page);
  }
  await home(page);
  assert.deepEqual(await axe(page), []);
  await page.getByRole("button", { name: `${t.remove}: 会议other` }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog", { name: t.remove, exact: true }).getByText("会议other").waitFor();
  await page.keyboard.press("Escape");
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.getAttribute("aria-label")), `${t.remove}: 会议other`));
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").getByRole("button", { name: t.remove, exact: true }).press("Enter");
  await eventually(async () => assert.deepEqual(await rows(page).locator(".t").allInnerTexts(), ["会议made"]));
  await page.getByText(t.library_removed).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), "mine");
  // What was on screen is still there, and can be kept again.
  await page.goBack();
  await shows(page, "会议other");
  await main(page).getByText(t.library_gone).waitFor();
  await page.getByRole("button", { name: t.library_keep }).click();
  await kept(page);
  await home(page);
  assert.equal(await rows(page).count(), 2);
});

test("a public link shows the public session; the reader's own of that id is opened from the list", async () => {
  const page = await open();
  const mine = { ...archived("huacao-6-6"), title: "本机改过的一份" };
  await drop(page, "mine.json", JSON.stringify(mine));
  await shows(page, mine.title);
  await kept(page);
  await main(page).getByText(t.also_archived).waitFor();
  await page.reload();
  await shows(page, archived("huacao-6-6").title);
  assert.equal(await main(page).locator(".notice").filter({ hasText: "mine.json" }).count(), 0);
  await home(page);
  await row(page, mine.title).getByRole("link").click();
  await shows(page, mine.title);
  assert.equal(new URL(page.url()).search, "?s=huacao-6-6");
  await kept(page);
  await page.getByRole("button", { name: t.show_archived }).click();
  await shows(page, archived("huacao-6-6").title);
  // Again, now that the archive's own is the one that is open.
  await home(page);
  await row(page, mine.title).getByRole("link").click();
  await shows(page, mine.title);
  assertNoTroubles(page);
});

test("a session of another host is shown from the library when the host does not answer, and that is said", async () => {
  const page = await site.reopen(`?src=${encodeURIComponent(REMOTE)}`, { routes: { "https://data.example/**": answer(made({ title: "别处的会议" })) } });
  await shows(page, "别处的会议");
  await kept(page);
  await home(page);
  assert.ok((await row(page, "别处的会议").innerText()).includes("data.example"));
  await page.unroute("https://data.example/**");
  await page.route("https://data.example/**", (route) => route.abort("connectionrefused"));
  await page.goto("about:blank");
  await page.goto(`${site.url}?src=${encodeURIComponent(REMOTE)}&p=documents`);
  await settled(page);
  assert.equal(await heading(page), t.documents);
  await main(page).getByText(fill(t.no_cors, "data.example")).waitFor();
  await main(page).getByText(t.library_instead).waitFor();
  assertNoTroubles(page, ofRemote);
});

const REFUSALS = {
  "opening throws": [t.library_refused, () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("no", "SecurityError");
    };
  }],
  "there is none": [t.library_refused, () => Object.defineProperty(globalThis, "indexedDB", { value: undefined })],
  "opening fails as in old private windows": [t.library_refused, () => {
    IDBFactory.prototype.open = () => {
      const request = new EventTarget();
      Object.defineProperty(request, "error", { value: new DOMException("A mutation operation was attempted", "InvalidStateError") });
      setTimeout(() => request.onerror?.(Object.defineProperty(new Event("error"), "target", { value: request })), 10);
      return request;
    };
  }],
  "another tab blocks": [t.library_blocked, () => {
    IDBFactory.prototype.open = () => {
      const request = new EventTarget();
      setTimeout(() => request.onblocked?.(new Event("blocked")), 10);
      return request;
    };
  }],
  "it never answers": [t.library_blocked, () => {
    IDBFactory.prototype.open = () => new EventTarget();
  }],
  "storing throws": [t.library_full, () => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  }],
  "storing ends without room": [t.library_full, () => {
    const { put } = IDBObjectStore.prototype;
    Object.defineProperty(IDBTransaction.prototype, "error", { get: () => new DOMException("full", "QuotaExceededError") });
    IDBObjectStore.prototype.put = function (...values) {
      const request = put.apply(this, values);
      request.addEventListener("success", () => this.transaction.abort());
      return request;
    };
  }],
  "anything else": [fill(t.library_failed, "DataError"), () => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("odd", "DataError");
    };
  }],
};

for (const [name, [reason, change]] of Object.entries(REFUSALS)) {
  test(`where ${name}, the session is shown all the same and the reader is told why it is not kept`, async () => {
    const page = await altered(change);
    // Nothing to keep, nothing to say.
    if (reason === t.library_refused) assert.equal(await page.locator(".mine").innerText(), "");
    await drop(page, "会议.json", JSON.stringify(made()));
    await shows(page, made().title);
    await main(page).getByText(fill(t.library_unkept, reason)).waitFor();
    assert.equal(await main(page).getByText(t.library_kept).count(), 0);
    await page.getByRole("button", { name: t.library_keep }).waitFor();
    await page.locator(".tabs a").last().click();
    await settled(page);
    await page.locator(".brand").click();
    await shows(page, t.archive_title);
    assert.equal(await rows(page).count(), 0);
    await page.goBack();
    await page.goBack();
    await shows(page, made().title);
    await page.reload();
    await main(page).getByText(fill(t.not_found, "made")).waitFor();
    assertNoTroubles(page, ofMissing);
  });
}

test("what was refused can be kept by trying again", async () => {
  const page = await altered(() => {
    const { put } = IDBObjectStore.prototype;
    globalThis.isFull = true;
    IDBObjectStore.prototype.put = function (...values) {
      if (globalThis.isFull) throw new DOMException("full", "QuotaExceededError");
      return put.apply(this, values);
    };
  });
  await drop(page, "会议.json", JSON.stringify(made()));
  await main(page).getByText(t.library_full).waitFor();
  await page.evaluate(() => {
    globalThis.isFull = false;
  });
  await page.getByRole("button", { name: t.library_keep }).click();
  await kept(page);
  await page.reload();
  await shows(page, made().title);
});

test("a database deleted meanwhile, in another tab, takes nothing from the screen", async () => {
  const page = await open();
  await drop(page, "会议.json", JSON.stringify(made()));
  await kept(page);
  const other = await page.context().newPage();
  await other.goto(site.url);
  await settled(other);
  await other.evaluate(() => new Promise((done, fail) => {
    const request = indexedDB.deleteDatabase("yishi");
    request.onsuccess = () => done();
    request.onerror = () => fail(request.error);
    // A tab that is reading just now is waited for; one that stands in the way would never let this end.
    setTimeout(() => fail(new Error("a tab stands in the way")), 5000);
  }));
  await other.close();
  await page.locator(".tabs a").last().click();
  await settled(page);
  await page.locator(".brand").click();
  await shows(page, t.archive_title);
  await page.goBack();
  await main(page).getByText(t.library_gone).waitFor();
  await page.getByRole("button", { name: t.library_keep }).click();
  await kept(page);
});

test("a database of a newer version of the page is read all the same", async () => {
  const page = await open();
  await drop(page, "会议.json", JSON.stringify(made()));
  await kept(page);
  await page.evaluate(() => new Promise((done, fail) => {
    const request = indexedDB.open("yishi", 7);
    request.onupgradeneeded = () => request.result.createObjectStore("of-the-future");
    request.onblocked = request.onerror = () => fail(new Error("blocked"));
    request.onsuccess = () => done(request.result.close());
  }));
  await page.reload();
  await shows(page, made().title);
  await kept(page);
});

test("a large session is shown before it is kept", async () => {
  const page = await altered(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...values) {
      globalThis.shownFirst ??= document.querySelector("main h1")?.textContent;
      return put.apply(this, values);
    };
  });
  const session = long("large", 20_000);
  await drop(page, "large.json", JSON.stringify(session));
  await kept(page);
  assert.equal(await page.evaluate(() => globalThis.shownFirst), session.title);
});
