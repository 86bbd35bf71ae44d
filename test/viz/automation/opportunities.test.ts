// @slow: programs of a whole desk
import { describe, expect, test } from "vitest";
import { InputError } from "../../../src/base/errors.ts";
import {
  automationOpportunities,
  findPrograms,
  programByExample,
  readInteractions,
  segmentTasks,
  viewOpportunities,
  viewOpportunity,
  viewProgram,
} from "../../../src/mod.ts";
import { drawQuadrant } from "../../../src/viz/automation/quadrant_picture.ts";
import { markupText } from "../../../src/viz/kit/markup.ts";
import { textWidth } from "../../../src/base/text_width.ts";
import { randomStream, uniformInteger } from "../../../src/base/random.ts";
import { interactionsOf } from "../../support/interactions.ts";
import { officeRows, officeWork } from "../../support/planted_opportunities.ts";
import { gallery } from "../golden.ts";

const log = await readInteractions("data/order-desk.csv");
const desk = segmentTasks(log, { instance: "segment" });
const programs = findPrograms(desk);
const found = automationOpportunities(desk, { programs, hourlyRate: 45 });
const part = found.opportunities.find(({ routine }) => routine !== null)!;
const mistaken = programs.programs.find(({ counterExamples }) => counterExamples.length > 3)!;

gallery("automation: opportunities of the order desk", () => viewOpportunities(found));
gallery("automation: a part of a task as an opportunity", () => viewOpportunity(part));
gallery("automation: opportunity of the planted office", () => viewOpportunity(automationOpportunities(officeWork())));
gallery("automation: a program with counter-examples", () => viewProgram(mistaken));
gallery(
  "automation: a step that a person decides",
  () => viewProgram(programs.steps.find(({ verdict }) => verdict === "decision")!),
);

test("the table of the quadrant has every figure of the opportunities, with its ends", () => {
  const { columns, rows } = viewOpportunities(found).parts.table;
  expect(rows).toHaveLength(found.opportunities.length);
  found.opportunities.forEach((one, i) => {
    const cell = (name: string) => rows[i]![columns.indexOf(name)];
    expect(cell("rank")).toBe(one.rank);
    expect(cell("hours a year")).toBe(one.hoursPerYear.base);
    expect(cell("hours a year, low")).toBe(one.hoursPerYear.low);
    expect(cell("automatable share, high")).toBe(one.automatableShare.high);
    const product = ["instances a year", "active, seconds", "automatable share", "main way, share"]
      .reduce((all, name) => all * Number(cell(name)), 1 / 3600) * (1 - Number(cell("exceptions, share")));
    expect(cell("hours a year")).toBeCloseTo(product, 8);
  });
});

test("no output outgrows a notebook", () => {
  for (const figure of [viewOpportunities(found), viewOpportunity(found), viewProgram(mistaken)]) {
    expect(figure.toHTML().length).toBeLessThan(300_000);
  }
});

test("labels meet neither each other nor bubbles, whatever the places", () => {
  for (let seed = 1; seed <= 30; seed++) {
    const random = randomStream(seed, "quadrant");
    const bubbles = Array.from({ length: 12 }, (_, i) => {
      const base = uniformInteger(random, 0, 40) * 10;
      return {
        ...{ rank: i + 1, name: `Task number ${i} of the office`, label: `Task number ${i} of the office` },
        ...{ days: uniformInteger(random, 2, 12), hours: { low: base / 2, base, high: base * 2 } },
        ...{ size: uniformInteger(random, 1, 9000), part: false, hoursInWords: "", payback: "", firstThree: "" },
        facts: [],
      };
    });
    for (const width of [880, 320]) {
      const svg = markupText(drawQuadrant(bubbles, { width, breakEven: (days) => days * 8 }));
      const texts = [
        ...svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)" dy="0.35em" text-anchor="middle" class="tbc-ink">([^<]+)</g),
      ]
        .map(([, x, y, words]) => ({ x: Number(x), y: Number(y), w: textWidth(words!, 12), h: 14 }));
      const circles = [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)" class="tbc-bar"/g)]
        .map(([, x, y, r]) => ({ x: Number(x), y: Number(y), w: 2 * Number(r), h: 2 * Number(r) }));
      expect(circles).toHaveLength(12);
      const boxes = [...texts, ...circles];
      const meeting = texts.flatMap((one, i) =>
        boxes.filter((other, j) =>
          j > i && Math.abs(one.x - other.x) < (one.w + other.w) / 2 &&
          Math.abs(one.y - other.y) < (one.h + other.h) / 2
        )
      );
      expect(meeting).toEqual([]);
    }
  }
});

describe("odd work", () => {
  test("none, one instance, no times: words in place of a picture", () => {
    const of = (rows: ReturnType<typeof officeRows>) =>
      automationOpportunities(segmentTasks(interactionsOf(rows), { instance: "segment" }));
    const one = of(officeRows({ days: 1 }).filter(({ segment }) => segment === "1"));
    expect(viewOpportunities(one).toString()).toMatch(/no opportunity is claimed/);
    expect(viewOpportunity(one).toString()).not.toMatch(/NaN|undefined|Infinity/);
    const none = { ...found, opportunities: [], sentence: "Nothing." };
    expect(viewOpportunities(none).toSVG()).toContain("No opportunity");
    expect(() => viewOpportunity(none)).toThrow(InputError);
  });

  test("a program by example is shown without a step; something else is refused", () => {
    const inputs = Array.from({ length: 30 }, (_, i) => [`Order ${1000 + i * 7}`]);
    const made = programByExample(inputs, inputs.map(([text]) => text!.split(" ")[1]!))!;
    const card = viewProgram(made);
    expect(card.toString()).toMatch(/15 of 15 held-back values right/);
    expect(card.parts.table.rows[0]).toEqual(["Order 1000", "1000", "1000", "yes"]);
    expect(() => viewProgram(null as never)).toThrow(InputError);
    expect(() => viewProgram({} as never)).toThrow(InputError);
  });
});
