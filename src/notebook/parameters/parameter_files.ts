/** Parameters of a run from a file: YAML or JSON for one run, a CSV for many. */
import { extname } from "node:path";
import { parse } from "yaml";
import { valueAt } from "../../base/column.ts";
import { readCsvTable } from "../../io/csv/csv.ts";
import { InputError } from "../../base/errors.ts";
import { isDeeper } from "../depth.ts";
import { readTextFile } from "../../io/files/read_text_file.ts";
import { checkJsonDepth } from "../../io/json_depth.ts";
import { MAX_PARAMETER_BYTES, MAX_YAML_BYTES } from "../../io/limits.ts";

/**
 * Parameters by name, from a YAML or JSON file (`.json`; all else is read as YAML, which JSON is a part of).
 *
 * @throws InputError if the file is missing, cannot be parsed, or holds no names with values.
 */
export async function readParameterFile(path: string): Promise<Record<string, unknown>> {
  const isJson = extname(path).toLowerCase() === ".json";
  const text = await readText(path, isJson ? MAX_PARAMETER_BYTES : MAX_YAML_BYTES);
  if (isJson) checkJsonDepth(text, path, MOST_LEVELS);
  let values: unknown;
  try {
    // Dates stay the text they are: a parameter that is a date is text in a notebook.
    values = isJson ? JSON.parse(text) : parse(text, { schema: "core", logLevel: "error" });
  } catch (error) {
    throw new InputError(`${path}: expected parameters as YAML or JSON but found ${yamlProblem(error as Error)}`);
  }
  if (isDeeper(values, MOST_LEVELS)) throw new InputError(`${path}: expected parameters but found ${TOO_DEEP}`);
  if (values === null || values === undefined) return {};
  if (typeof values !== "object" || Array.isArray(values)) {
    throw new InputError(
      `${path}: expected names with values, such as "eventLog: orders.csv", but found ` +
        `${Array.isArray(values) ? "a list" : JSON.stringify(values)}.` +
        (Array.isArray(values) ? " Many runs are given by --params-file, a CSV with one run a row." : ""),
    );
  }
  return values as Record<string, unknown>;
}

/**
 * Parameters of many runs, from a CSV with one run a row. Columns are named as the parameters are; where a cell is
 * empty, the parameter keeps its default.
 *
 * @throws InputError as `readCsvTable` does.
 */
export async function readParameterRows(path: string): Promise<Record<string, string>[]> {
  const { table, report } = await readCsvTable(path, { formulaMarks: "remove" });
  // A run that is left out would be missed by nobody.
  const left = report.findings.find(({ rule }) => rule === "row left out");
  if (left) throw new InputError(`${left.example} Each row of parameters has the fields of the header: mend the row.`);
  return Array.from({ length: table.rows }, (_, row) =>
    Object.fromEntries(
      table.columns.flatMap((column): [string, string][] => {
        const value = valueAt(column, row);
        return value === null ? [] : [[column.name, String(value)]];
      }),
    ));
}

/** A parameter is a value or a list, at most a record of a notebook's own type. */
const MOST_LEVELS = 50;
const TOO_DEEP =
  `values that lie more than ${MOST_LEVELS} levels deep in one another, where at most ${MOST_LEVELS} are read.`;

function yamlProblem({ message }: Error): string {
  if (/call stack/i.test(message)) return TOO_DEEP;
  if (/alias count/.test(message)) {
    return "names (&name) that stand for one another so often that the values would fill the memory. Write the values out.";
  }
  return `text that it cannot read: ${message.trim()}`;
}

async function readText(path: string, most: number): Promise<string> {
  try {
    return await readTextFile(path, most, "a file with parameters");
  } catch (error) {
    if (error instanceof InputError) throw error;
    if ((error as { code?: unknown }).code === "ENOENT") {
      throw new InputError(`${path}: expected a file with parameters but found none.`);
    }
    throw new InputError(`${path}: expected a file with parameters but found: ${(error as Error).message}.`);
  }
}
