/** The reference in the shape of the command line's answers. */
import { reference } from "./reference.ts";

export async function cliReference(log: string) {
  const { total, top50 } = await reference<{ total: number; top50: { variant: string[]; count: number }[] }>(
    log,
    "variants",
  );
  const edges = await reference<{ source: string; target: string; count: number }[]>(log, "dfg");
  return {
    variants: { total, variants: top50.map(({ variant, count }) => ({ activities: variant, cases: count })) },
    startEnd: await reference<object>(log, "start_end"),
    edges: edges.map(({ source, target, count }) => `${source} → ${target}: ${count}`).sort(),
  };
}
