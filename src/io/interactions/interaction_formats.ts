/** From a table as read to canonical interactions: which format it is, which column is what. */
import { columnNamed, type Table, type TextColumn } from "../../db/column.ts";
import { inferInteractionMapping } from "../interaction_mapping.ts";
import type { ReadingReport } from "../reading_report.ts";
import type { PrivacyOptions } from "../privacy/privacy_options.ts";
import { protectInteractions } from "../privacy/protect_interactions.ts";
import type { TimestampOptions } from "../timestamps.ts";
import { actionLoggerColumns, actionLoggerMapping, isActionLogger } from "./action_logger.ts";
import { cpnColumns, cpnMapping, isCpn } from "./cpn.ts";
import { genericColumns } from "./generic.ts";
import { readInteractionTimes } from "./interaction_times.ts";
import type { CanonicalParts, InteractionMapping, InteractionRole, RawInteractions } from "./raw_interactions.ts";

/** A table as a format's reader left it. */
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
}

const FORMATS: readonly Format[] = [
  { name: "Action Logger", fits: isActionLogger, mapping: actionLoggerMapping, columns: actionLoggerColumns },
  { name: "CPN", fits: isCpn, mapping: cpnMapping, columns: cpnColumns },
];

/** Roles that a format of a recorder leaves open: a mapping that names no others does not change how it is read. */
const OPEN_ROLES: readonly InteractionRole[] = ["team", "task", "case", "segment"];

export interface CanonicalOptions extends TimestampOptions {
  /** What is done for the privacy of those recorded; `false` does nothing. @default everything that is safe */
  readonly privacy?: PrivacyOptions | false;
}

/**
 * Reads a table in the format that its columns tell, with what is given of the mapping; where that contradicts the
 * format, as any table.
 *
 * @throws InputError as `inferInteractionMapping` does, and if no row has a time that can be read.
 */
export function canonicalInteractions(
  source: InteractionTable,
  given: Partial<InteractionMapping> = {},
  options: CanonicalOptions = {},
): RawInteractions {
  const { name } = source;
  const names = source.table.columns.map((column) => column.name);
  const known = Object.entries(given).every(([role]) => OPEN_ROLES.includes(role as InteractionRole))
    ? FORMATS.find((format) => format.fits(names))
    : undefined;
  const mapping = known
    ? openRoles(source.table, { ...known.mapping(names), ...given }, name)
    : inferInteractionMapping(source.table, given, name);
  const { table, report, lineOf, privacy } = protectInteractions(source, mapping, options.privacy);
  const placeOf = (row: number) => lineOf ? `${name}, line ${lineOf(row)}` : `${name}, row ${row + 1}`;

  const { ts, tsEnd } = readInteractionTimes({ name, table, mapping, report, lineOf }, options);
  const parts: CanonicalParts = { table, mapping, time: ts.values, report, placeOf };
  const columns = (known ? known.columns(parts) : genericColumns(parts))
    .filter(({ dictionary }) => dictionary.length > 0);
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
    canonical: { rows: table.rows, columns: [ts, ...(tsEnd ? [tsEnd] : []), ...columns] },
    mapping,
    report,
    ...(lineOf && { lineOf }),
    privacy,
  };
}

/** A recorder's mapping with the roles that it leaves open, where a column beside its own is named so. */
function openRoles(table: Table, mapping: InteractionMapping, name: string): InteractionMapping {
  const inferred = inferInteractionMapping(table, mapping, name);
  const open = OPEN_ROLES.filter((role) => inferred[role] !== undefined && columnNamed(table, inferred[role]!));
  return { ...mapping, ...Object.fromEntries(open.map((role) => [role, inferred[role]!])) };
}
