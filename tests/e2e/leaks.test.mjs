// What is left behind: going into long places and out of them again keeps neither elements nor listeners.

import { wide, withBudget } from "./budgets.mjs";
import { expect, test } from "./fixtures.mjs";
import { drop, goTo, settled } from "./helpers.mjs";
import { long } from "./material.mjs";

/** `VISITS=20` for the figures in docs/performance.md: then the speech is as long as any may be. */
const TIMES = Number(process.env.VISITS ?? 6);
const PARAGRAPHS = process.env.VISITS ? 20_000 : 2_000;
/** What the counts may differ by from those of the second visit: a share, of which the first two visits make caches and the like. */
const SHARE = 0.05;

for (const { what, file, inside, last, lines } of [
  { what: "a long speech", file: long("long", PARAGRAPHS), inside: "?s=long&p=speeches/report", last: "main .para", lines: PARAGRAPHS },
  { what: "a budget of 10,000 lines", file: withBudget([wide(10_000)]), inside: "?s=made&p=budget/b", last: "main [data-row]", lines: 100 },
]) {
  test(`going into ${what} and out again leaves nothing behind`, async ({ open, page }) => {
    test.slow();
    const client = await page.context().newCDPSession(page);
    const alive = async () => {
      await client.send("HeapProfiler.collectGarbage");
      const { nodes, jsEventListeners: listeners } = await client.send("Memory.getDOMCounters");
      return { nodes, listeners };
    };
    const { id } = file;
    await open();
    await drop(page, `${id}.json`, JSON.stringify(file));
    await expect(page).toHaveURL(new RegExp(`s=${id}`));
    await settled(page);
    const counts = [];
    for (let visit = 0; visit < TIMES; visit += 1) {
      await goTo(page, inside);
      await expect.poll(() => page.locator(last).count(), { timeout: 60_000 }).toBe(lines);
      await goTo(page, `?s=${id}`);
      await expect(page.locator(last)).toHaveCount(0);
      counts.push(await alive());
    }
    const [, second] = counts;
    const end = counts.at(-1);
    test.info().annotations.push({ type: "DOM counters", description: `second visit ${JSON.stringify(second)}, visit ${TIMES} ${JSON.stringify(end)}` });
    // What is let go of is collected in its own time.
    await expect.poll(async () => {
      const { nodes, listeners } = await alive();
      return { nodes: nodes <= second.nodes * (1 + SHARE), listeners: listeners <= second.listeners * (1 + SHARE) };
    }).toEqual({ nodes: true, listeners: true });
  });
}
