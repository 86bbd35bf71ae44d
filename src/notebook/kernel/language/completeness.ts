/** Whether a cell can run as it is, wants more lines, or cannot become right by adding any. */
import { stripTypeScriptTypes } from "node:module";

export interface Completeness {
  readonly status: "complete" | "incomplete" | "invalid" | "unknown";
  /** What the next line of an incomplete cell begins with. */
  readonly indent: string;
}

/** Parses with the parser of the kernel; the code does not run. */
export function completenessOf(code: string): Completeness {
  const complete: Completeness = { status: "complete", indent: "" };
  const error = syntaxErrorOf(code);
  if (error === undefined) {
    // The parser forgives a comment without an end: whatever is added then changes nothing.
    return syntaxErrorOf(code + "\n)") === undefined ? { status: "incomplete", indent: indentAfter(code) } : complete;
  }
  // The kernel reads braces as an object where they are no block.
  if (code.trimStart().startsWith("{") && syntaxErrorOf(`(${code.trim()})`) === undefined) return complete;
  return wantsMore(error, code)
    ? { status: "incomplete", indent: indentAfter(code) }
    : { status: "invalid", indent: "" };
}

/** Message of the first syntax error. */
export function syntaxErrorOf(code: string): string | undefined {
  try {
    stripTypeScriptTypes(code, { mode: "transform" });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** An error at the end of the code, or about the end, goes away with the right words after it. */
function wantsMore(error: string, code: string): boolean {
  if (/<eof>/.test(error.split("\n", 1)[0]!.replace("'}' or <eof>", ""))) return true;
  if (/Unterminated template/.test(error)) return true;
  const at = /:(\d+):(\d+)\s*$/.exec(error);
  if (!at) return false;
  const lines = code.split("\n");
  const line = [...lines[Number(at[1]) - 1] ?? ""].slice(Number(at[2]) - 1).join("");
  const rest = [line, ...lines.slice(Number(at[1]))].join("\n");
  return rest.replace(/\/\/[^\n]*|\/\*[\s\S]*?\*\//g, "").trim() === "";
}

/** As deep as the last line, and deeper after an opening bracket. */
function indentAfter(code: string): string {
  const last = code.trimEnd().split("\n").at(-1) ?? "";
  const indent = /^[ \t]*/.exec(last)![0];
  return /[([{]\s*(?:\/\/.*)?$/.test(last) || /=>\s*$/.test(last) ? indent + "  " : indent;
}
