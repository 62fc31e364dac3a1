// Bad files: each gives a located, plain sentence in the reader's language, and what was open stays open.

import { expect, test } from "./fixtures.mjs";
import { drop, goTo, heading } from "./helpers.mjs";
import { answer, archived, expected, fill, fixture, made, TEXTS, unreadable } from "./material.mjs";

const OPEN = "?s=huacao-6-6&p=speeches/closing";
const { title } = archived("huacao-6-6").speeches.find((speech) => speech.id === "closing");

/** Fails unless the dialog says `sentence`, or of several faults each by itself, and behind it everything is as it was; then closes the dialog. */
async function expectTold(page, lang, sentence, name, faults = []) {
  const dialog = page.locator("dialog[open]");
  const t = TEXTS[lang];
  const told = faults.length > 1 ? [fill(t.all_errors, faults.length), t.copy_list] : [sentence];
  await expect(dialog.locator(".complaint p"), name).toHaveText([t.failed_title, ...told, t.still_open]);
  const listed = () => dialog.locator(".faults li").evaluateAll((all) => all.map((row) => `${row.querySelector("code").textContent} ${row.querySelector("bdi").textContent}`));
  const isSaid = async () => (await listed()).map((said, at) => said.startsWith(`${faults[at].path} `) && faults[at][lang].startsWith(said.slice(faults[at].path.length + 1)));
  if (faults.length > 1) await expect.poll(isSaid, { message: name }).toEqual(faults.map(() => true));
  const behind = () => page.evaluate(() => [document.querySelector("main h1").textContent, location.search, document.getElementById("panic").hidden]);
  await expect.poll(behind, { message: name }).toEqual([title, OPEN, true]);
  // Until it says that it is closed: what is said of one file must not be taken for what is said of the next, nor closed along with it.
  await dialog.evaluate((element) => new Promise((done) => {
    element.addEventListener("close", done, { once: true });
    element.querySelector(".modal-head button").click();
  }));
}

// Each file once, in one of the languages by turns: that every sentence is right in both is tested by tests/host/fixtures.rs, without a browser.
["zh", "en"].forEach((lang, turn) => {
  const isTurn = (_, at) => at % 2 === turn;

  test.describe(() => {
    test.use({ lang });

    test(`every unreadable fixture is explained as on the command line, every other one in ${lang}`, async ({ open, page }) => {
      const names = unreadable();
      expect(names).toEqual(expect.arrayContaining(["not-json.txt", "wrong-format.json", "newer-format.json", "truncated.json", "invalid-utf8.json", "html.html", "catalogue.json"]));
      await open(OPEN);
      for (const name of names.filter(isTurn)) {
        // By their name they are meant as session files; a web page or a text would else be read as what it is (foreign.test.mjs).
        await drop(page, `${name}.json`, fixture(name));
        await expectTold(page, lang, expected(name)[0][lang], name, expected(name));
      }
    });

    test(`duplicate ids and references that lead nowhere open, with every finding on the documents page, every other file in ${lang}`, async ({ open, page }) => {
      await open(OPEN);
      for (const name of ["duplicate-ids.json", "dangling.json", "hidden-characters.json", "impossible-dates.json", "counts.json"].filter(isTurn)) {
        const session = JSON.parse(fixture(name));
        await drop(page, name, fixture(name));
        await expect(heading(page), name).toHaveText(session.title);
        for (const place of ["agenda", "people", "speeches"]) {
          await goTo(page, `?s=${session.id}&p=${place}`);
          await expect(heading(page), name).toHaveText(TEXTS[lang][place]);
        }
        await goTo(page, `?s=${session.id}&p=documents`);
        await expect(page.getByText(TEXTS[lang].findings_some), name).toBeVisible();
        const rows = () => page.locator(".findings li").evaluateAll((all) => all.map((row) => `${row.querySelector("bdi").textContent} ${row.querySelector("code").textContent}`));
        await expect.poll(rows, { message: name }).toEqual(expected(name).map((finding) => `${finding[lang]} ${finding.path}`));
      }
    });
  });
});

test.describe(() => {
  test.use({ lang: "en" });
  test("100,000 brackets deep is explained", async ({ open, page }) => {
    await open(OPEN);
    const deep = "[".repeat(100_000) + "]".repeat(100_000);
    await drop(page, "deep.json", deep);
    await expectTold(page, "en", "This is JSON, but not a session file, which is an object with \"format\": \"yishi-session/1\". (Line 1, column 1.)", "alone");
    await drop(page, "deeper.json", `${JSON.stringify(made()).slice(0, -1)},\n"later": ${deep}}`);
    await expectTold(page, "en", "The file is nested too deep to be a session. Check that it is the right file. (Line 2, column 10, at $.later.)", "in a session");
  });
});

test("200 MB are refused, from a file and from a host that does not say how much will come", async ({ open, page }) => {
  await open(OPEN);
  await page.evaluate(() => {
    const mebibyte = new Uint8Array(1 << 20).fill(32);
    const data = new DataTransfer();
    data.items.add(new File([new Blob(Array(200).fill(mebibyte))], "big.json"));
    document.body.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: data }));
  });
  await expectTold(page, "zh", "文件有 200 MB，超过 100 MB 的上限，不像一次会议的数据；请检查是否选错了文件。", "file");
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
  await expect(page.getByText(/超过 100 MB 的上限/)).toBeVisible();
  await expect.poll(() => page.evaluate(() => globalThis.pulled), "more is taken than the limit").toBeLessThan(20);
  await expect.poll(() => page.evaluate(() => globalThis.isCanceled), "the host is left sending").toBe(true);
});

test("a byte order mark is no obstacle", async ({ open, page }) => {
  await open(OPEN);
  const bytes = fixture("bom.json", "valid");
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  await drop(page, "bom.json", bytes);
  await expect(heading(page)).toHaveText(JSON.parse(bytes.subarray(3).toString()).title);
});

test("a file of the archive that is broken is explained in its place, and trying again helps", async ({ open, page }) => {
  await open(OPEN);
  let tries = 0;
  await page.route("**/data/sessions/broken.json", (route) => answer(tries++ ? made({ id: "broken", title: "已修好的会议" }) : fixture("truncated.json").toString())(route));
  await goTo(page, "?s=broken");
  await expect(heading(page)).toHaveText(TEXTS.zh.failed_title);
  await expect(page.locator("main").getByText(expected("truncated.json")[0].zh)).toBeVisible();
  await page.getByRole("button", { name: TEXTS.zh.retry }).click();
  await expect(heading(page)).toHaveText("已修好的会议");
  await goTo(page, OPEN);
  await expect(heading(page)).toHaveText(title);
});

test("a file of the archive with several faults is explained by its first, and all are one press away", async ({ open, page }) => {
  const t = TEXTS.zh;
  const faulty = { ...made({ id: "faulty" }), agenda: [{ id: "a", title: 5 }, { id: "b", title: "乙", result: "pasd" }] };
  await page.route("**/data/sessions/faulty.json", answer(JSON.stringify(faulty, null, 1)));
  await open("?s=faulty");
  await expect(page.locator("main")).toContainText("$.agenda[0].title");
  await page.getByRole("button", { name: fill(t.faults_all, 2) }).click();
  await expect(page.locator("dialog[open] .faults code")).toHaveText(["$.agenda[0].title", "$.agenda[1].result"]);
});
