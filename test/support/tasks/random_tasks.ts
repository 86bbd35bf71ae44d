/**
 * Interaction logs of made-up tasks: each a random tree of steps (sequences, choices, loops, optional and swapped parts)
 * over applications, windows and elements that the tasks share in part. Seeded.
 */
import { type Random, random } from "../random.ts";
import type { Corpus, Row } from "./corpus.ts";

export interface RandomTaskOptions {
  readonly seed: number;
  /** @default 3 */
  readonly tasks?: number;
  /** @default 240 */
  readonly instances?: number;
  /** Share of instances that are put aside for the next one of the person. @default 0 */
  readonly interrupted?: number;
  /** Probability of a stray interaction before each. @default 0 */
  readonly stray?: number;
  /** @default 2 */
  readonly users?: number;
}

interface Step {
  readonly app: string;
  readonly window: string;
  readonly element: string;
  readonly action: string;
}

type Tree = { step: Step } | { kind: "then" | "either" | "loop" | "maybe" | "swap"; parts: Tree[] };

/** Rows of one user after the other; the true task is the number of its tree. */
export function randomTasks(options: RandomTaskOptions): Corpus {
  const { seed, tasks = 3, instances = 240, interrupted = 0, stray = 0, users = 2 } = options;
  const numbers = random(seed);
  const vocabulary = steps(numbers);
  const trees = Array.from({ length: tasks }, () => taskTree(numbers, vocabulary));
  const rows: Row[] = [];
  let instance = 0;
  for (let user = 0; user < users; user++) {
    let clock = Date.UTC(2026, 1, 2, 8) + user * 977;
    const emit = (step: Step, of: { instance: number; task: string }, value: string) => {
      clock += 800 + Math.round(numbers.next() * 6000);
      const time = new Date(clock).toISOString();
      const write = ({ app, window, element, action }: Step, content: string) =>
        rows.push({
          ...of,
          cells: { timeStamp: time, user: `U${user}`, application: app, window, element, action, value: content },
        });
      if (numbers.next() < stray) write(numbers.pick(vocabulary), "");
      // Buttons and lists hold nothing of the record, and half of the fields hold what is much the same for all.
      const holds = /type|copy|paste/.test(step.action) && step.element.length % 2 === 0;
      write(step, holds ? value : numbers.pick(["", "yes", "standard"]));
    };
    const planned = Array.from({ length: Math.floor(instances / users) }, () => {
      const k = numbers.below(tasks);
      return { of: { instance: instance++, task: `task ${k}` }, steps: play(trees[k]!, numbers) };
    });
    for (let p = 0; p < planned.length; p++) {
      clock += 2000 + Math.round(numbers.next() * 40_000);
      const { of, steps: own } = planned[p]!, next = planned[p + 1];
      const value = `V${of.instance}`;
      if (next && own.length > 4 && numbers.next() < interrupted) {
        const cut = 2 + numbers.below(own.length - 3);
        for (const step of own.slice(0, cut)) emit(step, of, value);
        for (const step of next.steps) emit(step, next.of, `V${next.of.instance}`);
        for (const step of own.slice(cut)) emit(step, of, value);
        p++;
      } else for (const step of own) emit(step, of, value);
    }
  }
  const trouble = [interrupted > 0 ? "interrupted" : "", stray > 0 ? `stray ${stray}` : ""].filter(Boolean);
  return { name: [`${tasks} random tasks #${seed}`, ...trouble].join(", "), rows };
}

function steps({ below, pick }: Random): Step[] {
  const apps = ["ERP", "Mail", "Browser", "Sheet"];
  const actions = ["click", "type", "copy", "paste", "select"];
  const windows = Array.from(
    { length: 7 },
    (_, w) => ({ app: apps[w % apps.length]!, window: `Window ${"ABCDEFG"[w]}` }),
  );
  return Array.from({ length: 45 }, (_, e) => ({
    ...windows[e % windows.length]!,
    element: `Field ${"ABCDEFGHIJKLMNOPQRSTUVWXYZ"[below(26)]}${e}`,
    action: pick(actions),
  }));
}

/** A first and a last step of its own, and between them parts of steps that other tasks may have too. */
function taskTree(numbers: Random, vocabulary: readonly Step[]): Tree {
  const own = (): Tree => ({ step: numbers.pick(vocabulary) });
  const part = (depth: number): Tree => {
    const roll = numbers.next();
    if (depth === 0 || roll < 0.45) return { kind: "then", parts: Array.from({ length: 2 + numbers.below(3) }, own) };
    const kind = roll < 0.6 ? "either" : roll < 0.75 ? "maybe" : roll < 0.87 ? "loop" : "swap";
    const parts = Array.from({ length: kind === "either" || kind === "swap" ? 2 : 1 }, () => part(depth - 1));
    return { kind, parts };
  };
  const middle = Array.from({ length: 3 + numbers.below(2) }, () => part(2));
  return { kind: "then", parts: [own(), ...middle, own()] };
}

function play(tree: Tree, numbers: Random): Step[] {
  if ("step" in tree) return [tree.step];
  const { kind, parts } = tree;
  const all = (of: readonly Tree[]) => of.flatMap((part) => play(part, numbers));
  switch (kind) {
    case "then":
      return all(parts);
    case "either":
      return play(numbers.pick(parts), numbers);
    case "maybe":
      return numbers.next() < 0.6 ? all(parts) : [];
    case "swap":
      return numbers.next() < 0.5 ? all(parts) : all([...parts].reverse());
    case "loop": {
      const rounds = [all(parts)];
      while (numbers.next() < 0.4) rounds.push(all(parts));
      return rounds.flat();
    }
  }
}
