// ZIP files whose sizes, sums and places may be lies, which no library writes.

import { constants, crc32, deflateRawSync } from "node:zlib";

const GB = 1 << 30;

/** An entry of these bytes; `lies` are fields that say something else. */
export function entry(name, text, lies = {}) {
  const bytes = Buffer.from(text);
  return { name, packed: deflateRawSync(bytes), method: 8, crc: crc32(bytes), size: bytes.length, ...lies };
}

/** An entry that unpacks to so many GB of one character, after `head` and before `tail`. */
export function bomb(name, gigabytes, head = "", tail = "", character = " ") {
  const piece = (text) => deflateRawSync(Buffer.from(text), { finishFlush: constants.Z_FULL_FLUSH });
  const many = piece(character.repeat(64 << 20));
  const packed = Buffer.concat([piece(head), ...Array(gigabytes * 16).fill(many), deflateRawSync(Buffer.from(tail))]);
  return { name, packed, method: 8, crc: 0, size: Math.min(gigabytes * GB, 0xffff_ffff) };
}

/** A ZIP of entries; one with `same` set lies where the entry of that number lies. */
export function zip(entries) {
  const parts = [];
  const list = [];
  const places = [];
  let at = 0;
  for (const one of entries) {
    const name = Buffer.from(one.name);
    const head = (signature, extra) => {
      const bytes = Buffer.alloc(extra ? 46 : 30);
      const start = bytes.writeUInt32LE(signature);
      let next = extra ? bytes.writeUInt16LE(20, start) : start;
      for (const number of [20, 0x800, one.method, 0, 0x5a21]) next = bytes.writeUInt16LE(number, next);
      for (const number of [one.crc, one.packedSize ?? one.packed.length, one.size]) next = bytes.writeUInt32LE(number, next);
      bytes.writeUInt16LE(name.length, next);
      if (extra) bytes.writeUInt32LE(places.at(-1), 42);
      return bytes;
    };
    if (one.same === undefined) {
      places.push(at);
      const local = [head(0x04034b50, false), name, one.packed];
      parts.push(...local);
      at += 30 + name.length + one.packed.length;
    } else {
      places.push(places[one.same]);
    }
    list.push(head(0x02014b50, true), name);
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(Math.min(entries.length, 0xffff), 8);
  end.writeUInt16LE(Math.min(entries.length, 0xffff), 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, directory, end]);
}
