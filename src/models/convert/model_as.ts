/** Models of one kind as models of another. */
import { InputError } from "../../base/errors.ts";
import type { Bpmn } from "../bpmn.ts";
import { foundInModelsPlace, type GivenKind, givenKind } from "../given_model.ts";
import { type HeuristicsNet, heuristicsToNet } from "../heuristics_net.ts";
import type { PetriNet } from "../petri_net.ts";
import type { ProcessTree } from "../process_tree.ts";
import { bpmnToNet } from "./bpmn_to_net.ts";
import { netToBpmn } from "./net_to_bpmn.ts";
import { treeToBpmn } from "./tree_to_bpmn.ts";
import { treeToNet } from "./tree_to_net.ts";

export type Model = ProcessTree | PetriNet | Bpmn;

/** What becomes a Petri net by itself where one is needed. */
export type ConvertibleModel = Model | HeuristicsNet;

interface ModelKinds {
  tree: ProcessTree;
  net: PetriNet;
  bpmn: Bpmn;
}

export type ModelKind = keyof ModelKinds;

const KIND_OF: Partial<Record<GivenKind, ModelKind>> = {
  "process tree": "tree",
  "Petri net": "net",
  "BPMN process": "bpmn",
};

export function kindOfModel(model: Model): ModelKind {
  const kind = KIND_OF[givenKind(model)!];
  if (kind) return kind;
  throw new InputError(
    `Expected a model, as a process tree, a Petri net, a BPMN process or a heuristics net, but found ${
      foundInModelsPlace(model)
    }.\nGive what a discover function or readModel has returned.`,
  );
}

/**
 * The model as one of another kind, with the same behaviour; the model itself if it is of that kind.
 *
 * Trees become nets and BPMN; BPMN becomes nets; heuristics nets become nets; nets become BPMN where they are
 * free-choice workflow nets.
 *
 * @throws InputError if there is no way, or if it is no model: then the error says what to call.
 */
export function modelAs<K extends ModelKind>(model: ConvertibleModel, kind: K): ModelKinds[K] {
  return converted(model, kind) as ModelKinds[K];
}

/**
 * The Petri net of any model that has one, the same net each time: results that are kept with a net are found again.
 *
 * @throws InputError as `modelAs`.
 */
export function asNet(model: ConvertibleModel): PetriNet {
  if (givenKind(model) === "Petri net") return model as PetriNet;
  const known = typeof model === "object" && model !== null ? nets.get(model) : undefined;
  if (known) return known;
  const net = modelAs(model, "net");
  nets.set(model, net);
  return net;
}

const nets = new WeakMap<object, PetriNet>();

const NAME_OF: Readonly<Record<ModelKind, string>> = { tree: "a process tree", net: "a Petri net", bpmn: "BPMN" };

function converted(given: ConvertibleModel, kind: ModelKind): Model {
  const model = givenKind(given) === "heuristics net" ? heuristicsToNet(given as HeuristicsNet) : given as Model;
  const found = kindOfModel(model);
  if (found === kind) return model;
  if (found === "tree") return kind === "net" ? treeToNet(model as ProcessTree) : treeToBpmn(model as ProcessTree);
  if (kind === "tree") {
    throw new InputError(
      `Expected a process tree but found ${
        NAME_OF[found]
      }: not every such model has a tree, so none is made. Write it as ` +
        ".pnml or .bpmn, or discover a tree with an inductive miner.",
    );
  }
  return found === "bpmn" ? bpmnToNet(model as Bpmn) : netToBpmn(model as PetriNet);
}
