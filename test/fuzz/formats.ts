/** The formats that are read, and how a file of each is named. */

export const FORMATS = {
  "csv": ".csv",
  "csv-semicolon": ".csv",
  "csv-tab": ".tsv",
  "csv-latin1": ".csv",
  "csv-utf16": ".csv",
  "csv.gz": ".csv.gz",
  "xes": ".xes",
  "xes.gz": ".xes.gz",
  "parquet": ".parquet",
  "duckdb": ".duckdb",
  "canonical": ".csv",
  "action-logger": ".csv",
  "cpn": ".csv",
  "smartrpa": ".csv",
  "activitywatch": ".json",
  "pnml": ".pnml",
  "ptml": ".ptml",
  "bpmn": ".bpmn",
  "mapping": ".json",
  "ipynb": ".ipynb",
  "params.yaml": ".yaml",
  "params.json": ".json",
  "params.csv": ".csv",
} as const;

export type FormatName = keyof typeof FORMATS;

export const FORMAT_NAMES = Object.keys(FORMATS) as FormatName[];

/** Where a mutation of the bytes leaves little but a file that is refused at once: these also get fewer inputs. */
export const BINARY: ReadonlySet<FormatName> = new Set(["parquet", "duckdb"]);
