/** What a view puts together: one picture with its words and its numbers. */
import type { Behaviour } from "../page/bundles.ts";
import type { Cell, TableUnit } from "../tables/units.ts";

export type { Behaviour } from "../page/bundles.ts";

/** The numbers behind a picture, for the `<details>` table; or those of a figure that is a table. */
export interface FigureTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** Units of columns whose names do not tell them. */
  readonly units?: Readonly<Record<string, TableUnit>> | undefined;
  /** Names of the columns whose cells have bars. @default none */
  readonly bars?: readonly string[] | undefined;
  /** Whether heads say the names of columns in words or as code calls them. @default "words" */
  readonly heads?: "words" | "names" | undefined;
  /** How many rows there are, where `rows` holds only the first of them. */
  readonly total?: number | undefined;
  /** Rows on a page, and in the still form. */
  readonly pageRows?: number | undefined;
  /** What a row stands for, so that a reader can select its cases. @default nothing of that kind */
  readonly rowsAre?: RowsAre | undefined;
}

/**
 * Paths: the first two columns name their activities, `(start)` and `(end)` stand for a case's ends. Variants: the first
 * column is their rank. Activities, cases: the first column names them.
 */
export type RowsAre = "paths" | "variants" | "activities" | "cases";

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
