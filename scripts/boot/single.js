// Starts the program from the page itself: scripts/single.mjs puts this at the end of the page. Nothing is requested.
// What is packed is one row of files; __PACKED__ is filled in there with their names and lengths.
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
    return fflate.gunzipSync(packed);
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
  var packed = {};
  yishi.read = async function (name) {
    if (name === "pinyin.bin") return packed[name];
    var file = Object.prototype.hasOwnProperty.call(files, name) && files[name];
    return file ? (file.gzip ? yishi.gunzip(bytes(file), 1 << 27) : bytes(file)) : null;
  };
  // From a blob: browsers start no worker from an address of a file.
  yishi.worker = async function (name) {
    var script = await yishi.read(name + ".js");
    if (!script) return null;
    var address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
    var module = await WebAssembly.compile(await yishi.read(name + ".wasm"));
    var worker = new Worker(address);
    worker.postMessage({ module: module });
    return worker;
  };
  yishi.bytes = async function (name) {
    return packed[name];
  };
  yishi.part = async function (name) {
    return WebAssembly.compile(packed[name]);
  };
  try {
    // What was read so far is painted first.
    await new Promise(function (next) { setTimeout(next); });
    var all = await yishi.gunzip(bytes(take("data-program").all), 1 << 27), from = 0;
    __PACKED__.forEach(function (file) {
      packed[file[0]] = all.slice(from, from += file[1]);
    });
    insert("style", packed.css);
    insert("script", packed.glue);
    await yishi.program.default({ module_or_path: packed.main });
  } catch (error) {
    console.error(error);
    if (document.getElementById("panic").hidden) document.getElementById("unloaded").hidden = false;
  }
})();
