/** ActivityWatch's local server: its REST interface (docs.activitywatch.net/en/latest/api/rest.html), read only. */
import { shapeOf } from "../csv/cell_shape.ts";
import { InputError } from "../../base/errors.ts";
import type { ReadingReport } from "../report/reading_report.ts";
import { watcherOf } from "./activity_watch_buckets.ts";

export interface ActivityWatchQuery {
  /** Address of the server. */
  readonly url: string;
  /** ISO 8601. */
  readonly start?: string;
  readonly end?: string;
  /** How long to wait for each answer. */
  readonly timeoutSeconds: number;
}

/** Types of buckets that tell what somebody worked on. Others, such as the input watcher's, are not asked for. */
const TYPES = ["currentwindow", "afkstatus", "web.tab.current", "app.editor.activity"];

/**
 * What an export of the server would hold, of the time asked for.
 *
 * @throws InputError if the server does not answer, or answers something else.
 */
export async function fetchActivityWatch(query: ActivityWatchQuery, report: ReadingReport): Promise<unknown> {
  const range = new URLSearchParams({
    ...(query.start !== undefined && { start: query.start }),
    ...(query.end !== undefined && { end: query.end }),
  }).toString();
  const listed = await get(query, "/api/0/buckets/");
  if (listed === null || typeof listed !== "object" || Array.isArray(listed)) {
    throw new InputError(
      `${query.url}: expected ActivityWatch's buckets at /api/0/buckets/ but found ${brief(listed)}. ` +
        `Is it the address of ActivityWatch's server?`,
    );
  }
  const buckets: Record<string, unknown> = {};
  for (const [id, bucket] of Object.entries(listed as Record<string, { type?: unknown }>)) {
    const type = String(bucket?.type);
    if (!TYPES.includes(type)) {
      report.add("bucket left out", `${query.url}: bucket "${watcherOf(id)}" of type "${type}" was not asked for`);
      continue;
    }
    const path = `/api/0/buckets/${encodeURIComponent(id)}/events`;
    const events = await get(query, range === "" ? path : `${path}?${range}`);
    if (!Array.isArray(events)) {
      throw new InputError(`${query.url}: expected a list of events at ${path} but found ${brief(events)}.`);
    }
    buckets[id] = { ...bucket, events };
  }
  return { buckets };
}

async function get({ url, timeoutSeconds }: ActivityWatchQuery, path: string): Promise<unknown> {
  let address: URL;
  try {
    address = new URL(url.replace(/\/+$/, "") + path);
  } catch {
    throw new InputError(`Expected an address such as http://localhost:5600 but found ${JSON.stringify(url)}.`);
  }
  let answer: Response;
  try {
    answer = await fetch(address, {
      headers: { accept: "application/json" },
      signal: AbortSignal.timeout(timeoutSeconds * 1000),
    });
  } catch (error) {
    throw noAnswer(url, error as Error, timeoutSeconds);
  }
  const text = await answer.text();
  if (!answer.ok) {
    throw new InputError(
      `${url}: expected ActivityWatch's answer to GET ${path} but found ${answer.status} ${answer.statusText}. ` +
        `Is it the address of ActivityWatch's server, and does it let this computer in?`,
    );
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new InputError(`${url}: expected JSON at ${path} but found ${brief(text)}. Is it ActivityWatch's server?`);
  }
}

function noAnswer(url: string, error: Error, timeoutSeconds: number): InputError {
  if (error.name === "TimeoutError") {
    return new InputError(
      `${url}: expected ActivityWatch to answer but found nothing within ${timeoutSeconds} s. ` +
        `Ask for less at once ({ from, to }), or wait longer ({ timeoutSeconds }).`,
    );
  }
  if (error.name === "NotCapable" || error.name === "PermissionDenied") {
    return new InputError(`${url}: expected leave to ask ActivityWatch but found: ${error.message}.`);
  }
  return new InputError(
    `${url}: expected ActivityWatch to answer but nothing does. Start ActivityWatch on this computer and see that ` +
      `${url} opens in a browser; if its server is elsewhere, give { url: "http://…" }; or export its buckets as JSON ` +
      `and read the file with readInteractions.`,
  );
}

/** Describes an answer without quoting it: it may come from another program. */
function brief(value: unknown): string {
  const text = shapeOf(typeof value === "string" ? value : JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${JSON.stringify(text.slice(0, 60))}…` : JSON.stringify(text);
}
