/** The variants: the orders of activities that cases follow, most frequent first: a click selects the cases of one. */
import { countOf, formatCount, formatDuration, formatShare } from "../../../base/format.ts";
import { colours, inkOn, neutral } from "../../kit/palette.ts";
import { button, html } from "../../page/controls.ts";
import type { VariantAnswer, VariantsAnswer } from "../engine/answers.ts";
import { type Card, card } from "./card.ts";

export interface VariantsPanel extends Card {
  /** Activities by how frequent they are in the whole log: each keeps its colour. */
  colour(activities: readonly string[]): void;
  show(answer: VariantsAnswer, chosen: readonly (readonly string[])[]): void;
  /** The most frequent ones, more than stand in the list. */
  rows(): readonly VariantAnswer[];
}

const atFirst = 8, more = 24;
/** Of a longer one the middle is left out. */
const mostSteps = 40;

export function variantsPanel(choose: (activities: readonly string[]) => void): VariantsPanel {
  const panel = card("variants", "Variants");
  const list = html("ol", { class: "tbx-variants-list" });
  const rest = button("Show more variants", "More", () => {
    limit += more;
    draw();
  });
  panel.body.append(list, rest);
  let colourOf: ReadonlyMap<string, string> = new Map();
  let limit = atFirst, answer: VariantsAnswer | undefined, chosen = new Set<string>();
  const draw = () => {
    if (!answer) return;
    const { rows } = answer;
    const most = rows[0]?.cases ?? 1;
    list.replaceChildren(...rows.slice(0, limit).map((row) => variantRow(row, most, colourOf, chosen, choose)));
    if (rows.length === 0) list.append(html("li", { class: "tbx-none" }, "None in this selection."));
    rest.hidden = rows.length <= limit;
  };
  return {
    ...panel,
    rows: () => answer?.rows ?? [],
    colour: (activities) => colourOf = colours(activities),
    show(given, sequences) {
      answer = given;
      chosen = new Set(sequences.map((names) => JSON.stringify(names)));
      panel.note(countOf(given.total, "variant"));
      draw();
    },
  };
}

function variantRow(
  { activities, cases, share, medianSeconds }: VariantAnswer,
  most: number,
  colourOf: ReadonlyMap<string, string>,
  chosen: ReadonlySet<string>,
  choose: (activities: readonly string[]) => void,
): HTMLElement {
  const shown = activities.length <= mostSteps
    ? activities
    : [...activities.slice(0, mostSteps / 2), undefined, ...activities.slice(-mostSteps / 2)];
  const steps = shown.map((name) => {
    if (name === undefined) return html("span", { class: "tbx-gap" }, "…");
    const colour = colourOf.get(name) ?? neutral;
    const step = html("bdi", { class: "tbx-step", title: name }, name);
    step.style.background = colour;
    step.style.color = inkOn(colour);
    return step;
  });
  const time = Number.isNaN(medianSeconds) ? "" : formatDuration(medianSeconds);
  const press = html(
    "button",
    { type: "button", "aria-pressed": String(chosen.has(JSON.stringify(activities))) },
    html(
      "span",
      { class: "tbx-facts" },
      html("b", {}, formatShare(share)),
      html("span", {}, countOf(cases, "case")),
      ...(time === "" ? [] : [html("span", {}, `median ${time}`)]),
      html("span", {}, `${formatCount(activities.length)} ${activities.length === 1 ? "step" : "steps"}`),
    ),
    html("span", { class: "tbx-bar", "aria-hidden": "true" }, html("i", { style: `width:${100 * cases / most}%` })),
    html("span", { class: "tbx-steps" }, ...steps),
  );
  press.addEventListener("click", () => choose(activities));
  return html("li", {}, press);
}
