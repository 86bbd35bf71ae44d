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

test("a number in a name stays whole in its label, and no label has one that its name lacks", () => {
  expect(shortNames([1, 29, 19, 13, 12, 2, 16, 110].map((n) => `Step ${n}`)))
    .toEqual(["S1", "S29", "S19", "S13", "S12", "S2", "S16", "S110"]);
  expect(shortNames(["Check invoice 2024", "activity_07", "Level 3 to 4", "Activity13"]))
    .toEqual(["CI2024", "A07", "L3T4", "A13"]);
  const { below, pick } = random(23);
  const words = ["Step", "Stop", "step", "Activity", "check", "level", "order"];
  const wrong: string[] = [];
  for (let round = 0; round < 200; round++) {
    const names = [
      ...new Set(
        Array.from(
          { length: 2 + below(40) },
          () =>
            [pick(words), ...(below(3) > 0 ? [String(below(130))] : []), ...(below(3) === 0 ? [pick(words)] : [])].join(
              pick([" ", " ", "_"]),
            ),
        ),
      ),
    ];
    const labels = shortNames(names);
    const digits = (text: string) => (text.match(/\d+/g) ?? []).join();
    names.forEach((name, i) => digits(name) === digits(labels[i]!) || wrong.push(`${name}: ${labels[i]}`));
    if (new Set(labels).size < names.length) wrong.push(`${names}: ${labels}`);
  }
  expect(wrong).toEqual([]);
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
