/** What stands below a control: the view's output, or its error, with the value above it. */
import { displaySymbol, type MimeBundle } from "../figure/display.ts";
import { markup, markupText } from "../kit/markup.ts";

/** What a value shows itself as, as the last expression of a cell would. */
export async function shownBundle(value: unknown): Promise<MimeBundle> {
  if (value === undefined || value === null) return { "text/plain": "" };
  const show = (value as { [displaySymbol]?: () => MimeBundle | Promise<MimeBundle> })[displaySymbol];
  if (typeof show === "function") return await show.call(value);
  return { "text/plain": typeof value === "object" ? Deno.inspect(value) : String(value) };
}

export function errorBundle(error: unknown): MimeBundle {
  const name = error instanceof Error ? error.name : "Uncaught";
  const words = error instanceof Error ? error.message : String(error);
  return {
    "text/html": markupText(markup(
      "div",
      {
        role: "alert",
        style:
          "margin:.6em 0;padding:10px 14px;border:1px solid #c0392b;border-radius:8px;white-space:pre-wrap;overflow-wrap:anywhere",
      },
      markup("strong", {}, `${name}: `),
      words,
    )),
    "text/plain": `${name}: ${words}`,
  };
}

/**
 * The output with the label and the value above it. The control that is live hides these words by their class: they are for
 * reports, and for notebooks that were saved.
 */
export function withWords(bundle: MimeBundle, label: string, value: string, words: string): MimeBundle {
  const line = `${label}: ${value}`;
  const above = markupText(
    markup("p", { class: words, style: "margin:.4em 0" }, `${label}: `, markup("strong", {}, value)),
  );
  const plain = String(bundle["text/plain"] ?? "");
  return { ...bundle, "text/html": above + htmlOf(bundle, plain), "text/plain": `${line}\n${plain}`.trimEnd() };
}

/** The richest form that HTML can hold. */
function htmlOf(bundle: MimeBundle, plain: string): string {
  const html = bundle["text/html"], svg = bundle["image/svg+xml"];
  if (typeof html === "string") return html;
  if (typeof svg === "string") {
    const src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
    return markupText(markup("img", { src, alt: plain, style: "max-width:100%" }));
  }
  for (const type of ["image/png", "image/jpeg"]) {
    const coded = bundle[type];
    if (typeof coded === "string") {
      return markupText(markup("img", { src: `data:${type};base64,${coded}`, alt: plain }));
    }
  }
  return plain === "" ? "" : markupText(markup("pre", { style: "overflow:auto" }, plain));
}
