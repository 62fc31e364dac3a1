// A static file server for the built site. No dependencies; for this machine only (it listens on the loopback address).
//
//   node scripts/serve.mjs [--root dist] [--port 8080] [--prefix /any/where] [--brotli]
//
// As a module: `const site = await serve({ root, port: 0, prefix }); … await site.close();`

import { createReadStream } from "node:fs";
import { readFile, realpath, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, resolve, sep } from "node:path";
import { parseArgs, promisify } from "node:util";
import { pathToFileURL } from "node:url";
import { brotliCompress, constants } from "node:zlib";

const MIME = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ics": "text/calendar; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ".xml": "application/xml",
  ".zip": "application/zip",
};
/** Worth compressing: what is text, and wasm. */
const COMPRESSIBLE = /^(text\/|application\/(json|wasm|xml|manifest)|image\/svg)/;
const brotli = promisify(brotliCompress);

/**
 * Starts serving `root` under `prefix`. Port 0 takes a free one. `maxAge` is for how many seconds a browser may keep an answer, as hosts of static pages say; by default it asks each time.
 * A folder that is asked for without its last slash is answered with that slash, or, where `redirects` is false, as it is, as some object stores do.
 * @returns {Promise<{url: string, origin: string, close: () => Promise<void>}>} `url` ends in a slash.
 */
export async function serve({ root, port = 0, prefix = "/", brotli: compress = false, maxAge = 0, redirects = true }) {
  const base = await realpath(resolve(root));
  const mount = `/${prefix.split("/").filter(Boolean).join("/")}/`.replace("//", "/");
  /** Compressed bodies, by path and time of change: brotli at its best level takes a second for the wasm. */
  const compressed = new Map();

  const server = createServer((request, response) => {
    answer(request, response).catch((error) => {
      if (!response.headersSent) response.writeHead(500, { "content-type": MIME[".txt"] });
      response.end(String(error?.message ?? error));
    });
  });

  async function answer(request, response) {
    if (request.method !== "GET" && request.method !== "HEAD") return plain(response, 405, "Only GET and HEAD.", { allow: "GET, HEAD" });
    const query = request.url.indexOf("?");
    const address = query < 0 ? request.url : request.url.slice(0, query);
    if (`${address}/` === mount) return plain(response, 301, "", { location: mount + (query < 0 ? "" : request.url.slice(query)) });
    if (!address.startsWith(mount)) return plain(response, 404, "Not found.");
    let found = await find(address.slice(mount.length));
    if (found?.isFolder && !redirects) found = await find(`${address.slice(mount.length)}/`);
    if (!found) return plain(response, 404, "Not found.");
    if (found.isFolder) return plain(response, 301, "", { location: `${address}/${query < 0 ? "" : request.url.slice(query)}` });

    const type = MIME[extname(found.path).toLowerCase()] ?? "application/octet-stream";
    const headers = {
      "content-type": type,
      "cache-control": maxAge > 0 ? `max-age=${maxAge}` : "no-cache",
      "last-modified": found.mtime.toUTCString(),
      "x-content-type-options": "nosniff",
    };
    if (compress && COMPRESSIBLE.test(type)) {
      headers.vary = "accept-encoding";
      if (/\bbr\b/.test(request.headers["accept-encoding"] ?? "")) {
        const body = await compressedBody(found);
        response.writeHead(200, { ...headers, "content-encoding": "br", "content-length": body.length });
        return response.end(request.method === "HEAD" ? undefined : body);
      }
    }
    response.writeHead(200, { ...headers, "content-length": found.size });
    if (request.method === "HEAD") return response.end();
    createReadStream(found.path).on("error", () => response.destroy()).pipe(response);
  }

  /** The file an address names, or nothing; never one outside the root, whatever dots or links the address has. */
  async function find(address) {
    let path;
    try {
      path = decodeURIComponent(address);
    } catch {
      return null;
    }
    if (path.includes("\0") || path.includes("\\")) return null;
    try {
      const asked = join(base, path.endsWith("/") || path === "" ? `${path}index.html` : path);
      if (asked !== base && !asked.startsWith(base + sep)) return null;
      const real = await realpath(asked);
      if (real !== base && !real.startsWith(base + sep)) return null;
      const info = await stat(real);
      if (info.isDirectory()) return { isFolder: true };
      return info.isFile() ? { path: real, size: info.size, mtime: info.mtime } : null;
    } catch {
      return null;
    }
  }

  async function compressedBody({ path, size, mtime }) {
    const key = `${path}\0${mtime.getTime()}`;
    if (!compressed.has(key)) {
      const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: size };
      compressed.set(key, readFile(path).then((bytes) => brotli(bytes, { params })));
    }
    return compressed.get(key);
  }

  await new Promise((done, failed) => server.once("error", failed).listen(port, "127.0.0.1", done));
  const origin = `http://localhost:${server.address().port}`;
  return {
    origin,
    url: origin + mount,
    close: () => new Promise((done) => {
      server.close(done);
      server.closeAllConnections();
    }),
  };
}

function plain(response, status, text, headers = {}) {
  response.writeHead(status, { "content-type": MIME[".txt"], "cache-control": "no-cache", ...headers });
  response.end(text);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { values } = parseArgs({
    options: {
      root: { type: "string", default: "dist" },
      port: { type: "string", default: "8080" },
      prefix: { type: "string", default: "/" },
      brotli: { type: "boolean", default: false },
    },
  });
  try {
    const site = await serve({ ...values, port: Number(values.port) });
    console.log(`Serving ${values.root} at ${site.url} — Ctrl+C stops it.`);
  } catch (error) {
    console.error(error.code === "EADDRINUSE" ? `Port ${values.port} is in use: choose another, for example PORT=8081.` : error.message);
    process.exit(1);
  }
}
