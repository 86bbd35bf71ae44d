/** Markup as plain data: the kernel writes it as text, the page builds elements of it, so both show the same. */

export type Attributes = Readonly<Record<string, string | number | undefined>>;

export interface Markup {
  readonly tag: string;
  readonly attributes: Attributes;
  readonly children: readonly (Markup | string)[];
}

/** One element. Attributes that are undefined are left out. */
export function markup(tag: string, attributes: Attributes, ...children: readonly (Markup | string)[]): Markup {
  return { tag, attributes, children };
}

/** Writes markup as text that is well-formed both as XML and as HTML; whatever it holds stays text. */
export function markupText(node: Markup | string): string {
  if (typeof node === "string") return escapeText(node);
  let text = `<${node.tag}`;
  for (const [name, value] of Object.entries(node.attributes)) {
    if (value !== undefined) text += ` ${name}="${escapeText(String(value))}"`;
  }
  if (node.children.length === 0) {
    return text + (htmlEmpty.has(node.tag) || !isHtml(node.tag) ? "/>" : `></${node.tag}>`);
  }
  return `${text}>${node.children.map(markupText).join("")}</${node.tag}>`;
}

/** Escapes a text for element content and for attributes in either quotes, and replaces what XML cannot hold. */
export function escapeText(text: string): string {
  return validXml(text).replace(/[&<>"']/g, (found) => entities[found]!);
}

/** Replaces control characters and lone surrogates, which would make the whole picture ill-formed, by U+FFFD. */
export function validXml(text: string): string {
  // deno-lint-ignore no-control-regex
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, "\ufffd");
}

/** Builds the elements in a page. SVG elements are those inside `<svg>`. */
export function markupElement(node: Markup, inSvg = false): Element {
  const svg = inSvg || node.tag === "svg";
  const element = svg
    ? document.createElementNS("http://www.w3.org/2000/svg", node.tag)
    : document.createElement(node.tag);
  for (const [name, value] of Object.entries(node.attributes)) {
    if (value !== undefined && name !== "xmlns") element.setAttribute(name, String(value));
  }
  for (const child of node.children) {
    element.append(typeof child === "string" ? child : markupElement(child, svg));
  }
  return element;
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

const htmlEmpty = new Set(["br", "hr", "img", "input", "col"]);
const htmlTags = new Set(
  "figure figcaption details summary table caption colgroup thead tbody tr th td div span p strong em button label"
    .split(" "),
);

function isHtml(tag: string): boolean {
  return htmlTags.has(tag);
}
