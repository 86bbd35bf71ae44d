// @slow: logs are simulated and linked
import { expect, test } from "vitest";
import { linkTasks, stepsBehind, tasksBehind, unseenTime } from "../../../src/hybrid/mod.ts";
import { simulateClaimsOffice } from "../../../src/simulate/examples/claims_office.ts";
import { simulateOrderDesk } from "../../../src/simulate/examples/order_desk.ts";
import { simulateOrderToCash } from "../../../src/simulate/examples/order_to_cash.ts";
import { viewCaseTimeline } from "../../../src/viz/hybrid/case_timeline.ts";
import { viewTasksBehind } from "../../../src/viz/hybrid/tasks_behind.ts";
import { viewLinks } from "../../../src/viz/hybrid/links.ts";
import type { JoinedMapData } from "../../../src/viz/page/behaviours/joined-map.ts";
import { viewJoinedMap } from "../../../src/viz/hybrid/joined_map.ts";
import { viewLinkQuality } from "../../../src/viz/hybrid/link_quality.ts";
import { viewUnseenTime } from "../../../src/viz/hybrid/unseen_time.ts";
import { claimsLogs, deskLogs, ordersLog } from "../../support/linked_logs.ts";
import { gallery } from "../golden.ts";

const claims = claimsLogs(simulateClaimsOffice({ seed: 21, claims: 40 }));
const claimLinks = linkTasks(claims.segmentation, claims.log);
const orders = simulateOrderToCash({ seed: 21, cases: 300 });
const recorded = simulateOrderDesk(orders, { seed: 21, from: "2025-01-08", days: 3 });
const desk = {
  ...deskLogs(orders, recorded),
  people: [...new Set(recorded.interactions.map(({ user }) => user))],
  times: recorded.interactions.map(({ time }) => time * 1000),
};
const links = linkTasks(desk.segmentation, desk.log);
const none = linkTasks(
  desk.segmentation,
  ordersLog(simulateOrderToCash({ seed: 4, cases: 60, firstDay: "2025-05-05" })),
);

gallery("unseen time: steps, and work before and after events", () => viewUnseenTime(links, { top: 8 }));
gallery("unseen time: logs that share no time", () => viewUnseenTime(none));
gallery("case timeline: an order in both logs", () => viewCaseTimeline(links, links.links.rows()[0]!.case));
gallery("joined map: tasks inside the steps", () => viewJoinedMap(links, { top: 9 }));
gallery("joined map: a step that only the recording knows", () => viewJoinedMap(claimLinks));

const hard = deskLogs(
  orders,
  simulateOrderDesk(orders, {
    ...{ seed: 21, from: "2025-01-08", days: 3 },
    dials: { identifierMissing: 0.5, colleagueFinishes: 0.4, withoutCase: 0.5 },
  }),
  { starts: false },
);
const hardLinks = linkTasks(hard.segmentation, hard.log);
gallery(
  "link quality: a reliability diagram",
  () => viewLinkQuality(hardLinks, (k, id) => hard.truth[k - 1]!.includes(id)),
);
gallery("task links: sure, likely and of no case", () => viewLinks(hardLinks));
gallery("task links: logs that share no time", () => viewLinks(none));
gallery("tasks behind activities: too few people for most", () => viewTasksBehind(hardLinks));

test("links are counted as the tables have them, and each is on one ground", () => {
  const figure = viewLinks(hardLinks), { rows } = figure.parts.table;
  const sum = (column: number) => rows.reduce((total, row) => total + Number(row[column]), 0);
  expect(sum(1)).toBe(hard.segmentation.count);
  expect(sum(2) + sum(3)).toBe(hardLinks.linked);
  expect(sum(4)).toBe(hard.segmentation.count - hardLinks.linked);
  const sure = hardLinks.instances.rows().filter((row) => row.case !== null && row.probability >= 0.95).length;
  expect(sum(2)).toBe(sure);
  const grounds = [...figure.toSVG().matchAll(/<title>[^<]*\n([\d,]+) links?\n/g)].map(([, n]) => Number(n));
  expect(grounds.reduce((total, n) => total + n, 0)).toBe(hardLinks.links.numRows());
  expect(viewLinks(none).parts.caption).toContain("None of the");
});

test("a task of the joined map opens to the steps of its main way, on a phone too", () => {
  const map = viewJoinedMap(links), { phone = "", tasks } = map.parts.data as JoinedMapData;
  const behind = tasksBehind(links).rows(), steps = stepsBehind(links).rows();
  expect(tasks.map(({ title }) => title)).toEqual(behind.map(({ activity, task }) => `${task} behind ${activity}`));
  expect(tasks.flatMap((task) => task.steps.map(({ what }) => what))).toEqual(steps.map(({ what }) => what));
  for (const picture of [map.toSVG(), phone]) {
    const ids = [...picture.matchAll(/data-task="(\d+)"/g)].map(([, id]) => Number(id));
    expect(ids.length).toBeGreaterThan(2);
    // What is marked as a task is the one of that name.
    for (const id of ids) expect(picture).toContain(`data-task="${id}"><title>${behind[id]!.task}\n`);
  }
  expect(Number(/ width="(\d+)"/.exec(phone)![1])).toBeLessThan(370);
  expect(viewJoinedMap(none).parts.data).toMatchObject({ tasks: [] });
});

test("a timeline names nobody, unless that is asked for", () => {
  const id = links.links.rows()[0]!.case, people = new RegExp(`\\b(${desk.people.join("|")})\\b`);
  expect(JSON.stringify(viewCaseTimeline(links, id).parts)).not.toMatch(people);
  expect(JSON.stringify(viewCaseTimeline(links, id, { individuals: true }).parts)).toMatch(people);
});

test("without a case of their own, readers are shown one that the recording covers, with most kinds of task", () => {
  const { title, caption } = viewCaseTimeline(links).parts;
  const id = /"(.*)"/.exec(title)![1]!,
    kindsOf = (one: string) =>
      new Set(links.links.rows().filter((row) => row.case === one).map(({ task }) => task)).size;
  expect(caption).toContain("the case with most kinds of task");
  const { log } = links, [from, to] = [Math.min(...desk.times), Math.max(...desk.times)];
  const covered = log.caseIds.filter((_, c) =>
    log.time[log.offsets[c]!]! >= from && log.time[log.offsets[c + 1]! - 1]! <= to
  );
  expect(covered).toContain(id);
  expect(kindsOf(id)).toBe(Math.max(...covered.map(kindsOf)));
  expect(viewCaseTimeline(none).toString()).toContain("None of the");
});

test("link quality counts what was checked", () => {
  const half = viewLinkQuality(links, (k, id) => k % 2 === 0 ? undefined : desk.truth[k - 1]!.includes(id));
  const checked =
    links.considered.instance.filter((k, i) => k % 2 === 0 && links.considered.probability[i]! >= 0.05).length;
  expect(half.parts.table.rows.reduce((sum, row) => sum + Number(row[1]), 0)).toBe(checked);
  expect(() => viewLinkQuality(links, () => undefined)).toThrow(/truth/);
});

test("pictures say in words and tables what the results say", () => {
  const unseen = unseenTime(links), figure = viewUnseenTime(unseen);
  expect(figure.parts.table.rows.length).toBe(unseen.steps.numRows());
  expect(figure.parts.caption).toContain(unseen.sentence);
  const map = viewJoinedMap(claimLinks);
  expect(map.parts.table.rows.length).toBe(tasksBehind(claimLinks).numRows());
  expect(map.toSVG()).toContain("stroke-dasharray");
  expect(viewCaseTimeline(links, links.links.rows()[0]!.case).parts.alt).toMatch(/seen by neither log/);
});

test("each fits into a notebook", () => {
  for (const figure of [viewUnseenTime(links), viewJoinedMap(links)]) {
    expect(figure.toHTML().length).toBeLessThan(300_000);
  }
});
