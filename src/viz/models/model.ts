/** Any model as a picture. */
import { HeuristicsNet } from "../../models/heuristics_net.ts";
import { Bpmn } from "../../models/bpmn.ts";
import { DeclareModel } from "../../models/declare.ts";
import type { Dfg } from "../../models/dfg.ts";
import { Footprints } from "../../models/footprints.ts";
import { PetriNet } from "../../models/petri_net.ts";
import { ProcessTree } from "../../models/process_tree.ts";
import { InputError } from "../../base/errors.ts";
import type { Figure } from "../figure/figure.ts";
import { viewProcessMap } from "../map/process_map.ts";
import { viewBpmn } from "./bpmn.ts";
import { viewDeclare } from "./declare.ts";
import { viewFootprints } from "./footprints.ts";
import { viewHeuristicsNet } from "./heuristics_net.ts";
import type { ModelViewOptions } from "./model_options.ts";
import { viewPetriNet } from "./petri_net.ts";
import { viewProcessTree } from "./process_tree.ts";

/** What `viewModel` can show. */
export type ViewableModel = ProcessTree | PetriNet | Bpmn | HeuristicsNet | DeclareModel | Footprints | Dfg;

/**
 * Shows a model in the way of its kind: process tree, Petri net, BPMN process, heuristics net, Declare model, footprints or
 * directly-follows graph.
 *
 * @throws InputError if it is none of these.
 * @example
 * ```ts
 * import { ProcessTree, viewModel } from "tracebook";
 * viewModel(ProcessTree.node("choice", [ProcessTree.leaf("accept"), ProcessTree.leaf("refuse")]));
 * ```
 */
export function viewModel(model: ViewableModel, options: ModelViewOptions = {}): Figure {
  if (model instanceof ProcessTree) return viewProcessTree(model, options);
  if (model instanceof PetriNet) return viewPetriNet(model, options);
  if (model instanceof Bpmn) return viewBpmn(model, options);
  if (model instanceof HeuristicsNet) return viewHeuristicsNet(model, options);
  const shared = options.log === undefined ? {} : { log: options.log };
  if (model instanceof DeclareModel) return viewDeclare(model, shared);
  if (model instanceof Footprints) return viewFootprints(model, shared);
  if (isDfg(model)) return viewProcessMap(model, options.title === undefined ? {} : { title: options.title });
  throw new InputError(
    `Expected a process tree, a Petri net, a BPMN process or another model to view but found ${
      model === null ? "null" : typeof model
    }.\nGive what a discover… or read… function returned; if that returned a promise, await it first.`,
  );
}

function isDfg(model: unknown): model is Dfg {
  return typeof model === "object" && model !== null && "edges" in model && "starts" in model;
}
