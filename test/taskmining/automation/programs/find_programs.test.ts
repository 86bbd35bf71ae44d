import { expect, test } from "vitest";
import { findPrograms, taskInstances } from "../../../../src/taskmining/mod.ts";
import { readInteractions } from "../../../../src/log/interactions/read_interactions.ts";
import { randomStream, uniformInteger } from "../../../../src/base/random.ts";
import { type InteractionRow, interactionsOf } from "../../../support/interactions.ts";

const GIVEN = "Ada Grace Emmy Marie Jane Lise Hedy Mary Vera Tu".split(" ");
const FAMILY = "Lovelace Hopper Noether Curie Goodall Meitner Lamarr Wu".split(" ");

/** Sixty instances of entering a customer: what is entered follows, is the same, is counted on or is decided. */
function customers(change: (row: InteractionRow) => InteractionRow = (row) => row): InteractionRow[] {
  const random = randomStream(3, "customers");
  const any = <T>(items: readonly T[]) => items[uniformInteger(random, 0, items.length - 1)]!;
  return Array.from({ length: 60 }, (_, k): InteractionRow[] => {
    const [given, family, number] = [any(GIVEN), any(FAMILY), String(uniformInteger(random, 10, 99_999))];
    const at = (second: number) => ({ at: k * 300 + second, user: "P-1", segment: `s${k}` });
    const form = { app: "ERP", action: "edit" };
    return [
      { ...at(0), app: "Mail", action: "click", element: "Message" },
      { ...at(5), app: "Mail", action: "copy", element: "Body", clipboard: `${family}, ${given}` },
      { ...at(9), app: "Sheet", action: "copy", element: "Number", clipboard: number, row: String(k + 2) },
      { ...at(14), ...form, element: "Name", value: `${given} ${family}` },
      { ...at(20), ...form, element: "Account", value: number.padStart(8, "0") },
      { ...at(25), ...form, element: "Country", value: "DE" },
      { ...at(30), ...form, element: "Rating", value: any(["A", "B", "C", "D"]) },
      { ...at(35), app: "ERP", action: "click", element: "Save" },
    ];
  }).flat().map(change);
}

const found = (rows: readonly InteractionRow[]) =>
  findPrograms(taskInstances(interactionsOf(rows), { instance: "segment" }));

test("each step has its verdict, each program its held-back values", () => {
  const { steps, programs } = found(customers());
  const verdicts = steps.map(({ target, verdict }) =>
    `${/Message|Body|Number|Name|Account|Country|Rating|Save/.exec(target)}: ${verdict}`
  );
  expect(verdicts).toEqual([
    "Message: fixed",
    "Body: fixed",
    "Number: fixed",
    "Name: program",
    "Account: program",
    "Country: constant",
    "Rating: decision",
    "Save: fixed",
  ]);
  for (const one of programs) {
    expect(one.heldOutTotal).toBeGreaterThanOrEqual(30);
    expect(one.heldOutRight).toBe(one.heldOutTotal);
    expect(one.counterExamples).toEqual([]);
  }
  const row = steps[2]!.found!;
  expect([row.kind, row.words]).toEqual(["sequence", expect.stringContaining("plus 1")]);
  expect(steps[3]!.found!.sources).toEqual([expect.stringContaining("Body")]);
});

test("a table of programs holds what the objects hold", () => {
  const result = found(customers());
  expect(result.rows().map(({ target, heldOutRight }) => [target, heldOutRight])).toEqual(
    result.programs.map(({ target, heldOutRight }) => [target, heldOutRight]),
  );
});

test("values of one instance given to another are decisions", () => {
  const rows = customers();
  const names = rows.filter(({ element }) => element === "Name");
  const values = names.map(({ value }) => value);
  names.forEach((row, k) => row.value = values[(k * 7 + 3) % 60]);
  expect(found(rows).steps.find(({ target }) => target.includes("Name"))!.verdict).toBe("decision");
});

test("masks are equal or not; nothing is cut from them, and those without a tag say nothing", () => {
  // Everybody once, and not counted on: that the same name has the same address could else be seen without looking into the marks.
  const masked = (of: (number: number) => [string, string]) =>
    found(customers((row) => {
      const number = Number(row.segment!.slice(1)) ** 2 + 1;
      if (row.element === "Body") return { ...row, clipboard: of(number)[0] };
      return row.element === "Name" ? { ...row, value: of(number)[1] } : row;
    })).steps.find(({ target }) => target.includes("Name"))!;
  const equal = masked((n) => [`Order of [name ${n}] today`, `[name ${n}]`]);
  expect(equal.verdict).toBe("program");
  // A program of texts would find these, by the numbers of the marks; of what they hide it would tell nothing.
  expect(masked((n) => [`[name ${n}]`, `[email ${n}]`]).verdict).toBe("decision");
  expect(masked((n) => [`[name ${n}]`, String(n)]).verdict).toBe("decision");
  expect(masked(() => ["[name]", "[name]"]).verdict).toBe("unknown");
});

test("hashed values can still be the same", () => {
  const { steps } = found(customers((row) => {
    if (row.element === "Number") return { ...row, clipboard: `[value h${row.clipboard}]` };
    return row.element === "Account" ? { ...row, value: `[value h${Number(row.value)}]` } : row;
  }));
  expect(steps.find(({ target }) => target.includes("Account"))!.found!.kind).toBe("identity");
});

test("no values, one instance: clear answers", () => {
  const { steps } = found(customers(({ value: _, clipboard: _c, ...row }) => row));
  expect(steps.filter(({ verdict }) => verdict === "unknown").map(({ why }) => why)).toEqual(
    Array(4).fill("Only 0 of its values are known."),
  );
  expect(found(customers().slice(0, 8)).programs).toEqual([]);
});

test("read without masking: the log, its tables and captions say so", async () => {
  const csv = "timestamp,user,application,element,action,value\n" +
    Array.from({ length: 12 }, (_, k) => `2026-01-05T08:00:${10 + k}Z,Ada,Mail,To,type,a${k}@example.com\n`).join("");
  const read = (privacy?: false) =>
    readInteractions(new TextEncoder().encode(csv), { name: "a.csv", ...(privacy === false && { privacy }) });
  const open = await read(false), masked = await read();
  const says = (notes: readonly string[]) => notes.some((text) => text.startsWith("Read without masking"));
  expect(open.source.findings.map(({ rule }) => rule)).toContain("privacy: read without masking");
  expect(says(findPrograms(taskInstances(open, { instance: "user" })).notes)).toBe(true);
  expect(says(findPrograms(taskInstances(masked, { instance: "user" })).notes)).toBe(false);
});
