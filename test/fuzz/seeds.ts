/** Small whole files of each format, made by our own simulators and writers. */
import { Buffer } from "node:buffer";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { openNative } from "../../src/db/native.ts";
import { literal } from "../../src/base/sql_text.ts";
import { interactionsFromRows, readLog, writeInteractions, writeLog } from "../../src/log/mod.ts";
import { parseProcessTree, treeToBpmn, treeToNet, writeModel } from "../../src/models/mod.ts";
import { csvText } from "../../src/simulate/engine/csv_text.ts";
import { exampleFiles } from "../../src/simulate/examples/example_files.ts";
import type { FormatName } from "./formats.ts";

/**
 * @param folder of further files, taken where it is there: each becomes a seed of the formats with its ending.
 */
export async function makeSeeds(folder?: string): Promise<Record<FormatName, Uint8Array[]>> {
  const work = mkdtempSync(join(tmpdir(), "fuzz-seeds-"));
  try {
    const seeds = await ownSeeds(work);
    if (folder !== undefined && existsSync(folder)) addOthers(seeds, folder);
    return seeds;
  } finally {
    rmSync(work, { recursive: true });
  }
}

async function ownSeeds(work: string): Promise<Record<FormatName, Uint8Array[]>> {
  const files = new Map(exampleFiles({ seed: 5, cases: 12 }));
  const events = firstLines(files.get("order-to-cash.csv")!, 60);
  const desk = firstLines(files.get("order-desk.csv")!, 60);
  const eventsPath = join(work, "events.csv");
  await Deno.writeTextFile(eventsPath, events);
  const written = async (name: string, write: (path: string) => Promise<unknown>) => {
    const path = join(work, name);
    await write(path);
    return new Uint8Array(readFileSync(path));
  };
  const log = await readLog(eventsPath);
  const odd = awkwardCsv();
  const xes = await written("log.xes", (path) => writeLog(log, path));
  const interactions = interactionsFromRows(deskRows(desk));
  const tree = parseProcessTree(
    "->( 'order', X( 'pay', tau ), +( 'pack', 'bill' ), *( 'ask', 'answer' ), O( 'x', 'y' ) )",
  );
  return {
    "csv": [bytes(events), bytes(odd), bytes("sep=,\n" + events), bytes("\ufeff" + odd.replaceAll("\n", "\r\n"))],
    "csv-semicolon": [bytes(withDelimiter(events, ";")), bytes(GERMAN), bytes(`sep=;\r\n${GERMAN}`)],
    "csv-tab": [bytes(withDelimiter(events, "\t")), bytes(withDelimiter(events, "|"))],
    "csv-latin1": [new Uint8Array(Buffer.from(GERMAN.replaceAll("Ware", "Größe"), "latin1"))],
    "csv-utf16": [
      new Uint8Array(Buffer.from("\ufeff" + events, "utf16le")),
      new Uint8Array(Buffer.from(odd, "utf16le")),
    ],
    "csv.gz": [gzipSync(events), gzipSync(odd)],
    "xes": [xes, bytes(NESTED_XES)],
    "xes.gz": [gzipSync(xes), gzipSync(NESTED_XES)],
    ...await databaseFiles(work, eventsPath),
    "canonical": [await written("acts.csv", (path) => writeInteractions(interactions, path))],
    ...recorderFiles(desk),
    "activitywatch": [bytes(activityWatch())],
    "pnml": [await written("m.pnml", (path) => writeModel(treeToNet(tree), path))],
    "ptml": [await written("m.ptml", (path) => writeModel(tree, path))],
    "bpmn": [await written("m.bpmn", (path) => writeModel(treeToBpmn(tree), path))],
    "mapping": [bytes(MAPPING), bytes(MAPPING.replace('"events"', '"interactions"'))],
    "ipynb": [bytes(NOTEBOOK)],
    "params.yaml": [
      bytes(
        "eventLog: data/a.csv # which\nmin: 3\nnames: [a, 'b', \"c\"]\nmore:\n  - &x {deep: 1}\n  - *x\ntext: |\n  two\n  lines\n",
      ),
    ],
    "params.json": [bytes('{"eventLog": "data/a.csv", "min": 3, "names": ["a", "b"], "more": {"deep": null}}')],
    "params.csv": [bytes('name,eventLog,min\nnorth,a.csv,3\nsouth,b.csv,\n"east, far","c ""x"".csv",5\n')],
  };
}

const bytes = (text: string) => new TextEncoder().encode(text);

function firstLines(text: string, lines: number): string {
  return text.split("\n").slice(0, lines).join("\n") + "\n";
}

function withDelimiter(text: string, delimiter: string): string {
  return text.replaceAll(",", delimiter);
}

/** Quotes, line breaks in cells, short and long rows, missing cells, formulas, case ids that nearly agree. */
function awkwardCsv(): string {
  return csvText(
    ["case id", "Activity", "start_time", "timestamp", "lifecycle:transition", "note, long"],
    Array.from({ length: 24 }, (_, i) => [
      i % 7 === 0 ? ` ${i % 3}` : String(i % 3),
      ["a", 'say "b"', "c\nd", "=1+1", "é€😀"][i % 5],
      i % 4 === 0 ? undefined : `2026-03-0${1 + i % 9} 08:${10 + i}:00`,
      `2026-03-0${1 + i % 9}T09:${10 + i}:00.${i}Z`,
      i % 2 ? "start" : "complete",
      i % 3 === 0 ? undefined : "x,y;z\t|",
    ]),
  ) + "1,a\n1,a,2026-03-01 08:00,2026-03-01 09:00,start,n,too much\n\n";
}

const GERMAN = "Vorgangsnummer;Tätigkeit;Zeitpunkt;Betrag;Ware\r\n" +
  Array.from(
    { length: 20 },
    (_, i) =>
      `4711-${i % 4};"Schritt ${i % 3}";${String(1 + i).padStart(2, "0")}.02.2026 07:${10 + i};1.${i}34,5${
        i % 10
      };Ware ${i}\r\n`,
  ).join("");

const NESTED_XES = `<?xml version="1.0" encoding="UTF-8"?>
<!-- made by hand --><log xes.version="1.0" xmlns="http://www.xes-standard.org/">
<extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
<global scope="event"><string key="concept:name" value="?"/></global>
<classifier name="Activity" keys="concept:name 'lifecycle:transition'"/>
${
  Array.from({ length: 6 }, (_, t) =>
    `<trace><string key="concept:name" value="case &amp; ${t}"/><int key="amount" value="${t * 1000}"/>
${
      Array.from({ length: 4 }, (_, e) =>
        `<event><string key="concept:name" value="&#x41;${e % 3}"><string key="why" value="&lt;b&gt;"/></string>
<string key="lifecycle:transition" value="${
          e % 2 ? "complete" : "start"
        }"/><boolean key="ok" value="true"/><float key="f" value="1e3"/>
<date key="time:timestamp" value="2026-01-0${
          t + 1
        }T1${e}:00:00.000+01:00"/><list key="l"><values><string key="a" value="1"/></values></list></event>`)
        .join("\n")
    }</trace>`).join("\n")
}
<event><string key="concept:name" value="stray"/></event></log>
`;

async function databaseFiles(work: string, events: string) {
  const parquet = join(work, "log.parquet"), duckdb = join(work, "log.duckdb");
  const database = await openNative();
  try {
    await database.query(`CREATE TABLE events AS SELECT * FROM read_csv(${literal(events)})`);
    await database.query(`COPY events TO ${literal(parquet)} (FORMAT parquet, ROW_GROUP_SIZE 2048)`);
    await database.query(
      `ATTACH ${literal(duckdb)} AS made; CREATE TABLE made.events AS SELECT * FROM events; DETACH made`,
    );
  } finally {
    await database.close();
  }
  return {
    "parquet": [new Uint8Array(readFileSync(parquet))],
    "duckdb": [new Uint8Array(readFileSync(duckdb))],
  };
}

/** Rows of the simulated desk: time, user, team, application, window, url, element, row, action, value, … */
function deskCells(desk: string): string[][] {
  return desk.trimEnd().split("\n").slice(1).map((line) => line.split(","));
}

function deskRows(desk: string): object[] {
  return deskCells(desk).map(([time, user, , app, window, url, element, , action, value]) => ({
    time: new Date(time!.replace(" ", "T")),
    ...{ user, app, window, url, element, action, value },
  }));
}

/** The same work as three recorders would have it. */
function recorderFiles(desk: string) {
  const cells = deskCells(desk);
  return {
    "action-logger": [bytes(csvText(
      [
        "timeStamp",
        "userID",
        "targetApp",
        "eventType",
        "url",
        "content",
        "target.workbookName",
        "target.sheetName",
        "target.id",
        "target.name",
        "target.type",
        "target.innerText",
        "target.value",
      ],
      cells.map((
        [time, user, , app, window, url, element, row, action, value],
        i,
      ) => [
        time,
        user,
        app,
        i % 5 === 0 ? "editCell" : action,
        url,
        i % 3 ? undefined : value,
        i % 2 ? "Book1" : undefined,
        window,
        `A${row || 1}`,
        element,
        "text",
        element,
        value,
      ]),
    ))],
    "cpn": [bytes(csvText(
      [
        "caseID",
        "timeStamp",
        "eventType",
        "source",
        "lifecycle:transition",
        "FileName",
        "Sheet",
        "Url",
        "Label",
        "Column",
        "Row",
        "Value",
      ],
      cells.map((
        [time, , , app, window, url, element, row, action, value],
        i,
      ) => [String(i >> 3), time, action, app, "complete", window, "Sheet1", url, element, "B", row, value]),
    ))],
    "smartrpa": [bytes(csvText(
      [
        "timestamp",
        "user",
        "category",
        "application",
        "event_type",
        "title",
        "browser_url",
        "window_ingognito",
        "tag_category",
        "tag_name",
        "tag_type",
        "tag_value",
        "cell_range",
        "event_src_path",
        "clipboard_content",
      ],
      cells.map((
        [time, user, , app, window, url, element, row, action, value],
        i,
      ) => [
        time,
        user,
        i % 2 ? "Browser" : "MicrosoftOffice",
        app,
        i % 9 === 0 ? "newTab" : action,
        window,
        url,
        i % 11 === 0 ? "True" : "False",
        "INPUT",
        element,
        "text",
        value,
        `B${row || 2}`,
        "C:\\x",
        undefined,
      ]),
    ))],
  };
}

function activityWatch(): string {
  const event = (i: number, data: object, duration = 50) => ({
    id: i,
    timestamp: new Date(Date.UTC(2026, 0, 5, 8, i)).toISOString(),
    duration,
    data,
  });
  const bucket = (id: string, type: string, events: object[]) => ({
    id,
    type,
    hostname: "desk-1",
    client: id.split("_")[0],
    created: "2026-01-01T00:00:00Z",
    events,
  });
  const windows = Array.from(
    { length: 20 },
    (_, i) => event(i, { app: ["Mail", "firefox"][i % 2], title: `Window ${i % 4}` }),
  );
  return JSON.stringify(
    {
      buckets: {
        "aw-watcher-window_desk-1": bucket("aw-watcher-window_desk-1", "currentwindow", windows),
        "aw-watcher-afk_desk-1": bucket("aw-watcher-afk_desk-1", "afkstatus", [
          event(0, { status: "not-afk" }, 600),
          event(10, { status: "afk" }, 120),
          event(12, { status: "not-afk" }, 480),
        ]),
        "aw-watcher-web-firefox": bucket(
          "aw-watcher-web-firefox",
          "web.tab.current",
          Array.from({ length: 6 }, (_, i) =>
            event(2 * i + 1, {
              url: `https://example.org/${i}`,
              title: `Page ${i}`,
              incognito: i === 3,
              audible: false,
            })),
        ),
      },
    },
    null,
    1,
  );
}

const MAPPING = `{
  "kind": "events",
  "mapping": { "case": "Order no.", "activity": "Step", "timestamp": "Booked at" },
  "rename": { "region": "Sales region" },
  "dateOrder": "dmy",
  "timeZone": "Europe/Berlin",
  "unmapped": [{ "column": "x", "holds": "text", "example": "y" }]
}
`;

const NOTEBOOK = JSON.stringify(
  {
    cells: [
      {
        id: "a",
        cell_type: "markdown",
        metadata: {},
        source: [
          "# Title *of* it\n",
          "\n",
          "Text with `code` and <b>html</b>.\n",
          "\n",
          "| a | b |\n",
          "|---|---|\n",
          "| 1 | 2 |",
        ],
      },
      {
        id: "b",
        cell_type: "code",
        execution_count: 1,
        metadata: { tags: ["parameters"] },
        outputs: [],
        source: 'let eventLog: string = "a.csv"; // which\nlet min: number = 3;',
      },
      {
        id: "c",
        cell_type: "code",
        execution_count: 2,
        metadata: {},
        source: ["console.log(1)"],
        outputs: [
          { name: "stdout", output_type: "stream", text: ["1\n", "\u001b[31mred\u001b[0m\n"] },
          {
            output_type: "execute_result",
            execution_count: 2,
            metadata: {},
            data: { "text/plain": "1", "text/html": ["<b>1</b>"], "application/json": { a: [1, { b: 2 }] } },
          },
          { output_type: "display_data", metadata: {}, data: { "image/png": "iVBORw0KGgo=" } },
          { output_type: "error", ename: "Error", evalue: "x", traceback: ["Error: x", " at y"] },
        ],
      },
      { id: "d", cell_type: "raw", metadata: {}, source: "" },
    ],
    metadata: { kernelspec: { name: "tracebook", language: "typescript", display_name: "Tracebook" } },
    nbformat: 4,
    nbformat_minor: 5,
  },
  null,
  1,
);

/** Small files of a folder, as seeds of every format whose files end like them. */
function addOthers(seeds: Record<FormatName, Uint8Array[]>, folder: string): void {
  const byEnding: [RegExp, FormatName[]][] = [
    [/\.(csv|tsv)$/, ["csv"]],
    [/\.xes$/, ["xes"]],
    [/\.xes\.gz$/, ["xes.gz"]],
    [/\.json$/, ["activitywatch"]],
    [/\.pnml$/, ["pnml"]],
    [/\.ptml$/, ["ptml"]],
    [/\.bpmn$/, ["bpmn"]],
    [/\.ipynb$/, ["ipynb"]],
    [/\.parquet$/, ["parquet"]],
  ];
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
    const path = join(folder, name);
    if (!statSync(path).isFile() || statSync(path).size > 40_000) continue;
    for (const [ending, formats] of byEnding) {
      if (ending.test(name)) { for (const format of formats) seeds[format].push(new Uint8Array(readFileSync(path))); }
    }
  }
}
