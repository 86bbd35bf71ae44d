/** Marks of what was masked: whole things that may be equal, never texts that something can be cut from. */
import type { InteractionLog } from "../../../log/interactions/interaction_log.ts";

/** Kinds of marks that reading makes; those of a reader's own rules come from the log. */
const KINDS = "email phone iban card id name password token address birthdate value".split(" ");

/** Turns marks of a log into single characters, and back. */
export interface Masks {
  /**
   * The value with a character of its own for each mark with a tag; undefined where a mark without one stands, because
   * nobody knows what it hides or whether two are the same.
   */
  hide(value: string): string | undefined;
  /** The text with its marks again. */
  show(text: string): string;
}

/** Unicode's private characters of one unit: no pattern takes them for letters or digits, and none can be cut. */
const FIRST = 0xe000, MOST = 0x18ff;

/** Also where nothing was masked on reading: the file may have been masked before. */
export function masksOf(log: InteractionLog): Masks {
  const { privacy } = log.source;
  const own = (privacy?.entries ?? []).filter(({ action }) => action === "masked" || action === "hashed").map((
    { rule },
  ) => rule);
  const kinds = [...new Set([...KINDS, ...own])].map((kind) => kind.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")).join("|");
  const mark = new RegExp(`\\[(?:${kinds})(?: ([\\p{L}\\p{N}]+))?\\]`, "gu");
  const characters = new Map<string, string>(), marks = new Map<string, string>();
  return {
    hide(value) {
      if (!value.includes("[")) return value;
      let unknown = false;
      const hidden = value.replace(mark, (text, tag: string | undefined) => {
        let character = characters.get(text);
        if (tag === undefined || (character === undefined && characters.size >= MOST)) {
          unknown = true;
          return text;
        }
        if (character === undefined) {
          character = String.fromCodePoint(FIRST + characters.size);
          characters.set(text, character);
          marks.set(character, text);
        }
        return character;
      });
      return unknown ? undefined : hidden;
    },
    show: (text) => text.replace(/\p{Co}/gu, (character) => marks.get(character) ?? character),
  };
}
