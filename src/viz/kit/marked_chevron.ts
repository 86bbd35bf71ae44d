/** Chevrons told apart by form, for those who cannot tell colours: filled, dashed where added, hatched where left out. */
import { type Markup, markup } from "./markup.ts";
import { mark, rounded } from "./svg.ts";

/** How far a chevron's point stands out, in pixels. */
export const NOTCH = 7;

export type ChevronForm = "filled" | "added" | "left out";

export interface ChevronBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Classes of the forms; `filled` only where it is more than its colour. */
export interface ChevronClasses {
  readonly filled?: string;
  readonly added: string;
  readonly leftOut: string;
  readonly hatch: string;
}

export function markedChevron(
  form: ChevronForm,
  { x, y, width, height }: ChevronBox,
  colour: string,
  classes: ChevronClasses,
): Markup[] {
  const inset = form === "filled" ? 0 : 0.8;
  const half = height / 2 - inset, top = y + inset;
  const d = `M${rounded(x + inset)},${rounded(top)}h${rounded(width - 2 * inset)}l${NOTCH},${rounded(half)}` +
    `l${-NOTCH},${rounded(half)}h${rounded(2 * inset - width)}l${NOTCH},${rounded(-half)}z`;
  if (form === "filled") {
    return [mark("path", { d, fill: colour, ...(classes.filled === undefined ? {} : { class: classes.filled }) })];
  }
  if (form === "added") return [mark("path", { d, class: classes.added })];
  const stroke = `l${NOTCH},${rounded(half)}l${-NOTCH},${rounded(half)}`;
  const further = `m6,${rounded(-2 * half)}${stroke}`.repeat(Math.max(0, Math.floor((width - 12) / 6)));
  return [
    mark("path", { d, class: classes.leftOut }),
    mark("path", { d: `M${rounded(x + 6)},${rounded(top)}${stroke}${further}`, class: classes.hatch }),
  ];
}

export interface ChevronWords {
  /** What stands before the name, as the form's sign. */
  readonly sign: string;
  readonly label: readonly string[];
  /** How often in a row. */
  readonly times: number;
  /** For the pointer; empty for none. */
  readonly title: string;
  /** Colour of the text, or its classes. */
  readonly text: { readonly fill: string } | { readonly class: string };
  /** Pixels from line to line. @default 10.5 */
  readonly lineHeight?: number;
}

/** A chevron with what is written on it. */
export function writtenChevron(
  { x, y, width, height }: ChevronBox,
  drawn: readonly Markup[],
  { sign, label, times, title, text, lineHeight = 10.5 }: ChevronWords,
): Markup {
  const lines = times > 1 ? [...label.slice(0, -1), `${label.at(-1)} ×${times}`] : [...label];
  lines[0] = sign + lines[0]!;
  const centre = x + (width + 2 * NOTCH) / 2, middle = y + height / 2;
  return mark(
    "g",
    {},
    ...(title === "" ? [] : [markup("title", {}, title)]),
    ...drawn,
    ...lines.map((line, i) =>
      mark("text", { x: centre, y: middle + lineHeight / 3 + (i - (lines.length - 1) / 2) * lineHeight, ...text }, line)
    ),
  );
}
