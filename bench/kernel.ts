/**
 * `deno task bench:kernel [--rounds N] [--json]`
 *
 * Run All, as front ends do it: 30 cells of 20 printed lines, a display and a result, all sent at once. Counts the
 * outputs that were not under their cell when the kernel said that it is done with it, and times the cells, in the same
 * run for the stock kernel and for ours. Then cells one after another, for the cost that ours adds to each.
 *
 * `--first` times instead what a user waits for at first, after our kernel has said that it is ready: a cell, Tab and
 * Shift-Tab, a log that is read and its first SQL; then `tb info`, and `task report` of the quickstart twice.
 */
import { parseArgs } from "node:util";
import { textTable } from "../src/cli/output.ts";
import { localConnection, writeConnectionFile } from "../src/notebook/kernel/protocol/connection.ts";
import type { Message } from "../src/notebook/kernel/protocol/messages.ts";
import { type KernelSockets, openKernelSockets } from "../src/notebook/kernel/client/kernel_sockets.ts";

const { values } = parseArgs({
  args: Deno.args,
  options: {
    rounds: { type: "string", default: "20" },
    json: { type: "boolean", default: false },
    first: { type: "boolean", default: false },
  },
});
const rounds = Number(values.rounds);
const CELLS = 30;
const LINES = 20;

interface Measured {
  readonly kernel: string;
  readonly outputs: number;
  /** Not there when the kernel said that the cell is done, or out of order. */
  readonly missing: number;
  /** Under another cell than the one that made them. */
  readonly misplaced: number;
  /** Of a cell of Run All. */
  readonly millisecondsPerCell: number;
  /** Median of a cell that does next to nothing, alone. */
  readonly smallCellMilliseconds: number;
  /** Of 2,000 lines printed by one cell. */
  readonly linesKept: number;
}

const main = new URL("../src/notebook/kernel/main.ts", import.meta.url).pathname;
const config = new URL("../deno.json", import.meta.url).pathname;
if (values.first) {
  const figures = await firstFigures();
  if (values.json) console.log(JSON.stringify({ deno: Deno.version.deno, figures }, null, 2));
  else console.log(textTable(["what", "s"], figures.map(({ what, seconds }) => [what, Number(seconds.toFixed(1))])));
  Deno.exit();
}
const measured = [
  await measure("stock", (file) => ["jupyter", "--kernel", "--conn", file]),
  await measure("tracebook", (file) => ["run", "-A", `--config=${config}`, main, file]),
];
if (values.json) {
  console.log(JSON.stringify({ deno: Deno.version.deno, rounds, measured }, null, 2));
} else {
  console.log(textTable(
    ["kernel", "outputs", "missing", "misplaced", "ms/cell", "small cell ms", "of 2000 lines"],
    measured.map((row) => [
      row.kernel,
      row.outputs,
      row.missing,
      row.misplaced,
      Number(row.millisecondsPerCell.toFixed(1)),
      Number(row.smallCellMilliseconds.toFixed(1)),
      row.linesKept,
    ]),
  ));
  const cost = measured[1]!.smallCellMilliseconds - measured[0]!.smallCellMilliseconds;
  console.log(`\nOurs adds ${cost.toFixed(1)} ms to a cell.`);
}

async function measure(kernel: string, args: (file: string) => string[]): Promise<Measured> {
  const connection = localConnection(kernel);
  const file = await writeConnectionFile(connection);
  const process = new Deno.Command(Deno.execPath(), {
    args: args(file),
    env: { NO_COLOR: "1" },
    stdin: "null",
    stdout: "null",
    stderr: "null",
  }).spawn();
  const sockets = openKernelSockets(connection);
  try {
    const messages: Message[] = [];
    sockets.onOutput = (message) => messages.push(message);
    await sockets.request("kernel_info_request", {});
    await sockets.subscribed();
    await run(sockets, "1");

    let [missing, misplaced, milliseconds] = [0, 0, 0];
    for (let round = 0; round < rounds; round++) {
      messages.length = 0;
      const began = performance.now();
      const ran = await Promise.all(Array.from({ length: CELLS }, async (_, cell) => {
        const id = (await run(sockets, cellCode(cell))).parentHeader.msg_id;
        return { id, before: tokens(messages, id).filter((token) => token.startsWith(`${cell}.`)) };
      }));
      milliseconds += performance.now() - began;
      // What is late comes now; what comes later still counts as missing all the same.
      await new Promise((resolve) => setTimeout(resolve, 200));
      for (const [cell, { id, before }] of ran.entries()) {
        const expected = tokensOf(cell);
        for (let i = 0; i < expected.length; i++) if (before[i] !== expected[i]) missing++;
        misplaced += tokens(messages, id).filter((token) => !token.startsWith(`${cell}.`)).length;
      }
    }

    const small: number[] = [];
    for (let i = 0; i < 100; i++) {
      const began = performance.now();
      await run(sockets, `${i} + 1`);
      small.push(performance.now() - began);
    }
    messages.length = 0;
    const { parentHeader } = await run(sockets, `for (let i = 0; i < 2000; i++) console.log("0.line" + i)`);
    const linesKept = tokens(messages, parentHeader.msg_id).length;
    return {
      kernel,
      outputs: rounds * CELLS * (LINES + 2),
      missing,
      misplaced,
      millisecondsPerCell: milliseconds / (rounds * CELLS),
      smallCellMilliseconds: small.sort((a, b) => a - b)[50]!,
      linesKept,
    };
  } finally {
    await end(sockets, process);
    await Deno.remove(file);
  }
}

interface Figure {
  readonly what: string;
  readonly seconds: number;
}

async function firstFigures(): Promise<Figure[]> {
  const figures: Figure[] = [];
  const time = async (what: string, work: () => Promise<unknown>) => {
    const began = performance.now();
    await work();
    figures.push({ what, seconds: (performance.now() - began) / 1000 });
  };
  const root = new URL("..", import.meta.url).pathname;
  const sql = `import { readLog } from "tracebook"; const log = await readLog("../data/order-to-cash.csv"); ` +
    `await log.sql("SELECT count(*) FROM log");`;
  await inKernel(time, "ready", (sockets) =>
    time("first cell", async () => {
      await run(sockets, "1");
      await time("first SQL, with import and reading, sent at once", () => run(sockets, sql));
    }));
  await inKernel(time, "ready again", async (sockets) => {
    const code = "console.log(1)";
    await time("first Shift-Tab", () => sockets.request("inspect_request", { code, cursor_pos: 10, detail_level: 0 }));
    await time("first Tab", () => sockets.request("complete_request", { code, cursor_pos: 10 }));
  });
  await inKernel(time, "ready once more", async (sockets) => {
    await new Promise((resolve) => setTimeout(resolve, 3000));
    await time("first SQL, 3 s after ready", () => run(sockets, sql));
  });
  const command = (args: string[]) => async () => {
    const { success } = await new Deno.Command(Deno.execPath(), { args, cwd: root, stdout: "null", stderr: "null" })
      .output();
    if (!success) throw new Error(`${args.join(" ")} failed`);
  };
  await time("tb info", command(["run", "-A", "src/cli/main.ts", "info", "data/order-to-cash.csv"]));
  const out = await Deno.makeTempDir();
  const report = command(["run", "-A", "src/cli/report.ts", "-o", `${out}/quickstart.html`]);
  await time("task report", report);
  await time("task report, again", report);
  await Deno.remove(out, { recursive: true });
  return figures;
}

async function inKernel(
  time: (what: string, work: () => Promise<unknown>) => Promise<void>,
  ready: string,
  use: (sockets: KernelSockets) => Promise<unknown>,
): Promise<void> {
  const connection = localConnection("tracebook");
  const file = await writeConnectionFile(connection);
  const cwd = new URL("../notebooks", import.meta.url).pathname;
  const args = ["run", "-A", `--config=${config}`, main, file];
  const quiet = { stdin: "null", stdout: "null", stderr: "null" } as const;
  const process = new Deno.Command(Deno.execPath(), { args, cwd, env: { NO_COLOR: "1" }, ...quiet }).spawn();
  const sockets = openKernelSockets(connection);
  try {
    await time(ready, async () => {
      await sockets.request("kernel_info_request", {});
      await sockets.subscribed();
    });
    await use(sockets);
  } finally {
    await end(sockets, process);
    await Deno.remove(file);
  }
}

async function end(sockets: KernelSockets, process: Deno.ChildProcess): Promise<void> {
  sockets.send("control", "shutdown_request", { restart: false });
  const killer = setTimeout(() => process.kill("SIGKILL"), 3000);
  await process.status;
  clearTimeout(killer);
  sockets.close();
}

function run(sockets: KernelSockets, code: string): Promise<Message> {
  return sockets.request("execute_request", {
    code,
    silent: false,
    store_history: true,
    user_expressions: {},
    allow_stdin: false,
    stop_on_error: true,
  });
}

function cellCode(cell: number): string {
  return `for (let i = 0; i < ${LINES}; i++) console.log("${cell}.line" + i);
await Deno.jupyter.display({ "text/plain": "${cell}.display" }, { raw: true });
"${cell}.result"`;
}

function tokensOf(cell: number): string[] {
  return [...Array.from({ length: LINES }, (_, i) => `${cell}.line${i}`), `${cell}.display`, `${cell}.result`];
}

/** What is shown under a request, in order, whichever way it came. */
function tokens(messages: readonly Message[], id: string | undefined): string[] {
  return messages.filter(({ parentHeader }) => parentHeader.msg_id === id).flatMap(({ header, content }) => {
    const data = content.data as Record<string, string> | undefined;
    const text = header.msg_type === "stream" ? String(content.text) : data?.["text/plain"] ?? "";
    return text.match(/\d+\.(?:line\d+|display|result)/g) ?? [];
  });
}
