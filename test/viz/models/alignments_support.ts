/** Alignments written out by hand. */
import { type Alignments, movesOf, type VariantAlignment } from "../../../src/mining/alignments/alignment.ts";
import type { PetriNet } from "../../../src/models/petri_net.ts";

export interface HandRow {
  readonly cases: number;
  /** Moves apart by spaces: `t` both move (transition `t`), `+x` the log alone, `-t` the model alone, `~t` silent. */
  readonly moves: string;
  /** Not proven: no alignment costs less than this. */
  readonly lowerBound?: number;
}

/** Rows by cases descending, each another variant. */
export function handAlignments(net: PetriNet, rows: readonly HandRow[], shortestRun = 2): Alignments {
  const transition = new Map(net.transitions.map(({ id }, t) => [id, t]));
  const label = (id: string) => net.transitions[transition.get(id)!]!.label!;
  const parsed = rows.map(({ moves }) =>
    moves.split(" ").map((token) => /^[+~-]/.test(token) ? [token[0]!, token.slice(1)] : ["", token]) as [
      string,
      string,
    ][]
  );
  const named = parsed.map((moves) => moves.flatMap(([sign, id]) => sign === "" ? label(id) : sign === "+" ? id : []));
  const activities = [...new Set(named.flat())].sort();
  const code = new Map(activities.map((name, a) => [name, a]));
  const sequences = named.map((names) => Int32Array.from(names, (name) => code.get(name)!));
  const variants = parsed.map((moves, v): VariantAlignment => {
    let event = 0;
    const cost = moves.filter(([sign]) => sign === "+" || sign === "-").length;
    const lowerBound = rows[v]!.lowerBound ?? cost;
    return {
      cost,
      lowerBound,
      optimal: lowerBound === cost,
      fitness: 1 - cost / (sequences[v]!.length + shortestRun),
      moves: Int32Array.from(
        moves.flatMap(([sign, id]) =>
          sign === "+" ? [event++, -1] : sign === "" ? [event++, transition.get(id)!] : [-1, transition.get(id)!]
        ),
      ),
    };
  });
  const counts = Float64Array.from(rows, ({ cases }) => cases);
  const cases = counts.reduce((sum, n) => sum + n, 0);
  const total = (of: (v: number) => number) => variants.reduce((sum, _, v) => sum + counts[v]! * of(v), 0);
  const optimal = variants.every((variant) => variant.optimal);
  return {
    net,
    traces: { activities, sequences, counts },
    variants,
    shortestRun,
    logFitness: 1 - total((v) => variants[v]!.cost) / total((v) => sequences[v]!.length + shortestRun),
    averageTraceFitness: total((v) => variants[v]!.fitness) / cases,
    fittingShare: total((v) => variants[v]!.cost === 0 ? 1 : 0) / cases,
    totalCost: total((v) => variants[v]!.cost),
    optimal,
    notes: optimal ? [] : ["1 alignment ran out of its budget."],
  };
}

/** The log that such alignments are of: each variant's events in order, as rows of `tinyLog`. */
export function tracesOf(alignments: Alignments): string[] {
  return alignments.variants.map((_, v) =>
    `${alignments.traces.counts[v]}× ` +
    movesOf(alignments, v).flatMap(({ event, activity }) => event >= 0 ? activity! : []).join(" ")
  );
}
