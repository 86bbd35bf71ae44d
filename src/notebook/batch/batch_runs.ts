/** Which runs a batch is made of: one for each file of a pattern, or one for each row of a table. */
import { glob } from "node:fs/promises";
import { basename, dirname, relative, resolve, sep } from "node:path";
import { InputError } from "../../base/errors.ts";
import type { BatchRun } from "./batch.ts";
import { readParameterRows } from "../parameters/parameter_files.ts";
import { describeParameters, type Parameter } from "../parameters/parameters.ts";

/**
 * One run for each file that `pattern` matches, in the order of their names.
 *
 * @param pattern `exports/*.csv`, bound to the first text parameter whose help says that it reads a log, or
 * `NAME=exports/*.csv` for another. Patterns are looked for from `folder`.
 * @param notebook path of the notebook; it gets paths relative to its own folder.
 * @throws InputError if no file matches, or no parameter takes it.
 */
export async function runsForEachFile(
  pattern: string,
  parameters: readonly Parameter[],
  notebook: string,
  folder = Deno.cwd(),
): Promise<BatchRun[]> {
  const [, name, rest] = /^([\p{L}_$][\p{L}\p{N}_$]*)=(.*)$/su.exec(pattern) ?? [];
  const parameter = name === undefined ? logParameter(parameters) : name;
  const files: string[] = [];
  for await (const file of glob(rest ?? pattern, { cwd: folder })) {
    const path = resolve(folder, file);
    if ((await Deno.stat(path)).isFile) files.push(path);
  }
  if (files.length === 0) {
    throw new InputError(`--each: expected files that match "${rest ?? pattern}" but found none.`);
  }
  files.sort((a, b) => a < b ? -1 : a > b ? 1 : 0);
  const names = distinct(files.map(stemOf));
  return files.map((file, i) => ({ name: names[i]!, parameters: { [parameter]: pathFrom(notebook, file) } }));
}

/**
 * One run for each row of a CSV whose columns are parameters. A column `name` that is no parameter names the runs;
 * else the first column does.
 *
 * @throws InputError if the file cannot be read or has a column that is no parameter.
 */
export async function runsForEachRow(path: string, parameters: readonly Parameter[]): Promise<BatchRun[]> {
  const rows = await readParameterRows(path);
  const known = new Set(parameters.map(({ name }) => name));
  const named = !known.has("name") && rows.some((row) => "name" in row);
  for (const column of new Set(rows.flatMap((row) => Object.keys(row)))) {
    if (known.has(column) || (named && column === "name")) continue;
    throw new InputError(
      `${path}: expected columns named as the parameters are but found "${column}".\n${describeParameters(parameters)}`,
    );
  }
  const names = distinct(rows.map((row, i) => {
    const first = Object.values(row)[0];
    return named && row.name !== undefined ? safeName(row.name) : first === undefined ? `row ${i + 1}` : stemOf(first);
  }));
  return rows.map((row, i) => {
    const { name, ...others } = row;
    return { name: names[i]!, parameters: named || name === undefined ? others : row };
  });
}

/** A file as a notebook in its own folder names it, with forward slashes wherever it runs. */
export function pathFrom(notebook: string, file: string): string {
  return relative(dirname(resolve(notebook)), file).replaceAll(sep, "/");
}

function logParameter(parameters: readonly Parameter[]): string {
  const found = parameters.find(({ type, help }) => type === "string" && /\blog\b/i.test(help) && /\bread/i.test(help));
  if (found) return found.name;
  throw new InputError(
    `--each: expected a parameter of type string whose help says that it reads a log but found none. ` +
      `Say which one takes the files: --each NAME=PATTERN.\n${describeParameters(parameters)}`,
  );
}

/** File name without folders and endings. */
function stemOf(path: string): string {
  return safeName(basename(path.replaceAll("\\", "/")).replace(/(\.[A-Za-z]\w{0,9}){1,2}$/, ""));
}

/** Of characters that every file system takes. */
function safeName(name: string): string {
  // deno-lint-ignore no-control-regex
  const safe = name.replace(/[\u0000-\u001f<>:"/\\|?*]+/g, "-").replace(/^\.+|[. ]+$/g, "").slice(0, 100);
  return safe === "" ? "run" : safe;
}

/** Names that occur again get a number; case does not count, as on some file systems. */
function distinct(names: readonly string[]): string[] {
  const taken = new Set(["index"]);
  return names.map((name) => {
    let own = name;
    for (let n = 2; taken.has(own.toLowerCase()); n++) own = `${name}-${n}`;
    taken.add(own.toLowerCase());
    return own;
  });
}
