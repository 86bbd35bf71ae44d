/** What the language server proposes, as Jupyter's front ends take it. */
import { HIDDEN } from "./cells.ts";
import type { Completion } from "./language_service.ts";
import { type Position, type Range, toCodePoints, wordAt } from "./text.ts";

export interface CompletionItem {
  readonly label: string;
  readonly kind?: number;
  readonly sortText?: string;
  readonly filterText?: string;
  readonly insertText?: string;
  readonly textEdit?: { newText: string; range?: Range; insert?: Range };
}

/**
 * The items that fit what is typed, those that keep its case first.
 *
 * Jupyter has one range for all matches: an item that replaces less is extended by the text between.
 *
 * @param offsetOf offset into `code` of a position that the server names.
 */
export function completionOf(
  items: readonly CompletionItem[],
  code: string,
  cursor: number,
  offsetOf: (position: Position) => number,
): Completion {
  const word = wordAt(code, cursor);
  const fitting = items.flatMap((item) => {
    const range = item.textEdit?.insert ?? item.textEdit?.range;
    const start = range ? offsetOf(range.start) : word.start;
    const end = range ? Math.max(cursor, offsetOf(range.end)) : cursor;
    const insert = item.textEdit?.newText ?? item.insertText ?? item.label;
    const typed = code.slice(start, cursor);
    // `maybe.` wants `maybe?.name`
    const key = (item.filterText ?? insert).replace(/^\?(?=\.)/, "");
    if (insert.startsWith(HIDDEN) || !key.toLowerCase().startsWith(typed.toLowerCase())) return [];
    return [{
      start,
      end,
      insert,
      order: (key.startsWith(typed) ? "0" : "1") + (item.sortText ?? ""),
      kind: item.kind,
    }];
  });
  const start = Math.min(cursor, ...fitting.map((item) => item.start));
  const end = Math.max(cursor, ...fitting.map((item) => item.end));
  const kinds = new Map<string, string>();
  const ordered = fitting
    .map((item) => ({ ...item, text: code.slice(start, item.start) + item.insert + code.slice(item.end, end) }))
    .sort((a, b) => compare(a.order, b.order) || compare(a.text, b.text));
  for (const { text, kind } of ordered) if (!kinds.has(text)) kinds.set(text, KINDS[kind ?? 0] ?? "instance");
  const [cursorStart, cursorEnd] = [toCodePoints(code, start), toCodePoints(code, end)];
  return {
    matches: [...kinds.keys()],
    cursorStart,
    cursorEnd,
    metadata: {
      _jupyter_types_experimental: [...kinds].map(([text, type]) => ({
        text,
        type,
        start: cursorStart,
        end: cursorEnd,
      })),
    },
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** `CompletionItemKind` of the language server in the words of Jupyter's front ends. */
const KINDS: Record<number, string> = {
  2: "function",
  3: "function",
  4: "function",
  5: "property",
  6: "instance",
  7: "class",
  8: "class",
  9: "module",
  10: "property",
  13: "class",
  14: "keyword",
  17: "path",
  19: "path",
  20: "property",
  21: "instance",
  25: "class",
};
