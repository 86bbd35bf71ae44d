/** Writing small XML documents, so that `parseXml` reads what was written. */
import { InputError } from "../../base/errors.ts";

/** An element to be written: attributes in order, then text or children. `undefined` leaves an attribute out. */
export interface XmlNode {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string | number | undefined>>;
  readonly children?: readonly XmlNode[];
  readonly text?: string;
}

/**
 * The document as text, in UTF-8, indented by two spaces.
 *
 * @param where what is written, for errors.
 * @throws InputError for characters that XML cannot hold.
 */
export function xmlText(root: XmlNode, where: string): string {
  const parts = ['<?xml version="1.0" encoding="UTF-8"?>\n'];
  writeNode(root, "", where, parts);
  return parts.join("");
}

function writeNode(
  { name, attributes = {}, children = [], text = "" }: XmlNode,
  indent: string,
  where: string,
  parts: string[],
) {
  parts.push(indent, "<", name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) parts.push(" ", key, '="', escaped(String(value), where), '"');
  }
  if (children.length === 0) {
    parts.push(text === "" ? "/>\n" : `>${escaped(text, where)}</${name}>\n`);
    return;
  }
  parts.push(">\n");
  for (const child of children) writeNode(child, `${indent}  `, where, parts);
  parts.push(indent, "</", name, ">\n");
}

const ENTITY_OF = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["\t", "&#9;"],
  ["\n", "&#10;"],
  ["\r", "&#13;"],
]);

function escaped(text: string, where: string): string {
  const bad = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.exec(text);
  if (bad) {
    const code = bad[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0");
    throw new InputError(
      `${where}: expected names of characters that XML can hold but found U+${code} in ${JSON.stringify(text)}. ` +
        "Take it out of the name, in the log as in the model.",
    );
  }
  return text.replace(/[&<>"\t\n\r]/g, (character) => ENTITY_OF.get(character)!);
}
