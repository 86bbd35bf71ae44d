/** Queries over a log. */
import type { ColumnTable } from "arquero";
import { InputError } from "../base/errors.ts";
import { literal } from "../base/sql_text.ts";
import type { DriverName, QueryResult } from "../db/database.ts";

/** What answers queries about logs that share a source. */
export interface Queries<L> {
  /** The driver that serves; choosing it opens nothing. */
  readonly driver: DriverName;
  /** Runs a query whose views show the log given. Queries run one after the other, so that none sees another's log. */
  query(log: L, sql: string): Promise<QueryResult>;
  /** The same as an Arquero table. It is made here, so that logs in a page do without Arquero. */
  table(log: L, sql: string): Promise<ColumnTable>;
  close(): Promise<void>;
}

/** For a log where no DuckDB is, such as in a page: everything but SQL works. */
export const noDatabase: Queries<unknown> = {
  get driver(): never {
    throw withoutDatabase();
  },
  query: () => Promise.reject(withoutDatabase()),
  table: () => Promise.reject(withoutDatabase()),
  close: () => Promise.resolve(),
};

function withoutDatabase(): InputError {
  return new InputError(
    "Expected a log with a database but this one was made without. Read it with readLog or readInteractions to ask it " +
      "in SQL.",
  );
}

/**
 * Runs a query about a log; the result is an Arquero table.
 *
 * @param example a query that fits the log, for the error.
 * @throws InputError if there is no query, or DuckDB cannot run it.
 */
export async function queryLog<L>(
  log: L & { readonly source: { readonly database: Queries<L> } },
  sql: string,
  example: string,
): Promise<ColumnTable> {
  if (typeof sql !== "string" || sql.trim() === "") {
    throw new InputError(`Expected a query such as ${example} but found nothing.`);
  }
  return await log.source.database.table(log, sql);
}

/** The text of a template, each value written as an SQL literal: a value never becomes SQL. */
export function sqlText(query: string | TemplateStringsArray, values: readonly unknown[]): string {
  if (!Array.isArray(query)) {
    if (values.length === 0) return query as string;
    throw new InputError(
      "Expected values inside a template, log.sql`… WHERE activity = ${name}`, but found them beside a text.",
    );
  }
  return query.map((text, i) => i === 0 ? text : literal(values[i - 1]) + text).join("");
}
