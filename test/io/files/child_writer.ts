/** Writes `large` (or much, until the disk is full) with the one writer; started and killed by the tests. */
import { writeWholeFile } from "../../../src/io/files/write_whole_file.ts";

const [path, line, lines, pause] = Deno.args as [string, string, string, string];

async function* content() {
  for (let i = 0; i < Number(lines); i++) {
    yield line.repeat(1000) + "\n";
    if (i % 50 === 0) console.log("part");
    if (Number(pause) > 0) await new Promise((go) => setTimeout(go, Number(pause)));
  }
}

console.log("begin");
await writeWholeFile(path, content());
console.log("done");
