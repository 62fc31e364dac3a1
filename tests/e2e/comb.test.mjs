// The program is combed for transfer (scripts/comb.mjs) and put together again in the page (scripts/boot/uncomb.js).

import { expect, test } from "@playwright/test";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { comb } from "../../scripts/comb.mjs";
import { DIST, ROOT } from "./helpers.mjs";

const uncomb = new Function(`${readFileSync(join(ROOT, "scripts/boot/uncomb.js"), "utf8")}; return uncomb;`)();
const whole = (bytes) => new Uint8Array(bytes).buffer;

/** Every kind of immediate: blocks, branches, tables, memory, constants of four types, bulk operations. */
const TEXT = `(module
  (type $t (func (param i32) (result i32)))
  (memory (export "m") 1) (data $d "\\01\\02\\03\\04") (data (i32.const 64) "\\2a")
  (table $f 3 3 funcref) (elem (i32.const 0) $double $add $double) (elem $e func $double)
  (table $r (export "r") 1 4 externref)
  (global $g (mut i64) (i64.const -9007199254740993))
  (func $double (type $t) (i32.mul (local.get 0) (i32.const 2)))
  (func $add (type $t) (local i32 i32 f64 i64) (local.set 2 (i32.const 300)) (i32.add (local.get 0) (local.get 2)))
  (func (export "call") (param i32 i32) (result i32) (call_indirect $f (type $t) (local.get 1) (local.get 0)))
  (func (export "pick") (param i32) (result i32)
    (block $c (block $b (block $a (br_table $a $b $c (local.get 0))) (return (i32.const 10))) (return (i32.const -20))) (i32.const 30000))
  (func (export "sum") (param i32) (result i32) (local i32)
    (loop $l (local.set 1 (i32.add (local.get 1) (local.get 0))) (br_if $l (local.tee 0 (i32.sub (local.get 0) (i32.const 1))))) (local.get 1))
  (func (export "float") (result f64) (f64.add (f64.const 0.1) (f64.promote_f32 (f32.const 1.5))))
  (func (export "long") (result i64) (global.set $g (i64.sub (global.get $g) (i64.const 1))) (global.get $g))
  (func (export "store") (result i32)
    (memory.init $d (i32.const 0) (i32.const 0) (i32.const 4)) (data.drop $d) (memory.copy (i32.const 8) (i32.const 0) (i32.const 4))
    (memory.fill (i32.const 12) (i32.const 255) (i32.const 2)) (i32.store8 offset=200 (i32.const 0) (memory.grow (i32.const 1)))
    (if (result i32) (i32.eq (memory.size) (i32.const 2)) (then (i32.load offset=8 align=2 (i32.const 0))) (else (unreachable))))
  (func (export "tables") (result i32)
    (table.init $f $e (i32.const 1) (i32.const 0) (i32.const 1)) (elem.drop $e) (table.copy $f $f (i32.const 2) (i32.const 0) (i32.const 1))
    (drop (table.grow $r (ref.null extern) (i32.const 2))) (table.fill $r (i32.const 0) (ref.null extern) (i32.const 1))
    (table.set $r (i32.const 0) (table.get $r (i32.const 1))) (drop (ref.func $double))
    (i32.add (table.size $r) (ref.is_null (table.get $r (i32.const 2)))))
  (func (export "cut") (param f64) (result i32) (i32.trunc_sat_f64_s (local.get 0)))
  (func (export "choose") (param i32) (result i32) (i32.extend8_s (select (i32.const 200) (i32.const 5) (local.get 0)))))`;

function results(bytes) {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes));
  const said = [exports.call(0, 21), exports.call(1, 21), exports.pick(0), exports.pick(1), exports.pick(9), exports.sum(100), exports.float(), exports.long(), exports.store(), exports.tables()];
  return [...said, exports.call(1, 4), exports.cut(1e99), exports.choose(1), exports.r.length, new Uint8Array(exports.m.buffer)[64]].map(String);
}

test("a program with every kind of instruction is the same after combing", () => {
  const folder = mkdtempSync(join(tmpdir(), "yishi-comb-"));
  try {
    writeFileSync(join(folder, "a.wat"), TEXT);
    const features = ["bulk-memory", "reference-types", "nontrapping-float-to-int", "sign-ext", "mutable-globals"];
    const tool = join(ROOT, "node_modules/.bin/wasm-as");
    execFileSync(tool, [join(folder, "a.wat"), "-o", join(folder, "a.wasm"), ...features.map((feature) => `--enable-${feature}`)]);
    const wasm = readFileSync(join(folder, "a.wasm"));
    const expected = results(wasm);
    expect(expected.slice(0, 9)).toEqual(["42", "321", "10", "-20", "30000", "5050", "1.6", "-9007199254740994", "67305985"]);
    const combed = comb(wasm);
    expect(WebAssembly.validate(combed), "what is served is wasm, if an empty one").toBe(true);
    expect(results(uncomb(whole(combed)))).toEqual(expected);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("what is cut off or altered is refused, and nothing runs for ever", () => {
  const name = readdirSync(DIST).find((file) => file.endsWith(".wasm"));
  const combed = readFileSync(join(DIST, name));
  expect(WebAssembly.validate(uncomb(whole(combed))), "the program of the build").toBe(true);
  const cut = whole(combed.subarray(0, combed.length - 1));
  expect(uncomb(cut)).toBe(cut);
  // Every refusal is an error or a program that no browser takes.
  for (let at = 20; at < combed.length; at += 97_001) {
    const altered = new Uint8Array(combed);
    altered.fill(altered[at] ^ 255, at, at + 64);
    let is = false;
    try {
      is = WebAssembly.validate(uncomb(altered.buffer));
    } catch (error) {
      expect(error).toBeInstanceOf(RangeError);
    }
    expect(typeof is).toBe("boolean");
  }
  const page = whole(Buffer.from("<!doctype html>"));
  expect(uncomb(page)).toBe(page);
});
