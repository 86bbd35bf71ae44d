import { expect, test } from "vitest";
import { addressOf, stateOf } from "../../../../src/viz/explorer/state/address.ts";
import {
  changed,
  type ExplorerState,
  firstState,
  historyOf,
  redone,
  switched,
  turnedRound,
  undone,
  withoutStep,
  withRange,
  withStep,
} from "../../../../src/viz/explorer/state/explorer_state.ts";
import { hostileLog, randomSteps } from "../../../support/random_steps.ts";
import { random } from "../../../support/random.ts";

const step = (name: string) => ({ condition: { kind: "with", activities: [name] } }) as const;

test("undo and redo walk over the states in both directions; a change forgets what was undone", () => {
  const states = ["a", "b", "c"].map((name) => withStep(firstState, step(name)));
  let history = states.reduce(changed, historyOf(firstState));
  const seen: ExplorerState[] = [];
  for (let i = 0; i < 4; i++) history = undone(history), seen.push(history.now);
  expect(seen).toEqual([states[1], states[0], firstState, firstState]);
  history = redone(redone(history));
  expect(history.now).toEqual(states[1]);
  history = changed(history, states[0]!);
  expect(redone(history)).toBe(history);
  expect(changed(history, { ...states[0]! })).toBe(history);
});

test("an address brings every state back", () => {
  const dice = random(5);
  for (let seed = 0; seed < 200; seed++) {
    const state: ExplorerState = {
      steps: randomSteps(hostileLog(seed % 7), seed),
      pinned: dice.pick([null, randomSteps(hostileLog(seed % 7), seed + 1000)]),
      figure: dice.pick(["frequency", "cases", "median", "mean"]),
      activities: dice.pick([null, 0, 0.35, 1]),
      paths: dice.pick([null, 0.5]),
      attribute: dice.pick([null, "<b>level</b>", "\u202eregion"]),
    };
    const address = addressOf(state);
    expect(stateOf(address)).toEqual({ state, whole: true });
    // What a link may hold without harm to what it stands in.
    expect(address).toMatch(/^(#[\w%~!*'().-]*)?$/);
  }
  expect(addressOf(firstState)).toBe("");
});

test("an address that was cut or forged gives what of it is well-formed, and says so", () => {
  const whole = addressOf(withStep(withStep(firstState, step("a")), step("b")));
  expect(stateOf(whole.slice(0, -9))).toEqual({ state: firstState, whole: false });
  for (
    const forged of [
      { steps: [{ condition: { kind: "constructor" } }] },
      { steps: [{ condition: { kind: "with", activities: "a" } }] },
      { steps: [{ condition: { kind: "throughput", minSeconds: 5, maxSeconds: 1 } }] },
      { steps: [{ condition: { kind: "time", from: 2, to: 2, mode: "contained" } }] },
      { steps: [{ condition: { kind: "attribute", of: "case", name: "x", values: [{}] } }] },
      { steps: [null, 7, []] },
      { steps: {} },
      [],
      7,
    ]
  ) {
    const read = stateOf(`#${encodeURIComponent(JSON.stringify(forged))}`);
    expect(read.state.steps, JSON.stringify(forged)).toEqual([]);
    expect(read.whole || Array.isArray(forged), JSON.stringify(forged)).toBe(Array.isArray(forged));
  }
});

test("steps are switched off, turned round and removed; a brush moves the range that stands", () => {
  const state = withStep(withStep(firstState, step("a")), step("b"));
  expect(switched(state, 0).steps[0]).toEqual({ ...step("a"), off: true });
  expect(switched(switched(state, 0), 0)).toEqual(state);
  expect(turnedRound(turnedRound(state, 1), 1)).toEqual(state);
  expect(withoutStep(state, 0).steps).toEqual([step("b")]);
  expect(withStep(state, step("a")).steps).toEqual([step("b"), step("a")]);
  const range = (minSeconds: number) => ({ condition: { kind: "throughput", minSeconds } }) as const;
  const moved = withRange(turnedRound(withRange(state, range(1)), 2), range(5));
  expect(moved.steps[2]).toEqual({ ...range(5), turned: true });
});
