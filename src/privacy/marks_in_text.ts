/** Marks with a tag: what privacy puts in place of a value, `[value 3f9a]`. Equal values have equal marks. */
export const TAGGED_MARK = /\[[\p{L} ]+ [0-9a-z]+\]/gu;
