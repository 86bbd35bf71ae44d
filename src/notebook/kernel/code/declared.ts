/**
 * What a cell declares at its top, and which of it an earlier cell has declared in another way.
 *
 * The kernel takes a name again that was declared by the same word: `let` after `let`, `const` after `const`. A `const`
 * after a `let` is sent as a `let`. The other way there is none: what is `const` stays so as long as the kernel lives.
 */
import type { BindingName, SourceFile } from "typescript";
import type { Parser } from "./parser.ts";

export interface Declared {
  readonly word: "const" | "let" | "var" | "class" | "function" | "import";
  /** Of the name, 1-based. */
  readonly line: number;
  readonly column: number;
}

export function declaredIn(ts: Parser, file: SourceFile): Map<string, Declared> {
  const found = new Map<string, Declared>();
  const note = (name: BindingName, word: Declared["word"]): void => {
    if (ts.isIdentifier(name)) {
      const { line, character } = file.getLineAndCharacterOfPosition(name.getStart(file));
      found.set(name.text, { word, line: line + 1, column: character + 1 });
      return;
    }
    for (const element of name.elements) if (ts.isBindingElement(element)) note(element.name, word);
  };
  for (const statement of file.statements) {
    if (ts.isVariableStatement(statement)) {
      const { flags, declarations } = statement.declarationList;
      const word = flags & ts.NodeFlags.Const ? "const" : flags & ts.NodeFlags.Let ? "let" : "var";
      for (const { name } of declarations) note(name, word);
    } else if (ts.isClassDeclaration(statement) || ts.isFunctionDeclaration(statement)) {
      if (statement.name) note(statement.name, ts.isClassDeclaration(statement) ? "class" : "function");
    } else if (ts.isImportDeclaration(statement) && statement.importClause) {
      const { name, namedBindings } = statement.importClause;
      if (name) note(name, "import");
      if (namedBindings && ts.isNamespaceImport(namedBindings)) note(namedBindings.name, "import");
      if (namedBindings && ts.isNamedImports(namedBindings)) {
        for (const element of namedBindings.elements) note(element.name, "import");
      }
    }
  }
  return found;
}

/** The cell in which each `const` whose names are all `let` already is a `let` of the same length. */
export function withLet(ts: Parser, file: SourceFile, isLet: (name: string) => boolean): string {
  let source = file.text;
  for (const statement of file.statements) {
    if (!ts.isVariableStatement(statement) || !(statement.declarationList.flags & ts.NodeFlags.Const)) continue;
    const start = statement.declarationList.getStart(file);
    if (!source.startsWith("const", start)) continue;
    const names = namesOf(ts, statement.declarationList.declarations.map(({ name }) => name));
    if (names.some(isLet)) source = source.slice(0, start) + "let  " + source.slice(start + "const".length);
  }
  return source;
}

function namesOf(ts: Parser, bindings: readonly BindingName[]): string[] {
  return bindings.flatMap((name) =>
    ts.isIdentifier(name)
      ? [name.text]
      : namesOf(ts, name.elements.flatMap((element) => ts.isBindingElement(element) ? [element.name] : []))
  );
}

/** What to do about a name that an earlier cell has declared by another word. */
export function redeclaredWords(name: string, earlier: Declared["word"] | undefined, now: Declared["word"]): string {
  const how = earlier === undefined ? "in another way" : earlier === "import" ? "by an import" : `by \`${earlier}\``;
  const same = earlier === "import" ? "const" : earlier;
  const wanted = same === undefined || now === same
    ? "Take"
    : `Write \`${same} ${name}${["class", "function"].includes(same) ? "" : " = …"}\` here, too, take`;
  return `Identifier '${name}' has already been declared. An earlier cell declared it ${how}, ` +
    `which the kernel keeps. ${wanted} another name, or restart the kernel.`;
}
