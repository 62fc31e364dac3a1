// Sharing: the link and its picture, citations, a link that holds the session, and whether the file is still the one that was shared.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { expect, expectAccessible, test } from "./fixtures.mjs";
import { DIST, downloaded, drop, goTo, heading, painted, tabTo } from "./helpers.mjs";
import { answer, archived, fill, long, made, TEXTS } from "./material.mjs";

const require = createRequire(import.meta.url);
const jsQR = require("jsqr");
const { PNG } = require("pngjs");
const { parse: parseBibtex } = require("bibtex-parse");

const t = TEXTS.zh;
const huacao = archived("huacao-6-6");
const dialog = (page) => page.locator("dialog.modal[open]");
const field = (page) => dialog(page).getByLabel(t.share_link, { exact: true });
const button = (page, texts = t) => page.locator(".acts").getByRole("button", { name: texts.share_title, exact: true });
const press = (page, name) => dialog(page).getByRole("button", { name }).click();
const share = async (page) => {
  await button(page).click();
  await expect(dialog(page)).toBeVisible();
};
const close = async (page) => {
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toHaveCount(0);
};
/** What a scanner reads from the screen. */
const scan = async (page) => {
  const code = dialog(page).locator("svg.qr");
  await code.scrollIntoViewIfNeeded();
  const { data, width, height } = PNG.sync.read(await code.screenshot());
  return jsQR(new Uint8ClampedArray(data), width, height)?.data;
};
const grantClipboard = (page) => page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());
const url = (packed) => `#z=${packed.toString("base64url")}`;
const held = (session) => url(gzipSync(typeof session === "string" ? session : JSON.stringify(session)));
/** What a link holds. */
const unpacked = (link) => JSON.parse(gunzipSync(Buffer.from(link.split("#z=")[1], "base64url")));
/** Puts another fragment into the address bar. */
const setFragment = (page, fragment) => page.evaluate((fragment) => { location.hash = fragment; }, fragment);
/** Where the session came from, without what is said of its being kept. */
const notices = (page) => page.locator("main .notice").evaluateAll((all) => all.map((notice) => notice.firstChild.textContent));
const expectNotices = (page, expected) => expect.poll(() => notices(page)).toEqual(expected);
const main = (page) => page.locator("main");

const { budgets: [budget] } = archived("huangpu-2024-half");
/** A place with a long link. */
const LINE = `?s=huangpu-2024-half&p=budget/${budget.id}/${budget.tables[0].lines[1].id}&unit=yi&pic=share`;

test("the code on the screen is exactly the link of the place that is shown", async ({ open, page, site }) => {
  await open();
  for (const place of ["?s=huacao-6-6", "?s=huacao-6-6&p=speeches/work-report&at=work-report-p2", LINE]) {
    await goTo(page, place);
    await share(page);
    await expect(field(page)).toHaveValue(site.url + place);
    await expect(dialog(page).getByRole("img", { name: t.qr_label })).toHaveCount(1);
    await expect(dialog(page).locator("svg.qr > *"), "one path").toHaveCount(1);
    await expect.poll(async () => (await dialog(page).locator("svg.qr").boundingBox()).width).toBeGreaterThanOrEqual(200);
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      await expect.poll(() => scan(page), { message: colorScheme }).toBe(site.url + place);
    }
    await close(page);
  }
});

test("the code is read from a dark phone, too, and the dialog fits it", async ({ openNew, site }) => {
  const page = await openNew(LINE, { screen: "phone", theme: "dark" });
  await share(page);
  await expect.poll(() => scan(page)).toBe(site.url + LINE);
  await expect.poll(() => dialog(page).evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
});

test("a link that is too long for a code says so, and can still be copied", async ({ open, page, site }) => {
  const place = `?s=huangpu-2024-half&p=budget/${budget.id}&q=${"税".repeat(150)}`;
  await open(place);
  await grantClipboard(page);
  await share(page);
  await expect(dialog(page)).toContainText(t.qr_too_long);
  await expect(dialog(page).locator("svg.qr")).toHaveCount(0);
  const link = new URL(place, site.url).href;
  await expect(field(page)).toHaveValue(link);
  await press(page, t.copy_link);
  await expect(dialog(page).locator(".toast")).toHaveText(t.copied_link);
  await expect.poll(() => clipboard(page)).toBe(link);
});

test("the dialog is reached and left by keyboard, and says nothing amiss to axe", async ({ openNew }) => {
  for (const [theme, screen, lang] of [["light", "desktop", "zh"], ["dark", "phone", "en"]]) {
    const page = await openNew("?s=huacao-6-6&p=speeches/work-report", { theme, screen, lang });
    await tabTo(page, (stop) => stop?.name === TEXTS[lang].share_title);
    await page.keyboard.press("Enter");
    await expect(dialog(page).locator(".check input")).toBeVisible();
    await expectAccessible(page);
    await close(page);
    await expect(button(page, TEXTS[lang])).toBeFocused();
  }
});

test("the system's share sheet is offered where there is one", async ({ open, page, site }) => {
  await page.addInitScript(() => {
    const share = (data) => {
      globalThis.shared = data;
      return Promise.reject(new DOMException("", "AbortError"));
    };
    Object.defineProperty(navigator, "share", { configurable: true, value: share });
  });
  await open("?s=huacao-6-6");
  const title = `${huacao.title} · ${t.name}`;
  await expect(page).toHaveTitle(title);
  await share(page);
  await press(page, t.share_system);
  await expect.poll(() => page.evaluate(() => globalThis.shared)).toEqual({ title, url: `${site.url}?s=huacao-6-6` });
  await close(page);
  await page.evaluate(() => {
    delete navigator.share;
    delete Navigator.prototype.share;
  });
  await share(page);
  await expect(dialog(page).getByRole("button", { name: t.copy_link })).toBeVisible();
  await expect(dialog(page).getByRole("button", { name: t.share_system })).toHaveCount(0);
});

test("a citation names speaker, text, assembly, session, date, link and day of access", async ({ open, page, site }) => {
  const place = "?s=huacao-6-6&p=speeches/work-report&at=work-report-p2";
  const speech = huacao.speeches.find(({ id }) => id === "work-report");
  const speaker = huacao.people.find(({ id }) => id === speech.speaker).name;
  const note = "转述，非原文";
  await open(place);
  await grantClipboard(page);
  const today = await page.evaluate(() => new Intl.DateTimeFormat("sv-SE").format(new Date()));
  await share(page);
  await press(page, t.copy_citation);
  await expect(dialog(page).locator(".toast")).toHaveText(t.copied);
  await expect.poll(() => clipboard(page)).toBe(
    `${speaker}. ${speech.title}[EB/OL]//${huacao.assembly.name}. ${huacao.title}. (${huacao.dates.start})[${today}]. ${site.url}${place} （${note}）`,
  );
  await press(page, t.copy_bibtex);
  // The word about it is the same as before; the clipboard tells.
  await expect.poll(() => clipboard(page)).toMatch(/^@/);
  await expect(dialog(page).locator(".toast")).toHaveText(t.copied);
  const entries = async () => parseBibtex(await clipboard(page)).filter(({ itemtype, comment }) => itemtype !== "comment" || comment.trim())
    .map(({ itemtype, type, key, fields }) => ({ itemtype, type, key, fields: Object.fromEntries(fields.map(({ name, value }) => [name, value])) }));
  await expect.poll(entries).toEqual([{
    itemtype: "entry", type: "inproceedings", key: "yishi-huacao-6-6-speeches-work-report-work-report-p2",
    fields: {
      author: `{${speaker}}`, title: speech.title, booktitle: huacao.title, organization: huacao.assembly.name, date: huacao.dates.start,
      year: huacao.dates.start.slice(0, 4), url: site.url + place, urldate: today, note,
    },
  }]);
});

/** A file of the reader's own, not of the archive. */
const LOCAL = { ...huacao, id: "local-6-6", total: 0 };

test("a session of this device travels in the link itself", async ({ open, openNew, page, site }) => {
  await open();
  await drop(page, "huacao.json", `${JSON.stringify(LOCAL, null, 2)}\n`);
  await expect(heading(page)).toHaveText(huacao.title);
  await share(page);
  await expect(dialog(page)).toContainText(t.share_local);
  await expect(field(page)).toHaveValue(/#z=/);
  const link = await field(page).inputValue();
  await expect(field(page)).toHaveValue(`${site.url}?s=local-6-6${link.slice(link.indexOf("#z="))}`);
  await expect(dialog(page)).toContainText(fill(t.held_about, link.length));
  await expect.poll(async () => unpacked(await field(page).inputValue())).toEqual(LOCAL);
  await expectAccessible(page);
  // A citation has no link that leads nowhere.
  await expect(dialog(page).locator("pre.cited")).toContainText("title =");
  await expect(dialog(page).locator("pre.cited")).not.toContainText("url =");

  // The one who gets it has nothing but the link, to which a chat app has added something; src/route/held.rs tries what else may stand behind.
  const other = await openNew(`${link}&shareTo=weixin?from=timeline`);
  await expect(heading(other)).toHaveText(huacao.title);
  await expect.poll(() => notices(other)).toContain(t.opened_link);
  await expect(other).toHaveURL(link);
});

test("a session that the link holds stays in it wherever one goes", async ({ open, page, site }) => {
  // Packed by the browser, as by the one who shares it: not every gzip packs the same.
  const gzipped = await page.evaluate(async (text) => {
    const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
    return [...new Uint8Array(await new Response(stream).arrayBuffer())];
  }, JSON.stringify(LOCAL));
  const packed = url(Buffer.from(gzipped));
  const link = `${site.url}?s=local-6-6${packed}`;
  const speeches = `${site.url}?s=local-6-6&p=speeches${packed}`;
  await open(`?s=local-6-6${packed}`);
  await expect(heading(page)).toHaveText(huacao.title);
  await expect.poll(() => notices(page)).toContain(t.opened_link);
  await expect(page).toHaveURL(link);
  // Moving around, the browser's own fragments, back, reload, and the copied address.
  await page.locator(".tabs").getByRole("link", { name: t.tab_speeches }).click();
  await expect(heading(page)).toHaveText(t.speeches);
  await expect(page).toHaveURL(speeches);
  const steps = await page.evaluate(() => history.length);
  await page.getByRole("link", { name: t.skip }).focus();
  await page.keyboard.press("Enter");
  // “Skip to content” is a step of its own.
  await expect.poll(() => page.evaluate(() => history.length)).toBe(steps + 1);
  await expect(page).toHaveURL(speeches);
  await page.reload();
  await expect(heading(page)).toHaveText(t.speeches);
  await share(page);
  await expect(field(page)).toHaveValue(speeches);
  await close(page);
  await page.goBack();
  await page.goBack();
  await expect(heading(page)).toHaveText(huacao.title);
  // Out of it and back.
  await page.locator(".brand").click();
  await expect(page).toHaveURL(`${site.url}?`);
  await page.goBack();
  await expect(heading(page)).toHaveText(huacao.title);
  await expect(page).toHaveURL(link);
});

test("a place of the link is shown where it is one of the session, else the overview", async ({ open, page, site }) => {
  const session = held(huacao);
  for (const [place, title] of [
    ["?s=other&p=agenda", huacao.title], ["", huacao.title], ["?src=https://a.example/x.json&p=people", huacao.title], ["?s=huacao-6-6&p=agenda", t.agenda],
  ]) {
    await open(place + session);
    await expect(heading(page), place).toHaveText(title);
    await expect.poll(() => notices(page), { message: place }).toContain(t.opened_link);
    await expect.poll(() => page.url().endsWith(session), { message: place }).toBe(true);
  }
  // The archive's own is one press away, and then the link says so.
  await page.getByRole("button", { name: t.show_archived }).click();
  await expectNotices(page, []);
  await expect(page).toHaveURL(`${site.url}?s=huacao-6-6&p=agenda`);
  await expect(heading(page)).toHaveText(t.agenda);
});

test("a link that cannot be opened says why, and nothing open is lost", async ({ open, page, site }) => {
  const whole = held(huacao);
  const tampered = gzipSync(JSON.stringify(huacao));
  tampered[tampered.length >> 1] ^= 0x40;
  const truncated = whole.slice(0, whole.length >> 1);
  // No two after one another say the same, so that what is read is not what was said before.
  const cases = {
    nothing: ["#z=", t.link_garbled],
    truncated: [truncated, t.link_broken],
    "no base64": ["#z=%E6%96%87", t.link_garbled],
    "cut by one": [whole.slice(0, -2), t.link_broken],
    "no gzip": [url(Buffer.from("just words")), t.link_garbled],
    tampered: [url(tampered), t.link_broken],
    bomb: [url(gzipSync(Buffer.alloc(101 << 20), { level: 9 })), fill(t.too_large_unpacked, 100)],
    "no session": [held("{}"), "format"],
  };
  await open(`?s=no-such-session${cases.nothing[0]}`);
  for (const [name, [fragment, sentence]] of Object.entries(cases)) {
    if (name !== "nothing") await setFragment(page, fragment);
    await expect(main(page), name).toContainText(sentence);
    await expect(main(page), name).toContainText(t.failed_title);
    await expect(page.locator("#panic"), name).toBeHidden();
  }
  const sheet = page.locator("dialog.modal[open]");
  await open(`?${truncated}`);
  await expect(sheet.getByText(t.link_broken)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(sheet).toHaveCount(0);
  // In the middle of reading something else.
  await goTo(page, "?s=huacao-6-6&p=agenda");
  await setFragment(page, cases.tampered[0]);
  await expect(sheet.getByText(t.link_broken)).toBeVisible();
  await expect(heading(page)).toHaveText(t.agenda);
  await expect(page).toHaveURL(`${site.url}?s=huacao-6-6&p=agenda`);
  await setFragment(page, held(made({ title: "另一次会议" })));
  await expect(heading(page)).toHaveText("另一次会议");
  await expect(sheet).toHaveCount(0);
});

test("a browser without the streams says so", async ({ open, page }) => {
  await page.addInitScript(() => {
    delete globalThis.CompressionStream;
    delete globalThis.DecompressionStream;
  });
  await open(`?s=huacao-6-6${held(huacao)}`);
  await expect(main(page)).toContainText(t.no_streams);
  await drop(page, "a.json", JSON.stringify(made()));
  await expect(heading(page)).toHaveText(made().title);
  await share(page);
  await expect(dialog(page).getByText(t.no_streams)).toBeVisible();
  await expect(dialog(page).getByRole("button", { name: t.save_session })).toHaveCount(1);
});

test("a link of more than 8,000 characters is called long, one that no browser takes is not made", async ({ open, page }) => {
  await open();
  // Text that does not pack well.
  const noise = (count) => Array.from({ length: count }, (_, n) => createHash("sha512").update(`${n}`).digest("base64")).join("");
  for (const [size, said, links] of [[200, t.held_long, 1], [12_000, t.held_too_long, 0]]) {
    await drop(page, "long.json", JSON.stringify(made({ id: `long-${size}`, title: `长${size}`, summary: noise(size) })));
    await expect(heading(page)).toHaveText(`长${size}`);
    await share(page);
    await expect(dialog(page).getByText(said)).toBeVisible();
    await expect(field(page)).toHaveCount(links);
    if (links) await close(page);
  }
  const { name } = await downloaded(page, () => press(page, t.save_session));
  expect(name).toBe("长12000.json");
});

test("a link with a digest tells whether the file is still the same", async ({ open, openNew, page, site, troubles }) => {
  const REMOTE = "https://data.example/x.json";
  troubles.allow(/^other host: https:\/\/data\.example\/x\.json$/);
  const body = readFileSync(join(DIST, "data/sessions/huacao-6-6.json"), "utf8");
  const digest = createHash("sha256").update(body).digest("hex");
  const plain = "?s=huacao-6-6&p=agenda";
  const checked = `${plain}&sha256=${digest}`;
  const choice = (page) => dialog(page).getByLabel(t.share_check);
  await open(plain);
  await share(page);
  await choice(page).check();
  await expect(field(page)).toHaveValue(site.url + checked);
  await expect.poll(() => scan(page)).toBe(site.url + checked);
  await choice(page).uncheck();
  await expect(field(page)).toHaveValue(site.url + plain);
  await close(page);

  await goTo(page, checked);
  await expectNotices(page, [t.file_same]);
  await page.locator(".tabs").getByRole("link", { name: t.tab_speeches }).click();
  await expect(heading(page)).toHaveText(t.speeches);
  const speeches = `${site.url}?s=huacao-6-6&p=speeches&sha256=${digest}`;
  await expect(page).toHaveURL(speeches);
  await expectNotices(page, [t.file_same]);
  await share(page);
  await expect(choice(page)).toBeChecked();
  await expect(field(page)).toHaveValue(speeches);
  await close(page);
  // What lost digits is never passed over; src/route/tests.rs tries other garbled ones.
  for (const left of [digest.replace(/^./, "z"), digest.slice(1), digest.slice(0, 40), `${digest.slice(0, 63)}。`, ""]) {
    await goTo(page, `${plain}&sha256=${left}`);
    await expect(heading(page)).toHaveText(t.agenda);
    await expectNotices(page, [t.file_digits_lost]);
  }

  // From another host.
  await page.route(REMOTE, answer(body));
  await goTo(page, `?src=${REMOTE}&sha256=${digest}`);
  await expect.poll(() => notices(page)).toContain(t.file_same);
  await share(page);
  await expect(choice(page)).toBeVisible();
  await expect(field(page)).toHaveValue(`${site.url}?src=${REMOTE}&sha256=${digest}`);

  // The file has changed since.
  await page.route("**/data/sessions/huacao-6-6.json", answer(body.replace(huacao.title, "改过的题目")));
  await open(checked);
  await expectNotices(page, [t.file_changed]);

  // Without crypto.subtle, as on a site without https.
  const insecure = await openNew(checked, { script: () => Object.defineProperty(Crypto.prototype, "subtle", { get: () => undefined }) });
  await expectNotices(insecure, [t.file_unchecked]);
  await share(insecure);
  // The choice would come once the digest is there.
  await painted(insecure);
  await expect(dialog(insecure).locator(".check")).toHaveCount(0);
});

test("what is long opens from a link as from a file", async ({ open, page }) => {
  await open(`?s=long&p=speeches/report&at=p250${held(long("long", 300))}`);
  await expect(page.locator("[data-block=p250]")).toBeInViewport();
});
