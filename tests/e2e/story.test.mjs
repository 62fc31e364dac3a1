// What goes on over several sessions: suggestions, projects, votes and changes among the deputies.

import { SCREENS } from "../../scripts/chromium.mjs";
import { expect, test } from "./fixtures.mjs";
import { expectQuery, goTo, heading } from "./helpers.mjs";
import { answer, archived, fill, made, TEXTS } from "./material.mjs";

const t = TEXTS.zh;
const SAMPLE = archived("sample-1-5");
/** The one of its suggestions that has no answer in time. */
const OVERDUE = "sg-2024-06";
const content = (page) => page.locator(".content");
const rows = (page) => content(page).locator(".rows li a.t");
const named = (page, name) => content(page).getByRole("heading", { name, exact: true });
/** The text of the cells of a table, row by row: for `expect.poll`. */
const cells = (table) => table.locator("tbody tr").evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.textContent)));

test("suggestions are listed under the session at which they were handed in, and each filter is in the link", async ({ open, page }) => {
  const all = SAMPLE.suggestions.length;
  // The link shows what its sender saw; what nothing fits says so and leads back.
  await open("?s=sample-1-5&p=suggestions&outcome=A&category=民政养老&status=没有");
  await expect(content(page).getByText(t.none_fits)).toBeVisible();
  for (const [label, value] of [[t.result, "A"], [t.category, "民政养老"]]) await expect(content(page).getByLabel(label, { exact: true })).toHaveValue(value);
  await content(page).getByRole("link", { name: t.clear_choice }).click();
  await expect(rows(page)).toHaveCount(all);
  const numbers = () => rows(page).evaluateAll((links) => links.map((link) => new URLSearchParams(link.search).get("p")));
  const choose = async (label, value, expected) => {
    const field = content(page).getByLabel(label, { exact: true });
    await field.selectOption(value);
    await expect.poll(numbers).toEqual(SAMPLE.suggestions.filter(expected).sort((a, b) => (b.id === OVERDUE) - (a.id === OVERDUE)).map(({ id }) => `suggestions/${id}`));
    await field.selectOption("");
    await expect(rows(page)).toHaveCount(all);
  };
  await choose(t.status, "已办结", ({ status }) => status === "已办结");
  await choose(t.result, "B", ({ outcome }) => outcome === "B");
  await choose(t.category, "民政养老", ({ category }) => category === "民政养老");
  const unit = SAMPLE.suggestions.flatMap(({ co_units }) => co_units ?? [])[0];
  await choose(t.handled_by, unit, (one) => one.unit === unit || one.co_units?.includes(unit));
  const person = SAMPLE.suggestions.flatMap(({ cosigners }) => cosigners ?? [])[0];
  await choose(t.mover, person, (one) => one.lead === person || one.cosigners?.includes(person));
  await content(page).getByLabel(t.only_overdue).check();
  await expect.poll(numbers).toEqual([`suggestions/${OVERDUE}`]);
  await expect(page).toHaveURL(/overdue=1/);
});

test.describe(() => {
  test.use({ ...SCREENS.phone, viewport: { width: 360, height: 740 } });
  test("how the suggestions stand comes first, then a field to find one, and the first one soon after; the overdue one before the others", async ({ open, page }) => {
    await open("?s=sample-1-5&p=suggestions");
    await expect(content(page).locator(".standing li")).toHaveText([`1 ${t.n_overdue}`, /^\d+ /, `${SAMPLE.suggestions.filter(({ outcome }) => outcome === "A").length} ${t.n_solved}`, `${SAMPLE.suggestions.length} ${t.n_all}`]);
    await expect(rows(page).first()).toHaveText(SAMPLE.suggestions.find(({ id }) => id === OVERDUE).title);
    await expect.poll(() => rows(page).first().evaluate((row) => row.getBoundingClientRect().top + scrollY)).toBeLessThan(740 * 1.5);
    // Found by whoever moved it, by a unit, by words of its title; the link keeps it, without a step in the history.
    const one = SAMPLE.suggestions.find(({ lead, unit }) => lead && unit);
    const field = content(page).getByLabel(t.find_suggestion, { exact: true });
    for (const words of [SAMPLE.people.find(({ id }) => id === one.lead).name, one.unit, one.title.slice(0, 5)]) {
      await field.fill(words);
      await expect(rows(page).filter({ hasText: one.title })).toBeVisible();
    }
    await field.fill(one.title.slice(0, 5));
    await expect(rows(page)).toHaveCount(1);
    await expect(page).toHaveURL(/text=/);
    await page.reload();
    await expect(field).toHaveValue(one.title.slice(0, 5));
    await expect(rows(page)).toHaveCount(1);
    await field.fill("没有这样的事");
    await expect(content(page).getByText(t.none_fits)).toBeVisible();
  });
});

test("totals stand as reported beside what is listed, with the difference in words", async ({ open, page }) => {
  const totals = async (table) => Object.fromEntries((await cells(table)).map(([name, ...more]) => [name, more]));
  const one = fill(t.report_has_more, "1");
  await open("?s=sample-1-5&p=suggestions");
  await content(page).getByText(t.reconciliation, { exact: true }).click();
  await expect.poll(() => totals(content(page).locator("table").first())).toMatchObject({
    [t.received]: ["7", "6", one], "A 已解决": ["3", "2", one], "B 正在解决": ["2", "2", ""], 满意: ["4", "3", one],
    [t.replied_percent]: ["85.7%", "", ""], [t.satisfied_percent]: ["66.7%", "", ""],
  });
  // A report that gives only totals has no column of what is listed.
  await goTo(page, "?s=gongliu-18-4&p=suggestions");
  const last = content(page).locator("table").last();
  await expect.poll(() => totals(last)).toMatchObject({ "A 已解决": ["33"], "B 正在解决": ["14"], "C 留作参考": ["5"] });
  await expect(last.locator("thead th")).toHaveCount(2);
});

test("a suggestion tells its story: what was asked, when, the answer, and how it stood in each session", async ({ open, page }) => {
  await open("?s=sample-1-5&p=suggestions/sg-2023-04");
  await expect(named(page, t.over_sessions)).toBeVisible();
  const one = SAMPLE.suggestions.find(({ id }) => id === "sg-2023-04");
  await expect(heading(page)).toHaveText(one.title);
  const stood = content(page).locator(".decided a.t");
  const places = ["sample-1-3", "sample-1-4", "sample-1-5", "sample-1-6"].map((id) => `?s=${id}&p=suggestions/sg-2023-04`);
  await expect.poll(() => stood.evaluateAll((links) => links.map((link) => link.search))).toEqual(places);
  await expect(content(page).locator(".decided a[aria-current]")).toHaveCount(1);
  const late = content(page).getByText(t.late, { exact: true });
  await expect(late).toBeVisible();
  const steps = content(page).locator(".timeline li");
  await expect.poll(() => steps.count()).toBeGreaterThanOrEqual(one.timeline.length);
  const outOfOrder = async () => {
    const days = (await steps.allTextContents()).map((step) => step.match(/(\d+)年(\d+)月(\d+)日/).slice(1).map(Number)).map(([y, m, d]) => y * 10000 + m * 100 + d);
    return days.filter((day, at) => day < days[at - 1]);
  };
  await expect.poll(outOfOrder).toEqual([]);
  // The first of them was overdue on the day of that file, whatever day it is read.
  const [year, month, day] = archived("sample-1-4").as_of.split("-").map(Number);
  await stood.nth(1).click();
  await expect(content(page).getByText(fill(t.overdue_note, `${year}年${month}月${day}日`))).toBeVisible();
  await page.goBack();
  await expect(late).toBeVisible();
  await content(page).getByRole("link", { name: SAMPLE.people.find(({ id }) => id === one.lead).name, exact: true }).click();
  await expectQuery(page, `?s=sample-1-5&p=people/${one.lead}`);
});

test("a suggestion that comes from a session which is not there says so", async ({ open, page }) => {
  await page.route("**/data/sessions/made.json", answer(made({ suggestions: [{ id: "a", title: "建议甲", session: "gone-1" }] })));
  await open("?s=made&p=suggestions/a");
  await expect(content(page).getByText(fill(t.from_unknown, "gone-1"))).toBeVisible();
  await goTo(page, "?s=made&p=suggestions/b");
  await expect(page.locator("main").getByText(t.place_unknown_title)).toBeVisible();
});

test("five thousand suggestions are listed a part at a time, and filters answer", async ({ open, page }) => {
  const suggestions = Array.from({ length: 5000 }, (_, n) => ({ id: `s-${n}`, title: `建议${n}`, status: n % 7 === 0 ? "已办结" : "在办", due: "2024-01-31", replied: n % 2 ? "2024-01-30" : null }));
  await page.route("**/data/sessions/made.json", answer(made({ suggestions, as_of: "2024-03-01" })));
  await open("?s=made&p=suggestions");
  const listed = content(page).locator(".count");
  const expectListed = (count) => expect(listed).toHaveText(fill(t.listed, count, "5000"));
  const more = (left) => content(page).getByRole("button", { name: fill(t.show_more, left) });
  await expect(rows(page)).toHaveCount(200);
  // How many there are in all is said once.
  await expect(content(page).locator(".standing li").last()).toHaveText(`5000 ${t.n_all}`);
  await expect(listed).toHaveText("");
  await more("4800").press("Enter");
  await expect(rows(page)).toHaveCount(1200);
  await expect(more("3800")).toBeFocused();
  await content(page).getByText(t.more_filters, { exact: true }).click();
  await content(page).getByLabel(t.only_overdue).check();
  await expectListed("2500");
  await content(page).getByLabel(t.status, { exact: true }).selectOption("已办结");
  await expectListed("358");
});

test("a ballot shows all candidates by place, and says whether there were more than places", async ({ open, page }) => {
  await open("?s=sample-1-4&p=projects");
  await expect(content(page).getByText(`${fill(t.ballot_counts, "12", "10")} · ${t.more_candidates}`)).toBeVisible();
  const stood = archived("sample-1-4").projects.filter(({ selection, session }) => selection?.rank && !session);
  const table = content(page).locator("table");
  // Of those in the same place either may come first.
  await expect.poll(async () => (await cells(table)).map(([rank, title, votes]) => [rank, title, votes]).sort())
    .toEqual(stood.map(({ selection, title }) => [`${selection.rank}`, title, `${selection.votes}`]).sort());
  await expect(table.locator("tbody tr > :first-child")).toHaveText(stood.map(({ selection }) => selection.rank).sort((a, b) => a - b).map(String));
  await expect.poll(async () => (await cells(table)).filter(([, , , result]) => result === t.not_selected).length).toBe(2);
  await goTo(page, "?s=sample-1-5&p=projects");
  await expect(content(page).getByText(`${fill(t.ballot_counts, "6", "6")} · ${t.as_many_candidates}`)).toBeVisible();
});

test("progress stands beside the time gone by, milestones in order, and one project over its sessions", async ({ open, page }) => {
  await open("?s=sample-1-6&p=projects");
  await expect(content(page).getByText(fill(t.time_gone, "54.0")).or(content(page).getByText(/时间进度 5\d/)).first()).toBeVisible();
  await goTo(page, "?s=sample-1-6&p=projects/pj-2024-drinking-water");
  await expect(named(page, t.over_sessions)).toBeVisible();
  await expect(content(page).locator(".decided .chip")).toHaveText([/^\D*0%/, /^\D*70%/, /^\D*100%/]);
});

test("a vote is shown with its item: words, figures and a bar, or that nobody counted", async ({ open, page }) => {
  const card = content(page).locator(".card.hit");
  await open("?s=sample-1-4&p=votes/v-budget");
  await expect(card.getByText(fill(t.votes_as_bar, "50", "2", "3"))).toBeVisible();
  await expect(card.locator(".vote-bar i")).toHaveCount(2);
  const shares = () => card.locator(".vote-bar i").evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().width));
  await expect.poll(async () => {
    const [yes, no] = await shares();
    return yes > no * 20 && no > 0;
  }).toBe(true);
  await goTo(page, "?s=sample-1-3&p=votes/v-agenda");
  await expect(card.getByText(t.no_counts)).toBeVisible();
  await goTo(page, "?s=sample-1-5&p=agenda/a-vice-mayors");
  const vote = SAMPLE.votes.find(({ id }) => id === "v-vice-mayors");
  const names = vote.candidates.map(({ person }) => SAMPLE.people.find(({ id }) => id === person).name);
  await expect(content(page).locator(".card table tbody th"), "in the order published").toHaveText(names);
});

test("changes among the deputies are listed with people and told on the item that reported them", async ({ open, page }) => {
  const session = archived("sample-1-6");
  await open("?s=sample-1-6&p=people");
  await expect(content(page).getByRole("heading", { name: t.deputy_changes })).toBeVisible();
  await expect(content(page).locator(".rows li")).toHaveCount(session.deputy_changes.length);
  const { agenda } = session.deputy_changes.find(({ agenda }) => agenda);
  await goTo(page, `?s=sample-1-6&p=agenda/${agenda}`);
  await expect(heading(page)).toContainText(session.agenda.find(({ id }) => id === agenda).title);
  await expect(named(page, t.deputy_changes)).toBeVisible();
});
