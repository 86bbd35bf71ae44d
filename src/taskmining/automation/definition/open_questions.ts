/** What a recording cannot tell of a task, as questions for those who do it. */
import { countOf, formatCount, formatShare } from "../../../base/format.ts";
import type { DefinedDeparture, DefinedRule, DefinedStep } from "./definition.ts";
import { departureInWords } from "./defined_ways.ts";
import type { DescribedTask } from "./described_task.ts";

/** Rarer exceptions are no question yet. */
const LEAST_SHARE = 0.1, MOST_EXCEPTIONS = 6;

export function questionsOf(
  described: DescribedTask,
  steps: readonly DefinedStep[],
  rules: readonly DefinedRule[],
  exceptions: readonly DefinedDeparture[],
): string[] {
  const questions = ["What is the task for, and who needs its result?"];
  const n = described.instances.length;
  if (n === 1) {
    questions.push(
      "Only one instance was recorded: which of its steps belong to the task, and which values change from one " +
        "instance to the next?",
    );
  } else if (n < 20) {
    questions.push(`Only ${countOf(n, "instance")} were recorded: which ways and exceptions are missing?`);
  }
  for (const { number, label, verdict, why } of steps) {
    if (verdict === "decision") {
      questions.push(`Step ${number}, “${label}”: how does a person decide it? ${why ?? ""}`.trim());
    }
    if (verdict === "unknown" && n > 1) {
      questions.push(`Step ${number}, “${label}”: what is entered? ${why ?? ""}`.trim());
    }
  }
  for (const { number, heldOutRight, heldOutTotal, step } of rules) {
    if (step === null || heldOutRight === null || heldOutTotal === null || heldOutRight === heldOutTotal) continue;
    questions.push(
      `Rule ${number} is right for ${formatCount(heldOutRight)} of ${
        formatCount(heldOutTotal)
      } held-back values: what ` +
        "is different in the others?",
    );
  }
  for (const one of exceptions.filter(({ share }) => share >= LEAST_SHARE).slice(0, MOST_EXCEPTIONS)) {
    questions.push(`When is this done (${formatShare(one.share)} of the instances)? ${departureInWords(one)}`);
  }
  return questions;
}
