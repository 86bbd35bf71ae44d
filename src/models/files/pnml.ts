/**
 * Petri nets as PNML (ISO/IEC 15909-2), with what ProM and PM4Py add: silent transitions and final markings.
 *
 * Hillah, Kindler, Kordon, Petrucci & Trèves, "A primer on the Petri Net Markup Language and ISO/IEC 15909-2", Petri Net
 * Newsletter 76, 2009.
 */
import { attributeOf, childOf, childrenOf, parseXml, type XmlElement, xmlError } from "../../io/xml/xml_tree.ts";
import { type XmlNode, xmlText } from "../../io/xml/xml_write.ts";
import { type Arc, type Marking, PetriNet, type Place, type Transition } from "../petri_net.ts";
import { noteTaker, type ReadModelOptions, xmlIds } from "./notes.ts";

export interface ReadPnmlOptions extends ReadModelOptions {
  /**
   * Where a file has no initial marking, puts a token in its only place without incoming arcs; where it has no final
   * marking, in its only place without outgoing arcs. Said in a note.
   * @default false
   */
  guessMarkings?: boolean;
}

/**
 * Reads a Petri net from PNML as ProM, PM4Py, WoPeD and others write it.
 *
 * A transition is silent if ProM's mark `$invisible$` or the property `invisible` says so; in files of ProM 5, if it is
 * linked to no event of a log while others are. A transition without a name has its id for a label, a place likewise.
 * Pages are joined and references between them resolved. Of several nets or final markings the first is read, with a
 * note. A marking that is not in the file stays empty, with a note.
 *
 * @param name of the file, for errors.
 * @example
 * ```ts
 * import { parsePnml, parseProcessTree, treeToNet, writePnml } from "tracebook";
 * const net = parsePnml(writePnml(treeToNet(parseProcessTree("->( 'a', X( 'b', tau ) )"))));
 * net.transitions.filter(({ label }) => label === undefined).length; // silent ones
 * ```
 * @throws InputError if it is no PNML, an arc joins what is not there, or the net has arcs or inscriptions of another
 * class of nets: inhibitor and reset arcs, coloured tokens.
 */
export function parsePnml(text: string, name = "PNML", options: ReadPnmlOptions = {}): PetriNet {
  return pnmlNet(parseXml(text, name), options);
}

/** The net of a document that was parsed. */
export function pnmlNet(root: XmlElement, options: ReadPnmlOptions = {}): PetriNet {
  const note = noteTaker(options);
  const net = onlyNet(root, note);
  const elements = [...elementsOf(net)];
  const ids = idsOf(elements);
  const places = elements.filter((element) => element.name === "place").map(readPlace);
  const transitions = readTransitions(elements.filter((element) => element.name === "transition"), note);
  const arcs = elements.filter((element) => element.name === "arc").map((arc) => readArc(arc, ids));
  const initial = initialOf(elements);
  const final = finalOf(net, ids, note);
  const complete = (which: "initial" | "final", marking: Marking) =>
    marking.size > 0 ? marking : missingMarking(which, { file: root.file, places, arcs }, options, note);
  return new PetriNet({
    name: textOf(net, "name") ?? net.attributes.get("id") ?? "net",
    places,
    transitions,
    arcs,
    initial: complete("initial", initial),
    final: complete("final", final),
  });
}

/**
 * A Petri net as PNML that ProM and PM4Py read: one page, silent transitions marked `$invisible$`, a final marking.
 *
 * Reading it gives the same net. Ids that XML does not allow are replaced in the file, and kept beside.
 *
 * @throws InputError if a name has a character that XML cannot hold.
 */
export function writePnml(net: PetriNet): string {
  const taken = new Set<string>();
  const ids = xmlIds([...net.places, ...net.transitions].map(({ id }) => id), "n", taken);
  const free = (wanted: string) => {
    let id = wanted;
    for (let n = 1; taken.has(id); n++) id = `${wanted}_${n}`;
    taken.add(id);
    return id;
  };
  const page: XmlNode = {
    name: "page",
    attributes: { id: free("page") },
    children: [
      ...net.places.map((place) => placeNode(place, ids.get(place.id)!, net.initial.get(place.id))),
      ...net.transitions.map((transition) => transitionNode(transition, ids.get(transition.id)!)),
      ...net.arcs.map(({ source, target, weight }, i) => ({
        name: "arc",
        attributes: { id: free(`arc${i + 1}`), source: ids.get(source)!, target: ids.get(target)! },
        children: weight === 1 ? [] : [textNode("inscription", String(weight))],
      })),
    ],
  };
  const root: XmlNode = {
    name: "pnml",
    children: [{
      name: "net",
      attributes: { id: free("net"), type: "http://www.pnml.org/version-2009/grammar/pnmlcoremodel" },
      children: [textNode("name", net.name), page, ...finalNodes(net, ids)],
    }],
  };
  return xmlText(root, `the net ${JSON.stringify(net.name)} as PNML`);
}

const TOOL = "Tracebook";
const OTHER_CLASSES = /symmetricnet|highlevelnet|hlpng|hlnet|coloured|stochastic/i;

function onlyNet(root: XmlElement, note: (note: string) => void): XmlElement {
  const nets = root.name === "net" ? [root] : childrenOf(root, "net");
  if (root.name !== "pnml" && root.name !== "net") {
    throw xmlError(root, `expected PNML, beginning with <pnml>, but found <${root.qualifiedName}>.`);
  }
  const [net, ...more] = nets;
  if (!net) throw xmlError(root, "expected <pnml> to hold a <net> but found none.");
  if (more.length > 0) {
    note(
      `${root.file}: holds ${nets.length} nets; only the first is read (line ${net.line}), that on line ` +
        `${more.map(({ line }) => line).join(", ")} is not.`,
    );
  }
  const type = net.attributes.get("type") ?? "";
  if (OTHER_CLASSES.test(type)) {
    throw xmlError(net, `expected a place/transition net but found one of the type "${type}".`);
  }
  return net;
}

/** Places, transitions, arcs and references of all pages, in the file's order. */
function* elementsOf(page: XmlElement): Generator<XmlElement> {
  for (const child of page.children) {
    if (child.name === "page") yield* elementsOf(child);
    else if (["place", "transition", "arc", "referencePlace", "referenceTransition"].includes(child.name)) yield child;
  }
}

/** The node that each id stands for: itself, or what a reference leads to. */
function idsOf(elements: readonly XmlElement[]): Map<string, XmlElement> {
  const byId = new Map<string, XmlElement>();
  for (const element of elements) {
    if (element.name === "arc") continue;
    const id = attributeOf(element, "id");
    const known = byId.get(id);
    if (known) {
      throw xmlError(element, `expected each id once but found "${id}" again; it is also on line ${known.line}.`);
    }
    byId.set(id, element);
  }
  const resolved = new Map<string, XmlElement>();
  for (const [id, element] of byId) {
    const passed = new Set<XmlElement>();
    let at = element;
    while (at.name.startsWith("reference")) {
      passed.add(at);
      const next = byId.get(attributeOf(at, "ref"));
      if (!next || passed.has(next)) {
        throw xmlError(at, `expected "ref" to lead to a place or a transition but found "${attributeOf(at, "ref")}".`);
      }
      at = next;
    }
    resolved.set(id, at);
  }
  return resolved;
}

function readPlace(element: XmlElement): Place {
  const id = originalId(element);
  return { id, name: textOf(element, "name") ?? id };
}

function readTransitions(elements: readonly XmlElement[], note: (note: string) => void): Transition[] {
  const events = elements.map(logEventOf);
  const linked = events.some((event) => event !== undefined);
  let unlinked = 0;
  const transitions = elements.map((element, i): Transition => {
    const id = originalId(element);
    if (isMarkedSilent(element)) return { id, label: undefined };
    if (linked && events[i] === undefined) {
      unlinked++;
      return { id, label: undefined };
    }
    return { id, label: labelOf(element, id, events[i]) };
  });
  if (unlinked > 0) {
    note(
      `${
        elements[0]!.file
      }: ${unlinked} of ${elements.length} transitions are linked to no event of a log, as ProM 5 ` +
        "writes silent steps; they are read as silent.",
    );
  }
  return transitions;
}

function labelOf(element: XmlElement, id: string, event: LogEvent | undefined): string {
  const own = toolOf(element)?.attributes.get("label");
  if (own !== undefined) return own;
  const written = textOf(element, "name") ?? "";
  if (event && (written === "" || isEventName(written, event))) return event.name;
  return written === "" ? id : written;
}

interface LogEvent {
  readonly name: string;
  readonly type: string;
}

/** ProM 5: the event of a log that a transition stands for. */
function logEventOf(element: XmlElement): LogEvent | undefined {
  for (const tool of childrenOf(element, "toolspecific")) {
    const event = childOf(tool, "logevent");
    if (event) return { name: childOf(event, "name")?.text ?? "", type: childOf(event, "type")?.text ?? "" };
  }
  return undefined;
}

/** ProM 5 writes "NAME\nTYPE" on a transition, with a line break or a backslash and an n. */
function isEventName(written: string, { name, type }: LogEvent): boolean {
  return ["\n", "\\n", " "].some((between) => written === `${name}${between}${type}`);
}

function isMarkedSilent(element: XmlElement): boolean {
  return childrenOf(element, "toolspecific").some((tool) =>
    tool.attributes.get("activity") === "$invisible$" ||
    childrenOf(tool, "property").some((property) =>
      property.attributes.get("key") === "invisible" && property.text.trim().toLowerCase() === "true"
    )
  );
}

function readArc(element: XmlElement, ids: ReadonlyMap<string, XmlElement>): Arc {
  const type = (textOf(element, "arctype") ?? childOf(element, "type")?.attributes.get("value") ??
    element.attributes.get("type") ?? "normal").trim();
  if (/inhibitor|reset|read|test/i.test(type)) {
    throw xmlError(
      element,
      `expected ordinary arcs but found one of the type "${type}". Nets with such arcs are of another class, and are ` +
        "not read.",
    );
  }
  const [source, target] = (["source", "target"] as const).map((end) => {
    const id = attributeOf(element, end);
    const node = ids.get(id);
    if (!node) throw xmlError(element, `expected the arc's ${end} to be a place or a transition but found "${id}".`);
    return node;
  }) as [XmlElement, XmlElement];
  if (source.name === target.name) {
    throw xmlError(
      element,
      `expected the arc to join a place and a transition but found two ${source.name}s: ` +
        `"${attributeOf(source, "id")}" and "${attributeOf(target, "id")}".`,
    );
  }
  const weight = numberIn(element, "inscription") ?? 1;
  if (weight < 1) throw xmlError(element, `expected an arc of weight 1 or more but found ${weight}.`);
  return { source: originalId(source), target: originalId(target), weight };
}

function initialOf(elements: readonly XmlElement[]): Map<string, number> {
  const marking = new Map<string, number>();
  for (const element of elements) {
    const tokens = element.name === "place" ? numberIn(element, "initialMarking") ?? 0 : 0;
    if (tokens > 0) marking.set(originalId(element), tokens);
  }
  return marking;
}

function finalOf(net: XmlElement, ids: ReadonlyMap<string, XmlElement>, note: (note: string) => void): Marking {
  const markings = childrenOf(net, "finalmarkings").flatMap((group) => childrenOf(group, "marking")).map((element) => {
    const marking = new Map<string, number>();
    for (const place of childrenOf(element, "place")) {
      const id = attributeOf(place, "idref");
      const node = ids.get(id);
      if (node?.name !== "place") throw xmlError(place, `expected the id of a place but found "${id}".`);
      const tokens = wholeNumber(place, (childOf(place, "text") ?? place).text);
      if (tokens > 0) marking.set(originalId(node), tokens);
    }
    return { marking, line: element.line };
  }).filter(({ marking }) => marking.size > 0);
  if (markings.length > 1) {
    note(
      `${net.file}: has ${markings.length} final markings; only the first is read (line ${markings[0]!.line}). Cases ` +
        "that end in another count as not finished.",
    );
  }
  return markings[0]?.marking ?? new Map();
}

interface Skeleton {
  readonly file: string;
  readonly places: readonly Place[];
  readonly arcs: readonly Arc[];
}

function missingMarking(
  which: "initial" | "final",
  { file, places, arcs }: Skeleton,
  { guessMarkings = false }: ReadPnmlOptions,
  note: (note: string) => void,
): Marking {
  const inner = new Set(arcs.map((arc) => which === "initial" ? arc.target : arc.source));
  const ends = places.filter(({ id }) => !inner.has(id));
  const where = `places without ${which === "initial" ? "incoming" : "outgoing"} arcs`;
  if (guessMarkings && ends.length === 1) {
    note(`${file}: has no ${which} marking; a token in the only one of its ${where} is assumed: "${ends[0]!.name}".`);
    return new Map([[ends[0]!.id, 1]]);
  }
  note(
    `${file}: has no ${which} marking; it stays empty. ` +
      (ends.length === 1
        ? `To assume a token in "${ends[0]!.name}", the only one of its ${where}, read it with guessMarkings: true.`
        : `It has ${ends.length} ${where}, so none is obvious.`),
  );
  return new Map();
}

/** The text of a label such as <name><text>…</text></name>; `<value>` in older files. */
function textOf(element: XmlElement, label: string): string | undefined {
  const child = childOf(element, label);
  return child && (childOf(child, "text") ?? childOf(child, "value"))?.text;
}

function numberIn(element: XmlElement, label: string): number | undefined {
  const text = textOf(element, label);
  return text === undefined || text.trim() === "" ? undefined : wholeNumber(childOf(element, label)!, text);
}

/** PIPE writes "Default,1". */
function wholeNumber(at: XmlElement, text: string): number {
  const digits = /^\s*(?:Default,)?\s*(\d{1,15})\s*$/.exec(text)?.[1];
  if (digits !== undefined) return Number(digits);
  throw xmlError(
    at,
    `expected a whole number in <${at.qualifiedName}> but found ${JSON.stringify(text.slice(0, 60))}. Tokens with ` +
      "colours or variables are not read.",
  );
}

function toolOf(element: XmlElement): XmlElement | undefined {
  return childrenOf(element, "toolspecific").find((tool) => tool.attributes.get("tool") === TOOL);
}

function originalId(element: XmlElement): string {
  return toolOf(element)?.attributes.get("id") ?? attributeOf(element, "id");
}

function placeNode({ id, name }: Place, xmlId: string, tokens: number | undefined): XmlNode {
  return {
    name: "place",
    attributes: { id: xmlId },
    children: [
      textNode("name", name),
      ...(tokens === undefined ? [] : [textNode("initialMarking", String(tokens))]),
      ...ownNodes(id, xmlId, undefined),
    ],
  };
}

function transitionNode({ id, label }: Transition, xmlId: string): XmlNode {
  const silent: XmlNode = {
    name: "toolspecific",
    attributes: { tool: "ProM", version: "6.4", activity: "$invisible$" },
  };
  return {
    name: "transition",
    attributes: { id: xmlId },
    children: [
      textNode("name", label ?? "tau"),
      ...(label === undefined ? [silent] : []),
      ...ownNodes(id, xmlId, label === "" ? "" : undefined),
    ],
  };
}

/** What other tools need not know: the id, where XML does not allow it, and an empty label. */
function ownNodes(id: string, xmlId: string, label: string | undefined): XmlNode[] {
  if (id === xmlId && label === undefined) return [];
  const attributes = { tool: TOOL, version: "1", id: id === xmlId ? undefined : id, label };
  return [{ name: "toolspecific", attributes }];
}

function finalNodes(net: PetriNet, ids: ReadonlyMap<string, string>): XmlNode[] {
  if (net.final.size === 0) return [];
  const places = [...net.final].map(([id, tokens]): XmlNode => ({
    name: "place",
    attributes: { idref: ids.get(id)! },
    children: [{ name: "text", text: String(tokens) }],
  }));
  return [{ name: "finalmarkings", children: [{ name: "marking", children: places }] }];
}

function textNode(label: string, text: string): XmlNode {
  return { name: label, children: [{ name: "text", text }] };
}
