/** DuckDB over interactions, opened and filled by the first query. */
import { type Column, takeRows } from "../../base/column.ts";
import type { Database, QueryResult } from "../../db/database.ts";
import { lazyDatabase } from "../../db/lazy_database.ts";
import type { DriverOptions } from "../../db/open.ts";
import { distinctNames, quoteName } from "../../base/sql_text.ts";
import type { InteractionContents, InteractionDatabase } from "./interaction_contents.ts";

/** @throws InputError from `driver` and `query` if the driver asked for is unknown or does not load. */
export function openInteractionDatabase(options: DriverOptions = {}): InteractionDatabase {
  const lazy = lazyDatabase(options);
  let shown: WeakRef<InteractionContents> | undefined;

  async function run(database: Database, log: InteractionContents, sql: string): Promise<QueryResult> {
    if (shown?.deref() !== log) {
      const columns = columnsOf(log);
      await database.load("tracebook_interactions", { rows: log.interactions, columns });
      const names = columns.map(({ name }) => quoteName(name)).join(", ");
      await database.query(`CREATE OR REPLACE TEMP VIEW interactions AS SELECT ${names} FROM tracebook_interactions`);
      shown = new WeakRef(log);
    }
    return database.query(sql);
  }

  return {
    get driver() {
      return lazy.driver;
    },
    query: (log, sql) => lazy.run((database) => run(database, log, sql)),
    async close() {
      await lazy.close();
      shown = undefined;
    },
  };
}

function columnsOf(log: InteractionContents): Column[] {
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
  const names = distinctNames(columns.map(({ name }) => name));
  return columns.map((column, i) => ({ ...column, name: names[i]! }));
}
