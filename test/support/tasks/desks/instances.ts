/** Instances of kinds of task, played: what was done, under which title and address, with which value. */
import type { Random } from "../../random.ts";
import type { DeskAbout } from "./about.ts";
import type { Kind } from "./kinds.ts";
import { type Done, play, type Screen, type Step, type Values } from "./steps.ts";
import { NAMES, type Vocabulary } from "./vocabulary.ts";

/** A row before it has a time and a recorder's columns. */
export interface Deed {
  readonly step: Step;
  readonly title: string;
  readonly url: string;
  readonly value: string;
  readonly row: string;
  /** Which of the instance's identifiers can be read in it. */
  readonly tells: readonly number[];
  /** -1 for background. */
  readonly instance: number;
  readonly task: string;
}

export interface Person {
  readonly name: string;
  readonly browser: Browser;
  /** How much of each kind. */
  readonly shares: readonly number[];
  readonly pace: number;
}

export interface Browser {
  readonly name: string;
  readonly process: string;
}

interface Identifier {
  readonly prefix: string;
  readonly digits: string;
}

/** Plays instances one after the other; numbers of documents go up, or are drawn at random. */
export class Player {
  #about: DeskAbout;
  #words: Vocabulary;
  #numbers: Random;
  #series = new Map<string, () => string>();
  #before = new Map<Person, readonly Identifier[]>();
  #month: number;

  constructor(about: DeskAbout, words: Vocabulary, numbers: Random) {
    this.#about = about;
    this.#words = words;
    this.#numbers = numbers;
    this.#month = numbers.below(12);
  }

  play(kind: Kind, instance: number, person: Person): Deed[] {
    const identifiers = this.#identifiers(kind, person);
    const name = this.#numbers.pick(NAMES);
    const count = 1 + this.#numbers.below(29);
    return play(kind.tree, this.#values(identifiers), this.#numbers).map(({ step, value, row }: Done) => ({
      step,
      value,
      row,
      title: this.#title(step.screen, identifiers, name, count, person),
      url: this.#url(step.screen, identifiers),
      tells: this.#told(step),
      instance,
      task: kind.name,
    }));
  }

  /** A screen that shows nothing of an instance. */
  bare(step: Step, person: Person): Pick<Deed, "step" | "title" | "url" | "value" | "row" | "tells"> {
    const screen = { ...step.screen, extra: undefined };
    return {
      step,
      title: this.#title(screen, [], "", 0, person),
      url: this.#url(screen, []),
      value: "",
      row: "",
      tells: [],
    };
  }

  #told({ screen: { shows }, value }: Step): number[] {
    const { values } = this.#about;
    const inTitle = shows !== undefined && (values === "titles" || values === "everywhere") ? [shows] : [];
    const inField = value?.of === "identifier" && (values === "fields" || values === "everywhere") ? [value.which] : [];
    return [...inTitle, ...inField];
  }

  #identifiers(kind: Kind, person: Person): Identifier[] {
    const { values, identifiers, carried } = this.#about;
    if (values === "none") return [];
    const before = this.#before.get(person);
    const own = kind.prefixes.slice(0, identifiers).map((prefix, which) => {
      const same = before?.[which];
      // The first identifier is the instance's own.
      if (which > 0 && same?.prefix === prefix && this.#numbers.next() < carried) return same;
      return { prefix, digits: this.#nextOf(prefix) };
    });
    this.#before.set(person, own);
    return own;
  }

  #nextOf(prefix: string): string {
    let next = this.#series.get(prefix);
    if (!next) {
      const { next: random, below } = this.#numbers;
      const length = 4 + below(4), seen = new Set<number>();
      let last = Math.floor((0.1 + random() * 0.6) * 10 ** length);
      const rising = random() < 0.6;
      next = () => {
        do last = rising ? last + 1 + below(6) : Math.floor((0.1 + random() * 0.9) * 10 ** length); while (
          seen.has(last)
        );
        seen.add(last);
        return String(last);
      };
      this.#series.set(prefix, next);
    }
    return next();
  }

  #values(identifiers: readonly Identifier[]): Values {
    const { below, next } = this.#numbers;
    const inFields = this.#about.values === "fields" || this.#about.values === "everywhere";
    let lines: string[] = [];
    const own = new Map<string, string>();
    return {
      identifier: (which, shape) => inFields ? written(identifiers[which]!, shape) : "",
      nextLine: () =>
        lines = Array.from({ length: 2 }, () => `${1000 + below(9000)}${next() < 0.5 ? "" : "-" + below(99)}`),
      line: (which) => lines[which] ?? "",
      own: (what) => {
        if (!inFields) return "";
        if (!own.has(what)) {
          own.set(
            what,
            what === "amount"
              ? (10 + next() * 4000).toFixed(2)
              : what === "date"
              ? `${1 + below(28)}.0${1 + below(9)}.2025`
              : `${["see", "asked for", "per"][below(3)]} ${NAMES[below(NAMES.length)]!.split(" ")[1]} ${below(90)}`,
          );
        }
        return own.get(what)!;
      },
    };
  }

  #title(screen: Screen, identifiers: readonly Identifier[], name: string, count: number, person: Person): string {
    const { application, noun, shows, extra, state, pattern } = screen;
    const { values } = this.#about;
    const shown = values === "titles" || values === "everywhere" ? identifiers[shows ?? -1] : undefined;
    let title = shown ? pattern.replace("{noun}", noun).replace("{id}", written(shown, 0)) : noun;
    if (extra === "name" && shown) title += ` ${name}`;
    if (extra === "count") title += ` (${count})`;
    if (state !== undefined) title += ` (${state})`;
    if (application.kind === "document") title += shown ? ".pdf" : "";
    if (application.kind === "sheet") {
      // The month of the desk's own time, and now and then the one before.
      const month = this.#words.months[(this.#month + (count < 8 ? 11 : 0)) % 12]!;
      title += extra === "month" ? `_${month}.xlsx` : ".xlsx";
    }
    return `${title} - ${application.name}${application.web ? ` - ${person.browser.name}` : ""}`;
  }

  #url({ application, path, shows }: Screen, identifiers: readonly Identifier[]): string {
    if (!application.web) return "";
    const { values } = this.#about;
    const shown = values === "titles" || values === "everywhere" ? identifiers[shows ?? -1] : undefined;
    return `https://${application.process.replace(/\.\w+$/, "").toLowerCase()}.example/${path}` +
      (shown ? `/${written(shown, 0).replace(/[^\w-]/g, "")}` : "");
  }
}

/** As people and programs write it: whole, without its prefix, parted, padded, in small letters. */
function written({ prefix, digits }: Identifier, shape: number): string {
  if (shape === 1) return digits;
  if (shape === 2) return prefix === "" ? digits : `${prefix.replace(/[^A-Za-z0-9]/g, "")} ${digits}`;
  if (shape === 3) return digits.padStart(10, "0");
  if (shape === 4) return (prefix + digits).toLowerCase();
  return prefix + digits;
}
