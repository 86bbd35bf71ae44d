/** Gallery pictures as tests: each is compared with `test/golden/NAME.svg`. `UPDATE_GOLDEN=1` writes them anew. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Figure } from "../../src/viz/figure/figure.ts";

const folder = new URL("../golden/", import.meta.url);

/** A test that the still picture of a figure is well-formed and looks as it did when somebody last looked at it. */
export function gallery(name: string, draw: () => Figure | Promise<Figure>): void {
  test(`gallery: ${name}`, async () => {
    const svg = (await draw()).toSVG();
    expectWellFormed(svg);
    const file = new URL(`${name.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "")}.svg`, folder);
    const rounded = roundNumbers(svg) + "\n";
    if (Deno.env.get("UPDATE_GOLDEN") === "1") {
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, rounded);
    } else if (!existsSync(file)) {
      throw new Error(`No golden picture ${file.pathname}. Run the test with UPDATE_GOLDEN=1, and look at it.`);
    } else {
      expect(rounded).toBe(readFileSync(file, "utf8"));
    }
  });
}

/** Rounds to two places, which differ between machines; starts each element on its own line, to read differences. */
export function roundNumbers(svg: string): string {
  return svg.replace(/-?\d+\.\d{3,}(e-?\d+)?/g, (number) => String(Number(Number(number).toFixed(2))))
    .replaceAll("><", ">\n<");
}

/** Fails where an XML reader would stop: unbalanced tags, unquoted attributes, bare `<` or `&`, control characters. */
export function expectWellFormed(xml: string): void {
  // deno-lint-ignore no-control-regex
  expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
  const entity = String.raw`&(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);`;
  const attribute = String.raw`\s+[\w:.-]+\s*=\s*(?:"(?:[^<&"]|${entity})*"|'(?:[^<&']|${entity})*')`;
  const token = new RegExp(
    String.raw`<([\w:.-]+)((?:${attribute})*)\s*(/?)>|</([\w:.-]+)\s*>|(?:[^<&]|${entity})+`,
    "giy",
  );
  const open: string[] = [];
  while (token.lastIndex < xml.length) {
    const at = token.lastIndex;
    const match = token.exec(xml);
    if (!match) throw new Error(`Not well-formed at ${JSON.stringify(xml.slice(at, at + 80))}.`);
    const [, begun, attributes, empty, ended] = match;
    if (begun !== undefined) {
      const names = [...attributes!.matchAll(/\s([\w:.-]+)\s*=\s*["']/g)].map((found) => found[1]);
      if (new Set(names).size !== names.length) throw new Error(`<${begun}> has an attribute twice.`);
      if (!empty) open.push(begun);
    }
    if (ended !== undefined && open.pop() !== ended) throw new Error(`</${ended}> closes what was not open.`);
  }
  expect(open).toEqual([]);
}
