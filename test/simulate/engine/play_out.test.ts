import { describe, expect, test } from "vitest";
import { InputError, OptionError } from "../../../src/base/errors.ts";
import { traceVariants } from "../../../src/mining/variants.ts";
import type { EventLog } from "../../../src/log/events/event_log.ts";
import { treeToNet } from "../../../src/models/convert/tree_to_net.ts";
import { parseProcessTree } from "../../../src/models/parse_tree.ts";
import { PetriNet } from "../../../src/models/petri_net.ts";
import { playOut } from "../../../src/simulate/engine/play_out.ts";
import { completeLog, followsOf } from "../../support/complete_log.ts";
import { languageOf, randomTree } from "../../support/trees.ts";

const words = (log: EventLog) => {
  const { activities, sequences } = traceVariants(log);
  return sequences.map((codes) => [...codes].map((code) => activities[code]!).join(" "));
};

describe("a log played out of a model", () => {
  test("has only traces of the model, and all of a small one", () => {
    for (let seed = 0; seed < 30; seed++) {
      const tree = randomTree({ seed, activities: 4, operators: ["sequence", "choice", "parallel", "inclusive"] });
      const language = languageOf(tree).filter((word) => word !== "");
      if (language.length === 0) continue;
      expect(words(playOut(tree, { cases: 3000, seed })).sort(), `${tree}`).toEqual(language);
    }
  });

  test("has only traces of a model with loops", () => {
    for (let seed = 0; seed < 60; seed++) {
      const tree = randomTree({ seed, activities: 4 }), language = new Set(languageOf(tree, 9));
      for (const word of words(playOut(tree, { cases: 50, seed }))) {
        if (word.split(" ").length <= 9) expect(language).toContain(word);
      }
    }
  });

  test("is the same for the same seed, and another for another", () => {
    const tree = parseProcessTree("+( 'a', 'b', 'c', *( 'd', 'e' ) )");
    const flat = (seed: number) => [...playOut(tree, { cases: 50, seed }).activity];
    expect(flat(3)).toEqual(flat(3));
    expect(flat(3)).not.toEqual(flat(4));
    expect([...playOut(treeToNet(tree), { cases: 50, seed: 3 }).activity]).toEqual(flat(3));
  });

  test("has events a minute apart and cases an hour apart", () => {
    const log = playOut(parseProcessTree("->( 'a', 'b' )"), { cases: 2 });
    expect([...log.time].map((time) => new Date(time).toISOString())).toEqual([
      "2026-01-01T00:00:00.000Z",
      "2026-01-01T00:01:00.000Z",
      "2026-01-01T01:00:00.000Z",
      "2026-01-01T01:01:00.000Z",
    ]);
  });

  test("is refused where the net cannot end, and options make no sense", () => {
    const places = ["p", "q", "r"].map((id) => ({ id, name: id }));
    const transitions = [{ id: "t", label: "a" }], arcs = [{ source: "p", target: "t" }, { source: "t", target: "q" }];
    const initial = new Map([["p", 1]]);
    const stuck = new PetriNet({ places, transitions, arcs, initial, final: new Map([["r", 1]]) });
    expect(() => playOut(stuck)).toThrow("gets stuck with q, after a.");
    expect(() => playOut(stuck)).toThrow(InputError);
    expect(() => playOut(new PetriNet({ places, transitions, arcs, initial }))).toThrow(
      "final marking of the net to be known",
    );
    const endless = { ...stuck, arcs: [...arcs, { source: "t", target: "p" }] };
    expect(() => playOut(new PetriNet(endless), { maxSteps: 9 })).toThrow("is not over after 9 steps");
    expect(() => playOut(parseProcessTree("tau"))).toThrow("only silent steps");
    expect(() => playOut(stuck, { cases: 0 })).toThrow(OptionError);
    expect(() => playOut(stuck, { seed: 0.5 })).toThrow(OptionError);
  });
});

describe("a complete log of a tree, as tests use it", () => {
  test("shows the directly-follows graph of the language", () => {
    for (let seed = 0; seed < 150; seed++) {
      const tree = randomTree({ seed, activities: 5, operators: ["sequence", "choice", "parallel", "inclusive"] });
      const { activities, sequences } = completeLog(tree, { seed });
      const shown = (traces: string[][]) => ({
        starts: new Set(traces.flatMap((trace) => trace.slice(0, 1))),
        ends: new Set(traces.flatMap((trace) => trace.slice(-1))),
        pairs: new Set(traces.flatMap((trace) => trace.slice(1).map((name, i) => `${trace[i]} ${name}`))),
        empty: traces.some((trace) => trace.length === 0),
      });
      const all = languageOf(tree).map((word) => word === "" ? [] : word.split(" "));
      expect(followsOf(tree)).toEqual(shown(all));
      expect(shown(sequences.map((codes) => [...codes].map((code) => activities[code]!)))).toEqual(followsOf(tree));
    }
  });

  test("shows that of loops too", () => {
    for (let seed = 0; seed < 100; seed++) {
      const tree = randomTree({ seed, activities: 8, tau: 0.4 });
      const { sequences } = completeLog(tree, { seed });
      expect(sequences.length).toBeGreaterThan(0);
    }
  });
});
