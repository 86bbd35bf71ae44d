import { expect, test } from "vitest";
import { runHints } from "../../src/cli/run_hints.ts";

const parameter = (name: string) => ({ name, type: "string", default: '""', help: "" });
const hints = runHints([parameter("eventLog"), parameter("mapping")], "--mapping map.json");

test("columns that are to be named become entries of the mapping file that a run takes", () => {
  expect(hints('x.csv: no name tells the case among "id". Name them: --case COLUMN --activity COLUMN.')).toBe(
    'x.csv: no name tells the case among "id". Name them: "mapping": { "case": "COLUMN", "activity": "COLUMN" }.\n' +
      "A mapping file says so: write one with `tb map x.csv -o map.json`, edit it, and give --mapping map.json.",
  );
});

test("where the mapping file is told of already, it is not told of again", () => {
  const said = hints("Name them: --case COLUMN.\nIf not, write a mapping file with `tb map x.csv -o map.json`.");
  expect(said.match(/tb map/g)).toHaveLength(1);
});

test("so do options of how a file is read, one by one", () => {
  const said = hints(
    "x.csv, line 2: found 01/02. Give --date-order dmy if the day comes first, --date-order mdy if not.",
  );
  expect(said).toContain('Give "dateOrder": "dmy" if the day comes first, "dateOrder": "mdy" if not.');
  expect(hints("Name it: --milestone COLUMN, once for each.")).toContain('"wide": ["COLUMN"], once for each.');
  expect(hints("Give --split-intervals to read both.")).toContain('Give "splitIntervals": true to read both.');
  expect(hints("Name it: --lifecycle-column COLUMN.")).toContain('"mapping": { "lifecycle": "COLUMN" }');
});

test("what a run takes, names of data and all else stay", () => {
  for (
    const text of [
      'The column "--case" is empty.',
      "Write a mapping file with `tb map x.csv -o map.json` and run with --mapping map.json.",
      "The file is damaged.",
    ]
  ) expect(hints(text)).toBe(text);
});

test("a notebook that takes no mapping is told to say it where it reads", () => {
  const said = runHints([parameter("eventLog")], "--mapping map.json")("Give --time-zone ZONE.");
  expect(said).toContain('"timeZone": "ZONE"');
  expect(said).toContain('no parameter "mapping"');
});
