/** What is drawn for a desk before any of its work is: how it is recorded, what its tasks are like, what disturbs. */
import type { Random } from "../../random.ts";
import { VOCABULARIES } from "./vocabulary.ts";

export interface DeskAbout {
  readonly seed: number;
  /** Elements and windows; windows alone; event, label and value; process, window title, event and text. */
  readonly granularity: "fields" | "windows" | "cpn" | "titles";
  readonly vocabulary: string;
  readonly kinds: number;
  readonly users: number;
  /** Rows aimed at. */
  readonly rows: number;
  /** How long tasks are: own parts of each. */
  readonly length: "short" | "middle" | "long";
  /** Where an instance can be told by its values. */
  readonly values: "none" | "fields" | "titles" | "everywhere";
  /** Identifiers of an instance, each handed on to the next. */
  readonly identifiers: number;
  readonly reformatted: boolean;
  readonly constants: boolean;
  /** Probability that an instance has the partner of the one before. */
  readonly carried: number;
  readonly options: boolean;
  readonly alternatives: boolean;
  readonly swaps: boolean;
  /** Rounds over lines: none, without or with values of their own. */
  readonly lines: "none" | "bare" | "with values";
  readonly retries: boolean;
  readonly partLoops: boolean;
  /** What kinds have in common. */
  readonly shared: readonly ("beginning" | "middle" | "end")[];
  readonly login: "none" | "instance" | "background" | "step";
  readonly background: number;
  readonly backgroundWhere: "between" | "inside" | "both";
  readonly left: number;
  readonly repeated: number;
  readonly stray: number;
  readonly interrupted: number;
  readonly nested: boolean;
  readonly order: "mixed" | "blocks" | "one after the other";
  /** False: each row a constant step after the one before. */
  readonly times: boolean;
  readonly wholeSeconds: boolean;
  readonly between: "longer" | "same" | "sometimes longer";
  readonly focus: boolean;
  readonly twoBrowsers: boolean;
  readonly counts: boolean;
  readonly names: boolean;
  readonly months: boolean;
  /** Share of buttons without a label. */
  readonly blank: number;
}

/** Draws with `numbers`; whatever cannot go together, so that nobody could tell the truth, is ruled out. */
export function drawAbout(seed: number, numbers: Random): DeskAbout {
  const { next, pick } = numbers;
  const chance = (p: number) => next() < p;
  const between = (low: number, high: number) => low + next() * (high - low);
  const granularity = pick(["fields", "fields", "windows", "windows", "cpn", "titles"] as const);
  const kinds = pick([1, 1, 2, 2, 3, 3, 4, 5, 6]);
  const values = chance(0.17) ? "none" : granularity === "cpn" ? "fields" : granularity === "windows" ? "titles" : pick(
    ["fields", "titles", "everywhere", "everywhere"] as const,
  );
  const told = values !== "none";
  const background = chance(0.35) ? 0 : between(0.01, 0.15);
  const interrupted = chance(0.45) || (!told && kinds === 1) ? 0 : between(0.03, 0.25);
  const users = granularity === "cpn" && chance(0.6) ? 1 : pick([1, 1, 1, 2, 2, 3, 4, 6, 9, 12]);
  const noisy = chance(0.5);
  const noise = () => noisy && chance(0.6) ? between(0.01, 0.1) : 0;
  return {
    seed,
    granularity,
    vocabulary: pick(VOCABULARIES).name,
    kinds,
    users,
    rows: Math.round(550 * Math.exp(between(0, Math.log(9)))),
    length: pick(["short", "middle", "middle", "long"] as const),
    values,
    identifiers: !told ? 0 : pick([1, 1, 2, 2, 3]),
    reformatted: told && chance(0.4),
    constants: granularity !== "windows" && chance(0.6),
    carried: told && chance(0.3) ? between(0.05, 0.25) : 0,
    options: chance(0.7),
    alternatives: chance(0.5),
    swaps: chance(0.35),
    lines: chance(0.45) ? "none" : told && chance(0.6) ? "with values" : "bare",
    retries: chance(0.35),
    partLoops: chance(0.3),
    shared: (["beginning", "middle", "end"] as const).filter(() => kinds > 1 && chance(0.4)),
    login: chance(0.55) ? "none" : pick(["instance", "background", "step"] as const),
    background,
    backgroundWhere: pick(["between", "inside", "both", "both"] as const),
    left: noise() / 2,
    repeated: noise() / 2,
    stray: noise(),
    interrupted,
    nested: interrupted > 0 && told && chance(0.35),
    order: pick(["mixed", "mixed", "blocks", "one after the other"] as const),
    times: chance(0.9),
    wholeSeconds: chance(0.35),
    between: pick(["longer", "same", "sometimes longer"] as const),
    focus: granularity === "titles" || (granularity === "fields" && chance(0.4)),
    twoBrowsers: users > 1 && chance(0.5),
    counts: chance(0.5),
    names: told && chance(0.4),
    months: chance(0.4),
    blank: granularity === "windows" || granularity === "titles" || chance(0.6) ? 0 : between(0.1, told ? 0.6 : 0.3),
  };
}
