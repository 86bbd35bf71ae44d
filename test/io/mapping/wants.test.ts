import { expect, test } from "vitest";
import { join } from "node:path";
import { readLog } from "../../../src/log/events/read_log.ts";

test("a column that is wanted and missing is a finding with the nearest name; beside an error it is a line of it", async () => {
  const folder = await Deno.makeTempDir({ prefix: "tracebook-test-" });
  try {
    const file = join(folder, "x.csv");
    await Deno.writeTextFile(file, "case,activity,timestamp,sales_region\n1,a,2026-01-01T10:00Z,North\n");
    const wanted = (log: { source: { findings: readonly { rule: string; count: number; example: string }[] } }) =>
      log.source.findings.filter(({ rule }) => rule === "optional column missing");
    const lacking = await readLog(file, { wants: ["region", "", "plant"] });
    expect(wanted(lacking)).toHaveLength(1);
    expect(wanted(lacking)[0]).toMatchObject({ count: 2 });
    expect(wanted(lacking)[0]!.example).toMatch(
      /"region" is missing \(nearest: "sales_region"\); column "plant" is missing/,
    );
    expect(wanted(await readLog(file, { wants: ["sales_region", ""] }))).toEqual([]);
    await expect(readLog(file, { needs: { value: "number" }, wants: ["region"] })).rejects.toThrow(
      /column "value" is missing; column "region" is missing/,
    );
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
