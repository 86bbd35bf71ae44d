/** Arquero tables that know what their rows are. */
import { ColumnTable } from "arquero";

/**
 * An Arquero table with typed rows.
 *
 * What `filter`, `orderby` and `slice` give has the same rows. Verbs that change columns, such as `derive` and `rollup`,
 * give rows of another kind: read those by `objects()`.
 */
export class TypedTable<Row extends object> extends ColumnTable {
  /** The rows as objects, filtered and in order. */
  rows(): Row[] {
    return this.objects() as Row[];
  }
}

/** The values of each column, all of one length. */
export type ColumnsOf<Row extends object> = { readonly [Name in keyof Row]: ArrayLike<Row[Name]> };

/** A table of columns, in the order in which they are given. */
export function typedTable<Row extends object>(columns: ColumnsOf<Row>): TypedTable<Row> {
  return new TypedTable<Row>({ ...columns } as Record<string, unknown[]>);
}

/** A table of rows, with the columns that are named, in that order. */
export function tableOfRows<Row extends object>(rows: readonly Row[], names: readonly string[]): TypedTable<Row> {
  const columns = names.map((name): [string, unknown[]] => [name, rows.map((row) => Reflect.get(row, name))]);
  return new TypedTable<Row>(Object.fromEntries(columns), [...names]);
}
