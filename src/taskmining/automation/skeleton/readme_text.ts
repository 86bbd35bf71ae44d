/** The page that says how to run a skeleton, and what it leaves to people. */
import { heldOutWords } from "../programs/shown_programs.ts";
import { escapedMarkdown as md } from "../definition/escaped_markdown.ts";
import { plainText } from "../definition/plain_text.ts";
import type { SkeletonPlan } from "./plan.ts";
import { isStub, stubName } from "./playwright/task_text.ts";

export function readmeText(plan: SkeletonPlan): string {
  const { task, log, columns, sites, rules, left, loops, steps } = plan;
  const stubs = steps.filter(isStub), asked = columns.filter(({ asks }) => asks);
  const unknown = sites.filter(({ address }) => address === "").map(({ name }) => name);
  return [
    `# ${md(plainText(task))}\n`,
    `Does the main way of this task, as it was recorded in ${
      md(plainText(log))
    }, for each line of \`inputs.csv\`. Made by ` +
    "Tracebook. Try it on a test system first: it clicks and saves.\n",
    "## Run it\n",
    "1. Fill `inputs.csv`: a case a line.",
    unknown.length > 0
      ? `2. Write into \`settings.json\` where each case begins in ${
        unknown.map((name) => md(plainText(name))).join(" and ")
      }.`
      : "2. Look at the addresses in `settings.json`: each case begins there.",
    "3. With Node 20 or later: `npm install`, then `npm start -- --dry-run`, which says what it would do, and `npm start`.",
    "   Or with Deno, without an installation: `deno run -A run.ts --dry-run`, and `deno run -A run.ts`.\n",
    "It uses the Chrome that is installed. Another one: `--browser msedge`, or `--browser /path/to/chromium`.\n",
    "| Option | What it does |",
    "| --- | --- |",
    "| `--dry-run` | goes through all steps and says what it would do; no browser is opened, nothing is entered |",
    "| `--inputs FILE`, `--results FILE` | other files than `inputs.csv` and `results.csv` |",
    "| `--from LINE` | begins at this line of the input file |",
    "| `--keep-going` | goes on with the next case where one stops |",
    "| `--desktop stop`, `ask`, `skip` | at steps outside of the browser: stop (default), ask a person to do them, or leave them out |",
    "| `--headless` | without a window |\n",
    "A case that stops says at which step and why; `results.csv` has a line for each case. The cases before it are done.\n",
    "## Columns of `inputs.csv`\n",
    ...(columns.length === 0 ? ["None: every case is the same."] : [
      "| Column | What it holds |",
      "| --- | --- |",
      ...columns.map(({ name, about, loop, asks }) =>
        `| ${md(loop === null ? name : `${name} 1, ${name} 2, …`)} | ${md(about)}${
          asks ? " A person decides it: fill it, or the program asks." : ""
        } |`
      ),
    ]),
    "",
    ...loops.filter(({ columns }) => columns.length > 0).map(({ from, to, columns }) =>
      `Steps ${from} to ${to} are done once for each number for which one of ${
        columns.map((name) => md(name)).join(", ")
      } is filled.\n`
    ),
    ...(asked.length > 0
      ? ["An empty cell of a column that a person decides makes the program ask, on the terminal.\n"]
      : []),
    "## What it leaves to people\n",
    ...stubs.map((step) =>
      `- Step ${step.number}, ${md(step.label)}: ${md(step.why ?? "")} Its place is \`${
        stubName(step)
      }\` in \`desktop.ts\`.`
    ),
    ...left.map((one) => `- ${md(one)}`),
    ...(stubs.length + left.length === 0 ? ["Nothing that was recorded."] : []),
    "",
    "## Rules\n",
    ...(rules.length === 0
      ? ["No value needs a rule."]
      : rules.map(({ number, name, words, ...figures }) =>
        `- Rule ${number}, ${md(name)}: ${md(words)}. ${heldOutWords(figures)}`
      )),
    "",
    "## Robot Framework\n",
    "`task.robot` does the same with the Browser library (`pip install robotframework robotframework-browser`, then " +
    "`rfbrowser init`): `robot --variable DESKTOP:skip task.robot`. Rules run through Node, from `rules.mjs`.",
    "",
  ].join("\n");
}
