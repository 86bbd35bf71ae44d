/**
 * Stack traces in lines of the cells.
 *
 * The kernel calls every cell `<anonymous>` and counts the lines of the JavaScript it prints from it. Each cell is sent
 * with its own number of empty lines before it, inside a template literal, which the printer keeps: so a line tells
 * the cell, also where one cell calls a function of another.
 */
import type { Insertion } from "./awaits.ts";
import { beginCode } from "../prelude/plots.ts";
import { asKernelReads, transpile, type Transpiled } from "./syntax.ts";

export interface StackMapper {
  /**
   * The code to send for a cell that errors shall call `name`.
   *
   * @param number of the cell among all that the kernel runs.
   * @param insertions that have been made in the source, in order; traces are told without them.
   */
  register(name: string, source: string, number: number, insertions?: readonly Insertion[]): Promise<string>;
  /** The same trace with the kernel's own frames left out, the library's folded and the others in lines of the cells. */
  map(traceback: readonly string[]): Promise<{ lines: string[]; positions: CellPosition[] }>;
}

export interface CellPosition {
  /** Name of the cell, as registered. */
  readonly cell: string;
  /** 1-based. */
  readonly line: number;
  readonly column: number;
}

export function mapStacks(): StackMapper {
  interface SentCell {
    readonly name: string;
    readonly code: string;
    readonly shift: number;
    readonly base: number;
    /** Lines after `base` that are the cell's. */
    readonly room: number;
    readonly insertions: readonly Insertion[];
    transpiled?: Transpiled;
  }
  const cells: SentCell[] = [];
  let next = FIRST_BASE;

  const originOf = async (line: number, column: number): Promise<CellPosition | undefined> => {
    const cell = cells.findLast(({ base, room }) => line > base && line <= base + room);
    if (!cell) return undefined;
    if (!cell.transpiled) {
      const result = await transpile(padding(0) + cell.code);
      if ("message" in result) return undefined;
      cell.transpiled = result;
    }
    const own = line - cell.base;
    const origin = cell.transpiled.originOf(own, own === 1 ? column - PREFIX.length : column);
    if (!origin) return undefined;
    const before = origin.line === 1 ? padding(0).length + cell.shift : 0;
    const sent = origin.column - before;
    return { cell: cell.name, line: origin.line, column: withoutInsertions(cell.insertions, origin.line, sent) };
  };

  return {
    async register(name, source, number, insertions = []) {
      const room = mostLines(source);
      if (next + room > LAST_LINE) next = FIRST_BASE;
      const base = next;
      next += room;
      const code = await asKernelReads(source);
      cells.push({ name, code, shift: code === source ? 0 : 1, base, room, insertions });
      return padding(base, `\${${beginCode(number, source)}}`) + code;
    },
    async map(traceback) {
      const lines: string[] = [];
      const positions: CellPosition[] = [];
      for (const text of traceback.flatMap((part) => part.split("\n"))) {
        const frame = /^(\s+at .*?\(?)<anonymous>:(\d+):(\d+)(\)?)$/.exec(text);
        if (!frame) {
          if (!/^\s+at .*\(?(ext:|file:.*\$deno\$repl)/.test(text)) lines.push(text);
          continue;
        }
        const position = await originOf(Number(frame[2]), Number(frame[3]));
        // The call itself, and the wait for it: one line says both.
        const last = positions.at(-1);
        const isSame = position && last && /\bat async $/.test(frame[1]!) && lines.at(-1)?.endsWith(placeOf(last)) &&
          placeOf(position) === placeOf(last);
        if (!position || isSame) continue;
        positions.push(position);
        lines.push(`${frame[1]}${placeOf(position)}${frame[4]}`);
      }
      return { lines: lines.length === 1 && lines[0] === "" ? [] : folded(lines), positions };
    },
  };
}

function placeOf({ cell, line, column }: CellPosition): string {
  return `${cell}:${line}:${column}`;
}

/** The lines with runs of frames that are not the notebook's own as one. With `TRACEBOOK_FRAMES=all` as they are. */
function folded(lines: readonly string[]): string[] {
  if (Deno.env.get("TRACEBOOK_FRAMES") === "all") return [...lines];
  const shown: string[] = [];
  for (let i = 0; i < lines.length; i++) {
    let end = i;
    while (end < lines.length && isFrameOfLibrary(lines[end]!)) end++;
    if (end - i < 2) {
      shown.push(lines[i]!);
      continue;
    }
    shown.push(`    … ${end - i} frames of the library`);
    i = end - 1;
  }
  return shown;
}

const SOURCES = new URL("../../../", import.meta.url).href;

/** Of tracebook, of a package, or of Node's modules. */
function isFrameOfLibrary(line: string): boolean {
  return /^\s+at /.test(line) &&
    (line.includes(SOURCES) ||
      /\/node_modules\/|\/npm\/registry\.|[( ](?:https?|npm|jsr|node):|[( ]new Promise \(<anonymous>\)/.test(line));
}

/** What the kernel puts before the first line. */
const PREFIX = `"use strict"; void 0;`;
/** Lines below belong to the kernel's prelude and barriers. */
const FIRST_BASE = 500;
/**
 * A thousand empty lines cost the kernel a millisecond a cell. So after a hundred cells or more the lines are given anew,
 * and a function of a cell that old is told by the lines of a newer one.
 */
const LAST_LINE = 3000;

/** The printer begins a line after such a character at the most. */
function mostLines(source: string): number {
  return 10 + (source.match(/[\n,;:?{}()[\]`]/g)?.length ?? 0);
}

function padding(lines: number, first = ""): string {
  return "void `" + first + "\n".repeat(lines) + "`;";
}

/** The column of the cell as it was written. */
function withoutInsertions(insertions: readonly Insertion[], line: number, column: number): number {
  let own = column;
  for (const { line: at, column: from, text } of insertions) {
    if (at === line && from < own) own = Math.max(from, own - text.length);
  }
  return own;
}
