/** Two groups of cases of one log compared: by an attribute, or before and after a moment. */
import { InputError, OptionError } from "../../base/errors.ts";
import { formatExactDate } from "../../base/format.ts";
import { asText } from "../../base/text_codes.ts";
import { caseSpans } from "../../log/events/case_spans.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { millisecondsOf, type Moment } from "../../log/events/filter/time_frame.ts";
import { timedCases } from "./timed_cases.ts";
import { selectCases } from "../../log/events/select.ts";
import { suggestion } from "../../log/filter/options.ts";
import { requireEventLog, requireTimes } from "../../log/require_log.ts";
import { NO_VALUE } from "../group_cases.ts";
import { type CaseMarks, marksOf } from "./case_marks.ts";
import { compareLogs, type ComparisonOptions, type LogComparison } from "./compare_logs.ts";

export interface CompareGroupsOptions extends ComparisonOptions {
  /** Case attribute whose values make the groups. Either this or `at` is given. */
  readonly by?: string;
  /**
   * Two values of the attribute, or one, which is compared with all others. "(no value)" is the group of the cases
   * without. @default both values, where there are two
   */
  readonly groups?: readonly [string, string] | readonly [string];
  /** A moment: cases that began before it are compared with those that began at it or later. */
  readonly at?: Moment;
  /**
   * Which cases of the log are finished. Then these alone are compared, and the others counted.
   * `caseStates` finds them: `(c) => states.state[c] === 0`. @default all cases
   */
  readonly finished?: CaseMarks;
}

/**
 * Compares two groups of cases of one log, as `compareLogs` compares two logs.
 *
 * @throws InputError if the log has no such attribute or value, or a group has no case.
 * @throws OptionError unless one of `by` and `at` is given.
 * @example
 * ```ts
 * import { compareGroups, readLog } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * compareGroups(log, { by: "region", groups: ["North", "South"] }).sentence;
 * compareGroups(log, { at: "2025-02-01" }).times.slice(0, 5).print();
 * ```
 */
export function compareGroups(log: EventLog, options: CompareGroupsOptions): LogComparison {
  requireEventLog(log);
  const { by, groups, at, finished, ...rest } = options ?? {};
  if ((by === undefined) === (at === undefined)) {
    throw new OptionError(
      `Expected either by, a case attribute, or at, a moment, but found ${by === undefined ? "neither" : "both"}.`,
    );
  }
  const { group, names } = by === undefined ? periods(log, at!) : attributeGroups(log, by, groups);
  const ended = finished === undefined ? undefined : marksOf(log, finished, "finished");
  // Found in the whole log: in a group of late cases alone, nothing may have ended yet.
  const timed = timedCases(log);
  const parts = [0, 1].map((wanted) => {
    const keep = Uint8Array.from(group, (of) => of === wanted ? 1 : 0);
    return {
      log: selectCases(log, keep, by === undefined ? `case started ${names[wanted]}` : `${by} is ${names[wanted]}`),
      finished: ended?.filter((_, c) => keep[c]),
      timed: timed.filter((_, c) => keep[c]),
    };
  });
  const [a, b] = parts as [typeof parts[0], typeof parts[0]];
  return compareLogs(a.log, b.log, {
    ...rest,
    names,
    timed: [a.timed, b.timed],
    ...(a.finished && b.finished ? { finished: [a.finished, b.finished] } : {}),
  });
}

/** The group of each case: 0, 1, or -1 for neither. */
interface Grouped {
  readonly group: Int8Array;
  readonly names: readonly [string, string];
}

function periods(log: EventLog, at: Moment): Grouped {
  requireTimes(log, "a comparison of periods");
  const moment = millisecondsOf("at", at);
  const group = Int8Array.from(caseSpans(log).begun, (ms) => ms < moment ? 0 : ms >= moment ? 1 : -1);
  const day = formatExactDate(moment);
  return { group, names: [`before ${day}`, `since ${day}`] };
}

function attributeGroups(log: EventLog, by: string, groups: CompareGroupsOptions["groups"]): Grouped {
  const column = log.caseAttribute(by);
  if (!column) {
    throw new InputError(
      `${log.name}: expected a column to group cases by but found no "${by}". ${suggestion(by, log.attributes)}`,
    );
  }
  const { codes, dictionary } = asText(column);
  const used = new Set(Array.from(codes, (code) => code < 0 ? NO_VALUE : dictionary[code]!));
  const values = [...used].sort();
  const wanted = groups ?? (values.length === 2 ? values as [string, string] : undefined);
  if (!wanted) {
    throw new InputError(
      `Expected groups, two values of "${by}" to compare, since it has ${values.length}: ${
        values.slice(0, 5).map((value) => JSON.stringify(value)).join(", ")
      }${values.length > 5 ? ", …" : ""}.`,
    );
  }
  if (wanted.length < 1 || wanted.length > 2 || wanted[0] === wanted[1]) {
    throw new OptionError(
      `Expected groups to be one value of "${by}" or two different ones but found ${JSON.stringify(wanted)}.`,
    );
  }
  for (const value of wanted) {
    if (!used.has(value)) {
      throw new InputError(
        `Expected a value of "${by}" in ${log.name} but found ${JSON.stringify(value)}. ${suggestion(value, values)}`,
      );
    }
  }
  const [first, second] = wanted;
  const groupOf = [...dictionary, NO_VALUE].map((value) =>
    value === first ? 0 : second === undefined || value === second ? 1 : -1
  );
  const group = Int8Array.from(codes, (code) => groupOf[code < 0 ? dictionary.length : code]!);
  return { group, names: [first, second ?? `other than ${first}`] };
}
