// The queries of bench/scale.mjs put to the page itself: every one in a page of its own with nothing stored, over a host that is some way off.

import { launch } from "../../scripts/chromium.mjs";
import { startHost } from "./host.mjs";
import { ask, openOurs, parted } from "./ours.mjs";

/** `{ opening, answers: [{ first, last, parts, status }] }`; times in milliseconds from the question, with the first page already there. */
export async function visit({ dist, data, queries, latency }) {
  const host = await startHost({ mounts: { "/": dist, "/data/": data }, latency });
  const browser = await launch();
  try {
    const answers = [];
    let opening = {};
    for (const { query } of queries) {
      host.take();
      const page = await openOurs(browser, host.url);
      opening = parted(host.take(), data);
      const typed = /[a-z]/.test(query) ? `“${query}”` : query;
      const times = await ask(page, `?q=${encodeURIComponent(typed)}`);
      answers.push({ ...times, status: await page.evaluate(() => window.ours.status()), parts: parted(host.take(), data) });
      await page.context().close();
    }
    return { opening, answers };
  } finally {
    await browser.close();
    await host.close();
  }
}
