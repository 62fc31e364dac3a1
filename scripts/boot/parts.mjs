/* global CHUNKS, WebAssembly, yishi -- CHUNKS is filled in by the build, yishi is scripts/boot/bridge.js */
// How the program's parts come: scripts/program.mjs puts this in the place of the fetches of wasm-split's loaders, and says in CHUNKS which modules are
// in the file that several parts share, in order, with their lengths.

let shared;

/** Asks for a part at once; what is returned puts it together with the program. */
export function part(name) {
  const module = name in CHUNKS ? chunk(name) : yishi.part(name);
  // Whoever waits for the part is told.
  module.catch(() => {});
  return async (imports) => WebAssembly.instantiate(await module, imports);
}

async function chunk(name) {
  shared ??= yishi.bytes("shared");
  try {
    const all = await shared;
    let from = 0;
    for (const [other, length] of Object.entries(CHUNKS)) {
      if (other === name) return yishi.fitting(await WebAssembly.compile(all.slice(from, from + length)));
      from += length;
    }
  } catch (error) {
    shared = undefined;
    throw error;
  }
}
