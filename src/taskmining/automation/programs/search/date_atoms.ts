/** Pieces of outputs that are dates and times, written otherwise. */
import type { Language, Program } from "../program.ts";
import { readDate, writeDate } from "../runtime.ts";
import type { AtomPool } from "./atoms.ts";

/** Longer patterns first: what a longer one reads says more. `d` and `M` read two digits as well. */
const READ = [
  ...["yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "d.M.yyyy HH:mm", "d/M/yyyy H:mm"],
  ...["M/d/yyyy H:mm", "M/d/yyyy h:mm a", "d.M.yyyy H:mm"],
  ...["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd", "d.M.yyyy", "M/d/yyyy", "d/M/yyyy", "d-M-yyyy", "M-d-yyyy"],
  ...["d.M.yy", "M/d/yy", "d/M/yy", "d MMM yyyy", "d. MMM yyyy", "d-MMM-yyyy", "d-MMM-yy", "MMM d, yyyy", "MMM d yyyy"],
  ...["h:mm:ss a", "h:mm a", "H:mm:ss", "H:mm", "d de MMM de yyyy"],
];

const WHOLE = [
  ...["yyyy-MM-dd", "yyyy/MM/dd", "yyyy.MM.dd", "yyyyMMdd", "dd.MM.yyyy", "d.M.yyyy", "dd.MM.yy", "d.M.yy"],
  ...["MM/dd/yyyy", "M/d/yyyy", "MM/dd/yy", "M/d/yy", "dd/MM/yyyy", "d/M/yyyy", "dd/MM/yy", "d/M/yy", "dd-MM-yyyy"],
  ...["MM-dd-yyyy", "ddMMyyyy", "MMddyyyy", "yyMMdd", "ddMMyy", "yyyy-MM", "MM/yyyy", "MM.yyyy", "yyyyMM"],
  ...["d MMMM yyyy", "dd MMMM yyyy", "d MMM yyyy", "dd MMM yyyy", "d. MMMM yyyy", "d. MMM yyyy", "dd-MMM-yyyy"],
  ...["dd-MMM-yy", "MMMM d, yyyy", "MMM d, yyyy", "MMMM dd, yyyy", "MMM dd, yyyy", "MMMM yyyy", "MMM yyyy"],
  ...["EEEE, d MMMM yyyy", "EEEE, MMMM d, yyyy", "EEE, d MMM yyyy", "EEE, MMM d, yyyy"],
  ...["HH:mm:ss", "HH:mm", "H:mm", "h:mm a", "hh:mm a", "HHmm"],
  ...["yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "dd.MM.yyyy HH:mm", "MM/dd/yyyy h:mm a", "yyyy-MM-ddTHH:mm:ss"],
];
const FIELDS = [
  "yyyy",
  "yy",
  "MMMM",
  "MMM",
  "MM",
  "M",
  "dd",
  "d",
  "EEEE",
  "EEE",
  "HH",
  "H",
  "hh",
  "h",
  "mm",
  "ss",
  "a",
];
const WRITE = [...WHOLE, ...FIELDS, "Q", "ww"];
const LANGUAGES: readonly Language[] = ["en", "de", "fr", "es", "it"];

interface Dates {
  readonly read: string;
  readonly times: readonly (number | undefined)[];
}

/** Offers the dates of an input; does nothing where most values hold none. */
export function offerDates(pool: AtomPool, of: Program, values: readonly (string | undefined)[]): void {
  const known = values.filter((value) => value !== undefined && value !== "");
  if (!known.some((value) => /\d/.test(value!) && value!.length >= 4)) return;
  for (const { read, times } of datesIn(values, known.length)) {
    if (times.slice(0, pool.examples).includes(undefined)) continue;
    for (const write of WRITE) {
      // Fields that were not read stand for nothing.
      if (!hasFields(read, write)) continue;
      for (const language of /MMM|EEE/.test(write) ? LANGUAGES : [undefined]) {
        offerDate(pool, { op: "date", of, read, write, ...(language && language !== "en" && { language }) }, times);
      }
    }
    offerLater(pool, of, { read, times });
  }
}

function datesIn(values: readonly (string | undefined)[], known: number): Dates[] {
  const found: Dates[] = [];
  for (const read of READ) {
    const times = values.map((value) => value === undefined ? undefined : readDate(value, read));
    if (times.filter((time) => time !== undefined).length < 0.8 * known) continue;
    if (found.some((one) => one.times.every((time, row) => time === times[row]))) continue;
    found.push({ read, times });
    if (found.length === 4) break;
  }
  return found;
}

function hasFields(read: string, write: string): boolean {
  const hasDay = /d/.test(read), hasTime = /[Hh]/.test(read);
  const asksDay = /[yMdEQw]/.test(write), asksTime = /[Hhsa]|mm/.test(write);
  return (!asksDay || hasDay) && (!asksTime || hasTime);
}

function offerDate(pool: AtomPool, program: Extract<Program, { op: "date" }>, times: readonly (number | undefined)[]) {
  const { write, language, plusDays } = program;
  const text = (time: number | undefined) => writeDate(time, write, language, plusDays);
  for (let row = 0; row < pool.examples; row++) if (!pool.mayFit(text(times[row]), row)) return;
  pool.offer(program, times.map(text));
}

/** Dates a fixed number of days later or earlier. */
function offerLater(pool: AtomPool, of: Program, { read, times }: Dates): void {
  const outputs = pool.outputs.slice(0, pool.examples);
  if (!/d/.test(read) || !outputs.every((output) => /\d/.test(output))) return;
  for (const form of READ.filter((one) => /d/.test(one) && !/[Hh]/.test(one))) {
    const wanted = outputs.map((output) => readDate(output, form));
    if (wanted.includes(undefined)) continue;
    const day = (time: number) => Math.floor(time / 86_400_000);
    const plusDays = day(wanted[0]!) - day(times[0]!);
    if (plusDays === 0 || Math.abs(plusDays) > 400) continue;
    if (!wanted.every((one, row) => day(one!) - day(times[row]!) === plusDays)) continue;
    for (const write of WHOLE) offerDate(pool, { op: "date", of, read, write, plusDays }, times);
  }
}
