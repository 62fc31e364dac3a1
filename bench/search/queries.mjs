// What is searched for, by kinds, the same every time: parts of the documents, names, amounts, and what is nowhere. The answer is what brute force
// finds: the documents of which a paragraph or the title contains the query, character by character.

import { chance } from "./figures.mjs";

const HAN = /^\p{Script=Han}+$/u;
/** Characters with a meaning in some engine's query, or none as a query. */
const PLAIN = /^[^\s"'“”‘’\-:;!?*+~^(){}[\]\\/|&<>=]+$/u;
const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/** Whether a document contains a query. */
export class Brute {
  constructor(documents) {
    this.texts = documents.map(({ title, paragraphs }) => [title, ...paragraphs].join("\n"));
  }

  /** The numbers of the documents that contain it. */
  find(query) {
    return this.texts.flatMap((text, at) => (text.includes(query) ? [at] : []));
  }
}

/** `[{ kind, query, truth }]`: at most `each` different ones of every kind. */
export function makeQueries(documents, { each = 40, seed = 6 } = {}) {
  const next = chance(seed);
  const brute = new Brute(documents);
  const pick = (list) => list[Math.floor(next() * list.length)];
  // A long document is as likely to be asked about as it is long.
  const paragraphs = documents.flatMap(({ title, paragraphs }) => [title, ...paragraphs].map((text) => [...text]));
  const ends = [];
  let total = 0;
  for (const text of paragraphs) ends.push(total += text.length);
  const somewhere = () => {
    const at = next() * total;
    let [low, high] = [0, ends.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ends[middle] > at) high = middle;
      else low = middle + 1;
    }
    return paragraphs[low];
  };
  const part = (least, most) => {
    const text = somewhere();
    const length = least + Math.floor(next() * (most - least + 1));
    const from = Math.floor(next() * (text.length - length + 1));
    return from < 0 ? "" : text.slice(from, from + length).join("");
  };
  const matchIn = (pattern) => pick([...somewhere().join("").matchAll(pattern)].map(([found]) => found)) ?? "";
  const names = [...new Set(documents.flatMap((one) => one.names))].filter((name) => brute.texts.some((text) => text.includes(name)));

  const kinds = {
    "1 character": () => han(part(1, 1)),
    "2 characters": () => han(part(2, 2)),
    "3 characters": () => han(part(3, 3)),
    "4 characters": () => han(part(4, 4)),
    "6 characters": () => han(part(6, 6)),
    "8 characters": () => han(part(8, 8)),
    "across words": () => acrossWords(somewhere(), next),
    "mixed": () => mixed(part(2, 8)),
    "any 2–8": () => part(2, 8),
    "names": () => pick(names) ?? "",
    "amounts": () => matchIn(/[0-9]+(?:\.[0-9]+)?(?:万|亿)?(?:元|平方米|公里|亩)/gu),
    "part of a number": () => part(2, 4).match(/^[0-9]+$/)?.[0] ?? "",
    "latin": () => matchIn(/[a-z][a-z0-9]+/gu),
    "absent": () => {
      const [a, b] = [han(part(1, 3)), han(part(1, 3))];
      return a && b && brute.find(a + b).length === 0 ? a + b : "";
    },
  };
  const out = [];
  for (const [kind, draw] of Object.entries(kinds)) {
    const seen = new Set();
    for (let tries = 0; seen.size < each && tries < each * 500; tries += 1) {
      const query = draw();
      if (!query || seen.has(query) || !PLAIN.test(query) || [...query].length > 12) continue;
      seen.add(query);
      out.push({ kind, query, truth: brute.find(query) });
    }
  }
  return out;
}

function han(text) {
  return HAN.test(text) ? text : "";
}

function mixed(text) {
  return /\p{Script=Han}/u.test(text) && /[a-z0-9]/.test(text) ? text : "";
}

/** Two to four characters that begin or end within a word and hold a border of words. */
function acrossWords(characters, next) {
  const text = characters.join("");
  const borders = new Set([...segmenter.segment(text)].map(({ index }) => index));
  const length = 2 + Math.floor(next() * 3);
  const from = Math.floor(next() * (text.length - length));
  if (from < 0) return "";
  const holds = Array.from({ length: length - 1 }, (_, n) => from + n + 1).some((at) => borders.has(at));
  const isCut = !borders.has(from) || !borders.has(from + length);
  return holds && isCut ? han(text.slice(from, from + length)) : "";
}
