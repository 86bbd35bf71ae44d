/** In which order the cases of a dotted chart stand, from the top. */
import { InputError } from "../../base/errors.ts";
import { orderOf } from "../../base/order_of.ts";
import { sortedCodes } from "../../base/text_codes.ts";
import type { CaseSpans } from "../../log/events/case_spans.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { suggestion } from "../../log/filter/options.ts";
import { NO_VALUE } from "../../mining/group_cases.ts";

export interface DotRows {
  /** Cases from the top. */
  readonly order: Uint32Array;
  /** For each case its place from the top. */
  readonly place: Uint32Array;
  /** What the order is, in words. */
  readonly words: string;
  /** Where each value begins, if cases are sorted by one of text. */
  readonly groups?: readonly { readonly name: string; readonly from: number; readonly to: number }[];
}

const WORDS: Readonly<Record<string, string>> = {
  begin: "the first begun on top",
  end: "the first ended on top",
  throughput: "the shortest on top",
  events: "those of fewest events on top",
};

/** Equal cases stand in the order of the log: the first begun on top. */
export function dotRows(log: EventLog, { begun, ended }: CaseSpans, sort: string): DotRows {
  const { offsets } = log;
  const keys: Record<string, () => Float64Array> = {
    begin: () => begun,
    end: () => ended,
    throughput: () => ended.map((end, c) => end - begun[c]!),
    events: () => Float64Array.from({ length: log.cases }, (_, c) => offsets[c + 1]! - offsets[c]!),
  };
  if (Object.hasOwn(keys, sort)) return ordered(keys[sort]!(), WORDS[sort]!);
  const column = log.caseAttribute(sort);
  if (!column) {
    throw new InputError(
      `${log.name}: expected sort to be begin, end, throughput, events or a column but found "${sort}". ${
        suggestion(sort, log.attributes)
      }`,
    );
  }
  const words = `by ${sort}`;
  if (column.kind === "number" || column.kind === "time") return ordered(column.values, `${words}, the least on top`);
  const { codes, names } = column.kind === "text"
    ? sortedCodes(column.codes, column.dictionary)
    : { codes: Int32Array.from(column.values), names: ["false", "true"] };
  const rows = ordered(Float64Array.from(codes, (code) => code < 0 ? NaN : code), words);
  const groups: { name: string; from: number; to: number }[] = [];
  let last: number | undefined;
  rows.order.forEach((c, place) => {
    const code = codes[c]!;
    if (code !== last) groups.push({ name: code < 0 ? NO_VALUE : names[code]!, from: place, to: place });
    groups.at(-1)!.to = place + 1;
    last = code;
  });
  return { ...rows, groups };
}

function ordered(keys: Float64Array, words: string): DotRows {
  const order = orderOf(keys), place = new Uint32Array(order.length);
  order.forEach((c, at) => place[c] = at);
  return { order, place, words };
}
