/** Events of a case that happened at the same time. */
import { expect, test } from "vitest";
import { finding, pathsOf, readText } from "../../support/read_text.ts";

test("a column of the order decides, as a number, and the finding says so", async () => {
  const log = await readText(
    "_CASE_KEY,ACTIVITY_EN,EVENTTIME,_SORTING\n1,create,2024-01-01T08:00Z,100\n1,receive,2024-01-01T08:00Z,20\n" +
      "1,pay,2024-01-02T08:00Z,5\n2,create,2024-01-01T08:00Z,1",
  );
  expect(pathsOf(log)).toEqual(["1: receive create pay", "2: create"]);
  expect(finding(log, "same time")).toEqual({
    rule: "same time",
    count: 2,
    example: 'log.csv: "receive" and "create" of case "1" have the same time; column "_SORTING" decides',
  });
});

test("a column that is given decides, too; it may be text; rows without a value come last", async () => {
  const csv = "case,activity,day,rank\n1,c,2024-01-01,\n1,b,2024-01-01,k2\n1,a,2024-01-01,k1";
  expect(pathsOf(await readText(csv, { mapping: { order: "rank" } }))).toEqual(["1: a b c"]);
  expect(pathsOf(await readText(csv))).toEqual(["1: c b a"]);
  await expect(readText(csv, { mapping: { order: "rnak" } })).rejects.toThrow('Did you mean "rank"?');
});

test("a file that runs newest first is read from its end", async () => {
  const log = await readText(
    "case,activity,timestamp\n1,close,2024-01-02\n1,work,2024-01-02\n1,open,2024-01-01\n2,close,2024-01-03\n" +
      "2,work,2024-01-03\n2,open,2024-01-03",
  );
  expect(pathsOf(log)).toEqual(["1: open work close", "2: open work close"]);
  expect(finding(log, "same time")).toMatchObject({
    count: 5,
    example:
      'log.csv: "work" and "close" of case "1" have the same time; the file runs newest first, so they stand in ' +
      "the reverse order of its rows",
  });
});

test("a file that runs forward keeps its order, and events of one activity need none", async () => {
  const log = await readText("case,activity,timestamp\n1,b,2024-01-01\n1,a,2024-01-01\n1,c,2024-01-02\n1,c,2024-01-02");
  expect(pathsOf(log)).toEqual(["1: b a c c"]);
  expect(finding(log, "same time")).toMatchObject({
    count: 2,
    example: expect.stringMatching(/keep the order of the file$/),
  });
});

test("start and completion at one moment are paired in a file that runs newest first", async () => {
  const log = await readText(
    "case,activity,timestamp,step\n1,b,2024-01-02T10:00Z,complete\n1,b,2024-01-02T09:00Z,start\n" +
      "1,a,2024-01-01T08:00Z,complete\n1,a,2024-01-01T08:00Z,start",
  );
  expect(log.source.mapping.lifecycle).toBe("step");
  expect(pathsOf(log)).toEqual(["1: a b"]);
  expect(Array.from(log.start!, (start, i) => log.time[i]! - start)).toEqual([0, 3_600_000]);
});
