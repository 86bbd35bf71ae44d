/** Checks of views' options. */
import { InputError } from "../../base/errors.ts";

/** The value, or an error that says which option of which view is wrong. */
export function wholeNumber(option: string, value: number, least: number, most = Number.MAX_SAFE_INTEGER): number {
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  const range = most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `from ${least} to ${most}`;
  throw new InputError(`Expected ${option} to be a whole number ${range} but found ${show(value)}.`);
}

export function oneOf<T extends string>(option: string, value: T, allowed: readonly T[]): T {
  if (allowed.includes(value)) return value;
  throw new InputError(`Expected ${option} to be ${allowed.map(show).join(" or ")} but found ${show(value)}.`);
}

function show(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}
