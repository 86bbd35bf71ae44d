/** Rows as CSV text: RFC 4180, quoted only where needed, LF line ends. */

export type Cell = string | number | undefined;

export function csvText(header: readonly string[], rows: Iterable<readonly Cell[]>): string {
  const lines = [header.join(",")];
  for (const row of rows) lines.push(row.map(quoted).join(","));
  return lines.join("\n") + "\n";
}

function quoted(cell: Cell): string {
  const text = `${cell ?? ""}`;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
