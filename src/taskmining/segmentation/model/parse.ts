/** A parse of streams: which interactions make an instance, of which chain, and which of them are stray. */

export interface Parse {
  /** Instance of each interaction; instances are numbered by their first interaction. */
  readonly owner: Int32Array;
  /** Chain of each instance. */
  readonly kind: Int32Array;
  /** 1 for an interaction that is no step of its instance. */
  readonly stray: Uint8Array;
  /** Instances that were put aside for another. */
  readonly interruptions: number;
}

/** The parse that begins an instance at each place marked, none of them interrupted, nothing stray. */
export function parseOfCuts(begins: Uint8Array): Parse {
  const owner = new Int32Array(begins.length);
  let k = -1;
  for (let i = 0; i < owner.length; i++) {
    if (begins[i]) k++;
    owner[i] = k;
  }
  return { owner, kind: new Int32Array(k + 1), stray: new Uint8Array(begins.length), interruptions: 0 };
}

/** Steps of each instance in order, stray ones left out: those of k are `steps[offsets[k]]` up to `offsets[k + 1]`. */
export interface ParsedSteps {
  readonly offsets: Int32Array;
  /** Interactions. */
  readonly steps: Int32Array;
}

export function stepsOf({ owner, kind, stray }: Parse): ParsedSteps {
  const count = kind.length, offsets = new Int32Array(count + 1);
  for (let i = 0; i < owner.length; i++) if (owner[i]! >= 0 && !stray[i]) offsets[owner[i]! + 1]!++;
  for (let k = 0; k < count; k++) offsets[k + 1]! += offsets[k]!;
  const next = offsets.slice(), steps = new Int32Array(offsets[count]!);
  for (let i = 0; i < owner.length; i++) if (owner[i]! >= 0 && !stray[i]) steps[next[owner[i]!]!++] = i;
  return { offsets, steps };
}

/** Instances numbered by their first interaction; those without any are gone. */
export function renumbered(parse: Parse): Parse {
  const place = new Int32Array(parse.kind.length).fill(-1), kind: number[] = [];
  const owner = parse.owner.map((k) => {
    if (k < 0) return -1;
    if (place[k]! < 0) place[k] = kind.push(parse.kind[k]!) - 1;
    return place[k]!;
  });
  return { ...parse, owner, kind: Int32Array.from(kind) };
}

/** The parse of the same interactions in another order: interaction i is at `places[i]` there. */
export function movedParse(parse: Parse, places: Int32Array): Parse {
  const owner = new Int32Array(places.length), stray = new Uint8Array(places.length);
  for (let i = 0; i < places.length; i++) {
    owner[places[i]!] = parse.owner[i]!;
    stray[places[i]!] = parse.stray[i]!;
  }
  return renumbered({ ...parse, owner, stray });
}
