/** Markdown cells as HTML: raw HTML stays text, pictures are taken into the page. */
import { dirname, extname, resolve } from "node:path";
import MarkdownIt, { type Token } from "markdown-it";
import type { MimeBundle } from "../notebook.ts";
import { escapeHtml } from "../../base/html_text.ts";

export interface Heading {
  readonly level: number;
  readonly text: string;
  readonly id: string;
}

export interface MarkdownRenderer {
  render(source: string, attachments?: Record<string, MimeBundle>): Promise<string>;
  /** All headings rendered so far, in order. */
  readonly headings: readonly Heading[];
}

/** A renderer for one page: ids of headings are unique in it. */
export function markdownRenderer(notebookPath: string): MarkdownRenderer {
  const headings: Heading[] = [];
  const ids = new Set<string>();
  const pictures = new Map<string, string>();
  const markdown = new MarkdownIt({ html: false, linkify: false });
  const validate = markdown.validateLink.bind(markdown);
  markdown.validateLink = (url) => url.startsWith("attachment:") || validate(url);

  markdown.renderer.rules.image = (tokens, index) => {
    const token = tokens[index]!;
    const source = String(token.attrGet("src") ?? "");
    const alt = escapeHtml(token.content);
    const data = pictures.get(source);
    if (data) return `<img src="${escapeHtml(data)}" alt="${alt}">`;
    return /^https?:/.test(source)
      ? `<a class="picture" href="${escapeHtml(source)}">${alt || escapeHtml(source)} (picture on the web)</a>`
      : `<span class="picture missing">${alt || "picture"} (not found: ${escapeHtml(source)})</span>`;
  };
  markdown.renderer.rules.table_open = () => '<div class="table"><table>\n';
  markdown.renderer.rules.table_close = () => "</table></div>\n";

  return {
    headings,
    async render(source, attachments = {}) {
      const tokens = foldable(markdown.parse(source, {}));
      for (const [i, token] of tokens.entries()) {
        if (token.type === "heading_open") {
          const text = (tokens[i + 1]?.children ?? []).filter(({ type }) => type === "text" || type === "code_inline")
            .map(({ content }) => content).join("");
          const id = uniqueId(text, ids);
          token.attrSet("id", id);
          headings.push({ level: Number(token.tag.slice(1)), text, id });
        }
        for (const child of token.children ?? []) {
          if (child.type === "link_open") pointToHeading(child);
          if (child.type !== "image") continue;
          const address = String(child.attrGet("src") ?? "");
          const data = await pictureData(address, attachments, notebookPath);
          if (data) pictures.set(address, data);
          else pictures.delete(address);
        }
      }
      return markdown.renderer.render(tokens, markdown.options, {});
    },
  };
}

/**
 * The one kind of raw HTML that means something here: `<details>`, its `<summary>` and `</details>` on lines of their own
 * fold what stands between them, as in JupyterLab.
 */
function foldable(tokens: Token[]): Token[] {
  const opened = tokens.filter(({ type, content }) => type === "inline" && OPENING.test(content)).length;
  const closed = tokens.filter(({ type, content }) => type === "inline" && CLOSING.test(content)).length;
  if (opened === 0 || opened !== closed) return tokens;
  const kept: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const inline = tokens[i]!.type === "paragraph_open" ? tokens[i + 1] : undefined;
    const opening = inline && OPENING.exec(inline.content);
    if (!inline || !(opening || CLOSING.test(inline.content))) {
      kept.push(tokens[i]!);
      continue;
    }
    const token = tokens[i]!;
    token.type = "html_block";
    token.content = opening ? `<details><summary>${escapeHtml(opening[1] ?? "More")}</summary>\n` : "</details>\n";
    kept.push(token);
    i += 2;
  }
  return kept;
}

const OPENING = /^<details>\s*(?:<summary>([^<]*)<\/summary>)?$/;
const CLOSING = /^<\/details>$/;

const PICTURE_TYPES: Record<string, string> = {
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".gif": "image/gif",
  ".svg": "image/svg+xml",
  ".webp": "image/webp",
};

/** A picture as a `data:` address: from the cell's attachments or from a file beside the notebook. */
async function pictureData(
  address: string,
  attachments: Record<string, MimeBundle>,
  notebookPath: string,
): Promise<string | undefined> {
  if (address.startsWith("data:")) return address;
  if (address.startsWith("attachment:")) {
    const entry = Object.entries(attachments[decoded(address.slice("attachment:".length))] ?? {})[0];
    return entry && `data:${entry[0]};base64,${String(entry[1]).replace(/\s/g, "")}`;
  }
  const type = PICTURE_TYPES[extname(address).toLowerCase()];
  if (!type || /^[a-z][a-z+.-]*:/i.test(address)) return undefined;
  const content = await Deno.readFile(resolve(dirname(notebookPath), decoded(address))).catch(() => undefined);
  return content && `data:${type};base64,${content.toBase64()}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Links within a notebook name a heading as JupyterLab does, `#Where-is-time-lost?`, whose ids are not those of a report. */
function pointToHeading(link: Token): void {
  const address = String(link.attrGet("href") ?? "");
  if (address.startsWith("#")) link.attrSet("href", `#${idOf(decoded(address.slice(1)))}`);
}

function idOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "") || "section";
}

function uniqueId(text: string, taken: Set<string>): string {
  const base = idOf(text);
  let id = base;
  for (let n = 2; taken.has(id); n++) id = `${base}-${n}`;
  taken.add(id);
  return id;
}
