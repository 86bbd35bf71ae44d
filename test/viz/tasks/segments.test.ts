import { expect, test } from "vitest";
import { type SegmentsViewData, viewSegments } from "../../../src/viz/tasks/segments.ts";
import { taskInstances } from "../../../src/taskmining/instances/task_instances.ts";
import { viewHandleTimes } from "../../../src/viz/charts/handle_times.ts";
import { dark, light } from "../../../src/viz/kit/theme.ts";
import { contrast } from "../../support/contrast.ts";
import { gallery } from "../golden.ts";
import { aDay, anUnsureDay, segmentationOf, type SegmentedRow } from "./support.ts";

gallery("segments: an interruption, a stray action, a pause", () => viewSegments(aDay()));
gallery("segments by kind of action, one task", () => viewSegments(aDay(), { task: "Reply", colour: "action class" }));
gallery("segments: what is unsure is pale", () => viewSegments(anUnsureDay()));

function rowsOf(data: unknown) {
  return (data as SegmentsViewData).picture.groups.flatMap(({ rows }) => rows);
}

test("every instance has its cells in order, its stray ones and its breaks", () => {
  const { parts } = viewSegments(aDay());
  const { picture } = parts.data as SegmentsViewData;
  expect(picture.groups.map(({ task }) => task)).toEqual(["Enter order", "Reply"]);
  const rows = rowsOf(parts.data);
  expect(rows.length).toBe(7);
  const broken = rows.filter(({ breaks }) => breaks.length > 0);
  expect(broken.map(({ number, breaks }) => [number, breaks[0]![0]])).toEqual([[2, 2]]);
  expect(broken[0]!.breaks[0]![1]).toContain("instance 3");
  expect(broken[0]!.cells.map(([, , stray]) => stray)).toEqual([0, 0, 0, 0, 0, 1, 0]);
});

test("reasons stand in the table and in the text", () => {
  const figure = viewSegments(aDay());
  const reasons = figure.parts.table.rows.map((row) => row[7]);
  expect(reasons).toContain('completion: after "submit field 4"; gap: after a pause of 5 min');
  expect(figure.toString()).toContain("the first interaction of this person");
});

test("the column holds every reason in few words, and the picture says what they mean", () => {
  const figure = viewSegments({
    ...aDay(),
    reasons: aDay().reasons.map((reasons, k) =>
      k > 0 ? reasons : [
        { signal: "start", words: '"click Message @ Mail / Inbox" begins an instance 5 of 7 times' },
        { signal: "completion", words: 'after "click Save @ ERP / New order", which ends one each time' },
        { signal: "gap", words: "after a pause of 12 min" },
      ]
    ),
  });
  const svg = figure.toSVG();
  expect(svg).toContain(">usual start, completion, 12 min pause<");
  expect(svg).toContain("completion: the action before completes something");
  expect(rowsOf(figure.parts.data)[0]!.reasons[0]![1]).toBe(
    '"click Message @ Mail / Inbox" begins an instance 5 of 7 times',
  );
});

function many(instances: number, length: number) {
  const rows: SegmentedRow[] = [];
  for (let k = 0; k < instances; k++) {
    for (let i = 0; i < length; i++) {
      rows.push({
        at: (k * length + i) * 10,
        app: `app ${i % 4}`,
        action: "click",
        elementName: `e${i}`,
        instance: `i${k}`,
        task: k % 5 === 0 ? "rare" : "usual",
      });
    }
  }
  return segmentationOf(rows);
}

test("a sample takes of every task as many, ends included, and says so", () => {
  const figure = viewSegments(many(100, 3), { top: 10 });
  expect(figure.parts.caption).toContain("10 of 100 task instances of 2 tasks");
  const groups = (figure.parts.data as SegmentsViewData).picture.groups;
  expect(groups.map(({ rows }) => rows.length)).toEqual([5, 5]);
  expect(groups[1]!.rows.map(({ number }) => number)).toEqual([1, 26, 51, 71, 96]);
});

test("long instances are cut and fewer, so that the figure stays within what a notebook carries", () => {
  const figure = viewSegments(many(60, 400), { top: 60 });
  expect(figure.toHTML().length).toBeLessThan(330_000);
  expect(figure.toHTML()).toContain("<script>");
  expect(figure.parts.caption).toMatch(/no more than a notebook carries/);
  expect(figure.toSVG()).toContain("… 240 more");
});

test("a segmentation without instances, and a task that is none", () => {
  expect(viewSegments(segmentationOf([{ at: 0, app: "A" }])).toString()).toContain("No task instances");
  const one = viewSegments(segmentationOf([{ at: 0, action: "click", elementName: "a", instance: "i" }]));
  expect(one.parts.caption).toMatch(/^The only task instance\./);
  // Without applications their colours would tell nothing.
  expect((one.parts.data as SegmentsViewData).by).toBe("action class");
  expect(() => viewSegments(aDay(), { task: "Replay" })).toThrow(/found "Replay".*Did you mean "Reply"/);
});

test("handle times are those of the instances found, by their kinds", () => {
  const figure = viewHandleTimes(aDay(), { by: "task", individuals: true });
  expect(figure.parts.caption).toContain("An instance is what the segmentation took for one.");
  const rows = figure.parts.table.rows.map((row) => row.slice(0, 2));
  expect(rows).toEqual([["Enter order", 6], ["Reply", 1]]);
  expect(() => viewHandleTimes(aDay(), { instance: "user" })).toThrow(/instance/);
  // a4 begins at 1200 and ends at 2520, with a pause of 1230 s; a2 is away for 170 s.
  const { handleSeconds, activeSeconds } = taskInstances(aDay());
  expect([handleSeconds[4], activeSeconds[4]]).toEqual([1320, 90]);
  expect([handleSeconds[1], activeSeconds[1]]).toEqual([320, 150]);
});

test("what is unsure is pale, and the key, the caption, the table and the text say so", () => {
  const figure = viewSegments(anUnsureDay()), svg = figure.toSVG();
  expect(svg).toContain("pale: right with a probability of 50 to 80 %");
  expect(svg).toContain("very pale: right with less than 50 %");
  expect(svg).toContain("a reason in grey: an instance begins there with a probability below 80 %");
  // The mean of the seven probabilities is .767.
  expect(figure.parts.caption).toContain("About 77 % of these instances are likely right.");
  expect(figure.parts.table.columns.slice(-2)).toEqual(["probability right", "probability begins"]);
  expect(figure.parts.table.rows.map((row) => row.at(-2))).toContain("30 %");
  expect(figure.toString()).toMatch(/actions +sure +task/);
  // Where nothing is known of it, nothing is said of it.
  const plain = viewSegments(aDay());
  expect(plain.toSVG()).not.toMatch(/fill-opacity="0|probability/);
  expect(plain.parts.caption).not.toContain("likely right");
});

test("pale cells have an edge that stands out from paper in both themes", () => {
  const svg = viewSegments(anUnsureDay()).toSVG();
  const pale = [...svg.matchAll(/<(?:path|rect)[^>]*fill-opacity[^>]*>/g)].map(([mark]) => mark);
  expect(pale.length).toBeGreaterThan(4);
  for (const mark of pale) expect(mark).toContain('class="tbs-pale"');
  for (const theme of [light, dark]) expect(contrast(theme.quiet, theme.background)).toBeGreaterThanOrEqual(3);
});
