// What it costs to publish (`yishi build`), and how soon the page of a session shows text, beside the program alone. Prints, asserts nothing.
//
//   cargo build --release --bin yishi && node bench/publish.mjs [--sessions 2000] [--runs 5] [--dist dist] [--only build,text] [--yishi PATH]
//
// The sessions are made up: ten sizes from 20 to 200 kB, every fifth with a budget of 400 lines, twenty sessions a body. Memory is the most that
// the process ever held resident (VmHWM of /proc, so on Linux only). Each opening is cold: a new browser context, a slowed network. Figures
// are medians (least–most).

import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { fileURLToPath } from "node:url";
import { launch, newContext } from "../scripts/chromium.mjs";
import { serve } from "../scripts/serve.mjs";
import { generate, generateBudget } from "./generate.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const { values } = parseArgs({
  options: {
    sessions: { type: "string", default: "2000" },
    runs: { type: "string", default: "5" },
    dist: { type: "string", default: join(here, "../dist") },
    only: { type: "string", default: "build,text" },
    yishi: { type: "string", default: join(process.env.CARGO_TARGET_DIR ?? join(here, "../target"), "release/yishi") },
  },
});
const runs = Number(values.runs);
const count = Number(values.sessions);
const parts = values.only.split(",");
const folder = join(here, "out/publish");
const figure = (numbers, places = 0) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  return `${sorted[sorted.length >> 1].toFixed(places)} (${sorted[0].toFixed(places)}–${sorted.at(-1).toFixed(places)})`;
};

/** Lets the disk come to rest: what was written before is not what is measured, and ext4 searches long for inodes while others were freed in the last five seconds. */
async function rest() {
  execFileSync("sync");
  await new Promise((done) => setTimeout(done, 7000));
}

/** Runs a build; how long it took in seconds, the most memory it held in MiB, and what it said. */
async function build(data, out) {
  await rest();
  const start = performance.now();
  const child = spawn(values.yishi, ["build", data, "--out", out, "--app", resolve(values.dist), "--site", "https://yishi.example/", "--lang", "en"]);
  let memory = 0;
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => { said += text; });
  const look = setInterval(() => {
    try {
      memory = Number(readFileSync(`/proc/${child.pid}/status`, "utf8").match(/VmHWM:\s*(\d+)/)?.[1] ?? memory);
    } catch {
      // It has just ended.
    }
  }, 5);
  const code = await new Promise((done) => child.on("close", done));
  clearInterval(look);
  if (code !== 0) throw new Error(said);
  return { seconds: (performance.now() - start) / 1000, memory: memory / 1024, said };
}

async function builds() {
  const data = join(folder, "data");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(data, "sessions"), { recursive: true });
  const { budgets } = generateBudget({ lines: 400 }).session;
  const kinds = Array.from({ length: 10 }, (_, size) => {
    const { session } = generate({ mb: (size + 1) * 0.02 });
    return size % 5 === 0 ? { ...session, budgets } : session;
  });
  const path = (n) => join(data, `sessions/made-${n}.json`);
  let bytes = 0;
  const write = (n, title) => {
    const [body, meeting] = [Math.floor(n / 20) + 1, (n % 20) + 1];
    const day = `${2000 + meeting}-01-${String((body % 28) + 1).padStart(2, "0")}`;
    const assembly = { name: `桐溪县第${body}镇人民代表大会`, short_name: `第${body}镇人大`, level: "township", place: `云河市 桐溪县 第${body}镇` };
    const session = { ...kinds[n % 10], id: `made-${n}`, title: title ?? `桐溪县第${body}镇人民代表大会第${meeting}次会议`, meeting, assembly, dates: { start: day, end: day } };
    const json = JSON.stringify(session);
    bytes += Buffer.byteLength(json);
    writeFileSync(path(n), json);
  };
  for (let n = 0; n < count; n += 1) write(n);
  const all = { full: [], changed: [], same: [], memory: [], lean: [] };
  const size = bytes;
  for (let run = 0; run < runs; run += 1) {
    const out = join(folder, "site");
    rmSync(out, { recursive: true, force: true });
    const full = await build(data, out);
    all.full.push(full.seconds);
    all.memory.push(full.memory);
    write(run * 7 % count, `改过的题目，第${run}次`);
    const changed = await build(data, out);
    if (!changed.said.includes("made anew: 1\n")) throw new Error(changed.said);
    all.changed.push(changed.seconds);
    all.lean.push(changed.memory);
    all.same.push((await build(data, out)).seconds);
  }
  console.log(`${count} sessions, ${(size / 1e6).toFixed(0)} MB; ${runs} runs\n`);
  console.log("| | |\n|---|---:|");
  console.log(`| all of them, s | ${figure(all.full, 2)} |`);
  console.log(`| one changed, s | ${figure(all.changed, 2)} |`);
  console.log(`| nothing changed, s | ${figure(all.same, 2)} |`);
  console.log(`| most memory, all of them, MiB | ${figure(all.memory)} |`);
  console.log(`| most memory, one changed, MiB | ${figure(all.lean)} |`);
  console.log(`\nOne changed takes ${(figure(all.changed, 4).split(" ")[0] / figure(all.full, 4).split(" ")[0]).toFixed(3)} of all.\n`);
  rmSync(folder, { recursive: true, force: true });
}

/** From the start of navigation to the first text of the session, painted; and to the program's own page of it. */
async function text() {
  const root = join(here, "out/published");
  rmSync(root, { recursive: true, force: true });
  execFileSync(values.yishi, ["build", join(here, "../public/data"), "--out", root, "--app", resolve(values.dist), "--site", "https://yishi.example/"], { stdio: "ignore" });
  const site = await serve({ root, brotli: true });
  const browser = await launch();
  const probe = readFileSync(join(here, "probe.js"), "utf8");
  const places = { "page of the session": "s/huacao-6-6/", "program alone": "?s=huacao-6-6" };
  console.log("| | first text of the session, ms | the program's page of it, ms |\n|---|---:|---:|");
  for (const [label, latency, megabits] of [["60 ms, 10 Mbit/s", 60, 10], ["300 ms, 1.6 Mbit/s", 300, 1.6]]) {
    for (const [name, place] of Object.entries(places)) {
      const times = { text: [], program: [] };
      // The first round warms the server's compression and the disk.
      for (let run = -1; run < runs; run += 1) {
        const context = await newContext(browser, { screen: "phone", lang: "zh" });
        await context.addInitScript(probe);
        const page = await context.newPage();
        const cdp = await context.newCDPSession(page);
        await cdp.send("Network.enable");
        await cdp.send("Network.emulateNetworkConditions", { offline: false, latency, downloadThroughput: megabits * 125_000, uploadThroughput: megabits * 62_500 });
        await page.addInitScript(() => {
          window.probe.watch("text", "#digest h1, main .head h1");
          window.probe.watch("program", "main .head h1");
        });
        await page.goto(site.url + place);
        await page.waitForFunction(() => window.probe.marks.program && !document.getElementById("digest"));
        const marks = await page.evaluate(() => window.probe.marks);
        // A style sheet that has not arrived keeps text from being painted.
        const paint = await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0);
        if (run >= 0) {
          times.text.push(Math.max(marks.text, paint));
          times.program.push(marks.program);
        }
        await context.close();
      }
      console.log(`| ${name}, ${label} | ${figure(times.text)} | ${figure(times.program)} |`);
    }
  }
  await browser.close();
  await site.close();
}

console.log(`${new Date().toISOString().slice(0, 10)} · ${cpus().length} × ${cpus()[0].model.trim()}, Node ${process.versions.node}\n`);
if (parts.includes("build")) await builds();
if (parts.includes("text")) await text();
