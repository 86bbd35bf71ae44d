/**
 * `deno task bench:stop [--moments N] [--only NAME,…] [--scale S] [--seed N] [--json]`
 *
 * Stop at random moments of reading each format, of queries and of mining: how often the variables of earlier cells are
 * kept, how long it takes until the next cell has answered, and whether what was stopped shows anything under it.
 */
import { gzipSync } from "node:zlib";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { textTable } from "../src/cli/output.ts";
import { openNative } from "../src/db/native.ts";
import { type KernelClient, startKernel } from "../src/notebook/kernel/client/client.ts";
import { PROGRESS_MIME, PROGRESS_VARIABLE } from "../src/notebook/progress.ts";

const { values } = parseArgs({
  args: Deno.args,
  options: {
    moments: { type: "string", default: "50" },
    only: { type: "string" },
    scale: { type: "string", default: "1" },
    seed: { type: "string", default: "1" },
    json: { type: "boolean", default: false },
  },
});
const moments = Number(values.moments);
const scale = Number(values.scale);
let seed = Number(values.seed);

interface Measured {
  readonly what: string;
  /** Of the work, if nobody stops it. */
  readonly seconds: number;
  readonly stops: number;
  /** Stops that came before the work was over. */
  readonly stopped: number;
  readonly kept: number;
  /** Until the kernel answers the next cell, after Stop. */
  readonly medianSeconds: number;
  readonly worstSeconds: number;
  /** Outputs of what was stopped that came under the next cell. */
  readonly late: number;
}

const folder = await Deno.makeTempDir({ prefix: "tracebook-bench-" });
try {
  const only = values.only?.split(",");
  const works = Object.entries(await workIn(folder)).filter(([what]) => only?.includes(what) ?? true);
  const measured: Measured[] = [];
  for (const [what, code] of works) {
    measured.push(await measure(what, code));
    console.error(`${what}: ${measured.at(-1)!.kept} of ${moments}`);
  }
  if (values.json) console.log(JSON.stringify(measured, null, 2));
  else {
    console.log(textTable(
      ["work", "takes s", "stops", "in time", "variables kept", "median s", "worst s", "late outputs"],
      measured.map((m) => [
        m.what,
        Number(m.seconds.toFixed(1)),
        m.stops,
        m.stopped,
        m.kept,
        Number(m.medianSeconds.toFixed(2)),
        Number(m.worstSeconds.toFixed(2)),
        m.late,
      ]),
    ));
  }
} finally {
  await Deno.remove(folder, { recursive: true });
}

async function measure(what: string, { before = "", code }: Work): Promise<Measured> {
  let kernel = await prepared(before);
  const began = performance.now();
  await checked(kernel, code);
  const seconds = (performance.now() - began) / 1000;
  let [kept, stopped, late] = [0, 0, 0];
  const waits: number[] = [];
  for (let i = 0; i < moments; i++) {
    await checked(kernel, `kept = ${i};`);
    const running = kernel.execute(code);
    await new Promise((resolve) => setTimeout(resolve, 1000 * seconds * random()));
    const pressed = performance.now();
    if (!await kernel.interrupt()) await kernel.kill();
    const { error } = await running;
    const next = await kernel.execute("kept");
    waits.push((performance.now() - pressed) / 1000);
    const shown = next.outputs.map((output) => "data" in output ? output.data["text/plain"] : output.output_type);
    if (next.status === "ok" && shown.includes(String(i))) kept++;
    if (error?.ename === "Interrupted") stopped++;
    const after = await kernel.execute("await new Promise((resolve) => setTimeout(resolve, 300)); kept");
    late += [...next.outputs, ...after.outputs].filter((output) => "data" in output && PROGRESS_MIME in output.data)
      .length;
    if (next.status !== "dead") continue;
    await kernel.shutdown();
    kernel = await prepared(before);
  }
  await kernel.shutdown();
  waits.sort((a, b) => a - b);
  const medianSeconds = waits[Math.floor(waits.length / 2)]!;
  return { what, seconds, stops: moments, stopped, kept, medianSeconds, worstSeconds: waits.at(-1)!, late };
}

async function prepared(before: string): Promise<KernelClient> {
  const env = { [PROGRESS_VARIABLE]: "messages" };
  const kernel = await startKernel({ cwd: new URL("..", import.meta.url).pathname, stoppable: true, env });
  await checked(kernel, `import * as tb from "tracebook"; let kept = -1; ${before}`);
  return kernel;
}

async function checked(kernel: KernelClient, code: string): Promise<void> {
  const { status, error } = await kernel.execute(code);
  if (status !== "ok") throw new Error(`${code}: ${status} ${error?.traceback.join("\n")}`);
}

/** 0 to 1: Marsaglia, "Xorshift RNGs", 2003. */
function random(): number {
  seed ^= seed << 13;
  seed ^= seed >>> 17;
  seed ^= seed << 5;
  return (seed >>> 0) / 2 ** 32;
}

interface Work {
  readonly before?: string;
  readonly code: string;
}

/** Files that take a second or more to read, and what is done with them. */
async function workIn(folder: string): Promise<Record<string, Work>> {
  const rows = [...eventRows(Math.round(900_000 * scale))];
  const csv = join(folder, "log.csv");
  await Deno.writeTextFile(csv, `case,activity,time,resource,amount\n${rows.join("\n")}\n`);
  const few = join(folder, "few.csv");
  await Deno.writeTextFile(few, `case,activity,time,resource,amount\n${rows.slice(0, 15_000).join("\n")}\n`);
  const [xes, packed] = [join(folder, "log.xes"), join(folder, "log.xes.gz")];
  const text = xesOf(rows.slice(0, 400_000 * scale));
  await Deno.writeTextFile(xes, text);
  await Deno.writeFile(packed, gzipSync(text));
  const [parquet, duckdb, json] = [join(folder, "log.parquet"), join(folder, "log.duckdb"), join(folder, "aw.json")];
  const database = await openNative();
  const quoted = `read_csv('${csv.replaceAll("'", "''")}')`;
  await database.query(`COPY (SELECT * FROM ${quoted}) TO '${parquet}' (FORMAT parquet)`);
  await database.query(`ATTACH '${duckdb}' AS out; CREATE TABLE out.log AS SELECT * FROM ${quoted}; DETACH out`);
  await database.close();
  await Deno.writeTextFile(json, activityWatch(Math.round(150_000 * scale)));
  const read = (path: string): Work => ({ code: `{ await tb.readLog(${JSON.stringify(path)}); }` });
  const log = (path: string, driver = "auto"): string =>
    `const log = await tb.readLog(${JSON.stringify(path)}, { driver: "${driver}" });`;
  const query =
    `{ await log.sql("SELECT count(*) FROM events a JOIN events b ON a.activity = b.activity AND a.timestamp < b.timestamp"); }`;
  return {
    "CSV": read(csv),
    "XES": read(xes),
    "XES.gz": read(packed),
    "Parquet": read(parquet),
    "DuckDB file": read(duckdb),
    "JSON": { code: `{ await tb.readInteractions(${JSON.stringify(json)}); }` },
    "SQL native": { before: log(few, "native"), code: query },
    "SQL wasm": { before: log(few, "wasm"), code: query },
    "segmentation": {
      before: `const recording = await tb.readInteractions("data/order-desk.csv");`,
      code: "{ await new Promise((go) => setTimeout(go, 1)); await tb.segmentTasks(recording); }",
    },
    "mining": {
      before: log(csv),
      code: "{ await new Promise((go) => setTimeout(go, 1)); tb.variants(log); " +
        "const net = tb.treeToNet(tb.discoverInductive(log)); tb.replayTokens?.(log, net); " +
        "await tb.alignTraces(log, net, { budgetSeconds: 4 }); }",
    },
  };
}

function* eventRows(count: number): Iterable<string> {
  const names = ["register", "check credit", "ask for papers", "decide", "inform", "pay", "archive"];
  for (let i = 0; i < count; i++) {
    const [trace, step] = [Math.floor(i / 9), i % 9];
    const time = new Date(1.7e12 + trace * 60_000 + step * 3_600_000 + 1000 * Math.floor(60 * random())).toISOString();
    yield `c${trace},${names[Math.floor(names.length * random())]},${time},r${i % 31},${Math.floor(1e6 * random())}`;
  }
}

function xesOf(rows: readonly string[]): string {
  const parts = [`<?xml version="1.0" encoding="UTF-8"?>\n<log xes.version="1.0">`];
  let open = "";
  for (const row of rows) {
    const [id, name, time, resource, amount] = row.split(",") as [string, string, string, string, string];
    if (id !== open) {
      parts.push(`${open === "" ? "" : "</trace>"}<trace><string key="concept:name" value="${id}"/>`);
      open = id;
    }
    parts.push(
      `<event><string key="concept:name" value="${name}"/><date key="time:timestamp" value="${time}"/>` +
        `<string key="org:resource" value="${resource}"/><int key="amount" value="${amount}"/></event>`,
    );
  }
  return `${parts.join("\n")}\n</trace></log>\n`;
}

function activityWatch(count: number): string {
  const events = Array.from({ length: count }, (_, i) => ({
    id: i,
    timestamp: new Date(1.7e12 + i * 20_000).toISOString(),
    duration: 15,
    data: { app: ["Excel", "Outlook", "SAP"][i % 3], title: `Window ${Math.floor(400 * random())}` },
  }));
  const bucket = { id: "aw-watcher-window_pc", type: "currentwindow", client: "aw-watcher-window", hostname: "pc" };
  return JSON.stringify({ buckets: { [bucket.id]: { ...bucket, created: "2023-01-01T00:00:00Z", events } } });
}
