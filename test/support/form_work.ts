/** Tiny recordings of one task: a value is read in one application and entered into a form of another. */
import type { InteractionLog } from "../../src/log/interactions/interaction_log.ts";
import { type InteractionRow, interactionsOf } from "./interactions.ts";

export interface FormWork {
  readonly instances: number;
  readonly people?: number;
  /** Names of what is on the screen. */
  readonly names?: { readonly app?: string; readonly screen?: string; readonly field?: string; readonly note?: string };
  /** Lines of each instance, by its number from 0. @default 1 */
  readonly lines?: (k: number) => number;
  /** Whether an instance looks at the total before it saves. @default none does */
  readonly looks?: (k: number) => boolean;
}

export const valueOf = (k: number) => `K${String(7000 + 13 * k)}`;

/**
 * Open, then copy a number in Mail, enter it with "CASE-" before it into the field, a quantity for each line (a person's,
 * 1 to 9), a note that is always the same, and save.
 */
export function formWork(
  { instances, people = 6, names = {}, lines = () => 1, looks = () => false }: FormWork,
): InteractionLog {
  const { app = "ERP", screen = "New case", field = "Case", note = "Note" } = names;
  const rows: InteractionRow[] = [];
  for (let k = 0; k < instances; k++) {
    let at = 600 * Math.floor(k / people);
    const row = (app: string, window: string, element: string, action: string, value: string) =>
      rows.push({
        at: at += 5,
        user: `user${k % people}`,
        app,
        window,
        element,
        action,
        value: value === "" ? undefined : value,
        segment: `${k}`,
      });
    row(app, screen, "Open form", "click", "");
    row("Mail", "Inbox", "Body", "copy", valueOf(k));
    row(app, screen, field, "type", `CASE-${valueOf(k)}`);
    for (let line = 0; line < lines(k); line++) row(app, screen, "Quantity", "type", `${1 + (k * 7 + line * 5) % 9}`);
    row(app, screen, note, "type", "by mail");
    if (looks(k)) row(app, screen, "Total", "click", "");
    row(app, screen, "Save", "click", "");
  }
  return interactionsOf(rows);
}
