// Where the browser is: the environment's word first, then the usual names and places.
//
//   node scripts/browser.mjs chromium | headlessShell | firefox | WebKitWebDriver | MiniBrowser | Xvfb     prints the path, or says what is missing

import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";

const PROGRAMS = {
  chromium: {
    env: "CHROMIUM",
    names: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge"],
    places: [
      "/Applications/Chromium.app/Contents/MacOS/Chromium",
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
      "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
      "/snap/bin/chromium",
    ],
  },
  // The engine without the windows, tab strips and services of the whole browser: it takes a third of the processor's time.
  headlessShell: { env: "HEADLESS_SHELL", names: ["chromium-headless-shell", "chrome-headless-shell"], places: [] },
  firefox: {
    env: "FIREFOX",
    names: ["firefox-esr", "firefox"],
    places: ["/Applications/Firefox.app/Contents/MacOS/firefox", "/snap/bin/firefox"],
  },
  WebKitWebDriver: { env: "WEBKIT_DRIVER", names: ["WebKitWebDriver"], places: [] },
  // Debian keeps it beside the library, in a folder of the machine's own name.
  MiniBrowser: {
    env: "MINI_BROWSER",
    names: [],
    places: ["x86_64", "aarch64"].flatMap((machine) => ["4.1", "6.0", "4.0"].map((api) => `/usr/lib/${machine}-linux-gnu/webkit${api === "6.0" ? "gtk" : "2gtk"}-${api}/MiniBrowser`)),
  },
  Xvfb: { env: "XVFB", names: ["Xvfb"], places: [] },
};

/** The path of a program, or an error whose message says what to install. */
export function findProgram(name) {
  const { env, names, places } = PROGRAMS[name];
  if (process.env[env]) {
    if (isProgram(process.env[env])) return process.env[env];
    throw new Error(`${env} is set, but ${process.env[env]} is not a program.`);
  }
  const folders = (process.env.PATH ?? "").split(delimiter);
  const found = [...names.flatMap((n) => folders.map((f) => join(f, n))), ...places].find(isProgram);
  if (found) return found;
  throw new Error(`No ${name} found. Install it, or set ${env} to its path.`);
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  try {
    console.log(findProgram(process.argv[2]));
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
