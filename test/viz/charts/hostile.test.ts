import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { logFromRows } from "../../../src/log/from_rows.ts";
import { viewApplications } from "../../../src/viz/charts/applications.ts";
import { viewHandleTimes } from "../../../src/viz/charts/handle_times.ts";
import { viewSummary } from "../../../src/viz/charts/summary.ts";
import { viewThroughput } from "../../../src/viz/charts/throughput.ts";
import { viewVariants } from "../../../src/viz/charts/variants.ts";
import { viewDots } from "../../../src/viz/events/dotted_chart.ts";
import { viewPerformanceSpectrum } from "../../../src/viz/events/performance_spectrum.ts";
import type { Figure } from "../../../src/viz/figure/figure.ts";
import { expectWellFormed } from "../golden.ts";
import { deskLog } from "./interactions.ts";

const HOSTILE = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "</script><script>alert(2)</script>",
  "]]></style><!--",
  "javascript:alert(1)",
  "' onload='alert(1)",
  "a\u2028b\u0007c",
  "constructor",
  "__proto__",
];

function events() {
  return logFromRows(
    HOSTILE.flatMap((name, i) =>
      HOSTILE.slice(0, 1 + i).map((activity, step) => ({
        case: `${name} ${i}`,
        activity,
        time: new Date(Date.UTC(2026, 0, 5 + i) + step * 1000 * 4 ** step),
        resource: name,
        region: name,
      }))
    ),
    { name: '<img src=x onerror="alert(1)">.csv' },
  );
}

const desk = () => deskLog({ seed: 1, teams: HOSTILE.slice(0, 6), apps: HOSTILE });

const views: Record<string, () => Figure | Promise<Figure>> = {
  variants: () => viewVariants(events()),
  throughput: () => viewThroughput(events()),
  "throughput by region": () => viewThroughput(events(), { by: "region" }),
  dots: () => viewDots(events(), { sort: "region", colour: "resource" }),
  "dots of few cases": () => viewDots(events(), { x: "age" }),
  "performance spectrum": () => viewPerformanceSpectrum(events(), { path: HOSTILE.slice(0, 6) }),
  "summary of events": () => viewSummary(events()),
  "summary of interactions": async () => viewSummary(await desk()),
  "handle times": async () => viewHandleTimes(await desk(), { instance: "segment", by: "team" }),
  applications: async () => viewApplications(await desk()),
};

for (const [name, view] of Object.entries(views)) {
  test(`whatever names say stays text: ${name}`, async () => {
    const figure = await view();
    const svg = figure.toSVG();
    expectWellFormed(svg);
    expect(svg).not.toMatch(/<(script|img|foreignObject|a|use|image)[\s>]/i);
    expect(svg).not.toMatch(/<[^>]*\s(on\w+|href|xlink:href)=/i);
    const body = parseHTML(`<!doctype html><html><body>${figure.toHTML()}</body></html>`).document.body;
    expect(body.children.length).toBe(1);
    expect(body.querySelectorAll("img").length).toBe(1);
    expect(body.querySelectorAll("script").length).toBe(1);
    expect(figure.toHTML().match(/<\/script/g)!.length).toBe(1);
    for (const element of body.querySelectorAll("*")) {
      for (const { name: attribute } of [...element.attributes]) expect(attribute).not.toMatch(/^on/);
    }
  });
}
