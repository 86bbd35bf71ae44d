/** Process trees as PTML, the format of ProM's package ProcessTree, which PM4Py reads and writes too. */
import { type Deep, runDeep } from "../../base/deep.ts";
import { attributeOf, childrenOf, parseXml, type XmlElement, xmlError } from "../../io/xml/xml_tree.ts";
import { type XmlNode, xmlText } from "../../io/xml/xml_write.ts";
import { MAX_TREE_DEPTH, ProcessTree, type TreeOperator } from "../process_tree.ts";
import { noteTaker, type ReadModelOptions } from "./notes.ts";

const OPERATOR_OF: ReadonlyMap<string, TreeOperator> = new Map([
  ["sequence", "sequence"],
  ["xor", "choice"],
  ["def", "choice"],
  ["and", "parallel"],
  ["or", "inclusive"],
  ["xorLoop", "loop"],
  ["defLoop", "loop"],
]);
const NAME_OF: Readonly<Record<TreeOperator, string>> = {
  sequence: "sequence",
  choice: "xor",
  parallel: "and",
  inclusive: "or",
  loop: "xorLoop",
};
const MAX_TREE_NODES = 1_000_000;
/** Name of a choice that stands for the further redo parts of a loop, of which the format allows only one. */
const REDO = "redo";

/**
 * Reads a process tree from PTML.
 *
 * A loop of three parts, do, redo and exit, becomes the loop of the first two, followed by the exit unless that is τ.
 * Deferred choices and loops (`def`, `defLoop`) allow the same traces as the others and are read as those, with a note.
 * Children stand in the order of the file's `parentsNode` elements.
 *
 * Some files write a leaf once for each place that it stands in, always with the same id: it is read as one, with a note.
 *
 * @param name of the file, for errors.
 * @example
 * ```ts
 * import { parseProcessTree, parsePtml, writePtml } from "tracebook";
 * parsePtml(writePtml(parseProcessTree("*( 'a', 'b', 'c' )"))).toString(); // "*( 'a', 'b', 'c' )"
 * ```
 * @throws InputError if it is no PTML, a node is of a kind that process trees do not have, or the nodes form no tree.
 */
export function parsePtml(text: string, name = "PTML", options: ReadModelOptions = {}): ProcessTree {
  return ptmlTree(parseXml(text, name), options);
}

/** The tree of a document that was parsed. */
export function ptmlTree(root: XmlElement, options: ReadModelOptions = {}): ProcessTree {
  const note = noteTaker(options);
  const tree = onlyTree(root, note);
  const { nodes, children } = readNodes(tree, note);
  const first = rootOf(tree, nodes, children);
  const built = new Map<XmlElement, ProcessTree>();
  const sizes = new Map<ProcessTree, number>();
  const path = new Set<XmlElement>();
  function* build(node: XmlElement): Deep<ProcessTree> {
    if (path.has(node)) throw xmlError(node, `expected a tree but found "${node.attributes.get("id")}" within itself.`);
    const known = built.get(node);
    if (known) return known;
    path.add(node);
    if (path.size > MAX_TREE_DEPTH) {
      throw xmlError(
        node,
        `expected nodes nested at most ${MAX_TREE_DEPTH.toLocaleString("en")} deep but found more. ` +
          "Flatten sequences within sequences, or discover a simpler tree.",
      );
    }
    const parts: ProcessTree[] = [];
    for (const child of children.get(node)!) parts.push(yield build(child));
    const made = makeNode(node, children.get(node)!, parts);
    path.delete(node);
    built.set(node, made);
    // A node that hangs on two stands in the tree twice, with all below it.
    sizes.set(made, parts.reduce((sum, part) => sum + (sizes.get(part) ?? 1), 1));
    if (sizes.get(made)! > MAX_TREE_NODES) {
      throw xmlError(
        node,
        `expected a tree of at most ${
          MAX_TREE_NODES.toLocaleString("en")
        } nodes but found more, because nodes hang on ` +
          "several others. Each node of a tree has one parentsNode element that leads to it.",
      );
    }
    return made;
  }
  const result = runDeep(build(first));
  const deferred = [...built.keys()].filter((node) => node.name.startsWith("def")).length;
  if (deferred > 0) note(`${root.file}: ${deferred} deferred choices or loops are read as ordinary ones.`);
  const left = nodes.size - built.size;
  if (left > 0) note(`${root.file}: ${left} of ${nodes.size} nodes do not hang on the root and are left out.`);
  return result;
}

/**
 * A process tree as PTML that ProM and PM4Py read. Reading it gives the same tree.
 *
 * The format's loops have three parts: the third, the exit, is written as τ; redo parts beyond the first stand together
 * in a choice named "redo".
 *
 * @throws InputError if a name has a character that XML cannot hold.
 */
export function writePtml(tree: ProcessTree): string {
  const nodes: XmlNode[] = [], edges: XmlNode[] = [];
  let ids = 0;
  const nextId = () => `00000000-0000-4000-8000-${(++ids).toString(16).padStart(12, "0")}`;
  const treeId = nextId();
  function* write(node: ProcessTree): Deep<string> {
    const id = nextId();
    nodes.push({ name: elementName(node), attributes: { id, name: node.activity ?? "" } });
    yield writeChildren(id, node.operator === "loop" ? loopParts(node.children) : node.children);
    return id;
  }
  function* writeChildren(id: string, children: readonly (ProcessTree | readonly ProcessTree[])[]): Deep<void> {
    for (const child of children) {
      const childId: string = child instanceof ProcessTree ? yield write(child) : nextId();
      if (!(child instanceof ProcessTree)) {
        nodes.push({ name: "xor", attributes: { id: childId, name: REDO } });
        yield writeChildren(childId, child);
      }
      edges.push({ name: "parentsNode", attributes: { id: nextId(), sourceId: id, targetId: childId } });
    }
  }
  const root = runDeep(write(tree));
  const children = [...nodes, ...edges];
  const attributes = { id: treeId, name: "process tree", root };
  return xmlText({ name: "ptml", children: [{ name: "processTree", attributes, children }] }, "the tree as PTML");
}

function onlyTree(root: XmlElement, note: (note: string) => void): XmlElement {
  if (root.name !== "ptml") {
    throw xmlError(root, `expected PTML, beginning with <ptml>, but found <${root.qualifiedName}>.`);
  }
  const [tree, ...more] = childrenOf(root, "processTree");
  if (!tree) throw xmlError(root, "expected <ptml> to hold a <processTree> but found none.");
  if (more.length > 0) {
    note(`${root.file}: holds ${more.length + 1} process trees; only the first is read (line ${tree.line}).`);
  }
  return tree;
}

/** Whether two elements are the same activity, or both silent. */
function isSameLeaf(a: XmlElement, b: XmlElement): boolean {
  return !OPERATOR_OF.has(a.name) && a.name === b.name && a.attributes.get("name") === b.attributes.get("name");
}

interface Nodes {
  readonly nodes: ReadonlyMap<string, XmlElement>;
  readonly children: ReadonlyMap<XmlElement, XmlElement[]>;
}

function readNodes(tree: XmlElement, note: (note: string) => void): Nodes {
  const nodes = new Map<string, XmlElement>();
  const repeated = new Set<string>();
  const children = new Map<XmlElement, XmlElement[]>();
  for (const element of tree.children) {
    if (element.name === "parentsNode") continue;
    if (!OPERATOR_OF.has(element.name) && element.name !== "manualTask" && element.name !== "automaticTask") {
      throw xmlError(
        element,
        `expected ${[...OPERATOR_OF.keys()].join(", ")}, manualTask, automaticTask or parentsNode but found ` +
          `<${element.qualifiedName}>. Such nodes have no place in a process tree here.`,
      );
    }
    const id = attributeOf(element, "id");
    const known = nodes.get(id);
    if (known && isSameLeaf(known, element)) {
      repeated.add(id);
      continue;
    }
    if (known) {
      throw xmlError(element, `expected each id once but found "${id}" again; it is also on line ${known.line}.`);
    }
    nodes.set(id, element);
    children.set(element, []);
  }
  if (repeated.size > 0) {
    const names = [...repeated].map((id) => JSON.stringify(nodes.get(id)!.attributes.get("name") ?? "")).join(", ");
    note(`${tree.file}: leaves of the same id and name are read as one that stands in several places: ${names}.`);
  }
  for (const edge of childrenOf(tree, "parentsNode")) {
    const [parent, child] = (["sourceId", "targetId"] as const).map((end) => {
      const id = attributeOf(edge, end);
      const node = nodes.get(id);
      if (!node) throw xmlError(edge, `expected ${end} to name a node of the tree but found "${id}".`);
      return node;
    });
    children.get(parent!)!.push(child!);
  }
  return { nodes, children };
}

/** The node that the attribute `root` names; without one, the only node that hangs on no other. */
function rootOf(tree: XmlElement, nodes: Nodes["nodes"], children: Nodes["children"]): XmlElement {
  const id = tree.attributes.get("root");
  if (id !== undefined) {
    const node = nodes.get(id);
    if (!node) throw xmlError(tree, `expected root to name a node of the tree but found "${id}".`);
    return node;
  }
  const hanging = new Set([...children.values()].flat());
  const free = [...nodes.values()].filter((node) => !hanging.has(node));
  if (free.length !== 1) {
    throw xmlError(tree, `expected one node that hangs on no other, as the root, but found ${free.length}.`);
  }
  return free[0]!;
}

function makeNode(
  node: XmlElement,
  children: readonly XmlElement[],
  parts: readonly ProcessTree[],
): ProcessTree {
  const operator = OPERATOR_OF.get(node.name);
  if (operator === undefined) {
    if (children.length > 0) {
      throw xmlError(node, `expected <${node.qualifiedName}> to have no children but found ${children.length}.`);
    }
    return node.name === "manualTask" ? ProcessTree.leaf(attributeOf(node, "name")) : ProcessTree.TAU;
  }
  if (operator !== "loop") {
    if (children.length === 0) {
      throw xmlError(node, `expected <${node.qualifiedName}> to have children but found none.`);
    }
    return ProcessTree.node(operator, parts);
  }
  if (children.length !== 2 && children.length !== 3) {
    throw xmlError(
      node,
      `expected <${node.qualifiedName}> to have two or three children (do, redo, exit) but found ${children.length}.`,
    );
  }
  const [body, redo, exit] = parts;
  const redos = children[1]!.name === "xor" && children[1]!.attributes.get("name") === REDO ? redo!.children : [redo!];
  const loop = ProcessTree.node("loop", [body!, ...redos]);
  return exit === undefined || exit.isTau ? loop : ProcessTree.node("sequence", [loop, exit]);
}

function elementName({ operator, activity }: ProcessTree): string {
  if (operator !== undefined) return NAME_OF[operator];
  return activity === undefined ? "automaticTask" : "manualTask";
}

/** Do, redo and exit; several redo parts as a list. */
function loopParts([body, ...redo]: readonly ProcessTree[]): (ProcessTree | readonly ProcessTree[])[] {
  return [body!, redo.length === 1 ? redo[0]! : redo, ProcessTree.TAU];
}
