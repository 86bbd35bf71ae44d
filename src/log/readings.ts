/** The logs that were read in this process; a report lists them at its foot. */
import type { Finding } from "../io/report/reading_report.ts";

export interface Reading {
  /** File name without folders. */
  readonly name: string;
  readonly kind: "events" | "interactions";
  /** Role → column. */
  readonly mapping: Readonly<Record<string, string>>;
  readonly findings: readonly Finding[];
}

/** Under this symbol the list is found from outside, such as from a notebook's runner. */
export const READINGS = Symbol.for("tracebook.readings");

/** Notes down that a log was read; the same reading counts once. */
export function noteReading({ name, kind, mapping, findings }: Reading): void {
  const place = globalThis as { [READINGS]?: Reading[] };
  const known = place[READINGS] ??= [];
  const text = JSON.stringify([name, kind, mapping, findings]);
  const same = (one: Reading) => JSON.stringify([one.name, one.kind, one.mapping, one.findings]) === text;
  if (!known.some(same)) known.push({ name, kind, mapping: { ...mapping }, findings: [...findings] });
}
