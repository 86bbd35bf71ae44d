/** What a process map is drawn from, in the kernel and in the page: JSON. */

export type MapShow = "frequency" | "cases" | "duration";
export type MapMeasure = "mean" | "median" | "total" | "min" | "max";

export const measures: readonly MapMeasure[] = ["median", "mean", "total", "min", "max"];

/** What the numbers of a map say. */
export function numbersInWords(show: MapShow, measure: MapMeasure): string {
  if (show === "frequency") return "Numbers say how often; stronger colours and wider lines mean more often.";
  if (show === "cases") return "Numbers say in how many cases; stronger colours and wider lines mean more.";
  return `Numbers are ${measureWords[measure]} to the next; stronger colours and wider lines mean longer.`;
}

const measureWords: Record<MapMeasure, string> = {
  median: "median times",
  mean: "mean times",
  total: "times in total",
  min: "shortest times",
  max: "longest times",
};

/** Numbers of an activity. Seconds are null where no start is known. */
export interface MapNode {
  readonly name: string;
  /** The name, broken into lines. */
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
  readonly events: number;
  readonly cases: number;
  /** Cases that start, and that end, with it. */
  readonly starts: number;
  readonly ends: number;
  readonly mean: number | null;
  readonly median: number | null;
}

/** Numbers of an edge; from the start and to the end there are no times. */
export interface MapEdge {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly cases: number;
  readonly seconds?: Readonly<Record<MapMeasure, number>>;
}

/** One position of the two sliders. */
export interface MapPosition {
  /** Index into `layouts`. */
  readonly layout: number;
  readonly paths: number;
  /** Share of all steps that the paths shown cover. */
  readonly steps: number;
}

/** One position of the activities slider. */
export interface MapLevel {
  readonly activities: number;
  /** Share of all events that the activities shown cover. */
  readonly events: number;
  /** From few paths to many. */
  readonly positions: readonly MapPosition[];
}

export interface MapModel {
  readonly totalCases: number;
  readonly totalActivities: number;
  readonly totalPaths: number;
  /** Activities that some position shows; the start stands at `nodes.length`, the end after it. */
  readonly nodes: readonly MapNode[];
  /** Edges that some position shows. */
  readonly edges: readonly MapEdge[];
  /** From few activities to many. */
  readonly levels: readonly MapLevel[];
  readonly layouts: readonly PackedLayout[];
  /** The position shown at first: level, and position in it. */
  readonly at: readonly [number, number];
  readonly show: MapShow;
  readonly measure: MapMeasure;
  /** The part of the caption that holds only until somebody moves a slider. */
  readonly shownInWords: string;
}

/** Numbers of a layout in one row, small to write: see `pack_layout.ts`. */
export type PackedLayout = readonly number[];

/** Size of the start's and the end's symbol. */
export const endWidth = 74;
export const endHeight = 28;
