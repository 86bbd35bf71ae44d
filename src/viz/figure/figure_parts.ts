/** What a view puts together: one picture with its words and its numbers. */

/** The numbers behind a picture, for the `<details>` table. */
export interface FigureTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

export interface FigureParts {
  /** Kind of view, kebab-case; names the bundle in `runtime/` that makes it interactive (absent bundle: static only). */
  readonly kind: string;
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
  /** What the page's bundle gets to draw the interactive figure from; JSON. */
  readonly data?: unknown;
}
