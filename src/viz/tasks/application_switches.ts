/** Switches between applications, as a matrix or as a chord diagram. */
import { InteractionLog } from "../../log/interactions/interaction_log.ts";
import {
  applicationSwitches,
  type SwitchesAbout,
  type SwitchOptions,
  type SwitchRow,
} from "../../taskmining/friction/applications.ts";
import { interactionCaption } from "../kit/caption.ts";
import { oneOf, wholeNumber } from "../kit/options.ts";
import { type Figure, figure } from "../figure/figure.ts";
import { countOf, formatCount, formatDuration, formatShare } from "../../base/format.ts";
import { categoricalColour } from "../kit/palette.ts";
import { forBothWidths } from "../kit/chart_frame.ts";
import { textTable } from "../../base/text_table.ts";
import type { TypedTable } from "../../base/typed_table.ts";
import { drawChord } from "./chord_picture.ts";
import type { Switch } from "../charts/applications_picture.ts";
import { drawSwitchMatrix, type SwitchPicture } from "./switch_matrix_picture.ts";
import { applicationColours } from "./task_colours.ts";
import { requireInteractionLog } from "../../log/require_log.ts";

export interface ApplicationSwitchesViewOptions extends SwitchOptions {
  /**
   * A matrix with numbers, or a circle whose ribbons are the switches. Of more than eight applications no circle can be
   * read: then it is a matrix, unless `top` says to draw fewer. @default "matrix"
   */
  as?: "matrix" | "chord";
  /** Most applications drawn, those of most switches; the others are one, "(others)". @default 16, in a chord all */
  top?: number;
}

/**
 * How often people switch from one application to another, and which of these switches go straight back.
 *
 * Applications stand in the order of their switches to and from all others, most first, then by name. A cell of the
 * matrix is as strong as the root of its count; the bar at its foot is its share of ping-pongs (a switch and,
 * within `pingPongSeconds`, a switch back), and a sign stands where they are half or more. Sums stand at the edges.
 *
 * @param switches A log, or what `applicationSwitches` made of one; the measure's options are for logs only.
 * @throws InputError if an option is out of its range; OptionError if `idleSeconds` or `pingPongSeconds` is not above 0.
 * @example
 * ```ts
 * import { readInteractions, viewApplicationSwitches } from "tracebook";
 * viewApplicationSwitches(await readInteractions("data/order-desk.csv"), { as: "chord" });
 * ```
 */
export function viewApplicationSwitches(
  switches: InteractionLog | (TypedTable<SwitchRow> & { readonly about: SwitchesAbout }),
  options: ApplicationSwitchesViewOptions = {},
): Figure {
  requireInteractionLog(switches, "about");
  const { as: wanted = "matrix", top: most, ...measure } = options;
  oneOf("as", wanted, ["matrix", "chord"]);
  const top = wholeNumber("top", most ?? 16, 2, 30);
  const log = switches instanceof InteractionLog ? switches : undefined;
  const counted = switches instanceof InteractionLog ? applicationSwitches(switches, measure) : switches;
  const { about } = counted;
  const pairs = counted.rows();
  const apps = appsBySwitches(pairs);
  const crowded = Math.min(apps.length, top) > MOST_IN_CIRCLE;
  const as = crowded ? "matrix" : wanted;
  const picture = pictured(pairs, apps, top, log && applicationColours(log));
  const left = apps.length - (picture.names.length - (picture.others ? 1 : 0));
  return figure({
    kind: "application-switches",
    behaviour: "picture",
    title: "Switches between applications",
    caption: [
      about.switches === 0
        ? "No switches between applications."
        : `${countOf(about.switches, "switch", "switches")} between ${countOf(apps.length, "application")}${
          Number.isNaN(about.pingPongs)
            ? ""
            : `, of which ${formatCount(about.pingPongs)} (${
              formatShare(about.pingPongs / about.switches)
            }) went straight back within ${formatDuration(about.pingPongSeconds)}`
        }.`,
      ...(Number.isNaN(about.pingPongs)
        ? []
        : [`A switch after a gap of more than ${formatDuration(about.idleSeconds)} is none.`]),
      ...(apps.length > 0 ? ["Applications by their switches, most first."] : []),
      ...(crowded && wanted === "chord"
        ? [
          `As a matrix: of more than ${MOST_IN_CIRCLE} applications no circle can be read. ` +
          `With { top: ${MOST_IN_CIRCLE} } those of fewer switches are drawn as one.`,
        ]
        : []),
      ...about.notes,
      ...(measure.except?.length ? [`Passed over: ${measure.except.join(", ")}.`] : []),
      ...(left > 0 ? [`${countOf(left, "application")} of fewer switches drawn as one (all in the table).`] : []),
      ...(log ? [interactionCaption(log)] : []),
    ].join(" "),
    ...forBothWidths((width) => as === "matrix" ? drawSwitchMatrix(picture, width) : drawChord(picture, width)),
    alt: altText(pairs, about, apps.length),
    table: {
      columns: ["from", "to", "switches", "ping-pongs", "share of switches"],
      rows: pairs.map(({ from, to, count, pingPongs }) => [from, to, count, pingPongs, count / about.switches]),
    },
    text: pairs.length === 0 ? "No switches." : textTable([
      ["from", "to", "switches", "ping-pongs"],
      ...pairs.slice(0, 40).map(({ from, to, count, pingPongs }) => [
        from,
        to,
        formatCount(count),
        formatCount(pingPongs),
      ]),
    ], { left: [0, 1] }) + (pairs.length > 40 ? `\n… ${formatCount(pairs.length - 40)} further pairs` : ""),
  });
}

/** Applications of which a chord diagram can still be read. */
const MOST_IN_CIRCLE = 8;

function appsBySwitches(pairs: readonly Switch[]): string[] {
  const sums = new Map<string, number>();
  for (const { from, to, count } of pairs) {
    for (const app of [from, to]) sums.set(app, (sums.get(app) ?? 0) + count);
  }
  return [...sums.keys()].sort((a, b) => sums.get(b)! - sums.get(a)! || (a < b ? -1 : 1));
}

function pictured(
  pairs: readonly Switch[],
  apps: readonly string[],
  top: number,
  colours: ReadonlyMap<string, string> | undefined,
): SwitchPicture {
  const others = apps.length > top;
  const kept = others ? apps.slice(0, top - 1) : apps;
  const place = new Map(kept.map((app, i) => [app, i]));
  const n = kept.length + (others ? 1 : 0);
  const grid = () => Array.from({ length: n }, () => new Array<number>(n).fill(0));
  const counts = grid(), pingPongs = grid();
  for (const { from, to, count, pingPongs: back } of pairs) {
    const i = place.get(from) ?? n - 1, j = place.get(to) ?? n - 1;
    counts[i]![j]! += count;
    pingPongs[i]![j]! += back;
  }
  return {
    names: [...kept, ...(others ? [`(${apps.length - kept.length} others)`] : [])],
    colours: kept.map((app, i) => colours?.get(app) ?? categoricalColour(i)),
    others,
    counts,
    pingPongs,
  };
}

function altText(pairs: readonly Switch[], about: SwitchesAbout, apps: number): string {
  if (pairs.length === 0) return "No switches between applications.";
  const words = pairs.slice(0, 5).map(({ from, to, count }) => `${from} to ${to} ${formatCount(count)}`);
  return `${countOf(about.switches, "switch", "switches")} between ${countOf(apps, "application")}, ${
    formatCount(about.pingPongs)
  } of them straight back. Most frequent: ${words.join(", ")}.`;
}
