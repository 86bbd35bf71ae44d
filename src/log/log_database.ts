/** DuckDB over one source of events, opened by the first query. (To be filled by the db room.) */
import type { DriverName } from "../db/database.ts";

export interface LogDatabase {
  readonly driver: DriverName;
}
