/**
 * The skeleton for Robot Framework: it parses, and, with the Browser library, fills the form. `TRACEBOOK_ROBOT` names a
 * `robot` that has the library (pip install robotframework robotframework-browser; rfbrowser init --skip-browsers).
 */
import { afterAll, beforeAll, expect, test } from "vitest";
import { readInteractions } from "../../src/log/interactions/read_interactions.ts";
import { segmentTasks, taskSkeleton } from "../../src/taskmining/mod.ts";
import { formWork } from "../support/form_work.ts";
import { ordersFromMail } from "../support/order_desk_cases.ts";
import { chromiumPath, lacksChromium } from "./support/chromium.ts";
import { type OrderForm, startOrderForm } from "./support/order_form.ts";
import { type SkeletonFolder, skeletonFolder, start } from "./support/skeleton_folder.ts";

const robot = Deno.env.get("TRACEBOOK_ROBOT");
let form: OrderForm;
const folders: SkeletonFolder[] = [];

beforeAll(async () => {
  if (robot) form = await startOrderForm();
});
afterAll(async () => {
  await form?.stop();
  for (const folder of folders) await folder.remove();
});

const quiet = ["--output", "NONE", "--log", "NONE", "--report", "NONE"];

async function folderOf(skeleton: ReturnType<typeof taskSkeleton>): Promise<SkeletonFolder> {
  const folder = await skeletonFolder(skeleton);
  folders.push(folder);
  return folder;
}

test.skipIf(!robot)("it parses, whatever names are in it", { timeout: 60_000 }, async () => {
  for (const name of ["Case", "${HOME}  @{x} #1 | = \\ [Setup]", "<b> \u202ex `"]) {
    const names = { field: name, note: name, screen: name };
    const work = segmentTasks(formWork({ instances: 40, lines: (k) => 1 + k % 3, names }), { instance: "segment" });
    const skeleton = taskSkeleton(work, work.tasks[0]!.name, { browser: { ERP: "https://erp.example/" } });
    const folder = await folderOf(skeleton);
    const { code, out } = await start(robot!, ["--dryrun", ...quiet, "task.robot"], folder.path);
    expect(out).toContain("1 passed, 0 failed");
    expect(code).toBe(0);
  }
});

test.skipIf(!robot || lacksChromium)("it fills the form as the other skeleton does", { timeout: 120_000 }, async () => {
  const work = segmentTasks(await readInteractions("data/order-desk.csv"), { instance: "segment" });
  const folder = await folderOf(taskSkeleton(work, work.tasks[0]!.name, { way: 2, browser: { ERP: form.address } }));
  const orders = ordersFromMail(3), header = [...new Set(orders.flatMap(({ input }) => Object.keys(input)))];
  const rows = [header, ...orders.map(({ input }) => header.map((name) => input[name] ?? ""))];
  await folder.write("inputs.csv", rows.map((row) => row.join(",")).join("\n"));
  const settings = ["DESKTOP:skip", "HEADLESS:True", `BROWSER PATH:${chromiumPath}`, "BROWSER ARGUMENTS:--no-sandbox"];
  const variables = settings.flatMap((setting) => ["--variable", setting]);
  const { out } = await start(robot!, [...variables, ...quiet, "task.robot"], folder.path);
  expect(out).toContain("1 passed, 0 failed");
  expect(form.records).toEqual(orders.map(({ entered }) => entered));
});
