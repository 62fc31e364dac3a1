// Text like that of given texts, without end. Clauses of real texts follow one another as they did or by chance; numbers, names and places in them
// are replaced; and some of their words give way to others, drawn from a vocabulary that never ends: the words of the texts first, then coined
// ones, each as rare as its place in that row (Zipf's law with an offset), so that new words, and with them new pairs of characters, keep coming.

import { COMMON, early } from "./names.mjs";

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
/** How text is made; the values were set so that pairs of characters grow as in real text (`node bench/archive.mjs --measure`). */
export const SETTINGS = { swap: 0.07, zipf: 1.6, offset: 500, again: 0.5, follow: 0.7 };
const ACRONYMS = ["GDP", "PPP", "APP", "5G", "EPC", "LED", "AI", "VR", "CBD", "ETC", "POS", "OTO", "R&D", "PM2.5", "QQ", "WiFi"];
/** What a part of a clause stands for. */
export const [NUMBER, PERSON, PLACE, WORD] = [1, 2, 3, 4];

/** A vocabulary and the clauses of documents (`{ title, paragraphs, names }`, as they are written). */
export class Words {
  constructor(documents) {
    const counts = new Map();
    const characters = new Map();
    /** One list of clauses after another; `breaks` says after which a text ends. */
    this.clauses = [];
    for (const { title, paragraphs, names } of documents) {
      const proper = this.#proper(title, names);
      for (const paragraph of paragraphs) {
        for (const clause of paragraph.match(/[^，。；：！？、\s]+[，。；：！？、]?/gu) ?? []) {
          // Cells of tables and bare figures are no clauses.
          if (clause.length > 60 || (clause.match(/\p{Script=Han}/gu) ?? []).length < Math.max(4, clause.length / 2)) continue;
          const parts = this.#parts(clause, proper);
          for (const part of parts) if (part.kind === WORD) counts.set(part.text, (counts.get(part.text) ?? 0) + 1);
          for (const c of clause) if (/\p{Script=Han}/u.test(c)) characters.set(c, (characters.get(c) ?? 0) + 1);
          this.clauses.push(parts);
        }
      }
    }
    if (this.clauses.length < 50) throw new Error("The texts are too few to make others from.");
    this.seen = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([word]) => word);
    const known = [...characters].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([c]) => c);
    this.characters = [...known, ...COMMON.filter((c) => !characters.has(c))];
    this.coined = new Map();
  }

  /** The names in a document that are to be replaced: of its people, and of its places, which the title begins with. */
  #proper(title, names) {
    const before = title.split(/第|\d|关于/u)[0];
    const places = (before.match(/\p{Script=Han}{2,4}?(?=[省市县区镇乡州]|街道)/gu) ?? []).map((name) => name.replace(/^[省市县区镇乡州]/u, "")).filter((name) => name.length >= 2);
    return [...names.filter((name) => name.length >= 2).map((text) => ({ text, kind: PERSON })), ...places.map((text) => ({ text, kind: PLACE }))];
  }

  #parts(clause, proper) {
    let pieces = [{ text: clause, kind: 0 }];
    for (const { text, kind } of proper) {
      pieces = pieces.flatMap((piece) => (piece.kind || !piece.text.includes(text) ? [piece] : piece.text.split(text).flatMap((rest, n) => [...(n > 0 ? [{ text, kind }] : []), ...(rest ? [{ text: rest, kind: 0 }] : [])])));
    }
    return pieces.flatMap((piece) => {
      if (piece.kind) return [piece];
      return piece.text.split(/([0-9]+(?:[.,][0-9]+)*)/).filter(Boolean).flatMap((text, n, all) => {
        if (/^[0-9]/.test(text)) {
          const most = { 年: 2025, 月: 12, 日: 28 }[all[n + 1]?.[0]] ?? 0;
          return [{ text, kind: NUMBER, most, digits: text.split(".")[0].replaceAll(",", "").length, places: (text.split(".")[1] ?? "").length }];
        }
        return [...segmenter.segment(text)].map(({ segment }) => ({ text: segment, kind: /^\p{Script=Han}{2,}$/u.test(segment) ? WORD : 0 }));
      });
    });
  }

  /** The word at a place of the vocabulary; the same one every time. */
  word(rank) {
    if (rank < this.seen.length) return this.seen[rank];
    let word = this.coined.get(rank);
    if (!word) {
      let state = Math.imul(rank ^ 0x9e3779b9, 0x85ebca6b) >>> 0;
      const next = () => {
        state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) >>> 0;
        const t = Math.imul(state ^ (state >>> 13), 0x297a2d39) >>> 0;
        return ((t ^ (t >>> 16)) >>> 0) / 4294967296;
      };
      next();
      const length = next() < 0.72 ? 2 : next() < 0.8 ? 3 : 4;
      word = Array.from({ length }, () => early(this.characters, next, 60)).join("");
      if (this.coined.size < 2_000_000) this.coined.set(rank, word);
    }
    return word;
  }

  /** A rank by Zipf's law with an offset, without end. */
  rank(next) {
    return Math.min(2 ** 31, Math.floor(SETTINGS.offset * ((1 - next()) ** (-1 / (SETTINGS.zipf - 1)) - 1)));
  }
}

/** What one session's text is made with: its chance, its names, its own favourite words. */
export class Writer {
  constructor(words, next, town, people) {
    Object.assign(this, { words, next, town, people, mine: [], at: Math.floor(next() * words.clauses.length) });
  }

  pick(list) {
    return list[Math.floor(this.next() * list.length)];
  }

  /** A content word: one of this session again, or one of all. */
  word() {
    const { next, mine, words } = this;
    if (mine.length > 0 && next() < SETTINGS.again) return mine[Math.floor(next() * mine.length)];
    const word = words.word(words.rank(next));
    mine.push(word);
    return word;
  }

  amount(digits, places) {
    const first = 1 + Math.floor(this.next() * 9);
    let text = `${first}`;
    for (let n = 1; n < digits; n += 1) text += Math.floor(this.next() * 10);
    if (places > 0) {
      text += ".";
      for (let n = 0; n < places; n += 1) text += Math.floor(this.next() * 10);
    }
    return text;
  }

  /** A clause with its mark; years stay years. */
  clause() {
    const { next, words } = this;
    this.at = next() < SETTINGS.follow ? (this.at + 1) % words.clauses.length : Math.floor(next() * words.clauses.length);
    let out = "";
    for (const { kind, text, most, digits, places } of words.clauses[this.at]) {
      if (kind === 0) out += text;
      else if (kind === WORD) out += next() < SETTINGS.swap ? this.word() : text;
      else if (kind === NUMBER) out += most > 0 ? (most > 31 ? most - Math.floor(next() * 18) : 1 + Math.floor(next() * most)) : this.amount(digits, places);
      else if (kind === PERSON) out += this.pick(this.people);
      // What kind of place it is follows in the text.
      else out += this.pick(this.town.names);
    }
    const name = next();
    if (name < 0.05) out = this.pick(name < 0.03 ? this.town.villages : this.town.roads) + out;
    if (next() < 0.004) out = this.pick(ACRONYMS) + out;
    return out;
  }

  /** Clauses to at least so many characters, ended with a full stop. */
  text(characters) {
    let out = "";
    while (out.length < characters) out += this.clause();
    return out.replace(/[，。；：！？、]?$/u, "。");
  }

  /** A few words as a title; never with a mark at its end. */
  phrase(least = 6) {
    return this.text(least).slice(0, -1).slice(-40);
  }
}
