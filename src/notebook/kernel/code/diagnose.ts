/** Why a cell failed, where the kernel only says "Execution failed". */
import type { Failure } from "../prelude/prelude.ts";
import { importsOf } from "./imports.ts";
import { asKernelReads, excerptOf, transpile } from "./syntax.ts";

/**
 * A syntax error, or the first import that the kernel cannot resolve.
 *
 * @param probe asks the kernel to import a module and gives the reason why it cannot.
 */
export async function diagnose(
  name: string,
  source: string,
  probe: (specifier: string) => Promise<Failure | null>,
): Promise<Failure | undefined> {
  const result = await transpile(await asKernelReads(source));
  if ("message" in result) {
    const { message, line, column, excerpt } = result;
    const traceback = [
      ...`SyntaxError: ${message}`.split("\n"),
      ...excerpt.split("\n"),
      `    at ${name}:${line}:${column}`,
    ];
    return { ename: "SyntaxError", evalue: message, traceback };
  }
  for (const { specifier, start } of await importsOf(source)) {
    const failure = await probe(specifier);
    if (!failure) continue;
    const before = source.slice(0, start).split("\n");
    const [line, column] = [before.length, before.at(-1)!.length + 1];
    const evalue = failure.evalue.includes(specifier) ? failure.evalue : `${specifier}: ${failure.evalue}`;
    const excerpt = excerptOf(source, line, column).split("\n");
    return {
      ename: "ImportError",
      evalue,
      traceback: [`ImportError: ${evalue}`, ...excerpt, `    at ${name}:${line}:${column}`],
    };
  }
  return undefined;
}
