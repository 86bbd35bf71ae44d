/** The document that charts are drawn in, in the kernel. */
import { parseHTML } from "linkedom";
import { escapeText } from "./markup.ts";

/** Give it to Plot (`Plot.plot({ document, … })`) and D3. */
export const document: Document = parseHTML("<!doctype html><html><body></body></html>").document;

/**
 * Writes an SVG element as a complete, well-formed `<svg>` text.
 *
 * The document's own `outerHTML` leaves `<` and `&` in attributes as they are, which no XML reader takes.
 */
export function svgText(element: Element): string {
  const text = elementText(element);
  return /^<svg[^>]*\sxmlns=/.test(text)
    ? text
    : text.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"');
}

/** As `svgText`, of any element; `written` gives the text of an attribute. */
export function elementText(element: Element, written: (name: string, value: string) => string = (_, v) => v): string {
  const tag = element.localName;
  let text = `<${tag}`;
  for (const { name, value } of [...element.attributes]) text += ` ${name}="${escapeText(written(name, value))}"`;
  const children = [...element.childNodes].map((child) => {
    if (child.nodeType === 1) return elementText(child as Element, written);
    return child.nodeType === 3 || child.nodeType === 4 ? escapeText(child.textContent ?? "") : "";
  }).join("");
  return children === "" ? `${text}/>` : `${text}>${children}</${tag}>`;
}
