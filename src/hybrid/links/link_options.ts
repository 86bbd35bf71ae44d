/** What a user can say about links before they are looked for. */
import { OptionError } from "../../base/errors.ts";

/** Where in the recording an identifier of a case stands. */
export interface LinkRule {
  /** Column of the recording: `windowTitle`, `valueNew`, `url`, or any other. */
  readonly column: string;
  /** What is looked for in its texts: `/Ticket (\d+)/`. */
  readonly pattern: RegExp;
  /** What the find stands for in the event log, a case id or a value of an attribute. @default "$1" */
  readonly is?: string;
}

export interface LinkOptions {
  /** Links of less probability are left out of the result. @default 0.5 */
  readonly atLeast?: number;
  /** Where identifiers stand, beside what is found without rules. */
  readonly rules?: readonly LinkRule[];
  /** Which resource of the event log a user of the recording is: `{ "acme\\jd": "Jane Doe" }`. Others are learnt. */
  readonly people?: Readonly<Record<string, string>>;
  /** By how many seconds the clock of the event log is ahead of the recording's; 0: the clocks agree. @default learnt */
  readonly clockOffsetSeconds?: number;
}

/** @throws OptionError where an option is out of its range. */
export function checkLinkOptions({ atLeast = 0.5, rules = [], clockOffsetSeconds = 0 }: LinkOptions): void {
  if (!(atLeast >= 0 && atLeast <= 1)) {
    throw new OptionError(`Expected atLeast to be a probability from 0 to 1 but found ${atLeast}.`);
  }
  if (!Number.isFinite(clockOffsetSeconds)) {
    throw new OptionError(`Expected clockOffsetSeconds to be a number but found ${clockOffsetSeconds}.`);
  }
  for (const { column, pattern } of rules) {
    if (typeof column === "string" && pattern instanceof RegExp) continue;
    throw new OptionError(
      `Expected each of rules to be like { column: "windowTitle", pattern: /Ticket (\\d+)/ } but found ` +
        `{ column: ${JSON.stringify(column)}, pattern: ${String(pattern)} }.`,
    );
  }
}
