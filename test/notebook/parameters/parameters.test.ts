import { expect, test } from "vitest";
import { InputError } from "../../../src/base/errors.ts";
import {
  describeParameters,
  injectParameters,
  parametersOf,
  textValues,
} from "../../../src/notebook/parameters/parameters.ts";
import { book, code, markdown } from "../books.ts";

const notebook = book(
  markdown("# Report"),
  code(
    `// Where the log is; a path from the notebook's folder
let log: string = "http://x//y=1;2"; // a path or an address // really
let from: string | undefined = undefined;
let top: number = 1_0; // how many
let by: "team" | 'user' = "team";   // groups
let fast = true;

// which ones
// are shown
let names: string[] = ["a", // not help
  "b;"];
/** least shares */ let shares: readonly number[] = [0.5, -1];
let kind: null | "x" = null
let level: 1 | 2 | 3 = 1;
const fixed = 1;
let needed: number; // has to be given`,
    "parameters",
  ),
  code("log"),
);

const given = (values: Record<string, unknown>) => {
  const { cells } = injectParameters(notebook, { needed: 1, ...values }, "nb.ipynb");
  return cells[2]!.source.split("\n").filter((line) => !/^\/\/|^needed/.test(line)).join("\n");
};

test("declarations give names, types, defaults and help", () => {
  expect(parametersOf(notebook)).toEqual([
    { name: "log", type: "string", default: '"http://x//y=1;2"', help: "a path or an address // really" },
    { name: "from", type: "string | undefined", default: "undefined", help: "" },
    { name: "top", type: "number", default: "1_0", help: "how many" },
    { name: "by", type: `"team" | 'user'`, default: '"team"', help: "groups" },
    { name: "fast", type: "boolean", default: "true", help: "" },
    { name: "names", type: "string[]", default: '["a", "b;"]', help: "which ones are shown" },
    { name: "shares", type: "readonly number[]", default: "[0.5, -1]", help: "least shares" },
    { name: "kind", type: 'null | "x"', default: "null", help: "" },
    { name: "level", type: "1 | 2 | 3", default: "1", help: "" },
    { name: "needed", type: "number", default: undefined, help: "has to be given" },
  ]);
  expect(parametersOf(book(code("let a = 1")))).toEqual([]);
});

test.each([
  ["log", "a=b, c", `log = "a=b, c";`],
  ["log", `quote " and \n line`, String.raw`log = "quote \" and \n line";`],
  ["log", "12", `log = "12";`],
  ["from", "2024-01-01", `from = "2024-01-01";`],
  ["from", "", "from = undefined;"],
  ["from", undefined, "from = undefined;"],
  ["top", "3", "top = 3;"],
  ["top", " -2.5e1 ", "top = -25;"],
  ["top", 7, "top = 7;"],
  ["by", "user", `by = "user";`],
  ["fast", "false", "fast = false;"],
  ["fast", true, "fast = true;"],
  ["names", "x, y", `names = ["x", "y"];`],
  ["names", `["x, y", "z"]`, `names = ["x, y", "z"];`],
  ["names", "", "names = [];"],
  ["names", ["q"], `names = ["q"];`],
  ["shares", "0.1,2", "shares = [0.1, 2];"],
  ["kind", "null", "kind = null;"],
  ["kind", "x", `kind = "x";`],
  ["level", "2", "level = 2;"],
])("%s = %j is taken", (name, value, line) => {
  expect(given({ [name]: value })).toBe(line);
});

test.each([
  ["top", "three", "number"],
  ["top", "", "number"],
  ["top", "Infinity", "number"],
  ["top", "0x10", "number"],
  ["top", true, "number"],
  ["by", "Team", `"team" | 'user'`],
  ["fast", "yes", "boolean"],
  ["names", [1], "string[]"],
  ["shares", "1,b", "readonly number[]"],
  ["kind", "y", `null | "x"`],
  ["level", "4", "1 | 2 | 3"],
  ["log", 5, "string"],
])("%s = %j is refused, naming the type", (name, value, type) => {
  expect(() => given({ [name]: value })).toThrow(InputError);
  expect(() => given({ [name]: value })).toThrow(`nb.ipynb, parameter "${name}": expected ${type} but found`);
});

test("an unknown name is refused with the nearest and the list of all", () => {
  expect(() => given({ tops: 1 })).toThrow(
    /no parameter is called "tops". Did you mean "top"\?[\s\S]*top: number = 1_0\s+how many/,
  );
});

test("all that is wrong is said at once, also what is missing", () => {
  const run = () => injectParameters(notebook, { top: "x", fast: "y" }, "nb.ipynb");
  expect(run).toThrow(/"top"[\s\S]*"fast"[\s\S]*"needed": expected a value of type number but found none/);
});

test("values stand in one tagged cell after the declarations, which replaces an earlier one", () => {
  const once = injectParameters(notebook, { needed: 1, top: 2 }, "x");
  const twice = injectParameters(once, { needed: 1, top: 3 }, "x");
  expect(twice.cells.map(({ metadata }) => metadata.tags ?? null)).toEqual([null, ["parameters"], [
    "injected-parameters",
  ], []]);
  expect(twice.cells[2]!.source).toBe("// Parameters\nneeded = 1;\ntop = 3;");
  expect(notebook.cells).toHaveLength(3);
});

test("a notebook without parameters takes none", () => {
  const plain = book(code("1"));
  expect(injectParameters(plain, {}, "x").cells).toEqual(plain.cells);
  expect(() => injectParameters(plain, { a: 1 }, "x")).toThrow(/no cell of it is tagged/);
  expect(describeParameters([])).toMatch(/no parameters/);
});

test("texts among the values, given and by default", () => {
  const parameters = parametersOf(
    book(code(`let a = "x"; let b: string = 'y'; let c = 1; let d: string[] = [];`, "parameters")),
  );
  expect(textValues(parameters, { a: "z", d: ["p", "q"] })).toEqual(["z", "y", "p", "q"]);
});
