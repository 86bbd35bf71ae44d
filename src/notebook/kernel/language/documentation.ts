/** What the language server says of a name, in the forms that a front end shows. */

export interface Documentation {
  readonly "text/plain": string;
  readonly "text/markdown": string;
}

/** Undefined if the server says no more of a name than that it exists. */
export function documentationOf(hover: string): Documentation | undefined {
  const markdown = hover
    .replace(/^```tsx?\n(?:\((?:alias)\) )?/gm, "```ts\n")
    // Links into the server's own files open nowhere else.
    .replace(/\[([^\]]*)\]\((?:deno|file|command):[^)]*\)/g, "`$1`")
    .replaceAll("&#8203;", "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
  // A name that is declared nowhere is `any` to TypeScript.
  if (markdown === "" || markdown === "```ts\nany\n```") return undefined;
  return { "text/plain": plainText(markdown), "text/markdown": markdown };
}

/** Markdown without its marks; code stays as it is. */
function plainText(markdown: string): string {
  return markdown.split(/(^```[^\n]*\n[\s\S]*?^```$)/m).map((part) =>
    part.startsWith("```") ? part.split("\n").slice(1, -1).join("\n") : part
      .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
      .replace(/\*(@\w+)\*/g, "$1")
      .replace(/\*\*([^*]+)\*\*/g, "$1")
      .replace(/`([^`]+)`/g, "$1")
      .replace(/\\([\\`*_{}[\]()#+.!<>-])/g, "$1")
  ).join("").trim();
}
