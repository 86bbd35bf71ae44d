/** How commands answer: one JSON document or readable text on stdout, notes on stderr. */
import { stat } from "node:fs/promises";
import { dirname } from "node:path";
import { InputError } from "../base/errors.ts";
import { formatCount } from "../base/format.ts";
import { writeWholeFile } from "../io/files/write_whole_file.ts";
import type { Finding } from "../io/report/reading_report.ts";
import { textTable as alignedText } from "../base/text_table.ts";

export function printJson(value: unknown): void {
  console.log(JSON.stringify(value, (_, part) => typeof part === "number" && !Number.isFinite(part) ? null : part, 2));
}

export function note(text: string): void {
  console.error(text);
}

/** What reading a log found, a line each. */
export function noteFindings(findings: readonly Finding[]): void {
  for (const { rule, count, example } of findings) note(`${formatCount(count)} × ${rule}: ${example}`);
}

/** A table as aligned text under its header: names left, numbers right. */
export function textTable(header: string[], rows: (string | number)[][]): string {
  const isNumber = header.map((_, i) => rows.length > 0 && rows.every((row) => typeof row[i] === "number"));
  return alignedText([header, ...rows.map((row) => row.map(String))], {
    left: header.map((_, i) => i).filter((i) => !isNumber[i]),
    most: Infinity,
    rule: true,
  });
}

/** Asked before long work whose result goes there. @throws InputError if the file's folder does not exist. */
export async function checkTarget(option: string, path: string | undefined): Promise<void> {
  if (path === undefined) return;
  const isFolder = (path: string) => stat(path).then((found) => found.isDirectory(), () => false);
  if (await isFolder(path)) throw new InputError(`${option}: expected a file to write but ${path} is a folder.`);
  const folder = dirname(path);
  if (!await isFolder(folder)) {
    throw new InputError(`${option}: expected a file to write but found no folder "${folder}". Make it first.`);
  }
}

/** @throws InputError if the file cannot be written. */
export async function writeText(option: string, path: string, text: string): Promise<void> {
  try {
    await writeWholeFile(path, text);
  } catch (error) {
    throw error instanceof InputError ? new InputError(`${option}: ${error.message}`, { cause: error }) : error;
  }
}
