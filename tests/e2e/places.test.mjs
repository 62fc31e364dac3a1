// Places are links: every kind of place opens cold, by click, by back and forward; what is not there is told.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assertNoTroubles, eventually, goTo, heading, painted, settled, withSite } from "./helpers.mjs";
import { answer, archived, fill, long, made, TEXTS } from "./material.mjs";

const site = withSite();

const t = TEXTS.zh;
const huacao = archived("huacao-6-6");
const closing = huacao.speeches.find((speech) => speech.id === "closing");
const isIn = (page, selector) => page.locator(selector).first().evaluate((element) => {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
});
const announced = (page, title) => page.locator("[role=status]").filter({ hasText: fill(t.new_page, title) }).waitFor({ state: "attached", timeout: 5000 });
const focused = (page) => page.evaluate(() => document.activeElement.tagName);

async function open(place) {
  const page = await site.reopen(place);
  await settled(page);
  return page;
}

/** A page in which `?s=big` is a session whose only speech has 3,000 paragraphs. */
async function openLong(place) {
  const body = JSON.stringify(long("big", 3000));
  const page = await site.reopen(place, { routes: { "**/data/sessions/big.json": answer(body) } });
  await settled(page);
  return page;
}

test("a session opens from the home page by a click, and back again", async () => {
  const page = await open("");
  await page.getByRole("link", { name: huacao.title }).click();
  await eventually(async () => assert.equal(await heading(page), huacao.title));
  assert.equal(new URL(page.url()).search, "?s=huacao-6-6");
  for (const said of ["2024年7月18日", "李炜", "周胜春", huacao.summary]) await page.getByText(said).first().waitFor();
  await page.goBack();
  await eventually(async () => assert.equal(await heading(page), t.archive_title));
  await page.goForward();
  await eventually(async () => assert.equal(await heading(page), huacao.title));
  assertNoTroubles(page);
});

test("an agenda item opens cold", async () => {
  const page = await open("?s=huacao-6-6&p=agenda/a-accounts-approval");
  assert.equal(await heading(page), "审查和批准华漕镇2023年决算");
  assert.equal(await page.locator(".agenda li.hit a.t").textContent(), "审查和批准华漕镇2023年决算");
  assert.match(await page.title(), /^审查和批准华漕镇2023年决算 · /);
  assertNoTroubles(page);
});

test("a speech opens cold, whole and numbered", async () => {
  const page = await open("?s=huacao-6-6&p=speeches/closing");
  assert.equal(await heading(page), closing.title);
  const numbered = closing.blocks.filter((block) => block.kind !== "heading");
  assert.deepEqual(await page.locator(".para a.no").allTextContents(), numbered.map((_, at) => String(at + 1)));
  for (const block of closing.blocks) {
    const shown = (await page.locator(`#b-${block.id}`).textContent()).replaceAll(/\s/g, "");
    for (const words of [block.text, ...(block.items ?? [])]) assert.ok(shown.includes(words), block.id);
  }
  const outline = closing.blocks.filter((block) => block.kind === "heading").map((block) => block.text);
  assert.deepEqual(await page.locator(".outline a").allTextContents(), outline);
  assert.equal(await page.locator(".hit").count(), 0);
});

test("a paragraph opens cold, scrolled to and marked", async () => {
  const page = await open("?s=huacao-6-6&p=speeches/closing&at=closing-p11");
  await page.locator("#b-closing-p11.hit").waitFor();
  await eventually(async () => assert.ok(await isIn(page, "#b-closing-p11")));
  assert.equal(await page.locator(".hit").count(), 1);
  // Its number is its link; another paragraph's moves the mark without leaving the page.
  await page.locator("#b-closing-p2 a.no").click();
  await page.locator("#b-closing-p2.hit").waitFor();
  assert.equal(await page.locator(".hit").count(), 1);
  assert.equal(new URL(page.url()).search, "?s=huacao-6-6&p=speeches/closing&at=closing-p2");
  await page.goBack();
  await page.locator("#b-closing-p11.hit").waitFor();
  await eventually(async () => assert.ok(await isIn(page, "#b-closing-p11")));
});

test("a paragraph far down a long text opens cold and stays in view while the rest is laid out", async () => {
  const page = await openLong("?s=big&p=speeches/report&at=p2500");
  await page.locator("#b-p2500.hit").waitFor();
  await page.waitForFunction(() => document.querySelectorAll(".para").length === 3000);
  await painted(page);
  await eventually(async () => assert.ok(await isIn(page, "#b-p2500")));
  assert.match(await page.locator("#b-p2500").textContent(), /编号为2500号/);
  assert.equal(await page.locator("#b-p2500 a.no").textContent(), "2500");
  // Nothing pulls the reader back to the mark afterwards.
  await page.evaluate(() => scrollTo(0, 0));
  await painted(page);
  assert.equal(await page.evaluate(() => scrollY), 0);
  assertNoTroubles(page);
});

test("a paragraph that is gone: the nearest is shown, with a word about it", async () => {
  const page = await open("?s=huacao-6-6&p=speeches/closing&at=closing-p12");
  await page.locator("#b-closing-p11.hit").waitFor();
  await page.getByText(fill(t.paragraph_gone, "closing-p12")).waitFor();
  await eventually(async () => assert.ok(await isIn(page, "#b-closing-p11")));
});

test("a person, a resolution and a vote open cold, marked and in view", async () => {
  for (const [place, title] of [
    ["?s=huacao-6-6&p=people/zhou-shengchun", "周胜春"],
    ["?s=gaohang-3-6&p=resolutions/res-budget-plan", archived("gaohang-3-6").resolutions.at(-1).title],
    ["?s=gaohang-3-6&p=votes/v-budget-plan", archived("gaohang-3-6").votes.at(-1).motion],
  ]) {
    const page = await open(place);
    await page.locator(".content .hit").waitFor();
    assert.ok((await page.locator(".content .hit").textContent()).includes(title), place);
    await eventually(async () => assert.ok(await isIn(page, ".content .hit"), place));
    assert.ok((await page.title()).startsWith(`${title} · `), await page.title());
    assertNoTroubles(page);
  }
});

test("unknown places and ids are told inside the page, with a way on", async () => {
  const page = await open("?s=huacao-6-6&p=nonsense/1/2");
  for (const place of ["nonsense/1/2", "agenda/none", "speeches/none", "people/none", "votes/none", "resolutions/none", "budget/x/y"]) {
    await goTo(page, `?s=huacao-6-6&p=${place}`);
    assert.equal(await heading(page), t.place_unknown_title, place);
    assert.ok((await page.locator("main .state").textContent()).includes(place), place);
    await page.getByRole("link", { name: t.to_overview }).click();
    await eventually(async () => assert.equal(await heading(page), huacao.title));
  }
  assertNoTroubles(page);
});

test("an unknown session is told, with ways on", async () => {
  const page = await open("?s=no-such");
  assert.equal(await heading(page), t.failed_title);
  await page.getByText(fill(t.not_found, "no-such")).waitFor();
  await page.getByText(t.stored_elsewhere).waitFor();
  await page.locator("main").getByRole("button", { name: t.open_file }).click();
  await page.locator("dialog.sheet[open]").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: t.back_home }).click();
  await eventually(async () => assert.equal(await heading(page), t.archive_title));
  assertNoTroubles(page, [/404/]);
});

test("what chat apps append is ignored", async () => {
  const junk = ["&from=singlemessage&isappinstalled=0", "&nsukey=a%2Bb%3D%3D", "?from=timeline", "&&=&x#wechat_redirect"];
  for (const [at, place] of ["?s=huacao-6-6&p=speeches/closing&at=closing-p9", "?s=huacao-6-6"].entries()) {
    const page = await open(place + junk[at]);
    for (const more of junk) {
      await goTo(page, place + more);
      assert.equal(await heading(page), at === 0 ? closing.title : huacao.title, more);
    }
    assertNoTroubles(page);
  }
});

test("a change of place sets the title, moves the focus to the heading and is announced", async () => {
  const page = await open("?s=huacao-6-6");
  assert.ok((await page.title()).startsWith(`${huacao.title} · `));
  await page.evaluate(() => scrollTo(0, 400));
  await page.locator(".tabs a", { hasText: t.people }).click();
  await eventually(async () => {
    assert.equal(await heading(page), t.people);
    assert.equal(await focused(page), "H1");
  });
  assert.ok((await page.title()).startsWith(`${t.people} · ${huacao.title}`));
  assert.equal(await page.evaluate(() => scrollY), 0);
  await announced(page, t.people);
  await page.goBack();
  await eventually(async () => assert.equal(await focused(page), "H1"));
  await announced(page, huacao.title);
});

test("the focus reaches the heading also when the session has to be fetched first", async () => {
  const page = await open("");
  let release;
  const held = new Promise((done) => (release = done));
  await page.route("**/data/sessions/huacao-6-6.json", async (route) => {
    await held;
    await route.continue();
  });
  await page.getByRole("link", { name: huacao.title }).click();
  await page.getByText(t.loading).first().waitFor();
  await painted(page);
  release();
  await eventually(async () => assert.equal(await heading(page), huacao.title));
  await eventually(async () => assert.equal(await focused(page), "H1"), 3000);
  await announced(page, huacao.title);
});

test("a session that fails to open does not keep the title of the one before", async () => {
  const page = await open("?s=huacao-6-6");
  await goTo(page, "?s=no-such");
  assert.equal(await heading(page), t.failed_title);
  assert.ok(!(await page.title()).includes("华漕"), await page.title());
});

test("links open in a new tab, and with a modifier key too", async () => {
  const page = await open("?s=huacao-6-6");
  const link = page.locator(".agenda a.t").first();
  const [tab] = await Promise.all([page.context().waitForEvent("page"), link.click({ modifiers: ["Control"] })]);
  await settled(tab);
  assert.equal(await heading(tab), await link.textContent());
  assert.equal(await heading(page), huacao.title);
  await tab.close();
  // Every link of ours is an address of the same page.
  const hrefs = await page.locator("main a[href]:not([target])").evaluateAll((links) => links.map((a) => new URL(a.href).pathname));
  assert.deepEqual([...new Set(hrefs)], [new URL(site.url).pathname]);
});

test("every tab of a session shows its content, and what is empty has no tab", async () => {
  const page = await open("?s=huacao-6-6");
  const tabs = page.locator(".tabs a");
  const counts = { [t.agenda]: 13, [t.speeches]: 7, [t.decisions]: 1, [t.people]: 7, [t.glossary]: huacao.glossary.length };
  const rows = { [t.agenda]: ".agenda li", [t.speeches]: ".rows li", [t.decisions]: ".card", [t.people]: ".people > li", [t.glossary]: ".terms dt" };
  const names = [t.overview, ...Object.keys(counts), t.documents];
  assert.deepEqual(await tabs.evaluateAll((all) => all.map((tab) => tab.firstChild.textContent)), names);
  for (const [at, name] of names.entries()) {
    await tabs.nth(at).click();
    await eventually(async () => assert.equal(await heading(page), name === t.overview ? huacao.title : name));
    assert.equal(await page.locator(".tabs a[aria-current=page]").evaluate((tab) => tab.firstChild.textContent), name);
    if (counts[name]) assert.equal(await page.locator(`main ${rows[name]}`).count(), counts[name], name);
  }
  await page.locator(".content").getByText(huacao.sources[0].title).waitFor();
  await page.route("**/data/sessions/made.json", answer(made({ agenda: [{ id: "1", title: "唯一的议程" }] })));
  await goTo(page, "?s=made");
  assert.deepEqual(await tabs.evaluateAll((all) => all.map((tab) => tab.firstChild.textContent)), [t.overview, t.agenda, t.documents]);
  assertNoTroubles(page);
});

test("the session of the same body before and after is one click away", async () => {
  const page = await open("?s=taoxi-6-7");
  await page.locator("aside a[href='?s=taoxi-7-6']").click();
  await eventually(async () => assert.equal(await heading(page), archived("taoxi-7-6").title));
  await page.locator("aside a[href='?s=taoxi-6-7']").click();
  await eventually(async () => assert.equal(await heading(page), archived("taoxi-6-7").title));
  await goTo(page, "?s=huacao-6-6");
  assert.equal(await page.getByText(t.same_body, { exact: true }).count(), 0);
});
