/** What people write by habit from Python's notebooks, from R or from a shell, and what to write here instead. */

/**
 * What to write instead of what is no TypeScript but something of elsewhere; undefined if nothing looks like it.
 *
 * @param line where the parser or the run stumbled, 1-based.
 */
export function foreignHint(source: string, line: number): string | undefined {
  const lines = source.split("\n");
  const here = [lines[line - 1] ?? ""];
  // What is missing at the end of a line is missed on the next.
  const before = [lines[line - 2] ?? ""];
  return firstHint(here, [...PLAIN, ...QUESTIONS, ...QUERIES, ...LIKELY]) ?? firstHint(before, LIKELY) ??
    firstHint(lines, PLAIN);
}

function firstHint(lines: readonly string[], habits: readonly Habit[]): string | undefined {
  for (const text of lines) {
    for (const [pattern, hint] of habits) {
      const found = pattern.exec(text);
      if (found) return typeof hint === "string" ? hint : hint(found);
    }
  }
  return undefined;
}

/** The name that an error says is not there, if it is one that Python, R or IPython has. */
export function foreignName(name: string): string | undefined {
  return Object.hasOwn(NAMES, name) ? NAMES[name] : undefined;
}

type Habit = readonly [RegExp, string | ((found: RegExpExecArray) => string)];

const NAME = String.raw`[\p{L}_][\p{L}\p{N}_]*`;
const PACKAGE = String.raw`[@\w][\w./@-]*`;

/** Lines that can be nothing else. */
const PLAIN: readonly Habit[] = [
  [
    /^\s*%%?time(?:it)?\b/,
    'Cells have no magics of IPython. To time code, write console.time("work") before it and console.timeEnd("work") ' +
    "after it.",
  ],
  [/^\s*%%?(?:bash|sh|script)\b/, () => command("ls")],
  [
    /^\s*%%?(\w+)/u,
    ([, name]) => `Cells have no magics of IPython, such as %${name}: they are TypeScript.`,
  ],
  [
    new RegExp(String.raw`^\s*[!%]?\s*(?:pip3?|conda|mamba|uv)\s+(?:pip\s+)?(?:install|add)\b.*?(${PACKAGE})?\s*$`),
    'Packages of Python are of no use here, and those of npm need no installation: import them, such as import { max } from "npm:d3".',
  ],
  [
    new RegExp(String.raw`^\s*[!%]?\s*(?:npm|pnpm|yarn|deno)\s+(?:install|i|add)\s+(?:-\S+\s+)*(${PACKAGE})`),
    ([, name]) => `Packages of npm need no installation: import them, such as import … from "npm:${name}".`,
  ],
  [
    new RegExp(String.raw`^\s*import\s+(?:pandas|polars|numpy)\b`),
    'That is Python. Tables are those of Arquero here: import * as aq from "arquero".',
  ],
  [
    new RegExp(String.raw`^\s*(?:import\s+(?:matplotlib|seaborn|plotly)|from\s+(?:matplotlib|seaborn|plotly))\b`),
    'That is Python. Charts are drawn by Observable Plot here: import * as Plot from "@observablehq/plot".',
  ],
  [
    new RegExp(String.raw`^\s*(?:import\s+pm4py|from\s+pm4py)\b`),
    'That is Python. Process mining is in tracebook here: import { readLog, viewProcessMap } from "tracebook".',
  ],
  [
    new RegExp(
      String
        .raw`^\s*(?:from\s+([\w.]+)\s+import\s+\S|import\s+(${NAME}(?:\.${NAME})*)(?:\s+as\s+${NAME})?\s*(?:#.*)?;?\s*$)`,
      "u",
    ),
    ([, from, name]) =>
      `That is Python. An import is written import * as ${(from ?? name)!.split(".").at(-1)} from "package".`,
  ],
  [
    new RegExp(String.raw`^\s*(?:async\s+)?def\s+(${NAME})\s*\(`, "u"),
    ([, name]) => `That is Python. A function is written function ${name}(…) { … }.`,
  ],
  [
    new RegExp(String.raw`^\s*class\s+(${NAME})\s*(?:\([^)]*\))?:\s*$`, "u"),
    ([, name]) => `That is Python. A class is written class ${name} { … }.`,
  ],
  [
    new RegExp(String.raw`^\s*for\s+(${NAME})(?:\s*,\s*${NAME})*\s+in\s+(.+):\s*$`, "u"),
    ([, name]) => `That is Python. A loop is written for (const ${name} of values) { … }.`,
  ],
  [
    /^\s*(?:if|elif|while)\s+[^(].*:\s*$/,
    "That is Python. A condition stands in brackets, and what follows in braces: if (a > b) { … }.",
  ],
  [/^\s*(?:else|try|finally)\s*:\s*$/, "That is Python. A block stands in braces: else { … }."],
  [/^\s*elif\b/, "That is Python. Write else if (…) { … }."],
  [/^\s*with\s+.+\s+as\s+.+:\s*$/, 'That is Python. A text file is read by await Deno.readTextFile("name").'],
];

/** Questions for help; in TypeScript a line may begin or end in such a way, too. */
const QUESTIONS: readonly Habit[] = [
  [new RegExp(String.raw`^\s*\?{1,2}\s*(${NAME}(?:\.${NAME})*)\s*$`, "u"), ([, name]) => shiftTab(name!)],
  [new RegExp(String.raw`^\s*(${NAME}(?:\.${NAME})*)\s*\?{1,2}\s*$`, "u"), ([, name]) => shiftTab(name!)],
];

/** A query outside of a text; with a value in it, it is within one. */
const QUERIES: readonly Habit[] = [
  [
    /^\s*(?:SELECT\s[^$`]*\sFROM\s[^$`]*|SELECT\s+\*[^$`]*|WITH\s+\w+\s+AS\s*\([^$`]*)$/i,
    "That is SQL. A log is asked by await log.sql(`SELECT … FROM events`).",
  ],
];

/** Lines that may be TypeScript: they say something only where the error is. */
const LIKELY: readonly Habit[] = [
  [/^\s*!\s*([\w./-]+)(?:\s+[^=(].*)?\s*$/, ([, name]) => command(name!)],
  [/\blambda\b[^:]*:/, "That is Python. A function without a name is written (x) => x + 1."],
  [/^\s*print\s+\S/, "Text is printed by console.log(…)."],
  [
    /(?:^|[\s=(,])f"(?:[^"\\]|\\.)*"|(?:^|[\s=(,])f'(?:[^'\\]|\\.)*'/,
    "That is Python. A text with values in it is written `${cases} cases`.",
  ],
  [
    /^\s*(?:library|require)\(\s*["']?\w+["']?\s*\)\s*$/,
    'That is R. Packages are imported: import { readLog } from "tracebook".',
  ],
  [/^\s*[\w.]+\s*<-\s*\S/, "That is R. A value is named by const: const log = …."],
  [/^\s*#(?!!|\s*$)/, "A comment begins with // here."],
  [/\s(?:and|or)\s.*|^\s*not\s/, "TypeScript writes && for and, || for or, ! for not."],
];

/** What stands for a name of elsewhere. */
const NAMES: Readonly<Record<string, string>> = {
  print: "Text is printed by console.log(…).",
  display: "A value is displayed as the last expression of a cell, or by await Deno.jupyter.display(value).",
  len: "The length of a list or a text is its member length: cases.length.",
  str: "A value becomes text by String(value).",
  int: "A text becomes a number by Number(text).",
  float: "A text becomes a number by Number(text).",
  range: "Counting is written for (let i = 0; i < 10; i++) { … }.",
  sorted: "A sorted copy of a list is list.toSorted().",
  None: "What is None in Python is null or undefined.",
  True: "Write true.",
  False: "Write false.",
  NULL: "Write null.",
  TRUE: "Write true.",
  FALSE: "Write false.",
  pd: 'Tables are those of Arquero here: import * as aq from "arquero".',
  np: "Numbers stand in plain lists or typed arrays here; Math has the functions.",
  plt: 'Charts are drawn by Observable Plot here: import * as Plot from "@observablehq/plot".',
  pm4py: 'Process mining is in tracebook here: import { readLog, viewProcessMap } from "tracebook".',
  require: 'Modules are imported: import { readLog } from "tracebook".',
  library: 'Packages are imported: import { readLog } from "tracebook".',
};

function command(name: string): string {
  const program = name === "" || !/^[\w./-]+$/.test(name) ? "ls" : name;
  return `Cells run no commands of a shell. A program is run by await new Deno.Command(${
    JSON.stringify(program)
  }).output().`;
}

function shiftTab(name: string): string {
  return `Help is not asked for by a question mark: put the cursor on ${name} and press Shift-Tab.`;
}
