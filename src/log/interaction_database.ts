/** DuckDB over interactions, opened and filled by the first query. */
import { type Column, takeRows } from "../db/column.ts";
import type { Database, DriverName, QueryResult } from "../db/database.ts";
import { chooseDriver, type DriverOptions, openDriver } from "../db/open.ts";
import { distinctNames, quoteName } from "../db/sql_text.ts";
import type { InteractionContents, InteractionDatabase } from "./interaction_contents.ts";

/** @throws InputError from `driver` and `query` if the driver asked for is unknown or does not load. */
export function openInteractionDatabase(options: DriverOptions = {}): InteractionDatabase {
  let driver: DriverName | undefined;
  const served = () => driver ??= chooseDriver(options);
  let opened: Promise<Database> | undefined;
  const open = () => opened ??= openDriver(served());
  let shown: WeakRef<InteractionContents> | undefined;
  let last: Promise<unknown> = Promise.resolve();

  async function run(log: InteractionContents, sql: string): Promise<QueryResult> {
    const database = await open();
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
      return served();
    },
    query(log, sql) {
      const result = last.then(() => run(log, sql));
      last = result.catch(() => {});
      return result;
    },
    async close() {
      await last;
      await (await opened)?.close();
      opened = undefined;
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
