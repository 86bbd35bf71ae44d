import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { parsePtml, writePtml } from "../../../src/models/files/ptml.ts";
import { lacksSharedLogs, sharedLog } from "../../support/shared.ts";
import { randomHostileTree } from "./random_models.ts";

const fail = (note: string) => expect(note).toBe("");

test("reading what was written gives the same tree, whatever the names", () => {
  for (let seed = 0; seed < 400; seed++) {
    const tree = randomHostileTree(seed);
    expect(parsePtml(writePtml(tree), "tree.ptml", { onNote: fail })).toEqual(tree);
  }
});

test("every loop is written with three parts, as ProM wants them", () => {
  for (let seed = 0; seed < 100; seed++) {
    const text = writePtml(randomHostileTree(seed));
    for (const [, id] of text.matchAll(/<xorLoop id="([^"]*)"/g)) {
      expect(text.split(`sourceId="${id}"`).length - 1).toBe(3);
    }
  }
});

test.skipIf(lacksSharedLogs)("trees of ProM and PM4Py", async () => {
  const read = async (file: string) =>
    parsePtml(await readFile(sharedLog(file), "utf8"), file, { onNote: fail }).toString();
  expect(await read("process/running-example.ptml")).toBe(
    "->( 'register request', *( ->( +( 'check ticket', X( 'examine casually', 'examine thoroughly' ) ), 'decide' ), " +
      "'reinitiate request' ), X( 'pay compensation', 'reject request' ) )",
  );
  for (const log of ["running-example", "receipt"]) {
    for (const [file, question] of [["im", "inductive_im"], ["imf", "inductive_imf_0.2"]]) {
      const { tree } = JSON.parse(await readFile(sharedLog(`../reference/${log}/${question}.json`), "utf8"));
      const sorted = (text: string) => [...text].sort().join("");
      expect(sorted(await read(`../reference/${log}/${file}.ptml`))).toBe(sorted(tree));
    }
  }
});

const SMALL = (nodes: string, edges: string, root = ' root="r"') =>
  `<ptml><processTree id="x" name="x"${root}>
${nodes}
${edges.replace(/(\w)>(\w)/g, '<parentsNode id="$1$2" sourceId="$1" targetId="$2"/>')}</processTree></ptml>`;
const LEAVES = `<manualTask id="a" name="a"/><manualTask id="b" name="b"/><manualTask id="c" name="c"/>
<automaticTask id="t" name=""/>`;

test("the exit of a loop follows it, unless it is silent", () => {
  const loop = `<xorLoop id="r" name=""/>${LEAVES}`;
  expect(parsePtml(SMALL(loop, "r>a r>b r>c"), "", { onNote: () => {} }).toString()).toBe("->( *( 'a', 'b' ), 'c' )");
  expect(parsePtml(SMALL(loop, "r>b r>a r>t"), "", { onNote: () => {} }).toString()).toBe("*( 'b', 'a' )");
  expect(parsePtml(SMALL(loop, "r>t r>a"), "", { onNote: () => {} }).toString()).toBe("*( tau, 'a' )");
});

test("what is read otherwise than written is said", () => {
  const notes: string[] = [];
  const text = SMALL(`<def id="r" name=""/>${LEAVES}`, "r>a r>b").replace("</ptml>", "<processTree/></ptml>");
  expect(parsePtml(text, "x.ptml", { onNote: (note) => notes.push(note) }).toString()).toBe("X( 'a', 'b' )");
  expect(notes).toEqual([
    "x.ptml: holds 2 process trees; only the first is read (line 1).",
    "x.ptml: 1 deferred choices or loops are read as ordinary ones.",
    "x.ptml: 2 of 5 nodes do not hang on the root and are left out.",
  ]);
});

test.each([
  ["<pnml/>", "x.ptml, line 1: expected PTML, beginning with <ptml>, but found <pnml>."],
  ["<ptml/>", "x.ptml, line 1: expected <ptml> to hold a <processTree> but found none."],
  [SMALL(LEAVES, ""), 'x.ptml, line 1: expected root to name a node of the tree but found "r".'],
  [
    SMALL(LEAVES, "", ""),
    "x.ptml, line 1: expected one node that hangs on no other, as the root, but found 4.",
  ],
  [
    SMALL(`<xor id="r" name=""/>`, "r>r"),
    'x.ptml, line 2: expected a tree but found "r" within itself.',
  ],
  [SMALL(`<xor id="r" name=""/>`, ""), "x.ptml, line 2: expected <xor> to have children but found none."],
  [
    SMALL(`<xor id="r" name=""/>`, "r>q"),
    'x.ptml, line 3: expected targetId to name a node of the tree but found "q".',
  ],
  [
    SMALL(`<xorLoop id="r" name=""/>${LEAVES}`, "r>a"),
    "x.ptml, line 2: expected <xorLoop> to have two or three children (do, redo, exit) but found 1.",
  ],
  [
    SMALL(`<manualTask id="r" name="a"/>${LEAVES}`, "r>a"),
    "x.ptml, line 2: expected <manualTask> to have no children but found 1.",
  ],
  [
    SMALL(`<timeoutEvent id="r" name="a"/>`, ""),
    "x.ptml, line 2: expected sequence, xor, def, and, or, xorLoop, defLoop, manualTask, automaticTask or parentsNode " +
    "but found <timeoutEvent>. Such nodes have no place in a process tree here.",
  ],
  [
    SMALL(`<and id="r"/>\n<or id="r"/>`, ""),
    'line 3: expected each id once but found "r" again; it is also on line 2.',
  ],
])("an error says what is wrong: %#", (text, message) => {
  expect(() => parsePtml(text, "x.ptml", { onNote: () => {} })).toThrow(message);
});

test("a leaf that stands in several places may be written as often, and is read with a note", () => {
  const leaf = '<manualTask id="d" name="Decide"/>', edges = [["r", "x"], ["r", "d"], ["x", "a"], ["x", "d"]];
  const text = (again: string) =>
    `<ptml><processTree id="t" root="r"><sequence id="r" name=""/><xor id="x" name=""/><manualTask id="a" name="A"/>` +
    `${leaf}${again}${
      edges.map(([from, to], i) => `<parentsNode id="e${i}" sourceId="${from}" targetId="${to}"/>`).join("")
    }</processTree></ptml>`;
  const notes: string[] = [];
  expect(String(parsePtml(text(leaf), "x.ptml", { onNote: (note) => notes.push(note) })))
    .toBe("->( X( 'A', 'Decide' ), 'Decide' )");
  expect(notes).toEqual([
    'x.ptml: leaves of the same id and name are read as one that stands in several places: "Decide".',
  ]);
  expect(() => parsePtml(text(leaf.replace("Decide", "Other")), "x.ptml")).toThrow('each id once but found "d" again');
  expect(() => parsePtml(text('<xor id="x" name=""/>'), "x.ptml")).toThrow('each id once but found "x" again');
});
