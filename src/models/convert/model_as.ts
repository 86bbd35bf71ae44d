/** Models of one kind as models of another. */
import { InputError } from "../../base/errors.ts";
import { Bpmn } from "../bpmn.ts";
import { PetriNet } from "../petri_net.ts";
import { ProcessTree } from "../process_tree.ts";
import { bpmnToNet } from "./bpmn_to_net.ts";
import { netToBpmn } from "./net_to_bpmn.ts";
import { treeToBpmn } from "./tree_to_bpmn.ts";
import { treeToNet } from "./tree_to_net.ts";

export type Model = ProcessTree | PetriNet | Bpmn;

interface ModelKinds {
  tree: ProcessTree;
  net: PetriNet;
  bpmn: Bpmn;
}

export type ModelKind = keyof ModelKinds;

export function kindOfModel(model: Model): ModelKind {
  if (model instanceof ProcessTree) return "tree";
  if (model instanceof Bpmn) return "bpmn";
  if (model instanceof PetriNet) return "net";
  throw new InputError(
    `Expected a model, as a process tree, a Petri net or BPMN, but found ${typeof model}.\n` +
      "Give what a discover function or readModel has returned.",
  );
}

/**
 * The model as one of another kind, with the same behaviour; the model itself if it is of that kind.
 *
 * Trees become nets and BPMN; BPMN becomes nets; nets become BPMN where they are free-choice workflow nets.
 *
 * @throws InputError if there is no way.
 */
export function modelAs<K extends ModelKind>(model: Model, kind: K): ModelKinds[K] {
  return converted(model, kind) as ModelKinds[K];
}

const NAME_OF: Readonly<Record<ModelKind, string>> = { tree: "a process tree", net: "a Petri net", bpmn: "BPMN" };

function converted(model: Model, kind: ModelKind): Model {
  if (kindOfModel(model) === kind) return model;
  if (model instanceof ProcessTree) return kind === "net" ? treeToNet(model) : treeToBpmn(model);
  if (kind === "tree") {
    const found = NAME_OF[kindOfModel(model)];
    throw new InputError(
      `Expected a process tree but found ${found}: not every such model has a tree, so none is made. Write it as ` +
        ".pnml or .bpmn, or discover a tree with an inductive miner.",
    );
  }
  return model instanceof Bpmn ? bpmnToNet(model) : netToBpmn(model);
}
