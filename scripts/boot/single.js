// Starts the program from the page itself: scripts/seal.mjs puts this behind the program's glue, in one module. Nothing is requested.
(async function () {
  "use strict";
  // The base64 of the blocks with an attribute, joined by its value; the blocks leave the document.
  function take(attribute) {
    var files = {};
    document.querySelectorAll("script[" + attribute + "]").forEach(function (block) {
      var file = (files[block.getAttribute(attribute)] ??= { gzip: block.hasAttribute("data-gzip"), text: [] });
      file.text.push(block.textContent);
      block.remove();
    });
    return files;
  }
  async function open(file, limit) {
    var text = file.text.join(""), bytes;
    if (Uint8Array.fromBase64) bytes = Uint8Array.fromBase64(text);
    else {
      text = atob(text);
      bytes = new Uint8Array(text.length);
      for (var i = 0; i < bytes.length; i++) bytes[i] = text.charCodeAt(i);
    }
    return file.gzip ? yishi.gunzip(bytes, limit) : bytes;
  }
  if (!self.DecompressionStream) yishi.gunzip = async function (bytes, limit) {
    // The last four bytes say how long it will be, and no more than that is made.
    if (new DataView(bytes.buffer).getUint32(bytes.length - 4, true) > limit) throw new RangeError("limit");
    return gunzipSync(bytes);
  };

  var files = take("data-file");
  // What a further file is made of: this page without its data, as it was before the program changed anything.
  var template = "<!doctype html>" + document.documentElement.outerHTML;
  yishi.template = function () {
    return template;
  };
  yishi.read = async function (name) {
    return Object.hasOwn(files, name) ? open(files[name], 1 << 27) : null;
  };
  try {
    var program = take("data-program");
    await start({ module_or_path: await open(program.wasm, 1 << 27) });
  } catch (error) {
    console.error(error);
    if (document.getElementById("panic").hidden) document.getElementById("unloaded").hidden = false;
  }
})();
