import { expect, test } from "vitest";
import { CHEVRON_MARGIN, CHEVRON_TEXT, layVariants } from "../../../src/viz/charts/variant_layout.ts";
import { textWidth } from "../../../src/base/text_width.ts";
import { shortNames } from "../../../src/viz/kit/short_names.ts";
import { twoLines } from "../../../src/viz/kit/fit_text.ts";
import { random } from "../../support/random.ts";

const words = ["Check", "credit", "of", "customer", "Create", "invoice", "a", "Determine necessity", "stop"];

/** Rows of chevrons of random names and lengths, for random widths. */
function* samples() {
  const { below: upTo } = random(5);
  for (let round = 0; round < 300; round++) {
    const names = Array.from(
      { length: 1 + upTo(12) },
      (_, i) => `${Array.from({ length: 1 + upTo(5) }, () => words[upTo(words.length)]).join(" ")} ${i}`,
    );
    const short = shortNames(names);
    const activities = names.map((name, i) => ({ name, short: short[i]! }));
    const rows = Array.from({ length: 1 + upTo(6) }, () => ({
      steps: Array.from({ length: 1 + upTo(25) }, () => [upTo(names.length), 1 + upTo(3) * upTo(2)] as const),
      more: upTo(3) === 0 ? 1 + upTo(40) : 0,
    }));
    yield { activities, rows, room: 280 + upTo(400) };
  }
}

const width = (lines: readonly string[]) => Math.max(...lines.map((line) => textWidth(line, CHEVRON_TEXT)));
const counted = (name: string, times: number) => times > 1 ? `${name}\u00a0×${times}` : name;

test("every label fits its chevron, every chevron its line, in order and without overlap", () => {
  const wrong: string[] = [];
  for (const { activities, rows, room } of samples()) {
    const { rows: laid } = layVariants(activities, rows, room);
    laid.forEach(({ chevrons, lines }, r) => {
      chevrons.forEach(({ x, line, width: own, label, whole }, s) => {
        const before = chevrons[s - 1];
        if (width(label) + 6 > own) wrong.push(`label "${label}" in ${own}`);
        if (x + own > room && chevrons.length > 1 && x > 0) wrong.push(`chevron beyond ${room}`);
        if (before && (line < before.line || (line === before.line && x < before.x + before.width))) {
          wrong.push(`chevron ${s} over the one before`);
        }
        const [activity, times] = rows[r]!.steps[s]!;
        const name = counted(activities[activity]!.name, times);
        const said = label.join("").replace(/\s/gu, "");
        if (
          whole && said !== name.replace(/\s/gu, "") &&
          said !== counted(activities[activity]!.short, times).replace(/\s/gu, "")
        ) {
          wrong.push(`"${label.join(" ")}" for ${name}`);
        }
        if (line >= lines) wrong.push(`line ${line} of ${lines}`);
      });
    });
  }
  expect(wrong).toEqual([]);
});

test("a row whose short names fit on a line stays on one, and one whose whole names fit has them", () => {
  let alone = 0, named = 0;
  const wrong: string[] = [];
  for (const { activities, rows, room } of samples()) {
    const { rows: laid } = layVariants(activities, rows, room);
    laid.forEach(({ lines, chevrons }, r) => {
      const { steps, more } = rows[r]!;
      if (more > 0) return;
      // Generous to the code: a chevron may be 40 pixels wide however little it says.
      const needs = (of: (activity: number) => readonly string[]) =>
        steps.reduce((sum, [a, times]) => {
          const [...label] = of(a);
          label.push(counted(label.pop()!, times));
          return sum + Math.max(40, Math.ceil(width(label)) + CHEVRON_MARGIN + 1);
        }, 8);
      if (needs((a) => [activities[a]!.short]) <= room) {
        alone++;
        if (lines > 1) wrong.push(`${steps.length} steps on ${lines} lines of ${room}`);
      }
      if (needs((a) => [activities[a]!.name]) <= room) {
        named++;
        const brief = chevrons.find(({ label }, s) =>
          !label.join(" ").startsWith(activities[steps[s]![0]]!.name.split(" ")[0]!)
        );
        if (brief) wrong.push(`"${brief.label}" though names fit`);
      }
    });
  }
  expect(wrong).toEqual([]);
  expect(alone).toBeGreaterThan(100);
  expect(named).toBeGreaterThan(30);
});

test("names stand on two lines where that is narrower", () => {
  const name = "Determine necessity of stop advice";
  const { rows, chevronHeight } = layVariants([{ name, short: "DNOS" }], [{ steps: [[0, 1]], more: 0 }], 400);
  expect(rows[0]!.chevrons[0]!.label).toEqual(twoLines(name, CHEVRON_TEXT));
  expect(chevronHeight).toBeGreaterThan(30);
});
