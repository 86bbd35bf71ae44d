/** A task as a program that does it: a folder to run with Node or Deno, and the same for Robot Framework. */
import { countOf, formatCount } from "../../../base/format.ts";
import { inWords } from "../../../base/inspect.ts";
import type { TaskSegmentation } from "../../segmentation/segmentation.ts";
import { describedTask, type TaskWayOptions } from "../definition/described_task.ts";
import { plainText } from "../definition/plain_text.ts";
import { planOf } from "./make_plan.ts";
import type { SkeletonPlan } from "./plan.ts";
import {
  denoJson,
  desktopText,
  inputsText,
  packageJson,
  rulesText,
  settingsText,
  tsconfigJson,
} from "./playwright/other_files.ts";
import { CSV, RUN } from "./playwright/run_text.ts";
import { SUPPORT } from "./playwright/support_text.ts";
import { isStub, taskText } from "./playwright/task_text.ts";
import { readmeText } from "./readme_text.ts";
import { robotText, rulesModule } from "./robot/robot_text.ts";

export interface TaskSkeletonOptions extends TaskWayOptions {
  /**
   * Applications that run in a browser, with the address where each case begins. Needed for those whose log has no
   * addresses: `{ ERP: "https://erp.example/orders" }`.
   */
  readonly browser?: Readonly<Record<string, string>>;
}

export interface SkeletonFile {
  /** Name in the folder. */
  readonly name: string;
  readonly text: string;
}

export interface TaskSkeleton {
  readonly task: string;
  readonly files: readonly SkeletonFile[];
  readonly plan: SkeletonPlan;
  readonly sentence: string;
}

/**
 * The main way of a task as a program that runs: TypeScript for Playwright, and Robot Framework.
 *
 * It does the task for each line of a CSV file. What follows by a rule is computed, what is always the same is entered as
 * it is, what is read outside of the browser is a column of the file, and where a person decides, a column that may be
 * filled, else a question on the terminal. Elements are found by role and name, then by label, then, where the log has no
 * label, by id; a missing one stops the case and says so. Screens are checked. Steps outside of the browser are stubs.
 *
 * What it cannot do: frames, files, several windows of a site, and departures from the main way, which its README lists.
 *
 * @param task name of the task, as `segmentation.tasks` has it.
 * @example
 * ```ts
 * import { readInteractions, segmentTasks, taskSkeleton } from "tracebook";
 * const segmentation = segmentTasks(await readInteractions("data/order-desk.csv"));
 * const { files } = taskSkeleton(segmentation, segmentation.tasks[0]!.name, { browser: { ERP: "https://erp.example/" } });
 * files.map(({ name }) => name);
 * ```
 * @throws InputError if there is no such task, with the names of those that are; OptionError if `browser` names an
 * application that the main way does not use, or an address that is none.
 */
export function taskSkeleton(
  segmentation: TaskSegmentation,
  task: string,
  options: TaskSkeletonOptions = {},
): TaskSkeleton {
  const plan = planOf(describedTask(segmentation, task, options), options.browser ?? {});
  const files: SkeletonFile[] = [
    { name: "README.md", text: readmeText(plan) },
    { name: "task.ts", text: taskText(plan) },
    ...(plan.rules.length > 0 ? [{ name: "rules.ts", text: rulesText(plan) }] : []),
    ...(plan.steps.some(isStub) ? [{ name: "desktop.ts", text: desktopText(plan) }] : []),
    { name: "support.ts", text: SUPPORT },
    { name: "csv.ts", text: CSV },
    { name: "run.ts", text: RUN },
    { name: "inputs.csv", text: inputsText(plan) },
    { name: "settings.json", text: settingsText(plan) },
    { name: "package.json", text: packageJson() },
    { name: "deno.json", text: denoJson() },
    { name: "tsconfig.json", text: tsconfigJson() },
    { name: "task.robot", text: robotText(plan) },
    ...(plan.rules.length > 0 ? [{ name: "rules.mjs", text: rulesModule(plan) }] : []),
  ];
  const skeleton: TaskSkeleton = { task, files, plan, sentence: sentenceOf(plan) };
  Object.defineProperty(skeleton, "toString", {
    value: () => `Skeleton of “${plainText(task)}”: ${skeleton.sentence}\n${files.map(({ name }) => name).join(", ")}`,
  });
  return inWords(skeleton);
}

function sentenceOf({ steps, columns, rules }: SkeletonPlan): string {
  const done = steps.filter(({ act }) => act !== "desktop" && act !== "nothing").length;
  const stubs = steps.filter(isStub).length, asked = columns.filter(({ asks }) => asks).length;
  return `${countOf(done, "step")} run in the browser with ${countOf(rules.length, "rule")} and ` +
    `${countOf(columns.length, "column")} of input, ${formatCount(asked)} of which a person decides; ` +
    `${countOf(stubs, "step")} outside of the browser ${stubs === 1 ? "is a stub" : "are stubs"}.`;
}
