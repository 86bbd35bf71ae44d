/** The kinds of controls: what the page is told of each, and what its values mean. */
import { OptionError } from "../../base/errors.ts";
import type { ControlState } from "../page/widgets/control.ts";

/** A number from a range. */
export interface SliderControl {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  /** @default 1 where both ends are whole, else a hundredth of the range */
  readonly step?: number;
  /** At first. @default `from` */
  readonly value?: number;
}

/** One of some values, in a list of their names. */
export interface ChoiceControl<T> {
  readonly label: string;
  readonly among: readonly T[];
  /** At first. @default the first */
  readonly value?: T;
  /** What the list calls a value. @default the value as text */
  readonly name?: (value: T) => string;
}

export interface TextControl {
  readonly label: string;
  /** At first. */
  readonly text: string;
}

export interface ControlKind {
  readonly state: Pick<ControlState, "kind" | "value"> & Partial<ControlState>;
  /** A value that the page sends, or an error where no control of ours would send it. */
  checked(value: unknown): ControlState["value"];
  /** What the view is given for a value of the page. */
  meant(value: ControlState["value"]): unknown;
  /** As people read it. */
  named(value: ControlState["value"]): string;
}

export function kindOf(of: SliderControl | ChoiceControl<unknown> | TextControl): ControlKind {
  if (typeof of?.label !== "string") throw wrong("a label", of?.label);
  if ("among" in of) return choice(of);
  if ("from" in of || "to" in of) return slider(of as SliderControl);
  if ("text" in of) return text(of);
  throw new OptionError(
    `Expected from and to for a slider, among for a choice or text for a text but found ${Object.keys(of).join(", ")}.`,
  );
}

function slider({ from, to, step, value = from }: SliderControl): ControlKind {
  if (!(from < to) || !Number.isFinite(to - from)) throw wrong("from to be less than to", `${from} and ${to}`);
  const by = step ?? (Number.isInteger(from) && Number.isInteger(to) ? 1 : (to - from) / 100);
  if (!(by > 0)) throw wrong("step to be more than 0", by);
  const checked = (given: unknown) => {
    if (typeof given === "number" && given >= from && given <= to) return given;
    throw wrong(`value to be a number from ${from} to ${to}`, given);
  };
  return {
    state: { kind: "slider", value: checked(value), from, to, step: by },
    checked,
    meant: (given) => given,
    named: String,
  };
}

function choice({ among, value, name = String }: ChoiceControl<unknown>): ControlKind {
  if (!Array.isArray(among) || among.length === 0) throw wrong("among to be a list of values", among);
  const at = value === undefined ? 0 : among.indexOf(value);
  if (at < 0) throw wrong(`value to be one of ${among.map((one) => JSON.stringify(name(one))).join(", ")}`, value);
  return {
    state: { kind: "choice", value: at, among: among.map((one) => name(one)) },
    checked(given) {
      if (Number.isInteger(given) && (given as number) >= 0 && (given as number) < among.length) return given as number;
      throw wrong(`the place of one of ${among.length} values`, given);
    },
    meant: (given) => among[given as number],
    named: (given) => name(among[given as number]),
  };
}

function text({ text }: TextControl): ControlKind {
  const checked = (given: unknown) => {
    if (typeof given === "string") return given;
    throw wrong("text to be a text", given);
  };
  return { state: { kind: "text", value: checked(text) }, checked, meant: (given) => given, named: String };
}

function wrong(expected: string, found: unknown): OptionError {
  return new OptionError(
    `control: expected ${expected} but found ${typeof found === "string" ? found : JSON.stringify(found)}.`,
  );
}
