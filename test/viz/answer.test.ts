import { expect, test } from "vitest";
import { viewAnswer } from "../../src/viz/answer.ts";
import { displaySymbol, type MimeBundle } from "../../src/viz/figure/display.ts";
import { logFromRows } from "../../src/log/from_rows.ts";

test("sentences of results, texts and logs are paragraphs; what they hold stays text", () => {
  const log = logFromRows([{ case: "1", activity: "<b>x</b>", time: new Date(0) }], { name: "orders.csv" });
  const shown = viewAnswer({ sentence: "34 % take *A*." }, "Second.", log);
  expect(String(shown)).toContain("34 % take *A*.\nSecond.\norders.csv: 1 cases, 1 events, 1 activities.");
  const { "text/markdown": markdown } = shown[displaySymbol]() as MimeBundle;
  expect(markdown).toContain("34 % take &#42;A&#42;.\n\nSecond.\n\norders.csv");
  expect(markdown).not.toContain("<b>");
});

test("what has no sentence is an error", () => {
  expect(() => viewAnswer({ cases: 3 } as never)).toThrow(/Expected results that say their answer/);
  expect(() => viewAnswer(undefined as never)).toThrow(/but found nothing/);
});
