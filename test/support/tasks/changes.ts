/** Small changes of a log that leave its truth as it is. */
import type { Random } from "../random.ts";
import type { Corpus, Row } from "./corpus.ts";

/** Columns that changes must know: of points in time, the one of order first, and of people. */
export interface TimeColumns {
  readonly times: readonly string[];
  readonly user?: string;
}

/** New names that sort the other way round; undefined if there is one user or none. */
export function renamed(corpus: Corpus, { user }: TimeColumns): Corpus | undefined {
  const names = usersOf(corpus, user);
  if (names.length < 2) return undefined;
  const sorted = names.toSorted();
  const other = new Map(sorted.map((name, n) => [name, `Person ${String(sorted.length - n).padStart(3, "0")}`]));
  const rows = corpus.rows.map((row) => {
    const name = row.cells[user!]!;
    return { ...row, cells: { ...row.cells, [user!]: other.get(name) ?? name } };
  });
  return { name: corpus.name, rows };
}

/**
 * Users' rows of one point in time in another order among users: within a user the order of the file is all there is, and
 * stays. Undefined if no two users share a time.
 */
export function shuffledTies(corpus: Corpus, columns: TimeColumns, numbers: Random): Corpus | undefined {
  const time = columns.times[0]!;
  const groups = [...Map.groupBy(corpus.rows, ({ cells }) => cells[time]!).values()];
  if (!groups.some((rows) => usersOf({ ...corpus, rows }, columns.user).length > 1)) return undefined;
  return { name: corpus.name, rows: groups.flatMap((rows) => amongUsers(rows, columns, numbers)) };
}

/** The whole file in another order; rows of a user with one time keep theirs. */
export function shuffledFile(corpus: Corpus, columns: TimeColumns, numbers: Random): Corpus {
  return { name: corpus.name, rows: amongUsers(corpus.rows, columns, numbers) };
}

/** Rows in random order, but for those of one user at one time. */
function amongUsers(rows: readonly Row[], { times, user }: TimeColumns, { shuffled }: Random): Row[] {
  const key = ({ cells }: Row) => `${cells[times[0]!]} ${user === undefined ? "" : cells[user]}`;
  const queues = Map.groupBy(rows, key), taken = new Map<string, number>();
  return shuffled(rows).map((row) => {
    const own = key(row), next = taken.get(own) ?? 0;
    taken.set(own, next + 1);
    return queues.get(own)![next]!;
  });
}

/** Without the user who did least; undefined if nobody is left. */
export function withoutUser(corpus: Corpus, { user }: TimeColumns): Corpus | undefined {
  const names = usersOf(corpus, user);
  if (names.length < 2) return undefined;
  const count = Map.groupBy(corpus.rows, ({ cells }) => cells[user!]!);
  const least = names.toSorted((a, b) => count.get(a)!.length - count.get(b)!.length || (a < b ? -1 : 1))[0]!;
  return { name: corpus.name, rows: corpus.rows.filter(({ cells }) => cells[user!] !== least) };
}

/** Without the last tenth in time; an instance may be cut in two, and its truth is what is left of it. */
export function withoutLastTenth(corpus: Corpus, { times }: TimeColumns): Corpus {
  const moment = (row: Row) => momentOf(row.cells[times[0]!]!);
  const ordered = corpus.rows.map(moment).sort((a, b) => a - b);
  const end = ordered[Math.floor(ordered.length * 0.9)]!;
  // Where times are equal, rows of the file's end go first.
  let left = Math.floor(ordered.length * 0.9);
  return { name: corpus.name, rows: corpus.rows.filter((row) => moment(row) <= end && left-- > 0) };
}

/** The log, and the same work 364 days later: other instances, with numbers of their own from five digits on. */
export function doubled(corpus: Corpus, { times }: TimeColumns): Corpus {
  const instances = corpus.rows.reduce((most, { instance }) => Math.max(most, instance), -1) + 1;
  const rows = corpus.rows.map(({ cells, instance, task }): Row => ({
    cells: Object.fromEntries(
      Object.entries(cells).map((
        [column, cell],
      ) => [column, times.includes(column) ? aYearLater(cell) : otherNumbers(cell)]),
    ),
    instance: instance < 0 ? -1 : instance + instances,
    task,
  }));
  return { name: corpus.name, rows: [...corpus.rows, ...rows] };
}

function usersOf({ rows }: Corpus, user: string | undefined): string[] {
  return user === undefined ? [] : [...new Set(rows.map(({ cells }) => cells[user]!).filter(Boolean))];
}

/** Each digit but the first two by another; the same number becomes the same. */
function otherNumbers(cell: string): string {
  return cell.replace(
    /\d{5,}/g,
    (digits) => digits.slice(0, 2) + digits.slice(2).replace(/\d/g, (d) => `${(3 * Number(d) + 7) % 10}`),
  );
}

const DAYS = 364;

function aYearLater(cell: string): string {
  const german = /^(\d\d)\.(\d\d)\.(\d{4})/.exec(cell);
  const date = german ? `${german[3]}-${german[2]}-${german[1]}` : cell.slice(0, 10);
  const later = new Date(Date.parse(`${date}T00:00:00Z`) + DAYS * 86_400_000).toISOString().slice(0, 10);
  return (german ? later.split("-").toReversed().join(".") : later) + cell.slice(10);
}

function momentOf(cell: string): number {
  const german = /^(\d\d)\.(\d\d)\.(\d{4}) (.*)$/.exec(cell);
  return german ? Date.parse(`${german[3]}-${german[2]}-${german[1]}T${german[4]}Z`) : Date.parse(cell);
}
