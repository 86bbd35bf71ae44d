/**
 * Cases as tokens that move along the arrows of the process map.
 *
 * As processanimateR (https://bupaverse.github.io/processanimateR/) shows them.
 */
import { OptionError } from "../../base/errors.ts";
import { countOf, formatCount, formatDate, formatDuration, formatShare } from "../../base/format.ts";
import { medianInPlace } from "../../base/quickselect.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { requireEventLog, requireTimes } from "../../log/require_log.ts";
import { directlyFollows } from "../../mining/directly_follows.ts";
import { caseDurations } from "../../mining/performance/throughput.ts";
import { type Figure, figure, type FigureTable } from "../figure/figure.ts";
import { logCaption } from "../kit/caption.ts";
import { markupText } from "../kit/markup.ts";
import { wholeNumber } from "../kit/options.ts";
import { light } from "../kit/theme.ts";
import { drawMap } from "../map/draw.ts";
import { mapModel } from "../map/map_model.ts";
import type { MapModel } from "../map/model.ts";
import { unpackLayout } from "../map/pack_layout.ts";
import { drawTokens, withTokens } from "./draw_tokens.ts";
import { makeTokens, type TokenData } from "./token_data.ts";
import { placeTokens, type Tokens } from "./token_places.ts";

export interface AnimationOptions {
  /** Share of the activities shown, the most frequent, 0 to 1. @default as `viewProcessMap` */
  readonly activities?: number;
  /** Share of the paths between them shown, the most frequent, 0 to 1. @default as `viewProcessMap` */
  readonly paths?: number;
  /** `calendar`: cases begin when they did. `case`: all begin at once, and time counts from there. @default "calendar" */
  readonly clock?: "calendar" | "case";
  /** Cases that are shown at most, 1 to 5,000; of more, so many are taken evenly. @default 2000 */
  readonly cases?: number;
  /** Seconds that all of the time takes at speed 1, 5 to 3,600. @default a median case takes 1.5 s, all of it 20 to 120 s */
  readonly seconds?: number;
  /** @default "Cases on the move" */
  readonly title?: string;
}

/** What the page is given. */
export interface AnimationData {
  readonly model: MapModel;
  readonly tokens: TokenData;
  readonly seconds: number;
  /** The tick that is shown at first. */
  readonly first: number;
}

const TOKEN_BYTES = 170_000;
const ROWS = 24;

/**
 * Shows cases as tokens that move along the arrows of the process map while time passes.
 *
 * A token leaves an activity when it ends and arrives at the next when that begins; while the activity lasts it waits at the
 * arrow's tip. In the page the animation is started, stopped, made faster or slower, and moved by the bar of time, which also
 * shows how many cases are under way. For those who ask for less motion it does not play: the bar stays. The still picture
 * shows the moment at which most cases are under way. The same log gives the same animation.
 *
 * @throws InputError if the log has no times.
 * @throws OptionError if a share lies outside 0 to 1, or `clock` or `seconds` are not known.
 * @example
 * ```ts
 * import { readLog, viewAnimation } from "tracebook";
 * viewAnimation(await readLog("data/order-to-cash.csv"), { clock: "case", cases: 500 });
 * ```
 */
export function viewAnimation(log: EventLog, options: AnimationOptions = {}): Figure {
  requireEventLog(log);
  requireTimes(log, "an animation");
  checkOptions(options);
  const { clock = "calendar", title = "Cases on the move" } = options;
  const mostCases = wholeNumber("cases", options.cases ?? 2000, 1, 5000);
  const graph = directlyFollows(log);
  const model = oneMap(mapModel(graph, {
    show: "frequency",
    measure: "median",
    ...(options.activities !== undefined && { activities: options.activities }),
    ...(options.paths !== undefined && { paths: options.paths }),
  }));
  const layout = unpackLayout(model.layouts[0]!);
  const arrows = new Set(layout.edges.map(({ id }) => id));
  const made = makeTokens(log, model, arrows, { clock, mostCases, bytes: TOKEN_BYTES });
  const tokens = placeTokens(made.data, layout);
  const busiest = busiestTick(made.data, tokens);
  const map = drawMap(model, layout, { show: "frequency", measure: "median", theme: light });
  const seconds = options.seconds ?? usualSeconds(log, made.data);
  const data: AnimationData = { model, tokens: made.data, seconds, first: busiest };
  const table = loadTable(made.data, tokens);
  const shown = made.data.cases.length;
  return figure({
    kind: "animation",
    behaviour: "animation",
    title,
    caption: [
      logCaption(log),
      shown < log.cases
        ? `${formatCount(shown)} of the cases are shown, taken evenly in the order in which they begin.`
        : `Each dot is a case.`,
      clock === "case" ? "All cases begin at once." : "",
      made.drawn < made.steps
        ? `${
          formatShare(made.drawn / made.steps)
        } of their steps go along the arrows drawn; on others a case is not seen.`
        : "",
      `Numbers are those of all cases. The still picture shows ${momentInWords(made.data, busiest)}, when ${
        countOf(tokens.at(busiest).underWay, "case")
      } shown ${tokens.at(busiest).underWay === 1 ? "is" : "are"} under way: the most.`,
    ].filter((words) => words !== "").join(" "),
    svg: markupText(withTokens(map.svg, drawTokens(tokens.at(busiest).path, light))),
    alt: `Process map with ${countOf(model.totalActivities, "activity", "activities")} and ${
      countOf(shown, "case")
    } as dots on its arrows.`,
    table,
    text: table.rows.map(([at, underWay]) =>
      `  ${momentInWords(made.data, tickOf(made.data, at as number))}: ${underWay} under way`
    )
      .join("\n"),
    data,
  });
}

function checkOptions({ activities, paths, clock, seconds }: AnimationOptions): void {
  for (const [name, share] of Object.entries({ activities, paths })) {
    if (share !== undefined && !(share >= 0 && share <= 1)) {
      throw new OptionError(`Expected ${name} to be a share from 0 to 1 but found ${share}.`);
    }
  }
  if (clock !== undefined && clock !== "calendar" && clock !== "case") {
    throw new OptionError(`Expected clock to be "calendar" or "case" but found ${JSON.stringify(clock)}.`);
  }
  if (seconds !== undefined && !(seconds >= 5 && seconds <= 3600)) {
    throw new OptionError(`Expected seconds to be a number from 5 to 3600 but found ${seconds}.`);
  }
}

/** The map at the position that it shows at first: the arrows stay while tokens move. */
function oneMap(model: MapModel): MapModel {
  const [level, position] = model.at;
  const { layout, ...rest } = model.levels[level]!.positions[position]!;
  return {
    ...model,
    levels: [{ ...model.levels[level]!, positions: [{ ...rest, layout: 0 }] }],
    layouts: [model.layouts[layout]!],
    at: [0, 0],
  };
}

/** The first of the ticks at which most cases are under way, as finely as a screen shows. */
function busiestTick({ ticks }: TokenData, tokens: Tokens): number {
  const load = tokens.load(800);
  return Math.round((load.indexOf(Math.max(...load)) + 0.5) / 800 * ticks);
}

function usualSeconds(log: EventLog, { tick, ticks }: TokenData): number {
  const typical = log.cases === 0 ? 0 : medianInPlace(Float64Array.from(caseDurations(log)));
  const whole = tick * ticks / 1000;
  return Math.round(Math.min(120, Math.max(20, typical > 0 ? 1.5 * whole / typical : 20)));
}

function loadTable(data: TokenData, tokens: Tokens): FigureTable {
  const load = tokens.load(ROWS);
  const calendar = data.since !== null;
  return {
    columns: [calendar ? "time" : "since the case began", "under way"],
    units: calendar
      ? { time: "date", "under way": "count" }
      : { "since the case began": "duration", "under way": "count" },
    bars: ["under way"],
    rows: Array.from(load, (underWay, p) => {
      const milliseconds = (p + 0.5) / ROWS * data.ticks * data.tick;
      return [calendar ? data.since! + milliseconds : milliseconds / 1000, underWay];
    }),
  };
}

function tickOf({ since, tick }: TokenData, at: number): number {
  return since === null ? at * 1000 / tick : (at - since) / tick;
}

function momentInWords({ since, tick }: TokenData, at: number): string {
  return since === null ? `${formatDuration(at * tick / 1000)} after their begin` : formatDate(since + at * tick);
}
