/** Cases as tokens that move along the arrows of a map: JSON for the page, and how the kernel makes it. */
import { caseSpans } from "../../log/events/case_spans.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import type { MapModel } from "../map/model.ts";

export interface TokenData {
  /** Milliseconds UTC at which tick 0 is; null where every case begins at tick 0. */
  readonly since: number | null;
  /** Milliseconds of a tick. */
  readonly tick: number;
  /** The last tick. */
  readonly ticks: number;
  /** Arrows that cases take one after the other, by their numbers in the map; -1 for one that is not drawn. */
  readonly ways: readonly (readonly number[])[];
  /**
   * Of each case its way; the tick at which it leaves the start; and of each arrow the ticks until it arrives, and until it
   * goes on.
   */
  readonly cases: readonly (readonly number[])[];
}

export interface TokenSettings {
  /** Whether cases begin when they did, or all at once. */
  readonly clock: "calendar" | "case";
  readonly mostCases: number;
  /** What the tokens may weigh as JSON. */
  readonly bytes: number;
}

export interface MadeTokens {
  readonly data: TokenData;
  /** Steps of these cases, and how many of them go along arrows that are drawn. */
  readonly steps: number;
  readonly drawn: number;
}

/** Ticks of the whole span: finer than any screen shows. */
const TICKS = 40_000;
/** Part of the span that a token takes from the start to its first activity, and from its last to the end. */
const ENDS = 0.008;

/** As many cases as asked for and as fit, taken evenly from all in the order in which they begin. */
export function makeTokens(
  log: EventLog,
  model: MapModel,
  arrows: ReadonlySet<number>,
  settings: TokenSettings,
): MadeTokens {
  const { begun } = caseSpans(log);
  const order = Array.from({ length: log.cases }, (_, c) => c).sort((a, b) => begun[a]! - begun[b]! || a - b);
  for (let most = Math.min(settings.mostCases, log.cases);; most = Math.floor(most * 0.7)) {
    const chosen = Array.from({ length: most }, (_, i) => order[Math.floor(i * log.cases / most)]!);
    const made = tokensOf(log, chosen, arrowNumbers(log, model, arrows), settings.clock);
    if (most <= 1 || JSON.stringify(made.data).length <= settings.bytes) return made;
  }
}

/** The number of the arrow from one activity of the log to another, -1 where none is drawn; n is the start, n + 1 the end. */
function arrowNumbers(
  log: EventLog,
  model: MapModel,
  arrows: ReadonlySet<number>,
): (from: number, to: number) => number {
  const n = log.activities.length, width = n + 2;
  const code = new Map(log.activities.map((name, i) => [name, i]));
  const codeOf = (node: number) =>
    node < model.nodes.length ? code.get(model.nodes[node]!.name)! : n + node - model.nodes.length;
  const numbers = new Map<number, number>();
  model.edges.forEach(({ from, to }, id) => {
    if (arrows.has(id)) numbers.set(codeOf(from) * width + codeOf(to), id);
  });
  return (from, to) => numbers.get(from * width + to) ?? -1;
}

function tokensOf(
  log: EventLog,
  chosen: readonly number[],
  arrow: (from: number, to: number) => number,
  clock: TokenSettings["clock"],
): MadeTokens {
  const { offsets, time, activity, activities } = log;
  const n = activities.length;
  const startOf = (i: number) => {
    const start = log.start?.[i] ?? NaN;
    return start <= time[i]! ? start : time[i]!;
  };
  const zero = (c: number) => clock === "case" ? startOf(offsets[c]!) : 0;
  let least = Infinity, last = -Infinity;
  for (const c of chosen) {
    least = Math.min(least, startOf(offsets[c]!) - zero(c));
    last = Math.max(last, time[offsets[c + 1]! - 1]! - zero(c));
  }
  const ends = Math.max(1, (last - least) * ENDS);
  const tick = Math.max(1, (last - least + 2 * ends) / TICKS);
  const toTick = (milliseconds: number) => Math.round((milliseconds - least + ends) / tick);
  const ways: number[][] = [], numbers = new Map<string, number>();
  let steps = 0, drawn = 0;
  const cases = chosen.map((c) => {
    const from = offsets[c]!, to = offsets[c + 1]!, way: number[] = [], moments: number[] = [];
    for (let i = from; i <= to; i++) {
      way.push(arrow(i === from ? n : activity[i - 1]!, i === to ? n + 1 : activity[i]!));
      const left = i === from ? startOf(i) - ends : time[i - 1]!;
      const arrives = i === to ? left + ends : Math.max(startOf(i), left);
      moments.push(toTick(arrives - zero(c)), toTick((i === to ? arrives : Math.max(time[i]!, arrives)) - zero(c)));
    }
    steps += way.length;
    drawn += way.filter((id) => id >= 0).length;
    const key = way.join();
    if (!numbers.has(key)) numbers.set(key, ways.push(way) - 1);
    const leaves = toTick(startOf(from) - ends - zero(c));
    let before = leaves;
    return [
      numbers.get(key)!,
      leaves,
      ...moments.map((at) => {
        const by = at - before;
        before = at;
        return by;
      }),
    ];
  });
  return {
    data: { since: clock === "calendar" ? least - ends : null, tick, ticks: toTick(last + ends), ways, cases },
    steps,
    drawn,
  };
}
