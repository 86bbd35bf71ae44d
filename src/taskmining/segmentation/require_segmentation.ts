import { InputError } from "../../base/errors.ts";

/** @throws InputError unless the value is what `segmentTasks` returns; the error says what to write. */
export function requireSegmentation(value: unknown): void {
  const isObject = typeof value === "object" && value !== null;
  if (isObject && "owner" in value && "tasks" in value) return;
  const found = !isObject
    ? value === undefined || value === null ? `nothing (${value})` : `a ${typeof value}`
    : "sessions" in value && "actions" in value
    ? "an interaction log: segmentTasks(log) finds its tasks"
    : "caseIds" in value
    ? "an event log: tasks are found in interaction logs, which readInteractions reads"
    : "then" in value
    ? "a promise: write await before it"
    : Array.isArray(value)
    ? "a list"
    : "another object";
  throw new InputError(`Expected a segmentation but found ${found}.\nGive what segmentTasks(log) returned.`);
}
