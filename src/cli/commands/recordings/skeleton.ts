import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { countOf } from "../../../base/format.ts";
import { InputError } from "../../../base/errors.ts";
import { taskSkeleton } from "../../../taskmining/automation/skeleton/task_skeleton.ts";
import { onlyPositional, readArguments } from "../../command.ts";
import { interactionOptions } from "../../interaction_options.ts";
import { note, printJson, writeText } from "../../output.ts";
import type { CommandEntry } from "../../registry/entry.ts";
import { readTask, taskOptions } from "./define.ts";

export const skeletonCommand: CommandEntry = {
  name: "skeleton",
  summary: "a task as a program that runs: Playwright (TypeScript) and Robot Framework, with inputs from a CSV file",
  usage: "UILOG [--task TASK] -o FOLDER [--browser APP=ADDRESS] [--instance COLUMN] [--way N]",
  reads: "interaction log",
  gives: "a folder with a program, its input file and a README",
  functions: ["taskSkeleton"],
  examples: ["tb skeleton data/order-desk.csv --instance segment --browser ERP=https://erp.example/ -o order-task"],
  options: {
    ...interactionOptions,
    ...taskOptions,
    browser: {
      type: "string",
      multiple: true,
      value: "APP=ADDRESS",
      help:
        "an application that runs in a browser, and where each case begins, e.g. --browser ERP=https://erp.example/",
    },
    out: { type: "string", short: "o", value: "FOLDER", help: "folder for the program: a new one, or an empty one" },
  },

  async main(args) {
    const given = readArguments(this, args);
    const file = onlyPositional(this, given), out = given.text("out");
    if (out === undefined) throw new InputError("-o: expected a folder for the program, as in -o my-task.");
    await checkFolder(out);
    const browser = Object.fromEntries(
      given.texts("browser").map((text) => {
        const at = text.indexOf("=");
        if (at < 1) throw new InputError(`--browser: expected APP=ADDRESS but found "${text}".`);
        return [text.slice(0, at), text.slice(at + 1)];
      }),
    );
    const { segmentation, task, way } = await readTask(file, given);
    const { files, plan, sentence } = taskSkeleton(segmentation, task, { way, browser });
    await mkdir(out, { recursive: true });
    for (const { name, text } of files) await writeText("-o", join(out, name), text);
    note(`${countOf(files.length, "file")} written to ${out}; README.md there says how to run it`);
    if (given.flag("json")) {
      const { steps, columns, rules, left } = plan;
      printJson({ task, files: files.map(({ name }) => name), steps, columns, rules: rules.length, left });
    } else console.log(`${task}: ${sentence}`);
    return 0;
  },
};

/** @throws InputError if something is there already: what people changed there is not overwritten. */
async function checkFolder(path: string): Promise<void> {
  const found = await readdir(path).catch((error: { code?: string }) => {
    if (error.code === "ENOENT") return [];
    throw new InputError(`-o: expected a folder but ${path} is none that can be read.`);
  });
  if (found.length > 0) {
    throw new InputError(
      `-o: expected a new or empty folder but ${path} has ${countOf(found.length, "file")}. Name another.`,
    );
  }
}
