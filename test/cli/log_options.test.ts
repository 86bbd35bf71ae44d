/** Options of the commands that read an event log. */
import { expect, test } from "vitest";
import { readArguments } from "../../src/cli/command.ts";
import { logOptions, readLogOptions } from "../../src/cli/log_options.ts";
import { tb } from "../support/tb.ts";

const command = { name: "info", usage: "LOG", options: logOptions };
const read = (...args: string[]) => readLogOptions(readArguments(command, args));

test("an option given twice is refused, and a second time column is what --clock is for", () => {
  expect(() => read("a.csv", "--timestamp", "BUDAT", "--timestamp", "Time of entry")).toThrow(
    '--timestamp: expected one value but found "BUDAT" and "Time of entry". If the second column holds the time of day, ' +
      'write --timestamp BUDAT --clock "Time of entry".',
  );
  expect(() => read("a.csv", "--case=A", "--case=B")).toThrow(
    '--case: expected one value but found "A" and "B". Give it once.',
  );
});

test("options say columns of roles, the order of events and milestones", () => {
  expect(read("--clock", "Uhrzeit", "--lifecycle-column", "s", "--activity-instance", "i", "--order", "o"))
    .toMatchObject({
      mapping: { clock: "Uhrzeit", lifecycle: "s", instance: "i", order: "o" },
    });
  expect(read("--start", "a", "--end", "b", "--start-clock", "c", "--order-by", "start", "--split-intervals"))
    .toMatchObject({
      mapping: { start: "a", end: "b", startClock: "c" },
      orderBy: "start",
      splitIntervals: true,
    });
  expect(read("--wide").wide).toBe(true);
  expect(read("--milestone", "a", "--milestone", "b").wide).toEqual(["a", "b"]);
  expect(() => read("--order-by", "begin")).toThrow("--order-by: expected completion, start but found");
});

test("tb map writes roles and options down, and the file reads the same log", async () => {
  const folder = await Deno.makeTempDir();
  await Deno.writeTextFile(
    `${folder}/log.csv`,
    "Fall;Aktivität;Datum;Uhrzeit;Status\n1;a;05.01.2024;083000;begonnen\n1;a;05.01.2024;093000;beendet\n",
  );
  const { out } = await tb("map", `${folder}/log.csv`, "--order-by", "start");
  expect(JSON.parse(out)).toMatchObject({
    mapping: { case: "Fall", activity: "Aktivität", timestamp: "Datum", clock: "Uhrzeit", lifecycle: "Status" },
    orderBy: "start",
  });
  const { json } = await tb("times", `${folder}/log.csv`, "--measure", "handle", "--json");
  expect(json()).toMatchObject({ groups: [{ cases: 1, mean: 3600 }] });
});
