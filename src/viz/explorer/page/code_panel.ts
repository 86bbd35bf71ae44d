/** The TypeScript that makes the selection and the map, to be copied into a cell. */
import { codeText } from "../../../base/code_text.ts";
import { cellOf, type SelectionCode } from "../../../mining/explore/selection_code.ts";
import { button, html } from "../../page/controls.ts";
import { copyText } from "../../page/take_away.ts";
import type { MapFigure } from "../state/explorer_state.ts";
import { type Card, card } from "./card.ts";

export interface CodePanel extends Card {
  /** @param figure Of the map; undefined where the code ends with a picture of its own. */
  show(code: SelectionCode, figure: MapFigure | undefined): void;
}

export function codePanel(logName: () => string): CodePanel {
  const panel = card("code", "Code");
  const text = html("code", { dir: "ltr" });
  const said = html("span", { class: "tbx-spoken", role: "status" });
  const copy = button("Copy the code", "Copy", async () => {
    const done = await copyText(panel.element, text.textContent!);
    said.textContent = copy.textContent = done ? "Copied" : "Not allowed";
    setTimeout(() => copy.textContent = "Copy", 1600);
  });
  panel.tools.append(copy, said);
  const note = html("p", { class: "tbx-hint" });
  panel.body.append(html("pre", { tabindex: "0", "aria-label": "Code of the selection" }, text), note);
  return {
    ...panel,
    show(code, figure) {
      text.textContent = figure === undefined ? cellOf(code) : cellOf(code, lastLines(figure), ["viewProcessMap"]);
      note.replaceChildren(
        "For a cell of a notebook, below the one that reads the log: ",
        html("code", { dir: "ltr" }, `const log = await readLog(${codeText(logName())});`),
      );
    },
  };
}

/** The picture that the explorer shows. */
export function lastLines(figure: MapFigure): string[] {
  const options = {
    frequency: "",
    cases: ', { show: "cases" }',
    median: ', { show: "duration", measure: "median" }',
    mean: ', { show: "duration", measure: "mean" }',
  };
  return [`viewProcessMap(selected${options[figure]});`];
}
