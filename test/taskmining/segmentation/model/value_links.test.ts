// @slow: segments whole logs
import { expect, test } from "vitest";
import { LateChoices } from "../../../../src/taskmining/segmentation/model/late_choices.ts";
import { segmentTasks } from "../../../../src/taskmining/segmentation/segment_tasks.ts";
import { streamsOf } from "../../../../src/taskmining/segmentation/model/streams.ts";
import { scoreSegmentation } from "../../../../src/taskmining/segmentation/score_segmentation.ts";
import { readInteractions } from "../../../../src/log/interactions/read_interactions.ts";
import { csvText } from "../../../../src/io/csv/csv_text.ts";
import { type InteractionRow, interactionsOf } from "../../../support/interactions.ts";
import { random } from "../../../support/random.ts";

/** Rounds of search, open, edit, save; the number that is searched stands in the title of what is opened. */
function searches(numbers: readonly string[], country = (_: number) => "Austria", user = "Ada"): InteractionRow[] {
  return numbers.flatMap((number, k): InteractionRow[] =>
    [
      { element: "Search", action: "type", value: number, window: "Search" },
      { element: "Result", action: "click", window: `Order ${number}` },
      { element: "Country", action: "type", value: country(k), window: `Order ${number}` },
      { element: "Save", action: "click", window: "Search" },
    ].map((row, e) => ({ at: (k * 4 + e) * 5, app: "ERP", user, ...row }))
  );
}

const linksOf = (rows: readonly InteractionRow[]) => [...streamsOf(interactionsOf(rows, { privacy: false })).link];

test("a number that is typed and then stands in titles spans what lies between, and no boundary of rounds", () => {
  const { below } = random(3);
  const links = linksOf(searches(Array.from({ length: 40 }, () => String(10_000 + below(80_000)))));
  // Before Search, Result, Country, Save: of 40 rounds, the number goes as far as Country.
  expect([0, 1, 2, 3].map((e) => links.filter((_, i) => i % 4 === e).reduce((a, b) => a + b, 0))).toEqual([
    0,
    40,
    40,
    0,
  ]);
});

test("a constant ties nothing, whether it is always the same or one of few", () => {
  const { pick } = random(4);
  const same = Array.from({ length: 40 }, () => "10000");
  expect(linksOf(searches(same))).toEqual(Array.from({ length: 160 }, () => 0));
  const numbers = Array.from({ length: 60 }, (_, k) => String(20_000 + 37 * k));
  const few = linksOf(searches(numbers, () => pick(["Austria", "Belgium", "Cyprus"])));
  expect(few.filter((_, i) => i % 4 === 0 || i % 4 === 3)).toEqual(Array.from({ length: 120 }, () => 0));
});

test("values of another person tie nothing", () => {
  const numbers = Array.from({ length: 30 }, (_, k) => String(20_000 + 37 * k));
  const both = [...searches(numbers), ...searches(numbers, undefined, "Bob")];
  const links = linksOf(both);
  expect(links[120]).toBe(0);
  expect(links.slice(0, 120)).toEqual(links.slice(120));
});

test("what was chosen lately is expected, and expectations of all outcomes sum to 1", () => {
  const { below } = random(9), outcomes = 5, history: number[] = [];
  const evidenceOf = (choices: readonly number[]) => {
    const late = new LateChoices(outcomes);
    for (const choice of choices) late.add(choice);
    return late.evidence;
  };
  for (let n = 0; n < 60; n++) {
    const now = evidenceOf(history);
    const sum = Array.from({ length: outcomes }, (_, q) => Math.exp(evidenceOf([...history, q]) - now))
      .reduce((a, b) => a + b, 0);
    expect(sum).toBeCloseTo(1, 9);
    history.push(below(outcomes));
  }
  const inTurn = Array.from({ length: 100 }, (_, k) => k % 2), blocks = inTurn.toSorted();
  expect(evidenceOf(blocks)).toBeGreaterThan(evidenceOf(inTurn) + 30);
});

test("the order desk is segmented alike whatever its people are called", async () => {
  const log = await readInteractions("data/order-desk.csv");
  const { interactions } = log.source;
  const users = [...log.users];
  for (const order of [users.toReversed(), [...users.slice(7), ...users.slice(0, 7)]]) {
    const names = new Map(order.map((user, k) => [user, `person ${String(k).padStart(2, "0")}`]));
    const renamed = {
      ...interactions,
      columns: interactions.columns.map((column) =>
        column.name === log.source.mapping.user && column.kind === "text"
          ? { ...column, dictionary: column.dictionary.map((user) => names.get(user) ?? user) }
          : column
      ),
    };
    const again = await readInteractions(new TextEncoder().encode(csvText(renamed)), { name: "renamed" });
    const { nled, exactShare } = scoreSegmentation(segmentTasks(again), { instance: "segment", task: "task" });
    expect(nled).toBeLessThan(0.03);
    expect(exactShare).toBeGreaterThan(0.85);
  }
});
