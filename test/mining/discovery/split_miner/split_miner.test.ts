// @slow: checks the soundness of hundreds of random models
import { describe, expect, test } from "vitest";
import { InputError, OptionError } from "../../../../src/base/errors.ts";
import { readLog } from "../../../../src/log/events/read_log.ts";
import { directlyFollows } from "../../../../src/mining/directly_follows.ts";
import { discoverSplit } from "../../../../src/mining/discovery/split_miner/split_miner.ts";
import { followCounts, prunedGraph } from "../../../../src/mining/discovery/split_miner/split_miner_graph.ts";
import { decompose, type JoinTree } from "../../../../src/mining/discovery/split_miner/split_miner_patterns.ts";
import { traceVariants } from "../../../../src/mining/variants.ts";
import { Bpmn, type BpmnKind } from "../../../../src/models/bpmn.ts";
import { bpmnToNet } from "../../../../src/models/convert/bpmn_to_net.ts";
import type { TraceCounts } from "../../../../src/models/trace_variants.ts";
import { randomLog, tinyLog } from "../../../support/logs.ts";
import { random } from "../../../support/random.ts";
import { lacksSharedLogs, sharedLog } from "../../../support/shared.ts";
import { languageOf, randomTree } from "../../../support/trees.ts";
import { netLanguage } from "../../../support/nets.ts";
import { unsound } from "../net_places.ts";

const count = (process: Bpmn, kind: BpmnKind) => process.nodes.filter((node) => node.kind === kind).length;

/** The words that a process discovered from the words allows, none longer than the longest. */
function allowed(words: readonly string[]): string[] {
  const net = bpmnToNet(discoverSplit(logOf(words), { eta: 0 }));
  expect(unsound(net)).toBeUndefined();
  return netLanguage(net, Math.max(...words.map((word) => word.split(" ").length)));
}

function logOf(words: readonly string[]): TraceCounts {
  const activities = [...new Set(words.join(" ").split(" "))].filter((a) => a !== "").sort();
  return {
    activities,
    sequences: words.map((word) => Int32Array.from(word === "" ? [] : word.split(" "), (a) => activities.indexOf(a))),
    counts: new Float64Array(words.length).fill(10),
  };
}

describe("Split Miner on the paper's running example", () => {
  const log = tinyLog(
    ...[
      "a b c g e h",
      "a b c f g h",
      "a b d g e h",
      "a b d e g h",
      "a b e c g h",
      "a b e d g h",
      "a c b e g h",
      "a c b f g h",
      "a d b e g h",
      "a d b f g h",
    ].map((word) => `10× ${word}`),
  );

  test("concurrency is what comes in both orders about equally often", () => {
    const counts = followCounts(log);
    const pairs = (epsilon: number) =>
      [...prunedGraph(counts, 0, epsilon, new Set()).concurrent]
        .map((pair) => `${counts.activities[Math.floor(pair / counts.nodes)]}${counts.activities[pair % counts.nodes]}`)
        .filter(([a, b]) => a! < b!).sort();
    // b > c and c > b 20 times each, as b and d; d > e and e > d 10 times; g > e 20 and e > g 30 times: 10/50.
    expect(pairs(0.1)).toEqual(["bc", "bd", "de"]);
    expect(pairs(0.25)).toEqual(["bc", "bd", "de", "eg"]);
  });

  test("the process is sound, begins with a and ends with h", () => {
    for (const eta of [0, 0.2, 0.4, 0.7, 1]) {
      for (const epsilon of [0, 0.1, 0.25, 0.5, 1]) {
        const net = bpmnToNet(discoverSplit(log, { eta, epsilon }));
        expect(unsound(net)).toBeUndefined();
        const words = netLanguage(net, 8);
        expect(words.length).toBeGreaterThan(0);
        for (const word of words) expect(word).toMatch(/^a .*h$/);
      }
    }
  });
});

describe("Split Miner finds again", () => {
  test.each([
    ["a sequence", ["a b c"]],
    ["one activity", ["a"]],
    ["a choice", ["a b d", "a c d"]],
    ["something that may be left out", ["a b c", "a c"]],
    ["two at once", ["a b c d", "a c b d"]],
    ["three at once", ["x a b c y", "x a c b y", "x b a c y", "x b c a y", "x c a b y", "x c b a y"]],
    ["choices at once", ["s a c e", "s a d e", "s b c e", "s b d e", "s c a e", "s c b e", "s d a e", "s d b e"]],
    ["two at once or another", ["a b c e", "a c b e", "a d e"]],
    ["a choice, then two at once", ["s a c d e", "s a d c e", "s b c d e", "s b d c e"]],
    ["two at once, then a choice", ["a b c", "b a c", "a b d", "b a d"]],
  ])("%s", (_, words) => {
    expect(allowed(words)).toEqual([...words].sort());
  });

  test("loops of one, of two and of many", () => {
    expect(allowed(["a c", "a b c", "a b b c", "a b b b c"])).toEqual(["a c", "a b c", "a b b c", "a b b b c"].sort());
    expect(allowed(["a b d", "a b c b d"])).toEqual(["a b c b d", "a b d"]);
    expect(allowed(["a b c d", "a b c e b c d"])).toEqual(["a b c d", "a b c e b c d"]);
    expect(allowed(["a a"])).toEqual(["a", "a a"]);
  });

  test("a loop around two at once", () => {
    const words = ["s a b e", "s b a e", "s a b e r a b e", "s b a e r b a e", "s a b e r b a e", "s b a e r a b e"];
    expect(allowed(words)).toEqual([...words].sort());
  });

  test("every tree of sequences, choices and parallel parts", () => {
    for (let seed = 1; seed <= 200; seed++) {
      const tree = randomTree({ seed, activities: 6, operators: ["sequence", "choice", "parallel"], tau: 0 });
      const words = languageOf(tree, 6);
      expect(allowed(words), String(tree)).toEqual(words);
    }
  });

  test("every tree of sequences, choices and loops", () => {
    let loops = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const tree = randomTree({ seed, activities: 6, operators: ["sequence", "choice", "loop"] });
      const words = languageOf(tree, 9).filter((word) => word !== "");
      if (words.length === 0 || words.length > 2000) continue;
      if (String(tree).includes("*(")) loops++;
      const net = bpmnToNet(discoverSplit(logOf(words), { eta: 0, epsilon: 0 }));
      expect(unsound(net), String(tree)).toBeUndefined();
      expect(netLanguage(net, 6), String(tree)).toEqual(languageOf(tree, 6).filter((word) => word !== ""));
    }
    expect(loops).toBeGreaterThan(60);
  });
});

describe("Split Miner", () => {
  test("is sound on every random log, has every activity, and joins inclusively at times", () => {
    let inclusive = 0, parallel = 0;
    for (let seed = 1; seed <= 400; seed++) {
      const log = randomLog({ seed, cases: 2 + seed % 25, activities: 2 + seed % 7 });
      const process = discoverSplit(log, {
        eta: [0, 0.3, 0.4, 0.8][seed % 4]!,
        epsilon: [0.1, 0.3, 0.6, 1][seed % 3]!,
      });
      inclusive += count(process, "inclusiveGateway") > 0 ? 1 : 0;
      parallel += count(process, "parallelGateway") > 0 ? 1 : 0;
      const net = bpmnToNet(process);
      expect(unsound(net), `seed ${seed}`).toBeUndefined();
      const tasks = process.nodes.filter(({ kind }) => kind === "task").map(({ name }) => name).sort();
      expect(tasks, `seed ${seed}`).toEqual(log.activities);
      expect(net.transitions.flatMap(({ label }) => label ?? []).sort()).toEqual(log.activities);
    }
    expect(parallel).toBeGreaterThan(60);
    expect(inclusive).toBeGreaterThan(5);
  });

  test("is sound on logs of trees with noise", () => {
    for (let seed = 1; seed <= 150; seed++) {
      const tree = randomTree({ seed, activities: 8 });
      const { pick, below, next } = random(seed);
      const words = languageOf(tree, 8).filter((word) => word !== "");
      if (words.length === 0) continue;
      const noisy = Array.from({ length: 60 }, () => {
        const word = pick(words).split(" ");
        if (next() < 0.3) word.splice(below(word.length), 1);
        if (next() < 0.3) word.splice(below(word.length + 1), 0, pick(words).split(" ")[0]!);
        return word.join(" ");
      }).filter((word) => word !== "");
      for (const epsilon of [0.1, 0.5, 1]) {
        const net = bpmnToNet(discoverSplit(logOf(noisy), { eta: 0.2, epsilon }));
        expect(unsound(net), `${tree}, epsilon ${epsilon}`).toBeUndefined();
      }
    }
  });

  test("no gateway both joins and splits, and none is idle", () => {
    for (let seed = 1; seed <= 50; seed++) {
      const { nodes, flows } = discoverSplit(randomLog({ seed, cases: 20 }), { eta: 0, epsilon: 0.5 });
      for (const { id, kind } of nodes) {
        const into = flows.filter(({ target }) => target === id).length;
        const out = flows.filter(({ source }) => source === id).length;
        if (kind.endsWith("Gateway")) expect([Math.min(into, out), Math.max(into, out) > 1]).toEqual([1, true]);
        else expect([into, out]).toEqual([kind === "startEvent" ? 0 : 1, kind === "endEvent" ? 0 : 1]);
      }
    }
  });

  test("does not depend on the order of cases or on how many there are; needs only the graph if nothing turns back", () => {
    const { shuffled } = random(2);
    for (let seed = 1; seed <= 30; seed++) {
      const { activities, sequences, counts } = traceVariants(randomLog({ seed }));
      const order = shuffled(sequences.map((_, v) => v));
      const mixed = {
        activities,
        sequences: order.map((v) => sequences[v]!),
        counts: Float64Array.from(order, (v) => counts[v]! * 4),
      };
      expect(discoverSplit(mixed, { epsilon: 0.4 })).toEqual(
        discoverSplit({ activities, sequences, counts }, { epsilon: 0.4 }),
      );
    }
    const log = tinyLog("5× a b c d", "5× a c b d", "a d", "2× a e e d");
    expect(discoverSplit(directlyFollows(log))).toEqual(discoverSplit(log));
  });

  test("keeps frequent edges and those that connect", () => {
    const log = tinyLog("50× a b d", "40× a c d", "a b c d", "2× a x d");
    const words = netLanguage(bpmnToNet(discoverSplit(log)), 4);
    expect(words).toEqual(["a b d", "a c d", "a x d"]);
    expect(netLanguage(bpmnToNet(discoverSplit(log, { eta: 0 })), 4)).toEqual(["a b c d", "a b d", "a c d", "a x d"]);
  });

  test("refuses what it cannot use", () => {
    expect(() => discoverSplit(tinyLog("a b"), { eta: 2 })).toThrow("Expected eta from 0 to 1 but found 2");
    expect(() => discoverSplit(tinyLog("a b"), { epsilon: NaN })).toThrow(OptionError);
    expect(() => discoverSplit(logOf([]))).toThrow(InputError);
    expect(() => discoverSplit(logOf([""]))).toThrow("log with events");
    expect(netLanguage(bpmnToNet(discoverSplit(logOf(["", "a b"]))), 3)).toEqual(["a b"]);
  });
});

describe("joins told from patterns", () => {
  const text = (tree: JoinTree): string =>
    tree.kind === "flow" ? String.fromCharCode(97 + tree.edge) : `${tree.kind}(${tree.parts.map(text).join(" ")})`;
  test.each([
    [["a", "b"], "xor(a b)"],
    [["ab"], "and(a b)"],
    [["ab", "c"], "xor(and(a b) c)"],
    [["ac", "ad", "bc", "bd"], "and(xor(a b) xor(c d))"],
    [["acd", "b"], "xor(and(a c d) b)"],
    [["a", "ab"], "or(a b)"],
    [["ac", "abc"], "or(and(a c) b)"],
    [["ac", "ad", "b"], "xor(and(a xor(c d)) b)"],
  ])("%j", (patterns, expected) => {
    const letters = [...new Set(patterns.join(""))].sort();
    const bits = patterns.map((pattern) =>
      [...pattern].reduce((bits, c) => bits | (1n << BigInt(letters.indexOf(c))), 0n)
    );
    expect(text(decompose(letters.map((_, i) => i), new Set(bits)))).toBe(expected);
  });
});

describe("the net of a process with inclusive joins", () => {
  const process = (kinds: Record<string, BpmnKind>, ...paths: string[]) => {
    const pairs = paths.flatMap((path) => path.split(" ").slice(1).map((to, i) => [path.split(" ")[i]!, to] as const));
    const ids = [...new Set(pairs.flat())];
    return new Bpmn({
      nodes: ids.map((id) => ({ id, kind: kinds[id] ?? "task", name: kinds[id] ? "" : id })),
      flows: pairs.map(([source, target], f) => ({ id: `f${f}`, source, target })),
    });
  };
  const kinds: Record<string, BpmnKind> = {
    start: "startEvent",
    end: "endEvent",
    and1: "parallelGateway",
    xor1: "exclusiveGateway",
    xor2: "exclusiveGateway",
    or1: "inclusiveGateway",
    or2: "inclusiveGateway",
    or3: "inclusiveGateway",
  };

  test("they wait for what may still come, and for nothing else", () => {
    const net = bpmnToNet(process(kinds, "start and1 a xor1 c or2 end", "and1 b or1 d or2", "xor1 or1"));
    expect(unsound(net)).toBeUndefined();
    expect(netLanguage(net, 4)).toEqual(["a b c d", "a b d", "a b d c", "a c b d", "b a c d", "b a d", "b a d c"]);
  });

  test("a join of many", () => {
    const net = bpmnToNet(process(
      kinds,
      "start and1 a xor1 b or1 e end",
      "xor1 c or1",
      "and1 d or1",
      "and1 f xor2 g or1",
      "xor2 or1",
    ));
    expect(unsound(net)).toBeUndefined();
    for (const word of netLanguage(net, 6)) expect(word).toMatch(/ e$/);
    expect(netLanguage(net, 6).filter((word) => word.startsWith("d a b f g"))).toEqual(["d a b f g e"]);
    expect(netLanguage(net, 6)).toContain("d a c f e");
  });

  test("a loop between a join and its splits is refused", () => {
    expect(() => bpmnToNet(process(kinds, "start or1 a and1 or1", "and1 xor1 end", "xor1 or1"))).toThrow(InputError);
  });
});

describe.skipIf(lacksSharedLogs)("Split Miner on real logs", () => {
  test.each(["running-example.csv", "receipt.csv"])("%s", async (file) => {
    const log = traceVariants(await readLog(sharedLog(`process/${file}`)));
    for (const eta of [0, 0.4, 1]) {
      for (const epsilon of [0.1, 0.5]) {
        const net = bpmnToNet(discoverSplit(log, { eta, epsilon }));
        expect(unsound(net), `eta ${eta}, epsilon ${epsilon}`).toBeUndefined();
        expect(net.transitions.flatMap(({ label }) => label ?? []).sort()).toEqual(log.activities);
      }
    }
  });
});
