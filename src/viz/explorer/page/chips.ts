/** The steps of the selection, each a chip: switched off, turned round, removed. */
import { countOf } from "../../../base/format.ts";
import type { SelectionStep } from "../../../mining/explore/selection_step.ts";
import { stepWords } from "../../../mining/explore/step_words.ts";
import { button, html } from "../../page/controls.ts";

export interface ChipActions {
  switchAt(at: number): void;
  turn(at: number): void;
  remove(at: number): void;
  clear(): void;
  /** Keeps the selection, so that others are compared with it; or lets it go. */
  pin(): void;
}

export interface Chips {
  readonly element: HTMLElement;
  show(steps: readonly SelectionStep[], pinned: boolean): void;
  /** Cases that are left after each step. */
  tell(left: readonly number[]): void;
}

export function chips(actions: ChipActions): Chips {
  const list = html("ol", { class: "tbx-chips", "aria-label": "Selection" });
  const empty = html(
    "p",
    { class: "tbx-hint" },
    "All cases. Click an activity, an arrow, a bar or a variant to select cases, or drag across a chart.",
  );
  const clear = button("Clear all steps", "Clear", actions.clear);
  const pin = html("button", { type: "button" });
  pin.addEventListener("click", actions.pin);
  const element = html("div", { class: "tbx-selection" }, empty, list, clear, html("span", { class: "tbx-pin" }, pin));
  return {
    element,
    show(steps, pinned) {
      pin.hidden = !pinned && steps.every(({ off }) => off);
      pin.textContent = pinned ? "End comparison" : "Compare with this";
      empty.hidden = steps.length > 0;
      list.hidden = clear.hidden = steps.length === 0;
      const focused = focusedIn(list);
      list.replaceChildren(...steps.map((step, at) => chip(step, at, actions)));
      refocus(list, focused);
    },
    tell(left) {
      list.querySelectorAll(".tbx-left").forEach((place, i) => {
        place.textContent = left[i] === undefined ? "" : countOf(left[i], "case");
      });
    },
  };
}

function chip(step: SelectionStep, at: number, { switchAt, turn, remove }: ChipActions): HTMLElement {
  const words = stepWords(step);
  const on = button(step.off ? `Switch on: ${words}` : `Switch off: ${words}`, words, () => switchAt(at));
  on.setAttribute("aria-pressed", String(!step.off));
  on.className = "tbx-words";
  return html(
    "li",
    { class: `tbx-chip${step.off ? " tbx-off" : ""}${step.turned ? " tbx-turned" : ""}` },
    on,
    html("span", { class: "tbx-left" }),
    button(`Turn round: ${words}`, "⇄", () => turn(at)),
    button(`Remove: ${words}`, "×", () => remove(at)),
  );
}

/** Which button of which chip has the focus, so that it stays where it is when chips are drawn anew. */
function focusedIn(list: HTMLElement): readonly [number, number] | undefined {
  const at = [...list.children].findIndex((chip) => chip.contains(document.activeElement));
  if (at < 0) return undefined;
  return [at, [...list.children[at]!.querySelectorAll("button")].indexOf(document.activeElement as HTMLButtonElement)];
}

function refocus(list: HTMLElement, focused: readonly [number, number] | undefined): void {
  if (!focused) return;
  const chip = list.children[Math.min(focused[0], list.children.length - 1)];
  chip?.querySelectorAll("button")[focused[1]]?.focus();
}
