/** Maps of parts of one log: places by hand-made logs and random ones, never from the code's own layout. */
import { expect, test } from "vitest";
import { filterCasesWith } from "../../../src/log/mod.ts";
import { directlyFollows } from "../../../src/mining/mod.ts";
import { mapSize, nodeBoxes } from "../../../src/viz/map/draw.ts";
import { unpackLayout } from "../../../src/viz/map/pack_layout.ts";
import { type SteadyMap, steadyMaps } from "../../../src/viz/map/steady_map.ts";
import { randomLog, tinyLog } from "../../support/logs.ts";

const all = { activities: 1, paths: 1 };

/** Where each activity stands, by name. */
function places({ model }: SteadyMap): Map<string, readonly [number, number]> {
  const boxes = nodeBoxes(model, unpackLayout(model.layouts[0]!));
  return new Map(boxes.map(({ id, x, y }) => [model.nodes[id]?.name ?? `end ${id - model.nodes.length}`, [x, y]]));
}

test("activities, start and end keep their places while a selection is narrowed", () => {
  for (let seed = 0; seed < 12; seed++) {
    const log = randomLog({ seed, cases: 40 });
    const whole = directlyFollows(log);
    const draw = steadyMaps(whole);
    const first = draw(whole, all);
    let kept = 0;
    for (const activity of log.activities) {
      const part = directlyFollows(filterCasesWith(log, activity));
      const map = draw(part, all);
      expect(map.model.nodes.map(({ name }) => name).sort()).toEqual([...part.activities].sort());
      if (!map.kept) continue;
      kept++;
      const before = places(first);
      for (const [name, place] of places(map)) expect(place, `${seed} ${name}`).toEqual(before.get(name));
      expect(mapSize(unpackLayout(map.model.layouts[0]!))).toEqual(mapSize(unpackLayout(first.model.layouts[0]!)));
    }
    // All that a part has was in the whole: it keeps its places unless most of the map is gone.
    expect(kept, String(seed)).toBeGreaterThan(0);
  }
});

test("back to the whole log the first places are there again", () => {
  const log = tinyLog("a b c d", "a c b d", "a d", "a b d");
  const whole = directlyFollows(log);
  const draw = steadyMaps(whole);
  const first = draw(whole, all);
  draw(directlyFollows(filterCasesWith(log, "c")), all);
  const again = draw(whole, all);
  expect(again.kept).toBe(true);
  expect(places(again)).toEqual(places(first));
});

test("numbers are those of the part, not of the picture that lent its places", () => {
  const log = tinyLog("a b c", "a b c", "a c");
  const draw = steadyMaps(directlyFollows(log));
  draw(directlyFollows(log), all);
  const { model, kept } = draw(directlyFollows(filterCasesWith(log, "b")), all);
  expect(kept).toBe(true);
  expect(model.totalCases).toBe(2);
  const name = (id: number) => model.nodes[id]?.name ?? "end";
  const counts = model.edges.map(({ from, to, count }) => `${name(from)}→${name(to)} ${count}`).sort();
  expect(counts).toEqual(["a→b 2", "b→c 2", "c→end 2", "end→a 2"]);
});

test("a map of which most is gone, or that has a new arrow, is laid out anew, and says so", () => {
  const log = tinyLog("a b c d e f g h", "a h");
  const whole = directlyFollows(log);
  const draw = steadyMaps(whole);
  draw(whole, all);
  expect(draw(directlyFollows(filterCasesWith(log, "b", { drop: true })), all).kept).toBe(false);
  const first = steadyMaps(directlyFollows(tinyLog("a b c")));
  first(directlyFollows(tinyLog("a b c")), all);
  expect(first(directlyFollows(tinyLog("a c b")), all).kept).toBe(false);
});

test("what was laid out anew keeps the order in which activities flow in the whole log", () => {
  const whole = directlyFollows(tinyLog("a b c d", "a b c d", "d a"));
  const draw = steadyMaps(whole);
  const found = places(draw(directlyFollows(tinyLog("d a")), all));
  expect(found.get("a")![1]).toBeLessThan(found.get("d")![1]);
});

test("an empty selection is a map of nothing", () => {
  const log = tinyLog("a b");
  const draw = steadyMaps(directlyFollows(log));
  const empty = directlyFollows(filterCasesWith(log, "a", { drop: true }));
  expect(draw(empty, {}).model.nodes).toEqual([]);
});
