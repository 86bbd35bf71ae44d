import * as Plot from "@observablehq/plot";
import { expect, test } from "vitest";
import { plotDocument } from "../../../src/viz/plots/plot_document.ts";
import { isPlot, plotFigure } from "../../../src/viz/plots/plot_figure.ts";
import { keepTips, mostTips, type PlotModule } from "../../../src/viz/plots/plot_tips.ts";

keepTips(Plot as unknown as PlotModule, plotDocument);

function figureOf(options: Plot.PlotOptions) {
  return plotFigure(Plot.plot({ ...options, document: plotDocument } as Plot.PlotOptions));
}

const titles = (svg: string) => [...svg.matchAll(/<title>([^<]*)<\/title>/g)].map(([, text]) => text);
const rows = [{ region: "North", days: 3 }, { region: "South", days: 1.5 }];

test("every bar carries what Plot's own tip would say", () => {
  const { parts } = figureOf({ marks: [Plot.barX(rows, { x: "days", y: "region", tip: true }), Plot.ruleX([0])] });
  const said = titles(parts.svg).map((text) => new Set(text!.split("\n")));
  expect(said).toEqual([new Set(["region\tNorth", "days\t3"]), new Set(["region\tSouth", "days\t1.5"])]);
  expect(parts.table.rows.length).toBe(2);
  expect(new Set(parts.table.columns)).toEqual(new Set(["region", "days"]));
});

test("points of a line get circles to point at, at their places", () => {
  const plot = Plot.plot({
    document: plotDocument,
    marks: [Plot.lineY([1, 4, 2], { tip: true })],
  } as Plot.PlotOptions);
  const [x, y] = [plot.scale("x")!, plot.scale("y")!];
  const circles = [
    ...plotFigure(plot as unknown as Element).parts.svg.matchAll(/<circle[^>]*class="tbp-at"[^>]*>|<circle[^>]*>/g),
  ];
  const places = circles.map(([tag]) => [/cx="([\d.]+)"/.exec(tag)![1], /cy="([\d.]+)"/.exec(tag)![1]].map(Number));
  const expected = [1, 4, 2].map((value, i) => [x.apply(i), y.apply(value)].map(Math.round));
  expect(places).toEqual(expected);
});

test("titles win over channels, as in Plot, and facets keep theirs apart", () => {
  const { parts } = figureOf({
    marks: [Plot.dot(rows, { x: "days", fx: "region", title: (d) => `in the ${d.region}`, tip: true })],
  });
  expect(new Set(titles(parts.svg))).toEqual(new Set(["in the North", "in the South"]));
});

test("title, subtitle, caption and legends are part of the figure", () => {
  const { parts } = figureOf({
    title: "Days",
    subtitle: "by region",
    caption: "Made up",
    color: { legend: true },
    marks: [Plot.barX(rows, { x: "days", y: "region", fill: "region" })],
  });
  expect(parts.title).toBe("Days");
  expect(parts.caption).toBe("by region. Made up.");
  expect(parts.svg.match(/>South<\/text>/g)!.length).toBe(2);
});

test("a legend of continuous colours needs no page", () => {
  const { parts } = figureOf({
    color: { legend: true, label: "heat" },
    marks: [Plot.dot([1, 2, 3], { x: (d) => d, fill: (d) => d })],
  });
  expect(parts.svg).toContain("heat");
  expect(parts.svg).toContain("data:image/svg+xml");
});

test("more marks than a notebook can bear have no tips, which is said", () => {
  const many = Array.from({ length: mostTips + 1 }, (_, i) => i);
  const { parts } = figureOf({ marks: [Plot.dot(many, { x: (d) => d, tip: true })] });
  expect(titles(parts.svg)).toEqual([]);
  expect(parts.caption).toMatch(/No tips.*2,000/);
});

test("the same plot gives the same text, whatever was drawn before", () => {
  const clipped = () => figureOf({ marks: [Plot.line([[0, 1], [1, 2]], { clip: true })] }).toHTML();
  expect(clipped()).toBe(clipped());
});

test("what is hostile stays text", () => {
  const { parts } = figureOf({
    marks: [Plot.barX([{ days: 1, region: "</title><script>x</script>" }], { x: "days", y: "region", tip: true })],
  });
  expect(parts.svg).not.toContain("<script>");
});

test("only plots are plots", () => {
  expect(isPlot(plotDocument.createElement("div"))).toBe(false);
  expect(isPlot(null)).toBe(false);
  expect(isPlot({ scale: () => 1 })).toBe(false);
  expect(isPlot(Plot.plot({ document: plotDocument, marks: [] } as unknown as Plot.PlotOptions))).toBe(true);
});
