/**
 * Workflow nets: one place to begin, one to end, everything else between them.
 *
 * van der Aalst, "The Application of Petri Nets to Workflow Management", Journal of Circuits, Systems and Computers 8
 * (1998), definition 6.
 */
import { inWords } from "../../base/inspect.ts";
import type { Arc, Marking, PetriNet } from "../petri_net.ts";
import { listed, markingText, placeName, transitionName } from "../nets/net_words.ts";
import { requireKind } from "../given_model.ts";

export interface WorkflowNetCheck {
  readonly isWorkflowNet: boolean;
  /** Id of the only place without incoming arcs, if there is exactly one. */
  readonly source: string | undefined;
  /** Id of the only place without outgoing arcs, if there is exactly one. */
  readonly sink: string | undefined;
  readonly problems: readonly WorkflowNetProblem[];
  /** In words. */
  toString(): string;
}

export interface WorkflowNetProblem {
  readonly kind: "source" | "sink" | "disconnected";
  /** Ids: the places that compete to be source or sink, or the nodes on no path from source to sink. */
  readonly nodes: readonly string[];
  readonly message: string;
}

/**
 * Whether a net is a workflow net, and if not, which places or transitions stand against it.
 *
 * @example
 * ```ts
 * import { checkWorkflowNet, parseProcessTree, treeToNet } from "tracebook";
 * checkWorkflowNet(treeToNet(parseProcessTree("->( 'a', 'b' )"))).isWorkflowNet; // true
 * ```
 */
export function checkWorkflowNet(net: PetriNet): WorkflowNetCheck {
  requireKind("Petri net", net, "asNet(model) makes a net of a model of any kind.");
  const ends = (side: "source" | "target") => {
    const used = new Set(net.arcs.map((arc) => arc[side]));
    return net.places.filter(({ id }) => !used.has(id)).map(({ id }) => id);
  };
  const sources = ends("target"), sinks = ends("source");
  const [source, sink] = [sources, sinks].map((ids) => ids.length === 1 ? ids[0] : undefined);
  const problems = [...one(net, "source", sources), ...one(net, "sink", sinks)];
  if (source !== undefined && sink !== undefined) problems.push(...disconnected(net, source, sink));
  const isWorkflowNet = problems.length === 0;
  return inWords({
    isWorkflowNet,
    source,
    sink,
    problems,
    toString: () =>
      isWorkflowNet
        ? `"${net.name}" is a workflow net from ${placeName(net, source!)} to ${placeName(net, sink!)}.`
        : `"${net.name}" is no workflow net. ${problems.map(({ message }) => message).join(" ")}`,
  });
}

/** What the markings of the net say, where they say something else than that it begins in `source` and ends in `sink`. */
export function markingProblems(
  net: PetriNet,
  source: string,
  sink: string,
): { readonly nodes: readonly string[]; readonly marking: Marking; readonly message: string }[] {
  return [["initial", source] as const, ["final", sink] as const].flatMap(([which, place]) => {
    const marking = net[which];
    if (marking.size === 0 || (marking.size === 1 && marking.get(place) === 1)) return [];
    const message = `Expected the ${which} marking to be one token in ${placeName(net, place)} but found ${
      markingText(marking)
    }.`;
    return [{ nodes: [...marking.keys()], marking, message }];
  });
}

function one(net: PetriNet, kind: "source" | "sink", nodes: readonly string[]): WorkflowNetProblem[] {
  if (nodes.length === 1) return [];
  const arcs = kind === "source" ? "incoming" : "outgoing";
  const message = nodes.length === 0
    ? `Expected a ${kind}, a place without ${arcs} arcs, but every place has some.`
    : `Expected one ${kind}, a place without ${arcs} arcs, but found ${nodes.length}: ` +
      `${listed(nodes.map((id) => placeName(net, id)))}.`;
  return [{ kind, nodes, message }];
}

function disconnected(net: PetriNet, source: string, sink: string): WorkflowNetProblem[] {
  const ahead = reached(net.arcs, source);
  const back = reached(
    net.arcs.map(({ source, target, weight }) => ({ source: target, target: source, weight })),
    sink,
  );
  const isOff = ({ id }: { id: string }) => !ahead.has(id) || !back.has(id);
  const places = net.places.filter(isOff).map(({ id }) => id);
  const transitions = net.transitions.filter(isOff).map(({ id }) => id);
  if (places.length + transitions.length === 0) return [];
  const names = [...places.map((id) => placeName(net, id)), ...transitions.map((id) => transitionName(net, id))];
  return [{
    kind: "disconnected",
    nodes: [...places, ...transitions],
    message: `Expected every node on a path from source to sink, which is not so for ${listed(names)}.`,
  }];
}

function reached(arcs: readonly Arc[], from: string): Set<string> {
  const next = new Map<string, string[]>();
  for (const { source, target } of arcs) {
    const targets = next.get(source);
    if (targets === undefined) next.set(source, [target]);
    else targets.push(target);
  }
  const found = new Set([from]);
  for (const id of found) for (const target of next.get(id) ?? []) found.add(target);
  return found;
}
