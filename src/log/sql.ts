/** Queries over a log. */
import { type ColumnTable, table } from "arquero";
import { literal } from "../base/sql_text.ts";
import { InputError } from "../base/errors.ts";
import type { LogContents } from "./events/log_contents.ts";

/** Runs a query over the log's `events`, `cases` and `source`; the result is an Arquero table. */
export async function queryLog(log: LogContents, sql: string): Promise<ColumnTable> {
  if (typeof sql !== "string" || sql.trim() === "") {
    throw new InputError(
      "Expected a query such as SELECT activity, count(*) FROM events GROUP BY ALL but found nothing.",
    );
  }
  const { names, columns } = await log.source.database.query(log, sql);
  return table(names.map((name, i) => [name, columns[i]!]));
}

/** The text of a template, each value written as an SQL literal: a value never becomes SQL. */
export function sqlText(query: string | TemplateStringsArray, values: readonly unknown[]): string {
  if (typeof query === "string") {
    if (values.length === 0) return query;
    throw new InputError(
      "Expected values inside a template, log.sql`… WHERE activity = ${name}`, but found them beside a text.",
    );
  }
  return query.map((text, i) => i === 0 ? text : literal(values[i - 1]) + text).join("");
}
