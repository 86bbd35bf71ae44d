/** Small nets to draw. */
import { PetriNet } from "../../../src/models/petri_net.ts";

/** Order, then pack and bill in parallel, each of which can be left out or done again; then one of two ends. */
export function orderNet(): PetriNet {
  return new PetriNet({
    name: "orders",
    places: ["start", "p1", "p2", "p3", "p4", "p5", "end"].map((id) => ({ id, name: id })),
    transitions: [
      { id: "order", label: "order" },
      { id: "pack", label: "pack" },
      { id: "bill", label: "send the bill to the customer's head office" },
      { id: "skip", label: undefined },
      { id: "again", label: undefined },
      { id: "join", label: undefined },
      { id: "ship", label: "ship" },
      { id: "cancel", label: "cancel" },
    ],
    arcs: ([
      ["start", "order"],
      ["order", "p1"],
      ["order", "p2"],
      ["p1", "pack"],
      ["pack", "p3"],
      ["p2", "bill"],
      ["bill", "p4"],
      ["p2", "skip"],
      ["skip", "p4"],
      ["p3", "again"],
      ["again", "p1"],
      ["p3", "join"],
      ["p4", "join"],
      ["join", "p5", 2],
      ["p5", "ship", 2],
      ["p5", "cancel", 2],
      ["ship", "end"],
      ["cancel", "end"],
    ] as [string, string, number?][]).map(([source, target, weight = 1]) => ({ source, target, weight })),
    initial: new Map([["start", 1]]),
    final: new Map([["end", 1]]),
  });
}

/** Blocks of a choice between two long names and a silent step, one after the other. */
export function chainOf(transitions: number): PetriNet {
  const blocks = Math.ceil(transitions / 3);
  const steps = Array.from({ length: blocks }, (_, b) =>
    [0, 1, 2].map((k) => ({
      id: `t${b}_${k}`,
      label: k === 2 ? undefined : `T${b * 2 + k} Determine necessity of stop advice ${b}`,
      block: b,
    }))).flat();
  return new PetriNet({
    name: "chain",
    places: Array.from({ length: blocks + 1 }, (_, b) => ({ id: `p${b}`, name: `place ${b}` })),
    transitions: steps.map(({ id, label }) => ({ id, label })),
    arcs: steps.flatMap(({ id, block }) => [
      { source: `p${block}`, target: id },
      { source: id, target: `p${block + 1}` },
    ]),
    initial: new Map([["p0", 1]]),
    final: new Map([[`p${blocks}`, 1]]),
  });
}
