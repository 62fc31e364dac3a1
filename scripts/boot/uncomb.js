// Puts a program together that scripts/comb.mjs has combed; what does not look like one is given back as it is. Sizes take five bytes each, which
// LEB128 allows. One function with variables of its own: a hundred thousand instructions pass through it before anything is shown.
function uncomb(buffer) {
  var from = new Uint8Array(buffer), at = 8, end, part, n;
  function leb() {
    for (var value = 0, shift = 0, part = 128; part & 128; shift += 7) {
      part = from[at++];
      value |= (part & 127) << shift;
    }
    return value >>> 0;
  }
  if (from[at++] !== 0 || leb() + at !== from.length || from[at++] !== 1 || from[at++] !== 0x79) return buffer;
  var to = new Uint8Array(leb()), lengths = [], next = new Uint32Array(11);
  while (lengths.length < 11) lengths.push(leb());
  for (n = 0; n < 11; n++) {
    next[n] = at;
    at += lengths[n];
  }
  to.set(from.subarray(0, 8));
  to.set(from.subarray(next[0], next[1]), 8);
  end = 8 + lengths[0];
  to[end] = 10;
  end += 6;

  // The commonest instructions are one byte.
  var short = [0, 1, 2, 3, 0, 1, 2, 3, 4, 8, 12, 127];
  // The strand that holds the one immediate of an instruction, if it has one.
  var strand = new Uint8Array(256);
  [[0x02, 0x04, 8], [0x0c, 0x0d, 3], [0x10, 0x10, 4], [0x20, 0x22, 6], [0x23, 0x26, 2], [0xd0, 0xd0, 2], [0xd2, 0xd2, 2], [0x28, 0x35, 9], [0x36, 0x3e, 10], [0x41, 0x42, 7]].forEach(function (range) {
    strand.fill(range[2], range[0], range[1] + 1);
  });
  // Where the size of what ended belongs.
  function size(start) {
    for (var n = 0, value = end - start; n < 5; n++, value >>>= 7) to[start - 5 + n] = n < 4 ? value & 127 | 128 : value;
  }
  // What the next number of a strand is; it is copied afterwards.
  function peek(which) {
    at = next[which];
    return leb();
  }
  var body = end, functions = peek(2), copies = 1, which = 2, start = 0, depth = 0, groups = 0;
  for (;;) {
    // A damaged program must not keep the page busy.
    if (end > to.length) throw new RangeError("uncomb");
    // Copies as many immediates as there are.
    for (; copies > 0 && end <= to.length; copies--) {
      at = next[which];
      do to[end++] = part = from[at++]; while (part & 128);
      next[which] = at;
    }
    if (groups > 0) {
      // The type of a group of locals; the count of the next one follows.
      to[end++] = from[next[2]++];
      if (--groups > 0) copies = 1;
      continue;
    }
    if (depth === 0) {
      if (start > 0) size(start);
      if (functions-- === 0) break;
      start = end += 5;
      depth = 1;
      which = 2;
      groups = peek(2);
      copies = groups > 0 ? 2 : 1;
      continue;
    }
    var op = from[next[5]++];
    if (op > 0xdf && op < 0xec) {
      to[end++] = op < 0xe4 ? 0x20 : 0x41;
      to[end++] = short[op - 0xe0];
      continue;
    }
    to[end++] = op;
    which = strand[op];
    if (which > 0) {
      copies = 1;
      if (which > 8) end++;
      else if (which === 8) depth++;
    } else if (op === 0x0b) depth--;
    else if (op === 0x0e) copies = peek(which = 3) + 2;
    else if (op === 0x11) copies = which = 2;
    else if (op === 0x3f || op === 0x40) end++;
    else if (op === 0x43 || op === 0x44) {
      for (n = op === 0x43 ? 4 : 8; n > 0; n--) to[end++] = from[next[2]++];
    } else if (op === 0xfc) {
      op = to[end++] = from[next[5]++];
      which = 2;
      copies = op < 8 ? 0 : op < 15 && op % 2 === 0 ? 2 : 1;
    }
  }
  size(body);
  to.set(from.subarray(next[1], next[1] + lengths[1]), end);
  return to.buffer;
}
