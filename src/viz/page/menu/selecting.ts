/** What a reader has selected in a figure. The menu, which comes with every figure, tells it and gives its filter as code. */
import type { Selectable } from "../../kit/filter_code.ts";

export interface Choice {
  /** What is selected, and how many cases that are. */
  readonly words: string;
  readonly selected: Selectable;
}

/** Goes to the figure when something is selected in a stage of it, or nothing any more. */
export interface SelectEvent {
  readonly stage: HTMLElement;
  readonly choice: Choice | undefined;
}

export const selectEvent = "tracebook-select";

/** Goes to the figure when its stages shall let go, all but the one in `detail`. */
export const releaseEvent = "tracebook-release";

export interface Selecting {
  choose(choice: Choice | undefined): void;
}

/** @param letGo Called when the reader has let go, or selected something elsewhere in the figure. */
export function selecting(stage: HTMLElement, letGo: () => void): Selecting {
  const root = stage.closest("figure") ?? stage;
  let holds = false;
  const choose = (choice: Choice | undefined) => {
    if (!holds && choice === undefined) return;
    holds = choice !== undefined;
    root.dispatchEvent(new CustomEvent<SelectEvent>(selectEvent, { detail: { stage, choice } }));
  };
  root.addEventListener(releaseEvent, (event) => {
    if (!holds || (event as CustomEvent).detail === stage) return;
    holds = false;
    letGo();
  });
  stage.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !holds) return;
    // Escape leaves full screen too: it takes one thing back at a time.
    event.preventDefault();
    choose(undefined);
    letGo();
  });
  return { choose };
}
