/** Our BPMN in bpmn.io's editor, which is Camunda Modeler's too. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Bpmn } from "../../src/models/bpmn.ts";
import { parseBpmn, writeBpmn } from "../../src/models/files/bpmn_xml.ts";
import { modelAs } from "../../src/models/convert/model_as.ts";
import { parseProcessTree } from "../../src/models/parse_tree.ts";
import { randomTree } from "../support/trees.ts";
import { bpmnOf } from "../models/layout/bpmn_of.ts";
import { randomBpmn } from "../models/files/random_models.ts";
import { lacksChromium, launchChromium, screenshotPath } from "./support/chromium.ts";

const CLAIMS = "->( 'Register claim', *( ->( +( 'Check policy', X( 'Examine casually', 'Examine thoroughly' ) ), " +
  "'Decide' ), 'Ask for documents' ), X( 'Pay', ->( 'Reject', O( 'Call', 'Write letter' ) ), tau ), 'Archive' )";

/** bpmn-js keeps what it cannot show out of the diagram with a warning. */
interface Imported {
  readonly warnings: string[];
  readonly elements: string[];
  readonly xml: string;
}

let browser: Browser;
let page: Page;

beforeAll(async () => {
  if (lacksChromium) return;
  const dist = join(dirname(createRequire(import.meta.url).resolve("bpmn-js/package.json")), "dist");
  const [script, ...styles] = await Promise.all(
    ["bpmn-modeler.production.min.js", "assets/diagram-js.css", "assets/bpmn-js.css"]
      .map((file) => readFile(join(dist, file), "utf8")),
  );
  browser = await launchChromium();
  page = await browser.newPage({ viewport: { width: 1600, height: 600 } });
  await page.setContent(
    `<style>${styles.join("\n")} #canvas { position: absolute; inset: 0 } .djs-palette { display: none }</style>` +
      `<div id="canvas"></div>`,
  );
  await page.addScriptTag({ content: script! });
});
afterAll(() => browser?.close());

async function imported(xml: string): Promise<Imported> {
  return await page.evaluate(async (xml) => {
    document.querySelector("#canvas")!.replaceChildren();
    // deno-lint-ignore no-explicit-any
    const modeler = new (globalThis as any).BpmnJS({ container: "#canvas" });
    const { warnings } = await modeler.importXML(xml);
    modeler.get("canvas").zoom("fit-viewport");
    const elements: string[] = [];
    // deno-lint-ignore no-explicit-any
    modeler.get("elementRegistry").forEach((element: any) => {
      if (element.parent && element.type !== "label") elements.push(element.businessObject.id);
    });
    return {
      warnings: warnings.map((warning: Error) => warning.message),
      elements,
      xml: (await modeler.saveXML({ format: true })).xml,
    };
  }, xml);
}

test.skipIf(lacksChromium)("bpmn-js imports a process without warnings, and shows all of it", async () => {
  const bpmn = modelAs(parseProcessTree(CLAIMS), "bpmn");
  const { warnings, elements } = await imported(writeBpmn(bpmn));
  expect(warnings).toEqual([]);
  expect(elements.sort()).toEqual([...bpmn.nodes, ...bpmn.flows].map(({ id }) => id).sort());
  await page.screenshot({ path: screenshotPath("bpmn-js") });
});

test.skipIf(lacksChromium)("whatever the process and the names; and what it saves is read as the same", async () => {
  const processes = [
    ...Array.from({ length: 15 }, (_, seed) => bpmnOf(randomTree({ seed, activities: 12 }))),
    ...Array.from({ length: 40 }, (_, seed) => randomBpmn(seed)),
  ];
  for (const bpmn of processes) {
    const written = writeBpmn(bpmn);
    const { warnings, elements, xml } = await imported(written);
    expect(warnings).toEqual([]);
    expect(elements.length).toBe(bpmn.nodes.length + bpmn.flows.length);
    expect(partsOf(parseBpmn(xml, "saved.bpmn"))).toEqual(partsOf(parseBpmn(written)));
  }
});

/** What a process is, by id. bpmn-js writes tabs in names as they are, and XML reads those as spaces: they are as one. */
function partsOf({ name, nodes, flows, layout }: Bpmn): unknown {
  const byId = (items: readonly { readonly id: string }[]) => items.toSorted((a, b) => a.id < b.id ? -1 : 1);
  const places = [...layout!.nodes, ...layout!.flows].map(([id, place]) => ({ id, place }));
  const parts = { name, nodes: byId(nodes), flows: byId(flows), places: byId(places) };
  return JSON.parse(
    JSON.stringify(parts, (_, value) => typeof value === "string" ? value.replace(/\s+/g, " ") : value),
  );
}
