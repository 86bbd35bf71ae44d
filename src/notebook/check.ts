/**
 * Parses and type-checks the code cells of a notebook, before anything runs.
 *
 * All cells become one module, so that later cells see the names and types of earlier ones. What the kernel tolerates
 * is tolerated here: a name declared again in a later cell opens a new scope there, unused names are no error.
 */
import { createHash } from "node:crypto";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { importsOf } from "./kernel/code/imports.ts";
import { asKernelReads, excerptOf, findSyntaxErrors, runDeno } from "./kernel/code/syntax.ts";
import { type Notebook, tagsOf, writeAtomically } from "./notebook.ts";
import { hasPlainTypes, parametersOf } from "./parameters/parameters.ts";

/** What is wrong in a cell. */
export interface CellProblem {
  /** Index into the notebook's cells, 0-based. */
  readonly cell: number;
  /** Within the cell, 1-based. */
  readonly line: number;
  readonly column: number;
  /** `SyntaxError`, `ImportError` or the number of TypeScript's diagnostic, `TS2322`. */
  readonly kind: string;
  readonly message: string;
  /** The line with a caret below it. */
  readonly excerpt: string;
}

/**
 * Finds syntax errors, unresolved imports and type errors in the code cells of a notebook.
 *
 * Types are those of the `deno.json` found from the notebook's folder. Cells tagged `raises-exception` may have errors.
 *
 * @param path of the notebook: relative imports start from its folder.
 */
export async function checkNotebook(notebook: Notebook, path: string): Promise<CellProblem[]> {
  // Values that were judged already are left out: so the module is the same, and known to Deno, for all of them.
  const judged = hasPlainTypes(parametersOf(notebook)) ? ["injected-parameters"] : [];
  const codeCells = notebook.cells.flatMap((cell, index) => {
    const skipped = tagsOf(cell).some((tag) => ["raises-exception", ...judged].includes(tag));
    return cell.cell_type === "code" && cell.source.trim() !== "" && !skipped ? [index] : [];
  });
  const syntax = await findSyntaxErrors(codeCells.map((index) => notebook.cells[index]!.source));
  const broken = codeCells.flatMap((cell, i): CellProblem[] => {
    const error = syntax[i];
    return error ? [{ cell, kind: "SyntaxError", ...error }] : [];
  });
  if (broken.length > 0 || codeCells.length === 0) return broken;

  const folder = dirname(resolve(path));
  const first = await checkModule(await moduleOf(notebook, codeCells, folder, new Set()), notebook, path);
  const { names, cells } = redeclared(first);
  const found = cells.size === 0
    ? first
    : await checkModule(await moduleOf(notebook, codeCells, folder, cells), notebook, path);
  // What is left are names imported twice: the kernel takes those, too.
  const tolerated = (kind: string, message: string) => DUPLICATE.has(kind) && names.has(nameIn(message));
  return found.filter(({ kind, message }) => !UNUSED.has(kind) && !tolerated(kind, message));
}

/** `cell 3, line 2, column 5: TS2322 …`, the line and the caret; a cell without a name is called by its place, from 1. */
export function describeProblem(problem: CellProblem, name = `cell ${problem.cell + 1}`): string {
  const { line, column, kind, message, excerpt } = problem;
  return `${name}, line ${line}, column ${column}: ${kind} ${message}\n${excerpt.replace(/^/gm, "    ")}`;
}

/** Unused names: in a notebook the last cell may well use nothing, and the reader plays on. */
const UNUSED = new Set(["TS6133", "TS6192", "TS6196", "TS6198", "TS6199", "TS6205", "TS7028"]);
const DUPLICATE = new Set(["TS2300", "TS2393", "TS2395", "TS2440", "TS2451", "TS2567"]);

/** Names that two cells declare, and the cells that declare them again. */
function redeclared(problems: readonly CellProblem[]): { names: Set<string>; cells: Set<number> } {
  const firstCell = new Map<string, number>();
  const names = new Set<string>();
  const cells = new Set<number>();
  for (const { kind, message, cell } of [...problems].sort((a, b) => a.cell - b.cell)) {
    if (!DUPLICATE.has(kind)) continue;
    const name = nameIn(message);
    const first = firstCell.get(name) ?? cell;
    firstCell.set(name, first);
    if (cell === first) continue;
    names.add(name);
    cells.add(cell);
  }
  return { names, cells };
}

function nameIn(message: string): string {
  return /'([^']+)'/.exec(message)?.[1] ?? "";
}

interface CellModule {
  readonly code: string;
  /** Where each line comes from; undefined for lines of our own. */
  readonly origins: readonly ({ cell: number; line: number } | undefined)[];
}

async function moduleOf(
  notebook: Notebook,
  codeCells: readonly number[],
  folder: string,
  scopes: ReadonlySet<number>,
): Promise<CellModule> {
  const lines: string[] = [];
  const origins: ({ cell: number; line: number } | undefined)[] = [];
  const own = (line: string) => {
    lines.push(line);
    origins.push(undefined);
  };
  const hoisted: { text: string; cell: number; line: number }[] = [];
  let open = 0;
  for (const cell of codeCells) {
    if (scopes.has(cell)) {
      own("{");
      open++;
    }
    let source = await asKernelReads(notebook.cells[cell]!.source);
    // From the end, so that the places of those before stay right.
    for (const found of (await importsOf(source)).reverse()) {
      const absolute = /^\.{0,2}\//.test(found.specifier)
        ? pathToFileURL(resolve(folder, found.specifier)).href
        : found.specifier;
      const statement = source.slice(found.start, found.specifierStart) + absolute +
        source.slice(found.specifierEnd, found.end);
      if (open > 0 && found.kind === "static") {
        const line = source.slice(0, found.start).split("\n").length;
        hoisted.push({ text: statement.replace(/\s*\n\s*/g, " "), cell, line });
        const blank = source.slice(found.start, found.end).replace(/[^\n]/g, " ");
        source = source.slice(0, found.start) + blank + source.slice(found.end);
      } else if (absolute !== found.specifier) {
        source = source.slice(0, found.start) + statement + source.slice(found.end);
      }
    }
    source.split("\n").forEach((text, i) => {
      lines.push(text);
      origins.push({ cell, line: i + 1 });
    });
    own(";");
    const tags = tagsOf(notebook.cells[cell]!);
    if (tags.includes("parameters") || tags.includes("injected-parameters")) {
      // Else TypeScript would take the value for the only one there can be, and call half of the notebook unreachable.
      for (const { name, type } of parametersOf(notebook)) {
        if (type !== "unknown") own(`${name} = null as unknown as (${type});`);
      }
    }
  }
  own("}".repeat(open));
  for (const { text, cell, line } of hoisted) {
    lines.push(text);
    origins.push({ cell, line });
  }
  own("export {};");
  return { code: lines.join("\n") + "\n", origins };
}

async function checkModule(module: CellModule, notebook: Notebook, path: string): Promise<CellProblem[]> {
  const folder = dirname(resolve(path));
  const config = await findUpwards(folder, ["deno.json", "deno.jsonc"]);
  // The same module lies at the same place each time, so that Deno knows it from the last check.
  const name = createHash("sha256").update(`${resolve(path)}\n${module.code}`).digest("hex").slice(0, 24);
  const cache = join(cacheFolder(), "check");
  const file = config ? join(cache, `${name}.ts`) : join(folder, `.${name}.check.ts`);
  await writeAtomically(file, module.code);
  try {
    const { success, stderr } = await runDeno(["check", ...(config ? ["--config", config] : []), file], folder);
    return success ? [] : readDiagnostics(stderr, pathToFileURL(file).href, module, notebook);
  } finally {
    if (config) await removeOldFiles(cache);
    else await Deno.remove(file).catch(() => {});
  }
}

/** Reads what `deno check` writes: `TS2322 [ERROR]: message`, an excerpt, `at <file>:<line>:<column>`. */
function readDiagnostics(text: string, file: string, module: CellModule, notebook: Notebook): CellProblem[] {
  const problems: CellProblem[] = [];
  let diagnostics = 0;
  const located =
    /^(?:(TS\d+) \[ERROR\]|error): ((?:(?!^(?:TS\d+ \[|error:))[\s\S])*?)\n\s+at (file:\S+):(\d+):(\d+)$/gm;
  for (const [, code, message, at, line, column] of text.matchAll(located)) {
    diagnostics++;
    // What is wrong in other files shows when it is used; their own check is not ours to repeat.
    const origin = at === file ? module.origins[Number(line) - 1] : undefined;
    if (!origin) continue;
    const source = notebook.cells[origin.cell]!.source;
    const kind = code === undefined || code === "TS2307" ? "ImportError" : code;
    problems.push({
      cell: origin.cell,
      line: origin.line,
      column: Number(column),
      kind,
      message: withoutExcerpt(message!).replaceAll(`${file}:`, ""),
      excerpt: excerptOf(source, origin.line, Number(column)),
    });
  }
  if (diagnostics === 0) throw new Error(`The cells could not be type-checked.\n${text.trim()}`);
  return problems;
}

/** Messages of types end in the source line and its underlining, which we show in our own way. */
function withoutExcerpt(message: string): string {
  const lines = message.split("\n");
  if (/^\s*[~^]+$/.test(lines.at(-1) ?? "")) lines.splice(-2);
  return lines.join("\n").trim();
}

async function findUpwards(folder: string, names: readonly string[]): Promise<string | undefined> {
  for (let at = folder;; at = dirname(at)) {
    for (const name of names) {
      const path = join(at, name);
      if (await Deno.stat(path).then((info) => info.isFile, () => false)) return path;
    }
    if (dirname(at) === at) return undefined;
  }
}

/** A module that was not checked for a day will hardly be checked again as it is. */
async function removeOldFiles(folder: string): Promise<void> {
  const limit = Date.now() - 24 * 60 * 60 * 1000;
  for await (const { name } of Deno.readDir(folder)) {
    const path = join(folder, name);
    const changed = await Deno.stat(path).then((info) => info.mtime?.getTime() ?? Infinity, () => Infinity);
    if (changed < limit) await Deno.remove(path).catch(() => {});
  }
}

function cacheFolder(): string {
  const home = Deno.env.get("HOME") ?? Deno.env.get("USERPROFILE") ?? Deno.cwd();
  const base = Deno.build.os === "windows"
    ? Deno.env.get("LOCALAPPDATA") ?? join(home, "AppData", "Local")
    : Deno.build.os === "darwin"
    ? join(home, "Library", "Caches")
    : Deno.env.get("XDG_CACHE_HOME") ?? join(home, ".cache");
  return join(base, "tracebook");
}
