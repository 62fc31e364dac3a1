// What the program asks of the page: files inside it, gzip by the browser's own streams, digests, the system's share sheet. Before the program starts, in every page.
// Errors are told apart by name: RangeError is too large, ReferenceError is a browser without the streams, all else is broken bytes.
var yishi = (function () {
  "use strict";
  // Reads a stream to its end, but never holds more than `limit` bytes of it.
  async function drain(stream, limit) {
    var reader = stream.getReader(), parts = [], size = 0;
    for (;;) {
      var chunk = await reader.read();
      if (chunk.done) break;
      size += chunk.value.length;
      if (size > limit) {
        reader.cancel().catch(function () {});
        throw new RangeError("limit");
      }
      parts.push(chunk.value);
    }
    var all = new Uint8Array(size), at = 0;
    parts.forEach(function (part) {
      all.set(part, at);
      at += part.length;
    });
    return all;
  }
  // What stops the program without a panic, such as a call into nothing, is told as one (src/main.rs).
  ["error", "unhandledrejection"].forEach(function (kind) {
    addEventListener(kind, function (event) {
      if ((event.error || event.reason) instanceof WebAssembly.RuntimeError) document.getElementById("panic").hidden = false;
    });
  });
  return {
    // Files inside the page itself: none, unless this is a single file (single.js).
    template: function () {
      return "";
    },
    read: async function () {
      return null;
    },
    // A worker with a program that reads foreign files; none where the page does not carry one.
    worker: async function () {
      return null;
    },
    // A part of the program, if it fits: those inside the page do.
    fitting: function (module) {
      return module;
    },
    gzip: async function (bytes) {
      return drain(new Blob([bytes]).stream().pipeThrough(new CompressionStream("gzip")), Infinity);
    },
    gunzip: async function (bytes, limit) {
      return drain(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")), limit);
    },
    // There is no `crypto.subtle` on a site without https.
    sha256: async function (bytes) {
      var digest = await crypto.subtle.digest("SHA-256", bytes);
      return Array.from(new Uint8Array(digest), function (byte) { return (byte + 256).toString(16).slice(1); }).join("");
    },
    today: function () {
      var now = new Date();
      return new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
    },
    // Where a Chinese text may be broken without breaking a word, as the browser knows its words; a mark stays with the word that it follows.
    words: function (text) {
      if (!self.Intl || !Intl.Segmenter) return [text];
      return Array.from(new Intl.Segmenter("zh", { granularity: "word" }).segment(text)).reduce(function (words, part) {
        var last = words.length - 1;
        if (last < 0 || (part.isWordLike && !/[（《“‘「『〔【(]$/.test(words[last])) || /[（《“‘「『〔【(]/.test(part.segment)) words.push(part.segment);
        else words[last] += part.segment;
        return words;
      }, []);
    },
    // That the reader thinks better of it is no error.
    share: function (title, url) {
      navigator.share({ title: title, url: url }).catch(function () {});
    },
  };
})();
