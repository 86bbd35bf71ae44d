/** Inputs by number, read one after another, and what came of them by format. */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { randomStream } from "../../src/base/random.ts";
import { BINARY, type FormatName, FORMATS } from "./formats.ts";
import { Reader } from "./child.ts";
import { mutated } from "./mutate.ts";

export interface FuzzOptions {
  readonly inputs: number;
  readonly seed: number;
  readonly formats: readonly FormatName[];
  /** One input may take so long, alone. */
  readonly seconds: number;
  /** Only the input of this number. */
  readonly only?: number;
  /** Where faulty inputs go. */
  readonly faults: string;
  readonly jobs: number;
}

export interface Fault {
  readonly format: FormatName;
  readonly number: number;
  readonly file: string;
  readonly why: string;
}

export interface FormatResult {
  inputs: number;
  read: number;
  refused: number;
  faults: number;
  /** Milliseconds, and of which input. */
  slowest: number;
  slowestNumber: number;
}

/** The whole files come first: number 0 and on are the seeds as they are, which must be read. */
export async function fuzz(
  seeds: Readonly<Record<FormatName, readonly Uint8Array[]>>,
  options: FuzzOptions,
): Promise<{ results: Map<FormatName, FormatResult>; faults: Fault[] }> {
  const work = mkdtempSync(join(tmpdir(), "fuzz-"));
  const results = new Map<FormatName, FormatResult>();
  const faults: Fault[] = [];
  for (const format of options.formats) {
    results.set(format, { inputs: 0, read: 0, refused: 0, faults: 0, slowest: 0, slowestNumber: 0 });
  }
  const queue = inputsOf(options);
  let next = 0;
  const late: (readonly [FormatName, number, string])[] = [];

  async function take(reader: Reader, format: FormatName, number: number, again?: string): Promise<void> {
    const path = again ?? join(work, `${format}-${number}${FORMATS[format]}`);
    if (again === undefined) Deno.writeFileSync(path, inputOf(seeds[format], options.seed, format, number));
    const outcome = await reader.read(format, path, options.seconds);
    // Beside others it may be slow for their sake: it is tried again, alone.
    if (again === undefined && outcome.ms > options.seconds * 1000 * 0.9) {
      late.push([format, number, path]);
      return;
    }
    const result = results.get(format)!;
    result.inputs++;
    const isSeed = number < seeds[format].length;
    const unread = isSeed && outcome.kind === "refused" && isOwn(number) ? "a whole file was refused" : undefined;
    if (outcome.kind === "fault" || unread !== undefined) {
      result.faults++;
      mkdirSync(options.faults, { recursive: true });
      const file = join(options.faults, `${format}-${options.seed}-${number}${FORMATS[format]}`);
      copyFileSync(path, file);
      faults.push({ format, number, file, why: unread ?? outcome.why! });
    } else if (outcome.kind === "read") result.read++;
    else result.refused++;
    if (outcome.ms > result.slowest) {
      result.slowest = outcome.ms;
      result.slowestNumber = number;
    }
    rmSync(path, { force: true });
    rmSync(`${path}.out.${format}`, { force: true });
  }
  /** Of other people's files some are made to be refused. */
  const isOwn = (number: number) => number < 1;

  const readers = Array.from({ length: options.jobs }, () => new Reader());
  try {
    await Promise.all(readers.map(async (reader) => {
      while (next < queue.length) {
        const [format, number] = queue[next++]!;
        await take(reader, format, number);
      }
    }));
    for (const [format, number, path] of late) await take(readers[0]!, format, number, path);
  } finally {
    for (const reader of readers) await reader.end();
    rmSync(work, { recursive: true, force: true });
  }
  return { results, faults };
}

/** The bytes of an input: the seed file itself, or one of them mutated by random numbers of its own. */
export function inputOf(
  seeds: readonly Uint8Array[],
  seed: number,
  format: FormatName,
  number: number,
): Uint8Array {
  if (number < seeds.length) return seeds[number]!;
  const random = randomStream(seed, "fuzz", format, number);
  return mutated(seeds[Math.floor(random() * seeds.length)]!, seeds, random);
}

/** Formats in turn, each with its numbers from 0, so that a run that is cut short has seen them all. */
function inputsOf({ inputs, formats, only }: FuzzOptions): [FormatName, number][] {
  if (only !== undefined) return formats.map((format) => [format, only]);
  const all: [FormatName, number][] = [];
  const numbers = new Map<FormatName, number>();
  for (let round = 0; all.length < inputs; round++) {
    for (const format of formats) {
      // DuckDB's own readers are slower and refuse most: they get every third turn.
      if (BINARY.has(format) && round % 3 > 0 && formats.some((one) => !BINARY.has(one))) continue;
      if (all.length === inputs) break;
      const number = numbers.get(format) ?? 0;
      numbers.set(format, number + 1);
      all.push([format, number]);
    }
  }
  return all;
}
