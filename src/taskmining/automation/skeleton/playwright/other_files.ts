/** The files beside the steps: rules, stubs, settings, inputs, and what Node and Deno need. */
import { programRuntime, programToTypeScript } from "../../programs/to_typescript.ts";
import { heldOutWords } from "../../programs/shown_programs.ts";
import type { SkeletonPlan } from "../plan.ts";
import { comment, isStub, stubName } from "./task_text.ts";

/** The version that the skeleton was tried with. */
export const PLAYWRIGHT = "1.65.1";
const TSX = "4.23.15", TYPESCRIPT = "6.0.3", NODE_TYPES = "24.10.1";

/** A function for each rule. */
export function rulesText({ rules }: SkeletonPlan): string {
  const runtime = programRuntime(rules.map(({ program }) => program));
  const functions = rules.map(({ number, name, words, program, ...figures }) =>
    `/** ${comment(`${name}: ${words}. ${heldOutWords(figures)}`)} */\n` +
    programToTypeScript(program, { name: `rule${number}`, withRuntime: false })
  );
  return [
    "// @ts-nocheck The functions that rules call are plain JavaScript.",
    "/** Rules found in the recording: how values follow from others. */",
    ...(runtime === "" ? [] : ["", runtime]),
    "",
    functions.join("\n"),
  ].join("\n");
}

/** A function for each step outside of the browser, which stops until somebody writes it. */
export function desktopText({ steps }: SkeletonPlan): string {
  const stubs = steps.filter(isStub).map((step) => {
    const message =
      `not written yet: "${step.label}". ${step.why ?? ""} Write ${stubName(step)} in desktop.ts, or run with ` +
      "--desktop ask (a person does it) or --desktop skip (nobody does).";
    return `/** Step ${step.number}: ${comment(step.label)}. */\n` +
      `export async function ${stubName(step)}(_task: Case): Promise<void> {\n  throw new Stop(${
        JSON.stringify(message)
      });\n}\n`;
  });
  return `/** Steps outside of the browser. */\nimport { type Case, Stop } from "./support.ts";\n\n${stubs.join("\n")}`;
}

export function settingsText({ sites }: SkeletonPlan): string {
  return json({
    addresses: Object.fromEntries(sites.map(({ name, address }) => [name, address])),
    timeoutSeconds: 10,
    browser: "chrome",
    browserArguments: [],
  });
}

/** The header of the input file; columns of loops as often as they were passed, at most ten times. */
export function inputsText({ columns, loops }: SkeletonPlan): string {
  const names: string[] = [];
  const written = new Set<number>();
  for (const { name, loop } of columns) {
    if (loop === null) names.push(name);
    else if (!written.has(loop)) {
      written.add(loop);
      const { columns: own, mostPasses } = loops[loop]!;
      for (let pass = 1; pass <= Math.min(10, mostPasses); pass++) names.push(...own.map((one) => `${one} ${pass}`));
    }
  }
  const cell = (text: string) => /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return `${names.map(cell).join(",")}\n`;
}

export function packageJson(): string {
  return json({
    name: "task-skeleton",
    private: true,
    type: "module",
    scripts: { start: "tsx run.ts", check: "tsc --noEmit" },
    dependencies: { "playwright-core": PLAYWRIGHT },
    devDependencies: { "@types/node": NODE_TYPES, tsx: TSX, typescript: TYPESCRIPT },
  });
}

export function tsconfigJson(): string {
  return json({
    compilerOptions: {
      strict: true,
      noUncheckedIndexedAccess: true,
      noEmit: true,
      allowImportingTsExtensions: true,
      target: "esnext",
      module: "nodenext",
      lib: ["esnext", "dom", "dom.iterable"],
      types: ["node"],
      skipLibCheck: true,
    },
    include: ["*.ts"],
  });
}

export function denoJson(): string {
  return json({
    nodeModulesDir: "none",
    imports: { "playwright-core": `npm:playwright-core@${PLAYWRIGHT}` },
    tasks: { start: "deno run -A run.ts" },
    compilerOptions: { lib: ["deno.ns", "dom", "dom.iterable", "esnext"] },
  });
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
