/**
 * Rules of service levels in words.
 *
 *     rule   = [ "from" ] point "to" point "within" time
 *            | point "within" time [ ( "of" | "after" ) point ]        after the start of the case if nothing is said
 *            | point "after" point "within" time
 *            | "case" "within" time                                    from its start to its end
 *            | names [ "after" point ] "at most" number ( "times" | "time" ), or "once", "twice"
 *     point  = "start" | "end" | names
 *     names  = name { ( "|" | " or " ) name }                           in quotes where a name could be read otherwise
 *     time   = number [ "working" ] ( "seconds" | "minutes" | "hours" | "days" | "weeks" )
 */
import { InputError } from "../../base/errors.ts";
import { didYouMean, nearestNames } from "../../base/nearest_names.ts";
import type { RulePoint, RuleUnit, ServiceRule } from "./service_rule.ts";

const UNITS: Readonly<Record<string, RuleUnit>> = {
  s: "second",
  sec: "second",
  second: "second",
  min: "minute",
  minute: "minute",
  h: "hour",
  hour: "hour",
  d: "day",
  day: "day",
  w: "week",
  week: "week",
};

export const RULE_EXAMPLES =
  `"from A to B within 5 working days", "A within 2 hours of start", "case within 10 days" or ` +
  `"B after A at most 3 times"`;

/**
 * Reads a rule. Names are told from the words around them by the activities that the log has; where a text can be read
 * in two ways it is refused.
 *
 * @throws InputError that says what was expected, at which position, with the nearest names.
 * @example
 * ```ts
 * import { parseServiceRule } from "tracebook";
 * parseServiceRule("from Register to Approve within 5 working days", ["Register", "Approve"]);
 * ```
 */
export function parseServiceRule(text: string, activities: readonly string[]): ServiceRule {
  if (typeof text !== "string" || text.trim() === "") {
    throw new InputError(`Expected a rule such as ${RULE_EXAMPLES} but found ${JSON.stringify(text) ?? "nothing"}.`);
  }
  const reader = new RuleReader(text, activities);
  const rules = new Map(reader.readings().map((rule) => [JSON.stringify(rule), rule]));
  if (rules.size === 1) return [...rules.values()][0]!;
  if (rules.size > 1) {
    throw new InputError(
      `Rule ${JSON.stringify(text)} can be read in ${rules.size} ways. Put names of activities in quotes: "…".`,
    );
  }
  throw reader.problem();
}

interface Part {
  readonly text: string;
  readonly at: number;
}

class RuleReader {
  /** Of the parts that were taken for points and are none, the one that begins last: what stood before it was right. */
  #unknown: Part | undefined;

  constructor(readonly text: string, readonly activities: readonly string[]) {}

  readings(): ServiceRule[] {
    const whole = { text: this.text, at: 0 };
    return [...this.#countRules(whole), ...this.#timeRules(whole)];
  }

  problem(): InputError {
    if (this.#unknown === undefined) {
      return new InputError(`Expected a rule such as ${RULE_EXAMPLES} but found ${JSON.stringify(this.text)}.`);
    }
    const { text, at } = this.#unknown;
    const name = bare(text);
    return new InputError(
      `Rule ${JSON.stringify(this.text)}, position ${
        at + 1
      }: expected an activity of the log, start or end but found ` +
        `"${name}".${didYouMean(nearestNames(name, this.activities))}`,
    );
  }

  #countRules(whole: Part): ServiceRule[] {
    return this.#splits(whole, /\s+at\s+most\s+(?:(\d+)\s+times?|(once|twice))\s*$/gi).flatMap(({ left, found }) => {
      const most = found[2] === undefined ? Number(found[1]) : found[2].toLowerCase() === "once" ? 1 : 2;
      const plain = this.#activities(left);
      const rules: ServiceRule[] = plain ? [{ kind: "count", activities: plain, most }] : [];
      for (const { left: what, right } of this.#splits(left, /\s+after\s+/gi)) {
        const activities = this.#activities(what), after = activities && this.#point(right);
        if (activities && after) rules.push({ kind: "count", activities, after, most });
      }
      return rules;
    });
  }

  #timeRules(whole: Part): ServiceRule[] {
    const within = /\s+within\s+(\d+(?:\.\d+)?)\s*(working\s+|business\s+)?([a-z]+?)s?(?=\s|$)/gi;
    return this.#splits(whole, within).flatMap(({ left, right, found }): ServiceRule[] => {
      const unit = UNITS[found[3]!.toLowerCase()] ?? UNITS[`${found[3]!.toLowerCase()}s`];
      if (unit === undefined || Number(found[1]) <= 0) return [];
      const limit = { amount: Number(found[1]), unit, working: found[2] !== undefined };
      const rule = (from: RulePoint, to: RulePoint): ServiceRule => ({ kind: "time", from, to, ...limit });
      if (right.text.trim() !== "") {
        const since = /^\s*(?:of|after)\s+/i.exec(right.text);
        if (!since) return [];
        const to = this.#point(left);
        const from = to && this.#point({ text: right.text.slice(since[0].length), at: right.at + since[0].length });
        return from && to ? [rule(from, to)] : [];
      }
      return this.#spans(left).map(([from, to]) => rule(from, to));
    });
  }

  /** `from A to B`, `A to B`, `B after A`, `case`, and `A`, which is meant from the start of the case. */
  #spans(part: Part): [from: RulePoint, to: RulePoint][] {
    if (/^\s*(the\s+)?case\s*$/i.test(part.text) && !this.activities.includes(part.text.trim())) {
      return [["start", "end"]];
    }
    const spans: [RulePoint, RulePoint][] = [];
    const begun = /^\s*from\s+/i.exec(part.text);
    const rest = begun ? { text: part.text.slice(begun[0].length), at: part.at + begun[0].length } : part;
    for (const whole of rest === part ? [part] : [rest, part]) {
      for (const { left, right } of this.#splits(whole, /\s+to\s+/gi)) {
        const from = this.#point(left), to = from && this.#point(right);
        if (from && to) spans.push([from, to]);
      }
    }
    for (const { left, right } of this.#splits(part, /\s+after\s+/gi)) {
      const to = this.#point(left), from = to && this.#point(right);
      if (from && to) spans.push([from, to]);
    }
    // What is split has been understood; else a name is missing, and the split says which.
    if (spans.length === 0 && !begun) {
      const to = this.#point(part);
      if (to) spans.push(["start", to]);
    }
    return spans;
  }

  /** All ways to part a text at a pattern that does not stand in quotes. */
  #splits({ text, at }: Part, pattern: RegExp): { left: Part; right: Part; found: RegExpExecArray }[] {
    const splits = [];
    const open = text.replace(/"(?:[^"]|"")*"/g, (quoted) => "\u0001".repeat(quoted.length));
    for (const found of open.matchAll(pattern)) {
      const end = found.index + found[0].length;
      splits.push({
        left: { text: text.slice(0, found.index), at },
        right: { text: text.slice(end), at: at + end },
        found,
      });
    }
    return splits;
  }

  #point(part: Part): RulePoint | undefined {
    const activities = this.#activities(part, true);
    if (activities) return { activities };
    const edge = /^\s*(?:the\s+)?(start|begin|end)(?:\s+of\s+(?:the\s+)?case)?\s*$/i.exec(part.text)?.[1]
      ?.toLowerCase();
    if (edge !== undefined) return edge === "end" ? "end" : "start";
    this.#note(part);
    return undefined;
  }

  #activities(part: Part, quietly = false): string[] | undefined {
    const whole = bare(part.text);
    if (this.activities.includes(whole)) return [whole];
    const pieces: Part[] = [];
    let at = 0;
    for (const { left, right } of this.#splits(part, /\s*\|\s*|\s+or\s+/gi)) {
      pieces.push({ text: part.text.slice(at, left.text.length), at: part.at + at });
      at = right.at - part.at;
    }
    pieces.push({ text: part.text.slice(at), at: part.at + at });
    const unknown = pieces.find(({ text }) => !this.activities.includes(bare(text)));
    if (unknown === undefined) return pieces.map(({ text }) => bare(text));
    if (!quietly || pieces.length > 1) this.#note(unknown);
    return undefined;
  }

  #note(part: Part): void {
    const at = part.at + (part.text.length - part.text.trimStart().length);
    if (bare(part.text) !== "" && (this.#unknown === undefined || at > this.#unknown.at)) {
      this.#unknown = { text: part.text, at };
    }
  }
}

/** Without the quotes around it. */
function bare(text: string): string {
  const trimmed = text.trim();
  return /^"(?:[^"]|"")*"$/.test(trimmed) ? trimmed.slice(1, -1).replaceAll('""', '"') : trimmed;
}
