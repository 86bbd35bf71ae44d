/** Marks with a tag: what privacy puts in place of a value, `[value 3f9a]`. Equal values have equal marks. */
export const TAGGED_MARK = /\[[\p{L} ]+ [0-9a-z]+\]/gu;

/** Marks without a secret are numbers in the order of their log: those of another log mean something else. */
export function areNumbered(record: { readonly on: boolean; readonly keyed: boolean } | undefined): boolean {
  return record !== undefined && record.on && !record.keyed;
}
