// Search over archives of 1,000, 10,000 and 100,000 sessions: making the index, and what a query takes. Prints Markdown; asserts nothing.
//
//   cargo build --release --bin yishi --example archive_rounds
//   node bench/scale.mjs [--sizes 1000,10000] [--corpus DIR]… [--each 6] [--seed 1] [--page] [--dist dist] [--folder bench/out/scale] [--keep] [--out bench/out/scale.md]
//
// Of every size: an archive is made (bench/archive.mjs) and the truth about every query with it; `yishi index` runs, again after one session has changed,
// and again as it was; then every query is put to the program's own reader of the index (examples/archive_rounds.rs), which counts files, bytes
// and rounds of requests. `--prepare` only makes the archives, which a later run takes over. With `--page` they are put to the page in Chromium, too, over a host that adds 50 ms to every answer. Memory is the most that the process ever held resident (VmHWM of /proc, so on Linux only).

import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { fileURLToPath } from "node:url";
import { session, wordsOf, writeArchive } from "./archive.mjs";
import { queriesOf } from "./search/asked.mjs";
import { ofSession } from "./search/documents.mjs";
import { kilobytes, line, mean, powerLaw, quantile } from "./search/figures.mjs";
import { visit } from "./search/visits.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const target = join(process.env.CARGO_TARGET_DIR ?? join(here, "../target"), "release");
const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "1000,10000" },
    corpus: { type: "string", multiple: true, default: [] },
    each: { type: "string", default: "6" },
    seed: { type: "string", default: "1" },
    yishi: { type: "string", default: join(target, "yishi") },
    reader: { type: "string", default: join(target, "examples/archive_rounds") },
    folder: { type: "string", default: join(here, "out/scale") },
    prepare: { type: "boolean", default: false },
    page: { type: "boolean", default: false },
    dist: { type: "string", default: join(here, "../dist") },
    keep: { type: "boolean", default: false },
    out: { type: "string", default: join(here, "out/scale.md") },
  },
});
const seed = Number(values.seed);
/** What every answer waits for, in the figures of time: rounds of requests that need one another, and no transfer. */
const LATENCY = 50;
const lines = [];
const say = (text = "") => {
  lines.push(text);
  console.log(text);
};

/** Runs the program under measurement: seconds, of them of the processor, most memory in MB, what it said. */
async function measured(args) {
  execFileSync("sync");
  const start = performance.now();
  const child = spawn(values.yishi, args, { env: { ...process.env, LANG: "en" } });
  let memory = 0;
  let ticks = 0;
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => { said += text; });
  const look = setInterval(() => {
    try {
      // User and system time, in hundredths of a second.
      const [user, system] = readFileSync(`/proc/${child.pid}/stat`, "utf8").replace(/^.*\) /s, "").split(" ").slice(11, 13).map(Number);
      ticks = Math.max(ticks, user + system);
      memory = Math.max(memory, Number(readFileSync(`/proc/${child.pid}/status`, "utf8").match(/VmHWM:\s*(\d+)/)?.[1] ?? 0));
    } catch {
      // It has just ended.
    }
  }, 5);
  const code = await new Promise((done) => child.on("close", done));
  clearInterval(look);
  if (code !== 0) throw new Error(said);
  return { seconds: (performance.now() - start) / 1000, work: ticks / 100, memory: (memory * 1024) / 1e6, said };
}

/** Every file below a folder with its size and the time of its last change. */
function filesOf(folder) {
  const out = new Map();
  for (const path of readdirSync(folder, { recursive: true })) {
    const info = statSync(join(folder, String(path)));
    if (info.isFile()) out.set(String(path), { size: info.size, time: info.mtimeMs });
  }
  return out;
}

const bytesOf = (files) => [...files.values()].reduce((sum, { size }) => sum + size, 0);

/** The files that are new or were written again. */
function written(before, after) {
  return new Map([...after].filter(([path, { time }]) => before.get(path)?.time !== time));
}

/** The archive, made or as an earlier run has left it, and which sessions have what is asked for. */
function prepare(data, count, queries) {
  const note = join(data, "made.json");
  const same = JSON.stringify({ count, seed, corpus: values.corpus, queries });
  if (existsSync(note)) {
    const before = JSON.parse(readFileSync(note, "utf8"));
    if (before.same === same) {
      rmSync(join(data, "search"), { recursive: true, force: true });
      return before;
    }
  }
  rmSync(data, { recursive: true, force: true });
  const truth = queries.map(() => []);
  const watch = (one) => {
    const { title, paragraphs } = ofSession(one);
    const text = [title, ...paragraphs].join("\n");
    queries.forEach(({ query }, at) => {
      if (text.includes(query)) truth[at].push(one.id);
    });
  };
  const archive = writeArchive(data, { count, seed, folders: values.corpus, watch });
  console.error(`${count}: archive made`);
  writeFileSync(note, JSON.stringify({ same, archive, truth }));
  return { archive, truth };
}

/** Makes the archive, its index, the index after a change and the queries of one size. */
async function measureSize(count, queries) {
  const data = resolve(values.folder, String(count));
  const { archive, truth } = prepare(data, count, queries);
  if (values.prepare) return null;
  const made = await measured(["index", data]);
  const folder = join(data, "search");
  const files = filesOf(folder);
  console.error(`${count}: ${made.said.trim()}`);

  const at = Math.floor(count / 3);
  const path = join(data, `sessions/made-${at + 1}.json`);
  const as = readFileSync(path);
  writeFileSync(path, JSON.stringify(session(wordsOf(values.corpus), at, seed, 1)));
  const changed = await measured(["index", data]);
  console.error(`${count}: ${changed.said.trim()}`);
  const rewritten = written(files, filesOf(folder));
  writeFileSync(path, as);
  await measured(["index", data]);

  const input = queries.map(({ query }) => query).join("\n");
  const said = execFileSync(values.reader, [data], { input, maxBuffer: 2 ** 31 - 1, encoding: "utf8" }).trim().split("\n").map((text) => JSON.parse(text));
  const [root, ...answers] = said;
  const found = answers.map((answer, n) => {
    const candidates = new Set(answer.candidates);
    const right = new Set(truth[n]);
    return {
      ...queries[n],
      ...answer,
      truth: right.size,
      missed: truth[n].filter((id) => !candidates.has(id)).length,
      candidates: candidates.size,
      wrong: answer.first.hits.filter((id) => !right.has(id)).length,
    };
  });
  let seen = null;
  if (values.page) {
    execFileSync(values.yishi, ["catalogue", data], { stdio: "ignore" });
    seen = await visit({ dist: values.dist, data, queries, latency: LATENCY });
    console.error(`${count}: asked in the page`);
  }
  if (!values.keep) rmSync(data, { recursive: true, force: true });
  return { count, archive, made, files, changed, rewritten, root, found, seen };
}

function printIndex(sizes) {
  const row = (name, of) => say(`| ${name} | ${sizes.map(of).join(" | ")} |`);
  row("sessions", ({ count }) => count.toLocaleString("en"));
  say(`|---|${sizes.map(() => "---:").join("|")}|`);
  row("text, MB", ({ archive }) => (archive.text / 1e6).toFixed(0));
  row("text of a session, kB", ({ archive }) => (archive.text / archive.files / 1000).toFixed(1));
  row("index made, s", ({ made }) => made.seconds.toFixed(1));
  row("the same, processor time, s", ({ made }) => made.work.toFixed(1));
  row("most memory, MB", ({ made }) => made.memory.toFixed(0));
  row("index, MB", ({ files }) => (bytesOf(files) / 1e6).toFixed(1));
  row("index, files", ({ files }) => files.size.toLocaleString("en"));
  row("index / text", ({ files, archive }) => `${((100 * bytesOf(files)) / archive.text).toFixed(1)} %`);
  row("root, kB", ({ root }) => kilobytes(root.root));
  row("one session changed, s", ({ changed }) => changed.seconds.toFixed(2));
  row("the same, processor time, s", ({ changed }) => changed.work.toFixed(2));
  row("the same: files written, kB", ({ rewritten }) => `${rewritten.size}, ${kilobytes(bytesOf(rewritten))}`);
  say();
}

const SHORT = ["2 characters", "3 characters", "4 characters"];

function printQueries(sizes) {
  say("Mean of each kind; “index” is root, directories and lists, with the root that is fetched once.");
  say();
  say("| sessions | kind | queries | sessions with it | index: files, kB | names: files, kB | sessions looked at, kB | rounds to the first, to ten | all candidates: files, kB | candidates |");
  say("|---:|---|---:|---:|---:|---:|---:|---:|---:|---:|");
  for (const { count, root, found } of sizes) {
    const groups = grouped(found);
    for (const [name, group] of groups) {
      const m = (of) => mean(group.map(of));
      const pair = (of) => `${(m((one) => of(one)[0])).toFixed(1)}, ${kilobytes(m((one) => of(one)[1]))}`;
      const withRoot = ([files, bytes]) => [files + 1, bytes + root.root];
      say(`| ${count.toLocaleString("en")} | ${name} | ${group.length} | ${Math.round(m((one) => one.truth)).toLocaleString("en")} | ${pair((one) => withRoot(one.first.index))} | ${pair((one) => one.first.names)} | ${pair((one) => one.first.sessions)} | ${(m((one) => one.first.to_first) + 1).toFixed(1)}, ${(m((one) => one.first.rounds) + 1).toFixed(1)} | ${pair((one) => withRoot(one.all.index))} | ${Math.round(m((one) => one.all.candidates)).toLocaleString("en")} |`);
    }
  }
  say();
  for (const { count, root, found } of sizes) {
    const of = found.filter(({ kind }) => SHORT.includes(kind));
    const bytes = of.map((one) => one.first.index[1] + root.root);
    const files = of.map((one) => one.first.index[0] + 1);
    const missed = found.reduce((sum, one) => sum + one.missed, 0);
    const wrong = found.reduce((sum, one) => sum + one.wrong, 0);
    const truth = found.reduce((sum, one) => sum + one.truth, 0);
    say(`- ${count.toLocaleString("en")} sessions, two to four characters (${of.length} queries), index only, cold: ${quantile(files, 0.5)} requests (p95 ${quantile(files, 0.95)}, most ${Math.max(...files)}), ${kilobytes(quantile(bytes, 0.5))} kB (p95 ${kilobytes(quantile(bytes, 0.95))}, most ${kilobytes(Math.max(...bytes))}). Of all queries: ${truth.toLocaleString("en")} sessions have what was asked for, ${missed} of them not among the candidates; ${wrong} of the sessions shown do not have it.`);
  }
  say();
}

/** What the page took. */
function printVisits(sizes) {
  if (!sizes.some(({ seen }) => seen)) return;
  say("In the page, each query with nothing stored but the page itself and the list of sessions; requests and kB, milliseconds to the first result and to the end (ten sessions, or sixty looked at); means, and the 95th percentile of the times:");
  say();
  say("| sessions | kind | index | names | sessions looked at | to the first result, ms | to the end, ms |");
  say("|---:|---|---:|---:|---:|---:|---:|");
  for (const { count, found, seen } of sizes.filter((one) => one.seen)) {
    const all = found.map((one, at) => ({ ...one, ...seen.answers[at] }));
    for (const [name, group] of grouped(all)) {
      const part = (of) => `${mean(group.map(({ parts }) => parts[of]?.requests ?? 0)).toFixed(1)}, ${kilobytes(mean(group.map(({ parts }) => parts[of]?.bytes ?? 0)))}`;
      const times = (of) => {
        const known = group.map(of).filter((ms) => ms !== null);
        return known.length > 0 ? `${mean(known).toFixed(0)}, ${quantile(known, 0.95).toFixed(0)}` : "–";
      };
      say(`| ${count.toLocaleString("en")} | ${name} | ${part("index")} | ${part("names")} | ${part("sessions")} | ${times(({ first }) => first)} | ${times(({ last }) => last)} |`);
    }
    say(`| ${count.toLocaleString("en")} | opening the page | ${seen.opening.index?.requests ?? 0} |  |  | ${Object.values(seen.opening).reduce((sum, { requests }) => sum + requests, 0)} requests | ${kilobytes(Object.values(seen.opening).reduce((sum, { bytes }) => sum + bytes, 0))} kB |`);
  }
  say();
}

const key = ({ kind, rarity }) => (rarity ? `${kind}, ${rarity}` : kind);

function grouped(found) {
  const out = new Map();
  for (const one of found) out.set(key(one), [...(out.get(key(one)) ?? []), one]);
  return out;
}

/** How the bytes of a query grow, and what that makes at a million. */
function printGrowth(sizes) {
  if (sizes.length < 2) return;
  const laws = [
    ["root", ({ root }) => root.root],
    ...["rare", "medium", "common"].map((rarity) => [`two to four characters, ${rarity}: index without root`, ({ found }) => mean(found.filter((one) => SHORT.includes(one.kind) && one.rarity === rarity).map((one) => one.first.index[1]))]),
    ...["rare", "medium", "common"].map((rarity) => [`the same, all candidates, ${rarity}`, ({ found }) => mean(found.filter((one) => SHORT.includes(one.kind) && one.rarity === rarity).map((one) => one.all.index[1]))]),
    ["whole index", ({ files }) => bytesOf(files)],
    ["processor time to make it, ms", ({ made }) => made.work * 1000],
  ];
  say("Bytes against the number of sessions N, by least squares, and what both laws make at N = 1,000,000:");
  say();
  say("| | a + b·log10 N (R²) | at a million, kB | a·N^b (R²) | at a million, kB |");
  say("|---|---:|---:|---:|---:|");
  for (const [name, of] of laws) {
    const points = sizes.map((one) => [one.count, of(one)]);
    const log = line(points.map(([x, y]) => [Math.log10(x), y]));
    const power = powerLaw(points);
    say(`| ${name} | ${(log.a / 1000).toFixed(1)} + ${(log.b / 1000).toFixed(1)}·log10 N kB (${log.r2.toFixed(3)}) | ${kilobytes(log.a + log.b * 6)} | ${power.a.toPrecision(3)}·N^${power.b.toFixed(3)} (${power.r2.toFixed(3)}) | ${kilobytes(power.a * 1e6 ** power.b)} |`);
  }
  say();
}

const counts = values.sizes.split(",").map(Number);
const queries = queriesOf({ folders: values.corpus, seed, each: Number(values.each) });
say(`${new Date().toISOString().slice(0, 10)} · ${cpus().length} × ${cpus()[0].model.trim()}, Node ${process.versions.node} · ${queries.length} queries, the same for every size · one round of requests is ${LATENCY} ms with that much latency`);
say();
const sizes = [];
for (const count of counts) sizes.push(await measureSize(count, queries));
if (values.prepare) process.exit();
printIndex(sizes);
printQueries(sizes);
printVisits(sizes);
printGrowth(sizes);
mkdirSync(dirname(values.out), { recursive: true });
writeFileSync(values.out, `${lines.join("\n")}\n`);
writeFileSync(values.out.replace(/\.md$/, ".json"), JSON.stringify(sizes.map(({ files, rewritten, ...one }) => ({ ...one, index: bytesOf(files), files: files.size, rewritten: [rewritten.size, bytesOf(rewritten)] }))));
