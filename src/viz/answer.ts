/** What results say in a sentence, shown as text. */
import { InputError } from "../base/errors.ts";
import { foundInModelsPlace } from "../models/given_model.ts";
import { escapeMarkdown, type Note, note } from "./figure/note.ts";

/**
 * Shows the sentences of results, a paragraph each: the answer of a notebook in words.
 *
 * @param answers results of questions, such as `compareLogs` gives, or sentences of your own.
 * @throws InputError for what has no sentence.
 * @example
 * ```ts
 * import { activityRework, readLog, stuckCases, viewAnswer } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * viewAnswer(stuckCases(log), activityRework(log));
 * ```
 */
export function viewAnswer(...answers: readonly (string | { readonly sentence: string })[]): Note {
  const sentences = answers.map((answer) => {
    if (typeof answer === "string") return answer;
    if (typeof answer?.sentence === "string") return answer.sentence;
    throw new InputError(
      `Expected results that say their answer in a sentence, or sentences, but found ${foundInModelsPlace(answer)}.`,
    );
  });
  return note(sentences.join("\n"), sentences.map(escapeMarkdown).join("\n\n"));
}
