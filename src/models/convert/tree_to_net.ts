/**
 * Process trees as workflow nets.
 *
 * Leemans, "Robust Process Mining with Guarantees", 2022, section 2.2: each operator becomes a block between two places.
 * Blocks share their border places wherever no token can leak from one into another, and silent steps that the shape of
 * a block asks for, but its behaviour does not, are fused away.
 */
import { type Deep, runDeep } from "../../base/deep.ts";
import type { PetriNet } from "../petri_net.ts";
import type { ProcessTree } from "../process_tree.ts";
import { reduceSilent } from "../nets/reduce_silent.ts";
import { reduceTree } from "../reduce_tree.ts";
import { addInclusiveChoice } from "./inclusive_choice.ts";
import { NetBuilder, numbered } from "./net_builder.ts";
import { requireKind } from "../given_model.ts";

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
  requireKind("process tree", tree, "asNet(model) makes a net of a model of any kind.");
  const net = new NetBuilder();
  const source = net.place(), sink = net.place();
  runDeep(addBlock(net, reduceTree(tree), { from: source, to: sink, entered: false, left: false }));
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

function* addBlock(net: NetBuilder, tree: ProcessTree, block: Block): Deep<void> {
  const { from, to } = block, { children } = tree;
  if (tree.operator === undefined) {
    net.transition(tree.activity, [from], [to]);
  } else if (tree.operator === "sequence") {
    yield addSequence(net, children, block);
  } else if (tree.operator === "loop") {
    yield addLoop(net, children, block);
  } else if (children.length === 1) {
    yield addBlock(net, children[0]!, block);
  } else if (tree.operator === "choice") {
    for (const child of children) yield addBlock(net, child, { from, to, entered: false, left: false });
  } else if (tree.operator === "parallel") {
    const blocks = (yield addOwnBlocks(net, children)) as OwnBlock[];
    net.transition(undefined, [from], blocks.map(([entry]) => entry));
    net.transition(undefined, blocks.map(([, exit]) => exit), [to]);
  } else {
    addInclusiveChoice(net, from, (yield addOwnBlocks(net, children)) as OwnBlock[], to);
  }
}

function* addSequence(
  net: NetBuilder,
  children: readonly ProcessTree[],
  { from, to, entered, left }: Block,
): Deep<void> {
  let at = from;
  for (const [i, child] of children.entries()) {
    const next = children[i + 1];
    const border = next === undefined ? to : net.place();
    yield addBlock(net, child, {
      from: at,
      to: border,
      entered: i > 0 || entered,
      left: next === undefined ? left : !beginsWithLoop(next),
    });
    at = border;
  }
}

/** Its first place is where every round begins, its last where every round ends. */
function* addLoop(
  net: NetBuilder,
  [body, ...redos]: readonly ProcessTree[],
  { from, to, entered, left }: Block,
): Deep<void> {
  const begin = entered ? from : net.place(), end = left ? to : net.place();
  if (begin !== from) net.transition(undefined, [from], [begin]);
  yield addBlock(net, body!, { from: begin, to: end, entered: true, left: true });
  for (const redo of redos) yield addBlock(net, redo, { from: end, to: begin, entered: false, left: false });
  if (end !== to) net.transition(undefined, [end], [to]);
}

function beginsWithLoop(tree: ProcessTree): boolean {
  for (let at = tree;; at = at.children[0]!) {
    if (at.operator === "loop") return true;
    if (at.operator !== "sequence" && (at.operator === undefined || at.children.length !== 1)) return false;
  }
}

/**
 * Blocks between places of their own. None takes from its last place again: the transition that waits there for other
 * blocks too would compete with it, and the net would be no free-choice net.
 */
function* addOwnBlocks(net: NetBuilder, trees: readonly ProcessTree[]): Deep<OwnBlock[]> {
  const blocks: OwnBlock[] = [];
  for (const tree of trees) {
    const from = net.place(), to = net.place();
    yield addBlock(net, tree, { from, to, entered: true, left: false });
    blocks.push([from, to]);
  }
  return blocks;
}

/** Its first and its last place. */
type OwnBlock = readonly [number, number];
