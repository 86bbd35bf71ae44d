/** Where people's time goes: applications, and the switches between them. */
import { NO_TIMES_NOTE } from "../../taskmining/no_times.ts";
import { drawNoTimes } from "./no_times.ts";
import { gapsAreIdle } from "../tasks/idle_words.ts";
import type { InteractionLog } from "../../log/interactions/interaction_log.ts";
import { applications, applicationSwitches, type SwitchOptions } from "../../taskmining/friction/applications.ts";
import type { ShownPeople } from "../../taskmining/people.ts";
import { interactionCaption } from "../kit/caption.ts";
import { type Figure, figure } from "../figure/figure.ts";
import { countOf, formatCount, formatDuration, formatShare } from "../../base/format.ts";
import { textTable } from "../../base/text_table.ts";
import { type Application, drawApplications, type Switch } from "./applications_picture.ts";
import { forBothWidths } from "../kit/chart_frame.ts";
import { wholeNumber } from "../kit/options.ts";
import { requireInteractionLog } from "../../log/require_log.ts";

export interface ApplicationsViewOptions extends SwitchOptions, ShownPeople {
  /** Most applications drawn, those of most time. @default 12 */
  top?: number;
}

/**
 * Time in each application as bars, and beside them how often people switch from one (row) to another (column).
 *
 * Applications that fewer than `k` people use, and those from which their times could be computed, are not drawn. Of
 * those that one person alone uses the table shows no visits and no switches either.
 *
 * Time is active time: a gap over `idleSeconds` belongs to no application. A ping-pong is a switch and, within
 * `pingPongSeconds`, a switch back.
 *
 * @throws InputError if `top` is out of its range; OptionError if `idleSeconds` or `pingPongSeconds` is not above 0.
 * @example
 * ```ts
 * import { readInteractions, viewApplications } from "tracebook";
 * viewApplications(await readInteractions("data/order-desk.csv"));
 * ```
 */
export function viewApplications(log: InteractionLog, options: ApplicationsViewOptions = {}): Figure {
  requireInteractionLog(log);
  const { top: wanted = 12, ...measure } = options;
  const top = wholeNumber("top", wanted, 1, 20);
  const times = applications(log, measure);
  const changes = applicationSwitches(log, measure);
  const all = times.rows().map((row) => ({ ...row, app: row.app ?? UNKNOWN }));
  // Of those that few people use only the table says that they are there.
  const apps = all.flatMap(({ app, seconds, visits, share }): Application[] =>
    seconds === null || share === null ? [] : [{ app, seconds, share, visits: visits ?? NaN }]
  );
  const switches = changes.rows();
  const drawn = apps.slice(0, top);
  const left = apps.length - drawn.length;
  const { about } = changes;
  return figure({
    kind: "applications",
    behaviour: "picture",
    title: "Applications",
    caption: [
      ...(all.length === 0 ? [] : [
        `${
          Number.isNaN(times.about.totalSeconds) ? "" : `${formatDuration(times.about.totalSeconds)} of active time in `
        }${countOf(all.length, "application")}, and ${countOf(about.switches, "switch", "switches")} between them${
          log.hasTimes
            ? `, of which ${formatCount(about.pingPongs)} went straight back within ${
              formatDuration(about.pingPongSeconds)
            }`
            : ""
        }.`,
        ...(log.hasTimes ? [`${gapsAreIdle(log, about.idleSeconds)}.`] : []),
      ]),
      ...new Set([...times.about.notes, ...about.notes]),
      ...(options.except?.length ? [`Passed over: ${options.except.join(", ")}.`] : []),
      ...(left > 0 ? [`${countOf(left, "application")} of less time not drawn (in the table).`] : []),
      interactionCaption(log),
    ].join(" "),
    ...forBothWidths((width) => log.hasTimes ? drawApplications(drawn, switches, width) : drawNoTimes(width)),
    alt: log.hasTimes ? altText(apps, switches) : NO_TIMES_NOTE,
    table: {
      columns: ["application", "to", "seconds", "share", "visits", "switches", "ping-pongs"],
      rows: [
        ...all.map(({ app, seconds, share, visits }) => [app, null, seconds, share, visits, null, null]),
        ...switches.map(({ from, to, count, pingPongs }) => [from, to, null, null, null, count, pingPongs]),
      ],
    },
    text: textOf(apps, switches),
  });
}

const UNKNOWN = "(unknown)";

function altText(apps: readonly Application[], switches: readonly Switch[]): string {
  const times = apps.slice(0, 8).map(({ app, share, seconds }) =>
    `${app} ${formatShare(share)} (${formatDuration(seconds)})`
  );
  const [most] = switches;
  return `Time by application: ${times.join(", ") || "none"}.` +
    (most ? ` Most frequent switch: ${most.from} to ${most.to}, ${formatCount(most.count)} times.` : "");
}

function textOf(apps: readonly Application[], switches: readonly Switch[]): string {
  const times = textTable([
    ["application", "time", "share", "visits"],
    ...apps.map(({ app, seconds, share, visits }) => [
      app,
      formatDuration(seconds),
      formatShare(share),
      formatCount(visits),
    ]),
  ]);
  if (switches.length === 0) return `${times}\n\nNo switches.`;
  const pairs = textTable([
    ["from", "to", "switches", "ping-pongs"],
    ...switches.slice(0, 12).map(({ from, to, count, pingPongs }) => [
      from,
      to,
      formatCount(count),
      formatCount(pingPongs),
    ]),
  ], { left: [0, 1] });
  const left = switches.length - 12;
  return `${times}\n\n${pairs}${left > 0 ? `\n… ${formatCount(left)} further pairs` : ""}`;
}
