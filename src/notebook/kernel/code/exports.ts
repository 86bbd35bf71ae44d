/** What `import { … } from "tracebook"` can name. */
import { fileURLToPath } from "node:url";
import { typescript } from "./parser.ts";

let names: Promise<ReadonlySet<string>> | undefined;

/** Read from the doors of the rooms, without running them. */
export function tracebookExports(): Promise<ReadonlySet<string>> {
  return names ??= exportsOf(new URL("../../../mod.ts", import.meta.url));
}

async function exportsOf(door: URL): Promise<ReadonlySet<string>> {
  const ts = await typescript();
  const text = await Deno.readTextFile(fileURLToPath(door));
  const file = ts.createSourceFile("mod.ts", text, ts.ScriptTarget.Latest, false, ts.ScriptKind.TS);
  const found = new Set<string>();
  for (const statement of file.statements) {
    if (!ts.isExportDeclaration(statement)) continue;
    const { exportClause, moduleSpecifier } = statement;
    if (exportClause && ts.isNamedExports(exportClause)) {
      for (const { name } of exportClause.elements) found.add(name.text);
    } else if (!exportClause && moduleSpecifier && ts.isStringLiteral(moduleSpecifier)) {
      for (const name of await exportsOf(new URL(moduleSpecifier.text, door))) found.add(name);
    }
  }
  return found;
}
