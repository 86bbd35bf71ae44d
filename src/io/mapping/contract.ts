/** What a notebook needs of an export beyond case, activity and time, and the error for an export that lacks it. */
import { type Column, columnNamed, type Table, valueAt } from "../../base/column.ts";
import { InputError } from "../../base/errors.ts";
import { nearestNames } from "../../base/nearest_names.ts";
import { firstNames } from "../../base/lists.ts";
import type { ReadingReport } from "../report/reading_report.ts";

/**
 * Columns that have to be there, and what they have to hold. A name is that of a role (`start`, `resource`) or of a
 * column, after the renaming of a mapping file.
 */
export type Needs = Readonly<Record<string, Column["kind"] | "any">>;

/** What an export offers: tables whose columns count as those of one file, and which column has which role. */
export interface Offer {
  /** File, for errors. */
  readonly name: string;
  readonly tables: readonly Table[];
  readonly roles: Readonly<Record<string, string>>;
  /** Line of the file on which a row of the first table begins. */
  readonly lineOf?: (row: number) => number;
}

/**
 * Throws unless every needed column exists and holds what it should.
 *
 * @param others other problems of the file, to be listed in the same error.
 * @param wants columns that may be missing: that is a finding of the report, or a line of the error if there is one.
 * @throws InputError that lists every column that is missing or of the wrong kind, the nearest names, and what to do.
 */
export function checkNeeds(
  needs: Needs,
  offer: Offer,
  others: readonly string[] = [],
  { wants = [], report }: { readonly wants?: readonly string[]; readonly report?: ReadingReport } = {},
): void {
  const { name, tables, roles, lineOf } = offer;
  const names = tables.flatMap(({ columns }) => columns.map((column) => column.name));
  const problems = [...others];
  const renames: Record<string, string> = {};
  for (const [wanted, kind] of Object.entries(needs)) {
    const column = found(tables, roles, wanted);
    if (column) {
      const odd = oddValue(column, kind, lineOf);
      if (odd) problems.push(`column "${column.name}" should hold ${PLURALS[kind]} but holds ${odd}`);
      continue;
    }
    const near = nearestNames(wanted, names.filter((other) => !(other in needs)));
    if (near[0] !== undefined) renames[wanted] = near[0];
    problems.push(`column "${wanted}" is missing${nearWords(near)}`);
  }
  const optional = wants.filter((wanted) => !(wanted in needs) && !found(tables, roles, wanted)).map((wanted) => {
    const near = nearestNames(wanted, names);
    if (near[0] !== undefined) renames[wanted] = near[0];
    return `column "${wanted}" is missing${nearWords(near)}`;
  });
  if (problems.length === 0) {
    const words = `${name}: ${optional.join("; ")}. What it would be used for is left out.`;
    report?.add("optional column missing", words, optional.length);
    return;
  }
  problems.push(...optional);
  const listed = firstNames(names.map((one) => `"${one}"`), 30);
  const example = Object.keys(renames).length > 0 ? `, e.g. "rename": ${JSON.stringify(renames)}` : "";
  throw new InputError(
    `${name} does not fit what the notebook needs: ${problems.join("; ")}.\n` +
      `It has the columns ${listed}.\n` +
      `If they only have other names, write a mapping file with \`tb map ${name} -o map.json\`, edit it${example}, ` +
      `and run with --mapping map.json.`,
  );
}

const PLURALS: Record<Column["kind"] | "any", string> = {
  text: "text",
  number: "numbers",
  time: "times",
  boolean: "truth values",
  any: "anything",
};

function nearWords(near: readonly string[]): string {
  return near.length > 0 ? ` (nearest: ${near.map((one) => `"${one}"`).join(", ")})` : "";
}

/** The column of that name, or of that role. */
function found(tables: readonly Table[], roles: Offer["roles"], wanted: string): Column | undefined {
  return find(tables, wanted) ?? (roles[wanted] === undefined ? undefined : find(tables, roles[wanted]));
}

function find(tables: readonly Table[], name: string): Column | undefined {
  for (const table of tables) {
    const column = columnNamed(table, name);
    if (column) return column;
  }
  return undefined;
}

/** What a column of the wrong kind holds, with the first value that shows it; undefined if the kind is right. */
function oddValue(column: Column, kind: Column["kind"] | "any", lineOf: Offer["lineOf"]): string | undefined {
  if (kind === "any" || column.kind === kind) return undefined;
  if (column.kind !== "text") return PLURALS[column.kind];
  if (column.dictionary.length === 0) return "nothing at all";
  const looks = LOOKS[kind];
  let row = column.codes.findIndex((code) => code >= 0 && !looks.test(column.dictionary[code]!.trim()));
  if (row < 0) row = column.codes.findIndex((code) => code >= 0);
  const where = lineOf ? `line ${lineOf(row)}` : `row ${row + 1}`;
  return `text, such as ${JSON.stringify(valueAt(column, row))} in ${where}`;
}

/** A rough test that finds a value which keeps a column from being of a kind. */
const LOOKS: Record<Column["kind"], RegExp> = {
  text: /^/,
  number: /^-?\d+(\.\d+)?(e-?\d+)?$/i,
  time: /^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}/,
  boolean: /^(true|false)$/i,
};
