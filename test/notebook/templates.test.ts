import { afterAll, beforeAll, expect, test } from "vitest";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { mapCommand } from "../../src/cli/commands/map.ts";
import type { Notebook, Output } from "../../src/notebook/notebook.ts";
import { runNotebook, type RunOptions } from "../../src/notebook/run.ts";
import { lacksSharedLogs, sharedLog } from "../support/shared.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
let folder: string;
beforeAll(async () => {
  folder = await Deno.makeTempDir({ prefix: "tracebook-test-" });
});
afterAll(() => Deno.remove(folder, { recursive: true }));

const run = (name: string, parameters: RunOptions["parameters"] = {}, options: RunOptions = {}) =>
  runNotebook(join(root, "notebooks/templates", name), { parameters, check: false, ...options });

const plain = (output: Output) =>
  output.output_type === "stream" ? output.text : "data" in output ? String(output.data["text/plain"] ?? "") : "";
const textOf = (notebook: Notebook) => notebook.cells.flatMap(({ outputs }) => outputs ?? []).map(plain).join("\n");
const figures = (notebook: Notebook) =>
  notebook.cells.flatMap(({ outputs }) => outputs ?? []).filter((output) =>
    "data" in output && "text/html" in output.data
  )
    .length;

const printed = (notebook: Notebook) =>
  notebook.cells.flatMap(({ outputs }) => outputs ?? []).filter(({ output_type }) => output_type === "stream");

/** "1 d 4 h" in days. */
const days = (text: string) =>
  [...text.matchAll(/([\d,]+) (d|h|min|s)/g)].reduce(
    (sum, [, n, unit]) => sum + Number(n!.replace(",", "")) / { d: 1, h: 24, min: 1440, s: 86_400 }[unit as "d"],
    0,
  );

test("the process report finds the planted bottleneck and the slow region, and notes what changed", async () => {
  // The first half of the rows, as an earlier export would have had them.
  const lines = (await Deno.readTextFile(join(root, "data/order-to-cash.csv"))).split("\n");
  const earlier = join(folder, "earlier.csv");
  await Deno.writeTextFile(earlier, lines.slice(0, lines.length >> 1).join("\n"));
  const { status, failure, notebook } = await run("process-report.ipynb", { by: "region", previousLog: earlier }, {
    check: true,
  });
  expect(failure).toBeUndefined();
  expect(status).toBe("ok");
  const text = textOf(notebook);
  expect(text).toMatch(/\d\d % of the time of all cases passes between Set credit hold and Resolve credit hold/);
  // Five questions, and what stands out of them first.
  expect(text).toMatch(/Five questions, four findings\n.*\nWhere does time go\? .*\nWhat is stuck\? /);
  expect(text).toContain("The groups differ in how long their cases take (log-rank test, p < 0.001).");
  const byRegion = text.slice(text.indexOf("Throughput time by region"));
  const meanOf = (region: string) => days(new RegExp(`^${region} +[\\d,]+ +(.*?)  `, "m").exec(byRegion)?.[1] ?? "");
  expect(meanOf("North")).toBeGreaterThan(1);
  expect(meanOf("South")).toBeGreaterThan(1.5 * meanOf("North"));
  expect(text).toMatch(/earlier\.csv +order-to-cash\.csv\ncases/);
  expect(figures(notebook)).toBe(15);
  expect(printed(notebook)).toEqual([]);
}, 180_000);

test(
  "the process report takes working hours and milestones; an export without the column of groups says so",
  async () => {
    const { failure, notebook } = await run("process-report.ipynb", {
      by: "country",
      calendar: "Mo-Fr 08:00-18:00",
      milestones: ["Receive order", "Confirm order", "Receive payment"],
    }, { check: true });
    expect(failure).toBeUndefined();
    const text = textOf(notebook);
    expect(text).toMatch(/lost .*: [\d,]+ h a month/);
    expect(text).toContain("Funnel of milestones");
    expect(text).toContain('There is no column "country" in order-to-cash.csv');
  },
  120_000,
);

test("the quickstart prints no lines, and tells the answer in sentences", async () => {
  const { failure, notebook } = await runNotebook(join(root, "notebooks/quickstart.ipynb"), { check: true });
  expect(failure).toBeUndefined();
  expect(printed(notebook)).toEqual([]);
  const text = textOf(notebook);
  expect(text).toMatch(/most of it is the time from Set credit hold to Resolve credit hold \(\d\d %\)/);
  expect(text).toContain("cases are stuck");
  const share = (team: string) => {
    const found = new RegExp(`Desk ${team} +Spreadsheet +[\\d,]+ +(\\d+) %`).exec(text);
    return Number(found?.[1]);
  };
  expect(share("South")).toBeGreaterThan(4 * share("North"));
  // Its last words are of both logs.
  expect(text.slice(text.indexOf("Process and tasks in one map"))).toMatch(
    /task instances are linked to \d+ cases[\s\S]*Recorded tasks stand behind [\s\S]*% of .* was seen by neither log/,
  );
}, 120_000);

test("the quickstart links a recording without times, and leaves out what times would tell", async () => {
  const lines = (await Deno.readTextFile(join(root, "data/order-desk.csv"))).split("\n").slice(0, 2500);
  const interactionLog = join(folder, "untimed-desk.csv");
  await Deno.writeTextFile(interactionLog, lines.map((line) => line.slice(line.indexOf(",") + 1)).join("\n"));
  const { failure, notebook } = await runNotebook(join(root, "notebooks/quickstart.ipynb"), {
    ...{ check: false, parameters: { interactionLog, eventLog: "../data/order-to-cash.csv" } },
  });
  expect(failure).toBeUndefined();
  const text = textOf(notebook);
  expect(text).toContain("Tasks and their cases");
  expect(text).not.toMatch(/NaN|seen by neither log/);
}, 120_000);

test("the task report finds who uses the spreadsheet", async () => {
  const { failure, notebook } = await run("task-report.ipynb", {}, { check: true });
  expect(failure).toBeUndefined();
  const text = textOf(notebook);
  // Of the kinds of task that were found, the only one with figures of both desks is the entry of orders.
  const share = (team: string) => {
    const shares = [...text.matchAll(new RegExp(`^(.*) · ${team} +Spreadsheet +([\\d.]+) %`, "gm"))];
    return new Map(shares.map(([, task, percent]) => [task, Number(percent)]));
  };
  const [[task, north] = ["", NaN]] = share("Desk North");
  expect(share("Desk South").get(task)).toBeGreaterThan(4 * north);
  expect(text).toContain("this report uses 3 min");
  // Segments, names, times, ways, routines, transfers: what stood in printed lines are pictures and tables.
  for (const title of ["Task instances", "Names for the kinds of task", "Ways of the task", "Routines"]) {
    expect(text).toContain(title);
  }
  expect(text).toMatch(/Transfers between applications\n[\s\S]*Mail +.*Spreadsheet/);
  // A share of the time shown says nothing where groups are left out.
  expect(text).not.toMatch(/time shown|100 % of [^.\n]*time/);
  expect(figures(notebook)).toBe(12);
  expect(printed(notebook)).toEqual([]);
}, 180_000);

test("the automation report ranks, explains, and says what is assumed", async () => {
  const { failure, notebook } = await run("automation-report.ipynb", { hourlyRate: 45 }, { check: true });
  expect(failure).toBeUndefined();
  const text = textOf(notebook);
  expect(text).toMatch(/What to automate first\n“.+” is worth most/);
  for (const title of ["Factors", "Opportunity 1: ", "Rules", "What if?"]) expect(text).toContain(title);
  // Entering and confirming orders, and credit holds, take by far most of the desk's time.
  const ranked = [...text.matchAll(/^([123]) {2}(Create order|Update holds|Confirm order) /gm)].map(([, rank]) => rank);
  expect(ranked.slice(0, 3)).toEqual(["1", "2", "3"]);
  expect(text).not.toMatch(/NaN|undefined|\bnull\b/);
  expect(figures(notebook)).toBe(9);
  expect(printed(notebook)).toEqual([]);
}, 180_000);

test("the automation report of a recording of one task says that there is no other", async () => {
  const lines = (await Deno.readTextFile(join(root, "data/order-desk.csv"))).split("\n");
  const header = lines[0]!.split(",");
  const file = join(folder, "confirmations.csv");
  const rows = lines.slice(1).filter((line) => line.split(",").at(header.indexOf("task")) === "Confirm order");
  await Deno.writeTextFile(file, [lines[0], ...rows].join("\n"));
  const { failure, notebook } = await run("automation-report.ipynb", { interactionLog: file, instance: "segment" });
  expect(failure).toBeUndefined();
  expect(textOf(notebook)).toContain("The next candidate");
  expect(textOf(notebook)).not.toMatch(/NaN|undefined|\bnull\b/);
}, 120_000);

test("the hybrid report says of each question a sentence, and names nobody", async () => {
  // Names that stand in nothing else, in both logs; the event log has ten people that were not recorded, too.
  const read = async (name: string) => (await Deno.readTextFile(join(root, "data", name))).trimEnd().split("\n");
  const [desk, orders, truth] = await Promise.all(
    ["order-desk.csv", "order-to-cash.csv", "order-desk-truth.csv"].map(read),
  ) as [string[], string[], string[]];
  const users = [...new Set(desk.slice(1).map((line) => line.split(",")[1]!))].filter((user) => user !== "");
  const invented = (user: string) => `Zyx${users.indexOf(user)}quorn`;
  const renamed = (lines: readonly string[], column: number) =>
    lines.map((line, i) => {
      const cells = line.split(",");
      return i > 0 && users.includes(cells[column]!) ? cells.with(column, invented(cells[column]!)).join(",") : line;
    }).join("\n");
  const [eventLog, interactionLog] = [join(folder, "hybrid-orders.csv"), join(folder, "hybrid-desk.csv")];
  await Deno.writeTextFile(eventLog, renamed(orders, orders[0]!.split(",").indexOf("resource")));
  await Deno.writeTextFile(interactionLog, renamed(desk, 1));
  const { failure, notebook } = await run("hybrid-report.ipynb", { eventLog, interactionLog, instance: "segment" }, {
    check: true,
  });
  expect(failure).toBeUndefined();
  const text = textOf(notebook);
  const linked = truth.slice(1).filter((line) => line !== "" && line.split(",")[2] !== "");
  const cases = new Set(linked.map((line) => line.split(",")[2]));
  expect(text).toContain(`${linked.length} of ${linked.length} task instances are linked to ${cases.size} cases`);
  const entered = linked.filter((line) => line.split(",")[1] === "Enter order").length;
  expect(text).toMatch(new RegExp(`Behind "Enter order" it is ".+" most often: ${entered} tasks`));
  expect(text).toMatch(/\d+ % of .* between recorded steps was seen by neither log/);
  expect(text).toMatch(/Most work was seen between "Receive order" and "Enter order": \d+ % of that time/);
  for (const title of ["Tasks and their cases", "Process and tasks in one map", "Time that no system saw"]) {
    expect(text).toContain(title);
  }
  expect(text).toMatch(/Case "\d+" took .* were seen by neither log/);
  expect(text).not.toMatch(/NaN|undefined|\bnull\b/);
  expect(figures(notebook)).toBe(7);
  expect(printed(notebook)).toEqual([]);
  const said = JSON.stringify(notebook.cells.map(({ outputs }) => outputs));
  expect(said.length).toBeGreaterThan(50_000);
  expect(said).not.toMatch(/Zyx\d|quorn/i);
  expect(said).not.toContain(btoa("Zyx").slice(0, 4));
}, 180_000);

test("the hybrid report of two logs that have nothing to do with each other says why nothing is linked", async () => {
  const lines = (await Deno.readTextFile(join(root, "data/order-desk.csv"))).split("\n").slice(0, 3000);
  const interactionLog = join(folder, "later-desk.csv");
  await Deno.writeTextFile(
    interactionLog,
    lines.join("\n").replaceAll("2025-02-", "2029-02-").replace(/\b1\d{4}\b/g, "7"),
  );
  const { failure, notebook } = await run("hybrid-report.ipynb", { interactionLog, instance: "segment" });
  expect(failure).toBeUndefined();
  const text = textOf(notebook);
  expect(text).toMatch(/None of the \d+ task instances can be linked to a case: .*the logs share no time/);
  expect(text).toContain("No step of a case lies within the recorded time");
  expect(text).not.toMatch(/NaN|undefined|\bnull\b/);
}, 120_000);

test("a column of groups that a recording lacks is told where the report says what was read", async () => {
  const { failure, notebook } = await run("task-report.ipynb", { by: ["task", "floor"] });
  expect(failure).toBeUndefined();
  expect(textOf(notebook)).toMatch(/"?floor"?/);
  expect(printed(notebook)).toEqual([]);
}, 180_000);

test("the task report names no user, also where users are the groups", async () => {
  const users = { Ada: "Zerlindaq", Bo: "Quentinox", Cem: "Ysoldexa", Dora: "Fenwyckol", Eli: "Torquilas" };
  const lines = (await Deno.readTextFile(join(root, "data/order-desk.csv"))).split("\n").slice(0, 4000);
  const text = lines.map((line) => {
    const cells = line.split(",");
    return cells.map((cell, i) => i === 1 ? users[cell as keyof typeof users] ?? cell : cell).join(",");
  }).join("\n");
  for (const name of Object.values(users)) expect(text).toContain(name);
  const file = join(folder, "desk.csv");
  await Deno.writeTextFile(file, text);
  const { failure, notebook } = await run("task-report.ipynb", { interactionLog: file, by: ["user"] });
  expect(failure).toBeUndefined();
  const said = JSON.stringify(notebook.cells.map(({ outputs }) => outputs));
  expect(said.length).toBeGreaterThan(10_000);
  for (const name of Object.values(users)) expect(said).not.toMatch(new RegExp(name, "i"));
  expect(said).not.toMatch(new RegExp(Object.values(users).map((name) => btoa(name).slice(0, 8)).join("|")));
}, 180_000);

test("the comparison tells at which step the two halves differ", async () => {
  const { failure, notebook } = await run("comparison.ipynb", {}, { check: true });
  expect(failure).toBeUndefined();
  expect(textOf(notebook)).toMatch(
    /Of the times within cases, Set credit hold → Resolve credit hold differs most surely/,
  );
  expect(figures(notebook)).toBe(3);
  expect(printed(notebook)).toEqual([]);
}, 180_000);

test("two exports that are the same differ in nothing", async () => {
  const { failure, notebook } = await run("comparison.ipynb", { after: "../../data/order-to-cash.csv" });
  expect(failure).toBeUndefined();
  const text = textOf(notebook);
  expect(text).toContain("Nothing changed that would be worth a note.");
  expect(text).toContain("nothing differs more than chance would have it");
  expect(text).not.toContain("differs most surely");
}, 60_000);

test("a new export with other columns is refused before any work; a mapping file makes it run", async () => {
  const lines = (await Deno.readTextFile(join(root, "data/order-to-cash.csv"))).split("\n");
  const renamed = join(folder, "renamed.csv");
  const header = "order ref,what,begun,timestamp,who,team,sales_region,customer_group,value";
  await Deno.writeTextFile(renamed, [header, ...lines.slice(1, 4000)].join("\n"));
  const refused = await run("process-report.ipynb", { eventLog: renamed, by: "region" });
  expect(refused).toMatchObject({ status: "input wrong", exitCode: 2 });
  expect(refused.failure).toMatchObject({ ename: "InputError", name: "Is the export what it should be?" });
  expect(refused.failure!.evalue).toMatch(/no name tells the .*column "region" is missing \(nearest: "sales_region"/);
  const code = refused.notebook.cells.filter(({ cell_type }) => cell_type === "code");
  expect(code.slice(3).every(({ outputs }) => outputs!.length === 0)).toBe(true);

  const mapping = join(folder, "map.json");
  expect(await mapCommand.main([renamed, "-o", mapping])).toBe(0);
  const written = JSON.parse(await Deno.readTextFile(mapping));
  expect(written).toMatchObject({ kind: "events", mapping: { activity: null, timestamp: "timestamp" } });
  expect(written.unmapped).toContainEqual({ column: "what", holds: "text", example: "Receive order" });
  written.mapping = { ...written.mapping, case: "order ref", activity: "what", start: "begun", resource: "who" };
  written.rename = { region: "sales_region" };
  await Deno.writeTextFile(mapping, JSON.stringify(written));
  const mended = await run("process-report.ipynb", { eventLog: renamed, by: "region", mapping });
  expect(mended.failure).toBeUndefined();
  expect(textOf(mended.notebook)).toMatch(/^Throughput time by region/m);
}, 60_000);

test.skipIf(lacksSharedLogs).each([
  ["process-report.ipynb", "eventLog", "process/receipt.csv"],
  ["process-report.ipynb", "eventLog", "process/running-example.xes"],
  ["comparison.ipynb", "before", "process/bpic2013-incidents.xes.gz"],
  ["task-report.ipynb", "interactionLog", "interaction/student-record-raw.csv"],
  ["task-report.ipynb", "interactionLog", "interaction/cpn1.csv"],
  ["automation-report.ipynb", "interactionLog", "interaction/student-record-raw.csv"],
  ["automation-report.ipynb", "interactionLog", "interaction/support-desk.csv"],
  ["hybrid-report.ipynb", "eventLog", "process/receipt.csv"],
  ["hybrid-report.ipynb", "interactionLog", "interaction/student-record-raw.csv"],
])("%s runs on a real log: %s = %s", async (name, parameter, log) => {
  const { failure, notebook } = await run(name, { [parameter]: sharedLog(log) });
  expect(failure).toBeUndefined();
  expect(textOf(notebook)).not.toMatch(/NaN|undefined|\bnull\b/);
  expect(printed(notebook)).toEqual([]);
}, 120_000);
