import { expect, test } from "vitest";
import { InputError } from "../../src/base/errors.ts";
import { parseNotebook, readNotebook } from "../../src/notebook/notebook.ts";
import { readParameterFile } from "../../src/notebook/parameters/parameter_files.ts";
import { readMappingFile } from "../../src/io/mapping/mapping_file.ts";

const notebook = (metadata: object) =>
  JSON.stringify({
    nbformat: 4,
    nbformat_minor: 5,
    metadata,
    cells: [{ cell_type: "code", metadata: {}, source: "1" }],
  });

async function fileOf(name: string, contents: Uint8Array): Promise<string> {
  const path = `${await Deno.makeTempDir()}/${name}`;
  await Deno.writeFile(path, contents);
  return path;
}

function utf16(text: string): Uint8Array {
  return new Uint8Array(Uint16Array.from("\ufeff" + text, (c) => c.charCodeAt(0)).buffer);
}

test("a byte order mark is no part of a notebook, of parameters, of a mapping; nor is UTF-16 a riddle", async () => {
  const marked = (text: string) => new TextEncoder().encode("\ufeff" + text);
  for (const encode of [marked, utf16]) {
    expect((await readNotebook(await fileOf("n.ipynb", encode(notebook({}))))).cells[0]!.source).toBe("1");
    const given = { eventLog: "x.csv", größe: 1 };
    expect(await readParameterFile(await fileOf("p.json", encode(JSON.stringify(given))))).toEqual(given);
    expect(await readParameterFile(await fileOf("p.yaml", encode("eventLog: x.csv\n")))).toEqual({ eventLog: "x.csv" });
    const mapping = await fileOf("m.json", encode('{"mapping": {"case": "Auftrag"}, "headerLine": 4}'));
    expect(await readMappingFile(mapping, "events")).toMatchObject({
      mapping: { case: "Auftrag" },
      options: { headerLine: 4 },
    });
  }
  expect(parseNotebook("\ufeff" + notebook({}), "x").cells.length).toBe(1);
});

test.each([
  [{ kernelspec: { name: "python3", language: "python" }, language_info: { name: "python" } }, "Python"],
  [{ kernelspec: { name: "ir", language: "R" } }, "R"],
  [{ language_info: { name: "julia" } }, "Julia"],
])("a notebook for another language is called so: %j", (metadata, language) => {
  const read = () => parseNotebook(notebook(metadata), "other.ipynb");
  expect(read).toThrow(InputError);
  expect(read).toThrow(`other.ipynb: expected a notebook in TypeScript but found a notebook for ${language}`);
});

test.each([{}, { kernelspec: { name: "deno", language: "typescript" } }, { language_info: { name: "javascript" } }])(
  "a notebook of %j is read",
  (metadata) => expect(parseNotebook(notebook(metadata), "x").cells.length).toBe(1),
);
