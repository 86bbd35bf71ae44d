/**
 * Graphviz compiled to WebAssembly: computes positions, draws nothing.
 *
 * Gansner, Koutsofios, North & Vo, "A technique for drawing directed graphs", IEEE Transactions on Software Engineering
 * 1993.
 */
import { Graphviz } from "@hpcc-js/wasm-graphviz";

// Loading is asynchronous and takes a tenth of a second; done here, what uses it is not.
const graphviz = await Graphviz.load();

/** The layout of a graph in DOT, as the JSON that Graphviz writes. The same text gives the same positions. */
export function graphvizJson(dot: string): string {
  return graphviz.layout(dot, "json", "dot");
}
