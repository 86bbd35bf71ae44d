/** Reading models that were written as JSON. */
import { InputError } from "../base/errors.ts";
import { checkJsonDepth } from "../io/json_depth.ts";

/** @throws InputError if it is no JSON, or no object. */
export function parsedObject(what: string, json: unknown): Record<string, unknown> {
  let value = json;
  if (typeof json === "string") {
    checkJsonDepth(json, what);
    try {
      value = JSON.parse(json);
    } catch (error) {
      throw new InputError(`Expected ${what} as JSON but found text that is none: ${(error as Error).message}`);
    }
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new InputError(`Expected ${what} to be a JSON object but found ${shown(value)}.`);
}

export function shown(value: unknown): string {
  const text = value === undefined ? "nothing" : JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
