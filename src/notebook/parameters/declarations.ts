/** The statements of the cell that declares the parameters, each with the comment that explains it. */

export interface Declaration {
  readonly text: string;
  /** The comment on the same line, else the comment lines right above. */
  readonly help: string;
}

/** Statements of a cell without their comments. */
export function declarations(source: string): Declaration[] {
  const found: { text: string; help: string; endLine: number }[] = [];
  let text = "";
  let depth = 0;
  let line = 0;
  let above: string[] = [];
  const end = () => {
    if (text.trim() !== "") found.push({ text: text.trim(), help: above.join(" "), endLine: line });
    if (text.trim() !== "") above = [];
    text = "";
  };
  const comment = (words: string) => {
    const help = words.replace(/^[\s*]+|[\s*]+$/g, "");
    const last = found.at(-1);
    if (text.trim() !== "") end();
    const same = found.at(-1);
    if (same && same.endLine === line && (same !== last || last.endLine === line)) same.help = help;
    else above.push(help);
  };
  for (let i = 0; i < source.length; i++) {
    const c = source[i]!;
    if (c === '"' || c === "'" || c === "`") {
      let close = i + 1;
      while (close < source.length && source[close] !== c) close += source[close] === "\\" ? 2 : 1;
      text += source.slice(i, close + 1);
      i = close;
    } else if (c === "/" && source[i + 1] === "/") {
      const close = source.indexOf("\n", i) < 0 ? source.length : source.indexOf("\n", i);
      if (depth === 0) comment(source.slice(i + 2, close));
      i = close - 1;
    } else if (c === "/" && source[i + 1] === "*") {
      const close = source.indexOf("*/", i + 2) < 0 ? source.length : source.indexOf("*/", i + 2);
      if (depth === 0) comment(source.slice(i + 2, close).replace(/\n\s*\*?\s*/g, " "));
      line += source.slice(i, close).split("\n").length - 1;
      i = close + 1;
    } else if (c === ";" && depth === 0) {
      end();
    } else {
      if ("([{".includes(c)) depth++;
      if (")]}".includes(c)) depth--;
      if (c === "\n") {
        const unfinished = depth > 0 || /[=|:,]\s*$/.test(text) || /^\s*\|/.test(source.slice(i + 1));
        if (!unfinished) {
          if (text.trim() === "" && source.slice(i + 1).startsWith("\n")) above = [];
          end();
        }
        line++;
      }
      text += c;
    }
  }
  end();
  return found;
}
