// Names the tests that failed, adds up what the test runners said in their closing summaries and prints it as the last line:
// "N passed, N failed".
//
//   node scripts/tally.mjs <log>…      a log without any test that ran is an error: it means a runner did not run

import { readFileSync } from "node:fs";

let passed = 0;
let failed = 0;
const silent = [];
const names = [];
for (const path of process.argv.slice(2)) {
  const counts = read(readFileSync(path, "utf8"));
  passed += counts.passed;
  failed += counts.failed;
  names.push(...counts.names);
  if (counts.passed + counts.failed === 0) silent.push(path);
}
for (const name of names) console.log(`FAILED  ${name}`);
for (const path of silent) console.error(`tally: no test ran according to ${path}`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || silent.length > 0 || passed === 0 ? 1 : 0);

/**
 * cargo test: "test name ... FAILED", "test result: ok. 3 passed; 0 failed; …".
 * Playwright: "  3 passed (2.1m)", "  1 failed", "  1 did not run" on lines of their own, and below one that is not "passed" the tests' names, further in.
 */
function read(log) {
  const counts = { passed: 0, failed: 0, names: [] };
  let listing = false;
  for (const line of log.replace(/\x1b\[[0-9;]*m/g, "").split("\n")) {
    const cargo = line.match(/^\s*test result: \w+\. (\d+) passed; (\d+) failed;/);
    const playwright = line.match(/^ {2}(\d+) (passed|failed|flaky|interrupted|did not run)(?: \([\d.]+\w+\))?$/);
    const name = line.match(/^test (.+) \.\.\. FAILED$/) ?? (listing && line.match(/^ {4}(\S.*?)[ ─]*$/));
    if (playwright) listing = playwright[2] !== "passed";
    if (name) counts.names.push(name[1]);
    if (cargo) {
      counts.passed += Number(cargo[1]);
      counts.failed += Number(cargo[2]);
    } else if (playwright) counts[playwright[2] === "passed" ? "passed" : "failed"] += Number(playwright[1]);
  }
  return counts;
}
