/** Which cases the values, titles, addresses and the clipboard of each task instance name, and in which form. */
import { asText } from "../../base/text_codes.ts";
import type { TaskSegmentation } from "../../taskmining/mod.ts";
import type { EventIdentifiers } from "./event_identifiers.ts";
import { coreForm, exactForm, partsOf, slipsOf } from "./identifier_forms.ts";
import type { LinkRule } from "./link_options.ts";
import { areNumbered, TAGGED_MARK } from "../../privacy/marks_in_text.ts";

/**
 * How an identifier of a case stands in an instance. A slip in a word that nothing else is like is `misspelt`; a number is
 * `near` many others. A `detail` is a number that few cases have, such as an amount. `disagrees`: the instance names other
 * cases, and not this one.
 */
export const ID_LEVELS = [
  "none",
  "rule",
  "exact",
  "reformatted",
  "attribute",
  "misspelt",
  "near",
  "detail",
  "disagrees",
] as const;
export const NONE = 0, RULE = 1, EXACT = 2, REFORMATTED = 3, ATTRIBUTE = 4, MISSPELT = 5, NEAR = 6, DETAIL = 7;
export const DISAGREES = 8;

/** Cases that an instance names, each with the best form; and whether any of them is a case's own id. */
export interface NamedCases {
  readonly levels: ReadonlyMap<number, number>;
  /** What could be an id of the log and may have a slip in it: cores of numbers, where ids are numbers. */
  readonly numbers: ReadonlySet<string>;
  readonly hasOwn: boolean;
}

/** Columns of a recording in which identifiers stand. */
export const TEXT_COLUMNS = [
  "valueNew",
  "valueOld",
  "clipboard",
  "rowKey",
  "windowTitle",
  "url",
  "container1",
  "container2",
  "elementName",
  "elementLabel",
];

/** Nobody mistypes longer ones, such as hashes: they are copied. */
const MOST_WITH_SLIPS = 24;

interface Named {
  readonly levels: readonly (readonly [number, number])[];
  readonly numbers: readonly string[];
}

export function namedCases(
  segmentation: TaskSegmentation,
  identifiers: EventIdentifiers,
  rules: readonly LinkRule[],
): NamedCases[] {
  const { log, offsets, events, count } = segmentation;
  const known = new Map<string, Named>();
  const isPrivate = areNumbered(log.source.privacy);
  const read = (text: string) => {
    let found = known.get(text);
    // Masks that are numbered within this recording mean nothing in the event log.
    if (!found) known.set(text, found = casesNamed(isPrivate ? text.replace(TAGGED_MARK, " ") : text, identifiers));
    return found;
  };
  const readers = [
    ...TEXT_COLUMNS.map((name) => ({ name, of: read })),
    ...rules.map((rule) => ({ name: rule.column, of: byRule(rule, identifiers) })),
  ].flatMap(({ name, of }) => {
    const column = log.attribute(name);
    if (!column || column.kind === "time" || column.kind === "boolean") return [];
    const { codes, dictionary } = asText(column);
    const cache: (Named | undefined)[] = [];
    return [(i: number) => codes[i]! < 0 ? undefined : cache[codes[i]!] ??= of(dictionary[codes[i]!]!)];
  });
  return Array.from({ length: count }, (_, k) => {
    const levels = new Map<number, number>(), numbers = new Set<string>();
    for (let e = offsets[k]!; e < offsets[k + 1]!; e++) {
      for (const reader of readers) {
        const found = reader(events[e]!);
        if (!found) continue;
        for (const [c, level] of found.levels) {
          const before = levels.get(c);
          if (before === undefined || level < before) levels.set(c, level);
        }
        for (const number of found.numbers) numbers.add(number);
      }
    }
    return { levels, numbers, hasOwn: [...levels.values()].some((level) => level <= REFORMATTED) };
  });
}

const NOTHING: Named = { levels: [], numbers: [] };

function casesNamed(text: string, { exact, core, lengths, digits, attributes }: EventIdentifiers): Named {
  if (text === "") return NOTHING;
  const levels = new Map<number, number>(), numbers: string[] = [];
  const add = (c: number | undefined, level: number) => {
    if (c !== undefined && c >= 0 && level < (levels.get(c) ?? Infinity)) levels.set(c, level);
  };
  const parts = partsOf(text);
  const cores = new Set<string>();
  for (const part of parts.exact) {
    add(exact.get(part), EXACT);
    for (const c of attributes.get(part) ?? []) add(c, isNumber(part) ? DETAIL : ATTRIBUTE);
    const bare = coreForm(part);
    if (bare !== undefined) cores.add(bare);
  }
  for (const part of parts.joined) {
    const bare = coreForm(part);
    if (bare !== undefined) add(core.get(bare), REFORMATTED);
  }
  for (const bare of cores) {
    add(core.get(bare), REFORMATTED);
    if (bare.length > MOST_WITH_SLIPS) continue;
    if (bare.length < lengths[0] - 1 || bare.length > lengths[1] + 1 || digits && !/^\d+$/.test(bare)) continue;
    // Numbers stand close together: which of them is meant is asked for each case that people and times suggest.
    if (digits) numbers.push(bare);
    else if (!core.has(bare)) { for (const slip of slipsOf(bare)) add(core.get(slip), MISSPELT); }
  }
  if (levels.size === 0 && numbers.length === 0) return NOTHING;
  return { levels: [...levels], numbers };
}

/** Such numbers are amounts and quantities as often as numbers of something. */
function isNumber(text: string): boolean {
  return /^\d{1,7}$/.test(text);
}

function byRule({ pattern, is = "$1" }: LinkRule, identifiers: EventIdentifiers): (text: string) => Named {
  const everywhere = new RegExp(pattern, pattern.flags.includes("g") ? pattern.flags : `${pattern.flags}g`);
  return (text) => {
    const levels = new Map<number, number>();
    for (const match of text.matchAll(everywhere)) {
      const written = exactForm(is.replace(/\$(\d)/g, (_, n) => match[Number(n)] ?? ""));
      const c = identifiers.exact.get(written) ?? identifiers.core.get(coreForm(written) ?? "");
      if (c !== undefined && c >= 0) levels.set(c, RULE);
      else for (const one of identifiers.attributes.get(written) ?? []) levels.set(one, RULE);
    }
    return { levels: [...levels], numbers: [] };
  };
}
