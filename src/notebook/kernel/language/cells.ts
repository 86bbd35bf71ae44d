/**
 * The cells of a notebook as one module that TypeScript can read.
 *
 * Cells follow one another in a block. A cell that declares a name again, and the one that is being written, open a
 * block inside it: so they see the names of earlier cells, and the new name hides the older one. Imports, which blocks
 * cannot hold, stand above all of them.
 */
import { importsOf } from "../code/imports.ts";
import { namesIn } from "./names.ts";

export interface Cell {
  readonly source: string;
  /** The source with its static imports blanked: every place stays where it was. */
  readonly body: string;
  readonly imports: readonly Binding[];
  /** Names that the cell declares for later ones. */
  readonly declares: ReadonlySet<string>;
  /** Names that it may take from earlier cells. */
  readonly uses: ReadonlySet<string>;
}

/** A name that a cell imports. */
export interface Binding {
  readonly name: string;
  /** `default`, `*`, or the name in the other module. */
  readonly imported: string;
  readonly isType: boolean;
  readonly specifier: string;
  /** `with { type: "json" }`, or nothing. */
  readonly attributes: string;
}

export async function readCell(source: string): Promise<Cell> {
  const imports: Binding[] = [];
  let body = source;
  for (const { start, end } of await staticImports(source)) {
    imports.push(...bindingsOf(source.slice(start, end)));
    body = body.slice(0, start) + body.slice(start, end).replace(/[^\r\n]/g, " ") + body.slice(end);
  }
  body = body
    // A block exports nothing, and a `var` in it would give way to the `let` of an earlier cell.
    .replace(
      /^([ \t]*)export(?=\s+(?:async|const|let|var|function|class|interface|type|enum|abstract)\b)/gm,
      "$1      ",
    )
    .replace(/^var(?=\s)/gm, "let");
  return { source, body, imports, ...await namesIn(body) };
}

/** The module in which `cell` comes last, and where in it the cell's first character is. */
export function moduleOf(earlier: readonly Cell[], cell: Cell, cursor: number): { text: string; start: number } {
  if (isInImport(cell, cursor)) return { text: cell.source, start: 0 };
  const imported = new Map<string, { binding: Binding; alias: string }>();
  const declared = new Set<string>();
  let inBlock = new Set<string>();
  let blocks = "{\n";
  let depth = 1;
  for (const [i, { imports, declares, body }] of [...earlier, cell].entries()) {
    const isLast = i === earlier.length;
    const own = new Set([...declares, ...imports.map(({ name }) => name).filter((name) => declared.has(name))]);
    if (isLast || [...own].some((name) => inBlock.has(name))) {
      blocks += "{\n";
      depth++;
      inBlock = new Set();
    }
    for (const binding of imports) {
      const hidden = declared.has(binding.name);
      const alias = hidden ? `${HIDDEN}${i}_${binding.name}` : binding.name;
      imported.set(alias, { binding, alias });
      // Above the blocks it would be hidden by the older declaration.
      if (hidden) blocks += `${binding.isType ? "type" : "const"} ${binding.name} = ${alias};\n`;
    }
    for (const name of own) inBlock.add(name);
    for (const name of declares) declared.add(name);
    blocks += isLast ? "" : `${body}\n;\n`;
  }
  const head = [...imported.values()].map(({ binding, alias }) => importLine(binding, alias)).join("") + blocks;
  return { text: `${head}${cell.body}\n${"}".repeat(depth)}\nexport {};\n`, start: head.length };
}

/** Names that begin so are ours, not the notebook's. */
export const HIDDEN = "__imported_";

/**
 * The cells without those that later ones have made useless: every name of theirs is hidden by a newer one, and nothing
 * that is kept uses the older.
 */
export function keepUseful(cells: readonly Cell[]): Cell[] {
  const hidden = new Set<string>();
  /** Names that newer cells take from older ones. */
  const wanted = new Set<string>();
  const useful: Cell[] = [];
  for (const cell of cells.toReversed()) {
    const own = new Set([...cell.declares, ...cell.imports.map(({ name }) => name)]);
    if (![...own].some((name) => !hidden.has(name) || wanted.has(name))) continue;
    useful.push(cell);
    for (const name of own) {
      hidden.add(name);
      wanted.delete(name);
    }
    for (const name of cell.uses) if (!own.has(name)) wanted.add(name);
  }
  return useful.reverse();
}

/** The line as which a name is imported. */
export function importLine({ imported, isType, specifier, attributes }: Binding, name: string): string {
  const clause = imported === "*" ? `* as ${name}` : `{ ${imported} as ${name} }`;
  return `import ${isType ? "type " : ""}${clause} from ${specifier}${attributes};\n`;
}

async function staticImports(source: string): Promise<{ start: number; end: number }[]> {
  const found = (await importsOf(source)).filter(({ kind }) => kind === "static");
  if (found.length > 0) return found;
  // The lexer gives up on half-written code, which is what people complete.
  return [...source.matchAll(IMPORT)].map(({ index, 0: text }) => ({ start: index, end: index + text.length }));
}

const STRING = String.raw`(?:"[^"\n]*"|'[^'\n]*')`;
const ATTRIBUTES = String.raw`(?:\s*with\s*\{[^}]*\})?`;
const IMPORT = new RegExp(String.raw`^[ \t]*import\s*(?:[^"'();]*?\bfrom\s*)?${STRING}${ATTRIBUTES}`, "gm");

function bindingsOf(statement: string): Binding[] {
  const plain = statement.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*(?=\n)/g, " ");
  const parts = new RegExp(
    String.raw`^\s*import\s+(?:(type)\s+(?!from\b|,))?([\s\S]*?)\s*from\s*(${STRING})(${ATTRIBUTES})`,
  )
    .exec(plain);
  if (!parts) return [];
  const [, type, clause, specifier, attributes] = parts;
  const binding = (name: string, imported: string, isType = false): Binding => ({
    name,
    imported,
    isType: isType || type !== undefined,
    specifier: specifier!,
    attributes: attributes!,
  });
  const named = /\{([^}]*)\}/.exec(clause!)?.[1] ?? "";
  const rest = clause!.replace(/\{[^}]*\}/, "");
  const all = /\*\s*as\s+([^\s,]+)/.exec(rest);
  const first = rest.replace(/\*\s*as\s+[^\s,]+/, "").replaceAll(",", "").trim();
  return [
    ...(first === "" ? [] : [binding(first, "default")]),
    ...(all ? [binding(all[1]!, "*")] : []),
    ...named.split(",").map((part) => part.trim()).filter((part) => part !== "").map((part) => {
      const [, isType, imported, name] = /^(type\s+)?(\S+)(?:\s+as\s+(\S+))?$/.exec(part) ?? [];
      return binding(name ?? imported ?? part, imported ?? part, isType !== undefined);
    }),
  ];
}

/** What is being imported can only be completed where an import may stand, and needs no other cell. */
function isInImport(cell: Cell, cursor: number): boolean {
  const before = cell.source.slice(0, cursor);
  const open = /(?:^|[;\n])[ \t]*import\b(?!\s*[(.])([^;]*)$/.exec(before);
  // The statement before the cursor is over once its specifier is.
  return open !== null && !new RegExp(String.raw`(?:^\s*|\bfrom\s*)${STRING}\s*\n`).test(open[1]!);
}
