/**
 * Which hours of the week are working time, told from what happens in them.
 *
 * After Camargo, Dumas & González-Rojas, "Automated discovery of business process simulation models from event logs",
 * Decision Support Systems 134, 2020 (calendars by support and confidence), and López-Pintado & Dumas, "Business process
 * simulation with differentiated resources", BPM 2022. Thresholds are relative to the usual hour of the same group, so
 * that they need no setting, and a cell that its own dates leave in doubt goes by the same hour of the other days.
 */
import { shareInterval } from "../../../base/statistics/proportions.ts";
import { type Grid, weekday } from "./activity_grid.ts";

/** A cell is worked in if it is active on at least so large a part of the dates on which the usual one is. */
const LEAST_DATES = 0.25;
/** And if at least so large a part of what happens in the usual one happens in it, a date. */
const LEAST_POINTS = 0.1;
/** A day without anything is a holiday if so much happens around it on its weekday: then chance leaves it out once in 20,000. */
const LEAST_FOR_HOLIDAY = 10;

/** A week has 168 hours, so that one in twenty would be wrong somewhere in every calendar. */
const BEYOND_DOUBT = 0.999;
/** The same for counts: so many standard deviations of a Poisson number. */
const DEVIATIONS = 3.3;

export interface Cell {
  /** Dates of the weekday in the time of the group, holidays left out; those on which something happens in the cell. */
  readonly dates: number;
  readonly active: number;
  /** The share of these, with its 95 % interval. */
  readonly share: number;
  readonly low: number;
  readonly high: number;
  readonly working: boolean;
  /** Whether its dates tell so beyond doubt, alone or with those of the same hour of the other working days. */
  readonly sure: boolean;
}

/** @param others cells of all groups together, which decide what the group's own dates leave open. */
export function workingCells(
  grid: Grid,
  holidays: ReadonlySet<number>,
  daysAlone: boolean,
  others?: readonly Cell[],
): Cell[] {
  const { parts, count, active, firstDay, daily } = grid;
  const dates = new Int32Array(7), busy = new Int32Array(7);
  daily.forEach((points, d) => {
    if (points === 0 && holidays.has(firstDay + d)) return;
    dates[weekday(firstDay + d)]!++;
    if (points > 0) busy[weekday(firstDay + d)]!++;
  });
  const ofWeekday = Float64Array.from(
    dates,
    (n, w) => sumOf(count.subarray(w * parts, (w + 1) * parts)) / Math.max(1, n),
  );
  const leastOfDay = LEAST_POINTS * usual(ofWeekday, ofWeekday.map((mean, w) => mean * dates[w]!));
  const days = Array.from(dates, (n, w) => {
    const found = decide(busy[w]!, n, LEAST_DATES * usual(shares(busy, dates), busy));
    return ofWeekday[w]! >= leastOfDay ? found : { yes: false, sure: n * leastOfDay >= LEAST_FOR_HOLIDAY };
  });
  const ofDay = (cell: number) => Math.floor(cell / parts);
  const cellDates = active.map((_, cell) => dates[ofDay(cell)]!);
  const least = LEAST_DATES * usual(shares(active, cellDates), active);
  const rates = Float64Array.from(count, (n, cell) => n / Math.max(1, cellDates[cell]!));
  const leastRate = LEAST_POINTS * usual(rates, count);
  return Array.from(active, (k, cell): Cell => {
    const n = cellDates[cell]!, { value, low, high } = shareInterval(k, n);
    const day = days[ofDay(cell)]!;
    const own = decide(k, n, least);
    const figures = { dates: n, active: k, share: value, low, high };
    if (!day.yes || daysAlone) return { ...figures, working: day.yes, sure: day.sure };
    // Where much happens something happens on every date, overtime too: then how much decides.
    const expected = leastRate * n;
    if (count[cell]! < expected - DEVIATIONS * Math.sqrt(expected)) return { ...figures, working: false, sure: true };
    if (own.sure) return { ...figures, working: own.yes && rates[cell]! >= leastRate, sure: true };
    let together = 0, all = 0;
    for (let w = 0; w < 7; w++) {
      if (!days[w]!.yes) continue;
      together += active[w * parts + cell % parts]!;
      all += dates[w]!;
    }
    const pooled = decide(together, all, least);
    const working = pooled.sure ? pooled.yes && fits(k, n, together / all) : others?.[cell]?.working ?? pooled.yes;
    return { ...figures, working, sure: pooled.sure && working === pooled.yes && own.yes === pooled.yes };
  });
}

/** Days within the log on which nothing happens although much does on the same weekday in the four weeks around. */
export function quietDays({ firstDay, daily }: Grid): Set<number> {
  const quiet = new Set<number>();
  daily.forEach((points, d) => {
    if (points > 0) return;
    let around = 0, weeks = 0;
    for (let w = -4; w <= 4; w++) {
      const other = daily[d + 7 * w];
      if (w === 0 || other === undefined || other === 0) continue;
      around += other;
      weeks++;
    }
    // Most weeks around must have such a day at all: else the weekday is free.
    if (weeks >= 4 && around / weeks >= LEAST_FOR_HOLIDAY) quiet.add(firstDay + d);
  });
  return quiet;
}

function decide(k: number, n: number, least: number): { yes: boolean; sure: boolean } {
  const { low, high } = shareInterval(k, n, BEYOND_DOUBT);
  return { yes: k > 0 && k >= least * n, sure: n > 0 && (low > least || high < least) };
}

/**
 * Whether the dates of an hour may be those of one that is worked in as on the other days. Else it would be active on a
 * tenth as many; that must be a thousand times as likely, for what people do comes in bursts.
 */
function fits(k: number, n: number, share: number): boolean {
  const on = Math.min(0.95, share), off = LEAST_POINTS * on;
  return k * Math.log(on / off) + (n - k) * Math.log((1 - on) / (1 - off)) > -Math.log(1000);
}

function shares(active: Int32Array, dates: ArrayLike<number>): Float64Array {
  return Float64Array.from(active, (k, cell) => k / Math.max(1, dates[cell]!));
}

/** The value of the cell in which the middle one of all points stands, when cells are put in order by their value. */
function usual(values: Float64Array, weights: ArrayLike<number>): number {
  const order = Array.from(values, (_, cell) => cell).sort((a, b) => values[a]! - values[b]!);
  let half = sumOf(weights) / 2;
  for (const cell of order) if ((half -= weights[cell]!) <= 0) return values[cell]!;
  return 0;
}

function sumOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum;
}
