import { describe, expect, test } from "vitest";
import { OptionError } from "../../src/base/errors.ts";
import { alignTraces, alignTracesSync } from "../../src/mining/alignments/align_traces.ts";
import { evaluateModel } from "../../src/mining/quality/evaluate.ts";
import { precisionByAlignments, precisionByReplay } from "../../src/mining/quality/precision.ts";
import { replayTokens } from "../../src/mining/replay/replay.ts";
import { treeToNet } from "../../src/models/convert/tree_to_net.ts";
import { footprintsOf } from "../../src/models/footprints_of_model.ts";
import { parseProcessTree } from "../../src/models/parse_tree.ts";
import { tinyLog } from "../support/logs.ts";

/** As an untyped cell would write it. */
const old = (options: object) => options as Record<string, never>;

describe("an option by its former name is refused, and the error says what to write", () => {
  const log = tinyLog("a b"), net = treeToNet(parseProcessTree("->( 'a', 'b' )"));

  test.each([
    ["replayTokens", () => replayTokens(log, net, old({ budget: 500 })), "budget"],
    ["precisionByReplay", () => precisionByReplay(log, net, old({ budget: 500 })), "budget"],
    [
      "precisionByAlignments",
      () => precisionByAlignments(log, net, alignTracesSync(log, net), old({ budget: 500 })),
      "budget",
    ],
    ["alignTracesSync", () => alignTracesSync(log, net, old({ budgetStates: 500 })), "budgetStates"],
    ["footprintsOf", () => footprintsOf(net, old({ maxMarkings: 500 })), "maxMarkings"],
  ])("%s", (_, call, name) => {
    expect(call).toThrow(OptionError);
    expect(call).toThrow(`${name} is called maxStates now: write { maxStates: 500 }.`);
  });

  test.each([
    ["alignTraces", () => alignTraces(log, net, old({ budgetStates: 9 }))],
    ["evaluateModel, replay", () => evaluateModel(log, net, { replay: old({ budget: 9 }) })],
    ["evaluateModel, align", () => evaluateModel(log, net, { by: "alignments", align: old({ budgetStates: 9 }) })],
  ])("%s", async (_, call) => {
    await expect(call()).rejects.toThrow(/is called maxStates now: write \{ maxStates: 9 \}/);
  });
});
