/** What another tool computed on the real logs beside the repository. */
import { readFile } from "node:fs/promises";
import { sharedLog } from "./shared.ts";

export async function reference<T>(log: string, question: string): Promise<T> {
  return JSON.parse(await readFile(sharedLog(`../reference/${log}/${question}.json`), "utf8")) as T;
}

/** Files of each log with a reference. */
export const REFERENCE_FILES = {
  "running-example": ["running-example.csv", "running-example.xes"],
  receipt: ["receipt.csv", "receipt.parquet"],
};
