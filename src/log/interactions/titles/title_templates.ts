/**
 * Templates of window titles: "Hugo Meyer - Customer 96962 - CRM" and "Lea Wolf - Customer 12 - CRM" are one screen,
 * "# - Customer # - CRM". As in the mining of log messages (Drain: He, Zhu, Zheng & Lyu, "Drain: An Online Log Parsing
 * Approach with Fixed Depth Tree", ICWS 2017) titles are parted into words, and places that vary become `#`. What
 * varies in a log message is data; in titles it may be a screen as well, so a place has to look like data:
 * `open_slot.ts` decides.
 */
import { openFillers, type OpenSlotRules } from "./open_slot.ts";
import { hasMark } from "./marks.ts";
import { openMixedSlots } from "./mixed_slots.ts";
import { isWord, partsOf, titleOf, type TitleParts, wordsOf } from "./title_parts.ts";
import { runsOf } from "./word_runs.ts";
import type { Visits } from "./visits.ts";

/** Titles that are alike as they are now, with the visits in which they were shown. */
interface Title {
  readonly group: number;
  text: string;
  /** Numbers of the titles given. */
  readonly of: number[];
  readonly visits: number[];
}

/** One place in one title: what stands there, and the title if it is data. */
interface Place {
  /** Equal for the same place of other titles. */
  readonly key: string;
  readonly filler: string;
  readonly searched?: boolean;
  readonly changed: () => TitleParts;
}

const ROUNDS = 4;
/** Places of fewer titles are context. */
const LEAST_TITLES = 4;

/**
 * The template of each title. Titles are judged within their group, such as a class of applications.
 *
 * @param groups of each title.
 */
export function titleTemplates(titles: readonly string[], groups: readonly number[], visits: Visits): string[] {
  const now = [...titles];
  let all = titles.map((text, i): Title => ({ group: groups[i]!, text, of: [i], visits: [] }));
  visits.title.forEach((title, visit) => all[title]!.visits.push(visit));
  all = united(all);
  const data = new Set<string>();
  for (let round = 0; round < ROUNDS; round++) {
    let changed = openMixedSlots(all, data);
    if (changed) {
      for (const { text, of } of all) for (const i of of) now[i] = text;
      all = united(all);
    }
    for (const sort of [() => besideRecords, () => wholeSlots, runsOfWords]) {
      if (!settle(all, sort(all), now, visits, data)) continue;
      changed = true;
      for (const { text, of } of all) for (const i of of) now[i] = text;
      all = united(all);
    }
    if (!changed) break;
  }
  return now;
}

/** Equal titles as one, in the order of the first. */
function united(all: readonly Title[]): Title[] {
  const known = new Map<string, Title>();
  for (const title of all) {
    const key = `${title.group} ${title.text}`;
    const own = known.get(key);
    if (!own) {
      known.set(key, { ...title, of: [...title.of], visits: [...title.visits] });
      continue;
    }
    for (const i of title.of) own.of.push(i);
    for (const visit of title.visits) own.visits.push(visit);
  }
  return [...known.values()];
}

type Rules = Omit<OpenSlotRules, "data">;

/** Places of one sort in a title. */
interface Sorted {
  readonly rules: Rules;
  readonly places: readonly Place[];
}

/** Judges places of one sort in all titles, and changes the titles where they are data. */
function settle(
  all: readonly Title[],
  sort: (parts: TitleParts) => Sorted,
  now: readonly string[],
  visits: Visits,
  data: Set<string>,
): boolean {
  const found = new Map<string, { rules: Rules; of: { title: Title; place: Place }[] }>();
  for (const title of all) {
    const { rules, places } = sort(partsOf(title.text));
    for (const place of places) {
      const key = `${title.group} ${place.key}`;
      const own = found.get(key);
      if (own) own.of.push({ title, place });
      else found.set(key, { rules: place.searched ? { ...rules, searched: true } : rules, of: [{ title, place }] });
    }
  }
  const order = [...found].filter(([, { of }]) => of.length >= LEAST_TITLES)
    .sort(([a, one], [b, other]) => other.of.length - one.of.length || (a < b ? -1 : 1));
  const done = new Set<Title>();
  const learnt = new Set<string>();
  for (const [, { rules, of }] of order) {
    const left = of.filter(({ title }) => !done.has(title));
    const named = rules.record && new Set(left.flatMap(({ title }) => title.of)).size <= 1.25 * left.length;
    for (const { title, place } of openPlaces(left, now, visits, { ...rules, ...(named && { named }), data })) {
      if (!hasMark(place.filler)) { for (const word of wordsOf(place.filler).filter(isWord)) learnt.add(word); }
      title.text = titleOf(place.changed()).replace(/#(?:[\s.,/_+:-]*#)+/g, "#");
      done.add(title);
    }
  }
  for (const word of learnt) data.add(word);
  return done.size > 0;
}

function openPlaces<P extends { title: Title; place: Place }>(
  of: readonly P[],
  now: readonly string[],
  visits: Visits,
  rules: OpenSlotRules,
): P[] {
  if (of.length < LEAST_TITLES) return [];
  const fillers = [...new Set(of.map(({ place }) => place.filler))].sort();
  if (fillers.length < LEAST_TITLES) return [];
  const numberOf = new Map(fillers.map((filler, i) => [filler, i]));
  const shown = of.flatMap(({ title, place }) =>
    title.visits.map((visit) => [numberOf.get(place.filler)!, visit] as const)
  );
  const wordsIn = fillers.map((filler) => new Set(wordsOf(filler).filter(isWord)));
  const beside = (codes: Int32Array) => (entry: number) => {
    const [filler, visit] = shown[entry]!;
    const code = codes[visit]!;
    return code < 0 ? "" : wordsOf(now[code]!).map((word) => wordsIn[filler]!.has(word) ? "#" : word).join("")
      .replace(/#(?: #)+/g, "#");
  };
  const open = openFillers({
    fillers,
    filler: shown.map(([filler]) => filler),
    visit: shown.map(([, visit]) => visit),
    before: beside(visits.before),
    after: beside(visits.after),
  }, rules);
  return of.filter(({ place }) => open.has(numberOf.get(place.filler)!));
}

/** The words that stand in one slot with the number of a record: "KB# Reset a locked account", "[#] VPN is slow". */
function besideRecords(parts: TitleParts) {
  const places = parts.slots.flatMap((slot, at): Place[] => {
    const record = /^(.*?#[)\]}]?)(\s+)([^#]*\p{L}[^#]*)$/u.exec(slot);
    if (!record || /^[([{]/.test(record[3]!)) return [];
    return [{
      key: `${at} ${withSlot(parts, at, `${record[1]} *`)}`,
      filler: record[3]!,
      changed: () => ({ ...parts, slots: parts.slots.with(at, record[1]!) }),
    }];
  });
  return { rules: { record: true }, places };
}

const SEARCH =
  /^(?:search(?:ing)?|find|results?|suchen?|suchergebnisse?|finden|ergebnisse?|recherche[rs]?|résultats?|buscar|búsqueda|resultados?|zoek(?:en|resultaten)?|cerca|ricerca|risultati|pesquisar?|szukaj|sök|検索|搜索)(?:\s(?:results?|for|nach|für|de|pour|por|para|naar|voor|per|in|of|\p{L}+s))*$/iu;

/** Slots without a record, as a whole. */
function wholeSlots(parts: TitleParts) {
  const places = parts.slots.flatMap((slot, at): Place[] => {
    if (slot.includes("#") || !isWord(slot) || parts.slots.length < 2) return [];
    return [{
      key: `${at} ${withSlot(parts, at, "*")}`,
      filler: slot,
      searched: at > 0 && /^:/.test(parts.separators[at - 1]!) && SEARCH.test(parts.slots[at - 1]!),
      changed: () => ({ ...parts, slots: parts.slots.with(at, "#") }),
    }];
  });
  return { rules: { beside: hasRecord(parts) }, places };
}

/** One word, or two or three running, of a slot that has others: those places that several titles have. */
function runsOfWords(all: readonly Title[]): (parts: TitleParts) => Sorted {
  const times = new Map<number, number>();
  for (const { text } of all) for (const { hash } of runsOf(partsOf(text))) times.set(hash, (times.get(hash) ?? 0) + 1);
  return (parts) => {
    const places = runsOf(parts).filter(({ hash }) => times.get(hash)! >= LEAST_TITLES)
      .map(({ at, length, words, first, last }): Place => {
        const left = words.slice(0, first).join(""), right = words.slice(last + 1).join("");
        return {
          key: `${at} ${length} ${withSlot(parts, at, `${left}*${right}`)}`,
          filler: words.slice(first, last + 1).join(""),
          changed: () => ({ ...parts, slots: parts.slots.with(at, `${left}#${right}`) }),
        };
      });
    return { rules: { beside: hasRecord(parts) }, places };
  };
}

/** A title with the number of a record is of a record; the `#` of a mere name is not one. */
function hasRecord(parts: TitleParts): boolean {
  return parts.slots.some((slot) => /#/.test(slot) && slot !== "#");
}

function withSlot(parts: TitleParts, at: number, slot: string): string {
  return titleOf({ ...parts, slots: parts.slots.with(at, slot) });
}
