/** What a view puts together: one picture with its words and its numbers. */
import type { Behaviour } from "../page/bundles.ts";

export type { Behaviour } from "../page/bundles.ts";

/** The numbers behind a picture, for the `<details>` table. */
export interface FigureTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

export interface FigureParts {
  /** Kind of view, kebab-case: `process-map`. Its `<figure>` has the class `tracebook-process-map`. */
  readonly kind: string;
  /** What the figure does in the page; one without a behaviour is the still picture alone. */
  readonly behaviour?: Behaviour | undefined;
  readonly title: string;
  /** What is shown, of how many cases, under which filter and which settings. */
  readonly caption: string;
  /** The static picture: a complete `<svg>` element as text. */
  readonly svg: string;
  /** What a person who cannot see the picture is told. */
  readonly alt: string;
  readonly table: FigureTable;
  /** The numbers in words, for `text/plain`. */
  readonly text: string;
  /** What the behaviour gets to draw the interactive figure from; JSON. */
  readonly data?: unknown;
}
