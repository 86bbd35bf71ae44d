import { expect, test } from "vitest";
import { placeLabels } from "../../../src/viz/map/label_places.ts";
import { random } from "../../support/random.ts";

test("no label reaches beyond the picture, however wide it is and however near the rim its line runs", () => {
  const { below } = random(3);
  const margin = 16;
  for (let trial = 0; trial < 200; trial++) {
    const width = 120 + below(200), height = 200 + below(300);
    const edges = Array.from({ length: 1 + below(5) }, (_, id) => {
      const x = below(2) === 0 ? below(4) : width - below(4);
      return { id, points: [x, 10, x, height / 3, x, height / 2, x, height - 20, x, height - 12] };
    });
    const sizes = edges.map((): [number, number] => [20 + below(110), 16]);
    const places = placeLabels({ width, height, nodes: [], edges }, sizes, [], edges.map((_, i) => i), margin);
    expect(places.some((place) => place !== undefined)).toBe(true);
    places.forEach((place, i) => {
      if (!place) return;
      const [wide, high] = sizes[i]!;
      expect(place[0] - wide / 2).toBeGreaterThanOrEqual(-margin);
      expect(place[0] + wide / 2).toBeLessThanOrEqual(width + margin);
      expect(place[1] - high / 2).toBeGreaterThanOrEqual(-margin);
      expect(place[1] + high / 2).toBeLessThanOrEqual(height + margin);
    });
  }
});
