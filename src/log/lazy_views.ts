/** Views of logs in DuckDB. The first query opens the database; each query sees the log that it is about. */
import { table } from "arquero";
import type { Table } from "../base/column.ts";
import type { Database, QueryResult } from "../db/database.ts";
import { lazyDatabase } from "../db/lazy_database.ts";
import type { DriverOptions } from "../db/open.ts";
import type { Queries } from "./sql.ts";

/** What stands in the database for a log. */
export interface LogViews<L> {
  /** Loads what all logs of one source share, into a database just opened. */
  fill?(database: Database): Promise<void>;
  /** Beginning of the names of the tables that each log has of its own. */
  readonly prefix: string;
  /** The columns that are a log's own. */
  table(log: L): Table;
  /** The statements that make the views show a log, whose own columns are in that table. */
  statements(log: L, table: string): string;
  /** Keeps only the table of the log that was asked about last, because tables are large. @default false */
  readonly keepsLatestOnly?: boolean;
}

/**
 * Queries over logs that share a source. The views are made anew where another log is asked about, and where the query
 * before may have changed or dropped them.
 *
 * @throws InputError from `driver` and `query` if the driver asked for is unknown or does not load.
 */
export function lazyViews<L extends object>(views: LogViews<L>, options: DriverOptions): Queries<L> {
  const lazy = lazyDatabase(options, async (database) => {
    forget();
    await views.fill?.(database);
  });
  let tables = new WeakMap<L, string>();
  let unused: string[] = [];
  const registry = new FinalizationRegistry<string>((name) => unused.push(name));
  let count = 0;
  /** The table that the views show; undefined where they may have been changed. */
  let shown: string | undefined;

  /** Nothing is in a database that is opened anew. */
  function forget(): void {
    shown = undefined;
    tables = new WeakMap();
    unused = [];
  }

  async function show(database: Database, log: L): Promise<void> {
    for (const name of unused.splice(0)) await database.query(`DROP TABLE IF EXISTS ${name}`);
    let name = tables.get(log);
    if (name === undefined) {
      if (views.keepsLatestOnly && count > 0) {
        tables = new WeakMap();
        await database.query(`DROP TABLE IF EXISTS ${views.prefix}${count}`);
      }
      name = `${views.prefix}${++count}`;
      await database.load(name, views.table(log));
      tables.set(log, name);
      registry.register(log, name);
    }
    if (shown === name) return;
    shown = undefined;
    await database.query(views.statements(log, name));
    shown = name;
  }

  async function run(database: Database, log: L, sql: string): Promise<QueryResult> {
    await show(database, log);
    if (CHANGES_VIEWS.test(sql)) shown = undefined;
    return database.query(sql);
  }

  const query = (log: L, sql: string) => lazy.run((database) => run(database, log, sql));

  return {
    get driver() {
      return lazy.driver;
    },
    query,
    async table(log, sql) {
      const { names, columns } = await query(log, sql);
      return table(names.map((name, i) => [name, columns[i]!]));
    },
    async close() {
      await lazy.close();
      forget();
    },
  };
}

const CHANGES_VIEWS = /\b(create|drop|alter|use|attach|detach|begin|rollback)\b/i;
