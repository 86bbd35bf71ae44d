import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import type { Figure } from "../../../src/viz/figure/figure.ts";
import { viewApplicationSwitches } from "../../../src/viz/tasks/application_switches.ts";
import { viewDay } from "../../../src/viz/tasks/day/day.ts";
import { viewSegments } from "../../../src/viz/tasks/segments.ts";
import { viewTaskVariants } from "../../../src/viz/tasks/task_variants.ts";
import { viewTransfers } from "../../../src/viz/tasks/transfers.ts";
import { expectWellFormed } from "../golden.ts";
import { segmentationOf } from "./support.ts";

const HOSTILE = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "</script><script>alert(2)</script>",
  "]]></style><!--",
  "' onload='alert(1)",
  "a\u2028b\u0007c",
  "constructor",
  "__proto__",
];

const segmentation = segmentationOf(
  HOSTILE.flatMap((name, k) =>
    HOSTILE.map((other, i) => ({
      at: k * 400 + i * 20,
      user: HOSTILE[k % 3]!,
      app: other,
      windowTitle: name,
      action: "click",
      elementName: other,
      instance: `${name} ${k}`,
      task: HOSTILE[k % 2]!,
    }))
  ),
  { [`${HOSTILE[0]} 0`]: [[HOSTILE[1]!, HOSTILE[2]!]] },
);

const views: Record<string, () => Figure> = {
  day: () => viewDay(segmentation, { individuals: true }),
  segments: () => viewSegments(segmentation),
  variants: () => viewTaskVariants(segmentation),
  matrix: () => viewApplicationSwitches(segmentation.log),
  chord: () => viewApplicationSwitches(segmentation.log, { as: "chord" }),
  transfers: () =>
    viewTransfers(
      HOSTILE.map((name, i) => ({
        fromApp: name,
        fromElement: name,
        toApp: HOSTILE[(i + 1) % HOSTILE.length]!,
        toElement: name,
        count: i + 1,
        kind: i % 2 === 0 ? "copy-paste" : "re-typing",
      })),
      { log: segmentation.log },
    ),
};

for (const [name, view] of Object.entries(views)) {
  test(`whatever names say stays text: ${name}`, () => {
    const figure = view();
    const svg = figure.toSVG();
    expectWellFormed(svg);
    expect(svg).not.toMatch(/<(script|img|foreignObject|a|use|image)[\s>]/i);
    expect(svg).not.toMatch(/<[^>]*\s(on\w+|href|xlink:href)=/i);
    const body = parseHTML(`<!doctype html><html><body>${figure.toHTML()}</body></html>`).document.body;
    expect(body.children.length).toBe(1);
    expect(body.querySelectorAll("img").length).toBe(1);
    expect(body.querySelectorAll("script").length).toBe(1);
    expect(figure.toHTML().match(/<\/script/g)!.length).toBe(1);
  });
}
