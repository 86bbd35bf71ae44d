/** What a reader has selected in a figure: told below the picture, with the filter that keeps its cases as code. */
import { filterCode, type Selectable } from "../../kit/filter_code.ts";
import { button, html } from "../controls.ts";
import { copyText } from "../take_away.ts";

export interface Choice {
  /** What is selected, and how many cases that are. */
  readonly words: string;
  readonly selected: Selectable;
}

/** What parts of a figure tell each other: one thing is selected in all of it. */
export interface SelectEvent {
  readonly code?: string | undefined;
  /** The stage in which it was selected. */
  readonly stage: HTMLElement;
}

export const selectEvent = "tracebook-select";

export interface Selecting {
  choose(choice: Choice | undefined): void;
}

/** @param letGo Called when the reader has let go, or selected something elsewhere in the figure. */
export function selecting(stage: HTMLElement, letGo: () => void): Selecting {
  const root = stage.closest("figure") ?? stage;
  const words = html("span", {}), code = html("code", { tabindex: "0", "aria-label": "The filter as code" });
  const status = html("span", { class: "tb-done", role: "status" });
  let text = "";
  const release = (words = "") => {
    text = "";
    strip.hidden = true;
    status.textContent = words;
    letGo();
  };
  const tell = () =>
    root.dispatchEvent(new CustomEvent<SelectEvent>(selectEvent, { detail: { stage, code: text || undefined } }));
  const copy = button("Copy the filter as code", "Copy code", async () => {
    status.textContent = await copyText(stage, text) ? "Copied." : "The browser does not let this page copy.";
  });
  const close = button("Let go of the selection", "✕", () => {
    release();
    tell();
  });
  const strip = html(
    "div",
    { class: "tb-chosen-strip" },
    html("span", { role: "status" }, words),
    code,
    html("span", { class: "tb-strip-end" }, status, copy, close),
  );
  strip.hidden = true;
  stage.append(html("style", {}, style), strip);
  root.addEventListener(selectEvent, (event) => {
    if ((event as CustomEvent<SelectEvent>).detail.stage !== stage && text !== "") release();
  });
  stage.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || text === "") return;
    // Escape leaves full screen too: it takes one thing back at a time.
    event.preventDefault();
    release();
    tell();
  });
  return {
    choose(choice) {
      if (choice === undefined) {
        if (text === "") return;
        release();
        return void tell();
      }
      text = filterCode(choice.selected);
      words.textContent = choice.words;
      code.textContent = text.slice(text.indexOf("\n") + 1);
      status.textContent = "";
      strip.hidden = false;
      tell();
    },
  };
}

const style =
  `.tb-live .tb-chosen-strip{display:flex;flex-wrap:wrap;align-items:center;gap:6px 14px;padding:7px 14px;font-size:12px;` +
  `line-height:1.4;border-top:1px solid var(--line);color:var(--ink);background:var(--back)}` +
  `.tb-live .tb-chosen-strip[hidden]{display:none}` +
  `.tb-live .tb-chosen-strip code{flex:1 1 260px;min-width:0;overflow-x:auto;white-space:pre;padding:3px 8px;border-radius:5px;` +
  `font:12px/1.5 ui-monospace,Menlo,Consolas,monospace;color:var(--ink);background:color-mix(in srgb,var(--ink) 7%,var(--back))}` +
  `.tb-live .tb-chosen-strip code:focus-visible{outline:2px solid var(--accent)}` +
  `.tb-strip-end{display:flex;align-items:center;gap:8px;margin-left:auto}.tb-done{color:var(--quiet)}` +
  `@media print{.tb-live .tb-chosen-strip{display:none}}`;
