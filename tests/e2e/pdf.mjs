// What is on the sheets of a PDF: its words, with their places, as a program that copies text out of it has them.

import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { inflateSync } from "node:zlib";

/**
 * The sheets of a PDF, in points from the left lower corner: `[{ width, height, words: [{ text, left, right, bottom, size }] }]`, the words in the order in
 * which they were written.
 */
export async function sheets(bytes) {
  // The reader keeps what it is given.
  const actual = actualTexts(Buffer.from(bytes));
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const all = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const [, , width, height] = page.view;
    const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
    all.push({ width, height, words: wordsOf(items, actual) });
  }
  await pdf.destroy();
  if (actual.length > 0) throw new Error(`${actual.length} texts of the PDF belong to no span`);
  return all;
}

/** The words of a sheet. Where the font does not say what a sign stands for, the text that the PDF has for it takes its place; PDF.js does not read those. */
function wordsOf(items, actual) {
  const words = [];
  let span = null;
  for (const item of items) {
    if (item.type === "beginMarkedContentProps" && item.tag === "Span") span = { text: actual.shift() };
    else if (item.type === "endMarkedContent" && span) {
      if (span.text && span.blank) words.push(word(span.text, span.blank));
      span = null;
    } else if (item.str?.trim()) {
      words.push(word(span?.text ?? item.str, item));
      // The sign may have been read as several.
      if (span) span.text = "";
    } else if (span) span.blank = item;
  }
  return words.filter(({ text }) => text);
}

/** A word where it stands; a sign that was read as nothing stands where the space before it began. */
function word(text, { str = "", transform: [, , , size, left, bottom], width }) {
  return { text, left, right: str.trim() ? left + width : left, bottom, size };
}

/** The texts that stand for signs (/ActualText), in the order of the file. */
function actualTexts(bytes) {
  const raw = bytes.toString("latin1");
  const texts = [];
  for (const { index, 0: { length } } of raw.matchAll(/\bstream\r?\n/g)) {
    let content;
    try {
      content = inflateSync(bytes.subarray(index + length, raw.indexOf("endstream", index))).toString("latin1");
    } catch {
      continue; // A picture, or a font.
    }
    for (const [, hex, letters] of content.matchAll(/\/ActualText\s*(?:<FEFF([0-9A-F]*)>|\(((?:\\.|[^\\)])*)\))/g)) {
      texts.push(letters?.replace(/\\(.)/g, "$1") ?? Buffer.from(hex, "hex").swap16().toString("utf16le"));
    }
  }
  return texts;
}
