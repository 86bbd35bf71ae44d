/** Names of kinds of task as a person would give them: a verb and its object, such as "Post vendor invoice". */
import { formatShare } from "../../base/format.ts";
import type { InteractionLog } from "../../log/interactions/interaction_log.ts";
import type { Instances } from "./model/group_instances.ts";
import { isBlank } from "./names/phrases.ts";
import { type Reading, type Readings, readingsOf, type Topic } from "./names/readings.ts";
import { nameOf, ownVerb, upperFirst } from "./names/verbs.ts";
import type { NameSuggestion } from "./segmentation.ts";

export interface KindsOfInstances extends Instances {
  /** Kind of each instance. */
  readonly task: Int32Array;
  readonly kinds: number;
}

/** Characters of a name at most: it must stand in a legend, a column, a chevron. */
const LENGTH = 32;
/** Share of the instances that what a name is made of must occur in, if anything does. */
const MOST_HAVE = 0.3;
const SUGGESTIONS = 3;

/**
 * Up to three names for each kind, the best first; the first names are distinct. The verb is that of the button which
 * completes the work, or of a title ("Enter Credit Memo"), the object that of the title, page, form or file. What is said
 * in most instances of a kind and in few of others comes first. Neither ids nor cells nor paths stand in a name.
 */
export function nameKinds(log: InteractionLog, instances: KindsOfInstances): NameSuggestion[][] {
  const readings = readingsOf(log);
  const names = countOf(log, instances, readings.names, ({ name }) => name);
  const topics = countOf(log, instances, readings.topics, ({ object }) => object.toLowerCase());
  const used = new Set<string>();
  return Array.from({ length: instances.kinds }, (_, k) => {
    const all = rankedNames(names[k]!, topics[k]!, readings);
    const distinct = [...new Map(all.map((one) => [one.name, one])).values()];
    const free = distinct.filter(({ name }) => !used.has(name));
    const others = free.length > 0 ? free : [numbered(distinct[0] ?? workIn(log, instances, k), used, k)];
    used.add(others[0]!.name);
    return others.slice(0, SUGGESTIONS);
  });
}

/** Where nothing says what is done: the application in which a kind begins. */
function workIn(
  log: InteractionLog,
  { offsets, events, task }: KindsOfInstances,
  k: number,
): NameSuggestion | undefined {
  const first = [...task.keys()].find((c) => task[c] === k && offsets[c + 1]! > offsets[c]!);
  const app = first === undefined ? undefined : log.apps[log.app[events[offsets[first]!]!]!]?.replace(/\.exe$/i, "");
  if (app === undefined || app.trim() === "") return undefined;
  return { name: shortened(`Work in ${app}`, LENGTH), because: "no label or title says what is done there" };
}

function numbered(best: NameSuggestion | undefined, used: ReadonlySet<string>, k: number): NameSuggestion {
  const plain = best?.name ?? `Task ${k + 1}`;
  const because = best?.because ?? "nothing recorded says what it is";
  for (let n = 1;; n++) {
    const name = n === 1 ? plain : `${shortened(plain, LENGTH - 4)} (${n})`;
    if (!used.has(name)) return { name, because };
  }
}

/** Something said of a kind: by how many of its instances, by how many more than of any other kind, and how late. */
interface Said<Of> {
  readonly of: Of;
  readonly share: number;
  readonly telling: number;
  /** How far in an instance it comes last, 0 to 1, on average. */
  readonly place: number;
}

/** Of each kind, what its instances say; equal texts of several actions count once an instance. */
function countOf<Of>(
  log: InteractionLog,
  { offsets, events, stray, task, kinds }: KindsOfInstances,
  said: readonly (readonly Of[])[],
  textOf: (one: Of) => string,
): Said<Of>[][] {
  const codes = new Map<string, number>(), firsts: Of[] = [];
  const ofAction = said.map((all) =>
    all.map((one) => {
      const text = textOf(one);
      let code = codes.get(text);
      if (code === undefined) codes.set(text, code = firsts.push(one) - 1);
      return code;
    })
  );
  const n = firsts.length, mark = new Int32Array(n).fill(-1), size = new Float64Array(kinds);
  const has = Array.from({ length: kinds }, () => new Float64Array(n));
  const place = Array.from({ length: kinds }, () => new Float64Array(n));
  for (let c = 0; c < task.length; c++) {
    const k = task[c]!, from = offsets[c]!, to = offsets[c + 1]!;
    size[k]!++;
    for (let e = to - 1; e >= from; e--) {
      if (stray[events[e]!]) continue;
      for (const code of ofAction[log.action[events[e]!]!]!) {
        if (mark[code] === c) continue;
        mark[code] = c;
        has[k]![code]!++;
        place[k]![code]! += to - from > 1 ? (e - from) / (to - from - 1) : 1;
      }
    }
  }
  const share = (k: number, code: number) => size[k]! === 0 ? 0 : has[k]![code]! / size[k]!;
  return has.map((own, k) =>
    firsts.flatMap((of, code) => {
      if (own[code] === 0) return [];
      const most = Math.max(0, ...has.map((_, j) => j === k ? 0 : share(j, code)));
      return [{ of, share: share(k, code), telling: share(k, code) - most, place: place[k]![code]! / own[code]! }];
    })
  );
}

function rankedNames(
  names: readonly Said<Reading>[],
  topics: readonly Said<Topic>[],
  { language }: Readings,
): NameSuggestion[] {
  const score = ({ of, share, telling, place }: Said<Reading>) =>
    of.worth + 0.5 * telling + 0.4 * share + 0.2 * place - (share < MOST_HAVE ? 1 : 0) -
    (of.name.length > LENGTH ? 0.2 : 0);
  const ranked = [...completed(names, topics), ...twoFields(names)].map((one) => ({ one, score: score(one) }))
    .sort((a, b) => b.score - a.score || (a.one.of.name < b.one.of.name ? -1 : 1));
  const nouns = [...topics].sort((a, b) => b.telling + b.share - a.telling - a.share)
    .filter(({ of }) => !isBlank(of.object));
  const plain = nouns.slice(0, SUGGESTIONS).map((one) => ({
    name: shortened(upperFirst(language === "en" ? one.of.object.toLowerCase() : one.of.object), LENGTH),
    because: `${formatShare(one.share)} of its instances are about it`,
  }));
  return [
    ...ranked.filter(({ one }) => one.of.object !== undefined || one.of.worth >= 0).map(({ one }) => suggestionOf(one)),
    ...plain,
    // A bare "Save" says nothing; "Take over" does.
    ...ranked.filter(({ one: { of } }) => of.object === undefined && of.worth < 0 && of.name.includes(" "))
      .map(({ one }) => suggestionOf(one)),
  ];
}

/**
 * Verbs without an object get one: "Reply to #4711" that of the tickets around it, "Document 4711 was posted" that of the
 * form that was filled in before, "Enter Vendor Invoice".
 */
function completed(
  names: readonly Said<Reading>[],
  topics: readonly Said<Topic>[],
): Said<Reading>[] {
  const forms = names.filter(({ of }) => of.object !== undefined && !of.isDone && of.worth >= 0.4 && isForm(of.verb))
    .sort((a, b) => b.share + b.telling - a.share - a.telling);
  const made = forms.find(({ of, share }) => of.verb.word === ownVerb(of.verb.language, "create").word && share >= 0.5);
  const things = topics.filter(({ of }) => !of.isField && !isBlank(of.object) && !/\s/.test(of.object))
    .sort((a, b) => b.share - a.share || b.telling - a.telling);
  return names.map((one) => {
    const { of, share, telling } = one;
    if (share < MOST_HAVE) return one;
    const form = forms[0];
    if (of.isDone && (of.object === undefined || isBlank(of.object)) && form) {
      return withObject(one, form.of.object!, 0.65, Math.min(telling, form.telling), Math.min(share, form.share));
    }
    if (of.ofAddress && of.verb.deed === "completes" && made && !of.object!.includes(made.of.object!)) {
      return withObject(one, made.of.object!, 0.6, telling, Math.min(share, made.share));
    }
    const thing = things[0];
    if (of.object !== undefined || of.worth >= 0 || !thing || !isTransitive(of) || thing.share < 0.5) return one;
    return withObject(one, thing.of.object.toLowerCase(), 0.3, telling, share);
  });
}

function isTransitive({ verb: { deed, word } }: Reading): boolean {
  return deed !== "looks" && deed !== "helps" && word !== "send";
}

/** Two fields say more than one. */
function twoFields(names: readonly Said<Reading>[]): Said<Reading>[] {
  const [first, second] = names.filter(({ of, share }) => of.isField && share >= MOST_HAVE)
    .sort((a, b) => b.telling + b.share - a.telling - a.share);
  if (!first || !second || first.of.verb.language !== "en") return [];
  const name = nameOf(first.of.verb, `${first.of.object} and ${second.of.object}`);
  if (name.length > LENGTH) return [];
  const share = Math.min(first.share, second.share), telling = Math.min(first.telling, second.telling);
  const because = `"${first.of.object}" and "${second.of.object}" are filled in`;
  return [{ ...first, share, telling, of: { ...first.of, name, because, worth: first.of.worth + 0.1 } }];
}

function isForm({ deed }: Reading["verb"]): boolean {
  return deed === "changes" || deed === "completes";
}

function withObject(one: Said<Reading>, object: string, worth: number, telling: number, share: number): Said<Reading> {
  return { ...one, telling, share, of: { ...one.of, object, worth, name: nameOf(one.of.verb, object) } };
}

function suggestionOf({ of, share }: Said<Reading>): NameSuggestion {
  return { name: shortened(of.name, LENGTH), because: `${of.because} in ${formatShare(share)} of its instances` };
}

/** Cuts a text to a length, at the end of a word if one ends in its second half. */
function shortened(text: string, length: number): string {
  const characters = [...text];
  if (characters.length <= length) return text;
  const kept = characters.slice(0, length - 1).join("");
  const space = kept.lastIndexOf(" ");
  return `${(space > kept.length / 2 ? kept.slice(0, space) : kept).replace(/[\s,;:–-]+$/u, "")}…`;
}
