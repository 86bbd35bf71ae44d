/** Values of parameters as JavaScript, and text that is read as a value of the parameter's type. */
import { elementOf, literalText, membersOf } from "./parameter_types.ts";

/** The JavaScript of a value, if it is of the type or can be read as such. */
export function readValue(value: unknown, type: string): { code: string } | undefined {
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

export function parsed(text: string): unknown {
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

export function shown(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}
