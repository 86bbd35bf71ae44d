/** The explorer in a page: panels that show one selection, and the state that they change. */
import { filterCaption } from "../../kit/caption.ts";
import { colours } from "../../kit/palette.ts";
import { drawInTheme } from "../../kit/theme.ts";
import { button, html, pick } from "../../page/controls.ts";
import { fileName, saveFile } from "../../page/take_away.ts";
import type { EngineReply, EngineRequest, LayoutReply, LayoutRequest } from "../engine/messages.ts";
import type { Overview } from "../engine/overview.ts";
import type { SelectionAnswers } from "../engine/session.ts";
import { addressOf, stateOf } from "../state/address.ts";
import { changed, type ExplorerState, type History, historyOf, redone, undone } from "../state/explorer_state.ts";
import { caseDialog } from "./case_dialog.ts";
import { startWorker } from "./engine_link.ts";
import { mapDrawer } from "./map_drawer.ts";
import { explorerPanels, type Panels } from "./panels.ts";
import { answersShown, type Known } from "./show_answers.ts";
import { explorerStyle } from "./style.ts";

export interface ExplorerParts {
  /** The packed log, deflated. */
  readonly packed: Uint8Array<ArrayBuffer>;
  /** The scripts of the workers. */
  readonly engine: string;
  readonly layout: string;
  /** What readers have to know of the data, such as what was left out. */
  readonly notes: readonly string[];
}

/** Builds the explorer in an element. It answers as soon as its worker has opened the log. */
export function startExplorer(stage: HTMLElement, parts: ExplorerParts): void {
  const frame = emptyFrame(() => restore(undone(history)), () => restore(redone(history)));
  const failed = (words: string) => {
    frame.status.hidden = false;
    frame.status.textContent = `The explorer stopped: ${words}`;
    stage.dataset.stopped = "";
  };
  const engine = startWorker<EngineRequest, EngineReply>(parts.engine, failed);
  const layout = startWorker<LayoutRequest, LayoutReply>(parts.layout, failed);
  const dialog = caseDialog();
  const known: Known = {};
  let history = historyOf(stateOf(location.hash).state);
  let overview: Overview | undefined;
  let colourOf: ReadonlyMap<string, string> = new Map();
  let show: ReturnType<typeof answersShown> | undefined;
  let asked = 0;

  const state = () => history.now;
  const change = (next: ExplorerState) => restore(changed(history, next));
  const panels = explorerPanels(stage, {
    state,
    change,
    overview: () => overview,
    attribute: () => known.attribute ?? undefined,
    ask,
    openCase: (id) => engine.send({ kind: "case", id }),
    saveTable: (of) => engine.send({ kind: "file", of, cases: panels.cases.question() }),
  });
  const drawer = mapDrawer(layout, failed, (map, id) => {
    panels.map.show(map, state().figure, known.comparison?.rows ?? undefined);
    told("drawn");
    stage.dataset.drawn = String(id);
  });
  assemble(stage, frame, panels, parts.notes, dialog.element);
  listenToPage(state, change, (way) => restore(way(history)));
  engine.onReply((reply) => {
    if (reply.kind === "opened") return opened(reply.overview, reply.map);
    if (reply.kind === "failed") return failed(reply.words);
    if (reply.kind === "file") {
      return saveFile(stage, `${fileName(overview!.name, "log")}-${reply.of}.csv`, reply.content);
    }
    if (reply.kind === "case") return reply.found && dialog.show(reply.found, colourOf);
    if (reply.id !== asked) return;
    if (reply.kind === "done") stage.dataset.answered = String(reply.id);
    else take(reply.name, reply.value);
  });
  engine.send({ kind: "open", packed: parts.packed }, [parts.packed.buffer]);

  function opened(found: Overview, whole: SelectionAnswers["map"]): void {
    overview = found;
    const order = whole.activities.map((_, i) => i).sort((a, b) => whole.events[b]! - whole.events[a]! || a - b);
    const names = order.map((i) => whole.activities[i]!);
    colourOf = colours(names);
    panels.variants.colour(names);
    introduce(frame, panels, found, attributeOf(state(), found), (attribute) => change({ ...state(), attribute }));
    drawer.open(whole);
    show = answersShown(panels, known, found, state, () => drawer.draw(known.map!, state()));
    shown();
    ask();
  }

  function take<Name extends keyof SelectionAnswers>(name: Name, value: unknown): void {
    known[name] = value as Known[Name];
    show![name](value as SelectionAnswers[Name]);
    told(name);
  }

  function restore(next: History): void {
    const before = state();
    history = next;
    if (state() === before) return;
    shown();
    const selection = ({ steps, pinned }: ExplorerState) => JSON.stringify([steps, pinned]);
    if (selection(state()) !== selection(before)) {
      panels.cases.restart();
      return ask();
    }
    if (state().attribute !== before.attribute) return ask(["attribute"]);
    if (known.map) drawer.draw(known.map, state());
    if (known.steps) panels.code.show(known.steps.code, state().pinned ? undefined : state().figure);
  }

  /** What follows from the state alone. */
  function shown(): void {
    panels.chips.show(state().steps, state().pinned !== null);
    frame.undo.disabled = history.past.length === 0;
    frame.redo.disabled = history.future.length === 0;
    const select = panels.values.tools.querySelector("select");
    if (select && overview) select.value = attributeOf(state(), overview) ?? "";
    keepAddress(state());
  }

  function ask(only?: readonly (keyof SelectionAnswers)[]): void {
    if (!overview) return;
    const questions = { attribute: attributeOf(state(), overview), cases: panels.cases.question() };
    told("asked");
    engine.send({
      kind: "select",
      id: ++asked,
      steps: state().steps,
      pinned: state().pinned,
      questions,
      ...(only ? { only } : {}),
    });
  }
}

interface Frame {
  readonly title: HTMLElement;
  readonly status: HTMLElement;
  readonly undo: HTMLButtonElement;
  readonly redo: HTMLButtonElement;
}

function emptyFrame(undo: () => void, redo: () => void): Frame {
  return {
    title: html("h1", {}, "Explorer"),
    status: html("p", { class: "tbx-status", role: "status" }, "Reading the log…"),
    undo: button("Undo (Ctrl+Z)", "↶", undo),
    redo: button("Redo (Ctrl+Y)", "↷", redo),
  };
}

function assemble(
  stage: HTMLElement,
  { title, status, undo, redo }: Frame,
  panels: Panels,
  notes: readonly string[],
  dialog: HTMLElement,
): void {
  const { summary, chips, map, code, durations, times, variants, activities, people, values, cases, comparison } =
    panels;
  stage.classList.add("tbx");
  stage.append(
    html("style", {}, explorerStyle),
    html("header", { class: "tbx-top" }, title, html("span", { class: "tbx-undo" }, undo, redo), summary.element),
    status,
    html(
      "main",
      {},
      chips.element,
      html(
        "div",
        { class: "tbx-grid" },
        html("div", { class: "tbx-left-side" }, map.element, code.element),
        html("div", { class: "tbx-right-side" }, durations.element, times.element, variants.element),
        comparison.element,
        html("div", { class: "tbx-lists" }, activities.element, people.element, values.element),
        cases.element,
      ),
    ),
    html("footer", { class: "tbx-notes" }, ...notes.map((words) => html("p", {}, words))),
    dialog,
  );
  drawInTheme(stage, (theme) => {
    for (const name of ["little", "much", "plain"] as const) stage.style.setProperty(`--${name}`, theme[name]);
    stage.style.setProperty("--other", theme.slowMuch);
    document.documentElement.style.background = theme.background;
    map.dress(theme);
  });
}

/** What is known once the log is open: its name, and which panels have something to show. */
function introduce(
  { title, status }: Frame,
  { times, durations, people, values }: Panels,
  { name, filters, times: timed, hasResources, attributes }: Overview,
  attribute: string | null,
  choose: (attribute: string) => void,
): void {
  title.replaceChildren(html("bdi", {}, name));
  document.title = `${name} – explorer`;
  status.textContent = filters.length === 0 ? "" : filterCaption(filters);
  status.hidden = filters.length === 0;
  times.element.hidden = durations.element.hidden = timed === undefined;
  people.element.hidden = !hasResources;
  values.element.hidden = attribute === null;
  if (attribute === null) return;
  values.tools.prepend(pick("Attribute", attributes.map((name) => [name, name]), attribute, choose));
}

/** Keys that undo and redo, and an address that was changed by hand. */
function listenToPage(
  state: () => ExplorerState,
  change: (next: ExplorerState) => void,
  walk: (way: (history: History) => History) => void,
): void {
  addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || (event.target as Element).closest("input,dialog")) return;
    const key = event.key.toLowerCase();
    if (key === "z" && !event.shiftKey) walk(undone);
    else if (key === "y" || key === "z") walk(redone);
    else return;
    event.preventDefault();
  });
  addEventListener("hashchange", () => {
    const { state: wanted } = stateOf(location.hash);
    if (addressOf(wanted) !== addressOf(state())) change(wanted);
  });
}

function keepAddress(state: ExplorerState): void {
  const address = addressOf(state);
  // A frame in a notebook has no address of its own.
  if (address === location.hash || location.protocol === "about:") return;
  history.replaceState(null, "", address === "" ? location.href.replace(/#.*$/, "") : address);
}

/** For those who measure: when a panel was told, as the browser's own tools show it. */
function told(name: string): void {
  performance.mark(`explorer ${name}`);
}

function attributeOf({ attribute }: ExplorerState, { attributes }: Overview): string | null {
  return attribute !== null && attributes.includes(attribute) ? attribute : attributes[0] ?? null;
}
