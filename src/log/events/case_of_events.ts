/** Which case each event is of. */

/** Number of the case of each event, as `offsets` divides them. */
export function caseOfEvents({ offsets }: { readonly offsets: Int32Array }): Int32Array {
  const caseOf = new Int32Array(offsets.at(-1)!);
  for (let c = 0; c + 1 < offsets.length; c++) caseOf.fill(c, offsets[c]!, offsets[c + 1]!);
  return caseOf;
}
