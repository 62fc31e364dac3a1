// Three engines with one face: Chromium (Playwright), Firefox (Puppeteer) and WebKitGTK (Selenium).
//
//   const engine = await start("firefox");         // a fixture: what it started is stopped after the test
//   const tab = await engine.open("file:///…");    await tab.run(way, argument);   await tab.reload();   tab.requests()
//
// No engine has a network, unless it is started with `{ isOnline: true }`: what it asks for goes to a proxy of ours, which writes it down and refuses it.
// `run` takes a function as text and gives back what it returns.

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findProgram } from "../../scripts/browser.mjs";
import { launch } from "../../scripts/chromium.mjs";

const ENGINES = {
  chromium: { needs: ["chromium"], start: chromium },
  firefox: { needs: ["firefox"], start: firefox },
  webkit: { needs: ["WebKitWebDriver", "MiniBrowser", "Xvfb"], start: webkit },
};
export const NAMES = Object.keys(ENGINES);

/** The body of a fixture: `start(name, options)`, which skips the test where the engine is not installed; all that was started is stopped, whatever happens. */
export async function withEngines(use, testInfo) {
  const stops = [];
  await use(async (name, { isOnline = false } = {}) => {
    const { needs, start } = ENGINES[name];
    try {
      needs.forEach(findProgram);
    } catch ({ message }) {
      // No reporter says why.
      console.log(`skipped, ${name}: ${message}`);
      testInfo.skip(true, message);
    }
    return start((stop) => stops.unshift(stop), isOnline);
  });
  // One that cannot be stopped keeps none of the others.
  await stops.reduce((before, stop) => before.finally(stop), Promise.resolve());
}

/** A proxy that refuses everything and remembers it; what a browser asks for its own sake is not the page's doing. None for an engine that is online. */
async function refusal(atEnd, isOnline, own = []) {
  const asked = [];
  if (isOnline) return { asked };
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
  // WebKitGTK speaks TLS with the proxy itself where the address is https.
  server.on("clientError", ({ code }, socket) => {
    if (code === "HPE_INVALID_METHOD") note("https://…");
    socket.destroy();
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  atEnd(() => server.close());
  return { port: server.address().port, asked };
}

/** A call of a function that is text. */
const called = (way, argument) => `(${way})(${JSON.stringify(argument) ?? ""})`;

/** A page of Playwright or of Puppeteer, which are alike so far. */
async function tab(page, address, proxy) {
  const asked = [];
  const errors = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto(address);
  return {
    // Through the debugger, which the page's own policy does not bind.
    run: (way, argument) => page.evaluate(called(way, argument)),
    reload: () => page.reload(),
    /** Slows the processor down so many times; Chromium only. */
    slow: async (rate) => (await page.context().newCDPSession(page)).send("Emulation.setCPUThrottlingRate", { rate }),
    requests: () => [...asked.filter((address) => /^(https?|wss?):/.test(address)), ...proxy.asked],
    errors: () => errors,
    close: () => page.close(),
  };
}

/** Chromium asks Google for updates by itself, whatever page is open. */
const OF_CHROMIUM = [/\bgoogle\.com\b/, /\bgoogleapis\.com\b/, /\bgstatic\.com\b/];

async function chromium(atEnd, isOnline) {
  const proxy = await refusal(atEnd, isOnline, OF_CHROMIUM);
  const browser = await launch(isOnline ? {} : { proxy: { server: `http://127.0.0.1:${proxy.port}` } });
  atEnd(() => browser.close());
  const context = await browser.newContext({ locale: "zh-CN" });
  return { open: async (address) => tab(await context.newPage(), address, proxy) };
}

/** Firefox asks Mozilla for updates and lists by itself, whatever page is open. */
const OF_FIREFOX = [/\bmozilla\.(com|org|net)\b/, /\bfirefox\.com\b/, /\bmozgcp\.net\b/];

/** Over WebDriver BiDi, which Firefox speaks itself: Debian has no geckodriver for Selenium. */
async function firefox(atEnd, isOnline) {
  const proxy = await refusal(atEnd, isOnline, OF_FIREFOX);
  const manual = isOnline ? {} : { "network.proxy.type": 1, "network.proxy.no_proxies_on": "", "network.proxy.allow_hijacking_localhost": true };
  for (const scheme of isOnline ? [] : ["http", "ssl"]) {
    manual[`network.proxy.${scheme}`] = "127.0.0.1";
    manual[`network.proxy.${scheme}_port`] = proxy.port;
  }
  const { launch } = await import("puppeteer-core");
  const browser = await launch({
    browser: "firefox",
    executablePath: findProgram("firefox"),
    headless: true,
    // Automation turns the strict policy off, and what works then does not work for readers.
    extraPrefsFirefox: { ...manual, "security.fileuri.strict_origin_policy": true, "intl.accept_languages": "zh-CN" },
  });
  atEnd(() => browser.close());
  return { open: async (address) => tab(await browser.newPage(), address, proxy) };
}

async function webkit(atEnd, isOnline) {
  const proxy = await refusal(atEnd, isOnline);
  const home = mkdtempSync(join(tmpdir(), "yishi-webkit-"));
  atEnd(() => rmSync(home, { recursive: true, force: true }));
  // MiniBrowser wants a screen.
  const screen = spawn(findProgram("Xvfb"), ["-displayfd", "3", "-screen", "0", "1280x800x24", "-nolisten", "tcp"], { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  atEnd(() => screen.kill());
  process.once("exit", () => screen.kill());
  const display = await new Promise((done, failed) => {
    screen.stdio[3].once("data", (number) => done(String(number).trim()));
    screen.once("exit", () => failed(new Error("Xvfb did not start.")));
  });
  const { Builder } = await import("selenium-webdriver");
  const { DriverService } = await import("selenium-webdriver/remote/index.js");
  const service = new DriverService.Builder(findProgram("WebKitWebDriver")).setLoopback(true).setEnvironment({
    ...process.env, DISPLAY: `:${display}`, HOME: home, XDG_DATA_HOME: home, XDG_CACHE_HOME: home, WEBKIT_DISABLE_COMPOSITING_MODE: "1",
    LIBGL_ALWAYS_SOFTWARE: "1", NO_AT_BRIDGE: "1", LANG: "C.UTF-8",
  }).build();
  atEnd(() => service.kill());
  const address = `127.0.0.1:${proxy.port}`;
  const driver = await new Builder().disableEnvironmentOverrides().usingServer(service.start()).withCapabilities({
    browserName: "MiniBrowser",
    proxy: isOnline ? { proxyType: "direct" } : { proxyType: "manual", httpProxy: address, sslProxy: address },
    "webkitgtk:browserOptions": { binary: findProgram("MiniBrowser"), args: ["--automation"] },
  }).build();
  atEnd(() => driver.quit());
  await driver.manage().setTimeouts({ script: 120_000 });
  return {
    async open(address) {
      await driver.get(address);
      return {
        async run(way, argument) {
          // As plain ASCII: on a busy machine the driver has failed to read a long result of ours.
          const { result, error } = await driver.executeAsyncScript(`const done = arguments[0];
            const ascii = (result) => JSON.stringify(result)?.replace(/[^ -~]/g, (sign) => "\\\\u" + sign.charCodeAt(0).toString(16).padStart(4, "0"));
            Promise.resolve(${called(way, argument)}).then((result) => done({ result: ascii(result) }), (error) => done({ error: [error, error.stack].join("\\n") }));`);
          if (error) throw new Error(error);
          return result && JSON.parse(result);
        },
        reload: () => driver.navigate().refresh(),
        requests: () => proxy.asked,
        // The protocol tells nothing of errors.
        errors: () => [],
        close: () => driver.get("about:blank"),
      };
    },
  };
}
