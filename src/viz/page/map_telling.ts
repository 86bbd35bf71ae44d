/** What a map tells of the activity or the arrow that is pointed at. */
import { edgeFacts, nodeFacts, nodeName } from "../map/draw.ts";
import type { Layout } from "../map/layout.ts";
import type { MapModel } from "../map/model.ts";
import { lightAround } from "./map_canvas.ts";
import type { Tooltip } from "./tooltip.ts";

export interface ToldMap {
  readonly content: SVGElement;
  readonly model: MapModel;
  readonly layout: Layout;
  readonly tip: Tooltip;
}

/** Lights what is around it, and shows its figures at a place of the window. */
export function tellOfPart(target: SVGElement, { content, model, layout, tip }: ToldMap, x: number, y: number): void {
  lightAround(target, content, model, layout);
  const { node, edge } = target.dataset;
  if (node !== undefined) return tip.show(nodeName(model, Number(node)), nodeFacts(model, Number(node)), x, y);
  const found = model.edges[Number(edge)]!;
  tip.show(`${nodeName(model, found.from)} → ${nodeName(model, found.to)}`, edgeFacts(model, found), x, y);
}
