import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readHints } from "../../src/cli/hints_file.ts";

const folder = await mkdtemp(join(tmpdir(), "hints-"));
afterAll(() => rm(folder, { recursive: true }));

test("a file of hints is read as it stands; one that is no JSON, or missing, is refused by name", async () => {
  const file = join(folder, "hints.json");
  await writeFile(file, '{ "begins": [0, 17], "background": ["Chat"] }');
  expect(await readHints(file)).toEqual({ begins: [0, 17], background: ["Chat"] });
  await writeFile(file, "begins: 0");
  await expect(readHints(file)).rejects.toThrow(/hints\.json: expected JSON such as/);
  await expect(readHints(join(folder, "none.json"))).rejects.toThrow(/none\.json: expected a file/);
});
