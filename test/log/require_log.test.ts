import { fileURLToPath } from "node:url";
import { table } from "arquero";
import ts from "typescript";
import { expect, test } from "vitest";
import { InputError } from "../../src/base/errors.ts";
import { interactionsFromRows, logFromRows } from "../../src/log/from_rows.ts";
import { readCsvTable } from "../../src/io/csv/csv.ts";
import * as tracebook from "../../src/mod.ts";

const events = logFromRows([
  { case: "1", activity: "a", time: new Date(0) },
  { case: "1", activity: "b", time: new Date(1000) },
]);
const interactions = interactionsFromRows([
  { time: new Date(0), user: "Ada", app: "Mail", action: "click", element: "Reply" },
]);
const bytes = new TextEncoder().encode("case,activity,time\n1,a,2025-01-01T08:00:00Z\n");
const rawTable = await readCsvTable(bytes);

/** Exported functions with a parameter that is a log, and what it may be. */
const takers = logTakers();

test("functions that take a log are found in the exports", () => {
  const names = takers.map(({ name }) => name);
  expect(names.length).toBeGreaterThan(70);
  expect(names).toEqual(expect.arrayContaining(["variants", "filterSql", "discoverAlpha", "viewDay", "rework"]));
});

test.each(takers)("$name refuses what is no log", async ({ name, at, kinds }) => {
  const right = kinds.includes("EventLog") ? events : interactions;
  const wanted = kinds.includes("EventLog") ? "an event log" : "an interaction log";
  const read = kinds.includes("EventLog") ? "readLog" : "readInteractions";
  const other = kinds.includes("EventLog") ? interactions : events;
  const told = async (value: unknown) => {
    const given = [...Array.from({ length: at }, () => right), value, {}, {}, {}];
    try {
      await (tracebook[name as keyof typeof tracebook] as (...given: unknown[]) => unknown)(...given);
    } catch (error) {
      expect(error, (error as Error).stack).toBeInstanceOf(InputError);
      return (error as Error).message;
    }
    return "no error";
  };
  expect(await told(rawTable)).toBe(
    `Expected ${wanted} but found a raw table: ${read}(path) gives the log of the same file.`,
  );
  expect(await told({ name: "x", events: rawTable.table })).toContain("found a raw table");
  expect(await told(undefined)).toBe(`Expected ${wanted} but found nothing (undefined): ${read}(path) gives one.`);
  expect(await told(Promise.resolve(right))).toBe(`Expected ${wanted} but found a promise: write await before it.`);
  expect(await told("orders.csv")).toContain(`${read}("orders.csv")`);
  expect(await told([{ case: "1" }])).toContain("found a list");
  expect(await told(table({ case: ["1"] }))).toContain("found a table");
  if (kinds.includes("EventLog") && kinds.includes("InteractionLog")) return;
  expect(await told(other)).toContain(
    `Expected ${wanted} but found ${wanted === "an event log" ? "an interaction log" : "an event log"}`,
  );
});

interface LogTaker {
  readonly name: string;
  readonly at: number;
  /** Names of the types that the parameter has. */
  readonly kinds: readonly string[];
}

function logTakers(): LogTaker[] {
  const door = fileURLToPath(new URL("../../src/mod.ts", import.meta.url));
  const program = ts.createProgram([door], {
    allowImportingTsExtensions: true,
    noEmit: true,
    strict: true,
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
  });
  const checker = program.getTypeChecker();
  return checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(door)!)!).flatMap((exported) => {
    const { flags } = exported;
    const symbol = flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    const { valueDeclaration: declaration } = symbol;
    if (!(symbol.flags & ts.SymbolFlags.Function) || !declaration) return [];
    const type = checker.getTypeOfSymbolAtLocation(symbol, declaration);
    return checker.getSignaturesOfType(type, ts.SignatureKind.Call)[0]!.parameters.flatMap((parameter, at) => {
      const given = checker.getTypeOfSymbolAtLocation(parameter, declaration);
      const kinds = (given.isUnion() ? given.types : [given]).map((one) => one.symbol?.name ?? "");
      return kinds.some((kind) => /^(Event|Interaction)Log$|^(Log|Interaction)Contents$/.test(kind))
        ? [{
          name: exported.name,
          at,
          kinds: kinds.map((kind) =>
            kind.replace("LogContents", "EventLog").replace("InteractionContents", "InteractionLog")
          ),
        }]
        : [];
    });
  });
}
