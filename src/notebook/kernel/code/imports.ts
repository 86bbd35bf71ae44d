/** The import statements of a cell. */
import { init, parse } from "es-module-lexer/minimal";

export interface ImportStatement {
  readonly specifier: string;
  /** `import … from`, or `import("…")` with a literal. */
  readonly kind: "static" | "dynamic";
  /** Of the whole statement or expression: offsets into the source. */
  readonly start: number;
  readonly end: number;
  /** Of the specifier between its quotes. */
  readonly specifierStart: number;
  readonly specifierEnd: number;
}

/** All imports whose specifier is a literal, in order; none where the source cannot be read. */
export async function importsOf(source: string): Promise<ImportStatement[]> {
  await init();
  try {
    return parse(source)[0].filter((found) => found.n !== undefined && found.d !== -2).map((found) => {
      const dynamic = found.d >= 0;
      return {
        specifier: found.n!,
        kind: dynamic ? "dynamic" : "static",
        start: found.ss,
        end: found.se,
        specifierStart: found.s + (dynamic ? 1 : 0),
        specifierEnd: found.e - (dynamic ? 1 : 0),
      };
    });
  } catch {
    return [];
  }
}
