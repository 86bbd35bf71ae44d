/** The names that a cell declares for later cells, and those that it uses. */
import type { BindingName, Node } from "typescript";
import { typescript } from "../code/parser.ts";

export interface CellNames {
  readonly declares: ReadonlySet<string>;
  readonly uses: ReadonlySet<string>;
}

/** Reads half-written code, too, as well as it can. */
export async function namesIn(body: string): Promise<CellNames> {
  const ts = await typescript();
  const file = ts.createSourceFile("cell.ts", body, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  const declares = new Set<string>();
  const uses = new Set<string>();

  const declare = (name: BindingName | undefined): void => {
    if (name === undefined) return;
    if (ts.isIdentifier(name)) {
      if (name.text !== "") declares.add(name.text);
    } else {
      for (const element of name.elements) if (ts.isBindingElement(element)) declare(element.name);
    }
  };
  for (const statement of file.statements) {
    if (ts.isVariableStatement(statement)) statement.declarationList.declarations.forEach(({ name }) => declare(name));
    else if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) declare(statement.name);
    else if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) declare(statement.name);
    else if (ts.isEnumDeclaration(statement)) declare(statement.name);
    else if (ts.isModuleDeclaration(statement) && ts.isIdentifier(statement.name)) declare(statement.name);
  }

  const visit = (node: Node): void => {
    if (ts.isIdentifier(node)) uses.add(node.text);
    // `var` of an inner block is one of the whole cell, unless a function holds it.
    if (ts.isVariableDeclarationList(node) && !(node.flags & ts.NodeFlags.BlockScoped) && !isInFunction(node)) {
      node.declarations.forEach(({ name }) => declare(name));
    }
    ts.forEachChild(node, (child) => {
      const isMember = ts.isPropertyAccessExpression(node) && child === node.name ||
        ts.isPropertyAssignment(node) && child === node.name;
      if (!isMember) visit(child);
    });
  };
  const isInFunction = (node: Node): boolean => {
    for (let at = node.parent; at; at = at.parent) if (ts.isFunctionLike(at)) return true;
    return false;
  };
  visit(file);
  return { declares, uses };
}
