// Three engines with one face: Chromium (Playwright), Firefox (Puppeteer over WebDriver BiDi) and WebKitGTK (its own WebDriver).
//
//   const engine = await engines.firefox.start();
//   const tab = await engine.open("file:///…");    await tab.run(script, argument);   await tab.reload();   tab.requests()
//   await engine.stop();
//
// No engine has a network: what it asks for goes to a proxy of ours, which writes it down and refuses it. `run` takes an async function of one
// argument and gives back what it returns.

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findProgram } from "../../scripts/browser.mjs";
import { launch } from "../../scripts/chromium.mjs";

const require = createRequire(import.meta.url);

export const engines = {
  chromium: { start: chromium },
  firefox: { start: firefox },
  webkit: { start: webkit },
};

/** A proxy that refuses everything and remembers it; what a browser asks for its own sake is not the page's doing. */
async function refusal(own = []) {
  const asked = [];
  const note = (address) => {
    if (!own.some((pattern) => pattern.test(address))) asked.push(address);
  };
  const server = createServer((request, response) => {
    note(request.url);
    response.writeHead(502).end();
  });
  server.on("connect", (request, socket) => {
    note(request.url);
    socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { port: server.address().port, asked, close: () => server.close() };
}

/** An async function of one argument, as text. */
const source = (script) => `(${script})`;
const isOfNetwork = (address) => /^(https?|wss?):/.test(address);

/** A page of Playwright or of Puppeteer, which are alike so far. */
async function tab(page, address, proxy) {
  const asked = [];
  const errors = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto(address);
  return {
    // Through the debugger, which the page's own policy does not bind.
    run: (script, argument) => page.evaluate(`${source(script)}(${JSON.stringify(argument) ?? ""})`),
    reload: () => page.reload(),
    requests: () => [...asked.filter(isOfNetwork), ...proxy.asked],
    errors: () => errors,
    close: () => page.close(),
  };
}

/** Chromium asks Google for updates by itself, whatever page is open. */
const OF_CHROMIUM = [/\bgoogle\.com\b/, /\bgoogleapis\.com\b/, /\bgstatic\.com\b/];

async function chromium() {
  const proxy = await refusal(OF_CHROMIUM);
  const browser = await launch({ args: [`--proxy-server=127.0.0.1:${proxy.port}`, "--proxy-bypass-list=<-loopback>"] });
  const context = await browser.newContext({ locale: "zh-CN" });
  return {
    async open(address) {
      return tab(await context.newPage(), address, proxy);
    },
    async stop() {
      await browser.close();
      proxy.close();
    },
  };
}

/** Firefox asks Mozilla for updates and lists by itself, whatever page is open. */
const OF_FIREFOX = [/\bmozilla\.(com|org|net)\b/, /\bfirefox\.com\b/, /\bmozgcp\.net\b/];

async function firefox() {
  const proxy = await refusal(OF_FIREFOX);
  const manual = { "network.proxy.type": 1, "network.proxy.no_proxies_on": "", "network.proxy.allow_hijacking_localhost": true };
  for (const scheme of ["http", "ssl"]) {
    manual[`network.proxy.${scheme}`] = "127.0.0.1";
    manual[`network.proxy.${scheme}_port`] = proxy.port;
  }
  const browser = await require("puppeteer-core").launch({
    browser: "firefox",
    executablePath: findProgram("firefox"),
    headless: true,
    // Automation turns the strict policy off, and what works then does not work for readers.
    extraPrefsFirefox: { ...manual, "security.fileuri.strict_origin_policy": true, "intl.accept_languages": "zh-CN" },
  });
  return {
    async open(address) {
      return tab(await browser.newPage(), address, proxy);
    },
    async stop() {
      await browser.close();
      proxy.close();
    },
  };
}

async function webkit() {
  const proxy = await refusal();
  // MiniBrowser wants a screen.
  const screen = spawn(findProgram("Xvfb"), ["-displayfd", "3", "-screen", "0", "1280x800x24", "-nolisten", "tcp"], { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const display = await new Promise((done, failed) => {
    screen.stdio[3].once("data", (number) => done(String(number).trim()));
    screen.once("exit", () => failed(new Error("Xvfb did not start.")));
  });
  const home = mkdtempSync(join(tmpdir(), "yishi-webkit-"));
  const port = await freePort();
  const driver = spawn(findProgram("WebKitWebDriver"), [`--port=${port}`], {
    stdio: "ignore",
    env: { ...process.env, DISPLAY: `:${display}`, HOME: home, XDG_DATA_HOME: home, XDG_CACHE_HOME: home, WEBKIT_DISABLE_COMPOSITING_MODE: "1", LIBGL_ALWAYS_SOFTWARE: "1", NO_AT_BRIDGE: "1", LANG: "C.UTF-8" },
  });
  const call = (method, path, body) => webdriver(port, method, path, body);
  const address = `127.0.0.1:${proxy.port}`;
  const { sessionId } = await call("POST", "/session", { capabilities: { alwaysMatch: {
    proxy: { proxyType: "manual", httpProxy: address, sslProxy: address },
    "webkitgtk:browserOptions": { binary: findProgram("MiniBrowser"), args: ["--automation"] },
  } } });
  const session = `/session/${sessionId}`;
  await call("POST", `${session}/timeouts`, { script: 120_000 });
  return {
    async open(address) {
      await call("POST", `${session}/url`, { url: address });
      // `arguments`: the argument, then the function that takes what comes of it.
      const wrapped = (script) => `const [value, done] = arguments;
        Promise.resolve(${source(script)}(value)).then((result) => done({ result }), (error) => done({ error: String(error.stack || error) }));`;
      return {
        async run(script, argument) {
          const { result, error } = await call("POST", `${session}/execute/async`, { script: wrapped(script), args: [argument ?? null] });
          if (error) throw new Error(error);
          return result;
        },
        reload: () => call("POST", `${session}/refresh`, {}),
        requests: () => proxy.asked,
        // The protocol tells nothing of errors.
        errors: () => [],
        close: () => call("POST", `${session}/url`, { url: "about:blank" }),
      };
    },
    async stop() {
      await call("DELETE", session).catch(() => {});
      driver.kill();
      screen.kill();
      proxy.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** One call of the WebDriver protocol, once the driver listens. */
async function webdriver(port, method, path, body) {
  const end = Date.now() + 15_000;
  for (;;) {
    let response;
    try {
      response = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body) });
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((again) => setTimeout(again, 50));
      continue;
    }
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${path}: ${value.error}: ${value.message}`);
    return value;
  }
}

async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}
