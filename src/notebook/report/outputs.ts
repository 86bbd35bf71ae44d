/** Outputs of cells as HTML, the richest form that each of them has. */
import type { MimeBundle, Output } from "../notebook.ts";
import { escapeHtml } from "../../base/html_text.ts";
import { plainText } from "./plain_text.ts";
import type { MarkdownRenderer } from "./markdown.ts";

export async function outputHtml(output: Output, markdown: MarkdownRenderer): Promise<string> {
  switch (output.output_type) {
    case "stream":
      return `<pre class="stream ${output.name}" tabindex="0">${escapeHtml(plainText(output.text))}</pre>`;
    case "error": {
      const head = plainText(`${output.ename}: ${output.evalue}`);
      const trace = plainText(output.traceback.join("\n"));
      const rest = trace.startsWith(head) ? trace.slice(head.length).replace(/^\n/, "") : trace;
      const more = rest.trim() === "" ? "" : `\n<pre tabindex="0">${escapeHtml(rest)}</pre>`;
      return `<div class="error" role="alert"><p><strong>${escapeHtml(head)}</strong></p>${more}</div>`;
    }
    default:
      return await bundleHtml(output.data, markdown);
  }
}

async function bundleHtml(data: MimeBundle, markdown: MarkdownRenderer): Promise<string> {
  const text = (type: string) => typeof data[type] === "string" ? data[type] : undefined;
  const html = text("text/html");
  if (html !== undefined) return `<div class="output">${html}</div>`;
  const plain = plainText(text("text/plain") ?? "");
  // As a picture, its styles and ids stay its own.
  const svg = text("image/svg+xml");
  if (svg !== undefined) return picture(`image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`, plain);
  for (const type of ["image/png", "image/jpeg", "image/gif", "image/webp"]) {
    const image = text(type);
    if (image !== undefined) return picture(`${type};base64,${image.replace(/\s/g, "")}`, plain);
  }
  const source = text("text/markdown");
  if (source !== undefined) return `<section class="text">\n${await markdown.render(source)}</section>`;
  if (plain !== "") return `<pre class="result" tabindex="0">${escapeHtml(plain)}</pre>`;
  const json = Object.entries(data).find(([type]) => /[/+]json$/.test(type));
  if (json) return `<pre class="result" tabindex="0">${escapeHtml(JSON.stringify(json[1], null, 2) ?? "")}</pre>`;
  const types = Object.keys(data).join(", ");
  return types === "" ? "" : `<p class="note">An output of type ${escapeHtml(types)}, which this page cannot show.</p>`;
}

function picture(data: string, alt: string): string {
  return `<div class="output"><img src="data:${data}" alt="${escapeHtml(alt)}"></div>`;
}
