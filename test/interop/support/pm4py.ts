/** PM4Py, as a program of its own. */
import { spawn, spawnSync } from "node:child_process";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { python } from "./jupyter.ts";

/** Where `CI` is set, a tool that is missing is a failure, not a reason to skip. */
export const lacksPm4py = !(python && hasPm4py(python)) && !process.env["CI"];

export interface AlignedModel {
  readonly labels: readonly string[];
  /** By trace. */
  readonly costs: readonly number[];
  readonly fitness: readonly number[];
}

export interface Question {
  /** Not empty: PM4Py knows no trace without events. */
  readonly traces: readonly (readonly string[])[];
  readonly models: readonly string[];
  readonly tree: string;
}

export interface Answer {
  /** What PM4Py reads from the tree's file, in its notation. */
  readonly tree: string;
  /** By model. */
  readonly models: readonly AlignedModel[];
}

/** Reads models and aligns traces with them, in one run: to start takes PM4Py seconds. */
export function askPm4py(questions: readonly Question[]): Promise<Answer[]> {
  return ask("pm4py_models.py", questions);
}

/** Variants with how many cases follow each, and the noise thresholds that trees are wanted for. */
export interface TreeQuestion {
  readonly variants: readonly (readonly [readonly string[], number])[];
  readonly noise: readonly number[];
}

/** Trees of the inductive miner, in PM4Py's notation, one for each threshold. */
export function pm4pyTrees(questions: readonly TreeQuestion[]): Promise<string[][]> {
  return ask("pm4py_trees.py", questions);
}

async function ask<Answers>(script: string, questions: readonly unknown[]): Promise<Answers> {
  if (!python) throw new Error("Expected TRACEBOOK_PYTHON to name a Python with PM4Py but found none.");
  const child = spawn(python, [fileURLToPath(new URL(script, import.meta.url))]);
  const texts = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"] as const) {
    child[stream].setEncoding("utf8").on("data", (text: string) => texts[stream] += text);
  }
  child.stdin.end(JSON.stringify(questions));
  const code = await new Promise((resolve, reject) => child.on("error", reject).on("close", resolve));
  if (code !== 0) throw new Error(`PM4Py ended with ${code}:\n${texts.stderr}`);
  // It greets before it answers.
  return JSON.parse(texts.stdout.slice(texts.stdout.lastIndexOf("\n[") + 1)) as Answers;
}

function hasPm4py(path: string): boolean {
  const find = "import importlib.util as i, sys; sys.exit(0 if i.find_spec('pm4py') else 1)";
  return spawnSync(path, ["-c", find], { stdio: "ignore" }).status === 0;
}
