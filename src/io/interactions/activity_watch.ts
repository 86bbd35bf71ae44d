/**
 * ActivityWatch: buckets of intervals, one bucket a watcher (docs.activitywatch.net/en/latest/buckets-and-events.html).
 * What counts follows its own canonical query: windows while the user is not away; pages and files of browsers and
 * editors while their window has the focus.
 */
import { goOn } from "../../base/stop.ts";
import type { Column, Table, TextColumn } from "../../base/column.ts";
import { shapeOf } from "../csv/cell_shape.ts";
import { InputError } from "../../base/errors.ts";
import type { ReadingReport } from "../report/reading_report.ts";
import { isTime, parseTimestamps, type TimestampOptions } from "../time/timestamps.ts";
import { countContradictions, countCuts, countLong, countOverlaps, countStatuses } from "./activity_watch_findings.ts";
import { domainOf, pageOf } from "./addresses.ts";
import { isBrowser, isPrivateTitle, isWatchedBy } from "./activity_watch_windows.ts";
import { type AwBucket, type AwEvent, placeOf, readBuckets, watcherOf } from "./activity_watch_buckets.ts";
import { focusPieces, outside, type Period, type Piece, unionOf, within } from "./periods.ts";
import type { CanonicalParts, InteractionMapping } from "./canonical_columns.ts";
import { combineText, constantText, mapText, renamed, textNamed } from "./text_columns.ts";

export function isActivityWatch(names: readonly string[]): boolean {
  return ["timestamp", "end", "bucketType", "hostname", "app"].every((name) => names.includes(name));
}

export function activityWatchMapping(names: readonly string[]): InteractionMapping {
  const optional = Object.entries({ window: "title", url: "url" }).filter(([, name]) => names.includes(name));
  return {
    timestamp: "timestamp",
    end: "end",
    user: "hostname",
    host: "hostname",
    app: "app",
    action: "bucketType",
    ...Object.fromEntries(optional),
  };
}

/** The canonical columns of the table that `activityWatchTable` makes. */
export function activityWatchColumns({ table }: CanonicalParts): TextColumn[] {
  const { rows } = table;
  const url = textNamed(table, "url");
  const title = textNamed(table, "title");
  const file = textNamed(table, "file");
  const fileName = file && mapText(file, "file", (path) => path.split(/[\\/]/).at(-1) || path);
  return [
    renamed(textNamed(table, "hostname"), "user"),
    renamed(textNamed(table, "hostname"), "host"),
    renamed(textNamed(table, "app"), "app"),
    renamed(title, "windowTitle"),
    renamed(url, "url"),
    url && mapText(url, "domain", domainOf),
    renamed(textNamed(table, "bucketType"), "eventType"),
    constantText("actionClass", "window", rows),
    renamed(file, "elementPath"),
    combineText(
      [fileName, url, title],
      "container1",
      rows,
      (name, address, words) => name ?? (address === undefined ? words : pageOf(address)),
    ),
    renamed(textNamed(table, "project"), "container2"),
    constantText("sourceFormat", "ActivityWatch", rows),
  ].filter((column) => column !== undefined);
}

/** What was recorded on one machine; it counts as the work of one person. */
interface Host {
  readonly windows: AwEvent[];
  readonly watched: Map<AwBucket, AwEvent[]>;
  readonly away: AwEvent[];
  readonly present: AwEvent[];
}

/**
 * The table of an export (`{"buckets": …}`), of one bucket, or of a list of events: a row for each interval in which a
 * window, a page or a file had the focus, in the order of their beginnings. Columns: `timestamp`, `end`, `hostname`,
 * `bucketType`, `watcher`, `app`, and what the watchers' data hold (`title`, `url`, `file`, `project` …).
 *
 * Of what is private nothing is kept: no incognito page, and no browser window that shows one or says that it is
 * private. The report counts that, time away, pages of windows without focus, and buckets of other kinds.
 *
 * @param period what lies outside is cut off.
 * @throws InputError if it is not ActivityWatch's JSON, or no interval counts.
 */
export function activityWatchTable(
  json: unknown,
  name: string,
  options: TimestampOptions,
  report: ReadingReport,
  period: Period = { from: -Infinity, to: Infinity },
): Table {
  const buckets = readBuckets(json, name, report);
  goOn();
  const times = parseTimes(buckets, name, options, report);
  goOn();
  const rows = [...hostsOf(buckets, times, report)]
    .flatMap(([hostname, host]) => rowsOf(host, hostname, report))
    .filter(({ from, to }) => from <= period.to && to >= period.from && (to > period.from || from === to))
    .map((row) => ({ ...row, from: Math.max(row.from, period.from), to: Math.min(row.to, period.to) }))
    .sort((a, b) => a.from - b.from || b.to - a.to);
  goOn();
  if (rows.length === 0) {
    const left = report.findings.map(({ rule, count }) => `${rule} ${count}`).join(", ");
    throw new InputError(
      `${name}: expected windows, pages or files that had the focus but found none` + (left ? ` (${left}).` : "."),
    );
  }
  return tableOf(rows);
}

interface Row extends Period {
  readonly hostname: string | undefined;
  readonly app: string | undefined;
  readonly event: AwEvent;
}

/** Milliseconds of all events, in the order of buckets. */
function parseTimes(
  buckets: readonly AwBucket[],
  name: string,
  options: TimestampOptions,
  report: ReadingReport,
): Float64Array {
  // Errors about a value that is no time show its shape, not the value itself.
  const texts = buckets.flatMap(({ events }) =>
    events.map(({ timestamp }, i) => {
      if (i % 8192 === 0) goOn();
      return isTime(timestamp) || /^[\d.]+$/.test(timestamp) ? timestamp : shapeOf(timestamp);
    })
  );
  goOn();
  const dictionary = [...new Set(texts)];
  goOn();
  const codeOf = new Map(dictionary.map((text, code) => [text, code]));
  const codes = Int32Array.from(texts, (text) => codeOf.get(text)!);
  if (codes.length === 0) return new Float64Array(0);
  return parseTimestamps({ kind: "text", name: "timestamp", codes, dictionary }, options, { name }, report).values;
}

function hostsOf(buckets: readonly AwBucket[], times: Float64Array, report: ReadingReport): Map<string, Host> {
  const hosts = new Map<string, Host>();
  const hostOf = (name: string) => {
    const known = hosts.get(name) ?? { windows: [], watched: new Map(), away: [], present: [] };
    hosts.set(name, known);
    return known;
  };
  const named = [...new Set(buckets.filter(({ type }) => type === "currentwindow").map(nameOf))];
  let at = 0;
  for (const bucket of buckets) {
    const events: AwEvent[] = [];
    for (const event of bucket.events) {
      const from = times[at++]!;
      if (Number.isNaN(from)) {
        report.add("row left out", () => `${placeOf(event)}: no time, so the event is left out`);
      } else events.push({ ...event, from, to: from + event.seconds * 1000 });
    }
    if (bucket.type === "currentwindow") append(hostOf(nameOf(bucket)).windows, events);
    else if (WATCHERS.includes(bucket.type)) {
      // A browser does not know its machine: its pages are those of whatever machine shows its window.
      const known = named.length === 0 || named.includes(nameOf(bucket));
      for (const name of known ? [nameOf(bucket)] : named) hostOf(name).watched.set(bucket, events);
    } else if (bucket.type === "afkstatus") {
      const host = hostOf(bucket.hostname === undefined && named.length === 1 ? named[0]! : nameOf(bucket));
      for (const event of events) (event.data["status"] === "not-afk" ? host.present : host.away).push(event);
    } else if (events.length > 0) {
      report.add(
        "bucket left out",
        `${placeOf(events[0]!)}: a bucket of type "${bucket.type}" tells neither windows nor pages nor files`,
        events.length,
      );
    }
  }
  return hosts;
}

const WATCHERS = ["web.tab.current", "app.editor.activity"];

function nameOf({ hostname }: AwBucket): string {
  return hostname ?? "";
}

function isIncognito({ incognito }: AwEvent["data"]): boolean {
  return incognito === true || incognito === "true";
}

function append<T>(list: T[], more: readonly T[]): void {
  for (const one of more) list.push(one);
}

function rowsOf(host: Host, hostname: string, report: ReadingReport): Row[] {
  const knowsAway = host.present.length + host.away.length > 0;
  const present = unionOf(host.present);
  countStatuses(host.away, report);
  countLong(host.present, "presence", report);
  countContradictions(host.away, host.present, report);
  const here = <T extends Piece>(pieces: readonly T[]) => knowsAway ? within(pieces, present) : [...pieces];
  if (!knowsAway && host.windows.length > 0) {
    report.add("note", `${placeOf(host.windows[0]!)}: no bucket says when the user was away, so all of it counts`);
  }
  const windows = withoutPrivate(host, report);
  goOn();
  const focused = focusPieces(windows);
  goOn();
  countLong(windows, "window", report);
  countOverlaps(windows, focused, "window", report);
  const seen = here(focused);
  countCuts(windows, focused, seen, "time away", "the user was away", report);
  goOn();
  const rows = seen.map(({ from, to, of }) => rowOf(windows[of]!, from, to, appOf(windows[of]!), hostname));
  const activeByApp = Map.groupBy(seen, ({ of }) => appOf(windows[of]!));
  for (const [bucket, events] of host.watched) {
    const open = events.filter(({ data }) => !isIncognito(data));
    const pieces = focusPieces(open);
    countLong(open, "page or file", report);
    countOverlaps(open, pieces, "page or file", report);
    if (host.windows.length === 0) {
      for (const { from, to, of } of here(pieces)) rows.push(rowOf(open[of]!, from, to, bucket.watches, hostname));
      continue;
    }
    const shown: Piece[] = [];
    for (const [app, active] of activeByApp) {
      if (!isWatchedBy(bucket, app)) continue;
      const own = within(pieces, unionOf(active));
      append(shown, own);
      for (const { from, to, of } of own) rows.push(rowOf(open[of]!, from, to, app, hostname));
    }
    countCuts(open, pieces, shown, "window not active", "its window did not have the focus", report);
  }
  return rows;
}

/**
 * Windows but for the private ones. A browser window is private if its title says so, if it has the title of an
 * incognito page that was open then, or if such a page was open for half of its time or more; what else it shared with
 * such a page is cut off.
 */
function withoutPrivate({ windows, watched }: Host, report: ReadingReport): AwEvent[] {
  const pages = [...watched.values()].flat().filter(({ data }) => isIncognito(data));
  for (const event of pages) report.add("incognito left out", () => `${placeOf(event)}: an incognito page`);
  const secret = unionOf(pages);
  return windows.flatMap((window) => {
    const app = appOf(window);
    if (!isBrowser(app)) return [window];
    const title = String(window.data["title"] ?? "");
    const whole: Piece = { from: window.from, to: window.to, of: 0 };
    const open = within([whole], secret).length === 0
      ? []
      : pages.filter(({ bucket, from, to }) => from <= window.to && to >= window.from && isWatchedBy(bucket, app));
    const shows = open.some(({ data }) => {
      const page = String(data["title"] ?? "").trim();
      return page !== "" && title.includes(page);
    });
    const shared = within([whole], unionOf(open));
    const seconds = shared.reduce((sum, { from, to }) => sum + to - from, 0);
    if (isPrivateTitle(title) || shows || (shared.length > 0 && seconds >= (window.to - window.from) / 2)) {
      report.add("incognito left out", () => `${placeOf(window)}: a browser window with an incognito page`);
      return [];
    }
    if (shared.length === 0) return [window];
    return outside([whole], unionOf(open)).map(({ from, to }) => ({ ...window, from, to }));
  });
}

function appOf({ data }: AwEvent): string | undefined {
  return typeof data["app"] === "string" && data["app"] !== "" ? data["app"] : undefined;
}

function rowOf(event: AwEvent, from: number, to: number, app: string | undefined, hostname: string): Row {
  return { event, from, to, app, hostname: hostname || undefined };
}

function tableOf(rows: readonly Row[]): Table {
  const keys = new Set(rows.flatMap(({ event }) => Object.keys(event.data)));
  for (const key of ["app", "incognito", ...FIXED]) keys.delete(key);
  const time = (name: string, values: Float64Array): Column => ({ kind: "time", name, values });
  return {
    rows: rows.length,
    columns: [
      time("timestamp", Float64Array.from(rows, ({ from }) => from)),
      time("end", Float64Array.from(rows, ({ to }) => to)),
      textOf("hostname", rows.map(({ hostname }) => hostname)),
      textOf("bucketType", rows.map(({ event }) => event.bucket.type)),
      textOf("watcher", rows.map(({ event }) => watcherOf(event.bucket.id))),
      textOf("app", rows.map(({ app }) => app)),
      ...[...keys].sort().map((key) => textOf(key, rows.map(({ event }) => wordsOf(event.data[key])))),
    ],
  };
}

const FIXED = ["timestamp", "end", "hostname", "bucketType", "watcher"];

function wordsOf(value: unknown): string | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function textOf(name: string, values: readonly (string | undefined)[]): TextColumn {
  const codeOf = new Map<string, number>();
  const codes = Int32Array.from(values, (value) => {
    if (value === undefined) return -1;
    if (!codeOf.has(value)) codeOf.set(value, codeOf.size);
    return codeOf.get(value)!;
  });
  return { kind: "text", name, codes, dictionary: [...codeOf.keys()] };
}
