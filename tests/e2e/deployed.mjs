// A host that deploys: a copy of the built site that can be changed, behind a server that can be cut off, held up or replaced by a hotspot's
// page; for pages that have service workers.

/* global yishi -- of the page */

import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request as ask } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { precache } from "../../scripts/precache.mjs";
import { serve } from "../../scripts/serve.mjs";
import { expect, test as base } from "./fixtures.mjs";
import { DIST, settled } from "./helpers.mjs";

export { expect };

/** What a browser says about answers that do not come. */
const NO_NETWORK = [/net::ERR_/];

/** The fixture `host`: a host of the test's own, and the context's pages and workers on it. */
export const test = base.extend({
  serviceWorkers: "allow",

  host: async ({ context, troubles }, use) => {
    const folder = mkdtempSync(join(tmpdir(), "yishi-offline-"));
    const inner = await serve({ root: folder });
    const { port } = new URL(inner.url);
    const outer = createServer(async (request, response) => {
      const { url, method, headers } = request;
      host.asked.push(url);
      if (host.isCut) return request.socket.destroy();
      if (host.held?.what.test(url)) await host.held.until;
      if (host.instead && /\/data\//.test(url)) {
        const { status = 200, body } = host.instead;
        return response.writeHead(status, body && { "content-type": "text/html" }).end(body);
      }
      const passed = ask({ port, host: "127.0.0.1", path: url, method, headers }, (answer) => {
        response.writeHead(answer.statusCode, answer.headers);
        answer.pipe(response);
      });
      request.pipe(passed.on("error", () => response.destroy()));
    });
    await new Promise((done) => outer.listen(0, "127.0.0.1", done));
    const origin = `http://localhost:${outer.address().port}`;

    const host = {
      /** The folder that is deployed. */
      site: join(folder, "site"),
      url: `${origin}/site/`,
      /** The addresses that were asked for. */
      asked: [],
      isCut: false,
      /** What every answer of `data/` is instead: `{ status, body }`. */
      instead: null,
      held: null,

      /** Holds up what is asked of matching addresses, until the function it returns is called. */
      hold(what) {
        let go;
        const until = new Promise((done) => {
          go = done;
        });
        host.held = { what, until };
        return () => {
          host.held = null;
          go();
        };
      },

      /** Deploys the built site as it is. */
      restore() {
        rmSync(host.site, { recursive: true, force: true });
        cpSync(DIST, host.site, { recursive: true });
      },

      /** Another page in the test's context. */
      async newPage() {
        const page = await context.newPage();
        await troubles.watch(page, origin);
        return page;
      },

      /** Another page at `place`, once it is shown and, unless `wait` is false, the worker is in charge. */
      async open(place = "", { wait = true } = {}) {
        const page = await host.newPage();
        await host.load(page, place);
        if (wait) await inCharge(page);
        return page;
      },

      /** Loads a place in a page. */
      async load(page, place = "") {
        await page.goto(host.url + place);
        await settled(page);
      },

      /** Cuts the host off, and tells the pages that there is no network; or the contrary. Up to then, nothing may have gone wrong. */
      async cut(isCut = true) {
        if (isCut) expect(troubles.list(), "before the network is cut").toEqual([]);
        troubles.allow(...NO_NETWORK);
        host.isCut = isCut;
        if (isCut) outer.closeAllConnections();
        await context.setOffline(isCut);
      },

      /** The worker that came last. */
      worker: async () => context.serviceWorkers().at(-1) ?? context.waitForEvent("serviceworker"),

      /** The versions that are stored, as the worker sees them: for `expect.poll`, where no page is open. */
      apps: async () => (await host.worker()).evaluate(async () => (await caches.keys()).filter((name) => name.startsWith("yishi-app "))).catch(() => "the worker is gone"),
    };
    host.restore();
    await use(host);
    // First the pages, which would see the server go.
    await Promise.all(context.pages().map((page) => page.close()));
    await new Promise((done) => {
      outer.close(done);
      outer.closeAllConnections();
    });
    await inner.close();
    rmSync(folder, { recursive: true, force: true });
  },
});

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

/** Waits until the page has the style sheet of this version; the built one has no name. */
export const expectVersion = (page, name) => expect(page.locator("html")).toHaveCSS("--version", name);

/** Waits until a worker has the page. */
export const inCharge = (page) => page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");

/** The paths below `data/` in the stores of a name, and all stores of the page's own files; for `expect.poll`. */
export const stored = (page) => page.evaluate(async () => {
  const found = { visited: [], kept: [], apps: [] };
  for (const name of await caches.keys()) {
    if (name.startsWith("yishi-app ")) found.apps.push(name);
    for (const kind of ["visited", "kept"]) {
      if (!name.startsWith(`yishi-${kind} `)) continue;
      for (const request of await (await caches.open(name)).keys()) found[kind].push(request.url.replace(/^.*\/data\//, ""));
    }
  }
  for (const kind of ["visited", "kept"]) found[kind].sort();
  return found;
});

/** Waits until sessions are stored as visited. */
export const visited = (page, ...ids) => expect.poll(async () => (await stored(page)).visited).toEqual(expect.arrayContaining(ids.map((id) => `sessions/${id}.json`)));

/** Waits until exactly these sessions are kept. */
export const expectKept = (page, ...ids) => expect.poll(async () => (await stored(page)).kept).toEqual(ids.map((id) => `sessions/${id}.json`).sort());

/** Changes what is deployed, and has the page look for it until the worker it brings is `outcome`; returns what `change` returns. */
export async function deploy(page, change, outcome = "installed") {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    window.newest = null;
    registration.addEventListener("updatefound", () => {
      window.newest = registration.installing;
    }, { once: true });
  });
  const changed = change();
  const look = () => page.evaluate(async () => {
    // A look that began before the change finds nothing, and the browser may take it for ours: then another is needed.
    if (!window.newest) await (await navigator.serviceWorker.ready).update().catch(() => {});
    return window.newest?.state;
  });
  await expect.poll(look, { message: "the new version's worker", intervals: [50] }).toBe(outcome);
  return changed;
}

/** Waits until a page has asked the worker that waits, if any, which version it is, and has heard what it says. */
export const hasHeard = (page) => page.evaluate(async () => {
  // The page asks before it answers this, and what is asked later is answered later.
  await yishi.offline("version");
  const { waiting, active } = await navigator.serviceWorker.ready;
  for (const worker of [waiting, active]) {
    await new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = done;
      if (worker) worker.postMessage({ ask: "version" }, [port2]);
      else done();
    });
  }
});
