/**
 * The decoder is held against brute force: every sequence of moves of a short stream, each scored from the description of
 * the model in docs/segmentation.md.
 */
import { expect, test } from "vitest";
import type { Chains } from "../../../../../src/taskmining/segmentation/model/chains/chains.ts";
import { decode } from "../../../../../src/taskmining/segmentation/model/decode/decode.ts";
import type { Parse } from "../../../../../src/taskmining/segmentation/model/parse.ts";
import type { Streams } from "../../../../../src/taskmining/segmentation/model/streams.ts";
import type { Values } from "../../../../../src/taskmining/segmentation/model/value_links.ts";
import { random } from "../../../../support/random.ts";

const noValues = (n: number): Values => ({
  offsets: new Int32Array(n + 1),
  at: new Int32Array(0),
  before: new Int32Array(0),
  same: new Uint8Array(0),
  chance: new Float64Array(0),
});

/** Streams of actions 0, 1, 2 …, without any signal but those given. */
function streamsOf(streams: readonly (readonly number[])[], actions: number, signals: Partial<Streams> = {}): Streams {
  const action = Int32Array.from(streams.flat()), n = action.length;
  let to = 0;
  return {
    action,
    actions,
    names: Array.from({ length: actions }, (_, t) => `action ${t}`),
    offsets: Int32Array.from([0, ...streams.map(({ length }) => to += length)]),
    gap: new Float64Array(n),
    outset: new Float64Array(n),
    pause: new Uint8Array(n),
    link: new Uint8Array(n),
    values: noValues(n),
    sessions: Int32Array.of(0),
    ...signals,
  };
}

/** Depths that a state tells apart: the first step of an instance, the second, and all later ones. */
const DEPTHS = 3;

interface RandomChainOptions {
  readonly seed: number;
  readonly actions: number;
  readonly kinds?: number;
  /** Nats by which an end before the third step is less likely. @default 0 */
  readonly earlyEnd?: number;
}

/**
 * Chains at random whose states tell the number of steps. What instances of one or two steps cost then depends on the
 * state alone, and so does whatever comes next: then Viterbi's algorithm finds the best parse of all.
 */
function randomChains({ seed, actions, kinds = 1, earlyEnd = 0 }: RandomChainOptions): Chains {
  const { next: draw } = random(seed), width = actions + 1, plain = kinds * actions, states = plain * DEPTHS;
  const nats = (least: number, most: number) => -(least + draw() * (most - least));
  const next = new Int32Array(states * actions), step = new Float64Array(states * width);
  for (let depth = 0; depth < DEPTHS; depth++) {
    for (let entry = 0; entry < plain; entry++) {
      const state = depth * plain + entry, kind = Math.floor(entry / actions);
      for (let t = 0; t < actions; t++) {
        next[state * actions + t] = Math.min(DEPTHS - 1, depth + 1) * plain + kind * actions + t;
        step[state * width + t] = nats(0.2, 4);
      }
      step[state * width + actions] = nats(0.2, 3) - (depth + 1 < DEPTHS ? earlyEnd : 0);
    }
  }
  return {
    kinds,
    actions,
    states,
    kindOf: Int32Array.from({ length: states }, (_, s) => Math.floor((s % plain) / actions)),
    actionOf: Int32Array.from({ length: states }, (_, s) => s % actions),
    next,
    step,
    start: Float64Array.from({ length: plain }, () => nats(0.2, 3)),
    first: Int32Array.from({ length: plain }, (_, entry) => entry),
    strays: {
      evidence: 0,
      stray: Float64Array.from({ length: actions }, () => nats(2, 5)),
      more: Float64Array.from({ length: actions }, () => nats(0.5, 4)),
      same: nats(0.5, 2),
      other: nats(0.2, 2),
      proper: -0.02,
      over: -0.6,
      noneBetween: nats(0, 0.5),
      someBetween: -nats(0, 1),
    },
    again: new Float64Array(2 * states * actions),
    anew: new Float64Array(2 * states * actions),
    round: new Float64Array(states * actions),
    pause: Float64Array.of(-0.3, 1.1, 2.3),
    values: {
      evidence: 0,
      again: new Float64Array(actions),
      fresh: new Float64Array(actions),
      kept: new Float64Array(actions),
      changed: new Float64Array(actions),
    },
    aside: -2,
    stay: -0.05,
  };
}

/** An instance as the model knows it: its number, state and steps; one that was put aside has got steps enough. */
interface Instance {
  readonly number: number;
  readonly state: number;
  readonly steps: number;
}

/** Nats that an instance of so many steps costs, as the documentation says. */
const shortCost = (steps: number) => steps === 1 ? 6 : steps === 2 ? 3 : 0;

/**
 * The best score of all ways to parse one stream, and of all that make one parse of it, in the words of `ownersOf`: no
 * beam, and nothing is forgotten. An instance that ends with the stream may have few steps at no cost, for it may be cut
 * off there.
 */
function bestScores({ action, pause }: Streams, c: Chains, interruptions: boolean, parse: readonly string[]) {
  let best = -Infinity, own = -Infinity, alike = 0;
  const width = c.actions + 1;
  const endOf = ({ state }: Instance) => c.step[state * width + c.actions]!;
  const go = (
    i: number,
    score: number,
    open: Instance | undefined,
    waiting: readonly Instance[],
    begun: number,
    strayBefore = -1,
  ) => {
    if (i === action.length) {
      if (!open) return;
      const ended = [open, ...waiting].reduce((sum, instance) => sum + endOf(instance), score);
      best = Math.max(best, ended);
      if (alike === i) own = Math.max(own, ended);
      return;
    }
    const t = action[i]!, { strays } = c;
    // A step after a stray one ends its run; that the run was between two instances is put right at its end.
    const proper = strayBefore < 0 ? strays.proper : strays.over;
    const edge = strayBefore < 0 ? strays.noneBetween : strays.someBetween;
    const stray = strayBefore < 0 ? strays.stray[t]! : strayBefore === t ? strays.same : strays.other + strays.more[t]!;
    const move = (
      owner: string,
      nats: number,
      then: Instance | undefined,
      wait: readonly Instance[],
      count: number,
      strayNow = -1,
    ) => {
      const before = alike;
      if (alike === i && parse[i] === owner) alike++;
      go(i + 1, score + nats, then, wait, count, strayNow);
      alike = before;
    };
    const begin = (nats: number, wait: readonly Instance[]) => {
      for (let kind = 0; kind < c.kinds; kind++) {
        const entry = kind * c.actions + t;
        const instance = { number: begun, state: c.first[entry]!, steps: 1 };
        move(`${begun}k${kind}`, nats + c.start[entry]! + proper, instance, wait, begun + 1);
      }
    };
    const goOn = ({ number, state, steps }: Instance, nats: number, wait: readonly Instance[], stepsThen = steps + 1) =>
      move(
        `${number}`,
        nats + c.step[state * width + t]! + proper,
        { number, state: c.next[state * c.actions + t]!, steps: stepsThen },
        wait,
        begun,
      );

    move(`stray of ${open?.number}`, stray, open, waiting, begun, t);
    if (!open) return begin(0, []);
    goOn(open, c.stay, waiting);
    const end = endOf(open) - shortCost(open.steps), boundary = c.pause[pause[i]!]!;
    begin(end + boundary + edge, waiting);
    if (!interruptions) return;
    if (waiting.length < 2) begin(c.aside + boundary + edge, [...waiting, open]);
    for (const [w, back] of waiting.entries()) {
      goOn(back, end, waiting.filter((other) => other !== back), 3);
      goOn(back, c.aside + boundary, waiting.with(w, open), 3);
    }
  };
  go(0, 0, undefined, [], 0);
  return { best, own };
}

/** What becomes of each interaction in a parse. */
function ownersOf({ owner, kind, stray }: Parse): string[] {
  return Array.from(owner, (k, i) => {
    if (stray[i]) return `stray of ${k < 0 ? undefined : k}`;
    const isFirst = owner.every((other, j) => other !== k || stray[j] === 1 || j >= i);
    return isFirst ? `${k}k${kind[k]}` : `${k}`;
  });
}

/** Expects that the decoder's parse is one of all parses, and that none has a better score. */
function expectBest(streams: Streams, chains: Chains, interruptions: boolean): Parse {
  const parse = decode(streams, chains, { interruptions });
  // One parse can come about in several ways, for an instance that ends may as well have been put aside for good.
  const { best, own } = bestScores(streams, chains, interruptions, ownersOf(parse));
  expect(own).toBeCloseTo(best, 9);
  return parse;
}

const randomStream = (seed: number, length: number, actions: number) => {
  const { below } = random(seed);
  return streamsOf([Array.from({ length }, () => below(actions))], actions, {
    pause: Uint8Array.from({ length }, () => below(3)),
  });
};

test("no parse of a short stream is better than the decoder's", () => {
  let instances = 0, strays = 0;
  for (let seed = 1; seed <= 120; seed++) {
    const actions = 1 + seed % 3;
    const chains = randomChains({ seed, actions, kinds: 1 + seed % 2 });
    const { kind, stray } = expectBest(randomStream(seed + 1000, 1 + seed % 7, actions), chains, false);
    instances += kind.length;
    strays += stray.reduce((sum, is) => sum + is, 0);
  }
  // The streams are not all one instance, nor all steps.
  expect(instances).toBeGreaterThan(150);
  expect(strays).toBeGreaterThan(40);
});

test("no parse of a short stream is better where instances are put aside and taken up again", () => {
  let interruptions = 0;
  for (let seed = 1; seed <= 30; seed++) {
    const actions = 2 + seed % 2;
    // Instances end after three steps: then it does not matter whether one of two steps was put aside in between.
    const chains = { ...randomChains({ seed, actions, earlyEnd: 9 }), aside: -0.1 - (seed % 2) };
    interruptions += expectBest(randomStream(seed + 2000, 6 + seed % 3, actions), chains, true).interruptions;
  }
  expect(interruptions).toBeGreaterThan(10);
});

test("streams are parsed each by itself", () => {
  const chains = randomChains({ seed: 3, actions: 3 });
  const { below, shuffled } = random(8);
  const streams = Array.from({ length: 6 }, () => Array.from({ length: 3 + below(12) }, () => below(3)));
  const alone = streams.map((stream) => decode(streamsOf([stream], 3), chains, { interruptions: true }));
  const order = shuffled([...streams.keys()]);
  const together = decode(streamsOf(order.map((s) => streams[s]!), 3), chains, { interruptions: true });
  let interaction = 0, instance = 0;
  for (const s of order) {
    const { owner, stray, kind } = alone[s]!, to = interaction + owner.length;
    const own = together.owner.subarray(interaction, to).map((k) => k < 0 ? -1 : k - instance);
    expect(own).toEqual(owner);
    expect(together.stray.subarray(interaction, to)).toEqual(stray);
    interaction = to;
    instance += kind.length;
  }
  expect(together.kind.length).toBe(instance);
});

test("an action that was done before in the instance can make it a boundary", () => {
  // One action after itself: to go on costs .5 nats, to end and begin 1.2 nats, so that going on is better by .7 nats …
  const even = (again: number): Chains => ({
    ...randomChains({ seed: 1, actions: 1 }),
    states: 1,
    kindOf: Int32Array.of(0),
    actionOf: Int32Array.of(0),
    next: Int32Array.of(0),
    first: Int32Array.of(0),
    step: Float64Array.of(-0.5, -0.6),
    start: Float64Array.of(-0.6),
    strays: {
      evidence: 0,
      stray: Float64Array.of(-50),
      more: Float64Array.of(-50),
      same: -50,
      other: -50,
      proper: 0,
      over: 0,
      noneBetween: 0,
      someBetween: 0,
    },
    stay: 0,
    pause: new Float64Array(3),
    again: Float64Array.of(again, again),
    anew: new Float64Array(2),
    round: new Float64Array(1),
  });
  const parsed = (again: number) => [...decode(streamsOf([[0, 0]], 1), even(again), { interruptions: false }).owner];
  expect(parsed(0)).toEqual([0, 0]);
  // … and an instance of one step costs 6 nats more. Only a repetition that costs more than 6.7 makes it two.
  expect(parsed(-6.69)).toEqual([0, 0]);
  expect(parsed(-6.71)).toEqual([0, 1]);
});

test("a stream of nothing has no instance, and one of one interaction has one", () => {
  const chains = randomChains({ seed: 4, actions: 2 });
  expect(decode(streamsOf([[]], 2), chains, { interruptions: true }).kind).toHaveLength(0);
  expect([...decode(streamsOf([[1], [], [0]], 2), chains, { interruptions: true }).owner]).toEqual([0, 1]);
});
