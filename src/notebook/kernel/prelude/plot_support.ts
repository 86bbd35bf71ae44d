/** What the kernel loads when a cell, or a file that it imports, asks for Observable Plot. */
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { plotDocument } from "../../../viz/plots/plot_document.ts";
import { isPlot, plotFigure } from "../../../viz/plots/plot_figure.ts";
import { keepTips, type PlotModule } from "../../../viz/plots/plot_tips.ts";

const prepared = new WeakSet<object>();

/** From now on the plots of this Plot keep their tips. */
export function prepare(plot: PlotModule): void {
  if (prepared.has(plot.Mark.prototype)) return;
  prepared.add(plot.Mark.prototype);
  keepTips(plot, plotDocument);
}

/** The document for the Plot that was loaded from the file `index`. */
export function documentFor(index: string): Document {
  // It is loaded already, and only looked up.
  prepare(createRequire(index)(fileURLToPath(index)) as PlotModule);
  return plotDocument;
}

/** A plot as a figure, which shows itself; whatever else as it is. */
export function shown(value: unknown): unknown {
  return isPlot(value) ? plotFigure(value) : value;
}
