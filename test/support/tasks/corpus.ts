/**
 * Interaction logs with known instances, and what seeded trouble makes of them: noise, merges one after the other and
 * case by case, interruptions, blank labels, times that mean nothing.
 */
import { valueAt } from "../../../src/base/column.ts";
import { readCsvTable } from "../../../src/io/csv/csv.ts";
import { type Random, random } from "../random.ts";

/** One interaction as its file has it, with its truth beside. Times are in the column `timeStamp`. */
export interface Row {
  readonly cells: Readonly<Record<string, string>>;
  /** True instance, from 0; -1 for what belongs to none. */
  readonly instance: number;
  /** True kind of task. */
  readonly task: string;
}

/** Rows of one stream, in order. */
export interface Corpus {
  readonly name: string;
  readonly rows: readonly Row[];
}

/** A log whose column `truth` names the instances, and whose column `kind`, if any, their kinds; both are taken out. */
export async function readCorpus(path: string, name: string, truth = "caseID", kind?: string): Promise<Corpus> {
  const { table } = await readCsvTable(path);
  const instances = new Map<string, number>();
  const rows: Row[] = [];
  for (let row = 0; row < table.rows; row++) {
    const cells: Record<string, string> = {};
    for (const column of table.columns) cells[column.name] = String(valueAt(column, row) ?? "");
    const id = cells[truth]!, task = kind === undefined ? name : cells[kind]!;
    delete cells[truth];
    if (kind !== undefined) delete cells[kind];
    if (id !== "" && !instances.has(id)) instances.set(id, instances.size);
    rows.push({ cells, instance: id === "" ? -1 : instances.get(id)!, task });
  }
  return { name, rows };
}

/** Each interaction with probability `p` in trouble: half of those deleted, half preceded by a stray one of the log. */
export function withNoise({ name, rows }: Corpus, p: number, seed: number): Corpus {
  const { next, pick } = random(seed);
  const noisy: Row[] = [];
  for (const row of rows) {
    if (next() >= p) noisy.push(row);
    else if (next() < 0.5) continue;
    else {
      const stray = pick(rows).cells;
      noisy.push({ ...row, cells: { ...stray, timeStamp: row.cells.timeStamp! } }, row);
    }
  }
  return { name: `${name}, noise ${p}`, rows: noisy };
}

/** All of the first, then all of the second, and so on. */
export function oneAfterTheOther(corpora: readonly Corpus[], seed: number): Corpus {
  return joined(corpora, corpora.map((corpus) => casesOf(corpus)).flat(), seed, "then");
}

/** Cases of all in random order; each log's own cases stay in theirs. */
export function caseByCase(corpora: readonly Corpus[], seed: number): Corpus {
  return joined(corpora, shuffledCases(corpora, random(seed)), seed, "mixed with");
}

/**
 * As `caseByCase`, and one case in `oneIn` is interrupted somewhere in its middle by the whole next case, of whatever
 * task, and then taken up again.
 */
export function interrupted(corpora: readonly Corpus[], seed: number, oneIn = 4): Corpus {
  const numbers = random(seed);
  const cases = shuffledCases(corpora, numbers);
  const order: Row[][] = [];
  for (let i = 0; i < cases.length; i++) {
    const one = cases[i]!, next = cases[i + 1];
    if (next && one.length >= 4 && numbers.below(oneIn) === 0) {
      const cut = 2 + numbers.below(one.length - 3);
      order.push(one.slice(0, cut), next, one.slice(cut));
      i++;
    } else order.push(one);
  }
  return joined(corpora, order, seed, "interrupted by");
}

/** Texts of buttons and links are gone. */
export function blanked({ name, rows }: Corpus): Corpus {
  const texts = [
    "Label",
    "target.name",
    "target.value",
    "target.innerText",
    "target.innerHTML",
    "target.title",
    "target.href",
  ];
  return {
    name: `${name}, blank`,
    rows: rows.map((row) => {
      if (!/click/i.test(row.cells.eventType ?? row.cells.event_type ?? "")) return row;
      const cells = { ...row.cells };
      for (const text of texts) if (text in cells) cells[text] = "";
      return { ...row, cells };
    }),
  };
}

/** Every interaction one second after the one before: times mean nothing. */
export function withoutTimes({ name, rows }: Corpus): Corpus {
  return {
    name: `${name}, no times`,
    rows: rows.map((row, i) => ({ ...row, cells: { ...row.cells, timeStamp: timeText(i * 1000) } })),
  };
}

const BEGIN = Date.UTC(2026, 0, 5, 8);

function timeText(milliseconds: number): string {
  return new Date(BEGIN + milliseconds).toISOString();
}

function casesOf({ rows }: Corpus): Row[][] {
  return [...Map.groupBy(rows, ({ instance }) => instance).values()];
}

function shuffledCases(corpora: readonly Corpus[], { below }: Random): Row[][] {
  const queues = corpora.map((corpus) => casesOf(corpus));
  const cases: Row[][] = [];
  for (;;) {
    const left = queues.reduce((sum, queue) => sum + queue.length, 0);
    if (left === 0) return cases;
    let n = below(left);
    cases.push(queues.find((queue) => (n -= queue.length) < 0)!.shift()!);
  }
}

/** Pieces of cases one after the other; gaps within a piece stay as they are, pieces are some seconds apart. */
function joined(corpora: readonly Corpus[], pieces: readonly (readonly Row[])[], seed: number, word: string): Corpus {
  const { next } = random(seed + 1);
  const columns = [...new Set(corpora.flatMap(({ rows }) => Object.keys(rows[0]!.cells)))];
  const instances = new Map<string, number>();
  let clock = 0;
  const rows = pieces.flatMap((piece) => {
    const begin = Date.parse(piece[0]!.cells.timeStamp!);
    let last = 0;
    clock += 3000 + Math.round(next() * 12_000);
    const moved = piece.map((row) => {
      const key = `${row.task} ${row.instance}`;
      if (!instances.has(key)) instances.set(key, instances.size);
      last = Math.max(last, Date.parse(row.cells.timeStamp!) - begin);
      const cells = Object.fromEntries(columns.map((column) => [column, row.cells[column] ?? ""]));
      return { ...row, instance: instances.get(key)!, cells: { ...cells, timeStamp: timeText(clock + last) } };
    });
    clock += last;
    return moved;
  });
  return { name: corpora.map(({ name }) => name).join(` ${word} `), rows };
}
