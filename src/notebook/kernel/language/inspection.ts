/** Which names an inspection is about, and where they are declared. */
import { fileURLToPath } from "node:url";
import type { Documentation } from "./documentation.ts";
import type { LanguageServer } from "./server.ts";
import { offsetAt, type Range, wordAt } from "./text.ts";

/** The name at the cursor, then the functions in whose arguments it is, inner ones first. */
export function placesToInspect(code: string, cursor: number): number[] {
  const word = wordAt(code, cursor);
  const places = word.start < word.end ? [word.start] : [];
  let closed = 0;
  for (let i = cursor - 1; i >= 0 && places.length < 4; i--) {
    const char = code[i]!;
    if (char === ")") closed++;
    else if (char === "(" && closed > 0) closed--;
    else if (char === "(") {
      const end = /\s*(?:<[^<>()]*>)?\s*$/.exec(code.slice(0, i))!.index;
      const called = wordAt(code, end);
      if (called.start < end) places.push(called.start);
    }
  }
  return places;
}

export interface SourceText {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** Where a name is declared, if that is a file, and its text there. */
export async function sourceOf(asked: LanguageServer, at: unknown): Promise<SourceText | undefined> {
  const links = await asked.request<{ targetUri: string; targetRange: Range }[]>("textDocument/definition", at);
  const link = links?.[0];
  if (!link?.targetUri.startsWith("file:")) return undefined;
  const file = fileURLToPath(link.targetUri);
  const whole = await Deno.readTextFile(file).catch(() => undefined);
  if (whole === undefined) return undefined;
  const text = whole.slice(offsetAt(whole, link.targetRange.start), offsetAt(whole, link.targetRange.end));
  return { file, line: link.targetRange.start.line + 1, text };
}

export function withSource(known: Documentation, { file, line, text }: SourceText): Documentation {
  return {
    "text/plain": `${known["text/plain"]}\n\nSource: ${file}, line ${line}\n${text}`,
    "text/markdown": `${known["text/markdown"]}\n\nSource: \`${file}\`, line ${line}\n\n\`\`\`ts\n${text}\n\`\`\``,
  };
}
