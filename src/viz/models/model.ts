/** Any model as a picture. */
import type { HeuristicsNet } from "../../models/heuristics_net.ts";
import type { Bpmn } from "../../models/bpmn.ts";
import type { DeclareModel } from "../../models/declare.ts";
import type { Dfg } from "../../models/dfg.ts";
import type { Footprints } from "../../models/footprints.ts";
import type { PetriNet } from "../../models/petri_net.ts";
import type { ProcessTree } from "../../models/process_tree.ts";
import { InputError } from "../../base/errors.ts";
import { foundInModelsPlace, givenKind } from "../../models/given_model.ts";
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
  const shared = options.log === undefined ? {} : { log: options.log };
  switch (givenKind(model)) {
    case "process tree":
      return viewProcessTree(model as ProcessTree, options);
    case "Petri net":
      return viewPetriNet(model as PetriNet, options);
    case "BPMN process":
      return viewBpmn(model as Bpmn, options);
    case "heuristics net":
      return viewHeuristicsNet(model as HeuristicsNet, options);
    case "Declare model":
      return viewDeclare(model as DeclareModel, shared);
    case "set of footprints":
      return viewFootprints(model as Footprints, shared);
    case "directly-follows graph":
      return viewProcessMap(model as Dfg, options.title === undefined ? {} : { title: options.title });
    default:
      throw new InputError(
        `Expected a process tree, a Petri net, a BPMN process or another model to view but found ${
          foundInModelsPlace(model)
        }.\nGive what a discover… or read… function returned; if that returned a promise, await it first.`,
      );
  }
}
