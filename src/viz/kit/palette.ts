/** Colours that colour-blind readers can tell apart, and that stay with a name through a notebook. */
import type { EventLog } from "../../log/events/event_log.ts";

/** Paul Tol's "muted" scheme (Colour Schemes, SRON technical note, 2021), in an order that keeps
 * neighbours apart; indigo and wine lighter than there, so that they can be told from dark paper. */
const muted = ["#44aa99", "#cc6677", "#6058c8", "#ddcc77", "#88ccee", "#99295f", "#117733", "#aa4499", "#999933"];

/** For what has no colour of its own: "other", unknown. */
export const neutral = "#9aa0a6";

/** Rules over bars: median, percentiles; tokens on a map. Reads on light and dark paper. */
export const signal = "#d1603d";

/** Colours by rank: nine hues, then the same hues lighter, then darker, then over again. */
export function categoricalColour(rank: number): string {
  const hue = muted[rank % muted.length]!;
  const round = Math.floor(rank / muted.length) % 3;
  return round === 0 ? hue : round === 1 ? mixColours(hue, "#ffffff", 0.45) : mixColours(hue, "#000000", 0.35);
}

/** A colour for each name, by its place in the list. Names given twice keep their first. */
export function colours(names: readonly string[]): Map<string, string> {
  const assigned = new Map<string, string>();
  for (const name of names) {
    if (!assigned.has(name)) assigned.set(name, categoricalColour(assigned.size));
  }
  return assigned;
}

/**
 * The colour of each activity, the same in every figure of a log and of all logs filtered from it.
 *
 * Activities get their colours in the order of how many events of the unfiltered log carry them, then of their name.
 */
export function activityColours(log: EventLog): Map<string, string> {
  let assigned = bySource.get(log.source);
  if (!assigned) bySource.set(log.source, assigned = colours(activitiesByFrequency(log)));
  // A log whose activities were renamed has names that its source lacks.
  for (const name of log.activities) {
    if (!assigned.has(name)) assigned.set(name, categoricalColour(assigned.size));
  }
  return assigned;
}

const bySource = new WeakMap<object, Map<string, string>>();

function activitiesByFrequency(log: EventLog): string[] {
  const { events, mapping } = log.source;
  const column = events.columns.find((candidate) => candidate.name === mapping.activity);
  const counts = new Map<string, number>();
  if (column?.kind === "text") {
    const byCode = new Float64Array(column.dictionary.length);
    for (const code of column.codes) if (code >= 0) byCode[code]!++;
    column.dictionary.forEach((name, code) => counts.set(name, byCode[code]!));
  } else {
    for (const code of log.activity) counts.set(log.activities[code]!, (counts.get(log.activities[code]!) ?? 0) + 1);
  }
  return [...counts.keys()].filter((name) => counts.get(name)! > 0)
    .sort((a, b) => counts.get(b)! - counts.get(a)! || (a < b ? -1 : 1));
}

/** Black or white, whichever reads better on a colour (WCAG contrast). */
export function inkOn(colour: string): "#000000" | "#ffffff" {
  const [red, green, blue] = channels(colour).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? "#000000" : "#ffffff";
}

/** The colour that lies `share` of the way from one colour to the other. */
export function mixColours(from: string, to: string, share: number): string {
  const target = channels(to);
  return "#" + channels(from).map((value, i) => Math.round(value + (target[i]! - value) * share))
    .map((value) => value.toString(16).padStart(2, "0")).join("");
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}
