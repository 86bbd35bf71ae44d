/** A database that is opened by the first work for it, and does one piece of work after another. */
import type { Database, DriverName } from "./database.ts";
import { type Beginner, beginner } from "../base/stop.ts";
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
  let last: Work | undefined;

  function database(): Promise<Database> {
    if (opened) return opened;
    const opening = open();
    opened = opening;
    // The next one who needs it opens it again.
    opening.catch(() => opened === opening && (opened = undefined));
    return opening;
  }

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
      const before = last;
      const result = (async () => {
        // A database that was interrupted within a query cannot be used any more.
        if (before && !await endOf(before)) opened = undefined;
        return await work(await database());
      })();
      last = { begunBy: beginner(), end: result.catch(() => {}) };
      return result;
    },
    async close() {
      if (last) await endOf(last);
      await opened?.then((database) => database.close(), () => {});
      opened = undefined;
    },
  };
}

interface Work {
  readonly begunBy: Beginner;
  readonly end: Promise<unknown>;
}

/** Resolves when the work is over; with false if it was stopped and does not come to its end. */
async function endOf({ begunBy, end }: Work): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const giveUp = () => void setTimeout(() => resolve(false), SETTLING_MILLISECONDS);
  const release = begunBy.onStop(giveUp);
  if (begunBy.isStopped) giveUp();
  const isOver = await Promise.race([end.then(() => true), promise]);
  release();
  return isOver;
}

/** How long a query that was stopped may take to end. Code that was interrupted never does. */
const SETTLING_MILLISECONDS = 500;
