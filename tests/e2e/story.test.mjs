// What goes on over several sessions: suggestions, projects, votes, changes among the deputies, and a session at a glance.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assertNoTroubles, eventually, focused, goTo, heading, settled, withSite } from "./helpers.mjs";
import { answer, archived, fill, made, TEXTS } from "./material.mjs";

const site = withSite();
const t = TEXTS.zh;
const SAMPLE = archived("sample-1-5");
const content = (page) => page.locator(".content");
const rows = (page) => content(page).locator(".rows li a.t");
const numbers = (page) => rows(page).evaluateAll((links) => links.map((link) => new URLSearchParams(link.search).get("p")));
const place = (page) => new URL(page.url()).search;
const open = (place, options) => site.reopen(place, options);

test("suggestions are listed under the session at which they were handed in, and each filter is in the link", async () => {
  const page = await open("?s=sample-1-5&p=suggestions");
  await settled(page);
  assert.equal(await rows(page).count(), SAMPLE.suggestions.length);
  const choose = async (label, value, expected) => {
    await content(page).getByLabel(label, { exact: true }).selectOption(value);
    await eventually(async () => assert.deepEqual(await numbers(page), SAMPLE.suggestions.filter(expected).map(({ id }) => `suggestions/${id}`)));
    await content(page).getByLabel(label, { exact: true }).selectOption("");
    await eventually(async () => assert.equal(await rows(page).count(), SAMPLE.suggestions.length));
  };
  await choose(t.status, "已办结", ({ status }) => status === "已办结");
  await choose(t.result, "B", ({ outcome }) => outcome === "B");
  await choose(t.category, "民政养老", ({ category }) => category === "民政养老");
  const unit = SAMPLE.suggestions.flatMap(({ co_units }) => co_units ?? [])[0];
  await choose(t.handled_by, unit, (one) => one.unit === unit || one.co_units?.includes(unit));
  const person = SAMPLE.suggestions.flatMap(({ cosigners }) => cosigners ?? [])[0];
  await choose(t.mover, person, (one) => one.lead === person || one.cosigners?.includes(person));
  await content(page).getByLabel(t.only_overdue).check();
  await eventually(async () => assert.deepEqual(await numbers(page), ["suggestions/sg-2024-06"]));
  assert.match(place(page), /overdue=1/);
  // The link shows what its sender saw; what nothing fits says so and leads back.
  const cold = await open("?s=sample-1-5&p=suggestions&outcome=A&category=民政养老&status=没有");
  await content(cold).getByText(t.none_fits).waitFor();
  await content(cold).getByRole("link", { name: t.clear_choice }).click();
  await eventually(async () => assert.equal(await rows(cold).count(), SAMPLE.suggestions.length));
  assertNoTroubles(cold);
});

test("totals stand as reported beside what is listed, with the difference in words", async () => {
  const page = await open("?s=sample-1-5&p=suggestions");
  await settled(page);
  const cells = async (table) => Object.fromEntries(await table.locator("tbody tr").evaluateAll((all) => all.map((row) => [row.cells[0].textContent, [...row.cells].slice(1).map((cell) => cell.textContent)])));
  const first = await cells(content(page).locator("table").first());
  const one = fill(t.report_has_more, "1");
  assert.deepEqual([first[t.received], first["A 已解决"], first["B 正在解决"], first["满意"]], [["7", "6", one], ["3", "2", one], ["2", "2", ""], ["4", "3", one]]);
  assert.deepEqual([first[t.replied_percent], first[t.satisfied_percent]], [["85.7%", "", ""], ["66.7%", "", ""]]);
  // A report that gives only totals has no column of what is listed.
  const real = await open("?s=gongliu-18-4&p=suggestions");
  await settled(real);
  const last = content(real).locator("table").last();
  const totals = await cells(last);
  assert.equal(await last.locator("thead th").count(), 2);
  assert.deepEqual([totals["A 已解决"], totals["B 正在解决"], totals["C 留作参考"]], [["33"], ["14"], ["5"]]);
  assertNoTroubles(real);
});

test("a suggestion tells its story: what was asked, when, the answer, and how it stood in each session", async () => {
  const page = await open("?s=sample-1-5&p=suggestions/sg-2023-04");
  await content(page).getByRole("heading", { name: t.over_sessions }).waitFor();
  const one = SAMPLE.suggestions.find(({ id }) => id === "sg-2023-04");
  assert.equal(await heading(page), one.title);
  const sessions = await content(page).locator(".decided a.t").evaluateAll((links) => links.map((link) => link.search));
  assert.deepEqual(sessions, ["sample-1-3", "sample-1-4", "sample-1-5", "sample-1-6"].map((id) => `?s=${id}&p=suggestions/sg-2023-04`));
  assert.equal(await content(page).locator(".decided a[aria-current]").count(), 1);
  await content(page).getByText(t.late, { exact: true }).waitFor();
  const steps = await content(page).locator(".timeline li").allTextContents();
  assert.ok(steps.length >= one.timeline.length);
  const days = steps.map((step) => step.match(/(\d+)年(\d+)月(\d+)日/).slice(1).map(Number));
  assert.deepEqual(days, days.toSorted((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]));
  // The first of them was overdue on the day of that file, whatever day it is read.
  const before = archived("sample-1-4").as_of.split("-").map(Number);
  await content(page).locator(".decided a.t").nth(1).click();
  await content(page).getByText(fill(t.overdue_note, `${before[0]}年${before[1]}月${before[2]}日`)).waitFor();
  await page.goBack();
  await content(page).getByRole("link", { name: SAMPLE.people.find(({ id }) => id === one.lead).name, exact: true }).click();
  await eventually(async () => assert.match(place(page), /p=people/));
  assertNoTroubles(page);
});

test("a suggestion that comes from a session which is not there says so", async () => {
  const suggestions = [{ id: "a", title: "建议甲", session: "gone-1" }];
  const page = await open("?s=made&p=suggestions/a", { routes: { "**/data/sessions/made.json": answer(made({ suggestions })) } });
  await content(page).getByText(fill(t.from_unknown, "gone-1")).waitFor();
  await goTo(page, "?s=made&p=suggestions/b");
  await page.locator("main").getByText(t.place_unknown_title).waitFor();
  assertNoTroubles(page);
});

test("five thousand suggestions are listed a part at a time, and filters answer", async () => {
  const suggestions = Array.from({ length: 5000 }, (_, n) => ({ id: `s-${n}`, title: `建议${n}`, status: n % 7 === 0 ? "已办结" : "在办", due: "2024-01-31", replied: n % 2 ? "2024-01-30" : null }));
  const page = await open("?s=made&p=suggestions", { routes: { "**/data/sessions/made.json": answer(made({ suggestions, as_of: "2024-03-01" })) } });
  await content(page).getByText(fill(t.listed, "5000", "5000")).waitFor();
  assert.equal(await rows(page).count(), 200);
  await content(page).getByRole("button", { name: fill(t.show_more, "4800") }).press("Enter");
  await eventually(async () => assert.equal(await rows(page).count(), 1200));
  assert.equal((await focused(page)).name, fill(t.show_more, "3800"));
  await content(page).getByLabel(t.only_overdue).check();
  await content(page).getByText(fill(t.listed, "2500", "5000")).waitFor();
  await content(page).getByLabel(t.status, { exact: true }).selectOption("已办结");
  await content(page).getByText(fill(t.listed, "358", "5000")).waitFor();
  assertNoTroubles(page);
});

test("a ballot shows all candidates by place, and says whether there were more than places", async () => {
  const page = await open("?s=sample-1-4&p=projects");
  await settled(page);
  const session = archived("sample-1-4");
  const stood = session.projects.filter(({ selection, session }) => selection?.rank && !session);
  await content(page).getByText(`${fill(t.ballot_counts, "12", "10")} · ${t.more_candidates}`).waitFor();
  const shown = await content(page).locator("table tbody tr").evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.textContent)));
  assert.deepEqual(shown.map(([rank, title, votes]) => [rank, title, votes]).sort(), stood.map(({ selection, title }) => [`${selection.rank ?? ""}`, title, `${selection.votes}`]).sort());
  assert.deepEqual(shown.map(([rank]) => Number(rank)), shown.map(([rank]) => Number(rank)).toSorted((a, b) => a - b));
  assert.equal(shown.filter(([, , , result]) => result === t.not_selected).length, 2);
  const equal = await open("?s=sample-1-5&p=projects");
  await content(equal).getByText(`${fill(t.ballot_counts, "6", "6")} · ${t.as_many_candidates}`).waitFor();
  assertNoTroubles(equal);
});

test("progress stands beside the time gone by, milestones in order, and one project over its sessions", async () => {
  const page = await open("?s=sample-1-6&p=projects");
  await settled(page);
  await content(page).getByText(fill(t.time_gone, "54.0")).or(content(page).getByText(/时间进度 5\d/)).first().waitFor();
  const project = await open("?s=sample-1-6&p=projects/pj-2024-drinking-water");
  await content(project).getByRole("heading", { name: t.over_sessions }).waitFor();
  const states = await content(project).locator(".decided .chip").allTextContents();
  assert.deepEqual(states.map((state) => state.match(/\d+%/)[0]), ["0%", "70%", "100%"]);
  assertNoTroubles(project);
});

test("a vote is shown with its item: words, figures and a bar, or that nobody counted", async () => {
  const page = await open("?s=sample-1-4&p=votes/v-budget");
  const card = content(page).locator(".card.hit");
  await card.getByText(fill(t.votes_as_bar, "50", "2", "3")).waitFor();
  const shares = await card.locator(".vote-bar i").evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().width));
  assert.equal(shares.length, 2);
  assert.ok(shares[0] > shares[1] * 20 && shares[1] > 0, `${shares}`);
  const hands = await open("?s=sample-1-3&p=votes/v-agenda");
  await content(hands).locator(".card.hit").getByText(t.no_counts).waitFor();
  const item = await open("?s=sample-1-5&p=agenda/a-vice-mayors");
  await settled(item);
  const vote = SAMPLE.votes.find(({ id }) => id === "v-vice-mayors");
  const names = vote.candidates.map(({ person }) => SAMPLE.people.find(({ id }) => id === person).name);
  assert.deepEqual(await content(item).locator(".card table tbody th").allTextContents(), names, "in the order published");
  assertNoTroubles(item);
});

test("changes among the deputies are listed with people and told on the item that reported them", async () => {
  const session = archived("sample-1-6");
  const page = await open("?s=sample-1-6&p=people");
  await content(page).getByRole("heading", { name: t.deputy_changes }).waitFor();
  assert.equal(await content(page).locator(".rows li").count(), session.deputy_changes.length);
  const { agenda } = session.deputy_changes.find(({ agenda }) => agenda);
  await goTo(page, `?s=sample-1-6&p=agenda/${agenda}`);
  await content(page).getByRole("heading", { name: t.deputy_changes, exact: true }).waitFor();
  assertNoTroubles(page);
});

test("a session at a glance: at most seven sentences, each from data and leading to its place", async () => {
  const page = await open("?s=sample-1-5");
  await settled(page);
  const lines = content(page).locator(".facts-list li");
  assert.ok(await lines.count() <= 7);
  const said = await lines.allTextContents();
  assert.ok(said.includes(fill(t.g_answered, "7", "6")), said.join("\n"));
  assert.ok(said.includes(fill(t.g_selected, "6", "6")), said.join("\n"));
  await lines.getByRole("link", { name: fill(t.g_selected, "6", "6") }).press("Enter");
  await eventually(async () => assert.equal(await heading(page), t.projects));
  // Where nothing is known nothing is said.
  const bare = await open("?s=made", { routes: { "**/data/sessions/made.json": answer(made({})) } });
  await settled(bare);
  assert.equal(await content(bare).locator(".facts-list").count(), 0);
  assertNoTroubles(bare);
});
