/** A program as a card: what it makes of what, examples, how sure it is, and what it gets wrong. */
import { countOf, formatCount, formatShare } from "../../base/format.ts";
import { formatShareInterval } from "../../base/estimates_in_words.ts";
import { InputError } from "../../base/errors.ts";
import { shareInterval } from "../../base/statistics/proportions.ts";
import { textTable } from "../../base/text_table.ts";
import { type FoundProgram, programInWords, type TaskStep, type VerifiedProgram } from "../../taskmining/mod.ts";
import { type Figure, figure } from "../figure/figure.ts";
import { forBothWidths } from "../kit/chart_frame.ts";
import { VERDICTS } from "./opportunity.ts";
import { drawProgram, type ProgramPicture } from "./program_picture.ts";

/**
 * A program of `findPrograms` or `programByExample` as a card: the rule in words, how many of the held-back values it gets
 * right, examples, and the values that it gets wrong. Of a step without a program the card says what it is instead.
 *
 * Values stand there as the log has them: masked, unless it was read without masking.
 *
 * @throws InputError if it is neither a program nor a step.
 * @example
 * ```ts
 * import { findPrograms, readInteractions, segmentTasks, viewProgram } from "tracebook";
 * const found = findPrograms(segmentTasks(await readInteractions("data/order-desk.csv")));
 * viewProgram(found.programs[0]!);
 * ```
 */
export function viewProgram(source: FoundProgram | VerifiedProgram | TaskStep): Figure {
  if (typeof source !== "object" || source === null || !("program" in source || "verdict" in source)) {
    throw new InputError(
      "Expected a program or a step but found something else. Give one of findPrograms(work).programs or .steps.",
    );
  }
  const program = "program" in source ? source : source.found;
  const title = "target" in source ? source.target : "Program";
  const task = "task" in source && source.task !== null ? ` (${source.task})` : "";
  if (program === null) return withoutProgram(source as TaskStep, `${title}${task}`);
  const found: Partial<FoundProgram> & VerifiedProgram = program;
  const words = found.words ?? programInWords(found.program);
  if (found.suppressed) return withoutFigures(found as FoundProgram, `${title}${task}`);
  const right = shareInterval(found.heldOutRight, found.heldOutTotal);
  const picture: ProgramPicture = {
    words,
    verdict: `${formatCount(found.heldOutRight)} of ${countOf(found.heldOutTotal, "held-back value")} right`,
    sure: formatShareInterval(right),
    share: right,
    sources: found.sources ?? [],
    examples: found.examples.map(({ inputs, output }) => ({ inputs, output })),
    wrong: found.counterExamples.map(({ inputs, expected, found: gives }) => ({ inputs, output: expected, gives })),
  };
  return figure({
    kind: "program",
    behaviour: "picture",
    title: `${found.target ?? title}${task}`,
    caption: `${found.kind === undefined ? "" : `Kind of rule: ${found.kind}. `}Searched on one half of ${
      countOf(found.support, "example")
    }, and verified on values that were held back; the interval is Wilson's of 95 %. ${
      found.counterExamples.length === 0
        ? "It gets none of the examples wrong."
        : `Wrong are ${
          found.counterExamples.length === 10 ? "ten or more" : formatCount(found.counterExamples.length)
        } of ` +
          "all examples: typing errors, or cases that the rule does not know."
    }`,
    ...forBothWidths((width) => drawProgram(picture, width)),
    alt: `${words}: ${picture.verdict} (${formatShare(right.value)}).`,
    table: {
      columns: ["inputs", "entered", "the program gives", "right"],
      rows: [
        ...picture.examples.map(({ inputs, output }) => [inputs.map(shown).join("; "), output, output, "yes"]),
        ...picture.wrong.map((
          { inputs, output, gives },
        ) => [inputs.map(shown).join("; "), output, gives ?? null, "no"]),
      ],
    },
    text: [
      `Value: ${words}`,
      `${picture.verdict} (${picture.sure})`,
      textTable([
        ["inputs", "entered", "the program gives"],
        ...[...picture.examples.map((one) => ({ ...one, gives: one.output })), ...picture.wrong].map((one) => [
          one.inputs.map(shown).join("; "),
          one.output,
          one.gives ?? "nothing",
        ]),
      ], { left: [0, 1, 2] }),
    ].join("\n"),
  });
}

function withoutFigures({ words, kind }: FoundProgram, title: string): Figure {
  const verdict = "A rule", why = "fewer people do the step than figures and examples are shown of";
  return figure({
    kind: "program",
    behaviour: "picture",
    title,
    caption: `Kind of rule: ${kind}. How often it is right is not shown, nor what was entered: ${why}.`,
    ...forBothWidths((width) =>
      drawProgram({ words, verdict, sure: why, share: undefined, sources: [], examples: [], wrong: [] }, width)
    ),
    alt: `${words}: ${why}.`,
    table: { columns: ["rule", "kind", "figures"], rows: [[words, kind, why]] },
    text: `Value: ${words}\nWithout figures: ${why}`,
  });
}

function withoutProgram(step: TaskStep, title: string): Figure {
  const verdict = VERDICTS[step.verdict];
  const picture: ProgramPicture = {
    words: step.why ?? (step.verdict === "fixed" ? "Nothing is entered, and the element is always the same." : ""),
    verdict,
    sure: `in ${formatCount(step.withStep)} of ${countOf(step.instances, "instance")}`,
    share: undefined,
    sources: [],
    examples: [],
    wrong: [],
  };
  return figure({
    kind: "program",
    behaviour: "picture",
    title,
    caption: "There is no program for this step.",
    ...forBothWidths((width) => drawProgram(picture, width)),
    alt: `${verdict}: ${picture.words}`,
    table: { columns: ["verdict", "why", "instances with it"], rows: [[verdict, picture.words, step.withStep]] },
    text: `${verdict}: ${picture.words}`,
  });
}

function shown(input: string | null): string {
  return input ?? "(missing)";
}
