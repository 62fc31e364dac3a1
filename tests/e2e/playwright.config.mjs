// How the end-to-end tests run: `make test`, or `npx playwright test -c tests/e2e [file]` after `make build`.

import { defineConfig } from "@playwright/test";
import { launchOptions, SCREENS } from "../../scripts/chromium.mjs";

// Two runs at once do not clear each other's traces.
process.env.OUT ??= `out/${process.pid}`;

export default defineConfig({
  testDir: ".",
  outputDir: process.env.OUT,
  // A test that needs a second try is a fault.
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  workers: Number(process.env.WORKERS ?? 3),
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: [["list"], ["./slowest.mjs"]],
  reportSlowTests: null,
  use: {
    ...SCREENS.desktop,
    colorScheme: "light",
    locale: "zh-CN",
    // What a service worker has stored would answer in place of the server and of a test's own routes.
    serviceWorkers: "block",
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    // What was done, asked for and said. Pictures of each step would take as much of the processor as the tests themselves.
    trace: { mode: "retain-on-failure", screenshots: false, snapshots: false, sources: false },
    headless: launchOptions().headless,
    launchOptions: launchOptions(),
  },
});
