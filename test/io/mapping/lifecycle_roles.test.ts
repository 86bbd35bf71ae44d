/** A lifecycle is told by its values, whatever the name of its column. */
import { expect, test } from "vitest";
import { findMapping } from "../../../src/io/mapping/mapping.ts";
import { readCsvEvents } from "../../support/csv_events.ts";
import { finding, readText } from "../../support/read_text.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

test.each([
  ["lifecycle:transition", "start", "complete"],
  ["status", "START", "COMPLETE"],
  ["type", "begin", "end"],
  ["registration_type", "started", "finished"],
  ["Status", "gestartet", "beendet"],
  ["Ereignisart", "Beginn", "Ende"],
  ["état", "début", "fin"],
  ["Statut", "commencé", "terminé"],
  ["estado", "iniciado", "completado"],
  ["status", "gestart", "voltooid"],
  ["x", "Started", "Done"],
])("column %s with %s and %s", async (name, start, complete) => {
  const log = await readText(
    `case,activity,timestamp,${name}\n1,a,2024-01-01T08:00Z,${start}\n1,b,2024-01-01T08:10Z,${start}\n` +
      `1,a,2024-01-01T09:00Z,${complete}\n1,b,2024-01-01T08:30Z,${complete}`,
  );
  expect(log.source.mapping.lifecycle).toBe(name);
  expect(log.source.mapping.activity).toBe("activity");
  const minutes = Array.from(log.start!, (start, i) => (log.time[i]! - start) / 60_000);
  expect(minutes).toEqual([20, 60]);
  expect(finding(log, "starts paired")!.example).toBe(
    `log.csv, column "${name}": 4 rows make 2 events: 2 starts and the completions that end them are one event each`,
  );
});

test.each([
  ["states of a case", ["open", "closed", "paid"]],
  ["one value alone", ["complete", "complete", "complete"]],
  ["transitions beside other values", ["start", "complete", "paid"]],
])("no lifecycle: %s", async (_, values) => {
  const rows = values.map((value, i) => `1,a,2024-01-0${i + 1}T08:00Z,${value}`);
  const log = await readText(`case,activity,timestamp,status\n${rows.join("\n")}`);
  expect(log.source.mapping.lifecycle).toBeUndefined();
  expect(log.events).toBe(3);
});

test("no lifecycle: a status that each activity has once", async () => {
  const log = await readText(
    "case,activity,timestamp,status\n1,receive,2024-01-01T08:00Z,started\n1,ship,2024-01-02T08:00Z,completed",
  );
  expect(log.source.mapping.lifecycle).toBeUndefined();
  expect(log.start).toBeUndefined();
});

test("the rows of one instance are one event, whatever the order of starts", async () => {
  // As bupaR has it: the instance says which completion belongs to which start, and that a schedule belongs to both.
  const csv = `patient,handling,handling_id,registration_type,time
A,surgery,2,schedule,2017-05-10 08:38
A,surgery,2,start,2017-05-10 08:53
A,surgery,2,complete,2017-05-10 09:25
A,treatment,3,start,2017-05-10 10:00
A,treatment,4,start,2017-05-10 10:05
A,treatment,4,complete,2017-05-10 10:20
A,treatment,3,complete,2017-05-10 10:35`;
  const log = await readText(csv);
  expect(log.source.mapping).toMatchObject({ lifecycle: "registration_type", instance: "handling_id" });
  expect(Array.from(log.start!, (start, i) => (log.time[i]! - start) / 60_000)).toEqual([32, 15, 35]);
  expect(finding(log, "starts paired")!.example).toContain(
    "7 rows make 3 events: 3 starts and the completions that end them are one event each; " +
      "1 row of another transition is part of the event of its instance",
  );
});

test("a column that is given is used, or an error where it names no start and no completion", async () => {
  const csv = "case,activity,timestamp,what\n1,a,2024-01-01T08:00Z,start\n1,b,2024-01-01T09:00Z,complete";
  expect((await readText(csv, { mapping: { lifecycle: "what" } })).source.mapping.lifecycle).toBe("what");
  await expect(readText(csv, { mapping: { lifecycle: "activity", activity: "what" } })).rejects.toThrow(
    'log.csv, column "activity": expected transitions such as start and complete for the lifecycle but found "a", "b". ' +
      "Is it the right column?",
  );
});

test.each([
  "_SORTING",
  "Sorting",
  "sequence_no",
  "Reihenfolge",
  "lfd. Nr.",
  "numéro d'ordre",
  "orden",
  "volgnummer",
  ".order",
])(
  "%s is the order of equal times",
  async (name) => {
    const { mapping } = await readCsvEvents(
      bytes(`case,activity,timestamp,${name}\n1,a,2024-01-01T08:00Z,10\n1,b,2024-01-01T08:00Z,5`),
    );
    expect(mapping!.order).toBe(name);
  },
);

test("roles that there are not are refused by name", () => {
  const table = { rows: 0, columns: [] };
  expect(findMapping(table, { klock: "x" } as never).problem!.message).toMatch(/clock.*lifecycle.*found "klock"/);
});
