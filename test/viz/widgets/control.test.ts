/** `control` against a kernel that writes down what it is told; JupyterLab itself: test/interop/control.test.ts. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { control, logFromRows, viewVariants } from "../../../src/mod.ts";

interface Told {
  readonly type: string;
  readonly content: { data: Record<string, string>; transient: { display_id?: string } };
}

const comms = Symbol.for("tracebook.comms");
const page = globalThis as unknown as Record<symbol, unknown>;
let told: Told[], sent: { method: string; state: Record<string, unknown> }[];
let opened: { state: Record<string, unknown> }, comm: { onMessage(event: unknown): Promise<void> };

beforeEach(() => {
  told = [];
  sent = [];
  const jupyter = { broadcast: (type: string, content: Told["content"]) => void told.push({ type, content }) };
  vi.stubGlobal("Deno", Object.create(Deno, { jupyter: { value: jupyter } }));
  page[comms] = {
    open(_: string, data: typeof opened) {
      opened = data;
      return comm = {
        id: "c1",
        send: (data: typeof sent[0]) => sent.push(data),
        close() {},
        onMessage: async () => {},
      } as unknown as typeof comm;
    },
  };
});
afterEach(() => {
  delete page[comms];
  vi.unstubAllGlobals();
});

/** What the page does when the reader has chosen. */
async function choose(value: unknown, asked: number): Promise<void> {
  await comm.onMessage({ data: { method: "update", state: { value, asked } } });
}

const last = () => told.at(-1)!.content.data["text/html"]!;

test("a change runs the view again, and the same output is shown anew", async () => {
  const seen: number[] = [];
  await control({ label: "Top", from: 1, to: 9, value: 4 }, (top) => {
    seen.push(top);
    return `top is ${top}`;
  });
  expect(told.map(({ type }) => type)).toEqual(["display_data", "display_data"]);
  expect(told[0]!.content.data["application/vnd.jupyter.widget-view+json"]).toMatchObject({ model_id: "c1" });
  expect(opened.state).toMatchObject({ kind: "slider", value: 4, from: 1, to: 9, step: 1, asked: 0, answered: 0 });
  expect(last()).toContain("top is 4");
  await choose(7, 1);
  expect(seen).toEqual([4, 7]);
  expect(told.at(-1)!.type).toBe("update_display_data");
  expect(told.at(-1)!.content.transient).toEqual(told[1]!.content.transient);
  expect(last()).toContain("top is 7");
  // The words of the value stay with the picture in a saved notebook.
  expect(last()).toMatch(/^<p class="tracebook-control-\d+"[^>]*>Top: <strong>7<\/strong><\/p>/);
  expect(sent.at(-1)).toMatchObject({ method: "update", state: { answered: 1 } });
});

test("an error stands in the picture's place, as text; the next value works again", async () => {
  await control({ label: "<b>Word</b>", text: "a" }, (word) => {
    if (word !== "a") throw new RangeError(`no ${word}`);
    return word;
  });
  await choose("<script>alert(1)</script>", 1);
  expect(last()).toContain('role="alert"');
  expect(last()).toContain("RangeError: </strong>no &lt;script&gt;alert(1)&lt;/script&gt;");
  expect(last()).not.toMatch(/<script|<b>/);
  expect(sent.at(-1)).toMatchObject({ state: { answered: 1 } });
  await choose("a", 2);
  expect(last()).not.toContain("alert");
});

test("values that no control of ours would send are errors, and reach no view", async () => {
  const seen: unknown[] = [];
  await control({ label: "Region", among: ["North", "South"], value: "South" }, (region) => void seen.push(region));
  for (const wrong of [7, -1, 0.5, "North", null]) await choose(wrong, 1);
  expect(seen).toEqual(["South"]);
  expect(last()).toContain("OptionError");
  await choose(0, 2);
  expect(seen).toEqual(["South", "North"]);
});

test("a figure keeps its script, so that it is interactive below the control", async () => {
  const log = logFromRows([{ case: "1", activity: "a", time: new Date(0) }]);
  await control({ label: "Top", from: 1, to: 2 }, (top) => viewVariants(log, { top }));
  expect(last()).toContain('<figure class="tracebook tracebook-variants"');
  expect(last()).toContain("<script>");
});

test("without widgets the first picture is shown; outside of a kernel the view runs once", async () => {
  delete page[comms];
  await control({ label: "Top", from: 1, to: 3 }, (top) => `top ${top}`);
  expect(told.map(({ type }) => type)).toEqual(["display_data"]);
  vi.unstubAllGlobals();
  let runs = 0;
  await control({ label: "Top", from: 1, to: 3 }, () => void runs++);
  expect([runs, told.length]).toEqual([1, 1]);
});

test("what cannot be controlled is refused before the view runs", async () => {
  const view = () => expect.unreachable();
  await expect(control({ label: "x", from: 3, to: 3 }, view)).rejects.toThrow(
    /from to be less than to but found 3 and 3/,
  );
  await expect(control({ label: "x", from: 0, to: 3, step: 0 }, view)).rejects.toThrow(/step to be more than 0/);
  await expect(control({ label: "x", from: 0, to: 3, value: 9 }, view)).rejects.toThrow(
    /a number from 0 to 3 but found 9/,
  );
  await expect(control({ label: "x", among: [] }, view)).rejects.toThrow(/among to be a list of values/);
  await expect(control({ label: "x", among: ["a"], value: "b" as "a" }, view)).rejects.toThrow(
    /one of "a" but found b/,
  );
  await expect(control({ label: "x" } as { label: string; text: string }, view)).rejects.toThrow(/among for a choice/);
});
