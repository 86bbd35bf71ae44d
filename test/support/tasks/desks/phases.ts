/**
 * Parts of tasks: reading a mail, searching, filling in a form, entering lines, and so on. Each part leads from an
 * identifier to an identifier, often the same.
 */
import type { Random } from "../../random.ts";
import type { DeskAbout } from "./about.ts";
import type { Act, Application, Screen, Step, Tree, Value } from "./steps.ts";
import type { ButtonUse, Vocabulary } from "./vocabulary.ts";

export interface Workshop {
  readonly about: DeskAbout;
  readonly words: Vocabulary;
  readonly numbers: Random;
  readonly systems: readonly Application[];
  readonly mail: Application;
  readonly sheet: Application;
  readonly reader: Application;
  readonly folder: Application;
  /** Nouns of the identifiers of the kind at work, in their order. */
  readonly nouns: readonly string[];
}

type Phase = (shop: Workshop, from: number, to: number) => Tree;

const PATTERNS = ["{noun} {id}", "{noun} #{id}", "{noun}: {id}", "{id} - {noun}", "{noun} [{id}]", "{id}"];

function screenOf(shop: Workshop, application: Application, noun: string, shows?: number): Screen {
  const { about, numbers } = shop;
  return {
    application,
    noun,
    shows,
    pattern: shows === undefined ? "{noun}" : numbers.pick(PATTERNS.slice(0, application.kind === "document" ? 6 : 5)),
    path: noun.normalize("NFD").replace(/\p{M}/gu, "").replace(/[^A-Za-z0-9]+/g, "-").toLowerCase(),
    extra: shows !== undefined && about.names && numbers.next() < 0.4 ? "name" : undefined,
  };
}

/** With the number of what waits there, where the desk has such titles. */
function countedScreen(shop: Workshop, application: Application, noun: string): Screen {
  return { ...screenOf(shop, application, noun), extra: shop.about.counts ? "count" : undefined };
}

function button(shop: Workshop, screen: Screen, use: ButtonUse): Step {
  const { numbers, words, about } = shop;
  const label = numbers.pick(words.buttons[use]);
  const element = numbers.next() < about.blank ? "" : label;
  return { screen, act: "click", element, elementType: "button" };
}

function field(screen: Screen, element: string, value: Value | undefined, act: Act = "type"): Step {
  return { screen, act, element, elementType: "text", ...(value && { value }) };
}

function look(screen: Screen, act: Act = "open"): Step {
  return { screen, act, element: "", elementType: "" };
}

function identifier(shop: Workshop, which: number): Value {
  return { of: "identifier", which, shape: shop.about.reformatted ? shop.numbers.below(5) : 0 };
}

/** Entering what the record holds, in fields of the desk's own. */
function entries(shop: Workshop, screen: Screen, count: number): Tree[] {
  const { numbers, words, about } = shop;
  const names = numbers.shuffled(words.fields).slice(0, count);
  const steps = names.map((name): Tree => {
    const own = about.values !== "none" && numbers.next() < 0.5;
    const value: Value = own
      ? { of: "own", what: numbers.pick(["amount", "date", "words"] as const) }
      : { of: "one of", values: ["1", "2", "A", "standard"].slice(0, 1 + numbers.below(4)) };
    const step = field(screen, name, value, numbers.next() < 0.2 ? "select" : "type");
    return about.options && numbers.next() < 0.3 ? { maybe: step, p: 0.2 + numbers.next() * 0.6 } : step;
  });
  if (about.constants && numbers.next() < 0.7) {
    const [name, ...values] = numbers.pick(words.constants);
    steps.push(field(screen, name, { of: "one of", values }));
  }
  if (about.swaps && steps.length > 1) {
    const [one, two, ...rest] = steps;
    return [{ swap: [one!, two!] }, ...rest];
  }
  return steps;
}

const readMail: Phase = (shop, from, to) => {
  const { mail, words, numbers } = shop;
  const inbox = countedScreen(shop, mail, words.inbox);
  const message = screenOf(shop, mail, shop.nouns.at(to)!, to);
  const copy = field(message, shop.nouns.at(0)!, identifier(shop, from), "copy");
  return {
    then: [
      { ...button(shop, inbox, "open"), element: words.inbox, elementType: "list" },
      look(message),
      ...(numbers.next() < 0.5 ? [copy] : []),
    ],
  };
};

/** The next of those that wait. */
const fromQueue: Phase = (shop, _from, to) => {
  const { words, numbers, systems } = shop;
  const system = numbers.pick(systems);
  const queue = countedScreen(shop, system, words.queue);
  const opened = screenOf(shop, system, shop.nouns.at(to)!, to);
  return { then: [{ ...button(shop, queue, "open"), element: words.queue, elementType: "list" }, look(opened)] };
};

const searching: Phase = (shop, from, to) => {
  const { numbers, words, systems } = shop;
  const system = numbers.pick(systems);
  const mask = screenOf(shop, system, words.search, numbers.next() < 0.5 ? from : undefined);
  const found = screenOf(shop, system, shop.nouns.at(to)!, to);
  const typed = field(mask, words.search, identifier(shop, from), numbers.pick(["type", "type", "paste"] as const));
  const select: Step = { screen: mask, act: "click", element: shop.nouns.at(to)!, elementType: "link" };
  return { then: [typed, button(shop, mask, "search"), ...(numbers.next() < 0.5 ? [select] : []), look(found)] };
};

const form: Phase = (shop, from, to) => {
  const { numbers, systems, about, words } = shop;
  const system = numbers.pick(systems);
  const noun = shop.nouns.at(to)!;
  const edit = screenOf(shop, system, noun, numbers.next() < 0.5 ? from : undefined);
  const done: Screen = { ...screenOf(shop, system, noun, to), state: numbers.pick(words.buttons.submit) };
  const size = { short: 1, middle: 3, long: 5 }[about.length];
  const key = field(edit, shop.nouns.at(from)!, identifier(shop, from), numbers.next() < 0.4 ? "paste" : "type");
  const decide: Tree = about.alternatives
    ? { either: [button(shop, edit, "submit"), button(shop, edit, "save")] }
    : button(shop, edit, "submit");
  return {
    then: [key, ...entries(shop, edit, 1 + numbers.below(size)), decide, ...(numbers.next() < 0.8 ? [look(done)] : [])],
  };
};

/** Rounds: each line is added, or copied from a sheet or document into a form. */
export const lines: Phase = (shop, from) => {
  const { numbers, systems, words, about } = shop;
  const list = screenOf(shop, numbers.pick(systems), numbers.pick(words.lineNouns), from);
  const detail = numbers.next() < 0.5 || about.granularity === "windows"
    ? screenOf(shop, numbers.pick([shop.sheet, shop.reader, list.application]), numbers.pick(words.files))
    : list;
  const names = numbers.shuffled(words.lineFields).slice(0, 1 + numbers.below(2));
  const copied = detail !== list && numbers.next() < 0.6;
  const body = names.flatMap((name, n): Tree[] => {
    const value: Value = about.lines === "with values"
      ? { of: "line", which: n }
      : { of: "one of", values: ["1", "2", "5", "10"] };
    if (!copied) return [{ ...field(list, name, value), inRow: true }];
    return [
      { ...field(detail, name, about.lines === "with values" ? value : undefined, "copy"), inRow: true },
      { ...field(list, name, about.lines === "with values" ? value : undefined, "paste"), inRow: true },
    ];
  });
  const least = numbers.below(2), most = least + 1 + numbers.below(6 - least);
  const around = detail !== list && !copied ? [look(detail)] : [];
  const round: Tree = { then: [button(shop, list, "add"), ...around, ...body] };
  return { loop: round, least, most, again: 0.4 + numbers.next() * 0.5 };
};

const reading: Phase = (shop, from) => {
  const { numbers, reader } = shop;
  const document = screenOf(shop, reader, shop.nouns.at(from)!, from);
  const copy = field(document, shop.nouns.at(from)!, identifier(shop, from), "copy");
  const scroll: Step = { screen: document, act: "scroll", element: "", elementType: "" };
  return { then: [look(document), numbers.next() < 0.5 ? copy : scroll] };
};

const logging: Phase = (shop, from) => {
  const { numbers, sheet, words } = shop;
  const book = screenOf(shop, sheet, numbers.pick(words.files));
  const month: Screen = shop.about.months ? { ...book, extra: "month" } : book;
  const cell = field(month, numbers.pick(["A", "B", "C"]), identifier(shop, from), numbers.pick(["type", "paste"]));
  return { then: [look(month), cell, ...(numbers.next() < 0.5 ? [{ ...look(month, "key"), element: "Ctrl+S" }] : [])] };
};

const answering: Phase = (shop, from) => {
  const { mail, words, numbers } = shop;
  const reply = screenOf(shop, mail, `${words.reply} ${shop.nouns[0]}`, from);
  const text = field(reply, numbers.pick(words.fields), numbers.next() < 0.5 ? identifier(shop, from) : undefined);
  return { then: [button(shop, reply, "reply"), text, button(shop, reply, "send")] };
};

const filing: Phase = (shop, from) => {
  const { folder, words, numbers } = shop;
  const place = screenOf(shop, folder, numbers.pick(words.files));
  const file = { ...button(shop, place, "open"), element: shop.nouns.at(from)!, elementType: "file" };
  return { then: [file, { ...field(place, shop.nouns.at(from)!, identifier(shop, from)), act: "key" as const }] };
};

export const signingIn: Phase = (shop) => {
  const { words, numbers, about } = shop;
  const [title, user, password] = words.login;
  const screen = screenOf(shop, shop.systems[0]!, title);
  const home = screenOf(shop, shop.systems[0]!, "Start");
  const asked: Tree = {
    then: [
      look(screen, "navigate"),
      field(screen, user, { of: "one of", values: ["jdoe"] }),
      field(screen, password, { of: "one of", values: ["Summer2025"] }),
      button(shop, screen, "login"),
    ],
  };
  const again: Tree = about.retries ? { loop: asked, least: 1, most: 2 + numbers.below(2), again: 0.15 } : asked;
  return { then: [again, look(home)] };
};

/** Something does not work, and is done again. */
export const retrying: Phase = (shop, from) => {
  const { numbers, systems, words } = shop;
  const screen = screenOf(shop, numbers.pick(systems), numbers.pick(words.fields), from);
  const refused = screenOf(shop, screen.application, numbers.pick(words.fields));
  const attempt: Tree = { then: [field(screen, numbers.pick(words.fields), undefined), button(shop, screen, "next")] };
  const fails: Tree = { then: [look(refused), button(shop, refused, "cancel")] };
  return { then: [attempt, { loop: { then: [fails, attempt] }, least: 0, most: 3, again: 0.3 }] };
};

export const PHASES = { readMail, fromQueue, searching, form, reading, logging, answering, filing } as const;
export type PhaseName = keyof typeof PHASES;
