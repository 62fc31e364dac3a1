// What the end-to-end tests open and expect: sessions of the archive, fixtures, made-up sessions, and the interface's strings.

import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { DIST, ROOT } from "./helpers.mjs";

const text = (path) => readFileSync(join(ROOT, path), "utf8");

const built = (path) => JSON.parse(readFileSync(join(DIST, "data", path), "utf8"));

/** The list of the archive, as it was built. */
export const CATALOGUE = built("catalogue.json");

/** A session of the archive, as it was built. */
export const archived = (id) => built(`sessions/${id}.json`);

/** The interface's strings of `zh` and `en` by name, as the files of src/i18n have them: no two have one name. */
export const TEXTS = { zh: {}, en: {} };
const strings = readdirSync(join(ROOT, "src/i18n")).filter((name) => name.endsWith(".rs")).map((name) => text(`src/i18n/${name}`)).filter((set) => set.includes("strings! {")).join("");
for (const [, name, zh, en] of strings.matchAll(/^ {8}(\w+): ("(?:[^"\\]|\\.)*"), ("(?:[^"\\]|\\.)*");/gm)) {
  if (name in TEXTS.zh) throw new Error(`${name} is the name of two strings`);
  TEXTS.zh[name] = JSON.parse(zh);
  TEXTS.en[name] = JSON.parse(en);
}

/** Puts values in the place of the `{}` of a string. */
export const fill = (template, ...values) => values.reduce((filled, value) => filled.replace("{}", () => value), template);

/** The bytes of a fixture. */
export const fixture = (name, kind = "invalid") => readFileSync(join(ROOT, "tests/fixtures", kind, name));

/** What is to be said of a fixture, as its snapshot has it: code, path and the sentence in each language. */
export function expected(name) {
  const lines = text(`tests/fixtures/invalid/${name}.expected`).trimEnd().split("\n");
  const said = [];
  for (let at = 0; at + 2 < lines.length; at += 3) {
    const [severity, code, , path = ""] = lines[at].split(" ");
    said.push({ severity, code, path, zh: lines[at + 1].slice(6), en: lines[at + 2].slice(6) });
  }
  return said;
}

/** The fixtures that cannot be opened at all. */
export function unreadable() {
  const names = readdirSync(join(ROOT, "tests/fixtures/invalid")).filter((name) => !name.endsWith(".expected"));
  return names.filter((name) => expected(name)[0]?.severity === "unreadable");
}

/** A small made-up session. */
export function made(fields = {}) {
  return {
    format: "yishi-session/1",
    id: "made",
    title: "示例镇第一届人民代表大会第一次会议",
    assembly: { name: "示例镇人民代表大会", level: "township", place: "示例省 示例县 示例镇" },
    term: 1,
    meeting: 1,
    dates: { start: "2024-01-25", end: "2024-01-26" },
    ...fields,
  };
}

/** A session with one speech of `count` paragraphs, p1, p2, …, with a heading before every hundredth. */
export function long(id, count) {
  const blocks = [];
  for (let n = 1; n <= count; n++) {
    if (n % 100 === 1) blocks.push({ id: `h${n}`, kind: "heading", level: 1, text: `第${Math.ceil(n / 100)}部分` });
    blocks.push({ id: `p${n}`, kind: "paragraph", text: `这是报告的自然段，编号为${n}号。${"各项工作按计划推进，居民的意见逐条得到答复。".repeat(1 + n % 5)}` });
  }
  const speech = { id: "report", kind: "report", title: "很长的报告", speaker: "a", text_status: "verbatim", blocks };
  return made({ id, title: "有一篇很长报告的会议", people: [{ id: "a", name: "林见山" }], speeches: [speech] });
}

/** A session in which every text field holds `hostile`. */
export function hostile(words) {
  const blocks = ["heading", "paragraph", "list", "quote", "table"].map((kind) => ({ id: `b-${kind}`, kind, text: words, items: [words, `${words}\t${words}`] }));
  return made({
    id: "hostile", title: words, summary: words, license: words,
    assembly: { name: words, short_name: words, place: `${words} ${words}` }, venue: words,
    sources: [{ id: "s", title: words, publisher: words, url: words }, { id: "t", title: words, url: "https://outside.example/a?b=1" }],
    corrections: [{ date: "2024-01-01", note: words }],
    sittings: [{ id: "sit", kind: "plenary", name: words, chairs: ["p", "dangling"] }],
    people: [{ id: "p", name: words, posts: [{ title: words, organization: words }] }],
    agenda: [{ id: "a", sitting: "sit", number: "1", title: words, presenters: ["p"], on_behalf_of: words, note: words, state: "done", result: "adopted", votes: ["v"], resolutions: ["r"], speeches: ["sp"] }],
    speeches: [{ id: "sp", agenda: "a", sitting: "sit", kind: "report", title: words, speaker: "p", attribution: words, post: words, on_behalf_of: words, blocks }],
    votes: [{ id: "v", motion: words, result: "elected", note: words, candidates: [{ person: "p", post: words, yes: 1, elected: true }] }],
    resolutions: [{ id: "r", number: words, title: words, vote: "v", blocks: [{ id: "rb", kind: "paragraph", text: words }] }],
    documents: [{ id: "d", title: words, kind: words, url: "javascript:globalThis.ran=1" }],
    glossary: [{ term: words, definition: words }],
  });
}

/** Every kind of place in a session that has all of it: what follows `?s=…`. */
export const PLACES_OF_HOSTILE = ["", "&p=agenda", "&p=agenda/a", "&p=speeches", "&p=speeches/sp", "&p=decisions", "&p=votes/v", "&p=people", "&p=people/p", "&p=glossary", "&p=documents"];

/** Answers a request with a session, as a host that lets other pages read its files. */
export const answer = (session, headers = {}) => (route) => route.fulfill({
  contentType: "application/json",
  headers: { "access-control-allow-origin": "*", ...headers },
  body: typeof session === "string" ? session : JSON.stringify(session),
});

/** A host that sends `body` as far as it is told to: `await host.send(0.5)`, then `host.finish()`. `host.route` is for `page.route`. */
export async function trickle(body) {
  const bytes = Buffer.from(body);
  const open = [];
  let sent = 0;
  const server = createServer((request, response) => {
    response.writeHead(200, { "content-type": "application/json", "content-length": bytes.length });
    response.write(bytes.subarray(0, sent));
    if (sent === bytes.length) response.end();
    else open.push(response);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const url = `http://127.0.0.1:${server.address().port}/`;
  return {
    route: (route) => route.continue({ url }),
    isAskedFor: () => open.length > 0,
    isDropped: () => open.every((response) => response.destroyed),
    send(share) {
      const to = Math.floor(bytes.length * share);
      for (const response of open) response.write(bytes.subarray(sent, to));
      sent = to;
    },
    finish() {
      for (const response of open) if (!response.destroyed) response.end(bytes.subarray(sent));
      sent = bytes.length;
    },
    close: () => new Promise((done) => {
      server.close(done);
      server.closeAllConnections();
    }),
  };
}
