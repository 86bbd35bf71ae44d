/** Values by which two task instances can be about the same thing, although no case of the event log has them. */
import { asText } from "../../base/text_codes.ts";
import { countBelow } from "../../base/sorted.ts";
import type { TaskSegmentation } from "../../taskmining/mod.ts";
import { isTelling, partsOf } from "./identifier_forms.ts";
import type { TaskTimes } from "./task_times.ts";

const COLUMNS = ["valueNew", "valueOld", "clipboard", "rowKey", "windowTitle", "url"];

export interface SharedValues {
  /** Codes of the values of each instance, each once. */
  readonly of: readonly (readonly number[])[];
  /** The other instances that have the value and begin within the span. */
  readonly holders: (value: number, from: number, to: number) => readonly number[];
}

export function sharedValues({ log, offsets, events, count }: TaskSegmentation, { begin }: TaskTimes): SharedValues {
  const codeOf = new Map<string, number>(), known = new Map<string, readonly number[]>();
  const read = (text: string) => {
    let found = known.get(text);
    if (!found) {
      found = valuesIn(text).map((value) => {
        const code = codeOf.get(value) ?? codeOf.size;
        codeOf.set(value, code);
        return code;
      });
      known.set(text, found);
    }
    return found;
  };
  const readers = COLUMNS.flatMap((name) => {
    const column = log.attribute(name);
    if (!column || column.kind === "time" || column.kind === "boolean") return [];
    const { codes, dictionary } = asText(column);
    const cache: (readonly number[] | undefined)[] = [];
    return [(i: number) => codes[i]! < 0 ? [] : cache[codes[i]!] ??= read(dictionary[codes[i]!]!)];
  });
  const of = Array.from({ length: count }, (_, k) => {
    const values = new Set<number>();
    for (let e = offsets[k]!; e < offsets[k + 1]!; e++) {
      for (const reader of readers) for (const value of reader(events[e]!)) values.add(value);
    }
    return [...values];
  });
  const instances: number[][] = Array.from(codeOf, () => []);
  for (const k of Int32Array.from(begin.keys()).sort((a, b) => begin[a]! - begin[b]! || a - b)) {
    for (const value of of[k]!) instances[value]!.push(k);
  }
  const begins = instances.map((own) => Float64Array.from(own, (k) => begin[k]!));
  return {
    of,
    holders: (value, from, to) =>
      instances[value]!.slice(countBelow(begins[value]!, from), countBelow(begins[value]!, to)),
  };
}

/** Words with a digit and masks; and the whole text, where it is a name rather than a sentence. */
function valuesIn(text: string): string[] {
  const words = [...partsOf(text).exact].filter((part) => part.startsWith("[") || /^\S*\d\S*$/u.test(part));
  return words.filter(isTelling);
}
