// Sharing: the link and its picture, citations, a link that holds the session, and whether the file is still the one that was shared.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { test } from "node:test";
import { gunzipSync, gzipSync } from "node:zlib";
import { assertNoTroubles, axe, drop, eventually, heading, settled, tabTo, withSite } from "./helpers.mjs";
import { answer, archived, fill, long, made, TEXTS } from "./material.mjs";

const require = createRequire(import.meta.url);
const jsQR = require("jsqr");
const { PNG } = require("pngjs");
const { parse: parseBibtex } = require("bibtex-parse");

const site = withSite();

const t = TEXTS.zh;
const huacao = archived("huacao-6-6");
const dialog = (page) => page.locator("dialog.made[open]");
const field = (page) => dialog(page).getByLabel(t.share_link, { exact: true });
const share = async (page) => {
  await page.locator(".acts").getByRole("button", { name: t.share_title, exact: true }).click();
  await dialog(page).waitFor();
};
const open = async (place, options) => {
  const page = await site.reopen(place, options);
  await settled(page);
  return page;
};
/** What a scanner reads from the screen. */
const scan = async (page) => {
  const code = dialog(page).locator("svg.qr");
  await code.scrollIntoViewIfNeeded();
  const { data, width, height } = PNG.sync.read(await code.screenshot());
  return jsQR(new Uint8ClampedArray(data), width, height)?.data;
};
const held = (session) => `#z=${gzipSync(typeof session === "string" ? session : JSON.stringify(session)).toString("base64url")}`;
/** Where the session came from, without what is said of its being kept. */
const notices = (page) => page.locator("main .notice").evaluateAll((all) => all.map((notice) => notice.firstChild.textContent));
const main = (page) => page.locator("main");
const says = (page, text) => eventually(async () => assert.ok((await main(page).innerText()).includes(text), text));

test("the code on the screen is exactly the link of the place that is shown", async () => {
  const places = ["?s=huacao-6-6", "?s=huacao-6-6&p=speeches/work-report&at=work-report-p2"];
  const { budgets: [budget] } = archived("huangpu-2024-half");
  places.push(`?s=huangpu-2024-half&p=budget/${budget.id}/${budget.tables[0].lines[1].id}&unit=yi&pic=share`);
  for (const theme of ["light", "dark"]) {
    for (const place of places) {
      const page = await open(place);
      await page.emulateMedia({ colorScheme: theme });
      await share(page);
      const link = await field(page).inputValue();
      assert.equal(link, site.url + place);
      assert.equal(await scan(page), link, theme);
      assert.equal(await dialog(page).getByRole("img", { name: t.qr_label }).count(), 1);
      assert.equal(await dialog(page).locator("svg.qr > *").count(), 1, "one path");
      const { width } = await dialog(page).locator("svg.qr").boundingBox();
      assert.ok(width >= 200, `${width}`);
      assertNoTroubles(page);
    }
  }
  const page = await site.open(places[2], { screen: "phone", theme: "dark" });
  await settled(page);
  await share(page);
  assert.equal(await scan(page), site.url + places[2]);
  assert.equal(await dialog(page).evaluate((element) => element.scrollWidth <= element.clientWidth), true);
});

test("a link that is too long for a code says so, and can still be copied", async () => {
  const page = await open(`?s=huangpu-2024-half&p=budget/${archived("huangpu-2024-half").budgets[0].id}&q=${"税".repeat(150)}`);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await share(page);
  assert.equal(await dialog(page).locator("svg.qr").count(), 0);
  assert.ok((await dialog(page).innerText()).includes(t.qr_too_long));
  await dialog(page).getByRole("button", { name: t.copy_link }).click();
  await eventually(async () => assert.equal(await dialog(page).locator(".told").innerText(), t.copied_link));
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await field(page).inputValue());
});

test("the dialog is reached and left by keyboard, and says nothing amiss to axe", async () => {
  for (const [theme, screen, lang] of [["light", "desktop", "zh"], ["dark", "phone", "en"]]) {
    const page = await site.open("?s=huacao-6-6&p=speeches/work-report", { theme, screen, lang });
    await settled(page);
    const name = TEXTS[lang].share_title;
    await tabTo(page, (stop) => stop?.name === name);
    await page.keyboard.press("Enter");
    await dialog(page).waitFor();
    await dialog(page).locator(".check input").waitFor();
    assert.deepEqual(await axe(page), []);
    await page.keyboard.press("Escape");
    await dialog(page).waitFor({ state: "detached" });
    assert.equal(await page.evaluate(() => document.activeElement.textContent), name);
    assertNoTroubles(page);
  }
});

test("the system's share sheet is offered where there is one", async () => {
  const page = await site.open("?s=huacao-6-6", { wait: false });
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "share", { configurable: true, value: (data) => { globalThis.shared = data; return Promise.reject(new DOMException("", "AbortError")); } });
  });
  await page.reload();
  await settled(page);
  await share(page);
  await dialog(page).getByRole("button", { name: t.share_system }).click();
  assert.deepEqual(await page.evaluate(() => globalThis.shared), { title: await page.title(), url: `${site.url}?s=huacao-6-6` });
  await page.addInitScript(() => delete Navigator.prototype.share);
  const without = await open("?s=huacao-6-6");
  await without.evaluate(() => delete Navigator.prototype.share);
  await share(without);
  assert.equal(await dialog(without).getByRole("button", { name: t.share_system }).count(), 0);
  assertNoTroubles(page);
});

test("a citation names speaker, text, assembly, session, date, link and day of access", async () => {
  const place = "?s=huacao-6-6&p=speeches/work-report&at=work-report-p2";
  const speech = huacao.speeches.find(({ id }) => id === "work-report");
  const speaker = huacao.people.find(({ id }) => id === speech.speaker).name;
  const page = await open(place);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await share(page);
  const today = await page.evaluate(() => new Intl.DateTimeFormat("sv-SE").format(new Date()));
  const copied = async (label) => {
    await dialog(page).getByRole("button", { name: label }).click();
    await eventually(async () => assert.equal(await dialog(page).locator(".told").innerText(), t.copied));
    return page.evaluate(() => navigator.clipboard.readText());
  };
  const note = "转述，非原文";
  assert.equal(
    await copied(t.copy_citation),
    `${speaker}. ${speech.title}[EB/OL]//${huacao.assembly.name}. ${huacao.title}. (${huacao.dates.start})[${today}]. ${site.url}${place} （${note}）`,
  );
  const [entry, ...more] = parseBibtex(await copied(t.copy_bibtex));
  assert.deepEqual(more.filter(({ itemtype, comment }) => itemtype !== "comment" || comment.trim()), []);
  assert.equal(entry.itemtype, "entry");
  assert.equal(entry.type, "inproceedings");
  assert.equal(entry.key, "yishi-huacao-6-6-speeches-work-report-work-report-p2");
  const fields = Object.fromEntries(entry.fields.map(({ name, value }) => [name, value]));
  assert.deepEqual(fields, {
    author: `{${speaker}}`, title: speech.title, booktitle: huacao.title, organization: huacao.assembly.name, date: huacao.dates.start,
    year: huacao.dates.start.slice(0, 4), url: site.url + place, urldate: today, note,
  });
});

test("a session of this device travels in the link itself", async () => {
  const page = await open();
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const file = `${JSON.stringify({ ...huacao, id: "local-6-6", total: 0 }, null, 2)}\n`;
  await drop(page, "huacao.json", file);
  await eventually(async () => assert.equal(await heading(page), huacao.title));
  await share(page);
  assert.ok((await dialog(page).innerText()).includes(t.share_local));
  await field(page).waitFor();
  const link = await field(page).inputValue();
  assert.ok((await dialog(page).innerText()).includes(fill(t.held_about, link.length)));
  assert.ok(link.startsWith(`${site.url}?s=local-6-6#z=`), link.slice(0, 80));
  assert.deepEqual(JSON.parse(gunzipSync(Buffer.from(link.split("#z=")[1], "base64url"))), JSON.parse(file));
  assert.deepEqual(await axe(page), []);
  assert.ok(!(await dialog(page).locator("pre.cited").innerText()).includes("url ="), "a citation has no link that leads nowhere");
  assertNoTroubles(page);

  // The one who gets it has nothing but the link, to which a chat app has added something.
  for (const junk of ["", "&shareTo=weixin", "?from=timeline"]) {
    const other = await site.open(`${link.slice(site.url.length)}${junk}`);
    await settled(other);
    assert.equal(await heading(other), huacao.title);
    assert.ok((await notices(other)).includes(t.opened_link));
    assert.ok(other.url().startsWith(link));
    assertNoTroubles(other);
    if (junk !== "") continue;
    // Moving around, the browser's own fragments, back, reload, and the copied address.
    await other.locator(".tabs").getByRole("link", { name: t.speeches }).click();
    await settled(other);
    const packed = link.slice(link.indexOf("#z="));
    assert.equal(other.url(), `${site.url}?s=local-6-6&p=speeches${packed}`);
    await other.getByRole("link", { name: t.skip }).focus();
    await other.keyboard.press("Enter");
    await eventually(async () => assert.equal(other.url(), `${site.url}?s=local-6-6&p=speeches${packed}`));
    await other.reload();
    await settled(other);
    assert.equal(await heading(other), t.speeches);
    await share(other);
    await field(other).waitFor();
    assert.equal(await field(other).inputValue(), `${site.url}?s=local-6-6&p=speeches${packed}`);
    await other.keyboard.press("Escape");
    // “Skip to content” was a step of its own.
    await other.goBack();
    await other.goBack();
    await eventually(async () => assert.equal(await heading(other), huacao.title));
    // Out of it and back.
    await other.locator(".brand").click();
    await eventually(async () => assert.equal(other.url(), `${site.url}?`));
    await other.goBack();
    await eventually(async () => assert.equal(await heading(other), huacao.title));
    assert.equal(other.url(), link);
    assertNoTroubles(other);
  }
});

test("a place of the link is shown where it is one of the session, else the overview", async () => {
  const session = held(huacao);
  for (const [place, title] of [
    ["?s=huacao-6-6&p=agenda", t.agenda], ["?s=other&p=agenda", huacao.title], ["", huacao.title], ["?src=https://a.example/x.json&p=people", huacao.title],
  ]) {
    const page = await open(place + session);
    await eventually(async () => assert.equal(await heading(page), title, place));
    assert.ok((await notices(page)).includes(t.opened_link));
    assert.ok(page.url().endsWith(session), place);
    assertNoTroubles(page);
  }
  // The archive's own is one press away, and then the link says so.
  const page = await open(`?s=huacao-6-6&p=agenda${session}`);
  await page.getByRole("button", { name: t.show_archived }).click();
  await eventually(async () => assert.deepEqual(await notices(page), []));
  assert.equal(page.url(), `${site.url}?s=huacao-6-6&p=agenda`);
});

test("a link that cannot be opened says why, and nothing open is lost", async () => {
  const whole = held(huacao);
  const bytes = gzipSync(JSON.stringify(huacao));
  const tampered = Buffer.from(bytes);
  tampered[tampered.length >> 1] ^= 0x40;
  const url = (packed) => `#z=${packed.toString("base64url")}`;
  const cases = {
    nothing: ["#z=", t.link_garbled],
    "no base64": ["#z=%E6%96%87", t.link_garbled],
    "no gzip": [url(Buffer.from("just words")), t.link_garbled],
    truncated: [whole.slice(0, whole.length >> 1), t.link_broken],
    "cut by one": [whole.slice(0, -2), t.link_broken],
    tampered: [url(tampered), t.link_broken],
    bomb: [url(gzipSync(Buffer.alloc(200 << 20), { level: 9 })), fill(t.too_large_unpacked, 100)],
    "no session": [held("{}"), "format"],
  };
  for (const [name, [fragment, sentence]] of Object.entries(cases)) {
    const page = await open(`?s=no-such-session${fragment}`);
    await says(page, t.failed_title);
    await says(page, sentence);
    assertNoTroubles(page);
    assert.equal(await page.locator("#panic").isVisible(), false, name);
  }
  const archive = await open(`?${cases.truncated[0]}`);
  await archive.locator("dialog.sheet[open]").getByText(t.link_broken).waitFor();
  // In the middle of reading something else.
  const page = await open("?s=huacao-6-6&p=agenda");
  await page.evaluate((fragment) => { location.hash = fragment; }, cases.tampered[0]);
  await page.locator("dialog.sheet[open]").getByText(t.link_broken).waitFor();
  assert.equal(await heading(page), t.agenda);
  assert.equal(page.url(), `${site.url}?s=huacao-6-6&p=agenda`);
  await page.evaluate((fragment) => { location.hash = fragment; }, held(made({ title: "另一次会议" })));
  await eventually(async () => assert.equal(await heading(page), "另一次会议"));
  assert.equal(await page.locator("dialog.sheet[open]").count(), 0);
});

test("a browser without the streams says so", async () => {
  const strip = () => {
    delete globalThis.CompressionStream;
    delete globalThis.DecompressionStream;
  };
  const page = await site.open("", { wait: false });
  await page.addInitScript(strip);
  await page.goto(`${site.url}?s=huacao-6-6${held(huacao)}`);
  await says(page, t.no_streams);
  await drop(page, "a.json", JSON.stringify(made()));
  await eventually(async () => assert.equal(await heading(page), made().title));
  await share(page);
  await dialog(page).getByText(t.no_streams).waitFor();
  assert.equal(await dialog(page).getByRole("button", { name: t.save_session }).count(), 1);
});

test("a link of more than 8,000 characters is called long, one that no browser takes is not made", async () => {
  const page = await open();
  // Text that does not pack well.
  const noise = (count) => Array.from({ length: count }, (_, n) => createHash("sha512").update(`${n}`).digest("base64")).join("");
  for (const [size, said] of [[200, t.held_long], [12_000, t.held_too_long]]) {
    await drop(page, "long.json", JSON.stringify(made({ id: `long-${size}`, title: `长${size}`, summary: noise(size) })));
    await eventually(async () => assert.equal(await heading(page), `长${size}`));
    await share(page);
    await dialog(page).getByText(said).waitFor();
    assert.equal(await field(page).count(), said === t.held_long ? 1 : 0);
    await page.keyboard.press("Escape");
    await dialog(page).waitFor({ state: "detached" });
  }
  const saved = page.waitForEvent("download");
  await share(page);
  await dialog(page).getByRole("button", { name: t.save_session }).click();
  assert.equal((await saved).suggestedFilename(), "长12000.json");
});

test("a link with a digest tells whether the file is still the same", async () => {
  const page = await open("?s=huacao-6-6&p=agenda");
  await share(page);
  await dialog(page).getByLabel(t.share_check).check();
  const body = await (await fetch(`${site.url}data/sessions/huacao-6-6.json`)).text();
  const digest = createHash("sha256").update(body).digest("hex");
  const checked = `?s=huacao-6-6&p=agenda&sha256=${digest}`;
  assert.equal(await field(page).inputValue(), site.url + checked);
  assert.equal(await scan(page), site.url + checked);
  await dialog(page).getByLabel(t.share_check).uncheck();
  assert.equal(await field(page).inputValue(), `${site.url}?s=huacao-6-6&p=agenda`);

  const same = await open(checked);
  assert.deepEqual(await notices(same), [t.file_same]);
  await same.locator(".tabs").getByRole("link", { name: t.speeches }).click();
  await settled(same);
  assert.equal(same.url(), `${site.url}?s=huacao-6-6&p=speeches&sha256=${digest}`);
  assert.deepEqual(await notices(same), [t.file_same]);
  await share(same);
  assert.equal(await dialog(same).getByLabel(t.share_check).isChecked(), true);
  assert.equal(await field(same).inputValue(), same.url());
  assertNoTroubles(same);

  const other = body.replace(huacao.title, "改过的题目");
  const changed = await open(checked, { routes: { "**/data/sessions/huacao-6-6.json": answer(other) } });
  assert.deepEqual(await notices(changed), [t.file_changed]);
  for (const garbled of ["1234", digest.replace(/^./, "z"), ""]) {
    const page = await open(`?s=huacao-6-6&p=agenda&sha256=${garbled}`);
    assert.deepEqual(await notices(page), [], garbled);
  }

  // From another host, and without crypto.subtle, as on a site without https.
  const REMOTE = "https://data.example/x.json";
  const routes = { [REMOTE]: answer(body) };
  const remote = await open(`?src=${REMOTE}&sha256=${digest}`, { routes });
  assert.ok((await notices(remote)).includes(t.file_same));
  await share(remote);
  await dialog(remote).getByLabel(t.share_check).waitFor();
  assert.equal(await field(remote).inputValue(), `${site.url}?src=${REMOTE}&sha256=${digest}`);
  const plain = await site.open("", { wait: false });
  await plain.addInitScript(() => Object.defineProperty(Crypto.prototype, "subtle", { get: () => undefined }));
  await plain.goto(site.url + checked);
  await settled(plain);
  assert.deepEqual(await notices(plain), [t.file_unchecked]);
  await share(plain);
  await new Promise((done) => setTimeout(done, 200));
  assert.equal(await dialog(plain).locator(".check").count(), 0);
});

test("what is long opens from a link as from a file", async () => {
  const session = long("long", 300);
  const page = await open(`?s=long&p=speeches/report&at=p250${held(session)}`);
  await eventually(async () => assert.equal(await page.locator("[data-block=p250]").count(), 1));
  assertNoTroubles(page);
});
