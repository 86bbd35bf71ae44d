import { countOf, formatCount } from "../../../base/format.ts";
import { findPrograms, type FoundProgram } from "../../../taskmining/automation/programs/find_programs.ts";
import { programRuntime, programToTypeScript } from "../../../taskmining/automation/programs/to_typescript.ts";
import { taskInstances } from "../../../taskmining/instances/task_instances.ts";
import { onlyPositional, readArguments } from "../../command.ts";
import {
  checkInstanceOptions,
  instanceOptions,
  interactionOptions,
  readInteractionOptions,
  readNoting,
} from "../../interaction_options.ts";
import { fieldsOf, type Options, whole } from "../../options.ts";
import { checkTarget, note, printJson, textTable, writeText } from "../../output.ts";
import type { CommandEntry } from "../../registry/entry.ts";

const shownOptions = {
  k: whole({ help: "figures of steps that fewer people do are not shown (default 5)" }),
} as const satisfies Options;

export const programsCommand: CommandEntry = {
  name: "programs",
  summary: "rules by which values of tasks follow from earlier values, verified on held-back instances",
  usage: "UILOG [--out FILE] [--instance COLUMN [--task COLUMN]] [--k N]",
  reads: "interaction log",
  gives: "programs with the held-back values that they get right",
  functions: ["findPrograms", "programByExample"],
  examples: ["tb programs data/order-desk.csv --out programs.json"],
  options: {
    ...interactionOptions,
    ...instanceOptions,
    ...shownOptions,
    out: {
      type: "string",
      value: "FILE",
      help: "write programs, steps and counter-examples as JSON; as TypeScript if FILE ends in .ts",
    },
  },

  async main(args) {
    const given = readArguments(this, args);
    const file = onlyPositional(this, given);
    const out = given.text("out");
    await checkTarget("--out", out);
    checkInstanceOptions(given);
    const log = await readNoting(file, readInteractionOptions(given));
    const { programs, steps, notes } = findPrograms(
      taskInstances(log, fieldsOf(instanceOptions, given)),
      fieldsOf(shownOptions, given),
    );
    for (const text of notes) note(text);
    if (out !== undefined) {
      const whole = {
        programs: programs.map((one) => ({ ...rowOf(one), counterExamples: one.counterExamples })),
        steps,
        notes,
      };
      await writeText("--out", out, out.endsWith(".ts") ? codeOf(programs) : JSON.stringify(whole, null, 2) + "\n");
      note(`${countOf(programs.length, "program")} written to ${out}`);
    }
    if (given.flag("json")) {
      printJson({ programs: programs.map(rowOf), notes });
      return 0;
    }
    const verdicts = Map.groupBy(steps, ({ verdict }) => verdict);
    const counts = [...verdicts].map(([verdict, of]) => `${formatCount(of.length)} ${verdict}`).join(", ");
    console.log(`${countOf(programs.length, "program")}; steps: ${counts || "none"}\n`);
    console.log(textTable(
      ["task", "step", "kind", "right", "of held back", "value"],
      programs.map((one) => [
        one.task ?? "–",
        one.target,
        one.kind,
        ...(one.suppressed ? ["few people", "–"] : [formatCount(one.heldOutRight), formatCount(one.heldOutTotal)]),
        one.words,
      ]),
    ));
    return 0;
  },
};

function rowOf({ task, target, sources, program, words, kind, ...figures }: FoundProgram) {
  const { support, heldOutRight, heldOutTotal } = figures;
  return { task, target, sources, program, words, kind, support, heldOutRight, heldOutTotal };
}

/** A module with a function for each program. */
function codeOf(programs: readonly FoundProgram[]): string {
  const functions = programs.map((one, k) => {
    const about = `${one.task ?? "Task"}: ${one.target}. Inputs: ${one.sources.join("; ") || "none"}. ${one.words}`;
    return `/** ${about.replaceAll("*/", "* /").replace(/\s+/g, " ")} */\n` +
      programToTypeScript(one.program, { name: `program${k + 1}`, withRuntime: false });
  });
  const runtime = programRuntime(programs.map(({ program }) => program));
  return `// @ts-nocheck The functions that programs call are plain JavaScript.\n${runtime}\n\n${functions.join("\n")}`;
}
