// In the hall: the slides of a session, and the speaker's timer.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assertNoTroubles, axe, eventually, heading, painted, settled, withSite } from "./helpers.mjs";
import { answer, archived, fill, made, TEXTS } from "./material.mjs";

const site = withSite();

const t = TEXTS.zh;
const huacao = archived("huacao-6-6");
const TOTAL = huacao.agenda.length + 1;
const place = (page) => new URL(page.url()).searchParams.get("p");
/** A title of eighty characters, and everything a slide can have. */
const LONG = "关于示例镇国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要执行情况与下一年度国民经济和社会发展计划草案以及镇级预算执行情况与下一年度预算草案的审查结果的报告（草案）";
const busy = made({
  id: "busy",
  title: LONG.slice(0, 80),
  venue: "示例镇文化活动中心二楼大会议厅",
  people: [
    { id: "a", name: "林见山", posts: [{ title: "财政经济委员会主任委员", organization: "示例镇人民代表大会" }] },
    { id: "b", name: "欧阳明月", posts: [{ title: "镇长", organization: "示例镇人民政府" }] },
  ],
  agenda: [
    { id: "x/1", number: "一", title: LONG.slice(0, 80), presenters: ["a", "b"], on_behalf_of: "示例镇人民代表大会财政经济委员会", state: "done", result: "adopted", votes: ["v"] },
    { id: "two", number: "二", title: "选举", votes: ["w"] },
  ],
  votes: [
    { id: "v", motion: "表决", result: "adopted", counts: { yes: 61, no: 2, abstain: 3 } },
    { id: "w", motion: "选举", result: "elected", counts: { yes: 60 } },
  ],
});
assert.equal(busy.title.length, 80);
const withBusy = { "**/data/sessions/busy.json": answer(busy) };

async function open(place, options) {
  const page = await site.reopen(place, options);
  await settled(page);
  return page;
}
const position = async (page, n, total = TOTAL) => eventually(async () => assert.equal(await page.locator(".position").innerText(), `${n} / ${total}`));

test("the button leads to the slides, keys go through all of them, and Escape leaves to the same item", async () => {
  const page = await open("?s=huacao-6-6");
  await page.getByRole("link", { name: t.slides, exact: true }).click();
  await position(page, 1);
  assert.equal(await heading(page), huacao.title);
  assert.equal(await page.evaluate(() => document.activeElement.tagName), "H1");
  assert.ok((await page.title()).startsWith(t.slides));
  for (const hidden of [".bar", ".foot"]) assert.equal(await page.locator(hidden).isVisible(), false);
  const steps = await page.evaluate(() => history.length);
  const keys = ["ArrowRight", " ", "PageDown"];
  for (const [at, item] of huacao.agenda.entries()) {
    await page.keyboard.press(keys[at % keys.length]);
    await position(page, at + 2);
    assert.equal(await heading(page), item.title);
    assert.equal(place(page), `slides/${item.id}`);
    const said = await page.locator(".slide").innerText();
    assert.ok(said.includes(item.number ?? ""));
    for (const id of item.presenters ?? []) assert.ok(said.includes(huacao.people.find((person) => person.id === id).name));
  }
  await page.keyboard.press("ArrowRight");
  await position(page, TOTAL);
  await page.keyboard.press("Home");
  await position(page, 1);
  await page.keyboard.press("ArrowLeft");
  await position(page, 1);
  await page.keyboard.press("End");
  await position(page, TOTAL);
  for (const key of ["ArrowLeft", "PageUp", "Shift+Space"]) await page.keyboard.press(key);
  await position(page, TOTAL - 3);
  assert.equal(await page.evaluate(() => history.length), steps, "the slides are no steps of the history");
  const item = huacao.agenda[TOTAL - 5];
  await page.keyboard.press("Escape");
  await eventually(async () => assert.ok((await heading(page)).endsWith(item.title)));
  assert.equal(place(page), `agenda/${item.id}`);
  await page.locator(".bar").waitFor();
  // From an item the button leads to its own slide.
  await page.getByRole("link", { name: t.slides, exact: true }).click();
  await position(page, TOTAL - 3);
  await page.keyboard.press("Home");
  await page.getByRole("button", { name: t.leave_slides }).click();
  await eventually(async () => assert.equal(place(page), null));
  assertNoTroubles(page);
});

test("a slide is a link: by id, by number, and after a reload; one that is not there is said to be missing", async () => {
  const page = await open(`?s=huacao-6-6&p=slides/${huacao.agenda[2].id}`);
  await position(page, 4);
  await page.keyboard.press("ArrowRight");
  await position(page, 5);
  await page.reload();
  await settled(page);
  await position(page, 5);
  assert.equal(await heading(page), huacao.agenda[3].title);
  const missing = await open("?s=huacao-6-6&p=slides/nothing");
  assert.equal(await heading(missing), t.place_unknown_title);
  const busyPage = await open("?s=busy&p=slides/3", { routes: withBusy });
  assert.equal(await heading(busyPage), "选举");
  await busyPage.keyboard.press("ArrowLeft");
  await eventually(() => assert.equal(place(busyPage), "slides/x%2F1"));
  await busyPage.reload();
  await settled(busyPage);
  await position(busyPage, 2, 3);
});

test("a slide has number, presenters with posts, on whose behalf, result and votes in words", async () => {
  const page = await open("?s=busy&p=slides", { routes: withBusy });
  let said = await page.locator(".slide").innerText();
  for (const part of [busy.title, "2024年1月25日至26日", busy.venue]) assert.ok(said.includes(part), part);
  await page.keyboard.press("ArrowRight");
  await position(page, 2, 3);
  said = (await page.locator(".slide").innerText()).replace(/\s+/g, " ");
  for (const part of ["一", "林见山 示例镇人民代表大会财政经济委员会主任委员", "欧阳明月", fill(t.on_behalf_of, busy.agenda[0].on_behalf_of), `${t.yes} 61 · ${t.no} 2 · ${t.abstain} 3`]) {
    assert.ok(said.includes(part), `${part} in ${said}`);
  }
  assert.equal(await page.locator(".slide .chip.done").count(), 1);
  await page.keyboard.press("ArrowRight");
  await position(page, 3, 3);
  assert.match(await page.locator(".results").innerText(), /^\S+ · .* 60$/);
  assertNoTroubles(page);
});

test("clicks turn the slides, controls do not, and keys in a field stay there", async () => {
  const page = await open("?s=huacao-6-6&p=slides");
  const { width, height } = page.viewportSize();
  await page.mouse.click(width * 0.8, height / 3);
  await position(page, 2);
  await page.mouse.click(width * 0.1, height / 3);
  await position(page, 1);
  await page.getByRole("button", { name: t.slide_after }).click();
  await position(page, 2);
  // What has the focus is told by the status line, as the heading is not read again.
  await eventually(async () => assert.match(await page.locator(".unseen").innerText(), new RegExp(`^2 / ${TOTAL}`)));
  // The space bar presses the button that has the focus, once.
  await page.keyboard.press(" ");
  await position(page, 3);
  await page.getByRole("button", { name: t.slide_before }).click();
  await position(page, 2);
  await page.getByLabel(t.time_limit).focus();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Home");
  await position(page, 2);
  // Dragging with the mouse is a swipe, and not a click as well.
  await page.mouse.move(width * 0.7, height / 3);
  await page.mouse.down();
  await page.mouse.move(width * 0.5, height / 3, { steps: 4 });
  await page.mouse.up();
  await position(page, 3);
  assertNoTroubles(page);
});

test("a finger swipes to and fro", async () => {
  const page = await site.open("?s=huacao-6-6&p=slides", { screen: "phone" });
  await settled(page);
  const session = await page.context().newCDPSession(page);
  const send = (type, ...fingers) => session.send("Input.dispatchTouchEvent", { type, touchPoints: fingers.map(([x, y]) => ({ x, y })) });
  const swipe = async (from, to, n) => {
    // Where the touch began is found first; what follows comes as fast as from a finger.
    await send("touchStart", [from, 300]);
    const steps = [1, 2, 3, 4, 5].map((n) => send("touchMove", [from + ((to - from) * n) / 5, 300]));
    await Promise.all([...steps, send("touchEnd")]);
    await position(page, n);
    await painted(page);
  };
  await swipe(300, 100, 2);
  await swipe(300, 100, 3);
  await swipe(100, 300, 2);
  // Two fingers enlarge, and turn nothing.
  await send("touchStart", [150, 300], [250, 300]);
  for (const by of [20, 60, 100]) await send("touchMove", [150 - by, 300], [250 + by, 300]);
  await send("touchEnd");
  await page.waitForFunction(() => visualViewport.scale > 1);
  await painted(page);
  await position(page, 2);
  assertNoTroubles(page);
});

test("full screen by button and by key, where the browser allows it", async () => {
  const page = await open("?s=huacao-6-6&p=slides");
  await page.getByRole("button", { name: t.fullscreen }).click();
  await page.waitForFunction(() => document.fullscreenElement === document.documentElement);
  await page.keyboard.press("f");
  await page.waitForFunction(() => document.fullscreenElement === null);
  await page.keyboard.press("F");
  await page.waitForFunction(() => document.fullscreenElement !== null);
  // Escape in the whole screen is the browser's own: it gives the screen back and no key is heard. It leaves all the same.
  await page.keyboard.press("ArrowRight");
  await page.evaluate(() => document.exitFullscreen());
  await page.waitForFunction(() => location.search.includes("p=agenda/") && !document.fullscreenElement);
  await page.goBack();
  await settled(page);
  await page.keyboard.press("f");
  await page.waitForFunction(() => document.fullscreenElement !== null);
  await page.getByRole("button", { name: t.leave_slides }).click();
  await page.waitForFunction(() => document.fullscreenElement === null);
});

test("the timer counts down, says the last minute and the end in words, pauses and starts again", async () => {
  const page = await site.open("", { wait: false });
  await page.clock.install({ time: new Date("2026-01-01T09:00:00") });
  await page.goto(`${site.url}?s=huacao-6-6&p=slides`);
  await page.clock.runFor(2000);
  await settledWithClock(page);
  const time = page.locator("[role=timer]");
  const shows = async (face, state, word = "") => {
    await eventually(async () => {
      assert.equal((await time.innerText()).replace(/\s+/g, " ").trim(), `${face} ${word}`.trim());
      assert.equal(await time.getAttribute("data-state"), state);
    });
  };
  assert.equal(await time.getAttribute("aria-live"), "off");
  await shows("5:00", "ready");
  const limit = page.getByLabel(t.time_limit);
  assert.deepEqual(await page.locator("datalist option").evaluateAll((all) => all.map((option) => option.value)), ["3", "5", "8", "10", "15", "30"]);
  await limit.fill("0");
  await limit.press("Tab");
  await page.clock.runFor(200);
  await page.getByText(fill(t.time_limit_invalid, "600")).waitFor();
  await limit.fill("3");
  await limit.press("Tab");
  await shows("3:00", "ready");
  await page.getByRole("button", { name: t.time_start }).click();
  await page.clock.runFor(90_000);
  await shows("1:30", "runs");
  assert.equal(await page.locator(".unseen").innerText(), "");
  await page.getByRole("button", { name: t.time_pause }).click();
  await page.clock.runFor(600_000);
  await shows("1:30", "runs");
  await page.getByRole("button", { name: t.time_start }).click();
  // Turning the slide does not touch it.
  await page.keyboard.press("ArrowRight");
  await page.clock.runFor(30_000);
  await shows("1:00", "last", t.time_last);
  assert.equal(await page.locator(".unseen").innerText(), t.time_last);
  const last = await time.evaluate((element) => getComputedStyle(element).borderTopStyle);
  await page.clock.runFor(59_000);
  await shows("0:01", "last", t.time_last);
  await page.clock.runFor(13_000);
  await shows("+0:12", "over", t.time_over);
  assert.equal(await page.locator(".unseen").innerText(), t.time_over);
  const over = await time.evaluate((element) => getComputedStyle(element).borderTopStyle);
  assert.notEqual(last, over, "told apart by shape, too");
  await page.getByRole("button", { name: t.time_reset }).click();
  await shows("3:00", "ready");
  await page.getByRole("button", { name: t.time_start }).waitFor();
});

/** Like `settled`, while the page's clock stands still. */
async function settledWithClock(page) {
  await eventually(async () => {
    await page.clock.runFor(50);
    assert.equal(await page.locator("main h1").count(), 1);
    assert.equal(await page.locator("main [aria-busy=true]").count(), 0);
  });
}

for (const [width, height] of [[1280, 800], [1920, 1080], [390, 844], [320, 568]]) {
  for (const id of ["huacao-6-6", "busy"]) {
    test(`at ${width}×${height} every slide of ${id} fits`, async () => {
      const page = await site.open("", { wait: false, viewport: { width, height } });
      await page.route("**/data/sessions/busy.json", answer(busy));
      await page.goto(`${site.url}?s=${id}&p=slides`);
      await settled(page);
      const total = (id === "busy" ? busy : huacao).agenda.length + 1;
      for (let at = 1; at <= total; at++) {
        await position(page, at, total);
        await painted(page);
        const found = await page.evaluate(() => {
          const stage = document.querySelector(".stage");
          const { fontSize } = getComputedStyle(document.querySelector(".slide h1"));
          const { bottom } = document.querySelector(".controls").getBoundingClientRect();
          return {
            tall: stage.scrollHeight - stage.clientHeight,
            wide: Math.max(stage.scrollWidth - stage.clientWidth, document.documentElement.scrollWidth - innerWidth),
            outside: Math.ceil(bottom) > innerHeight,
            share: parseFloat(fontSize) / innerWidth,
          };
        });
        assert.ok(found.wide <= 0 && !found.outside, `slide ${at}: ${JSON.stringify(found)}`);
        // On the smallest phone a long title may scroll; where a hall looks on, nothing may.
        if (height > 600) assert.ok(found.tall <= 0, `slide ${at}: ${JSON.stringify(found)}`);
        assert.ok(found.share >= 0.0499, `slide ${at}: ${JSON.stringify(found)}`);
        await page.keyboard.press("ArrowRight");
      }
    });
  }
}

test("the slides satisfy the accessibility checker in both themes and languages", async () => {
  for (const [theme, lang, screen] of [["light", "zh", "desktop"], ["dark", "en", "phone"]]) {
    const page = await site.open(`?s=huacao-6-6&p=slides/${huacao.agenda[1].id}`, { theme, lang, screen });
    await settled(page);
    assert.deepEqual(await axe(page), [], `${theme} ${lang}`);
    const small = await page.locator(".controls :is(button, input)").evaluateAll((all) => all.filter((element) => element.getBoundingClientRect().height < 44).length);
    assert.equal(small, 0, "targets of 44 pixels");
  }
});
