/** What speaks for a link, in words. Values are not repeated: they may be personal. */
import type { ChosenLink } from "./chosen_link.ts";
import { SHARED_WORDS } from "./handover_pairs.ts";
import { ANOTHER, SAME, type Sides } from "./pairs.ts";
import { CASE_RAN, DURING, TIME_LEVELS } from "./task_times.ts";

const ID_WORDS = [
  "no identifier of any case in it",
  "identifier found by a given rule",
  "the case's identifier stands in it",
  "the case's identifier stands in it, written in another way",
  "a value that few cases have stands in it",
  "the case's identifier stands in it, misspelt",
  "a number one slip from the case's identifier stands in it",
  "a number that few cases have stands in it",
  "identifiers of other cases stand in it",
];
const TIME_WORDS = TIME_LEVELS.map((words, level) => level < CASE_RAN ? `${words} of the event` : words);

export function whyLinked({ hasTimes, log }: Sides, link: ChosenLink): string {
  const { id, person, time, event, activity, handedTo } = link;
  const words = [ID_WORDS[id]!];
  if (handedTo) {
    words.push(`a colleague's instance ${handedTo.instance + 1} is of this case: ${SHARED_WORDS[handedTo.shared]!}`);
  }
  if (person === SAME) words.push("same person as in the event log");
  if (person === ANOTHER && !handedTo) words.push("another person than in the event log");
  if (hasTimes) words.push(time === DURING ? "event within 5 minutes or during the work" : TIME_WORDS[time]!);
  if (event >= 0) words.push(`event "${log.activities[activity]!}"`);
  return words.join("; ");
}

/** What a link rests on first, of the words of `whyLinked`. */
export function firstGround(why: string): string {
  return why.split("; ", 1)[0]!;
}
