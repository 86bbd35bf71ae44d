/** DuckDB over interactions. */
import { type Column, type Table, takeRows } from "../../base/column.ts";
import { distinctNames, quoteName } from "../../base/sql_text.ts";
import type { DriverOptions } from "../../db/open.ts";
import { lazyViews } from "../lazy_views.ts";
import type { InteractionContents, InteractionDatabase } from "./interaction_contents.ts";

/** @throws InputError from `driver` and `query` if the driver asked for is unknown or does not load. */
export function openInteractionDatabase(options: DriverOptions = {}): InteractionDatabase {
  return lazyViews({
    prefix: "tracebook_interactions_",
    // Each log brings all of its columns: cleaning changes them, so that logs of one source do not share theirs.
    keepsLatestOnly: true,
    table: tableOf,
    statements: (log, table) =>
      `CREATE OR REPLACE TEMP VIEW interactions AS SELECT ${namesOf(log).map(quoteName).join(", ")} FROM ${table}`,
  }, options);
}

/** Names of the columns as DuckDB tells them apart. */
function namesOf({ source: { canonical, interactions } }: InteractionContents): string[] {
  const names = [...canonical.columns, ...interactions.columns].map(({ name }) => name);
  return distinctNames(["position", "session", "action", ...names]);
}

function tableOf(log: InteractionContents): Table {
  const { canonical, interactions } = log.source;
  const position = Float64Array.from({ length: log.interactions }, (_, i) => i + 1);
  const session = new Float64Array(log.interactions);
  for (let s = 0; s + 1 < log.sessions.length; s++) session.fill(s + 1, log.sessions[s]!, log.sessions[s + 1]!);
  const columns: Column[] = [
    { kind: "number", name: "position", integer: true, values: position },
    { kind: "number", name: "session", integer: true, values: session },
    { kind: "text", name: "action", codes: log.action, dictionary: log.actions },
    ...[...canonical.columns, ...interactions.columns].map((column) => takeRows(column, log.rows)),
  ];
  const names = namesOf(log);
  return { rows: log.interactions, columns: columns.map((column, i) => ({ ...column, name: names[i]! })) };
}
