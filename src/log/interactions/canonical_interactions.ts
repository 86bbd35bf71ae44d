/** From a table as read to canonical interactions: which format it is, which column is what. */
import { type Column, columnNamed, type Table, takeRows, type TextColumn } from "../../base/column.ts";
import { InputError } from "../../base/errors.ts";
import { inferInteractionMapping } from "../../io/mapping/interaction_mapping.ts";
import type { ReadingReport } from "../../io/report/reading_report.ts";
import type { PrivacyOptions } from "../../privacy/privacy_options.ts";
import { type Protected, protectInteractions } from "../../privacy/protect_interactions.ts";
import type { TimestampOptions } from "../../io/time/timestamps.ts";
import { activityWatchColumns, activityWatchMapping, isActivityWatch } from "../../io/interactions/activity_watch.ts";
import { actionLoggerColumns, actionLoggerMapping, isActionLogger } from "../../io/interactions/action_logger.ts";
import { canonicalColumns, canonicalMapping, isCanonical } from "../../io/interactions/canonical.ts";
import { cpnColumns, cpnMapping, isCpn } from "../../io/interactions/cpn.ts";
import type { ApplicationClasses } from "./application_classes.ts";
import { orderOfUsers, withIdle, withUsers } from "./mend_columns.ts";
import { genericColumns } from "../../io/interactions/generic.ts";
import { readInteractionTimes } from "../../io/interactions/interaction_times.ts";
import { sortDictionary } from "../../io/interactions/text_columns.ts";
import type { RawInteractions } from "./raw_interactions.ts";
import { isSmartRpa, smartRpaColumns, smartRpaMapping, smartRpaRows } from "../../io/interactions/smart_rpa.ts";
import type { CanonicalParts, InteractionMapping, InteractionRole } from "../../io/interactions/canonical_columns.ts";

/** A table as the reader of its format returns it. */
export interface InteractionTable {
  /** For titles and errors. */
  readonly name: string;
  readonly table: Table;
  readonly report: ReadingReport;
  /** Line of the file on which a row begins, 1-based. */
  readonly lineOf?: (row: number) => number;
}

interface Format {
  readonly name: string;
  readonly fits: (names: readonly string[]) => boolean;
  readonly mapping: (names: readonly string[]) => InteractionMapping;
  readonly columns: (parts: CanonicalParts) => TextColumn[];
  /** Chooses the rows that count, if not all do; the report says which do not. */
  readonly rows?: (table: Table, report: ReadingReport, placeOf: (row: number) => string) => Int32Array;
}

const FORMATS: readonly Format[] = [
  { name: "Tracebook", fits: isCanonical, mapping: canonicalMapping, columns: canonicalColumns },
  { name: "Action Logger", fits: isActionLogger, mapping: actionLoggerMapping, columns: actionLoggerColumns },
  { name: "CPN", fits: isCpn, mapping: cpnMapping, columns: cpnColumns },
  { name: "SmartRPA", fits: isSmartRpa, mapping: smartRpaMapping, columns: smartRpaColumns, rows: smartRpaRows },
  { name: "ActivityWatch", fits: isActivityWatch, mapping: activityWatchMapping, columns: activityWatchColumns },
];

/** Roles that a format of a recorder leaves open: a mapping that names no others does not change how it is read. */
const OPEN_ROLES: readonly InteractionRole[] = ["team", "task", "case", "segment"];

export interface CanonicalOptions extends TimestampOptions {
  /** What is done for the privacy of those recorded; `false` does nothing. @default everything that is safe */
  readonly privacy?: PrivacyOptions | false;
  readonly applicationClasses?: ApplicationClasses;
}

/**
 * Reads a table in the format of the recorder whose columns it has. Where the given mapping contradicts that format, the
 * table is read by the mapping alone.
 *
 * @throws InputError as `inferInteractionMapping` does, and if no row has a time that can be read.
 */
export function canonicalInteractions(
  source: InteractionTable,
  given: Partial<InteractionMapping> = {},
  options: CanonicalOptions = {},
): RawInteractions {
  const { name } = source;
  const { known, mapping, source: { table, report, lineOf, privacy } } = protectedRecording(
    source,
    given,
    options.privacy,
  );
  const placeOf = placesOf(name, lineOf);

  const { ts, tsEnd } = readInteractionTimes({ name, table, mapping, report, lineOf }, options);
  const parts: CanonicalParts = { table, mapping, time: ts.values, report, placeOf };
  const found = (known ? known.columns(parts) : genericColumns(parts))
    .filter(({ dictionary }) => dictionary.length > 0);
  const columns = withUsers(withIdle(found, parts, options.applicationClasses), parts, tsEnd?.values);
  const order = mapping.timestamp === undefined ? orderOfUsers(ts, columns) : ts;
  for (const role of ["case", "segment"] as const) {
    const column = mapping[role];
    if (column === undefined) continue;
    report.add(
      "truth column",
      `"${column}" names the ${role} of each row; it is an attribute, and no measure uses it without saying so`,
    );
  }
  return {
    name,
    interactions: table,
    canonical: { rows: table.rows, columns: [order, ...(tsEnd ? [tsEnd] : []), ...columns] },
    mapping,
    report,
    ...(lineOf && { lineOf }),
    privacy,
  };
}

/**
 * A recording without what must not be kept, in the format that its columns tell, and which column is what: everything
 * that reads one begins here.
 */
export function protectedRecording<T extends InteractionTable>(
  source: T,
  given: Partial<InteractionMapping> = {},
  privacy?: PrivacyOptions | false,
): { readonly known: Format | undefined; readonly mapping: InteractionMapping; readonly source: Protected<T> } {
  const known = formatOf(source.table, given);
  const counted = known?.rows ? withRows(source, known.rows) : source;
  const mapping = recordingMapping(counted.table, given, source.name);
  return { known, mapping, source: protectInteractions(counted, mapping, privacy) };
}

/** Which column of a recording is what, by the format that its columns tell, else by their names and contents. */
export function recordingMapping(
  table: Table,
  given: Partial<InteractionMapping>,
  name: string,
): InteractionMapping {
  const known = formatOf(table, given);
  const names = table.columns.map((column) => column.name);
  return known
    ? openRoles(table, { ...known.mapping(names), ...given }, name)
    : inferInteractionMapping(table, given, name);
}

/** The format of a recorder; undefined for other tables, and where what is given contradicts the format. */
export function formatOf(table: Table, given: Partial<InteractionMapping> = {}): Format | undefined {
  const names = table.columns.map((column) => column.name);
  return Object.entries(given).every(([role]) => OPEN_ROLES.includes(role as InteractionRole))
    ? FORMATS.find((format) => format.fits(names))
    : undefined;
}

/** The table without the rows that do not count. */
function withRows<T extends InteractionTable>(source: T, choose: NonNullable<Format["rows"]>): T {
  const { name, table, report, lineOf } = source;
  const rows = choose(table, report, placesOf(name, lineOf));
  if (rows.length === table.rows) return source;
  if (rows.length === 0) throw new InputError(`${name}: expected interactions but all rows are of incognito windows.`);
  return {
    ...source,
    table: { rows: rows.length, columns: table.columns.map((column) => onlyRows(column, rows)) },
    lineOf: lineOf ? (row) => lineOf(rows[row]!) : (row) => rows[row]! + 1,
  };
}

/** Values that occur only in other rows leave the dictionary, because they may be private. */
function onlyRows(column: Column, rows: Int32Array): Column {
  const taken = takeRows(column, rows);
  return taken.kind === "text" ? sortDictionary(taken) : taken;
}

function placesOf(name: string, lineOf: InteractionTable["lineOf"]): (row: number) => string {
  return (row) => lineOf ? `${name}, line ${lineOf(row)}` : `${name}, row ${row + 1}`;
}

/** A recorder's mapping with the roles that it leaves open, where a column beside its own is named so. */
function openRoles(table: Table, mapping: InteractionMapping, name: string): InteractionMapping {
  const inferred = inferInteractionMapping(table, mapping, name);
  const open = OPEN_ROLES.filter((role) => inferred[role] !== undefined && columnNamed(table, inferred[role]!));
  return { ...mapping, ...Object.fromEntries(open.map((role) => [role, inferred[role]!])) };
}
