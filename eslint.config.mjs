// The lint of everything that is JavaScript here: `npx eslint`. Types are inferred, so that a promise that nobody waits for is seen.

import js from "@eslint/js";
import playwright from "eslint-plugin-playwright";
import globals from "globals";
import { defineConfig } from "eslint/config";
import { configs, plugin } from "typescript-eslint";
import singleLook from "./tests/e2e/lint/single-look.mjs";

/** What waits for what it brings, or looks at no page. */
const WAITING = ["all", "refusals", "downloaded", "save", "saved", "stat", "readFile", "waitForEvent", "waitForFunction", "jsonValue", "open", "newPage", "tabTo", "openNew"];

export default defineConfig(
  { ignores: ["dist/", "site/", "target/", "tests/e2e/out/", "bench/out/"] },
  js.configs.recommended,
  {
    rules: {
      "no-unused-vars": ["error", { argsIgnorePattern: "^_", ignoreRestSiblings: true }],
      "no-empty-pattern": "off", // how Playwright's fixtures say that they need none
      "no-control-regex": "off", // characters that disguise text are what some tests look for
      eqeqeq: "error",
      "no-var": "error",
      "prefer-const": "error",
    },
  },
  {
    files: ["scripts/*.mjs", "bench/**/*.mjs", "tests/**/*.mjs", "*.mjs"],
    languageOptions: { globals: globals.node, parser: configs.base.languageOptions.parser, parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { "@typescript-eslint": plugin },
    rules: { "@typescript-eslint/no-floating-promises": "error", "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: false }] },
  },
  // What runs in the page as it stands: parts of one script, which use each other's names and are given values by the build (`__…__`).
  {
    files: ["scripts/boot/*.js", "scripts/sw.js", "bench/probe.js"],
    languageOptions: { sourceType: "script" },
    rules: { "no-undef": "off", "no-unused-vars": ["error", { vars: "local", caughtErrors: "none" }], "no-var": "off" },
  },
  { files: ["bench/yardstick/*.js", "bench/search/*.js"], languageOptions: { globals: globals.browser }, rules: { "no-redeclare": ["error", { builtinGlobals: false }] } },
  // Their functions for `evaluate` run in the page.
  { files: ["scripts/*.mjs", "bench/**/*.mjs"], languageOptions: { globals: { ...globals.node, ...globals.browser } } },
  {
    files: ["tests/e2e/*.mjs"],
    // The functions given to `evaluate` run in the page.
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
    plugins: { playwright, yishi: { rules: { "single-look": singleLook } } },
    rules: {
      "yishi/single-look": ["error", { waiting: WAITING }],
      "no-restricted-imports": ["error", { paths: [{ name: "node:assert/strict", message: "expect waits, assert does not." }, { name: "node:assert", message: "expect waits, assert does not." }] }],
      "playwright/missing-playwright-await": "error",
      "playwright/no-wait-for-timeout": "error",
      "playwright/no-networkidle": "error",
      "playwright/no-focused-test": "error",
      "playwright/no-skipped-test": ["error", { allowConditional: true }],
      "playwright/no-element-handle": "error",
      "playwright/no-page-pause": "error",
      "playwright/no-useless-await": "error",
      "playwright/no-standalone-expect": "off",
      "playwright/prefer-web-first-assertions": "error",
      "playwright/valid-expect": "error",
      "playwright/valid-title": ["error", { ignoreTypeOfTestName: true }],
      "no-restricted-syntax": ["error", { selector: "ImportExpression > Literal[value=/assert/]", message: "expect waits, assert does not." }],
      "no-restricted-globals": ["error", { name: "setTimeout", message: "A test waits for what it looks at; it never sleeps." }],
    },
  },
);
