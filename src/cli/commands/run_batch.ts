/** `tb run` over many inputs. */
import { basename, join } from "node:path";
import { InputError } from "../../base/errors.ts";
import { type BatchRun, runBatch } from "../../notebook/batch/batch.ts";
import { runsForEachFile, runsForEachRow } from "../../notebook/batch/batch_runs.ts";
import type { Parameter } from "../../notebook/parameters/parameters.ts";
import type { RunOptions } from "../../notebook/run.ts";
import type { Arguments } from "../options.ts";
import { note, printJson } from "../output.ts";
import { batchProgress } from "../progress.ts";

/** The runs that the options ask for; undefined where they ask for a single one. */
export async function batchOf(
  given: Arguments,
  parameters: readonly Parameter[],
  path: string,
): Promise<BatchRun[] | undefined> {
  const each = given.text("each");
  const rows = given.text("params-file");
  if (each !== undefined && rows !== undefined) {
    throw new InputError("Expected --each or --params-file but found both. A column of the table may hold the files.");
  }
  if (each === undefined && rows === undefined) {
    const stray = ["jobs", "resume"].find((name) => given.text(name) !== undefined || given.flag(name));
    if (stray) throw new InputError(`--${stray} is for a batch: give --each or --params-file with it.`);
    return undefined;
  }
  if (given.text("html") !== undefined) {
    throw new InputError("--html is for a single run: of a batch, -o names the folder of all reports.");
  }
  return each !== undefined ? await runsForEachFile(each, parameters, path) : await runsForEachRow(rows!, parameters);
}

export async function mainBatch(
  path: string,
  runs: readonly BatchRun[],
  options: Pick<RunOptions, "check" | "timeoutSeconds" | "cellTimeoutSeconds" | "memoryGigabytes" | "inWords">,
  given: Arguments,
): Promise<number> {
  const folder = given.text("output") ?? join("reports", basename(path, ".ipynb"));
  const jobs = given.number("jobs");
  const { entries, index, seconds, exitCode } = await runBatch(path, runs, {
    ...options,
    folder,
    jobs: jobs ?? 1,
    resume: given.flag("resume"),
    onProgress: batchProgress(),
  });
  const count = (fits: (entry: typeof entries[number]) => boolean) => entries.filter(fits).length;
  const failed = count(({ status }) => status !== "ok");
  const kept = count((entry) => entry.kept);
  if (given.flag("json")) {
    printJson({ notebook: path, folder, index, runs: entries.length, failed, kept, seconds, entries });
  } else {
    console.log(index);
  }
  note(`${entries.length - failed} of ${entries.length} reports, ${failed} failed, ${kept} kept from before.`);
  return exitCode;
}
