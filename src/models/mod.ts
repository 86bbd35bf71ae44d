/**
 * Process models: what they are, checked, converted, drawn up, read and written.
 *
 * @module
 */

// Counts of a log
export type { TraceCounts, TraceVariants } from "./trace_variants.ts";
export type { Dfg, DfgEdge } from "./dfg.ts";

// Models
export { Bpmn } from "./bpmn.ts";
export type { BpmnFlow, BpmnKind, BpmnLayout, BpmnNode } from "./bpmn.ts";
export { PetriNet } from "./petri_net.ts";
export type { Arc, Marking, PetriNetParts, Place, Transition } from "./petri_net.ts";
export { ProcessTree } from "./process_tree.ts";
export type { TreeOperator } from "./process_tree.ts";
export { parseProcessTree } from "./parse_tree.ts";
export { treesEqual } from "./tree_equality.ts";
export { treeToNet } from "./convert/tree_to_net.ts";
export { treeToBpmn } from "./convert/tree_to_bpmn.ts";
export { bpmnToNet } from "./convert/bpmn_to_net.ts";
export { netToBpmn } from "./convert/net_to_bpmn.ts";
export { reduceTree } from "./reduce_tree.ts";
export { reduceSilent } from "./nets/reduce_silent.ts";
export { checkWorkflowNet } from "./check/workflow_net.ts";
export type { WorkflowNetCheck, WorkflowNetProblem } from "./check/workflow_net.ts";
export { checkFreeChoice } from "./check/free_choice.ts";
export type { FreeChoiceCheck, FreeChoiceConflict } from "./check/free_choice.ts";
export { checkSoundness } from "./check/soundness.ts";
export type { SoundnessCheck, SoundnessOptions, SoundnessProblem } from "./check/soundness.ts";
export { layOutBpmn } from "./layout/bpmn_layout.ts";
export { readModel, writeModel } from "./files/model_files.ts";
export type { ReadModelFileOptions } from "./files/model_files.ts";
export { asNet, modelAs } from "./convert/model_as.ts";
export type { ConvertibleModel, Model, ModelKind } from "./convert/model_as.ts";

// What miners find beside nets and trees
export { HeuristicsNet, heuristicsToNet } from "./heuristics_net.ts";
export { DeclareModel } from "./declare.ts";
export type { DeclareConstraint, DeclareTemplate } from "./declare.ts";
export { LogSkeleton } from "./log_skeleton.ts";
export { TemporalProfile } from "./temporal_profile.ts";
export { footprintsOf } from "./footprints_of_model.ts";
export { Footprints } from "./footprints.ts";
export { TransitionSystem } from "./transition_system.ts";
