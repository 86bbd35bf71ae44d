/**
 * Process trees as workflow nets.
 *
 * Leemans, "Robust Process Mining with Guarantees", 2022, section 2.2: each operator becomes a block between two places.
 * Blocks share their border places wherever no token can leak from one into another, and silent steps that the shape of
 * a block asks for, but its behaviour does not, are fused away.
 */
import type { PetriNet } from "../petri_net.ts";
import type { ProcessTree } from "../process_tree.ts";
import { reduceSilent } from "../nets/reduce_silent.ts";
import { reduceTree } from "../reduce_tree.ts";
import { addInclusiveChoice } from "./inclusive_choice.ts";
import { NetBuilder, numbered } from "./net_builder.ts";

/**
 * The workflow net with the language of a process tree: sound, with one place `source` and one place `sink`.
 *
 * Other places are `p1`, `p2`, …, transitions `t1`, `t2`, … in order from the source. An inclusive choice becomes a block
 * that is no free-choice net; trees without one become free-choice nets.
 *
 * @example
 * ```ts
 * import { parseProcessTree, treeToNet } from "tracebook";
 * treeToNet(parseProcessTree("->( 'a', X( 'b', 'c' ) )")).transitions.length; // 3
 * ```
 */
export function treeToNet(tree: ProcessTree): PetriNet {
  const net = new NetBuilder();
  const source = net.place(), sink = net.place();
  addBlock(net, reduceTree(tree), { from: source, to: sink, entered: false, left: false });
  return numbered(reduceSilent(net.build(source, sink)));
}

interface Block {
  readonly from: number;
  readonly to: number;
  /** Whether the block may put tokens back into `from`: nothing else may then take from there by mistake. */
  readonly entered: boolean;
  /** Whether the block may take tokens from `to` again. */
  readonly left: boolean;
}

function addBlock(net: NetBuilder, tree: ProcessTree, block: Block): void {
  const { from, to } = block, { children } = tree;
  if (tree.operator === undefined) {
    net.transition(tree.activity, [from], [to]);
  } else if (tree.operator === "sequence") {
    addSequence(net, children, block);
  } else if (tree.operator === "loop") {
    addLoop(net, children, block);
  } else if (children.length === 1) {
    addBlock(net, children[0]!, block);
  } else if (tree.operator === "choice") {
    for (const child of children) addBlock(net, child, { from, to, entered: false, left: false });
  } else if (tree.operator === "parallel") {
    const blocks = children.map((child) => addOwnBlock(net, child));
    net.transition(undefined, [from], blocks.map(([entry]) => entry));
    net.transition(undefined, blocks.map(([, exit]) => exit), [to]);
  } else {
    addInclusiveChoice(net, from, children.map((child) => addOwnBlock(net, child)), to);
  }
}

function addSequence(net: NetBuilder, children: readonly ProcessTree[], { from, to, entered, left }: Block): void {
  let at = from;
  children.forEach((child, i) => {
    const next = children[i + 1];
    const border = next === undefined ? to : net.place();
    addBlock(net, child, {
      from: at,
      to: border,
      entered: i > 0 || entered,
      left: next === undefined ? left : !beginsWithLoop(next),
    });
    at = border;
  });
}

/** Its first place is where every round begins, its last where every round ends. */
function addLoop(net: NetBuilder, [body, ...redos]: readonly ProcessTree[], { from, to, entered, left }: Block): void {
  const begin = entered ? from : net.place(), end = left ? to : net.place();
  if (begin !== from) net.transition(undefined, [from], [begin]);
  addBlock(net, body!, { from: begin, to: end, entered: true, left: true });
  for (const redo of redos) addBlock(net, redo, { from: end, to: begin, entered: false, left: false });
  if (end !== to) net.transition(undefined, [end], [to]);
}

function beginsWithLoop(tree: ProcessTree): boolean {
  if (tree.operator === "loop") return true;
  const transparent = tree.operator === "sequence" || (tree.operator !== undefined && tree.children.length === 1);
  return transparent && beginsWithLoop(tree.children[0]!);
}

/**
 * A block between places of its own. It never takes from its last place again: the transition that waits there for other
 * blocks too would compete with it, and the net would be no free-choice net.
 */
function addOwnBlock(net: NetBuilder, tree: ProcessTree): readonly [number, number] {
  const from = net.place(), to = net.place();
  addBlock(net, tree, { from, to, entered: true, left: false });
  return [from, to];
}
