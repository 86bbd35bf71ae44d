/** A database that is opened by the first work for it, and does one piece of work after another. */
import type { Database, DriverName } from "./database.ts";
import { fenceDatabase } from "./fence.ts";
import { chooseDriver, type DriverOptions, openDriver } from "./open.ts";

export interface LazyDatabase {
  /** The driver that serves; choosing it opens nothing. */
  readonly driver: DriverName;
  /** Runs when all earlier work is done, even if some of it failed. */
  run<T>(work: (database: Database) => Promise<T>): Promise<T>;
  /** Waits for the work under way. Later work opens the database again. */
  close(): Promise<void>;
}

/**
 * Once filled, the database is shut off from all files, unless the options give leave (`allowFiles`).
 *
 * @param fill is run once with the database just opened.
 * @throws InputError from `driver` and `run` if the driver asked for is unknown or does not load.
 */
export function lazyDatabase(options: DriverOptions, fill?: (database: Database) => Promise<unknown>): LazyDatabase {
  let driver: DriverName | undefined;
  const served = () => driver ??= chooseDriver(options);
  let opened: Promise<Database> | undefined;
  let last: Promise<unknown> = Promise.resolve();

  async function open(): Promise<Database> {
    const database = await openDriver(served());
    await fill?.(database);
    return options.allowFiles ? database : await fenceDatabase(database);
  }

  return {
    get driver() {
      return served();
    },
    run(work) {
      const result = last.then(async () => work(await (opened ??= open())));
      last = result.catch(() => {});
      return result;
    },
    async close() {
      await last;
      await opened?.then((database) => database.close(), () => {});
      opened = undefined;
    },
  };
}
