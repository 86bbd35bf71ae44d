import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { readLog } from "../../../src/log/events/read_log.ts";
import { alignTracesSync } from "../../../src/mining/alignments/align_traces.ts";
import { generalisation } from "../../../src/mining/quality/generalisation.ts";
import { precisionByAlignments, precisionByReplay } from "../../../src/mining/quality/precision.ts";
import { escapingEdges } from "../../../src/mining/quality/precision_edges.ts";
import { replayTokens } from "../../../src/mining/replay/replay.ts";
import { simplicity } from "../../../src/mining/quality/simplicity.ts";
import { treeToNet } from "../../../src/models/convert/tree_to_net.ts";
import { parsePnml } from "../../../src/models/files/pnml.ts";
import { tinyLog } from "../../support/logs.ts";
import { random } from "../../support/random.ts";
import { reference } from "../../support/reference.ts";
import { lacksSharedLogs, sharedLog } from "../../support/shared.ts";
import { firings, markingsAfter, netOf } from "../../support/token_nets.ts";
import { languageOf, randomTree } from "../../support/trees.ts";

/** a, then b and c in any order, or d; then e. */
const NET = netOf("i > a > 1 2", "1 > b > 3", "2 > c > 4", "3 4 > tau > 5", "1 2 > d > 5", "5 > e > o");

describe("by hand", () => {
  const log = tinyLog("3× a b c e", "a d e");

  test("cases go on", () => {
    // Allowed, each with the cases there: a 4 ×1, after a 4 × {b, c, d}, after a b 3 × {c}, a b c 3 × {e}, a d 1 × {e}.
    const precision = precisionByReplay(log, NET);
    expect(precision).toMatchObject({ allowed: 4 + 12 + 3 + 3 + 1, escaping: 4, precision: 1 - 4 / 23, notes: [] });
    expect(escapingEdges(precision).objects()).toEqual([
      { prefix: ["a"], cases: 4, activity: "c", weight: 4 / 23, seen: ["b", "d"] },
    ]);
  });

  test("what may follow the end of a case counts where it is asked for", () => {
    const again = netOf("i > a > 1", "1 > tau > i", "1 > tau > o");
    expect(precisionByReplay(tinyLog("a a", "2× a"), again).precision).toBe(1);
    expect(precisionByReplay(tinyLog("a a", "2× a"), again, { ends: true })).toMatchObject({ allowed: 7, escaping: 1 });
    expect(precisionByAlignments(tinyLog("a"), again, alignTracesSync(tinyLog("a"), again)).precision).toBe(1 / 2);
  });

  test("beginnings that do not fit are left out, and it says how much that is", () => {
    const { precision, states, notes } = precisionByReplay(tinyLog("a e b c", "a d e"), NET);
    expect(states.map(({ prefix, cases }) => [prefix.length, cases])).toEqual([[0, 2], [1, 2], [2, 1]]);
    expect(precision).toBeCloseTo(1 - 4 / 9, 12);
    expect(notes.join()).toContain("28.6 %");
  });

  test("after alignments, cases that do not fit count by their runs", () => {
    // Aligned to a b c e or a c b e, at cost 1, and a d e, at no cost.
    const log = tinyLog("a b e", "a d e");
    const precision = precisionByAlignments(log, NET, alignTracesSync(log, NET));
    expect(precision.states.map(({ cases }) => cases)).toEqual([2, 2, 1, 1, 1, 1, 1]);
    expect(precision.escaping).toBe(2);
    expect(() => precisionByAlignments(tinyLog("a"), NET, alignTracesSync(log, NET))).toThrow("alignments of this log");
  });
});

/** Of each beginning that a longer word has, cases and what follows; what may follow by the words of the language. */
function byBruteForce(log: readonly string[], language: readonly string[]): number {
  const after = (words: readonly string[], prefix: string) =>
    new Set(
      words.filter((word) => word.startsWith(prefix) && word.length > prefix.length).map((word) =>
        word.slice(prefix.length).split(" ")[0]!
      ),
    );
  let allowed = 0, escaping = 0;
  for (const word of log) {
    const names = word.split(" ");
    for (let i = 0; i < names.length; i++) {
      const prefix = names.slice(0, i).map((name) => `${name} `).join("");
      const may = after(language, prefix);
      if (may.size === 0 && i > 0) break;
      allowed += may.size;
      escaping += may.difference(after(log, prefix)).size;
    }
  }
  return 1 - escaping / allowed;
}

test("precision is what the language and the log say, beginning by beginning", () => {
  const { below, pick } = random(9);
  let imprecise = 0;
  for (let seed = 0; seed < 150; seed++) {
    const tree = randomTree({
      seed,
      tau: 0.6,
      operators: ["sequence", "choice", "parallel", "inclusive"],
      activities: 5,
    });
    const language = languageOf(tree, 8).filter((word) => word !== "");
    const words = Array.from({ length: 1 + below(6) }, () => pick(language));
    if (below(2) === 0) words.push([...pick(language)].reverse().join(""));
    const net = treeToNet(tree), found = precisionByReplay(tinyLog(...words), net).precision;
    expect([String(tree), words, found]).toEqual([
      String(tree),
      words,
      expect.closeTo(byBruteForce(words, language), 12),
    ]);
    if (found < 1) imprecise++;
    const fitting = tinyLog(...words.filter((word) => language.includes(word)));
    expect(precisionByAlignments(fitting, net, alignTracesSync(fitting, net), { ends: false }).precision)
      .toBeCloseTo(precisionByReplay(fitting, net).precision, 12);
  }
  expect(imprecise).toBeGreaterThan(50);
});

test("generalisation falls with the square root of how often transitions fire", () => {
  const replay = replayTokens(tinyLog("4× a b c e"), NET);
  expect(generalisation(replay)).toBeCloseTo(1 - (5 / 2 + 1) / 6, 12);
});

test("simplicity is 1 for a sequence, and falls with the mean number of arcs", () => {
  expect(simplicity(netOf("i > a > 1", "1 > b > o"))).toBe(1);
  expect(simplicity(NET)).toBeCloseTo(1 / (1 + 2 * 15 / 13 - 2), 12);
});

describe.skipIf(lacksSharedLogs)("as another tool finds", () => {
  const load = async (name: string) => ({
    log: await readLog(sharedLog(`process/${name}.csv`)),
    net: parsePnml(await readFile(sharedLog(`../reference/${name}/imf.pnml`), "utf8")),
    precision: (await reference<{ precision: number }>(name, "precision_etc_tbr_imf")).precision,
    ...await reference<{ generalization_tbr: number; simplicity_arc_degree: number }>(
      name,
      "generalization_simplicity_imf",
    ),
  });

  test("running-example", async () => {
    const { log, net, ...expected } = await load("running-example");
    expect(precisionByReplay(log, net).precision).toBeCloseTo(expected.precision, 12);
    expect(generalisation(replayTokens(log, net))).toBeCloseTo(expected.generalization_tbr, 12);
    expect(simplicity(net)).toBeCloseTo(expected.simplicity_arc_degree, 12);
  });

  /** The other tool does not see that one activity can follow the first, through eight silent steps. */
  test("receipt, but for one activity in one state", async () => {
    const { log, net, ...expected } = await load("receipt");
    const first = "Confirmation of receipt", unseen = "T07-4 Draft internal advice to hold for type 4";
    const { labels, states, escaping, allowed } = precisionByReplay(log, net);
    const state = states.find(({ prefix }) => prefix.length === 1 && labels[prefix[0]!] === first)!;
    expect(state.escaping.map((label) => labels[label])).toContain(unseen);
    expect(1 - (escaping - state.cases) / (allowed - state.cases)).toBeCloseTo(expected.precision, 12);
    const unseenStep = firings(net).find(({ label }) => label === unseen)!;
    expect(markingsAfter(net, [first])!.some((tokens) => unseenStep.takes.every((least, p) => tokens[p]! >= least)))
      .toBe(true);
    expect(simplicity(net)).toBeCloseTo(expected.simplicity_arc_degree, 12);
    expect(Math.abs(generalisation(replayTokens(log, net)) - expected.generalization_tbr)).toBeLessThan(0.005);
  });
});
