// The engines inside the page of bench/peers.mjs. Each one: `build(documents)` makes its index, `pack()` gives what would be downloaded, `open(bytes)`
// takes that back, `find(query)` gives the numbers of the documents found. Text is folded already.

import MiniSearch from "/packages/minisearch/dist/es/index.js";
import { Charset, Index } from "/packages/flexsearch/dist/flexsearch.bundle.module.min.mjs";

const LATIN = /^[a-z0-9.]+$/;
const TOKENS = /[a-z0-9]+(?:\.[0-9]+)?|[^\sa-z0-9\p{P}\p{S}]+/gu;

/** Runs of letters and digits as they are; of all else every character and every pair of neighbours. */
function bigrams(text) {
  const out = [];
  for (const [run] of text.matchAll(TOKENS)) {
    if (LATIN.test(run)) {
      out.push(run);
      continue;
    }
    const characters = [...run];
    for (let at = 0; at < characters.length; at += 1) {
      out.push(characters[at]);
      if (at + 1 < characters.length) out.push(characters[at] + characters[at + 1]);
    }
  }
  return out;
}

/** Of a query the pairs alone, or the one character where there is only one. */
function queryBigrams(text) {
  const out = [];
  for (const [run] of text.matchAll(TOKENS)) {
    const characters = [...run];
    if (LATIN.test(run) || characters.length === 1) out.push(run);
    else for (let at = 0; at + 1 < characters.length; at += 1) out.push(characters[at] + characters[at + 1]);
  }
  return out;
}

const whole = ({ title, paragraphs }) => [title, ...paragraphs].join("\n");
const encode = (value) => new TextEncoder().encode(JSON.stringify(value));
const decode = (bytes) => JSON.parse(new TextDecoder().decode(bytes));

/** `indexOf` over all the text: no index at all. */
class Scan {
  build(documents) {
    this.texts = documents.map(whole);
  }
  pack() {
    return encode(this.texts);
  }
  open(bytes) {
    this.texts = decode(bytes);
  }
  find(query) {
    const out = [];
    for (let at = 0; at < this.texts.length; at += 1) if (this.texts[at].includes(query)) out.push(at);
    return out;
  }
}

class Mini {
  options = { fields: ["text"], tokenize: bigrams, processTerm: (term) => term };
  build(documents) {
    this.index = new MiniSearch(this.options);
    this.index.addAll(documents.map((one, id) => ({ id, text: whole(one) })));
  }
  pack() {
    return encode(this.index);
  }
  open(bytes) {
    this.index = MiniSearch.loadJSON(new TextDecoder().decode(bytes), this.options);
  }
  find(query) {
    // Words and numbers by their beginning: that is as near to a part of one as it goes.
    return this.index.search(query, { tokenize: queryBigrams, combineWith: "AND", prefix: (term) => LATIN.test(term) }).map(({ id }) => id);
  }
}

/** `context` and other settings as the library's own documents have them for Chinese. */
class Flex {
  constructor(options, ask = (query) => query) {
    this.options = options;
    this.ask = ask;
  }
  build(documents) {
    this.count = documents.length;
    this.index = new Index(this.options());
    documents.forEach((one, id) => this.index.add(id, whole(one)));
  }
  pack() {
    const parts = { count: this.count };
    this.index.export((key, data) => { parts[key] = data; });
    return encode(parts);
  }
  open(bytes) {
    const { count, ...parts } = decode(bytes);
    this.count = count;
    this.index = new Index(this.options());
    for (const [key, data] of Object.entries(parts)) this.index.import(key, data);
  }
  find(query) {
    return this.index.search(this.ask(query), { limit: this.count });
  }
}

/** Its index lies on the host; `ask` makes the query. */
class Pagefind {
  constructor(ask) {
    this.ask = ask;
  }
  async open() {
    this.engine = await import("/pagefind/pagefind.js");
    await this.engine.init();
  }
  async find(query) {
    this.results = (await this.engine.search(this.ask(query))).results;
    return this.results.map(({ id }) => id);
  }
  /** What its result list shows. */
  show(count) {
    return Promise.all(this.results.slice(0, count).map((one) => one.data()));
  }
  /** Which document an answer is of. */
  async places(ids, known) {
    for (const one of this.results) if (!known[one.id]) known[one.id] = Number((await one.data()).url.match(/(\d+)\.html/)[1]);
    return ids.map((id) => known[id]);
  }
}

let asking = false;
const engines = {
  "scan (JavaScript indexOf)": () => new Scan(),
  "MiniSearch, bigrams": () => new Mini(),
  "FlexSearch, default": () => new Flex(() => ({})),
  "FlexSearch, CJK": () => new Flex(() => ({ encoder: Charset.CJK, tokenize: "strict" })),
  // One encoder for text and query is all it has: a flag says which one it is.
  "FlexSearch, bigrams": () => {
    const engine = new Flex(() => ({ encode: (text) => (asking ? queryBigrams(text) : bigrams(text)), tokenize: "strict" }));
    const { find } = engine;
    engine.find = (query) => {
      asking = true;
      try {
        return find.call(engine, query);
      } finally {
        asking = false;
      }
    };
    return engine;
  },
  "Pagefind": () => new Pagefind((query) => query),
  "Pagefind, quoted": () => new Pagefind((query) => `"${query}"`),
};

window.bench = {
  names: Object.keys(engines),
  /** Makes an index: how long it took, and what is to be downloaded. */
  async build(name, documents) {
    const engine = engines[name]();
    const start = performance.now();
    engine.build(documents);
    const ms = performance.now() - start;
    const bytes = engine.pack();
    return { ms, url: URL.createObjectURL(new Blob([bytes])), length: bytes.length };
  },
  /** Gets an index from the host and takes it in; how long that took. */
  async open(name, address) {
    const start = performance.now();
    window.engine = engines[name]();
    await window.engine.open(address ? new Uint8Array(await (await fetch(address)).arrayBuffer()) : null);
    return performance.now() - start;
  },
  /** Answers queries one after the other: `[{ found, ms }]`. */
  async find(queries) {
    const out = [];
    for (const query of queries) {
      const start = performance.now();
      const found = await window.engine.find(query);
      out.push({ found, ms: performance.now() - start });
    }
    return out;
  },
};
