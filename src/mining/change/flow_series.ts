/** What each case tells about the order of activities: which activity comes directly after which. */
import type { EventLog } from "../../log/events/event_log.ts";
import type { CaseOrder } from "./case_order.ts";
import { type Series, SeriesBuilder } from "./series.ts";

/** One activity directly after another; null: the case begins or ends. */
export interface Relation {
  readonly from: string | null;
  readonly to: string | null;
}

export interface FlowSeries {
  readonly series: Series;
  readonly relations: readonly Relation[];
}

/** A row for each case, with a one for each relation that occurs in it. */
export function flowSeries(log: EventLog, { cases }: CaseOrder): FlowSeries {
  const outside = log.activities.length;
  const width = outside + 1;
  const relations: Relation[] = [];
  const numberOf = new Map<number, number>();
  const lastSeen: number[] = [];
  const rows = new SeriesBuilder(cases.length, log.events + cases.length);
  const name = (activity: number) => activity === outside ? null : log.activities[activity]!;
  cases.forEach((c, row) => {
    let from = outside;
    for (let i = log.offsets[c]!; i <= log.offsets[c + 1]!; i++) {
      const to = i < log.offsets[c + 1]! ? log.activity[i]! : outside;
      const key = from * width + to;
      let relation = numberOf.get(key);
      if (relation === undefined) {
        numberOf.set(key, relation = relations.length);
        relations.push({ from: name(from), to: name(to) });
        lastSeen.push(-1);
      }
      if (lastSeen[relation] !== row) {
        lastSeen[relation] = row;
        rows.add(relation, 1);
      }
      from = to;
    }
    rows.endRow();
  });
  return { series: rows.build(relations.length), relations };
}
