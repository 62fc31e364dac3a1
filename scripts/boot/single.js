// Starts the program from the page itself: scripts/single.mjs puts this at the end of the page. Nothing is requested.
// The names in capitals are filled in there: how long the style sheet, the glue, the program and the table of pinyin are
// in what is packed.
(async function () {
  "use strict";
  // The blocks with an attribute, joined by its value; they leave the document.
  function take(attribute) {
    var files = {};
    document.querySelectorAll("script[" + attribute + "]").forEach(function (block) {
      var name = block.getAttribute(attribute);
      files[name] = files[name] || { gzip: block.hasAttribute("data-gzip"), text: [] };
      files[name].text.push(block.textContent);
      block.remove();
    });
    return files;
  }
  function bytes(file) {
    var text = file.text.join("");
    if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
    text = atob(text);
    var all = new Uint8Array(text.length);
    for (var i = 0; i < all.length; i++) all[i] = text.charCodeAt(i);
    return all;
  }
  // The policy knows these by their hashes, so what was altered does not run.
  function insert(tag, text) {
    var element = document.createElement(tag);
    element.textContent = new TextDecoder().decode(text);
    document.head.appendChild(element);
  }
  if (!self.DecompressionStream) yishi.gunzip = async function (packed, limit) {
    // The last four bytes say how long it will be, and no more than that is made.
    if (packed.length < 18) throw new TypeError("cut off");
    if (new DataView(packed.buffer).getUint32(packed.length - 4, true) > limit) throw new RangeError("limit");
    return gunzipSync(packed);
  };

  var files = take("data-file");
  // What a further file is made of: this page without its data, as it was before the program changed anything.
  var root = document.documentElement, theme = root.dataset.theme;
  delete root.dataset.theme;
  var template = "<!doctype html>" + root.outerHTML;
  if (theme) root.dataset.theme = theme;
  yishi.template = function () {
    return template;
  };
  var table = null;
  yishi.read = async function (name) {
    if (name === "pinyin.bin") return table;
    var file = Object.prototype.hasOwnProperty.call(files, name) && files[name];
    return file ? (file.gzip ? yishi.gunzip(bytes(file), 1 << 27) : bytes(file)) : null;
  };
  try {
    // What was read so far is painted first.
    await new Promise(function (next) { setTimeout(next); });
    var all = unlzma(bytes(take("data-program").all), __CSS__ + __GLUE__ + __WASM__ + __TABLE__);
    var end = all.length - __TABLE__;
    table = all.slice(end);
    insert("style", all.subarray(0, __CSS__));
    insert("script", all.subarray(__CSS__, __CSS__ + __GLUE__));
    await yishi.start({ module_or_path: uncomb(all.slice(__CSS__ + __GLUE__, end).buffer) });
  } catch (error) {
    console.error(error);
    if (document.getElementById("panic").hidden) document.getElementById("unloaded").hidden = false;
  }
})();
