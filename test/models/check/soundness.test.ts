import { OptionError } from "../../../src/base/errors.ts";
import { describe, expect, test } from "vitest";
import { checkSoundness } from "../../../src/models/check/soundness.ts";
import { checkWorkflowNet } from "../../../src/models/check/workflow_net.ts";
import { treeToNet } from "../../../src/models/convert/tree_to_net.ts";
import { parseProcessTree } from "../../../src/models/parse_tree.ts";
import { PetriNet } from "../../../src/models/petri_net.ts";
import { brokenNet, isSoundByBruteForce, randomNet } from "../../support/nets.ts";
import { randomTree, wildTree } from "../../support/trees.ts";

/** Arcs such as `source>a a>p1`; transitions are called as their label, those that begin with `_` are silent. */
function netOf(arcs: string): PetriNet {
  const pairs = arcs.split(" ").map((arc) => arc.split(">") as [string, string]);
  const isPlace = (id: string) => id === "source" || id === "sink" || /^p\d/.test(id);
  const ids = [...new Set(pairs.flat())];
  return new PetriNet({
    places: ids.filter(isPlace).map((id) => ({ id, name: id })),
    transitions: ids.filter((id) => !isPlace(id)).map((id) => ({ id, label: id.startsWith("_") ? undefined : id })),
    arcs: pairs.map(([source, target]) => ({ source, target })),
    initial: new Map([["source", 1]]),
    final: new Map([["sink", 1]]),
  });
}

describe("the soundness check", () => {
  test("agrees with the definition on nets at random", () => {
    const found = { sound: 0, unsound: 0 };
    const nets = [
      ...Array.from({ length: 3000 }, (_, seed) => randomNet(seed)),
      ...Array.from({ length: 150 }, (_, seed) => treeToNet(wildTree(seed, 2))),
      ...Array.from({ length: 600 }, (_, seed) => brokenNet(treeToNet(randomTree({ seed, tau: 0.4 })), seed)),
    ].filter((net) => checkWorkflowNet(net).isWorkflowNet);
    for (const net of nets) {
      const check = checkSoundness(net), expected = isSoundByBruteForce(net, 500);
      expect(check.isSound, `${check}\n${JSON.stringify(net)}`).toBe(expected);
      expect(check.problems.length > 0).toBe(!expected);
      found[expected ? "sound" : "unsound"]++;
    }
    expect(found.sound).toBeGreaterThan(200);
    expect(found.unsound).toBeGreaterThan(300);
  });

  test("leads to the marking that it complains about", () => {
    for (let seed = 0; seed < 400; seed++) {
      const net = brokenNet(treeToNet(randomTree({ seed })), seed);
      for (const { path, marking, message } of checkSoundness(net).problems) {
        if (path !== undefined) expect(played(net, path), message).toEqual(new Map([...marking!].sort()));
      }
    }
  });

  test("names the marking in which a case gets stuck, and the way there", () => {
    const net = netOf("source>a a>p1 source>b b>p2 p1>c p2>c c>sink");
    const { isSound, problems } = checkSoundness(net);
    expect(isSound).toBe(false);
    expect(problems.find(({ kind }) => kind === "deadlock")).toMatchObject({
      marking: new Map([["p1", 1]]),
      path: ["a"],
    });
    expect(problems.find(({ kind }) => kind === "dead")).toMatchObject({ nodes: ["c"] });
    expect(`${checkSoundness(net)}`).toBe(
      '"net" is not sound. A case gets stuck: p1, after a. Transition "c" (c) can never fire.',
    );
  });

  test("names tokens left over", () => {
    const { problems } = checkSoundness(netOf("source>a a>p1 a>p2 p1>b b>sink p2>c c>sink"));
    expect(problems.map(({ kind, path }) => [kind, path])).toEqual([["improper", ["a", "b"]]]);
  });

  test("names the place in which tokens pile up", () => {
    const { isSound, problems } = checkSoundness(netOf("source>a a>p1 p1>b b>p1 b>p2 p1>c p2>c c>sink"));
    expect(isSound).toBe(false);
    expect(problems.find(({ kind }) => kind === "unbounded")?.nodes).toEqual(["p2"]);
  });

  test("tells a case that goes round for ever from one that is stuck", () => {
    const { problems } = checkSoundness(
      netOf("source>a a>p1 p1>b b>sink source>c c>p2 p2>d d>p3 p3>e e>p2 p3>f p1>f f>sink"),
    );
    expect(problems.map(({ kind }) => kind)).toContain("livelock");
    expect(problems.map(({ kind }) => kind)).not.toContain("deadlock");
  });

  test("says so when its budget is used up", () => {
    // Inclusive choices are what the fusion rules cannot undo.
    const parts = ["abc", "def", "ghi"].map((names) => `O( ${[...names].map((name) => `'${name}'`)} )`);
    const check = checkSoundness(treeToNet(parseProcessTree(`+( ${parts} )`)), { maxStates: 50 });
    expect(check.isSound).toBeUndefined();
    expect(`${check}`).toContain("50 markings were explored");
  });

  test("asks for a workflow net first, with tokens where its ends are", () => {
    expect(checkSoundness(netOf("source>a a>p1 p2>b b>sink")).problems.map(({ kind, nodes }) => [kind, nodes])).toEqual(
      [
        ["structure", ["source", "p2"]],
        ["structure", ["p1", "sink"]],
      ],
    );
    const net = netOf("source>a a>p1 p1>b b>sink");
    const { places, transitions, arcs } = net;
    const elsewhere = new PetriNet({ places, transitions, arcs, initial: new Map([["p1", 2]]) });
    expect(`${checkSoundness(elsewhere)}`).toContain('one token in place "source" but found 2 × p1');
  });

  test("refuses an impossible budget", () => {
    expect(() => checkSoundness(netOf("source>a a>sink"), { maxStates: 0 })).toThrow(OptionError);
  });
});

test("the workflow-net check names nodes on no path", () => {
  const check = checkWorkflowNet(netOf("source>a a>sink p1>b b>p2 p2>c c>p1"));
  expect(check.problems.map(({ kind, nodes }) => [kind, nodes])).toEqual([["disconnected", ["p1", "p2", "b", "c"]]]);
  expect(`${check}`).toContain('place "p1", place "p2", transition "b" (b)');
});

function played(net: PetriNet, path: readonly string[]): ReadonlyMap<string, number> {
  const marking = new Map(net.initial);
  for (const id of path) {
    for (const { source, weight } of net.arcs.filter(({ target }) => target === id)) {
      const left = (marking.get(source) ?? 0) - weight;
      if (left < 0) throw new RangeError(`${id} cannot fire`);
      marking.set(source, left);
    }
    for (const { target, weight } of net.arcs.filter(({ source }) => source === id)) {
      marking.set(target, (marking.get(target) ?? 0) + weight);
    }
  }
  return new Map([...marking].filter(([, tokens]) => tokens > 0).sort());
}
