/**
 * Parses cells as the Deno kernel does, by the same parser and printer: `deno transpile`.
 *
 * The kernel itself answers a syntax error with "Execution failed" and nothing else, and the lines of its stack traces
 * are those of the printed JavaScript.
 */
import { SourceMap } from "node:module";
import { join } from "node:path";
import { runDeno } from "../processes/run_deno.ts";
import { foreignHint } from "./foreign_code.ts";
import { inTemporaryFolder } from "../processes/temporary.ts";

export interface SourceError {
  readonly message: string;
  /** 1-based. */
  readonly line: number;
  readonly column: number;
  /** The line in question with a caret below it. */
  readonly excerpt: string;
}

export interface Transpiled {
  readonly code: string;
  /** Line and column of the source, 1-based, from those of `code`. */
  originOf(line: number, column: number): { line: number; column: number } | undefined;
}

/** The JavaScript that the kernel runs, or why there is none. */
export async function transpile(source: string): Promise<Transpiled | SourceError> {
  return await inTemporaryFolder((folder) => transpileOne(folder, source));
}

/**
 * The source as the kernel reads it: braces that do not end with a semicolon are an object if that parses, else a
 * block. (A cell that only shows `{ a: 1 }` means the object.)
 */
export async function asKernelReads(source: string): Promise<string> {
  if (!source.trimStart().startsWith("{") || source.trimEnd().endsWith(";")) return source;
  const object = `(${source})`;
  return "message" in await transpile(object) ? source : object;
}

/** The syntax error of each source, undefined where there is none; one process if all are well. */
export async function findSyntaxErrors(sources: readonly string[]): Promise<(SourceError | undefined)[]> {
  if (sources.length === 0) return [];
  const none = sources.map(() => undefined);
  const fine = await inTemporaryFolder(async (folder) => {
    const files = await Promise.all(sources.map(async (source, i) => {
      const file = join(folder, `cell${i}.ts`);
      await Deno.writeTextFile(file, source);
      return file;
    }));
    return (await runDeno(["transpile", "--no-config", "--outdir", join(folder, "out"), ...files])).success;
  });
  if (fine) return none;
  const errors: (SourceError | undefined)[] = [];
  for (const source of sources) {
    const result = await transpile(await asKernelReads(source));
    errors.push("message" in result ? result : undefined);
  }
  return errors;
}

async function transpileOne(folder: string, source: string): Promise<Transpiled | SourceError> {
  const file = join(folder, "cell.ts");
  await Deno.writeTextFile(file, source);
  const { success, stdout, stderr } = await runDeno(["transpile", "--no-config", "--source-map", "inline", file]);
  if (!success) return sourceError(stderr, source);
  const [code, encoded] = stdout.split(/\n?\/\/# sourceMappingURL=data:application\/json;base64,(?=[\w+/=]+\s*$)/);
  const map = new SourceMap(JSON.parse(new TextDecoder().decode(Uint8Array.fromBase64(encoded!.trim()))));
  return {
    code: code!,
    originOf(line, column) {
      const entry = map.findEntry(line - 1, Math.max(0, column - 1)) as {
        originalLine?: number;
        originalColumn?: number;
      };
      if (entry.originalLine === undefined) return undefined;
      return { line: entry.originalLine + 1, column: (entry.originalColumn ?? 0) + 1 };
    },
  };
}

/** Reads `SyntaxError: <message>`, an excerpt and `at <file>:<line>:<column>`. */
function sourceError(stderr: string, source: string): SourceError {
  const message = /SyntaxError: ([\s\S]*?)\n\s*\|/.exec(stderr)?.[1] ?? /error: (.*)/.exec(stderr)?.[1] ??
    stderr.trim();
  const at = /\n\s+at \S+?:(\d+):(\d+)/.exec(stderr);
  const line = at ? Number(at[1]) : 1;
  const column = at ? Number(at[2]) : 1;
  const hint = foreignHint(source, line);
  return {
    message: message.trim() + (hint ? `\n${hint}` : ""),
    line,
    column,
    excerpt: excerptOf(source, line, column),
  };
}

/** A source line with a caret below the column. */
export function excerptOf(source: string, line: number, column: number): string {
  const text = source.split("\n")[line - 1] ?? "";
  return `${text}\n${text.slice(0, column - 1).replace(/[^\t]/g, " ")}^`;
}
