import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { PetriNet } from "../../../src/models/petri_net.ts";
import { ProcessTree } from "../../../src/models/process_tree.ts";
import { outputBytes } from "../../../src/viz/figure/figure_html.ts";
import { Bpmn } from "../../../src/models/bpmn.ts";
import { viewBpmn } from "../../../src/viz/models/bpmn.ts";
import { viewPetriNet } from "../../../src/viz/models/petri_net.ts";
import { viewProcessTree } from "../../../src/viz/models/process_tree.ts";
import { randomTree } from "../../support/trees.ts";
import { expectWellFormed, gallery } from "../golden.ts";
import { chainOf, orderNet } from "./nets.ts";

const { leaf, node, TAU } = ProcessTree;

const claim = node("sequence", [
  leaf("register request"),
  node("loop", [
    node("parallel", [
      leaf("check ticket"),
      node("choice", [leaf("examine thoroughly"), leaf("examine casually"), TAU]),
    ]),
    leaf("reinitiate request"),
  ]),
  leaf("decide"),
  node("inclusive", [leaf("pay compensation"), leaf("reject request, and tell the customer why in a letter")]),
]);

gallery("process tree: every operator", () => viewProcessTree(claim));
gallery("process tree: one activity", () => viewProcessTree(leaf("a")));
gallery("petri net: choice, loop, silent steps and weights", () => viewPetriNet(orderNet()));
gallery("petri net: from top to bottom", () => viewPetriNet(orderNet(), { direction: "down" }));
gallery("petri net: no markings, many tokens, loose ends", () =>
  viewPetriNet(
    new PetriNet({
      name: "odd",
      places: ["p", "q", "r", "s"].map((id) => ({ id, name: "" })),
      transitions: [{ id: "t", label: "t" }, { id: "lone", label: undefined }],
      arcs: [{ source: "p", target: "t" }, { source: "t", target: "q", weight: 3 }],
      initial: new Map([["p", 3], ["r", 12]]),
      final: new Map([["q", 2]]),
    }),
  ));

test("every node and every line of a tree is drawn once, children from left to right", () => {
  for (let seed = 1; seed <= 40; seed++) {
    const tree = randomTree({ seed, activities: 20 });
    const svg = parsed(viewProcessTree(tree).toSVG());
    const nodes = [...svg.querySelectorAll("[data-node]")];
    const places = nodes.map((node) => {
      const [x, y] = /translate\(([-\d.]+) ([-\d.]+)\)/.exec(node.getAttribute("transform")!)!.slice(1).map(Number);
      return { x: x!, y: y! };
    });
    let next = 0, lines = 0;
    const visit = (part: ProcessTree): number => {
      const here = next++;
      const below = part.children.map(visit);
      lines += below.length;
      below.forEach((child, i) => {
        expect(places[child]!.y).toBeGreaterThan(places[here]!.y);
        if (i > 0) expect(places[child]!.x).toBeGreaterThan(places[below[i - 1]!]!.x);
      });
      return here;
    };
    visit(tree);
    expect(nodes.length).toBe(next);
    expect(svg.querySelectorAll("[data-edge]").length).toBe(lines);
  }
});

test("a net's picture has its places, transitions and arcs, and says what an arc weighs", () => {
  const svg = parsed(viewPetriNet(orderNet()).toSVG());
  const net = orderNet();
  expect(svg.querySelectorAll("[data-node]").length).toBe(net.places.length + net.transitions.length);
  expect(svg.querySelectorAll("[data-edge]").length).toBe(net.arcs.length);
  expect([...svg.querySelectorAll("text")].map((text) => text.textContent)).toContain("×2");
});

test("the same net gives the same bytes, in whatever order its arcs come", () => {
  const net = orderNet();
  const turned = new PetriNet({ ...net, arcs: net.arcs.toReversed() });
  expect(viewPetriNet(turned).toSVG()).toBe(viewPetriNet(net).toSVG());
});

test("large models stay within what an output may weigh, and interactive", () => {
  const figure = viewPetriNet(chainOf(240));
  const html = figure.toHTML();
  expect(html.length).toBeLessThan(outputBytes);
  expect(html).toContain("<script>");
});

test("names stay text", () => {
  const hostile = ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "]]></style><!--", "a\u0000b\ud800"];
  const tree = node("choice", hostile.map((name) => leaf(name)));
  const net = new PetriNet({
    name: hostile[0]!,
    places: hostile.map((name, i) => ({ id: `p${i}`, name })),
    transitions: hostile.map((label, i) => ({ id: `t${i}`, label })),
    arcs: hostile.map((_, i) => ({ source: `p${i}`, target: `t${i}` })),
  });
  for (const figure of [viewProcessTree(tree), viewPetriNet(net)]) {
    expectWellFormed(figure.toSVG());
    expect(figure.toSVG()).not.toMatch(/<(script|img|foreignObject)[\s>]/i);
    const body = parseHTML(`<!doctype html><html><body>${figure.toHTML()}</body></html>`).document.body;
    expect(body.querySelectorAll("script").length).toBe(1);
    expect(body.querySelectorAll("img").length).toBe(1);
  }
});

test("a net says what it lacks: markings that are not given, places without a name", () => {
  const net = new PetriNet({ places: [{ id: "p", name: "" }], transitions: [], arcs: [] });
  const figure = viewPetriNet(net);
  expect(figure.parts.caption).toContain("Initial marking: none given; final marking: none given.");
  expect(figure.toSVG()).toContain("Place p");
});

test("models of nothing have figures too", () => {
  const net = viewPetriNet(new PetriNet({ places: [], transitions: [], arcs: [] }));
  expectWellFormed(net.toSVG());
  expect(net.parts.alt).toContain("0 places");
  expectWellFormed(viewBpmn(new Bpmn({ nodes: [], flows: [] })).toSVG());
  expectWellFormed(viewProcessTree(TAU).toSVG());
});

test("a name with line ends stays one line of its card", () => {
  const figure = viewProcessTree(leaf("line one\nline\ttwo"));
  expect(figure.toSVG()).toContain("<title>line one line two</title>");
});

test("a direction that is none is an error that names it", () => {
  // @ts-expect-error: not a direction
  expect(() => viewPetriNet(orderNet(), { direction: "up" })).toThrow(/Expected direction to be "right" or "down"/);
});

function parsed(svg: string): Document {
  return parseHTML(`<!doctype html><html><body>${svg}</body></html>`).document;
}
