/** Tables for `text/plain`. */

/** Lines up columns of texts: numbers to the right, what `left` names to the left. Cells longer than `most` are cut. */
export function textTable(
  rows: readonly (readonly string[])[],
  { left = [0], most = 60 }: { left?: readonly number[]; most?: number } = {},
): string {
  const cells = rows.map((row) => row.map((cell) => cut(oneLine(cell), most)));
  const widths: number[] = [];
  for (const row of cells) row.forEach((cell, i) => widths[i] = Math.max(widths[i] ?? 0, length(cell)));
  return cells.map((row) =>
    row.map((cell, i) => {
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
