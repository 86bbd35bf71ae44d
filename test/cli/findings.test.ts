import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { tb } from "../support/tb.ts";

let folder: string, log: string, model: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tracebook-findings-"));
  log = join(folder, "orders.csv");
  model = join(folder, "model.ptml");
  await writeFile(
    log,
    [
      "case,activity,time",
      "1,order,2025-03-01T08:00:00Z",
      "1,ship,soon",
      "1,pay,2025-03-02T08:00:00Z",
      ",order,2025-03-03T08:00:00Z",
      "",
    ]
      .join("\n"),
  );
});
afterAll(() => rm(folder, { recursive: true }));

test("commands of process mining tell what reading left out on stderr, and print one document", async () => {
  const commands = [
    ["discover", "inductive", log, "--out", model],
    ["variants", log],
    ["dfg", log],
    ["times", log],
    ["conform", "replay", log, "--model", model],
  ];
  for (const command of commands) {
    const { code, err, json } = await tb(...command, "--json");
    const name = command[0]!;
    expect(code, name).toBe(0);
    expect(json(), name).toBeTypeOf("object");
    expect(err, name).toMatch(/^2 × row left out: orders\.csv, line 3, column "time"/m);
    expect(err, name).toMatch(/^1 × missing case: orders\.csv, line 5/m);
  }
}, 60_000);
