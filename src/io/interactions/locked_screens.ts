/** Rows that record that nobody works: locked screens, screen savers, absence. */
import { combineText, textAt } from "./text_columns.ts";
import type { TextColumn } from "../../base/column.ts";

export interface IdleRows {
  /** The column of action classes, `idle` in such rows. */
  readonly column: TextColumn;
  /** Rows that were of another class. */
  readonly count: number;
  readonly example: number;
}

/**
 * Action classes with `idle` where the screen was locked, a screen saver ran, or the recorder says that the person was
 * away: by the application, or by the title of the window in English, German, French, Spanish, Dutch or Italian.
 *
 * @param isLockScreen whether an application is one.
 */
export function idleRows(
  kind: TextColumn,
  app: TextColumn | undefined,
  title: TextColumn | undefined,
  isLockScreen: (app: string) => boolean,
  isBrowser: (app: string) => boolean,
): IdleRows {
  const column = combineText([kind, app, title], kind.name, kind.codes.length, (known, program, words) => {
    if (program !== undefined && (isLockScreen(program) || AWAY.test(program.trim()))) return "idle";
    if (words === undefined || program !== undefined && isBrowser(program)) return known;
    return LOCKED.test(words.trim()) || (program === undefined && AWAY.test(words.trim())) ? "idle" : known;
  });
  let count = 0, example = -1;
  for (let row = 0; row < column.codes.length; row++) {
    if (textAt(column, row) === textAt(kind, row)) continue;
    if (count++ === 0) example = row;
  }
  return { column, count, example };
}

/** Whole titles. A document about locked screens has more words. */
const LOCKED = new RegExp(
  "^(?:(?:the )?(?:windows )?(?:default |standard-?)?(?:" + [
    "lock ?screen",
    "screen ?lock(?:ed)?",
    "locked screen",
    "log ?on screen",
    "sign-?in screen",
    "screen ?saver",
    "workstation locked",
    "computer locked",
    "(?:windows-?)?(?:standard-?)?sperr-?bildschirm",
    "bildschirm-?sperre",
    "bildschirm (?:ist )?gesperrt",
    "computer gesperrt",
    "bildschirmschoner",
    "anmeldebildschirm",
    "[ée]cran (?:de verrouillage|verrouill[ée])(?: (?:par d[ée]faut )?(?:de )?windows)?",
    "(?:session|ordinateur) verrouill[ée]e?",
    "[ée]cran de veille",
    "pantalla (?:de bloqueo|bloqueada)(?: (?:predeterminada )?(?:de )?windows)?",
    "(?:equipo|sesi[óo]n) bloquead[oa]",
    "salvapantallas",
    "protector de pantalla",
    "(?:standaard )?vergrendel(?:ings)?scherm(?: van windows)?",
    "scherm vergrendeld",
    "schermbeveiliging",
    "schermata di blocco",
    "schermo bloccato",
    "salvaschermo",
  ].join("|") + ")(?: (?:host|window|active|aktiv))?|(?:screen )?locked|gesperrt)$",
  "iu",
);
const AWAY =
  /^(?:\(?(?:idle|afk|away|away from keyboard|inactive|inaktiv|abwesend|leerlauf|inactif|absent|inactivo|ausente|inactief|afwezig|inattivo|assente)\)?)$/iu;
