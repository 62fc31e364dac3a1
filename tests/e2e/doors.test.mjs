// The doors: the same session through each of them, and what each says when it stays shut.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assertNoTroubles, drop, eventually, goTo, heading, settled, withSite } from "./helpers.mjs";
import { answer, archived, fill, long, made, TEXTS, trickle } from "./material.mjs";

const site = withSite();

const t = TEXTS.zh;
const huacao = archived("huacao-6-6");
const json = JSON.stringify(huacao);
const REMOTE = "https://data.example/sessions/huacao.json";
const ofRemote = /other host: https:\/\/data\.example\//;
/** What the overview says, without what tells the doors apart. */
const overview = (page) => page.locator("main .page > div").innerText();
const shows = (page, title) => eventually(async () => assert.equal(await heading(page), title));
const main = (page) => page.locator("main");

async function open(place = "") {
  const page = await site.reopen(place);
  await settled(page);
  return page;
}
async function dialog(page) {
  await page.locator("header").getByRole("button", { name: t.open_file }).click();
  await page.locator("dialog.sheet[open]").waitFor();
}
async function openAddress(page, address) {
  await dialog(page);
  await page.getByLabel(t.address_label).fill(address);
  await page.getByRole("button", { name: t.address_open }).click();
}

test("the same session is shown through every door, and each says where it came from", async () => {
  const archive = await open("?s=huacao-6-6");
  const wanted = await overview(archive);
  assert.ok(wanted.includes("审查和批准华漕镇2023年决算"));
  assert.equal(await archive.locator("main .notice").count(), 0);
  const page = await open();
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.route(`${REMOTE}*`, answer(json));
  const doors = {
    picker: [t.opened_local, async () => {
      await dialog(page);
      await page.getByLabel(t.choose_file).setInputFiles({ name: "picked.json", mimeType: "application/json", buffer: Buffer.from(json) });
    }, "picked.json"],
    drop: [t.opened_local, () => drop(page, "dropped.json", json), "dropped.json"],
    paste: [t.opened_pasted, async () => {
      await page.evaluate((text) => navigator.clipboard.writeText(text), json);
      await page.keyboard.press("Control+V");
    }],
    box: [t.opened_pasted, async () => {
      await dialog(page);
      await page.getByLabel(t.paste_label).fill(json);
      await page.getByRole("button", { name: t.paste_open }).click();
    }],
    address: [t.opened_remote, () => openAddress(page, REMOTE), "data.example"],
    link: [t.opened_remote, () => goTo(page, `?src=${encodeURIComponent(`${REMOTE}?v=2`)}`), "data.example"],
  };
  for (const [name, [note, go, ...values]] of Object.entries(doors)) {
    await goTo(page, "");
    await go();
    await shows(page, huacao.title);
    await page.locator("main .notice").filter({ hasText: fill(note, ...values) }).waitFor();
    assert.equal(await overview(page), wanted, name);
    assert.equal(await page.locator("dialog[open]").count(), 0, name);
  }
  assertNoTroubles(page, [ofRemote]);
});

test("a deep link through another host goes to its paragraph, and links stay with that host", async () => {
  const place = `?src=${encodeURIComponent(REMOTE)}&p=speeches/closing&at=closing-p9`;
  const page = await site.reopen(place, { routes: { "https://data.example/**": answer(json) } });
  await page.locator("#b-closing-p9.hit").waitFor();
  await page.locator(".tabs a", { hasText: t.people }).click();
  await shows(page, t.people);
  assert.equal(new URL(page.url()).searchParams.get("src"), REMOTE);
  assertNoTroubles(page, [ofRemote]);
});

test("what another host answers is told in plain words, and what was open is one step back", async () => {
  const page = await open("?s=huacao-6-6");
  let reply;
  await page.route("https://data.example/**", (route) => reply(route));
  const cors = { "access-control-allow-origin": "*" };
  const replies = [
    [(route) => route.fulfill({ json: huacao, headers: { "access-control-allow-origin": "https://other.example" } }), fill(t.no_cors, "data.example")],
    [(route) => route.abort("connectionrefused"), fill(t.no_cors, "data.example")],
    [(route) => route.fulfill({ status: 404, headers: cors }), fill(t.not_found, REMOTE)],
    [(route) => route.fulfill({ status: 500, headers: cors }), fill(t.http_status, "data.example", "500")],
    [(route) => route.fulfill({ contentType: "text/html", headers: cors, body: "<!doctype html><title>登录</title>" }), "这是一个网页，不是会议文件"],
  ];
  for (const [answering, said] of replies) {
    reply = answering;
    await openAddress(page, REMOTE);
    await shows(page, t.failed_title);
    await main(page).getByText(said).waitFor();
    await page.goBack();
    await shows(page, huacao.title);
  }
  assertNoTroubles(page, [ofRemote, /CORS policy/, /Failed to load resource/, /ERR_CONNECTION_REFUSED/, /ERR_FAILED/, /status (404|500)/]);
});

test("only a full https address is asked for", async () => {
  const page = await open("?s=huacao-6-6");
  for (const address of ["http://data.example/x.json", "data.example/x.json", "https://", "javascript:alert(1)", "file:///etc/passwd", "https:data.example"]) {
    await openAddress(page, address);
    await page.locator("dialog .complaint").getByText(fill(t.bad_address, address)).waitFor();
    assert.equal(await heading(page), huacao.title);
    await page.keyboard.press("Escape");
    await goTo(page, `?src=${encodeURIComponent(address)}`);
    await main(page).getByText(fill(t.bad_address, address)).waitFor();
    await goTo(page, "?s=huacao-6-6");
  }
  assertNoTroubles(page);
});

test("an answer of this site that leads to a web page is told", async () => {
  const page = await open("?s=huacao-6-6");
  await page.route("**/data/sessions/moved.json", (route) => route.fulfill({ status: 302, headers: { location: site.url } }));
  await goTo(page, "?s=moved");
  await main(page).getByText("这是一个网页，不是会议文件").waitFor();
  await page.goBack();
  await shows(page, huacao.title);
});

test("without a network that is said, what is open stays, and trying again helps", async () => {
  const page = await open("?s=huacao-6-6");
  await page.context().setOffline(true);
  await page.locator(".tabs a", { hasText: t.people }).click();
  await shows(page, t.people);
  await goTo(page, "?s=taoxi-6-7");
  await main(page).getByText(t.offline).waitFor();
  await goTo(page, "?s=huacao-6-6");
  await shows(page, huacao.title);
  await goTo(page, "?s=taoxi-6-7");
  await page.context().setOffline(false);
  await page.getByRole("button", { name: t.retry }).click();
  await shows(page, archived("taoxi-6-7").title);
  assertNoTroubles(page, [/INTERNET_DISCONNECTED/]);
});

test("a slow load says how far it is, can be canceled and tried again", async () => {
  const host = await trickle(JSON.stringify(long("slow", 8000)));
  try {
    const page = await open("?s=huacao-6-6");
    await page.route("**/data/sessions/slow.json", host.route);
    await page.evaluate(() => {
      history.pushState(null, "", "?s=slow");
      dispatchEvent(new PopStateEvent("popstate"));
    });
    await main(page).getByText(t.loading).waitFor();
    await eventually(() => assert.ok(host.isAskedFor()));
    host.send(0.5);
    await eventually(async () => assert.match(await heading(page), /^正在打开，已收到 .*，共 [\d.]+ MB/));
    await eventually(async () => assert.ok(await page.locator("main progress").evaluate((bar) => bar.position) > 0.4));
    await page.getByRole("button", { name: t.cancel }).click();
    await main(page).getByText(t.canceled).waitFor();
    await eventually(() => assert.ok(host.isDropped()));
    await page.getByRole("button", { name: t.retry }).click();
    await eventually(async () => assert.match(await heading(page), /^正在打开，已收到/));
    host.finish();
    await shows(page, "有一篇很长报告的会议");
    assertNoTroubles(page);
  } finally {
    await host.close();
  }
});

test("leaving a slow load drops it, and it does not come back", async () => {
  const host = await trickle(JSON.stringify(made({ id: "slow", title: "来得太晚的会议" })));
  try {
    const page = await open("?s=huacao-6-6");
    await page.route("**/data/sessions/slow.json", host.route);
    await page.evaluate(() => {
      history.pushState(null, "", "?s=slow");
      dispatchEvent(new PopStateEvent("popstate"));
    });
    await eventually(() => assert.ok(host.isAskedFor()));
    await page.goBack();
    await shows(page, huacao.title);
    await eventually(() => assert.ok(host.isDropped()));
  } finally {
    await host.close();
  }
});

test("a local file that is opened while the same session is on its way is what stays", async () => {
  const host = await trickle(JSON.stringify(made({ title: "来自网站的会议" })));
  try {
    const page = await open();
    await page.route("**/data/sessions/made.json", host.route);
    await page.evaluate(() => {
      history.pushState(null, "", "?s=made");
      dispatchEvent(new PopStateEvent("popstate"));
    });
    await eventually(() => assert.ok(host.isAskedFor()));
    await drop(page, "mine.json", JSON.stringify(made({ title: "来自本机的会议" })));
    await shows(page, "来自本机的会议");
    host.finish();
    // Either the request is dropped or its answer is not shown; something else that is fetched afterwards has arrived meanwhile.
    await page.evaluate(() => fetch("data/catalogue.json").then((reply) => reply.text()));
    await settled(page);
    assert.equal(await heading(page), "来自本机的会议");
  } finally {
    await host.close();
  }
});

test("a local file stays open while the reader goes home and back, and after a reload", async () => {
  const page = await open();
  await drop(page, "会议.json", JSON.stringify(made({ people: [{ id: "a", name: "林见山" }] })));
  await shows(page, made().title);
  assert.equal(new URL(page.url()).search, "?s=made");
  await page.locator(".brand").click();
  await shows(page, t.archive_title);
  await page.goBack();
  await shows(page, made().title);
  await goTo(page, "?s=made&p=people/a");
  await page.locator(".people .hit").getByText("林见山").waitFor();
  await main(page).getByText(t.library_kept).waitFor();
  assertNoTroubles(page);
  await page.reload();
  await page.locator(".people .hit").getByText("林见山").waitFor();
  await main(page).getByText(fill(t.opened_local, "会议.json")).waitFor();
});

test("what is dropped or pasted without being a session leaves everything as it was", async () => {
  const page = await open("?s=huacao-6-6&p=people");
  const complaint = page.locator("dialog .complaint");
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData("text/plain", "not a file");
    document.body.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: data }));
  });
  // Selected text is the browser's to drop; the page takes only files.
  assert.equal(await page.locator("dialog[open]").count(), 0);
  await page.getByRole("button", { name: t.open_file }).click();
  await page.getByRole("button", { name: t.paste_open }).click();
  await complaint.getByText(t.nothing_pasted).waitFor();
  await page.getByLabel(t.paste_label).fill('{"format": "yishi-session/1"}');
  await page.getByRole("button", { name: t.paste_open }).click();
  await complaint.getByText("缺少必需的字段“id”").waitFor();
  await complaint.getByText(t.still_open).waitFor();
  await page.locator("dialog").getByRole("button", { name: t.close }).click();
  assert.equal(await heading(page), t.people);
  assert.equal(new URL(page.url()).search, "?s=huacao-6-6&p=people");
  assertNoTroubles(page);
});
