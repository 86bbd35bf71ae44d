/** Tables with a row a case and a column a milestone. */
import { expect, test } from "vitest";
import { readLog } from "../../../src/log/events/read_log.ts";
import { writeLog } from "../../../src/log/events/write_log.ts";
import { random } from "../../support/random.ts";
import { casesOf, finding, readText } from "../../support/read_text.ts";

const TICKETS = `number;team;opened_at;assigned_at;closed_at;due_date
INC1;A;2024-02-01 08:00;2024-02-01 09:00;2024-02-03 10:00;2024-02-05
INC2;B;2024-02-01 09:30;;2024-02-02 11:00;2024-02-06
INC3;B;;;;2024-02-06`;

test("each milestone that a row has reached is an event, and the other columns belong to the case", async () => {
  const log = await readText(TICKETS, { wide: true });
  expect(casesOf(log)).toEqual([
    "INC1: opened_at 2024-02-01T08:00:00, assigned_at 2024-02-01T09:00:00, closed_at 2024-02-03T10:00:00",
    "INC2: opened_at 2024-02-01T09:30:00, closed_at 2024-02-02T11:00:00",
  ]);
  expect(log.attributes).toEqual(["team", "due_date"]);
  expect(finding(log, "wide table")).toEqual({
    rule: "wide table",
    count: 5,
    example:
      'log.csv: 3 rows with the milestones "opened_at", "assigned_at", "closed_at" make 5 events; 4 cells without ' +
      'a time make none; times that are attributes of the case: "due_date"',
  });
  expect(finding(log, "case without events")).toMatchObject({ count: 1, example: expect.stringContaining("line 4") });
  const rows = (await log.sql("SELECT case_id, team, events FROM cases ORDER BY case_id")).objects();
  expect(rows).toEqual([{ case_id: "INC1", team: "A", events: 3 }, { case_id: "INC2", team: "B", events: 2 }]);
});

test("milestones may be named; a name that is not there is refused with the nearest", async () => {
  const log = await readText(TICKETS, { wide: ["opened_at", "due_date"] });
  expect(casesOf(log)[0]).toBe("INC1: opened_at 2024-02-01T08:00:00, due_date 2024-02-05T00:00:00");
  expect(log.events).toBe(5);
  await expect(readText(TICKETS, { wide: ["opened"] })).rejects.toThrow('Did you mean "opened_at"?');
});

test("days are completed by the times of day that share their names", async () => {
  const log = await readText(
    "Auftrag;Angelegt Datum;Angelegt Uhrzeit;Geliefert Datum;Geliefert Uhrzeit\n4711;05.01.2024;08:30;09.01.2024;14:15",
    { wide: true },
  );
  expect(casesOf(log)).toEqual(["4711: Angelegt Datum 2024-01-05T08:30:00, Geliefert Datum 2024-01-09T14:15:00"]);
});

test("no event is lost: events are the cells that hold a time", async () => {
  const { below } = random(3);
  for (let round = 0; round < 30; round++) {
    const cells = Array.from(
      { length: 1 + below(20) },
      () => Array.from({ length: 4 }, () => below(3) === 0 ? "" : `2024-01-${String(1 + below(28)).padStart(2, "0")}`),
    );
    cells[0] = ["2024-01-01", "2024-01-02", "2024-01-03", "2024-01-04"];
    const csv = ["id,w,x,y,z", ...cells.map((row, i) => [`k${i}`, ...row].join())].join("\n");
    const log = await readText(csv, { wide: true });
    expect(log.events).toBe(cells.flat().filter((cell) => cell !== "").length);
    cells.forEach((row, i) => {
      const dated = ["w", "x", "y", "z"].map((name, m) => [row[m]!, name] as const).filter(([day]) => day !== "");
      const wanted = dated.sort((a, b) => a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0).map(([day, name]) =>
        `${name} ${day}T00:00:00`
      );
      if (wanted.length > 0) expect(casesOf(log)).toContain(`k${i}: ${wanted.join(", ")}`);
    });
  }
});

test("the error and the finding of a file that looks wide say so", async () => {
  await expect(readText(TICKETS)).rejects.toThrow(
    'It looks like a wide table, a row a case and a column a milestone ("opened_at", "assigned_at", "closed_at"). ' +
      "To read each milestone as an event write --wide, or wide: true.",
  );
  const log = await readText(
    "ticket id,status,created,solved,closed\n1,done,2024-01-01,2024-01-02,2024-01-03\n2,done,2024-01-01,2024-01-02,2024-01-03",
  );
  expect(finding(log, "wide table")!.example).toContain("--wide");
  const events = await readText("case id,activity,start,end\n1,a,2024-01-01,2024-01-02\n1,b,2024-01-02,2024-01-03");
  expect(finding(events, "wide table")).toBeUndefined();
});

test("what was read from a wide table is written as events, and reads back", async () => {
  const log = await readText(TICKETS, { wide: true });
  for (const suffix of [".csv", ".xes"]) {
    const path = await Deno.makeTempFile({ suffix });
    await writeLog(log, path);
    const again = await readLog(path);
    expect(casesOf(again)).toEqual(casesOf(log));
    expect(again.caseAttribute("team")).toMatchObject({ kind: "text", dictionary: ["A", "B"] });
  }
});
