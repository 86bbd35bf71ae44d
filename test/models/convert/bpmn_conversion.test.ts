import { describe, expect, test } from "vitest";
import { InputError } from "../../../src/base/errors.ts";
import { Bpmn, type BpmnKind } from "../../../src/models/bpmn.ts";
import { checkSoundness } from "../../../src/models/check/soundness.ts";
import { bpmnToNet } from "../../../src/models/convert/bpmn_to_net.ts";
import { netToBpmn } from "../../../src/models/convert/net_to_bpmn.ts";
import { treeToBpmn } from "../../../src/models/convert/tree_to_bpmn.ts";
import { treeToNet } from "../../../src/models/convert/tree_to_net.ts";
import { parseProcessTree } from "../../../src/models/parse_tree.ts";
import { PetriNet } from "../../../src/models/petri_net.ts";
import { checkFreeChoice } from "../../../src/models/check/free_choice.ts";
import { checkWorkflowNet } from "../../../src/models/check/workflow_net.ts";
import { brokenNet, netLanguage, randomNet } from "../../support/nets.ts";
import { languageOf, randomTree, wildTree } from "../../support/trees.ts";

const KINDS: Record<string, BpmnKind> = {
  start: "startEvent",
  end: "endEvent",
  event: "intermediateEvent",
  xor: "exclusiveGateway",
  and: "parallelGateway",
  or: "inclusiveGateway",
};

/** Flows such as `start>a a>xor1`; nodes are called by their kind and a number, all others are tasks. */
function bpmnOf(flows: string): Bpmn {
  const pairs = flows.split(" ").map((flow) => flow.split(">") as [string, string]);
  return new Bpmn({
    nodes: [...new Set(pairs.flat())].map((id) => {
      const kind = KINDS[id.replace(/\d+$/, "")] ?? "task";
      return { id, kind, name: kind === "task" ? id : "" };
    }),
    flows: pairs.map(([source, target], i) => ({ id: `f${i}`, source, target })),
  });
}

describe("BPMN made of a process tree", () => {
  test("has the tree's language when it is read as a net, and the net is sound", () => {
    const operators = ["sequence", "choice", "parallel", "loop", "inclusive"] as const;
    for (let seed = 0; seed < 300; seed++) {
      const tree = randomTree({ seed, activities: 5, operators, tau: 0.4 });
      const net = bpmnToNet(treeToBpmn(tree));
      expect(netLanguage(net, 5), `${seed}: ${tree}`).toEqual(languageOf(tree, 5));
      expect(checkSoundness(net).isSound, `${seed}: ${tree}`).toBe(true);
    }
    for (let seed = 0; seed < 100; seed++) {
      const tree = wildTree(seed);
      expect(netLanguage(bpmnToNet(treeToBpmn(tree)), 3), `${seed}: ${tree}`).toEqual(languageOf(tree, 3));
    }
  });

  test("has no gateway that does nothing, and none that both joins and splits", () => {
    for (let seed = 0; seed < 200; seed++) {
      const { nodes, flows } = treeToBpmn(wildTree(seed));
      for (const { id, kind } of nodes) {
        const inputs = flows.filter(({ target }) => target === id).length;
        const outputs = flows.filter(({ source }) => source === id).length;
        if (kind.endsWith("Gateway")) expect([1, 1], `${seed} ${id}`).toContain(Math.min(inputs, outputs));
        if (kind.endsWith("Gateway")) expect(Math.max(inputs, outputs), `${seed} ${id}`).toBeGreaterThan(1);
        else expect([inputs, outputs]).toEqual([kind === "startEvent" ? 0 : 1, kind === "endEvent" ? 0 : 1]);
      }
    }
  });

  test("is drawn as one would by hand", () => {
    const { nodes, flows } = treeToBpmn(parseProcessTree("->( 'a', *( 'b', tau ), X( 'c', tau ) )"));
    expect(nodes.map(({ id }) => id)).toEqual(["start", "task1", "xor1", "task2", "xor2", "task3", "xor3", "end"]);
    expect(flows.map(({ source, target }) => `${source}>${target}`)).toEqual([
      "start>task1",
      "task1>xor1",
      "xor1>task2",
      "task2>xor2",
      "xor2>xor1",
      "xor2>task3",
      "xor2>xor3",
      "task3>xor3",
      "xor3>end",
    ]);
  });
});

describe("BPMN made of a net", () => {
  test("has the net's language, sound or not", () => {
    let converted = 0;
    const nets = [
      ...Array.from({ length: 2000 }, (_, seed) => randomNet(seed)),
      ...Array.from({ length: 300 }, (_, seed) => treeToNet(randomTree({ seed, activities: 5, tau: 0.4 }))),
      ...Array.from({ length: 300 }, (_, seed) => brokenNet(treeToNet(randomTree({ seed, tau: 0.4 })), seed)),
    ];
    for (const net of nets) {
      const { isWorkflowNet, source, sink } = checkWorkflowNet(net);
      const isStandard = isWorkflowNet && source === "source" && sink === "sink";
      if (!isStandard || !checkFreeChoice(net).isFreeChoice) {
        expect(() => netToBpmn(net)).toThrow(InputError);
        continue;
      }
      let expected: string[];
      try {
        expected = netLanguage(net, 4, 500);
      } catch {
        continue;
      }
      expect(netLanguage(bpmnToNet(netToBpmn(net)), 4), `${JSON.stringify(net)}`).toEqual(expected);
      converted++;
    }
    expect(converted).toBeGreaterThan(400);
  });

  test("is refused where the net is no workflow net, no free-choice net, or has weights", () => {
    const place = (id: string) => ({ id, name: id });
    const net = (arcs: string) =>
      new PetriNet({
        places: [...new Set(arcs.match(/\bp\d/g))].map(place),
        transitions: [...new Set(arcs.match(/\b[a-d]\b/g))].map((id) => ({ id, label: id })),
        arcs: arcs.split(" ").map((arc) => ({ source: arc.split(">")[0]!, target: arc.split(">")[1]! })),
      });
    expect(() => netToBpmn(net("p1>a a>p2 p3>b b>p2"))).toThrow('found 2: place "p1", place "p3"');
    expect(() => netToBpmn(net("p1>a a>p2 a>p3 p2>b p3>b p2>c b>p4 c>p4"))).toThrow(
      'transition "b" (b) and transition "c" (c) share place "p2"',
    );
    expect(() => netToBpmn(net("p1>a a>p2 a>p2 p2>b b>p3"))).toThrow(
      'the arc from transition "a" (a) to place "p2" moves more than one token',
    );
  });
});

describe("a net made of BPMN", () => {
  const language = (flows: string) => netLanguage(bpmnToNet(bpmnOf(flows)), 6);

  test("runs a task for each flow that comes in, and starts all flows that go out", () => {
    expect(language("start>xor1 xor1>a xor1>b a>c b>c c>d c>e d>and1 e>and1 and1>end")).toEqual(
      languageOf(parseProcessTree("->( X( 'a', 'b' ), 'c', +( 'd', 'e' ) )")),
    );
  });

  test("takes several start events as alternatives, and events as silent", () => {
    expect(language("start1>a start2>event1 event1>b a>xor1 b>xor1 xor1>end")).toEqual(["a", "b"]);
  });

  test("ends where the last of several end events is reached", () => {
    const branches = "start>and1 and1>a and1>b a>xor1 xor1>end1 xor1>c c>end2 b>end3";
    expect(language(branches)).toEqual(languageOf(parseProcessTree("+( ->( 'a', X( tau, 'c' ) ), 'b' )")));
    expect(checkSoundness(bpmnToNet(bpmnOf(branches))).isSound).toBe(true);
    expect(language("start>xor1 xor1>a xor1>b a>end1 b>end2")).toEqual(["a", "b"]);
  });

  test("lets an inclusive join wait for the branches that its split has started", () => {
    expect(language("start>or1 or1>a or1>b or1>c a>or2 b>or2 c>or2 or2>d d>end")).toEqual(
      languageOf(parseProcessTree("->( O( 'a', 'b', 'c' ), 'd' )")),
    );
    expect(language("start>or1 or1>a or1>or2 a>or2 or2>d d>end")).toEqual(["a d", "d"]);
    expect(language("start>and1 and1>a and1>b a>or2 b>or2 or2>d d>end")).toEqual(["a b d", "b a d"]);
    expect(language("start>xor1 xor1>a xor1>b a>or2 b>or2 or2>d d>end")).toEqual(["a d", "b d"]);
  });

  test("lets an inclusive join wait for what several splits may send", () => {
    const flows = "start>xor1 xor1>a xor1>b a>xor2 xor2>c xor2>or1 b>or1 c>or1 or1>end";
    expect(language(flows)).toEqual(["a", "a c", "b"]);
    const waiting = "start>and1 and1>a and1>b a>xor1 xor1>c xor1>or1 b>or1 c>or1 or1>d d>end";
    expect(language(waiting)).toEqual(["a b c d", "a b d", "a c b d", "b a c d", "b a d"]);
    expect(checkSoundness(bpmnToNet(bpmnOf(waiting))).isSound).toBe(true);
  });

  test("starts any branches of an inclusive split that something else joins", () => {
    expect(language("start>or1 or1>a or1>b a>and1 b>and1 and1>end")).toEqual(["a b", "b a"]);
    const many = [..."abcdefghi"].map((name) => `or1>${name} ${name}>xor1`).join(" ");
    expect(() => language(`start>or1 ${many} xor1>end`)).toThrow('the inclusive split "or1"');
  });

  test.each([
    ["start>or1 or1>a a>xor1 xor1>or1 xor1>end", '"or1"'],
    ["a>end start>end", 'an incoming flow at "a"'],
    ["start>a start>end", 'an outgoing flow at "a"'],
    ["a>end", "a start event"],
    ["start>a", "an end event"],
    ["start>a a>start a>end", 'no incoming flow at "start"'],
    ["start>a a>end end>a", 'no outgoing flow at "end"'],
  ])("is refused for %s", (flows, found) => {
    const converting = () => bpmnToNet(bpmnOf(flows));
    expect(converting).toThrow(InputError);
    expect(converting).toThrow(found);
  });
});
