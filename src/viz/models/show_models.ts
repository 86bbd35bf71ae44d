/** A model as a cell's last expression shows its picture: imported for that, since models know nothing of pictures. */
import { HeuristicsNet } from "../../models/heuristics_net.ts";
import { Bpmn } from "../../models/bpmn.ts";
import { DeclareModel } from "../../models/declare.ts";
import { Footprints } from "../../models/footprints.ts";
import { PetriNet } from "../../models/petri_net.ts";
import { ProcessTree } from "../../models/process_tree.ts";
import { displaySymbol } from "../figure/display.ts";
import type { Figure } from "../figure/figure.ts";
import { viewBpmn } from "./bpmn.ts";
import { viewDeclare } from "./declare.ts";
import { viewFootprints } from "./footprints.ts";
import { viewHeuristicsNet } from "./heuristics_net.ts";
import { viewPetriNet } from "./petri_net.ts";
import { viewProcessTree } from "./process_tree.ts";

shows(ProcessTree, viewProcessTree);
shows(PetriNet, viewPetriNet);
shows(Bpmn, viewBpmn);
shows(HeuristicsNet, viewHeuristicsNet);
shows(DeclareModel, viewDeclare);
shows(Footprints, viewFootprints);

function shows<M extends object>(kind: { readonly prototype: M }, view: (model: M) => Figure): void {
  Object.defineProperty(kind.prototype, displaySymbol, {
    configurable: true,
    value(this: M) {
      return view(this)[displaySymbol]();
    },
  });
}
