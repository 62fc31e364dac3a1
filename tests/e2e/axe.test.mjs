// axe-core finds nothing on any kind of page, in light and dark, on phone and desktop, in Chinese and in English.

import { SCREENS } from "../../scripts/chromium.mjs";
import { expect, expectAccessible, test } from "./fixtures.mjs";
import { drop, goTo } from "./helpers.mjs";
import { answer, fixture, long, TEXTS } from "./material.mjs";

// Each place is looked at in each of these: every screen, theme and language.
const LOOKS = [["desktop", "light", "zh"], ["phone", "dark", "en"]];

// The made-up session has everything that the format knows; the real one has what a real one has. Each part is a test of its own.
const PLACES = {
  "the archive and searches": {
    home: "",
    list: "?list=all",
    "empty filter": "?place=火星",
    failed: "?s=none",
    search: "?s=huacao-6-6&q=华漕",
    "search by letters": "?s=huacao-6-6&q=zsc",
    "search, nothing found": "?s=huacao-6-6&q=没有这样的话",
    "search, nothing typed": "?s=huacao-6-6&p=search",
    "search over the archive": "?q=报告",
  },
  "a session": {
    overview: "?s=huacao-6-6",
    "overview of everything": "?s=full",
    "overview with sentences": "?s=sample-1-5",
    agenda: "?s=full&p=agenda",
    "agenda item": "?s=full&p=agenda/1",
    "item with its vote": "?s=sample-1-5&p=agenda/a-vice-mayors",
    decisions: "?s=full&p=decisions",
    vote: "?s=full&p=votes/v-election",
    "votes with bars": "?s=sample-1-4&p=decisions",
  },
  "texts and papers": {
    speeches: "?s=huacao-6-6&p=speeches",
    speech: "?s=huacao-6-6&p=speeches/closing&at=closing-p3",
    "what was found, marked": "?s=huacao-6-6&p=speeches/closing&at=closing-p3&q=华漕",
    "speech with list, quotation and table": "?s=full&p=speeches/s-work",
    "speech without text": "?s=huacao-6-6&p=speeches/credentials-report",
    "paragraph gone": "?s=huacao-6-6&p=speeches/work-report&at=gone-1",
    glossary: "?s=huacao-6-6&p=glossary",
    documents: "?s=full&p=documents",
    findings: "?s=x&p=documents",
    "not found": "?s=full&p=nonsense",
  },
  "people, suggestions and projects": {
    people: "?s=huacao-6-6&p=people",
    person: "?s=full&p=people/p-lin",
    "changes among the deputies": "?s=sample-1-6&p=people",
    suggestions: "?s=sample-1-5&p=suggestions",
    "suggestions, none fits": "?s=sample-1-5&p=suggestions&status=none",
    "totals only": "?s=gongliu-18-4&p=suggestions",
    suggestion: "?s=sample-1-5&p=suggestions/sg-2023-04",
    "suggestion overdue": "?s=sample-1-5&p=suggestions/sg-2024-06",
    projects: "?s=sample-1-4&p=projects",
    "projects with the time gone": "?s=sample-1-6&p=projects",
    project: "?s=sample-1-6&p=projects/pj-2024-drinking-water",
  },
  budgets: {
    budgets: "?s=sample-1-5&p=budget",
    budget: "?s=daxing-19-10&p=budget/final-2024",
    "of half a year": "?s=huangpu-2024-half&p=budget/half-2024",
    "with differences": "?s=damu-2021-final&p=budget/final-2021",
    "a line's card": "?s=sample-1-5&p=budget/budget-2024/g-2050202",
    "a line with a difference, all columns": "?s=sample-1-5&p=budget/budget-2024/g-205&cols=prior_final,initial,adjusted,executed,next,completion,change,share,per_head&sort=-executed",
    "nothing fits": "?s=sample-1-5&p=budget/budget-2024&q=nothing",
    "line gone": "?s=sample-1-5&p=budget/budget-2024/gone-1",
  },
  "pictures of budgets": {
    completion: "?s=huangpu-2024-half&p=budget/half-2024&pic=completion",
    flow: "?s=sample-1-5&p=budget/budget-2024&pic=flow",
    share: "?s=sample-1-5&p=budget/budget-2024/g-205&pic=share",
    change: "?s=sample-1-5&p=budget/budget-2024&t=g-exp&pic=change",
    years: "?s=sample-1-5&p=budget/budget-2024/g-205&pic=years",
    "no picture": "?s=damu-2021-final&p=budget/final-2021&pic=change",
  },
};
// A look takes axe most of a second.
test.slow();

for (const [screen, theme, lang] of LOOKS) test.describe(`axe finds nothing on a ${screen}, ${theme}, ${lang}`, () => {
  test.use({ ...SCREENS[screen], colorScheme: theme, lang });
  const t = TEXTS[lang];

  for (const [part, places] of Object.entries(PLACES)) {
    test(part, async ({ open, page, troubles }) => {
      troubles.allow(/404.*none/);
      await open(Object.values(places)[0]);
      const isIn = (id) => Object.values(places).some((place) => place.startsWith(`?s=${id}&`));
      if (isIn("full")) {
        await drop(page, "full.json", fixture("full.json", "valid"));
        await expect(page).toHaveURL(/\?s=full/);
      }
      if (isIn("x")) {
        await drop(page, "findings.json", fixture("hidden-characters.json"));
        await expect(page.getByRole("heading", { level: 1, name: "云溪镇人民代表大会会议" })).toBeVisible();
      }
      for (const [name, place] of Object.entries(places)) {
        await goTo(page, place);
        if (place.includes("pic=")) await expect(page.locator(name === "no picture" ? "figure.picture p[role=status]" : "figure.picture svg").first(), name).toBeVisible();
        // What is half under the bar at the top is no small target.
        if (place.includes("p=budget")) await page.evaluate(() => scrollTo(0, 0));
        await expectAccessible(page, { message: name });
      }
    });
  }

  test("what opens", async ({ open, page }) => {
    await open(PLACES.budgets.budget);
    await page.locator(".adjust").click();
    await expect(page.locator("#adjust")).toBeVisible();
    await page.locator("section.audit summary").click();
    // What is half under the bar at the top is no small target.
    await page.evaluate(() => scrollTo(0, 0));
    await expectAccessible(page, { message: "choice of columns and all of the audit" });
    await goTo(page, PLACES["texts and papers"].speech);
    await page.locator(".term").first().click();
    await expect(page.locator(".definition")).toBeVisible();
    await page.locator(".para a.no").first().click();
    await page.locator(".para button[data-copy=link]").click();
    await expect(page.locator(".toast").filter({ hasText: /./ })).toBeAttached();
    await expectAccessible(page, { message: "explained term, message" });
    const menu = page.locator("header summary");
    await menu.click();
    await expect(page.locator(".menu-body")).toBeVisible();
    await expectAccessible(page, { message: "display menu" });
    await menu.click();
    await page.locator("header").getByRole("button", { name: t.open_file }).click();
    await expect(page.locator("dialog[open]")).toBeVisible();
    await expectAccessible(page, { message: "dialog" });
    await page.getByRole("button", { name: t.paste_open }).click();
    await expect(page.locator("dialog .complaint")).toBeVisible();
    await expectAccessible(page, { message: "dialog with a complaint" });
  });
});

test("axe finds nothing while a session is on its way, nor in a long text", async ({ open, page }) => {
  let release;
  const held = new Promise((done) => (release = done));
  await page.route("**/data/sessions/big.json", async (route) => {
    await held;
    await answer(long("big", 120))(route);
  });
  await open("?s=big&p=speeches/report&at=p110", { wait: false });
  await expect(page.locator("main [aria-busy=true]")).toBeVisible();
  await expectAccessible(page, { message: "on its way" });
  release();
  await expect(page.locator("#b-p110.hit")).toBeVisible();
  await expect(page.locator(".para")).toHaveCount(120);
  await expectAccessible(page, { message: "long text" });
});
