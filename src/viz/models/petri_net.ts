/** A Petri net as a picture. */
import type { Marking, PetriNet } from "../../models/petri_net.ts";
import { type Figure, figure } from "../figure/figure.ts";
import { textTable } from "../../base/text_table.ts";
import { firstNames, namesAndCount } from "../../base/lists.ts";
import { countOf } from "../../base/format.ts";
import { graphSvg } from "./graph_picture.ts";
import { coloursOf } from "./model_colours.ts";
import { directionOf, type GraphViewOptions } from "./model_options.ts";
import { netPicture } from "./net_picture.ts";
import { asNet, type ConvertibleModel } from "../../models/convert/model_as.ts";

/**
 * Shows a Petri net: places as circles, transitions as boxes, silent steps as small filled ones.
 *
 * Dots are the tokens of the initial marking, a double ring is the final marking. In the page it can be zoomed, and
 * pointing at a node lights up its arcs.
 *
 * @example
 * ```ts
 * import { PetriNet, viewPetriNet } from "tracebook";
 * viewPetriNet(
 *   new PetriNet({
 *     places: [{ id: "before", name: "before" }, { id: "after", name: "after" }],
 *     transitions: [{ id: "t", label: "pay" }],
 *     arcs: [{ source: "before", target: "t" }, { source: "t", target: "after" }],
 *     initial: new Map([["before", 1]]),
 *     final: new Map([["after", 1]]),
 *   }),
 * );
 * ```
 */
export function viewPetriNet(model: ConvertibleModel, options: GraphViewOptions = {}): Figure {
  const net = asNet(model);
  const { log, title } = options;
  const around = neighbours(net);
  const colour = coloursOf(net.transitions.flatMap(({ label }) => label ?? []), log);
  const picture = netPicture(net, {
    transition: (t) => {
      const { id, label } = net.transitions[t]!;
      const { from, to } = around(id);
      return {
        colour: colour(label ?? ""),
        facts: [["Takes from", namesOf(from)], ["Gives to", namesOf(to)]],
      };
    },
    place: (p) => {
      const { id } = net.places[p]!;
      const { from, to } = around(id);
      return { facts: [["After", namesOf(from)], ["Before", namesOf(to)], ...markingFacts(net, id)] };
    },
  }, directionOf(options));
  const rows = net.transitions.map(({ id, label }) => {
    const { from, to } = around(id);
    return [label ?? "(silent)", id, from.join(", "), to.join(", ")];
  });
  return figure({
    kind: "model",
    behaviour: "model",
    title: title ?? `Petri net: ${net.name}`,
    caption: `${sizeInWords(net)} Initial marking: ${markingInWords(net, net.initial)}; ` +
      `final marking: ${markingInWords(net, net.final)}. ` +
      "Circles are places, boxes transitions, small filled boxes silent steps; a dot is a token, a double ring the final marking.",
    svg: graphSvg(picture),
    alt: altText(net),
    table: { columns: ["transition", "id", "takes from", "gives to"], rows },
    text: textTable([
      ["transition", "takes from", "gives to"],
      ...rows.map(([name, , from, to]) => [name!, from!, to!]),
    ], {
      left: [0, 1, 2],
    }),
    data: "Petri net",
  });
}

export function sizeInWords(net: PetriNet): string {
  const silent = net.transitions.filter(({ label }) => label === undefined).length;
  return `${countOf(net.places.length, "place")}, ${
    countOf(net.transitions.length, "transition")
  } (${silent} silent), ` +
    `${countOf(net.arcs.length, "arc")}.`;
}

/** Of each place or transition, by its id, those before and after it: places by name, transitions by label. */
function neighbours(net: PetriNet): (id: string) => { from: string[]; to: string[] } {
  const name = new Map([
    ...net.places.map(({ id, name }) => [id, name === "" ? id : name] as const),
    ...net.transitions.map(({ id, label }) => [id, label ?? `silent ${id}`] as const),
  ]);
  const found = new Map([...name.keys()].map((id) => [id, { from: [] as string[], to: [] as string[] }]));
  const place = new Map([...name.keys()].map((id, i) => [id, i]));
  const arcs = [...net.arcs].sort((a, b) =>
    place.get(a.source)! - place.get(b.source)! || place.get(a.target)! - place.get(b.target)!
  );
  for (const { source, target, weight } of arcs) {
    const times = weight > 1 ? ` ×${weight}` : "";
    found.get(source)!.to.push(name.get(target)! + times);
    found.get(target)!.from.push(name.get(source)! + times);
  }
  return (id) => found.get(id)!;
}

function namesOf(names: readonly string[]): string {
  return namesAndCount(names, 4) || "none";
}

function markingFacts(net: PetriNet, id: string): [string, string][] {
  return (["initial", "final"] as const).flatMap((which) => {
    const tokens = net[which].get(id);
    return tokens === undefined ? [] : [[`Tokens of the ${which} marking`, String(tokens)] as [string, string]];
  });
}

function markingInWords(net: PetriNet, marking: Marking): string {
  if (marking.size === 0) return "none given";
  return net.places.filter(({ id }) => marking.has(id))
    .map(({ id, name }) => (name === "" ? id : name) + (marking.get(id)! > 1 ? ` ×${marking.get(id)}` : "")).join(", ");
}

function altText(net: PetriNet): string {
  const labels = [...new Set(net.transitions.flatMap(({ label }) => label ?? []))];
  return `Petri net with ${sizeInWords(net)} ${
    labels.length === 0 ? "All steps are silent." : `Activities: ${firstNames(labels, 12)}.`
  }`;
}
