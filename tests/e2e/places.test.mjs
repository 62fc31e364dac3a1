// Places are links: every kind of place opens cold, by click, by back and forward; what is not there is told.

import { expect, test } from "./fixtures.mjs";
import { expectQuery, goTo, heading, painted, settled } from "./helpers.mjs";
import { answer, archived, fill, long, made, TEXTS } from "./material.mjs";

const t = TEXTS.zh;
const huacao = archived("huacao-6-6");
const closing = huacao.speeches.find((speech) => speech.id === "closing");
const item = huacao.agenda.find(({ id }) => id === "a-accounts-approval");

/** The title of a document, from the narrowest to the widest. */
const titled = (...parts) => [...parts, t.name].join(" · ");
/** Waits until screen readers are told of the place of that title. */
const expectAnnounced = (page, title) => expect(page.locator("[role=status]").filter({ hasText: fill(t.new_page, title) })).toHaveCount(1);
/** Waits until this paragraph, and no other, is marked, and wholly in view. */
async function expectMarked(page, id) {
  await expect(page.locator(".hit")).toHaveId(`b-${id}`);
  await expect(page.locator(".hit")).toBeInViewport({ ratio: 1 });
}

test("a session opens from the home page by a click, and back again", async ({ open, page }) => {
  await open();
  await page.locator("main a[href='?s=huacao-6-6']").first().click();
  await expect(heading(page)).toHaveText(huacao.title);
  await expectQuery(page, "?s=huacao-6-6");
  for (const said of ["2024年7月18日", "李炜", "周胜春", huacao.summary]) await expect(page.getByText(said).first()).toBeVisible();
  await page.goBack();
  await expect(heading(page)).toHaveText(t.front_title);
  await page.goForward();
  await expect(heading(page)).toHaveText(huacao.title);
});

test("an agenda item opens cold", async ({ open, page }) => {
  await open("?s=huacao-6-6&p=agenda/a-accounts-approval");
  await expect(heading(page)).toHaveText(item.title);
  await expect(page.locator(".agenda li.hit a.t")).toHaveText(item.title);
  await expect(page).toHaveTitle(titled(item.title, huacao.title));
});

test("a speech opens cold, whole and numbered", async ({ open, page }) => {
  await open("?s=huacao-6-6&p=speeches/closing");
  await expect(heading(page)).toHaveText(closing.title);
  const [headings, numbered] = [true, false].map((isHeading) => closing.blocks.filter(({ kind }) => (kind === "heading") === isHeading));
  await expect(page.locator(".outline a")).toHaveText(headings.map(({ text }) => text));
  await expect(page.locator(".para a.no")).toHaveText(numbered.map((_, at) => String(at + 1)));
  const lacking = () => page.evaluate((blocks) => blocks.filter(({ id, text, items = [] }) => {
    const shown = document.getElementById(`b-${id}`)?.textContent.replaceAll(/\s/g, "") ?? "";
    return ![text, ...items].every((words) => shown.includes(words));
  }), closing.blocks);
  await expect.poll(lacking).toEqual([]);
  await expect(page.locator(".hit")).toHaveCount(0);
});

test("a paragraph opens cold, scrolled to and marked", async ({ open, page }) => {
  await open("?s=huacao-6-6&p=speeches/closing&at=closing-p11");
  await expectMarked(page, "closing-p11");
  // Its number is its link; another paragraph's moves the mark without leaving the page.
  await page.locator("#b-closing-p2 a.no").click();
  await expect(page.locator(".hit")).toHaveId("b-closing-p2");
  await expectQuery(page, "?s=huacao-6-6&p=speeches/closing&at=closing-p2");
  await page.goBack();
  await expectMarked(page, "closing-p11");
});

test("a paragraph far down a long text opens cold and stays in view while the rest is laid out", async ({ open, page }) => {
  await page.route("**/data/sessions/big.json", answer(JSON.stringify(long("big", 3000))));
  await open("?s=big&p=speeches/report&at=p2500");
  await expect(page.locator(".para")).toHaveCount(3000);
  await painted(page);
  await expectMarked(page, "p2500");
  await expect(page.locator("#b-p2500")).toContainText("编号为2500号");
  await expect(page.locator("#b-p2500 a.no")).toHaveText("2500");
  // Nothing pulls the reader back to the mark afterwards.
  await page.evaluate(() => scrollTo(0, 0));
  await painted(page);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
});

test("a paragraph that is gone: the nearest is shown, with a word about it", async ({ open, page }) => {
  await open("?s=huacao-6-6&p=speeches/closing&at=closing-p12");
  await expectMarked(page, "closing-p11");
  await expect(page.getByText(fill(t.paragraph_gone, "closing-p12"))).toBeVisible();
});

test("a person, a resolution and a vote open cold, marked and in view", async ({ open, page }) => {
  const gaohang = archived("gaohang-3-6");
  for (const [place, title, session] of [
    ["?s=huacao-6-6&p=people/zhou-shengchun", "周胜春", huacao],
    ["?s=gaohang-3-6&p=resolutions/res-budget-plan", gaohang.resolutions.at(-1).title, gaohang],
    ["?s=gaohang-3-6&p=votes/v-budget-plan", gaohang.votes.at(-1).motion, gaohang],
  ]) {
    await open(place);
    const marked = page.locator(".content .hit");
    await expect(marked, place).toContainText(title);
    await expect(marked, place).toBeInViewport({ ratio: 1 });
    await expect(page).toHaveTitle(titled(title, session.title));
  }
});

test("unknown places and ids are told inside the page, with a way on", async ({ open, page }) => {
  for (const [at, place] of ["nonsense/1/2", "agenda/none", "speeches/none", "people/none", "votes/none", "resolutions/none", "budget/x/y"].entries()) {
    await (at === 0 ? open(`?s=huacao-6-6&p=${place}`) : goTo(page, `?s=huacao-6-6&p=${place}`));
    await expect(heading(page), place).toHaveText(t.place_unknown_title);
    await expect(page.locator("main .state")).toContainText(place);
    await page.getByRole("link", { name: t.to_overview }).click();
    await expect(heading(page)).toHaveText(huacao.title);
  }
});

test("an unknown session is told, with ways on", async ({ open, page, troubles }) => {
  troubles.allow(/404.*no-such/);
  await open("?s=no-such");
  await expect(heading(page)).toHaveText(t.failed_title);
  await expect(page.getByText(fill(t.not_found, "no-such"))).toBeVisible();
  await expect(page.getByText(t.stored_elsewhere)).toBeVisible();
  await page.locator("main").getByRole("button", { name: t.open_file }).click();
  await expect(page.locator("dialog.modal[open]")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: t.back_home }).click();
  await expect(heading(page)).toHaveText(t.front_title);
});

test("what chat apps append is ignored", async ({ open, page }) => {
  const junk = ["&from=singlemessage&isappinstalled=0", "&nsukey=a%2Bb%3D%3D", "?from=timeline", "&&=&x#wechat_redirect"];
  for (const [at, [place, title]] of [["?s=huacao-6-6&p=speeches/closing&at=closing-p9", closing.title], ["?s=huacao-6-6", huacao.title]].entries()) {
    await open(place + junk[at]);
    for (const more of junk) {
      if (more !== junk[at]) await goTo(page, place + more);
      await expect(heading(page), more).toHaveText(title);
    }
  }
});

test("a change of place sets the title, moves the focus to the heading and is announced", async ({ open, page }) => {
  await open("?s=huacao-6-6");
  await expect(page).toHaveTitle(titled(huacao.title));
  await page.evaluate(() => scrollTo(0, 400));
  await page.locator(".tabs a", { hasText: t.people }).click();
  await expect(heading(page)).toHaveText(t.people);
  await expect(heading(page)).toBeFocused();
  await expect(page).toHaveTitle(titled(t.people, huacao.title));
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
  await expectAnnounced(page, t.people);
  // Back, the focus is where it was.
  await page.goBack();
  await expect(heading(page)).toHaveText(huacao.title);
  await expect(page.locator(".tabs a", { hasText: t.people })).toBeFocused();
  await expectAnnounced(page, huacao.title);
});

test("the focus reaches the heading also when the session has to be fetched first", async ({ open, page }) => {
  let release;
  const held = new Promise((done) => (release = done));
  await page.route("**/data/sessions/huacao-6-6.json", async (route) => {
    await held;
    await route.continue();
  });
  await open("?list=all");
  await page.getByRole("link", { name: huacao.title }).click();
  await expect(page.getByText(t.loading).first()).toBeVisible();
  await painted(page);
  release();
  await expect(heading(page)).toHaveText(huacao.title);
  await expect(heading(page)).toBeFocused();
  await expectAnnounced(page, huacao.title);
});

test("a session that fails to open does not keep the title of the one before", async ({ open, page, troubles }) => {
  troubles.allow(/404.*no-such/);
  await open("?s=huacao-6-6");
  await expect(page).toHaveTitle(/华漕/);
  await goTo(page, "?s=no-such");
  await expect(heading(page)).toHaveText(t.failed_title);
  await expect(page).not.toHaveTitle(/华漕/);
});

test("links open in a new tab, and with a modifier key too", async ({ open, page, site, troubles }) => {
  await open("?s=huacao-6-6");
  await page.locator(".questions > .fold summary").click();
  const link = page.locator(".agenda a.t", { hasText: item.title });
  const [tab] = await Promise.all([page.context().waitForEvent("page"), link.click({ modifiers: ["Control"] })]);
  await troubles.watch(tab, site.origin);
  await settled(tab);
  await expect(heading(tab)).toHaveText(item.title);
  await expect(heading(page)).toHaveText(huacao.title);
  // Every link of ours is an address of the same page.
  const paths = () => page.locator("main a[href]:not([target])").evaluateAll((links) => [...new Set(links.map((a) => new URL(a.href).pathname))]);
  await expect.poll(paths).toEqual([new URL(site.url).pathname]);
});

test("every tab of a session shows its content, and what is empty has no tab", async ({ open, page }) => {
  await page.route("**/data/sessions/made.json", answer(made({ agenda: [{ id: "1", title: "唯一的议程" }] })));
  await open("?s=huacao-6-6");
  const tabs = page.locator(".tabs a");
  // Without the number that follows them.
  const names = (tabs) => tabs.evaluateAll((all) => all.map((tab) => tab.firstChild.textContent));
  const rows = {
    [t.overview]: [huacao.title],
    [t.tab_speeches]: [t.speeches, ".rows li", 7],
    [t.tab_decisions]: [t.decisions, ".card", 1],
    [t.agenda]: [t.agenda, ".agenda li", 13],
    [t.people]: [t.people, ".people > li", 7],
    [t.glossary]: [t.glossary, ".terms dt", huacao.glossary.length],
    [t.tab_documents]: [t.documents],
  };
  await expect.poll(() => names(tabs)).toEqual(Object.keys(rows));
  for (const [at, [name, [title, listed, count]]] of Object.entries(rows).entries()) {
    await tabs.nth(at).click();
    await expect(heading(page)).toHaveText(title);
    await expect.poll(() => names(page.locator(".tabs a[aria-current=page]"))).toEqual([name]);
    if (listed) await expect(page.locator(`main ${listed}`), name).toHaveCount(count);
  }
  await expect(page.locator(".content").getByText(huacao.sources[0].title)).toBeVisible();
  await goTo(page, "?s=made");
  await expect.poll(() => names(tabs)).toEqual([t.overview, t.agenda, t.tab_documents]);
});

test("the session of the same body before and after is one click away", async ({ open, page }) => {
  await open("?s=taoxi-6-7");
  const siblings = page.getByText(t.same_body, { exact: true });
  await expect(siblings).toHaveCount(1);
  for (const id of ["taoxi-7-6", "taoxi-6-7"]) {
    await page.locator(`aside a[href='?s=${id}']`).click();
    await expect(heading(page)).toHaveText(archived(id).title);
  }
  await goTo(page, "?s=huacao-6-6");
  await expect(heading(page)).toHaveText(huacao.title);
  await expect(siblings).toHaveCount(0);
});
