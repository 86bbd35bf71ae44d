// @slow: reads and segments logs
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { defineCommand } from "../../src/cli/commands/recordings/define.ts";
import { skeletonCommand } from "../../src/cli/commands/recordings/skeleton.ts";
import { tbDone } from "../support/tb_here.ts";

let folder: string, file: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tracebook-define-"));
  file = join(folder, "cases.csv");
  const rows = Array.from({ length: 40 }, (_, k) => {
    const time = (s: number) => new Date(Date.UTC(2026, 0, 5, 8, k * 5, s)).toISOString();
    const number = `K${7000 + 13 * k}`;
    return `${time(0)},Ada,Mail,Body,copy,${number},s${k}\n${time(9)},Ada,ERP,Case,type,CASE-${number},s${k}\n` +
      `${time(12)},Ada,ERP,Save,click,,s${k}\n`;
  });
  writeFileSync(file, "timestamp,user,application,element,action,value,segment\n" + rows.join(""));
});
afterAll(() => rmSync(folder, { recursive: true }));

test("define writes the document that the ending of the file asks for", async () => {
  const begins = { md: "# Process definition: ", html: "<!doctype html>", bpmn: '<?xml version="1.0"' };
  for (const [ending, begin] of Object.entries(begins)) {
    const out = join(folder, `task.${ending}`);
    await tbDone("define", file, "--instance", "segment", "-o", out);
    expect(readFileSync(out, "utf8").startsWith(begin)).toBe(true);
  }
  expect(readFileSync(join(folder, "task.html"), "utf8")).toContain("<svg");
});

test("define as JSON has steps with verdicts and the rule that was planted", async () => {
  const { steps, rules } = JSON.parse((await tbDone("define", file, "--instance", "segment", "--json")).out);
  expect(steps.map(({ verdict }: { verdict: string }) => verdict)).toEqual(["fixed", "program", "fixed"]);
  expect(rules).toMatchObject([{ step: 2, heldOutRight: 20, heldOutTotal: 20 }]);
});

test("a task or an ending that is not there is an error that says which there are", async () => {
  await expect(defineCommand.main([file, "--instance", "segment", "--task", "Nothing"])).rejects.toThrow(
    'The kinds are "',
  );
  await expect(defineCommand.main([file, "-o", join(folder, "task.pdf")])).rejects.toThrow(".md, .html or .bpmn");
});

test("skeleton writes a folder, and nothing over what stands in one", async () => {
  const out = join(folder, "program");
  const args = [file, "--instance", "segment", "--browser", "ERP=https://erp.example/", "-o", out];
  const { columns, rules } = JSON.parse((await tbDone("skeleton", ...args, "--json")).out);
  expect(columns.map(({ name }: { name: string }) => name)).toEqual(["Body"]);
  expect(rules).toBe(1);
  const files = [
    "README.md",
    "deno.json",
    "inputs.csv",
    "package.json",
    "rules.mjs",
    "rules.ts",
    "run.ts",
    "task.robot",
    "task.ts",
  ];
  expect(readdirSync(out)).toEqual(expect.arrayContaining(files));
  await expect(skeletonCommand.main(args)).rejects.toThrow("expected a new or empty folder");
  await expect(skeletonCommand.main([file])).rejects.toThrow("-o: expected a folder");
  await expect(skeletonCommand.main([file, "--browser", "ERP", "-o", join(folder, "b")])).rejects.toThrow(
    "APP=ADDRESS",
  );
});
