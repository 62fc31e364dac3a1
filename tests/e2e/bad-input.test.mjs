// Bad files: each gives a located, plain sentence in the reader's language, and what was open stays open.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assertNoTroubles, drop, eventually, goTo, heading, settled, withSite } from "./helpers.mjs";
import { answer, archived, expected, fixture, made, TEXTS, unreadable } from "./material.mjs";

const site = withSite();

const OPEN = "?s=huacao-6-6&p=speeches/closing";
const title = archived("huacao-6-6").speeches.find((speech) => speech.id === "closing").title;

async function open(lang) {
  const page = await (lang === "zh" ? site.reopen(OPEN) : site.open(OPEN, { lang }));
  await settled(page);
  return page;
}

/** Fails unless the dialog says `sentence`, and behind it everything is as it was; then closes the dialog. */
async function assertTold(page, lang, sentence, name) {
  // In one go: there are many files, and what is said of one must not be taken for what is said of the next.
  const found = await page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const complaint = () => document.querySelector("dialog[open] .complaint");
    const end = performance.now() + 15_000;
    while (!complaint() && performance.now() < end) await frame();
    const said = [...(complaint()?.querySelectorAll("p") ?? [])].map((line) => line.textContent);
    document.querySelector("dialog[open] .sheet-head button")?.click();
    while (complaint() && performance.now() < end) await frame();
    const panicked = !document.getElementById("panic").hidden;
    return { said, heading: document.querySelector("main h1").textContent, search: location.search, panicked };
  });
  const t = TEXTS[lang];
  assert.deepEqual(found, { said: [t.failed_title, sentence, t.still_open], heading: title, search: OPEN, panicked: false }, name);
}

for (const lang of ["zh", "en"]) {
  test(`every unreadable fixture is explained as on the command line, in ${lang}`, async () => {
    const names = unreadable();
    for (const kind of ["not-json.txt", "wrong-format.json", "newer-format.json", "truncated.json", "invalid-utf8.json", "html.html", "catalogue.json"]) {
      assert.ok(names.includes(kind), kind);
    }
    const page = await open(lang);
    for (const name of names) {
      await drop(page, name, fixture(name));
      await assertTold(page, lang, expected(name)[0][lang], name);
    }
    assertNoTroubles(page);
  });
}

test("100,000 brackets deep is explained", async () => {
  const page = await open("en");
  const deep = "[".repeat(100_000) + "]".repeat(100_000);
  await drop(page, "deep.json", deep);
  await assertTold(page, "en", "This is JSON, but not a session file, which is an object with \"format\": \"yishi-session/1\". (Line 1, column 1.)", "alone");
  await drop(page, "deeper.json", `${JSON.stringify(made()).slice(0, -1)},\n"later": ${deep}}`);
  await assertTold(page, "en", "The file is nested too deep to be a session. Check that it is the right file. (Line 2, column 10, at $.later.)", "in a session");
  assertNoTroubles(page);
});

test("200 MB are refused, from a file and from a host that does not say how much will come", async () => {
  const page = await open("zh");
  await page.evaluate(() => {
    const mebibyte = new Uint8Array(1 << 20).fill(32);
    const data = new DataTransfer();
    data.items.add(new File([new Blob(Array(200).fill(mebibyte))], "big.json"));
    document.body.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: data }));
  });
  await assertTold(page, "zh", "文件有 200 MB，超过 100 MB 的上限，不像一次会议的数据；请检查是否选错了文件。", "file");
  // The page's own fetch, answered by a stream that would never end.
  await page.evaluate(() => {
    globalThis.pulled = 0;
    globalThis.fetch = () => Promise.resolve(new Response(new ReadableStream({
      pull(controller) {
        globalThis.pulled += 1;
        controller.enqueue(new Uint8Array(8 << 20).fill(32));
      },
      cancel() {
        globalThis.isCanceled = true;
      },
    })));
  });
  await goTo(page, "?s=endless");
  await page.getByText(/超过 100 MB 的上限/).waitFor();
  assert.ok(await page.evaluate(() => globalThis.pulled) < 20, "more is taken than the limit");
  assertNoTroubles(page);
});

test("a byte order mark is no obstacle", async () => {
  const page = await open("zh");
  const bytes = fixture("bom.json", "valid");
  assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
  await drop(page, "bom.json", bytes);
  const session = JSON.parse(bytes.subarray(3).toString());
  await eventually(async () => assert.equal(await heading(page), session.title));
  assertNoTroubles(page);
});

for (const lang of ["zh", "en"]) {
  test(`duplicate ids and references that lead nowhere open, with every finding on the documents page, in ${lang}`, async () => {
    const page = await open(lang);
    for (const name of ["duplicate-ids.json", "dangling.json", "hidden-characters.json", "impossible-dates.json", "counts.json"]) {
      const session = JSON.parse(fixture(name));
      await drop(page, name, fixture(name));
      await eventually(async () => assert.equal(await heading(page), session.title, name));
      for (const place of ["agenda", "people", "speeches"]) {
        await goTo(page, `?s=${session.id}&p=${place}`);
        assert.equal(await heading(page), TEXTS[lang][place], name);
      }
      await goTo(page, `?s=${session.id}&p=documents`);
      await page.getByText(TEXTS[lang].findings_some).waitFor();
      const rows = await page.locator(".findings li").evaluateAll((all) => all.map((row) => `${row.querySelector("bdi").textContent} ${row.querySelector("code").textContent}`));
      assert.deepEqual(rows, expected(name).map((finding) => `${finding[lang]} ${finding.path}`), name);
      await goTo(page, OPEN);
    }
    assertNoTroubles(page);
  });
}

test("a file of the archive that is broken is explained in its place, and trying again helps", async () => {
  const page = await open("zh");
  let tries = 0;
  await page.route("**/data/sessions/broken.json", (route) => answer(tries++ ? made({ id: "broken", title: "已修好的会议" }) : fixture("truncated.json").toString())(route));
  await goTo(page, "?s=broken");
  assert.equal(await heading(page), TEXTS.zh.failed_title);
  await page.locator("main").getByText(expected("truncated.json")[0].zh).waitFor();
  await page.getByRole("button", { name: TEXTS.zh.retry }).click();
  await eventually(async () => assert.equal(await heading(page), "已修好的会议"));
  await goTo(page, OPEN);
  assert.equal(await heading(page), title);
  assertNoTroubles(page);
});
