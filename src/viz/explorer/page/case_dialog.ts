/** One case in full: its timeline, its events, its attributes. */
import { countOf, formatDate, formatDuration } from "../../../base/format.ts";
import { neutral } from "../../kit/palette.ts";
import { button, html } from "../../page/controls.ts";
import type { CaseAnswer } from "../engine/case_answers.ts";

export interface CaseDialog {
  readonly element: HTMLDialogElement;
  show(found: CaseAnswer, colourOf: ReadonlyMap<string, string>): void;
}

export function caseDialog(): CaseDialog {
  const element = html("dialog", { class: "tbx-dialog" });
  element.addEventListener("click", (event) => event.target === element && element.close());
  return {
    element,
    show(found, colourOf) {
      const timed = Number.isFinite(found.began);
      const title = html("h2", {}, "Case ", html("bdi", {}, found.id));
      element.setAttribute("aria-label", `Case ${found.id}`);
      element.replaceChildren(
        html("header", {}, title, button("Close", "×", () => element.close())),
        html(
          "p",
          { class: "tbx-hint" },
          [
            countOf(found.events, "event"),
            ...(timed ? [`from ${formatDate(found.began)}`, `took ${formatDuration(found.seconds)}`] : []),
          ].join(", ") + ".",
        ),
        ...(timed && found.seconds > 0 ? [timeline(found, colourOf)] : []),
        events(found, colourOf, timed),
        ...(found.attributes.length === 0 ? [] : [attributes(found)]),
      );
      element.showModal();
    },
  };
}

function timeline(found: CaseAnswer, colourOf: ReadonlyMap<string, string>): HTMLElement {
  const at = (time: number) => 100 * (time - found.began) / (found.seconds * 1000);
  return html(
    "div",
    { class: "tbx-line", "aria-hidden": "true" },
    ...found.steps.map(({ activity, time, start }) => {
      const from = at(start ?? time);
      const mark = html("span", { title: `${activity}\n${formatDate(time)}` });
      mark.style.left = `${from}%`;
      mark.style.width = `${at(time) - from}%`;
      mark.style.background = colourOf.get(activity) ?? neutral;
      return mark;
    }),
  );
}

function events({ steps }: CaseAnswer, colourOf: ReadonlyMap<string, string>, timed: boolean): HTMLElement {
  const people = steps.some(({ resource }) => resource !== null);
  const heads = ["Activity", ...(timed ? ["Time", "After"] : []), ...(people ? ["By"] : [])];
  const rows = steps.map(({ activity, time, start, resource }, i) => {
    const dot = html("i", { class: "tbx-dot", "aria-hidden": "true" });
    dot.style.background = colourOf.get(activity) ?? neutral;
    const before = steps[i - 1]?.time;
    const wait = before === undefined ? "" : `+ ${formatDuration(Math.max(0, (start ?? time) - before) / 1000)}`;
    return html(
      "tr",
      {},
      html("td", {}, dot, html("bdi", {}, activity)),
      ...(timed ? [html("td", { class: "tbx-num" }, formatDate(time)), html("td", { class: "tbx-num" }, wait)] : []),
      ...(people ? [html("td", {}, html("bdi", {}, resource ?? "–"))] : []),
    );
  });
  return html(
    "div",
    { class: "tbx-scroll", tabindex: "0", role: "group", "aria-label": "Events" },
    html(
      "table",
      {},
      html(
        "thead",
        {},
        html(
          "tr",
          {},
          ...heads.map((head) =>
            html("th", { scope: "col", ...(/Time|After/.test(head) ? { class: "tbx-num" } : {}) }, head)
          ),
        ),
      ),
      html("tbody", {}, ...rows),
    ),
  );
}

function attributes({ attributes }: CaseAnswer): HTMLElement {
  return html(
    "dl",
    { class: "tbx-pairs" },
    ...attributes.map(([name, value]) =>
      html("div", {}, html("dt", {}, html("bdi", {}, name)), html("dd", {}, html("bdi", {}, value)))
    ),
  );
}
