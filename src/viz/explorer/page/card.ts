/** A panel of the explorer: a heading, a note beside it, and what it shows. */
import { html } from "../../page/controls.ts";

export interface Card {
  readonly element: HTMLElement;
  readonly body: HTMLElement;
  /** Stands at the right of the heading. */
  readonly tools: HTMLElement;
  note(words: string): void;
}

export function card(name: string, title: string): Card {
  const note = html("span", { class: "tbx-count", "aria-live": "polite" });
  const tools = html("span", { class: "tbx-tools" });
  const body = html("div", { class: "tbx-body" });
  const heading = html("h2", { id: `tbx-${name}` }, title);
  return {
    element: html(
      "section",
      { class: `tbx-card tbx-${name}`, "aria-labelledby": `tbx-${name}` },
      html("header", {}, heading, note, tools),
      body,
    ),
    body,
    tools,
    note: (words) => note.textContent = words,
  };
}
