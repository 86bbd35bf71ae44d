/** Places in a text as Jupyter and the language server count them: code points, and lines of UTF-16 units. */

/** Line and UTF-16 unit within it, both 0-based. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Offset in UTF-16 units of the `points`-th code point. */
export function fromCodePoints(text: string, points: number): number {
  let at = 0;
  for (let i = 0; i < points && at < text.length; i++) at += text.codePointAt(at)! > 0xffff ? 2 : 1;
  return at;
}

/** How many code points lie before the offset. */
export function toCodePoints(text: string, offset: number): number {
  let points = 0;
  for (const _ of text.slice(0, offset)) points++;
  return points;
}

export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).split(LINE_END);
  return { line: before.length - 1, character: before.at(-1)!.length };
}

export function offsetAt(text: string, position: Position): number {
  let at = 0;
  for (let line = 0; line < position.line; line++) {
    const end = /\r\n|\n|\r/.exec(text.slice(at));
    if (!end) return text.length;
    at += end.index + end[0].length;
  }
  return Math.min(text.length, at + position.character);
}

/** The name that `offset` touches: where it starts and ends, the same place if there is none. */
export function wordAt(text: string, offset: number): { start: number; end: number } {
  const before = /[\p{ID_Continue}$\u200c\u200d]*$/u.exec(text.slice(0, offset))![0];
  const after = /^[\p{ID_Continue}$\u200c\u200d]*/u.exec(text.slice(offset))![0];
  return { start: offset - before.length, end: offset + after.length };
}

const LINE_END = /\r\n|\n|\r/;
