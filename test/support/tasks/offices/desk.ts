/** A person at a desk, doing things on screens that a recorder sees. */
import type { Random } from "../../random.ts";

export type Deed =
  | "click"
  | "type"
  | "copy"
  | "paste"
  | "select"
  | "open"
  | "close"
  | "focus"
  | "navigate"
  | "key"
  | "save";

/** What somebody did once, and the pause before it. */
export interface Act {
  readonly seconds: number;
  readonly app: string;
  readonly window: string;
  readonly url: string;
  readonly sheet: string;
  readonly element: string;
  readonly elementType: string;
  readonly deed: Deed;
  readonly value: string;
  readonly row: string;
}

export interface Person {
  readonly name: string;
  /** Pauses are so much longer than usual. */
  readonly slowness: number;
  /** Probability of a wrong entry that is then put right. */
  readonly slips: number;
  /** Probability of a look into the inbox where a screen is left. */
  readonly hops: number;
  /** Probability of pasting what somebody else would type. */
  readonly pastes: number;
  /** Probability of Ctrl+S and Enter instead of the button. */
  readonly keyboard: number;
}

/** What is not the same at all workplaces, whoever sits there. */
export interface Workplace {
  /** A row where another application gets the focus. */
  readonly focus: boolean;
  /** A row where a field is clicked before text is typed into it. */
  readonly fieldClicks: boolean;
  /** How often applications ask who is there; often is daily, and whenever a session has expired. */
  readonly signIn: "never" | "daily" | "often";
}

/** Where things are done: a window, a page, or a sheet of a workbook. */
export interface Screen {
  readonly app: string;
  readonly window: string;
  readonly url?: string;
  readonly sheet?: string;
}

export interface Desk {
  readonly person: Person;
  /** What has been done since the last `take`; what comes next is another instance. */
  take(): Act[];
  /** A new day: all sessions have expired. */
  morning(): void;
  /** Whether this application wants to know who is there before it goes on. */
  asksWho(app: string): boolean;
  /** 1, 2, 3 … for each list. */
  nextRow(list: string): number;

  /** Named decisions: tests see to it that all of their outcomes occur. */
  chance(name: string, probability: number): boolean;
  choice<T extends string>(name: string, options: readonly T[]): T;
  times(name: string, least: number, most: number): number;
  readonly decisions: ReadonlySet<string>;

  /** Digits after a prefix. */
  id(prefix: string, digits: number): string;
  of<T>(values: readonly T[]): T;
  amount(): string;

  click(on: Screen, element: string, type?: string): void;
  type(on: Screen, field: string, value: string): void;
  select(on: Screen, field: string, value: string): void;
  copy(on: Screen, element: string, value: string, row?: number): void;
  paste(on: Screen, field: string, value: string, row?: number): void;
  /** Text into a cell. */
  write(on: Screen, column: string, row: number, value: string): void;
  open(on: Screen): void;
  close(on: Screen): void;
  goTo(on: Screen): void;
  /** By its button or by the keyboard, whichever the person likes. */
  save(on: Screen, button?: string): void;
  /** Value from there to here: copied and pasted, or read and typed. */
  carry(from: Screen, element: string, to: Screen, field: string, value: string, row?: number): void;
  /** A thinking pause before the next deed. */
  think(seconds: number): void;
}

const INBOX: Screen = { app: "Outlook", window: "Inbox - Outlook", url: "https://mail.nordwind.example/inbox" };

export function deskOf(person: Person, workplace: Workplace, numbers: Random): Desk {
  const { next, below } = numbers;
  let acts: Act[] = [];
  let pause = 0, last: Screen | undefined;
  const today = new Set<string>(), decisions = new Set<string>(), lists = new Map<string, number>();

  const record = (on: Screen, element: string, elementType: string, deed: Deed, value = "", row = "") => {
    const seconds = pause + person.slowness * logNormal(numbers, deed === "type" ? 4 : 1.8, 0.6);
    pause = next() < 0.02 ? 20 + below(150) : 0;
    acts.push({
      seconds: Math.max(0.2, seconds),
      app: on.app,
      window: on.window,
      url: on.url ?? "",
      sheet: on.sheet ?? "",
      element,
      elementType,
      deed,
      value,
      row,
    });
  };
  const act = (on: Screen, element: string, elementType: string, deed: Deed, value?: string, row?: string) => {
    if (last && last.app !== on.app && next() < person.hops) record(INBOX, "Inbox", "list", "click");
    last = on;
    record(on, element, elementType, deed, value, row);
  };
  const rowText = (row: number | undefined) => row === undefined ? "" : String(row);

  const desk: Desk = {
    person,
    decisions,
    take() {
      const taken = acts;
      acts = [];
      last = undefined;
      return taken;
    },
    morning: () => today.clear(),
    asksWho(app) {
      if (workplace.signIn === "never") return false;
      const known = today.has(app) && !(workplace.signIn === "often" && next() < 0.15);
      today.add(app);
      return !known;
    },
    nextRow(list) {
      const row = (lists.get(list) ?? 1 + below(40)) + 1;
      lists.set(list, row);
      return row;
    },
    chance(name, probability) {
      const yes = next() < probability;
      decisions.add(`${name}: ${yes}`);
      return yes;
    },
    choice(name, options) {
      const chosen = numbers.pick(options);
      decisions.add(`${name}: ${chosen}`);
      return chosen;
    },
    times(name, least, most) {
      let n = least;
      while (n < most && next() < 0.55) n++;
      decisions.add(`${name}: ${n === least ? "least" : "more"}`);
      return n;
    },
    id: (prefix, digits) => prefix + String(below(10 ** digits)).padStart(digits, "0"),
    of: (values) => numbers.pick(values),
    amount: () => `${1 + below(4000)}.${String(below(100)).padStart(2, "0")}`,
    click: (on, element, type = "button") => act(on, element, type, "click"),
    type(on, field, value) {
      if (workplace.fieldClicks && next() < 0.85) act(on, field, "text", "click");
      if (next() < person.slips) act(on, field, "text", "type", value.slice(0, -1) + "x");
      act(on, field, "text", "type", value);
    },
    select: (on, field, value) => act(on, field, "combobox", "select", value),
    copy: (on, element, value, row) =>
      act(on, element, row === undefined ? "text" : "cell", "copy", value, rowText(row)),
    paste(on, field, value, row) {
      if (workplace.fieldClicks && row === undefined && next() < 0.85) act(on, field, "text", "click");
      act(on, field, row === undefined ? "text" : "cell", "paste", value, rowText(row));
    },
    write: (on, column, row, value) => act(on, column, "cell", "type", value, String(row)),
    open: (on) => act(on, "", "window", "open"),
    close: (on) => act(on, "", "window", "close"),
    goTo: (on) => act(on, "", "page", "navigate"),
    save(on, button = "Save") {
      if (button === "Save" && on.url === undefined && next() < person.keyboard) act(on, "Ctrl+S", "key", "key");
      else act(on, button, "button", "click");
    },
    carry(from, element, to, field, value, row) {
      if (next() < person.pastes) {
        desk.copy(from, element, value, row);
        desk.paste(to, field, value);
      } else desk.type(to, field, value);
    },
    think(seconds) {
      pause += seconds * (0.5 + next());
    },
  };
  return desk;
}

/** By Box and Muller; `spread` is the standard deviation of the logarithm. */
export function logNormal({ next }: Random, median: number, spread: number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return median * Math.exp(spread * normal);
}
