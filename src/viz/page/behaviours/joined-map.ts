/** The joined map in the page: a task that is clicked, tapped or chosen opens and shows its steps. */
import type { PhonePicture } from "../../kit/chart_frame.ts";
import { button, html, pick } from "../controls.ts";
import { show as showPicture } from "./picture.ts";

/** A task behind an activity; its place in the list is the `data-task` of its mark. */
export interface OpenTask {
  readonly title: string;
  readonly facts: readonly string[];
  readonly steps: readonly OpenStep[];
  /** Steps beyond those listed. */
  readonly left: number;
}

export interface OpenStep {
  readonly what: string;
  /** Of the tasks, from 0 to 1, and in words. */
  readonly share: number;
  readonly words: string;
  readonly repeats: boolean;
}

export interface JoinedMapData extends PhonePicture {
  readonly tasks: readonly OpenTask[];
}

export function show(stage: HTMLElement, { phone, tasks }: JoinedMapData): void {
  showPicture(stage, phone === undefined ? {} : { phone });
  stage.classList.add("tb-joined");
  if (tasks.length === 0) return void stage.append(html("style", {}, style));
  const panel = html("section", { class: "tb-opened", tabindex: "-1", "aria-live": "polite" });
  panel.hidden = true;
  const names = tasks.map(({ title }, i): [string, string] => [String(i), title]);
  const choose = pick("Show the steps of a task", [["", "a task …"], ...names], "", open);
  const bar = html(
    "label",
    { class: "tb-bar" },
    html("span", {}, "Click or tap a task to see its steps, or choose"),
    choose,
  );
  stage.prepend(html("style", {}, style), bar);
  stage.append(panel);
  const taskAt = (target: Element | null) => target?.closest<SVGElement>("[data-task]")?.dataset.task;
  stage.addEventListener("click", ({ target }) => {
    const id = taskAt(target as Element);
    if (id !== undefined) open(id);
  });
  stage.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return open("");
    const id = event.key === "Enter" || event.key === " " ? taskAt(stage.querySelector(".tbc-on")) : undefined;
    if (id === undefined) return;
    event.preventDefault();
    open(id);
  });

  function open(id: string): void {
    const task = tasks[Number(id || NaN)];
    choose.value = task ? id : "";
    for (const mark of stage.querySelectorAll<SVGElement>("[data-task]")) {
      mark.classList.toggle("tb-chosen", task !== undefined && mark.dataset.task === id);
    }
    panel.hidden = !task;
    if (!task) return;
    // The card of the task would lie over its steps.
    for (const svg of stage.querySelectorAll("svg")) svg.dispatchEvent(new Event("blur"));
    panel.replaceChildren(
      html("header", {}, html("b", {}, task.title), button("Close", "×", () => open(""))),
      html("p", {}, task.facts.join(" · ")),
      html("ol", {}, ...task.steps.map(stepRow)),
      ...(task.left > 0 ? [html("p", {}, `… and ${task.left} more steps in the table`)] : []),
    );
    panel.scrollTop = 0;
    panel.scrollIntoView({ block: "nearest" });
    clearOf(panel, id);
  }

  /** Scrolls until the panel, which stays at the bottom of the window, does not lie over its task. */
  function clearOf(panel: HTMLElement, id: string): void {
    const mark = [...stage.querySelectorAll<SVGElement>(`[data-task="${id}"]`)].find((one) => one.checkVisibility());
    const covered = mark ? mark.getBoundingClientRect().bottom + 12 - panel.getBoundingClientRect().top : 0;
    if (covered <= 0) return;
    let scroller: Element | null = stage;
    while (
      scroller &&
      !(scroller.scrollHeight > scroller.clientHeight && /auto|scroll/.test(getComputedStyle(scroller).overflowY))
    ) {
      scroller = scroller.parentElement;
    }
    (scroller ?? document.scrollingElement)?.scrollBy({ top: covered });
  }
}

function stepRow({ what, share, words, repeats }: OpenStep): HTMLElement {
  const bar = html("i");
  bar.style.width = `${(100 * share).toFixed(1)}%`;
  const repeated = repeats ? [html("em", { title: "done several times in a task" }, " ↻ repeated")] : [];
  return html(
    "li",
    {},
    html("span", {}, what, ...repeated),
    html("span", { class: "tb-share", "aria-hidden": "true" }, bar),
    html("span", { class: "tb-figure" }, words),
  );
}

const style = `.tb-joined{[data-task]{cursor:pointer}` +
  `[data-task].tb-chosen>rect{stroke:var(--accent);stroke-width:2px}` +
  `.tb-bar{margin:0;color:var(--quiet)}.tb-bar select{max-width:100%}` +
  `.tb-opened{position:sticky;bottom:0;max-height:min(52vh,460px);overflow:auto;padding:10px 14px 12px;` +
  `background:var(--back);border-top:2px solid var(--accent);outline:none}` +
  `.tb-opened header{position:sticky;top:-10px;display:flex;justify-content:space-between;align-items:center;gap:10px;` +
  `margin-top:-10px;padding-top:8px;background:var(--back)}` +
  `.tb-opened header button{width:30px;height:30px;flex:none;padding:0;font-size:17px;line-height:1}` +
  `.tb-opened p{margin:2px 0 8px;color:var(--quiet)}` +
  `.tb-opened ol{list-style:none;counter-reset:step;margin:0;padding:0;columns:2 380px;column-gap:34px}` +
  `.tb-opened li{counter-increment:step;display:grid;grid-template-columns:22px 1fr 64px 46px;gap:0 8px;` +
  `align-items:center;padding:3px 0;margin:0;break-inside:avoid;overflow-wrap:anywhere}` +
  `.tb-opened li::before{content:counter(step);color:var(--quiet);text-align:right;font-variant-numeric:tabular-nums}` +
  `.tb-opened em{color:var(--quiet);font-style:normal;white-space:nowrap}` +
  `.tb-share{height:8px;border-radius:2px;background:var(--line);overflow:hidden}` +
  `.tb-share i{display:block;height:100%;background:var(--accent);opacity:.75}` +
  `.tb-figure{text-align:right;color:var(--quiet);font-variant-numeric:tabular-nums}` +
  `@media print{.tb-opened{position:static;max-height:none}}}`;
