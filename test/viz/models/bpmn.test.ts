import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { directlyFollows } from "../../../src/mining/directly_follows.ts";
import { Bpmn, type BpmnKind, type BpmnLayout } from "../../../src/models/bpmn.ts";
import { ProcessTree } from "../../../src/models/process_tree.ts";
import { viewBpmn } from "../../../src/viz/models/bpmn.ts";
import { viewModel } from "../../../src/viz/models/model.ts";
import { tinyLog } from "../../support/logs.ts";
import { expectWellFormed, gallery } from "../golden.ts";
import { orderNet } from "./nets.ts";

const node = (id: string, kind: BpmnKind, name = id) => ({ id, kind, name });

function claims(name = "claims"): Bpmn {
  const ends: [string, string, string?][] = [
    ["start", "register"],
    ["register", "again?"],
    ["again?", "fork"],
    ["fork", "check the ticket"],
    ["fork", "examine"],
    ["check the ticket", "join"],
    ["examine", "join"],
    ["join", "decide"],
    ["decide", "again?", "unclear"],
    ["decide", "which"],
    ["which", "pay compensation"],
    ["which", "tell the customer why in a long letter"],
    ["pay compensation", "both"],
    ["tell the customer why in a long letter", "both"],
    ["both", "14 days"],
    ["14 days", "claim closed"],
  ];
  return new Bpmn({
    name,
    nodes: [
      node("start", "startEvent", ""),
      node("register", "task"),
      node("again?", "exclusiveGateway", ""),
      node("fork", "parallelGateway", ""),
      node("check the ticket", "task"),
      node("examine", "task"),
      node("join", "parallelGateway", ""),
      node("decide", "exclusiveGateway", "what is decided?"),
      node("which", "inclusiveGateway", ""),
      node("pay compensation", "task"),
      node("tell the customer why in a long letter", "task"),
      node("both", "inclusiveGateway", ""),
      node("14 days", "intermediateEvent"),
      node("claim closed", "endEvent"),
    ],
    flows: ends.map(([source, target, name = ""], i) => ({ id: `flow${i}`, source, target, name })),
  });
}

gallery("bpmn: every kind of node", () => viewBpmn(inLanes(claims())));

/** With a diagram of its own, so that the picture does not hang on how models are laid out: columns, bends half way. */
function inLanes(bpmn: Bpmn): Bpmn {
  const columns = [
    ["start"],
    ["register"],
    ["again?"],
    ["fork"],
    ["check the ticket", "examine"],
    ["join"],
    ["decide"],
    ["which"],
    ["pay compensation", "tell the customer why in a long letter"],
    ["both"],
    ["14 days"],
    ["claim closed"],
  ];
  const size = (id: string) => {
    const { kind } = bpmn.nodes.find((found) => found.id === id)!;
    return kind === "task" ? [100, 80] as const : kind.endsWith("Gateway") ? [50, 50] as const : [36, 36] as const;
  };
  const nodes = new Map(columns.flatMap((ids, column) =>
    ids.map((id, lane) => {
      const [width, height] = size(id);
      const y = 100 + (lane - (ids.length - 1) / 2) * 120;
      return [id, { x: 40 + column * 140 - width / 2, y: y - height / 2, width, height }] as const;
    })
  ));
  const flows = new Map(bpmn.flows.map(({ id, source, target }) => {
    const from = nodes.get(source)!, to = nodes.get(target)!;
    const y1 = from.y + from.height / 2, y2 = to.y + to.height / 2;
    if (to.x < from.x) {
      const bottom = 240, x1 = from.x + from.width / 2, x2 = to.x + to.width / 2;
      return [id, [{ x: x1, y: from.y + from.height }, { x: x1, y: bottom }, { x: x2, y: bottom }, {
        x: x2,
        y: to.y + to.height,
      }]];
    }
    const x1 = from.x + from.width, middle = (x1 + to.x) / 2;
    return [id, [{ x: x1, y: y1 }, { x: middle, y: y1 }, { x: middle, y: y2 }, { x: to.x, y: y2 }]];
  }));
  return new Bpmn({ ...bpmn, layout: { nodes, flows } });
}

const pay = {
  nodes: [node("s", "startEvent", ""), node("pay", "task"), node("e", "endEvent", "paid")],
  flows: [{ id: "f", source: "s", target: "pay" }, { id: "g", source: "pay", target: "e" }],
};
const diagram: BpmnLayout = {
  nodes: new Map([
    ["s", { x: 500, y: 400, width: 36, height: 36 }],
    ["pay", { x: 600, y: 500, width: 100, height: 80 }],
    ["e", { x: 760, y: 400, width: 36, height: 36 }],
  ]),
  flows: new Map([
    ["f", [{ x: 518, y: 436 }, { x: 518, y: 540 }, { x: 600, y: 540 }]],
    ["g", [{ x: 700, y: 540 }, { x: 778, y: 540 }, { x: 778, y: 436 }]],
  ]),
};

gallery("bpmn: as its own diagram draws it", () => viewBpmn(new Bpmn({ ...pay, layout: diagram })));

test("a process with a diagram keeps its places, and the caption says so", () => {
  const own = viewBpmn(new Bpmn({ ...pay, layout: diagram }));
  expect(own.parts.caption).toContain("Drawn as its diagram is.");
  expect(viewBpmn(new Bpmn(pay)).parts.caption).toBe(
    "1 task, 0 gateways, 2 events, 2 flows. × goes one way, + all ways, ○ one or more.",
  );
  const places = [...own.toSVG().matchAll(/data-node="\d" transform="translate\(([\d.]+) ([\d.]+)\)"/g)]
    .map((found) => [Number(found[1]), Number(found[2])]);
  expect(places[1]![0]! - places[0]![0]!).toBeCloseTo(650 - 518);
  expect(places[1]![1]! - places[0]![1]!).toBeCloseTo(540 - 418);
});

test("every node and flow is drawn, and nothing lies outside the picture", () => {
  const bpmn = claims();
  const { document } = parseHTML(`<!doctype html><html><body>${viewBpmn(bpmn).toSVG()}</body></html>`);
  expect(document.querySelectorAll("[data-node]").length).toBe(bpmn.nodes.length);
  expect(document.querySelectorAll("[data-edge]").length).toBe(bpmn.flows.length);
  const svg = document.querySelector("svg")!;
  for (const drawn of document.querySelectorAll("[data-node]")) {
    const [x, y] = /translate\(([-\d.]+) ([-\d.]+)\)/.exec(drawn.getAttribute("transform")!)!.slice(1).map(Number);
    expect(x!).toBeGreaterThan(0);
    expect(y!).toBeGreaterThan(0);
    expect(x!).toBeLessThan(Number(svg.getAttribute("width")));
    expect(y!).toBeLessThan(Number(svg.getAttribute("height")));
  }
});

test("names stay text", () => {
  const evil = "</script><img src=x onerror=alert(1)>";
  const figure = viewBpmn(
    new Bpmn({ name: evil, nodes: [node("a", "task", evil), node("b", "endEvent", evil)], flows: [] }),
  );
  expectWellFormed(figure.toSVG());
  expect(figure.toHTML().match(/<\/script/g)!.length).toBe(1);
});

test("viewModel shows each model as its own view does, and says what it cannot show", () => {
  expect(viewModel(claims()).parts.title).toBe("BPMN: claims");
  expect(viewModel(orderNet()).parts.title).toBe("Petri net: orders");
  expect(viewModel(ProcessTree.TAU).parts.title).toBe("Process tree");
  expect(viewModel(directlyFollows(tinyLog("a b"))).parts.kind).toBe("process-map");
  expect(viewModel(ProcessTree.leaf("a"), { title: "Mine" }).parts.title).toBe("Mine");
  expect(() => viewModel(Promise.resolve() as never)).toThrow(/Expected a process tree.*await it first/s);
});

test("colours of activities are those of the log's figures", () => {
  const log = tinyLog("3× rare common common common");
  const tree = ProcessTree.node("sequence", [ProcessTree.leaf("rare"), ProcessTree.leaf("common")]);
  expect(viewModel(tree, { log }).toSVG()).toMatch(/#44aa99.*common/);
});
