/** Simulated logs as logs, with the truth of their links, and how good found links are. */
import { interactionsFromRows, logFromRows } from "../../src/log/mod.ts";
import type { EventLog } from "../../src/log/events/event_log.ts";
import type { TaskLinks } from "../../src/hybrid/mod.ts";
import { segmentTasks, type TaskSegmentation } from "../../src/taskmining/mod.ts";
import type { ClaimsOffice } from "../../src/simulate/examples/claims_office.ts";
import type { OrderDesk } from "../../src/simulate/examples/order_desk.ts";
import type { OrderToCash } from "../../src/simulate/examples/order_to_cash.ts";

export interface LinkedLogs {
  readonly log: EventLog;
  readonly segmentation: TaskSegmentation;
  /** Cases of each instance of the segmentation. */
  readonly truth: readonly (readonly string[])[];
}

export interface DeskLogOptions {
  /** Whether the event log has starts. */
  readonly starts?: boolean;
  readonly renamePeople?: boolean;
  /** What becomes of values, titles and addresses. */
  readonly withoutValues?: boolean;
  readonly users?: readonly string[];
}

/** The event log alone. */
export function ordersLog(process: OrderToCash, options: DeskLogOptions = {}): EventLog {
  const valueOf = new Map(process.orders.map((order) => [order.case, order.value]));
  return logFromRows(
    process.events.map((event) => ({
      case: `${event.case}`,
      activity: event.activity,
      start: options.starts === false || event.start === undefined ? null : new Date(event.start * 1000),
      time: new Date(event.time * 1000),
      resource: options.renamePeople ? coded(event.resource) : event.resource,
      value: valueOf.get(event.case)!,
    })),
    options.starts === false
      ? { mapping: { case: "case", activity: "activity", timestamp: "time", resource: "resource" } }
      : {},
  );
}

export function deskLogs(process: OrderToCash, desk: OrderDesk, options: DeskLogOptions = {}): LinkedLogs {
  const log = ordersLog(process, options);
  const rows = desk.interactions.filter(({ user }) => options.users?.includes(user) ?? true);
  const interactions = interactionsFromRows(rows.map((row) => ({
    timestamp: new Date(row.time * 1000),
    user: row.user,
    application: row.application,
    window: options.withoutValues ? null : row.window,
    url: options.withoutValues ? null : row.url,
    element: row.element,
    action: row.action,
    value: options.withoutValues ? null : row.value,
    segment: row.segment === undefined ? null : `${row.segment}`,
    task: row.task ?? null,
  })));
  const cases = new Map(
    desk.instances.map((one) =>
      [`${one.segment}`, [one.case, ...(one.alsoCases ?? [])].filter((c) => c !== undefined).map(String)] as const
    ),
  );
  return { log, ...segmented(interactions, cases) };
}

export function claimsLogs(office: ClaimsOffice): LinkedLogs {
  const log = logFromRows(
    office.events.map(({ start, time, ...event }) => ({
      ...event,
      start: start === undefined ? null : new Date(start * 1000),
      time: new Date(time * 1000),
    })),
  );
  const interactions = interactionsFromRows(
    office.interactions.map(({ time, account, program, caption, field, what, content, segment }) => ({
      timestamp: new Date(time * 1000),
      ...{ user: account, application: program, window: caption, element: field, action: what, value: content },
      segment: segment === undefined ? null : `${segment}`,
    })),
  );
  const cases = new Map(office.instances.map((one) => [`${one.segment}`, [one.case]] as const));
  return { log, ...segmented(interactions, cases) };
}

function segmented(
  interactions: ReturnType<typeof interactionsFromRows>,
  cases: ReadonlyMap<string, readonly string[]>,
) {
  const segmentation = segmentTasks(interactions, { instance: "segment" });
  const column = interactions.attribute("segment")!;
  if (column.kind !== "text") throw new Error("Expected text.");
  const truth = Array.from({ length: segmentation.count }, (_, k) => {
    const i = segmentation.events[segmentation.offsets[k]!]!;
    return cases.get(column.dictionary[column.codes[i]!]!)!;
  });
  return { segmentation, truth };
}

/** The same code for a name each time, and no likeness to it. */
function coded(name: string): string {
  if (name === "ERP") return name;
  let hash = 7;
  for (const letter of name) hash = (hash * 31 + letter.codePointAt(0)!) % 90001;
  return `U${10000 + hash}`;
}

/** Whether the number of a true case stands in the instance, as it is or in another way, but without a slip. */
export function namesItsCase({ segmentation, truth }: LinkedLogs): (k: number) => boolean {
  const { log, offsets, events } = segmentation;
  const columns = ["valueNew", "windowTitle", "url"].flatMap((name) => {
    const column = log.attribute(name);
    return column?.kind === "text" ? [column] : [];
  });
  return (k) => {
    const own = events.subarray(offsets[k]!, offsets[k + 1]!);
    const texts = columns.flatMap(({ codes, dictionary }) =>
      Array.from(own, (i) => codes[i]! < 0 ? "" : dictionary[codes[i]!]!.replace(/(?<=\d)[- ](?=\d{3}(?!\d))/g, ""))
    );
    return truth[k]!.some((c) => texts.some((text) => new RegExp(`(?<![1-9])${c}(?!\\d)`).test(text)));
  };
}

export interface LinkScore {
  readonly precision: number;
  readonly recall: number;
  readonly found: number;
}

/** Of the pairs of instance and case, at the probability that links were kept at; `counts` chooses instances. */
export function scoreLinks(
  links: TaskLinks,
  truth: readonly (readonly string[])[],
  counts: (k: number) => boolean = () => true,
): LinkScore {
  const { of, log } = links;
  let right = 0, found = 0, all = 0;
  of.instance.forEach((k, i) => {
    if (!counts(k)) return;
    found++;
    if (truth[k]!.includes(log.caseIds[of.case[i]!]!)) right++;
  });
  truth.forEach((cases, k) => counts(k) && (all += cases.length));
  return { precision: right / found, recall: right / all, found };
}

/** Sums for the expected calibration error of links from .05 on, in ten bins; to be added up over logs. */
export function reliabilityOf(links: TaskLinks, truth: readonly (readonly string[])[]) {
  const bins = Array.from({ length: 10 }, () => ({ n: 0, probability: 0, right: 0 }));
  const { considered, log } = links;
  considered.instance.forEach((k, i) => {
    const p = considered.probability[i]!;
    if (p < 0.05) return;
    const bin = bins[Math.min(9, Math.floor(p * 10))]!;
    bin.n++;
    bin.probability += p;
    if (truth[k]!.includes(log.caseIds[considered.case[i]!]!)) bin.right++;
  });
  return bins;
}

export type Bins = ReturnType<typeof reliabilityOf>;

/** Guo, Pleiss, Sun & Weinberger, "On Calibration of Modern Neural Networks", ICML 2017. */
export function calibrationError(all: readonly Bins[]): number {
  const total = all.flat().reduce((sum, { n }) => sum + n, 0);
  let error = 0;
  for (let b = 0; b < 10; b++) {
    const own = all.map((bins) => bins[b]!);
    const sum = (name: "probability" | "right") => own.reduce((s, bin) => s + bin[name], 0);
    error += Math.abs(sum("probability") - sum("right")) / total;
  }
  return error;
}
