/** Where `deno task report` writes, and whether it may. */
import { createHash } from "node:crypto";
import { basename, join, relative } from "node:path";
import { InputError } from "../base/errors.ts";
import { readReportMaker } from "../notebook/report.ts";

/** File name of a log without folders and endings: `exports/orders.csv.gz` is `orders`. */
export function logName(path: string): string {
  return basename(path).replace(/(\.[A-Za-z]\w{0,9}){1,2}$/, "") || basename(path);
}

/**
 * `reports/NAME.html`: in the clone if the user stands in it, since git ignores that folder there; else where the user
 * stands.
 */
export function usualTarget(root: string, folder: string, name: string): string {
  const inClone = !relative(root, folder).startsWith("..") && !relative(root, folder).includes(":");
  return join(inClone ? root : folder, "reports", `${name}.html`);
}

/** Tells reports of the same notebook on the same files from others; says nothing of where the files lie. */
export function makerOf(notebook: string, files: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify([notebook, ...files])).digest("hex").slice(0, 16);
}

/**
 * Throws if a file stands there that the same command on the same log has not made.
 *
 * @param isExample of the example's report those of earlier versions count as made by it: they do not say what they are of.
 * @throws InputError that says how to keep both.
 */
export async function refuseOther(target: string, maker: string, isExample: boolean): Promise<void> {
  const text = await Deno.readTextFile(target).catch((error) => {
    if (error instanceof Deno.errors.NotFound) return undefined;
    return "";
  });
  if (text === undefined) return;
  const made = readReportMaker(text);
  if (made === maker || (isExample && made === "")) return;
  const what = made === undefined ? "no report of this command" : "the report of another log";
  throw new InputError(
    `${target} exists and is ${what}: it stays as it is.\n` +
      `Say where the new report goes (-o FILE.html), or replace that one with --force.`,
  );
}
