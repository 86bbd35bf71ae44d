/** What links rest on, what could not be used, and why there are none: sentences for the reader. */
import { countOf, formatCount, formatDate, formatDuration } from "../../base/format.ts";
import { eventSpan } from "../../log/events/event_span.ts";
import type { InteractionLog } from "../../log/interactions/interaction_log.ts";
import { areNumbered } from "../../privacy/marks_in_text.ts";
import type { ChosenLink } from "./chosen_link.ts";
import { aboutPrivacy, type PrivacyCost } from "./privacy_cost.ts";
import type { Sides } from "./pairs.ts";
import type { NamedCases } from "./task_identifiers.ts";

export interface LinkNotes {
  readonly notes: readonly string[];
  /** Why there is no link. */
  readonly nothing: string;
}

export function linkNotes(
  recording: InteractionLog,
  sides: Sides,
  named: readonly NamedCases[],
  links: readonly ChosenLink[],
  privacy: PrivacyCost | undefined,
): LinkNotes {
  const withId = named.filter(({ levels }) => levels.size > 0).length;
  const sure = links.filter(({ probability }) => probability >= 0.5);
  const byTime = sure.filter(({ identified }) => !identified).length;
  const overlap = overlapOf(sides);
  const notes: string[] = [];
  if (named.length === 0) return { notes, nothing: "The recording has no task instances: there is nothing to link." };
  if (sides.log.cases === 0) return { notes, nothing: "The event log has no cases: there is nothing to link to." };
  notes.push(
    withId === 0
      ? "No identifier of a case stands in any task instance."
      : `Identifiers of cases stand in ${formatCount(withId)} of ${countOf(named.length, "task instance")}.`,
  );
  if (byTime > 0) {
    notes.push(
      `${countOf(byTime, "link")} ${byTime === 1 ? "rests" : "rest"} on people, times and kinds of task alone.`,
    );
  }
  if (!sides.hasTimes) notes.push("One of the logs has no times: links rest on identifiers alone.");
  else if (!overlap) notes.push(`The logs share no time: ${spansInWords(sides)}.`);
  notes.push(
    ...aboutClocks(sides),
    ...aboutPeople(sides),
    ...aboutPrivacy(privacy, areNumbered(recording.source.privacy)),
  );
  const reasons = [
    withId === 0
      ? "no identifier of a case stands in any of them"
      : "the identifiers in them agree with the log no better than by chance",
    ...(sides.hasTimes && !overlap ? [`the logs share no time (${spansInWords(sides)})`] : []),
    ...(sides.hasTimes && overlap ? ["events are no nearer to the tasks than by chance"] : []),
  ];
  const none = named.length === 1
    ? "The one task instance cannot be linked to a case"
    : `None of the ${countOf(named.length, "task instance")} can be linked to a case`;
  const nothing = `${none}: ${reasons.join(", and ")}.`;
  return { notes, nothing };
}

function aboutClocks({ clockOffset }: Sides): string[] {
  if (clockOffset === 0) return [];
  const apart = formatDuration(Math.abs(clockOffset) / 1000);
  return [
    `The clock of the event log is ${apart} ${clockOffset > 0 ? "ahead of" : "behind"} the recording's; ` +
    "times are compared as if it were not.",
  ];
}

function overlapOf({ log, times, hasTimes }: Sides): boolean {
  if (!hasTimes) return false;
  const [from, to] = times.span;
  return log.time.some((ms) => from - 3_600_000 <= ms && ms <= to + 3_600_000);
}

function spansInWords({ log, times }: Sides): string {
  const [first, last] = eventSpan(log), [from, to] = times.span;
  const span = (a: number, b: number) => `${formatDate(a, "day")} to ${formatDate(b, "day")}`;
  return `tasks were recorded ${span(from, to)}, events ${span(first, last)}`;
}

function aboutPeople({ people, times, log }: Sides): string[] {
  if (!log.resources) return ["The event log names no resources: people could not be compared."];
  const learnt = new Set(people.same.filter(({ known }) => known === "times").map(({ user }) => user)).size;
  const known = new Set(people.same.map(({ user }) => user)).size;
  if (known === 0) return ["No user of the recording could be found among the resources of the event log."];
  const users = times.users.length;
  return [
    `${formatCount(known)} of ${countOf(users, "user")} ${known === 1 ? "is" : "are"} known in the event log` +
    `${learnt > 0 ? `, ${formatCount(learnt)} by the times of their work` : " by name"}.`,
  ];
}
