/** Columns under the names that a notebook knows them by. */
import { columnNamed, type Table } from "../../base/column.ts";
import { InputError } from "../../base/errors.ts";
import { nearestNames } from "../../base/nearest_names.ts";

/**
 * Renames columns. A column that has a role is there under both names, because the mapping names it by the old one.
 *
 * @param rename New name → name in the file.
 * @param kept Names that have to stay.
 * @param elsewhere Columns of the same file that another table holds: renaming them here is no mistake.
 * @throws InputError if a column is not there, or a new name is taken by another column.
 */
export function renameColumns(
  table: Table,
  rename: Readonly<Record<string, string>>,
  kept: ReadonlySet<string>,
  name: string,
  elsewhere: readonly string[] = [],
): Table {
  const names = table.columns.map((column) => column.name);
  const newName = new Map<string, string>();
  for (const [wanted, found] of Object.entries(rename)) {
    if (wanted === found || elsewhere.includes(found)) continue;
    if (!columnNamed(table, found)) {
      const near = nearestNames(found, names).map((one) => JSON.stringify(one));
      throw new InputError(
        `${name}: expected a column ${JSON.stringify(found)}, which the mapping renames to "${wanted}", but found ` +
          `${names.map((one) => JSON.stringify(one)).join(", ")}.` +
          (near.length > 0 ? ` Did you mean ${near.join(" or ")}?` : ""),
      );
    }
    if (names.includes(wanted)) {
      throw new InputError(`${name}: expected no column "${wanted}", because the mapping gives "${found}" that name.`);
    }
    newName.set(found, wanted);
  }
  if (newName.size === 0) return table;
  const columns = table.columns.flatMap((column) => {
    const wanted = newName.get(column.name);
    if (wanted === undefined) return [column];
    const renamed = { ...column, name: wanted };
    return kept.has(column.name) ? [column, renamed] : [renamed];
  });
  return { rows: table.rows, columns };
}
