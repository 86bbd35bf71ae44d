/** Interaction logs for tests: tiny ones written out, and random ones from a seed. */
import type { Column, Table } from "../../src/base/column.ts";
import type { InteractionLog } from "../../src/log/interactions/interaction_log.ts";
import { interactionsFromTable, type InteractionTableOptions } from "../../src/log/interactions/read_interactions.ts";
import { random } from "./random.ts";

export const BEGIN = Date.UTC(2026, 0, 5, 8);

/** `at` and `until` are seconds after `BEGIN`. */
export interface InteractionRow {
  at: number;
  until?: number | undefined;
  user?: string | undefined;
  team?: string;
  app?: string | undefined;
  action?: string;
  segment?: string | undefined;
  [column: string]: string | number | undefined;
}

export function interactionsOf(rows: readonly InteractionRow[], options: InteractionTableOptions = {}): InteractionLog {
  return interactionsFromTable(tableOf(rows), { name: "tiny log", ...options });
}

export function tableOf(rows: readonly InteractionRow[]): Table {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((name) =>
    name !== "at" && name !== "until"
  );
  const time = (name: string, of: (row: InteractionRow) => number | undefined): Column => ({
    kind: "time",
    name,
    values: Float64Array.from(rows, (row) => BEGIN + (of(row) ?? NaN) * 1000),
  });
  return {
    rows: rows.length,
    columns: [
      time("timestamp", (row) => row.at),
      ...(rows.some((row) => row.until !== undefined) ? [time("end", (row) => row.until)] : []),
      ...names.map((name) => text(name, rows.map((row) => row[name]))),
    ],
  };
}

export function text(name: string, values: readonly (string | number | undefined)[]): Column {
  const dictionary = [...new Set(values.filter((value) => value !== undefined).map(String))];
  const codeOf = new Map(dictionary.map((value, code) => [value, code]));
  const codes = Int32Array.from(values, (value) => value === undefined ? -1 : codeOf.get(String(value))!);
  return { kind: "text", name, codes, dictionary };
}

export interface RandomInteractionOptions {
  seed: number;
  rows?: number;
  /** Half of the rows are intervals. */
  intervals?: boolean;
  /** One row in ten is of class `idle`. */
  idle?: boolean;
}

/** Rows of three users, interleaved in segments, some of no user, application or segment; whole seconds, with ties. */
export function randomInteractions({ seed, rows = 60, intervals, idle }: RandomInteractionOptions): InteractionRow[] {
  const { below, pick } = random(seed);
  const maybe = <T>(value: T) => below(10) === 0 ? undefined : value;
  return Array.from({ length: rows }, () => {
    const at = below(rows * 8);
    const action = idle && below(10) === 0 ? "idle" : pick(["click", "edit", "copy"]);
    return {
      at,
      ...(intervals ? { until: below(2) === 0 ? undefined : at + below(60) } : {}),
      user: maybe(pick(["Ada", "Bo", "Cem"])),
      app: maybe(pick(["ERP", "Mail", "Sheet"])),
      segment: maybe(String(below(4))),
      action,
    };
  });
}
