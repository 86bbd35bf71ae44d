/** Answers of the engine, each told to the panel that shows it. */
import { formatCount, formatDuration } from "../../../base/format.ts";
import type { SelectionStep } from "../../../mining/explore/selection_step.ts";
import { stepWords } from "../../../mining/explore/step_words.ts";
import type { DurationBins } from "../../kit/duration_bins.ts";
import { mostRows, type NamedCount } from "../engine/answers.ts";
import type { Overview } from "../engine/overview.ts";
import type { SelectionAnswers } from "../engine/session.ts";
import type { ExplorerState } from "../state/explorer_state.ts";
import { chosenVariants } from "../state/explorer_state.ts";
import type { Panels } from "./panels.ts";

/** What is known of the selection so far: panels that are told later rest on what came first. */
export type Known = { -readonly [Name in keyof SelectionAnswers]?: SelectionAnswers[Name] };

type Shown = { readonly [Name in keyof SelectionAnswers]: (answer: SelectionAnswers[Name]) => void };

/** @param drawMap Called where the map has to be laid out. */
export function answersShown(
  panels: Panels,
  known: Known,
  overview: Overview,
  state: () => ExplorerState,
  drawMap: () => void,
): Shown {
  const cases = () => known.summary?.cases ?? 0;
  return {
    steps({ left, code }) {
      panels.chips.tell(left);
      panels.code.show(code, state().pinned ? undefined : state().figure);
    },
    summary: (answer) => panels.summary.show(answer, overview),
    variants: (answer) => panels.variants.show(answer, chosenVariants(state())),
    durations(selected) {
      const { durations } = overview;
      if (!selected || !durations) return;
      panels.durations.show({ all: durations.cases, selected, ...durationWords(durations.bins) });
    },
    times(selected) {
      const { times } = overview;
      if (!selected || !times) return;
      panels.times.show({ all: times.events, selected, words: times.words, ticks: times.ticks });
    },
    comparison: (answer) => panels.comparison.show(answer, sidesInWords(state(), answer?.rest ?? true)),
    map: drawMap,
    activities: (rows) =>
      panels.activities.show(
        rows.map((row) => ({
          ...row,
          title: `${countsOf(row)}\n${formatCount(row.starts!)} cases begin and ${formatCount(row.ends!)} end with it`,
        })),
        cases(),
      ),
    resources(rows) {
      panels.people.note(rows.length > mostRows ? `the first ${mostRows} of ${formatCount(rows.length)}` : "");
      panels.people.show(rows.map((row) => ({ ...row, title: countsOf(row) })), cases());
    },
    attribute(answer) {
      if (!answer) return;
      panels.values.note(answer.total === 1 ? "1 value" : `${formatCount(answer.total)} values`);
      panels.values.show(answer.rows.map((row) => ({ ...row, title: row.name })), cases());
    },
    cases: (answer) => panels.cases.show(answer),
  };
}

function sidesInWords({ pinned, steps }: ExplorerState, rest: boolean): [string, string] {
  const words = (steps: readonly SelectionStep[]) => steps.filter(({ off }) => !off).map(stepWords).join("; ") || "all";
  return [words(pinned ?? []), rest ? "all others" : words(steps)];
}

function countsOf({ name, events, cases }: NamedCount): string {
  return `${name}\n${formatCount(events)} events in ${formatCount(cases)} cases`;
}

function durationWords({ edges, overflow }: DurationBins) {
  const bars = edges.length - 1 + (overflow ? 1 : 0);
  const words = Array.from(
    { length: bars },
    (_, i) =>
      edges[i + 1] === undefined
        ? `${formatDuration(edges[i]!)} or more`
        : `${formatDuration(edges[i]!)} to ${formatDuration(edges[i + 1]!)}`,
  );
  const places = [0, Math.round(bars / 3), Math.round(2 * bars / 3), edges.length - 1];
  return { words, ticks: [...new Set(places)].map((i) => ({ at: i / bars, text: formatDuration(edges[i]!) })) };
}
