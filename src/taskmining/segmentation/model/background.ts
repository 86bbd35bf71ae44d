/**
 * Background: actions that belong to no task, wherever they are, such as a chat, the news, the lock screen. Parsing and
 * counting in turn do not find them, because a chain that has them at a hundred places explains each of them.
 */
import { goOn } from "../../../base/stop.ts";
import { type Chains, type Fit, fitChains } from "./chains/chains.ts";
import { dissolved } from "./dissolve.ts";
import { type Parse, stepsOf } from "./parse.ts";
import { BACKGROUND } from "./priors.ts";
import type { Streams } from "./streams.ts";

type Found = Fit & { readonly parse: Parse };

/** The parse with those actions as strays everywhere that raise its evidence thereby. */
export function withBackground(streams: Streams, found: Found): Found {
  const { tried, places } = candidates(streams, found);
  let best = found;
  const consider = (actions: ReadonlySet<number>) => {
    goOn();
    const parse = dissolved(streams, best.parse, actions, true);
    if (parse.kind.length === 0) return;
    const fit = fitChains(streams, parse, { kinds: 1, split: true });
    if (fit.evidence > best.evidence + BACKGROUND.leastGain) best = { ...fit, parse };
  };
  // What is rare by itself may be much together: the windows of a mailbox, each with its number of mails.
  for (const many of BACKGROUND.together) {
    if (many <= tried.length) consider(new Set(tried.slice(0, many)));
  }
  for (const action of tried.slice(0, BACKGROUND.tried)) consider(new Set([action]));
  // A run of strays leads into itself, so that each action of it looks like a step as long as the others are steps.
  for (const many of BACKGROUND.together) {
    if (many <= Math.min(places.length, BACKGROUND.triedPlaces)) consider(new Set(places.slice(0, many).flat()));
  }
  for (const actions of places.slice(0, BACKGROUND.triedPlaces)) consider(new Set(actions));
  return best;
}

/**
 * Actions, and all actions of one window or page, by what is gained, about, if they are strays: without them, what comes
 * before leads to what comes after.
 */
function candidates({ action, actions, names }: Streams, { parse, chains }: Found) {
  const { offsets, steps } = stepsOf(parse), n = action.length;
  const seen = new Int32Array(actions);
  for (let i = 0; i < n; i++) seen[action[i]!]!++;
  const asStray = Float64Array.from(seen, (count) => Math.log(BACKGROUND.share * count / n));
  const places = [...Map.groupBy(seen.keys(), (t) => placeOf(names[t]!)).values()].filter((of) => of.length > 1);
  const place = new Int32Array(actions).fill(-1);
  places.forEach((of, p) => of.forEach((t) => place[t] = p));

  const gain = new Float64Array(actions), gainOfPlace = new Float64Array(places.length);
  for (let c = 0; c + 1 < offsets.length; c++) {
    const end = offsets[c + 1]!;
    const at = (e: number) => e < end ? action[steps[e]!]! : actions;
    // State before the steps at one place that follow each other, and what it gains that they are strays.
    let before = -1, sum = 0;
    for (let e = offsets[c]!, state = -1; e < end; e++) {
      const t = at(e), then = at(e + 1), next = after(chains, state, t);
      const entered = enter(chains, state, t), left = chains.step[next * (actions + 1) + then]!;
      gain[t]! += without(chains, state, then) - entered - left + asStray[t]!;
      if (e === offsets[c] || place[at(e - 1)] !== place[t]) before = state, sum = 0;
      sum += asStray[t]! - entered;
      if (place[t]! >= 0 && (then === actions || place[then] !== place[t])) {
        gainOfPlace[place[t]!]! += without(chains, before, then) - left + sum;
      }
      state = next;
    }
  }
  const gained = (t: number) => gain[t]! / seen[t]!;
  const gainedAt = (p: number) => gainOfPlace[p]! / places[p]!.reduce((sum, t) => sum + seen[t]!, 0);
  return {
    tried: [...gain.keys()].filter((t) => seen[t]! >= BACKGROUND.fewest && gained(t) > -BACKGROUND.slack)
      .sort((a, b) => gained(b) - gained(a) || a - b),
    places: [...places.keys()].sort((a, b) => gainedAt(b) - gainedAt(a) || a - b).map((p) => places[p]!),
  };
}

/** Nats of what follows a state, if the steps between are strays. */
function without(chains: Chains, state: number, then: number): number {
  return state < 0 && then === chains.actions ? 0 : enter(chains, state, then);
}

/** The window or page of an action: "scroll @ browser / news.example" has "browser / news.example". */
function placeOf(action: string): string {
  return action.slice(action.indexOf(" @ ") + 1);
}

function after({ first, next, actions }: Chains, state: number, action: number): number {
  return state < 0 ? first[action]! : next[state * actions + action]!;
}

function enter({ start, step, actions }: Chains, state: number, action: number): number {
  return state < 0 ? (start[action] ?? 0) : step[state * (actions + 1) + action]!;
}
