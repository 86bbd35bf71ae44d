/** Days and times of day in columns of their own. */
import { expect, test } from "vitest";
import { clockKindOf, clockWriter } from "../../../src/io/time/clock_text.ts";
import { openNative } from "../../../src/db/native.ts";
import { readLog } from "../../../src/log/events/read_log.ts";
import { logFromRows } from "../../../src/log/from_rows.ts";
import { casesOf, finding, readText } from "../../support/read_text.ts";

test.each([
  ["as clocks show it", ["08:30:15", "7:05"], ["08:30:15", "7:05"]],
  ["with a point between", ["08.30.15"], ["08:30:15"]],
  ["French", ["8h30"], ["8:30"]],
  ["12 hours", ["8:30 PM"], ["8:30 PM"]],
  ["digits", ["083015", "235959"], ["08:30:15", "23:59:59"]],
  ["digits that lost their zeros", ["83015", "15", "141500"], ["08:30:15", "00:00:15", "14:15:00"]],
  ["hours and minutes", ["0830", "2359", "5"], ["08:30", "23:59", "00:05"]],
  ["parts of a day, as spreadsheets have them", ["0.25", "0,5", "0.354340278"], ["06:00", "12:00", "08:30:15"]],
  ["seconds of the day", ["30675", "86399", "61"], ["08:31:15", "23:59:59", "00:01:01"]],
  ["the end of a day", ["240000", "000000"], ["24:00:00", "00:00:00"]],
  ["behind a day that stands for none", ["1899-12-30 08:30:15", "12/30/1899 9:00:00 AM"], ["08:30:15", "9:00:00 AM"]],
  ["of SAP's gateway", ["PT08H30M15S"], ["08:30:15"]],
])("times of day: %s", (_, given, expected) => {
  const write = clockWriter(given);
  const seconds = (text: string | undefined) => text?.replace(/^(\d+:\d+)$/, "$1:00");
  expect(given.map((value) => seconds(write(value)))).toEqual(expected.map(seconds));
});

test.each([["amounts", ["12.5", "99.9"]], ["texts", ["morning", "noon"]], ["times", ["2024-01-05 08:30"]], [
  "none",
  [],
]])(
  "no times of day: %s",
  (_, values) => expect(clockKindOf(values)).toBeUndefined(),
);

/** Names that say day and time of day; each header with the same two events. */
const HEADERS: readonly (readonly [string, string, string])[] = [
  ["Case ID;Activity", "Date", "Time"],
  ["Case ID;Activity", "Posting date", "Posting time"],
  ["Case ID;Activity", "Event date", "Event clock"],
  ["Fall-ID;Aktivität", "Datum", "Uhrzeit"],
  ["Fall-ID;Aktivität", "Erfassungsdatum", "Erfassungsuhrzeit"],
  ["Fall-ID;Aktivität", "Buchungsdatum", "Buchungszeit"],
  ["Numéro de dossier;Activité", "Date", "Heure"],
  ["Numéro de dossier;Activité", "Date de saisie", "Heure de saisie"],
  ["ID de caso;Actividad", "Fecha", "Hora"],
  ["Zaaknummer;Activiteit", "Datum", "Tijd"],
  ["VBELN;Activity", "UDATE", "UTIME"],
  ["VBELN;Activity", "ERDAT", "ERZET"],
  ["EBELN;Activity", "BUDAT", "CPUTM"],
  ["QMNUM Case;Activity", "AEDAT", "AEZEIT"],
];

test.each(HEADERS)("%s: %s and %s are one time", async (others, day, clock) => {
  for (
    const [dates, times] of [[["20240105", "20240109"], ["083015", "141500"]], [["2024-01-05", "2024-01-09"], [
      "08:30:15",
      "14:15",
    ]]] as const
  ) {
    const csv = [`${others};${day};${clock}`, ...[0, 1].map((i) => `1;${"ab"[i]};${dates[i]};${times[i]}`)].join("\n");
    const log = await readText(csv, { mapping: { case: others.split(";")[0]! } });
    expect(casesOf(log)).toEqual(["1: a 2024-01-05T08:30:15, b 2024-01-09T14:15:00"]);
    expect(log.source.mapping).toMatchObject({ timestamp: day, clock });
    expect(finding(log, "clock joined")).toEqual({
      rule: "clock joined",
      count: 2,
      example: `log.csv: times are made of the columns "${day}" and "${clock}"`,
    });
  }
});

test("events of one day are in the order of their times of day, and the zone is that of the place", async () => {
  const csv = "case,activity,date,time\n1,b,2024-07-01,09:00\n1,a,2024-07-01,08:00\n1,c,2024-07-02,07:00";
  expect(casesOf(await readText(csv, { timeZone: "Europe/Berlin" }))).toEqual([
    "1: a 2024-07-01T06:00:00, b 2024-07-01T07:00:00, c 2024-07-02T05:00:00",
  ]);
});

test("days may be spreadsheet numbers, or stand before a midnight", async () => {
  for (const day of ["45296", "2024-01-05 00:00:00", "05.01.2024", "05.01.2024 00:00:00"]) {
    const log = await readText(`case;activity;Datum;Uhrzeit\n1;a;${day};08:30:15\n2;a;${day};09:00:00`);
    expect(casesOf(log)).toEqual(["1: a 2024-01-05T08:30:15", "2: a 2024-01-05T09:00:00"]);
  }
});

test("start and end each have a day and a time of day", async () => {
  const log = await readText(
    "Case ID;Activity;Start date;Start time;End date;End time\n1;a;05.01.2024;22:00;06.01.2024;01:30",
  );
  expect(log.source.mapping).toMatchObject({
    timestamp: "End date",
    clock: "End time",
    start: "Start date",
    startClock: "Start time",
  });
  expect((log.time[0]! - log.start![0]!) / 1000).toBe(3.5 * 3600);
});

test.each([
  ["Case;Task", "Start Date", "Start Time", "Complete Date", "Complete Time"],
  ["Prozessinstanz;Aktivität", "Startdatum", "Startzeit", "Enddatum", "Endzeit"],
  ["ID du cas;Activité", "Date de début", "Heure de début", "Date de fin", "Heure de fin"],
  ["ID de caso;Actividad", "Fecha inicio", "Hora inicio", "Fecha fin", "Hora fin"],
  ["Zaaknummer;Activiteit", "Begindatum", "Begintijd", "Einddatum", "Eindtijd"],
  ["PROCESS_INSTANCE_ID;FUNCTION", "START_DATE", "START_TIME", "END_DATE", "END_TIME"],
  ["AUFNR;VORGANG", "ISDD", "ISDZ", "IEDD", "IEDZ"],
])("%s: %s with %s, and %s with %s", async (others, start, startClock, timestamp, clock) => {
  const rows = ["1;a;20210113;080000;20210113;90000", "1;b;20210114;223000;20210115;60000"];
  const log = await readText([`${others};${start};${startClock};${timestamp};${clock}`, ...rows].join("\n"));
  expect(log.source.mapping).toMatchObject({ start, startClock, timestamp, clock });
  expect(Array.from(log.start!, (start, i) => (log.time[i]! - start) / 3_600_000)).toEqual([1, 7.5]);
});

test("one day with the times of day of a start and an end", async () => {
  const log = await readText(
    "Fall;Aktivität;Datum;Beginn;Ende\n1;a;05.01.2024;08:00;09:30\n1;b;05.01.2024;10:00;10:15",
  );
  expect(casesOf(log)).toEqual(["1: a 2024-01-05T09:30:00, b 2024-01-05T10:15:00"]);
  expect(Array.from(log.start!, (start, i) => (log.time[i]! - start) / 60_000)).toEqual([90, 15]);
});

test("times of day that last, and those of times that say theirs, are attributes", async () => {
  const lasting = await readText("case,activity,date,duration\n1,a,2024-01-05,00:30\n1,b,2024-01-06,00:45");
  expect(lasting.source.mapping.clock).toBeUndefined();
  const timed = await readText("case,activity,timestamp,clock\n1,a,2024-01-05 08:00,09:00\n1,b,2024-01-06 08:00,10:00");
  expect(timed.source.mapping.clock).toBeUndefined();
  expect(casesOf(timed)).toEqual(["1: a 2024-01-05T08:00:00, b 2024-01-06T08:00:00"]);
});

test("a clock that is given is used, and told where the day says the time already", async () => {
  const csv = "case,activity,day,at\n1,a,2024-01-05,830\n1,b,2024-01-05,1015";
  expect(casesOf(await readText(csv, { mapping: { timestamp: "day", clock: "at" } }))).toEqual([
    "1: a 2024-01-05T08:30:00, b 2024-01-05T10:15:00",
  ]);
  const log = await readText("case,activity,day,at\n1,a,2024-01-05 07:00,08:30", {
    mapping: { timestamp: "day", clock: "at" },
  });
  expect(casesOf(log)).toEqual(["1: a 2024-01-05T07:00:00"]);
  expect(finding(log, "clock joined")!.example).toBe(
    'log.csv: column "day" says the time of day already; column "at" is not added to it',
  );
});

test("a row without a time of day stands at the beginning of its day; one without a day, or with no time, is told", async () => {
  const log = await readText(
    "case,activity,date,time\n1,a,2024-01-05,\n1,b,2024-01-05,08:30\n1,c,,09:00\n1,d,2024-01-05,25:99\n1,e,2024-01-06,10:00\n" +
      Array.from({ length: 20 }, (_, i) => `2,e,2024-01-07,10:${10 + i}`).join("\n"),
  );
  expect(casesOf(log)[0]).toBe("1: a 2024-01-05T00:00:00, b 2024-01-05T08:30:00, e 2024-01-06T10:00:00");
  expect(finding(log, "clock joined")!.example).toMatch(/; 1 rows have a day only and stand at its beginning$/);
  expect(finding(log, "row left out")!.count).toBe(2);
  expect(finding(log, "unreadable time")).toMatchObject({ count: 1, example: expect.stringContaining("line 5") });
});

test("rows in memory have clocks, too", () => {
  const log = logFromRows(
    [{ c: "1", a: "x", day: new Date("2024-01-05T00:00Z"), at: "08:30" }],
    { mapping: { case: "c", activity: "a", timestamp: "day", clock: "at" } },
  );
  expect(casesOf(log)).toEqual(["1: x 2024-01-05T08:30:00"]);
  const rows = [{ case: "1", activity: "x", time: "2024-01-05", clock: "08:30" }];
  expect(casesOf(logFromRows(rows))).toEqual(casesOf(log));
});

test("SQL shows the joined time, and the column of the time of day", async () => {
  const log = await readText("case,activity,date,time,cost\n1,a,2024-01-05,08:30,5\n1,b,2024-01-06,09:30,6");
  const rows = (await log.sql("SELECT timestamp, time, cost FROM events ORDER BY timestamp")).objects();
  expect(rows).toEqual([
    { timestamp: new Date("2024-01-05T08:30Z"), time: "08:30", cost: 5 },
    { timestamp: new Date("2024-01-06T09:30Z"), time: "09:30", cost: 6 },
  ]);
});

test("days and times of day of Parquet are joined in the zone given, and a wide table is read", async () => {
  const folder = await Deno.makeTempDir();
  const database = await openNative();
  try {
    const rows = "('1','b',DATE '2024-07-02',TIME '00:30:00'),('1','a',DATE '2024-07-01',TIME '08:30:15')";
    const named = `(VALUES ${rows}) AS t("case", activity, "date", "time")`;
    await database.query(`COPY (SELECT * FROM ${named}) TO '${folder}/dates.parquet' (FORMAT parquet)`);
    const stamped = `SELECT "case", activity, "date"::TIMESTAMP AS "date", "time" FROM ${named}`;
    await database.query(`COPY (${stamped}) TO '${folder}/stamps.parquet' (FORMAT parquet)`);
    const wide = "(VALUES ('7', TIMESTAMP '2024-07-01 08:00:00', NULL::TIMESTAMP, 5))";
    await database.query(
      `COPY (SELECT * FROM ${wide} AS t(order_id, ordered, paid, amount)) TO '${folder}/wide.parquet' (FORMAT parquet)`,
    );
  } finally {
    await database.close();
  }
  for (const file of ["dates", "stamps"]) {
    expect(casesOf(await readLog(`${folder}/${file}.parquet`, { timeZone: "Europe/Berlin" }))).toEqual([
      "1: a 2024-07-01T06:30:15, b 2024-07-01T22:30:00",
    ]);
  }
  const log = await readLog(`${folder}/wide.parquet`, { wide: true, timeZone: "Europe/Berlin" });
  expect(casesOf(log)).toEqual(["7: ordered 2024-07-01T06:00:00"]);
  expect(log.attributes).toEqual(["amount"]);
});

test("an hour that occurs twice is told with day and time of day joined", async () => {
  const csv =
    "case,activity,date,time\n1,a,2024-10-27,01:30\n1,b,2024-10-27,02:10\n1,c,2024-10-27,02:05\n1,d,2024-10-27,03:30";
  const log = await readText(csv, { timeZone: "Europe/Berlin" });
  expect(finding(log, "time occurs twice")!.count).toBe(2);
  expect(casesOf(log)).toEqual([
    "1: a 2024-10-26T23:30:00, b 2024-10-27T00:10:00, c 2024-10-27T01:05:00, d 2024-10-27T02:30:00",
  ]);
});
