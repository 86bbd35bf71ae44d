/** What the colours of a dotted chart stand for: the most frequent values of an attribute of events. */
import { InputError } from "../../base/errors.ts";
import { asText, byCodeUnit } from "../../base/text_codes.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { suggestion } from "../../log/filter/options.ts";
import { NO_VALUE } from "../../mining/group_cases.ts";
import { countOf } from "../../base/format.ts";
import { activityColours, categoricalColour, mixColours, neutral } from "../kit/palette.ts";

/** A value, and the events that have it. */
export interface ColourValue {
  readonly name: string;
  readonly events: number;
  readonly cases: number;
  /** Milliseconds UTC. */
  readonly first: number;
  readonly last: number;
}

export interface DotColours {
  /** Of each event, an index into `names` and `inks`. */
  readonly of: Uint8Array;
  readonly names: readonly string[];
  readonly inks: readonly string[];
  /** Events of each colour. */
  readonly events: readonly number[];
  /** All values, the most frequent first. */
  readonly values: readonly ColourValue[];
}

/** The `top` most frequent values; the rest share a colour, and what has no value has one of its own. */
export function dotColours(log: EventLog, colour: string, top: number): DotColours {
  const { codes, dictionary } = codesOf(log, colour);
  const { events, cases, first, last } = countValues(log, codes, dictionary.length);
  const used = Array.from(dictionary, (_, code) => code).filter((code) => events[code + 1]! > 0)
    .sort((a, b) => events[b + 1]! - events[a + 1]! || byCodeUnit(dictionary[a]!, dictionary[b]!));
  // A colour for the last of them rather than for "other".
  const shown = used.length === top + 1 ? used : used.slice(0, top);
  const rest = used.length - shown.length, unknown = events[0]! > 0;
  const known = colour === "activity" ? activityColours(log) : undefined;
  const names = [
    ...shown.map((code) => dictionary[code]!),
    ...(rest > 0 ? [`other (${countOf(rest, "value")})`] : []),
    ...(unknown ? [NO_VALUE] : []),
  ];
  const inks = [
    ...shown.map((code, rank) => known?.get(dictionary[code]!) ?? categoricalColour(rank)),
    ...(rest > 0 ? [neutral] : []),
    ...(unknown ? [mixColours(neutral, "#ffffff", 0.5)] : []),
  ];
  const colourOf = new Uint8Array(dictionary.length + 1).fill(shown.length);
  colourOf[0] = names.length - 1;
  shown.forEach((code, rank) => colourOf[code + 1] = rank);
  const of = new Uint8Array(codes.length);
  const sums = new Array<number>(names.length).fill(0);
  for (let i = 0; i < codes.length; i++) sums[of[i] = colourOf[codes[i]! + 1]!]!++;
  const value = (code: number) => ({
    name: code < 0 ? NO_VALUE : dictionary[code]!,
    events: events[code + 1]!,
    cases: cases[code + 1]!,
    first: first[code + 1]!,
    last: last[code + 1]!,
  });
  return { of, names, inks, events: sums, values: [...used, ...(unknown ? [-1] : [])].map(value) };
}

function codesOf(log: EventLog, colour: string): { codes: Int32Array; dictionary: readonly string[] } {
  if (colour === "activity") return { codes: log.activity, dictionary: log.activities };
  if (colour === "resource" && log.resource && log.resources) {
    return { codes: log.resource, dictionary: log.resources };
  }
  const bare = colour.startsWith("case:") ? colour.slice(5) : `case:${colour}`;
  const column = log.attribute(colour) ?? log.attribute(bare);
  if (column) return asText(column);
  if (colour === "resource") {
    throw new InputError(
      `${log.name}: expected resources to colour by, but the log has none. Colour by activity or by one of its columns. ${
        suggestion(colour, log.attributes)
      }`,
    );
  }
  throw new InputError(
    `${log.name}: expected colour to be activity, resource or a column but found "${colour}". ${
      suggestion(colour, log.attributes)
    }`,
  );
}

/** Of each code, and before them of events that have none. */
function countValues({ offsets, time, cases: caseCount }: EventLog, codes: Int32Array, values: number) {
  const events = new Float64Array(values + 1), cases = new Float64Array(values + 1);
  const first = new Float64Array(values + 1).fill(Infinity), last = new Float64Array(values + 1).fill(-Infinity);
  const seen = new Int32Array(values + 1).fill(-1);
  for (let c = 0; c < caseCount; c++) {
    for (let i = offsets[c]!; i < offsets[c + 1]!; i++) {
      const v = codes[i]! + 1;
      events[v]!++;
      if (seen[v] !== c) {
        seen[v] = c;
        cases[v]!++;
      }
      if (time[i]! < first[v]!) first[v] = time[i]!;
      if (time[i]! > last[v]!) last[v] = time[i]!;
    }
  }
  return { events, cases, first, last };
}
