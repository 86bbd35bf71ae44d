import { contrast } from "../../support/contrast.ts";
import { expect, test } from "vitest";
import { categoricalColour, colours, inkOn, mixColours } from "../../../src/viz/kit/palette.ts";
import { dark, light } from "../../../src/viz/kit/theme.ts";

test("a name keeps the colour of its place in the list", () => {
  const names = Array.from({ length: 27 }, (_, i) => `activity ${i}`);
  const assigned = colours(names);
  expect(new Set(assigned.values()).size).toBe(27);
  expect([...assigned.keys()]).toEqual(names);
  expect(colours([...names, "activity 0"]).get("activity 0")).toBe(assigned.get("activity 0"));
  expect(colours(names.slice(0, 5)).get("activity 3")).toBe(assigned.get("activity 3"));
});

test("ink on any of the colours has a contrast of at least 4.5 to 1", () => {
  for (let rank = 0; rank < 27; rank++) {
    const colour = categoricalColour(rank);
    expect(contrast(colour, inkOn(colour)), colour).toBeGreaterThanOrEqual(4.5);
  }
});

test("one ink reads on every shade of a scale, light and dark, with a contrast of at least 4.5 to 1", () => {
  for (const { little, much, slowNode, slowNodeMuch, plain, onScale } of [light, dark]) {
    for (const [from, to] of [[little, much], [slowNode, slowNodeMuch], [plain, plain]] as const) {
      const least = Math.min(
        ...Array.from({ length: 101 }, (_, i) => contrast(mixColours(from, to, i / 100), onScale)),
      );
      expect(least, `${from} to ${to}`).toBeGreaterThanOrEqual(4.5);
    }
  }
});

test("colours mix channel by channel", () => {
  expect(mixColours("#000000", "#ffffff", 0.5)).toBe("#808080");
  expect(mixColours("#102030", "#ffffff", 0)).toBe("#102030");
});
