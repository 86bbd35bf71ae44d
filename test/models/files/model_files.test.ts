import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { kindOfModel, modelAs } from "../../../src/models/convert/model_as.ts";
import { readModel, writeModel } from "../../../src/models/files/model_files.ts";
import { parsePnml } from "../../../src/models/files/pnml.ts";
import { parseProcessTree } from "../../../src/models/parse_tree.ts";
import { lacksSharedLogs, sharedLog } from "../../support/shared.ts";
import { netParts, randomHostileTree } from "./random_models.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tracebook-models-"));
});
afterAll(() => rm(folder, { recursive: true }));

const TREE = parseProcessTree("->( 'Ärger', *( +( 'a', 'b' ), X( 'c', tau ) ), 'd' )");

test("a tree goes to each kind of file, and comes back as that kind", async () => {
  for (const [ending, kind] of [["ptml", "tree"], ["pnml", "net"], ["bpmn", "bpmn"]] as const) {
    const path = join(folder, `tree.${ending}`);
    await writeModel(TREE, path);
    const read = await readModel(path, { onNote: (note) => expect(note).toBe("") });
    expect(kindOfModel(read)).toBe(kind);
    const tasks = kind === "tree"
      ? String(read).match(/'[^']*'/g)!.map((name) => name.slice(1, -1))
      : kind === "net"
      ? modelAs(read, "net").transitions.flatMap(({ label }) => label ?? [])
      : modelAs(read, "bpmn").nodes.filter((node) => node.kind === "task").map(({ name }) => name);
    expect(tasks.sort()).toEqual(["a", "b", "c", "d", "Ärger"]);
  }
  expect((await readdir(folder)).filter((name) => name.endsWith(".part"))).toEqual([]);
});

test("what a file is to hold is what the model is converted to; trees are not made of nets", async () => {
  const net = modelAs(TREE, "net"), bpmn = modelAs(TREE, "bpmn");
  expect(modelAs(net, "net")).toBe(net);
  expect(kindOfModel(modelAs(net, "bpmn"))).toBe("bpmn");
  expect(kindOfModel(modelAs(bpmn, "net"))).toBe("net");
  await expect(writeModel(bpmn, join(folder, "x.ptml"))).rejects.toThrow(
    "Expected a process tree but found BPMN: not every such model has a tree, so none is made. Write it as .pnml or " +
      ".bpmn, or discover a tree with an inductive miner.",
  );
});

test("files that are gzipped, in other encodings, with a byte order mark, or named .xml", async () => {
  await writeModel(TREE, join(folder, "plain.ptml"));
  const text = await readFile(join(folder, "plain.ptml"), "utf8");
  const latin = Buffer.from(text.replace("UTF-8", "ISO-8859-1"), "latin1");
  const files = {
    "packed.ptml.gz": gzipSync(text),
    "latin.ptml": latin,
    "marked.ptml": Buffer.from(`\ufeff${text}`),
    "wide.ptml": Buffer.from(`\ufeff${text.replace("UTF-8", "UTF-16")}`, "utf16le"),
    "some.xml": Buffer.from(text),
  };
  for (const [name, bytes] of Object.entries(files)) {
    await writeFile(join(folder, name), bytes);
    expect(await readModel(join(folder, name), { onNote: (note) => expect(note).toBe("") })).toEqual(TREE);
  }
});

test("a name that ends with .gz is packed", async () => {
  const path = join(folder, "packed.pnml.gz");
  await writeModel(TREE, path);
  expect([...(await readFile(path)).subarray(0, 2)]).toEqual([0x1f, 0x8b]);
  expect(kindOfModel(await readModel(path))).toBe("net");
});

test("bytes that are no text in the declared encoding are told of", async () => {
  const path = join(folder, "damaged.ptml");
  await writeModel(TREE, path);
  await writeFile(path, Buffer.from(await readFile(path, "utf8"), "latin1"));
  const notes: string[] = [];
  await readModel(path, { onNote: (note) => notes.push(note) });
  expect(notes).toEqual([
    "damaged.ptml: bytes that are no UTF-8 are read as \ufffd. Name the encoding in the file's first line: " +
    '<?xml version="1.0" encoding="windows-1252"?>',
  ]);
});

test.skipIf(lacksSharedLogs)("the textbook models have the same tasks in each format", async () => {
  const tasks = async (ending: string) => {
    const model = await readModel(sharedLog(`process/running-example.${ending}`), {
      onNote: (note) => expect(note).toBe(""),
    });
    return modelAs(model, "net").transitions.flatMap(({ label }) => label ?? []).sort();
  };
  expect((await tasks("pnml")).length).toBe(8);
  expect(await tasks("ptml")).toEqual(await tasks("pnml"));
  expect(await tasks("bpmn")).toEqual(await tasks("pnml"));
});

test("a net of a tree with hostile names comes back whole", async () => {
  for (let seed = 0; seed < 20; seed++) {
    const net = modelAs(randomHostileTree(seed), "net"), path = join(folder, `hostile${seed}.pnml`);
    await writeModel(net, path);
    expect(netParts(parsePnml(await readFile(path, "utf8")))).toEqual(netParts(net));
  }
});

test("errors name what is possible", async () => {
  await expect(readModel("model.json")).rejects.toThrow(
    "model.json: expected a name that ends with .ptml, .pnml, .bpmn or .xml (a process tree, a Petri net, BPMN) for a " +
      'model to be read but found ".json".',
  );
  await expect(writeModel(TREE, join(folder, "model"))).rejects.toThrow(
    "/model: expected a name that ends with .ptml, .pnml or .bpmn (a process tree, a Petri net, BPMN) for a model to be " +
      "written but found no ending.",
  );
  await expect(readModel(join(folder, "missing.pnml"))).rejects.toThrow("missing.pnml");
  await expect(writeModel(TREE, join(folder, "no folder", "x.pnml"))).rejects.toThrow(
    "expected a file that can be written",
  );
  await writeFile(join(folder, "a.pnml"), "<ptml/>");
  await expect(readModel(join(folder, "a.pnml"))).rejects.toThrow(
    "a.pnml, line 1: expected PNML, beginning with <pnml>",
  );
  await writeFile(join(folder, "b.xml"), "<svg/>");
  await expect(readModel(join(folder, "b.xml"))).rejects.toThrow(
    "b.xml, line 1: expected a model, beginning with <pnml>, <ptml> or <definitions>, but found <svg>.",
  );
  await writeFile(join(folder, "empty.bpmn"), "");
  await expect(readModel(join(folder, "empty.bpmn"))).rejects.toThrow(
    "empty.bpmn: expected XML but the file is empty.",
  );
});
