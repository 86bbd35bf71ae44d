/** What detectors hand on. */

/** A place in a text that says something personal. */
export interface Span {
  readonly from: number;
  readonly to: number;
  /** What stands there, spelled in one way: two spans of equal `key` mean the same thing. */
  readonly key: string;
}

/** Looks through a text; spans in any order, they may overlap. */
export type Detector = (text: string) => Span[];

/** A span for each match that `keyOf` gives a key. The pattern has to be global. */
export function matches(pattern: RegExp, text: string, keyOf: (match: RegExpExecArray) => string | undefined): Span[] {
  const spans: Span[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const key = keyOf(match);
    if (key !== undefined) spans.push({ from: match.index, to: match.index + match[0].length, key });
    if (match[0] === "") pattern.lastIndex++;
  }
  return spans;
}

export function digitsOf(text: string): string {
  return text.replace(/\D/g, "");
}
