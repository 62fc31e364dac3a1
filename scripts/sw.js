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
const MOST_VISITED = 200;
const MOST_BYTES = 5e7;
const PATIENCE_MS = 4000;
const STORED_ON = "x-yishi-kept";

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
  const files = await Promise.all(Object.entries(FILES).map(async ([path, hash]) => [SCOPE + path, await verified(path, hash)]));
  await caches.delete(APP);
  const cache = await caches.open(APP);
  try {
    await Promise.all(files.map(([url, answer]) => cache.put(url, answer)));
  } catch (error) {
    await caches.delete(APP);
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

// Pages of the version before this one may still be open; what they were loaded from stays until the next change.
async function activate() {
  const isWatched = (await clients.matchAll({ type: "window", includeUncontrolled: true })).length > 0;
  const names = (await caches.keys()).filter((name) => name.startsWith(APPS));
  const before = names.slice(0, names.indexOf(APP));
  if (isWatched) before.pop();
  await Promise.all(before.map((name) => caches.delete(name)));
  await clients.claim();
}

const isNamedByHash = (path) => /-[0-9a-f]{16}(_bg)?\.\w+$/.test(path);

async function file(path, request) {
  const url = SCOPE + path;
  return await stored(url, APP) ?? (isNamedByHash(path) ? await stored(url) : null) ?? fetch(request);
}

// What is in one store, or in any. Where storage is broken there is nothing in it.
const stored = (url, cacheName) => caches.match(url, { cacheName }).catch(() => {});

// Data: the network first, and the copy where there is no answer, or none in time.

const isData = (path) => path === "data/catalogue.json" || isSession(path);
const isSession = (path) => /^data\/sessions\/[^/]+\.json$/.test(path);

// Whether the last one that was asked for did not come.
let isCut = false;

async function data(event, url) {
  const network = fetch(event.request);
  event.waitUntil(network.then((answer) => answer.ok && store(url, answer.clone())).catch(() => {}));
  const late = new Promise((done) => setTimeout(done, PATIENCE_MS));
  const answer = await Promise.race([network, late]).catch(() => {});
  isCut = !answer || (answer.ok ? /html/.test(answer.headers.get("content-type")) : answer.status >= 500);
  if (!isCut) return answer;
  const copy = await find(url);
  if (!copy) return network;
  event.waitUntil(touch(url, copy.clone()).catch(() => {}));
  return copy;
}

async function find(url) {
  return await stored(url, KEPT) ?? stored(url, VISITED);
}

// Stores an answer where its session belongs, if it is data at all: a host or a hotspot may answer anything with a page of its own.
async function store(url, answer, name) {
  const text = await answer.text();
  JSON.parse(text);
  const blob = new Blob([text], { type: "application/json" });
  const headers = { "content-type": "application/json", "content-length": blob.size, [STORED_ON]: now() };
  name ??= await stored(url, KEPT) ? KEPT : VISITED;
  await (await caches.open(name)).put(url, new Response(blob, { headers }));
  if (name === VISITED) await trim();
}

// As the page shows it: the date and the time of this place.
const now = () => new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 16).replace("T", " ");

// Caches list what was put last at the end, so a session that is read again goes there.
async function touch(url, copy) {
  if (!await stored(url, KEPT)) await (await caches.open(VISITED)).put(url, copy);
}

async function trim() {
  const cache = await caches.open(VISITED);
  let count = 0, bytes = 0;
  for (const [path, size] of (await sizes(cache)).reverse()) {
    if (!isSession(path)) continue;
    count += 1;
    bytes += size;
    if (count > MOST_VISITED || (bytes > MOST_BYTES && count > 1)) await cache.delete(SCOPE + path);
  }
}

// What a store holds: paths and sizes.
async function sizes(cache) {
  const [requests, answers] = await Promise.all([cache.keys(), cache.matchAll()]);
  return requests.map(({ url }, at) => [url.slice(SCOPE.length), Number(answers[at]?.headers.get("content-length"))]);
}

// What the page asks.

const ASKED = {
  // What was fetched before there was a worker.
  async visited(urls) {
    for (const url of urls) {
      if (!url.startsWith(SCOPE) || !isData(url.slice(SCOPE.length)) || await find(url)) continue;
      const answer = await fetch(url, { cache: "force-cache" });
      if (answer.ok) await store(url, answer);
    }
  },
  async keep(id) {
    const url = addressOf(id);
    const answer = await fetch(url, { cache: "no-cache" }).catch(() => {});
    const copy = answer?.ok ? null : await find(url);
    if (copy) await (await caches.open(KEPT)).put(url, copy);
    else if (answer?.ok) await store(url, answer, KEPT);
    else throw new DOMException("", "NetworkError");
    await (await caches.open(VISITED)).delete(url);
  },
  async drop(id) {
    for (const name of [KEPT, VISITED]) await (await caches.open(name)).delete(addressOf(id));
  },
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
    const file = (await request.formData()).get("file");
    const cache = await caches.open(SHARED);
    await cache.put(SCOPE, new Response(file, { headers: { "x-name": encodeURIComponent(file.name) } }));
  } catch {
    // The page finds nothing and says so.
  }
  return Response.redirect(`${SCOPE}?shared`, 303);
}
