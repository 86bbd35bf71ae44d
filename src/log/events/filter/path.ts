import type { EventLog } from "../event_log.ts";
import { selectCases } from "../select.ts";
import type { MatchOptions } from "../../filter/options.ts";
import { casesMatching, compilePattern } from "../pattern/compile_pattern.ts";
import type { PathPattern } from "../pattern/pattern_steps.ts";
import { requireEventLog } from "../../require_log.ts";

/**
 * Keeps the cases that take a path, or drops them. That no case does is an answer: the log is empty.
 *
 * A pattern is text over names of activities:
 *
 * - `A → B` or `A -> B`: B directly after A. `A → … → B`, or `A ... B`: B any time after A.
 * - `{A, B}`: both, in any order, directly one after the other; `{A, B, …}`: others may lie between.
 * - `A | B`: one of the two. It joins whole paths: `A → B | C` is `(A → B) | C`.
 * - `A?` once or not, `A+` one or more, `A*` any number, `A{2}`, `A{2,4}` and `A{2,}` so many times in a row.
 * - `not C`: one event of another activity, so that `A → (not C)* → B` is A and later B without C between; `any`: any event.
 * - `^ A`: the case begins with A. `A $`: it ends with A.
 * - `never PATH`: cases without such a path. `PATTERN & PATTERN`: cases to which both apply.
 *
 * Names with special characters or that begin with `not`, `never` or `any` stand in quotes, unless the log has just that
 * activity: `"Sign (manager)"`. The same can be written as a list, see `PathStep`.
 *
 * Cost: each event is read once, by an automaton.
 *
 * @throws InputError that tells the position in the text, and the nearest names of a name that the log has not.
 * @example
 * ```ts
 * import { filterPath, readLog } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * const [a, b] = log.activities as [string, string];
 * filterPath(log, [a, "…", b]);
 * filterPath(log, `"${a}" → … → "${b}" $`).filters;
 * ```
 */
export function filterPath(log: EventLog, pattern: PathPattern, options: MatchOptions = {}): EventLog {
  requireEventLog(log);
  const { drop = false } = options;
  const compiled = compilePattern(log, pattern, options);
  const keep = casesMatching(log, compiled);
  if (drop) { for (let c = 0; c < keep.length; c++) keep[c] = keep[c] ? 0 : 1; }
  return selectCases(log, keep, `case ${drop ? "does not take" : "takes"} the path ${compiled.words}`);
}
