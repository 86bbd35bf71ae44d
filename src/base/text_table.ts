/** Tables of aligned text: `text/plain` of figures and tables, answers and help of the command line. */

export interface TextTableOptions {
  /** Columns that are aligned to the left; all others are to the right. @default [0] */
  readonly left?: readonly number[];
  /** Longer cells are cut, in characters. @default 60 */
  readonly most?: number;
  /** Draw a line under the first row. @default false */
  readonly rule?: boolean;
  /** What stands before every line. @default "" */
  readonly indent?: string;
}

/** Lines up columns of texts. Line breaks in a cell become spaces. */
export function textTable(
  rows: readonly (readonly string[])[],
  { left = [0], most = 60, rule = false, indent = "" }: TextTableOptions = {},
): string {
  const cells = rows.map((row) => row.map((cell) => cut(oneLine(cell), most)));
  const widths: number[] = [];
  for (const row of cells) row.forEach((cell, i) => widths[i] = Math.max(widths[i] ?? 0, length(cell)));
  if (rule) cells.splice(1, 0, widths.map((width) => "─".repeat(width)));
  return cells.map((row) =>
    indent + row.map((cell, i) => {
      const space = " ".repeat(widths[i]! - length(cell));
      return left.includes(i) ? cell + space : space + cell;
    }).join("  ").trimEnd()
  ).join("\n");
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, " ");
}

function cut(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most ? text : characters.slice(0, most - 1).join("") + "…";
}

function length(text: string): number {
  return [...text].length;
}
