import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { movesOf } from "../../../src/mining/alignments/alignment.ts";
import { PetriNet } from "../../../src/models/petri_net.ts";
import { outputBytes } from "../../../src/viz/figure/figure_html.ts";
import { viewAlignments } from "../../../src/viz/models/alignments.ts";
import { expectWellFormed, gallery } from "../golden.ts";
import { handAlignments } from "./alignments_support.ts";
import { orderNet } from "./nets.ts";

const rows = [
  { cases: 60, moves: "order pack bill ~join ship" },
  { cases: 20, moves: "order pack ~skip ~join -ship" },
  { cases: 9, moves: "order pack ~again pack ~again pack bill +phone +phone ~join cancel" },
  { cases: 4, moves: "order -pack bill +audit ~join ship", lowerBound: 1 },
];
const exact = handAlignments(orderNet(), rows.slice(0, 3)), bounded = handAlignments(orderNet(), rows);

gallery("alignments: every kind of move, one not proven optimal", () => viewAlignments(bounded));
gallery(
  "alignments: deviating variants without silent steps",
  () => viewAlignments(exact, { deviating: true, silent: false, top: 1 }),
);

test("each move is drawn as its kind, moves in a row as one", () => {
  const count = (of: string, options = {}) => {
    const { document } = parseHTML(
      `<!doctype html><html><body>${viewAlignments(bounded, options).toSVG()}</body></html>`,
    );
    return [...document.querySelectorAll(`[data-variant] .${of}`)].length;
  };
  expect(count("tba-log")).toBe(2);
  expect(count("tba-model")).toBe(2);
  expect(count("tba-tick")).toBe(6);
  expect(count("tba-tick", { silent: false })).toBe(0);
  expect(count("tba-model", { top: 3 })).toBe(1);
});

test("what the table and the words say is what the alignments hold", () => {
  const { table, caption } = viewAlignments(bounded).parts;
  expect(table.rows.map((row) => row.slice(0, 7))).toEqual(bounded.variants.map((variant, v) => [
    v + 1,
    bounded.traces.counts[v],
    bounded.traces.counts[v]! / 93,
    variant.fitness,
    variant.cost,
    variant.lowerBound,
    variant.optimal ? "yes" : "no",
  ]));
  expect(table.rows[1]![7]).toBe("order → pack → (silent) ×2 → − ship");
  expect(table.rows[2]![7]).toContain("+ phone ×2");
  expect(caption).toContain("1 alignment is not proven optimal");
  expect(viewAlignments(exact).parts.caption).toContain("Every alignment is optimal.");
  expect(movesOf(bounded, 3)[3]).toMatchObject({ kind: "log", activity: "audit" });
});

test("a bound is marked where it stands", () => {
  const svg = viewAlignments(bounded).toSVG();
  expect(svg).toContain(">1–2<");
  expect(svg).toMatch(/>≥ 0\.\d{3}</);
  expect(viewAlignments(exact).toSVG()).not.toContain("≥");
});

test("where nothing deviates, a picture of deviating variants says so", () => {
  const fitting = handAlignments(orderNet(), rows.slice(0, 1));
  expect(viewAlignments(fitting, { deviating: true }).parts.alt).toBe("No variant deviates from the model.");
  expect(viewAlignments(handAlignments(orderNet(), [])).parts.caption).toContain("No cases.");
});

test("long alignments are cut, say so, and stay within what an output may weigh", () => {
  const long = Array.from({ length: 12 }, (_, v) => ({
    cases: 20 - v,
    moves: Array.from({ length: 300 }, (_, i) => i % (v + 2) ? "+x" : i % 2 ? "-pack" : "bill").join(" "),
  }));
  const aligned = handAlignments(orderNet(), long);
  expect(viewAlignments(aligned).toHTML().includes("<script>")).toBe(true);
  expect(/… \d+ more/.test(viewAlignments(aligned).toSVG())).toBe(true);
  const many = handAlignments(
    orderNet(),
    Array.from({ length: 120 }, (_, v) => ({ ...long[v % 12]!, cases: 200 - v })),
  );
  expect(viewAlignments(many, { top: 60 }).toHTML().length).toBeLessThan(outputBytes);
});

test("names stay text, and options out of range are errors", () => {
  const net = new PetriNet({
    places: [{ id: "p", name: "p" }],
    transitions: [{ id: '"><script>x</script>', label: "]]></style><script>alert(1)</script>" }],
    arcs: [],
  });
  const figure = viewAlignments(handAlignments(net, [{ cases: 1, moves: '"><script>x</script> +<img/src=x>' }]));
  expectWellFormed(figure.toSVG());
  expect(figure.toHTML().match(/<\/script/g)!.length).toBe(1);
  expect(() => viewAlignments(exact, { top: 0 })).toThrow(/Expected top to be a whole number from 1 to 60/);
});
