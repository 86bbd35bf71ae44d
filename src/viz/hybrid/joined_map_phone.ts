/** The joined map for a phone: steps one below the other in the order of the process, and below each where cases go on. */
import { formatCount } from "../../base/format.ts";
import { chartFrame, TEXT } from "../kit/chart_frame.ts";
import { padding } from "../kit/frame.ts";
import { clipText } from "../kit/fit_text.ts";
import { type Markup, markup } from "../kit/markup.ts";
import { mark, rounded } from "../kit/svg.ts";
import { words } from "../paths/bar_rows.ts";
import { boxOf, boxStyle, factsOf, type MapStep } from "./joined_map_boxes.ts";
import { labelOf, type MapEdge } from "./joined_map_picture.ts";

const LINE = 18, RAIL = 14;

export function drawJoinedMapForPhone(steps: readonly MapStep[], edges: readonly MapEdge[], width: number): Markup {
  const order = steps.map((_, i) => i).sort((a, b) => steps[a]!.place - steps[b]!.place || a - b);
  const most = Math.max(1, ...edges.map(({ count }) => count));
  const marks: Markup[] = [boxStyle];
  let y = 0;
  order.forEach((at, place) => {
    const step = steps[at]!, box = boxOf(step, width), next = order[place + 1];
    marks.push(markup(
      "g",
      { transform: `translate(${rounded(width / 2)} ${rounded(y + box.height / 2)})` },
      markup("title", {}, [[step.name], ...factsOf(step)].map((line) => line.join("\t")).join("\n")),
      ...box.marks,
    ));
    y += box.height;
    const ways = edges.filter(({ from }) => from === at)
      .sort((a, b) => Number(b.to === next) - Number(a.to === next) || b.count - a.count);
    const height = ways.length === 0 ? 14 : ways.length * LINE + 12;
    const down = ways.find(({ to }) => to === next);
    if (down) marks.push(arrow(y + 3, y + height - 3, 1 + 3 * down.count / most));
    ways.forEach((way, w) => marks.push(wayWords(way, steps, { isDown: way === down, width, y: y + 6 + w * LINE })));
    if (next !== undefined) y += height;
    else if (ways.length > 0) y += height - 6;
  });
  return chartFrame(width, y + 2, marks);
}

function wayWords(
  way: MapEdge,
  steps: readonly MapStep[],
  { isDown, width, y }: { isDown: boolean; width: number; y: number },
): Markup {
  const to = steps[way.to]!, label = labelOf(way), sign = steps[way.from]!.place > to.place ? "↑" : "↓";
  const where = isDown ? "" : `${sign} ${to.name}`;
  const text = [where, label === "" ? way.count === 1 ? "once" : `${formatCount(way.count)} times` : label].filter((
    part,
  ) => part !== "").join(
    ", ",
  );
  return words(
    2 * RAIL,
    y + 12,
    clipText(text, TEXT, width - 2 * RAIL - padding / 2),
    isDown ? "tbc-ink" : "tbc-muted",
  );
}

function arrow(from: number, to: number, wide: number): Markup {
  const half = 3 + wide * 0.7;
  return mark(
    "g",
    { class: "tbc-aside", style: "fill-opacity:1" },
    mark("rect", { x: RAIL - wide / 2, y: from, width: wide, height: to - from - 6 }),
    mark("path", { d: `M${RAIL} ${rounded(to)}l${rounded(-half)} -8l${rounded(2 * half)} 0z` }),
  );
}
