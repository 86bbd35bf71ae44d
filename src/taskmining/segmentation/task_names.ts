/** Short names for kinds of task, as a person might call them: what is done last and typically, and where. */
import type { InteractionLog } from "../../log/interactions/interaction_log.ts";
import { type ActionWords, actionWords } from "./action_words.ts";
import { isCompletion, isOverhead } from "./completion_words.ts";

/** Figures of one kind of task, an entry for each action. */
export interface KindOfTask {
  /** Share of the instances that have it, 0 to 1. */
  readonly share: Float64Array;
  /** That less the largest share in another kind. */
  readonly telling: Float64Array;
  /** How far in an instance it comes last, 0 to 1, on average. */
  readonly place: Float64Array;
}

/** Characters of a name, about: it must stand in a legend, a column, a chevron. */
const LENGTH = 32, ELEMENT = 20;
/** Actions of a kind that its name may be made of. */
const ENOUGH = 60;

/**
 * Names such as `Save · New order`: the element that is most typical of the kind, and its window, page or file. A button
 * that completes stands alone; of fields two are named if there is room. Names are distinct. Of equally typical actions
 * the one that the log has first is taken.
 */
export function nameKinds(log: InteractionLog, kinds: readonly KindOfTask[]): string[] {
  const words = log.actions.map((_, a) => actionWords(log, a));
  const passive = passiveActions(log);
  const places = tellingPlaces(words, kinds);
  const used = new Set<string>();
  return kinds.map((kind, k) => {
    const score = (a: number) => {
      const { place } = words[a]!;
      return kind.telling[a]! + 0.2 * kind.share[a]! + 0.2 * kind.place[a]! +
        weightOf(log.actions[a]!, words[a]!, passive[a] === 1) +
        (place === undefined ? 0 : 0.5 * (places[k]!.get(place) ?? 0));
    };
    const scores = new Map([...kind.share.keys()].filter((a) => kind.share[a]! > 0).map((a) => [a, score(a)]));
    const ranked = [...scores.keys()].sort((a, b) => scores.get(b)! - scores.get(a)! || a - b).slice(0, ENOUGH);
    const titles = ranked.map((a) => {
      const second = ranked.find((b) => fits(words[a]!, words[b]!) && scores.get(b)! > scores.get(a)! - 0.4);
      return titleOf(log, a, words[a]!, second === undefined ? undefined : words[second]!);
    });
    let name = titles.find((title) => !used.has(title)) ?? titles[0] ?? `Task ${k + 1}`;
    for (let n = 2, plain = name; used.has(name); n++) name = `${plain} (${n})`;
    used.add(name);
    return name;
  });
}

/** How much more instances of a kind are at a place than those of any other, by the action of most instances there. */
function tellingPlaces(words: readonly ActionWords[], kinds: readonly KindOfTask[]): Map<string, number>[] {
  const shares = kinds.map(({ share }) => {
    const most = new Map<string, number>();
    words.forEach(({ place }, a) => {
      if (place !== undefined) most.set(place, Math.max(most.get(place) ?? 0, share[a]!));
    });
    return most;
  });
  return shares.map((own, k) =>
    new Map([...own].map(([place, share]) => [
      place,
      share - Math.max(0, ...shares.map((other, j) => j === k ? 0 : other.get(place)!)),
    ]))
  );
}

const PASSIVE = ["scroll", "copy", "window", "idle", "hotkey", "navigate", "other"];

/** 1 for actions that change nothing, such as scrolling, by the class of their first interaction. */
function passiveActions(log: InteractionLog): Uint8Array {
  const kinds = new Uint8Array(log.actions.length);
  for (let i = log.interactions - 1; i >= 0; i--) {
    kinds[log.action[i]!] = PASSIVE.includes(log.actionClassAt(i)) ? 1 : 0;
  }
  return kinds;
}

/** How well an action says what a task is for. One that changes nothing, only opens, or has a blank name says little. */
function weightOf(action: string, { element, place }: ActionWords, passive: boolean): number {
  if (element === undefined) return -0.6;
  const what = action.split(" @ ")[0]!;
  return (isCompletion(what) ? (place === undefined ? -0.2 : 0.3) : 0) + (isOverhead(what) ? -0.3 : 0) +
    (isBlank(element) ? -0.4 : 0) + (passive ? -0.3 : 0) + (/\p{L}{2}.*\s.*\p{L}{2}/u.test(element) ? 0.1 : 0);
}

/** "B2", "Button1", "cell A", "ok": names that tell nothing. */
function isBlank(element: string): boolean {
  const bare = element.replace(/^(cell|columns?|button|field|text|input|label|btn)\s*/i, "");
  return !/[^\p{ASCII}]/u.test(bare) && bare.replace(/[^a-z]/gi, "").length < 3 ||
    /^(cancel|close|next|back|yes|user ?name|pass ?word|enter|one of many)$/i.test(bare);
}

/** Another field beside the first one, where one alone says little. */
function fits(first: ActionWords, second: ActionWords): boolean {
  return first.element !== undefined && second.element !== undefined && second.element !== first.element &&
    !isCompletion(`x ${first.element}`) && !isCompletion(`x ${second.element}`) && !isBlank(second.element) &&
    first.app === second.app && first.place === second.place &&
    first.element.length + second.element.length + 2 + (first.place ?? first.app ?? "").length + 3 <= LENGTH;
}

function titleOf(log: InteractionLog, action: number, first: ActionWords, second: ActionWords | undefined): string {
  const where = first.place ?? first.app;
  const what = second === undefined ? first.element : `${first.element}, ${second.element}`;
  if (what === undefined) return clipped(first.place ?? log.actionLabels[action]!, LENGTH);
  // A name of several words needs no place beside it.
  if (where === undefined || where === what || what.trim().split(/\s+/).length > 2 && second === undefined) {
    return clipped(what, LENGTH);
  }
  const short = clipped(what, Math.max(ELEMENT, LENGTH - 3 - where.length));
  return `${short} · ${clipped(where, Math.max(8, LENGTH - 3 - short.length))}`;
}

/** Cuts a text to a length, at the end of a word if one ends in its second half. */
function clipped(text: string, length: number): string {
  const characters = [...text];
  if (characters.length <= length) return text;
  const kept = characters.slice(0, length - 1).join("");
  const space = kept.lastIndexOf(" ");
  return `${(space > kept.length / 2 ? kept.slice(0, space) : kept).replace(/[\s,;:–-]+$/u, "")}…`;
}
