/** A day at work: which applications were in front of a person, and which tasks were done. */
import { gapsAreIdle } from "../idle_words.ts";
import { InputError } from "../../../base/errors.ts";
import type { InteractionLog } from "../../../log/interactions/interaction_log.ts";
import { peopleRecorded } from "../../../taskmining/people.ts";
import { secondsAbove0 } from "../../../taskmining/options.ts";
import type { TaskSegmentation } from "../../../taskmining/segmentation/segmentation.ts";
import { interactionCaption } from "../../kit/caption.ts";
import { wholeNumber } from "../../kit/options.ts";
import { type Figure, figure } from "../../figure/figure.ts";
import { countOf, formatDuration } from "../../../base/format.ts";
import { markupText } from "../../kit/markup.ts";
import { knownFirst, peopleOf, usersNamed } from "./day_people.ts";
import { drawDay } from "./day_picture.ts";
import type { DayPicture } from "./day_places.ts";
import { pictured } from "./day_rows.ts";
import { altText, changeInWords, factsOf, tableOf, textOf } from "./day_words.ts";
import { fitting } from "./fit_day.ts";
import { zoneNamed } from "./local_days.ts";
import { requireInteractionLog } from "../../../log/require_log.ts";

export interface DayViewOptions {
  /** Whose day, by the names that the log has for them, in this order. */
  user?: string | readonly string[];
  /** Shows the people of that day, by name, where that is what was agreed: instead of `user`. @default false */
  individuals?: boolean;
  /** As `2025-12-31`. @default the day of most interactions, of several the first */
  day?: string;
  /** By whose clock days begin and hours are told. @default "UTC" */
  timeZone?: string;
  /** A longer gap between two interactions is idle. @default 180 */
  idleSeconds?: number;
  /** Most people shown. @default 5 */
  top?: number;
}

/** What the page's code is given: it draws parts of the same picture. */
export type DayViewData = DayPicture;

/**
 * A day of one person or a few: the applications in front of them as bars over time, idle time hatched, and, where the
 * log was segmented, the task instances below in the colours of their tasks; parts of one instance are tied by a line.
 *
 * A timeline shows what single people did: of a recording of several, `user` or `individuals` must ask for it. In the
 * page it can be zoomed, and pointing tells window, interactions and duration.
 *
 * @throws InputError if neither is given, if there is no such user, day or time zone, or nothing on that day; OptionError
 * if `idleSeconds` is not above 0.
 * @example
 * ```ts
 * import { readInteractions, segmentTasks, viewDay } from "tracebook";
 * const log = await readInteractions("data/order-desk.csv");
 * viewDay(segmentTasks(log), { user: "Ada" });
 * ```
 */
export function viewDay(source: InteractionLog | TaskSegmentation, options: DayViewOptions = {}): Figure {
  requireInteractionLog(source, "tasks");
  const segmentation = "owner" in source ? source : undefined;
  const log = "owner" in source ? source.log : source;
  const idleSeconds = secondsAbove0("idleSeconds", options.idleSeconds ?? 180);
  const top = wholeNumber("top", options.top ?? 5, 1, 40);
  if (!log.hasTimes) {
    throw new InputError(
      `${log.name}: expected times to draw a day by the clock, but the log has an order only. viewSegments shows what was ` +
        `done in which order.`,
    );
  }
  const zone = zoneNamed(options.timeZone ?? "UTC");
  const named = options.user === undefined ? undefined : [options.user].flat();
  if (!named && !options.individuals && peopleRecorded(log) > 1) {
    throw new InputError(
      `${log.name}: a timeline shows what single people did, and this is a recording of several. ` +
        `Name whose day it is to be (user: "…"), or ask for all of them where that is what was agreed (individuals: true).`,
    );
  }
  const chosen = named && usersNamed(log, named);
  const { day, range, people } = peopleOf(log, chosen, options.day, zone);
  const order = chosen ? chosen.filter((user) => people.has(user)) : [...people.keys()].sort(knownFirst);
  const label = (user: number) => user >= 0 ? log.users[user]! : log.users.length === 0 ? "Everybody" : "(unknown)";
  const { picture, joined } = fitting(
    order.slice(0, top).length,
    (n) =>
      pictured(log, segmentation, order.slice(0, n).map((user) => [label(user), people.get(user)!]), {
        idle: idleSeconds * 1000,
        range,
        zone,
      }),
  );
  const shown = order.slice(0, picture.rows.length);
  const absent = chosen ? chosen.filter((user) => !people.has(user)).map((user) => log.users[user]!) : [];
  const facts = picture.rows.map((row) => factsOf(picture, row));
  return figure({
    kind: "day",
    behaviour: "day",
    title: shown.length === 1 ? `${label(shown[0]!)}, ${day}` : `A day at work: ${day}`,
    caption: [
      options.day === undefined ? `${day} is the day of most interactions${named ? " of those named" : ""}.` : "",
      shown.length < order.length
        ? `${shown.length} of ${countOf(order.length, "person", "people")} of that day, ${
          named ? "in the order given" : "by name"
        }${shown.length < Math.min(top, order.length) ? ", no more than a notebook carries" : ""}.`
        : `${countOf(shown.length, "person", "people")}.`,
      joined > 0
        ? `There is more than a notebook carries: stays shorter than ${
          formatDuration(joined)
        } are joined, by what was in ` +
          `front longest.`
        : "",
      absent.length > 0 ? `Without interactions on that day: ${absent.join(", ")}.` : "",
      segmentation ? `${countOf(picture.instances.length, "task instance")}.` : "",
      `${gapsAreIdle(log, idleSeconds)}. Times: ${zone.name}.`,
      picture.change ? changeInWords(picture) : "",
      log.users.length === 0 ? "The log knows no users: all interactions count as one person's." : "",
      interactionCaption(log),
    ].filter((words) => words !== "").join(" "),
    svg: markupText(drawDay(picture, 0, picture.seconds)),
    alt: altText(day, picture, facts),
    table: tableOf(picture),
    text: textOf(picture, facts),
    data: picture satisfies DayViewData,
  });
}
