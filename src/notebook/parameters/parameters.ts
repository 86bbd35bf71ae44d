/**
 * Typed parameters of a notebook, by papermill's convention.
 *
 * The cell tagged `parameters` holds `let name: Type = default; // help`. Values given go into a cell tagged
 * `injected-parameters` right after it, as plain assignments, so that the types stay those of the declarations.
 */
import { InputError } from "../../base/errors.ts";
import { nearestNames } from "../../base/nearest_names.ts";
import { type Cell, type Notebook, tagsOf } from "../notebook.ts";

export interface Parameter {
  readonly name: string;
  /** As written, or inferred from the default. */
  readonly type: string;
  /** Source text of the default; undefined where the parameter has to be given. */
  readonly default: string | undefined;
  readonly help: string;
}

/** The parameters that a notebook declares; none where it has no cell tagged `parameters`. */
export function parametersOf(notebook: Notebook): Parameter[] {
  const cell = notebook.cells.find((cell) => isTagged(cell, "parameters"));
  if (!cell) return [];
  return declarations(cell.source).flatMap(({ text, help }) => {
    const match = /^(?:let|var)\s+([\p{L}_$][\p{L}\p{N}_$]*)\s*(?::\s*([^=]+?))?\s*(?:=\s*([\s\S]+))?$/u.exec(text);
    if (!match) return [];
    const [, name, written, value] = match;
    const type = (written ?? typeOfLiteral(value ?? "undefined")).replace(/\s+/g, " ").trim();
    const optional = membersOf(type).includes("undefined");
    return [{
      name: name!,
      type,
      default: value?.trim().replace(/\s*\n\s*/g, " ") ?? (optional ? "undefined" : undefined),
      help,
    }];
  });
}

/**
 * A copy of the notebook with the values given injected.
 *
 * Values are of the parameter's type, or text that is read as that type: `true`, `3.5`, `a,b` or `["a","b"]` for lists,
 * nothing for `undefined`.
 *
 * @throws InputError on an unknown name, a value of the wrong type, or a parameter that has to be given and is not; it
 * lists the parameters there are.
 */
export function injectParameters(
  notebook: Notebook,
  values: Readonly<Record<string, unknown>>,
  name: string,
): Notebook {
  const cells = notebook.cells.filter((cell) => !isTagged(cell, "injected-parameters"));
  const parameters = parametersOf(notebook);
  const known = new Map(parameters.map((parameter) => [parameter.name, parameter]));
  const problems: string[] = [];
  const assignments: string[] = [];
  for (const [key, value] of Object.entries(values)) {
    const parameter = known.get(key);
    if (!parameter) {
      const near = nearestNames(key, parameters.map((parameter) => parameter.name))[0];
      problems.push(`${name}: no parameter is called "${key}".${near ? ` Did you mean "${near}"?` : ""}`);
      continue;
    }
    const read = readValue(value, parameter.type);
    if (read) assignments.push(`${key} = ${read.code};`);
    else problems.push(`${name}, parameter "${key}": expected ${parameter.type} but found ${shown(value)}.`);
  }
  for (const parameter of parameters) {
    if (parameter.default === undefined && !(parameter.name in values)) {
      problems.push(
        `${name}, parameter "${parameter.name}": expected a value of type ${parameter.type} but found none.`,
      );
    }
  }
  if (problems.length > 0) throw new InputError(`${problems.join("\n")}\n${describeParameters(parameters)}`);
  if (assignments.length === 0) return { ...notebook, cells };
  const at = cells.findIndex((cell) => isTagged(cell, "parameters")) + 1;
  const injected: Cell = {
    id: "injected-parameters",
    cell_type: "code",
    metadata: { tags: ["injected-parameters"] },
    source: ["// Parameters", ...assignments].join("\n"),
    execution_count: null,
    outputs: [],
  };
  return { ...notebook, cells: [...cells.slice(0, at), injected, ...cells.slice(at)] };
}

/**
 * Whether `injectParameters` alone can tell if a value fits every parameter: their types are built of text, numbers,
 * truth values, literals and lists of them.
 */
export function hasPlainTypes(parameters: readonly Parameter[]): boolean {
  const isPlain = (type: string): boolean =>
    membersOf(type).every((member) => {
      const element = elementOf(member);
      return element ? isPlain(element) : PLAIN_TYPES.has(member) || /^-?\d|^(["']).*\1$/.test(member);
    });
  return parameters.every(({ type }) => isPlain(type));
}

const PLAIN_TYPES = new Set(["string", "number", "boolean", "true", "false", "null", "undefined"]);

/** Values that are text, given or by default: parameters that name a file are among them. */
export function textValues(parameters: readonly Parameter[], values: Readonly<Record<string, unknown>>): string[] {
  return parameters.flatMap(({ name, default: text }) => {
    const value = name in values ? values[name] : parsed((text ?? "").replace(/^'(.*)'$/, '"$1"'));
    return (Array.isArray(value) ? value : [value]).filter((item): item is string => typeof item === "string");
  });
}

/** The parameters with types, defaults and help, a line each. */
export function describeParameters(parameters: readonly Parameter[]): string {
  if (parameters.length === 0) return "The notebook has no parameters: no cell of it is tagged `parameters`.";
  const left = parameters.map(({ name, type, default: value }) =>
    `${name}: ${type}${value === undefined ? "" : ` = ${value}`}`
  );
  const width = Math.min(60, Math.max(...left.map((text) => text.length)));
  const rows = parameters.map(({ help }, i) => `  ${left[i]!.padEnd(help ? width : 0)}${help ? `  ${help}` : ""}`);
  return ["Parameters of the notebook:", ...rows].join("\n");
}

function isTagged(cell: Cell, tag: string): boolean {
  return cell.cell_type === "code" && tagsOf(cell).includes(tag);
}

/** The JavaScript of a value, if it is of the type or can be read as such. */
function readValue(value: unknown, type: string): { code: string } | undefined {
  const members = membersOf(type);
  if (typeof value === "string") {
    for (const member of members) {
      const code = readText(value, member);
      if (code !== undefined) return { code };
    }
    return members.includes("string") ? { code: JSON.stringify(value) } : undefined;
  }
  return members.some((member) => fits(value, member)) ? { code: JSON.stringify(value) ?? "undefined" } : undefined;
}

/** Text as a value of one type; plain strings are left to the caller, because any text would fit. */
function readText(text: string, member: string): string | undefined {
  const literal = literalText(member);
  if (literal !== undefined) return text === literal ? JSON.stringify(text) : undefined;
  const element = elementOf(member);
  if (element) {
    const items = text.trim().startsWith("[") ? parsedList(text) : text === "" ? [] : text.split(",");
    const codes = items?.map((item) => readValue(typeof item === "string" ? item.trim() : item, element)?.code);
    return codes?.every((code) => code !== undefined) ? `[${codes.join(", ")}]` : undefined;
  }
  switch (member) {
    case "undefined":
      return text === "" || text === "undefined" ? "undefined" : undefined;
    case "null":
    case "true":
    case "false":
      return text === member ? text : undefined;
    case "boolean":
      return text === "true" || text === "false" ? text : undefined;
    case "number":
      return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text.trim()) ? String(Number(text)) : undefined;
    case "string":
      return undefined;
    default:
      if (/^-?\d/.test(member)) return Number(text) === Number(member) ? member : undefined;
      // A type of the notebook's own: the type checker judges it.
      return parsed(text) === undefined ? undefined : JSON.stringify(parsed(text));
  }
}

function fits(value: unknown, member: string): boolean {
  const element = elementOf(member);
  if (element) return Array.isArray(value) && value.every((item) => membersOf(element).some((m) => fits(item, m)));
  const literal = literalText(member);
  if (literal !== undefined) return value === literal;
  switch (member) {
    case "undefined":
      return value === undefined;
    case "null":
      return value === null;
    case "number":
      return typeof value === "number" && Number.isFinite(value);
    case "string":
      return typeof value === "string";
    case "boolean":
      return typeof value === "boolean";
    case "true":
    case "false":
      return String(value) === member && typeof value === "boolean";
    default:
      return /^-?\d/.test(member) ? value === Number(member) : typeof value === "object";
  }
}

/** The members of a union, most of which stand alone. */
function membersOf(type: string): string[] {
  const members: string[] = [];
  let depth = 0;
  let quote = "";
  let member = "";
  for (const c of type) {
    if (quote) quote = c === quote ? "" : quote;
    else if (c === '"' || c === "'") quote = c;
    else if ("([{<".includes(c)) depth++;
    else if (")]}>".includes(c)) depth--;
    if (c === "|" && depth === 0 && !quote) {
      members.push(member.trim());
      member = "";
    } else {
      member += c;
    }
  }
  return [...members, member.trim()].filter((text) => text !== "");
}

/** `string` of `string[]`, `readonly string[]`, `Array<string>` or `("a" | "b")[]`. */
function elementOf(member: string): string | undefined {
  const bare = member.replace(/^readonly\s+/, "");
  const match = /^(?:Readonly)?Array<(.+)>$/.exec(bare) ?? /^\((.+)\)\[\]$/.exec(bare) ?? /^(\w+)\[\]$/.exec(bare);
  return match?.[1];
}

function literalText(member: string): string | undefined {
  return /^(["'])(.*)\1$/.exec(member)?.[2];
}

function typeOfLiteral(value: string): string {
  if (/^["'`]/.test(value)) return "string";
  if (/^[+-]?[\d.]/.test(value)) return "number";
  if (/^(true|false)$/.test(value)) return "boolean";
  if (/^\[\s*["'`]/.test(value)) return "string[]";
  if (/^\[\s*[+-]?[\d.]/.test(value)) return "number[]";
  return "unknown";
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function parsedList(text: string): unknown[] | undefined {
  const list = parsed(text);
  return Array.isArray(list) ? list : undefined;
}

function shown(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}

interface Declaration {
  readonly text: string;
  /** The comment on the same line, else the comment lines right above. */
  readonly help: string;
}

/** Statements of a cell without their comments. */
function declarations(source: string): Declaration[] {
  const found: { text: string; help: string; endLine: number }[] = [];
  let text = "";
  let depth = 0;
  let line = 0;
  let above: string[] = [];
  const end = () => {
    if (text.trim() !== "") found.push({ text: text.trim(), help: above.join(" "), endLine: line });
    if (text.trim() !== "") above = [];
    text = "";
  };
  const comment = (words: string) => {
    const help = words.replace(/^[\s*]+|[\s*]+$/g, "");
    const last = found.at(-1);
    if (text.trim() !== "") end();
    const same = found.at(-1);
    if (same && same.endLine === line && (same !== last || last.endLine === line)) same.help = help;
    else above.push(help);
  };
  for (let i = 0; i < source.length; i++) {
    const c = source[i]!;
    if (c === '"' || c === "'" || c === "`") {
      let close = i + 1;
      while (close < source.length && source[close] !== c) close += source[close] === "\\" ? 2 : 1;
      text += source.slice(i, close + 1);
      i = close;
    } else if (c === "/" && source[i + 1] === "/") {
      const close = source.indexOf("\n", i) < 0 ? source.length : source.indexOf("\n", i);
      if (depth === 0) comment(source.slice(i + 2, close));
      i = close - 1;
    } else if (c === "/" && source[i + 1] === "*") {
      const close = source.indexOf("*/", i + 2) < 0 ? source.length : source.indexOf("*/", i + 2);
      if (depth === 0) comment(source.slice(i + 2, close).replace(/\n\s*\*?\s*/g, " "));
      line += source.slice(i, close).split("\n").length - 1;
      i = close + 1;
    } else if (c === ";" && depth === 0) {
      end();
    } else {
      if ("([{".includes(c)) depth++;
      if (")]}".includes(c)) depth--;
      if (c === "\n") {
        const unfinished = depth > 0 || /[=|:,]\s*$/.test(text) || /^\s*\|/.test(source.slice(i + 1));
        if (!unfinished) {
          if (text.trim() === "" && source.slice(i + 1).startsWith("\n")) above = [];
          end();
        }
        line++;
      }
      text += c;
    }
  }
  end();
  return found;
}
