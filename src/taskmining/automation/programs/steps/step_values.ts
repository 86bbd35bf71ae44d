/** What was seen and entered in each interaction, with marks of masked things hidden. */
import { asText } from "../../../../base/text_codes.ts";
import { ACTION_CLASSES } from "../../../../io/interactions/action_class.ts";
import type { InteractionLog } from "../../../../log/interactions/interaction_log.ts";
import type { Masks } from "../masks.ts";

/** Texts of an interaction that a later value may come from. */
export const FIELDS = ["value", "clipboard", "old value", "title", "address"] as const;
export type Field = typeof FIELDS[number];

export interface StepValues {
  /** Undefined where it is not known, or masked without a tag. */
  of(field: Field, event: number): string | undefined;
  row(event: number): string | undefined;
  /** Whether an interaction enters something. */
  enters(event: number): boolean;
  isCopy(event: number): boolean;
  /** What an interaction enters. */
  entered(event: number): string | undefined;
}

const EDIT = ACTION_CLASSES.indexOf("edit"),
  PASTE = ACTION_CLASSES.indexOf("paste"),
  COPY = ACTION_CLASSES.indexOf("copy");

export function stepValues(log: InteractionLog, masks: Masks): StepValues {
  const column = (name: string) => {
    const found = log.attribute(name);
    if (!found) return () => undefined;
    const { codes, dictionary } = asText(found);
    const hidden = new Map<number, string | undefined>();
    return (event: number) => {
      const code = codes[event]!;
      if (code < 0) return undefined;
      if (!hidden.has(code)) hidden.set(code, masks.hide(dictionary[code]!) || undefined);
      return hidden.get(code);
    };
  };
  const fresh = column("valueNew"), clipboard = column("clipboard"), old = column("valueOld");
  const title = column("windowTitle"), address = column("url"), row = column("rowKey");
  const fields: Record<Field, (event: number) => string | undefined> = {
    value: (event) => fresh(event) ?? clipboard(event) ?? old(event),
    clipboard,
    "old value": old,
    title,
    address,
  };
  const enters = (event: number) => log.actionClass[event] === EDIT || log.actionClass[event] === PASTE;
  return {
    of: (field, event) => fields[field](event),
    row,
    enters,
    isCopy: (event) => log.actionClass[event] === COPY,
    entered: (event) => fresh(event) ?? (log.actionClass[event] === PASTE ? clipboard(event) : undefined),
  };
}
