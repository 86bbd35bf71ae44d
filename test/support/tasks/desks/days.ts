/** Who does what when: people with shares of kinds, orders, interruptions, sessions, background, noise and times. */
import type { Random } from "../../random.ts";
import type { DeskAbout } from "./about.ts";
import { type Background, stepsOf } from "./background.ts";
import type { Browser, Deed, Person, Player } from "./instances.ts";
import type { Kind } from "./kinds.ts";

/** A deed with its time, in milliseconds. */
export interface TimedDeed extends Deed {
  readonly person: Person;
  readonly time: number;
  readonly end: number;
}

interface Paced extends Deed {
  readonly gap: "within" | "between" | "pause" | "break" | "day";
}

const FIRST_DAY = Date.UTC(2025, 2, 17, 8);
const BROWSERS: readonly Browser[] = [
  { name: "Google Chrome", process: "chrome.exe" },
  { name: "Microsoft Edge", process: "msedge.exe" },
];

export function drawPeople(about: DeskAbout, kinds: readonly Kind[], { next, below }: Random): Person[] {
  const first = below(2);
  return Array.from({ length: about.users }, (_, p) => ({
    name: ["agent.", "U", "user", "W10-"][about.seed % 4]! + (p + 1),
    browser: BROWSERS[(first + (about.twoBrowsers ? p : 0)) % 2]!,
    // Every kind is done by someone.
    shares: kinds.map(({ share }, k) => k % about.users !== p && next() < 0.3 ? 0 : share * Math.exp(next() * 2 - 1)),
    pace: Math.exp(next() - 0.5),
  }));
}

/** The days of one person. `counter` numbers the instances of all. */
export function daysOf(
  desk: {
    about: DeskAbout;
    kinds: readonly Kind[];
    login?: Kind;
    player: Player;
    background: Background;
    numbers: Random;
  },
  person: Person,
  instances: number,
  counter: { next: number },
): TimedDeed[] {
  const { about, kinds, login, player, numbers } = desk;
  const strays = kinds.flatMap(({ tree }) => stepsOf(tree)).filter(({ screen, value }) =>
    screen.shows === undefined && value?.of !== "line" && value?.of !== "identifier"
  );
  const played = kindsInOrder(about, kinds, person, instances, numbers).map((kind) => {
    const clean = player.play(kind, counter.next++, person);
    const noisy = withTrouble(clean, about, (step) => player.bare(step, person), strays, numbers);
    return rowsSeen(noisy, about) >= 2 ? noisy : clean;
  });
  const pieces = interruptedPieces(played, about, numbers);
  const rows: Paced[] = [];
  const perSession = 10 + numbers.below(20);
  let begun = 0;
  pieces.forEach((piece, p) => {
    const begins = !pieces.slice(Math.max(0, p - 6), p).some(([deed]) => deed!.instance === piece[0]!.instance);
    const opens = p === 0 || (begins && ++begun % perSession === 0 && !resumedLater(pieces, p));
    if (opens && p > 0 && about.background > 0 && numbers.next() < 0.5) {
      rows.push(...desk.background(person, "lock").map((deed) => ({ ...deed, gap: "between" as const })));
    }
    let gap: Paced["gap"] = !opens ? "between" : begun % (3 * perSession) === 0 ? "day" : "break";
    if (opens && login) {
      const instance = about.login === "instance" ? counter.next++ : -1;
      const own = player.play(login, instance, person);
      rows.push(
        ...own.map((deed, n) => ({ ...deed, task: instance < 0 ? "" : deed.task, gap: n ? "within" as const : gap })),
      );
      gap = "between";
    }
    rows.push(...piece.map((deed, n) => ({ ...deed, gap: n ? "within" as const : gap })));
  });
  const seen = inWindows(withFocus(withBackground(inWindows(rows, about), desk, person), about), about);
  return timed(seen, about, person, numbers);
}

function kindsInOrder(
  about: DeskAbout,
  kinds: readonly Kind[],
  person: Person,
  count: number,
  numbers: Random,
): Kind[] {
  const total = person.shares.reduce((sum, share) => sum + share, 0);
  const draw = () => {
    let rest = numbers.next() * total;
    return Math.max(0, person.shares.findIndex((share) => (rest -= share) < 0));
  };
  const drawn = Array.from({ length: count }, draw);
  if (about.order === "one after the other") drawn.sort((a, b) => a - b);
  if (about.order === "blocks") {
    for (let i = 0; i < count;) {
      const length = 3 + numbers.below(12);
      drawn.fill(drawn[i]!, i, i + length);
      i += length;
    }
  }
  return drawn.map((k) => kinds[k]!);
}

/** Steps left out, done twice, and strays inside: these belong to the instance in which they happen. */
function withTrouble(
  deeds: readonly Deed[],
  about: DeskAbout,
  bare: (step: Deed["step"]) => Partial<Deed>,
  strays: readonly Deed["step"][],
  numbers: Random,
): Deed[] {
  return deeds.flatMap((deed, n) => {
    const x = numbers.next(), y = numbers.next();
    const kept = x < about.left ? [] : x < about.left + about.repeated ? [deed, deed] : [deed];
    if (y >= about.stray || strays.length === 0 || n === 0) return kept;
    const step = numbers.pick(strays);
    return [{ ...deed, ...bare(step) }, ...kept];
  });
}

/** Rows that the desk's recorder would write. */
export function rowsSeen(deeds: readonly Deed[], about: DeskAbout): number {
  const paced = deeds.map((deed) => ({ ...deed, gap: "within" as const }));
  return inWindows(withFocus(paced, about), about).length;
}

/** An instance is put aside for the next one, which may be put aside in turn; then it is taken up again. */
function interruptedPieces(played: readonly Deed[][], about: DeskAbout, numbers: Random): Deed[][] {
  const pieces: Deed[][] = [];
  let next = 0;
  const go = (depth: number): void => {
    const own = played[next++]!;
    const cuts = depth < 2 && played[next] ? tellableCuts(own, played[next]!, about) : [];
    const p = depth === 0 ? about.interrupted : about.nested ? 0.3 : 0;
    if (cuts.length > 0 && numbers.next() < p) {
      const cut = numbers.pick(cuts);
      pieces.push(own.slice(0, cut));
      go(depth + 1);
      pieces.push(own.slice(cut));
    } else pieces.push(own);
  };
  while (next < played.length) go(0);
  return pieces;
}

/**
 * Where a person could tell that both halves are of one instance: both show one of its identifiers, or, where nothing
 * has any, the other is of another kind and both halves are more than a row.
 */
function tellableCuts(own: readonly Deed[], other: readonly Deed[], about: DeskAbout): number[] {
  const cuts = Array.from({ length: Math.max(0, own.length - 3) }, (_, n) => n + 2);
  if (about.values === "none") return own[0]!.task === other[0]!.task ? [] : cuts;
  return cuts.filter((cut) => {
    const before = new Set(own.slice(0, cut).flatMap(({ tells }) => tells));
    return own.slice(cut).some(({ tells }) => tells.some((which) => before.has(which)));
  });
}

function resumedLater(pieces: readonly Deed[][], at: number): boolean {
  const before = new Set(pieces.slice(Math.max(0, at - 6), at).map(([deed]) => deed!.instance));
  return pieces.slice(at, at + 6).some(([deed]) => before.has(deed!.instance));
}

function withBackground(
  rows: readonly Paced[],
  { about, background, numbers }: { about: DeskAbout; background: Background; numbers: Random },
  person: Person,
): Paced[] {
  if (about.background === 0) return [...rows];
  const fits = rows.filter((row, i) => i > 0 && wanted(row)).length;
  function wanted({ gap }: Paced): boolean {
    return gap === "within" ? about.backgroundWhere !== "between" : about.backgroundWhere !== "inside";
  }
  // A run has 1.75 rows on average.
  const p = Math.min(0.9, about.background / (1 - about.background) * rows.length / Math.max(1, fits) / 1.75);
  return rows.flatMap((row, i) => {
    if (i === 0 || row.gap === "break" || row.gap === "day" || !wanted(row) || numbers.next() >= p) return [row];
    const run = background(person);
    const away = run[0]!.step.screen.path === "lock";
    // Back to where one was: other recorders than those of windows see that by the next act.
    const back = about.granularity === "windows" && row.gap === "within" && numbers.next() < 0.5;
    const next = away ? { ...row, gap: "pause" as const } : row;
    return [...run.map((deed) => ({ ...deed, gap: "within" as const })), ...(back ? [rows[i - 1]!] : []), next];
  });
}

/** A recorder of focus notes each window that comes to the front, also after an interruption. */
function withFocus(rows: readonly Paced[], about: DeskAbout): Paced[] {
  if (!about.focus) return [...rows];
  return rows.flatMap((row, i) => {
    const before = rows[i - 1];
    if (before?.title === row.title || ["open", "focus", "navigate"].includes(row.step.act)) return [row];
    const step = { screen: row.step.screen, act: "focus" as const, element: "", elementType: "" };
    return [{ ...row, step, value: "", row: "" }, { ...row, gap: "within" as const }];
  });
}

/** One row for what is done in one window. */
function inWindows(rows: readonly Paced[], { granularity }: DeskAbout): Paced[] {
  if (granularity !== "windows") return [...rows];
  return rows.filter((row, i) => row.title !== rows[i - 1]?.title || row.instance !== rows[i - 1]!.instance);
}

function timed(rows: readonly Paced[], about: DeskAbout, person: Person, numbers: Random): TimedDeed[] {
  const { next, below } = numbers;
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const median = (about.granularity === "windows" ? 14_000 : 2500) * person.pace;
  const factor = 3 + below(8);
  let time = FIRST_DAY + below(2_700_000), day = 0;
  const round = (ms: number) => about.wholeSeconds ? Math.floor(ms / 1000) * 1000 : Math.round(ms);
  const times = rows.map(({ gap }, i) => {
    if (!about.times) return FIRST_DAY + i * 1000;
    const within = median * Math.exp(0.7 * normal());
    const longer = about.between === "longer" || (about.between === "sometimes longer" && next() < 0.4);
    if (gap === "day") time = Math.max(time + 3_600_000, FIRST_DAY + ++day * 86_400_000 + below(2_700_000));
    else if (gap === "break" && i > 0) time += 900_000 + below(3_600_000);
    else if (gap === "pause") time += 60_000 + below(600_000);
    else if (i > 0) time += gap === "between" && longer ? within * factor : within;
    return round(time);
  });
  return rows.map((row, i) => {
    const following = times[i + 1] ?? times[i]! + median;
    const end = rows[i + 1] && !/break|day/.test(rows[i + 1]!.gap) ? following : times[i]! + median;
    return { ...row, person, time: times[i]!, end: round(Math.max(times[i]!, end - below(300))) };
  });
}
