/** A skeleton fills a small local web form in Chromium, asks where a person decides, and stops where the page differs. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { readInteractions } from "../../src/log/interactions/read_interactions.ts";
import { segmentTasks, taskDefinition, type TaskSegmentation, taskSkeleton } from "../../src/taskmining/mod.ts";
import { ordersFromMail } from "../support/order_desk_cases.ts";
import { lacksChromium } from "./support/chromium.ts";
import { type OrderForm, startOrderForm } from "./support/order_form.ts";
import { type SkeletonFolder, skeletonFolder } from "./support/skeleton_folder.ts";

let form: OrderForm;
let folder: SkeletonFolder;

beforeAll(async () => {
  if (lacksChromium) return;
  const segmentation = segmentTasks(await readInteractions("data/order-desk.csv"), { instance: "segment" });
  form = await startOrderForm();
  folder = await skeletonFolder(skeletonOfOrders(segmentation));
}, 60_000);
afterAll(async () => {
  await form?.stop();
  await folder?.remove();
});
beforeEach(() => {
  form?.labels.clear();
  form?.records.splice(0);
});

/** Orders are the most frequent task. Straight from the mail: the first of the ways that use no spreadsheet. */
function skeletonOfOrders(segmentation: TaskSegmentation) {
  const task = segmentation.tasks[0]!.name;
  for (let way = 1;; way++) {
    const { applications } = taskDefinition(segmentation, task, { way });
    if (applications.some(({ name }) => name === "Spreadsheet")) continue;
    return taskSkeleton(segmentation, task, { way, browser: { ERP: form.address } });
  }
}

const csvOf = (rows: readonly Record<string, string>[]) => {
  const header = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return [header, ...rows.map((row) => header.map((name) => row[name] ?? ""))].map((row) => row.join(",")).join("\n");
};

test.skipIf(lacksChromium)(
  "20 orders from a CSV file are entered as people entered them",
  // A run takes half a minute.
  { timeout: 90_000 },
  async () => {
    const orders = ordersFromMail(20);
    await folder.write("inputs.csv", csvOf(orders.map(({ input }) => input)));
    expect(await folder.check()).toEqual({ code: 0, out: "" });
    const { code, out } = await folder.run(["--desktop", "skip"]);
    expect(out).toContain("20 of 20 cases done");
    expect(code).toBe(0);
    expect(form.records).toEqual(orders.map(({ entered }) => entered));
    expect((await folder.read("results.csv")).match(/,done,/g)).toHaveLength(20);
  },
);

test.skipIf(lacksChromium)(
  "a changed label stops the case at its step, and nothing is saved",
  { timeout: 60_000 },
  async () => {
    await folder.write("inputs.csv", csvOf(ordersFromMail(2).map(({ input }) => input)));
    form.labels.set("Customer", "Client");
    const { code, out } = await folder.run(["--desktop", "skip"]);
    expect(code).toBe(1);
    expect(out).toMatch(
      /inputs\.csv, line 2, step \d+ \(Paste into Customer in ERP\): expected a field "Customer" but found "Client", "Article"/,
    );
    expect(form.records).toEqual([]);
    expect(await folder.read("results.csv")).toContain("2,stopped,");
  },
);

test.skipIf(lacksChromium)(
  "what a person decides is asked for, and no answer stops the case",
  { timeout: 60_000 },
  async () => {
    const { Customer, "Article 1": article, "Delivery date": date } = ordersFromMail(1)[0]!.input as Record<
      string,
      string
    >;
    const row = { Customer: Customer!, "Article 1": article!, "Quantity 1": "", "Delivery date": date! };
    await folder.write("inputs.csv", csvOf([row]));
    const asked = await folder.run(["--desktop", "skip"], "17\n");
    expect(asked.out).toContain("Quantity 1? ");
    expect(form.records).toEqual([[["Customer", Customer], ["Article", article], ["Quantity", "17"], [
      "Delivery date",
      date,
    ]]]);
    const alone = await folder.run(["--desktop", "skip"]);
    expect(alone.code).toBe(1);
    expect(alone.out).toContain('expected an answer for "Quantity 1" but got none');
    expect(form.records).toHaveLength(1);
  },
);

test.skipIf(lacksChromium)(
  "a dry run opens no browser, and a desktop step stops by its name",
  { timeout: 60_000 },
  async () => {
    const [order] = ordersFromMail(1);
    await folder.write("inputs.csv", csvOf([order!.input]));
    const dry = await folder.run(["--dry-run", "--browser", "/nowhere"]);
    expect(dry.code).toBe(0);
    expect(dry.out).toContain(`enter "${order!.input["Customer"]}" into "Customer" in ERP`);
    expect(form.records).toEqual([]);
    const stopped = await folder.run();
    expect(stopped.code).toBe(1);
    expect(stopped.out).toContain('not written yet: "Click Move to done in Mail"');
  },
);
