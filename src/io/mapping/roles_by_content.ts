/** What the columns of a recording are whose names say nothing (`c1`, `col_a`, `Feld 3`), told by what they hold. */
import type { Column, TextColumn } from "../../base/column.ts";
import { asText } from "../../base/text_codes.ts";
import { actionClassOf } from "../interactions/action_class.ts";
import type { InteractionRole } from "../interactions/canonical_columns.ts";

/** Whether a name says nothing about a column. */
export function isMeaningless(name: string): boolean {
  const plain = name.trim();
  const words = "c|col|column|f|field|feld|spalte|champ|colonne|campo|columna|kolom|veld|v|var|attr|unnamed";
  return /^[a-z]?\d*$/i.test(plain) || new RegExp(`^(${words})([\\s_:.#-]*\\d+|[\\s_:.#-]+[a-z])$`, "i").test(plain);
}

/** What a column looks like. */
export interface Looks {
  readonly column: string;
  /** The role that its contents tell; undefined where they do not. */
  readonly role: InteractionRole | undefined;
  /** For a person: "names of programs, such as …". */
  readonly words: string;
}

/** Distinct values that are looked at. */
const LOOKED = 200;

/** What each column looks like; a role is told of one column only, the likeliest. */
export function looksOf(columns: readonly Column[], rows: number): Looks[] {
  const looks = columns.map((column) => looksLike(column, rows));
  const best = new Map<InteractionRole, number>();
  looks.forEach(({ role, share }, i) => {
    if (role !== undefined && !(share <= (looks[best.get(role)!]?.share ?? 0))) best.set(role, i);
  });
  return looks.map(({ column, role, words }, i) => ({
    column,
    role: role !== undefined && best.get(role) === i ? role : undefined,
    words,
  }));
}

const PROGRAM =
  /\.(exe|app)$|^(google )?chrome$|^(microsoft )?(edge|excel|word|outlook|teams|powerpoint)$|^(mozilla )?firefox$|^safari$|^sap( gui)?$|^explorer$|^thunderbird$|^acrobat( reader)?$|^slack$|^web$|^browser$|^erp$|^crm$/i;

function looksLike(column: Column, rows: number): Looks & { readonly share: number } {
  const { name } = column;
  const none = (words: string) => ({ column: name, role: undefined, words, share: 0 });
  if (column.kind === "time") return { column: name, role: "timestamp", words: "times", share: 1 };
  const text = asText(column);
  const values = text.dictionary.filter((value) => value.trim() !== "").slice(0, LOOKED);
  if (values.length === 0) return none("nothing");
  const such = `such as ${JSON.stringify(shapeOf(values[0]!))}`;
  const share = (fits: (value: string) => boolean) =>
    values.filter((value) => fits(value.trim())).length / values.length;
  const tries: readonly (readonly [InteractionRole, string, number, number])[] = [
    ["url", "web addresses", share((value) => /^https?:\/\/|^www\./i.test(value)), 0.8],
    ["app", "names of programs", share((value) => PROGRAM.test(value)), 0.5],
    ["action", "words for what was done", values.length > 60 ? 0 : share(isAct), 0.6],
    ["window", "titles of windows", share(isTitle), 0.3],
    ["user", "names of users", usersShare(text, values, rows), 0.8],
  ];
  const found = tries.find(([, , part, least]) => part >= least);
  if (found) return { column: name, role: found[0], words: `${found[1]}, ${such}`, share: found[2] };
  if (share((value) => /^-?\d+([.,]\d+)?$/.test(value)) >= 0.9) return none(`numbers, ${such}`);
  return none(`${text.dictionary.length} different texts, ${such}`);
}

function isAct(value: string): boolean {
  return value.length <= 40 && !/^\d/.test(value) && actionClassOf(value) !== "other" &&
    !/\.\w{2,4}$| [-–—|] /.test(value);
}

function isTitle(value: string): boolean {
  return /\S [-–—|] \S|\.(xlsx?|docx?|pdf|pptx?|csv|txt)\b/i.test(value) && !/^https?:/i.test(value);
}

/** Few names, each in many rows, and nothing that is said in words. */
function usersShare(text: TextColumn, values: readonly string[], rows: number): number {
  if (text.dictionary.length > 60 || text.dictionary.length * 5 > rows) return 0;
  const isName = (value: string) =>
    /^[\p{L}][\p{L}\p{N}]*([._@\\ -][\p{L}\p{N}]+){0,4}$/u.test(value) && value.length <= 40 &&
    (/^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+$|^\p{L}+[._]\p{L}+$|@|\\|^\p{Lu}{3,}$|^(user|agent|person|p|u)[ _-]?\d+$/u.test(
      value,
    ) ||
      /^\p{Lu}?\p{Ll}{2,11}$/u.test(value) && actionClassOf(value) === "other");
  return values.filter((value) => isName(value.trim())).length / values.length;
}

/** How a value looks, without what it says. */
function shapeOf(value: string): string {
  const shape = value.replace(/\p{Lu}/gu, "X").replace(/[\p{Ll}\p{Lo}]/gu, "x").replace(/\p{N}/gu, "9");
  return shape.length > 30 ? `${shape.slice(0, 29)}…` : shape;
}
