/** What fails a run, as the error of a cell. */
import { moreLines } from "../../base/lists.ts";
import { type CellProblem, describeProblem } from "../check.ts";
import type { ExecuteResult, KernelClient, SettleResult } from "../kernel/client/client.ts";
import { kernelEnd } from "../kernel/client/kernel_end.ts";
import type { Failure } from "../kernel/prelude/prelude.ts";

/** The problems that were found before anything ran, as one error. */
export function problemError(
  problems: readonly CellProblem[],
  nameOf: (index: number) => string,
): Failure {
  const first = problems[0]!;
  const shown = problems.slice(0, 10).map((problem) => describeProblem(problem, nameOf(problem.cell)));
  return {
    ename: first.kind,
    evalue: first.message,
    traceback: [...shown, ...moreLines(problems.length - shown.length)].join("\n").split("\n"),
  };
}

/** @param limitSeconds how long the cell was allowed to run. */
export async function executionError(
  { status, error }: ExecuteResult | SettleResult,
  kernel: KernelClient,
  limitSeconds: number,
): Promise<Failure> {
  if (status === "dead") return await kernelEnd(kernel);
  if (status !== "timeout") return error!;
  const evalue = `The cell was still running when its time was up (${Math.round(limitSeconds * 10) / 10} s).`;
  return { ename: "Timeout", evalue, traceback: [`Timeout: ${evalue}`] };
}
