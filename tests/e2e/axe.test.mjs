// axe-core finds nothing on any kind of page, in light and dark, on phone and desktop, in Chinese and in English.

import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, drop, goTo, withSite } from "./helpers.mjs";
import { answer, fixture, long, TEXTS } from "./material.mjs";

const site = withSite();

// The made-up session has everything that the format knows; the real one has what a real one has.
const PLACES = {
  home: "",
  "empty filter": "?place=火星",
  overview: "?s=huacao-6-6",
  "overview of everything": "?s=full",
  agenda: "?s=full&p=agenda",
  "agenda item": "?s=full&p=agenda/1",
  speeches: "?s=huacao-6-6&p=speeches",
  speech: "?s=huacao-6-6&p=speeches/closing&at=closing-p3",
  "speech with list, quotation and table": "?s=full&p=speeches/s-work",
  "speech without text": "?s=huacao-6-6&p=speeches/credentials-report",
  "paragraph gone": "?s=huacao-6-6&p=speeches/work-report&at=gone-1",
  decisions: "?s=full&p=decisions",
  vote: "?s=full&p=votes/v-election",
  people: "?s=huacao-6-6&p=people",
  person: "?s=full&p=people/p-lin",
  glossary: "?s=huacao-6-6&p=glossary",
  documents: "?s=full&p=documents",
  budgets: "?s=sample-1-5&p=budget",
  budget: "?s=daxing-19-10&p=budget/final-2024",
  "budget of half a year": "?s=huangpu-2024-half&p=budget/half-2024",
  "budget with differences": "?s=damu-2021-final&p=budget/final-2021",
  "budget, a line's card": "?s=sample-1-5&p=budget/budget-2024/g-2050202",
  "budget, a line with a difference, all columns": "?s=sample-1-5&p=budget/budget-2024/g-205&cols=prior_final,initial,adjusted,executed,next,completion,change,share,per_head&sort=-executed",
  "budget, nothing fits": "?s=sample-1-5&p=budget/budget-2024&q=nothing",
  "budget, line gone": "?s=sample-1-5&p=budget/budget-2024/gone-1",
  "budget, completion": "?s=huangpu-2024-half&p=budget/half-2024&pic=completion",
  "budget, flow": "?s=sample-1-5&p=budget/budget-2024&pic=flow",
  "budget, share": "?s=sample-1-5&p=budget/budget-2024/g-205&pic=share",
  "budget, change": "?s=sample-1-5&p=budget/budget-2024&t=g-exp&pic=change",
  "budget, years": "?s=sample-1-5&p=budget/budget-2024/g-205&pic=years",
  "budget, no picture": "?s=damu-2021-final&p=budget/final-2021&pic=change",
  "overview with sentences": "?s=sample-1-5",
  suggestions: "?s=sample-1-5&p=suggestions",
  "suggestions, none fits": "?s=sample-1-5&p=suggestions&status=none",
  "totals only": "?s=gongliu-18-4&p=suggestions",
  suggestion: "?s=sample-1-5&p=suggestions/sg-2023-04",
  "suggestion overdue": "?s=sample-1-5&p=suggestions/sg-2024-06",
  projects: "?s=sample-1-4&p=projects",
  "projects with the time gone": "?s=sample-1-6&p=projects",
  project: "?s=sample-1-6&p=projects/pj-2024-drinking-water",
  "votes with bars": "?s=sample-1-4&p=decisions",
  "item with its vote": "?s=sample-1-5&p=agenda/a-vice-mayors",
  "changes among the deputies": "?s=sample-1-6&p=people",
  search: "?s=huacao-6-6&q=华漕",
  "search by letters": "?s=huacao-6-6&q=zsc",
  "search, nothing found": "?s=huacao-6-6&q=没有这样的话",
  "search, nothing typed": "?s=huacao-6-6&p=search",
  "search over the archive": "?q=报告",
  "what was found, marked": "?s=huacao-6-6&p=speeches/closing&at=closing-p3&q=华漕",
  findings: "?s=x&p=documents",
  "not found": "?s=full&p=nonsense",
  failed: "?s=none",
};

for (const [screen, theme, lang] of [["desktop", "light", "zh"], ["phone", "dark", "en"]]) {
  test(`axe finds nothing on a ${screen}, ${theme}, ${lang}`, async () => {
    const t = TEXTS[lang];
    const page = await site.open("", { screen, theme, lang });
    const found = {};
    const look = async (name) => {
      const findings = await axe(page);
      if (findings.length > 0) found[name] = findings;
    };
    await drop(page, "full.json", fixture("full.json", "valid"));
    await page.locator(".tabs").waitFor();
    await drop(page, "findings.json", fixture("hidden-characters.json"));
    await page.getByRole("heading", { level: 1, name: "云溪镇人民代表大会会议" }).waitFor();
    for (const [name, place] of Object.entries(PLACES)) {
      await goTo(page, place);
      if (place.includes("pic=")) await page.locator(name === "budget, no picture" ? "figure.picture p[role=status]" : "figure.picture svg").waitFor();
      // What is half under the bar at the top is no small target.
      if (place.includes("p=budget")) await page.evaluate(() => scrollTo(0, 0));
      await look(name);
    }
    await goTo(page, PLACES.budget);
    await page.locator(".chooser details summary").click();
    await page.locator("section.audit summary").click();
    await look("budget, choice of columns and all of the audit");
    await goTo(page, PLACES.speech);
    await page.locator(".term").first().click();
    await page.locator(".definition").waitFor();
    await page.locator(".para button[data-copy=link]").first().click();
    await page.locator(".told").filter({ hasText: /./ }).waitFor({ state: "attached" });
    await look("explained term, message");
    await page.locator("header summary").click();
    await page.locator(".menu-body").waitFor();
    await look("display menu");
    await page.locator("header summary").click();
    await page.locator("header").getByRole("button", { name: t.open_file }).click();
    await page.locator("dialog[open]").waitFor();
    await look("dialog");
    await page.getByRole("button", { name: t.paste_open }).click();
    await page.locator("dialog .complaint").waitFor();
    await look("dialog with a complaint");
    assert.deepEqual(found, {});
  });
}

test("axe finds nothing while a session is on its way, nor in a long text", async () => {
  const page = await site.open("", { wait: false });
  let release;
  const held = new Promise((done) => (release = done));
  await page.route("**/data/sessions/big.json", async (route) => {
    await held;
    await answer(long("big", 120))(route);
  });
  await page.goto(`${site.url}?s=big&p=speeches/report&at=p110`);
  await page.locator("main [aria-busy=true]").waitFor();
  const loading = await axe(page);
  release();
  await page.locator("#b-p110.hit").waitFor();
  await page.waitForFunction(() => document.querySelectorAll(".para").length === 120);
  assert.deepEqual([loading, await axe(page)], [[], []]);
});
