/** What results say in a sentence, shown as text. */
import { InputError } from "../base/errors.ts";
import { countOf, formatCount } from "../base/format.ts";
import { EventLog } from "../log/events/event_log.ts";
import { InteractionLog } from "../log/interactions/interaction_log.ts";
import { logInWords } from "./charts/summary.ts";
import { foundInModelsPlace } from "../models/given_model.ts";
import { escapeMarkdown, type Note, note } from "./figure/note.ts";

export type Answer = string | { readonly sentence: string } | EventLog | InteractionLog;

/**
 * Shows the sentences of results, a paragraph each: the answer of a notebook in words. Of a log it says how large it is,
 * from when to when it tells, and what reading it found odd.
 *
 * @param answers results of questions, such as `compareLogs` gives, logs, or sentences of your own.
 * @throws InputError for what has no sentence.
 * @example
 * ```ts
 * import { activityRework, readLog, stuckCases, viewAnswer } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * viewAnswer(stuckCases(log), activityRework(log));
 * ```
 */
export function viewAnswer(...answers: readonly Answer[]): Note {
  const sentences = answers.flatMap((answer): string | string[] => {
    if (typeof answer === "string") return answer;
    if (answer instanceof EventLog || answer instanceof InteractionLog) return readingOf(answer);
    if (typeof answer?.sentence === "string") return answer.sentence;
    throw new InputError(
      `Expected results that say their answer in a sentence, or sentences, but found ${foundInModelsPlace(answer)}.`,
    );
  });
  return note(sentences.join("\n"), sentences.map(escapeMarkdown).join("\n\n"));
}

const MOST_TOLD = 5;

function readingOf(log: EventLog | InteractionLog): string[] {
  const { line, findings } = logInWords(log);
  if (findings.length === 0) return [line, "Reading found nothing amiss."];
  const told = findings.slice(0, MOST_TOLD)
    .map(({ rule, count, example }) => `${rule} (${formatCount(count)} times): ${example.replace(/[.\s]+$/, "")}.`);
  const more = findings.length - told.length;
  return [line, `Reading found ${countOf(findings.length, "thing")} to know${more > 0 ? ", such as" : ""}:`, ...told];
}
