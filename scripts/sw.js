// The service worker: one whole version of the page, and the sessions that were read, where there is no network.
// scripts/precache.mjs fills in the version and the files with their SHA-256, and leaves out these comments.
//
// A version is taken only whole: every file is fetched and held against its hash before any is stored, so a half-finished deployment
// changes nothing. The page comes from the same store as its files, so that both are always of one version; a newer version waits until
// the reader asks for it or has closed the page. It is given as it was read: a file of another host or a part of a file is not our business.
"use strict";
const VERSION = "__VERSION__";
const FILES = __FILES__;
const SCOPE = registration.scope;
const ROOT = new URL(SCOPE).pathname;
// Several archives may live in folders of one host, and share its caches.
const APPS = `yishi-app ${ROOT} `;
const APP = APPS + VERSION;
const VISITED = `yishi-visited ${ROOT}`;
const KEPT = `yishi-kept ${ROOT}`;
const SHARED = `yishi-shared ${ROOT}`;
// Which version was activated last: the next one must know what open pages were loaded from.
const ACTIVE = `yishi-active ${ROOT}`;
const MOST_VISITED = 200;
const MOST_BYTES = 5e7;
const MOST_SHARDS = 60;
const PATIENCE_MS = 4000;
const STORED_ON = "x-yishi-kept";
// The page of one session, as `yishi build` makes them.
const PAGE = /^s\/([^/]+)(\/(index\.html)?)?$/;

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== location.origin || !pathname.startsWith(ROOT)) return;
  const path = pathname.slice(ROOT.length);
  if (request.method === "POST" && path === "share") event.respondWith(share(request));
  if (request.method !== "GET" || request.headers.has("range")) return;
  if (request.mode === "navigate") {
    if (path === "" || path === "index.html") event.respondWith(file("./", request));
    else if (PAGE.test(path)) event.respondWith(page(request, path));
  } else if (isData(path)) event.respondWith(data(event, SCOPE + path));
  else if (path in FILES || isNamedByHash(path)) event.respondWith(file(path, request));
});
addEventListener("message", (event) => {
  const { ask, about } = event.data;
  if (ask === "renew") return skipWaiting();
  const answer = (ASKED[ask] ?? fail)(about);
  const [port] = event.ports;
  event.waitUntil(answer.then((is) => port.postMessage({ is }), (error) => port.postMessage({ no: error.name })));
});

// The version.

async function install() {
  // A version that is deployed again finds itself here, and may be the one at work.
  const held = await Promise.all(Object.keys(FILES).map((path) => stored(SCOPE + path, APP)));
  if (held.every(Boolean)) return;
  const files = await Promise.all(Object.entries(FILES).map(async ([path, hash]) => [SCOPE + path, await verified(path, hash)]));
  const isNew = !await caches.has(APP);
  const cache = await caches.open(APP);
  try {
    await Promise.all(files.map(([url, answer]) => cache.put(url, answer)));
  } catch (error) {
    if (isNew) await caches.delete(APP);
    throw error;
  }
}

// A file as its hash says. One that is named by its hash may come from the browser's own cache, unless what is there is wrong.
async function verified(path, hash) {
  for (const cache of isNamedByHash(path) ? ["default", "reload"] : ["reload"]) {
    const answer = await fetch(SCOPE + path, { cache });
    const bytes = await answer.arrayBuffer();
    const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    if (!answer.ok || Array.from(sum, (byte) => byte.toString(16).padStart(2, "0")).join("") !== hash) continue;
    const headers = new Headers(answer.headers);
    // The bytes are unpacked already, and no part of the answer depends on what was asked.
    for (const name of ["content-encoding", "content-length", "vary"]) headers.delete(name);
    return new Response(bytes, { headers });
  }
  throw new Error(`${path} is not of version ${VERSION}`);
}

async function activate() {
  // Where storage fails, what is old stays a while.
  await tidy().catch(() => {});
  await clients.claim();
}

// Pages of the version that was at work before may still be open; what they were loaded from stays until the next change. A version that only
// waited goes. If it is not known which was which, or the next one is on its way and may be one of them, that one tidies up.
async function tidy() {
  const isWatched = (await clients.matchAll({ type: "window", includeUncontrolled: true })).length > 0;
  const last = await (await stored(SCOPE, ACTIVE))?.text();
  // A note that cannot be written must not leave a wrong one.
  await caches.delete(ACTIVE);
  await (await caches.open(ACTIVE)).put(SCOPE, new Response(VERSION));
  const names = (await caches.keys()).filter((name) => name.startsWith(APPS) && name !== APP && !(isWatched && name === APPS + last));
  if ((isWatched && !last) || registration.installing || registration.waiting) return;
  await Promise.all(names.map((name) => caches.delete(name)));
}

const isNamedByHash = (path) => /-[0-9a-f]{16}(_bg)?\.\w+$/.test(path);

async function file(path, request) {
  const url = SCOPE + path;
  const copy = await stored(url, APP) ?? (isNamedByHash(path) ? await stored(url) : null);
  if (copy || !path.startsWith("readers/")) return copy ?? fetch(request);
  // No part of the version that every visit takes; once it was needed it is there without a network, too.
  const answer = await fetch(request);
  if (answer.ok) await caches.open(APP).then((cache) => cache.put(url, answer.clone())).catch(() => {});
  return answer;
}

// What is in one store, or in any. Where storage is broken there is nothing in it.
const stored = (url, cacheName) => caches.match(url, { cacheName }).catch(() => {});

// Data: the network first, and the copy where there is no answer, or none in time.

const isData = (path) => path === "data/catalogue.json" || isShard(path) || isSession(path);
// A part of the list of sessions, where the archive is too large for one file.
const isShard = (path) => /^data\/catalogue\/(year|body)\/[\d-]+\.json$/.test(path);
const isSession = (path) => /^data\/sessions\/[^/]+\.json$/.test(path);

// Whether the last one that was asked for did not come.
let isCut = false;

// Whether it is the host that answers: a hotspot answers with a page of its own. That something is not there is an answer.
const isOurs = ({ ok, status, headers }) => ok ? !/html/.test(headers.get("content-type")) : status < 500;

async function data(event, url) {
  const network = fetch(event.request);
  event.waitUntil(network.then((answer) => answer.ok && store(url, answer.clone())).catch(() => {}));
  // What the page no longer wants says nothing about the network.
  const known = network.then((answer) => isCut = !isOurs(answer), ({ name }) => isCut = isCut || name !== "AbortError");
  event.waitUntil(known);
  const late = new Promise((done) => setTimeout(done, PATIENCE_MS, "late"));
  const answer = await Promise.race([network, late]).catch(() => {});
  if (answer && answer !== "late" && isOurs(answer)) return answer;
  const copy = await find(url);
  if (!copy) return network;
  if (answer === "late") isCut = true;
  event.waitUntil(touch(url, copy.clone()).catch(() => {}));
  return copy;
}

// The page of a session comes from the network; where there is none, the program shows that session.
async function page(request, path) {
  const network = fetch(request);
  const late = new Promise((done) => setTimeout(done, PATIENCE_MS, "late"));
  const answer = await Promise.race([network, late]).catch(() => {});
  const id = path.match(PAGE)[1];
  if (answer === "late" && !await find(`${SCOPE}data/sessions/${id}.json`)) return network;
  if (answer && answer !== "late") return answer;
  network.catch(() => {});
  return Response.redirect(`${SCOPE}?s=${id}${new URL(request.url).search.replace("?", "&")}`);
}

async function find(url) {
  return await stored(url, KEPT) ?? stored(url, VISITED);
}

// One change of what is stored after the other, so that what is removed does not come back.
let turn = Promise.resolve();
const inTurn = (change) => turn = turn.then(change, change);

// Stores an answer where its session belongs. What would push out all others has no place among what is only visited.
async function store(url, answer) {
  const copy = await copied(answer);
  return inTurn(async () => {
    const name = await stored(url, KEPT) ? KEPT : VISITED;
    if (name === VISITED && sizeOf(copy) > MOST_BYTES) return;
    await (await caches.open(name)).put(url, copy);
    if (name === VISITED) await trim();
  });
}

// An answer as it is stored, byte for byte, if it is data at all.
async function copied(answer) {
  if (!answer.ok || !isOurs(answer)) throw new Error("not data");
  const bytes = await answer.arrayBuffer();
  JSON.parse(new TextDecoder().decode(bytes));
  const headers = { "content-type": "application/json", "content-length": bytes.byteLength, [STORED_ON]: now() };
  return new Response(bytes, { headers });
}

const sizeOf = (copy) => Number(copy?.headers.get("content-length"));

// As the page shows it: the date and the time of this place.
const now = () => new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 16).replace("T", " ");

// Caches list what was put last at the end, so a session that is read again goes there.
const touch = (url, copy) => inTurn(async () => {
  if (!await stored(url, KEPT)) await (await caches.open(VISITED)).put(url, copy);
});

async function trim() {
  const cache = await caches.open(VISITED);
  let count = 0, bytes = 0, shards = 0;
  for (const [path, size] of (await sizes(cache)).reverse()) {
    if (isShard(path) && ++shards > MOST_SHARDS) await cache.delete(SCOPE + path);
    if (!isSession(path)) continue;
    if (count + 1 > MOST_VISITED || bytes + size > MOST_BYTES) await cache.delete(SCOPE + path);
    else {
      count += 1;
      bytes += size;
    }
  }
}

// What a store holds: paths and sizes.
async function sizes(cache) {
  const [requests, answers] = await Promise.all([cache.keys(), cache.matchAll()]);
  return requests.map(({ url }, at) => [url.slice(SCOPE.length), sizeOf(answers[at])]);
}

// What the page asks.

const ASKED = {
  version: async () => VERSION,
  // What was fetched before there was a worker. One that fails does not keep the others out.
  async visited(urls) {
    for (const url of urls) {
      if (!url.startsWith(SCOPE) || !isData(url.slice(SCOPE.length)) || await find(url)) continue;
      await fetch(url, { cache: "force-cache" }).then((answer) => store(url, answer)).catch(() => {});
    }
  },
  async keep(id) {
    const url = addressOf(id);
    const copy = await fetch(url, { cache: "no-cache" }).then(copied).catch(() => find(url));
    if (!copy) throw new DOMException("", "NetworkError");
    await inTurn(async () => {
      await (await caches.open(KEPT)).put(url, copy);
      await (await caches.open(VISITED)).delete(url);
    });
  },
  drop: (id) => inTurn(async () => {
    for (const name of [KEPT, VISITED]) await (await caches.open(name)).delete(addressOf(id));
  }),
  // As src/digest/stored.rs reads it.
  async state(about) {
    const [kept, visited] = await Promise.all([KEPT, VISITED].map(async (name) => sizes(await caches.open(name))));
    let first = isCut || !navigator.onLine ? "offline" : "online";
    if (about === "space") {
      const { usage } = await navigator.storage?.estimate?.() ?? {};
      first += ` ${kept.length} ${kept.reduce((sum, [, size]) => sum + size, 0)} ${usage}`;
    }
    const lines = (list, mark) => list.filter(([path]) => isSession(path)).map(([path]) => mark + decodeURIComponent(path.slice(14, -5)));
    return [first, ...lines(kept, "+"), ...lines(visited, "-")].join("\n");
  },
  // The file that another app has shared with this one; once.
  async shared() {
    const answer = await stored(SCOPE, SHARED);
    await caches.delete(SHARED);
    return answer && new File([await answer.blob()], decodeURIComponent(answer.headers.get("x-name")));
  },
};

const addressOf = (id) => `${SCOPE}data/sessions/${encodeURIComponent(id)}.json`;

const fail = () => Promise.reject(new DOMException("", "NotSupportedError"));

async function share(request) {
  try {
    // Not the one before, which may not have been read.
    await caches.delete(SHARED);
    const file = (await request.formData()).get("file");
    const cache = await caches.open(SHARED);
    await cache.put(SCOPE, new Response(file, { headers: { "x-name": encodeURIComponent(file.name) } }));
  } catch {
    // The page finds nothing and says so.
  }
  return Response.redirect(`${SCOPE}?shared`, 303);
}
