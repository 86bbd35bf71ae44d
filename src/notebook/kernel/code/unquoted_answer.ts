/**
 * Answers of an exercise that are text without quotes.
 *
 * Who learns mining need not know TypeScript: `answer3 = Check credit` says what is meant, and TypeScript answers it with
 * a syntax error. Such an answer is handed on as what it is, so that `checkAnswer` can say how text is written.
 */

/** Under this symbol an answer holds the words that stood without quotes. */
export const UNQUOTED = "tracebook.unquoted";

const ASSIGNMENT =
  /^([ \t]*(?:let[ \t]+)?answer\d+[ \t]*(?::[^=\n]*)?=[ \t]*)([\p{L}\p{N}_](?:[\p{L}\p{N}_ \t'’.&/-]*[\p{L}\p{N}_.])?)([ \t]*;?[ \t]*(?:\/\/[^\n]*)?)$/gmu;

/** The code with such answers in a form that runs; everything else, and the number of lines, stays as it is. */
export function withUnquotedAnswers(source: string): string {
  if (!/\banswer\d/.test(source)) return source;
  return source.replace(ASSIGNMENT, (line, before: string, words: string, after: string) => {
    const handed = `{ [Symbol.for("${UNQUOTED}")]: ${JSON.stringify(words)} }`;
    if (IDENTIFIER.test(words)) {
      if (VALUES.has(words)) return line;
      // It may be a variable of the notebook, which only the kernel knows.
      return `${before}(() => { try { return eval("${words}"); } catch { return ${handed}; } })() as never${after}`;
    }
    const parts = words.split(/[ \t]+/);
    if (parts.length < 2 || parts.some((part) => OPERATORS.has(part) || /^[./&-]|[/&-]$/.test(part))) return line;
    return `${before}${handed} as never${after}`;
  });
}

const IDENTIFIER = /^[\p{L}_][\p{L}\p{N}_]*$/u;
const VALUES = new Set(["undefined", "true", "false", "null", "NaN", "Infinity", "this"]);
/** Between or before words they make an expression of them. */
const OPERATORS = new Set([
  ...["new", "await", "typeof", "in", "instanceof", "void", "delete", "as", "satisfies", "function", "async", "class"],
  ...["yield", "of", "=>"],
]);
