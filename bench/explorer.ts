/**
 * `deno task bench --explorer [LOG…] [--python PYTHON] [--rounds N] [--json]`: the explorer in Chromium, from disk and
 * with the network off.
 *
 * For each log, and for one of a million events that is made here: the size of the file, when the first picture stands,
 * how long each kind of click takes until figures, variants and times are told and until the map is drawn anew, and what
 * memory the page takes; with `--python`, the same steps in PM4Py beside them.
 */
import { parseArgs } from "node:util";
import { basename, join } from "node:path";
import { chromium, type Page } from "playwright-core";
import { textTable } from "../src/cli/output.ts";
import { readLog } from "../src/log/events/read_log.ts";
import { viewExplorer } from "../src/viz/explorer/explorer.ts";
import { makeVariedCsv } from "./make_csv.ts";
import { CLICKS } from "./explorer_clicks.ts";
import { pageMegabytes } from "./explorer_memory.ts";
import { measurePm4py } from "./explorer_pm4py.ts";

const { values, positionals } = parseArgs({
  args: Deno.args,
  allowPositionals: true,
  options: {
    explorer: { type: "boolean" },
    rounds: { type: "string", default: "9" },
    python: { type: "string" },
    json: { type: "boolean", default: false },
  },
});

/** What a kind of click takes, in milliseconds from the click. */
interface Clicked {
  readonly kind: string;
  /** Until cases, variants and times are told. */
  readonly told: readonly number[];
  /** Until the map stands. */
  readonly drawn: readonly number[];
}

interface Explored {
  readonly file: string;
  readonly events: number;
  readonly megabytes: number;
  readonly firstPicture: number;
  readonly clicks: readonly Clicked[];
  readonly memory: number;
}

const CHROMIUM = Deno.env.get("TRACEBOOK_CHROMIUM") ?? "/usr/bin/chromium";

const results: Explored[] = [];
const files = [...positionals, await makeVariedCsv(1_000_000)];
for (const file of files) results.push(await explored(file));
if (values.json) console.log(JSON.stringify(results, null, 2));
else for (const result of results) print(result);
if (values.python !== undefined) {
  for (const file of files) {
    const steps = await measurePm4py(values.python, file);
    console.log(`PM4Py, ${basename(file)}`);
    console.log(textTable(
      ["step", "filter and variants ms", "graph and times too ms"],
      steps.map(({ kind, told, graph }) => [kind, told, graph]),
    ));
  }
}

async function explored(file: string): Promise<Explored> {
  const log = await readLog(file);
  const folder = await Deno.makeTempDir({ prefix: "tracebook-explorer-" });
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
  });
  try {
    const path = join(folder, "explorer.html");
    await Deno.writeTextFile(path, viewExplorer(log).toPage());
    const { size } = await Deno.stat(path);
    const context = await browser.newContext({ viewport: { width: 1400, height: 1000 }, offline: true });
    const page = await context.newPage();
    const firsts: number[] = [];
    for (let round = 0; round < 3; round++) {
      await page.goto("about:blank");
      await page.goto(`file://${path}`);
      await page.waitForSelector("[data-drawn]", { state: "attached" });
      firsts.push(await page.evaluate(() => performance.getEntriesByName("explorer drawn")[0]!.startTime));
    }
    await page.waitForSelector("[data-answered]", { state: "attached" });
    const clicks: Clicked[] = [];
    for (const kind of Object.keys(CLICKS)) clicks.push(await clicked(page, kind, Number(values.rounds)));
    return {
      file: basename(file),
      events: log.events,
      megabytes: size / 1e6,
      firstPicture: quantile(firsts, 0.5),
      clicks,
      memory: await pageMegabytes(browser),
    };
  } finally {
    await browser.close();
    await Deno.remove(folder, { recursive: true });
  }
}

async function clicked(page: Page, kind: string, rounds: number): Promise<Clicked> {
  const told: number[] = [], drawn: number[] = [];
  for (let round = 0; round < rounds; round++) {
    await settled(page, () => CLICKS[kind]!(page, round));
    const { begin, answers, map } = await page.evaluate(() => {
      const last = (name: string) => performance.getEntriesByName(`explorer ${name}`).at(-1)!.startTime;
      return {
        begin: last("asked"),
        answers: Math.max(...["summary", "variants", "durations", "times"].map(last)),
        map: last("drawn"),
      };
    });
    told.push(answers - begin);
    drawn.push(map - begin);
    await settled(page, () => page.keyboard.press("Control+z"));
  }
  return { kind, told, drawn };
}

/** Does something, and waits until all panels and the map have answered. */
async function settled(page: Page, act: () => Promise<void>): Promise<void> {
  const before = await page.evaluate(() => ({ ...document.getElementById("explorer")!.dataset }));
  await act();
  await page.waitForFunction(({ answered, drawn }) => {
    const now = document.getElementById("explorer")!.dataset;
    return now.answered !== answered && now.drawn !== drawn;
  }, before);
}

function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)]!;
}

function print({ file, events, megabytes, firstPicture, clicks, memory }: Explored): void {
  console.log(
    `${file}: ${events} events, ${megabytes.toFixed(1)} MB, first picture ${firstPicture.toFixed(0)} ms, ` +
      `memory ${memory.toFixed(0)} MB`,
  );
  const all = { kind: "all", told: clicks.flatMap(({ told }) => told), drawn: clicks.flatMap(({ drawn }) => drawn) };
  console.log(
    textTable(
      ["click", "told median ms", "p95", "map median ms", "p95"],
      [...clicks, all].map(({ kind, told, drawn }) => [
        kind,
        ...[told, drawn].flatMap((times) => [0.5, 0.95].map((share) => Math.round(quantile(times, share)))),
      ]),
    ) + "\n",
  );
}
