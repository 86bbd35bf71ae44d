/** Everything that anybody can get out of an interaction log, as text: for searches for what must not be in it. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ColumnTable } from "arquero";
import { csvText } from "../../src/io/csv/csv_text.ts";
import type { InteractionLog } from "../../src/log/interactions/interaction_log.ts";
import { privacyReport } from "../../src/log/interactions/privacy_report.ts";
import { READINGS } from "../../src/log/readings.ts";
import { writeInteractions } from "../../src/log/interactions/write_interactions.ts";
import { applications, applicationSwitches, switchMatrix } from "../../src/taskmining/friction/applications.ts";
import { cleanInteractions } from "../../src/taskmining/cleaning/clean_interactions.ts";
import { foundTasks } from "../../src/taskmining/instances/found_tasks.ts";
import { handleTimes, idleSensitivity } from "../../src/taskmining/measures/handle_times.ts";
import { rework } from "../../src/taskmining/friction/rework.ts";
import { ripeSteps } from "../../src/taskmining/friction/ripe_steps.ts";
import { discoverRoutines } from "../../src/taskmining/routines/routines.ts";
import { segmentTable, withSegments } from "../../src/taskmining/segmentation/segment_table.ts";
import type { TaskSegmentation } from "../../src/taskmining/segmentation/segmentation.ts";
import { sequenceVariability } from "../../src/taskmining/measures/sequence_variability.ts";
import { taskInstances } from "../../src/taskmining/instances/task_instances.ts";
import { taskVariants } from "../../src/taskmining/measures/task_variants.ts";
import { taskLog } from "../../src/taskmining/measures/task_variants_log.ts";
import { transfers } from "../../src/taskmining/friction/transfers.ts";
import { viewApplications } from "../../src/viz/charts/applications.ts";
import { viewHandleTimes } from "../../src/viz/charts/handle_times.ts";
import { viewSummary } from "../../src/viz/charts/summary.ts";
import { displaySymbol, type MimeBundle } from "../../src/viz/figure/display.ts";
import type { Figure } from "../../src/viz/figure/figure.ts";
import { viewProcessMap } from "../../src/viz/map/process_map.ts";
import "../../src/viz/tables/show_tables.ts";
import { viewApplicationSwitches } from "../../src/viz/tasks/application_switches.ts";
import { viewDay } from "../../src/viz/tasks/day/day.ts";
import { viewSegments } from "../../src/viz/tasks/segments.ts";
import { viewTaskVariants } from "../../src/viz/tasks/task_variants.ts";
import { viewTransfers } from "../../src/viz/tasks/transfers.ts";

export type Output = readonly [where: string, text: string];

/** The log itself, its queries, files written of it, and what every measure and view makes of it. */
export async function everythingOf(log: InteractionLog): Promise<Output[]> {
  const segmentation = foundTasks(log);
  return [
    ["log", stringsIn(log)],
    ["attributes", stringsIn(log.attributes.map((name) => log.attribute(name)))],
    ["columns of its own", stringsIn([log.window, log.element, log.eventType, log.value])],
    ["csv", csvText(log.source.interactions)],
    ["readings", JSON.stringify((globalThis as Record<symbol, unknown>)[READINGS])],
    ["report", privacyReport(log).text + tableText(privacyReport(log))],
    ...await queries(log),
    ...await files(log, "log"),
    ...await files(withSegments(segmentation), "segmented", "segment"),
    ...measures(log),
    ...tasks(segmentation),
    ...errors(log, segmentation),
    ...views(log, segmentation).map(([name, view]): Output => [`view ${name}`, figureText(view)]),
  ];
}

async function queries(log: InteractionLog): Promise<Output[]> {
  const rows = await log.sql`SELECT * FROM interactions ORDER BY position`;
  const names = ["valueNew", "windowTitle", "elementLabel", "action"].filter((name) => log.attribute(name));
  const failed = await Promise.all(names.map((name) => {
    const letters = "'^[^0-9]*[a-zA-Z%+]'";
    return log.sql(`SELECT CAST(${name} AS INTEGER) FROM interactions WHERE regexp_matches(${name}, ${letters})`)
      .then(() => "", String);
  }));
  return [["sql", JSON.stringify(rows.objects())], ["sql errors", failed.join("\n")]];
}

/** Each format that a log is written to. */
async function files(log: InteractionLog, name: string, trace?: string): Promise<Output[]> {
  const folder = mkdtempSync(join(tmpdir(), "tracebook-everything-"));
  try {
    const outputs: Output[] = [];
    for (const extension of [".csv", ".xes", ".jsonocel"]) {
      const path = join(folder, `out${extension}`);
      const report = await writeInteractions(log, path, trace === undefined ? {} : { trace });
      outputs.push([`${name} as ${extension}`, readFileSync(path, "utf8") + JSON.stringify(report?.findings)]);
    }
    return outputs;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function measures(log: InteractionLog): Output[] {
  const clean = cleanInteractions(log);
  const instances = taskInstances(log);
  return [
    ["cleaned", stringsIn(clean) + stringsIn(clean.cleaning)],
    ["applications", tableText(applications(log))],
    ["switches", tableText(applicationSwitches(log)) + JSON.stringify(switchMatrix(log))],
    ["instances", stringsIn(instances) + stringsIn(instances.attribute("user"))],
    ...["user", "action", "element"].filter((name) => log.attribute(name)).map((by): Output => [
      `handle times by ${by}`,
      tableText(handleTimes(log, { by, individuals: true })),
    ]),
    ["idle", tableText(idleSensitivity(log))],
    ["transfers", tableText(transfers(log))],
  ];
}

function tasks(segmentation: TaskSegmentation): Output[] {
  const routines = discoverRoutines(segmentation);
  const ripe = ripeSteps(segmentation, { minCount: 1 });
  const named = segmentation.tasks.map(({ name }) => taskVariants(segmentation, name));
  return [
    ["segmentation", stringsIn(segmentation)],
    ["segment table", tableText(segmentTable(segmentation))],
    ["routines", stringsIn(routines) + tableText(routines.table)],
    ["ripe steps", stringsIn(ripe) + tableText(ripe.table)],
    ["rework", tableText(rework(segmentation, { by: "user", individuals: true }))],
    ["variability", tableText(sequenceVariability(segmentation, { by: "user", individuals: true }))],
    ["handle times of tasks", tableText(handleTimes(segmentation, { by: "task" }))],
    ...named.map((one): Output => [
      `variants of ${one.task}`,
      stringsIn(one) + tableText(one.table) + tableText(one.exceptionTable),
    ]),
    ["log of a task", stringsIn(taskLog(segmentation))],
  ];
}

function views(log: InteractionLog, segmentation: TaskSegmentation): [string, Figure][] {
  return [
    ["summary", viewSummary(log)],
    ["applications", viewApplications(log)],
    ["handle times", viewHandleTimes(log, { by: ["user", "action"], individuals: true })],
    ["handle times of tasks", viewHandleTimes(segmentation, { by: "task", individuals: true })],
    ["day", viewDay(log, { individuals: true })],
    ["day with tasks", viewDay(segmentation, { individuals: true })],
    ["segments", viewSegments(segmentation)],
    ["segments by kind", viewSegments(segmentation, { colour: "action class" })],
    ["variants", viewTaskVariants(segmentation)],
    ["matrix of switches", viewApplicationSwitches(log, { as: "matrix" })],
    ["chord of switches", viewApplicationSwitches(log, { as: "chord" })],
    ["transfers", viewTransfers(transfers(log), { log })],
    ["transfers of applications", viewTransfers(transfers(log), { by: "application" })],
    ["map of a task", viewProcessMap(taskLog(segmentation))],
  ];
}

/** What is said where something that is not there is asked for. */
function errors(log: InteractionLog, segmentation: TaskSegmentation): Output[] {
  const asked: (() => unknown)[] = [
    () => handleTimes(log, { by: "nothing of that name" }),
    () => taskVariants(segmentation, "no such task"),
    () => viewSegments(segmentation, { task: "no such task" }),
    () => viewDay(log, { user: "nobody" }),
    () => viewDay(log),
    () => viewDay(log, { individuals: true, day: "1999-01-01" }),
  ];
  return asked.flatMap((ask, i): Output[] => {
    try {
      ask();
    } catch (error) {
      return [[`error ${i}`, String(error)]];
    }
    return [];
  });
}

/** What a page, a notebook and a terminal show of a figure, and the data that its tooltips are made of. */
export function figureText(view: Figure): string {
  return [view.toString(), view.toSVG(), JSON.stringify(view.parts), view.toHTML()].join("\n");
}

function tableText(table: ColumnTable): string {
  const { about } = table as { about?: unknown };
  const shown = (table as unknown as Record<typeof displaySymbol, () => MimeBundle>)[displaySymbol]();
  return JSON.stringify([table.objects(), table.columnNames(), about ?? null, shown]);
}

/** All texts that can be reached from a value, also as names of properties, in maps and in bytes. */
export function stringsIn(value: unknown): string {
  const texts = new Set<string>();
  const seen = new Set<object>();
  const open: unknown[] = [value];
  while (open.length > 0) {
    const one = open.pop();
    if (typeof one === "string") texts.add(one);
    if (typeof one !== "object" || one === null || seen.has(one)) continue;
    seen.add(one);
    if (one instanceof Uint8Array) texts.add(new TextDecoder().decode(one));
    if (ArrayBuffer.isView(one)) continue;
    if (one instanceof Map) open.push(...one.keys(), ...one.values());
    if (one instanceof Set) open.push(...one);
    for (const key of Reflect.ownKeys(one)) {
      if (typeof key === "string") texts.add(key);
      open.push((one as Record<string | symbol, unknown>)[key]);
    }
  }
  return [...texts].join("\n");
}
