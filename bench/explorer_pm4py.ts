/** The steps of the explorer in PM4Py: a filter, then graph and variants. */
import { run } from "./process.ts";

const script = `
import json, sys, time, pm4py, pandas as pd
path = sys.argv[1]
log = pm4py.read_xes(path) if ".xes" in path else pm4py.format_dataframe(pd.read_csv(path), case_id="case:concept:name", activity_key="concept:name", timestamp_key="time:timestamp")
if not hasattr(log, "columns"): log = pm4py.convert_to_dataframe(log)
dfg, starts, ends = pm4py.discover_dfg(log)
names = sorted({name for pair in dfg for name in pair})
pair = max(dfg, key=dfg.get)
variant = max(pm4py.get_variants(log).items(), key=lambda entry: entry[1] if isinstance(entry[1], int) else len(entry[1]))[0]
kinds = {
  "with an activity": lambda: pm4py.filter_event_attribute_values(log, "concept:name", [names[0]], level="case", retain=True),
  "directly follows": lambda: pm4py.filter_directly_follows_relation(log, [pair], retain=True),
  "eventually follows": lambda: pm4py.filter_eventually_follows_relation(log, [pair], retain=True),
  "begins with": lambda: pm4py.filter_start_activities(log, [max(starts, key=starts.get)]),
  "variant": lambda: pm4py.filter_variants(log, [variant]),
  "throughput": lambda: pm4py.filter_case_performance(log, 0, 86400 * 30),
}
for kind, act in kinds.items():
    told, drawn = [], []
    for _ in range(3):
        begin = time.perf_counter()
        part = act()
        pm4py.get_variants(part)
        told.append(time.perf_counter() - begin)
        pm4py.discover_dfg(part)
        pm4py.discover_performance_dfg(part)
        drawn.append(time.perf_counter() - begin)
    print(json.dumps({"kind": kind, "told": round(1000 * sorted(told)[1]), "graph": round(1000 * sorted(drawn)[1])}))
`;

/** What one step takes: the filter with the variants, and with the graph and its times too. */
export interface Pm4pyStep {
  readonly kind: string;
  readonly told: number;
  readonly graph: number;
}

export async function measurePm4py(python: string, file: string): Promise<Pm4pyStep[]> {
  const lines = await run(python, ["-W", "ignore", "-c", script, file]);
  return lines.map((line) => JSON.parse(line) as Pm4pyStep);
}
