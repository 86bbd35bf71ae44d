/** Cases picked out of a log, in each way in which a caller may have them. */
import { InputError } from "../../base/errors.ts";
import type { EventLog } from "../../log/events/event_log.ts";

/**
 * Some of a log's cases: a log filtered from it, the ids of the cases, a mark for each case in the order of `caseIds`, or
 * a function that is asked for each case's index.
 */
export type CaseMarks = EventLog | ReadonlySet<string> | ArrayLike<boolean | number> | ((caseIndex: number) => boolean);

/**
 * 1 for each case that is marked, else 0.
 *
 * @param what the cases are, in words, for the errors: "outcome".
 * @throws InputError if it is neither of these, has another number of marks than the log has cases, or names a case that
 * the log has not.
 */
export function marksOf(log: EventLog, marks: CaseMarks, what: string): Uint8Array {
  if (typeof marks === "function") return Uint8Array.from(log.caseIds, (_, c) => marks(c) ? 1 : 0);
  if (typeof marks === "object" && marks !== null) {
    if ("caseIds" in marks) return ofIds(log, new Set(marks.caseIds), what);
    if (marks instanceof Set) return ofIds(log, marks as ReadonlySet<string>, what);
    if ("length" in marks) {
      if (marks.length !== log.cases) {
        throw new InputError(
          `Expected ${what} to have a mark for each of the ${log.cases} cases of ${log.name} but found ${marks.length}.`,
        );
      }
      return Uint8Array.from({ length: log.cases }, (_, c) => marks[c] ? 1 : 0);
    }
  }
  throw new InputError(
    `Expected ${what} to be a log filtered from ${log.name}, a Set of case ids, a list of true and false, or a function ` +
      `of a case's index, but found ${foundInstead(marks)}.`,
  );
}

function foundInstead(value: unknown): string {
  if (value === null) return "null";
  if (typeof value === "object" && "then" in value) return "a promise: write await before it";
  return `a value of the type ${typeof value}`;
}

function ofIds(log: EventLog, ids: ReadonlySet<string>, what: string): Uint8Array {
  let found = 0;
  const marked = Uint8Array.from(log.caseIds, (id) => ids.has(id) ? (found++, 1) : 0);
  if (found === ids.size) return marked;
  const known = new Set(log.caseIds);
  const other = [...ids].find((id) => !known.has(id));
  throw new InputError(
    `Expected ${what} to name cases of ${log.name} but found ${JSON.stringify(other)}, which is none of them.`,
  );
}
