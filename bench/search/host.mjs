// A static host as search meets it: gzip for text, no Range, everything may be kept for ever, and every answer as late as a distant one. What was
// asked for is written down.
//
//   const host = await startHost({ mounts: { "/": "dist" }, latency: 50 });
//   … host.take()   // [{ path, bytes, at }] since the last time; bytes of the bodies as sent, without headers
//
// It speaks HTTP/1.1, so a browser asks for at most six things at once.

import { createServer } from "node:http";
import { readFile, stat } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".mjs": "text/javascript",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};
const packed = promisify(gzip);
/** So many compressed bodies are kept: compressing is not what is measured, and an archive does not fit into memory. */
const MOST_KEPT = 4000;

/** Starts it. `mounts` are folders by the address they are under; the longest that fits answers. `isolated` pages get a finer clock. */
export async function startHost({ mounts, latency = 0, isolated = false }) {
  const places = Object.entries(mounts).sort(([a], [b]) => b.length - a.length);
  const host = { latency, log: [], take: () => host.log.splice(0) };
  const kept = new Map();

  async function body(address) {
    if (kept.has(address)) return kept.get(address);
    const place = places.find(([prefix]) => address.startsWith(prefix));
    const asked = normalize(decodeURIComponent(address.slice(place?.[0].length)));
    if (!place || asked.startsWith("..")) return null;
    let path = join(place[1], asked);
    const info = await stat(path).catch(() => null);
    if (info?.isDirectory()) path = join(path, "index.html");
    const bytes = await readFile(path).catch(() => null);
    if (!bytes) return null;
    const type = TYPES[extname(path)];
    const made = type ? { type, encoding: "gzip", bytes: await packed(bytes, { level: 6 }) } : { type: "application/octet-stream", bytes };
    if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value);
    kept.set(address, made);
    return made;
  }

  const server = createServer(async (request, response) => {
    const start = performance.now();
    const address = request.url.split("?")[0];
    const found = await body(address).catch(() => null);
    const left = host.latency - (performance.now() - start);
    if (left > 0) await new Promise((done) => setTimeout(done, left));
    host.log.push({ path: address, bytes: found?.bytes.length ?? 0, at: performance.now() });
    if (!found) return response.writeHead(404, { "content-type": "text/plain" }).end("Not found.");
    // The page itself is asked for anew, as static hosts do; all else may be kept.
    const cache = found.type.startsWith("text/html") ? "no-cache" : "public, max-age=31536000, immutable";
    const headers = { "content-type": found.type, "content-length": found.bytes.length, "cache-control": cache };
    if (isolated) Object.assign(headers, { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" });
    response.writeHead(200, found.encoding ? { ...headers, "content-encoding": found.encoding } : headers);
    return response.end(found.bytes);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  host.url = `http://localhost:${server.address().port}/`;
  host.close = () => new Promise((done) => {
    server.close(done);
    server.closeAllConnections();
  });
  return host;
}
