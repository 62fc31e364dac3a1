// Combs the code of a wasm binary: opcodes with opcodes, locals with locals, constants with constants. A compressor that sees like beside like
// makes the program a tenth smaller with brotli, and a fifth with gzip, which is what many hosts have. scripts/boot/uncomb.js puts it together.
//
// The result is a wasm binary of one custom section, so that hosts treat it as what its name says. In the section, as LEB128: how long the whole
// is, and the lengths of the strands; then the strands. How an access to memory is aligned is only a hint, and left out.

/** The strands in their order in the file; scripts/boot/uncomb.js knows them by their places. */
const STRANDS = ["before", "after", "rest", "label", "call", "op", "local", "constant", "block", "load", "store"];

/** The commonest instructions, each one byte from 0xe0 on, which no instruction has: local.get 0 to 3, and i32.const of these bytes. */
const SHORT = [...[0, 1, 2, 3].map((local) => 0x2000 + local), ...[0, 1, 2, 3, 4, 8, 12, 127].map((constant) => 0x4100 + constant)];

/** How many LEB128 immediates the instructions 0xfc 0 to 0xfc 17 have. */
const BULK = [0, 0, 0, 0, 0, 0, 0, 0, 2, 1, 2, 1, 2, 1, 2, 1, 1, 1];

/** The combed binary. */
export function comb(wasm) {
  const strands = Object.fromEntries(STRANDS.map((name) => [name, []]));
  let at = 8;
  const leb = (strand) => {
    let value = 0, shift = 0, part;
    do {
      part = wasm[at++];
      if (strand) strands[strand].push(part);
      value |= (part & 127) << shift;
      shift += 7;
    } while (part & 128);
    return value >>> 0;
  };
  const bytes = (count, strand) => {
    while (count-- > 0) strands[strand].push(wasm[at++]);
  };

  let length = 0, hasCode = false;
  while (at < wasm.length) {
    const start = at, id = wasm[at++], end = leb() + at;
    if (id === 10) {
      hasCode = true;
      length += code(end) + 6;
    } else {
      at = start;
      bytes(end - start, hasCode ? "after" : "before");
      length += end - start;
    }
  }
  const section = [1, 0x79, ...leb128(length + 8), ...STRANDS.flatMap((name) => leb128(strands[name].length)), ...STRANDS.flatMap((name) => strands[name])];
  return Buffer.from([...wasm.subarray(0, 8), 0, ...leb128(section.length), ...section]);

  /** Combs the code, and says how long it will be: sizes of functions take five bytes there. */
  function code(end) {
    const start = at;
    let count = leb("rest");
    let length = at - start;
    for (; count > 0; count--) {
      const size = leb(), end = at + size;
      length += size + 5;
      for (let groups = leb("rest"); groups > 0; groups--) {
        leb("rest");
        bytes(1, "rest");
      }
      while (at < end) instruction();
    }
    if (at !== end) throw new Error("The code does not end where it should.");
    return length;
  }

  function instruction() {
    const op = wasm[at];
    const short = SHORT.indexOf(op * 256 + wasm[at + 1]);
    if (short >= 0) {
      strands.op.push(0xe0 + short);
      at += 2;
      return;
    }
    bytes(1, "op");
    if (op >= 0x02 && op <= 0x04) leb("block");
    else if (op === 0x0c || op === 0x0d) leb("label");
    else if (op === 0x0e) for (let left = leb("label") + 1; left > 0; left--) leb("label");
    else if (op === 0x10) leb("call");
    else if (op === 0x11) leb("rest"), leb("rest");
    else if (op >= 0x20 && op <= 0x22) leb("local");
    else if ((op >= 0x23 && op <= 0x26) || op === 0xd0 || op === 0xd2) leb("rest");
    else if (op >= 0x28 && op <= 0x3e) leb(), leb(op < 0x36 ? "load" : "store");
    else if (op === 0x3f || op === 0x40) leb();
    else if (op === 0x41 || op === 0x42) leb("constant");
    else if (op === 0x43) bytes(4, "rest");
    else if (op === 0x44) bytes(8, "rest");
    else if (op === 0xfc && wasm[at] < BULK.length) for (let left = BULK[leb("op")]; left > 0; left--) leb("rest");
    else if (![0x00, 0x01, 0x05, 0x0b, 0x0f, 0x1a, 0x1b, 0xd1].includes(op) && (op < 0x45 || op > 0xc4)) throw new Error(`scripts/comb.mjs does not know the instruction ${op.toString(16)}.`);
  }
}

function leb128(value) {
  const bytes = [];
  for (; value > 127; value >>>= 7) bytes.push((value & 127) | 128);
  return [...bytes, value];
}
