/** The strip below a picture that tells what is selected, with the filter that keeps its cases as code. */
import { filterCode } from "../../kit/filter_code.ts";
import { button, html } from "../controls.ts";
import { copyText } from "../take_away.ts";
import { releaseEvent, type SelectEvent, selectEvent } from "./selecting.ts";

/** @returns the code of what is selected now. */
export function showSelection(root: HTMLElement): () => string | undefined {
  let text: string | undefined;
  const words = html("span", { role: "status" });
  const code = html("code", { tabindex: "0", role: "region", "aria-label": "The filter as code" });
  const done = html("span", { class: "tb-done", role: "status" });
  const copy = button("Copy the filter as code", "Copy code", async () => {
    done.textContent = await copyText(strip, text!) ? "Copied." : "The browser does not let this page copy.";
  });
  const close = button("Let go of the selection", "✕", () => {
    hide();
    root.dispatchEvent(new CustomEvent(releaseEvent));
  });
  const strip = html(
    "div",
    { class: "tb-strip" },
    words,
    code,
    html("span", { class: "tb-strip-end" }, done, copy, close),
  );
  const hide = () => {
    text = undefined;
    strip.remove();
  };
  root.addEventListener(selectEvent, (event) => {
    const { stage, choice } = (event as CustomEvent<SelectEvent>).detail;
    if (choice === undefined) return hide();
    root.dispatchEvent(new CustomEvent(releaseEvent, { detail: stage }));
    text = filterCode(choice.selected);
    words.textContent = choice.words;
    code.textContent = text.slice(text.indexOf("\n") + 1);
    done.textContent = "";
    if (strip.parentElement !== stage) stage.append(strip);
  });
  return () => text;
}

export const stripStyle =
  `.tb-live .tb-strip{display:flex;flex-wrap:wrap;align-items:center;gap:6px 14px;padding:7px 14px;font-size:12px;` +
  `line-height:1.4;border-top:1px solid var(--line);color:var(--ink);background:var(--back)}` +
  `.tb-live .tb-strip>span:first-child{overflow-wrap:anywhere;max-height:4.2em;overflow:auto}` +
  `.tb-live .tb-strip code{flex:1 1 260px;min-width:0;overflow-x:auto;white-space:pre;padding:3px 8px;border-radius:5px;` +
  `font:12px/1.5 ui-monospace,Menlo,Consolas,monospace;color:var(--ink);background:color-mix(in srgb,var(--ink) 7%,var(--back))}` +
  `.tb-live .tb-strip code:focus-visible{outline:2px solid var(--accent)}` +
  `.tb-strip-end{display:flex;align-items:center;gap:8px;margin-left:auto}.tb-done{color:var(--quiet)}` +
  `@media print{.tb-live .tb-strip{display:none}}`;
