// Faults of the world, as far as they can be made for real: a full disk, a database that another tab holds, a tab that is killed, a clock that is wrong,
// storage that is cleared, a new version in the middle of something. Nothing is lost, and a word is said. library.test.mjs and offline.test.mjs have the
// answers of a browser one by one.

/* global yishi -- of the page */

import { createHash } from "node:crypto";
import { deploy, expect, expectKept, expectVersion, hasHeard, inCharge, release, stored, test, visited } from "./deployed.mjs";
import { drop, goTo, heading, settled } from "./helpers.mjs";
import { archived, fill, made, TEXTS } from "./material.mjs";

const t = TEXTS.zh;
const YEAR = 365 * 24 * 3600e3;
/** The archive is asked for the reader's own sessions too, and has none. */
const ofMissing = /404.*made\.json/;
const main = (page) => page.locator("main");
const button = (of, name) => of.getByRole("button", { name, exact: true });
const notice = (page) => main(page).locator(".notice");
const shows = (page, title) => expect(heading(page)).toHaveText(title);
const dropSession = (page, session, name = "会议.json") => drop(page, name, JSON.stringify(session));
const paste = (page, session) => page.evaluate((text) => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  document.body.dispatchEvent(new ClipboardEvent("paste", { bubbles: true, clipboardData: data }));
}, JSON.stringify(session));
/** Text of so many bytes that does not pack well. */
const noise = (bytes) => Array.from({ length: bytes / 88 }, (_, n) => createHash("sha512").update(`${n}`).digest("base64")).join("");

/** The titles and the sizes in the database, sorted. */
const kept = (page) => page.evaluate(() => new Promise((done, fail) => {
  const request = indexedDB.open("yishi");
  request.onerror = () => fail(request.error);
  request.onsuccess = () => {
    const stores = request.result.transaction(["sessions", "files"]);
    const [rows, files] = ["sessions", "files"].map((name) => stores.objectStore(name).getAll());
    stores.oncomplete = () => done(rows.result.map(({ title, size }, at) => `${title} ${Number(size) === files.result[at].length}`).sort());
    request.result.close();
  };
}));
const expectInLibrary = (page, ...titles) => expect.poll(() => kept(page)).toEqual(titles.map((title) => `${title} true`).sort());
/** Waits until the session of that title is shown, and kept. */
async function isKept(page, title = made().title) {
  await shows(page, title);
  await expect(notice(page).getByText(t.library_kept)).toBeVisible();
}
async function home(page) {
  await page.locator(".brand").click();
  await shows(page, t.front_title);
}

test("a disk that fills up in the middle of keeping loses neither what was kept nor what is shown, and says so", async ({ open, page, site }) => {
  const cdp = await page.context().newCDPSession(page);
  const { origin } = site;
  // Before the database is opened: the browser does not ask for every file how much room there is.
  await cdp.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 3_000_000 });
  await open();
  await dropSession(page, made());
  await isKept(page);
  // Of the same id, from elsewhere: the former one has to be put aside and the new one in its place.
  const large = made({ title: "放不下的会议", summary: noise(6_000_000) });
  await paste(page, large);
  await shows(page, large.title);
  await expect(main(page).getByText(fill(t.library_unkept, t.library_full))).toBeVisible();
  await expectInLibrary(page, made().title);
  await home(page);
  await expect(page.locator(".mine li .t")).toHaveText([made().title]);
  await page.goBack();
  await shows(page, large.title);

  await cdp.send("Storage.overrideQuotaForOrigin", { origin });
  await button(page, t.library_keep).click();
  await isKept(page, large.title);
  await expectInLibrary(page, made().title, large.title);
});

test("a disk that fills up while a body is kept offline leaves what was kept, and says so", async ({ host }) => {
  const page = await host.open("?s=zhuanqiao-6-7");
  await (await host.worker()).evaluate(() => {
    const { put } = Cache.prototype;
    let count = 0;
    Cache.prototype.put = function (request, answer) {
      const isSession = /sessions/.test(String(request));
      return isSession && ++count > 1 ? Promise.reject(new DOMException("full", "QuotaExceededError")) : put.call(this, request, answer);
    };
  });
  await button(main(page), t.keep).click();
  const dialog = page.getByRole("dialog", { name: t.keep });
  await button(dialog.locator("p.row").nth(1), t.keep).click();
  await expect(dialog.getByText(t.keep_full)).toBeVisible();
  await expect(dialog.getByText("✓ 1/2")).toBeVisible();
  await expect.poll(async () => (await stored(page)).kept.length).toBe(1);
});

test("a database that another tab holds is told after a few seconds, and a session is kept when it lets go", async ({ context, open, page, site }) => {
  await open();
  await dropSession(page, made());
  await isKept(page);
  const other = await context.newPage();
  await other.goto(`${site.url}data/catalogue.json`);
  // Another program of this site: it uses the database and does not let go of it for its own change of version.
  await other.evaluate(() => new Promise((done) => {
    indexedDB.open("yishi").onsuccess = () => {
      indexedDB.open("yishi", 9).onblocked = () => done();
    };
  }));
  await dropSession(page, made({ id: "second", title: "第二次会议" }));
  await shows(page, "第二次会议");
  await expect(main(page).getByText(fill(t.library_unkept, t.library_blocked))).toBeVisible();
  await other.close();
  await button(page, t.library_keep).click();
  await isKept(page, "第二次会议");
  await expectInLibrary(page, made().title, "第二次会议");
});

for (const way of ["closed", "killed"]) {
  test(`a tab that is ${way} while it keeps a file leaves the former one whole`, async ({ context, open, page, site, troubles }) => {
    troubles.allow(ofMissing);
    await open();
    await dropSession(page, made());
    await isKept(page);
    // From now on a file is written and never done: the transaction asks for more and more.
    await page.evaluate(() => {
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = function (...values) {
        const request = put.apply(this, values);
        const ask = () => {
          globalThis.isWriting = true;
          this.get("nothing").onsuccess = ask;
        };
        request.addEventListener("success", ask);
        return request;
      };
    });
    const changed = made({ title: "改过的会议" });
    await dropSession(page, changed);
    await shows(page, changed.title);
    await page.waitForFunction(() => globalThis.isWriting);
    if (way === "closed") await page.close();
    else {
      const cdp = await context.newCDPSession(page);
      const crashed = page.waitForEvent("crash");
      // It answers no more.
      cdp.send("Page.crash").catch(() => undefined);
      await crashed;
    }
    const next = await context.newPage();
    await troubles.watch(next, site.origin);
    await next.goto(site.url);
    await settled(next);
    await expect(next.locator(".mine li .t")).toHaveText([made().title]);
    await expectInLibrary(next, made().title);
    await next.locator(".mine li .t").click();
    await isKept(next);
    await dropSession(next, changed);
    await isKept(next, changed.title);
    await expectInLibrary(next, changed.title);
  });
}

test("a clock that is set back a year loses nothing: what is kept stays, copies are read, a new version is told", async ({ host, troubles }) => {
  troubles.allow(ofMissing);
  const page = await host.open("?s=huacao-6-6");
  await visited(page, "huacao-6-6");
  await page.evaluate(() => yishi.offline("keep", "huacao-6-6"));
  await dropSession(page, made());
  await isKept(page);

  const back = (year) => {
    const Now = Date;
    globalThis.Date = class extends Now {
      constructor(...words) {
        super(...(words.length === 0 ? [Now.now() - year] : words));
      }

      static now() {
        return Now.now() - year;
      }
    };
  };
  await page.evaluate(back, YEAR);
  await page.addInitScript(back, YEAR);
  await (await host.worker()).evaluate(back, YEAR);
  const year = new Date(Date.now() - YEAR).getFullYear();
  // Two of one id from different places, and a later version of one: each stays what it is.
  await paste(page, made({ title: "粘贴的会议" }));
  await isKept(page, "粘贴的会议");
  await paste(page, made({ title: "粘贴的会议，改过" }));
  await isKept(page, "粘贴的会议，改过");
  await expectInLibrary(page, made().title, "粘贴的会议，改过");
  await home(page);
  await expect(page.locator(".mine li")).toHaveCount(2);
  await expect(page.locator(".mine li").filter({ hasText: "粘贴的会议，改过" })).toContainText(`${year}年`);
  await goTo(page, "?s=zhuanqiao-6-7");
  await visited(page, "zhuanqiao-6-7");

  // The page was opened a year later, as its clock has it; it looks for a new version all the same.
  release(host.site, "B");
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true })));
  await expect(page.locator("#newer")).toBeVisible();
  await expectKept(page, "huacao-6-6");
  await host.cut();
  for (const id of ["zhuanqiao-6-7", "huacao-6-6"]) {
    await host.load(page, `?s=${id}`);
    await shows(page, archived(id).title);
    await expect(notice(page).filter({ hasText: t.kept_copy.split("{}")[0] })).toBeVisible();
  }
});

test("a new version that comes while a file is being read takes nothing from it", async ({ host, troubles }) => {
  troubles.allow(ofMissing);
  const page = await host.open();
  const other = await host.open("?s=huacao-6-6");
  // The file is read as far as its first bytes, and then when the test says so.
  await page.evaluate(() => {
    const { stream } = Blob.prototype;
    const may = new Promise((go) => {
      globalThis.go = go;
    });
    File.prototype.stream = function () {
      const reader = stream.call(this).getReader();
      let rest;
      return new ReadableStream({
        async pull(controller) {
          if (rest) {
            await may;
            controller.enqueue(rest);
            controller.close();
          } else {
            const { value } = await reader.read();
            controller.enqueue(value.subarray(0, 10));
            rest = value.subarray(10);
          }
        },
      });
    };
  });
  await dropSession(page, made());
  const reading = page.getByRole("dialog", { name: t.open_title });
  await expect(button(reading, t.cancel)).toBeVisible();
  await deploy(other, () => release(host.site, "B"));
  await button(other.locator("#newer"), "更新").click();
  await expectVersion(other, "B");
  await inCharge(other);
  await expect(page.locator("#newer")).toBeVisible();
  await expect(button(reading, t.cancel)).toBeVisible();
  await page.evaluate(() => globalThis.go());
  await isKept(page);
  // What this page still has to fetch is of its own version.
  await button(main(page), t.share_title).click();
  await expect(page.getByRole("dialog", { name: t.share_title })).toBeVisible();
  await page.keyboard.press("Escape");
  await button(page.locator("#newer"), "更新").click();
  await expectVersion(page, "B");
  await isKept(page);
});

test("storage that is cleared while the page is open takes nothing from the screen, and what is asked of it is answered", async ({ host, troubles }) => {
  troubles.allow(ofMissing);
  const page = await host.open("?s=huacao-6-6");
  await visited(page, "huacao-6-6");
  await page.evaluate(() => yishi.offline("keep", "huacao-6-6"));
  await dropSession(page, made());
  await isKept(page);
  await goTo(page, "?s=huacao-6-6");
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Storage.clearDataForOrigin", { origin: new URL(host.url).origin, storageTypes: "all" });
  await expect.poll(() => page.evaluate(async () => (await caches.keys()).length)).toBe(0);

  await page.locator(".tabs").getByRole("link", { name: t.people }).click();
  await shows(page, t.people);
  await button(main(page), t.keep).click();
  const dialog = page.getByRole("dialog", { name: t.keep });
  await expect(dialog.getByText(t.keep_impossible).or(button(dialog, t.keep).first())).toBeVisible();
  await page.keyboard.press("Escape");
  await home(page);
  await expect(page.locator(".mine li")).toHaveCount(0);
  await goTo(page, `?s=${made().id}`);
  await shows(page, made().title);
  await expect(notice(page).getByText(t.library_gone)).toBeVisible();
  await button(page, t.library_keep).click();
  await isKept(page);

  // The next visit is as the first.
  await host.load(page, "?s=huacao-6-6");
  await inCharge(page);
  await hasHeard(page);
  await visited(page, "huacao-6-6");
  await page.evaluate(() => yishi.offline("keep", "huacao-6-6"));
  await expectKept(page, "huacao-6-6");
  await expectInLibrary(page, made().title);
});
