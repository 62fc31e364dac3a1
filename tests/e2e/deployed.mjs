// A host that deploys: a copy of the built site in a folder of its own that can be changed, behind a server that can be cut off, held up or
// replaced by a hotspot's page; and a browser whose pages have service workers.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request as ask } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launch, newContext } from "../../scripts/chromium.mjs";
import { precache } from "../../scripts/precache.mjs";
import { serve } from "../../scripts/serve.mjs";
import { DIST, eventually, mounted, watch } from "./helpers.mjs";

/** Starts the host and the browser. */
export async function deployed() {
  const folder = mkdtempSync(join(tmpdir(), "yishi-offline-"));
  const site = join(folder, "site");
  const restore = () => {
    rmSync(site, { recursive: true, force: true });
    cpSync(DIST, site, { recursive: true });
  };
  restore();
  const inner = await serve({ root: folder });
  const host = { isCut: false, held: null, portal: null, status: null, asked: [] };
  const outer = createServer(async (request, response) => {
    host.asked.push(request.url);
    if (host.isCut) return request.socket.destroy();
    const isData = /\/data\//.test(request.url);
    if (host.held && isData) await host.held;
    if (host.portal && isData) {
      response.writeHead(200, { "content-type": "text/html" });
      return response.end(host.portal);
    }
    if (host.status && isData) {
      response.writeHead(host.status);
      return response.end();
    }
    const { port } = new URL(inner.url);
    request.pipe(ask({ port, host: "127.0.0.1", path: request.url, method: request.method, headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    }));
  });
  await new Promise((done) => outer.listen(0, "127.0.0.1", done));
  const origin = `http://localhost:${outer.address().port}`;
  const url = `${origin}/site/`;
  const browser = await launch();
  let context;

  return Object.assign(host, {
    site, origin, url, browser, restore,

    /** A page in the context of the test, at `place`, once the worker is in charge. */
    async open(place = "", { wait = true, ...options } = {}) {
      context ??= await newContext(browser, { serviceWorkers: "allow", ...options });
      const page = watch(await context.newPage(), origin);
      await page.goto(url + place);
      await mounted(page);
      if (wait) await inCharge(page);
      return page;
    },

    /** Cuts the host off, and tells the pages that there is no network; or the contrary. */
    async cut(isCut = true) {
      host.isCut = isCut;
      if (isCut) outer.closeAllConnections();
      await context.setOffline(isCut);
    },

    /** The worker that is at work. */
    worker: () => context.serviceWorkers().at(-1),

    /** Everything as it was: the built site, a network, and a browser that knows nothing. */
    async reset() {
      await context?.close();
      context = undefined;
      Object.assign(host, { isCut: false, held: null, portal: null, status: null, asked: [] });
      restore();
    },

    async stop() {
      await browser.close();
      await new Promise((done) => {
        outer.close(done);
        outer.closeAllConnections();
      });
      await inner.close();
      rmSync(folder, { recursive: true, force: true });
    },
  });
}

/** Makes another version of the page in `site`, whose style sheet says its name; returns the names of the old and the new style sheet. */
export function release(site, name) {
  const old = readdirSync(site).find((file) => /^yishi-[0-9a-f]{16}\.css$/.test(file));
  const css = `${readFileSync(join(site, old), "utf8")}\n:root { --version: ${name}; }`;
  const now = `yishi-${createHash("sha256").update(css).digest("hex").slice(0, 16)}.css`;
  renameSync(join(site, old), join(site, now));
  writeFileSync(join(site, now), css);
  const page = join(site, "index.html");
  writeFileSync(page, readFileSync(page, "utf8").replaceAll(old, now));
  precache(site);
  return [old, now];
}

/** The version whose style sheet the page has. */
export const version = (page) => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--version").trim());

/** Waits until a worker has the page. */
export const inCharge = (page) => page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");

/** The paths below `data/` in the stores of a name, and all stores of the page's own files. */
export const stored = (page) => page.evaluate(async () => {
  const found = { visited: [], kept: [], apps: [] };
  for (const name of await caches.keys()) {
    if (name.startsWith("yishi-app ")) found.apps.push(name);
    for (const kind of ["visited", "kept"]) {
      if (!name.startsWith(`yishi-${kind} `)) continue;
      for (const request of await (await caches.open(name)).keys()) found[kind].push(request.url.replace(/^.*\/data\//, ""));
    }
  }
  return found;
});

/** Waits until sessions are stored as visited. */
export const visited = (page, ...ids) => eventually(async () => {
  const { visited } = await stored(page);
  for (const id of ids) assert.ok(visited.includes(`sessions/${id}.json`), `${id} in ${visited}`);
});

/** Looks for a new version, and waits for what comes of it: `installed`, `redundant`, or nothing. */
export const lookForVersion = (page) => page.evaluate(async () => {
  const registration = await navigator.serviceWorker.ready;
  const seen = new Promise((done) => {
    registration.addEventListener("updatefound", () => {
      const { installing } = registration;
      installing.addEventListener("statechange", () => done(installing.state), { once: true });
    }, { once: true });
    setTimeout(done, 8000, "nothing");
  });
  await registration.update().catch(() => {});
  return seen;
});
