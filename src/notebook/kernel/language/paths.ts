/** Files in string literals: `readLog("da` goes on to `data/`. */
import type { Node } from "typescript";
import { resolve } from "node:path";
import { typescript } from "../code/parser.ts";
import type { CompletionItem } from "./completion.ts";
import { positionAt } from "./text.ts";

/** A string literal with the cursor in it. */
export interface StringPlace {
  /** Of the text between the quotes: offsets into the code. */
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  /** `from "…"` and `import("…")`. */
  readonly isSpecifier: boolean;
  /** Whether it can hardly be anything but a path: it looks like one, or goes to a function that reads or writes. */
  readonly isPath: boolean;
}

/** Undefined where the cursor is in no string. */
export async function stringAt(code: string, cursor: number): Promise<StringPlace | undefined> {
  if (!/["'`]/.test(code.slice(0, cursor))) return undefined;
  const ts = await typescript();
  const file = ts.createSourceFile("cell.ts", code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  const find = (node: Node): Node | undefined => {
    if (cursor <= node.getFullStart() || cursor > node.end) return undefined;
    return ts.forEachChild(node, find) ?? (ts.isStringLiteralLike(node) ? node : undefined);
  };
  const literal = find(file);
  if (!literal) return undefined;
  const start = literal.getStart(file) + 1;
  const quote = code[start - 1]!;
  const isClosed = literal.end > start && code[literal.end - 1] === quote && code[literal.end - 2] !== "\\";
  const end = isClosed ? literal.end - 1 : cursor;
  if (cursor < start || cursor > end) return undefined;
  const { parent } = literal;
  const called = ts.isCallExpression(parent) ? parent.expression : undefined;
  const name = called && (ts.isPropertyAccessExpression(called) ? called.name.text : called.getText(file));
  return {
    start,
    end,
    quote,
    isSpecifier: ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent) || name === "import",
    isPath: /^(?:\.{0,2}\/|[^/]+\/)/.test(code.slice(start, cursor)) || /^(?:read|write|open)/.test(name ?? ""),
  };
}

/** The files and folders that go on with what is typed, counted from `folder`; hidden ones if a dot is typed. */
export async function completePath(
  folder: string,
  code: string,
  cursor: number,
  { start, end, quote }: StringPlace,
): Promise<CompletionItem[]> {
  const typed = code.slice(start, cursor);
  const segment = start + typed.lastIndexOf("/") + 1;
  const prefix = plain(code.slice(segment, cursor));
  const slash = code.slice(cursor, end).indexOf("/");
  const range = { start: positionAt(code, segment), end: positionAt(code, slash < 0 ? end : cursor + slash) };
  const items: CompletionItem[] = [];
  const base = resolve(folder, plain(code.slice(start, segment)));
  try {
    for await (const entry of Deno.readDir(base)) {
      if (entry.name.startsWith(".") && !prefix.startsWith(".")) continue;
      const isFolder = entry.isDirectory ||
        entry.isSymlink && await Deno.stat(resolve(base, entry.name)).then((info) => info.isDirectory, () => false);
      const text = quoted(entry.name, quote) + (isFolder && slash < 0 ? "/" : "");
      items.push({ label: text, kind: isFolder ? 19 : 17, textEdit: { newText: text, range } });
    }
  } catch {
    // No such folder, or none that may be read: nothing to offer.
  }
  return items;
}

function plain(text: string): string {
  return text.replace(/\\(.)/g, "$1");
}

function quoted(name: string, quote: string): string {
  return name.replace(quote === "`" ? /[\\`]|\$(?=\{)/g : quote === "'" ? /[\\']/g : /[\\"]/g, "\\$&");
}
