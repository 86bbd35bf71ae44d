/** Pairs the rows of a log that has a lifecycle, and says in the report what became of each. */
import { columnNamed, takeRows, type TextColumn } from "../../base/column.ts";
import { InputError } from "../../base/errors.ts";
import { formatCount } from "../../base/format.ts";
import { asText } from "../../base/text_codes.ts";
import { transitionNamed } from "../../io/mapping/lifecycle_words.ts";
import type { Mapping, RawLog } from "../../io/raw_log.ts";
import {
  type LifecycleMode,
  type LifecycleRows,
  type PairedRows,
  type PairingCounts,
  pairLifecycle,
} from "./lifecycle.ts";

/** XES calls the columns so; other logs name theirs in the mapping. */
const TRANSITION = "lifecycle:transition", INSTANCE = "concept:instance";

/**
 * Which rows are events, and with which row each began; undefined where the log has no lifecycle.
 *
 * @param usable The rows of the log that the arrays of `rows` speak of.
 * @throws InputError if a column of the mapping is not there, or the lifecycle names no start and no completion.
 */
export function pairRows(
  raw: RawLog,
  mapping: Mapping,
  mode: LifecycleMode,
  rows: Pick<LifecycleRows, "caseCode" | "activity" | "time" | "ties">,
  usable: Int32Array,
): PairedRows | undefined {
  const transition = transitionColumn(raw, mapping);
  if (!transition) return undefined;
  const instance = columnNamed(raw.events, mapping.instance ?? INSTANCE);
  if (!instance && mapping.instance !== undefined) throw missing(raw, "instance", mapping.instance);
  const paired = pairLifecycle({
    ...rows,
    transition: takeRows(transition, usable) as TextColumn,
    ...(instance ? { instance: takeRows(instance, usable) } : {}),
    mode,
    report: raw.report,
    ...(raw.lineOf ? { lineOf: (index: number) => raw.lineOf!(usable[index]!) } : {}),
  });
  const { counts } = paired;
  if (counts) {
    raw.report.add(
      "starts paired",
      () => inWords(raw, transition, usable.length, paired.rows.length, counts),
      counts.pairs,
    );
  }
  return paired;
}

function transitionColumn(raw: RawLog, { lifecycle }: Mapping): TextColumn | undefined {
  const column = columnNamed(raw.events, lifecycle ?? TRANSITION);
  if (lifecycle === undefined) return column?.kind === "text" ? column : undefined;
  if (!column) throw missing(raw, "lifecycle", lifecycle);
  const text = asText(column);
  const isTransition = (value: string) => /^(start|complete)$/.test(transitionNamed(value) ?? "");
  if (lifecycle !== TRANSITION && text.dictionary.length > 0 && !text.dictionary.some(isTransition)) {
    const found = text.dictionary.slice(0, 5).map((value) => JSON.stringify(value)).join(", ");
    throw new InputError(
      `${raw.name}, column ${JSON.stringify(lifecycle)}: expected transitions such as start and complete for the ` +
        `lifecycle but found ${found}. Is it the right column?`,
    );
  }
  return text;
}

function missing(raw: RawLog, role: string, name: string): InputError {
  const names = raw.events.columns.map((column) => JSON.stringify(column.name)).join(", ");
  return new InputError(`${raw.name}: expected a column ${JSON.stringify(name)} for the ${role} but found ${names}.`);
}

/** Where every row went: pairs × 2 + parts + all the others are the rows read. */
function inWords(
  raw: RawLog,
  transition: TextColumn,
  rows: number,
  events: number,
  { pairs, openStarts, bareCompletes, others, parts }: PairingCounts,
): string {
  const several = (count: number, one: string, many = `${one}s`) => `${formatCount(count)} ${count === 1 ? one : many}`;
  const some = (count: number, one: string, many?: string) => count === 0 ? [] : [several(count, one, many)];
  const alone = [
    ...some(openStarts, "start that nothing ended", "starts that nothing ended"),
    ...some(bareCompletes, "completion that nothing started", "completions that nothing started"),
    ...some(others, "row of another transition", "rows of other transitions"),
  ];
  return `${raw.name}, column ${JSON.stringify(transition.name)}: ${several(rows, "row")} make ` +
    `${several(events, "event")}: ` +
    [
      pairs === 1
        ? "1 start and the completion that ends it are one event"
        : `${formatCount(pairs)} starts and the completions that end them are one event each`,
      ...(alone.length > 0 ? [`events of their own are ${alone.join(", ")}`] : []),
      ...some(
        parts,
        "row of another transition is part of the event of its instance",
        "rows of other transitions are part of the events of their instances",
      ),
    ].join("; ");
}
