import { afterEach, expect, test } from "vitest";
import { parseHTML } from "linkedom";
import { bundleText, collectBundles } from "../../../src/viz/figure/bundle_once.ts";
import { displaySymbol } from "../../../src/viz/figure/display.ts";
import { document as kernelDocument, svgText } from "../../../src/viz/kit/document.ts";
import { figure, type FigureParts } from "../../../src/viz/figure/figure.ts";
import { outputBytes } from "../../../src/viz/figure/figure_html.ts";
import { expectWellFormed } from "../golden.ts";

const hostile = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "</script><script>alert(2)</script>",
  "]]>",
  "&lt;b&gt;",
  "<!-- -->",
  "a\u2028b\u0000c\ud800",
  "'; alert(3); '",
];

function parts(changes: Partial<FigureParts> = {}): FigureParts {
  return {
    kind: "process-map",
    behaviour: "process-map",
    title: "A title",
    caption: "A caption.",
    svg: '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><circle r="5"/></svg>',
    alt: "A circle",
    table: { columns: ["name", "count"], rows: [["a", 1234.5], ["b", null]] },
    text: "a 1234.5",
    data: { names: ["a"] },
    ...changes,
  };
}

function bodyOf(html: string) {
  return parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.body;
}

afterEach(() => Deno.env.delete("TRACEBOOK_RENDER"));

test("a figure has a picture with alt text, a caption, a table and one script", () => {
  const body = bodyOf(figure(parts()).toHTML());
  const root = body.querySelector("figure")!;
  expect(body.children.length).toBe(1);
  expect(root.id).toMatch(/^tb-[a-z0-9]+$/);
  const image = root.querySelector("img")!;
  expect(image.getAttribute("alt")).toBe("A circle");
  expect(atob(image.getAttribute("src")!.replace("data:image/svg+xml;base64,", ""))).toBe(parts().svg);
  expect(root.querySelector("figcaption")!.textContent).toBe("A titleA caption.");
  expect([...root.querySelectorAll("details td")].map((cell) => cell.textContent)).toEqual(["a", "1,234.5", "b", ""]);
  expect(root.querySelectorAll("script").length).toBe(1);
});

test("without its script a figure is markup alone", () => {
  const html = figure(parts()).toHTML({ script: false });
  expect(html).not.toContain("script");
  expect(bodyOf(html).querySelectorAll("figure > .tb-frame > img, figure > figcaption, figure > details").length).toBe(
    3,
  );
  expect(figure(parts({ behaviour: undefined })).toHTML()).not.toContain("<script");
});

test("the same parts give the same text, others another id", () => {
  expect(figure(parts()).toHTML()).toBe(figure(parts()).toHTML());
  const ids = [{}, { title: "B" }, { data: { names: ["b"] } }, { svg: "<svg/>" }]
    .map((changes) => /id="([^"]+)"/.exec(figure(parts(changes)).toHTML())![1]);
  expect(new Set(ids).size).toBe(4);
});

test("Jupyter gets HTML and text, or in static mode a picture and text", () => {
  const shown = figure(parts())[displaySymbol]();
  expect(displaySymbol).toBe(Symbol.for("Jupyter.display"));
  expect(Object.keys(shown)).toEqual(["text/html", "text/plain"]);
  expect(shown["text/plain"]).toBe("A title\nA caption.\na 1234.5");
  Deno.env.set("TRACEBOOK_RENDER", "static");
  expect(figure(parts())[displaySymbol]()).toEqual({
    "image/svg+xml": parts().svg,
    "text/plain": String(figure(parts())),
  });
  Deno.env.set("TRACEBOOK_RENDER", "sepia");
  expect(() => figure(parts())[displaySymbol]()).toThrow(/"static" or "interactive" but found "sepia"/);
});

test("whatever names say stays text: in caption, table, alternative text and data", () => {
  for (const name of hostile) {
    const html = figure(parts({
      title: name,
      caption: name,
      alt: name,
      table: { columns: [name], rows: [[name]] },
      text: name,
      data: { names: [name], [name]: 1 },
    })).toHTML();
    const body = bodyOf(html);
    expect(body.querySelectorAll("script").length).toBe(1);
    expect(body.querySelectorAll("img").length).toBe(1);
    expect([...body.querySelectorAll("*")].some((element) => element.hasAttribute("onerror"))).toBe(false);
    // deno-lint-ignore no-control-regex
    const readable = name.replace(/\u0000|\ud800/g, "\ufffd");
    expect(body.querySelector("td")!.textContent).toBe(readable);
    expect(body.querySelector("img")!.getAttribute("alt")).toBe(readable);
    // Nothing in the script ends it early, and it still hands over the very name.
    expect(html.match(/<\/script/gi)!.length).toBe(1);
    expect(html).not.toContain("<!--");
    const script = /<script>([^]*)<\/script>/.exec(html)![1]!;
    const call = /\]\(\.\.\.(\[.*\])\)\}\)\(\)$/.exec(script.replace(bundleText("process-map"), ""))!;
    expect(JSON.parse(call[1]!)[1]).toEqual({ names: [name], [name]: 1 });
    expectWellFormed(figure(parts({ title: name })).toHTML({ script: false }));
  }
});

test("a picture holds no characters that XML cannot", () => {
  expectWellFormed(figure(parts({ svg: "<svg><text>a\u0000b\u000b\ud800</text></svg>" })).toSVG());
});

test("an output past its size gives up interaction, then rows of its table, and says so", () => {
  const big = "x".repeat(outputBytes);
  const html = figure(parts({ data: big })).toHTML();
  expect(html).not.toContain("<script");
  expect(html).toContain("Too large to be interactive");
  const rows = Array.from({ length: 1000 }, (_, i) => [`${i} ${"y".repeat(400)}`, i]);
  const long = figure(parts({ table: { columns: ["a", "b"], rows } })).toHTML();
  expect(long).toContain("The first 200 of 1,000 rows.");
  const longer = figure(parts({ table: { columns: ["a", "b"], rows: rows.map(([a, b]) => [`${a}`.repeat(10), b!]) } }));
  expect(longer.toHTML().length).toBeLessThan(outputBytes);
  expect(longer.toHTML()).toContain("The first 20 of 1,000 rows.");
});

test("a page of many figures carries the code of each behaviour once", () => {
  const htmls = [figure(parts()), figure(parts({ title: "B" })), figure(parts({ behaviour: undefined }))].map((f) =>
    f.toHTML()
  );
  const { bundles, outputs } = collectBundles([...htmls, "<p>other</p>"]);
  const code = bundleText("process-map");
  // That of the menu, that of the picture, and that of its table.
  expect(bundles.length).toBe(3);
  expect(bundles[0]).toContain(bundleText("menu"));
  expect(bundles[1]).toContain(code);
  expect(bundles[2]).toContain(bundleText("table"));
  expect(outputs.map((output) => output.includes(code))).toEqual([false, false, false, false]);
  expect(outputs.map((output) => output.includes("<script>"))).toEqual([true, true, false, false]);
  expect(outputs[3]).toBe("<p>other</p>");
});

test("figures of different kinds share the code of their behaviour", () => {
  const kinds = ["summary", "throughput", "alignments"];
  const htmls = kinds.map((kind) => figure(parts({ kind, behaviour: "picture", data: undefined })).toHTML());
  const { bundles, outputs } = collectBundles(htmls);
  expect(bundles.length).toBe(3);
  for (const output of outputs) expect(output.length).toBeLessThan(2500);
});

test("an output of an earlier release keeps its own code", () => {
  // As 0.1.0 wrote it: a bundle was named for the kind of view and its own version.
  const old = `<figure id="tb-1"><img><script>(()=>{const t=globalThis.__tracebook??={};` +
    `t["summary@a727310d9f"]??=(()=>{return () => {}})();t["summary@a727310d9f"](...["tb-1",{}])})()</script></figure>`;
  const { outputs } = collectBundles([old, figure(parts({ behaviour: "picture" })).toHTML()]);
  expect(outputs[0]).toBe(old);
});

test("a behaviour that does not exist is named, with those that do", () => {
  expect(() => figure(parts({ behaviour: "sumary" as "picture" })))
    .toThrow(
      /one of animation, cases, day, dots, joined-map, model, picture, plot, process-map, segments, table, variants but found "sumary"/,
    );
});

test("what an output says cannot pass for code", () => {
  const code = bundleText("process-map");
  const html = figure(parts({ title: code, data: { names: [code] } })).toHTML();
  const { outputs } = collectBundles([html]);
  const rest = outputs[0]!;
  const call = /\]\(\.\.\.(\[.*\])\)\}\)\(\)<\/script>/.exec(rest)!;
  expect(JSON.parse(call[1]!)[1].names[0]).toBe(code);
});

test("an SVG element of the kernel's document is written as well-formed XML", () => {
  const svg = kernelDocument.createElementNS("http://www.w3.org/2000/svg", "svg");
  for (const name of hostile) {
    const text = kernelDocument.createElementNS("http://www.w3.org/2000/svg", "text");
    text.setAttribute("aria-label", name);
    text.textContent = name;
    svg.append(text);
  }
  expectWellFormed(svgText(svg));
  expect(svgText(svg)).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
});
