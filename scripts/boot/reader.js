/* global wasm_bindgen -- the glue of the program, which the build puts before this. */
// What stands around a program that reads foreign files, in its worker (scripts/readers.mjs): the page sends the compiled program first, and then questions, each
// of which has one answer. No answer at all is a program that cannot go on.
(function () {
  "use strict";
  var started;
  onmessage = async function (event) {
    var said = event.data;
    if (said.module) {
      started = wasm_bindgen({ module_or_path: said.module });
      return;
    }
    try {
      await started;
      said.port.postMessage(wasm_bindgen.answer(said.ask, said.bytes || new Uint8Array()));
    } catch (error) {
      console.error(error);
      said.port.postMessage(null);
    }
  };
})();
