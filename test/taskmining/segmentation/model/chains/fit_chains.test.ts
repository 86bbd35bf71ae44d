/** Evidence and probabilities of tiny parses, worked out by hand from the settings in `priors.ts`. */
import { expect, test } from "vitest";
import { fitChains } from "../../../../../src/taskmining/segmentation/model/chains/chains.ts";
import { type Parse, parseOfCuts } from "../../../../../src/taskmining/segmentation/model/parse.ts";
import type { Streams } from "../../../../../src/taskmining/segmentation/model/streams.ts";
import { random } from "../../../../support/random.ts";

/** Streams of letters, without any signal but those given. */
function lettersOf(streams: readonly string[], signals: Partial<Streams> = {}): Streams {
  const names = [...new Set(streams.join(""))].sort();
  const action = Int32Array.from(streams.join(""), (letter) => names.indexOf(letter)), n = action.length;
  let to = 0;
  return {
    action,
    actions: names.length,
    names,
    offsets: Int32Array.from([0, ...streams.map(({ length }) => to += length)]),
    gap: new Float64Array(n),
    outset: new Float64Array(n),
    pause: new Uint8Array(n),
    link: new Uint8Array(n),
    values: {
      offsets: new Int32Array(n + 1),
      at: new Int32Array(0),
      before: new Int32Array(0),
      same: new Uint8Array(0),
      chance: new Float64Array(0),
    },
    sessions: Int32Array.of(0),
    ...signals,
  };
}

/** An instance begins at each place. */
function cutAt(length: number, ...places: number[]): Parse {
  const begins = new Uint8Array(length);
  for (const place of places) begins[place] = 1;
  return parseOfCuts(begins);
}

/**
 * Probability of a choice among `outcomes` that came out as counted, whatever the probabilities behind it: outcome after
 * outcome (Pólya's urn). `pseudo` is what each outcome is taken to have been seen before.
 */
function urn(counts: readonly number[], outcomes: number, pseudo: number): number {
  let probability = 1, drawn = 0;
  for (const count of counts) {
    for (let k = 0; k < count; k++) probability *= (k + pseudo) / (drawn++ + pseudo * outcomes);
  }
  return probability;
}

test("the evidence of two rounds of two steps is what it is by hand", () => {
  const outset = Float64Array.of(0, 0, 1.5, 0);
  const { evidence } = fitChains(lettersOf(["abab"], { outset }), cutAt(4, 0, 2), { kinds: 1, split: false });
  const factors = [
    urn([2], 3, 0.05), // after a: b twice; a, b and the end are possible
    urn([2], 3, 0.05), // after b: the end twice
    // Both begin with a. Of three ways to tell it the best is that the choice is like the one shortly before: the first
    // is even; at the second, one choice counts .9, and half a pseudo-count goes by all choices so far, 1.05 of 1.1.
    0.5 * (0.9 + 0.5 * 1.05 / 1.1) / (0.9 + 0.5) / 3,
    50 / 52, // neither of two steps within is after strays, which one in 51 was expected to be: 50/51 · 51/52
    (1 / 2) * (1.5 / 2), // and there are none before the two instances
    ((1 / 1.1) * (2 / 2.1)) ** 0.2, // from a to b, twice new and never again
    urn([4], 3, 0.05), // four times no pause
    60 / 62, // none of two steps is interrupted: 60/61 · 61/62
  ];
  const nats = [
    -2 * 3, // two instances of two steps
    0.4 * 1.5, // outsets that sum to 1.5 at two beginnings
    0, // the session begins and ends as all instances do
  ];
  expect(evidence).toBeCloseTo(factors.reduce((sum, p) => sum + Math.log(p), 0) + nats.reduce((a, b) => a + b), 6);
});

test("strays, repetitions and pauses weigh in the evidence as by hand", () => {
  // One instance a b b with a stray c in it, then one of a b b, after a long pause.
  const streams = lettersOf(["abcbabb"], {
    pause: Uint8Array.of(0, 0, 0, 0, 1, 0, 0),
  });
  const parse = { ...cutAt(7, 0, 4), stray: Uint8Array.of(0, 0, 1, 0, 0, 0, 0) };
  const { evidence } = fitChains(streams, parse, { kinds: 1, split: false });
  // Strays are told by a frequency that 20 pseudo-counts have as it is in the log, each action half a time more.
  const frequencyOfC = (1 + 0.5) / (7 + 0.5 * 3);
  // Before instances there are no pause and a long one, within them no pause, four times: told apart if that is better.
  const pauses = Math.max(urn([1, 1], 3, 0.05) * urn([4], 3, 0.05), urn([5, 1], 3, 0.05));
  const factors = [
    urn([2], 4, 0.05), // after a: b twice; a, b, c and the end are possible
    urn([2, 2], 4, 0.05), // after b: b twice and the end twice
    // The beginnings, a and a, of three actions: the first is one of three; then as above, all choices being 1.05 of 1.15.
    (1 / 3) * (0.9 + 0.5 * 1.05 / 1.15) / (0.9 + 0.5) / 3,
    50 / 53 / 54, // before one of four steps within there is a stray: 1 · 50 · 51 · 52 / (51 · 52 · 53 · 54)
    (1 / 2) * (1.5 / 2), // before the two instances there is none
    1 / 2, // its run ends at once
    frequencyOfC,
    Math.E, // a run of strays counts a nat more
    ((1 / 1.1) * (2 / 2.1)) ** 0.2, // from a to b: new, twice
    ((0.1 / 1.1) * (1.1 / 2.1)) ** 0.2, // from b to b: again, twice
    pauses,
    60 / 64, // none of four steps is interrupted
  ];
  expect(pauses).not.toBe(urn([5, 1], 3, 0.05));
  // An action right after itself is no other round.
  expect(evidence).toBeCloseTo(factors.reduce((sum, p) => sum + Math.log(p), 0), 6);
});

/** Random streams and a random parse of them, all of one chain. */
function randomParse(seed: number): { streams: string[]; parse: Parse } {
  const { below } = random(seed);
  const streams = Array.from({ length: 4 }, () => Array.from({ length: 8 }, () => "abcd"[below(4)]!).join(""));
  const begins = Uint8Array.from({ length: 32 }, (_, i) => i % 8 === 0 || below(4) === 0 ? 1 : 0);
  return { streams, parse: parseOfCuts(begins) };
}

test("what follows a state, and what an instance begins with, are probabilities", () => {
  for (let seed = 1; seed <= 10; seed++) {
    const { streams, parse } = randomParse(seed);
    const { chains } = fitChains(lettersOf(streams), parse, { kinds: 1, split: true });
    const sumOf = (logs: Float64Array) => logs.reduce((sum, log) => sum + Math.exp(log), 0);
    for (let state = 0; state < chains.states; state++) {
      expect(sumOf(chains.step.subarray(state * 5, state * 5 + 5))).toBeCloseTo(1, 9);
    }
    expect(sumOf(chains.start)).toBeCloseTo(1, 9);
    const { strays } = chains;
    // A run of strays counts a nat more than its probability.
    expect(Math.exp(strays.proper) + sumOf(strays.stray) / Math.E).toBeCloseTo(1, 9);
    const another = sumOf(strays.more.map((nats) => nats + strays.other));
    expect(Math.exp(strays.over) + Math.exp(strays.same) + another).toBeCloseTo(1, 9);
  }
});

test("names of actions and of users tell nothing", () => {
  for (let seed = 1; seed <= 10; seed++) {
    const { streams, parse } = randomParse(seed);
    const { shuffled } = random(seed);
    const fit = fitChains(lettersOf(streams), parse, { kinds: 1, split: true });
    // Other letters for the same actions.
    const letters = shuffled([..."abcd"]);
    const renamed = streams.map((stream) => stream.replace(/./g, (letter) => letters["abcd".indexOf(letter)]!));
    const again = fitChains(lettersOf(renamed), parse, { kinds: 1, split: true });
    expect(again.evidence).toBeCloseTo(fit.evidence, 6);
    // The users in another order: what is counted is the same. (The evidence is not: it knows blocks of beginnings.)
    const order = shuffled([0, 1, 2, 3]);
    const begins = parse.owner.map((k, i) => i === 0 || k !== parse.owner[i - 1] ? 1 : 0);
    const moved = parseOfCuts(Uint8Array.from(order.flatMap((s) => [...begins.subarray(s * 8, s * 8 + 8)])));
    const plain = fitChains(lettersOf(streams), parse, { kinds: 1, split: false }).chains;
    const other = fitChains(lettersOf(order.map((s) => streams[s]!)), moved, { kinds: 1, split: false }).chains;
    for (const name of ["step", "start", "again", "anew", "round"] as const) expect(other[name]).toEqual(plain[name]);
    expect(other.strays.stray).toEqual(plain.strays.stray);
  }
});

test("a button gets a state for each of its roles where that tells what follows, and only there", () => {
  const rounds = (words: readonly string[]) => {
    const { pick } = random(2);
    const text = Array.from({ length: 60 }, () => pick(words));
    let at = 0;
    return {
      streams: lettersOf([text.join("")]),
      parse: cutAt(text.join("").length, ...text.map((word) => (at += word.length) - word.length)),
    };
  };
  // x is followed by p after a, and by q after b.
  const roles = rounds(["axp", "bxq"]);
  const split = fitChains(roles.streams, roles.parse, { kinds: 1, split: true });
  const x = roles.streams.names.indexOf("x");
  expect(split.chains.actionOf.filter((action) => action === x).length).toBe(2);
  expect(split.evidence).toBeGreaterThan(fitChains(roles.streams, roles.parse, { kinds: 1, split: false }).evidence);
  // Whatever comes before x, p and q are as likely.
  const free = rounds(["axp", "bxq", "axq", "bxp"]);
  expect(fitChains(free.streams, free.parse, { kinds: 1, split: true }).chains.states).toBe(free.streams.actions);
});
