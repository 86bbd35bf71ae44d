/** Arquero tables that know what their rows are. */
import { ColumnTable } from "arquero";

/**
 * An Arquero table with typed rows.
 *
 * What `filter`, `orderby` and `slice` give has the same rows. Verbs that change columns, such as `derive` and `rollup`,
 * give rows of another kind: read those by `objects()`.
 */
export class TypedTable<Row extends object> extends ColumnTable {
  /** Units of columns whose names do not tell them. */
  #units: ColumnUnits | undefined;

  /** The rows as objects, filtered and in order. */
  rows(): Row[] {
    return this.objects() as Row[];
  }

  /** Every verb makes its table by this one: what is filtered or sorted keeps its units. */
  override create(changes?: Parameters<ColumnTable["create"]>[0]): this {
    const made = super.create(changes);
    (made as TypedTable<Row>).#units = this.#units;
    return made;
  }

  /** Sets the units of columns, and returns the table. */
  static withUnits<Row extends object>(table: TypedTable<Row>, units: ColumnUnits): TypedTable<Row> {
    table.#units = units;
    return table;
  }

  /** The units that a table was given; none for other values. */
  static unitsOf(table: unknown): ColumnUnits {
    return typeof table === "object" && table !== null && #units in table ? table.#units ?? {} : {};
  }
}

/** What the figures of columns are where their names do not say it, as `viewTable` writes them. */
export type ColumnUnits = Readonly<Record<string, "duration" | "share" | "count" | "number" | "date">>;

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
