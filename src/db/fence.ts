/** What keeps the SQL of a user from other files: DuckDB's own settings, locked, and words that say what to do. */
import { InputError } from "../base/errors.ts";
import type { Database } from "./database.ts";

/**
 * Shuts a database off from everything outside of it, for good: no query can read or write a file, attach a database,
 * install or load an extension, or change these settings back. What is loaded already stays, and `load` works on.
 *
 * @returns the database to run queries of users on: it says in words what the fence refuses.
 */
export async function fenceDatabase(database: Database): Promise<Database> {
  await database.query(SETTINGS.map((setting) => `SET ${setting}`).join("; "));
  return {
    driver: database.driver,
    load: (name, table) => database.load(name, table),
    close: () => database.close(),
    async query(sql) {
      const statement = REFUSED.exec(bareSql(sql))?.[2];
      if (statement !== undefined) throw fenceError(statement.replace(/\s+/g, " ").toUpperCase());
      try {
        return await database.query(sql);
      } catch (error) {
        const words = (error as Error).message;
        if (LOCKED.test(words)) throw lockError(words, error);
        if (FENCED.test(words)) throw fenceError(/"[^"\n]*"/.exec(words)?.[0] ?? "more than that", error);
        throw error;
      }
    },
  };
}

/** The lock comes last: nothing can be set after it. */
const SETTINGS = [
  "enable_external_access = false",
  "allow_community_extensions = false",
  "allow_persistent_secrets = false",
  "autoinstall_known_extensions = false",
  "autoload_known_extensions = false",
  "lock_configuration = true",
];

/**
 * What the settings let pass. In WebAssembly INSTALL does nothing and says nothing; a database in memory may always be
 * attached; a log of DuckDB's own that shall go to a file is not written, but makes each later query fail.
 */
const REFUSED = /(^|;)\s*((?:force\s+)?install|update\s+extensions|attach|call\s+enable_logging)\b/i;

const FENCED =
  /file system operations are disabled|disabled (?:through|by) configuration|read_(?:parquet|json)\w*" is not in the catalog|parquet_\w+" is not in the catalog/i;
const LOCKED = /the configuration has been locked/i;

const LEAVE = "Give allowFiles: true where the log is opened (readLog, readInteractions) if it shall.";

function fenceError(found: string, cause?: unknown): InputError {
  return new InputError(
    `Expected a query over the log alone but found ${found}: a query of a log reads and writes no other files, attaches ` +
      `no database and installs no extension. ${LEAVE}`,
    { cause },
  );
}

function lockError(words: string, cause: unknown): InputError {
  const option = /option "([^"]+)"/.exec(words)?.[1];
  return new InputError(
    `Expected a query over the log but found a change of DuckDB's setting${
      option ? ` "${option}"` : ""
    }: settings are ` +
      `locked, so that no query opens the way to other files. ${LEAVE}`,
    { cause },
  );
}

/** The statements without comments and without what stands in quotes. */
function bareSql(sql: string): string {
  return sql.replace(/'(?:[^']|'')*'|"(?:[^"]|"")*"|\$(\w*)\$[\s\S]*?\$\1\$|--[^\n]*|\/\*[\s\S]*?\*\//g, " ");
}
