/** Real logs beside the repository: a clone that has none skips what needs them, the project's own runs do not. */
import { existsSync } from "node:fs";
import process from "node:process";

const folder = new URL("../../../shared/", import.meta.url).pathname;

/** Nobody can see these logs here; where `CI` is set that is a failure, not a reason to skip. */
export const lacksSharedLogs = !existsSync(folder) && !process.env["CI"];

export function sharedLog(path: string): string {
  return `${folder}logs/${path}`;
}
