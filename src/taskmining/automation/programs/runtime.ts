/**
 * What the operations of programs do. This file imports nothing and its functions need only each other, because
 * `programToTypeScript` writes them out beside a program, so that the program runs where Tracebook is not.
 */

/** Beginning and end of each run of a kind. */
export function tokensOf(text: string, kind: string): [number, number][] {
  const patterns: Record<string, RegExp> = {
    digits: /\d+/g,
    letters: /\p{L}+/gu,
    upper: /\p{Lu}+/gu,
    lower: /\p{Ll}+/gu,
    capitalised: /\p{Lu}\p{Ll}+/gu,
    word: /[\p{L}\p{N}]+/gu,
    nonspace: /\S+/g,
    number: /\d+(?:[.,' \u00a0]\d{3})*(?:[.,]\d+)?/g,
  };
  const found: [number, number][] = [];
  for (const match of text.matchAll(patterns[kind]!)) found.push([match.index, match.index + match[0].length]);
  return found;
}

/** Beginning and end of each occurrence. */
export function occurrencesOf(text: string, part: string): [number, number][] {
  const found: [number, number][] = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) {
    found.push([at, at + part.length]);
  }
  return found;
}

type At = { at?: number; from?: string; near?: string; text?: string; nth?: number; edge?: string };

/** A position in a text; undefined where there is none such. */
export function placeOf(text: string, { at, from, near, text: part, nth, edge }: At): number | undefined {
  if (at !== undefined) {
    const place = from === "end" ? text.length - at : at;
    return place < 0 || place > text.length ? undefined : place;
  }
  const runs = near !== undefined ? tokensOf(text, near) : occurrencesOf(text, part!);
  const run = runs.at(nth!);
  return run && run[edge === "before" ? 0 : 1];
}

/** The text between two positions, without spaces around it. */
export function slice(text: string | undefined, from: At, to: At): string | undefined {
  if (text === undefined) return undefined;
  const a = placeOf(text, from), b = placeOf(text, to);
  return a === undefined || b === undefined || b < a ? undefined : text.slice(a, b).trim();
}

/** The nth part between delimiters, without spaces around it. */
export function part(text: string | undefined, delimiter: string, nth: number): string | undefined {
  if (text === undefined || !text.includes(delimiter)) return undefined;
  const parts = delimiter === " " ? text.trim().split(/\s+/) : text.split(delimiter);
  return parts.at(nth)?.trim();
}

export function token(text: string | undefined, kind: string, nth: number): string | undefined {
  const run = text === undefined ? undefined : tokensOf(text, kind).at(nth);
  return run && text!.slice(run[0], run[1]);
}

export function letterCase(text: string | undefined, as: string): string | undefined {
  if (text === undefined) return undefined;
  if (as === "upper") return text.toUpperCase();
  const lower = text.toLowerCase();
  if (as === "lower") return lower;
  if (as === "sentence") return lower.replace(/\p{L}/u, (letter) => letter.toUpperCase());
  return lower.replace(/\p{L}[\p{L}\p{N}'’]*/gu, (word) => word[0]!.toUpperCase() + word.slice(1));
}

export function clean(text: string | undefined, keep: string): string | undefined {
  if (text === undefined) return undefined;
  switch (keep) {
    case "trim":
      return text.trim();
    case "single spaces":
      return text.trim().replace(/\s+/g, " ");
    case "no spaces":
      return text.replace(/\s+/g, "");
    case "digits":
      return text.replace(/\D+/g, "");
    case "letters":
      return text.replace(/[^\p{L}]+/gu, "");
    case "letters and digits":
      return text.replace(/[^\p{L}\p{N}]+/gu, "");
    case "german": {
      const pairs: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", Ä: "Ae", Ö: "Oe", Ü: "Ue", ß: "ss" };
      return clean(text.normalize("NFC").replace(/[äöüÄÖÜß]/g, (letter) => pairs[letter]!), "ascii");
    }
    default: {
      const pairs: Record<string, string> = { ß: "ss", ø: "o", Ø: "O", æ: "ae", Æ: "Ae", œ: "oe", ł: "l", Ł: "L" };
      return text.normalize("NFD").replace(/\p{M}+/gu, "").replace(/[ßøØæÆœłŁ]/g, (letter) => pairs[letter]!);
    }
  }
}

export function replace(text: string | undefined, find: string, by: string): string | undefined {
  return text?.split(find).join(by);
}

/** The first letter or digit of each word. */
export function initials(text: string | undefined, join: string): string | undefined {
  return text?.match(/[\p{L}\p{N}]+/gu)?.map((word) => [...word][0]!).join(join);
}

export function pad(text: string | undefined, width: number, fill: string): string | undefined {
  return text?.padStart(width, fill);
}

/** The only number in a text; undefined where there is none or are several. */
export function readNumber(text: string | undefined, decimal: string): number | undefined {
  if (text === undefined || text.length > 60) return undefined;
  const found = text.match(/[-−+]?\d[\d.,'’\u00a0\u202f ]*/g);
  if (found?.length !== 1) return undefined;
  const group = decimal === "." ? "[,'’\u00a0\u202f ]" : "[.'’\u00a0\u202f ]";
  const digits = found[0].trim().replace(/[.,'’]+$/, "");
  const form = new RegExp(`^[-−+]?(?:\\d+|\\d{1,3}(?:${group}\\d{3})+)(?:[${decimal}]\\d+)?$`);
  if (!form.test(digits)) return undefined;
  const plain = digits.replace(new RegExp(group, "g"), "").replace(decimal, ".").replace("−", "-");
  const number = Number(plain);
  const negative = /^\s*\(.*\)\s*$/.test(text) || /\d\s?-\s*$/.test(text);
  return negative ? -number : number;
}

type Written = { decimals: number | string; decimal: string; thousands: string };

export function writeNumber(value: number | undefined, { decimals, decimal, thousands }: Written): string | undefined {
  if (value === undefined || !Number.isFinite(value) || Math.abs(value) >= 1e15) return undefined;
  const size = Math.abs(value);
  // Half up of what a person reads, not of the nearest binary fraction: 1.005 is 1.01.
  const rounded = decimals === "shortest"
    ? String(Number(size.toPrecision(12)))
    : Number(`${Math.round(Number(`${Number(size.toPrecision(15))}e${decimals}`))}e-${decimals}`).toFixed(
      Number(decimals),
    );
  if (rounded.includes("e")) return undefined;
  const [whole, fraction] = rounded.split(".");
  const grouped = thousands === "" ? whole! : whole!.replace(/\B(?=(\d{3})+$)/g, thousands);
  const sign = value < 0 && Number(rounded) !== 0 ? "-" : "";
  return sign + grouped + (fraction === undefined ? "" : decimal + fraction);
}

export function calculate(left: number | undefined, operator: string, right: number | undefined): number | undefined {
  if (left === undefined || right === undefined) return undefined;
  const result = operator === "+"
    ? left + right
    : operator === "-"
    ? left - right
    : operator === "*"
    ? left * right
    : left / right;
  return Number.isFinite(result) ? Number(result.toPrecision(15)) : undefined;
}

/** Names of months and weekdays, from January and Monday. */
export function dateNames(language: string): { months: string[]; days: string[] } {
  const names: Record<string, [string, string]> = {
    en: [
      "January February March April May June July August September October November December",
      "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    ],
    de: [
      "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
      "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    ],
    fr: [
      "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
      "lundi mardi mercredi jeudi vendredi samedi dimanche",
    ],
    es: [
      "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
      "lunes martes miércoles jueves viernes sábado domingo",
    ],
    it: [
      "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
      "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    ],
  };
  const [months, days] = names[language]!;
  return { months: months.split(" "), days: days.split(" ") };
}

export function dateFields(pattern: string): string[] {
  return pattern.match(/yyyy|yy|MMMM|MMM|MM|M|dd|d|EEEE|EEE|HH|H|hh|h|mm|ss|a|Q|ww|[^]/g) ?? [];
}

/** The regular expression of a date pattern, and its fields in order. Built once for each pattern. */
export function dateForm(pattern: string): { form: RegExp; fields: string[] } {
  const store = dateForm as unknown as { known?: Map<string, { form: RegExp; fields: string[] }> };
  const known = store.known ??= new Map();
  const before = known.get(pattern);
  if (before) return before;
  const digits: Record<string, string> = { yyyy: "\\d{4}", M: "\\d{1,2}", d: "\\d{1,2}", H: "\\d{1,2}", h: "\\d{1,2}" };
  const fields: string[] = [];
  const source = dateFields(pattern).map((field) => {
    if (!/^(yyyy|yy|M+|d+|E+|H+|h+|mm|ss|a)$/.test(field)) return field.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
    fields.push(field);
    if (/^(MMM+|E+)$/.test(field)) return "(\\p{L}{3,})\\.?";
    if (field === "a") return "([AaPp]\\.?[Mm]\\.?)";
    return `(${digits[field] ?? "\\d{2}"})`;
  }).join("");
  const made = { form: new RegExp(`(?<![\\d])${source}(?![\\d])`, "u"), fields };
  known.set(pattern, made);
  return made;
}

/** Milliseconds UTC of the first date of that pattern in a text; undefined where none is, or it does not exist. */
export function readDate(text: string | undefined, pattern: string): number | undefined {
  if (text === undefined || text.length > 200) return undefined;
  const { form, fields } = dateForm(pattern);
  const match = form.exec(text);
  if (!match) return undefined;
  let year = 2000, month = 1, day = 1, hour = 0, minute = 0, second = 0, late: boolean | undefined;
  for (let i = 0; i < fields.length; i++) {
    const field = fields[i]!, value = match[i + 1]!;
    if (field === "yyyy") year = Number(value);
    else if (field === "yy") year = Number(value) + (Number(value) < 70 ? 2000 : 1900);
    else if (field === "MM" || field === "M") month = Number(value);
    else if (field[0] === "M") month = monthNamed(value);
    else if (field[0] === "d") day = Number(value);
    else if (field[0] === "H" || field[0] === "h") hour = Number(value);
    else if (field === "mm") minute = Number(value);
    else if (field === "ss") second = Number(value);
    else if (field === "a") late = /^p/i.test(value);
  }
  if (late !== undefined) {
    if (hour < 1 || hour > 12) return undefined;
    hour = hour % 12 + (late ? 12 : 0);
  }
  const time = Date.UTC(year, month - 1, day, hour, minute, second);
  const exists = new Date(time).getUTCMonth() === month - 1 && hour < 24 && minute < 60 && second < 60;
  return exists && month > 0 && day > 0 ? time : undefined;
}

/** From 1; 0 where no month is called or abbreviated so. */
export function monthNamed(name: string): number {
  const plain = clean(name, "ascii")!.toLowerCase();
  const short: Record<string, number> = { fev: 2, feb: 2, avr: 4, mai: 5, okt: 10, dez: 12, ago: 8, set: 9, sept: 9 };
  for (const language of ["en", "de", "fr", "es", "it"]) {
    const months = dateNames(language).months.map((month) => clean(month, "ascii")!.toLowerCase());
    const at = months.findIndex((month) => month === plain || month.slice(0, 3) === plain);
    if (at >= 0) return at + 1;
  }
  return short[plain] ?? 0;
}

export function writeDate(time: number | undefined, pattern: string, language = "en", plusDays = 0) {
  if (time === undefined) return undefined;
  const date = new Date(time + plusDays * 86_400_000);
  const { months, days } = dateNames(language);
  const two = (n: number) => String(n).padStart(2, "0");
  const month = date.getUTCMonth(), hour = date.getUTCHours(), day = days[(date.getUTCDay() + 6) % 7]!;
  const values: Record<string, () => string> = {
    yyyy: () => String(date.getUTCFullYear()).padStart(4, "0"),
    yy: () => two(date.getUTCFullYear() % 100),
    MMMM: () => months[month]!,
    MMM: () => months[month]!.slice(0, 3),
    MM: () => two(month + 1),
    M: () => String(month + 1),
    dd: () => two(date.getUTCDate()),
    d: () => String(date.getUTCDate()),
    EEEE: () => day,
    EEE: () => day.slice(0, 3),
    HH: () => two(hour),
    H: () => String(hour),
    hh: () => two(hour % 12 || 12),
    h: () => String(hour % 12 || 12),
    mm: () => two(date.getUTCMinutes()),
    ss: () => two(date.getUTCSeconds()),
    a: () => hour < 12 ? "AM" : "PM",
    Q: () => String(Math.floor(month / 3) + 1),
    ww: () => two(weekOf(date)),
  };
  return dateFields(pattern).map((field) => values[field]?.() ?? field).join("");
}

/** Number of the week, ISO 8601. */
export function weekOf(date: Date): number {
  const thursday = new Date(date.getTime());
  thursday.setUTCDate(date.getUTCDate() + 3 - (date.getUTCDay() + 6) % 7);
  return 1 + Math.floor((thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / 604_800_000);
}

/** Characters of a text put into the places of a pattern. */
export function fillPattern(text: string | undefined, keep: string, strip: readonly string[], pattern: string) {
  if (text === undefined) return undefined;
  const kept = keep === "digits" ? text.replace(/[^\d+]+/g, "").replace(/(?!^)\+/g, "") : clean(text, keep)!;
  const start = strip.find((one) => kept.startsWith(one));
  const rest = [...(start === undefined ? kept : kept.slice(start.length)).replace("+", "")];
  const places = pattern.split("#").length - 1;
  const last = pattern.lastIndexOf("#"), lastGroup = pattern.slice(0, last + 1).match(/#+$/)?.[0].length ?? 0;
  if (rest.length <= places - lastGroup) return undefined;
  let used = 0, written = "";
  for (let i = 0; i < pattern.length; i++) {
    if (pattern[i] !== "#") written += pattern[i];
    else {
      written += rest[used++] ?? "";
      if (i === last) written += rest.slice(used).join("");
    }
  }
  return written;
}

export function lookUp(text: string | undefined, table: Readonly<Record<string, string>>): string | undefined {
  return text !== undefined && Object.hasOwn(table, text) ? table[text] : undefined;
}

/** All parts in a row; no result where one has none. */
export function concat(...parts: (string | undefined)[]): string | undefined {
  return parts.includes(undefined) ? undefined : parts.join("");
}

type Asked = { test: string; text?: string; count?: number; limit?: number; read?: string };

/** Whether a condition holds of a value; a missing one counts as empty. */
export function holds(value: string | undefined, { test, text, count, limit, read }: Asked): boolean {
  const given = value ?? "";
  if (test === "equals") return given === text;
  if (test === "contains") return given.includes(text!);
  if (test === "starts") return given.startsWith(text!);
  if (test === "empty") return given.trim() === "";
  if (test === "words") return given.split(/\s+/).filter(Boolean).length === count;
  if (test === "length") return given.length === count;
  return (readNumber(given, read!) ?? NaN) > limit!;
}
