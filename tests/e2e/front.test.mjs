// The front page: three screens of a phone that say what this is, find a town, and lead into sessions.

import { SCREENS } from "../../scripts/chromium.mjs";
import { expect, expectAccessible, test } from "./fixtures.mjs";
import { expectQuery, goTo, heading, isInView } from "./helpers.mjs";
import { archived, CATALOGUE, fill, made, TEXTS } from "./material.mjs";

const t = TEXTS.zh;
const huacao = archived("huacao-6-6");
const real = CATALOGUE.sessions.filter(({ is_sample }) => !is_sample);
const findings = (page) => page.locator(".told a");
const recent = (page) => page.locator(".newest .sessions > li");
const field = (page) => page.getByRole("searchbox", { name: t.town_ask });
const towns = (page) => page.locator(".asked li a");
const hrefs = (links) => links.evaluateAll((all) => all.map((link) => link.getAttribute("href")));

/** An archive of these entries. */
const archive = (page, sessions) => page.route("**/data/catalogue.json", (route) => route.fulfill({ json: { ...CATALOGUE, sessions } }));
/** An entry of a session that has nothing but what is given. */
const entry = (id, fields = {}) => {
  const { format: _, ...rest } = made({ id, title: `${id}会议`, ...fields });
  return { counts: {}, bytes: 9, ...rest };
};

const SMALL = { ...SCREENS.phone, viewport: { width: 360, height: 740 } };

for (const [lang, colorScheme] of [["zh", "light"], ["en", "dark"]]) {
  test.describe(() => {
    test.use({ ...SMALL, lang, colorScheme });
    test(`on a phone the front page is three screens high and shows a finding on the first (${lang})`, async ({ open, page }) => {
      await open();
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(3 * 740);
      await expect.poll(() => isInView(findings(page))).toBe(true);
    });
  });
}

for (const [name, screen] of [["phone", SMALL], ["desktop", SCREENS.desktop]]) {
  test.describe(() => {
    test.use(screen);
    test(`nothing moves when the front page arrives on a ${name}`, async ({ open, page }) => {
      await page.addInitScript(() => {
        globalThis.moved = 0;
        new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => (globalThis.moved += value))).observe({ type: "layout-shift", buffered: true });
      });
      await open();
      await expect(recent(page)).toHaveCount(3);
      await expect.poll(() => page.evaluate(() => globalThis.moved)).toBeLessThan(0.02);
    });
  });
}

test("a first visit on a desktop is one click away from a rich session", async ({ open, page }) => {
  await open();
  // It is the first thing to be seen, without scrolling.
  const first = findings(page).first();
  await expect(first).toBeInViewport({ ratio: 1 });
  await first.click();
  await expect(heading(page)).toContainText("华漕镇");
  await expectQuery(page, "?s=huacao-6-6");
  for (const report of huacao.speeches.filter(({ blocks }) => blocks?.length)) {
    await expect(page.locator(`main a[href^="?s=huacao-6-6&p=speeches/${report.id}"]`).first()).toBeAttached();
  }
});

test("three findings lead into sessions, with figures of their files", async ({ open, page }) => {
  await open();
  await expect(findings(page)).toHaveCount(3);
  const [texts, projects, audit] = [0, 1, 2].map((at) => findings(page).nth(at));
  const reports = huacao.speeches.filter(({ kind }) => kind === "report").length;
  await expect(texts).toContainText(`华漕镇：${reports}项报告，${huacao.resolutions[0].title.replace("华漕镇", "")}`);
  await expect(projects).toHaveAttribute("href", /p=projects$/);
  const chosen = archived(new URLSearchParams(await projects.getAttribute("href")).get("s"));
  const selected = chosen.projects.filter((one) => one.selection?.selected && !one.session).length;
  await expect(projects).toContainText(`产生${selected}件`);
  // What the audit says on the card, it says on the page that the card leads to.
  const differing = (await audit.textContent()).match(/有(\d+)处/)[1];
  const entries = real.filter(({ told }) => told?.differing);
  expect(Math.max(...entries.map(({ told }) => told.differing))).toBe(Number(differing));
  await audit.click();
  await expect(page).toHaveURL(/p=budget\//);
  await expect(page.locator("#audit")).toContainText(new RegExp(`${differing}\\D`));
});

for (const [replied, odd] of [[63, t.told_odd], [57, ""]]) {
  test(`${replied} answers to 57 suggestions are told ${odd ? "as odd" : "as they are"}`, async ({ open, page }) => {
    await archive(page, [entry("told", { told: { received: 57, replied } })]);
    await open();
    await expect(findings(page).locator("b")).toHaveText(new RegExp(`${fill(t.told_answers, "57", `${replied}`)}${odd}$`));
  });
}

test("the newest sessions say what they hold, samples stand in a strip of their own", async ({ open, page }) => {
  await open();
  const wanted = real.slice(0, 3);
  await expect.poll(() => hrefs(recent(page).locator("a.t"))).toEqual(wanted.map(({ id }) => `?s=${id}`));
  // The town is told once, and what is around it in the line above.
  await expect(recent(page).first().locator("a.t")).toHaveText(/^西彭镇第二十届人大第十一次会议$/);
  for (const [at, { id, counts, summary }] of wanted.entries()) {
    const row = recent(page).nth(at);
    await expect(row.locator(".says")).toHaveText(summary.split("。")[0] + "。");
    await expect(row.locator(`.tags a[href="?s=${id}&p=projects"]`)).toHaveCount(counts.projects > 0 ? 1 : 0);
    await expect(row.locator(`.tags a[href="?s=${id}&p=budget"]`)).toHaveCount(counts.budgets > 0 ? 1 : 0);
  }
  await recent(page).locator(".tags a", { hasText: t.tag_projects }).first().click();
  await expect(page).toHaveURL(/p=projects$/);
  await goTo(page, "");
  const samples = page.locator(".try a");
  await expect(samples).toHaveText([t.try_budgets, t.try_suggestions, t.try_ballot, t.try_refused, t.try_compare]);
  await expect.poll(() => hrefs(samples)).toEqual(expect.arrayContaining([expect.stringMatching(/^\?s=sample-.*p=budget/), expect.stringMatching(/^\?compare=sample-/)]));
  await expect(page.locator(".told a[href*=sample], .newest a[href*=sample], .towns a[href*=示例]")).toHaveCount(0);
});

test("all sessions are one click away, with their filters", async ({ open, page }) => {
  await open();
  const all = page.locator(".newest .all");
  await expect(all).toContainText(`${CATALOGUE.sessions.length}`);
  await all.click();
  await expectQuery(page, "?list=all");
  await expect(heading(page)).toHaveText(t.archive_title);
  await expect(heading(page)).toBeFocused();
  await expect(page.locator(".count")).toHaveText(new RegExp(`^${CATALOGUE.sessions.length}\\D`));
  await page.selectOption("#by-year", "2024");
  await expectQuery(page, "?year=2024");
  await page.selectOption("#by-year", "");
  await expectQuery(page, "?list=all");
  await page.locator(".brand").click();
  await expect(heading(page)).toHaveText(t.front_title);
});

test("a town is found in characters, in pinyin and by initials, and Enter opens it", async ({ open, page }) => {
  const tables = [];
  page.on("request", (request) => request.url().endsWith("pinyin.bin") && tables.push(request.url()));
  await open();
  await field(page).fill("华漕");
  await expect(towns(page)).toHaveCount(1);
  await expect(page.locator(".ask-town [role=status]")).toHaveText(fill(t.town_found, "1"));
  expect(tables, "characters need no table of readings").toEqual([]);
  for (const typed of ["huacao", "hc", "minhang huacao"]) {
    await field(page).fill(typed);
    await expect(towns(page).first(), typed).toContainText("华漕镇人大");
  }
  await field(page).press("Enter");
  await expectQuery(page, "?s=huacao-6-6");
  expect(tables).toHaveLength(1);
  await goTo(page, "");
  // One that has met several times opens with all of its sessions.
  await field(page).fill("宁海");
  await field(page).press("ArrowDown");
  await expect(towns(page).first()).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(field(page)).toBeFocused();
  await field(page).press("Escape");
  await expect(field(page)).toHaveValue("");
  await expect(page.locator(".asked")).toHaveCount(0);
  await field(page).fill("宁海");
  await towns(page).first().click();
  await expect(page).toHaveURL(/\?body=/);
});

test("a town that is not there is told, and its name can be looked for in all texts", async ({ open, page }) => {
  await open();
  await field(page).fill("火星镇");
  await expect(page.locator(".asked")).toContainText(fill(t.town_none, "火星镇"));
  await page.locator(".asked a").click();
  await expectQuery(page, "?q=火星镇");
});

test("letters that cannot be read as pinyin are told, and the next try reads them", async ({ open, page, troubles }) => {
  troubles.allow(/pinyin\.bin/, /503/);
  let isGone = true;
  await page.route("**/pinyin.bin", (route) => (isGone ? route.fulfill({ status: 503 }) : route.continue()));
  await open();
  await field(page).fill("hua");
  await expect(page.locator(".asked")).toContainText(t.find_unread);
  isGone = false;
  await field(page).fill("huacao");
  await expect(towns(page).first()).toContainText("华漕镇人大");
});

for (const [screen, colorScheme, lang] of [["desktop", "light", "zh"], ["phone", "dark", "en"]]) {
  test.describe(() => {
    test.use({ ...SCREENS[screen], colorScheme, lang });
    test(`what is found for a town is accessible on a ${screen}`, async ({ open, page }) => {
      await open();
      await page.locator(".ask-town input").fill("hua");
      await expect(towns(page).first()).toBeVisible();
      await expectAccessible(page);
    });
  });
}

test("an archive of one session, of samples only, or of before shows what it has", async ({ open, page }) => {
  const [plain] = real;
  const { told: _, decided: __, ...before } = plain;
  const old = CATALOGUE.sessions.map(({ told: _told, decided: _decided, audited: _audited, ...entry }) => entry);
  const rest = async (sessions) => {
    await page.unrouteAll();
    await archive(page, sessions);
    await open();
  };
  await rest([entry("only")]);
  await expect(recent(page).locator("a.t")).toHaveText(["only会议"]);
  await expect(page.locator(".told, .try, .tags, .says")).toHaveCount(0);
  await expect(page.locator(".towns li")).toHaveCount(1);
  await expect(page.locator(".newest .all")).toContainText("1");

  await rest([entry("made-up", { is_sample: true })]);
  await expect(recent(page).locator("a.t")).toHaveText(["made-up会议"]);
  await expect(page.locator(".try")).toHaveCount(0);

  await rest([before]);
  await expect(findings(page)).toHaveText([new RegExp(`${before.counts.projects}件民生实事`)]);
  await rest(old);
  await expect(findings(page)).toHaveCount(2);
  await expect(recent(page)).toHaveCount(3);
});

test("an archive with nothing says so below the field", async ({ open, page }) => {
  await archive(page, []);
  await open();
  await expect(heading(page)).toHaveText(t.front_title);
  await expect(page.getByText(t.archive_empty)).toBeVisible();
});

test("what is typed outlasts another language", async ({ open, page }) => {
  await open();
  await field(page).fill("华漕");
  await expect(towns(page)).toHaveCount(1);
  await page.locator("header button[lang]").click();
  await expect(heading(page)).toHaveText(TEXTS.en.front_title);
  await expect(page.locator(".ask-town input")).toHaveValue("华漕");
  await expect(towns(page)).toHaveCount(1);
});
