import { describe, expect, test } from "vitest";
import { InputError } from "../../../src/base/errors.ts";
import { readLog } from "../../../src/log/events/read_log.ts";
import { directlyFollows } from "../../../src/mining/directly_follows.ts";
import { discoverFootprints } from "../../../src/mining/discovery/footprints.ts";
import { footprintsOf } from "../../../src/models/footprints_of_model.ts";
import { traceVariants } from "../../../src/mining/variants.ts";
import { Footprints, footprintsFromJson } from "../../../src/models/footprints.ts";
import { type Arc, PetriNet, type Place, type Transition } from "../../../src/models/petri_net.ts";
import { ProcessTree } from "../../../src/models/process_tree.ts";
import { randomLog, tinyLog } from "../../support/logs.ts";
import { random } from "../../support/random.ts";
import { reference, REFERENCE_FILES } from "../../support/reference.ts";
import { lacksSharedLogs, sharedLog } from "../../support/shared.ts";
import { languageOf, randomTree } from "../../support/trees.ts";

describe.skipIf(lacksSharedLogs).each(Object.entries(REFERENCE_FILES))("%s", (name, [file]) => {
  test("equal the reference, from the log, its variants and its directly-follows graph", async () => {
    const log = await readLog(sharedLog(`process/${file}`));
    for (const question of ["footprints", "footprints_dfg"]) {
      const told = await reference<Record<string, string[]> & Record<"sequence" | "parallel", [string, string][]>>(
        name,
        question,
      );
      for (const from of [log, traceVariants(log), directlyFollows(log)]) {
        const ours = discoverFootprints(from);
        const pairs = ours.follows();
        expect(ours.activities).toEqual(told["activities"]);
        expect(pairs.filter(([a, b]) => ours.relation(a, b) === "→")).toEqual(told.sequence);
        expect(pairs.filter(([a, b]) => ours.relation(a, b) === "∥")).toEqual(told.parallel);
        if (question === "footprints_dfg") continue; // There starts and ends are guessed from the graph alone.
        expect(ours.starts).toEqual(told["start_activities"]);
        expect(ours.ends).toEqual(told["end_activities"]);
      }
    }
  });
});

function expectSame(found: Footprints, expected: Footprints, what: unknown = ""): void {
  expect(found.toJSON(), String(what)).toEqual(expected.toJSON());
}

/** What the words themselves show. */
function footprintsOfWords(words: readonly string[]): Footprints {
  const split = words.map((word) => word === "" ? [] : word.split(" "));
  return new Footprints({
    activities: split.flat(),
    follows: split.flatMap((word) => word.slice(1).map((to, i) => [word[i]!, to] as const)),
    starts: split.flatMap((word) => word.slice(0, 1)),
    ends: split.flatMap((word) => word.slice(-1)),
  });
}

const trees = Array.from({ length: 150 }, (_, i) =>
  randomTree({
    seed: i + 1,
    activities: 4,
    tau: 0.4,
    ...(i % 3 === 0 ? { operators: ["sequence", "choice", "parallel", "loop", "inclusive"] as const } : {}),
  }));

test("of a tree are those of all its words", () => {
  for (const tree of trees) expectSame(footprintsOf(tree), footprintsOfWords(languageOf(tree, 10)), tree);
});

test("of a net are those of the tree it was made from", () => {
  for (const tree of trees) expectSame(footprintsOf(netOf(tree)), footprintsOf(tree), tree);
});

test("a net's steps that lead to no end do not count", () => {
  const net = new PetriNet({
    places: ["in", "p", "trap", "out"].map((id) => ({ id, name: id })),
    transitions: ["a", "b", "c", "d"].map((id) => ({ id, label: id })),
    arcs: [["in", "a"], ["a", "p"], ["p", "b"], ["b", "out"], ["p", "c"], ["c", "trap"], ["trap", "d"], ["d", "trap"]]
      .map(([source, target]) => ({ source: source!, target: target! })),
    initial: new Map([["in", 1]]),
    final: new Map([["out", 1]]),
  });
  expectSame(footprintsOf(net), footprintsOfWords(["a b"]));
  expect(() => footprintsOf(new PetriNet({ ...net, final: new Map([["p", 2]]) }))).toThrow("but found none among its");
  expect(() => footprintsOf(new PetriNet({ ...net, final: new Map() }))).toThrow("no final marking");
  const unbounded = new PetriNet({
    places: net.places,
    transitions: net.transitions,
    arcs: [...net.arcs, { source: "d", target: "p" }],
    initial: net.initial,
    final: net.final,
  });
  expect(() => footprintsOf(unbounded)).toThrow("ever more tokens");
  const wide = ProcessTree.node("parallel", [..."abcdefgh"].map((name) => ProcessTree.leaf(name)));
  expect(() => footprintsOf(netOf(wide), { maxStates: 100 })).toThrow("at most 100 markings but found more");
  expectSame(footprintsOf(netOf(wide)), footprintsOf(wide));
});

test("an activity twice in a tree is one activity", () => {
  const leaf = ProcessTree.leaf;
  const tree = ProcessTree.node("sequence", [leaf("a"), leaf("b"), leaf("a")]);
  expect(footprintsOf(tree).relation("a", "b")).toBe("∥");
  expectSame(footprintsOf(netOf(tree)), footprintsOf(tree));
});

test("a matrix is shown with numbers, survives JSON and knows its names", () => {
  const footprints = discoverFootprints(tinyLog("a b c", "a c b", "a d"));
  expect(String(footprints)).toBe(
    [
      "Footprints of 4 activities; starts: a; ends: b, c, d",
      "     1 2 3 4",
      "1 a  # → → →",
      "2 b  ← # ∥ #",
      "3 c  ← ∥ # #",
      "4 d  ← # # #",
    ].join("\n"),
  );
  expectSame(footprintsFromJson(JSON.stringify(footprints)), footprints);
  expect(() => footprints.relation("a", "dd")).toThrow('but found "dd". Did you mean "d"');
  expect(() => footprintsFromJson({ activities: ["a"], follows: [["a", "b"]] })).toThrow(InputError);
  expect(() => footprintsFromJson({ activities: "a" })).toThrow("array of names");
  expect(() => discoverFootprints({ activities: [], sequences: [], counts: new Float64Array() })).toThrow("one case");
});

test("variants in any order have the same footprints", () => {
  const traces = traceVariants(randomLog({ seed: 3 }));
  const sequences = random(1).shuffled(traces.sequences);
  expectSame(discoverFootprints({ ...traces, sequences }), discoverFootprints(traces));
});

/** A net by the textbook's translation, with silent steps around every operator: deliberately clumsy. */
function netOf(tree: ProcessTree): PetriNet {
  const places: Place[] = [], transitions: Transition[] = [], arcs: Omit<Arc, "weight">[] = [];
  const place = () => {
    const id = `p${places.length}`;
    places.push({ id, name: id });
    return id;
  };
  const step = (from: readonly string[], to: readonly string[], label?: string) => {
    const id = `t${transitions.length}`;
    transitions.push({ id, label });
    arcs.push(...from.map((source) => ({ source, target: id })), ...to.map((target) => ({ source: id, target })));
  };
  const build = (node: ProcessTree, from: string, to: string): void => {
    switch (node.operator) {
      case undefined:
        return step([from], [to], node.activity);
      case "choice":
        return node.children.forEach((child) => build(child, from, to));
      case "sequence": {
        const between = node.children.slice(1).map(place);
        return node.children.forEach((child, i) => build(child, between[i - 1] ?? from, between[i] ?? to));
      }
      case "loop": {
        const [body, ...redo] = node.children;
        const begin = place(), end = place();
        step([from], [begin]);
        build(body!, begin, end);
        redo.forEach((child) => build(child, end, begin));
        return step([end], [to]);
      }
      case "parallel": {
        const begins = node.children.map(place), ends = node.children.map(place);
        step([from], begins);
        node.children.forEach((child, i) => build(child, begins[i]!, ends[i]!));
        return step(ends, [to]);
      }
      case "inclusive": {
        for (let chosen = 1; chosen < 1 << node.children.length; chosen++) {
          const some = node.children.filter((_, i) => chosen & (1 << i));
          const begins = some.map(place), ends = some.map(place);
          step([from], begins);
          some.forEach((child, i) => build(child, begins[i]!, ends[i]!));
          step(ends, [to]);
        }
      }
    }
  };
  const from = place(), to = place();
  build(tree, from, to);
  return new PetriNet({ places, transitions, arcs, initial: new Map([[from, 1]]), final: new Map([[to, 1]]) });
}
