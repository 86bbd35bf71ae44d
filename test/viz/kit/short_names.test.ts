import { expect, test } from "vitest";
import { clipText, twoLines } from "../../../src/viz/kit/fit_text.ts";
import { shortNames } from "../../../src/viz/kit/short_names.ts";
import { textWidth } from "../../../src/base/text_width.ts";
import { random } from "../../support/random.ts";

test("codes that names begin with are kept, others become initials or first letters", () => {
  expect(shortNames(["T06 Determine necessity of stop advice", "Insert Fine Notification", "Payment", "decide"]))
    .toEqual(["T06", "IFN", "Paym", "decide"]);
});

test("no two names share a label", () => {
  const { below, pick } = random(11);
  const words = ["send", "Send", "set", "fine", "file", "T1", "T1:", "", "-", "é", "名前", "check", "chuck", "1"];
  for (let round = 0; round < 300; round++) {
    const names = [
      ...new Set(
        Array.from({ length: 2 + below(30) }, () => Array.from({ length: 1 + below(4) }, () => pick(words)).join(" ")),
      ),
    ];
    const labels = shortNames(names);
    expect(new Set(labels).size, JSON.stringify(names)).toBe(names.length);
    expect(labels.every((label) => label.length > 0)).toBe(true);
  }
});

test("clipped text fits, and is the text where that fits", () => {
  expect(clipText("short", 11, 100)).toBe("short");
  for (const width of [20, 40, 80, 160]) {
    const clipped = clipText("Confirmation of receipt by the municipality 👩‍👩‍👧 of the north", 11, width);
    expect(textWidth(clipped, 11)).toBeLessThanOrEqual(width);
    expect(clipped.endsWith("…")).toBe(true);
  }
});

test("two lines hold the same words", () => {
  expect(twoLines("examine thoroughly", 10)).toEqual(["examine", "thoroughly"]);
  expect(twoLines("Accepted+In Progress", 10)).toEqual(["Accepted+", "In Progress"]);
  expect(twoLines("decide", 10)).toEqual(["decide"]);
});
