import { expect, test } from "vitest";
import { Bpmn, type BpmnBounds, type BpmnLayout, type BpmnPoint } from "../../../src/models/bpmn.ts";
import { layOutBpmn } from "../../../src/models/layout/bpmn_layout.ts";
import type { ProcessTree } from "../../../src/models/process_tree.ts";
import { random } from "../../support/random.ts";
import { randomTree } from "../../support/trees.ts";
import { randomBpmn } from "../files/random_models.ts";
import { bpmnOf } from "./bpmn_of.ts";

const OPERATORS = ["sequence", "choice", "parallel", "inclusive", "loop"] as const;
const trees = Array.from(
  { length: 120 },
  (_, seed) => randomTree({ seed, activities: 14, operators: OPERATORS, tau: 0.3 }),
);
const processes = [
  ...trees.map(bpmnOf),
  ...Array.from({ length: 120 }, (_, seed) => withoutLayout(randomBpmn(seed))),
  ...Array.from({ length: 40 }, (_, seed) => tangle(seed)),
  // Large enough to be laid out with less searching.
  bpmnOf(randomTree({ seed: 5, activities: 400, operators: OPERATORS, tau: 0.3 })),
];
const layouts = new Map(processes.map((bpmn) => [bpmn, layOutBpmn(bpmn)]));

test("every node has its place, and none overlaps another", () => {
  for (const bpmn of processes) {
    const { nodes } = layouts.get(bpmn)!;
    const boxes = bpmn.nodes.map(({ id }) => nodes.get(id)!);
    for (const [i, a] of boxes.entries()) {
      expect(Object.values(a).every((value) => Number.isInteger(value) && value >= 0)).toBe(true);
      const near = boxes.slice(i + 1).filter((b) =>
        a.x + a.width + 10 > b.x && b.x + b.width + 10 > a.x && a.y + a.height + 10 > b.y && b.y + b.height + 10 > a.y
      );
      expect(near).toEqual([]);
    }
  }
});

test("flows run at right angles, from the border of their source to that of their target", () => {
  for (const bpmn of processes) {
    const layout = layouts.get(bpmn)!;
    for (const { id, source, target } of bpmn.flows) {
      const points = layout.flows.get(id)!;
      expect(points.length).toBeGreaterThanOrEqual(2);
      for (const [a, b] of segments(points)) expect((a.x === b.x) !== (a.y === b.y)).toBe(true);
      expect(sides(layout.nodes.get(source)!)).toContainEqual(points[0]);
      expect(sides(layout.nodes.get(target)!)).toContainEqual(points.at(-1));
    }
  }
});

test("no flow runs through a node", () => {
  for (const bpmn of processes) {
    const layout = layouts.get(bpmn)!;
    for (const { id } of bpmn.flows) {
      for (const [a, b] of segments(layout.flows.get(id)!)) {
        expect([...layout.nodes].filter(([, box]) => enters(a, b, box))).toEqual([]);
      }
    }
  }
});

test("flows that share no end do not run upon each other, in processes made of blocks", () => {
  for (const bpmn of processes.slice(0, 120)) {
    const layout = layouts.get(bpmn)!;
    expect(overlaps(bpmn, layout)).toEqual([]);
  }
});

test("only the flows that repeat a loop lead to the left; the same process gives the same layout", () => {
  for (const [i, bpmn] of processes.slice(0, 120).entries()) {
    const layout = layouts.get(bpmn)!;
    const x = (id: string) => layout.nodes.get(id)!.x;
    const left = bpmn.flows.filter(({ source, target }) => x(target) <= x(source));
    expect(left.length).toBe(redoParts(trees[i]!));
    expect(layOutBpmn(withoutLayout(bpmn))).toEqual(layout);
  }
});

test("a process without flows, and one without anything", () => {
  expect(layOutBpmn(new Bpmn({ nodes: [], flows: [] }))).toEqual({ nodes: new Map(), flows: new Map() });
  const lone = new Bpmn({ nodes: [{ id: "a", kind: "task", name: "a" }], flows: [] });
  expect(layOutBpmn(lone).nodes.get("a")).toMatchObject({ width: 100, height: 80 });
});

/** Nodes joined in any way: loops within loops, loops on a node, flows twice. */
function tangle(seed: number): Bpmn {
  const { below, pick } = random(seed);
  const nodes = Array.from({ length: 2 + below(12) }, (_, i) => ({
    id: `n${i}`,
    kind: pick(["task", "exclusiveGateway", "intermediateEvent"] as const),
    name: pick(["", "name"]),
  }));
  const flows = Array.from({ length: 3 + below(20) }, (_, i) => ({
    id: `f${i}`,
    source: pick(nodes).id,
    target: pick(nodes).id,
  }));
  return new Bpmn({ nodes, flows });
}

function redoParts({ operator, children }: ProcessTree): number {
  return children.reduce((sum, child) => sum + redoParts(child), operator === "loop" ? children.length - 1 : 0);
}

function withoutLayout({ nodes, flows }: Bpmn): Bpmn {
  return new Bpmn({ nodes, flows });
}

function segments(points: readonly BpmnPoint[]): [BpmnPoint, BpmnPoint][] {
  return points.slice(1).map((point, i) => [points[i]!, point]);
}

/** The middles of its four sides. */
function sides({ x, y, width, height }: BpmnBounds): BpmnPoint[] {
  return [
    { x, y: y + height / 2 },
    { x: x + width, y: y + height / 2 },
    { x: x + width / 2, y },
    { x: x + width / 2, y: y + height },
  ];
}

function enters(a: BpmnPoint, b: BpmnPoint, { x, y, width, height }: BpmnBounds): boolean {
  return Math.max(a.x, b.x) > x && Math.min(a.x, b.x) < x + width && Math.max(a.y, b.y) > y &&
    Math.min(a.y, b.y) < y + height;
}

function overlaps({ flows }: Bpmn, layout: BpmnLayout): string[] {
  const found: string[] = [];
  for (const [i, f] of flows.entries()) {
    for (const g of flows.slice(i + 1)) {
      if (f.source === g.source || f.target === g.target) continue;
      for (const [a, b] of segments(layout.flows.get(f.id)!)) {
        for (const [c, d] of segments(layout.flows.get(g.id)!)) {
          const upright = a.x === b.x && c.x === d.x && a.x === c.x && meet(a.y, b.y, c.y, d.y);
          const level = a.y === b.y && c.y === d.y && a.y === c.y && meet(a.x, b.x, c.x, d.x);
          if (upright || level) found.push(`${f.id} and ${g.id}`);
        }
      }
    }
  }
  return found;
}

function meet(a: number, b: number, c: number, d: number): boolean {
  return Math.max(a, b) > Math.min(c, d) && Math.max(c, d) > Math.min(a, b);
}
