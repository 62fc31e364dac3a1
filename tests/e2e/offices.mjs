// Files as offices have them, made here: a workbook, a document, a page and a text with the same table. Nothing in them is of a real place.

import { strToU8, zipSync } from "fflate";

/** A table of expenditure: caption, unit, head, rows. The last column has a head that no rule knows. */
export const TABLE = {
  caption: "2031年青溪县一般公共预算支出预算表",
  unit: "单位：万元",
  head: ["科目编码", "科目名称", "预算数", "某数"],
  rows: [["205", "教育支出", "3000", "31"], ["206", "科学技术支出", "1200", "12"], ["208", "社会保障和就业支出", "2500", "25"]],
};

const lines = [[TABLE.caption], [TABLE.unit], TABLE.head, ...TABLE.rows];
const xml = (text) => strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`);
const part = (name, type) => `<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`;
const types = (...parts) => xml(`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${parts.join("")}</Types>`);
const relations = (...targets) => xml(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets.map(([kind, target], at) => `<Relationship Id="rId${at + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"/>`).join("")}</Relationships>`);

/** The table as a workbook (.xlsx), figures as numbers. */
export function workbook() {
  const cell = (text, row, column) => {
    const at = `${"ABCD"[column]}${row + 1}`;
    return /^\d+$/.test(text) && column > 0 ? `<c r="${at}"><v>${text}</v></c>` : `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
  };
  const rows = lines.map((line, row) => `<row r="${row + 1}">${line.map((text, column) => cell(text, row, column)).join("")}</row>`).join("");
  return zipSync({
    "[Content_Types].xml": types(part("xl/workbook.xml", "spreadsheetml.sheet.main"), part("xl/worksheets/sheet1.xml", "spreadsheetml.worksheet")),
    "_rels/.rels": relations(["officeDocument", "xl/workbook.xml"]),
    "xl/workbook.xml": xml('<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="支出" sheetId="1" r:id="rId1"/></sheets></workbook>'),
    "xl/_rels/workbook.xml.rels": relations(["worksheet", "worksheets/sheet1.xml"]),
    "xl/worksheets/sheet1.xml": xml(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`),
  });
}

/** The table as a document of Word (.docx), under its caption and unit. */
export function word() {
  const paragraph = (text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const rows = [TABLE.head, ...TABLE.rows].map((row) => `<w:tr>${row.map((text) => `<w:tc>${paragraph(text)}</w:tc>`).join("")}</w:tr>`).join("");
  const body = `${paragraph(TABLE.caption)}${paragraph(TABLE.unit)}<w:tbl>${rows}</w:tbl>${paragraph("")}`;
  return zipSync({
    "[Content_Types].xml": types(part("word/document.xml", "wordprocessingml.document.main")),
    "_rels/.rels": relations(["officeDocument", "word/document.xml"]),
    "word/document.xml": xml(`<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`),
  });
}

/** The table as a web page. */
export function webPage() {
  const row = (cells, tag) => `<tr>${cells.map((text) => `<${tag}>${text}</${tag}>`).join("")}</tr>`;
  return `<!doctype html><html lang="zh"><meta charset="utf-8"><title>${TABLE.caption}</title><body><h1>${TABLE.caption}</h1><p>${TABLE.unit}</p><table border="1">${row(TABLE.head, "th")}${TABLE.rows.map((cells) => row(cells, "td")).join("")}</table></body></html>`;
}

/** The table as text with commas. */
export const csv = () => lines.map((line) => TABLE.head.map((_, at) => line[at] ?? "").join(",")).join("\r\n");
