/** The cases of the selection: searched, sorted, one of them opened. */
import { countOf, formatCount, formatDate, formatDuration } from "../../../base/format.ts";
import { button, html } from "../../page/controls.ts";
import { type CasesAnswer, casesAPage, type CasesQuestion } from "../engine/case_answers.ts";
import { type Card, card } from "./card.ts";

export interface CasesPanel extends Card {
  question(): CasesQuestion;
  /** Begins again with the first page. */
  restart(): void;
  show(answer: CasesAnswer): void;
}

const HEADS = [["id", "Case"], ["events", "Events"], ["began", "Began"], ["took", "Took"]] as const;

export function casesPanel(timed: () => boolean, ask: () => void, open: (id: string) => void): CasesPanel {
  const panel = card("cases", "Cases");
  let question: CasesQuestion = { search: "", sort: "log", descending: false, from: 0 };
  const turn = (changed: Partial<CasesQuestion>) => {
    question = { ...question, from: 0, ...changed };
    ask();
  };
  const search = html("input", { type: "search", placeholder: "Search", "aria-label": "Search cases by their id" });
  search.addEventListener("input", () => turn({ search: search.value }));
  const head = html("tr");
  const rows = html("tbody");
  const place = html("span");
  const back = button("Page before", "‹", () => turn({ from: question.from - casesAPage }));
  const on = button("Next page", "›", () => turn({ from: question.from + casesAPage }));
  panel.tools.append(search);
  panel.body.append(
    html("div", { class: "tbx-scroll" }, html("table", {}, html("thead", {}, head), rows)),
    html("div", { class: "tbx-foot" }, place, back, on),
  );
  return {
    ...panel,
    question: () => question,
    restart: () => question = { ...question, from: 0 },
    show({ total, from, rows: found }) {
      question = { ...question, from };
      const shownHeads = HEADS.filter(([sort]) => timed() || sort === "id" || sort === "events");
      head.replaceChildren(...shownHeads.map(([sort, words]) => headOf(sort, words, question, turn)));
      rows.replaceChildren(...found.map(({ id, events, began, seconds }) => {
        const opener = html(
          "button",
          { type: "button", class: "tbx-link" },
          html("bdi", {}, id === "" ? "(empty)" : id),
        );
        opener.addEventListener("click", () => open(id));
        return html(
          "tr",
          {},
          // An id is read whole: a longer one than this may break, but not to a digit a line.
          html("td", { class: id.length > 24 ? "tbx-id tbx-long" : "tbx-id" }, opener),
          html("td", { class: "tbx-num" }, formatCount(events)),
          ...(timed()
            ? [
              html("td", { class: "tbx-num" }, formatDate(began)),
              html("td", { class: "tbx-num" }, formatDuration(seconds)),
            ]
            : []),
        );
      }));
      panel.note(countOf(total, "case"));
      place.textContent = total === 0
        ? "None."
        : `${formatCount(from + 1)} to ${formatCount(from + found.length)} of ${formatCount(total)}`;
      back.disabled = from === 0;
      on.disabled = from + found.length >= total;
    },
  };
}

function headOf(
  sort: CasesQuestion["sort"],
  words: string,
  question: CasesQuestion,
  turn: (changed: Partial<CasesQuestion>) => void,
): HTMLElement {
  const sorted = question.sort === sort;
  const press = html("button", { type: "button" }, words, sorted ? (question.descending ? " ▾" : " ▴") : "");
  press.addEventListener("click", () => {
    turn({ sort, descending: sorted ? !question.descending : sort !== "id" });
    // The head was drawn anew: what was pressed keeps the focus.
  });
  const order = sorted ? { "aria-sort": question.descending ? "descending" : "ascending" } : {};
  return html("th", { scope: "col", ...(sort === "id" ? {} : { class: "tbx-num" }), ...order }, press);
}
