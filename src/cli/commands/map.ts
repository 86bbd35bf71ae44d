import { type Column, valueAt } from "../../base/column.ts";
import { csvLog, readCsvTable } from "../../io/csv/csv.ts";
import { detectFormat, detectKind } from "../../io/formats/detect_format.ts";
import { inferInteractionMapping } from "../../io/mapping/interaction_mapping.ts";
import { protectInteractions } from "../../privacy/protect_interactions.ts";
import { inferSomeRoles } from "../../io/mapping/mapping.ts";
import type { MappingFile } from "../../io/mapping/mapping_file.ts";
import { readRaw } from "../../log/events/read_log.ts";
import { onlyPositional, readArguments } from "../command.ts";
import { logOptions, readLogOptions } from "../log_options.ts";
import { choice, fieldsOf, type Options } from "../options.ts";
import { checkTarget, note, writeText } from "../output.ts";
import type { CommandEntry } from "../registry/entry.ts";

const { case: caseColumn, activity, timestamp, start, resource } = logOptions;
const { "time-zone": timeZone, "date-order": dateOrder, delimiter, encoding } = logOptions;

const kindOption = {
  kind: choice(["events", "interactions"], { help: "what the log holds (default: told by its columns)" }),
} as const satisfies Options;

export const mapCommand: CommandEntry = {
  name: "map",
  summary: "write down which column of an export is what, to be edited and used for each export of its kind",
  usage: "LOG [-o FILE]",
  reads: "any log file",
  gives: "mapping file",
  functions: [],
  examples: ["tb map exports/orders.csv -o orders-map.json"],
  options: {
    output: { type: "string", short: "o", value: "FILE", help: "where the mapping goes (default: shown)" },
    ...kindOption,
    ...{ case: caseColumn, activity, timestamp, start, resource },
    ...{ "time-zone": timeZone, "date-order": dateOrder, delimiter, encoding },
  },

  async main(args) {
    const given = readArguments(this, args);
    const path = onlyPositional(this, given);
    const file = given.text("output");
    await checkTarget("-o", file);
    const { kind, mapping, columns } = await columnsOf(path, readLogOptions(given), fieldsOf(kindOption, given).kind);
    const mapped = new Set<string | null>(Object.values(mapping));
    const options = ["time-zone", "date-order", "delimiter", "encoding"].flatMap((option) => {
      const value = given.text(option);
      return value === undefined ? [] : [[option.replace(/-(.)/, (_, c: string) => c.toUpperCase()), value]];
    });
    const content = {
      kind,
      mapping,
      rename: {},
      ...Object.fromEntries(options),
      unmapped: columns.filter(({ name }) => !mapped.has(name)).map((column) => ({
        column: column.name,
        holds: column.kind,
        example: exampleOf(column),
      })),
    };
    const text = JSON.stringify(content, null, 2) + "\n";
    if (file === undefined) console.log(text.trimEnd());
    else {
      await writeText("-o", file, text);
      console.log(file);
    }
    const open = Object.entries(mapping).filter(([, column]) => column === null).map(([role]) => role);
    if (open.length > 0) note(`No column tells the ${open.join(" and the ")}: fill in what stands as null.`);
    return 0;
  },
};

async function columnsOf(
  path: string,
  options: ReturnType<typeof readLogOptions>,
  wanted: MappingFile["kind"] | undefined,
): Promise<{ kind: MappingFile["kind"]; mapping: Record<string, string | null>; columns: readonly Column[] }> {
  const { mapping: given, ...others } = options;
  const roles = typeof given === "string" ? {} : given ?? {};
  const format = await detectFormat(path);
  if (format !== "csv" && format !== "csv.gz") {
    const raw = await readRaw(path, { ...others, mapping: roles });
    const columns = [...raw.events.columns, ...(raw.traces?.table.columns ?? [])];
    return { kind: "events", mapping: filled(raw.mapping ?? inferSomeRoles(raw.events, roles, raw.name)), columns };
  }
  const text = await readCsvTable(path, { ...others, shapes: true });
  const kind = wanted ??
    (given === undefined ? detectKind(text.table.columns) : "events");
  if (kind === "interactions") {
    const mapping = inferInteractionMapping(text.table, {}, text.name);
    // A mapping file is passed around: its examples show no more than the log would.
    const { table } = protectInteractions(text, mapping);
    return { kind, mapping: { ...mapping }, columns: table.columns };
  }
  const found = inferSomeRoles(text.table, roles, text.name);
  return { kind, mapping: filled(found), columns: csvLog(text, { ...others, mapping: found }).events.columns };
}

/** Roles that every event log has stand in the file even where no column is known. */
function filled(roles: Readonly<Record<string, string | undefined>>): Record<string, string | null> {
  const known = Object.entries(roles).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { case: null, activity: null, timestamp: null, ...Object.fromEntries(known) };
}

function exampleOf(column: Column): string | number | boolean | null {
  for (let row = 0;; row++) {
    const length = column.kind === "text" ? column.codes.length : column.values.length;
    if (row >= length) return null;
    const value = valueAt(column, row);
    if (value !== null) return value instanceof Date ? value.toISOString() : value;
  }
}
