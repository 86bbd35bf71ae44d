import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { Buffer } from "node:buffer";
import { gzipSync } from "node:zlib";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { TracebookError } from "../../src/base/errors.ts";
import { openNative } from "../../src/db/native.ts";
import { literal } from "../../src/base/sql_text.ts";
import { readMappingFile } from "../../src/io/mapping/mapping_file.ts";
import { parseXml } from "../../src/io/xml/xml_tree.ts";
import { readInteractions, readLog } from "../../src/log/mod.ts";
import {
  footprintsOf,
  parseProcessTree,
  ProcessTree,
  readModel,
  reduceTree,
  treesEqual,
  treeToBpmn,
  treeToNet,
  writeModel,
} from "../../src/models/mod.ts";
import { parsePtml, writePtml } from "../../src/models/files/ptml.ts";
import { parseNotebook, readNotebook } from "../../src/notebook/notebook.ts";
import { readParameterFile } from "../../src/notebook/parameters/parameter_files.ts";
import { viewProcessTree } from "../../src/viz/mod.ts";

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "limits-"))));
afterAll(() => rm(folder, { recursive: true }));

const file = async (name: string, content: string | Uint8Array) => {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
};
/** An operator within an operator, and so on: `->( 'a0', X( 'a1', … ) )`. */
function deepText(depth: number): string {
  const signs = ["->", "X", "+"];
  const open = Array.from({ length: depth }, (_, i) => `${signs[i % 3]}( 'a${i}', `);
  return open.join("") + "'end'" + " )".repeat(depth);
}

function deepPtml(depth: number): string {
  const nodes = Array.from({ length: depth }, (_, i) => `<sequence id="n${i}" name=""/>`).join("");
  const edges = Array.from({ length: depth }, (_, i) => `<parentsNode sourceId="n${i}" targetId="n${i + 1}"/>`).join(
    "",
  );
  return `<ptml><processTree id="t" name="t" root="n0">${nodes}<manualTask id="n${depth}" name="a"/>${edges}` +
    "</processTree></ptml>";
}

describe("what is nested without end gets a sentence", () => {
  const depth = 100_000;
  const cases: [string, () => unknown][] = [
    ["a process tree as text", () => parseProcessTree(deepText(depth))],
    ["PTML", () => parsePtml(deepPtml(depth))],
    ["XML", () => parseXml("<a>".repeat(depth) + "</a>".repeat(depth), "x.xml")],
    [
      "a notebook",
      () => parseNotebook(`{"nbformat":4,"cells":[],"metadata":${"[".repeat(depth)}${"]".repeat(depth)}}`, "x.ipynb"),
    ],
    [
      "interactions as JSON",
      async () => await readInteractions(await file("x.json", '{"buckets":' + '{"a":'.repeat(depth))),
    ],
    [
      "a mapping file",
      async () => await readMappingFile(await file("m.json", '{"mapping":' + "[".repeat(depth)), "events"),
    ],
    ["parameters as JSON", async () => await readParameterFile(await file("p.json", "[".repeat(depth)))],
    ["parameters as YAML", async () => await readParameterFile(await file("p.yaml", "[".repeat(depth)))],
    [
      "a log as XES",
      async () => await readLog(await file("x.xes", `<log><trace>${'<string key="a" value="b">'.repeat(depth)}`)),
    ],
  ];
  test.each(cases)("%s", async (_, read) => {
    const error = await Promise.resolve().then(read).then(() => undefined, (error) => error);
    expect(error).toBeInstanceOf(TracebookError);
    expect(error.message).toMatch(/at most|at the most|without end/);
    expect(error.message).not.toMatch(/call stack/);
    expect(error.message.length).toBeLessThan(400);
  });
});

test("brackets within texts are no depth", () => {
  const text = JSON.stringify({ nbformat: 4, cells: [], metadata: { a: '[{"\\'.repeat(5000) + "\\" } });
  expect(parseNotebook(text, "x.ipynb").metadata).toEqual(JSON.parse(text).metadata);
});

test("trees of 3,000 operators are read, shown, reduced, compared, converted and written", async () => {
  const depth = 3000;
  const text = deepText(depth);
  const tree = parseProcessTree(text);
  expect(tree.toString()).toBe(text);
  expect(reduceTree(tree).toString()).toBe(text);
  expect(treesEqual(tree, parseProcessTree(text))).toBe(true);
  const net = treeToNet(tree);
  expect(net.transitions.filter(({ label }) => label !== undefined)).toHaveLength(depth + 1);
  expect(treeToBpmn(tree).nodes.filter(({ kind }) => kind === "task")).toHaveLength(depth + 1);
  expect(parsePtml(writePtml(tree)).toString()).toBe(text);
  const path = join(folder, "deep.ptml.gz");
  await writeModel(tree, path);
  expect(String(await readModel(path))).toBe(text);
});

test("footprints of a deep tree are those of the flat one", () => {
  const leaf = ProcessTree.leaf;
  let deep = leaf("z");
  for (let i = 0; i < 3000; i++) deep = ProcessTree.node("sequence", [leaf(`a${i % 5}`), deep]);
  const flat = ProcessTree.node("sequence", [
    ...Array.from({ length: 3000 }, (_, i) => leaf(`a${(2999 - i) % 5}`)),
    leaf("z"),
  ]);
  expect(footprintsOf(deep).toString()).toBe(footprintsOf(flat).toString());
});

test("a picture of a deep tree is drawn", () => {
  expect(viewProcessTree(parseProcessTree(deepText(60))).toSVG()).toContain("<svg");
});

test("a PTML whose nodes hang on several others does not unfold without end", () => {
  const nodes = Array.from({ length: 60 }, (_, i) => `<sequence id="n${i}" name=""/>`).join("");
  const edges = Array.from({ length: 60 }, (_, i) => `<parentsNode sourceId="n${i}" targetId="n${i + 1}"/>`.repeat(2));
  const text = `<ptml><processTree id="t" name="t" root="n0">${nodes}<manualTask id="n60" name="a"/>${edges.join("")}` +
    "</processTree></ptml>";
  expect(() => parsePtml(text)).toThrow(/at most 1,000,000 nodes/);
});

describe("gzipped data", () => {
  /** So many megabytes of one text, packed a thousandfold: gzip files may be strung together. */
  function bomb(head: string, text: string, megabytes: number): Uint8Array {
    const part = gzipSync(text.repeat(Math.ceil((1 << 20) / text.length)), { level: 9 });
    return Buffer.concat([gzipSync(head), ...Array.from({ length: megabytes }, () => part)]);
  }

  test("a model that unpacks to too much is refused", async () => {
    const path = await file("bomb.pnml.gz", bomb("<pnml>", "<a/>" + " ".repeat(2000), 70));
    await expect(readModel(path)).rejects.toThrow(/at most 64 MB, unpacked/);
    const elements = await file("elements.pnml.gz", bomb("<pnml>", "<a/>", 9));
    await expect(readModel(elements)).rejects.toThrow(/at most 2,000,000 elements/);
  });

  test("a log that unpacks a thousandfold is refused, whatever its format", async () => {
    for (
      const [name, head, text] of [
        ["bomb.csv.gz", "case,activity,time\n", `1,${"a".repeat(500)},2026-01-01\n`],
        ["bomb.xes.gz", "<log><trace>", "<event/>" + " ".repeat(2000) + "\n"],
        ["bomb.json.gz", "{", " ".repeat(1000)],
      ] as const
    ) {
      const path = await file(name, bomb(head, text, 260));
      const read = name === "bomb.json.gz" ? readInteractions(path) : readLog(path);
      await expect(read, name).rejects.toThrow(/at most 300 times their size|at most 256 MB/);
    }
  }, 120_000);

  test("a small log that packs well is read", async () => {
    const rows = "1,a,2026-01-01\n".repeat(100_000);
    const path = await file("small.csv.gz", gzipSync("case,activity,time\n" + rows, { level: 9 }));
    expect((await readLog(path)).events).toBe(100_000);
  });
});

test("files of settings, models and notebooks that are far too large are refused before they are read", async () => {
  const spaces = " ".repeat(5 << 20);
  await expect(readParameterFile(await file("large.json", spaces))).rejects.toThrow(/at most 4 MB/);
  await expect(readParameterFile(await file("large.yaml", spaces))).rejects.toThrow(/at most 0\.25 MB/);
  await expect(readMappingFile(await file("large-map.json", " ".repeat(17 << 20)), "events")).rejects.toThrow(
    /at most 16 MB/,
  );
  await expect(readMappingFile("/dev/zero", "events")).rejects.toThrow(/at most 16 MB/);
  await expect(readNotebook("/dev/zero")).rejects.toThrow(/at most 256 MB/);
}, 60_000);

test("a file of a few kilobytes that stands for billions of rows is refused, without counting them all", async () => {
  const path = join(folder, "rows.duckdb");
  const database = await openNative();
  try {
    await database.query(
      `ATTACH ${literal(path)} AS made; CREATE VIEW made.events AS SELECT '1' AS case_id, 'a' AS activity, ` +
        "TIMESTAMP '2026-01-01' AS timestamp FROM range(1000000000000000); DETACH made",
    );
  } finally {
    await database.close();
  }
  await expect(readLog(path)).rejects.toThrow(/at most 1,000,000,000 cells, which is 333,333,333 rows of 3 columns/);
}, 60_000);
