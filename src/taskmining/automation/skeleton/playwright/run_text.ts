/**
 * The program that runs a skeleton over its input file; a text for the same reason as `SUPPORT`. Imports of files that are
 * not here but beside it are written `§import`.
 */
export const RUN = String.raw`/** Runs the task for each line of the input file. Options: see README.md, or --help. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { setTimeout as later } from "node:timers";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
§import { readTable, writeTable } from "./csv.ts";
§import { asker, Case, type Run, type Settings } from "./support.ts";
§import { columns, loopColumns, perform } from "./task.ts";

const folder = dirname(fileURLToPath(import.meta.url));

interface Config extends Settings {
  /** A channel such as chrome or msedge, or the path of a Chromium. */
  browser: string;
  browserArguments: string[];
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      inputs: { type: "string", default: join(folder, "inputs.csv") },
      results: { type: "string", default: join(folder, "results.csv") },
      "dry-run": { type: "boolean", default: false },
      desktop: { type: "string", default: "stop" },
      "keep-going": { type: "boolean", default: false },
      from: { type: "string", default: "2" },
      headless: { type: "boolean", default: false },
      browser: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    console.log("Options are explained in README.md.");
    return 0;
  }
  if (!["stop", "ask", "skip"].includes(values.desktop)) {
    console.error("--desktop: expected stop, ask or skip but found " + values.desktop + ".");
    return 2;
  }
  const problem = existsSync(values.inputs) ? undefined : "expected the input file " + values.inputs + " but there is none.";
  if (problem !== undefined) {
    console.error("--inputs: " + problem);
    return 2;
  }
  const { header, rows } = readTable(readFileSync(values.inputs, "utf8"));
  const missing = [
    ...columns.filter((name) => !header.includes(name)),
    ...loopColumns.filter((name) => !header.includes(name) && !header.includes(name + " 1")).map((name) => name + " 1"),
  ];
  if (missing.length > 0) {
    console.error(values.inputs + ": expected the columns " + missing.join(", ") + " but found " + header.join(", ") + ".");
    return 2;
  }
  const first = Number(values.from);
  const cases = rows.filter(({ line }) => line >= first);
  if (cases.length === 0) {
    console.error(values.inputs + ": expected a case a line below the header but found none from line " + first + " on.");
    return 2;
  }
  const people = asker();
  const config = JSON.parse(readFileSync(join(folder, "settings.json"), "utf8")) as Config;
  const run: Run = {
    settings: config,
    dryRun: values["dry-run"],
    desktop: values.desktop as Run["desktop"],
    inputs: values.inputs.startsWith(folder) ? values.inputs.slice(folder.length + 1) : values.inputs,
    context: undefined,
    ask: people.ask,
    before: new Map(),
  };
  const where = values.browser ?? process.env["TASK_BROWSER"] ?? config.browser;
  const browser = run.dryRun ? undefined : await chromium.launch({
    headless: values.headless,
    // In Deno, reading from the browser's pipe now and then blocks for ever: a port of this machine does not.
    args: [...config.browserArguments, ...("Deno" in globalThis ? ["--remote-debugging-port=0"] : [])],
    ...(/[\\/]/.test(where) ? { executablePath: where } : { channel: where }),
  });
  const results: string[][] = [["line", "state", "step", "message"]];
  let failed = 0;
  try {
    run.context = await browser?.newContext();
    for (const { line, row } of cases) {
      const task = new Case(run, row, line);
      try {
        await perform(task);
        results.push([String(line), run.dryRun ? "dry run" : "done", "", ""]);
        console.log("line " + line + ": " + (run.dryRun ? "dry run" : "done"));
      } catch (error) {
        failed++;
        const message = error instanceof Error ? error.message : String(error);
        results.push([String(line), "stopped", String(task.at.step), message]);
        console.error(task.place + ": " + message);
      } finally {
        await task.close();
      }
      if (!run.dryRun) writeFileSync(values.results, writeTable(results));
      if (failed > 0 && !values["keep-going"]) {
        console.error("Stopped. Lines before are done; go on with --from " + line + ", or leave out what fails with --keep-going.");
        break;
      }
    }
  } finally {
    await Promise.race([browser?.close(), new Promise((resolve) => later(resolve, 10_000).unref())]);
    people.close();
  }
  console.log((results.length - 1 - failed) + " of " + cases.length + (run.dryRun ? " cases tried without a browser" : " cases done"));
  return failed > 0 ? 1 : 0;
}

process.exitCode = await main().catch((error) => {
  console.error(error instanceof Error ? error.message : String(error));
  return 2;
});
// Whatever of the browser is still open must not keep the program from ending.
later(() => process.exit(), 5000).unref();
`.replaceAll("§import", "import");

export const CSV = String.raw`/** Tables as CSV (RFC 4180), with commas or semicolons. */

export interface TableRow {
  /** Line of the file on which it begins. */
  line: number;
  row: Record<string, string>;
}

export function readTable(text: string): { header: string[]; rows: TableRow[] } {
  const plain = text.replace(/^\uFEFF/, "");
  const first = plain.split(/\r?\n/, 1)[0]!;
  const delimiter = first.includes(";") && !first.includes(",") ? ";" : ",";
  const records: { line: number; cells: string[] }[] = [];
  let cells: string[] = [], cell = "", quoted = false, line = 1, begin = 1;
  const end = () => {
    cells.push(cell.trim());
    cell = "";
  };
  for (let i = 0; i < plain.length; i++) {
    const character = plain[i]!;
    if (quoted) {
      if (character === "\n") line++;
      if (character !== "\"") cell += character;
      else if (plain[i + 1] === "\"") cell += plain[++i];
      else quoted = false;
    } else if (character === "\"" && cell.trim() === "") {
      cell = "";
      quoted = true;
    } else if (character === delimiter) end();
    else if (character === "\n") {
      end();
      records.push({ line: begin, cells });
      cells = [];
      begin = ++line;
    } else if (character !== "\r") cell += character;
  }
  if (cell !== "" || cells.length > 0) {
    end();
    records.push({ line: begin, cells });
  }
  const header = records.shift()?.cells ?? [];
  const filled = records.filter(({ cells }) => cells.some((one) => one !== ""));
  return {
    header,
    rows: filled.map(({ line, cells }) => ({
      line,
      row: Object.fromEntries(header.map((name, k) => [name, cells[k] ?? ""])),
    })),
  };
}

export function writeTable(rows: readonly (readonly string[])[]): string {
  const written = (cell: string) => /[",\r\n]/.test(cell) ? "\"" + cell.replaceAll("\"", "\"\"") + "\"" : cell;
  return rows.map((row) => row.map(written).join(",") + "\n").join("");
}
`;
