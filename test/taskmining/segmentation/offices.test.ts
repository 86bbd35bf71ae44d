// @slow: segments whole logs
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { OFFICE_TASKS, officeCorpora, OFFICES } from "../../support/tasks/offices.ts";
import { deskOf } from "../../support/tasks/offices/desk.ts";
import { officeRows, personOf, playOnce } from "../../support/tasks/offices/working_days.ts";
import { interactionsFromTable } from "../../../src/log/interactions/read_interactions.ts";
import { text } from "../../support/interactions.ts";
import { random } from "../../support/random.ts";

const workplace = { focus: false, fieldClicks: true, signIn: "daily" } as const;

test("an office is the same for the same seed, and another for another", () => {
  const made = (seed: number) =>
    officeCorpora(seed).filter(({ name }) => /^(people desk|customer centre).*(noise 0.1|interrupted .25) #/.test(name))
      .map(({ make }) => JSON.stringify(make().rows)).join("\n");
  expect(made(3).length).toBeGreaterThan(1_000_000);
  expect(made(3) === made(3)).toBe(true);
  expect(made(3) === made(4)).toBe(false);
});

test("every way through every task is taken", () => {
  const numbers = random(5);
  const desks = [0, 1, 2].map((p) => deskOf(personOf(p, numbers), workplace, numbers));
  for (const task of OFFICE_TASKS) {
    for (let i = 0; i < 300; i++) playOnce(task, desks[i % 3]!);
  }
  const taken = new Set(desks.flatMap(({ decisions }) => [...decisions]));
  const folder = new URL("../../support/tasks/offices/", import.meta.url);
  const source = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), "utf8")).join("\n");
  const named = (
    verb: string,
  ) => [...source.matchAll(new RegExp(`\\.${verb}\\(\\s*"([^"]+)"(?:, \\[([^\\]]*)\\])?`, "g"))];
  const wanted = [
    ...named("chance").flatMap(([, name]) => [`${name}: true`, `${name}: false`]),
    ...named("times").flatMap(([, name]) => [`${name}: least`, `${name}: more`]),
    ...named("choice").flatMap(([, name, options]) =>
      options!.match(/[^", ]+/g)!.map((option) => `${name}: ${option}`)
    ),
  ];
  expect(wanted.length).toBeGreaterThan(100);
  expect(wanted.filter((outcome) => !taken.has(outcome))).toEqual([]);
});

test("tasks take 4 to 50 interactions, most of them 8 to 30", () => {
  const numbers = random(6);
  const desk = deskOf(personOf(0, numbers), { ...workplace, fieldClicks: false }, numbers);
  const lengths = OFFICE_TASKS.flatMap((task) => Array.from({ length: 100 }, () => playOnce(task, desk).length));
  expect(Math.min(...lengths)).toBeGreaterThanOrEqual(4);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(50);
  expect(lengths.filter((n) => n >= 8 && n <= 30).length / lengths.length).toBeGreaterThan(0.7);
});

test("an instance is of one task and of one person, and goes forward in time", () => {
  for (const office of OFFICES) {
    const rows = officeRows({ ...office, order: "mixed", interrupted: 0.25 }, 2);
    for (const own of Map.groupBy(rows, ({ instance }) => instance).values()) {
      expect(new Set(own.map(({ task, cells }) => `${task} ${cells.user}`)).size).toBe(1);
    }
    expect(new Set(rows.map(({ instance }) => instance)).size).toBe(office.instances);
    expect(new Set(rows.map(({ task }) => task)).size).toBe(office.tasks.length);
    const times = rows.map(({ cells }) => Date.parse(cells.timeStamp!));
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  }
});

test("only where instances are interrupted does one person go back to an earlier one", () => {
  const returns = (interrupted: number) => {
    const rows = officeRows({ ...OFFICES[8]!, order: "mixed", interrupted }, 2);
    let count = 0;
    for (const own of Map.groupBy(rows, ({ cells }) => cells.user).values()) {
      const seen = new Set<number>();
      own.forEach(({ instance }, i) => {
        if (seen.has(instance) && own[i - 1]!.instance !== instance) count++;
        seen.add(instance);
      });
    }
    return count;
  };
  expect(returns(0)).toBe(0);
  const share = returns(0.2) / OFFICES[8]!.instances;
  expect(share).toBeGreaterThan(0.1);
  expect(share).toBeLessThan(0.3);
});

test("one task after the other for each person, where they are not mixed", () => {
  const rows = officeRows({ ...OFFICES[3]!, order: "one after the other" }, 1);
  for (const own of Map.groupBy(rows, ({ cells }) => cells.user).values()) {
    const changes = own.filter(({ task }, i) => i > 0 && own[i - 1]!.task !== task).length;
    expect(changes).toBe(OFFICES[3]!.tasks.length - 1);
  }
});

test("each recording is read with its times, applications, windows, fields and deeds, and tells no truth", () => {
  for (const { name, make } of officeCorpora(1).filter(({ name }) => / (mixed|clean) #/.test(name))) {
    const { rows } = make();
    const columns = Object.keys(rows[0]!.cells).map((column) =>
      text(column, rows.slice(0, 500).map(({ cells }) => cells[column] || undefined))
    );
    const log = interactionsFromTable({ rows: 500, columns }, { name });
    const { mapping } = log.source;
    expect(log.interactions, name).toBe(500);
    for (const role of ["case", "segment", "task"] as const) expect(mapping[role], name).toBeUndefined();
    for (const role of ["timestamp", "app", "action"] as const) expect(mapping[role], name).toBeDefined();
    // "open" and "close" alone are of no class.
    const known = log.actionClass.filter((_, i) => log.actionClassAt(i) !== "other").length;
    expect(known / 500, name).toBeGreaterThan(0.8);
    expect(log.element.codes.filter((code) => code >= 0).length / 500, name).toBeGreaterThan(0.6);
  }
});

test("blank logs say nothing of buttons", () => {
  for (const { make } of officeCorpora(1).filter(({ name }) => /, blank/.test(name))) {
    const cells = make().rows.map(({ cells }) => Object.values(cells));
    expect(cells.flat().filter((value) => value === "Search" || value === "Send" || value === "Save")).toEqual([]);
  }
});

test("applications ask who is there never, daily, or whenever a session has expired", () => {
  const asked = (signIn: "never" | "daily" | "often") => {
    const numbers = random(7);
    const desk = deskOf(personOf(0, numbers), { ...workplace, signIn }, numbers);
    let count = 0;
    for (let day = 0; day < 10; day++) {
      desk.morning();
      for (let i = 0; i < 20; i++) if (desk.asksWho("ERP")) count++;
    }
    return count;
  };
  expect(asked("never")).toBe(0);
  expect(asked("daily")).toBe(10);
  expect(asked("often")).toBeGreaterThan(20);
});
