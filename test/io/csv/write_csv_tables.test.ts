import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as aq from "arquero";
import { expect, test } from "vitest";
import { writeCsv } from "../../../src/io/mod.ts";

async function written(table: Parameters<typeof writeCsv>[0]): Promise<string> {
  const folder = await Deno.makeTempDir();
  try {
    await writeCsv(table, join(folder, "table.csv"));
    return readFileSync(join(folder, "table.csv"), "utf8");
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

test("an Arquero table is written as it is filtered and sorted, with formulas made harmless", async () => {
  const table = aq.table({
    name: ["=1+1", "b, c", null, "d"],
    seconds: [1.5, NaN, -3, 0.1 + 0.2],
    at: [new Date(0), null, new Date(1), new Date(86_400_000)],
    ok: [true, false, null, true],
    steps: [["x", "y"], [], null, ["z"]],
  });
  expect(await written(table)).toBe(
    "name,seconds,at,ok,steps\n" +
      `'=1+1,1.5,1970-01-01T00:00:00.000Z,true,"x, y"\n` +
      `"b, c",,,false,\n` +
      ",-3,1970-01-01T00:00:00.001Z,,\n" +
      "d,0.30000000000000004,1970-01-02T00:00:00.000Z,true,z\n",
  );
  const some = table.filter(aq.escape((row: { ok: boolean }) => row.ok)).orderby(aq.desc("seconds")).select("name");
  expect(await written(some)).toBe("name\n'=1+1\nd\n");
});

test("a list of objects is written, and integers past the exact ones keep their digits", async () => {
  expect(await written([{ id: 9007199254740993n, n: 1 }, { id: 2n, n: null }])).toBe("id,n\n9007199254740993,1\n2,\n");
});
