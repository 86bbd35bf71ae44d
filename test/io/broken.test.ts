// @slow: reads files of 200 MB
/** Broken and odd inputs, each with the exact error or findings that reading it gives. */
import { readdirSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { readCsvTable } from "../../src/io/csv/csv.ts";
import { readLog } from "../../src/log/events/read_log.ts";
import { bytesOf, rowsOf } from "./csv/csv_cases.ts";

const folder = new URL("./broken/", import.meta.url).pathname;

/** What reading a file as a user does comes to: cases and events and the findings, or the error. */
async function outcomeOf(path: string): Promise<string[]> {
  try {
    const log = await readLog(path);
    return [
      `${log.cases} cases, ${log.events} events`,
      ...log.source.findings.map(({ rule, count, example }) => `${rule} ${count}: ${example}`),
    ];
  } catch (error) {
    return [`${(error as Error).name}: ${(error as Error).message}`];
  }
}

const OUTCOMES: Record<string, readonly string[]> = {
  "ambiguous_dates.csv": [
    'InputError: ambiguous_dates.csv, line 2, column "timestamp": expected dates whose order of day and month can be ' +
    'told but found "01/02/2026 10:00", and no date in the column has a day above 12. Give --date-order dmy if the ' +
    "day comes first, --date-order mdy if the month does.",
  ],
  "binary.csv": [
    "InputError: binary.csv: expected text but found 126 NUL bytes in the first 400 bytes. Is it a binary file? " +
    "Export it as CSV in UTF-8.",
  ],
  "blank_lines.csv": ["InputError: blank_lines.csv: expected a header and rows but found only blank lines."],
  "case_named_NA.csv": [
    "2 cases, 3 events",
    'case with one event 1: case_named_NA.csv, line 4: case "null" has one event',
  ],
  "duplicate_columns.csv": [
    "1 cases, 2 events",
    'column renamed 2: duplicate_columns.csv: column 4 has the name "activity" of an earlier one and is called ' +
    '"activity (2)".',
  ],
  "empty.csv": ["InputError: empty.csv: expected a log but the file is empty."],
  "empty_activity.csv": [
    "1 cases, 2 events",
    'missing activity 2: empty_activity.csv, line 4, column "activity": no activity',
    'row left out 4: empty_activity.csv, line 4, column "activity": no activity, so the row is left out',
    'missing case 1: empty_activity.csv, line 6, column "case": no case',
    'missing time 1: empty_activity.csv, line 7, column "timestamp": no time',
  ],
  "exact_duplicates.csv": [
    "1 cases, 4 events",
    "exact duplicate 2: exact_duplicates.csv, line 4 equals line 2 in every column; both are kept",
    "event out of order 1: exact_duplicates.csv, line 4: 2025-01-01T10:00:00.000Z follows 2025-01-01T11:00:00.000Z " +
    'of the same case "1"; events are sorted by time',
  ],
  "formula_cells.csv": [
    "1 cases, 3 events",
    'formula cell 2: formula_cells.csv, line 3, column "activity": "=cmd|\' /C calc\'!A0" looks like a formula; it is ' +
    "kept as text.",
  ],
  "header_only.csv": [
    "InputError: header_only.csv: expected rows below the header but the file ends there.",
  ],
  "impossible_dates.csv": [
    "1 cases, 1 events",
    'unreadable time 2: impossible_dates.csv, line 3, column "timestamp": "2025-02-31 10:00Z" is no time; it is ' +
    "missing.",
    'missing time 2: impossible_dates.csv, line 3, column "timestamp": no time',
    'row left out 2: impossible_dates.csv, line 3, column "timestamp": no time, so the row is left out',
    'case with one event 1: impossible_dates.csv, line 2: case "1" has one event',
  ],
  "markup.csv": [
    "2 cases, 2 events",
    'case with one event 2: markup.csv, line 2: case "\\"><img onerror=alert(1) src=x>" has one event',
  ],
  "mixed_date_order.csv": [
    'InputError: mixed_date_order.csv, line 4, column "timestamp": expected a day-first date like 31/12/2025 10:00 (as ' +
    'in line 2) but found "12/31/2025 10:00". Give --date-order mdy if the file is month-first.',
  ],
  "mixed_line_ends.csv": ["1 cases, 3 events"],
  "no_case_column.csv": [
    "InputError: no_case_column.csv: expected columns of case, activity and timestamp but no name tells the case among " +
    '"region", "activity", "timestamp". Name them: --case COLUMN.',
  ],
  "no_header.csv": [
    "InputError: no_header.csv, line 1: expected a header with the names of the columns but found the value " +
    '"2025-01-01T10:00Z". Put a line of names on top.',
  ],
  "no_times.csv": [
    'InputError: no_times.csv, line 2, column "timestamp": expected times such as 2025-12-31 14:05:00 but found ' +
    '"yesterday", and nothing in the column is a time. Is it the right column? Give --timestamp COLUMN.',
  ],
  "no_zone.csv": [
    "1 cases, 2 events",
    'time zone assumed 2: no_zone.csv, line 2, column "timestamp": "2025-01-01 10:00" names no time zone; UTC is assumed.',
  ],
  "nul_in_a_cell.csv": [
    "1 cases, 7 events",
    'note 1: nul_in_a_cell.csv, line 2, column "resource": "a\\u0000nn" holds a NUL character; it is kept.',
    "exact duplicate 4: nul_in_a_cell.csv, line 5 equals line 3 in every column; both are kept",
    "event out of order 2: nul_in_a_cell.csv, line 5: 2025-01-01T10:00:00.000Z follows 2025-01-01T11:00:00.000Z of the " +
    'same case "1"; events are sorted by time',
  ],
  "one_column.csv": [
    "InputError: one_column.csv: expected columns of case, activity and timestamp but no name tells the case, activity " +
    'and timestamp among "just one thing in each line". Name them: --case COLUMN --activity COLUMN --timestamp COLUMN.',
  ],
  "out_of_order.csv": [
    "1 cases, 3 events",
    "event out of order 1: out_of_order.csv, line 3: 2025-01-01T10:00:00.000Z follows 2025-01-01T11:00:00.000Z of the " +
    'same case "1"; events are sorted by time',
  ],
  "placeholder_dates.csv": [
    "1 cases, 3 events",
    "impossible time 2: placeholder_dates.csv, line 2: 1970-01-01T00:00:00.000Z is before 1971 or after 2099; the event " +
    "is kept",
  ],
  "quote_closed_too_late.csv": [
    "InputError: quote_closed_too_late.csv, line 4, field 2: expected a delimiter or the end of the line after the " +
    'closing quote of "check,2025-01-01T11:00Z,bob\n1," (opened on line 3) but found "p". Double a quote ("") that is ' +
    "part of the text.",
  ],
  "short_and_long_rows.csv": [
    "4 cases, 7 events",
    "uneven row 3: short_and_long_rows.csv, line 4: expected 4 fields as in the header but found 2; the rest is missing.",
    "row left out 2: short_and_long_rows.csv, line 5: expected 4 fields as in the header but found 7; nothing says what " +
    '"what" (field 5) is.',
    'missing time 1: short_and_long_rows.csv, line 4, column "timestamp": no time',
    'case with one event 1: short_and_long_rows.csv, line 6: case "2" has one event',
  ],
  "similar_case_ids.csv": [
    "3 cases, 3 events",
    'case with one event 3: similar_case_ids.csv, line 2: case "A1" has one event',
    'similar case ids 2: similar_case_ids.csv: "A1" and "a1" differ only in case or spaces; they are kept as two cases',
  ],
  "spreadsheet_days.csv": [
    "1 cases, 2 events",
    'time zone assumed 2: spreadsheet_days.csv, line 2, column "timestamp": "45658.4166666667" names no time zone; UTC ' +
    "is assumed.",
    'note 1: spreadsheet_days.csv, column "timestamp": numbers are read as spreadsheet serial numbers.',
  ],
  "stray_text_after_quote.csv": [
    "InputError: stray_text_after_quote.csv, line 2, field 2: expected a delimiter or the end of the line after the " +
    'closing quote of "say " but found "h". Double a quote ("") that is part of the text.',
  ],
  "surrogate_and_controls.csv": ["1 cases, 2 events"],
  "unclosed_quote.csv": [
    "InputError: unclosed_quote.csv, line 3: expected a closing quote for the one opened on this line but the file ends " +
    'first. Close it, or double it ("") if it is part of the text.',
  ],
  "utf16_without_mark.csv": ["1 cases, 2 events"],
  "utf8_called_latin.csv": [
    "1 cases, 1 events",
    'case with one event 1: utf8_called_latin.csv, line 2: case "1" has one event',
  ],
  "utf8_cut_in_a_character.csv": [
    "1 cases, 2 events",
    "encoding 1: utf8_cut_in_a_character.csv, line 3: bytes that are no UTF-8 are read as \ufffd.",
  ],
  "web_page.csv": [
    "InputError: web_page.csv: expected a log but found a web page. Was it saved from a login or an error page?",
  ],
  "windows_1252.csv": [
    "1 cases, 2 events",
    "encoding 2: windows_1252.csv, line 3: the text is no UTF-8 and is read as windows-1252. Give the encoding if it is " +
    "another.",
  ],
  "wrong_delimiter.csv": [
    "InputError: wrong_delimiter.csv, line 2: expected 4 fields as in the header but found 1, and 3 of 3 rows differ " +
    'from it. The delimiter was taken to be ",": give another if it is wrong.',
  ],
  "zeros.csv": [
    "InputError: zeros.csv: expected text but found 4096 NUL bytes in the first 4096 bytes. Is it a binary file? Export " +
    "it as CSV in UTF-8.",
  ],
};

test.each(Object.entries(OUTCOMES))("%s", async (file, outcome) => {
  expect(await outcomeOf(folder + file)).toEqual(outcome);
});

test("every broken CSV has its outcome here", () => {
  const files = readdirSync(folder).filter((file) => file.endsWith(".csv"));
  expect(Object.keys(OUTCOMES)).toEqual(files.sort());
});

test("markup stays text, in cells and in the header", async () => {
  const { table } = await readCsvTable(`${folder}markup.csv`);
  expect(table.columns[3]!.name).toBe("</script><script>alert(1)</script>");
  expect(rowsOf(table)).toEqual([
    ['"><img onerror=alert(1) src=x>', "<script>alert(1)</script>", "2025-01-01T10:00Z", "x"],
    ["1", "<b>&amp;</b>", "2025-01-01T11:00Z", "</script>"],
  ]);
});

async function writeParts(name: string, parts: Iterable<string | Uint8Array>): Promise<string> {
  const path = `${await Deno.makeTempDir()}/${name}`;
  using file = await Deno.open(path, { write: true, create: true });
  for (const part of parts) {
    const bytes = typeof part === "string" ? bytesOf(part) : part;
    for (let done = 0; done < bytes.length;) done += await file.write(bytes.subarray(done));
  }
  return path;
}

async function removing<T>(path: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } finally {
    await Deno.remove(path.slice(0, path.lastIndexOf("/")), { recursive: true });
  }
}

const HEADER = "case,activity,timestamp\n";

test("a line of 200 MB is refused by its number", async () => {
  const megabyte = new Uint8Array(1 << 20).fill(0x78);
  const path = await writeParts("long_line.csv", [HEADER, "1,", ...Array.from({ length: 200 }, () => megabyte)]);
  expect(await removing(path, () => outcomeOf(path))).toEqual([
    "InputError: long_line.csv, line 2: expected a line of at most 64 MB but found a longer one. " +
    "Is it a CSV file with line breaks?",
  ]);
});

test("a quote that is never closed in 70 MB is refused by the line on which it opens", async () => {
  const lines = bytesOf("1,check,2025-01-01T11:00Z\n".repeat(40_000));
  const path = await writeParts("open_quote.csv", [
    HEADER,
    lines,
    '1,"check,2025-01-01T11:00Z\n',
    ...Array.from({ length: 70 }, () => lines),
  ]);
  expect(await removing(path, () => outcomeOf(path))).toEqual([
    "InputError: open_quote.csv, line 40002: expected a closing quote for the one opened on this line but found none " +
    'in the next 64 MB. Close it, or double it ("") if it is part of the text.',
  ]);
});

test("a cell of 10 MB is read", async () => {
  const long = "x".repeat(10 << 20);
  const { table } = await readCsvTable(bytesOf(`${HEADER}1,"${long}",2025-01-01\n`));
  expect(table.columns[1]!.dictionary[0]!.length).toBe(long.length);
});

test("10,000 columns are read", async () => {
  const header = HEADER.trimEnd() + Array.from({ length: 9_997 }, (_, c) => `,c${c}`).join("") + "\n";
  const row = (time: number) => `1,a,2025-01-01T10:0${time}Z${",7".repeat(9_997)}\n`;
  const path = await writeParts("wide.csv", [header, row(1), row(2)]);
  expect(await removing(path, () => outcomeOf(path))).toEqual(["1 cases, 2 events"]);
});

test("a gzipped file that was cut in half is refused", async () => {
  const text = HEADER + Array.from({ length: 5000 }, (_, i) => `${i},a,2025-01-01T10:00:${i % 60}Z\n`).join("");
  const zipped = gzipSync(text);
  const path = await writeParts("cut.csv.gz", [zipped.subarray(0, zipped.length >> 1)]);
  const [outcome] = await removing(path, () => outcomeOf(path));
  expect(outcome).toMatch(
    /^InputError: cut\.csv\.gz: expected gzipped data up to the end but they stop in the middle, after [\d,]+ unpacked bytes\. The file was cut off: copy it again\.$/,
  );
});

test("gzipped data that were damaged are refused", async () => {
  const zipped = new Uint8Array(gzipSync(HEADER + "1,a,2025-01-01\n".repeat(1000)));
  for (let i = 40; i < zipped.length; i += 3) zipped[i]! ^= 0xff;
  const path = await writeParts("damaged.csv.gz", [zipped]);
  const [outcome] = await removing(path, () => outcomeOf(path));
  expect(outcome).toMatch(/^InputError: damaged\.csv\.gz: expected gzipped data but found them damaged/);
});

test.each(["orders.xlsx", "orders.ods"])("a spreadsheet (%s) is refused with what to do", async (name) => {
  const path = await writeParts(name, ["PK\x03\x04\x14\0\x06\0\x08\0"]);
  expect(await removing(path, () => outcomeOf(path))).toEqual([
    `InputError: ${name}: expected a log but found a spreadsheet. Export its sheet as CSV (UTF-8).`,
  ]);
});
