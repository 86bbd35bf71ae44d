import { expect, test } from "vitest";
import { tableCsv, tableTabs } from "../../../src/viz/page/table_text.ts";
import type { TableUnit } from "../../../src/viz/tables/units.ts";

const columns: { name: string; unit: TableUnit }[] = [
  { name: "name", unit: "text" },
  { name: "waitSeconds", unit: "duration" },
  { name: "at", unit: "date" },
];

test("CSV is quoted as RFC 4180 asks, with exact figures and times in ISO 8601", () => {
  const rows = [["a, b", 93_600.25, Date.UTC(2025, 0, 2, 3)], ['say "x"\nmore', NaN, null], [null, -5, NaN]];
  expect(tableCsv(columns, rows)).toBe(
    'name,waitSeconds,at\n"a, b",93600.25,2025-01-02T03:00:00.000Z\n"say ""x""\nmore",,\n,-5,\n',
  );
});

test.each(["=1+1", "+1", "-1+2", "@SUM(A1)", "\t=1", "\r=1"])(
  "%j is no formula any more, in a file or a clipboard (OWASP, CSV Injection)",
  (text) => {
    for (const written of [tableCsv([columns[0]!], [[text]]), tableTabs([columns[0]!], [[text]])]) {
      const cell = written.slice(written.indexOf("\n") + 1);
      expect(cell.replace(/^"/, "")).toMatch(/^'/);
    }
  },
);

test("figures below nothing stay figures, and a head may be a formula as well", () => {
  expect(tableCsv([{ name: "=cmd", unit: "number" }], [[-12.5]])).toBe("'=cmd\n-12.5\n");
});

test("the clipboard has one line a row and one tab between cells, whatever a cell holds", () => {
  expect(tableTabs(columns, [["a\tb\r\nc", 1, null]])).toBe("name\twaitSeconds\tat\na b c\t1\t\n");
});

test("a blank line is no row: an only cell without a value is a quoted one", () => {
  expect(tableCsv([columns[0]!], [[null], ["x"]])).toBe('name\n""\nx\n');
});
