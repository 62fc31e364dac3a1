// The engines that are compared with (bench/package.json): installed once, outside the checkout, and never by `make`.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = join(dirname(fileURLToPath(import.meta.url)), "..");
const FILES = ["package.json", "package-lock.json"];

/** The folder with the packages in it, by name. */
export function packages() {
  const hash = createHash("sha256");
  for (const name of FILES) hash.update(readFileSync(join(here, name)));
  const cache = process.env.YISHI_CACHE ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "yishi");
  const store = join(cache, `bench-${hash.digest("hex").slice(0, 16)}`);
  if (!existsSync(join(store, "done"))) {
    rmSync(store, { recursive: true, force: true });
    mkdirSync(store, { recursive: true });
    for (const name of FILES) copyFileSync(join(here, name), join(store, name));
    // Not `npm ci`: Pagefind names a binary for every system, and a registry need not have those of the others.
    execFileSync("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: store, stdio: ["ignore", "ignore", "inherit"] });
    writeFileSync(join(store, "done"), "");
  }
  return join(store, "node_modules");
}

/** The version of an installed package. */
export function versionOf(name) {
  return JSON.parse(readFileSync(join(packages(), name, "package.json"), "utf8")).version;
}
