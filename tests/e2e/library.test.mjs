// The reader's library: what came from elsewhere than the archive is kept in this browser, and where it cannot be, that is said.

import { gzipSync } from "node:zlib";
import { expect, expectAccessible, test } from "./fixtures.mjs";
import { downloaded, drop, expectQuery, heading, painted, settled } from "./helpers.mjs";
import { answer, archived, fill, long, made, TEXTS } from "./material.mjs";

const t = TEXTS.zh;
const REMOTE = "https://data.example/sessions/remote.json";
/** The archive is asked for the reader's own sessions too, and has none. */
const ofMissing = /404.*made\.json/;
const main = (page) => page.locator("main");
const button = (page, name) => page.getByRole("button", { name, exact: true });
const rows = (page) => page.locator(".mine li");
const row = (page, title) => rows(page).filter({ has: page.getByRole("link", { name: title, exact: true }) });
const shows = (page, title) => expect(heading(page)).toHaveText(title);
const dropSession = (page, session, name = "会议.json") => drop(page, name, JSON.stringify(session));

/** The titles in the database. */
const stored = (page) => page.evaluate(() => new Promise((done, fail) => {
  const request = indexedDB.open("yishi");
  request.onerror = () => fail(request.error);
  request.onsuccess = () => {
    const all = request.result.transaction("sessions").objectStore("sessions").getAll();
    all.onsuccess = () => done(all.result.map(({ title }) => title));
    request.result.close();
  };
}));
/** Waits until the session of that title is shown, and kept. */
async function isKept(page, title = made().title) {
  await shows(page, title);
  await expect(main(page).locator(".notice").getByText(t.library_kept)).toBeVisible();
  // What the page says may be of an earlier file of the same id.
  await expect.poll(() => stored(page)).toContain(title);
}
/** Goes home by the page's own link and waits for the section. */
async function home(page) {
  await page.locator(".brand").click();
  await shows(page, t.front_title);
  await expect(page.locator("#mine")).toBeVisible();
}

test("a link that holds a session of the same id does not take the place of the reader's file", async ({ open, page }) => {
  await open();
  await dropSession(page, made());
  await isKept(page);
  const other = made({ title: "别人发来的会议" });
  // By way of another document: a fragment alone would be no load.
  await page.goto("about:blank");
  await open(`?s=${other.id}#z=${gzipSync(JSON.stringify(other)).toString("base64url")}`);
  await isKept(page, other.title);
  await home(page);
  await expect(rows(page)).toHaveCount(2);
  const { bytes } = await downloaded(page, () => button(page, `${t.export}: ${made().title}`).click());
  expect(JSON.parse(bytes.toString())).toEqual(made());
  // Each row is the file that it names, also while the other one is open.
  for (const title of [made().title, other.title, made().title]) {
    await row(page, title).getByRole("link").click();
    await shows(page, title);
    await home(page);
  }
  await row(page, made().title).getByRole("link").click();
  await shows(page, made().title);
  // A later version of the same file takes the place of the earlier one.
  for (const title of ["改过的会议", "又改过的会议"]) {
    await dropSession(page, made({ title }));
    await isKept(page, title);
  }
  await home(page);
  await expect(row(page, "又改过的会议")).toHaveCount(1);
  await expect(row(page, "改过的会议")).toHaveCount(0);
});

test("a dropped file is there after a reload, is listed with its origin, and comes out as it went in", async ({ open, page, troubles }) => {
  troubles.allow(ofMissing);
  await page.clock.setFixedTime(new Date(2026, 2, 5, 23, 30));
  await open();
  // What the list is read from is made for the first look at it.
  await expect.poll(() => page.evaluate(async () => (await indexedDB.databases()).length)).toBe(1);
  await painted(page);
  await expect(page.locator(".mine")).toBeEmpty();
  // Spaces, order and line ends are the file's own.
  const file = Buffer.from(`\n${JSON.stringify(made(), null, 3).replaceAll("\n", "\r\n")}\r\n\r\n`);
  await drop(page, "带来的会议.json", file);
  await isKept(page);
  await page.reload();
  await isKept(page);
  await expect(main(page).getByText(fill(t.opened_local, "带来的会议.json"))).toBeVisible();
  await home(page);
  for (const part of [fill(t.from_file, "带来的会议.json"), fill(t.library_opened, "2026年3月5日"), `${file.length} B`, "示例镇人民代表大会", "2024年1月25日至26日"]) {
    await expect(row(page, made().title)).toContainText(part);
  }
  const { name, bytes } = await downloaded(page, () => button(page, `${t.export}: ${made().title}`).click());
  expect(name).toBe("带来的会议.json");
  expect(bytes).toEqual(file);
  await row(page, made().title).getByRole("link").click();
  await shows(page, made().title);
});

test("opening again replaces, the newest is first, and a list of many is one press from empty", async ({ open, page }) => {
  await open();
  for (const [id, title] of [["made", "第一份"], ["other", "第二份"], ["made", "改过的第一份"]]) {
    await dropSession(page, made({ id, title }));
    await isKept(page, title);
  }
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    document.body.dispatchEvent(new ClipboardEvent("paste", { bubbles: true, clipboardData: data }));
  }, JSON.stringify(made({ id: "pasted", title: "粘贴的一份" })));
  await isKept(page, "粘贴的一份");
  await open();
  await expect(rows(page).locator(".t")).toHaveText(["粘贴的一份", "改过的第一份", "第二份"]);
  await expect(row(page, "粘贴的一份")).toContainText(t.from_paste);
  await button(page, t.remove_all).click();
  const dialog = page.getByRole("dialog", { name: t.remove_all });
  await expect(dialog.getByText("3次会议")).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(rows(page)).toHaveCount(3);
  await button(page, t.remove_all).click();
  await button(dialog, t.remove).click();
  await expect(page.locator(".mine")).toBeEmpty();
  await page.reload();
  await settled(page);
  // The list is read anew, and has one: there are no others.
  await dropSession(page, made());
  await isKept(page);
  await home(page);
  await expect(rows(page).locator(".t")).toHaveText([made().title]);
});

test("one is removed by keyboard after a question, and the page that shows it says so", async ({ open, page }) => {
  await open();
  for (const id of ["made", "other"]) {
    await dropSession(page, made({ id, title: `会议${id}` }));
    await isKept(page, `会议${id}`);
  }
  await home(page);
  await expect(rows(page)).toHaveCount(2);
  await expectAccessible(page);
  const remove = button(page, `${t.remove}: 会议other`);
  const dialog = page.getByRole("dialog", { name: t.remove, exact: true });
  await remove.focus();
  await page.keyboard.press("Enter");
  await expect(dialog.getByText("会议other")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(remove).toBeFocused();
  await page.keyboard.press("Enter");
  await button(dialog, t.remove).press("Enter");
  await expect(page.getByText(t.library_removed)).toBeVisible();
  await expect(rows(page).locator(".t")).toHaveText(["会议made"]);
  await expect(page.locator("#mine")).toBeFocused();
  // What was on screen is still there, and can be kept again.
  await page.goBack();
  await shows(page, "会议other");
  await expect(main(page).getByText(t.library_gone)).toBeVisible();
  await button(page, t.library_keep).click();
  await isKept(page, "会议other");
  await home(page);
  await expect(rows(page)).toHaveCount(2);
});

test("a public link shows the public session; the reader's own of that id is opened from the list", async ({ open, page }) => {
  await open();
  const archive = archived("huacao-6-6");
  const mine = { ...archive, title: "本机改过的一份" };
  await dropSession(page, mine, "mine.json");
  await isKept(page, mine.title);
  await expect(main(page).getByText(t.also_archived)).toBeVisible();
  await page.reload();
  await shows(page, archive.title);
  await expect(main(page).locator(".notice").filter({ hasText: "mine.json" })).toHaveCount(0);
  await home(page);
  await row(page, mine.title).getByRole("link").click();
  await isKept(page, mine.title);
  await expectQuery(page, "?s=huacao-6-6");
  await button(page, t.show_archived).click();
  await shows(page, archive.title);
  // Again, now that the archive's own is the one that is open.
  await home(page);
  await row(page, mine.title).getByRole("link").click();
  await shows(page, mine.title);
});

test("a session of another host is shown from the library when the host does not answer, and that is said", async ({ open, page, troubles }) => {
  troubles.allow(/other host: https:\/\/data\.example\//, /(failed|console): .*(data\.example|ERR_FAILED)/);
  let reply = answer(made({ title: "别处的会议" }));
  await page.route("https://data.example/**", (route) => reply(route));
  await open(`?src=${encodeURIComponent(REMOTE)}`);
  await isKept(page, "别处的会议");
  await home(page);
  await expect(row(page, "别处的会议")).toContainText("data.example");
  reply = (route) => route.abort("connectionrefused");
  await open(`?src=${encodeURIComponent(REMOTE)}&p=documents`);
  await shows(page, t.documents);
  await expect(main(page).getByText(fill(t.no_cors, "data.example"))).toBeVisible();
  await expect(main(page).getByText(t.library_instead)).toBeVisible();
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
      queueMicrotask(() => request.onerror?.(Object.defineProperty(new Event("error"), "target", { value: request })));
      return request;
    };
  }],
  "another tab blocks": [t.library_blocked, () => {
    IDBFactory.prototype.open = () => {
      const request = new EventTarget();
      queueMicrotask(() => request.onblocked?.(new Event("blocked")));
      return request;
    };
  }],
  "it never answers": [t.library_blocked, () => {
    IDBFactory.prototype.open = () => new EventTarget();
    // The page waits for seconds, here not.
    const wait = window.setTimeout;
    window.setTimeout = (run, ms) => wait(run, Math.min(ms ?? 0, 50));
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
  test(`where ${name}, the session is shown all the same and the reader is told why it is not kept`, async ({ open, page, troubles }) => {
    troubles.allow(ofMissing);
    await page.addInitScript(change);
    await open();
    if (reason === t.library_refused) {
      // Nothing to keep, nothing to say. It is refused at once.
      await painted(page);
      await expect(page.locator(".mine")).toBeEmpty();
    }
    await dropSession(page, made());
    await shows(page, made().title);
    await expect(main(page).getByText(fill(t.library_unkept, reason))).toBeVisible();
    await expect(main(page).getByText(t.library_kept)).toHaveCount(0);
    await expect(button(page, t.library_keep)).toBeVisible();
    await page.locator(".tabs a").last().click();
    await settled(page);
    await page.locator(".brand").click();
    await shows(page, t.front_title);
    await painted(page);
    await expect(rows(page)).toHaveCount(0);
    await page.goBack();
    await page.goBack();
    await shows(page, made().title);
    await page.reload();
    // Neither the archive nor the library has it.
    await expect(main(page).getByText(fill(t.not_found, "made"))).toBeVisible();
  });
}

test("what was refused can be kept by trying again", async ({ open, page, troubles }) => {
  troubles.allow(ofMissing);
  await page.addInitScript(() => {
    const { put } = IDBObjectStore.prototype;
    globalThis.isFull = true;
    IDBObjectStore.prototype.put = function (...values) {
      if (globalThis.isFull) throw new DOMException("full", "QuotaExceededError");
      return put.apply(this, values);
    };
  });
  await open();
  await dropSession(page, made());
  await expect(main(page).getByText(t.library_full)).toBeVisible();
  await page.evaluate(() => {
    globalThis.isFull = false;
  });
  await button(page, t.library_keep).click();
  await isKept(page);
  await page.reload();
  await shows(page, made().title);
});

test("a database deleted meanwhile, in another tab, takes nothing from the screen", async ({ open, page, site, troubles }) => {
  await open();
  await dropSession(page, made());
  await isKept(page);
  const other = await page.context().newPage();
  await troubles.watch(other, site.origin);
  await other.goto(site.url);
  await settled(other);
  // A tab that is reading just now is waited for; one that stands in the way would never let this end.
  await other.evaluate(() => new Promise((done, fail) => {
    const request = indexedDB.deleteDatabase("yishi");
    request.onsuccess = () => done();
    request.onerror = () => fail(request.error);
  }));
  await other.close();
  await page.locator(".tabs a").last().click();
  await settled(page);
  await page.locator(".brand").click();
  await shows(page, t.front_title);
  await page.goBack();
  await expect(main(page).getByText(t.library_gone)).toBeVisible();
  await button(page, t.library_keep).click();
  await expect(main(page).locator(".notice").getByText(t.library_kept)).toBeVisible();
});

test("a database of a newer version of the page is read all the same", async ({ open, page, troubles }) => {
  troubles.allow(ofMissing);
  await open();
  await dropSession(page, made());
  await isKept(page);
  await page.evaluate(() => new Promise((done, fail) => {
    const request = indexedDB.open("yishi", 7);
    request.onupgradeneeded = () => request.result.createObjectStore("of-the-future");
    request.onerror = () => fail(request.error);
    request.onsuccess = () => done(request.result.close());
  }));
  await page.reload();
  await isKept(page);
});

test("a large session is shown before it is kept", async ({ open, page }) => {
  await page.addInitScript(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...values) {
      globalThis.shownFirst ??= document.querySelector("main h1")?.textContent;
      return put.apply(this, values);
    };
  });
  await open();
  // Twice what is read at once: above a mebibyte the page first says that it reads.
  const session = long("large", 8000);
  await dropSession(page, session);
  await isKept(page, session.title);
  await expect.poll(() => page.evaluate(() => globalThis.shownFirst)).toBe(session.title);
});
