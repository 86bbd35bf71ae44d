/** XES classifiers: what makes two events the same, as the file declares it (IEEE 1849, 5.6). */
import type { Column, Table, TextColumn } from "../../base/column.ts";
import { columnNamed } from "../../base/column.ts";
import { InputError } from "../../base/errors.ts";
import { firstNames } from "../../base/lists.ts";
import { nearestNames } from "../../base/nearest_names.ts";
import { asText } from "../../base/text_codes.ts";
import type { RawLog } from "../raw_log.ts";

/** How a classifier is named where a column could be, too. */
const PREFIX = "classifier:";

/** The classifier that is to tell the activity; undefined where a column is. */
export function classifierIn(activity: string | undefined): string | undefined {
  return activity?.startsWith(PREFIX) ? activity.slice(PREFIX.length) : undefined;
}

/**
 * The log with one more column, `classifier:NAME`: the values of the classifier's keys, joined by "+". An event without
 * any of them has none; a single one that is missing stays empty.
 *
 * @throws InputError if the file declares no classifier of that name, or has no event with one of its keys.
 */
export function withClassifier<T extends Pick<RawLog, "name" | "events" | "classifiers">>(raw: T, wanted: string): T {
  const declared = raw.classifiers ?? new Map<string, readonly string[]>();
  const keys = declared.get(wanted);
  if (!keys) throw unknownClassifier(raw.name, wanted, [...declared.keys()]);
  const columns = keys.map((key) => {
    const column = columnNamed(raw.events, key);
    if (column) return asText(column);
    throw new InputError(
      `${raw.name}: expected events with "${key}", a key of the classifier "${wanted}", but none has it.`,
    );
  });
  const { rows } = raw.events;
  const column = joined(`${PREFIX}${wanted}`, columns, rows);
  const events: Table = { rows, columns: [...raw.events.columns, column] };
  return { ...raw, events };
}

function joined(name: string, columns: readonly TextColumn[], rows: number): Column {
  const codeOf = new Map<string, number>();
  const codes = new Int32Array(rows).fill(-1);
  for (let row = 0; row < rows; row++) {
    if (columns.every(({ codes }) => codes[row]! < 0)) continue;
    const text = columns.map(({ codes, dictionary }) => codes[row]! < 0 ? "" : dictionary[codes[row]!]!).join("+");
    let code = codeOf.get(text);
    if (code === undefined) codeOf.set(text, code = codeOf.size);
    codes[row] = code;
  }
  return { kind: "text", name, codes, dictionary: [...codeOf.keys()] };
}

function unknownClassifier(file: string, wanted: string, names: readonly string[]): InputError {
  if (names.length === 0) {
    return new InputError(`${file}: expected a classifier "${wanted}" but the file declares none.`);
  }
  const near = nearestNames(wanted, names)[0];
  const shown = firstNames(names.map((name) => JSON.stringify(name)), 10);
  return new InputError(
    `${file}: expected a classifier that the file declares but found "${wanted}". It declares ${shown}.` +
      (near === undefined ? "" : ` Did you mean "${near}"?`),
  );
}
