import { expect, test } from "vitest";
import { columnInWords, exampleInWords } from "../../../src/viz/kit/plain_words.ts";

test("names of measures become words, names of a log's columns stay", () => {
  expect(columnInWords("medianHandleSeconds")).toBe("median handle, seconds");
  expect(columnInWords("suppressed")).toBe("not shown");
  for (const own of ["team", "case:concept:name", "Cost centre", "order_no", "SAP"]) {
    expect(columnInWords(own)).toBe(own);
  }
});

test("the example of a finding keeps what was found, and leaves out the file and what to set where", () => {
  expect(
    exampleInWords(
      'a.csv: events are ordered by completion. Choose with orderBy: "start" or --order-by start',
      "a.csv",
    ),
  )
    .toBe("events are ordered by completion");
  expect(exampleInWords('a.csv, line 49: case "x" has one event', "a.csv")).toBe('line 49: case "x" has one event');
  expect(exampleInWords("address masked; privacyReport(log) says where", "a.csv")).toBe("address masked");
});
