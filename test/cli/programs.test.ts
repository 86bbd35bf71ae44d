// @slow: segments a whole log
import { afterAll, beforeAll, expect, test } from "vitest";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { InputError } from "../../src/base/errors.ts";
import { programsCommand } from "../../src/cli/commands/recordings/programs.ts";
import { tbDone } from "../support/tb_here.ts";

let folder: string, file: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tracebook-programs-"));
  file = join(folder, "mails.csv");
  const rows = Array.from({ length: 40 }, (_, k) => {
    const time = (s: number) => new Date(Date.UTC(2026, 0, 5, 8, k * 5, s)).toISOString();
    const mail = `x${(k * 37) % 101}@example.com`;
    return `${time(0)},Ada,Mail,From,copy,${mail},s${k}\n${time(9)},Ada,ERP,Login,type,${mail.split("@")[0]}-k,s${k}\n`;
  });
  writeFileSync(file, "timestamp,user,application,element,action,value,segment\n" + rows.join(""));
});
afterAll(() => rmSync(folder, { recursive: true }));

test("programs of the example as JSON: the fields of the contract, found by behaviour", async () => {
  const { out } = await tbDone("programs", "data/order-desk.csv", "--json");
  const { programs } = JSON.parse(out) as { programs: Record<string, unknown>[] };
  expect(Object.keys(programs[0]!)).toEqual(
    ["task", "target", "sources", "program", "words", "kind", "support", "heldOutRight", "heldOutTotal"],
  );
  expect(programs.length).toBeGreaterThan(20);
});

test("a part of an address is a program where it is read without masking, and none of its mask", async () => {
  const of = async (...more: string[]) => {
    const { out, err: notes } = await tbDone("programs", file, "--instance", "segment", "--json", ...more);
    return { programs: (JSON.parse(out) as { programs: { kind: string }[] }).programs, notes };
  };
  const open = await of("--unmasked");
  expect(open.programs.map(({ kind }) => kind)).toEqual(["text"]);
  expect(open.notes).toContain("Read without masking");
  const masked = await of();
  expect(masked.programs).toEqual([]);
  expect(masked.notes).not.toContain("Read without masking");
  expect((await tbDone("transfers", file, "--unmasked")).err).toContain("Read without masking");
});

test("--out writes programs and verdicts as JSON, or functions", async () => {
  const out = join(folder, "out.json"), code = join(folder, "out.ts");
  await tbDone("programs", file, "--instance", "segment", "--unmasked", "--out", out);
  const { steps } = JSON.parse(readFileSync(out, "utf8")) as { steps: { verdict: string }[] };
  expect(steps.map(({ verdict }) => verdict)).toEqual(["fixed", "program"]);
  await tbDone("programs", file, "--instance", "segment", "--unmasked", "--out", code);
  const module = await import(`data:text/javascript,${
    encodeURIComponent(
      readFileSync(code, "utf8").replaceAll(/\(inputs: .*\{/g, "(inputs) {"),
    )
  }`) as { program1: (inputs: string[]) => string };
  expect(module.program1(["y7@example.com"])).toBe("y7-k");
});

test("--unmasked beside an option about masking is refused", async () => {
  await expect(programsCommand.main([file, "--unmasked", "--values", "hash"])).rejects.toThrow(InputError);
});
