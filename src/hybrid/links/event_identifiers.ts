/** What in an event log tells its cases: their ids, and values of attributes that few cases have. */
import type { Column } from "../../base/column.ts";
import { asText } from "../../base/text_codes.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { coreForm, exactForm, isTelling, LONGEST } from "./identifier_forms.ts";

export interface EventIdentifiers {
  /** Case of each id as it is written. */
  readonly exact: ReadonlyMap<string, number>;
  /** Case of each id without prefix, zeros and separators; -1 where several share it. */
  readonly core: ReadonlyMap<string, number>;
  /** Lengths that cores have, shortest and longest. */
  readonly lengths: readonly [number, number];
  /** Whether no other text is an id by chance: `7F3K-2291-LX` or a keyed mask, not the next number. */
  readonly unique: boolean;
  /** Whether all cores are digits. */
  readonly digits: boolean;
  /** Cases of each value that few have. */
  readonly attributes: ReadonlyMap<string, readonly number[]>;
  /** Attributes whose values are used. */
  readonly attributeNames: readonly string[];
}

/** A value of more cases tells none of them. */
const MOST_HOLDERS = 5;
/** Of the values of an attribute, this share at least must be of few cases. */
const LEAST_TELLING = 0.5;

/** @param caseOf the case of each event. */
export function eventIdentifiers(log: EventLog, caseOf: Int32Array): EventIdentifiers {
  const exact = new Map<string, number>(), core = new Map<string, number>();
  const short = new Map<string, number[]>();
  let shortest = Infinity, longest = 0, digits = true, counted = false;
  for (const [c, id] of log.caseIds.entries()) {
    const written = exactForm(id);
    if (!isTelling(written)) {
      if (/\d{3}/.test(written)) short.set(written, [c]);
      continue;
    }
    exact.set(written, c);
    counted ||= /^\[.* \d+\]$/.test(written);
    const bare = coreForm(id);
    if (bare === undefined) continue;
    const known = core.get(bare);
    core.set(bare, known === undefined || known === c ? c : -1);
    shortest = Math.min(shortest, bare.length);
    longest = Math.max(longest, bare.length);
    digits &&= /^\d+$/.test(bare);
  }
  const attributes = new Map<string, number[]>(short), attributeNames: string[] = [];
  for (const name of log.attributes) {
    const values = tellingValues(log.attribute(name)!, caseOf);
    if (!values) continue;
    attributeNames.push(name);
    for (const [value, cases] of values) {
      if (exact.has(value)) continue;
      const known = attributes.get(value);
      attributes.set(value, known ? [...new Set([...known, ...cases])] : cases);
    }
  }
  const unique = exact.size > 0 && !counted && (core.size === 0 || !digits);
  return { exact, core, unique, lengths: [shortest, longest], digits, attributes, attributeNames };
}

/** Values with their cases, where the attribute is an identifier of something: most of its values are of few cases. */
function tellingValues(column: Column, caseOf: Int32Array): [string, number[]][] | undefined {
  if (column.kind === "time" || column.kind === "boolean") return undefined;
  if (column.kind === "number" && !column.integer) return undefined;
  const { codes, dictionary } = asText(column);
  const holders: number[][] = dictionary.map(() => []);
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i]!;
    if (code < 0) continue;
    const own = holders[code]!;
    if (own.length <= MOST_HOLDERS && !own.includes(caseOf[i]!)) own.push(caseOf[i]!);
  }
  const used = holders.filter((own) => own.length > 0).length;
  const telling = dictionary.flatMap((value, code): [string, number[]][] => {
    const own = holders[code]!;
    const isOne = own.length > 0 && own.length <= MOST_HOLDERS && isIdentifier(value);
    return isOne ? [[exactForm(value), own]] : [];
  });
  return used > 0 && telling.length / used >= LEAST_TELLING ? telling : undefined;
}

function isIdentifier(value: string): boolean {
  return value.length <= LONGEST && /\d.*\d.*\d|^\[[\p{L} ]+ [0-9a-z]+\]$/u.test(value) &&
    !/^\d{4}-\d\d-\d\d/.test(value);
}
