/** Random XES documents in every way of writing them, and what they say. */
import { type Table, valueAt } from "../../../src/base/column.ts";
import type { XesTable } from "../../../src/io/xes/xes.ts";
import type { Random } from "../../support/random.ts";

export type XesValue = string | number | boolean | Date;
/** Values of a row by the name of their column. */
export type XesRow = Record<string, XesValue>;

export interface XesTruth {
  /** Attributes of each trace, by `case:…`. */
  traces: XesRow[];
  events: { trace: number; values: XesRow }[];
}

export interface XesStyle {
  /** Writes each attribute in the one way that nearly all files have. */
  plain: boolean;
  prefix: string;
  newline: string;
  /** Highest character that may be written as it is. */
  highest: number;
}

const TYPES = ["string", "date", "int", "float", "boolean", "id"] as const;
type Type = typeof TYPES[number];
const TEXTS = [
  "a",
  "B",
  "7",
  " ",
  "-",
  '"',
  "'",
  "<",
  ">",
  "&",
  "&amp;",
  "é",
  "ß",
  "漢",
  "😀",
  "\n",
  "\t",
  "/",
  "]]>",
  "--",
  "=",
  'key="x"',
];

/** A document and its truth. Each key has one type; attributes are nested, in lists, and in containers. */
export function randomXes(random: Random, style: XesStyle): { text: string; truth: XesTruth } {
  const truth: XesTruth = { traces: [], events: [] };
  const write = writer(random, style);
  const keys = Array.from({ length: 3 + random.below(8) }, (_, i) => ({
    key: `${i}${random.pick(["k", "org:x", "a b", "é", "<&>", "it's", '"q"'])}`,
    type: random.pick(TYPES),
  }));
  const body: string[] = [];
  for (let t = random.below(6); t >= 0; t--) {
    const row: XesRow = {};
    const parts = [attributes(random, write, keys.slice(0, 3), "case:", row, 0)];
    row["case:concept:name"] = `trace ${truth.traces.length}`;
    parts.splice(random.below(2), 0, write.attribute("string", "concept:name", row["case:concept:name"], ""));
    const trace = truth.traces.push(row) - 1;
    for (let e = random.below(8); e > 0; e--) {
      const values: XesRow = {};
      const inner = attributes(random, write, keys, "", values, 0);
      truth.events.push({ trace, values });
      parts.push(write.element("event", "", inner));
    }
    body.push(write.element("trace", "", parts.join("")));
  }
  const root = write.element("log", ' xes.version="1.0"', body.join(""));
  return { text: `<?xml version="1.0"?>${style.newline}${write.between()}${root}${write.between()}`, truth };
}

function attributes(
  random: Random,
  write: ReturnType<typeof writer>,
  keys: readonly { key: string; type: Type }[],
  prefix: string,
  row: XesRow,
  depth: number,
): string {
  let text = "";
  for (const { key, type } of random.shuffled(keys)) {
    if (random.below(3) === 0) continue;
    const name = prefix + key;
    const how = depth > 2 ? 3 : random.below(9);
    if (how === 0) {
      const items = random.shuffled(keys).slice(0, random.below(3));
      const values = items.map((item, i) => {
        // A place in a list has one type here, so that its column is not mixed.
        row[`${name}l/${i}`] = randomValue(random, "string");
        return write.attribute("string", item.key, row[`${name}l/${i}`]!, "");
      }).join("");
      text += write.element(
        "list",
        write.pairs({ key: `${key}l` }),
        random.below(2) ? write.element("values", "", values) : values,
      );
    } else if (how === 1) {
      text += write.element(
        "container",
        write.pairs({ key: `${key}c` }),
        attributes(random, write, keys.slice(0, 2), `${name}c/`, row, depth + 1),
      );
    } else {
      const value = row[name] = randomValue(random, type);
      const inner = how === 2 ? attributes(random, write, keys.slice(0, 3), `${name}/`, row, depth + 1) : "";
      text += write.attribute(type, key, value, inner);
    }
  }
  return text;
}

function randomValue(random: Random, type: Type): XesValue {
  switch (type) {
    case "int":
      return random.pick([0, 1, -1, 42, 123456789012345, 9007199254740991, -9007199254740991, random.below(1000)]);
    case "float":
      return random.pick([0, 0.1, -2.5, 1e-7, 1.7976931348623157e308, 5e-324, 35, random.next(), 1e21]);
    case "boolean":
      return random.below(2) === 1;
    case "date":
      return new Date(random.below(4e9) * 1000 - 1e12 + random.pick([0, 0, 1, 500, 999]));
    default: {
      let text = "";
      for (let i = random.below(7); i >= 0; i--) text += random.pick(TEXTS);
      return text;
    }
  }
}

function writer(random: Random, { plain, prefix, newline, highest }: XesStyle) {
  const space = () => plain ? " " : random.pick([" ", "  ", "\t", newline, " "]);
  const maybe = () => plain ? "" : random.pick(["", "", "", " ", newline]);
  function between(): string {
    if (plain) return newline;
    return random.pick([
      "",
      newline,
      "\t",
      `${newline}  `,
      "<!-- a comment -- > <event> -->".replace("-- >", "- >"),
      "<?target <event/> ?>",
      "<!---->",
    ]);
  }
  function encoded(text: string, quote: string): string {
    let result = "";
    for (const character of text) {
      const code = character.codePointAt(0)!;
      const named = { "<": "&lt;", "&": "&amp;", ">": "&gt;", '"': "&quot;", "'": "&apos;" }[character];
      const must = character === "<" || character === "&" || character === quote || code < 32 || code > highest;
      if (!must && (plain || random.below(5) > 0)) result += character;
      else if (named && random.below(2) === 0) result += named;
      else result += random.below(2) ? `&#${code};` : `&#x${code.toString(16)};`;
    }
    return result;
  }
  function pairs(values: Record<string, string>): string {
    const names = plain ? Object.keys(values) : random.shuffled(Object.keys(values));
    return names.map((name) => {
      const quote = plain ? '"' : random.pick(['"', "'"]);
      return `${space()}${name}${maybe()}=${maybe()}${quote}${encoded(values[name]!, quote)}${quote}`;
    }).join("");
  }
  function element(name: string, tagEnd: string, inner: string): string {
    const open = `<${prefix}${name}${tagEnd}${maybe()}`;
    if (inner === "" && (plain || random.below(2) === 0)) return `${between()}${open}/>`;
    return `${between()}${open}>${inner}${between()}</${prefix}${name}${maybe()}>`;
  }
  function attribute(type: Type, key: string, value: XesValue, inner: string): string {
    const extra: Record<string, string> = !plain && random.below(8) === 0 ? { other: ">'\"" } : {};
    return element(type, pairs({ key, value: valueText(random, type, value), ...extra }), inner);
  }
  return { between, pairs, element, attribute };
}

function valueText(random: Random, type: Type, value: XesValue): string {
  if (!(value instanceof Date)) {
    return type === "float" && Number.isInteger(value) && Math.abs(value as number) < 1e6
      ? `${value}.0`
      : String(value);
  }
  const minutes = random.pick([0, 0, 60, 120, -300, 330, -90]);
  const local = new Date(value.getTime() + minutes * 60000).toISOString();
  const hhmm = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60].map((n) => String(n).padStart(2, "0")).join(
    ":",
  );
  const zone = minutes === 0 ? random.pick(["Z", "+00:00"]) : `${minutes < 0 ? "-" : "+"}${hhmm}`;
  const short = local.endsWith(".000Z") && random.below(2) === 0 ? local.slice(0, 19) : local.slice(0, 23);
  return short + zone;
}

/** What was read, as a generated document's truth has it. */
export function rowsOf(table: Table): XesRow[] {
  return Array.from({ length: table.rows }, (_, row) => {
    const values: XesRow = {};
    for (const column of table.columns) {
      const value = valueAt(column, row);
      if (value !== null) values[column.name] = value;
    }
    return values;
  });
}

export function truthOf(log: XesTable): XesTruth {
  const values = rowsOf(log.events);
  return {
    traces: rowsOf(log.traces.table),
    events: values.map((row, i) => ({ trace: log.traces.of[i]!, values: row })),
  };
}

/** Everything that reading gives, comparable. */
export function everything(log: XesTable) {
  const columns = (table: Table) =>
    table.columns.map((column) => ({
      ...column,
      ...(column.kind === "text" ? { codes: Array.from(column.codes) } : { values: Array.from(column.values) }),
    }));
  return {
    events: columns(log.events),
    traces: columns(log.traces.table),
    of: Array.from(log.traces.of),
    lines: Array.from({ length: log.events.rows }, (_, row) => log.lineOf(row)),
    findings: log.report.findings,
    classifiers: [...log.classifiers],
    globals: log.globals,
    extensions: log.extensions,
  };
}
