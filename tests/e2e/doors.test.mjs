// The doors: the same session through each of them, and what each says when it stays shut.

import { expect, test as base } from "./fixtures.mjs";
import { drop, expectQuery, goTo, heading, painted, settled } from "./helpers.mjs";
import { answer, archived, fill, long, made, TEXTS, trickle } from "./material.mjs";

const t = TEXTS.zh;
const huacao = archived("huacao-6-6");
const json = JSON.stringify(huacao);
const REMOTE = "https://data.example/sessions/huacao.json";
const ofRemote = /other host: https:\/\/data\.example\//;
const main = (page) => page.locator("main");
/** What the overview says, without what tells the doors apart. */
const overview = (page) => page.locator("main .page > div").innerText();

/** `slowly(session)` goes to a session whose host sends no more of it than it is told to, waits until it is asked and returns the host. */
const test = base.extend({
  slowly: async ({ page }, use) => {
    const hosts = [];
    await use(async (session) => {
      const host = await trickle(JSON.stringify(session));
      hosts.push(host);
      await page.route(`**/data/sessions/${session.id}.json`, host.route);
      await page.evaluate((id) => {
        history.pushState(null, "", `?s=${id}`);
        dispatchEvent(new PopStateEvent("popstate"));
      }, session.id);
      await expect.poll(host.isAskedFor).toBe(true);
      return host;
    });
    await Promise.all(hosts.map((host) => host.close()));
  },
});

async function openDialog(page) {
  await page.locator("header").getByRole("button", { name: t.open_file }).click();
  await expect(page.locator("dialog.modal[open]")).toBeVisible();
}
/** In the dialog. */
async function enterAddress(page, address) {
  await page.getByLabel(t.address_label).fill(address);
  await page.getByRole("button", { name: t.address_open }).click();
}
async function openAddress(page, address) {
  await openDialog(page);
  await enterAddress(page, address);
}

test("the same session is shown through every door, and each says where it came from", async ({ open, page, troubles }) => {
  troubles.allow(ofRemote);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.route(`${REMOTE}*`, answer(json));
  // First home: what the overview says of the sessions before and after comes from the list that is read there.
  await open();
  await goTo(page, "?s=huacao-6-6");
  await expect(main(page)).toContainText("审查和批准华漕镇2023年决算");
  await expect(page.locator("main .notice")).toHaveCount(0);
  // They come when all else is painted.
  await expect(page.locator(".subjects-room")).toContainText("道路交通");
  const wanted = await overview(page);
  const doors = {
    picker: [t.opened_local, async () => {
      await openDialog(page);
      await page.getByLabel(t.choose_file).setInputFiles({ name: "picked.json", mimeType: "application/json", buffer: Buffer.from(json) });
    }, "picked.json"],
    drop: [t.opened_local, () => drop(page, "dropped.json", json), "dropped.json"],
    paste: [t.opened_pasted, async () => {
      await page.evaluate((text) => navigator.clipboard.writeText(text), json);
      await page.keyboard.press("Control+V");
    }],
    box: [t.opened_pasted, async () => {
      await openDialog(page);
      await page.getByLabel(t.paste_label).fill(json);
      await page.getByRole("button", { name: t.paste_open }).click();
    }],
    address: [t.opened_remote, () => openAddress(page, REMOTE), "data.example"],
    link: [t.opened_remote, () => goTo(page, `?src=${encodeURIComponent(`${REMOTE}?v=2`)}`), "data.example"],
  };
  for (const [name, [note, go, ...values]] of Object.entries(doors)) {
    await goTo(page, "");
    await go();
    await expect(heading(page), name).toHaveText(huacao.title);
    await expect(page.locator("main .notice").filter({ hasText: fill(note, ...values) }), name).toBeVisible();
    await expect.poll(() => overview(page), { message: name }).toBe(wanted);
    await expect(page.locator("dialog[open]"), name).toHaveCount(0);
  }
});

test("a deep link through another host goes to its paragraph, and links stay with that host", async ({ open, page, troubles }) => {
  troubles.allow(ofRemote);
  await page.route("https://data.example/**", answer(json));
  await open(`?src=${encodeURIComponent(REMOTE)}&p=speeches/closing&at=closing-p9`);
  await expect(page.locator("#b-closing-p9.hit")).toBeVisible();
  await page.locator(".tabs a", { hasText: t.people }).click();
  await expect(heading(page)).toHaveText(t.people);
  await expect.poll(() => new URL(page.url()).searchParams.get("src")).toBe(REMOTE);
});

test("what another host answers, or this site with a web page, is told in plain words, and what was open is one step back", async ({ open, page, site, troubles }) => {
  troubles.allow(ofRemote, /CORS policy/, /Failed to load resource/, /ERR_CONNECTION_REFUSED/, /ERR_FAILED/, /status (404|500)/);
  await open("?s=huacao-6-6");
  let reply;
  await page.route("https://data.example/**", (route) => reply(route));
  const headers = { "access-control-allow-origin": "*" };
  const replies = [
    [(route) => route.fulfill({ json: huacao, headers: { "access-control-allow-origin": "https://other.example" } }), fill(t.no_cors, "data.example")],
    [(route) => route.abort("connectionrefused"), fill(t.no_cors, "data.example")],
    [(route) => route.fulfill({ status: 404, headers }), fill(t.not_found, REMOTE)],
    [(route) => route.fulfill({ status: 500, headers }), fill(t.http_status, "data.example", "500")],
    [(route) => route.fulfill({ contentType: "text/html", headers, body: "<!doctype html><title>登录</title>" }), "这是一个网页，不是会议文件"],
  ];
  for (const [answering, said] of replies) {
    reply = answering;
    await openAddress(page, REMOTE);
    await expect(heading(page), said).toHaveText(t.failed_title);
    await expect(main(page).getByText(said)).toBeVisible();
    await page.goBack();
    await expect(heading(page), said).toHaveText(huacao.title);
  }
  await page.route("**/data/sessions/moved.json", (route) => route.fulfill({ status: 302, headers: { location: site.url } }));
  await goTo(page, "?s=moved");
  await expect(main(page).getByText("这是一个网页，不是会议文件")).toBeVisible();
  await page.goBack();
  await expect(heading(page)).toHaveText(huacao.title);
});

test("only a full https address is asked for", async ({ open, page }) => {
  const addresses = ["http://data.example/x.json", "data.example/x.json", "https://", "javascript:alert(1)", "file:///etc/passwd", "https:data.example"];
  await open("?s=huacao-6-6");
  await openDialog(page);
  for (const address of addresses) {
    await enterAddress(page, address);
    await expect(page.locator("dialog .complaint").getByText(fill(t.bad_address, address))).toBeVisible();
    await expect(heading(page)).toHaveText(huacao.title);
  }
  await page.keyboard.press("Escape");
  for (const address of addresses) {
    await goTo(page, `?src=${encodeURIComponent(address)}`);
    // A bracket at the end is taken for that of a sentence around the link.
    await expect(main(page).getByText(fill(t.bad_address, address.replace(/\)$/, "")))).toBeVisible();
  }
});

test("without a network that is said, what is open stays, and trying again helps", async ({ open, page, troubles }) => {
  troubles.allow(/INTERNET_DISCONNECTED/);
  await open("?s=huacao-6-6");
  // The other pages are on their way once this one is shown.
  await expect.poll(() => page.evaluate(() => performance.getEntriesByType("resource").some(({ name, responseEnd }) => /yishi-pages-/.test(name) && responseEnd > 0))).toBe(true);
  await page.context().setOffline(true);
  await page.locator(".tabs a", { hasText: t.people }).click();
  await expect(heading(page)).toHaveText(t.people);
  await goTo(page, "?s=taoxi-6-7");
  await expect(main(page).getByText(t.offline)).toBeVisible();
  await goTo(page, "?s=huacao-6-6");
  await expect(heading(page)).toHaveText(huacao.title);
  await goTo(page, "?s=taoxi-6-7");
  await expect(main(page).getByText(t.offline)).toBeVisible();
  await page.context().setOffline(false);
  await page.getByRole("button", { name: t.retry }).click();
  await expect(heading(page)).toHaveText(archived("taoxi-6-7").title);
});

test("a slow load is dropped when it is left, and does not come back; it says how far it is, can be canceled and tried again", async ({ open, page, slowly }) => {
  await open("?s=huacao-6-6");
  const left = await slowly(made({ id: "left", title: "来得太晚的会议" }));
  await page.goBack();
  await expect.poll(left.isDropped).toBe(true);
  await expect(heading(page)).toHaveText(huacao.title);

  const host = await slowly(long("slow", 8000));
  await expect(main(page).getByText(t.loading)).toBeVisible();
  host.send(0.5);
  await expect(heading(page)).toHaveText(/^正在打开，已收到 .*，共 [\d.]+ MB/);
  await expect.poll(() => page.locator("main progress").evaluate((bar) => bar.position)).toBeGreaterThan(0.4);
  await page.getByRole("button", { name: t.cancel }).click();
  await expect(main(page).getByText(t.canceled)).toBeVisible();
  await expect.poll(host.isDropped).toBe(true);
  await page.getByRole("button", { name: t.retry }).click();
  await expect(heading(page)).toHaveText(/^正在打开，已收到/);
  host.finish();
  await expect(heading(page)).toHaveText("有一篇很长报告的会议");
});

test("a local file that is opened while the same session is on its way is what stays", async ({ open, page, slowly }) => {
  await open();
  const host = await slowly(made({ title: "来自网站的会议" }));
  await drop(page, "mine.json", JSON.stringify(made({ title: "来自本机的会议" })));
  await expect(heading(page)).toHaveText("来自本机的会议");
  host.finish();
  // Either the request is dropped or its answer is not shown; something else that is fetched afterwards has arrived meanwhile.
  await page.evaluate(() => fetch("data/catalogue.json").then((reply) => reply.text()));
  await settled(page);
  await expect(heading(page)).toHaveText("来自本机的会议");
});

test("a local file stays open while the reader goes home and back, and after a reload", async ({ open, page, troubles }) => {
  await open();
  await drop(page, "会议.json", JSON.stringify(made({ people: [{ id: "a", name: "林见山" }] })));
  await expect(heading(page)).toHaveText(made().title);
  await expectQuery(page, "?s=made");
  await page.locator(".brand").click();
  await expect(heading(page)).toHaveText(t.front_title);
  await page.goBack();
  await expect(heading(page)).toHaveText(made().title);
  await goTo(page, "?s=made&p=people/a");
  const person = page.locator(".people .hit").getByText("林见山");
  await expect(person).toBeVisible();
  await expect(main(page).getByText(t.library_kept)).toBeVisible();
  expect(troubles.list()).toEqual([]);
  // The archive is asked first, and has none.
  troubles.allow(/404.*made\.json/);
  await page.reload();
  await expect(person).toBeVisible();
  await expect(main(page).getByText(fill(t.opened_local, "会议.json"))).toBeVisible();
});

test("what is dropped or pasted without being a session leaves everything as it was", async ({ open, page }) => {
  await open("?s=huacao-6-6&p=people");
  const complaint = page.locator("dialog .complaint");
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData("text/plain", "not a file");
    document.body.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: data }));
  });
  // Selected text is the browser's to drop; the page takes only files.
  await painted(page);
  await expect(page.locator("dialog[open]")).toHaveCount(0);
  await page.getByRole("button", { name: t.open_file }).click();
  await page.getByRole("button", { name: t.paste_open }).click();
  await expect(complaint.getByText(t.nothing_pasted)).toBeVisible();
  await page.getByLabel(t.paste_label).fill('{"format": "yishi-session/1"}');
  await page.getByRole("button", { name: t.paste_open }).click();
  await expect(complaint.getByText("缺少必需的字段“id”")).toBeVisible();
  await expect(complaint.getByText(t.still_open)).toBeVisible();
  await page.locator("dialog").getByRole("button", { name: t.close }).click();
  await expect(page.locator("dialog[open]")).toHaveCount(0);
  await expect(heading(page)).toHaveText(t.people);
  await expectQuery(page, "?s=huacao-6-6&p=people");
});

test("a complaint stays when the dialog before it tells late that it was closed", async ({ open, page }) => {
  await open();
  await page.locator("header").getByRole("button", { name: t.open_file }).click();
  const dialog = page.locator("dialog.modal[open]");
  await expect(dialog).toBeVisible();
  await drop(page, "x.json", "{");
  await expect(dialog.locator(".complaint")).toBeVisible();
  // As the browser would tell of a time before.
  await dialog.evaluate((element) => element.dispatchEvent(new Event("close")));
  await drop(page, "y.json", "[");
  await expect(dialog.locator(".complaint")).toBeVisible();
});

test("Escape stops a file that is being read, and the dialog does not come back", async ({ open, page }) => {
  await open("?s=huacao-6-6");
  // A file that comes bit by bit, as from a slow device.
  await page.evaluate(() => {
    globalThis.bits = [];
    File.prototype.stream = () => new ReadableStream({ start: (controller) => globalThis.bits.push(controller), cancel: () => (globalThis.isCanceled = true) });
  });
  await drop(page, "slow.json", Buffer.alloc(3_000_000, " "));
  const send = (bytes) => page.evaluate((bytes) => globalThis.bits[0].enqueue(new Uint8Array(bytes).fill(32)), bytes);
  await expect.poll(() => page.evaluate(() => globalThis.bits.length)).toBe(1);
  await send(1000);
  const dialog = page.locator("dialog.modal[open]");
  await expect(dialog).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await send(1000);
  await page.evaluate(() => globalThis.bits[0].close());
  await painted(page);
  await expect(dialog).toBeHidden();
  await expect(heading(page)).toHaveText(huacao.title);
});

test("what was pasted or typed is there again when the dialog is opened again", async ({ open, page }) => {
  await open();
  await openDialog(page);
  await page.locator("#paste").fill("{ \"format\": ");
  await page.locator("#address").fill("https://example.org/a.json");
  await page.keyboard.press("Escape");
  await expect(page.locator("dialog")).toHaveCount(0);
  await openDialog(page);
  await expect(page.locator("#paste")).toHaveValue("{ \"format\": ");
  await expect(page.locator("#address")).toHaveValue("https://example.org/a.json");
});
