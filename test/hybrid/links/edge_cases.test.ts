/** Logs that have little in common, or little in them: each gets a clear answer. */
import { expect, test } from "vitest";
import {
  caseTimeline,
  enrichLog,
  linkTasks,
  type TaskLinks,
  tasksBehind,
  unseenTime,
} from "../../../src/hybrid/mod.ts";
import { interactionsFromRows, logFromRows } from "../../../src/log/mod.ts";
import { segmentTasks } from "../../../src/taskmining/mod.ts";

const MINUTE = 60_000, DAY = 1440 * MINUTE, FIRST = Date.UTC(2026, 2, 2, 7);

interface Work {
  readonly id: string;
  readonly user: string;
  readonly begin: number;
  readonly written: string;
}

/** Twelve orders, one every half an hour and some minutes; what is typed is as `written` says. */
const work = (written: (id: string) => string, users = ["ann", "ben"]): Work[] =>
  Array.from({ length: 12 }, (_, n) => ({
    id: `PO-${7000 + 13 * n}-KX`,
    user: users[n % users.length]!,
    begin: FIRST + n * 37 * MINUTE + (n * n % 11) * MINUTE,
    written: written(`PO-${7000 + 13 * n}-KX`),
  }));

const eventLog = (all: readonly Work[], later = 0) =>
  logFromRows(all.flatMap(({ id, user, begin }) => [
    { case: id, activity: "Order", resource: user, time: new Date(begin + later + 4 * MINUTE) },
    { case: id, activity: "Pay", resource: "ERP", time: new Date(begin + later + 2 * DAY) },
  ]));

const segmented = (all: readonly Work[]) =>
  segmentTasks(
    interactionsFromRows(all.flatMap(({ user, begin, written }, n) => [
      { ...row(user, n), time: new Date(begin), element: "Message", action: "open", value: "" },
      { ...row(user, n), time: new Date(begin + 2 * MINUTE), element: "Number", action: "type", value: written },
      { ...row(user, n), time: new Date(begin + 4 * MINUTE), element: "Save", action: "click", value: "" },
    ])),
    { instance: "segment" },
  );

const row = (user: string, n: number) => ({ user, app: "ERP", segment: `${n}` });

/** Instances are told by when they began. */
function rightOf({ links, instances }: TaskLinks, all: readonly Work[]): number {
  const begins = instances.rows().map(({ started }) => started!.getTime());
  const idOf = new Map(all.map(({ begin, id }) => [begin, id]));
  return links.rows().filter(({ instance, case: c }) => idOf.get(begins[instance - 1]!) === c).length;
}

/** All that is made of links is made without an error, whatever they are. */
function joins(links: TaskLinks): void {
  expect(unseenTime(links).sentence).not.toBe("");
  expect(tasksBehind(links).numRows()).toBeGreaterThanOrEqual(0);
  expect(enrichLog(links.log, links).cases).toBe(links.log.cases);
  expect(caseTimeline(links, links.log.caseIds[0]!).rows.numRows()).toBeGreaterThanOrEqual(2);
}

test("no identifier in common: people and times tell the case, and the note says so", () => {
  const all = work(() => "thanks"), links = linkTasks(segmented(all), eventLog(all));
  expect(rightOf(links, all)).toBe(12);
  expect(links.notes).toContain("No identifier of a case stands in any task instance.");
  expect(links.notes).toContain("12 links rest on people, times and kinds of task alone.");
  joins(links);
});

test("no time overlap: identifiers tell the case, and no event; without identifiers nothing is linked, and why", () => {
  const all = work((id) => id), links = linkTasks(segmented(all), eventLog(all, 90 * DAY));
  expect(rightOf(links, all)).toBe(12);
  expect(links.links.rows().every(({ event }) => event === null)).toBe(true);
  expect(links.notes).toContain(
    "The logs share no time: tasks were recorded 2026-03-02 to 2026-03-02, events 2026-05-31 to 2026-06-02.",
  );
  joins(links);
  const neither = linkTasks(segmented(work(() => "thanks")), eventLog(all, 90 * DAY));
  expect(neither.of.instance).toHaveLength(0);
  expect(neither.sentence).toBe(
    "None of the 12 task instances can be linked to a case: no identifier of a case stands in any of them, and the logs " +
      "share no time (tasks were recorded 2026-03-02 to 2026-03-02, events 2026-05-31 to 2026-06-02).",
  );
  joins(neither);
});

test("one user only: linked by identifiers, and by times under another name", () => {
  const named = work((id) => id, ["ann"]), links = linkTasks(segmented(named), eventLog(named));
  expect(rightOf(links, named)).toBe(12);
  joins(links);
  const nameless = work(() => "thanks", ["ann"]);
  const byTimes = linkTasks(segmented(nameless), eventLog(nameless.map((one) => ({ ...one, user: "U17" }))));
  expect(rightOf(byTimes, nameless)).toBe(12);
});

test("no values: the recording has no column of them", () => {
  const all = work(() => "");
  const recording = interactionsFromRows(all.flatMap(({ user, begin }, n) => [
    { ...row(user, n), time: new Date(begin), element: "Message", action: "open" },
    { ...row(user, n), time: new Date(begin + 4 * MINUTE), element: "Save", action: "click" },
  ]));
  const links = linkTasks(segmentTasks(recording, { instance: "segment" }), eventLog(all));
  expect(rightOf(links, all)).toBe(12);
  joins(links);
});

test("a task with one instance, beside others: it is linked by its identifier, and left alone without one", () => {
  const all = work((id) => id);
  const single = (value: string) => {
    const rows = [
      ...all.flatMap(({ user, begin, written }, n) => [
        { ...row(user, n), time: new Date(begin), element: "Message", action: "open", value: "", task: "Order" },
        {
          ...row(user, n),
          time: new Date(begin + 4 * MINUTE),
          element: "Save",
          action: "click",
          value: written,
          task: "Order",
        },
      ]),
      {
        ...row("ben", 99),
        time: new Date(FIRST + 5 * DAY),
        element: "Complaint",
        action: "type",
        value,
        task: "Complaint",
      },
    ];
    return linkTasks(segmentTasks(interactionsFromRows(rows), { instance: "segment" }), eventLog(all));
  };
  const last = (links: TaskLinks) =>
    links.instances.rows().find(({ started }) => started!.getTime() === FIRST + 5 * DAY)!;
  const found = single(`about ${all[3]!.id}`);
  expect(last(found)).toMatchObject({ case: all[3]!.id, cases: 1 });
  joins(found);
  const none = single("about nothing");
  expect(last(none)).toMatchObject({ case: null, cases: 0 });
  expect(none.sentence).toMatch(/1 instance belongs to no case of this log\.$/);
});

test("a recording of one instance and an event log of one case", () => {
  const [one] = work((id) => id) as [Work], links = linkTasks(segmented([one]), eventLog([one]));
  expect(links.sentence).toMatch(/^1 of 1 task instance is linked to 1 case/);
  joins(links);
  const other = linkTasks(segmented([{ ...one, written: "thanks", user: "zoe" }]), eventLog([one], 9 * DAY));
  expect(other.sentence).toMatch(/^The one task instance cannot be linked to a case: no identifier/);
});
