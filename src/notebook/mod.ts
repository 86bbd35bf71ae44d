/**
 * What importing Tracebook begins in a notebook.
 *
 * @module
 */
import { prewarmDatabase } from "../db/open.ts";
import { showWorkInNotebook } from "./progress.ts";

// In a notebook, DuckDB's compilation goes on while the first cells run.
if (isNotebook()) {
  prewarmDatabase();
  showWorkInNotebook();
}

function isNotebook(): boolean {
  try {
    return typeof Deno !== "undefined" && Deno.jupyter !== undefined;
  } catch {
    return false;
  }
}
