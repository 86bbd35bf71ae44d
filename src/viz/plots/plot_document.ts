/** The document in which a cell's plots are drawn, where the cell gives none. */
import { parseHTML } from "linkedom";
import { markup, markupText } from "../kit/markup.ts";

/** A document of its own: plots of cells and charts of the library do not meet. */
export const plotDocument: Document = parseHTML("<!doctype html><html><body></body></html>").document;

const createElement = plotDocument.createElement.bind(plotDocument);

plotDocument.createElement =
  ((name: string) => name.toLowerCase() === "canvas" ? new RectangleCanvas() : createElement(name)) as Document[
    "createElement"
  ];

/**
 * As much of a canvas as Plot's legends of continuous colours need: filled rectangles. It gives its picture as SVG,
 * since there is nothing here that paints.
 */
class RectangleCanvas {
  width = 300;
  height = 150;
  readonly #rectangles: string[] = [];

  getContext(kind: string) {
    if (kind !== "2d") return null;
    const rectangles = this.#rectangles;
    return {
      fillStyle: "#000",
      fillRect(x: number, y: number, width: number, height: number) {
        rectangles.push(markupText(markup("rect", { x, y, width, height, fill: this.fillStyle })));
      },
      createImageData: noPixels,
      putImageData: noPixels,
      drawImage: noPixels,
    };
  }

  toDataURL(): string {
    const size = `viewBox="0 0 ${this.width} ${this.height}" preserveAspectRatio="none" shape-rendering="crispEdges"`;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${this.#rectangles.join("")}</svg>`;
    return `data:image/svg+xml,${encodeURIComponent(svg)}`;
  }
}

function noPixels(): never {
  throw new Error("Plot.raster paints pixels, which needs a page. Use Plot.cell, Plot.contour or Plot.hexbin here.");
}
