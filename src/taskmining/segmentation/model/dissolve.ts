/** Taking actions for strays. */
import { type Parse, renumbered } from "./parse.ts";
import type { Streams } from "./streams.ts";

/**
 * The parse in which instances of nothing but some actions, or with `everywhere` these actions wherever they are, are
 * strays of the instance before.
 */
export function dissolved(
  { action, offsets }: Streams,
  parse: Parse,
  actions: ReadonlySet<number>,
  everywhere: boolean,
): Parse {
  const only = new Uint8Array(parse.kind.length).fill(1), stray = parse.stray.slice(), owner = parse.owner.slice();
  for (let i = 0; i < action.length; i++) {
    if (owner[i]! < 0) continue;
    if (!actions.has(action[i]!)) {
      if (!stray[i]) only[owner[i]!] = 0;
    } else if (everywhere) stray[i] = 1;
  }
  for (let s = 0; s + 1 < offsets.length; s++) {
    let last = -1;
    for (let i = offsets[s]!; i < offsets[s + 1]!; i++) {
      if (owner[i]! < 0) continue;
      if (only[owner[i]!]) {
        stray[i] = 1;
        owner[i] = last;
      } else last = owner[i]!;
    }
  }
  return renumbered({ ...parse, owner, stray });
}
