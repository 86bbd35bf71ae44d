/**
 * Random desks: logs of made-up work whose truth is known. What is drawn from the seed (how it is recorded, what its
 * tasks are like, what ties an instance together, what disturbs) differs from desk to desk as widely as real recordings
 * do. The generator was written before the model of segmentation that it tries, and knows nothing of it.
 */
import type { InteractionMapping } from "../../../src/io/interactions/canonical_columns.ts";
import { type Random, random } from "../random.ts";
import type { Corpus } from "./corpus.ts";
import { type DeskAbout, drawAbout } from "./desks/about.ts";
import { drawBackground } from "./desks/background.ts";
import { daysOf, drawPeople, rowsSeen, type TimedDeed } from "./desks/days.ts";
import { type Person, Player } from "./desks/instances.ts";
import { drawKinds, type Kind } from "./desks/kinds.ts";
import { drawRecorder, mappingOf, recorded } from "./desks/recorders.ts";
import { VOCABULARIES, type Vocabulary } from "./desks/vocabulary.ts";

export type { DeskAbout } from "./desks/about.ts";

export interface Desk extends Corpus {
  readonly about: DeskAbout & {
    readonly recorder: string;
    readonly instances: number;
    /** Share of instances that were put aside: fewer than drawn, where nobody could tell that halves belong together. */
    readonly interrupted: number;
  };
  /** Which column is what, as a person would say. */
  readonly mapping: Partial<InteractionMapping>;
}

export function randomDesk(seed: number): Desk {
  const numbers = random(seed * 7919 + 13);
  const about = drawAbout(seed, numbers);
  const words = VOCABULARIES.find(({ name }) => name === about.vocabulary)!;
  const { kinds, login } = tellableKinds(about, words, numbers);
  const people = drawPeople(about, kinds, numbers);
  const recorder = drawRecorder(about, numbers);
  const player = new Player(about, words, numbers);
  const background = drawBackground(about, words, kinds, numbers);
  const mean = meanRows(about, words, kinds, people[0]!, numbers);
  const instances = Math.max(60, Math.min(400, Math.round(about.rows / mean / (1 + about.background))));
  const counter = { next: 0 };
  const deeds = sharesOf(instances, people.length, numbers).flatMap((count, p) =>
    daysOf({ about, kinds, ...(login && { login }), player, background, numbers }, people[p]!, count, counter)
  );
  const rows = inFileOrder(deeds, seed).map((deed) => recorded(deed, recorder));
  return {
    name: `desk ${seed}`,
    rows,
    about: { ...about, recorder: recorder.name, instances: counter.next, interrupted: shareInterrupted(deeds) },
    mapping: mappingOf(recorder, rows),
  };
}

function shareInterrupted(deeds: readonly TimedDeed[]): number {
  const work = deeds.filter(({ instance }) => instance >= 0);
  const last = new Map(work.map(({ instance }, i) => [instance, i]));
  // Deeds still go through one person after the other.
  const aside = work.filter(({ instance }, i) => last.get(instance)! > i && work[i + 1]!.instance !== instance);
  return new Set(aside.map(({ instance }) => instance)).size / last.size;
}

/** By time, as most files are; some go through one person after the other. */
function inFileOrder(deeds: readonly TimedDeed[], seed: number): readonly TimedDeed[] {
  return seed % 5 === 0 ? deeds : deeds.toSorted((a, b) => a.time - b.time);
}

/** Draws until each instance of each kind makes at least two rows, and none goes on for ever. */
function tellableKinds(about: DeskAbout, words: Vocabulary, numbers: Random): ReturnType<typeof drawKinds> {
  for (;;) {
    const drawn = drawKinds(about, words, numbers);
    const [person] = drawPeople(about, drawn.kinds, numbers);
    const lengths = drawn.kinds.map((kind) => lengthsOf(kind, about, words, person!, numbers));
    const means = lengths.map((own) => own.reduce((sum, length) => sum + length, 0) / own.length);
    if (lengths.flat().every((length) => length >= 2 && length <= 55) && Math.max(...means) <= 30) return drawn;
  }
}

function meanRows(
  about: DeskAbout,
  words: Vocabulary,
  kinds: readonly Kind[],
  person: Person,
  numbers: Random,
): number {
  const all = kinds.flatMap((kind) => lengthsOf(kind, about, words, person, numbers));
  return all.reduce((sum, length) => sum + length, 0) / all.length;
}

/** Rows of forty instances. */
function lengthsOf(kind: Kind, about: DeskAbout, words: Vocabulary, person: Person, numbers: Random): number[] {
  const player = new Player(about, words, numbers);
  return Array.from({ length: 40 }, () => rowsSeen(player.play(kind, 0, person), about));
}

/** Some people do much more than others; each does something. */
function sharesOf(total: number, people: number, { next }: Random): number[] {
  const weights = Array.from({ length: people }, () => Math.exp(1.2 * next()));
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => Math.max(2, Math.ceil(total * weight / sum)));
}
