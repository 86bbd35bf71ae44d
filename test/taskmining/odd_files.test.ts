// @slow: runs every command on many files
/** Files of interactions as they come: each gets a clear answer from every measure, command and picture, or an error. */
import { expect, test, vi } from "vitest";
import { commands } from "../../src/cli/registry/commands.ts";
import { InputError } from "../../src/base/errors.ts";
import { interactionsFromRows } from "../../src/log/from_rows.ts";
import type { InteractionLog } from "../../src/log/interactions/interaction_log.ts";
import { readInteractions } from "../../src/log/interactions/read_interactions.ts";
import { applications, applicationSwitches } from "../../src/taskmining/friction/applications.ts";
import { foundTasks } from "../../src/taskmining/instances/found_tasks.ts";
import { handleTimes, idleSensitivity } from "../../src/taskmining/measures/handle_times.ts";
import { rework } from "../../src/taskmining/friction/rework.ts";
import { ripeSteps } from "../../src/taskmining/friction/ripe_steps.ts";
import { discoverRoutines } from "../../src/taskmining/routines/routines.ts";
import { sequenceVariability } from "../../src/taskmining/measures/sequence_variability.ts";
import { taskLog } from "../../src/taskmining/measures/task_variants_log.ts";
import { taskVariants } from "../../src/taskmining/measures/task_variants.ts";
import { transfers } from "../../src/taskmining/friction/transfers.ts";
import { viewApplications } from "../../src/viz/charts/applications.ts";
import { viewHandleTimes } from "../../src/viz/charts/handle_times.ts";
import { viewSummary } from "../../src/viz/charts/summary.ts";
import { viewApplicationSwitches } from "../../src/viz/tasks/application_switches.ts";
import { viewDay } from "../../src/viz/tasks/day/day.ts";
import { viewSegments } from "../../src/viz/tasks/segments.ts";
import { viewTaskVariants } from "../../src/viz/tasks/task_variants.ts";
import { viewTransfers } from "../../src/viz/tasks/transfers.ts";

const STEPS = ["click,Open", "copy,Cell", "paste,Name", "click,Save"];
const at = (i: number) => Date.UTC(2026, 0, 5, 8) + (5 * i + 60 * (i >> 2)) * 1000;
const iso = (i: number) => new Date(at(i)).toISOString().slice(0, 19);
const german = (i: number) => {
  const [date, time] = iso(i).split("T");
  return `${date!.split("-").reverse().join(".")} ${time}`;
};
/** A day later each time, so that some days are above 12; a clock of twelve hours. */
const american = (i: number) => {
  const [year, month, day] = new Date(at(i) + (i >> 2) * 86_400_000).toISOString().slice(0, 10).split("-");
  return `${month}/${day}/${year} ${iso(i).slice(11)} AM`;
};
const csv = (header: string, row: (i: number) => string, n = 80) =>
  [header, ...Array.from({ length: n }, (_, i) => row(i))].join("\n") + "\n";
const usual = (i: number, time = `${iso(i)}Z`) => `${time},Ada,ERP,${STEPS[i % 4]}`;
const HEADER = "timestamp,user,application,action,element";
const shuffled = Array.from({ length: 80 }, (_, i) => i * 37 % 80);

interface Odd {
  readonly file: string | Uint8Array;
  /** How many interactions are left. @default 80 */
  readonly interactions?: number;
  /** Rules of findings, with how often. @default none */
  readonly findings?: Readonly<Record<string, number>>;
}

const odd: Readonly<Record<string, Odd>> = {
  "no users": { file: csv("timestamp,application,action,element", (i) => `${iso(i)}Z,ERP,${STEPS[i % 4]}`) },
  "no applications": { file: csv("timestamp,user,action,element", (i) => `${iso(i)}Z,Ada,${STEPS[i % 4]}`) },
  "one interaction": { file: csv(HEADER, usual, 1), interactions: 1 },
  "equal times": { file: csv(HEADER, (i) => usual(i, `${iso(0)}Z`)), findings: { "exact duplicate": 76 } },
  "overlapping intervals": {
    file: csv(
      "start,end,user,app,title",
      (i) => `${iso(i)}Z,${iso(i + 8)}Z,Ada,${i % 3 ? "ERP" : "Mail"},Window ${i % 4}`,
    ),
  },
  "intervals that end before they begin": {
    file: csv("start,end,user,app,title", (i) => `${iso(i + 1)}Z,${iso(i)}Z,Ada,ERP,Window ${i % 4}`),
    findings: { "impossible time": 80 },
  },
  "no column of times": {
    file: csv("user,application,action,element", (i) => `Ada,ERP,${STEPS[i % 4]}`),
    findings: { "no times": 80 },
  },
  "some times missing": {
    file: csv(HEADER, (i) => usual(i, i % 8 ? `${iso(i)}Z` : "")),
    interactions: 70,
    findings: { "missing time": 10, "row left out": 10 },
  },
  "some times unreadable": {
    file: csv(HEADER, (i) => usual(i, i % 40 ? `${iso(i)}Z` : "soon")),
    interactions: 78,
    findings: { "unreadable time": 2, "missing time": 2, "row left out": 2, "privacy: cell protected": 2 },
  },
  "unsorted": { file: csv(HEADER, (i) => usual(shuffled[i]!)), findings: { "event out of order": 36 } },
  "rows twice": { file: csv(HEADER, (i) => usual(i >> 1)), findings: { "exact duplicate": 40 } },
  "Windows line ends": { file: csv(HEADER, usual).replaceAll("\n", "\r\n") },
  "German columns and dates, semicolons, commas in numbers": {
    file: csv(
      "Zeitstempel;Benutzer;Anwendung;Fenster;Aktion;Wert",
      (i) => `${german(i)};Müller;Excel;Mappe${i % 2}.xlsx;${["öffnen", "kopieren", "einfügen"][i % 3]};"12,50"`,
    ),
    findings: { "time zone assumed": 80, "date order": 80 },
  },
  "windows-1252": {
    file: Uint8Array.from(
      csv("Zeitstempel;Benutzer;Anwendung;Aktion", (i) => `${german(i)};Müller;Excel;öffnen ${i % 4}`),
      (letter) => letter.charCodeAt(0),
    ),
    findings: { encoding: 5, "time zone assumed": 80, "date order": 80 },
  },
  "US dates": {
    file: csv("Date,User,App,Action", (i) => `${american(i)},Ada,ERP,${STEPS[i % 4]!.replace(",", " ")}`),
    findings: { "time zone assumed": 80, "date order": 32 },
  },
  "epoch milliseconds": { file: csv(HEADER, (i) => usual(i, String(at(i)))), findings: { note: 1 } },
  "no time zone": {
    file: csv(HEADER, (i) => usual(i, iso(i).replace("T", " "))),
    findings: { "time zone assumed": 80 },
  },
  "day and clock time in two columns": {
    file: csv("Datum;Uhrzeit;Benutzer;Anwendung;Aktion", (i) => {
      const [date, time] = german(i).split(" ");
      return `${date};${time};Ada;ERP;${STEPS[i % 4]!.replace(",", " ")}`;
    }),
    findings: { note: 1, "time zone assumed": 80, "date order": 80 },
  },
  "tabs, UTF-16, spaces around names": {
    file: new Uint8Array(
      Uint16Array.from(
        "\ufeff" + csv(" Time \t User \tApp\tAction", (i) => `${iso(i)}Z\t Ada \t ERP\t${STEPS[i % 4]} `),
        (letter) => letter.charCodeAt(0),
      ).buffer,
    ),
    findings: { "column renamed": 2 },
  },
  "values of 100 kB": {
    file: csv(`${HEADER},value`, (i) => `${usual(i)},${"x".repeat(100_000)}${i >> 2}`),
  },
  "each window title another": {
    file: csv(
      "timestamp,user,application,window,action",
      (i) => `${iso(i)}Z,Ada,ERP,Order ${(i * 7919) % 99_991} of M${i} - Sales,${STEPS[i % 4]!.split(",")[0]}`,
      4000,
    ),
    interactions: 4000,
  },
};

const reading = new Map<string, Promise<InteractionLog>>();
function read(name: string): Promise<InteractionLog> {
  const { file } = odd[name]!;
  const bytes = typeof file === "string" ? new TextEncoder().encode(file) : file;
  const log = reading.get(name) ?? readInteractions(bytes, { name: "odd.csv" });
  reading.set(name, log);
  return log;
}

test.each(Object.keys(odd))("%s: it is said what was left out and assumed", async (name) => {
  const log = await read(name);
  expect(log.interactions).toBe(odd[name]!.interactions ?? 80);
  const found = log.source.findings.map(({ rule, count }): [string, number] => [rule, count]);
  expect(Object.fromEntries(found)).toEqual(odd[name]!.findings ?? {});
  for (const { example } of log.source.findings) expect(example).toMatch(/^odd\.csv(:|, line \d+|, column)/);
});

test.each([...Object.keys(odd), "no interactions"])("%s: every measure and picture answers", async (name) => {
  const log = name === "no interactions" ? interactionsFromRows([]) : await read(name);
  const found = foundTasks(log);
  expect(found.events.length + found.owner.filter((k) => k < 0).length).toBe(log.interactions);
  const times = handleTimes(log, { by: "task" });
  expect(times.about.instances).toBe(found.count);
  const routines = discoverRoutines(log), moved = transfers(log);
  const tables = [
    times,
    handleTimes(log, { by: "user", individuals: true }),
    idleSensitivity(log),
    applications(log),
    applicationSwitches(log),
    moved,
    routines.table,
    taskVariants(log).table,
    sequenceVariability(log),
    rework(log),
    ripeSteps(log).table,
  ];
  for (const table of tables) {
    for (const row of table.objects() as Record<string, unknown>[]) {
      for (const [column, value] of Object.entries(row)) {
        expect(value, column).not.toBe(undefined);
        if (typeof value === "number" && !Number.isNaN(value)) expect(Number.isFinite(value), column).toBe(true);
        if (typeof value === "number" && /seconds|share|count/i.test(column)) expect(value < 0, column).toBe(false);
      }
    }
  }
  if (log.interactions === 0) expect(() => viewDay(log)).toThrow(/has no interactions/);
  if (!log.hasTimes) expect(() => viewDay(log)).toThrow(/expected times/);
  expect(taskLog(log).events).toBeLessThanOrEqual(log.interactions);
  expect(routines.coverage).toBeGreaterThanOrEqual(0);
  const views = [
    viewSummary(log),
    viewApplications(log),
    viewHandleTimes(log),
    ...(log.interactions > 0 && log.hasTimes ? [viewDay(log)] : []),
    viewApplicationSwitches(log),
    viewTransfers(moved),
    viewTaskVariants(log),
    viewSegments(found),
  ];
  for (const view of views) {
    expect(view.toSVG(), view.parts.title).not.toMatch(/NaN|Infinity|undefined/);
    expect(view.toString(), view.parts.title).not.toMatch(/NaN|Infinity|undefined/);
    expect(view.toHTML().length).toBeLessThan(600_000);
  }
}, 60_000);

test.each(Object.keys(odd))("%s: every command answers, in words and as JSON", async (name) => {
  const path = await Deno.makeTempFile({ suffix: ".csv" });
  const { file } = odd[name]!;
  await Deno.writeFile(path, typeof file === "string" ? new TextEncoder().encode(file) : file);
  const out = vi.spyOn(console, "log").mockImplementation(() => {});
  const notes = vi.spyOn(console, "error").mockImplementation(() => {});
  try {
    for (const command of commands.filter((one) => one.usage.startsWith("UILOG"))) {
      for (const json of [[], ["--json"]]) {
        out.mockClear();
        notes.mockClear();
        // A program for a task is written where it is asked for; it needs a task.
        const folder = command.name === "skeleton" ? ["-o", `${path}-${json.length}`] : [];
        try {
          expect(await command.main([path, ...json, ...folder])).toBe(0);
        } catch (error) {
          if (!(error instanceof InputError) || folder.length === 0) throw error;
          expect(error.message).toMatch(/expected/i);
          continue;
        } finally {
          for (const one of folder.slice(1)) await Deno.remove(one, { recursive: true }).catch(() => {});
        }
        const text = out.mock.calls.map((call) => call.join(" ")).join("\n");
        expect(text, command.name).not.toMatch(/NaN|Infinity|undefined/);
        if (json.length > 0) JSON.parse(text);
        for (const rule of Object.keys(odd[name]!.findings ?? {})) {
          expect(notes.mock.calls.join("\n"), command.name).toContain(`× ${rule}: `);
        }
      }
    }
  } finally {
    out.mockRestore();
    notes.mockRestore();
    await Deno.remove(path);
  }
}, 60_000);

test("times are what they say: two columns, two clocks, seconds since 1970, spreadsheets, durations in any unit", async () => {
  const first = async (text: string) => {
    const log = await readInteractions(new TextEncoder().encode(text), { name: "odd.csv" });
    return [log.time, log.end].map((times) => times && new Date(times[0]!).toISOString().slice(11, 19));
  };
  expect(await first("Date,Time,App\n2026-01-05,08:30:15,ERP\n")).toEqual(["08:30:15", undefined]);
  expect(await first("Date,Logged,App\n5 Jan 2026,08:30:15 PM,ERP\n")).toEqual(["20:30:15", undefined]);
  expect(await first("Zeit,Datum,App\n8:30,05.01.2026,ERP\n")).toEqual(["08:30:00", undefined]);
  expect(await first("timestamp,app\n1767601815.5,ERP\n")).toEqual(["08:30:15", undefined]);
  expect(await first("timestamp,app\n46027.354340278,ERP\n")).toEqual(["08:30:15", undefined]);
  const timed = (name: string, value: string) => first(`start,"${name}",app\n2026-01-05T08:30:15Z,"${value}",ERP\n`);
  expect(await timed("duration", "90")).toEqual(["08:30:15", "08:31:45"]);
  expect(await timed("Duration", "0:01:30")).toEqual(["08:30:15", "08:31:45"]);
  expect(await timed("duration_ms", "90000")).toEqual(["08:30:15", "08:31:45"]);
  expect(await timed("Dauer (min)", "1,5")).toEqual(["08:30:15", "08:31:45"]);
  expect(await timed("durationMinutes", "1.5")).toEqual(["08:30:15", "08:31:45"]);
});

const refused: readonly [string, string, RegExp][] = [
  ["nothing", "", /file is empty/],
  ["no rows", `${HEADER}\n`, /expected rows below the header/],
  ["no time at all", csv(HEADER, (i) => usual(i, "")), /expected times in column "timestamp" but none/],
  ["nothing was done", `timestamp,user\n${iso(0)}Z,Ada\n`, /what was done.*--map action=/],
  [
    "day or month first",
    csv("Date,User,App", (i) => `01/05/2026 ${iso(i).slice(11)},Ada,ERP`),
    /order of day and month.*--date-order mdy/,
  ],
  ["rows of another length", `${HEADER}\n${usual(0)}\n1,2\n3,4\n`, /line 3: expected 5 fields/],
];

test.each(refused)("%s: refused, with what to do", async (_, text, message) => {
  const reading = readInteractions(new TextEncoder().encode(text), { name: "odd.csv" });
  await expect(reading).rejects.toThrow(InputError);
  await expect(reading).rejects.toThrow(message);
});
