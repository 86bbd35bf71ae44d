/**
 * `deno task bench --tasks --stability [--only TEXT] [--json] [--logs FOLDER]`
 *
 * Whether a small change of a log, that changes nothing of its truth, changes what is found: users renamed, rows in
 * another order, one user left out, the last tenth cut off, the whole log a second time a year later. Exact and pair F1 of
 * the changed log stand beside those of the plain one over the same interactions, where some are left out.
 */
import { existsSync } from "node:fs";
import { textTable } from "../../src/cli/output.ts";
import { inferInteractionMapping } from "../../src/io/mapping/interaction_mapping.ts";
import { scoreSegments } from "../../src/taskmining/segmentation/score_segments.ts";
import { segmentTasks } from "../../src/taskmining/segmentation/segment_tasks.ts";
import { text } from "../../test/support/interactions.ts";
import { random } from "../../test/support/random.ts";
import { type Corpus, readCorpus, type Row } from "../../test/support/tasks/corpus.ts";
import { randomDesk } from "../../test/support/tasks/desks.ts";
import { knownLog } from "../../test/support/tasks/score_corpus.ts";
import { readPublished, readRecording, RECORDINGS } from "./given_logs.ts";
import {
  doubled,
  renamed,
  shuffledFile,
  shuffledTies,
  type TimeColumns,
  withoutLastTenth,
  withoutUser,
} from "../../test/support/tasks/changes.ts";

const DESKS = [1, 2, 3, 4, 5, 6];

export interface Stability {
  readonly log: string;
  readonly change: string;
  readonly exact: number;
  readonly pairF1: number;
  /** Of the plain log, over the same interactions. */
  readonly plainExact: number;
  readonly plainPairF1: number;
}

export async function benchStability(
  { only, json, logs }: { readonly only: string; readonly json: boolean; readonly logs: string },
): Promise<void> {
  const rows: Stability[] = [];
  for (const { name, make } of sources(logs)) {
    if (!name.includes(only)) continue;
    const corpus = await make();
    console.error(name);
    rows.push(...stabilityOf(corpus));
  }
  if (json) console.log(JSON.stringify(rows, null, 2));
  else print(rows);
}

function sources(logs: string): { name: string; make: () => Promise<Corpus> | Corpus }[] {
  const given = existsSync(logs)
    ? [
      ...RECORDINGS.map((name) => ({ name, make: () => readRecording(logs, name) })),
      { name: "cpn3", make: () => readPublished(logs, "cpn3") },
    ]
    : [];
  if (given.length === 0) console.error(`No logs in ${logs}: those that come with the project only.`);
  return [
    ...given,
    { name: "order desk", make: () => readCorpus("data/order-desk.csv", "order desk", "segment", "task") },
    ...DESKS.map((seed) => ({ name: `desk ${seed}`, make: () => randomDesk(seed) })),
  ];
}

function stabilityOf(corpus: Corpus): Stability[] {
  const columns = timeColumns(corpus);
  const plain = foundIn(corpus);
  const changes: [string, Corpus | undefined][] = [
    ["users renamed", renamed(corpus, columns)],
    ["ties shuffled", shuffledTies(corpus, columns, random(11))],
    ["file shuffled", shuffledFile(corpus, columns, random(12))],
    ["one user left out", withoutUser(corpus, columns)],
    ["last tenth cut", withoutLastTenth(corpus, columns)],
    ["doubled", doubled(corpus, columns)],
  ];
  const whole = scoreOf(plain);
  const rows: Stability[] = [
    { log: corpus.name, change: "plain", ...whole, plainExact: whole.exact, plainPairF1: whole.pairF1 },
  ];
  for (const [change, changed] of changes) {
    if (!changed) continue;
    // Changes that leave rows out keep the others as they are.
    const left = changed.rows.length < corpus.rows.length ? new Set(changed.rows) : undefined;
    const same = left ? scoreOf(plain.filter(({ row }) => left.has(row))) : whole;
    const own = scoreOf(foundIn(changed));
    rows.push({ log: corpus.name, change, ...own, plainExact: same.exact, plainPairF1: same.pairF1 });
  }
  return rows;
}

interface Found {
  readonly row: Row;
  readonly owner: number;
}

/** Rows in the log's order, by user and time, with the instance that was found for each. */
function foundIn(corpus: Corpus): Found[] {
  const { log } = knownLog(corpus);
  const { owner } = segmentTasks(log);
  return Array.from(log.rows, (row, i) => ({ row: corpus.rows[row]!, owner: owner[i]! }));
}

function scoreOf(found: readonly Found[]): Pick<Stability, "exact" | "pairF1"> {
  const owners = found.map(({ owner }) => owner), truth = found.map(({ row }) => row.instance);
  const { exactShare, pairF1 } = scoreSegments(owners, truth, owners.map(() => 0));
  return { exact: exactShare, pairF1 };
}

function timeColumns({ rows, name }: Corpus): TimeColumns {
  const columns = Object.keys(rows[0]!.cells).map((column) =>
    text(column, rows.map(({ cells }) => cells[column] || undefined))
  );
  const { timestamp, end, user } = inferInteractionMapping({ rows: rows.length, columns }, {}, name);
  return { times: [timestamp, end].filter((column) => column !== undefined), ...(user && { user }) };
}

function print(rows: readonly Stability[]): void {
  const three = (x: number) => x.toFixed(3);
  const signed = (x: number) => (x < 0 ? "−" : "+") + Math.abs(x).toFixed(3);
  console.log(textTable(
    ["log", "change", "exact", "plain", "by", "pair F1", "plain", "by"],
    rows.map((row) => [
      row.log,
      row.change,
      three(row.exact),
      three(row.plainExact),
      signed(row.exact - row.plainExact),
      three(row.pairF1),
      three(row.plainPairF1),
      signed(row.pairF1 - row.plainPairF1),
    ]),
  ));
  const largest = rows.reduce((most, row) =>
    Math.abs(row.exact - row.plainExact) > Math.abs(most.exact - most.plainExact) ? row : most
  );
  const by = Math.abs(largest.exact - largest.plainExact);
  console.log(`\nLargest change of exact: ${three(by)} (${largest.log}, ${largest.change})`);
}
