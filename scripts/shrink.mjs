// Makes the program smaller to transfer: short names between wasm and its glue, and the glue minified.
//
// wasm-bindgen names every import by what it does and a hash, `__wbg_appendChild_dea38765a26d346d`: some four hundred names, once in the
// wasm and once in the glue, whose hashes no compression can shorten.

import { minify } from "terser";

/** The same program with short import names: `{ wasm, glue }`. */
export async function shrink(wasm, glue) {
  const names = new Map();
  const short = (name) => {
    if (!names.has(name)) names.set(name, names.size.toString(36));
    return names.get(name);
  };
  const renamed = renameImports(wasm, short);
  let text = glue;
  for (const [long, name] of names) {
    const key = `${long}: `;
    const parts = text.split(key);
    if (parts.length !== 2 || !/\s$/.test(parts[0])) throw new Error(`The glue does not hold the import ${long} exactly once: has its form changed?`);
    text = parts.join(`"${name}": `);
  }
  const { code } = await minify(text, { module: true, compress: { passes: 2 }, mangle: true, format: { comments: false } });
  return { wasm: renamed, glue: code };
}

/** The wasm binary with the names of its function imports replaced; everything else is kept as it is. */
function renameImports(wasm, rename) {
  const bytes = new Uint8Array(wasm);
  const out = [bytes.subarray(0, 8)];
  for (let at = 8; at < bytes.length; ) {
    const start = at;
    const id = bytes[at];
    const [size, body] = leb(bytes, at + 1);
    at = body + size;
    out.push(id === 2 ? importSection(bytes.subarray(body, at), rename) : bytes.subarray(start, at));
  }
  return Buffer.concat(out);
}

const FUNCTION = 0;

function importSection(body, rename) {
  const out = [];
  let [count, at] = leb(body, 0);
  out.push(body.subarray(0, at));
  while (count-- > 0) {
    const [module, afterModule] = name(body, at);
    const [field, afterField] = name(body, afterModule);
    const kind = body[afterField];
    if (kind !== FUNCTION) throw new Error(`The wasm imports ${field}, which is no function.`);
    const [, end] = leb(body, afterField + 1);
    out.push(encodedName(module), encodedName(rename(field)), body.subarray(afterField, end));
    at = end;
  }
  const section = Buffer.concat(out);
  return Buffer.concat([Buffer.from([2]), encodedLeb(section.length), section]);
}

function name(bytes, at) {
  const [length, start] = leb(bytes, at);
  return [Buffer.from(bytes.subarray(start, start + length)).toString("utf8"), start + length];
}

function encodedName(text) {
  const bytes = Buffer.from(text, "utf8");
  return Buffer.concat([encodedLeb(bytes.length), bytes]);
}

/** An unsigned LEB128 number and the place after it. */
function leb(bytes, at) {
  let [value, shift] = [0, 0];
  for (;;) {
    const byte = bytes[at];
    at += 1;
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return [value >>> 0, at];
    shift += 7;
  }
}

function encodedLeb(value) {
  const bytes = [];
  do {
    bytes.push((value & 0x7f) | (value > 0x7f ? 0x80 : 0));
    value >>>= 7;
  } while (value > 0);
  return Buffer.from(bytes);
}
