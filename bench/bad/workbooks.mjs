// Workbooks that are large, deep, broken or not what they say.

import { randomBytes } from "node:crypto";
import { bomb, entry, zip } from "./zip.mjs";

const RELS = `<Relationships><Relationship Id="r" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
const HEAD = `<row><c t="inlineStr"><is><t>2031年一般公共预算支出预算表</t></is></c></row><row><c t="inlineStr"><is><t>单位：万元</t></is></c></row>`;

/** An element around a text. */
const within = (name, text) => `<${name}>${text}</${name}>`;
const sheetOf = (rows, after = "") => within("worksheet", `${within("sheetData", rows)}${after}`);
const words = (...texts) => texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join("");

/** The parts of a workbook around its sheets. */
function around(sheets, more = []) {
  const numbers = sheets.map((_, number) => number + 1);
  const tabs = numbers.map((number) => `<sheet name="T${number}" r:id="r${number}"/>`).join("");
  const pointers = numbers.map((number) => `<Relationship Id="r${number}" Type="x/worksheet" Target="s${number}.xml"/>`).join("");
  return [
    entry("_rels/.rels", RELS),
    entry("xl/_rels/workbook.xml.rels", within("Relationships", pointers)),
    entry("xl/workbook.xml", within("workbook", within("sheets", tabs))),
    ...sheets.map((sheet, place) => (typeof sheet === "string" ? entry(`xl/s${place + 1}.xml`, sheet) : sheet)),
    ...more,
  ];
}
const xlsx = (sheet, more) => zip(around([sheet], more));
const ods = (rows) => zip([entry("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), entry("content.xml", within("t", within("table", rows)))]);
const lines = (count, line) => Array.from({ length: count }, (_, number) => line(number)).join("");
const budget = (count) => HEAD + within("row", words("科目编码", "科目名称", "预算数", "执行数")) + lines(count, (n) => within("row", `${words(`2${n}`, `项目${n}`)}<c><v>${n}.5</v></c><c><v>${n * 2}</v></c>`));

/** Records of an old workbook, and the container around them. */
function xls(stream) {
  const sectors = Math.max(Math.ceil(stream.length / 512), 8);
  const tables = Math.ceil((sectors + 2) / 127) + 1;
  const head = Buffer.alloc(512, 0);
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(head);
  head[30] = 9;
  head.writeUInt32LE(tables, 48);
  head.fill(0xff, 60, 64);
  head.fill(0xff, 68, 72);
  head.fill(0xff, 76);
  for (let number = 0; number < Math.min(tables, 109); number += 1) head.writeUInt32LE(number, 76 + 4 * number);
  const table = Buffer.alloc(tables * 512, 0xff);
  table.writeUInt32LE(0xfffffffe, 4 * tables);
  for (let number = 0; number < sectors; number += 1) table.writeUInt32LE(number + 1 === sectors ? 0xfffffffe : tables + 2 + number, 4 * (tables + 1 + number));
  const directory = Buffer.alloc(512);
  for (const [at, name, kind, start, size] of [[0, "Root Entry", 5, 0xfffffffe, 0], [128, "Workbook", 2, tables + 1, sectors * 512]]) {
    directory.write(name, at, "utf16le");
    directory[at + 66] = kind;
    directory.writeUInt32LE(start, at + 116);
    directory.writeUInt32LE(size, at + 120);
  }
  return Buffer.concat([head, table, directory, stream], 512 * (1 + tables + 1 + sectors));
}
function record(kind, ...data) {
  const bytes = Buffer.concat(data.map((part) => Buffer.from(part)));
  const head = Buffer.alloc(4);
  head.writeUInt16LE(kind);
  head.writeUInt16LE(bytes.length, 2);
  return Buffer.concat([head, bytes]);
}
const BOF = record(0x809, [0, 6, 5, 0]);
/** Many tabs that all lie at one sheet. */
function tabs(count, sheet) {
  const offset = BOF.length + count * 13 + 4;
  const place = Buffer.alloc(4);
  place.writeUInt32LE(offset);
  const tab = record(0x85, place, [0, 0, 1, 0, 65]);
  return xls(Buffer.concat([BOF, ...Array(count).fill(tab), record(10), BOF, sheet, record(10)]));
}

export const workbooks = {
  // Large
  "large stored.xlsx": () => xlsx(`<worksheet><!--${randomBytes(25_000_000).toString("hex")}--></worksheet>`),
  "large picture.xlsx": () => xlsx(sheetOf(budget(30_000)), [{ name: "xl/media/1.png", packed: randomBytes(50_000_000), method: 0, crc: 0, size: 50_000_000 }]),
  "budget of 100000 lines.xlsx": () => xlsx(sheetOf(budget(100_000))),
  "sheets 400 of 300 lines.xlsx": () => zip(around(Array(400).fill(sheetOf(budget(300))))),
  "rows empty 15 million.xlsx": () => xlsx(sheetOf("<row/>".repeat(10_000_000))),
  "cells empty 20 million.xlsx": () => xlsx(sheetOf(within("row", "<c/>".repeat(1000)).repeat(15_000))),
  "columns 16384 of 30 rows.xlsx": () => xlsx(sheetOf(HEAD + within("row", words(...Array(16_384).fill("预算数"))) + lines(28, () => within("row", words("税收") + "<c><v>1.5</v></c>".repeat(16_383))))),
  "columns 16384 of names.xlsx": () => xlsx(sheetOf(within("row", words(...Array(16_384).fill("项目"))) + lines(28, () => within("row", words(...Array(16_384).fill("税收")))))),
  "cell XFD1048576.xlsx": () => xlsx(sheetOf(`${HEAD}<row r="1048576" spans="1:16384"><c r="XFD1048576"><v>1</v></c></row>`)),
  "cells diagonal.xlsx": () => xlsx(sheetOf(lines(16_384, (n) => `<row r="${(n + 1) * 64}"><c r="${letters(n)}${(n + 1) * 64}"><v>${n}</v></c></row>`))),
  "merges 100000 over all.xlsx": () => xlsx(sheetOf(within("row", "<c><v>1</v></c>").repeat(300_000), within("mergeCells", `<mergeCell ref="A1:XFD1048576"/>`.repeat(100_000)))),
  "captions 100000.xlsx": () => xlsx(sheetOf(lines(100_000, (n) => within("row", words(`附表${n} 2031年一般公共预算收入表`))))),
  "tables 20000.xlsx": () => xlsx(sheetOf(lines(20_000, (n) => `${within("row", words(`附表${n} 2031年一般公共预算收入表 单位：万元`))}${within("row", words("项目", "预算数"))}${within("row", `${words("税收")}<c><v>1</v></c>`)}<row/>`))),
  "one text in 500000 cells.xlsx": () => xlsx(sheetOf(`<row>${`<c t="s"><v>0</v></c>`.repeat(1000)}</row>`.repeat(500)), [entry("xl/sharedStrings.xml", `<sst><si><t>${"收".repeat(300_000)}</t></si></sst>`)]),
  "indents 100000 deep.xlsx": () => xlsx(sheetOf(HEAD + within("row", words("项目", "预算数")) + lines(100_000, (n) => within("row", `${words(`${"  ".repeat(n % 120)}税收${n}`)}<c><v>1</v></c>`)))),
  // Repeated
  "rows repeated by the million.ods": () => ods(`<table-row number-rows-repeated="1048576"><table-cell number-columns-repeated="16384" value="1"><p>税收</p></table-cell></table-row>`),
  "rows repeated without text.ods": () => ods(`<table-row number-rows-repeated="4294967295"><table-cell number-columns-repeated="4294967295"/></table-row>`.repeat(100_000)),
  "errors repeated.ods": () => ods(`<table-row number-rows-repeated="4294967295"><table-cell formula="of:=1" number-columns-repeated="4294967295"/></table-row>`.repeat(1000)),
  "columns repeated.ods": () => ods(`<table-column visibility="collapse" number-columns-repeated="16384"/>`.repeat(500_000)),
  "rows repeated.xml": () => `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns:ss="x"><Worksheet ss:Name="A"><Table>${`<Row ss:Hidden="1" ss:Span="1048575"/>`.repeat(500_000)}</Table></Worksheet></Workbook>`,
  "tabs 200000 at one sheet.xls": () => tabs(20_000, record(0x203, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x29, 0x40])),
  "tabs 20000 at one large sheet.xls": () => tabs(5_000, Buffer.concat(Array(250_000).fill(record(0x1)))),
  // ZIP bombs
  "bomb sheet of 17 GB.xlsx": () => xlsx(bomb("xl/s1.xml", 17, "<worksheet>")),
  "bomb list of 17 GB.xlsx": () => zip([bomb("[Content_Types].xml", 17), ...around([sheetOf(budget(9))])]),
  "bomb pointers of 17 GB.xlsx": () => zip([bomb("xl/_rels/workbook.xml.rels", 17), ...around([sheetOf(budget(9))])]),
  "bomb shared texts of 17 GB.xlsx": () => xlsx(sheetOf(budget(9)), [bomb("xl/sharedStrings.xml", 17, "<sst><si><t>", "", "x")]),
  "bomb of 17 GB.ods": () => zip([entry("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), bomb("content.xml", 17, "<t>")]),
  "bomb of 17 GB.docx": () => zip([bomb("word/document.xml", 17, "<document><p><r><t>", "", "x")]),
  "bomb of 17 GB.xlsb": () => zip([bomb("xl/_rels/workbook.bin.rels", 17), entry("xl/workbook.bin", "")]),
  "bomb nested.xlsx": () => zip(around([sheetOf(budget(9))], [entry("xl/nested.zip", zip([bomb("1.zip", 17)]))])),
  "bomb of overlapping sheets.xlsx": () => zip([...around([sheetOf(`<row>${"<c/>".repeat(1000)}</row>`.repeat(5000)), ...Array(900).fill({ ...entry("", ""), name: "", same: 3 })]).map((one, place) => (one.same === undefined ? one : { ...one, name: `xl/s${place - 2}.xml` }))]),
  "entries 65535.xlsx": () => zip([...around([sheetOf(budget(9))]), ...Array.from({ length: 65_000 }, (_, n) => ({ ...entry(`x/${n}`, ""), same: 0 }))]),
  // Deep
  "nesting 1000000.xlsx": () => xlsx(`<worksheet><sheetData>${"<row><c>".repeat(500_000)}`),
  "nesting 1000000.ods": () => ods("<table><annotation>".repeat(500_000)),
  "nesting 1000000.xml": () => `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook>${"<Worksheet><Table><Row><Cell><Data>".repeat(200_000)}`,
  // Broken
  "no workbook.xlsx": () => zip([entry("_rels/.rels", RELS), entry("[Content_Types].xml", "spreadsheetml.sheet.main")]),
  "no sheet.xlsx": () => zip(around([sheetOf(budget(9))]).filter((one) => one.name !== "xl/s1.xml")),
  "no pointers.xlsx": () => zip(around([sheetOf(budget(9))]).filter((one) => !one.name.includes("workbook.xml.rels"))),
  "no content.ods": () => zip([entry("mimetype", "application/vnd.oasis.opendocument.spreadsheet")]),
  "size too small.xlsx": () => xlsx({ ...entry("xl/s1.xml", sheetOf(budget(99))), size: 3 }),
  "size 4 GB.xlsx": () => xlsx({ ...entry("xl/s1.xml", sheetOf(budget(99))), size: 0xffff_fffe }),
  "packed size 4 GB.xlsx": () => xlsx({ ...entry("xl/s1.xml", sheetOf(budget(99))), packedSize: 0xffff_fff0 }),
  "sum wrong.xlsx": () => xlsx({ ...entry("xl/s1.xml", sheetOf(budget(99))), crc: 7 }),
  "cut in the middle.xlsx": () => xlsx(sheetOf(budget(999))).subarray(0, 9000),
  "strings out of range.xlsx": () => xlsx(sheetOf(`<row>${`<c t="s"><v>4294967295</v></c><c t="s"><v>-1</v></c>`}</row>`)),
  "formulas without results.xlsx": () => xlsx(sheetOf(HEAD + within("row", words("项目", "预算数")) + lines(9, () => within("row", `${words("税收")}<c><f>SUM(A1:A9)</f></c>`)))),
  "errors.xlsx": () => xlsx(sheetOf(HEAD + within("row", words("项目", "预算数")) + lines(9, () => within("row", `${words("税收")}<c t="e"><f>1/0</f><v>#DIV/0!</v></c>`)))),
  "days from 1904.xlsx": () => zip(around([sheetOf(HEAD + within("row", words("项目", "日期")) + within("row", `${words("税收")}<c s="1"><v>45000</v></c>`))], [entry("xl/styles.xml", `<styleSheet><cellXfs><xf/><xf numFmtId="14"/></cellXfs></styleSheet>`)]).map((one) => (one.name === "xl/workbook.xml" ? entry(one.name, `<workbook><workbookPr date1904="1"/><sheets><sheet name="T1" r:id="r1"/></sheets></workbook>`) : one))),
  "guides to reading.xlsx": () => xlsx(sheetOf(HEAD + within("row", words("项目", "预算数")) + lines(9, () => within("row", `<c t="inlineStr"><is><r><t>税收</t></r>${`<rPh sb="0" eb="1"><t>shui</t></rPh>`.repeat(20_000)}</is></c><c><v>1</v></c>`)))),
  "numbers of 17 digits.xlsx": () => xlsx(sheetOf(HEAD + within("row", words("项目", "预算数")) + within("row", `${words("税收")}<c><v>12345678901234567</v></c>`))),
};

function letters(column) {
  let text = "";
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) text = String.fromCharCode(65 + (rest % 26)) + text;
  return text;
}
