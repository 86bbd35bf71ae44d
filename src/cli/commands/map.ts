import { type Column, valueAt } from "../../base/column.ts";
import { inferInteractionMapping } from "../../io/mapping/interaction_mapping.ts";
import { protectInteractions } from "../../privacy/protect_interactions.ts";
import type { MappingFile } from "../../io/mapping/mapping_file.ts";
import { openExport } from "../../log/open_export.ts";
import { onlyPositional, readArguments } from "../command.ts";
import { logOptions, readLogOptions } from "../log_options.ts";
import { choice, fieldsOf, type Options } from "../options.ts";
import { checkTarget, note, writeText } from "../output.ts";
import type { CommandEntry } from "../registry/entry.ts";

const { json: _, ...readingOptions } = logOptions;

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
    ...readingOptions,
  },

  async main(args) {
    const given = readArguments(this, args);
    const path = onlyPositional(this, given);
    const file = given.text("output");
    await checkTarget("-o", file);
    const { kind, mapping, columns } = await columnsOf(path, readLogOptions(given), fieldsOf(kindOption, given).kind);
    const mapped = new Set<string | null>(Object.values(mapping));
    // A classifier stands in the mapping, as the activity.
    const { mapping: _, shortRun: __, classifier: ___, ...options } = readLogOptions(given);
    const content = {
      kind,
      mapping,
      rename: {},
      ...options,
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
  const opened = await openExport(path, {
    ...others,
    shapes: true,
    ...(wanted ? { as: wanted } : {}),
    ...(given === undefined ? {} : { mapping: roles }),
  });
  if (opened.kind === "interactions") {
    const mapping = inferInteractionMapping(opened.table, {}, opened.name);
    // A mapping file is passed around: its examples show no more than the log would.
    const { table } = protectInteractions(opened, mapping);
    return { kind: opened.kind, mapping: { ...mapping }, columns: table.columns };
  }
  if (!opened.roles) throw opened.problem!;
  const columns = [...opened.events.columns, ...(opened.traces?.table.columns ?? [])];
  return { kind: opened.kind, mapping: filled(opened.roles), columns };
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
