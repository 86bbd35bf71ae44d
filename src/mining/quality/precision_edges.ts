/** What a model allows after a beginning of a run, and what the log has ever done there: escaping edges. */
import { type TypedTable, typedTable } from "../../base/typed_table.ts";
import { inOrder, sharedLength, type TokenGame } from "../replay/token_game.ts";
import type { TokenStates } from "../replay/token_language.ts";
import { requireKind } from "../../models/given_model.ts";

/** How much of what a model allows a log has made use of. */
export interface Precision {
  /** 1 − escaping / allowed, 0 to 1; 1 where the model allows nothing. */
  readonly precision: number;
  /** Activities that the model allows, summed over states, each as often as cases are there. */
  readonly allowed: number;
  /** Those of them that the log never does in that state. */
  readonly escaping: number;
  readonly states: readonly PrecisionState[];
  /** Names that the lists of the states refer to: the labels of the model, in order of code units. */
  readonly labels: readonly string[];
  /** What a reader must know: what was left out, searches that ended at `maxStates`. */
  readonly notes: readonly string[];
}

/** A beginning of a run, and what comes next. */
export interface PrecisionState {
  /** Codes of `labels`. */
  readonly prefix: Int32Array;
  /** Cases that are counted here. */
  readonly cases: number;
  /** Codes of what the model allows. */
  readonly allowed: readonly number[];
  /** Codes of those among them that no case does. */
  readonly escaping: readonly number[];
}

export interface PrefixCounts {
  readonly states: readonly PrecisionState[];
  /** Cases that stand in a beginning that the model does not allow, over all beginnings. */
  readonly unfit: number;
  /** False where a search ended at `maxStates`. */
  readonly complete: boolean;
}

/**
 * The states of the prefix tree of sequences of labels (-1 for an activity that the net does not have), each with its
 * cases: those that go on from there, and with `ends` also those that end there.
 */
export function prefixStates(
  { language }: TokenGame,
  sequences: readonly Int32Array[],
  counts: ArrayLike<number>,
  ends: boolean,
): PrefixCounts {
  const found: PrecisionState[] = [];
  let unfit = 0, complete = true;
  const open: { states: TokenStates; cases: number; seen: Set<number>; order: number }[] = [];
  let order = 0;
  let previous: Int32Array = new Int32Array(0);

  const close = (depth: number) => {
    for (; open.length > depth; open.pop()) {
      const { states, cases, seen, order } = open.at(-1)!;
      complete &&= states.complete;
      if (cases === 0) continue;
      if (states.markings.length === 0) {
        unfit += cases;
        continue;
      }
      const allowed = [...language.enabled(states)].sort((a, b) => a - b);
      found[order] = {
        prefix: previous.slice(0, open.length - 1),
        cases,
        allowed,
        escaping: allowed.filter((label) => !seen.has(label)),
      };
    }
  };

  for (const v of inOrder(sequences)) {
    const sequence = sequences[v]!, cases = counts[v]!;
    const shared = open.length === 0 ? -1 : sharedLength(previous, sequence);
    close(shared + 1);
    previous = sequence;
    for (let i = shared + 1; i <= sequence.length; i++) {
      const before = open.at(-1);
      const states = before === undefined ? language.start : after(before.states, sequence[i - 1]!);
      open.push({ states, cases: 0, seen: new Set(), order: order++ });
    }
    for (let i = 0; i < sequence.length; i++) {
      open[i]!.cases += cases;
      open[i]!.seen.add(sequence[i]!);
    }
    if (ends) open[sequence.length]!.cases += cases;
  }
  close(0);
  return { states: found.filter(() => true), unfit, complete };

  function after(states: TokenStates, label: number): TokenStates {
    return label < 0 || states.markings.length === 0 ? NOWHERE : language.next(states, label);
  }
}

const NOWHERE: TokenStates = { id: -1, markings: [], before: [], steps: [], complete: true };

export function precisionOf(
  states: readonly PrecisionState[],
  labels: readonly string[],
  notes: readonly string[],
): Precision {
  let allowed = 0, escaping = 0;
  for (const state of states) {
    allowed += state.cases * state.allowed.length;
    escaping += state.cases * state.escaping.length;
  }
  return { precision: allowed === 0 ? 1 : 1 - escaping / allowed, allowed, escaping, states, labels, notes };
}

/** A row of `escapingEdges`. */
export interface EscapingEdgeRow {
  readonly prefix: readonly string[];
  readonly cases: number;
  readonly activity: string;
  readonly weight: number;
  /** What the log goes on with instead. */
  readonly seen: readonly string[];
}

/**
 * Where a model allows what the log never does, the weightiest first; of equals, the shorter beginning, then in the
 * order of names.
 *
 * Columns: `prefix` (activities before, string[]), `cases` that were there, `activity` that the model allows and no case
 * does, `weight` (its share of all that the model allows, 0 to 1: precision is 1 less their sum), `seen` (activities
 * that cases did there, of those that the model allows, string[]).
 *
 * @example
 * ```ts
 * import { discoverInductive, escapingEdges, precisionByReplay, readLog, treeToNet } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * escapingEdges(precisionByReplay(log, treeToNet(discoverInductive(log)))).print();
 * ```
 */
export function escapingEdges(precision: Precision): TypedTable<EscapingEdgeRow> {
  requireKind("result of a precision measure", precision);
  const { states, labels, allowed } = precision;
  const edges = states.flatMap((state) => state.escaping.map((label) => ({ state, label })))
    .sort((a, b) =>
      b.state.cases - a.state.cases || a.state.prefix.length - b.state.prefix.length ||
      compared(a.state.prefix, b.state.prefix) || a.label - b.label
    );
  const names = (codes: Iterable<number>) => Array.from(codes, (code) => labels[code]!);
  return typedTable<EscapingEdgeRow>({
    prefix: edges.map(({ state }) => names(state.prefix)),
    cases: edges.map(({ state }) => state.cases),
    activity: edges.map(({ label }) => labels[label]!),
    weight: edges.map(({ state }) => state.cases / allowed),
    seen: edges.map(({ state }) => {
      const escaping = new Set(state.escaping);
      return names(state.allowed.filter((label) => !escaping.has(label)));
    }),
  });
}

function compared(a: Int32Array, b: Int32Array): number {
  const shared = sharedLength(a, b);
  return shared < a.length ? a[shared]! - b[shared]! : 0;
}
