// @slow: logs are simulated and linked
import { expect, test } from "vitest";
import { linkTasks, tasksBehind, unseenTime } from "../../../src/hybrid/mod.ts";
import { simulateClaimsOffice } from "../../../src/simulate/examples/claims_office.ts";
import { simulateOrderDesk } from "../../../src/simulate/examples/order_desk.ts";
import { simulateOrderToCash } from "../../../src/simulate/examples/order_to_cash.ts";
import { viewCaseTimeline } from "../../../src/viz/hybrid/case_timeline.ts";
import { viewJoinedMap } from "../../../src/viz/hybrid/joined_map.ts";
import { viewLinkQuality } from "../../../src/viz/hybrid/link_quality.ts";
import { viewUnseenTime } from "../../../src/viz/hybrid/unseen_time.ts";
import { claimsLogs, deskLogs, ordersLog } from "../../support/linked_logs.ts";
import { gallery } from "../golden.ts";

const claims = claimsLogs(simulateClaimsOffice({ seed: 21, claims: 40 }));
const claimLinks = linkTasks(claims.segmentation, claims.log);
const orders = simulateOrderToCash({ seed: 21, cases: 300 });
const desk = deskLogs(orders, simulateOrderDesk(orders, { seed: 21, from: "2025-01-08", days: 3 }));
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
gallery(
  "link quality: a reliability diagram",
  () => viewLinkQuality(linkTasks(hard.segmentation, hard.log), (k, id) => hard.truth[k - 1]!.includes(id)),
);

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
