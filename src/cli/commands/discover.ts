import { InputError } from "../../base/errors.ts";
import { treeToNet } from "../../models/convert/tree_to_net.ts";
import { bpmnToNet } from "../../models/convert/bpmn_to_net.ts";
import { writeModel } from "../../models/files/model_files.ts";
import type { PetriNet } from "../../models/petri_net.ts";
import { viewModel } from "../../viz/models/model.ts";
import { algorithms, type Discovered } from "../registry/algorithms.ts";
import { readArguments } from "../command.ts";
import { logOptions, readLogNoting } from "../log_options.ts";
import { checkOptionsOf, type CommandEntry, entryNamed, listed, optionsOfAll } from "../registry/entry.ts";
import { checkTarget, printJson, writeText } from "../output.ts";

export const discoverCommand: CommandEntry = {
  name: "discover",
  summary: `a model of the process, by one of ${algorithms.length} algorithms`,
  usage: "ALGORITHM LOG [--out FILE]",
  reads: "event log",
  gives: "model or rules",
  functions: [...new Set(algorithms.flatMap(({ functions }) => functions))],
  examples: ["tb discover imf data/order-to-cash.csv --noise 0.2 --out model.bpmn"],
  choosesFrom: { what: "an algorithm", entries: algorithms },
  options: {
    ...logOptions,
    ...optionsOfAll(algorithms),
    out: { type: "string", short: "o", value: "FILE", help: "write the model: .pnml, .ptml, .bpmn, .svg or .json" },
  },

  async main(args) {
    const given = readArguments(this, args);
    const [name, log, ...more] = given.positionals;
    if (name === undefined || log === undefined || more.length > 0) {
      throw new InputError(
        `Expected an algorithm and a log but found ${given.positionals.join(", ") || "nothing"}.\n` +
          `Usage: tb ${this.name} ${this.usage}\n${listed(algorithms)}`,
      );
    }
    const algorithm = entryNamed("an algorithm", name, algorithms);
    checkOptionsOf(algorithm, algorithms, given);
    const file = given.text("out");
    await checkTarget("--out", file);
    const found = algorithm.discover(await readLogNoting(log, given), given);
    if (file !== undefined) await write(found, file);
    if (given.flag("json")) printJson(jsonOf(found));
    else if (file === undefined) console.log(textOf(found));
    else console.log(file);
    return 0;
  },
};

async function write(found: Discovered, file: string): Promise<void> {
  if ("rules" in found) {
    if (!file.endsWith(".json")) {
      throw new InputError(`--out: expected a file that ends with .json for rules and states but found "${file}".`);
    }
    return await writeText("--out", file, JSON.stringify(found.rules, null, 2) + "\n");
  }
  const model = "tree" in found ? found.tree : "net" in found ? found.net : found.bpmn;
  if (file.endsWith(".svg")) return await writeText("--out", file, viewModel(model).toSVG() + "\n");
  if (file.endsWith(".json")) return await writeText("--out", file, JSON.stringify(jsonOf(found), null, 2) + "\n");
  await writeModel(model, file);
}

function jsonOf(found: Discovered): unknown {
  if ("rules" in found) return found.rules;
  if ("net" in found) return netJson(found.net);
  if ("tree" in found) return { tree: found.tree.toString(), ...netJson(treeToNet(found.tree)) };
  const { nodes, flows } = found.bpmn;
  return { nodes, flows, ...netJson(bpmnToNet(found.bpmn)) };
}

function netJson({ places, transitions, arcs, initial, final }: PetriNet): object {
  return {
    places,
    transitions: transitions.map(({ id, label }) => ({ id, label: label ?? null })),
    arcs,
    initial: Object.fromEntries(initial),
    final: Object.fromEntries(final),
  };
}

function textOf(found: Discovered): string {
  if ("tree" in found) return found.tree.toString();
  return ("net" in found ? found.net : "bpmn" in found ? found.bpmn : found.rules).toString();
}
