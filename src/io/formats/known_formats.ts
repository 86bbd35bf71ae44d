/** Formats that are recognised and not read as the log that is asked for: what they are, and what to do. */
import type { FormatName } from "./formats.ts";

/** What a file of such a format is called and what to do with it, told by its beginning; undefined if nothing is known. */
export function describeFormat(name: FormatName, start: string): string | undefined {
  if (name === "json") return JSON_KINDS.find(({ sign }) => sign.test(start))?.words;
  return WORDS[name];
}

const OCEL = "an object-centric log (OCEL), whose events belong to several objects. " +
  "Flatten it to one type of object, as pm4py.ocel_flattening does, and save it as XES or CSV.";

const WORDS: { readonly [F in FormatName]?: string } = {
  xmlocel: OCEL,
  sqlite:
    'an SQLite database. Export the table of events: sqlite3 -header -csv FILE "SELECT * FROM events" > events.csv.',
};

/** In the order in which they are tried. */
const JSON_KINDS: readonly { readonly sign: RegExp; readonly words: string }[] = [
  {
    sign: /"cell_type"|"nbformat"|^\{\s*"cells"\s*:/,
    words: "a notebook. It is run by tb run, and reads logs itself.",
  },
  { sign: /"ocel:|"objectTypes"|"eventTypes"/, words: OCEL },
  {
    sign: /^\{\s*"buckets"|"bucketType"|"aw-watcher/,
    words: "an export of ActivityWatch, which holds interactions: readInteractions reads it.",
  },
  {
    sign: /^\{\s*"(error|errors|message|status|code|detail)"/i,
    words: "an answer of a server that tells of an error. Fetch the file again.",
  },
  {
    sign: /"(transitions|places|arcs|rules|constraints|nodes|tree)"\s*:/,
    words: "a model or rules as JSON and no log: on the command line, they are given as --model.",
  },
  {
    sign: /^\[\s*\{/,
    words:
      "a list of rows. Make it a CSV: duckdb -c \"COPY (FROM 'rows.json') TO 'rows.csv'\"; rows in memory are read " +
      "by logFromRows and interactionsFromRows.",
  },
];
