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
  const tried = candidates(streams, found);
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
  return best;
}

/** Actions by what is gained, about, if they are strays: without them, what comes before leads to what comes after. */
function candidates({ action, actions }: Streams, { parse, chains }: Found): number[] {
  const { offsets, steps } = stepsOf(parse), width = actions + 1, n = action.length;
  const gain = new Float64Array(actions), seen = new Int32Array(actions);
  for (let i = 0; i < n; i++) seen[action[i]!]!++;
  for (let c = 0; c + 1 < offsets.length; c++) {
    let state = -1;
    for (let e = offsets[c]!; e < offsets[c + 1]!; e++) {
      const t = action[steps[e]!]!, next = after(chains, state, t);
      const then = e + 1 < offsets[c + 1]! ? action[steps[e + 1]!]! : actions;
      const asStep = enter(chains, state, t) + chains.step[next * width + then]!;
      const without = state < 0 && then === actions ? 0 : enter(chains, state, then);
      gain[t]! += without - asStep + Math.log(BACKGROUND.share * seen[t]! / n);
      state = next;
    }
  }
  return [...gain.keys()].filter((t) => seen[t]! >= BACKGROUND.fewest && gain[t]! > -BACKGROUND.slack * seen[t]!)
    .sort((a, b) => gain[b]! / seen[b]! - gain[a]! / seen[a]! || a - b);
}

function after({ first, next, actions }: Chains, state: number, action: number): number {
  return state < 0 ? first[action]! : next[state * actions + action]!;
}

function enter({ start, step, actions }: Chains, state: number, action: number): number {
  return state < 0 ? (start[action] ?? 0) : step[state * (actions + 1) + action]!;
}
