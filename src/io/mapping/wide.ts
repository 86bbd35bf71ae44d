/** Wide tables: a row a case, a column a milestone. Each milestone that a case has reached becomes an event. */
import { type Column, columnNamed, type Table, takeRows, type TimeColumn } from "../../base/column.ts";
import { InputError } from "../../base/errors.ts";
import { formatCount } from "../../base/format.ts";
import { nearestNames } from "../../base/nearest_names.ts";
import { typedColumns, type TypingOptions } from "../bytes/typed_columns.ts";
import type { Mapping, RawLog } from "../raw_log.ts";
import { settleTimes } from "../time/settle_times.ts";
import { closestClock, isClock } from "./find_clock.ts";
import { joinClocks } from "./join_clocks.ts";
import type { FoundMapping } from "./mapping.ts";
import { caseColumnOfWide, isMilestone } from "./looks_wide.ts";
import { type Traits, traitsOf } from "./traits.ts";

export interface WideOptions extends TypingOptions {
  /** The columns that are milestones, or true for all that hold times, but for plans, deadlines and birthdays. */
  readonly wide: true | readonly string[];
  /** Of its roles `case` and `resource` count; activities are the names of the milestones. */
  readonly mapping?: Partial<Mapping>;
}

/**
 * The events of a wide table, row after row, in the order of its columns. All other columns are attributes of the case.
 * The report says how many cells became events, how many are empty, and which columns of times are no milestones.
 *
 * @throws InputError if a column is not there, no column holds times, or none tells the cases apart; as
 * `parseTimestamps` where times cannot be read.
 */
export function wideEvents(source: RawLog, options: WideOptions): RawLog & FoundMapping {
  const { name, events: table, report, lineOf } = source;
  const traits = table.columns.map(traitsOf);
  const { resource } = options.mapping ?? {};
  const caseName = options.mapping?.case ?? caseColumnOfWide(traits)?.column.name;
  if (caseName === undefined) {
    throw new InputError(
      `${name}: expected a column with another value in each row, which names the case of a wide table, but found none ` +
        `among ${listed(table)}. Name it: --case COLUMN.`,
    );
  }
  for (const wanted of [caseName, ...(resource === undefined ? [] : [resource])]) named(source, wanted);
  const milestones = options.wide === true
    ? traits.filter((one) => isMilestone(one) && one.column.name !== caseName && one.column.name !== resource)
    : options.wide.map((wanted) => traits[table.columns.indexOf(named(source, wanted))]!);
  if (milestones.length === 0) {
    throw new InputError(
      `${name}: expected columns of times, one a milestone, but found none among ${listed(table)}. ` +
        `Name them: --milestone COLUMN, once for each.`,
    );
  }
  const { times, clocks } = timesOf(source, milestones, traits, options);
  const used = new Set([caseName, ...milestones.map(({ column }) => column.name), ...clocks]);
  const others = table.columns.filter((column) => !used.has(column.name));
  const { row, milestone, empty } = cellsOf(times, table.rows);
  reportWide(source, milestones, { row, empty }, others, traits);
  const names = new Set(table.columns.map((column) => column.name));
  const activity = freeName("activity", names), timestamp = freeName("timestamp", names);
  const dictionary = milestones.map(({ column }) => column.name);
  const mapping = { case: caseName, activity, timestamp, ...(resource === undefined ? {} : { resource }) };
  return {
    name,
    events: {
      rows: row.length,
      columns: [
        takeRows(named(source, caseName), row),
        { kind: "text", name: activity, codes: milestone, dictionary },
        { kind: "time", name: timestamp, values: Float64Array.from(row, (r, i) => times[milestone[i]!]!.values[r]!) },
      ],
    },
    traces: {
      table: {
        rows: table.rows,
        columns: attributesOf(source, others, resource, options),
      },
      of: row,
    },
    report,
    ...(lineOf ? { lineOf: (event: number) => lineOf(row[event]!) } : {}),
    mapping,
    roles: mapping,
  };
}

/** The columns that are no milestones, with their types. */
function attributesOf(
  source: RawLog,
  others: readonly Column[],
  resource: string | undefined,
  options: WideOptions,
): Column[] {
  const events = { rows: source.events.rows, columns: others };
  const settled = settleTimes({ ...source, events }, {}, options).events.columns;
  const open = settled.filter(({ kind, name }) => kind === "text" && name !== resource);
  const typed = typedColumns(open, options, source, source.report);
  return settled.map((column) => typed[open.indexOf(column)] ?? column);
}

function named({ name, events: table }: RawLog, wanted: string): Column {
  const column = columnNamed(table, wanted);
  if (column) return column;
  const near = nearestNames(wanted, table.columns.map((one) => one.name)).map((one) => JSON.stringify(one));
  throw new InputError(
    `${name}: expected a column ${JSON.stringify(wanted)} but found ${listed(table)}.` +
      (near.length > 0 ? ` Did you mean ${near.join(" or ")}?` : ""),
  );
}

/** The times of each milestone, with the time of day where a column of its own holds it. */
function timesOf(
  source: RawLog,
  milestones: readonly Traits[],
  traits: readonly Traits[],
  options: WideOptions,
): { times: TimeColumn[]; clocks: string[] } {
  const clocks: string[] = [];
  const times = milestones.map((one): TimeColumn => {
    const name = one.column.name;
    const free = traits.filter((other) => isClock(other) && !milestones.includes(other));
    const clock = one.days ? closestClock(one, free.filter(({ column }) => !clocks.includes(column.name))) : undefined;
    if (clock !== undefined) clocks.push(clock);
    const mapping = { timestamp: name, ...(clock === undefined ? {} : { clock }) };
    const own = { ...source, events: { rows: source.events.rows, columns: columnsOf(source, name, clock) } };
    return columnNamed(settleTimes(joinClocks(own, mapping, options).raw, mapping, options).events, name) as TimeColumn;
  });
  return { times, clocks };
}

function columnsOf({ events }: RawLog, ...names: readonly (string | undefined)[]): Column[] {
  return events.columns.filter((column) => names.includes(column.name));
}

/** The cells that hold a time, row after row: the row of each and the milestone. */
function cellsOf(times: readonly TimeColumn[], rows: number) {
  const row = new Int32Array(rows * times.length), milestone = new Int32Array(rows * times.length);
  let n = 0;
  for (let r = 0; r < rows; r++) {
    for (let m = 0; m < times.length; m++) {
      if (Number.isNaN(times[m]!.values[r]!)) continue;
      row[n] = r;
      milestone[n++] = m;
    }
  }
  return { row: row.slice(0, n), milestone: milestone.slice(0, n), empty: rows * times.length - n };
}

function reportWide(
  { name, events: table, report, lineOf }: RawLog,
  milestones: readonly Traits[],
  { row, empty }: { readonly row: Int32Array; readonly empty: number },
  others: readonly Column[],
  traits: readonly Traits[],
): void {
  const left = traits.filter(({ column, times }) => times === "times" && others.includes(column));
  const words = (columns: readonly Traits[]) => columns.map(({ column }) => JSON.stringify(column.name)).join(", ");
  report.add(
    "wide table",
    () =>
      `${name}: ${formatCount(table.rows)} rows with the milestones ${words(milestones)} make ` +
      `${formatCount(row.length)} events; ${formatCount(empty)} cells without a time make none` +
      (left.length > 0 ? `; times that are attributes of the case: ${words(left)}` : ""),
    row.length,
  );
  const reached = new Uint8Array(table.rows);
  for (const one of row) reached[one] = 1;
  const never = reached.indexOf(0);
  report.add(
    "case without events",
    () => `${name}, ${lineOf ? `line ${lineOf(never)}` : `row ${never + 1}`}: no milestone has a time; it is no case`,
    reached.reduce((count, one) => count + (one ? 0 : 1), 0),
  );
}

function freeName(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted;
  for (let i = 2; taken.has(name); i++) name = `${wanted} (${i})`;
  return name;
}

function listed({ columns }: Table): string {
  const names = columns.slice(0, 20).map(({ name }) => JSON.stringify(name)).join(", ");
  return columns.length > 20 ? `${names} and ${columns.length - 20} more` : names;
}
