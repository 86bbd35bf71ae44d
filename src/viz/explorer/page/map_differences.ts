/** Differences between two selections, as the map tells them: in percentage points of the cases. */
import type { MapDifference, MapDifferences } from "../../map/draw.ts";
import type { MapModel } from "../../map/model.ts";
import type { ComparisonAnswer } from "../engine/comparison_answer.ts";

const level = 0.05;

export function isSure({ pAdjusted }: { readonly pAdjusted: number }): boolean {
  return pAdjusted <= level;
}

/** A share as signed percentage points. */
export function points(share: number): string {
  const rounded = Math.round(1000 * share) / 10;
  const shown = Math.abs(rounded) >= 10 ? Math.round(rounded) : rounded;
  return shown === 0 ? "0" : `${shown < 0 ? "−" : "+"}${Math.abs(shown)}`;
}

interface Row {
  readonly difference: number;
  readonly pAdjusted: number;
}

/** What is not sure stands back, without a colour. */
export function mapDifferences(model: MapModel, rows: NonNullable<ComparisonAnswer["rows"]>): MapDifferences {
  const activities = new Map(rows.activities.map((row) => [row.activity, row]));
  const key = (from: string | undefined, to: string | undefined) => JSON.stringify([from ?? null, to ?? null]);
  const edges = new Map<string, Row>([
    ...rows.edges.map((row) => [key(row.from, row.to), row] as const),
    ...rows.starts.map((row) => [key(undefined, row.activity), row] as const),
    ...rows.ends.map((row) => [key(row.activity, undefined), row] as const),
  ]);
  const most = [...rows.activities, ...edges.values()].filter(isSure)
    .reduce((most, { difference }) => Math.max(most, Math.abs(difference)), 0);
  const told = (row: Row | undefined): MapDifference | undefined =>
    row && { text: points(row.difference), strength: isSure(row) && most > 0 ? row.difference / most : 0 };
  return {
    node: (id) => {
      const name = model.nodes[id]?.name;
      const found = name === undefined ? undefined : told(activities.get(name));
      return found && { ...found, text: `${found.text} pp` };
    },
    edge(id) {
      const { from, to } = model.edges[id]!;
      return told(edges.get(key(model.nodes[from]?.name, model.nodes[to]?.name)));
    },
  };
}
