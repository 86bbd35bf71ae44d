/** A log at a glance. */
import { NO_TIMES_NOTE } from "../../taskmining/no_times.ts";
import { ACTION_CLASSES } from "../../io/interactions/action_class.ts";
import type { Finding } from "../../io/report/reading_report.ts";
import { EventLog } from "../../log/events/event_log.ts";
import type { InteractionLog } from "../../log/interactions/interaction_log.ts";
import { countActivities, describeLog } from "../../mining/statistics.ts";
import { caseDurations } from "../../mining/performance/throughput.ts";
import { summarise } from "../../base/statistics/summary.ts";
import { applications } from "../../taskmining/friction/applications.ts";
import { leastShown } from "../../taskmining/people.ts";
import { forBothWidths } from "../kit/chart_frame.ts";
import { unmaskedNote } from "../../log/interactions/unmasked.ts";
import { filterCaption } from "../kit/caption.ts";
import { type Figure, figure } from "../figure/figure.ts";
import { countOf, formatCount, formatDate, formatDuration, formatShare } from "../../base/format.ts";
import { activityColours } from "../kit/palette.ts";
import { exampleInWords } from "../kit/plain_words.ts";
import { textTable } from "../../base/text_table.ts";
import { moreText } from "../../base/lists.ts";
import { drawSummary, type SummaryList, type SummaryParts } from "./summary_picture.ts";
import { requireEventLog } from "../../log/require_log.ts";

/**
 * What a log holds and how it was read: its size, its span of time, how long cases take, where they begin and end, which
 * columns were taken for what, and what reading it found out.
 *
 * @example
 * ```ts
 * import { readLog, viewSummary } from "tracebook";
 * viewSummary(await readLog("data/order-to-cash.csv"));
 * ```
 */
export function viewSummary(log: EventLog | InteractionLog): Figure {
  requireEventLog(log, "sessions");
  const summary = log instanceof EventLog ? ofEvents(log) : ofInteractions(log);
  const { name, filters, source } = log;
  const findings = source.findings.length === 0
    ? ""
    : ` Reading found ${countOf(source.findings.length, "thing")} to know.`;
  return figure({
    kind: "summary",
    behaviour: "picture",
    title: name,
    caption: `${summary.span} ${filterCaption(filters)}${findings}`,
    ...forBothWidths((width) => drawSummary(summary.parts, width)),
    alt: `${name}: ${summary.parts.figures.map(([label, value]) => `${value} ${label}`).join(", ")}. ${summary.span}`,
    table: { columns: ["what", "value", "example"], rows: tableRows(summary.parts, source.findings) },
    text: textOf(summary.parts, source.findings),
  });
}

/** The same in words, without a picture. */
export interface LogWords {
  /** Its size, one line. */
  readonly line: string;
  /** From when to when, and what it was filtered by. */
  readonly caption: string;
  readonly figures: readonly (readonly [string, string])[];
  readonly findings: SummaryParts["findings"];
}

export function logInWords(log: EventLog | InteractionLog): LogWords {
  const { parts, span } = log instanceof EventLog ? ofEvents(log) : ofInteractions(log);
  const figures = parts.figures.map(([label, value]) => [label, value] as const);
  const size = figures.slice(0, 3).map(([label, value]) => `${value} ${label}`).join(", ");
  const unmasked = log instanceof EventLog ? undefined : unmaskedNote(log);
  const caption = `${span} ${filterCaption(log.filters)}${unmasked === undefined ? "" : ` ${unmasked}`}`;
  return { line: `${log.name}: ${size}. ${span}`, caption, figures, findings: parts.findings };
}

interface Summary {
  readonly parts: SummaryParts;
  /** First and last event, in words. */
  readonly span: string;
}

function ofEvents(log: EventLog): Summary {
  const { cases, events, activities, variants, resources, firstEvent, lastEvent } = describeLog(log);
  const throughput = summarise(caseDurations(log));
  const colours = activityColours(log);
  const counts = countActivities(log);
  const list = (title: string, counted: Float64Array): SummaryList => ({
    title,
    noun: "case",
    rows: ranked(counted, log.activities).map(({ name, count }) => ({
      name,
      count,
      share: count / cases,
      colour: colours.get(name)!,
    })),
  });
  return {
    parts: {
      figures: [
        ["cases", formatCount(cases)],
        ["events", formatCount(events)],
        ["activities", formatCount(activities)],
        ["variants", formatCount(variants)],
        ...(resources === undefined ? [] : [["resources", formatCount(resources)] as const]),
        timeFigure("median throughput", throughput.median),
        timeFigure("90 % of cases within", throughput.p90),
      ],
      times: log.time,
      noun: "event",
      lists: [list("first activity of cases", counts.starts), list("last activity of cases", counts.ends)],
      mapping: Object.entries(log.source.mapping),
      findings: findingsOf(log),
    },
    span: spanOf(firstEvent?.getTime(), lastEvent?.getTime(), "event"),
  };
}

function ofInteractions(log: InteractionLog): Summary {
  const { interactions, sessions, time, end } = log;
  const lengths = Float64Array.from({ length: Math.max(0, sessions.length - 1) }, (_, s) => {
    const last = sessions[s + 1]! - 1;
    return ((end && end[last] === end[last] ? end[last]! : time[last]!) - time[sessions[s]!]!) / 1000;
  });
  const length = summarise(lengths);
  const list = (title: string, codes: ArrayLike<number>, names: readonly string[]): SummaryList => ({
    title,
    noun: "interaction",
    rows: ranked(countCodes(codes, names.length), names).map(({ name, count }) => ({
      name,
      count,
      share: count / interactions,
    })),
  });
  let first = Infinity, last = -Infinity;
  for (const at of time) {
    if (at < first) first = at;
    if (at > last) last = at;
  }
  return {
    parts: {
      figures: [
        ["interactions", formatCount(interactions)],
        ["users", formatCount(log.users.length)],
        ["applications", formatCount(log.apps.length)],
        ["distinct actions", formatCount(log.actions.length)],
        [
          "sessions",
          formatCount(lengths.length),
          `A pause of more than ${formatDuration(log.sessionGapSeconds)} ends a session.`,
        ],
        !log.hasTimes
          ? ["median session", "–", "The log has no times, only an order."]
          : new Set(log.user).size >= leastShown(log, {})
          ? timeFigure("median session", length.median)
          : ["median session", "–", "Not shown of so few of the people recorded."],
      ],
      times: log.hasTimes ? time : new Float64Array(0),
      noun: "interaction",
      lists: [
        applicationsOf(log, list("applications", log.app, log.apps)),
        list("kinds of action", log.actionClass, ACTION_CLASSES),
      ],
      mapping: Object.entries(log.source.mapping).filter((entry) => typeof entry[1] === "string"),
      findings: findingsOf(log),
    },
    span: interactions > 0 && !log.hasTimes
      ? NO_TIMES_NOTE
      : spanOf(interactions ? first : undefined, interactions ? last : undefined, "interaction"),
  };
}

/** As in `applications`: where one person alone uses an application, how much is that person's affair. */
function applicationsOf(log: InteractionLog, list: SummaryList): SummaryList {
  const uncounted = new Set(
    applications(log).rows().filter(({ visits }) => visits === null).map(({ app }) => app),
  );
  if (uncounted.size === 0) return list;
  return {
    ...list,
    rows: list.rows.filter(({ name }) => !uncounted.has(name)),
    note: `${countOf(uncounted.size, "application")} without figures: of one person alone, or next to it`,
  };
}

function findingsOf({ name, source }: EventLog | InteractionLog): Finding[] {
  return source.findings.map((finding) => ({ ...finding, example: exampleInWords(finding.example, name) }));
}

function timeFigure(label: string, seconds: number): readonly [string, string, string] {
  return [label, formatDuration(seconds), `${label}\n${formatCount(seconds, 3)} seconds`];
}

function spanOf(first: number | undefined, last: number | undefined, noun: string): string {
  if (first === undefined || last === undefined) return `No ${noun}s.`;
  return `From ${formatDate(first)} to ${formatDate(last)} UTC (${formatDuration((last - first) / 1000)}).`;
}

function countCodes(codes: ArrayLike<number>, n: number): Float64Array {
  const counts = new Float64Array(n);
  for (let i = 0; i < codes.length; i++) if (codes[i]! >= 0) counts[codes[i]!]!++;
  return counts;
}

/** Largest count first, equal ones in the order of their names' codes; none that is 0. */
function ranked(counts: Float64Array, names: readonly string[]): { name: string; count: number }[] {
  return Array.from(counts, (count, code) => ({ code, name: names[code]!, count })).filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || a.code - b.code);
}

function tableRows({ figures, lists, mapping }: SummaryParts, findings: readonly Finding[]) {
  return [
    ...figures.map(([label, value]) => [label, value, null]),
    ...lists.flatMap(({ title, rows }) =>
      rows.slice(0, 20).map(({ name, count, share }) => [`${title}: ${name}`, formatCount(count), formatShare(share)])
    ),
    ...mapping.map(([role, column]) => [`column for ${role}`, column, null]),
    ...findings.map(({ rule, count, example }) => [`found: ${rule}`, formatCount(count), example]),
  ];
}

function textOf({ figures, lists, mapping }: SummaryParts, findings: readonly Finding[]): string {
  const sections = [
    textTable(figures.map(([label, value]) => [label, value])),
    ...lists.map(({ title, rows, note }) =>
      `${title}\n${
        textTable(
          rows.slice(0, 5).map(({ name, count, share }) => [`  ${name}`, formatCount(count), formatShare(share)]),
        )
      }${rows.length > 5 ? `\n  ${moreText(rows.length - 5)}` : ""}${note === undefined ? "" : `\n  ${note}`}`
    ),
    `columns used\n${textTable(mapping.map(([role, column]) => [`  ${role}`, column]), { left: [0, 1] })}`,
    findings.length === 0
      ? "found while reading: nothing amiss"
      : `found while reading\n${
        textTable(findings.map(({ rule, count, example }) => [`  ${formatCount(count)} ×`, rule, example]), {
          left: [1, 2],
          most: 140,
        })
      }`,
  ];
  return sections.join("\n\n");
}
