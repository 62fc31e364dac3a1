// Word documents, pages and PDF that are large, deep or broken.

import { deflateSync } from "node:zlib";
import { entry, zip } from "./zip.mjs";

const docx = (body, more = []) => zip([entry("word/document.xml", `<document><body>${body}`), ...more]);
const run = (text) => `<p><r><t>${text}</t></r></p>`;
const table = (rows) => `<tbl>${rows}</tbl>`;
const row = (...cells) => `<tr>${cells.map((cell) => `<tc>${cell}</tc>`).join("")}</tr>`;
const SENTENCE = "2030年，全市一般公共预算收入完成12.5亿元，为预算的101.6%，增长3.4%。";

/** A PDF of these objects, from 1 on; each is its bytes. */
function pdf(objects) {
  const parts = objects.map((object, place) => Buffer.concat([Buffer.from(`${place + 1} 0 obj\n`), Buffer.from(object), Buffer.from("\nendobj\n")]));
  return Buffer.concat([Buffer.from("%PDF-1.4\n"), ...parts, Buffer.from(`trailer<</Root 1 0 R/Size ${objects.length + 1}>>\n%%EOF`)]);
}
function stream(text, entries = "") {
  const packed = deflateSync(Buffer.from(text));
  return Buffer.concat([Buffer.from(`<</Length ${packed.length}/Filter/FlateDecode${entries}>>stream\n`), packed, Buffer.from("\nendstream")]);
}
const FONT = "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[5 0 R]/ToUnicode 6 0 R>>";
const DESCENDANT = "<</Type/Font/Subtype/CIDFontType2/BaseFont/A/DW 1000/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor<</Type/FontDescriptor/FontName/A/Flags 4>>>>";
const map = (ranges) => `/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange ${ranges} endcmap end end`;
const WHOLE = map("1 beginbfrange <0000> <FFFF> <0000> endbfrange");
const hex = (text) => [...text].map((character) => character.codePointAt(0).toString(16).padStart(4, "0")).join("");

/** Pages of these contents; contents that are a number are those of that page. */
function pages(contents, ranges = WHOLE, more = []) {
  const first = 7 + more.length;
  const kids = contents.map((_, place) => `${first + 2 * place} 0 R`).join(" ");
  const page = (content, place) => [
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents ${first + 2 * (typeof content === "number" ? content : place) + 1} 0 R/Resources 3 0 R>>`,
    typeof content === "number" ? "null" : stream(content),
  ];
  const resources = `<</Font<</F 4 0 R>>/XObject<</X 7 0 R>>>>`;
  return pdf(["<</Type/Catalog/Pages 2 0 R>>", `<</Type/Pages/Kids[${kids}]/Count ${contents.length}>>`, resources, FONT, DESCENDANT, stream(ranges), ...more, ...contents.flatMap(page)]);
}
const shown = (x, y, text) => `1 0 0 1 ${x} ${y} Tm <${hex(text)}> Tj `;
const inText = (text) => `BT /F 10 Tf ${text} ET`;
const prose = inText(Array.from({ length: 45 }, (_, line) => shown(50, 760 - 16 * line, SENTENCE)).join(""));
const numbers = inText(Array.from({ length: 60 }, (_, line) => [0, 1, 2, 3, 4, 5].map((column) => shown(50 + 90 * column, 770 - 12 * line, column ? `${line * column}.5` : `项目${line}`)).join("")).join(""));

export const documents = {
  "prose of 20 MB.docx": () => docx(run(SENTENCE).repeat(180_000)),
  "paragraphs 2 million.docx": () => docx("<p/>".repeat(2_000_000)),
  "nesting 1000000.docx": () => docx("<p><r>".repeat(500_000)),
  "nested tables 100000.docx": () => docx(table(row(table(row(run("甲"), run("乙"))).repeat(100_000)))),
  "fields 300000.docx": () => docx(`<p><r>${`<fldChar fldCharType="begin"/>`.repeat(300)}${"<t>x</t>".repeat(300_000)}</r></p>`),
  "cells 1 million.docx": () => docx(table(row(...Array(63).fill(run("1"))).repeat(12_000))),
  "joined paragraphs 100000.docx": () => docx(`<p><pPr><rPr><del/></rPr></pPr><r><t>收入</t></r></p>`.repeat(200_000)),
  "styles in a ring.docx": () => docx(`<p><pPr><pStyle val="s0"/></pPr><r><t>x</t></r></p>`.repeat(50_000), [
    entry("word/_rels/document.xml.rels", `<Relationships><Relationship Id="a" Type="x/styles" Target="styles.xml"/></Relationships>`),
    entry("word/styles.xml", `<styles>${Array.from({ length: 50_000 }, (_, n) => `<style type="paragraph" styleId="s${n}"><basedOn val="s${(n + 1) % 50_000}"/></style>`).join("")}</styles>`),
  ]),
  "numbers over 2 billion.docx": () => docx(`<p><pPr><numPr><ilvl val="0"/><numId val="1"/></numPr></pPr><r><t>x</t></r></p>`.repeat(50_000), [
    entry("word/_rels/document.xml.rels", `<Relationships><Relationship Id="a" Type="x/numbering" Target="numbering.xml"/></Relationships>`),
    entry("word/numbering.xml", `<numbering><abstractNum abstractNumId="0"><lvl ilvl="0"><start val="2147483647"/><numFmt val="upperRoman"/><lvlText val="${"%1".repeat(50)}"/></lvl></abstractNum><num numId="1"><abstractNumId val="0"/></num></numbering>`),
  ]),
  "tracked changes and text boxes.docx": () => docx(`<p><ins><r><t>收入</t></r></ins><del><r><delText>支出</delText></r></del><r><AlternateContent><Choice><txbxContent>${run("框")}</txbxContent></Choice><Fallback><txbxContent>${run("框")}</txbxContent></Fallback></AlternateContent></r></p>`.repeat(10_000)),
  "no document.docx": () => zip([entry("[Content_Types].xml", "wordprocessingml.document.main")]),
  "nesting 1000000.html": () => `<html>${"<div>".repeat(1_000_000)}预算`,
  "nested tables 500000.html": () => `<html>${"<table><tr><td>甲".repeat(500_000)}`,
  "spans 1000 by 1000.html": () => `<html><table>${"<tr><td colspan=1000 rowspan=1000>1".repeat(300_000)}`,
  "spans in one row.html": () => `<html><table><tr>${"<td rowspan=1000>1".repeat(300_000)}<tr>${"<td>1".repeat(300_000)}`,
  "spans under spans.html": () => `<html><table><tr>${"<td rowspan=1000>1".repeat(1000)}${`<tr>${"<td>1".repeat(50)}`.repeat(20_000)}`,
  "cells 2 million.html": () => `<html><table>${`<tr>${"<td>1".repeat(100)}`.repeat(30_000)}`,
  "rows of 16384 columns.html": () => `<html><table>${`<tr>${"<td>预算数".repeat(16_384)}`.repeat(30)}`,
  "blocks 4 million.html": () => `<html>${"<p>预".repeat(4_000_000)}`,
  "attributes 1 million.html": () => `<html><p ${Array.from({ length: 1_000_000 }, (_, n) => `a${n}=1`).join(" ")}>预算`,
  "references 5 million.html": () => `<html><p>${"&nbsp;&#8194;".repeat(2_000_000)}预算`,
  "a cell of 30 MB.html": () => `<html><table><tr><td>${"预算<br>".repeat(3_000_000)}<td>1<tr><td>1<td>2</table>`,
  "script that does not end.html": () => `<html><script>${"<p>x".repeat(5_000_000)}`,
  "boilerplate of 50 pages.html": () => `<html><body>${`<div class="nav"><ul>${"<li><a href='/x'>政务公开</a></li>".repeat(60)}</ul></div><div class="footer">版权所有 主办单位 网站标识码 12345678 当前位置：首页 &gt; 新闻</div>`.repeat(50)}<div>${`<p>${SENTENCE}</p>`.repeat(5)}</div>`,
  "pages 70 of prose.pdf": () => pages(Array(70).fill(prose)),
  "pages 70 of tables.pdf": () => pages(Array(70).fill(numbers)),
  "pages 2000.pdf": () => pages([prose, ...Array(1999).fill(0)]),
  "pages 100000 of one.pdf": () => pages(["", ...Array(99_999).fill(0)]),
  "characters 2 million on a page.pdf": () => pages([inText(shown(50, 600, "收".repeat(2_000_000)))]),
  "lines 50000 on a page.pdf": () => pages([inText(Array.from({ length: 25_000 }, (_, n) => shown(50, n / 40, `${n}`) + shown(300, n / 40, "1")).join(""))]),
  "pieces 50000 in a line.pdf": () => pages([inText(Array.from({ length: 25_000 }, (_, n) => shown(n * 90, 500, "12")).join(""))]),
  "rules 1 million.pdf": () => pages(["5 0 m 5 700 l S ".repeat(1_000_000) + numbers]),
  "bomb of 1 GB in a page.pdf": () => pages([" ".repeat(500_000_000) + prose]),
  "states 5 million.pdf": () => pages([`${"q ".repeat(5_000_000)}${prose}`]),
  "clips 1 million.pdf": () => pages([`${"0 0 9 9 re W n ".repeat(1_000_000)}${prose}`]),
  "forms within themselves.pdf": () => pages([`${prose} /X Do`], WHOLE, [stream("/X Do /X Do /X Do", "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources 3 0 R")]),
  "nesting 1000000.pdf": () => pdf(["<</Type/Catalog/Pages 2 0 R>>", `<</Type/Pages/Kids${"[".repeat(1_000_000)}`]),
  "nesting in a page.pdf": () => pages([`${"[".repeat(1_000_000)} TJ ${"<<".repeat(1_000_000)} ${prose}`]),
  "page tree in a ring.pdf": () => pdf(["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R 2 0 R 2 0 R]/Count 3>>"]),
  "objects 500000.pdf": () => pdf(["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count 0>>", ...Array(500_000).fill("<</A 1>>")]),
  "map of private characters.pdf": () => pages(Array(3).fill(prose), map("1 beginbfrange <0000> <FFFF> <E000> endbfrange")),
  "map of nothing.pdf": () => pages(Array(3).fill(prose), "garbage <<<< 999999999 beginbfrange"),
  "map of a million ranges.pdf": () => pages([prose], map(`1000000 beginbfrange ${"<0000> <FFFF> <4E00> ".repeat(1_000_000)} endbfrange`)),
  "map of long texts.pdf": () => pages([prose], map(`1 beginbfrange <0000> <FFFF> <${"4E00".repeat(20_000)}> endbfrange`)),
  "no page.pdf": () => Buffer.from("%PDF-1.7\nnothing"),
};
