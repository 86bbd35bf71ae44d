/** Tiny segmentations, written out. */
import type { TaskSegmentation, TaskType } from "../../../src/taskmining/segmentation/segmentation.ts";
import { type InteractionRow, interactionsOf } from "../../support/interactions.ts";

export interface SegmentedRow extends InteractionRow {
  /** Instance and task; none: belongs to no instance. */
  instance?: string | undefined;
  task?: string;
  /** 1: stray. */
  stray?: number;
}

/** A segmentation that says what the rows say; instances stand by user and then by their first interaction. */
export function segmentationOf(
  rows: readonly SegmentedRow[],
  reasons: Record<string, [string, string][]> = {},
): TaskSegmentation {
  const log = interactionsOf(rows);
  const at = Array.from(log.rows, (row) => rows[row]!);
  const ids = [...new Set(at.flatMap(({ instance }) => instance === undefined ? [] : [instance]))];
  const owner = Int32Array.from(at, ({ instance }) => instance === undefined ? -1 : ids.indexOf(instance));
  const members = ids.map((_, k) => [...owner.keys()].filter((i) => owner[i] === k));
  const offsets = Int32Array.from([0, ...members.map((_, k) => members.slice(0, k + 1).flat().length)]);
  const nameOf = (k: number) => at[members[k]![0]!]!.task ?? "Task";
  const names = [...new Set(ids.map((_, k) => nameOf(k)))];
  const sizes = names.map((name) => ids.filter((_, k) => nameOf(k) === name).length);
  const order = names.map((_, t) => t).sort((a, b) => sizes[b]! - sizes[a]! || a - b);
  return {
    log,
    owner,
    count: ids.length,
    offsets,
    events: Int32Array.from(members.flat()),
    task: Int32Array.from(ids, (_, k) => order.indexOf(names.indexOf(nameOf(k)))),
    tasks: order.map((t): TaskType => ({
      name: names[t]!,
      description: "",
      instances: sizes[t]!,
      medoid: ids.findIndex((_, k) => nameOf(k) === names[t]),
      medianSeconds: 60,
      labels: [],
    })),
    reasons: ids.map((id) =>
      (reasons[id] ?? [["start", `begins like ${id}`]]).map(([signal, words]) => ({ signal, words }))
    ),
    stray: Uint8Array.from(at, ({ stray }) => stray ?? 0),
    keys: ids.map(() => []),
    notes: [],
  };
}

/** The day, with instances of all degrees of certainty: four sure ones, two about which one may doubt, one unlikely. */
export function anUnsureDay(): TaskSegmentation {
  const instance = [0.98, 0.7, 0.95, 0.9, 0.3, 0.99, 0.55];
  const begin = [0.99, 0.9, 0.97, 0.95, 0.4, 0.99, 0.6];
  return {
    ...aDay(),
    certainty: {
      instance: Float64Array.from(instance),
      begin: Float64Array.from(begin),
      kind: Float64Array.from([0.9, 0.8]),
    },
  };
}

const STEPS: [app: string, window: string, action: string][] = [
  ["Mail", "Inbox", "click"],
  ["ERP", "Order", "edit"],
  ["Sheet", "prices.xlsx", "copy"],
  ["ERP", "Order", "paste"],
  ["ERP", "Order", "submit"],
];

/**
 * Ada does four orders and two replies, Bo two orders: one order is put aside for a reply, one has a stray interaction,
 * one skips the price, and there is a pause of 20 minutes inside one.
 */
export function aDay(): TaskSegmentation {
  const rows: SegmentedRow[] = [];
  const order = (user: string, instance: string, at: number, steps: readonly number[], gap = 30) => {
    steps.forEach((step, n) => {
      const [app, container1, action] = STEPS[step]!;
      rows.push({
        at: at + n * gap,
        user,
        app,
        windowTitle: container1,
        action,
        elementName: `field ${step}`,
        instance,
        task: "Enter order",
      });
    });
  };
  order("Ada", "a1", 0, [0, 1, 2, 3, 4]);
  order("Ada", "a2", 300, [0, 1]);
  for (const n of [0, 1]) {
    rows.push({
      at: 400 + n * 40,
      user: "Ada",
      app: "Mail",
      windowTitle: "Reply",
      action: n === 0 ? "click" : "edit",
      elementName: "body",
      instance: "r1",
      task: "Reply",
    });
  }
  order("Ada", "a2", 500, [2, 3, 4]);
  rows.push({
    at: 590,
    user: "Ada",
    app: "Chat",
    windowTitle: "Team",
    action: "click",
    elementName: "ping",
    instance: "a2",
    task: "Enter order",
    stray: 1,
  });
  rows.push({
    at: 620,
    user: "Ada",
    app: "ERP",
    windowTitle: "Order",
    action: "click",
    elementName: "ok",
    instance: "a2",
    task: "Enter order",
  });
  order("Ada", "a3", 900, [0, 1, 4]);
  order("Ada", "a4", 1200, [0, 1]);
  order("Ada", "a4", 2460, [2, 3, 4]);
  rows.push({
    at: 2700,
    user: "Ada",
    app: "Mail",
    windowTitle: "Inbox",
    action: "scroll",
    elementName: "list",
    instance: undefined,
  });
  order("Bo", "b1", 60, [0, 1, 2, 3, 4], 50);
  order("Bo", "b2", 1500, [0, 1, 1, 2, 3, 4], 20);
  return segmentationOf(rows, {
    a1: [["session", "the first interaction of this person"]],
    a3: [["completion", 'after "submit field 4"'], ["gap", "after a pause of 5 min"]],
  });
}
