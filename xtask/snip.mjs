// Takes out of a module what nothing can call, or nobody can hear.
//
// Usage: node xtask/snip.mjs MODULE.wasm
//
// What only describes values to programmers (`Debug`) traps at once, and so does what serves byte streams, whose
// classes the build does not export. Tables of functions would keep all of it; so wasm-opt drops what nothing else
// needs. The module must still have its name section. Panics need no snipping: the panel is built so that they trap.
import { readFile, writeFile } from "node:fs/promises";
import binaryen from "binaryen";

const SNIPPED = [
  // What describes values to programmers.
  / as core::fmt::Debug>::fmt(::|$)/,
  // What serves byte streams.
  /^(wasm_streams|js_sys::futures::future_to_promise)\b/,
];

const [file] = process.argv.slice(2);
const module = binaryen.readBinary(await readFile(file));
const functions = Array.from({ length: module.getNumFunctions() }, (_, index) => module.getFunctionByIndex(index));
let count = 0;
for (const reference of functions) {
  const { name, base } = binaryen.getFunctionInfo(reference);
  // The standard library's crates carry a hash: `core[c5930c85a12de822]::panicking::panic`.
  const path = name.replace(/\[[0-9a-f]+\]/g, "");
  if (base || !SNIPPED.some((pattern) => pattern.test(path))) continue;
  binaryen.Function.setBody(reference, module.unreachable());
  count += 1;
}
if (!count) throw new Error(`${file} has nothing of the kind by name: was its name section stripped?`);
binaryen.setDebugInfo(true);
await writeFile(file, module.emitBinary());
