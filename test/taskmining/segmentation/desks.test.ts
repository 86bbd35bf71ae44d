import { expect, test } from "vitest";
import { interactionsFromTable } from "../../../src/log/interactions/read_interactions.ts";
import { text } from "../../support/interactions.ts";
import type { Row } from "../../support/tasks/corpus.ts";
import { type Desk, randomDesk } from "../../support/tasks/desks.ts";
import { RECORDERS } from "../../support/tasks/desks/recorders.ts";
import { VOCABULARIES } from "../../support/tasks/desks/vocabulary.ts";

const DESKS = Array.from({ length: 60 }, (_, s) => randomDesk(s + 1));

/** The rows of each person, in order; a recorder without people has one. */
function streams({ rows, mapping }: Desk): Desk["rows"][] {
  return [...Map.groupBy(rows, ({ cells }) => mapping.user ? cells[mapping.user] : "").values()];
}

test("a desk is the same for the same seed, and another for another", () => {
  const made = (seed: number) => JSON.stringify(randomDesk(seed).rows);
  expect(made(3) === made(3)).toBe(true);
  expect(made(3) === made(4)).toBe(false);
});

test("of 60 desks each thing that can be drawn is drawn, and its absence too", () => {
  const of = (word: string, is: (about: Desk["about"]) => boolean) => {
    const count = DESKS.filter(({ about }) => is(about)).length;
    expect(count, word).toBeGreaterThanOrEqual(2);
    expect(count, word).toBeLessThanOrEqual(58);
  };
  for (const granularity of ["fields", "windows", "cpn", "titles"]) {
    of(granularity, (a) => a.granularity === granularity);
  }
  for (const { name } of VOCABULARIES) of(name, (a) => a.vocabulary === name);
  for (const { name } of RECORDERS) expect(DESKS.some(({ about }) => about.recorder === name), name).toBe(true);
  for (const kinds of [1, 2, 3, 4, 5, 6]) of(`${kinds} kinds`, (a) => a.kinds === kinds);
  for (const values of ["none", "fields", "titles", "everywhere"]) of(values, (a) => a.values === values);
  for (const lines of ["none", "bare", "with values"]) of(`lines ${lines}`, (a) => a.lines === lines);
  for (const login of ["none", "instance", "background", "step"]) of(`login ${login}`, (a) => a.login === login);
  for (const order of ["mixed", "blocks", "one after the other"]) of(order, (a) => a.order === order);
  for (const gaps of ["longer", "same", "sometimes longer"]) of(`gaps ${gaps}`, (a) => a.between === gaps);
  for (const part of ["beginning", "middle", "end"] as const) of(`shared ${part}`, (a) => a.shared.includes(part));
  for (const where of ["between", "inside", "both"]) of(where, (a) => a.background > 0 && a.backgroundWhere === where);
  for (
    const flag of ["options", "alternatives", "swaps", "retries", "partLoops", "reformatted", "constants"] as const
  ) {
    of(flag, (a) => a[flag]);
  }
  for (const flag of ["times", "wholeSeconds", "nested", "twoBrowsers", "counts", "names", "months"] as const) {
    of(flag, (a) => a[flag]);
  }
  for (const p of ["carried", "background", "left", "repeated", "stray", "interrupted", "blank"] as const) {
    of(p, (a) => a[p] > 0);
  }
  of("many people", (a) => a.users > 5);
  of("three identifiers", (a) => a.identifiers === 3);
});

test("logs are as long as said: 60 to 400 instances, more with logins, and 500 to 7,000 rows", () => {
  for (const { name, rows, about } of DESKS) {
    expect(about.instances, name).toBeGreaterThanOrEqual(60);
    expect(about.instances, name).toBeLessThanOrEqual(480);
    expect(rows.length, name).toBeGreaterThanOrEqual(500);
    expect(rows.length, name).toBeLessThanOrEqual(7000);
  }
  const long = DESKS.filter(({ rows }) => rows.length > 6000).length;
  expect(long).toBeLessThanOrEqual(3);
});

test("an instance has two rows or more, and is of one kind and one person", () => {
  for (const desk of DESKS) {
    const { name, rows, mapping } = desk;
    const instances = Map.groupBy(rows.filter(({ instance }) => instance >= 0), ({ instance }) => instance);
    expect(instances.size, name).toBe(desk.about.instances);
    const wrong = [...instances.values()].filter((own) =>
      own.length < 2 || new Set(own.map(({ task, cells }) => `${task} ${cells[mapping.user!]}`)).size > 1
    );
    expect(wrong, name).toEqual([]);
    expect(rows.filter(({ instance, task }) => (instance < 0) !== (task === "")), name).toEqual([]);
  }
});

test("rows of a person go forward in time", () => {
  for (const desk of DESKS.filter(({ about }) => about.recorder !== "German" && about.recorder !== "German activity")) {
    const backwards = streams(desk).flatMap((own) => {
      const times = own.map(({ cells }) => Date.parse(cells[desk.mapping.timestamp!]!));
      return times.filter((time, i) => Number.isNaN(time) || time < times[i - 1]!);
    });
    expect(backwards, desk.name).toEqual([]);
  }
});

test("only where instances are interrupted does a person go back to an earlier one", () => {
  for (const desk of DESKS) {
    const returns = streams(desk).reduce((sum, own) => {
      const work = own.filter(({ instance }) => instance >= 0), seen = new Set<number>();
      return sum + work.filter(({ instance }, i) => {
        const back = instance !== work[i - 1]?.instance && seen.has(instance);
        seen.add(instance);
        return back;
      }).length;
    }, 0);
    const share = returns / desk.about.instances;
    expect(share, desk.name).toBeGreaterThanOrEqual(desk.about.interrupted);
    expect(share, desk.name).toBeLessThanOrEqual(1.2 * desk.about.interrupted);
    expect(share, desk.name).toBeLessThanOrEqual(0.35);
  }
  expect(DESKS.filter(({ about }) => about.interrupted > 0.1).length).toBeGreaterThan(5);
});

test("background takes about the share that was drawn, and is never what a task consists of", () => {
  for (const { name, rows, about, mapping } of DESKS) {
    const beside = rows.filter(({ instance }) => instance < 0);
    if (about.background === 0 && about.login !== "background") expect(beside, name).toEqual([]);
    expect(beside.length / rows.length, name).toBeLessThanOrEqual(0.3);
    if (about.login === "background") continue;
    expect(beside.length / rows.length, name).toBeGreaterThanOrEqual(about.background * 0.3 - 0.01);
    expect(beside.length / rows.length, name).toBeLessThanOrEqual(about.background * 1.4 + 0.01);
    const place = ({ cells }: Row) =>
      `${cells[mapping.window!] ?? ""} ${cells[mapping.url!] ?? ""}`.replace(/\d+/g, "#").trim();
    const mine = new Set(rows.filter(({ instance }) => instance >= 0).map(place).filter(Boolean));
    expect(beside.filter((row) => mine.has(place(row))).map(place), name).toEqual([]);
  }
});

test("where values tell, an identifier is of one instance, or of those that follow", () => {
  const told = DESKS.filter(({ about }) => about.values === "titles" && about.granularity === "windows");
  expect(told.length).toBeGreaterThan(5);
  for (const { name, rows, mapping } of told) {
    const first = new Map<string, number>();
    let shared = 0;
    for (const { cells, instance } of rows) {
      for (const [id] of cells[mapping.window!]!.matchAll(/\d{4,}/g)) {
        if (!first.has(id)) first.set(id, instance);
        else if (first.get(id) !== instance) shared++;
      }
    }
    expect(shared / rows.length, name).toBeLessThan(0.2);
    expect(first.size, name).toBeGreaterThan(40);
  }
});

test("a reader finds every column without help, and no truth", () => {
  for (const { name, rows, mapping, about } of DESKS) {
    const columns = Object.keys(rows[0]!.cells).map((column) =>
      text(column, rows.map(({ cells }) => cells[column] || undefined))
    );
    const log = interactionsFromTable({ rows: rows.length, columns }, { name });
    expect(log.interactions, name).toBe(rows.length);
    const found = Object.entries(log.source.mapping).filter(([, column]) => Object.values(mapping).includes(column));
    expect(Object.fromEntries(found), `${name} ${about.recorder}`).toEqual(mapping);
    for (const role of ["case", "segment", "task"] as const) expect(log.source.mapping[role], name).toBeUndefined();
  }
});
