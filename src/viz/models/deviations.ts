/** A model with the deviations of a log drawn on it. */
import type { EventLog } from "../../log/events/event_log.ts";
import type { Alignments } from "../../mining/alignments/alignment.ts";
import { logCaption } from "../kit/caption.ts";
import { wholeNumber } from "../kit/options.ts";
import { mark } from "../kit/svg.ts";
import { type Figure, figure } from "../figure/figure.ts";
import { countOf, formatCount, formatDuration, formatShare } from "../../base/format.ts";
import type { Markup } from "../kit/markup.ts";
import { textTable } from "../../base/text_table.ts";
import { moreLines } from "../../base/lists.ts";
import { fitnessInWords } from "./alignments.ts";
import { countDeviations, type DeviationCounts, type Tally } from "./deviation_counts.ts";
import { graphSvg, inserted as insertedColour } from "./graph_picture.ts";
import { coloursOfTraces } from "./model_colours.ts";
import { directionOf, type GraphViewOptions } from "./model_options.ts";
import { netPicture, type PlaceDress, skippedBar, type TransitionDress } from "./net_picture.ts";
import { requireKind } from "../../models/given_model.ts";

export interface DeviationsViewOptions extends GraphViewOptions {
  /** The log that was aligned: its times say where cases wait, and it gives activities their colours. */
  log?: EventLog;
  /** How many places say which activities were inserted there, those with the most; others are only marked. @default 12 */
  callouts?: number;
}

/**
 * Shows a Petri net with what alignments found: where cases skip steps, insert events and, with the log, wait.
 *
 * A bar in each transition is split into steps done (plain) and skipped (hatched); lines are wider where more cases
 * pass. Where the log has events that the model does not allow, the place is drawn dashed and names them with +. Each
 * such event is counted once, at the place that had got its token last. Waits are medians from when a step could have
 * begun until it did.
 *
 * @throws InputError if `log` is not the one that was aligned.
 * @example
 * ```ts
 * import { alignTraces, discoverInductive, readLog, treeToNet, viewDeviations } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * const net = treeToNet(discoverInductive(log, { noise: 0.2 }));
 * viewDeviations(await alignTraces(log, net), { log });
 * ```
 */
export function viewDeviations(alignments: Alignments, options: DeviationsViewOptions = {}): Figure {
  requireKind("set of alignments", alignments, "alignTraces(log, model) takes a model of any kind.");
  const { log } = options;
  const { net } = alignments;
  const counts = countDeviations(alignments, log);
  const callouts = wholeNumber("callouts", options.callouts ?? 12, 0);
  const places = counts.inserted.filter((found) => found.size > 0).length;
  const picture = netPicture(net, dressOf(alignments, counts, callouts, log), directionOf(options));
  const rows = numbers(alignments, counts);
  return figure({
    kind: "model",
    behaviour: "model",
    title: options.title ?? `Deviations from ${net.name}`,
    caption: [
      log ? logCaption(log) : `${countOf(counts.cases, "case")}.`,
      fitnessInWords(alignments),
      ...alignments.notes,
      "Hatched: share of the steps that were skipped. Dashed places: events inserted there, with +.",
      ...(places > callouts
        ? [`${countOf(places - callouts, "such place names", "such places name")} no activities: point at them.`]
        : []),
      ...(log ? ["Waits are medians, from when a step could begin."] : []),
    ].join(" "),
    svg: graphSvg({ ...picture, legend: legend(log !== undefined) }),
    alt: altText(rows, counts),
    table: {
      columns: ["activity", "what", "where", "events", "cases", "share of cases", "median wait, seconds"],
      rows: rows.map(({ activity, what, where, events, cases, wait }) => [
        activity,
        what,
        where,
        events,
        cases,
        cases / counts.cases,
        Number.isNaN(wait) ? null : wait,
      ]),
    },
    text: inWords(rows, counts),
    data: "Petri net with deviations",
  });
}

function dressOf(alignments: Alignments, counts: DeviationCounts, callouts: number, log: EventLog | undefined) {
  const { net, traces } = alignments;
  const { transitions, inserted, cases } = counts;
  const colour = coloursOfTraces(traces, net, log);
  const ofCases = ({ events, cases: some }: Tally) =>
    `${formatCount(events)} in ${countOf(some, "case")} (${formatShare(some / cases)})`;
  const totals = inserted.map((found) => [...found.values()].reduce((sum, { events }) => sum + events, 0));
  const called = new Set(
    totals.map((_, p) => p).filter((p) => totals[p]! > 0).sort((a, b) => totals[b]! - totals[a]! || a - b).slice(
      0,
      callouts,
    ),
  );
  const longestWait = transitions.reduce((most, { medianWaitSeconds: s }) => s > most ? s : most, 0);
  const uses = transitions.map(({ done, skipped }) => done.events + skipped.events);
  const most = uses.reduce((a, b) => Math.max(a, b), 1);
  const index = new Map(net.transitions.map(({ id }, t) => [id, t]));
  return {
    transition(t: number): TransitionDress {
      const { label } = net.transitions[t]!;
      const { done, skipped, medianWaitSeconds: wait } = transitions[t]!;
      const faded = uses[t] === 0;
      if (label === undefined) {
        return { colour: "", facts: [["Taken", ofCases(done)]], faded };
      }
      const share = uses[t] === 0 ? 0 : skipped.events / uses[t]!;
      return {
        colour: colour(label),
        facts: [
          ["Done in the log", ofCases(done)],
          ["Skipped", skipped.events === 0 ? "never" : `${ofCases(skipped)}, ${formatShare(share)} of its steps`],
          ...(Number.isNaN(wait) ? [] : [["Median wait before it", formatDuration(wait)] as const]),
        ],
        notes: [
          uses[t] === 0
            ? "never reached"
            : skipped.events === 0
            ? `${formatCount(done.events)} done`
            : `${formatCount(done.events)} done, ${formatCount(skipped.events)} skipped (${formatShare(share)})`,
        ],
        ...(Number.isNaN(wait) ? {} : {
          wait: {
            text: `waits ${formatDuration(wait)}`,
            strength: longestWait > 0 ? Math.sqrt(wait / longestWait) : 0,
          },
        }),
        ...(faded ? { faded } : { skipped: share }),
      };
    },
    place(p: number): PlaceDress {
      const found = sortedTallies(inserted[p]!);
      if (found.length === 0) return { facts: [["Inserted events", "none"]] };
      const facts = found.slice(0, 6).map(([activity, tally]) => [`+ ${activity}`, ofCases(tally)] as const);
      const rest = found.length > 6 ? [["further activities", formatCount(found.length - 6)] as const] : [];
      if (!called.has(p)) return { facts: [...facts, ...rest], marked: true };
      return {
        facts: [...facts, ...rest],
        inserted: {
          heading: `+${countOf(totals[p]!, "event")}`,
          notes: [
            ...found.slice(0, 2).map(([activity, { events }]) =>
              found.length === 1 ? activity : `${activity}: ${formatCount(events)}`
            ),
            ...(found.length > 2 ? [`and ${countOf(found.length - 2, "activity", "activities")} more`] : []),
          ],
        },
      };
    },
    arc(a: number) {
      const { source, target } = net.arcs[a]!;
      const used = uses[index.get(source) ?? index.get(target)!]!;
      return { width: 1.1 + 4.4 * Math.sqrt(used / most), faded: used === 0 };
    },
  };
}

/** Most events first, then by name. */
function sortedTallies(tallies: ReadonlyMap<string, Tally>): [string, Tally][] {
  return [...tallies].sort(([a, x], [b, y]) => y.events - x.events || (a < b ? -1 : 1));
}

interface Row extends Tally {
  readonly activity: string;
  readonly what: "inserted" | "skipped" | "done";
  readonly where: string;
  readonly wait: number;
}

/** Deviations first, most cases first; then what went as the model says. */
function numbers({ net }: Alignments, { transitions, inserted, insertedNowhere }: DeviationCounts): Row[] {
  const steps = net.transitions.flatMap(({ id, label }, t): Row[] => {
    if (label === undefined) return [];
    const { done, skipped, medianWaitSeconds: wait } = transitions[t]!;
    return [
      ...(skipped.events > 0 ? [{ activity: label, what: "skipped" as const, where: id, ...skipped, wait: NaN }] : []),
      { activity: label, what: "done", where: id, ...done, wait },
    ];
  });
  const extra = [...inserted, insertedNowhere].flatMap((tallies, p) => {
    const place = net.places[p];
    const where = place ? `place ${place.name === "" ? place.id : place.name}` : "no place had a token";
    return [...tallies].map(([activity, tally]): Row => ({ activity, what: "inserted", where, ...tally, wait: NaN }));
  });
  const order = { inserted: 0, skipped: 0, done: 1 };
  return [...extra, ...steps].sort((a, b) =>
    order[a.what] - order[b.what] || b.cases - a.cases || b.events - a.events ||
    (a.activity < b.activity ? -1 : a.activity > b.activity ? 1 : a.where < b.where ? -1 : 1)
  );
}

function inWords(rows: readonly Row[], { cases }: DeviationCounts): string {
  const most = 15;
  const deviations = rows.filter(({ what }) => what !== "done");
  if (deviations.length === 0) return "No deviations.";
  const lines = deviations.slice(0, most).map(({ activity, what, where, events, cases: some }) => [
    activity,
    what,
    where,
    formatCount(events),
    formatCount(some),
    formatShare(some / cases),
  ]);
  const waits = rows.filter(({ wait }) => wait > 0).sort((a, b) => b.wait - a.wait).slice(0, 5);
  return [
    textTable([["activity", "what", "where", "events", "cases", "share"], ...lines], { left: [0, 1, 2] }),
    ...moreLines(deviations.length - most),
    ...(waits.length > 0
      ? [
        `Longest median waits: ${waits.map(({ activity, wait }) => `${activity} ${formatDuration(wait)}`).join(", ")}.`,
      ]
      : []),
  ].join("\n");
}

function altText(rows: readonly Row[], { cases }: DeviationCounts): string {
  const few = rows.filter(({ what }) => what !== "done").slice(0, 5)
    .map(({ activity, what, cases: some }) => `${activity} ${what} in ${formatShare(some / cases)} of the cases`);
  return few.length === 0
    ? "A Petri net that every case follows: no deviations."
    : `A Petri net with deviations. Most cases: ${few.join("; ")}.`;
}

function legend(waits: boolean): { width: number; height: number; marks: Markup[] } {
  const text = (x: number, words: string) => mark("text", { x, y: 4, class: "tbc-ink" }, words);
  return {
    width: waits ? 790 : 610,
    height: 14,
    marks: [mark("g", { transform: "translate(0,4)" }, ...[
      mark("g", { transform: "translate(28,-4)" }, ...skippedBar(72, 20, 0.4)),
      text(64, "steps done, and skipped"),
      mark("rect", {
        x: 222,
        y: -8,
        width: 34,
        height: 16,
        rx: 8,
        class: "tbm-box",
        fill: insertedColour,
        stroke: insertedColour,
        "stroke-dasharray": "5 3",
      }),
      text(263, "+ events inserted there"),
      mark("path", { d: "M424 0h10", class: "tbm-edge" }),
      mark("path", { d: "M436 0h14", class: "tbm-edge", style: "stroke-width:5px" }),
      text(457, "taken seldom, and often"),
      ...(waits
        ? [
          mark("rect", { x: 615, y: -8, width: 34, height: 16, rx: 8, class: "tbm-wait", "fill-opacity": 0.5 }),
          text(656, "median wait before it"),
        ]
        : []),
    ])],
  };
}
