import { describe, expect, test } from "vitest";
import { InputError } from "../../../../src/base/errors.ts";
import { filterPath } from "../../../../src/log/events/filter/path.ts";
import { compilePattern } from "../../../../src/log/events/pattern/compile_pattern.ts";
import { parsePattern } from "../../../../src/log/events/pattern/parse_pattern.ts";
import { type PathPattern, type PatternNode, termsText } from "../../../../src/log/events/pattern/pattern_steps.ts";
import { tinyLog } from "../../../support/logs.ts";
import { type Random, random } from "../../../support/random.ts";

/** Which of the cases, written as paths, take the pattern. */
function taken(pattern: PathPattern, ...cases: string[]): string[] {
  const log = tinyLog(...cases);
  return Array.from(filterPath(log, pattern).caseIds, (id) => cases[log.caseIds.indexOf(id)]!);
}

describe("what a pattern means", () => {
  const cases = ["A B C", "A C B", "B A", "A X B", "A", "A A B", "C B A"];
  const rows: [PathPattern, string[]][] = [
    ["A → B", ["A B C", "A A B"]],
    ["A->B", ["A B C", "A A B"]],
    ["A → … → B", ["A B C", "A C B", "A X B", "A A B"]],
    ["A ... B", ["A B C", "A C B", "A X B", "A A B"]],
    ["{A, B}", ["A B C", "B A", "A A B", "C B A"]],
    ["{A, B, …}", ["A B C", "A C B", "B A", "A X B", "A A B", "C B A"]],
    ["A → B | C → B", ["A B C", "A C B", "A A B", "C B A"]],
    ["A → (B | C) → B", ["A C B"]],
    ["^ A → B", ["A B C"]],
    ["A $", ["B A", "A", "C B A"]],
    ["^ A $", ["A"]],
    ["A{2}", ["A A B"]],
    ["^ A+ → B $", ["A A B"]],
    ["A → X? → B", ["A B C", "A X B", "A A B"]],
    ["A → not B → B", ["A C B", "A X B", "A A B"]],
    ["^ → (not C)* → $", ["B A", "A X B", "A", "A A B"]],
    ["never C", ["B A", "A X B", "A", "A A B"]],
    ["A → … → B & never X", ["A B C", "A C B", "A A B"]],
    ["any{3}", ["A B C", "A C B", "A X B", "A A B", "C B A"]],
    [["A", "…", "B"], ["A B C", "A C B", "A X B", "A A B"]],
    [[{ inAnyOrder: ["A", "B"] }], ["A B C", "B A", "A A B", "C B A"]],
    [["A", { not: "B" }, "B"], ["A C B", "A X B", "A A B"]],
    [{ and: [["A", "…", "B"], { never: "X" }] }, ["A B C", "A C B", "A A B"]],
    [["^", { repeat: "A", min: 2 }], ["A A B"]],
    [[{ anyOf: [["A", "B"], ["C", "B"]] }], ["A B C", "A C B", "A A B", "C B A"]],
    [["A", { optional: "X" }, "B", "$"], ["A X B", "A A B"]],
  ];
  test.each(rows)("%j", (pattern, expected) => expect(taken(pattern, ...cases)).toEqual(expected));

  test("names with spaces, words and special characters", () => {
    const log = tinyLog("Sign_(manager) not_sent B", "Sign_(manager) B");
    expect(filterPath(log, `"Sign_(manager)" → not_sent`).cases).toBe(1);
    expect(filterPath(log, `'Sign_(manager)' → not "not_sent"`).cases).toBe(1);
  });

  test("a name that begins with a word of the language is a name where the log has it", () => {
    expect(parsePattern("not sent → B", ["not sent", "B", "sent"])).toEqual([{
      never: false,
      node: {
        kind: "sequence",
        parts: [{ kind: "event", names: ["not sent"], not: false }, { kind: "event", names: ["B"], not: false }],
      },
    }]);
    expect(termsText(parsePattern("not sent → B", ["B", "sent"]))).toBe("not sent → B");
  });
});

describe("errors", () => {
  const log = tinyLog("Approve Check", "Reject");
  const cases: [PathPattern, RegExp][] = [
    ["Approve → Chek", /position 11: expected an activity of the log but found "Chek"\. Did you mean "Check"/],
    ["Approve → ", /position 11: expected an activity but found its end/],
    ["(Approve → Check", /position 17: expected "\)" for the "\(" at position 1/],
    ["{Approve, Check", /expected "," or "}" for the "{" at position 1/],
    ["not (Approve → Check)", /position 1: expected one activity or several .* write "never"/],
    ['"Approve', /expected a closing " for the one at position 1/],
    ["Approve{3,2}", /position 8: expected a step to be repeated .* found 3 to 2/],
    ["Approve Check)", /expected an activity of the log but found "Approve Check"/],
    ["Approve) → Check", /position 8: expected an arrow/],
    ["Approve?", /needs an event/],
    ["… ", /needs an event/],
    ["", /expected an activity but found its end/],
    [["Approve", "Chek"], /"Chek".* Did you mean "Check"/],
    [[], /found an empty list/],
    [[{ inAnyOrder: ["Approve", "Check", "Approve", "Check", "Approve", "Check", "Approve"] }], /at most 6/],
    [[{ wrong: 1 } as never], /Expected a step/],
    [7 as never, /Expected a pattern/],
  ];
  test.each(cases)("%j", (pattern, message) => {
    expect(() => filterPath(log, pattern)).toThrow(InputError);
    expect(() => filterPath(log, pattern)).toThrow(message);
  });

  test("a missing activity can be told to match nothing", () => {
    expect(filterPath(log, "Approve → Chek", { missing: "ignore" }).cases).toBe(0);
    expect(filterPath(log, ["Approve", { not: "Chek" }], { missing: "ignore" }).cases).toBe(1);
  });
});

/** Ends of all matches that begin at a place, by the definition of each node. */
function endsOf(node: PatternNode, symbols: readonly string[], from: number): Set<number> {
  switch (node.kind) {
    case "begin":
    case "end":
      return new Set(symbols[from] === (node.kind === "begin" ? "^" : "$") ? [from + 1] : []);
    case "event": {
      const symbol = symbols[from];
      const isEvent = symbol !== undefined && symbol !== "^" && symbol !== "$";
      return new Set(isEvent && node.names.includes(symbol) !== node.not ? [from + 1] : []);
    }
    case "sequence":
      return node.parts.reduce(
        (ends, part) => new Set([...ends].flatMap((end) => [...endsOf(part, symbols, end)])),
        new Set([from]),
      );
    case "choice":
      return new Set(node.parts.flatMap((part) => [...endsOf(part, symbols, from)]));
    case "set":
      return new Set(
        orders(node.parts).flatMap((parts) => {
          const gap: PatternNode = {
            kind: "repeat",
            part: { kind: "event", names: [], not: true },
            min: 0,
            max: Infinity,
          };
          const steps = node.gaps ? parts.flatMap((part, k) => k === 0 ? [part] : [gap, part]) : parts;
          return [...endsOf({ kind: "sequence", parts: steps }, symbols, from)];
        }),
      );
    case "repeat": {
      const found = new Set<number>(node.min === 0 ? [from] : []);
      let ends = new Set([from]);
      for (let k = 1; k <= Math.min(node.max, symbols.length + node.min); k++) {
        ends = new Set([...ends].flatMap((end) => [...endsOf(node.part, symbols, end)]));
        if (k >= node.min) { for (const end of ends) found.add(end); }
      }
      return found;
    }
  }
}

function orders<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, k) => orders(items.toSpliced(k, 1)).map((rest) => [item, ...rest]));
}

function randomNode({ below, pick }: Random, depth: number): PatternNode {
  const name = () => pick(["A", "B", "C", "D"]);
  const again = () => randomNode({ below, pick } as Random, depth - 1);
  const several = () => Array.from({ length: 2 + below(2) }, again);
  switch (depth === 0 ? below(2) : below(7)) {
    case 0:
      return { kind: "event", names: [name()], not: false };
    case 1:
      return { kind: "event", names: [name(), name()].filter((one, k, all) => all.indexOf(one) === k), not: true };
    case 2:
      return { kind: "choice", parts: several() };
    case 3: {
      const min = below(3);
      return { kind: "repeat", part: again(), min, max: pick([min + 1, min + 2, Infinity]) };
    }
    case 4:
      return { kind: "set", parts: several(), gaps: below(2) === 0 };
    case 5:
      return { kind: "sequence", parts: [pick<PatternNode>([{ kind: "begin" }, again()]), again()] };
    default:
      return { kind: "sequence", parts: [again(), pick<PatternNode>([{ kind: "end" }, again()])] };
  }
}

test("matches, spans and text of random patterns are those of the definition", () => {
  const wrong: string[] = [];
  let matched = 0, tried = 0;
  for (let seed = 1; seed <= 250; seed++) {
    const generator = random(seed);
    const node = randomNode(generator, 2);
    const paths = Array.from(
      { length: 8 },
      () => Array.from({ length: 1 + generator.below(6) }, () => generator.pick(["A", "B", "C", "D"])).join(" "),
    );
    const log = tinyLog("A B C D", ...paths);
    const text = termsText([{ never: false, node }]);
    if (endsOf(node, ["A"], 0).has(0) || endsOf(node, [], 0).has(0)) {
      if (!/needs an event/.test(messageOf(() => compilePattern(log, text)))) wrong.push(`${text} needs no event`);
      continue;
    }
    const compiled = compilePattern(log, text);
    if (compiled.words !== compilePattern(log, compiled.words).words) wrong.push(`${text} reads ${compiled.words}`);
    for (const [c, path] of ["A B C D", ...paths].entries()) {
      tried++;
      const events = path.split(" ");
      const symbols = ["^", ...events, "$"];
      const spans = symbols.flatMap((_, from) => [...endsOf(node, symbols, from)].map((to) => ({ from, to })));
      if (compiled.matches(c) !== spans.length > 0) wrong.push(`${text} on ${path}: ${compiled.matches(c)}`);
      if (spans.length === 0) continue;
      matched++;
      const to = Math.min(...spans.map((span) => span.to));
      const from = Math.min(...spans.filter((span) => span.to === to).map((span) => span.from));
      const within = (place: number) => Math.min(Math.max(place, 0), events.length - 1) + log.offsets[c]!;
      const expected = { first: Math.min(within(from - 1), within(to - 2)), last: within(to - 2) };
      const found = compiled.spanOf(c)!;
      if (found.first !== expected.first || found.last !== expected.last) {
        wrong.push(`${text} on ${path}: ${JSON.stringify(found)} not ${JSON.stringify(expected)}`);
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(matched).toBeGreaterThan(300);
  expect(tried - matched).toBeGreaterThan(300);
});

function messageOf(work: () => unknown): string {
  try {
    work();
    return "";
  } catch (error) {
    return (error as Error).message;
  }
}
