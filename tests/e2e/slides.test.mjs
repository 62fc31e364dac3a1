// In the hall: the slides of a session, and the speaker's timer.

import { expect, expectAccessible, test } from "./fixtures.mjs";
import { goTo, heading, painted } from "./helpers.mjs";
import { answer, archived, fill, made, TEXTS } from "./material.mjs";

const t = TEXTS.zh;
const huacao = archived("huacao-6-6");
const TOTAL = huacao.agenda.length + 1;
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
/** Lets the session `busy` be found. */
const serveBusy = (page) => page.route("**/data/sessions/busy.json", answer(busy));

const position = (page, n, total = TOTAL) => expect(page.locator(".position")).toHaveText(`${n} / ${total}`);
const expectPlace = (page, place) => expect.poll(() => new URL(page.url()).searchParams.get("p")).toBe(place);
const press = (page, name) => page.getByRole("button", { name }).click();

test("the button leads to the slides, keys go through all of them, and Escape leaves to the same item", async ({ open, page }) => {
  await open("?s=huacao-6-6");
  const slides = page.getByRole("link", { name: t.slides, exact: true });
  await slides.click();
  await position(page, 1);
  await expect(heading(page)).toHaveText(huacao.title);
  await expect(heading(page)).toBeFocused();
  await expect(page).toHaveTitle(new RegExp(`^${t.slides}`));
  for (const hidden of [".bar", ".foot"]) await expect(page.locator(hidden)).toBeHidden();
  const steps = await page.evaluate(() => history.length);
  const keys = ["ArrowRight", " ", "PageDown"];
  for (const [at, item] of huacao.agenda.entries()) {
    await page.keyboard.press(keys[at % keys.length]);
    await position(page, at + 2);
    await expect(heading(page)).toHaveText(item.title);
    await expectPlace(page, `slides/${item.id}`);
    if (item.number) await expect(page.locator(".slide .n")).toHaveText(item.number);
    for (const id of item.presenters ?? []) await expect(page.locator(".slide")).toContainText(huacao.people.find((person) => person.id === id).name);
  }
  // At the ends there is nothing further: what would go beyond is followed by a key that tells.
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowLeft");
  await position(page, TOTAL - 1);
  await page.keyboard.press("Home");
  await position(page, 1);
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowRight");
  await position(page, 2);
  await page.keyboard.press("End");
  await position(page, TOTAL);
  for (const key of ["ArrowLeft", "PageUp", "Shift+Space"]) await page.keyboard.press(key);
  await position(page, TOTAL - 3);
  // The heading keeps the focus and is not read again by itself: the status line says where the reader is.
  await expect(heading(page)).toBeFocused();
  await expect(page.locator(".unseen[role=status]")).toHaveText(new RegExp(`^${TOTAL - 3} / ${TOTAL}`));
  // The slides are no steps of the history.
  await expect.poll(() => page.evaluate(() => history.length)).toBe(steps);
  const item = huacao.agenda[TOTAL - 5];
  await page.keyboard.press("Escape");
  await expect.poll(async () => (await heading(page).textContent()).endsWith(item.title)).toBe(true);
  await expectPlace(page, `agenda/${item.id}`);
  await expect(page.locator(".bar")).toBeVisible();
  // From an item the button leads to its own slide.
  await slides.click();
  await position(page, TOTAL - 3);
  await page.keyboard.press("Home");
  await position(page, 1);
  await press(page, t.leave_slides);
  await expectPlace(page, null);
});

test("a slide is a link: by id, by number, and after a reload; one that is not there is said to be missing", async ({ open, page }) => {
  await serveBusy(page);
  await open(`?s=huacao-6-6&p=slides/${huacao.agenda[2].id}`);
  await position(page, 4);
  await page.keyboard.press("ArrowRight");
  await position(page, 5);
  await page.reload();
  await position(page, 5);
  await expect(heading(page)).toHaveText(huacao.agenda[3].title);
  await goTo(page, "?s=huacao-6-6");
  await goTo(page, "?s=huacao-6-6&p=slides/nothing");
  await expect(heading(page)).toHaveText(t.place_unknown_title);
  // From one that is not there to one that is, and the other way round.
  await goTo(page, "?s=huacao-6-6&p=slides");
  await position(page, 1);
  await goTo(page, "?s=huacao-6-6&p=slides/nothing");
  await expect(heading(page)).toHaveText(t.place_unknown_title);
  await goTo(page, "?s=busy&p=slides/3");
  await expect(heading(page)).toHaveText("选举");
  await page.keyboard.press("ArrowLeft");
  await expectPlace(page, "slides/x%2F1");
  await page.reload();
  await position(page, 2, 3);
});

test("a slide has number, presenters with posts, on whose behalf, result and votes in words", async ({ open, page }) => {
  await serveBusy(page);
  await open("?s=busy&p=slides");
  const slide = page.locator(".slide");
  for (const part of [busy.title, "2024年1月25日至26日", busy.venue]) await expect(slide).toContainText(part);
  await page.keyboard.press("ArrowRight");
  await position(page, 2, 3);
  await expect(slide.locator(".n")).toHaveText("一");
  for (const part of ["林见山 示例镇人民代表大会财政经济委员会主任委员", "欧阳明月", fill(t.on_behalf_of, busy.agenda[0].on_behalf_of)]) {
    await expect(slide).toContainText(part);
  }
  await expect(slide.locator(".chip.done")).toHaveCount(1);
  // The counts are large, with a bar of their shares.
  const cast = slide.locator(".cast");
  await expect(cast).toHaveText(`${t.yes} 61 ${t.no} 2 ${t.abstain} 3`);
  await expect.poll(() => cast.evaluate((line) => parseFloat(getComputedStyle(line.querySelector("b")).fontSize) / parseFloat(getComputedStyle(line).fontSize))).toBeGreaterThanOrEqual(1.3);
  const width = (part) => part.evaluate((element) => element.getBoundingClientRect().width);
  await expect.poll(async () => Math.round(await width(cast.locator("i.for")) / await width(cast.locator(".vote-bar")) * 100)).toBe(92);
  await page.keyboard.press("ArrowRight");
  await position(page, 3, 3);
  await expect(page.locator(".results")).toHaveText(new RegExp(`^\\S+ · ${t.yes} 60$`));
});

test("clicks turn the slides, controls do not, and keys in a field stay there", async ({ open, page }) => {
  await open("?s=huacao-6-6&p=slides");
  const { width, height } = page.viewportSize();
  await page.mouse.click(width * 0.8, height / 3);
  await position(page, 2);
  await page.mouse.click(width * 0.1, height / 3);
  await position(page, 1);
  await press(page, t.slide_after);
  await position(page, 2);
  // What has the focus is told by the status line, as the heading is not read again.
  await expect(page.locator(".unseen[role=status]")).toHaveText(new RegExp(`^2 / ${TOTAL}`));
  // The space bar presses the button that has the focus, once.
  await page.keyboard.press(" ");
  await position(page, 3);
  await press(page, t.slide_before);
  await position(page, 2);
  const limit = page.getByLabel(t.time_limit);
  await limit.focus();
  await page.keyboard.press("ArrowUp");
  await expect(limit).not.toHaveValue("5");
  await page.keyboard.press("Home");
  await painted(page);
  await position(page, 2);
  // Dragging with the mouse is a swipe, and not a click as well.
  await page.mouse.move(width * 0.7, height / 3);
  await page.mouse.down();
  await page.mouse.move(width * 0.5, height / 3, { steps: 4 });
  await page.mouse.up();
  await position(page, 3);
  await painted(page);
  await position(page, 3);
});

test("the controls make way after three seconds without a movement, and come back with one; what runs of the time stays", async ({ open, page }) => {
  await page.clock.install({ time: "2026-01-01T09:00:00" });
  await page.clock.resume();
  await open("?s=huacao-6-6&p=slides");
  await expect(page.locator(".time")).toBeHidden();
  await press(page, t.time_start);
  await page.locator(".position").click();
  await page.evaluate(() => document.querySelector("#slide").focus());
  await page.clock.pauseAt("2026-01-01T10:00:00");
  const opacity = (selector, value) => expect.poll(() => page.locator(selector).first().evaluate((element) => getComputedStyle(element).opacity)).toBe(value);
  await page.mouse.move(300, 300);
  await page.clock.fastForward(2500);
  await expect(page.locator(".slides.idle")).toHaveCount(0);
  await page.clock.fastForward(600);
  await expect(page.locator(".slides.idle")).toHaveCount(1);
  await opacity(".controls .turn", "0");
  await opacity(".time", "1");
  await page.mouse.move(310, 310);
  await opacity(".controls .turn", "1");
  await page.clock.fastForward(4000);
  await opacity(".controls .turn", "0");
  // A key that turns nothing brings them back as well.
  await page.keyboard.press("Shift");
  await opacity(".controls .turn", "1");
  // Whoever comes by the keyboard sees where they are.
  await page.clock.fastForward(4000);
  await page.getByRole("button", { name: t.slide_after }).focus();
  await opacity(".controls .turn", "1");
});

test("the words of a slide have a twentieth of the height, for the last row", async ({ open, page }) => {
  await serveBusy(page);
  await open("?s=busy&p=slides/2");
  for (const [width, height] of [[1280, 800], [1920, 1080]]) {
    await page.setViewportSize({ width, height });
    const share = () => page.locator(".slide p:not(.n)").evaluateAll((all) => Math.min(...all.map((words) => parseFloat(getComputedStyle(words).fontSize) / innerHeight)));
    await expect.poll(share).toBeGreaterThanOrEqual(0.0499);
  }
});

test("a finger swipes to and fro", async ({ openNew }) => {
  const page = await openNew("?s=huacao-6-6&p=slides", { screen: "phone" });
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
});

test("full screen by button and by key, where the browser allows it", async ({ open, page }) => {
  await open("?s=huacao-6-6&p=slides");
  // The page is told of it a frame after it is so; what comes next comes after that.
  await page.evaluate(() => addEventListener("fullscreenchange", () => { globalThis.whole = document.fullscreenElement?.tagName ?? null; }));
  const expectWhole = (whole) => expect.poll(() => page.evaluate(() => globalThis.whole)).toBe(whole);
  await press(page, t.fullscreen);
  await expectWhole("HTML");
  await page.keyboard.press("f");
  await expectWhole(null);
  await page.keyboard.press("F");
  await expectWhole("HTML");
  // Escape in the whole screen is the browser's own: it gives the screen back and no key is heard. It leaves all the same.
  await page.keyboard.press("ArrowRight");
  await position(page, 2);
  await page.evaluate(() => document.exitFullscreen());
  await expectWhole(null);
  await expectPlace(page, `agenda/${huacao.agenda[0].id}`);
  await page.goBack();
  await position(page, 2);
  await page.keyboard.press("f");
  await expectWhole("HTML");
  await press(page, t.leave_slides);
  await expectWhole(null);
});

test("the timer counts down, says the last minute and the end in words, pauses and starts again", async ({ open, page }) => {
  // The clock runs while the page loads; then it stands still but for what the test lets pass.
  await page.clock.install({ time: "2026-01-01T09:00:00" });
  await page.clock.resume();
  await open("?s=huacao-6-6&p=slides");
  await page.clock.pauseAt("2026-01-01T10:00:00");
  const time = page.locator("[role=timer]");
  const told = page.locator(".unseen[role=status]");
  const shows = async (face, state, word = "") => {
    await expect(time).toHaveText(`${face} ${word}`.trim());
    await expect(time).toHaveAttribute("data-state", state);
  };
  const border = () => time.evaluate((element) => getComputedStyle(element).borderTopStyle);
  await expect(time).toHaveAttribute("aria-live", "off");
  await shows("5:00", "ready");
  const limit = page.getByLabel(t.time_limit);
  await expect.poll(() => page.locator("datalist option").evaluateAll((all) => all.map((option) => option.value))).toEqual(["3", "5", "8", "10", "15", "30"]);
  await limit.fill("0");
  await limit.press("Tab");
  await page.clock.runFor(200);
  await expect(page.getByText(fill(t.time_limit_invalid, "600"))).toBeVisible();
  await limit.fill("3");
  await limit.press("Tab");
  await shows("3:00", "ready");
  await press(page, t.time_start);
  // A little more than that: the face is set four times a second.
  await page.clock.fastForward(90_250);
  await shows("1:30", "runs");
  await expect(told).toHaveText("");
  await press(page, t.time_pause);
  await page.clock.fastForward(600_000);
  await shows("1:30", "runs");
  await press(page, t.time_start);
  // Turning the slide does not touch it.
  await page.keyboard.press("ArrowRight");
  await page.clock.runFor(30_000);
  await shows("1:00", "last", t.time_last);
  await expect(told).toHaveText(t.time_last);
  const last = await border();
  await page.clock.fastForward(59_000);
  await shows("0:01", "last", t.time_last);
  await page.clock.runFor(13_000);
  await shows("+0:12", "over", t.time_over);
  await expect(told).toHaveText(t.time_over);
  // Told apart by shape, too.
  await expect.poll(border).not.toBe(last);
  await press(page, t.time_reset);
  await shows("3:00", "ready");
  await expect(page.getByRole("button", { name: t.time_start })).toBeVisible();
});

const SIZES = [[1280, 800], [1280, 720], [1920, 1080], [1024, 768], [390, 844], [320, 568]];
for (const [id, { agenda }] of Object.entries({ "huacao-6-6": huacao, busy })) {
  test(`at ${SIZES.map((size) => size.join("×")).join(", ")} every slide of ${id} fits`, async ({ open, page }) => {
    await serveBusy(page);
    await open(`?s=${id}&p=slides`);
    const look = () => page.evaluate(() => {
      const stage = document.querySelector(".stage");
      const found = { at: document.querySelector(".position").textContent, size: [innerWidth, innerHeight] };
      const wide = Math.max(stage.scrollWidth - stage.clientWidth, document.documentElement.scrollWidth - innerWidth);
      const title = document.querySelector(".slide h1");
      // A title of many lines is set smaller.
      const least = title.textContent.length > 40 ? 0.0399 : 0.0499;
      const share = parseFloat(getComputedStyle(title).fontSize) / innerWidth;
      if (wide > 0) found.wide = wide;
      if (Math.ceil(document.querySelector(".controls").getBoundingClientRect().bottom) > innerHeight) found.isOutside = true;
      // On the smallest phone a long title may scroll; where a hall looks on, nothing may.
      if (innerHeight > 600 && stage.scrollHeight > stage.clientHeight) found.tall = stage.scrollHeight - stage.clientHeight;
      if (share < least) found.share = share;
      return found;
    });
    for (const [width, height] of SIZES) {
      await page.setViewportSize({ width, height });
      await page.keyboard.press("Home");
      for (let at = 1; at <= agenda.length + 1; at++) {
        await expect.poll(look).toEqual({ at: `${at} / ${agenda.length + 1}`, size: [width, height] });
        await page.keyboard.press("ArrowRight");
      }
    }
  });
}

const SAMPLE = archived("sample-1-5");

test("the money, the ballot and the projects have slides that say what their pages say", async ({ open, page }) => {
  await open("?s=sample-1-5&p=slides");
  const last = SAMPLE.agenda.length + 1;
  const slide = page.locator(".slide");
  await goTo(page, `?s=sample-1-5&p=slides/${SAMPLE.agenda.at(-1).id}`);
  await page.keyboard.press("ArrowRight");
  await expectPlace(page, "slides/slide-money");
  await expect(heading(page)).toHaveText(t.q_money);
  const { lines } = SAMPLE.budgets[0].tables.find(({ id }) => id === "g-exp");
  const total = lines.find(({ name }) => name === "支出总计").amounts;
  await expect(slide.locator(".total")).toHaveText(fill(t.m_spent, "2024", `${(total.executed / 10_000).toFixed(2)}亿元`));
  await expect(slide).toContainText(`${fill(t.m_of_adjusted, `${(total.executed / total.adjusted * 100).toFixed(1)}%`)}，${fill(t.m_more, `${((total.executed - total.prior_final) / total.prior_final * 100).toFixed(1)}%`)}`);
  const largest = lines.filter(({ parent, role, code }) => !parent && !role && code.length === 3).sort((a, b) => b.amounts.executed - a.amounts.executed).slice(0, 3);
  for (const [at, { name, amounts }] of largest.entries()) await expect(slide.locator(".bars li").nth(at)).toHaveText(`${name}${amounts.executed.toLocaleString("en")}万元`);
  await expect(slide.locator(".bars li")).toHaveCount(3);

  await page.keyboard.press("ArrowRight");
  await expectPlace(page, "slides/slide-ballot");
  await expect(heading(page)).toHaveText(t.ballot);
  await expect(slide).toContainText(fill(t.ballot_counts, 6, 6));
  const stood = SAMPLE.projects.filter(({ selection, session }) => selection?.rank && !session).sort((a, b) => a.selection.rank - b.selection.rank);
  await expect(slide.locator(".bars li")).toHaveText(stood.map(({ title, selection }) => `${selection.rank} ${title}${fill(t.votes_of, selection.votes)} ${t.selected}`));

  await page.keyboard.press("ArrowRight");
  await expectPlace(page, "slides/slide-projects");
  await expect(heading(page)).toHaveText(t.projects);
  const late = SAMPLE.projects.filter(({ due, progress_percent: percent }) => due < SAMPLE.as_of && percent < 100);
  await expect(slide.locator("p")).toHaveText(new RegExp(`^${fill(t.p_late, late.length)}，.*${fill(t.p_done, 7)}。$`));
  await expect.poll(() => slide.locator(".bars").evaluate((list) => [...list.children].map((row) => Boolean(row.querySelector(".late"))).slice(0, 4))).toEqual([true, true, true, true]);
  await expect(slide.locator(".bars li").first()).toContainText(`${late[0].title}${late[0].progress_percent}%${fill(t.p_late_days, 15)}`);
  // They go on over more slides; each is a link, and leads to its page.
  await page.keyboard.press("End");
  await expect(page.locator(".position")).toHaveText(/^(\d+) \/ \1$/);
  await expect.poll(() => new URL(page.url()).searchParams.get("p")).toMatch(/^slides\/slide-projects-\d+$/);
  await page.reload();
  await expect(heading(page)).toHaveText(t.projects);
  await expect(page.locator(".position")).toHaveText(/^(\d+) \/ \1$/);
  await page.keyboard.press("Escape");
  await expectPlace(page, "projects");
  await goTo(page, "?s=sample-1-5&p=slides/slide-money");
  await expect(page.locator(".position")).toHaveText(new RegExp(`^${last + 1} / `));
  await page.keyboard.press("Escape");
  await expectPlace(page, "budget/budget-2024");
});

const HALLS = [[1280, 720], [1920, 1080], [1024, 768]];
for (const id of ["sample-1-4", "sample-1-5", "sample-1-6", "xipeng-20-11", "ninghai-18-5", "huangpu-2024-half"]) {
  test(`the slides of ${id} have their room in a hall, and all of it is a twentieth of the height`, async ({ open, page }) => {
    await open(`?s=${id}&p=slides`);
    for (const [width, height] of HALLS) {
      await page.setViewportSize({ width, height });
      /** Turns through all slides; what is wrong with each. */
      const walk = () => page.evaluate(async () => {
        const frames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        const press = (key) => document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
        press("Home");
        const wrong = [];
        const total = Number(document.querySelector(".position").textContent.split(" / ")[1]);
        for (let at = 1; at <= total; at++) {
          await frames();
          const [stage, shown] = [document.querySelector(".stage"), document.querySelector(".position").textContent];
          if (shown !== `${at} / ${total}`) wrong.push(`${shown} instead of ${at}`);
          // A long ballot, which has slides of its own as well, is scrolled.
          const isLong = stage.textContent.length > 160 && getComputedStyle(stage).overflowY === "auto";
          if ((stage.scrollHeight > stage.clientHeight && !isLong) || stage.scrollWidth > stage.clientWidth) wrong.push(`${shown}: ${stage.scrollHeight} of ${stage.clientHeight}, ${stage.scrollWidth} of ${stage.clientWidth}`);
          const small = [...document.querySelectorAll(".slide :is(p, p *, li, li *)")].filter((words) => parseFloat(getComputedStyle(words).fontSize) < innerHeight * 0.0499);
          if (small.length > 0) wrong.push(`${shown}: ${small[0].outerHTML}`);
          press("ArrowRight");
        }
        return wrong;
      });
      await expect.poll(walk, { message: `${width} × ${height}` }).toEqual([]);
    }
  });
}

test("the slides satisfy the accessibility checker in both themes and languages", async ({ openNew }) => {
  for (const [theme, lang, screen] of [["light", "zh", "desktop"], ["dark", "en", "phone"]]) {
    const page = await openNew(`?s=huacao-6-6&p=slides/${huacao.agenda[1].id}`, { theme, lang, screen });
    await position(page, 3);
    await expectAccessible(page, { message: `${theme} ${lang}` });
    // Targets of 44 pixels.
    const low = () => page.locator(".controls :is(button, input)").evaluateAll((all) => all.filter((element) => element.checkVisibility() && element.getBoundingClientRect().height < 44).length);
    await expect.poll(low).toBe(0);
  }
});
