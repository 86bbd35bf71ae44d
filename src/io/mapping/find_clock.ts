/** Finding the column of the time of day that belongs to a column of days. */
import { NOT_WHEN } from "./mapping_names.ts";
import { type Traits, wordsOf } from "./traits.ts";

/** The columns of days that are known, and what is given or found for them. */
export interface Clocks {
  readonly timestamp: string;
  readonly clock?: string;
  readonly start?: string;
  readonly startClock?: string;
}

/**
 * Which columns of times of day complete the columns of days: those with the same words in their names ("Posting date",
 * "Posting time"), those that systems pair (UDATE, UTIME), or the only one. Where there is one column of days and two of
 * times, one called start and one called end, rows are intervals of that day.
 *
 * @param free Columns that serve no other role.
 */
export function findClocks(known: Clocks, traits: readonly Traits[], free: readonly Traits[]): Clocks {
  const named = (name: string | undefined) => traits.find(({ column }) => column.name === name);
  const clocks = free.filter(isClock);
  if (clocks.length === 0) return known;
  const timestamp = named(known.timestamp), start = named(known.start);
  const result: { -readonly [K in keyof Clocks]: Clocks[K] } = { ...known };
  const days: { readonly role: "clock" | "startClock"; readonly day: Traits }[] = [];
  if (timestamp?.days && known.clock === undefined) days.push({ role: "clock", day: timestamp });
  if (start?.days && known.startClock === undefined) days.push({ role: "startClock", day: start });

  if (
    days.length === 1 && days[0]!.role === "clock" && known.start === undefined && edgeOf(days[0]!.day) === undefined
  ) {
    const begins = clocks.filter((one) => edgeOf(one) === "start"),
      ends = clocks.filter((one) => edgeOf(one) === "end");
    if (begins.length === 1 && ends.length === 1) {
      return { ...known, clock: ends[0]!.column.name, start: known.timestamp, startClock: begins[0]!.column.name };
    }
  }
  const pairs = days.flatMap(({ role, day }) =>
    clocks.map((clock) => ({ role, clock, fit: fitOf(day, clock, clocks.length === 1 && days.length === 1) }))
  );
  const taken = new Set<Traits>();
  for (const { role, clock, fit } of pairs.sort((a, b) => b.fit - a.fit || a.clock.index - b.clock.index)) {
    if (fit === 0 || result[role] !== undefined || taken.has(clock)) continue;
    result[role] = clock.column.name;
    taken.add(clock);
  }
  return result;
}

/** The column of times of day whose name says that it belongs to that column of days. */
export function closestClock(day: Traits, clocks: readonly Traits[]): string | undefined {
  return clocks.map((clock) => ({ clock, fit: fitOf(day, clock, false) })).filter(({ fit }) => fit >= 70)
    .sort((a, b) => b.fit - a.fit)[0]?.clock.column.name;
}

/** How well systems pair a column of days with one of times: more than 0 where both are there. */
export function hasClockOfSystem(day: Traits, traits: readonly Traits[]): boolean {
  return traits.some((clock) => isSystemPair(day, clock));
}

/** Whether a column holds times of day and none that last, such as `Duration` and `Wartezeit`. */
export function isClock(traits: Traits): boolean {
  if (traits.clock === undefined || traits.known === 0 || traits.column.kind === "boolean") return false;
  if (LASTS.test(traits.words.join(" ")) || traits.words.some((word) => NOT_WHEN.has(word))) return false;
  return traits.clock === "text" || isNamedClock(traits);
}

function isNamedClock({ words, whole }: Traits): boolean {
  return CLOCKS_OF_SYSTEMS.has(whole) || words.some((word) => CLOCK_WORDS.has(word) || CLOCK_ENDS.test(word));
}

function fitOf(day: Traits, clock: Traits, isOnlyOne: boolean): number {
  if (isSystemPair(day, clock)) return 100;
  const dayEdge = edgeOf(day), clockEdge = edgeOf(clock);
  if (dayEdge !== clockEdge && dayEdge !== undefined && clockEdge !== undefined) return 0;
  if (stemOf(day) === stemOf(clock)) return 80;
  if (dayEdge !== undefined && dayEdge === clockEdge) return 70;
  if (isNamedClock(clock)) return stemOf(clock) === "" || CLOCKS_OF_SYSTEMS.has(clock.whole) ? 50 : isOnlyOne ? 30 : 0;
  return isOnlyOne && clock.distinct > 1 ? 10 : 0;
}

/** Names of days and times that belong together: SAP's tables, its workflow, and its change documents. */
const SYSTEM_PAIRS: readonly (readonly [day: string, clocks: string])[] = [
  ["udate", "utime"],
  ["erdat", "erzet erzeit erfzeit"],
  ["aedat", "aezet aezeit"],
  ["cpudt", "cputm"],
  ["datum", "uzeit"],
  ["sydatum", "syuzeit"],
  ["ersda", "erstime created_time"],
  ["laeda", "laetime aezet"],
  ["wicd", "wict"],
  ["wiaed", "wiaet"],
  ["bdatu", "bzeit"],
  ["qdatu", "qzeit"],
  ["qmdat", "mzeit"],
  ["isdd", "isdz"],
  ["iedd", "iedz"],
  ["gstrp", "gsuzp"],
  ["gltrp", "gluzp"],
  ["gstri", "gsuzi"],
  ["getri", "geuzi"],
  ["ausvn", "auztv"],
  ["ausbs", "auztb"],
  ["strmn", "strur"],
  ["ltrmn", "ltrur"],
  ["lfdat", "lfuhr"],
  ["wadat", "wauhr"],
  ["crdat", "crtim"],
  ["chdat", "chtim"],
  ["credat", "cretim"],
  ["logdat", "logtim"],
];

/** CPUTM tells when a document was entered, whichever of its days is mapped. */
const CLOCKS_OF_SYSTEMS = new Set(SYSTEM_PAIRS.flatMap(([, clocks]) => clocks.split(" ")));

function isSystemPair(day: Traits, clock: Traits): boolean {
  return SYSTEM_PAIRS.some(([date, clocks]) => date === day.whole && clocks.split(" ").includes(clock.whole));
}

const CLOCK_WORDS = new Set("time clock tod hour uhrzeit zeit uhr heure horaire hora tijd uur".split(" "));
const CLOCK_ENDS = /(uhrzeit|zeit|time|tijd|uhr)$/;

/** Words of times that last. */
const LASTS =
  /duration|dauer|duree|duracion|\bduur|elapsed|\bwait|\blead|\bcycle|processing|\bhandl|\bservice|\bworking|setup|through|\bidle|\bspent|\bnet\b|\bbreak|effort|total|warte|liege|durchlauf|rust|arbeitszeit|pausen|reaktions|bearbeitungs|bearbeitungszeit|antwort|\btemps|attente|traitement|tiempo|espera|doorloop|wacht|verwerking|bewerking|\bsla\b|offset|\bzone/;

const START_WORDS = new Set(
  "start started begin began beginn begonnen anfang debut inicio comienzo aanvang".split(" "),
);
const END_WORDS = new Set(
  "end ended finish finished complete completed completion ende beendet abschluss fin fini final einde eind".split(" "),
);
/** These mean a beginning or an end only where they stand alone; within a name they mean many things. */
const FROM = new Set("from von desde van".split(" ")), TO = new Set("to until till bis hasta tot".split(" "));
const STARTS_OF_SAP = new Set("isdd isdz gstrp gsuzp gstri gsuzi strmn strur ausvn auztv".split(" "));
const ENDS_OF_SAP = new Set("iedd iedz gltrp gluzp getri geuzi ltrmn ltrur ausbs auztb".split(" "));

/** Whether a name tells of a beginning or of an end: `Startuhrzeit`, `Date de fin`, `bis`. */
function edgeOf({ column, whole }: Traits): "start" | "end" | undefined {
  const words = wordsOf(column.name);
  const own = words.filter((word) => FROM.has(word) || TO.has(word) || !EMPTY_WORDS.has(word));
  const [alone] = own;
  if (STARTS_OF_SAP.has(whole) || (own.length === 1 && FROM.has(alone!))) return "start";
  if (ENDS_OF_SAP.has(whole) || (own.length === 1 && TO.has(alone!))) return "end";
  if (words.some((word) => START_WORDS.has(bare(word)))) return "start";
  return words.some((word) => END_WORDS.has(bare(word))) ? "end" : undefined;
}

/** Whether a name says an edge and beside it day or time alone: `Complete Date`, `Hora de inicio`. */
export function isOnlyEdge(traits: Traits): "start" | "end" | undefined {
  const words = wordsOf(traits.column.name).map(bare).filter((word) => word !== "" && !EMPTY_WORDS.has(word));
  return words.length === 1 && (START_WORDS.has(words[0]!) || END_WORDS.has(words[0]!)) ? edgeOf(traits) : undefined;
}

/** A word without what says that it is a day or a time: `buchungsdatum` and `buchungszeit` are both `buchungs`. */
function bare(word: string): string {
  return word.replace(
    /^(datum|date|fecha|heure|hora)(?=.)|(uhrzeit|zeit|time|tijd|uhr|datum|date|tag|dat|stempel|punkt)$/g,
    "",
  );
}

const EMPTY_WORDS = new Set(
  ("day date datum fecha dia jour dag clock tod hour heure horaire hora uur uhr of de du la le les el l d des der del am " +
    "um at on a an in van het en y et und and utc local").split(" "),
);

/** What is left of a name, when all that says day or time is taken away. */
function stemOf({ column }: Traits): string {
  return wordsOf(column.name).filter((word) => !EMPTY_WORDS.has(word)).map(bare).filter(Boolean).sort().join(" ");
}
