/**
 * The values that tie each instance together: the number of the order that was typed, opened and copied. Work in other
 * applications on the same order has the same value, and so does the event log of its process.
 */
import { type Column, valueAt } from "../../base/column.ts";
import type { InteractionLog } from "../../log/interactions/interaction_log.ts";
import { TAGGED_MARK } from "../../privacy/marks_in_text.ts";
import type { Instances } from "./model/group_instances.ts";

/** Keys of an instance at most. */
const MOST = 8;
/** A value of more instances than this share is a constant, such as a country, unless it is of very few. */
const MOST_SHARE = 0.05, FEW = 3;
const LONGEST = 80;

/**
 * Of each instance the identifiers that recur in it, or stand in it and in few others; the most telling first. A value is
 * the more telling the more often it stands in the instance, and the fewer instances it stands in: its occurrences times
 * the logarithm of the instances over those that have it.
 *
 * Identifiers are values, and parts of values, titles, addresses, files and row keys, that have digits and are no dates,
 * times or amounts, and what privacy put in place of a value ("[value 3f9a]"), which is equal where the value was. What
 * was typed into password fields is none, nor are names of users, teams and applications.
 */
export function instanceKeys(log: InteractionLog, instances: Instances): string[][] {
  const { offsets, events, stray } = instances, count = offsets.length - 1;
  const codes = new Map<string, number>(), texts: string[] = [];
  const sources = sourcesOf(log, (text) => {
    let code = codes.get(text);
    if (code === undefined) codes.set(text, code = texts.push(text) - 1);
    return code;
  });
  const found = Array.from({ length: count }, (_, k) => {
    const times = new Map<number, number>();
    for (let e = offsets[k]!; e < offsets[k + 1]!; e++) {
      const i = events[e]!;
      if (stray[i]) continue;
      const here = new Set(sources.flatMap((source) => source(i)));
      for (const code of here) times.set(code, (times.get(code) ?? 0) + 1);
    }
    return times;
  });
  const holders = new Int32Array(texts.length);
  for (const times of found) for (const code of times.keys()) holders[code]!++;
  const most = Math.max(FEW, MOST_SHARE * count);
  return found.map((times) =>
    [...times].filter(([code, n]) => holders[code]! <= (n > 1 ? most : FEW))
      .map(([code, n]) => ({ text: texts[code]!, weight: n * Math.log((count + 1) / holders[code]!) }))
      .sort((a, b) => b.weight - a.weight || (a.text < b.text ? -1 : 1))
      .slice(0, MOST).map(({ text }) => text)
  );
}

type Source = (i: number) => readonly number[];
const NONE: readonly number[] = [];
const VALUES = ["valueNew", "valueOld", "clipboard", "rowKey"];
const PLACES = ["windowTitle", "url", "container1", "elementName", "elementLabel"];

function sourcesOf(log: InteractionLog, codeOf: (text: string) => number): Source[] {
  const names = new Set([...log.users, ...log.apps, ...teamsOf(log)].map((name) => name.toLowerCase()));
  const isSecret = secretInteractions(log);
  return [...VALUES, ...PLACES].flatMap((name): Source[] => {
    const column = log.attribute(name);
    if (!column) return [];
    const isValue = VALUES.includes(name);
    const read = (text: string) =>
      [...identifiersOf(text, isValue)].filter((one) => !names.has(one.toLowerCase())).map(codeOf);
    const at = columnReader(column, read);
    return [isValue && isSecret ? (i) => isSecret(i) ? NONE : at(i) : at];
  });
}

/** Each distinct text is read once. */
function columnReader(column: Column, read: (text: string) => number[]): Source {
  if (column.kind === "text") {
    const known: (readonly number[])[] = [];
    return (i) => {
      const code = column.codes[i]!;
      return code < 0 ? NONE : known[code] ??= read(column.dictionary[code]!);
    };
  }
  const known = new Map<unknown, readonly number[]>();
  return (i) => {
    const value = valueAt(column, i);
    if (typeof value !== "number") return NONE;
    let codes = known.get(value);
    if (!codes) known.set(value, codes = read(String(value)));
    return codes;
  };
}

function teamsOf(log: InteractionLog): readonly string[] {
  const team = log.attribute("team");
  return team?.kind === "text" ? team.dictionary : [];
}

const SECRET = /pass ?wor[dt]|passwd|kennwort|contraseña|mot de passe|\bpin\b|senha|wachtwoord|hasło|パスワード|密码/i;

/** Interactions with a field for passwords, where the reader was told to keep them. */
function secretInteractions(log: InteractionLog): ((i: number) => boolean) | undefined {
  const secret = Uint8Array.from(log.actions, (action) => SECRET.test(action) ? 1 : 0);
  return secret.includes(1) ? (i) => secret[log.action[i]!] === 1 : undefined;
}

const DATE =
  /^\d{1,4}([-./])\d{1,2}\1\d{1,4}([T ]\d{1,2}[:.]\d{2}.*)?$|^\d{4}-\d{2}$|^\d{1,2}[:.]\d{2}([:.]\d{2})?( ?[ap]m)?$|^(19|20)\d{2}$/i;
const AMOUNT = /^[-+]?\d{1,3}([.,' ]\d{3})+([.,]\d{1,2})?$|^[-+]?\d+[.,]\d+$|%$/;

/** Identifiers of a value or a title; of a value also all of it, if it is one ("4711/10"). */
function identifiersOf(text: string, isValue: boolean): Set<string> {
  const found = new Set<string>();
  const marks = text.match(TAGGED_MARK);
  for (const one of marks ?? []) found.add(one);
  const plain = marks ? text.replace(TAGGED_MARK, " ") : text;
  const whole = plain.trim();
  if (isValue && isIdentifier(whole) && !/\s/.test(whole)) {
    found.add(whole.replace(/^#/, ""));
    if (!/[/_=&?]/.test(whole)) return found;
  }
  // Dates would fall into numbers.
  for (const word of plain.slice(0, 400).split(/[\s"'`()[\]{}<>,;=?&|\\/#*]+/u)) {
    const bare = word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "").replace(/\.[a-z][a-z\d]{1,4}$/i, "");
    if (isDateOrAmount(bare)) continue;
    for (const part of bare.split("_")) if (isIdentifier(part)) found.add(part);
  }
  return found;
}

function isDateOrAmount(text: string): boolean {
  return DATE.test(text) || AMOUNT.test(text);
}

/** Three digits or more, or letters and two digits of five characters; not the version of a host or a cell. */
function isIdentifier(text: string): boolean {
  if (text.length < 3 || text.length > LONGEST || isDateOrAmount(text)) return false;
  const digits = text.replace(/[^\p{N}]/gu, "").length;
  return digits >= 3 || digits === 2 && text.length >= 5 && /\p{L}/u.test(text) && !/[.:@]/.test(text);
}
