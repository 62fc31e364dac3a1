// Short names between the program and its glue. wasm-bindgen names every import by what it does and a hash, `__wbg_appendChild_dea38765a26d346d`: some four
// hundred names, once in the wasm and once in the glue, whose hashes no compression can shorten. wasm-opt's own `--minify-imports` knows Emscripten's
// modules only, so this is done through Binaryen's interface.

import binaryen from "binaryen";

/** The program with short names for what it imports from `module`: `{ wasm, names }`, with the short names by the long ones. */
export function shorten(wasm, module) {
  const program = binaryen.readBinary(wasm);
  try {
    const names = {};
    const functions = Array.from({ length: program.getNumFunctions() }, (_, n) => binaryen.getFunctionInfo(program.getFunctionByIndex(n)));
    for (const { name, base, params, results } of functions.filter((info) => info.module === module)) {
      names[base] ??= `_${Object.keys(names).length.toString(36)}`;
      program.removeFunction(name);
      program.addFunctionImport(name, module, names[base], params, results);
    }
    return { wasm: Buffer.from(program.emitBinary()), names };
  } finally {
    program.dispose();
  }
}
