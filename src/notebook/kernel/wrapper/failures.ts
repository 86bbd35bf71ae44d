/** Failures in the forms that front ends take. */
import type { Failure } from "../prelude/prelude.ts";

export function textOf({ ename, evalue, traceback }: Failure): string {
  return traceback.length > 0 ? traceback.join("\n") : `${ename}: ${evalue}`;
}

export function failureOf(error: unknown): Failure {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  return { ename: name, evalue: message, traceback: (stack ?? `${name}: ${message}`).split("\n") };
}
