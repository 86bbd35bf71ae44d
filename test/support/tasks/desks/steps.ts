/** What a person does at a screen, and trees of it: one way through a tree is one instance. */
import type { Random } from "../../random.ts";

/** An application as a recorder names it: by its process, or as people call it. */
export interface Application {
  readonly name: string;
  readonly process: string;
  /** In whichever browser the person uses. */
  readonly web: boolean;
  readonly kind: "system" | "mail" | "sheet" | "folder" | "document" | "other";
}

/** A screen, form or document. `shows` is the identifier that its title tells: its number. */
export interface Screen {
  readonly application: Application;
  readonly noun: string;
  readonly shows: number | undefined;
  /** Of `{noun}` and `{id}`. */
  readonly pattern: string;
  readonly path: string;
  readonly extra: "count" | "name" | "month" | undefined;
  /** What has become of it: solved, posted. */
  readonly state?: string;
}

export type Act = "click" | "type" | "select" | "copy" | "paste" | "open" | "focus" | "navigate" | "key" | "scroll";

export type Value =
  | { readonly of: "identifier"; readonly which: number; readonly shape: number }
  | { readonly of: "line"; readonly which: number }
  | { readonly of: "one of"; readonly values: readonly string[] }
  | { readonly of: "own"; readonly what: "amount" | "date" | "words" };

export interface Step {
  readonly screen: Screen;
  readonly act: Act;
  readonly element: string;
  readonly elementType: string;
  readonly value?: Value;
  /** In a row of its own: the round of the lines. */
  readonly inRow?: boolean;
}

export type Tree =
  | Step
  | { readonly then: readonly Tree[] }
  | { readonly either: readonly Tree[] }
  | { readonly maybe: Tree; readonly p: number }
  | { readonly swap: readonly [Tree, Tree] }
  /** `again` is the probability of a further round after the least. */
  | { readonly loop: Tree; readonly least: number; readonly most: number; readonly again: number };

/** A step with its value, and whether it is about to happen in a certain row. */
export interface Done {
  readonly step: Step;
  readonly value: string;
  readonly row: string;
}

/** What values an instance has. */
export interface Values {
  identifier(which: number, shape: number): string;
  line(which: number): string;
  /** Values of lines are new ones from now on. */
  nextLine(): void;
  own(what: "amount" | "date" | "words"): string;
}

export function play(tree: Tree, values: Values, numbers: Random): Done[] {
  const done: Done[] = [];
  let round = 0;
  const go = (node: Tree): void => {
    if ("then" in node) { for (const part of node.then) go(part); }
    else if ("either" in node) go(numbers.pick(node.either));
    else if ("maybe" in node) {
      if (numbers.next() < node.p) go(node.maybe);
    } else if ("swap" in node) {
      for (const part of numbers.next() < 0.6 ? node.swap : node.swap.toReversed()) {
        go(part);
      }
    } else if ("loop" in node) {
      for (let n = 0; n < node.most; n++) {
        if (n >= node.least && numbers.next() >= node.again) break;
        values.nextLine();
        round = n + 1;
        go(node.loop);
      }
    } else {done.push({
        step: node,
        value: valueOf(node.value, values, numbers),
        row: node.inRow ? `${round}` : "",
      });}
  };
  go(tree);
  return done;
}

function valueOf(value: Value | undefined, values: Values, numbers: Random): string {
  if (!value) return "";
  if (value.of === "identifier") return values.identifier(value.which, value.shape);
  if (value.of === "line") return values.line(value.which);
  if (value.of === "own") return values.own(value.what);
  return numbers.pick(value.values);
}
