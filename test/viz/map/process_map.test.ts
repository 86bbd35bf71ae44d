// @slow: draws every position of the sliders
import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { directlyFollows } from "../../../src/mining/directly_follows.ts";
import type { Dfg } from "../../../src/models/dfg.ts";
import { drawMap, labelSize, nodeBoxes } from "../../../src/viz/map/draw.ts";
import { meet, placeLabels } from "../../../src/viz/map/label_places.ts";
import { layOut } from "../../../src/viz/map/layout.ts";
import { layOutMap } from "../../../src/viz/map/map_layout.ts";
import { type MapEdge, type MapModel, measures } from "../../../src/viz/map/model.ts";
import { packLayout, unpackLayout } from "../../../src/viz/map/pack_layout.ts";
import { viewProcessMap } from "../../../src/viz/map/process_map.ts";
import { boldWidth, wrapText } from "../../../src/viz/kit/wrap_text.ts";
import { outputBytes } from "../../../src/viz/figure/figure_html.ts";
import { markupText } from "../../../src/viz/kit/markup.ts";
import { dark, light } from "../../../src/viz/kit/theme.ts";
import { logFromRows } from "../../../src/log/from_rows.ts";
import { randomLog, tinyLog } from "../../support/logs.ts";
import { longTailLog } from "../../support/long_tail.ts";
import { expectWellFormed, gallery } from "../golden.ts";

gallery("process map: a line", () => viewProcessMap(tinyLog("3× order pack ship pay")));
gallery("process map: a loop of two and a self-loop", () => viewProcessMap(tinyLog("4× a b a b b c", "2× a b c")));
gallery("process map: parallel", () => viewProcessMap(tinyLog("5× a b c d", "4× a c b d", "1× a d")));
gallery(
  "process map: names as in a permit process",
  () =>
    viewProcessMap(
      rename(directlyFollows(tinyLog("40× a b c d e", "12× a b f b c d e", "7× a c d", "5× a b c e d e")), [
        "Confirmation of receipt",
        "T02 Check confirmation of receipt",
        "T04 Determine confirmation of receipt",
        "T05 Print and send confirmation of receipt",
        "T06 Determine necessity of stop advice",
        "T03 Adjust confirmation of receipt",
      ]),
    ),
);
gallery("process map: very long names", () =>
  viewProcessMap(rename(directlyFollows(tinyLog("2× a b c", "1× a c")), [
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "A sentence that somebody typed into the field for the activity, and that goes on well past what any map can hold",
    "x",
  ])));
gallery(
  "process map: scripts of the world",
  () =>
    viewProcessMap(rename(directlyFollows(tinyLog("2× a b c d", "1× a c d")), [
      "استلام الطلب 12",
      "注文を確認する",
      "Проверка счёта № 5",
      "👩‍👩‍👧 familie é",
    ])),
);
gallery(
  "process map: durations",
  () => viewProcessMap(tinyLog("3× order pack ship pay", "1× order ship"), { show: "duration", measure: "mean" }),
);
gallery("process map: a log without cases", () => viewProcessMap(rename(directlyFollows(tinyLog("a")), [])));

/** The graph with other names; with none, a graph of nothing. */
function rename(dfg: Dfg, names: readonly string[]): Dfg {
  if (names.length > 0) return { ...dfg, activities: names };
  const none = new Float64Array();
  return {
    activities: [],
    events: none,
    cases: none,
    starts: none,
    ends: none,
    meanServiceSeconds: none,
    medianServiceSeconds: none,
    edges: [],
    totalCases: 0,
  };
}

const hostile = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "</script>",
  "]]>",
  "&lt;",
  "a\u0000b\ud800",
];

test("names stay text in picture, HTML, table and data", () => {
  const dfg = rename(directlyFollows(tinyLog("2× a b c d e f", "1× a c b")), hostile);
  const shown = viewProcessMap(dfg);
  expectWellFormed(shown.toSVG());
  expectWellFormed(shown.toHTML({ script: false }));
  const { body } = parseHTML(`<!doctype html><html><body>${shown.toHTML()}</body></html>`).document;
  expect(body.querySelectorAll("script").length).toBe(1);
  expect(body.querySelectorAll("img").length).toBe(1);
  expect(shown.toHTML().match(/<\/script/gi)!.length).toBe(1);
  const readable = hostile.map((name) => name.replace("\u0000", "\ufffd").replace("\ud800", "\ufffd"));
  const cells = [...body.querySelectorAll("td")].map((cell) => cell.textContent);
  for (const name of readable) expect(cells).toContain(name);
  const svg = parseHTML(`<!doctype html><html><body>${shown.toSVG()}</body></html>`).document.body;
  expect(svg.querySelectorAll("script, img, foreignObject").length).toBe(0);
  const titles = [...svg.querySelectorAll("[data-node] title")].map((title) => title.textContent!.split("\n")[0]);
  for (const name of readable) expect(titles).toContain(name);
});

test("every position of the sliders keeps each activity connected, and its picture draws", () => {
  for (let seed = 0; seed < 8; seed++) {
    const model = viewProcessMap(randomLog({ seed, cases: 60, activities: 3 + seed })).parts.data as MapModel;
    const n = model.nodes.length;
    let activitiesBefore = 0;
    for (const level of model.levels) {
      expect(level.activities).toBeGreaterThan(activitiesBefore);
      activitiesBefore = level.activities;
      let pathsBefore = 0;
      for (const { layout, paths } of level.positions) {
        expect(paths).toBeGreaterThan(pathsBefore);
        pathsBefore = paths;
        const { nodes, edges } = unpackLayout(model.layouts[layout]!);
        expect(nodes.length / 3).toBe(level.activities + 2);
        expect(edges.length).toBe(paths);
        const shown = edges.map(({ id }) => model.edges[id]!);
        const ids = nodes.filter((_, i) => i % 3 === 0).sort((a, b) => a - b);
        expect([...met(n, shown, "from", "to")].sort((a, b) => a - b)).toEqual(ids);
        expect([...met(n + 1, shown, "to", "from")].sort((a, b) => a - b)).toEqual(ids);
      }
    }
    expect(model.levels[model.at[0]]!.positions[model.at[1]]).toBeDefined();
  }
});

function met(root: number, edges: readonly MapEdge[], near: "from" | "to", far: "from" | "to"): Set<number> {
  const found = new Set([root]);
  for (const node of found) for (const edge of edges) if (edge[near] === node) found.add(edge[far]);
  return found;
}

test("labels never meet nodes, arrows or one another", () => {
  for (let seed = 0; seed < 8; seed++) {
    const model = viewProcessMap(randomLog({ seed, cases: 40, activities: 7 })).parts.data as MapModel;
    for (const row of model.layouts) {
      const layout = unpackLayout(row);
      const sizes = layout.edges.map(({ id }) => labelSize(String(model.edges[id]!.count * 1000)));
      const boxes = nodeBoxes(model, layout);
      const places = placeLabels(layout, sizes, boxes, sizes.map((_, i) => i));
      const labels = places.flatMap((place, i) =>
        place ? [{ x: place[0], y: place[1], width: sizes[i]![0], height: sizes[i]![1] }] : []
      );
      labels.forEach((label, i) => {
        expect([...boxes, ...labels.slice(0, i)].some((other) => meet(label, other))).toBe(false);
      });
    }
  }
});

test("nodes do not meet, and every line goes from its one activity to its other", () => {
  const model = viewProcessMap(randomLog({ seed: 5, cases: 80, activities: 12 })).parts.data as MapModel;
  for (const row of model.layouts) {
    const layout = unpackLayout(row);
    const boxes = nodeBoxes(model, layout);
    boxes.forEach((box, i) => expect(boxes.slice(0, i).some((other) => meet(box, other))).toBe(false));
    const near = (id: number, x: number, y: number) => {
      const box = boxes.find((box) => box.id === id)!;
      return Math.abs(x - box.x) <= box.width / 2 + 3 && Math.abs(y - box.y) <= box.height / 2 + 3;
    };
    for (const { id, points } of layout.edges) {
      const { from, to } = model.edges[id]!;
      expect(near(from, points[0]!, points[1]!)).toBe(true);
      expect(near(to, points.at(-2)!, points.at(-1)!)).toBe(true);
    }
  }
});

test("the same log gives the same output, whatever the order of its rows", () => {
  const rows = (order: (a: number) => number) =>
    Array.from({ length: 60 }, (_, i) => order(i)).map((i) => ({
      case: `c${i % 12}`,
      activity: "abcdefg"[(i * i + 3) % 7]!,
      time: new Date(Date.UTC(2026, 0, 1) + i * 60_000),
    }));
  const html = (order: (a: number) => number) => viewProcessMap(logFromRows(rows(order), { name: "log" })).toHTML();
  expect(html((i) => i)).toBe(html((i) => (i * 7) % 60));
});

test("a share of the activities and of the paths is what is shown at first", () => {
  const log = randomLog({ seed: 3, cases: 60, activities: 10 });
  const at = (options: { activities?: number; paths?: number }) => {
    const model = viewProcessMap(log, options).parts.data as MapModel;
    const level = model.levels[model.at[0]]!;
    return {
      activities: level.activities,
      paths: level.positions[model.at[1]]!.paths,
      most: level.positions.at(-1)!.paths,
    };
  };
  expect(at({ activities: 1 }).activities).toBe(10);
  expect(at({ activities: 0.15 }).activities).toBeLessThan(at({ activities: 0.8 }).activities);
  expect(at({ activities: 0.3, paths: 0 }).paths).toBeLessThan(at({ activities: 0.3, paths: 0.6 }).paths);
  expect(at({ activities: 0.3, paths: 1 }).paths).toBe(at({ activities: 0.3, paths: 1 }).most);
});

test("a map of many activities begins with most of them, each on its strongest way, and with sliders that move", () => {
  const log = longTailLog();
  const dfg = directlyFollows(log);
  const model = viewProcessMap(log).parts.data as MapModel;
  const n = model.nodes.length;
  const [level, position] = model.at;
  const { activities, events, positions } = model.levels[level]!;
  expect(model.totalActivities).toBe(70);
  expect(activities).toBeGreaterThanOrEqual(50);
  expect(events).toBeGreaterThan(0.95);
  expect(positions.length).toBeGreaterThan(1);
  expect(model.levels.length).toBeGreaterThan(1);
  const { nodes, edges } = unpackLayout(model.layouts[positions[position]!.layout]!);
  const shown = nodes.filter((id, i) => i % 3 === 0 && id < n);
  const drawn = edges.map(({ id }) => model.edges[id]!);
  for (const id of shown) {
    const { name } = model.nodes[id]!;
    for (const [near, far] of [["to", "from"], ["from", "to"]] as const) {
      const kept = drawn.filter((edge) => edge[near] === id && edge[far] !== id);
      expect(kept.length, `${name} ${near}`).toBeGreaterThan(0);
    }
  }
  // What is left out is never stronger than all that is kept: the strongest path of the log is there.
  const strongest = dfg.edges.reduce((best, edge) => edge.count > best.count ? edge : best);
  expect(
    drawn.some(({ from, to }) =>
      model.nodes[from]?.name === dfg.activities[strongest.from] &&
      model.nodes[to]?.name === dfg.activities[strongest.to]
    ),
  ).toBe(true);
});

test("rows too long for a page are broken, and nothing is lost or meets", () => {
  const nodes = [
    { id: 12, width: 74, height: 28 },
    ...Array.from({ length: 12 }, (_, id) => ({ id, width: 140, height: 44 })),
    { id: 13, width: 74, height: 28 },
  ];
  const edges = Array.from({ length: 24 }, (_, id) => (
    id < 12
      ? { id, from: 12, to: id, backwards: false, weight: 1 }
      : { id, from: id - 12, to: 13, backwards: false, weight: 1 }
  ));
  const wide = layOut(nodes, edges), narrow = layOutMap(nodes, edges, (id) => id === 4 ? 9 : 1);
  expect(wide.width).toBeGreaterThan(12 * 140);
  expect(narrow.width).toBeLessThan(0.75 * wide.width);
  expect(narrow.edges.map(({ id }) => id).sort((a, b) => a - b)).toEqual(edges.map(({ id }) => id));
  const boxes = nodes.map(({ id, width, height }) => {
    const at = narrow.nodes.findIndex((value, i) => i % 3 === 0 && value === id);
    return { x: narrow.nodes[at + 1]!, y: narrow.nodes[at + 2]!, width, height };
  });
  boxes.forEach((box, i) => expect(boxes.slice(0, i).some((other) => meet(box, other))).toBe(false));
});

test("names on a map have one ink, light and dark, whatever the map shows", () => {
  const model = viewProcessMap(randomLog({ seed: 4, cases: 50, activities: 8, intervals: true })).parts
    .data as MapModel;
  const layout = unpackLayout(model.layouts[model.levels[model.at[0]]!.positions[model.at[1]]!.layout]!);
  for (const show of ["frequency", "duration"] as const) {
    for (const theme of [light, dark]) {
      const svg = markupText(drawMap(model, layout, { show, measure: "median", theme }).svg);
      const inks = [...svg.matchAll(/<text text-anchor="middle" font-weight="600" fill="(#\w+)"/g)].map(([, ink]) =>
        ink
      );
      expect(inks.length).toBeGreaterThan(3);
      expect(new Set(inks).size).toBe(1);
    }
  }
});

test("options that are none say what was expected and found", () => {
  const log = tinyLog("a b");
  expect(() => viewProcessMap(log, { activities: 80 })).toThrow(
    "Expected activities to be a share from 0 to 1 but found 80.",
  );
  expect(() => viewProcessMap(log, { paths: NaN })).toThrow("Expected paths to be a share from 0 to 1 but found NaN.");
  expect(() => viewProcessMap(log, { show: "speed" as never })).toThrow(/Expected show .* but found "speed"/);
  expect(() => viewProcessMap(log, { measure: "p90" as never })).toThrow(/Expected measure .* but found "p90"/);
});

test("caption, table and words carry the numbers", () => {
  const shown = viewProcessMap(tinyLog("3× a b", "1× a"));
  expect(shown.parts.caption).toContain("tiny log: 4 cases, 7 events");
  expect(shown.parts.caption).toContain("all 2 activities (100 % of events) and all 4 paths (100 % of steps)");
  expect(shown.parts.table.rows).toEqual([
    ["(start)", "a", 4, 4, null, null, null, null],
    ["a", "b", 3, 3, 60, 60, 60, 60],
    ["b", "(end)", 3, 3, null, null, null, null],
    ["a", "(end)", 1, 1, null, null, null, null],
  ]);
  expect(String(shown)).toContain("a → b: 3, median 1 min");
  expect(shown.parts.alt).toContain("a (4), b (3)");
});

test("a graph of more than a thousand activities is cut, says so, and stays within an output's size", () => {
  const rows = Array.from({ length: 3000 }, (_, i) => ({
    case: `c${i % 97}`,
    activity: `activity number ${(i * i) % 1201}`,
    time: new Date(Date.UTC(2026, 0, 1) + i * 60_000),
  }));
  const shown = viewProcessMap(logFromRows(rows, { name: "wide" }));
  expect(shown.parts.caption).toContain("No more than about 100 activities");
  const html = shown.toHTML();
  expect(html).toContain("<script>");
  expect(html.length).toBeLessThan(outputBytes + 30_720);
});

test("all numbers can be drawn, light and dark", () => {
  const model = viewProcessMap(randomLog({ seed: 2, intervals: true })).parts.data as MapModel;
  const layout = unpackLayout(model.layouts[0]!);
  for (const show of ["frequency", "cases", "duration"] as const) {
    for (const measure of measures) {
      const svg = markupText(drawMap(model, layout, { show, measure, theme: dark }).svg);
      expectWellFormed(svg);
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    }
  }
});

test("layouts are packed without loss", () => {
  const layout = layOut(
    [{ id: 2, width: 60, height: 30 }, { id: 0, width: 100, height: 40 }, { id: 1, width: 100, height: 40 }],
    [
      { id: 0, from: 2, to: 0, backwards: false, weight: 1 },
      { id: 3, from: 0, to: 1, backwards: false, weight: 5 },
      { id: 1, from: 1, to: 0, backwards: true, weight: 1 },
      { id: 2, from: 0, to: 0, backwards: false, weight: 1 },
    ],
  );
  expect(layout.edges.map(({ id }) => id).sort()).toEqual([0, 1, 2, 3]);
  expect(unpackLayout(JSON.parse(JSON.stringify(packLayout(layout))))).toEqual(layout);
});

test("names are broken at spaces, within words only where a word is wider than the line, and end in … past the last", () => {
  expect(wrapText("Confirmation of receipt", 13, 120, 3)).toEqual(["Confirmation of", "receipt"]);
  for (const width of [40, 90, 168]) {
    for (
      const name of [
        "a",
        "Donaudampfschifffahrtsgesellschaft",
        "a b c d e f g h i j k l m n o p q r s t u v w x y z",
        "注文を確認する注文を確認する",
      ]
    ) {
      const lines = wrapText(name, 13, width, 3);
      expect(lines.length).toBeLessThanOrEqual(3);
      for (const line of lines) expect(boldWidth(line, 13)).toBeLessThanOrEqual(width);
      if (!lines.at(-1)!.endsWith("…")) expect(lines.join("").replaceAll(" ", "")).toBe(name.replaceAll(" ", ""));
    }
  }
});
