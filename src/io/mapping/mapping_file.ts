/** Mapping files: which column of an export is what, written once and used for every export of its kind. */
import { basename } from "node:path";
import { InputError } from "../../base/errors.ts";
import { nearestNames } from "../../base/nearest_names.ts";
import { readTextFile } from "../files/read_text_file.ts";
import { checkJsonDepth } from "../json_depth.ts";
import { MAX_MAPPING_BYTES } from "../limits.ts";

/**
 * What a mapping file says, as JSON. `tb map` writes one, to be edited by hand.
 *
 * ```json
 * {
 *   "kind": "events",
 *   "mapping": { "case": "Order no.", "activity": "Step", "timestamp": "Booked at" },
 *   "rename": { "region": "Sales region" },
 *   "dateOrder": "dmy"
 * }
 * ```
 */
export interface MappingFile {
  readonly kind: "events" | "interactions";
  /** Role → column of the file. Roles left out are inferred. */
  readonly mapping: Readonly<Record<string, string>>;
  /** Name that a notebook knows a column by → its name in the file. */
  readonly rename: Readonly<Record<string, string>>;
  /** How the file is to be read, under the names that `readLog` gives these options. */
  readonly options: MappingFileOptions;
}

export type MappingFileOptions = Readonly<
  Partial<Record<typeof TEXTS[number], string>> & {
    splitIntervals?: boolean;
    wide?: boolean | readonly string[];
    headerLine?: number;
  }
>;

const TEXTS = ["timeZone", "dateOrder", "decimal", "delimiter", "encoding", "lifecycle", "orderBy"] as const;
/** What the other options may be. */
const OTHERS: Readonly<Record<string, readonly [what: string, fits: (value: unknown) => boolean]>> = {
  splitIntervals: ["true or false", (value) => typeof value === "boolean"],
  headerLine: ["a number", (value) => typeof value === "number"],
  wide: [
    "true, false or a list of columns",
    (value) => typeof value === "boolean" || (Array.isArray(value) && value.every((one) => typeof one === "string")),
  ],
};
const OPTIONS: readonly string[] = [...TEXTS, ...Object.keys(OTHERS)];
/** `unmapped` lists the other columns, for whoever edits the file. */
const KEYS = ["kind", "mapping", "rename", "unmapped", ...OPTIONS];

/** Reads a mapping file. @throws InputError if it is missing, no JSON, of the other kind of log, or not filled in. */
export async function readMappingFile(path: string, kind: MappingFile["kind"]): Promise<MappingFile> {
  const name = basename(path);
  const wrong = (expected: string, found: string) =>
    new InputError(`${name}: expected ${expected} but found ${found}.`);
  let text: string;
  try {
    text = await readTextFile(path, MAX_MAPPING_BYTES, "a mapping file");
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`${path}: expected a mapping file but found none. \`tb map EXPORT -o ${name}\` writes one.`);
  }
  checkJsonDepth(text, name);
  let content: Record<string, unknown>;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw wrong("a mapping as JSON", `text that JSON cannot read: ${(error as Error).message}`);
  }
  if (content === null || typeof content !== "object" || Array.isArray(content)) {
    throw wrong("a mapping as JSON, { … },", JSON.stringify(content).slice(0, 40));
  }
  for (const key of Object.keys(content)) {
    if (KEYS.includes(key)) continue;
    const near = nearestNames(key, KEYS)[0];
    throw wrong(KEYS.join(", "), `"${key}"${near ? `. Did you mean "${near}"?` : ""}`);
  }
  const found = content.kind ?? kind;
  if (found !== kind) throw wrong(`a mapping of ${kind}`, `one of ${JSON.stringify(found)}`);
  const names = (key: "mapping" | "rename") => {
    const entries = Object.entries((content[key] ?? {}) as Record<string, unknown>);
    for (const [role, column] of entries) {
      if (typeof column === "string" && column !== "") continue;
      throw wrong(`"${key}" to name the column of "${role}"`, `${JSON.stringify(column)}. Fill it in, or take it out`);
    }
    return Object.fromEntries(entries) as Record<string, string>;
  };
  const options = OPTIONS.flatMap((option) => {
    const value = content[option];
    const [what, fits] = OTHERS[option] ?? ["text", (value: unknown) => typeof value === "string"];
    if (value === undefined || value === null) return [];
    if (!fits(value)) throw wrong(`"${option}" to be ${what}`, JSON.stringify(value));
    return [[option, value] as const];
  });
  return { kind, mapping: names("mapping"), rename: names("rename"), options: Object.fromEntries(options) };
}
