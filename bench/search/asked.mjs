// The queries of bench/scale.mjs: the same for every size of an archive, since its first sessions are the same.
//
// They are parts of 250 of the first 1,000 sessions, of 1 to 8 characters, and of each length some that one of the 250 has (rare), some that up to
// 5 % have (medium) and some that more have (common); beside them names of people, amounts, Latin words, and what no session has.

import { session, wordsOf } from "../archive.mjs";
import { ofSession } from "./documents.mjs";
import { chance } from "./figures.mjs";
import { Brute, makeQueries } from "./queries.mjs";

const SAMPLE = 250;
const LENGTHS = ["1 character", "2 characters", "3 characters", "4 characters", "8 characters"];
const OTHERS = ["names", "amounts", "latin", "absent"];

/** `[{ kind, rarity, query }]`, `each` of every kind and rarity where there are so many. */
export function queriesOf({ folders, seed, each }) {
  const words = wordsOf(folders);
  const documents = Array.from({ length: SAMPLE }, (_, n) => ofSession(session(words, (n * 1000) / SAMPLE, seed)));
  const drawn = makeQueries(documents, { each: each * 60, seed });
  // Drawn from running text, single characters are common ones; the others are drawn from those that there are.
  const brute = new Brute(documents);
  const single = [...new Set(brute.texts.join(""))].filter((c) => /\p{Script=Han}/u.test(c)).sort();
  const next = chance(seed);
  for (let n = 0; n < each * 30; n += 1) {
    const query = single[Math.floor(next() * single.length)];
    if (!drawn.some((one) => one.query === query)) drawn.push({ kind: "1 character", query, truth: brute.find(query) });
  }
  const rarity = ({ truth }) => (truth.length <= 1 ? "rare" : truth.length <= SAMPLE / 20 ? "medium" : "common");
  const out = [];
  for (const kind of [...LENGTHS, ...OTHERS]) {
    const all = drawn.filter((one) => one.kind === kind);
    const groups = LENGTHS.includes(kind) ? ["rare", "medium", "common"].map((name) => [name, all.filter((one) => rarity(one) === name)]) : [["", all]];
    for (const [name, group] of groups) out.push(...group.slice(0, each).map(({ query }) => ({ kind, rarity: name, query })));
  }
  return out;
}
