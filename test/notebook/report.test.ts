import { afterAll, beforeAll, expect, test } from "vitest";
import { markdownRenderer } from "../../src/notebook/report/markdown.ts";
import type { Cell, Output } from "../../src/notebook/notebook.ts";
import { notebookReport } from "../../src/notebook/report.ts";
import { plainText } from "../../src/notebook/report/plain_text.ts";
import { figureHtml } from "../../src/viz/figure/figure_html.ts";
import { bundleText } from "../../src/viz/figure/bundle_once.ts";
import { book, code, type Folder, markdown, temporaryFolder } from "./books.ts";

let folder: Folder;
beforeAll(async () => {
  folder = await temporaryFolder();
  await Deno.writeFile(`${folder.path}/dot.png`, new Uint8Array([137, 80, 78, 71]));
  await Deno.writeTextFile(`${folder.path}/log.csv`, "case,activity\n");
});
afterAll(() => folder.remove());

const report = (cells: Cell[], seconds = 1) =>
  notebookReport(book(...cells), {
    path: `${folder.path}/nb.ipynb`,
    parameters: { log: "<log.csv>" },
    inputs: [`${folder.path}/log.csv`],
    seconds,
  });
const shown = (...outputs: Output[]): Cell => ({ ...code("show()"), execution_count: 1, outputs });
const display = (data: Record<string, unknown>): Output => ({ output_type: "display_data", data, metadata: {} });

test("text of notebooks and outputs stays text", async () => {
  const evil = `<script>alert(1)</script><img src=x onerror=alert(2)>`;
  const html = await report([
    markdown(
      `# ${evil}\n\n${evil} [go](javascript:alert(3)) ![x](javascript:alert(4)) ![${evil}](none.png)\n\n\`\`\`${evil}\n${evil}\n\`\`\``,
    ),
    markdown(`## ${evil}`),
    markdown(`## ${evil}`),
    code(`const a = "${evil}"`),
    shown(
      { output_type: "stream", name: "stdout", text: evil },
      { output_type: "error", ename: evil, evalue: evil, traceback: [evil] },
      display({ "text/plain": evil }),
      display({ "application/json": { a: evil } }),
      display({ "text/markdown": evil }),
      display({ "image/svg+xml": `<svg onload="alert(5)"></svg>`, "text/plain": `"${evil}` }),
      display({ [evil]: 1 }),
    ),
  ]);
  expect(html.match(/<script/g)).toHaveLength(1);
  expect(html).not.toMatch(/<img src=x|href="javascript|<svg/);
  expect(html.match(/&lt;script&gt;alert\(1\)/g)!.length).toBeGreaterThan(10);
});

test("a link to a heading as JupyterLab names it leads to that heading", async () => {
  const html = await report([
    markdown("# T\n\n[there](#What-changed,-and-when?) [and](#Größe)"),
    markdown("## What changed, and when?\n\n## Größe"),
  ]);
  const [, first, second] = /href="#([^"]*)">there<.*href="#([^"]*)">and</.exec(html)!;
  for (const id of [first, second]) expect(html).toContain(`<h2 id="${decodeURIComponent(id!)}"`);
});

test("nothing is loaded from elsewhere", async () => {
  const html = await report([
    markdown("# T\n\n![far](https://example.org/a.png) ![near](dot.png) [link](https://example.org)"),
    { ...markdown("![pasted](attachment:p.png)"), attachments: { "p.png": { "image/png": "aGk=" } } },
    shown(display({ "image/png": "aGVsbG8=\n" })),
  ]);
  expect(html).toMatch(/http-equiv="Content-Security-Policy" content="default-src 'none'/);
  const sources = [...html.matchAll(/\b(?:src|srcset|poster|data)="([^"]*)"/g)].map(([, source]) => source!);
  expect(sources).toEqual([
    "data:image/png;base64,iVBORw==",
    "data:image/png;base64,aGk=",
    "data:image/png;base64,aGVsbG8=",
  ]);
  expect(html).not.toMatch(/<link|@import|url\(/);
});

test("colours of terminals are stripped, rewritten lines keep their last state", () => {
  expect(plainText("\u001b[31mred\u001b[0m \u001b]8;;x\u0007link\u001b]8;;\u0007")).toBe("red link");
  expect(plainText("10 %\r50 %\r100 %\ndone\r\n")).toBe("100 %\ndone\n");
});

test("each view's code stands in the page once, before the first figure", async () => {
  const figure = (title: string) =>
    display({
      "text/html": figureHtml({
        kind: "process-map",
        behaviour: "process-map",
        title,
        caption: "c",
        svg: `<svg xmlns="http://www.w3.org/2000/svg"/>`,
        alt: "a",
        table: { columns: ["a"], rows: [[1]] },
        text: "t",
        data: {},
      }),
    });
  const bundle = bundleText("process-map");
  const html = await report([shown(figure("one"), figure("two")), shown(figure("three"))]);
  expect(html.split(bundle)).toHaveLength(2);
  expect(html.indexOf(bundle)).toBeLessThan(html.indexOf("<figure"));
  expect(html.match(/<figure/g)).toHaveLength(3);
});

test("code is folded, headings are listed, the foot says how to repeat it", async () => {
  const html = await report([
    markdown("# Title"),
    markdown("## One"),
    code("1 < 2"),
    markdown("## Two *em*\n\n### Three"),
    code("", "x"),
  ]);
  expect(html).toContain("<title>Title</title>");
  expect(html).toMatch(/<details class="code"><summary>Code<\/summary><pre><code>1 &lt; 2<\/code>/);
  expect(html.match(/<details class="code"/g)).toHaveLength(1);
  for (const [id, text] of [["one", "One"], ["two-em", "Two em"], ["three", "Three"]]) {
    expect(html).toContain(`<a href="#${id}">${text}</a>`);
    expect(html).toMatch(new RegExp(`<h[23] id="${id}">`));
  }
  expect(html).toMatch(/log\.csv, 14 bytes, .*SHA-256 [0-9a-f]{64}/);
  expect(html).toContain("log = &quot;&lt;log.csv&gt;&quot;");
  expect(html).toMatch(/Tracebook \d+\.\d+\.\d+, Deno \d+/);
});

test("the foot tells which logs were read and what was odd in them, as text", async () => {
  const findings = [{ rule: "missing time", count: 1234, example: "<b>log.csv</b>, line 3" } as const];
  const html = await notebookReport(book(markdown("# T")), {
    path: `${folder.path}/nb.ipynb`,
    parameters: {},
    inputs: [],
    seconds: 1,
    readings: [
      { name: "log.csv", kind: "events", mapping: { case: "No.", activity: "<i>" }, findings },
      { name: "ui.csv", kind: "interactions", mapping: { timestamp: "ts" }, findings: [] },
    ],
  });
  expect(html).toContain(
    `<dt>Read</dt><dd>log.csv as events, case: &quot;No.&quot;, activity: &quot;&lt;i&gt;&quot;` +
      "<ul><li>1,234 × missing time: &lt;b&gt;log.csv&lt;/b&gt;, line 3</li></ul></dd>",
  );
  expect(html).toContain("ui.csv as interactions, timestamp: &quot;ts&quot;<br>Nothing amiss was found.");
});

test("the foot tells all parameters, also those that kept their default", async () => {
  const html = await report([code(`let log: string = ""; // log\nlet top: number = 3;`, "parameters")]);
  expect(html).toContain(
    "<dd><code>log = &quot;&lt;log.csv&gt;&quot;</code><br><code>top = 3</code> (default)</dd>",
  );
});

test("a failed run and its error are marked", async () => {
  const banner = { ...markdown("**Stopped**"), metadata: { tags: ["run-failure"] } };
  const html = await report([
    banner,
    shown({ output_type: "error", ename: "E", evalue: "v", traceback: ["E: v", "  at cell 1:1:1"] }),
  ]);
  expect(html).toContain(`<section class="text failed">`);
  expect(html).toMatch(/role="alert"><p><strong>E: v<\/strong><\/p>\n<pre tabindex="0"> {2}at cell 1:1:1<\/pre>/);
});

test("the same notebook gives the same bytes, but for the line of the duration", async () => {
  const cells = [markdown("# T"), shown(display({ "text/plain": "x" }))];
  const [one, two, three] = [await report(cells, 1), await report(cells, 1), await report(cells, 99)];
  expect(two).toBe(one);
  const differing = three.split("\n").filter((line, i) => line !== one.split("\n")[i]);
  expect(differing).toEqual([expect.stringMatching(/id="duration"/)]);
});

test("details fold what stands between them; any other HTML stays text", async () => {
  const { render } = markdownRenderer("book.ipynb");
  const folded = await render("<details>\n<summary>A & B</summary>\n\n*inside* <b>\n\n</details>\n");
  expect(folded).toBe(
    "<details><summary>A &amp; B</summary>\n<p><em>inside</em> &lt;b&gt;</p>\n</details>\n",
  );
  expect(await render("<details>\n\nnever closed\n")).not.toContain("<details>");
  expect(await render("<details onclick=x>\n\nx\n\n</details>\n")).not.toContain("<details");
});
