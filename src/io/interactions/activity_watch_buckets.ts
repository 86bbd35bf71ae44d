/** The JSON of ActivityWatch as buckets of events, whether all buckets, one bucket or a list of events was saved. */
import { goOn } from "../../base/stop.ts";
import { InputError } from "../../base/errors.ts";
import type { ReadingReport } from "../report/reading_report.ts";
import type { Period } from "./periods.ts";

export interface AwBucket {
  /** File name. */
  readonly file: string;
  readonly id: string;
  readonly type: string;
  /** Undefined where the watcher does not know it. */
  readonly hostname: string | undefined;
  /** Browser or editor of the watcher, by the bucket's name. */
  readonly watches: string | undefined;
  readonly events: readonly UntimedEvent[];
}

interface UntimedEvent {
  readonly timestamp: string;
  readonly seconds: number;
  readonly data: Readonly<Record<string, unknown>>;
  readonly bucket: AwBucket;
  /** Its number in the bucket, from 1. */
  readonly number: number;
}

/** An event with its time in milliseconds UTC. */
export interface AwEvent extends UntimedEvent, Period {}

/** File, bucket and number of an event, for reports. */
export function placeOf({ bucket, number }: UntimedEvent): string {
  return `${bucket.file}, bucket "${watcherOf(bucket.id)}", event ${number}`;
}

/** The watcher that a bucket is named for, without the machine, which stands for a person. */
export function watcherOf(id: string): string {
  return id.replace(/_.*$/s, "");
}

/** Whether a JSON document is an export, a bucket or a list of events. */
export function isActivityWatchJson(json: unknown): boolean {
  return json !== null && typeof json === "object" &&
    ("buckets" in json || isBucket(json) || (Array.isArray(json) && json.length > 0 && json.every(isEvent)));
}

/**
 * The buckets, by id. A list of events is one bucket, whose type its data tell.
 *
 * @throws InputError if it is no JSON of ActivityWatch.
 */
export function readBuckets(json: unknown, name: string, report: ReadingReport): AwBucket[] {
  if (!isActivityWatchJson(json)) {
    throw new InputError(
      `${name}: expected interactions as CSV or as an export of ActivityWatch ({"buckets": …}) but found other JSON. ` +
        `In ActivityWatch: Raw Data, Export all buckets as JSON.`,
    );
  }
  const found = Array.isArray(json)
    ? [["events", { type: typeOfData(json[0]), events: json }] as const]
    : isBucket(json)
    ? [[String((json as RawBucket).id ?? "bucket"), json as RawBucket] as const]
    : bucketsIn((json as { buckets: unknown }).buckets, name);
  return found.toSorted(([a], [b]) => a < b ? -1 : a > b ? 1 : 0)
    .map(([id, bucket]) => readBucket(id, bucket, name, report));
}

interface RawBucket {
  readonly id?: unknown;
  readonly type?: unknown;
  readonly hostname?: unknown;
  readonly events?: unknown;
}

function bucketsIn(buckets: unknown, name: string): (readonly [string, RawBucket])[] {
  if (buckets === null || typeof buckets !== "object") {
    throw new InputError(`${name}: expected an object of buckets in "buckets" but found ${kindOf(buckets)}.`);
  }
  return Object.entries(buckets).map(([key, bucket], i) => {
    if (bucket === null || typeof bucket !== "object") {
      throw new InputError(`${name}: expected bucket "${key}" to be an object but found ${kindOf(bucket)}.`);
    }
    return [Array.isArray(buckets) ? String((bucket as RawBucket).id ?? i) : key, bucket as RawBucket];
  });
}

function readBucket(id: string, raw: RawBucket, name: string, report: ReadingReport): AwBucket {
  const given = Array.isArray(raw.events) ? raw.events as unknown[] : [];
  const type = typeof raw.type === "string" && raw.type !== "" ? raw.type : typeOfId(id) ?? typeOfData(given[0]);
  const events: UntimedEvent[] = [];
  const bucket: AwBucket = {
    file: name,
    id,
    type,
    hostname: hostnameOf(id, raw.hostname),
    watches: watchedBy(id),
    events,
  };
  given.forEach((event, i) => {
    if (i % 4096 === 0) goOn();
    const place = () => `${name}, bucket "${watcherOf(id)}", event ${i + 1}`;
    if (!isEvent(event)) {
      report.add("row left out", () => `${place()}: expected an event with a timestamp and data but found none`);
      return;
    }
    const seconds = Number(event.duration ?? 0);
    if (!(seconds >= 0) || seconds === Infinity) {
      report.add(
        "impossible time",
        () =>
          `${place()}: expected a duration in seconds but found ${
            typeof event.duration === "number" ? event.duration : kindOf(event.duration)
          }; it counts as a moment`,
      );
    }
    events.push({
      timestamp: event.timestamp,
      seconds: seconds >= 0 && seconds < Infinity ? seconds : 0,
      data: event.data ?? {},
      bucket,
      number: i + 1,
    });
  });
  return bucket;
}

interface RawEvent {
  readonly timestamp: string;
  readonly duration?: unknown;
  readonly data?: Record<string, unknown>;
}

function isBucket(json: unknown): boolean {
  return json !== null && typeof json === "object" && "events" in json && Array.isArray(json.events) &&
    (json.events.length === 0 ? "type" in json : json.events.every(isEvent));
}

function isEvent(event: unknown): event is RawEvent {
  return event !== null && typeof event === "object" && "timestamp" in event && typeof event.timestamp === "string" &&
    (!("data" in event) || (typeof event.data === "object" && event.data !== null)) &&
    ("data" in event || "duration" in event);
}

function typeOfId(id: string): string | undefined {
  if (/afk/i.test(id)) return "afkstatus";
  if (/watcher-(window|android)/i.test(id)) return "currentwindow";
  return /watcher-web/i.test(id) ? "web.tab.current" : undefined;
}

function typeOfData(event: unknown): string {
  const data = isEvent(event) ? event.data ?? {} : {};
  if ("status" in data) return "afkstatus";
  if ("app" in data) return "currentwindow";
  if ("url" in data) return "web.tab.current";
  return "file" in data ? "app.editor.activity" : "unknown";
}

/** As the bucket says, else what follows the first `_` of its name. */
function hostnameOf(id: string, given: unknown): string | undefined {
  if (typeof given === "string" && given !== "" && given !== "unknown") return given;
  return /_(.+)$/.exec(id)?.[1];
}

/** `chrome` of `aw-watcher-web-chrome_laptop`, `vscode` of `aw-watcher-vscode_laptop`. */
function watchedBy(id: string): string | undefined {
  return /^aw-watcher-(?:web-)?([^_]+)/.exec(id)?.[1];
}

/** The type of a value, for errors that must not show the value. */
function kindOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "a list" : typeof value === "string" ? "a text" : `a value of type ${typeof value}`;
}
