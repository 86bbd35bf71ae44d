/** Times of linked logs: both have them, and events take some. */
import { InputError } from "../../base/errors.ts";
import type { TaskLinks } from "../links/task_links.ts";
import { eventSpan } from "../../log/events/event_span.ts";
import type { Span } from "./work_pieces.ts";

/** @throws InputError if one of the logs has no times. */
export function requireLinkedTimes({ log, segmentation }: TaskLinks): void {
  if (!log.source.untimed && segmentation.log.hasTimes) return;
  throw new InputError(
    `${segmentation.log.hasTimes ? log.name : segmentation.log.name}: expected times but found none. ` +
      `Without them it is known which task belongs to which case, and not when it was done.`,
  );
}

/** From when to when people were recorded, by the clock of the event log. */
export function recordedSpan({ segmentation, clockOffsetSeconds }: TaskLinks): Span {
  const [first, last] = eventSpan(segmentation.log), ahead = clockOffsetSeconds * 1000;
  return [first + ahead, last + ahead];
}

/** When an event was at work in the system; a moment where its start is not known. */
export function systemSpan({ log }: TaskLinks, event: number): Span {
  const time = log.time[event]!, start = log.start?.[event] ?? NaN;
  return [start <= time ? start : time, time];
}
