/** The code cells of a notebook as one module for the type checker. */
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { importsOf } from "../kernel/code/imports.ts";
import { asKernelReads } from "../kernel/code/syntax.ts";
import { type Notebook, tagsOf } from "../notebook.ts";
import { parametersOf } from "../parameters/parameters.ts";

export interface CellModule {
  readonly code: string;
  /** Where each line comes from; undefined for lines of our own. */
  readonly origins: readonly ({ cell: number; line: number } | undefined)[];
}

export async function moduleOf(
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
