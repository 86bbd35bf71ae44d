/** What the type checker says about a cell, as it says it of a whole notebook before a run. */
import { excerptOf } from "../code/syntax.ts";
import { withNameHint } from "../code/name_hints.ts";
import { withoutInstallHint } from "../../project/import_hints.ts";
import { importLine, readCell } from "./cells.ts";
import type { LanguageServer } from "./server.ts";
import type { NotebookDocument, SeenText } from "./notebook_document.ts";
import { offsetAt, positionAt, type Range } from "./text.ts";

/** What is wrong at a place of a cell. */
export interface TypeProblem {
  /** Within the cell, 1-based. */
  readonly line: number;
  readonly column: number;
  /** `TS2322`, or `ImportError`. */
  readonly kind: string;
  readonly message: string;
  /** The line with a caret below it. */
  readonly excerpt: string;
}

interface Diagnostic {
  readonly range: Range;
  readonly severity?: number;
  readonly code?: number | string;
  readonly source?: string;
  readonly message: string;
}

/** Shows the server the cell after all others, and asks what is wrong in it. */
export async function problemsOf(
  server: LanguageServer,
  document: NotebookDocument,
  code: string,
): Promise<TypeProblem[]> {
  const seen = await document.show(server, code, 0);
  const report = await server.request<{ items?: Diagnostic[] }>("textDocument/diagnostic", {
    textDocument: { uri: document.uri },
  });
  const problems: TypeProblem[] = [];
  const places = await importPlaces(code);
  for (const { range, severity = 1, code: number, message } of report?.items ?? []) {
    const kind = typeof number === "number" ? number === 2307 ? "ImportError" : `TS${number}` : "ImportError";
    if (severity !== 1 || IGNORED.has(kind)) continue;
    const at = offsetIn(seen, range, code, places);
    if (at === undefined) continue;
    const { line, character } = positionAt(code, at);
    problems.push({
      line: line + 1,
      column: character + 1,
      kind,
      message: await withNameHint(kind, withoutInstallHint(message), code, line + 1),
      excerpt: excerptOf(code, line + 1, character + 1),
    });
  }
  return problems.sort((a, b) => a.line - b.line || a.column - b.column);
}

/** Where in the cell the range begins; undefined if it lies in another cell. */
function offsetIn(
  { text, start }: SeenText,
  range: Range,
  code: string,
  places: ReadonlyMap<string, number>,
): number | undefined {
  const from = offsetAt(text, range.start);
  if (from >= start) return from - start <= code.length ? from - start : undefined;
  // Imports stand above all cells, a line each: the name tells whether it is one of this cell's.
  const line = text.slice(text.lastIndexOf("\n", from - 1) + 1, text.indexOf("\n", from));
  return /^import /.test(line) ? places.get(line) : undefined;
}

/** The lines as which the server sees the imports of a cell, and where they begin in the cell. */
async function importPlaces(code: string): Promise<Map<string, number>> {
  const { imports } = await readCell(code);
  const places = new Map<string, number>();
  for (const binding of imports) {
    const { name, imported, specifier } = binding;
    const word = imported === "default" || imported === "*" ? name : imported;
    const statement = code.indexOf(specifier);
    const found = new RegExp(`\\b${RegExp.escape(word)}\\b`).exec(code);
    places.set(
      importLine(binding, name).trimEnd(),
      found && found.index < statement ? found.index : Math.max(0, statement),
    );
  }
  return places;
}

/** Names that nothing uses, and names declared twice: a notebook may well have both. */
const IGNORED = new Set(
  "TS6133 TS6192 TS6196 TS6198 TS6199 TS6205 TS7028 TS2300 TS2393 TS2395 TS2440 TS2451 TS2567".split(" "),
);
