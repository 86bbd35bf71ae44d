/** Values that people carry by hand: each paste with its copy, each re-typed value with where it was seen before. */
import type { TextColumn } from "../../base/column.ts";
import { asText } from "../../base/text_codes.ts";
import { ACTION_CLASSES } from "../../io/interactions/action_class.ts";
import { combineText, textAt } from "../../io/interactions/text_columns.ts";
import type { InteractionLog } from "../../log/interactions/interaction_log.ts";

export interface TransferRules {
  /** How long before a value must have been seen or copied, in milliseconds. */
  readonly within: number;
  readonly minLength: number;
  readonly maxFrequency: number;
}

/** One value carried from one interaction to another of the same user. */
export interface Carried {
  readonly from: number;
  readonly to: number;
  readonly kind: "copy-paste" | "re-typing";
  /** The log does not tell what was copied or pasted: a paste is then taken to be of the last copy. */
  readonly guessed: boolean;
}

interface Copy {
  /** The interaction that shows what was copied; the copy itself where that is not told apart. */
  readonly from: number;
  readonly at: number;
  readonly text: string | undefined;
}

const COPY = ACTION_CLASSES.indexOf("copy"), PASTE = ACTION_CLASSES.indexOf("paste");
const EDIT = ACTION_CLASSES.indexOf("edit");
/** How far back the element may stand that a clipboard's own row was copied from. */
const SOURCE_WITHIN = 30_000, SOURCE_ROWS = 20;

/** In the order of the receiving interactions. */
export function findTransfers(log: InteractionLog, rules: TransferRules): Carried[] {
  const { time, user, actionClass } = log;
  const { content, written, places } = readValues(log);
  const frequent = countValues(written, content);
  const limit = Math.max(20, rules.maxFrequency * log.interactions);
  const found: Carried[] = [];
  let copies: Copy[] = [];
  /** Where each value was seen last, by element; and what was pasted last into each (null: something unknown). */
  let seen = new Map<string, Map<number, number>>();
  let pasted = new Map<number, string | null>();
  for (let i = 0; i < log.interactions; i++) {
    if (i > 0 && user[i] !== user[i - 1]) {
      copies = [];
      seen = new Map();
      pasted = new Map();
    }
    const place = places[i]!;
    if (actionClass[i] === COPY) copies.push({ from: sourceOf(i), at: time[i]!, text: content[i] ?? written[i] });
    else if (actionClass[i] === PASTE) {
      const value = content[i] ?? written[i];
      const copy = copyFor(value, i);
      if (copy) found.push({ ...copy, to: i, kind: "copy-paste" });
      pasted.set(place, value ?? null);
    } else if (actionClass[i] === EDIT && written[i] !== undefined) {
      const value = written[i]!;
      const before = pasted.get(place);
      // A recorder may tell the paste once more as an edit; where the pasted value is unknown, the next edit is that.
      const isEcho = before === value || before === null;
      const from = isEcho ? -1 : retypedFrom(value, i);
      if (from >= 0) found.push({ from, to: i, kind: "re-typing", guessed: false });
      if (isEcho) pasted.set(place, value);
      else pasted.delete(place);
    }
    const shown = content[i] ?? written[i];
    if (shown !== undefined && place >= 0) {
      const where = seen.get(shown);
      if (where) {
        where.delete(place);
        where.set(place, i);
      } else seen.set(shown, new Map([[place, i]]));
    }
  }
  return found;

  /** The clipboard's own row names no element: the value comes from the last element that showed it. */
  function sourceOf(copy: number): number {
    if (places[copy]! >= 0) return copy;
    let nearest = -1;
    for (let i = copy - 1; i >= Math.max(0, copy - SOURCE_ROWS) && user[i] === user[copy]; i--) {
      if (time[copy]! - time[i]! > SOURCE_WITHIN) break;
      if (places[i]! < 0 || actionClass[i] === PASTE || actionClass[i] === EDIT) continue;
      if (written[i] !== undefined && written[i] === content[copy]) return i;
      if (nearest < 0 && written[i] === undefined) nearest = i;
    }
    return nearest >= 0 ? nearest : copy;
  }

  /** The last copy of the value, else the last of a text that holds it between its separators, else the last of all. */
  function copyFor(value: string | undefined, paste: number) {
    copies = copies.filter(({ at }) => time[paste]! - at <= rules.within);
    if (value !== undefined) {
      const equal = copies.findLast(({ text }) => text === value) ??
        copies.findLast(({ text }) => holdsToken(text, value));
      if (equal) return { from: equal.from, guessed: false };
    }
    const last = copies.at(-1);
    const isUnknown = last && (value === undefined || last.text === undefined);
    return isUnknown ? { from: last.from, guessed: true } : undefined;
  }

  function retypedFrom(value: string, edit: number): number {
    if (value.length < rules.minLength || TRIVIAL.test(value) || frequent.get(value)! > limit) return -1;
    let from = -1;
    for (const [place, at] of seen.get(value) ?? []) if (place !== places[edit] && at > from) from = at;
    return from >= 0 && time[edit]! - time[from]! <= rules.within ? from : -1;
  }
}

/** Words that stand for a choice, not for a fact carried over. */
const TRIVIAL =
  /^(yes|no|true|false|null|none|n\/?a|ok|on|off|done|open|new|ja|nein|wahr|falsch|oui|non|vrai|faux|si|sí|verdadero|falso|nee|waar|onwaar)$/i;

/** What stands on the clipboard, what stands or was put into the element, and the element's code (-1: none known). */
function readValues(log: InteractionLog) {
  const text = (name: string) => {
    const column = log.attribute(name);
    return column && asText(column);
  };
  const values = (column: TextColumn | undefined) => {
    const trimmed = column?.dictionary.map((value) => value.trim() || undefined);
    return Array.from({ length: log.interactions }, (_, i) => {
      const code = column?.codes[i] ?? -1;
      return code < 0 ? undefined : trimmed![code];
    });
  };
  const clipboard = values(text("clipboard")), fresh = values(text("valueNew")), old = values(text("valueOld"));
  const app = text("app");
  const places = combineText(
    [app, log.element],
    "place",
    log.interactions,
    (name, element) => element === undefined ? undefined : JSON.stringify([name, element]),
  );
  return { content: clipboard, written: fresh.map((value, i) => value ?? old[i]), places: places.codes };
}

function countValues(...columns: (string | undefined)[][]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const column of columns) {
    for (const value of column) if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

function holdsToken(text: string | undefined, part: string): boolean {
  if (text === undefined || text.length <= part.length) return false;
  return tokens(text).includes(tokens(part));
}

/** Between separators, so that "12" is no part of "4712". */
function tokens(text: string): string {
  return `\u0001${text.split(/[\s,;|]+|\\[nt]/).filter(Boolean).join("\u0001")}\u0001`;
}

export function textOfPlace(log: InteractionLog, element: TextColumn, i: number) {
  return { app: log.apps[log.app[i]!] ?? null, element: textAt(element, i) ?? null };
}
