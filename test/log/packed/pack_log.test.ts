import { expect, test } from "vitest";
import type { EventLog } from "../../../src/log/events/event_log.ts";
import { readLog } from "../../../src/log/events/read_log.ts";
import { logFromRows } from "../../../src/log/from_rows.ts";
import { packIntegers, unpackIntegers } from "../../../src/log/packed/integers.ts";
import { packNumbers, unpackNumbers } from "../../../src/log/packed/numbers.ts";
import { packLog } from "../../../src/log/packed/pack_log.ts";
import { unpackLog } from "../../../src/log/packed/unpack_log.ts";
import { valueAt } from "../../../src/base/column.ts";
import { hostileLog } from "../../support/random_steps.ts";
import { random } from "../../support/random.ts";

test("whole numbers come back, whatever their size, order and gaps", () => {
  const { below, next } = random(11);
  const wrong: number[] = [];
  for (let round = 0; round < 300; round++) {
    const most = 2 ** (1 + below(50));
    const step = below(3) === 0 ? 1 + below(86_400_000) : 1;
    const gaps = below(2) === 0 ? 0.2 : 0;
    const values = Float64Array.from(
      { length: below(60) },
      () => next() < gaps ? NaN : Math.round((next() - 0.4) * most / step) * step,
    );
    if (below(2)) values.sort();
    const { coding, block } = packIntegers(values);
    const back = unpackIntegers(coding, block);
    if (values.length !== back.length || !values.every((value, i) => same(value, back[i]!))) wrong.push(round);
  }
  expect(wrong).toEqual([]);
});

test("numbers come back bit for bit: whole, of few digits, of many, infinite and missing", () => {
  const lists = [
    [1, 2, 3, NaN],
    [0.1, 0.2, 1234.5],
    [19.99, -5.25, NaN],
    [Math.PI, 1e300, -1e-300, NaN],
    [Infinity, -Infinity, 1],
    [2 ** 53, -(2 ** 53), 1.5],
    [1_767_225_600_000.123, 1_767_225_600_000.456],
    [],
  ];
  for (const list of lists) {
    const { coding, block } = packNumbers(Float64Array.from(list));
    expect([...unpackNumbers(coding, block)]).toEqual(list);
  }
});

test("times a whole hour apart take a byte each", () => {
  const hours = Float64Array.from({ length: 200 }, (_, i) => Date.UTC(2026, 0, 1) + (i * i % 97) * 3_600_000);
  expect(packNumbers(hours).block.length).toBe(200);
});

test("a log comes back: cases, events, times, people and attributes of each kind", () => {
  for (let seed = 0; seed < 12; seed++) {
    const log = hostileLog(seed);
    expect(contents(unpackLog(packLog(log).bytes))).toEqual(contents(log));
  }
});

test("a log without times, without people, without events comes back", async () => {
  const events = (names: string[]) =>
    names.map((name) => `<event><string key="concept:name" value="${name}"/></event>`).join("");
  const path = await Deno.makeTempFile({ suffix: ".xes" });
  await Deno.writeTextFile(
    path,
    `<log xes.version="1.0"><trace><string key="concept:name" value="1"/>${events(["b", "a"])}</trace></log>`,
  );
  const untimed = await readLog(path).finally(() => Deno.remove(path));
  expect(untimed.source.untimed).toBe(true);
  for (const log of [untimed, logFromRows([])]) {
    const back = unpackLog(packLog(log).bytes);
    expect(contents(back)).toEqual(contents(log));
    expect(back.source.untimed).toBe(log.source.untimed);
  }
});

test("attributes that find no room are named, the smallest stay", () => {
  const log = logFromRows(Array.from({ length: 300 }, (_, i) => ({
    case: `${i % 30}`,
    activity: "a",
    time: new Date(i * 1000),
    kind: i % 2 ? "x" : "y",
    text: `remark of its own, number ${i}`,
  })));
  const { bytes, leftOut } = packLog(log, { attributeBytes: 2000 });
  expect(leftOut).toEqual(["text"]);
  expect(unpackLog(bytes).attributes).toEqual(["kind"]);
});

function contents(log: EventLog) {
  const { offsets, caseIds, activity, activities, time, start, resource, resources, filters, name } = log;
  const attributes = [...new Set(log.attributes)].sort().map((attribute) => ({
    attribute,
    ofEvents: Array.from({ length: log.events }, (_, i) => valueAt(log.attribute(attribute)!, i)),
    ofCases: Array.from({ length: log.cases }, (_, c) => valueAt(log.caseAttribute(attribute)!, c)),
  }));
  return { offsets, caseIds, activity, activities, time, start, resource, resources, filters, name, attributes };
}

function same(a: number, b: number): boolean {
  return a === b || (a !== a && b !== b);
}
