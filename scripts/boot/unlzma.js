// Unpacks LZMA (the "alone" format of xz --format=lzma) to `size` bytes, after the LZMA specification of Igor Pavlov (public domain): gzip would
// make the file a quarter larger. There is no checksum: what is altered is refused by the policy (scripts, styles) or by the browser (wasm).
function unlzma(source, size) {
  "use strict";
  var out = new Uint8Array(size), to = 0, at = 13, code = 0, range = 0xffffffff;
  var lc = source[0] % 9, lp = ((source[0] / 9) | 0) % 5, pb = (source[0] / 45) | 0;
  // Where each kind of probability begins.
  var REP = 192, G0 = 204, G1 = 216, G2 = 228, LONG = 240, SLOT = 432, SPECIAL = 688, ALIGN = 803, MATCH_LENGTH = 819, REP_LENGTH = 1333, LITERAL = 1847;
  var odds = new Uint16Array(LITERAL + (0x300 << (lc + lp))).fill(1024);

  function more() {
    if (range < 0x1000000) {
      if (at >= source.length) throw new Error("cut off");
      range = (range << 8) >>> 0;
      code = ((code << 8) | source[at++]) >>> 0;
    }
  }
  function bit(index) {
    var odd = odds[index], bound = (range >>> 11) * odd;
    if (code < bound) {
      range = bound;
      odds[index] = odd + ((2048 - odd) >> 5);
      more();
      return 0;
    }
    range -= bound;
    code -= bound;
    odds[index] = odd - (odd >> 5);
    more();
    return 1;
  }
  function tree(base, bits) {
    for (var n = 1, i = 0; i < bits; i++) n = (n << 1) | bit(base + n);
    return n - (1 << bits);
  }
  function reverse(base, bits) {
    for (var n = 1, value = 0, i = 0, b; i < bits; i++) {
      b = bit(base + n);
      n = (n << 1) | b;
      value |= b << i;
    }
    return value;
  }
  function direct(bits) {
    for (var value = 0; bits > 0; bits--) {
      range >>>= 1;
      value <<= 1;
      if (code >= range) {
        code -= range;
        value |= 1;
      }
      more();
    }
    return value;
  }
  function length(base, place) {
    if (!bit(base)) return tree(base + 2 + place * 8, 3);
    if (!bit(base + 1)) return 8 + tree(base + 130 + place * 8, 3);
    return 16 + tree(base + 258, 8);
  }
  function distance(short) {
    var slot = tree(SLOT + short * 64, 6);
    if (slot < 4) return slot;
    var bits = (slot >> 1) - 1, base = (2 | (slot & 1)) << bits;
    if (slot < 14) return base + reverse(SPECIAL + base - slot, bits);
    return ((base + (direct(bits - 4) << 4)) >>> 0) + reverse(ALIGN, 4);
  }

  for (var i = 0; i < 5; i++) code = ((code << 8) | source[at++]) >>> 0;
  var state = 0, rep0 = 0, rep1 = 0, rep2 = 0, rep3 = 0;
  while (to < size) {
    var place = to & ((1 << pb) - 1), count = 0;
    if (!bit((state << 4) + place)) {
      var before = to ? out[to - 1] : 0;
      var base = LITERAL + 0x300 * (((to & ((1 << lp) - 1)) << lc) + (before >> (8 - lc))), symbol = 1;
      if (state >= 7) {
        var match = out[to - rep0 - 1];
        do {
          var wanted = (match >> 7) & 1;
          match <<= 1;
          var got = bit(base + ((1 + wanted) << 8) + symbol);
          symbol = (symbol << 1) | got;
          if (wanted !== got) break;
        } while (symbol < 0x100);
      }
      while (symbol < 0x100) symbol = (symbol << 1) | bit(base + symbol);
      out[to++] = symbol;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    if (bit(REP + state)) {
      if (!bit(G0 + state)) {
        if (!bit(LONG + (state << 4) + place)) {
          state = state < 7 ? 9 : 11;
          count = 1;
        }
      } else {
        var other = rep1;
        if (bit(G1 + state)) {
          if (bit(G2 + state)) {
            other = rep3;
            rep3 = rep2;
          } else other = rep2;
          rep2 = rep1;
        }
        rep1 = rep0;
        rep0 = other;
      }
      if (!count) {
        count = 2 + length(REP_LENGTH, place);
        state = state < 7 ? 8 : 11;
      }
    } else {
      rep3 = rep2;
      rep2 = rep1;
      rep1 = rep0;
      count = length(MATCH_LENGTH, place);
      state = state < 7 ? 7 : 10;
      rep0 = distance(Math.min(count, 3));
      count += 2;
    }
    if (rep0 >= to) throw new Error("altered");
    for (; count > 0 && to < size; count--, to++) out[to] = out[to - rep0 - 1];
  }
  return out;
}
